//! Answers to questions about a token, one a question.

use alloc::string::String;

use serde_json::{Value, json};

/// What does not hold. The order is that in which it matters: the first fault
/// of a token is the one to mend first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Fault {
    /// The text is no readable token.
    Format,
    /// The certificate, secret or public key itself is malformed.
    Certificate,
    /// The token is of a version that is not accepted.
    Version,
    /// The signature does not match, or the secret does not open the token.
    Signature,
    /// The token is by another issuer.
    Issuer,
    /// The token belongs to another app id.
    AppId,
    /// The token was issued in the future.
    Issued,
    /// The token has ended.
    Time,
    /// The content has the wrong types.
    Content,
    /// The token is for another audience.
    Audience,
    /// The token is from another sign-in.
    Nonce,
    /// The token is for another channel or room.
    Channel,
    /// The token is for another user.
    User,
    /// The role or privilege is not granted.
    Privilege,
    /// The role or privilege was granted and has ended.
    PrivilegeEnded,
}

impl Fault {
    /// A stable name for machines.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Format => "format",
            Self::Certificate => "certificate",
            Self::Version => "version",
            Self::Signature => "signature",
            Self::Issuer => "issuer",
            Self::AppId => "app_id",
            Self::Issued => "issued",
            Self::Time => "time",
            Self::Content => "content",
            Self::Audience => "audience",
            Self::Nonce => "nonce",
            Self::Channel => "channel",
            Self::User => "user",
            Self::Privilege => "privilege",
            Self::PrivilegeEnded => "privilege_ended",
        }
    }
}

/// What an answer would need that was not given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Missing {
    /// The app id to compare with.
    AppId,
    /// The app certificate.
    Certificate,
    /// The server secret.
    Secret,
    /// The public key.
    PublicKey,
    /// The channel or room that is joined.
    Channel,
    /// The user that joins.
    User,
    /// The channel and the user, which the signature covers.
    ChannelAndUser,
    /// The role or privilege that is wanted.
    Privilege,
    /// The nonce of the sign-in.
    Nonce,
}

/// How a question was answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Outcome {
    /// It holds.
    Holds,
    /// It does not hold.
    Fails(Fault),
    /// It was not asked: this would have to be given.
    NotAsked(Missing),
    /// It was asked, and this token does not tell.
    Undecided,
}

/// The answer to one question.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Answer {
    /// What it is about, for people: `signature`, `app id`, `channel`.
    pub name: &'static str,
    /// The answer.
    pub outcome: Outcome,
    /// The answer in a sentence, safe to show.
    pub message: String,
}

impl Answer {
    /// It holds.
    pub fn holds(name: &'static str, message: impl Into<String>) -> Self {
        Self::new(name, Outcome::Holds, message)
    }

    /// It does not hold.
    pub fn fails(name: &'static str, fault: Fault, message: impl Into<String>) -> Self {
        Self::new(name, Outcome::Fails(fault), message)
    }

    /// It was not asked.
    pub fn not_asked(name: &'static str, missing: Missing, message: impl Into<String>) -> Self {
        Self::new(name, Outcome::NotAsked(missing), message)
    }

    /// It was asked and cannot be told.
    pub fn undecided(name: &'static str, message: impl Into<String>) -> Self {
        Self::new(name, Outcome::Undecided, message)
    }

    fn new(name: &'static str, outcome: Outcome, message: impl Into<String>) -> Self {
        Self {
            name,
            outcome,
            message: message.into(),
        }
    }

    /// What fails, if it does.
    #[must_use]
    pub const fn fault(&self) -> Option<Fault> {
        match self.outcome {
            Outcome::Fails(fault) => Some(fault),
            _ => None,
        }
    }

    /// The members of its JSON object: `name`, `outcome` (`holds`, `fails`,
    /// `not-asked`, `undecided`) and `message`.
    #[must_use]
    pub fn json(&self) -> Value {
        let outcome = match self.outcome {
            Outcome::Holds => "holds",
            Outcome::Fails(_) => "fails",
            Outcome::NotAsked(_) => "not-asked",
            Outcome::Undecided => "undecided",
        };
        json!({ "name": self.name, "outcome": outcome, "message": self.message })
    }
}
