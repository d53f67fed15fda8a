//! The service: whether the token is for the one that is asked at all, and if
//! so, which of its parts are to be looked into.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::{Case, Findings, certificate, channel, grants, user, uses_for};
use crate::agora::v007::ServiceType;
use crate::doctor::answer::Fault;
use crate::doctor::cause::Cause;
use crate::doctor::facts::Use;

pub(super) fn test(case: &Case<'_>, found: &mut Findings) {
    let asked = [
        Fault::Channel,
        Fault::User,
        Fault::Privilege,
        Fault::PrivilegeEnded,
    ];
    if !asked.into_iter().any(|fault| case.fails(fault)) {
        return user::unasked(case, found);
    }
    let all = &case.inside.uses;
    let mut uses: Vec<&Use> = if case.wanted.is_empty() {
        all.iter().filter(|usage| usage.user.is_some()).collect()
    } else {
        uses_for(all, &case.wanted)
    };
    if let Some(channel) = case.question.channel {
        let nowhere = uses.iter().all(|usage| usage.channel.is_none());
        if nowhere && case.facts.version.digits().starts_with("00") {
            return wrong_service(case, found);
        }
        if case.fails(Fault::Channel) && !nowhere {
            channel::test(case, &uses, channel, found);
        } else if !nowhere {
            uses.retain(|usage| usage.is_in(channel));
        }
    }
    if uses.is_empty() {
        return wrong_service(case, found);
    }
    if let Some(asked) = case.user() {
        let allowed = |usage: &&Use| usage.allows(asked);
        if uses.iter().any(|usage| allowed(&usage)) && !case.wanted.is_empty() {
            uses.retain(allowed);
        } else {
            uses.retain(|usage| !allowed(&usage));
            if !found.has(Cause::ChannelUserSwapped) {
                user::test(case, &uses, asked, found);
            }
        }
    }
    grants::test(case, &uses, found);
    certificate::test_after_names(case, found);
}

fn wrong_service(case: &Case<'_>, found: &mut Findings) {
    let mut there = String::new();
    for usage in &case.inside.uses {
        if !there.is_empty() {
            there.push_str(", ");
        }
        there.push_str(usage.title());
    }
    let mut asked: Vec<&str> = Vec::new();
    for wanted in &case.wanted {
        let title = wanted.service.map_or("ZEGO", ServiceType::name);
        if !asked.contains(&title) {
            asked.push(title);
        }
    }
    let there = if there.is_empty() {
        "no service"
    } else {
        &there
    };
    let asked = if asked.is_empty() {
        "a channel"
    } else {
        &asked.join(", ")
    };
    let because = format!("Asked is {asked}; the token is for {there}.");
    found.add(Cause::WrongService, because);
}
