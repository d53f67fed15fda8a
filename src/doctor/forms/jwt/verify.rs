//! JSON Web Tokens, such as attestations: verifying.

use alloc::format;
use alloc::string::ToString;
use alloc::vec;
use alloc::vec::Vec;

use crate::Error;
use crate::ath::{PublicKey, TOLERANCE};
use serde_json::Value;

use super::token::Token;
use crate::doctor::answer::{Answer, Fault, Missing};
use crate::doctor::answers;
use crate::doctor::question::Question;
use crate::doctor::words::{self, quoted};

/// The name of the answer about the audience.
const AUDIENCE: &str = "audience";

/// Answers every question.
pub(super) fn verify(token: &Token<'_>, question: &Question<'_>) -> Vec<Answer> {
    let mut answers = vec![signature(token, question), time(token, question.now)];
    if let Some(expected) = question.audience {
        let actual = texts(token.claims.get("aud"));
        let holds = actual.contains(&expected);
        answers.push(answers::name(
            AUDIENCE,
            Fault::Audience,
            expected,
            &actual,
            holds,
        ));
    }
    if let Some(account) = question.user {
        let text = account.text();
        let expected = text.as_str();
        let actual = texts(token.claims.get("sub"));
        let holds = actual.contains(&expected);
        answers.push(answers::name("user", Fault::User, expected, &actual, holds));
    }
    let none = "a JWT has none of these services";
    if question.channel.is_some() {
        answers.push(Answer::fails("channel", Fault::Channel, none));
    }
    if question.role.is_some() || !question.privileges.is_empty() {
        answers.push(Answer::fails("privilege", Fault::Privilege, none));
    }
    answers
}

/// A text, or a list of them.
fn texts(value: Option<&Value>) -> Vec<&str> {
    match value {
        Some(Value::String(text)) => vec![text],
        Some(Value::Array(list)) => list.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    }
}

fn signature(token: &Token<'_>, question: &Question<'_>) -> Answer {
    const NAME: &str = "signature";
    let algorithm = token.algorithm();
    if algorithm.eq_ignore_ascii_case("none") {
        let message = "the algorithm is none: anybody can write such a token";
        return Answer::fails(NAME, Fault::Signature, message);
    }
    if token.header.contains_key("crit") {
        let message = "not verified: the header demands extensions (crit) that are not known here";
        return Answer::undecided(NAME, message);
    }
    if algorithm != "ES256" {
        let message = format!(
            "not verified: the algorithm is {}, and only ES256 is verified here",
            quoted(algorithm)
        );
        return Answer::undecided(NAME, message);
    }
    let Some(bytes) = question.public_key else {
        return Answer::not_asked(NAME, Missing::PublicKey, "no public key at hand");
    };
    let key = match PublicKey::from_file(bytes) {
        Ok(key) => key,
        Err(error) => {
            let message = format!("malformed, or not for ES256 (P-256): {error}");
            return Answer::fails("public key", Fault::Certificate, message);
        }
    };
    match token.jws.verify_es256(&key) {
        Ok(()) => Answer::holds(NAME, "the private half of this key signed this content"),
        Err(Error::BadSignature) => {
            let message = "does not match: wrong key or changed token";
            Answer::fails(NAME, Fault::Signature, message)
        }
        Err(error) => Answer::fails(NAME, Fault::Signature, error.to_string()),
    }
}

/// The answer about the time. Attestations have to be fresh as well, which is
/// what their verifiers ask for.
fn time(token: &Token<'_>, now: u32) -> Answer {
    const NAME: &str = "time";
    let now_long = u64::from(now);
    let tolerance = u64::from(TOLERANCE);
    let starts = [token.seconds("iat"), token.seconds("nbf")];
    if let Some(start) = starts.into_iter().flatten().max()
        && start > now_long.saturating_add(tolerance)
    {
        let start = words::time(start, now);
        let message = format!("issued in the future, at {start}: compare the clocks");
        return Answer::fails(NAME, Fault::Issued, message);
    }
    let Some(end) = token.seconds("exp") else {
        return Answer::holds(NAME, "the token has no end");
    };
    if end > now_long
        && token.is_attestation()
        && let Some(start) = token.seconds("iat")
        && now_long > start.saturating_add(tolerance)
    {
        let start = words::time(start, now);
        let message = format!(
            "issued at {start}: verifiers take an attestation for 5 minutes, whatever its end"
        );
        return Answer::fails(NAME, Fault::Time, message);
    }
    answers::time(now, None, Some(end))
}
