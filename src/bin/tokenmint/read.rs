//! Tokens, told apart and explained.

use tokenmint::doctor::{Explanation, Form, Question, Unreadable};

use crate::failure::Failure;

/// The form of a token.
pub(crate) fn form(token: &str) -> Result<&'static Form, Failure> {
    Form::of(token).ok_or_else(|| unknown(token))
}

/// What is inside a token.
pub(crate) fn explain(token: &str, question: &Question<'_>) -> Result<Explanation, Failure> {
    Ok(form(token)?.explain(token, question)?)
}

/// A token of no known form, with the likely reason.
fn unknown(token: &str) -> Failure {
    let reason = if token.is_empty() {
        "the token is empty: several official libraries return an empty text, without an error, \
         when app id or certificate are not 32 hexadecimal digits"
    } else if token.starts_with("eJ") || token.starts_with("eA") {
        "no known form; it begins like an Agora 007 token that has lost its first three characters"
    } else if token.contains(char::is_whitespace) {
        "no known form; there is white space inside, as after copying a wrapped line"
    } else {
        "no known form; Agora tokens begin with 007 or 006, ZEGO's with 04 or 03 (letters and \
         digits, then + / =), and a JWT has two dots"
    };
    Failure::unreadable(reason)
}

impl From<Unreadable> for Failure {
    fn from(Unreadable(message): Unreadable) -> Self {
        Self::unreadable(message)
    }
}
