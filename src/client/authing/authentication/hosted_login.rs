//! Hosted login in two calls.
//!
//! ```text
//! begin ──> send the user to `url` ──> the user signs in ──> callback ──> finish
//!    └── keep the pending login in the session of this user ──────────────┘
//! ```
//!
//! | of the callback | has to be |
//! |---|---|
//! | `state` | that of the pending login; looked at first |
//! | `iss` | the issuer, where it is there (RFC 9207) |
//! | `error` | absent; otherwise it is the error, with its description |
//! | `code` | there, and each of these once |
//!
//! The code is exchanged with the proof key (PKCE), and the ID token has to be
//! there and to have the nonce of the pending login. Source of truth: OpenID
//! Connect Core 1.0, section 3.1; RFC 7636; RFC 9207.

use core::fmt;
use std::string::{String, ToString};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use serde_json::{Value, json};
use zeroize::Zeroizing;

use super::core::Core;
use super::protocol::{self, ProtocolCall};
use super::{AsyncAuthenticationClient, AuthenticationClient, BuildAuthorizeUrl, TokenSet};
use crate::client::authing::Claims;
use crate::client::authing::operation::{decoded, refused};
use crate::crypto::compare;
use crate::http::both::both;
use crate::http::{Error, ErrorKind};

/// A sign-in that has begun. It belongs into the session of this user, and
/// nowhere else: `Debug` shows nothing of it.
///
/// ```
/// use tokenmint::client::authing::PendingLogin;
///
/// # fn example(pending: &PendingLogin) -> Result<(), tokenmint::http::Error> {
/// let session = pending.to_session();
/// // When the user comes back:
/// let pending = PendingLogin::from_session(&session)?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct PendingLogin {
    url: String,
    state: String,
    nonce: String,
    code_verifier: Zeroizing<String>,
    redirect_uri: String,
    /// What the code was exchanged for, until it is checked.
    received: Arc<Mutex<Option<TokenSet>>>,
}

impl PendingLogin {
    /// Where to send the user.
    #[must_use]
    pub fn url(&self) -> &str {
        &self.url
    }

    /// The state of this sign-in: a key for what is kept of it.
    #[must_use]
    pub fn state(&self) -> &str {
        &self.state
    }

    /// What [`Self::from_session`] reads: for a session that is on the server,
    /// or in a cookie that is encrypted.
    #[must_use]
    pub fn to_session(&self) -> Zeroizing<String> {
        let members = json!({
            "url": self.url,
            "state": self.state,
            "nonce": self.nonce,
            "code_verifier": *self.code_verifier,
            "redirect_uri": self.redirect_uri,
        });
        Zeroizing::new(members.to_string())
    }

    /// The sign-in that was kept.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::InvalidInput`] for anything but a text of
    /// [`Self::to_session`].
    pub fn from_session(text: &str) -> Result<Self, Error> {
        let members: Value = serde_json::from_str(text).unwrap_or_default();
        let member = |name: &str| {
            let text = members.get(name).and_then(Value::as_str);
            let text = text.map(ToString::to_string);
            text.ok_or_else(|| refused("this is no pending login"))
        };
        Ok(Self {
            url: member("url")?,
            state: member("state")?,
            nonce: member("nonce")?,
            code_verifier: Zeroizing::new(member("code_verifier")?),
            redirect_uri: member("redirect_uri")?,
            received: Arc::default(),
        })
    }

    /// Whether the tokens are here and only the ID token could not be checked,
    /// for want of the keys: then `finish` with this value ends the sign-in, and
    /// another `begin` would lose them.
    #[must_use]
    pub fn is_exchanged(&self) -> bool {
        self.received().is_some()
    }

    fn received(&self) -> MutexGuard<'_, Option<TokenSet>> {
        self.received.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn begin(request: &BuildAuthorizeUrl, core: &Core) -> Result<Self, Error> {
        let request = request.for_hosted_login(core)?;
        let built = request.build(core)?;
        let missing = || Error::new(ErrorKind::State);
        let verifier = built.code_verifier.as_ref().ok_or_else(missing)?;
        Ok(Self {
            code_verifier: Zeroizing::new(verifier.expose().to_string()),
            redirect_uri: request.redirect_uri_or(&core.options)?.to_string(),
            url: built.url,
            state: built.state.ok_or_else(missing)?,
            nonce: built.nonce.ok_or_else(missing)?,
            received: Arc::default(),
        })
    }

    /// The exchange of the code of a callback.
    fn exchange(&self, callback: &str, core: &Core) -> Result<ProtocolCall<TokenSet>, Error> {
        let callback = Callback::parse(callback)?;
        let state = callback.state.as_deref().unwrap_or_default();
        if !compare::equal(state.as_bytes(), self.state.as_bytes()) {
            return Err(unproven("its `state` is that of another sign-in"));
        }
        if callback
            .iss
            .as_deref()
            .is_some_and(|iss| iss != core.jwks.verifier.issuer())
        {
            return Err(unproven("its `iss` is that of another service"));
        }
        if let Some(code) = callback.error {
            let error = Error::with_message(ErrorKind::Refused, "the user was not signed in");
            return Err(error.with_service_error(Some(code), callback.error_description));
        }
        let code = callback.code.filter(|code| !code.is_empty());
        let code = code.ok_or_else(|| unproven("it has no `code`"))?;
        let verifier = self.code_verifier.as_str();
        protocol::by_code_at(core, &code, Some(verifier), Some(&self.redirect_uri))
    }
}

/// What a callback has to say.
#[derive(Default)]
struct Callback {
    state: Option<String>,
    iss: Option<String>,
    code: Option<String>,
    error: Option<String>,
    error_description: Option<String>,
}

impl Callback {
    /// Of a URL, or of its query, or of the form that was posted.
    fn parse(text: &str) -> Result<Self, Error> {
        let text = text.split('#').next().unwrap_or_default();
        let query = text.split_once('?').map_or(text, |(_, query)| query);
        let mut callback = Self::default();
        for pair in query.split('&') {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            let place = match name {
                "state" => &mut callback.state,
                "iss" => &mut callback.iss,
                "code" => &mut callback.code,
                "error" => &mut callback.error,
                "error_description" => &mut callback.error_description,
                _ => continue,
            };
            // Which of two is meant would be a guess.
            if place.replace(decoded(value)?).is_some() {
                return Err(unproven("it has a parameter twice"));
            }
        }
        Ok(callback)
    }
}

fn unproven(message: &str) -> Error {
    Error::with_message(
        ErrorKind::TokenRefused,
        std::format!("the callback: {message}"),
    )
}

impl fmt::Debug for PendingLogin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PendingLogin").finish_non_exhaustive()
    }
}

/// A user who has signed in.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct SignedIn {
    /// The tokens.
    pub tokens: TokenSet,
    /// What the ID token says, checked.
    pub claims: Claims,
}

macro_rules! hosted_login {
    ($kind:ident [$($async:ident)?] [$($await:tt)*] $client:ident) => {
        impl $client {
            /// Begins a hosted login, without traffic: where to send the user,
            /// with state, nonce and proof key to keep until the user comes back.
            ///
            /// # Errors
            ///
            /// As `build_authorize_url`, and
            /// [`ErrorKind::InvalidInput`](crate::http::ErrorKind::InvalidInput) for
            /// a protocol, response type or scope that cannot end with an ID token.
            pub fn begin(&self, request: &BuildAuthorizeUrl) -> Result<PendingLogin, Error> {
                PendingLogin::begin(request, &self.core)
            }

            /// Ends a hosted login: checks the callback (its URL, or the form that
            /// was posted), exchanges the code and checks the ID token.
            ///
            /// The tokens are the caller's to keep;
            /// [`set_access_token`](Self::set_access_token) of a client
            /// [`for_another_user`](Self::for_another_user) takes the access token.
            /// A code is good once: after an error, finish again where
            /// [`PendingLogin::is_exchanged`] says so, and begin again otherwise.
            ///
            /// # Errors
            ///
            /// [`ErrorKind::TokenRefused`](crate::http::ErrorKind::TokenRefused) for
            /// a callback of another sign-in, and for an ID token that is refused;
            /// [`ErrorKind::Refused`](crate::http::ErrorKind::Refused) with the code
            /// when the service says that nobody was signed in (`access_denied`);
            /// [`ErrorKind::Answer`](crate::http::ErrorKind::Answer) without an ID
            /// token; and whatever [`ErrorKind`](crate::http::ErrorKind) lists.
            pub $($async)? fn finish(
                &self,
                pending: &PendingLogin,
                callback: &str,
            ) -> Result<SignedIn, Error> {
                let call = pending.exchange(callback, &self.core)?;
                let received = pending.received().clone();
                let tokens = match received {
                    Some(tokens) => tokens,
                    None => self.http.run(&*self.core, &call)$($await)*?,
                };
                *pending.received() = Some(tokens.clone());
                let id_token = tokens.id_token().ok_or_else(|| {
                    Error::with_message(ErrorKind::Answer, "there is no ID token in it")
                })?;
                let nonce = Some(pending.nonce.as_str());
                let claims = self.verify_id_token(id_token, nonce)$($await)*?;
                pending.received().take();
                Ok(SignedIn { tokens, claims })
            }
        }
    };
}

both! { hosted_login: AuthenticationClient / AsyncAuthenticationClient }
