//! ZEGO token04 and token03: verifying.

use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::ToString;
use alloc::vec;
use alloc::vec::Vec;

use crate::Error;
use crate::agora::Role;
use crate::zego::{Mode, parse_app_id};

use super::read::{Claims, Inside, NO_SECRET, Token};
use crate::doctor::answer::{Answer, Fault, Missing};
use crate::doctor::answers;
use crate::doctor::forms::Refusal;
use crate::doctor::question::Question;
use crate::doctor::words;

/// What is said of a part that is not open.
const CLOSED: &str = "inside the encrypted part";

/// Answers every question.
pub(super) fn verify(token: &Token, question: &Question<'_>) -> Result<Vec<Answer>, Refusal> {
    if !question.privileges.is_empty() {
        return Err(Refusal::Misuse(
            "--privilege is for Agora tokens; ask a ZEGO token with --role publisher or --role \
             subscriber"
                .to_owned(),
        ));
    }
    let mut answers = vec![secret(token, question)];
    let Inside::Open(claims) = &token.inside else {
        let mut closed = |name| answers.push(Answer::undecided(name, CLOSED));
        closed("app id");
        if question.channel.is_some() {
            closed("room");
        }
        if question.user.is_some() {
            closed("user");
        }
        if question.role.is_some() {
            closed("role");
        }
        answers.insert(2, time(question.now, token.clear_expires_at));
        return Ok(answers);
    };
    answers.push(app_id(claims, question));
    answers.push(time(question.now, claims.expires_at));
    if let Some(expected) = question.channel {
        answers.push(room(claims, expected));
    }
    if let Some(account) = question.user {
        let text = account.text();
        let (expected, actual) = (text.as_str(), claims.user_id.as_str());
        let holds = expected == actual;
        answers.push(answers::name(
            "user",
            Fault::User,
            expected,
            &[actual],
            holds,
        ));
    }
    if let Some(asked) = question.role {
        answers.push(role(claims, asked)?);
    }
    Ok(answers)
}

/// Whether the secret opens the token, which is all the proof there is.
fn secret(token: &Token, question: &Question<'_>) -> Answer {
    const NAME: &str = "secret";
    let claims = match &token.inside {
        Inside::NoSecret => return Answer::not_asked(NAME, Missing::Secret, NO_SECRET),
        Inside::BadSecret(error) => {
            let message = format!("malformed: {error}");
            return Answer::fails(NAME, Fault::Certificate, message);
        }
        Inside::Closed => {
            return Answer::fails(NAME, Fault::Signature, Error::DecryptFailed.to_string());
        }
        Inside::Open(claims) => claims,
    };
    if claims.expires_at != token.clear_expires_at {
        let message = format!(
            "the clear copy of the expiry says {}, the protected one {}: the token was changed",
            words::signed_time(token.clear_expires_at, question.now),
            words::signed_time(claims.expires_at, question.now)
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

fn app_id(claims: &Claims, question: &Question<'_>) -> Answer {
    const NAME: &str = "app id";
    let actual = claims.app_id;
    let Some(expected) = question.app_id else {
        let message = format!("{actual}; none to compare with");
        return Answer::not_asked(NAME, Missing::AppId, message);
    };
    match parse_app_id(expected) {
        Err(_) => {
            let message = "the expected app id is malformed: a number from 1 to 4294967295 is \
                needed";
            Answer::fails(NAME, Fault::AppId, message)
        }
        Ok(number) if i64::from(number) == actual => Answer::holds(NAME, actual.to_string()),
        Ok(number) => {
            let message = format!("the token belongs to {actual}, not to {number}");
            Answer::fails(NAME, Fault::AppId, message)
        }
    }
}

fn time(now: u32, end: i64) -> Answer {
    // Before 1970 is as ended as 1970.
    answers::time(now, None, Some(u64::try_from(end).unwrap_or(0)))
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

/// A publisher logs in and publishes, a subscriber logs in.
fn role(claims: &Claims, role: Role) -> Result<Answer, Refusal> {
    const NAME: &str = "role";
    let (needs_publish, word) = match role {
        Role::Publisher => (true, "publisher"),
        Role::Subscriber => (false, "subscriber"),
        _ => {
            return Err(Refusal::Misuse(
                "a ZEGO token knows the roles publisher and subscriber".to_owned(),
            ));
        }
    };
    let Some(grants) = &claims.grants else {
        let message =
            "an identity token names no privileges: a project that checks them refuses it";
        return Ok(Answer::fails(NAME, Fault::Privilege, message));
    };
    let mut missing = Vec::new();
    if grants.login != Some(1) {
        missing.push("log in");
    }
    if needs_publish && grants.publish != Some(1) {
        missing.push("publish");
    }
    Ok(if missing.is_empty() {
        Answer::holds(NAME, format!("{word}: everything it needs is granted"))
    } else {
        let missing = missing.join(", ");
        let message = format!("a {word} needs what the token does not grant: {missing}");
        Answer::fails(NAME, Fault::Privilege, message)
    })
}
