//! Signatures of notifications.

use super::members;
use crate::support::Case;

pub fn signature(case: Case<'_>) {
    members(case);
    panic!("not yet");
}

pub fn verify(case: Case<'_>) {
    members(case);
    panic!("not yet");
}
