//! Verifying: the questions are those of [`Expected`] and the verdicts those of
//! its [`Report`]; here they get their words.

use alloc::format;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use super::facts::{Facts, Grant, Name, Part};
use super::verdicts;
use crate::Verdict;
use crate::agora::v007::ServiceType;
use crate::agora::{AppCertificate, Expected, Report, Role};
use crate::doctor::answer::{Answer, Fault, Missing};
use crate::doctor::answers;
use crate::doctor::question::{Privilege, Question};
use crate::doctor::words::quoted;

/// Answers every question, by the report of `check`.
pub(super) fn verify(
    question: &Question<'_>,
    facts: &Facts<'_>,
    check: &dyn Fn(&Expected<'_>) -> Report,
) -> Vec<Answer> {
    let pairs = pairs(question);
    let certificate = verdicts::certificate(question, facts.app_id);
    let mut expected = expected(question, &pairs);
    expected.certificate = certificate.as_ref();
    let report = check(&expected);
    let signed = |certificate: &AppCertificate| check(&expected.certificate(certificate)).signature;
    let mut answers = vec![
        verdicts::signature(question, facts, &signed),
        verdicts::app_id(question, facts.app_id),
        answers::time(question.now, facts.issued_at, facts.ends_at),
    ];
    answers.extend(channel(question, facts, &report));
    answers.extend(user(question, facts, &report));
    let grants = privileges(question, facts, &report, check);
    let told = grants.iter().any(|answer| answer.fault().is_some());
    answers.extend(grants);
    if let (Verdict::Fails(error), false) = (report.privilege, told) {
        let fault = verdicts::fault_of(error);
        answers.push(Answer::fails("privilege", fault, format!("{error}")));
    }
    answers
}

/// What is asked of channel, user and privileges.
fn expected<'a>(question: &Question<'a>, pairs: &'a [(u16, u16)]) -> Expected<'a> {
    let mut expected = Expected::default().now(question.now);
    expected.channel = question.channel;
    expected.account = question.user;
    if question.without_privilege {
        expected.without_privileges()
    } else if !pairs.is_empty() {
        expected.privileges(pairs)
    } else if let Some(role) = question.role {
        expected.role(role)
    } else {
        expected
    }
}

/// The privileges that are named one by one; those of a role among them when
/// both are asked, because then one service has to have all of them.
fn pairs(question: &Question<'_>) -> Vec<(u16, u16)> {
    let mut pairs: Vec<_> = question
        .privileges
        .iter()
        .map(|privilege| (privilege.service, privilege.number))
        .collect();
    if let (Some(role), false) = (question.role, pairs.is_empty()) {
        let needed = if role == Role::Publisher {
            1..=4
        } else {
            1..=1
        };
        pairs.extend(needed.map(|number| (ServiceType::Rtc.number(), number)));
    }
    pairs
}

fn channel(question: &Question<'_>, facts: &Facts<'_>, report: &Report) -> Option<Answer> {
    const NAME: &str = "channel";
    let Some(wanted) = question.channel else {
        let has_one = facts.parts.iter().any(|part| part.channel != Name::None);
        return has_one.then(|| Answer::not_asked(NAME, Missing::Channel, "not asked for"));
    };
    let names = || facts.parts.iter().map(|part| (part, part.channel));
    Some(match report.channel {
        Verdict::Fails(_) => Answer::fails(NAME, Fault::Channel, differs(NAME, wanted, names())),
        Verdict::Holds => Answer::holds(NAME, quoted(wanted)),
        _ => Answer::undecided(NAME, ONLY_SIGNATURE),
    })
}

/// What is said of names that older keys sign and do not have.
const ONLY_SIGNATURE: &str = "not in the token: only a signature that matches tells";

fn user(question: &Question<'_>, facts: &Facts<'_>, report: &Report) -> Option<Answer> {
    const NAME: &str = "user";
    let Some(account) = question.user else {
        let has_one = facts.parts.iter().any(|part| part.user != Name::None);
        return has_one.then(|| Answer::not_asked(NAME, Missing::User, "not asked for"));
    };
    let text = account.text();
    let wanted = text.as_str();
    let judged = report.service.and_then(|at| facts.parts.get(at));
    Some(match report.user {
        Verdict::Fails(_) => {
            let parts = facts.parts.iter().filter(|part| part.user != Name::None);
            let one = judged.filter(|_| question.channel.is_some());
            let names = parts.filter(|part| one.is_none_or(|one| core::ptr::eq(one, *part)));
            let message = differs(NAME, wanted, names.map(|part| (part, part.user)));
            Answer::fails(NAME, Fault::User, message)
        }
        Verdict::Holds if is_for_any(judged, facts) && !account.is_empty() => {
            answers::any(NAME, wanted)
        }
        Verdict::Holds => Answer::holds(NAME, shown(NAME, wanted)),
        _ => Answer::undecided(NAME, ONLY_SIGNATURE),
    })
}

fn is_for_any(judged: Option<&Part<'_>>, facts: &Facts<'_>) -> bool {
    let is_any = |part: &Part<'_>| part.user == Name::Text("");
    match judged {
        Some(part) => is_any(part),
        None => !facts.parts.is_empty() && facts.parts.iter().all(is_any),
    }
}

/// A name as people write it.
fn shown(what: &str, name: &str) -> String {
    match (what, name) {
        ("user", "") => "uid 0".into(),
        _ => quoted(name),
    }
}

/// That the token is for others: which service is for whom, if there are
/// several.
fn differs<'p>(
    what: &str,
    wanted: &str,
    names: impl Iterator<Item = (&'p Part<'p>, Name<'p>)>,
) -> String {
    let names: Vec<_> = names.filter(|(_, name)| *name != Name::None).collect();
    let wanted_shown = shown(what, wanted);
    if names.is_empty() {
        return format!("the token has no {what}, so it is not for {wanted_shown}");
    }
    if names.iter().any(|(_, name)| *name == Name::Checksum) {
        return format!(
            "the token is for another {what} than {wanted_shown}: the checksum differs"
        );
    }
    let several = names.len() > 1;
    let text = |(part, name): &(&Part<'_>, Name<'_>)| {
        let name = match name {
            Name::Text("") => "any".into(),
            Name::Text(name) => quoted(name),
            Name::None | Name::Checksum => String::new(),
        };
        if several {
            format!("{name} ({})", part.service.name())
        } else {
            name
        }
    };
    let list: Vec<_> = names.iter().map(text).collect();
    let similar = |(_, name): &(&Part<'_>, Name<'_>)| matches!(name, Name::Text(name) if name.trim().to_lowercase() == wanted.trim().to_lowercase());
    let hint = if names.iter().any(similar) && !several {
        " (only letter case or white space differs, which counts)"
    } else {
        ""
    };
    format!(
        "the token is for {}, not for {wanted_shown}{hint}",
        list.join(", ")
    )
}

/// The answers about joining, the role and single privileges.
fn privileges(
    question: &Question<'_>,
    facts: &Facts<'_>,
    report: &Report,
    check: &dyn Fn(&Expected<'_>) -> Report,
) -> Vec<Answer> {
    const NAME: &str = "privilege";
    if report.privilege == Verdict::NotAsked {
        let message = if question.without_privilege {
            "left out of the question"
        } else {
            "not asked for"
        };
        return vec![Answer::not_asked(NAME, Missing::Privilege, message)];
    }
    if facts.parts.is_empty() {
        return match report.privilege {
            Verdict::Holds => vec![Answer::holds(NAME, "joining is what such a key is for")],
            Verdict::Undecided => {
                let message = "such a key does not say what may be published";
                vec![Answer::undecided(NAME, message)]
            }
            // The caller says it.
            _ => Vec::new(),
        };
    }
    let part_of = |report: &Report| match report.service {
        Some(at) => facts.parts.get(at),
        // A version that has no services is one.
        None if facts.parts.len() == 1 => facts.parts.first(),
        None => None,
    };
    let judged = part_of(report);
    let mut answers = Vec::new();
    if let Some(role) = question.role {
        answers.push(verdicts::role(role, &needed_by(role, judged)));
    } else if question.channel.is_some() {
        let (title, grant) = join(judged);
        answers.push(verdicts::privilege(&title, grant, question.now));
    }
    for privilege in question.privileges {
        let mut owner = judged;
        if owner.is_none_or(|part| part.service.number() != privilege.service) {
            let pair = [(privilege.service, privilege.number)];
            let mut alone = Expected::default().now(question.now).privileges(&pair);
            alone.account = question.user;
            owner = part_of(&check(&alone));
        }
        let (title, grant) = grant_of(owner, *privilege);
        answers.push(verdicts::privilege(&title, grant, question.now));
    }
    answers
}

fn grant_of(part: Option<&Part<'_>>, privilege: Privilege) -> (String, Grant) {
    let grant = part.map_or(Grant::Missing, |part| (part.grant)(privilege));
    (privilege.title(), grant)
}

/// Joining a channel with this service; some services cannot be joined.
fn join(part: Option<&Part<'_>>) -> (String, Grant) {
    let service = part.map_or(ServiceType::Rtc, |part| part.service);
    match service.join_privilege() {
        Some(number) => {
            let service = service.number();
            grant_of(part, Privilege { service, number })
        }
        None => (format!("joining with {}", service.name()), Grant::Missing),
    }
}

fn needed_by(role: Role, part: Option<&Part<'_>>) -> Vec<(String, Grant)> {
    let mut needed = vec![join(part)];
    if part.is_none_or(|part| part.publishes(role)) {
        let service = ServiceType::Rtc.number();
        let publishing = (2..=4).map(|number| Privilege { service, number });
        needed.extend(publishing.map(|privilege| grant_of(part, privilege)));
    }
    needed
}
