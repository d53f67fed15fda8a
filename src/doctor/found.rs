//! The tokens in what somebody pasted, told apart.

use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use serde_json::{Map, Value, json};

use super::explain::Explanation;
use super::forms::{Form, Service, Unreadable};
use super::paste::{self, Damage, Recovery};
use super::question::Question;

/// A token that was found in a text, and what had to be undone for it.
#[derive(Debug)]
#[non_exhaustive]
pub struct Found {
    /// The token, as the server made it.
    pub token: String,
    /// What it is.
    pub form: &'static Form,
    /// What happened to it on its way, the outermost first.
    pub damages: Vec<Damage>,
}

impl Found {
    /// Finds the token in `text`; of several the first, see
    /// [`paste::recover`].
    ///
    /// # Errors
    ///
    /// [`Unreadable`] when there is none: what the text is instead.
    pub fn one(text: &str, question: &Question<'_>) -> Result<Self, Unreadable> {
        Self::of(paste::recover(text, question), text)
    }

    /// Finds every token in `text`, at least one.
    ///
    /// # Errors
    ///
    /// [`Unreadable`] when there is none, or when one of several has no form.
    pub fn all(text: &str, question: &Question<'_>) -> Result<Vec<Self>, Unreadable> {
        let all = paste::find_all(text, question);
        if all.len() < 2 {
            return Self::one(text, question).map(|found| alloc::vec![found]);
        }
        let each = all.into_iter();
        each.map(|recovery| Self::of(recovery, text)).collect()
    }

    fn of(recovery: Recovery, text: &str) -> Result<Self, Unreadable> {
        let form = recovery.token.as_deref().and_then(Form::of);
        let (Some(token), Some(form)) = (recovery.token, form) else {
            let mut why = recovery.fault.as_ref().map_or_else(
                || "a damaged token, or no known form".to_owned(),
                |damage| format!("{}: {}", damage.cause.id(), damage.sentence()),
            );
            // What a parser says of the text as it stands.
            let parsed = Form::of(text).map(|form| form.explain(text, &Question::at(0)));
            if let Some(Err(Unreadable(message))) = parsed {
                why.push_str(&format!(" [{message}]"));
            }
            return Err(Unreadable(why));
        };
        let mut damages = recovery.undone;
        damages.extend(recovery.fault);
        Ok(Self {
            token,
            form,
            damages,
        })
    }

    /// What is inside.
    ///
    /// # Errors
    ///
    /// [`Unreadable`] when it is damaged.
    pub fn explain(&self, question: &Question<'_>) -> Result<Explanation, Unreadable> {
        self.form.explain(&self.token, question)
    }

    /// Adds what was undone to the members of a JSON object: `undone`, a list
    /// of `cause` and `detail`, and if there is anything in it,
    /// `recovered_token`.
    pub fn describe(&self, object: &mut Map<String, Value>) {
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

/// Whose token is in a text, if there is one.
#[must_use]
pub fn service_of(text: &str) -> Option<Service> {
    let token = paste::recover(text, &Question::at(0)).token?;
    Form::of(&token).map(Form::service)
}
