//! What `ensure_token` decides: which token is good, which authorization goes on,
//! and when another has to begin.

use core::time::Duration;
use std::string::ToString;

use super::credentials::KeptToken;
use super::error::{Error, ErrorCode, Reaction};
use super::poll::{Polling, Waiting};
use super::shared::Core;
use super::state::Held;
use super::{AgentStatus, Authorization, AuthorizeRequest, Token};
use crate::client::secret_text::SecretText;

/// A token that ends sooner is over: the next call might not be answered in
/// time.
const MARGIN: Duration = Duration::from_secs(30);

/// How long a session is asked for after an answer was lost: by then a user who
/// had consented would have been seen.
const DOUBT: Duration = Duration::from_secs(60);

impl Core {
    /// The token for a provider, as it would be kept.
    pub(super) fn token(&self, provider_id: &str) -> Option<KeptToken> {
        let now = self.clocks();
        let state = self.state();
        let held = state.token_of(provider_id)?;
        Some(held.kept(self.user(), now))
    }

    /// A token for what is asked for that still lasts.
    pub(super) fn usable_token(&self, request: &AuthorizeRequest) -> Option<KeptToken> {
        let now = self.clocks();
        let state = self.state();
        let held = state.token_of(request.provider_id())?;
        let lasts = |ends: Duration| ends.saturating_sub(now.monotonic) >= MARGIN;
        let lasts = held.ends.is_none_or(lasts);
        // Users give less than they are asked for; asking again gives no more.
        let covers = |scope| held.asked.contains(scope) || held.scopes.contains(scope);
        let fits = lasts && !held.refused && request.scopes().iter().all(covers);
        fits.then(|| held.kept(self.user(), now))
    }

    /// The token that was just given.
    pub(super) fn given(&self, token: Token, request: &AuthorizeRequest) -> KeptToken {
        let lifetime = Duration::from_secs(token.expires_in);
        let ends = self.clocks().unix.saturating_add(lifetime);
        KeptToken {
            access_token: token.access_token,
            provider_id: Some(token.provider_id),
            user: self.user().map(ToString::to_string),
            expires_at: Some(ends.as_secs()),
            effective_scopes: token.effective_scopes,
            requested_scopes: request.scopes().to_vec(),
            refused: false,
            superseded: false,
        }
    }

    /// The token that another is to take the place of.
    pub(super) fn token_before(&self, request: &AuthorizeRequest) -> Option<Held> {
        self.state().token_of(request.provider_id()).cloned()
    }

    /// Another token has taken the place of `before`, which may be good for a while:
    /// it is not forgotten before it is revoked.
    pub(super) fn supersede(&self, before: Option<Held>) {
        let mut state = self.state();
        // Some give the same one again.
        let is_same = |before: &Held| state.newest().is_some_and(|held| held.text == before.text);
        let Some(before) = before.filter(|before| !is_same(before)) else {
            return;
        };
        state.hold(Held {
            superseded: true,
            ..before
        });
        drop(state);
        let _ = self.keep();
    }

    /// An authorization for what is asked for that may still give a token.
    pub(super) fn resumable(&self, request: &AuthorizeRequest) -> Option<Authorization> {
        let now = self.clocks().unix;
        let state = self.state();
        let session = state.newest_session(Some(request.provider_id()))?;
        let goes_on = session.is_open(now)
            && !session.may_be_used
            && !session.authorization_url.is_empty()
            && session.scopes == request.scopes();
        goes_on.then(|| Authorization::of_session(session))
    }

    /// What is left of `polling`, which began at `started`.
    pub(super) fn rest_of<'a>(&self, polling: Polling<'a>, started: Duration) -> Polling<'a> {
        let elapsed = self.now().saturating_sub(started);
        Polling {
            doubt: DOUBT,
            ..polling.total(polling.total.saturating_sub(elapsed))
        }
    }

    /// Waiting for a human, which is in vain where one has said no.
    pub(super) fn for_approval(&self, polling: Polling<'_>) -> Polling<'static> {
        let denied = self.state().agent_status == Some(AgentStatus::Denied);
        Polling {
            first: polling.first,
            longest: polling.longest,
            total: polling.total,
            failures: polling.failures,
            approval: polling.approval && !denied,
            redirects: None,
            doubt: polling.doubt,
        }
    }

    /// How long to wait now; nothing when it is time to ask.
    pub(super) fn pause(
        &self,
        waiting: &mut Waiting<'_>,
        session_id: &str,
    ) -> Result<Option<Duration>, Error> {
        let paused = waiting.pause(session_id, self.now());
        paused.inspect_err(|_| self.state().end_session(session_id))
    }

    /// An exchange is on its way: until its answer is there, and for ever when it
    /// is lost, the session may be used up. Whether it was so before.
    pub(super) fn begins_exchange(&self, session_id: &str) -> bool {
        self.state().doubt(session_id, true)
    }

    /// Remembers what a failure says about a session.
    pub(super) fn not_exchanged(&self, session_id: &str, was_doubtful: bool, error: &Error) {
        let is_over = match *error.code() {
            ErrorCode::UserDenied => true,
            // Or not finished: nobody can tell.
            ErrorCode::SessionNotFound => false,
            _ => error.reaction() == Reaction::Authorize,
        };
        if is_over {
            self.state().end_session(session_id);
        } else if !error.may_have_happened() {
            self.state().doubt(session_id, was_doubtful);
            return;
        }
        // It is a help to whoever goes on later, and no more.
        let _ = self.keep();
    }

    /// The implementor says that it takes a token no more.
    pub(super) fn refused(&self, token: &SecretText) {
        self.state().refuse_token(token);
        let _ = self.keep();
    }

    /// Whether another authorization helps, and there is time left for it.
    pub(super) fn begins_again(
        &self,
        error: Error,
        session_id: &str,
        polling: Polling<'_>,
        started: Duration,
    ) -> Result<(), Error> {
        let mut state = self.state();
        let session = state.session(session_id);
        let is_over = session.is_none_or(|known| known.may_be_used);
        let longest = polling.longest.saturating_add(polling.first);
        let has_time = self.rest_of(polling, started).total > longest;
        if error.reaction() == Reaction::Authorize && is_over && has_time {
            state.end_session(session_id);
            return Ok(());
        }
        Err(error)
    }
}
