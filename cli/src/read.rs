//! The tokens in what somebody pasted, told apart and explained.

use serde_json::{Map, Value, json};
use tokenmint::doctor::paste::{self, Damage, Recovery};
use tokenmint::doctor::{Explanation, Form, Question, Service, Unreadable};

use crate::failure::Failure;
use crate::output;

/// A token that was found, and what had to be undone for it.
pub(crate) struct Found {
    pub(crate) token: String,
    pub(crate) form: &'static Form,
    damages: Vec<Damage>,
}

impl Found {
    /// Tells people what was undone.
    pub(crate) fn tell(&self) {
        for damage in &self.damages {
            output::note(&format!("note: {}", damage.sentence()));
        }
    }

    /// Adds what was undone for programs: `undone`, a list of `cause` and
    /// `detail`, and if there is anything in it, `recovered_token`.
    pub(crate) fn describe(&self, object: &mut Map<String, Value>) {
        let damages = self.damages.iter();
        let undone = damages
            .map(|damage| json!({ "cause": damage.cause.id(), "detail": damage.detail }))
            .collect();
        object.insert("undone".to_owned(), undone);
        if !self.damages.is_empty() {
            let token = self.token.as_str().into();
            object.insert("recovered_token".to_owned(), token);
        }
    }
}

/// The token in a text.
pub(crate) fn token(text: &str, question: &Question<'_>) -> Result<Found, Failure> {
    found(paste::recover(text, question), text)
}

/// The tokens in a text, at least one.
pub(crate) fn tokens(text: &str, question: &Question<'_>) -> Result<Vec<Found>, Failure> {
    let all = paste::find_all(text, question);
    if all.len() < 2 {
        return token(text, question).map(|found| vec![found]);
    }
    let each = all.into_iter();
    each.map(|recovery| found(recovery, text)).collect()
}

/// Whose token is in a text, if there is one.
pub(crate) fn service(text: &str) -> Option<Service> {
    let token = paste::recover(text, &Question::at(0)).token?;
    Form::of(&token).map(Form::service)
}

/// What is inside a token that was just made.
pub(crate) fn explain(token: &str, question: &Question<'_>) -> Result<Explanation, Failure> {
    let form = Form::of(token).ok_or_else(|| Failure::unreadable("no known form"))?;
    Ok(form.explain(token, question)?)
}

fn found(recovery: Recovery, text: &str) -> Result<Found, Failure> {
    let form = recovery.token.as_deref().and_then(Form::of);
    let (Some(token), Some(form)) = (recovery.token, form) else {
        let mut why = recovery.fault.as_ref().map_or_else(
            || "a damaged token, or no known form".to_owned(),
            |damage| format!("{}: {}", damage.cause.id(), damage.sentence()),
        );
        // What a parser says of the text as it stands.
        let parsed = Form::of(text).map(|form| form.explain(text, &Question::at(0)));
        if let Some(Err(Unreadable(message))) = parsed {
            why += &format!(" [{message}]");
        }
        return Err(Failure::unreadable(why));
    };
    let mut damages = recovery.undone;
    damages.extend(recovery.fault);
    Ok(Found {
        token,
        form,
        damages,
    })
}

impl From<Unreadable> for Failure {
    fn from(Unreadable(message): Unreadable) -> Self {
        Self::unreadable(message)
    }
}
