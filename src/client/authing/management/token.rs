//! The management token: asked for once, kept, renewed by one caller while the
//! others wait for it or go on with the old one.
//!
//! ```text
//!  issued                                   renewal is due          expires
//!    |------------ everybody uses it -------------|-- one renews -----|-- all wait
//!                                                  others use it on
//! ```

use core::future::Future;
use core::pin::Pin;
use core::task::{Context, Poll, Waker};
use core::time::Duration;
use std::string::{String, ToString};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::vec::Vec;

use serde_json::Value;
use zeroize::Zeroizing;

use crate::client::authing::Envelope;
use crate::http::{Error, ErrorKind};
use crate::wire::base64;

/// Renewal is due this long before the end, at most.
const MARGIN: Duration = Duration::from_secs(60);

/// It is due at the earliest when one part in so many of the lifetime is left.
const MARGIN_PART: u32 = 20;

/// A token and what is in it.
pub(super) struct Token {
    pub(super) text: Zeroizing<String>,
    pub(super) user_pool_id: Option<String>,
    renew_at: Duration,
    expires_at: Duration,
}

impl Token {
    /// From what the service answered at `now`.
    pub(super) fn read(answer: Envelope, now: Duration) -> Result<Self, Error> {
        let data = answer.into_result()?;
        let unusable = |message| Error::with_message(ErrorKind::Answer, message);
        let text = data.get("access_token").and_then(Value::as_str);
        let text = text
            .filter(|text| !text.is_empty())
            .ok_or_else(|| unusable("there is no management token in it"))?;
        let seconds = data.get("expires_in").and_then(Value::as_f64);
        let lifetime = seconds
            .and_then(|seconds| Duration::try_from_secs_f64(seconds).ok())
            .ok_or_else(|| unusable("the management token has no lifetime"))?;
        let margin = MARGIN.min(lifetime.checked_div(MARGIN_PART).unwrap_or_default());
        Ok(Self {
            user_pool_id: user_pool_id(text),
            text: Zeroizing::new(text.to_string()),
            renew_at: now.saturating_add(lifetime.saturating_sub(margin)),
            expires_at: now.saturating_add(lifetime),
        })
    }
}

/// The claim `scoped_userpool_id`; whether the token is genuine is for the
/// service to say.
fn user_pool_id(token: &str) -> Option<String> {
    let payload = token.split('.').nth(1)?.trim_end_matches('=');
    let mut buffer = std::vec![0; base64::decoded_max(payload.len())];
    let decoded = base64::decode_url(payload.as_bytes(), 0, &mut buffer).ok()?;
    let claims: Value = serde_json::from_slice(decoded).ok()?;
    Some(claims.get("scoped_userpool_id")?.as_str()?.to_string())
}

/// Where the token is kept.
#[derive(Default)]
pub(super) struct Tokens {
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Default)]
struct State {
    token: Option<Arc<Token>>,
    renewing: bool,
    /// Counts renewals that have ended, well or not.
    ended: u64,
    /// Why the last one failed, for those who waited for it.
    failure: Option<Arc<Error>>,
    wakers: Vec<Waker>,
}

/// What a caller has to do.
pub(super) enum Turn<'a> {
    /// Use this token.
    Use(Arc<Token>),
    /// Ask for a token; nobody else does.
    Renew(Renewal<'a>),
    /// Wait for whoever asks.
    Wait(Waiting<'a>),
}

impl Tokens {
    pub(super) fn turn(&self, now: Duration) -> Turn<'_> {
        let mut state = self.lock();
        if let Some(token) = &state.token {
            let due = now >= token.renew_at;
            if !due || (state.renewing && now < token.expires_at) {
                return Turn::Use(Arc::clone(token));
            }
        }
        if state.renewing {
            return Turn::Wait(Waiting {
                tokens: self,
                seen: state.ended,
            });
        }
        state.renewing = true;
        Turn::Renew(Renewal {
            tokens: self,
            result: None,
        })
    }

    /// The next call asks for a new one.
    pub(super) fn forget(&self) {
        self.lock().token = None;
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The right to ask for a token, until it is dropped.
pub(super) struct Renewal<'a> {
    tokens: &'a Tokens,
    result: Option<Result<Arc<Token>, Arc<Error>>>,
}

impl Renewal<'_> {
    /// Hands the outcome to everybody who waits, and to the caller.
    pub(super) fn finish(mut self, result: Result<Token, Error>) -> Result<Arc<Token>, Error> {
        let result = result.map(Arc::new).map_err(Arc::new);
        self.result = Some(result.clone());
        result.map_err(|error| shared(&error))
    }
}

impl Drop for Renewal<'_> {
    /// Also where the call was cancelled: the next caller takes over.
    fn drop(&mut self) {
        let mut state = self.tokens.lock();
        state.renewing = false;
        state.ended = state.ended.wrapping_add(1);
        state.failure = None;
        match self.result.take() {
            Some(Ok(token)) => state.token = Some(token),
            Some(Err(error)) => state.failure = Some(error),
            None => {}
        }
        let wakers = core::mem::take(&mut state.wakers);
        drop(state);
        self.tokens.changed.notify_all();
        for waker in wakers {
            waker.wake();
        }
    }
}

/// A renewal of somebody else, to be waited for: with [`Self::block`], or as a
/// future. Then it is time for another [`Tokens::turn`].
pub(super) struct Waiting<'a> {
    tokens: &'a Tokens,
    seen: u64,
}

impl Waiting<'_> {
    pub(super) fn block(self) -> Result<(), Error> {
        let state = self
            .tokens
            .changed
            .wait_while(self.tokens.lock(), |state| state.ended == self.seen)
            .unwrap_or_else(PoisonError::into_inner);
        Self::outcome(&state)
    }

    fn outcome(state: &State) -> Result<(), Error> {
        match &state.failure {
            Some(error) => Err(shared(error)),
            None => Ok(()),
        }
    }
}

impl Future for Waiting<'_> {
    type Output = Result<(), Error>;

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let mut state = self.tokens.lock();
        if state.ended != self.seen {
            return Poll::Ready(Self::outcome(&state));
        }
        if !state
            .wakers
            .iter()
            .any(|waker| waker.will_wake(context.waker()))
        {
            state.wakers.push(context.waker().clone());
        }
        Poll::Pending
    }
}

/// One failure for many callers.
fn shared(error: &Arc<Error>) -> Error {
    Error::with_message(error.kind(), "there is no management token")
        .with_service_error(
            error.code().map(ToString::to_string),
            error.detail().map(ToString::to_string),
        )
        .with_request_id(error.request_id().map(ToString::to_string))
        .with_source(Arc::clone(error))
}
