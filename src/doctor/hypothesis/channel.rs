//! The channel or room: the same name in another writing, or another name.

use alloc::format;
use alloc::string::String;

use super::{Case, Findings, names};
use crate::doctor::cause::Cause;
use crate::doctor::facts::{Use, clipped};

/// Why none of `uses` is for the channel that is asked.
pub(super) fn test(case: &Case<'_>, uses: &[&Use], asked: &str, found: &mut Findings) {
    let channels = || {
        uses.iter()
            .filter_map(|usage| usage.channel.as_ref().map(|name| (*usage, name)))
    };
    if let Some(user) = case.user() {
        let swapped = |usage: &&Use| {
            let is_user = usage.channel.as_ref().is_some_and(|name| name.is(user));
            let is_channel = usage.user.as_ref().is_some_and(|name| name.is(asked));
            is_user && is_channel && !user.is_empty()
        };
        if uses.iter().any(swapped) {
            let because = format!(
                "The token has the user {} where the channel belongs and {} where the user does.",
                clipped(user),
                clipped(asked)
            );
            return found.add(Cause::ChannelUserSwapped, because);
        }
    }
    for (usage, name) in channels() {
        if let Some(relation) =
            names::relation(name, asked, &|text| case.is_signed_for_channel(text))
        {
            let (place, has) = (usage.title(), clipped(&relation.name));
            for cause in relation.causes {
                let because = format!("{place} is for {has}, asked is {}.", clipped(asked));
                found.add(cause, because);
            }
            found.channel = Some(relation.name);
            return;
        }
    }
    let asked_for = clipped(asked);
    let mut there: String = String::new();
    for (usage, name) in channels() {
        if !there.is_empty() {
            there.push_str(", ");
        }
        there.push_str(&format!("{} for {}", usage.title(), name.shown()));
    }
    let because = format!("Asked is {asked_for}; the token has {there}.");
    found.add(Cause::ChannelMismatch, because);
}
