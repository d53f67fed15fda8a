//! What a client learns on its way.

use core::time::Duration;
use std::string::{String, ToString};
use std::vec::Vec;

use super::credentials::{Credentials, KeptToken, Session};
use super::error::{Error, ErrorCode};
use super::{AgentStatus, ProviderApproval};
use crate::client::secret_text::SecretText;

/// The most sessions that are remembered; the oldest go first.
const SESSIONS: usize = 64;

#[derive(Default)]
pub(super) struct State {
    pub(super) client_id: Option<String>,
    pub(super) client_secret: Option<SecretText>,
    /// Those of the registration, where they are known.
    pub(super) redirect_uris: Vec<String>,
    pub(super) agent_status: Option<AgentStatus>,
    pub(super) approved_providers: Vec<ProviderApproval>,
    /// As the service wrote it: not checked.
    pub(super) api_base: Option<String>,
    /// One for each provider and at most one that was set; the newest is last.
    tokens: Vec<Held>,
    sessions: Vec<Session>,
}

/// A token.
#[derive(Clone)]
pub(super) struct Held {
    pub(super) text: SecretText,
    /// Nothing for one that was set.
    pub(super) provider_id: Option<String>,
    pub(super) scopes: Vec<String>,
    /// What the user was asked for; empty when that is not known.
    pub(super) asked: Vec<String>,
    /// By the clock that only goes forward; nothing when it is not known.
    pub(super) ends: Option<Duration>,
    /// The implementor takes it no more.
    pub(super) refused: bool,
    /// Another has taken its place, and it has to be revoked.
    pub(super) superseded: bool,
}

/// Id and secret, both with content.
pub(super) struct Proof {
    pub(super) client_id: String,
    pub(super) client_secret: SecretText,
}

/// Both clocks.
#[derive(Clone, Copy)]
pub(super) struct Now {
    pub(super) monotonic: Duration,
    /// Since 1970.
    pub(super) unix: Duration,
}

impl Held {
    pub(super) fn kept(&self, user: Option<&str>, now: Now) -> KeptToken {
        let expires_at = |ends: Duration| {
            let left = ends.saturating_sub(now.monotonic);
            now.unix.saturating_add(left).as_secs()
        };
        KeptToken {
            access_token: self.text.clone(),
            provider_id: self.provider_id.clone(),
            user: user.map(ToString::to_string),
            expires_at: self.ends.map(expires_at),
            effective_scopes: self.scopes.clone(),
            requested_scopes: self.asked.clone(),
            refused: self.refused,
            superseded: self.superseded,
        }
    }
}

impl State {
    pub(super) fn client_id(&self) -> Result<String, Error> {
        let id = self.client_id.clone().filter(|id| !id.is_empty());
        id.ok_or_else(not_registered)
    }

    pub(super) fn proof(&self) -> Result<Proof, Error> {
        let secret = self.client_secret.clone();
        Ok(Proof {
            client_id: self.client_id()?,
            client_secret: secret
                .filter(|secret| !secret.expose().is_empty())
                .ok_or_else(not_registered)?,
        })
    }

    /// Another registration, of which nothing else is known. Tokens and sessions
    /// stay: they prove themselves.
    pub(super) fn set_credentials(&mut self, client_id: &str, client_secret: &str) {
        self.client_id = Some(client_id.to_string());
        self.client_secret = Some(SecretText::new(client_secret));
        self.redirect_uris.clear();
        self.agent_status = None;
        self.approved_providers.clear();
    }

    /// Everything that [`Self::adopt`] needs to go on later.
    pub(super) fn kept(&self, user: Option<&str>, now: Now) -> Result<Credentials, Error> {
        let proof = self.proof()?;
        let tokens = self.tokens.iter().map(|held| held.kept(user, now));
        let sessions = self.sessions.iter();
        Ok(Credentials {
            redirect_uris: self.redirect_uris.clone(),
            agent_status: self.agent_status.clone(),
            approved_providers: self.approved_providers.clone(),
            tokens: tokens.collect(),
            sessions: sessions
                .filter(|session| session.is_open(now.unix))
                .cloned()
                .collect(),
            ..Credentials::new(&proof.client_id, proof.client_secret.expose())
        })
    }

    /// Takes over what was kept. A token stays where none was kept.
    pub(super) fn adopt(&mut self, kept: Credentials, user: Option<&str>, now: Now) {
        self.set_credentials(&kept.client_id, kept.client_secret.expose());
        self.redirect_uris = kept.redirect_uris;
        self.agent_status = kept.agent_status;
        self.approved_providers = kept.approved_providers;
        for token in kept.tokens {
            if token.user.as_deref() != user {
                continue;
            }
            let left = |at| Duration::from_secs(at).saturating_sub(now.unix);
            self.hold(Held {
                text: token.access_token,
                provider_id: token.provider_id,
                scopes: token.effective_scopes,
                asked: token.requested_scopes,
                refused: token.refused,
                superseded: token.superseded,
                ends: token
                    .expires_at
                    .map(|at| now.monotonic.saturating_add(left(at))),
            });
        }
        let sessions = kept.sessions.into_iter();
        let mine = sessions.filter(|session| session.user.as_deref() == user);
        mine.for_each(|session| self.remember(session));
    }

    /// Forgets the registration and whatever belongs to it.
    pub(super) fn forget(&mut self) {
        let api_base = self.api_base.take();
        *self = Self {
            api_base,
            ..Self::default()
        };
    }

    /// A token in the place of the one for the same provider.
    pub(super) fn hold(&mut self, held: Held) {
        self.tokens.retain(|known| {
            known.superseded || held.superseded || known.provider_id != held.provider_id
        });
        self.tokens.push(held);
    }

    /// In the place of all others, as the official SDKs have it.
    pub(super) fn set_token(&mut self, text: &str) {
        self.tokens.clear();
        self.hold(Held {
            text: SecretText::new(text),
            provider_id: None,
            scopes: Vec::new(),
            asked: Vec::new(),
            refused: false,
            superseded: false,
            ends: None,
        });
    }

    /// The newest token, expired or not.
    pub(super) fn newest(&self) -> Option<&Held> {
        self.current().next()
    }

    /// All tokens, the newest first.
    pub(super) fn tokens(&self) -> impl Iterator<Item = &Held> {
        let tokens = self.tokens.iter().rev();
        tokens.filter(|held| !held.text.expose().is_empty())
    }

    /// Those in whose place there is no other.
    fn current(&self) -> impl Iterator<Item = &Held> {
        self.tokens().filter(|held| !held.superseded)
    }

    /// The token for a provider, expired or not.
    pub(super) fn token_of(&self, provider_id: &str) -> Option<&Held> {
        self.current()
            .find(|held| held.provider_id.as_deref() == Some(provider_id))
    }

    /// What to send to a provider: the newest of its own and the one that was
    /// set. Where there is neither, the newest of all, and the implementor says
    /// that it is another's.
    fn token_for(&self, provider_id: Option<&str>) -> Option<&Held> {
        let mut fitting = self.current().filter(|held| {
            held.provider_id.is_none() || held.provider_id.as_deref() == provider_id
        });
        fitting.next().or_else(|| self.newest())
    }

    /// The token for a provider, or any, unless it has expired at `now`.
    pub(super) fn live_token(
        &self,
        provider_id: Option<&str>,
        now: Duration,
    ) -> Result<SecretText, Error> {
        let token = match provider_id {
            Some(_) => self.token_for(provider_id),
            None => self.newest(),
        };
        let token = token.ok_or_else(|| {
            let message = "there is no token: authorize and exchange_token come first";
            Error::local(ErrorCode::NoToken, message)
        })?;
        if token.ends.is_some_and(|ends| ends <= now) {
            let message = "the token has expired: authorize again";
            return Err(Error::local(ErrorCode::TokenExpired, message));
        }
        Ok(token.text.clone())
    }

    /// The implementor takes a token no more.
    pub(super) fn refuse_token(&mut self, text: &SecretText) {
        let mut tokens = self.tokens.iter_mut();
        if let Some(held) = tokens.find(|held| held.text == *text) {
            held.refused = true;
        }
    }

    /// Whether another has taken the place of a token.
    pub(super) fn is_superseded(&self, text: &SecretText) -> bool {
        let mut tokens = self.tokens.iter();
        tokens.any(|held| held.superseded && held.text == *text)
    }

    /// A token is no more.
    pub(super) fn drop_token(&mut self, text: &SecretText) {
        self.tokens.retain(|held| held.text != *text);
    }

    pub(super) fn api_base(&self) -> Result<String, Error> {
        self.api_base.clone().ok_or_else(|| {
            let message = "where the interface is, is not known: discover comes first";
            Error::local(ErrorCode::NotDiscovered, message)
        })
    }

    pub(super) fn remember(&mut self, session: Session) {
        self.end_session(&session.ath_session_id);
        if self.sessions.len() >= SESSIONS {
            self.sessions.remove(0);
        }
        self.sessions.push(session);
    }

    pub(super) fn session(&self, id: &str) -> Option<&Session> {
        let mut sessions = self.sessions.iter();
        sessions.find(|session| session.ath_session_id == id)
    }

    /// Whether an exchange of the session was lost before, and whether one is
    /// from now on.
    pub(super) fn doubt(&mut self, id: &str, may_be_used: bool) -> bool {
        let mut sessions = self.sessions.iter_mut();
        let session = sessions.find(|session| session.ath_session_id == id);
        session.is_some_and(|session| core::mem::replace(&mut session.may_be_used, may_be_used))
    }

    /// A session gives nothing more.
    pub(super) fn end_session(&mut self, id: &str) {
        self.sessions.retain(|session| session.ath_session_id != id);
    }

    /// The newest session, of a provider or of any.
    pub(super) fn newest_session(&self, provider_id: Option<&str>) -> Option<&Session> {
        let mut sessions = self.sessions.iter().rev();
        sessions.find(|session| provider_id.is_none_or(|id| session.provider_id == id))
    }
}

fn not_registered() -> Error {
    let message = "there are no credentials: register or load them first";
    Error::local(ErrorCode::NotRegistered, message)
}
