//! ZEGO token04 and token03: verifying.

use alloc::format;
use alloc::string::ToString;
use alloc::vec;
use alloc::vec::Vec;

use crate::Error;
use crate::agora::Role;
use crate::zego::{Mode, parse_app_id};

use super::sentences::{self, NO_SECRET};
use super::token::{Claims, Inside, Token};
use crate::doctor::answer::{Answer, Fault, Missing};
use crate::doctor::answers;
use crate::doctor::cause::Cause;
use crate::doctor::question::Question;
use crate::doctor::words::{self, safe};

/// What is said of a part that is not open.
const CLOSED: &str = "inside the encrypted part";

/// Answers every question.
pub(super) fn verify(token: &Token, question: &Question<'_>) -> Vec<Answer> {
    let mut answers = vec![secret(token, question)];
    let now = question.now;
    match &token.inside {
        Inside::Open(claims) => {
            answers.push(app_id(&claims.app_id.to_string(), question));
            answers.push(time(now, claims.issued_at, claims.expires_at));
            if claims.wrong.is_empty() {
                answers.extend(uses(claims, question));
            } else {
                answers.extend(content(&claims.wrong));
                answers.extend(asked(question).map(|name| Answer::undecided(name, UNREADABLE)));
            }
        }
        Inside::Misshapen(found) => {
            answers.push(app_id(&found.app_id, question));
            answers.push(time(now, found.issued_at, found.expires_at));
            answers.extend(content(&found.wrong));
            answers.extend(asked(question).map(|name| Answer::undecided(name, UNREADABLE)));
        }
        Inside::NoSecret | Inside::BadSecret(_) | Inside::Closed => {
            answers.push(Answer::undecided("app id", CLOSED));
            answers.push(time(now, i64::MIN, token.clear_expires_at));
            answers.extend(asked(question).map(|name| Answer::undecided(name, CLOSED)));
        }
    }
    answers
}

/// What is said where the content does not have the right types.
const UNREADABLE: &str = "not known: the content has the wrong types";

fn content(wrong: &[Cause]) -> impl Iterator<Item = Answer> + use<'_> {
    let causes = wrong.iter().map(|cause| sentences::wrong(*cause));
    causes.map(|message| Answer::fails("content", Fault::Content, message))
}

/// The names of the questions that are asked about what a token allows.
fn asked(question: &Question<'_>) -> impl Iterator<Item = &'static str> {
    let grants = question.role.is_some() || !question.privileges.is_empty();
    [
        ("room", question.channel.is_some()),
        ("user", question.user.is_some()),
        ("privilege", grants),
    ]
    .into_iter()
    .filter_map(|(name, asked)| asked.then_some(name))
}

/// Room, user and privileges: a token is for one use.
fn uses(claims: &Claims, question: &Question<'_>) -> Vec<Answer> {
    let mut answers = Vec::new();
    match question.channel {
        Some(expected) => answers.push(room(claims, expected)),
        None => answers.push(Answer::not_asked("room", Missing::Channel, "not asked for")),
    }
    match question.user {
        Some(account) => {
            let text = account.text();
            let (expected, actual) = (text.as_str(), claims.user_id.as_str());
            let holds = expected == actual;
            let answer = answers::name("user", Fault::User, expected, &[actual], holds);
            answers.push(answer);
        }
        None => answers.push(Answer::not_asked("user", Missing::User, "not asked for")),
    }
    if !question.privileges.is_empty() {
        let message =
            "the token is ZEGO's and grants nothing of these services: ask it with a role";
        answers.push(Answer::fails("privilege", Fault::Privilege, message));
    }
    if question.without_privilege {
        let message = "left out of the question";
        answers.push(Answer::not_asked("privilege", Missing::Privilege, message));
    } else if let Some(asked) = question.role {
        answers.push(role(claims, asked));
    } else if question.channel.is_some() {
        answers.push(login(claims));
    } else if question.privileges.is_empty() {
        answers.push(Answer::not_asked(
            "privilege",
            Missing::Privilege,
            "not asked for",
        ));
    }
    answers
}

/// Whether the secret opens the token, which is all the proof there is.
fn secret(token: &Token, question: &Question<'_>) -> Answer {
    const NAME: &str = "secret";
    let end = match &token.inside {
        Inside::NoSecret => return Answer::not_asked(NAME, Missing::Secret, NO_SECRET),
        Inside::BadSecret(error) => {
            return Answer::fails("secret", Fault::Certificate, error.to_string());
        }
        Inside::Closed => {
            return Answer::fails(NAME, Fault::Signature, Error::DecryptFailed.to_string());
        }
        Inside::Misshapen(found) => found.expires_at,
        Inside::Open(claims) => claims.expires_at,
    };
    if end != token.clear_expires_at {
        let message = format!(
            "the clear copy of the expiry says {}, the protected one {}: the token was changed",
            words::signed_time(token.clear_expires_at, question.now),
            words::signed_time(end, question.now)
        );
        return Answer::fails(NAME, Fault::Signature, message);
    }
    Answer::holds(
        NAME,
        match token.mode {
            Mode::Gcm => "it opens the token, whose content is authenticated",
            Mode::Cbc => {
                "it opens the token; CBC does not authenticate, so compare the app id as well"
            }
        },
    )
}

/// The app id as text: some official libraries write it as such.
fn app_id(actual: &str, question: &Question<'_>) -> Answer {
    const NAME: &str = "app id";
    let shown = safe(actual);
    let Some(expected) = question.app_id else {
        let message = format!("{shown}; none to compare with");
        return Answer::not_asked(NAME, Missing::AppId, message);
    };
    match parse_app_id(expected) {
        Err(error) => Answer::fails(NAME, Fault::AppId, format!("the expected {error}")),
        Ok(number) if actual.parse() == Ok(number) => Answer::holds(NAME, shown),
        Ok(number) => {
            let message = format!("the token belongs to {shown}, not to {number}");
            Answer::fails(NAME, Fault::AppId, message)
        }
    }
}

fn time(now: u32, start: i64, end: i64) -> Answer {
    // Before 1970 is as ended as 1970, and after 2106 as far away as 2106.
    let start = start.clamp(0, i64::from(u32::MAX));
    let start = u32::try_from(start).ok();
    answers::time(now, start, Some(u64::try_from(end).unwrap_or(0)))
}

fn room(claims: &Claims, expected: &str) -> Answer {
    let actual = claims.grants.as_ref().and_then(|g| g.room_id.as_deref());
    match actual {
        Some("") => answers::any("room", expected),
        Some(actual) => {
            let holds = actual == expected;
            answers::name("room", Fault::Channel, expected, &[actual], holds)
        }
        None => answers::name("room", Fault::Channel, expected, &[], false),
    }
}

/// What is said of a token that names no privileges.
const IDENTITY: &str =
    "an identity token names no privileges: a project that checks them refuses it";

/// Joining a room is logging in to it.
fn login(claims: &Claims) -> Answer {
    const NAME: &str = "privilege";
    match &claims.grants {
        None => Answer::fails(NAME, Fault::Privilege, IDENTITY),
        Some(grants) => match grants.login {
            Some(1) => Answer::holds(NAME, "to log in to the room is granted"),
            Some(_) => Answer::fails(NAME, Fault::Privilege, "to log in to the room is denied"),
            None => Answer::fails(
                NAME,
                Fault::Privilege,
                "to log in to the room is not granted",
            ),
        },
    }
}

/// A publisher logs in and publishes, a subscriber logs in.
fn role(claims: &Claims, role: Role) -> Answer {
    const NAME: &str = "role";
    let (needs_publish, word) = match role {
        Role::Publisher => (true, "publisher"),
        Role::Subscriber => (false, "subscriber"),
        Role::Attendee | Role::Admin => {
            let message = "a ZEGO token knows the roles publisher and subscriber";
            return Answer::fails(NAME, Fault::Privilege, message);
        }
    };
    let Some(grants) = &claims.grants else {
        return Answer::fails(NAME, Fault::Privilege, IDENTITY);
    };
    let mut missing = Vec::new();
    if grants.login != Some(1) {
        missing.push("log in");
    }
    if needs_publish && grants.publish != Some(1) {
        missing.push("publish");
    }
    if missing.is_empty() {
        return Answer::holds(NAME, format!("{word}: everything it needs is granted"));
    }
    let missing = missing.join(", ");
    let message = format!("a {word} needs what the token does not grant: {missing}");
    Answer::fails(NAME, Fault::Privilege, message)
}
