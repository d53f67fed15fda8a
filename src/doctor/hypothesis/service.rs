//! The service: whether the token is for the one that is asked at all, and if
//! so, which of its parts are to be looked into.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::{Case, Findings, certificate, channel, grants, user};
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
    if case.wanted.is_empty() {
        let named: Vec<&Use> = all.iter().filter(|usage| usage.user.is_some()).collect();
        if let Some(channel) = case.question.channel
            && case.fails(Fault::Channel)
        {
            channel::test(case, &named, channel, found);
        }
        if let Some(asked) = case.user() {
            let not_for: Vec<&Use> = named
                .into_iter()
                .filter(|usage| !usage.allows(asked))
                .collect();
            if !not_for.is_empty() {
                user::test(case, &not_for, asked, found);
            }
        }
    }
    let mut seen = Vec::new();
    for wanted in &case.wanted {
        if !seen.contains(&wanted.service) {
            seen.push(wanted.service);
            let uses = all.iter().filter(|usage| usage.service == wanted.service);
            of_service(case, wanted.service, uses.collect(), found);
        }
    }
    certificate::test_after_names(case, found);
}

/// Why what is wanted of a service is not there, of which the token has `uses`.
fn of_service(
    case: &Case<'_>,
    service: Option<ServiceType>,
    mut uses: Vec<&Use>,
    found: &mut Findings,
) {
    if uses.is_empty() {
        return wrong_service(case, service, found);
    }
    // An identity token of ZEGO has no room, and nothing is to be said of it.
    if let Some(channel) = case.question.channel
        && uses.iter().any(|usage| usage.channel.is_some())
    {
        if uses.iter().any(|usage| usage.is_in(channel)) {
            uses.retain(|usage| usage.is_in(channel));
        } else {
            channel::test(case, &uses, channel, found);
        }
    }
    if let Some(asked) = case.user() {
        if uses.iter().any(|usage| usage.allows(asked)) {
            uses.retain(|usage| usage.allows(asked));
        } else if !found.has(Cause::ChannelUserSwapped) {
            user::test(case, &uses, asked, found);
        }
    }
    grants::test(case, service, &uses, found);
}

fn wrong_service(case: &Case<'_>, service: Option<ServiceType>, found: &mut Findings) {
    let mut there = String::new();
    for usage in &case.inside.uses {
        if !there.is_empty() {
            there.push_str(", ");
        }
        there.push_str(usage.title());
    }
    let there = if there.is_empty() {
        "no service"
    } else {
        &there
    };
    let asked = service.map_or("ZEGO", ServiceType::name);
    let because = format!("Asked is {asked}; the token is for {there}.");
    found.add(Cause::WrongService, because);
}
