//! What a client learns on its way.

use core::time::Duration;
use std::collections::VecDeque;
use std::string::{String, ToString};
use std::vec::Vec;

use super::error::{Error, ErrorCode};
use crate::client::secret_text::SecretText;

/// The most sessions that are remembered; the oldest go first.
const SESSIONS: usize = 64;

#[derive(Default)]
pub(super) struct State {
    pub(super) client_id: Option<String>,
    pub(super) client_secret: Option<SecretText>,
    /// Those of the registration, when it was made by this client.
    pub(super) redirect_uris: Vec<String>,
    pub(super) token: Option<Current>,
    /// As the service wrote it: not checked.
    pub(super) api_base: Option<String>,
    sessions: VecDeque<Session>,
}

/// The current token.
#[derive(Clone)]
pub(super) struct Current {
    pub(super) text: SecretText,
    /// By the clock that only goes forward; nothing when it is not known.
    pub(super) ends: Option<Duration>,
}

/// What was asked for.
#[derive(Clone)]
pub(super) struct Session {
    pub(super) id: String,
    pub(super) provider_id: String,
    pub(super) scopes: Vec<String>,
}

/// Id and secret, both with content.
pub(super) struct Credentials {
    pub(super) client_id: String,
    pub(super) client_secret: SecretText,
}

impl State {
    pub(super) fn client_id(&self) -> Result<String, Error> {
        let id = self.client_id.clone().filter(|id| !id.is_empty());
        id.ok_or_else(not_registered)
    }

    pub(super) fn credentials(&self) -> Result<Credentials, Error> {
        let secret = self.client_secret.clone();
        Ok(Credentials {
            client_id: self.client_id()?,
            client_secret: secret
                .filter(|secret| !secret.expose().is_empty())
                .ok_or_else(not_registered)?,
        })
    }

    pub(super) fn set_credentials(
        &mut self,
        client_id: &str,
        client_secret: &str,
        redirect_uris: Vec<String>,
    ) {
        self.client_id = Some(client_id.to_string());
        self.client_secret = Some(SecretText::new(client_secret));
        self.redirect_uris = redirect_uris;
    }

    pub(super) fn set_token(&mut self, text: &str) {
        self.token = Some(Current {
            text: SecretText::new(text),
            ends: None,
        });
    }

    /// The token, expired or not.
    pub(super) fn any_token(&self) -> Option<&Current> {
        self.token
            .as_ref()
            .filter(|token| !token.text.expose().is_empty())
    }

    /// The token, unless it has expired at `now`.
    pub(super) fn live_token(&self, now: Duration) -> Result<SecretText, Error> {
        let token = self.any_token().ok_or_else(|| {
            let message = "there is no token: authorize and exchange_token come first";
            Error::local(ErrorCode::NoToken, message)
        })?;
        if token.ends.is_some_and(|ends| ends <= now) {
            let message = "the token has expired: authorize again";
            return Err(Error::local(ErrorCode::TokenExpired, message));
        }
        Ok(token.text.clone())
    }

    pub(super) fn api_base(&self) -> Result<String, Error> {
        self.api_base.clone().ok_or_else(|| {
            let message = "where the interface is, is not known: discover comes first";
            Error::local(ErrorCode::NotDiscovered, message)
        })
    }

    pub(super) fn remember(&mut self, session: Session) {
        if self.sessions.len() >= SESSIONS {
            self.sessions.pop_front();
        }
        self.sessions.push_back(session);
    }

    pub(super) fn session(&self, id: &str) -> Option<Session> {
        self.sessions
            .iter()
            .rev()
            .find(|session| session.id == id)
            .cloned()
    }

    /// The session of the last `authorize`.
    pub(super) fn last_session(&self) -> Option<&str> {
        self.sessions.back().map(|session| session.id.as_str())
    }
}

fn not_registered() -> Error {
    let message = "there are no credentials: register or load them first";
    Error::local(ErrorCode::NotRegistered, message)
}
