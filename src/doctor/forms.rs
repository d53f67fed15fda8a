//! The forms of token that are known, and how one is recognised.
//!
//! A service brings its forms as constants; `FORMS` lists them. The first that
//! recognises a text is asked to read it, and no other.

mod agora;
mod jwt;
mod zego;

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use super::anatomy::Layer;
use super::answer::{Answer, Fault};
use super::explain::Explanation;
use super::question::{Question, Version};
use super::words::redact;

pub use agora::{SAMPLE_APP_ID, SAMPLE_CERTIFICATE};

/// Whose token it is; each service has credentials of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Service {
    /// Agora: app id and app certificate.
    Agora,
    /// ZEGO: app id and server secret.
    Zego,
    /// Whoever signs JSON Web Tokens: a public key.
    Jwt,
}

/// A form of token.
pub struct Form {
    service: Service,
    /// The version that its first digits name.
    version: Option<Version>,
    /// Whether a text begins, or is built, like this form.
    matches: fn(&str) -> bool,
    /// Which byte is what, at a time; nothing when it is damaged.
    anatomy: fn(&str, u32) -> Option<Vec<Layer>>,
    explain: fn(&str, &Question<'_>) -> Result<Explanation, Unreadable>,
    verify: fn(&str, &Question<'_>) -> Result<Vec<Answer>, Unreadable>,
}

impl fmt::Debug for Form {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Form")
            .field("service", &self.service)
            .finish_non_exhaustive()
    }
}

/// Every form. Keys without a version come first: they are told by their length
/// and their digits, and may begin like any other.
const FORMS: &[&Form] = &[
    &agora::text_keys::FORM,
    &agora::v007::FORM,
    &agora::v006::FORM,
    &agora::key5::FORM,
    &agora::signaling::FORM,
    &zego::TOKEN04,
    &zego::TOKEN03,
    &jwt::FORM,
];

impl Form {
    /// The form that `token` begins like, if it is a known one. Nothing has
    /// been read yet.
    #[must_use]
    pub fn of(token: &str) -> Option<&'static Self> {
        FORMS.iter().find(|form| (form.matches)(token)).copied()
    }

    /// Whose it is.
    #[must_use]
    pub const fn service(&self) -> Service {
        self.service
    }

    /// What is inside a token of this form.
    ///
    /// # Errors
    ///
    /// [`Unreadable`] when it is damaged.
    pub fn explain(&self, token: &str, question: &Question<'_>) -> Result<Explanation, Unreadable> {
        let mut explanation = (self.explain)(token, question)?;
        if let Some(secret) = question.secret {
            explanation.redact(secret);
        }
        Ok(explanation)
    }

    /// Which byte of a token of this form is what, layer by layer; nothing when
    /// it is damaged.
    #[must_use]
    pub fn anatomy(&self, token: &str, question: &Question<'_>) -> Vec<Layer> {
        let mut layers = (self.anatomy)(token, question.now).unwrap_or_default();
        if let Some(secret) = question.secret {
            let pieces = layers.iter_mut().flat_map(|layer| &mut layer.pieces);
            pieces.for_each(|piece| redact(&mut piece.value, secret));
        }
        layers
    }

    /// What holds of a token of this form and what does not; the first answer
    /// is about the proof: signature or secret.
    ///
    /// # Errors
    ///
    /// [`Unreadable`] when it is damaged.
    pub fn verify(&self, token: &str, question: &Question<'_>) -> Result<Vec<Answer>, Unreadable> {
        let mut answers = (self.verify)(token, question)?;
        if let Some(accepted) = question.accepts {
            // After the proof, which stays the first answer.
            answers.insert(answers.len().min(1), self.version(accepted));
        }
        if question.audience.is_some() && self.service != Service::Jwt {
            let message = "a token of this form names no audience";
            answers.push(Answer::fails("audience", Fault::Audience, message));
        }
        if let Some(secret) = question.secret {
            let messages = answers.iter_mut().map(|answer| &mut answer.message);
            messages.for_each(|message| redact(message, secret));
        }
        Ok(answers)
    }

    /// Whether it is of the version that is accepted.
    fn version(&self, accepted: Version) -> Answer {
        const NAME: &str = "version";
        if self.version == Some(accepted) {
            return Answer::holds(NAME, accepted.digits());
        }
        let message = format!(
            "{} is accepted, and this token is {}",
            accepted.digits(),
            self.version.map_or("of another kind", Version::digits)
        );
        Answer::fails(NAME, Fault::Version, message)
    }
}

/// A damaged token: what is wrong with it, safe to show.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(clippy::exhaustive_structs)] // A message.
pub struct Unreadable(pub String);

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl core::error::Error for Unreadable {}
