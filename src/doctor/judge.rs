//! What fails.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::answer::Fault;
use super::facts::{End, Facts, Use};
use super::hypothesis::{Case, Wanted};
use super::question::{Question, Version};
use crate::agora::v007::ParsedToken2;
use crate::agora::{AppCertificate, AppId};
use crate::zego::ServerSecret;

/// Faults, in the order that matters.
pub(super) fn judge(facts: &Facts, question: &Question<'_>) -> (Vec<Fault>, Vec<String>) {
    let mut faults = Vec::new();
    let mut open = Vec::new();
    let is_zego = matches!(facts.version, Version::V03 | Version::V04);
    let now = i64::from(question.now);
    match question.secret {
        None => open.push("signature: no certificate or secret was given".to_string()),
        Some(secret) if is_zego => {
            if ServerSecret::new(secret).is_err() {
                faults.push(Fault::Certificate);
            } else if facts.inside.is_none() {
                faults.push(Fault::Signature);
            }
        }
        Some(secret) => {
            if AppCertificate::new(secret).is_err() {
                faults.push(Fault::Certificate);
            } else if facts.version == Version::V007 {
                let token = ParsedToken2::from_content(&facts.content);
                if !token.is_ok_and(|token| token.is_signed_with(secret.as_bytes())) {
                    faults.push(Fault::Signature);
                }
            }
        }
    }
    if question
        .accepts
        .is_some_and(|accepts| accepts != facts.version)
    {
        faults.push(Fault::Version);
    }
    let Some(inside) = &facts.inside else {
        if facts.clear_end.is_some_and(|end| now >= end) {
            faults.push(Fault::Time);
        }
        return (faults, open);
    };
    match question.app_id {
        None => open.push("app id: none was given".to_string()),
        Some(app_id) => {
            if app_id != inside.app_id || (!is_zego && AppId::new(app_id).is_err()) {
                faults.push(Fault::AppId);
            }
        }
    }
    if facts.clear_end.is_some_and(|end| end != inside.expires_at) {
        faults.push(Fault::Signature);
    }
    if facts.version != Version::V006 && now < inside.issued_at {
        faults.push(Fault::Issued);
    } else if now >= inside.expires_at {
        faults.push(Fault::Time);
    }
    if !inside.wrong.is_empty() {
        faults.push(Fault::Content);
    }
    let case = Case::new(facts, inside, question, &[]);
    if question.channel.is_none() {
        open.push("channel: none was given".to_string());
    }
    if question.user.is_none() {
        open.push("user: none was given".to_string());
    }
    if case.wanted.is_empty() {
        open.push("privilege: none was asked".to_string());
    }
    // What has the wrong form says nothing of rooms.
    if inside.wrong.is_empty() {
        names(&case, &mut faults);
    }
    if facts.version == Version::V006
        && question.secret.is_some()
        && !faults.contains(&Fault::Certificate)
    {
        match case.names_006() {
            Some([channel, user])
                if !faults.contains(&Fault::Channel) && !faults.contains(&Fault::User) =>
            {
                if case.is_signed_for(channel, user) != Some(true) {
                    faults.push(Fault::Signature);
                }
            }
            _ => open.push("signature: channel and user are not known".to_string()),
        }
    }
    faults.sort_unstable();
    faults.dedup();
    (faults, open)
}

fn names(case: &Case<'_>, faults: &mut Vec<Fault>) {
    let uses = &case.inside.uses;
    let allows = |usage: &&Use| case.user().is_none_or(|user| usage.allows(user));
    let is_in = |usage: &&Use| {
        case.question
            .channel
            .is_none_or(|channel| usage.is_in(channel))
    };
    if case.wanted.is_empty() {
        if !uses.iter().any(|usage| is_in(&usage)) {
            faults.push(Fault::Channel);
        }
        if !uses.iter().all(|usage| allows(&usage)) {
            faults.push(Fault::User);
        }
    }
    for wanted in &case.wanted {
        one(case, *wanted, faults);
    }
}

fn one(case: &Case<'_>, wanted: Wanted, faults: &mut Vec<Fault>) {
    let uses = || {
        case.inside
            .uses
            .iter()
            .filter(|usage| usage.service == wanted.service)
    };
    let with_channel = case.question.channel.is_some_and(|_| {
        wanted.service.is_none()
            || case.inside.uses.iter().any(|usage| usage.channel.is_some())
            || uses().next().is_none()
    });
    let is_in = |usage: &&Use| {
        !with_channel
            || case
                .question
                .channel
                .is_none_or(|channel| usage.is_in(channel))
    };
    let allows = |usage: &&Use| case.user().is_none_or(|user| usage.allows(user));
    if with_channel && !uses().any(|usage| is_in(&usage)) {
        faults.push(Fault::Channel);
        if uses().next().is_none() {
            faults.push(Fault::Privilege);
        }
        if uses().next().is_some() && !uses().any(|usage| allows(&usage)) {
            faults.push(Fault::User);
        }
        return;
    }
    if uses().next().is_none() {
        return faults.push(Fault::Privilege);
    }
    let mine: Vec<&Use> = uses().filter(is_in).filter(allows).collect();
    if mine.is_empty() {
        return faults.push(Fault::User);
    }
    let now = i64::from(case.question.now);
    let grants = || mine.iter().filter_map(|usage| usage.grant(wanted.number));
    if grants().next().is_none() {
        faults.push(Fault::Privilege);
    } else if grants().all(|grant| matches!(grant.end, End::At(end) if now >= end)) {
        faults.push(Fault::PrivilegeEnded);
    }
}
