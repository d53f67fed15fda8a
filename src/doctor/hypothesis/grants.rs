//! What is granted: whether what is asked is among it, and lasts.

use alloc::format;
use alloc::string::String;

use super::{Case, Findings, JOIN, Wanted, time};
use crate::agora::v007::ServiceType;
use crate::doctor::cause::Cause;
use crate::doctor::facts::{End, Name, Use};

/// Why `uses`, which are those of `service` for channel and user, do not grant
/// what is asked of it.
pub(super) fn test(
    case: &Case<'_>,
    service: Option<ServiceType>,
    uses: &[&Use],
    found: &mut Findings,
) {
    let of_service = |wanted: &&Wanted| wanted.service == service;
    for wanted in case.wanted.iter().filter(of_service) {
        let grants = uses.iter().filter_map(|usage| usage.grant(wanted.number));
        let longest = grants.max_by_key(|grant| match grant.end {
            End::WithToken => i64::MAX,
            End::At(unix) => unix,
            End::Denied => i64::MIN,
        });
        match longest {
            None => missing(case, uses, *wanted, found),
            Some(grant) => {
                if let End::At(end) = grant.end
                    && i64::from(case.question.now) >= end
                {
                    time::privilege_ended(case, *wanted, grant, end, found);
                }
            }
        }
    }
}

fn missing(case: &Case<'_>, uses: &[&Use], wanted: Wanted, found: &mut Findings) {
    let because = format!("The token does not grant {}.", wanted.title());
    let has = |number| uses.iter().any(|usage| usage.grant(number).is_some());
    match (wanted.service, wanted.number) {
        (None, JOIN) if uses.iter().any(|usage| usage.denies(JOIN)) => {
            found.add(Cause::ZegoLoginDenied, "The payload sets privilege 1 to 0.");
        }
        (Some(ServiceType::Chat), 1) if has(2) => found.add(
            Cause::ChatKind,
            "The token is for the chat application, asked is a user.",
        ),
        (Some(ServiceType::Chat), 2) if has(1) => found.add(
            Cause::ChatKind,
            "The token is for a chat user, asked is the application.",
        ),
        (None | Some(ServiceType::Rtc), number) if number != JOIN => {
            if let Some(other) = publishing_elsewhere(case, uses) {
                found.add(Cause::UserOfOtherService, other);
            }
            let because = format!("{because} Only projects that check roles enforce it.");
            found.add(Cause::PublishNotGranted, because);
        }
        _ => found.add(Cause::JoinNotGranted, because),
    }
}

/// Whether publishing in the same channel is granted, but to another user or
/// service.
fn publishing_elsewhere(case: &Case<'_>, uses: &[&Use]) -> Option<String> {
    let channel = case.question.channel?;
    let publishes = |usage: &&Use| match usage.service {
        Some(ServiceType::Rtc) => (2..=4).any(|number| usage.grant(number).is_some()),
        Some(ServiceType::Streaming | ServiceType::Fcdn) => usage.grant(1).is_some(),
        _ => false,
    };
    let other = |usage: &&Use| !uses.iter().any(|mine| core::ptr::eq(*mine, *usage));
    let mut there = case.inside.uses.iter().filter(|usage| usage.is_in(channel));
    let usage = there.find(|usage| other(usage) && publishes(usage))?;
    let user = usage.user.as_ref().map_or_else(String::new, Name::shown);
    Some(format!(
        "Publishing is granted by {}, to {user}.",
        usage.title()
    ))
}
