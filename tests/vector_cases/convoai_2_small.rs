//! Hosts, configurations, tokens, lifetimes, uids and names.

use super::{App, members};
use crate::support::Case;

pub fn domain_pool(case: Case<'_>, _: &App) {
    members(case);
    panic!("not yet");
}

pub fn client_config(case: Case<'_>, _: &App) {
    members(case);
    panic!("not yet");
}

pub fn token(case: Case<'_>) {
    members(case);
    panic!("not yet");
}

pub fn expires_in(case: Case<'_>) {
    members(case);
    panic!("not yet");
}

pub fn uid_rule(case: Case<'_>, _: &App) {
    members(case);
    panic!("not yet");
}

pub fn name(case: Case<'_>, _: &App) {
    members(case);
    panic!("not yet");
}
