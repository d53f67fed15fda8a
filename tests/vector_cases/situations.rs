//! Situations through the library: whether the token as it stands does what was
//! asked, and what fails first. Repairing and explaining are for `doctor`.

use std::collections::BTreeMap;

use serde_json::Value;
use tokenmint::agora::v006::ParsedToken;
use tokenmint::agora::v007::{ParsedToken2, workspace_len};
use tokenmint::agora::{Account, AppCertificate, AppId, Expected, Role};
use tokenmint::zego::{self, Claims04, ParsedPayload, Sealed03, Sealed04, ServerSecret};
use tokenmint::{Error, Verdict};

use super::support::Case;

/// What fails first; `None`: everything asked holds.
type Failing = Option<&'static str>;

pub fn run(file: &Value) {
    let cases = Case::list(file);
    assert!(!cases.is_empty(), "no situations");
    let mut counts = BTreeMap::<&str, (usize, usize)>::new();
    let mut wrong = Vec::new();
    for case in cases {
        let expected = case.get("expected");
        let failing = expected.find("failing").map(|_| expected.text("failing"));
        let count = counts.entry(failing.unwrap_or("holds")).or_default();
        count.1 += 1;
        let found = failing_first(case);
        if is_right(expected, failing, found) {
            count.0 += 1;
        } else {
            wrong.push(format!(
                "{}: {failing:?} expected, {found:?} found",
                case.id
            ));
        }
    }
    for (failing, (right, all)) in &counts {
        println!("{failing}: {right}/{all}");
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn is_right(expected: Case<'_>, failing: Option<&str>, found: Failing) -> bool {
    let accepted = |member, what: &str| {
        let list = expected.find(member).map(|_| expected.items(member));
        list.is_some_and(|list| list.iter().any(|item| item.value == what))
    };
    let verdict = match found {
        None => "holds",
        Some("format") => "unreadable",
        Some(_) => "fails",
    };
    if verdict != expected.text("verdict") {
        return accepted("verdict_also_accepted", verdict);
    }
    found == failing || found.is_some_and(|found| accepted("failing_also_accepted", found))
}

fn failing_first(case: Case<'_>) -> Failing {
    let (token, question) = (case.text("token"), case.get("question"));
    if question.find("secret").is_some() {
        zego(token, question)
    } else {
        agora(token, question)
    }
}

/// Whether the version is one that the question does not accept.
fn is_other_version(token: &str, question: Case<'_>) -> bool {
    question
        .find("format")
        .is_some_and(|_| !token.starts_with(question.text("format")))
}

fn agora(token: &str, question: Case<'_>) -> Failing {
    let mut workspace = vec![0; workspace_len(token.len())];
    let check: Box<dyn Fn(&Expected<'_>) -> tokenmint::agora::Report + '_> =
        if token.starts_with("006") {
            match ParsedToken::parse(token, &mut workspace) {
                Ok(parsed) => Box::new(move |expected| parsed.check(expected)),
                Err(_) => return Some("format"),
            }
        } else {
            match ParsedToken2::parse(token, &mut workspace) {
                Ok(parsed) => Box::new(move |expected| parsed.check(expected)),
                Err(_) => return Some("format"),
            }
        };
    let (Ok(certificate), Ok(app_id)) = (
        AppCertificate::new(question.text("certificate")),
        AppId::new(question.text("app_id")),
    ) else {
        return Some("certificate");
    };
    if is_other_version(token, question) {
        return Some("version");
    }
    let now = u32::try_from(question.number("now")).expect(question.id);
    let mut expected = Expected::default()
        .certificate(&certificate)
        .app_id(&app_id)
        .now(now);
    if question.find("channel").is_some() {
        expected = expected.channel(question.text("channel"));
    }
    let uid = question.find("uid").map(|uid| uid.value.to_string());
    if let Some(uid) = &uid {
        // A number that is no uid can only be asked for as text.
        expected = expected.account(uid.parse().map_or(Account::Name(uid), Account::Uid));
    } else if question.find("account").is_some() {
        expected = expected.account(question.text("account"));
    }
    let privilege;
    if question.find("privilege").is_some() {
        privilege = [privilege_of(question.text("privilege"))];
        expected = expected.privileges(&privilege);
    } else if question.find("role").is_some() {
        expected = expected.role(match question.text("role") {
            "publisher" => Role::Publisher,
            "subscriber" => Role::Subscriber,
            other => panic!("{}: role {other}", question.id),
        });
    }
    let report = check(&expected);
    let failing = first(&report.answers());
    assert_eq!(report.ok().is_ok(), failing.is_none(), "{}", question.id);
    failing
}

/// Service type and number.
fn privilege_of(name: &str) -> (u16, u16) {
    match name {
        "rtc:join" => (1, 1),
        "rtc:publish-audio" => (1, 2),
        "rtc:publish-video" => (1, 3),
        "rtc:publish-data" => (1, 4),
        "rtm:login" => (2, 1),
        "fpa:login" => (4, 1),
        "chat:user" => (5, 1),
        "chat:app" => (5, 2),
        "rtm2:login" => (8, 1),
        other => panic!("privilege {other}"),
    }
}

/// The name of the first answer that fails; of what is undecided only when
/// nothing fails.
fn first(answers: &[(&str, Verdict)]) -> Failing {
    let named = answers.iter().find_map(|(name, verdict)| match verdict {
        Verdict::Fails(Error::NotYetValid) => Some("issued"),
        Verdict::Fails(Error::Expired) if *name == "privilege" => Some("privilege_ended"),
        Verdict::Fails(_) => Some(match *name {
            "signature" | "expiry" => "signature",
            "app id" => "app_id",
            "time" => "time",
            "channel" | "room" => "channel",
            "user" => "user",
            "privilege" => "privilege",
            other => panic!("answer {other}"),
        }),
        _ => None,
    });
    let undecided = answers
        .iter()
        .any(|(_, verdict)| *verdict == Verdict::Undecided);
    named.or(undecided.then_some("undecided"))
}

fn zego(token: &str, question: Case<'_>) -> Failing {
    let mut expected = zego::Expected::default();
    let app_id = question.get("app_id").value.as_u64();
    let user_id = question.find("uid").map_or_else(
        || {
            question
                .find("account")
                .map(|_| question.text("account").to_owned())
        },
        |uid| Some(uid.value.to_string()),
    );
    expected.app_id = app_id.and_then(|app_id| app_id.try_into().ok());
    assert!(expected.app_id.is_some(), "{}: app id", question.id);
    expected.user_id = user_id.as_deref();
    expected.now = Some(question.number("now").try_into().expect(question.id));
    expected.room_id = question.find("channel").map(|_| question.text("channel"));
    if question.find("role").is_some() && question.text("role") == "publisher" {
        expected = expected.publisher();
    }
    let secret = ServerSecret::new(question.text("secret"));
    let mut workspace = vec![0; zego::workspace_len(token.len())];
    if token.starts_with("03") {
        let Ok(sealed) = Sealed03::parse(token, &mut workspace) else {
            return Some("format");
        };
        let Ok(secret) = secret else {
            return Some("certificate");
        };
        if is_other_version(token, question) {
            return Some("version");
        }
        return match sealed.decrypt(&secret) {
            Ok(claims) => first(&claims.check(&expected).answers()),
            Err(_) => Some("signature"),
        };
    }
    let Ok(sealed) = Sealed04::parse(token, &mut workspace) else {
        return Some("format");
    };
    let Ok(secret) = secret else {
        return Some("certificate");
    };
    if is_other_version(token, question) {
        return Some("version");
    }
    match sealed.decrypt(&secret) {
        Ok(claims) => claims_04(&claims, &expected),
        Err(_) => {
            // Opened, and of other types than the format has.
            let mut workspace = vec![0; zego::workspace_len(token.len())];
            let sealed = Sealed04::parse(token, &mut workspace).expect(question.id);
            let text = sealed.decrypt_text(&secret);
            let json = text.is_ok_and(|text| serde_json::from_str::<Value>(text).is_ok());
            Some(if json { "content" } else { "signature" })
        }
    }
}

fn claims_04(claims: &Claims04<'_>, expected: &zego::Expected<'_>) -> Failing {
    let mut report = claims.check(expected);
    if let Some(text) = claims.payload() {
        let text = text.to_string();
        let Ok(payload) = ParsedPayload::parse(&text) else {
            return Some("content");
        };
        report = report.with_payload(expected, &payload);
    }
    first(&report.answers())
}
