//! The four clients.

use core::time::Duration;
use std::path::Path;
use std::string::String;
use std::vec::Vec;

use serde_json::Value;

use super::calls::{ApiCall, Authorize, Deregister, Discover, Exchange, Register, Revoke, Status};
use super::poll::{Polling, Waiting};
use super::shared::Core;
use super::{
    AgentRecord, ApiAnswer, ApiRequest, Authorization, AuthorizeRequest, ClientConfig,
    CredentialStore, Credentials, Developer, DiscoveryDocument, Error, FileStore, KeptToken, Key,
    OAUTH_COMPLETED, RegisterRequest, Registration, ServiceDiscoveryDocument, Session, Token,
    Warning,
};
use crate::ath::Identity;
use crate::client::clients::client;
use crate::client::secret_text::SecretText;
use crate::http::Operation;
use crate::http::both::both;
use crate::output::Owned;

client! {
    GatewayClient / AsyncGatewayClient: ClientConfig;
    of "a gateway. Clones share connections, credentials and the token; connections are closed when the last one is dropped.";
    connecting "";
    /// [`ErrorKind::BadUrl`](crate::http::ErrorKind::BadUrl) for a base URL that
    /// cannot be used, plain http to another machine included;
    /// [`ErrorKind::Token`](crate::http::ErrorKind::Token) when no attestation can
    /// be made of agent id, URL and key id;
    /// [`OTHER_SERVER`](super::ErrorCode::OtherServer) and
    /// [`OTHER_AGENT`](super::ErrorCode::OtherAgent) for what the store has;
    /// what the store reports.
}

client! {
    NativeClient / AsyncNativeClient: ClientConfig;
    of "a native service. Clones share connections, credentials and the token; connections are closed when the last one is dropped.";
    connecting "";
    /// [`ErrorKind::BadUrl`](crate::http::ErrorKind::BadUrl) for a base URL that
    /// cannot be used, plain http to another machine included;
    /// [`ErrorKind::Token`](crate::http::ErrorKind::Token) when no attestation can
    /// be made of agent id, URL and key id;
    /// [`OTHER_SERVER`](super::ErrorCode::OtherServer) and
    /// [`OTHER_AGENT`](super::ErrorCode::OtherAgent) for what the store has;
    /// what the store reports.
}

/// What gateways and native services have in common.
macro_rules! common {
    ($kind:ident [$($async:ident)?] [$($await:tt)*] $name:ident $sleep:ident) => {
        impl $name {
            /// The base URL, without slashes at its end.
            #[must_use]
            pub fn url(&self) -> &str {
                self.core.base.as_str()
            }

            /// The URL of the agent's identity document.
            #[must_use]
            pub fn agent_id(&self) -> &str {
                &self.core.agent_id
            }

            /// The key that signs attestations.
            #[must_use]
            pub fn key(&self) -> &Key {
                &self.core.key
            }

            /// The identity document of this agent, to be served at its agent
            /// id with `Cache-Control: max-age=300`.
            ///
            /// # Errors
            ///
            /// None that inputs of ordinary length bring about.
            pub fn identity_document(
                &self,
                name: &str,
                developer: &Developer,
                capabilities: &[&str],
            ) -> Result<String, Error> {
                let document = Identity {
                    agent_id: &self.core.agent_id,
                    name,
                    developer: crate::ath::Developer {
                        name: &developer.name,
                        id: &developer.id,
                        contact: developer.contact.as_deref(),
                    },
                    capabilities,
                    public_key: *self.core.key.public_key(),
                };
                Ok(document.write(Owned)?)
            }

            /// The id that registration gave, or that was set or loaded.
            #[must_use]
            pub fn client_id(&self) -> Option<String> {
                self.core.state().client_id.clone()
            }

            /// The secret that goes with it.
            #[must_use]
            pub fn client_secret(&self) -> Option<SecretText> {
                self.core.state().client_secret.clone()
            }

            /// The newest token, expired or not.
            #[must_use]
            pub fn access_token(&self) -> Option<SecretText> {
                self.core.state().newest().map(|token| token.text.clone())
            }

            /// The token for a provider, expired or not, and what is known of it.
            #[must_use]
            pub fn token(&self, provider_id: &str) -> Option<KeptToken> {
                self.core.token(provider_id)
            }

            /// When the token for a provider ends, since 1970; nothing without a
            /// token, or when that is not known.
            #[must_use]
            pub fn expires_at(&self, provider_id: &str) -> Option<Duration> {
                self.token(provider_id)?.expires_at.map(Duration::from_secs)
            }

            /// How long the token for a provider still lasts, zero when it is over;
            /// nothing without a token, or when that is not known.
            #[must_use]
            pub fn time_left(&self, provider_id: &str) -> Option<Duration> {
                let ends = self.core.state().token_of(provider_id)?.ends?;
                Some(ends.saturating_sub(self.core.now()))
            }

            /// The newest authorization that has begun and given no token, for a
            /// provider or for any: its session and page, to go on with.
            #[must_use]
            pub fn open_session(&self, provider_id: Option<&str>) -> Option<Session> {
                let now = self.core.clocks().unix;
                let session = self.core.state().newest_session(provider_id).cloned();
                session.filter(|session| session.is_open(now))
            }

            /// Everything that a store would keep; nothing without id and secret.
            #[must_use]
            pub fn credentials(&self) -> Option<Credentials> {
                self.core.kept().ok()
            }

            /// Takes over id and secret. What belongs to another registration, such
            /// as its redirect URIs, is forgotten; tokens stay.
            pub fn set_credentials(&self, client_id: &str, client_secret: &str) {
                self.core.state().set_credentials(client_id, client_secret);
            }

            /// Takes over a token of which nothing is known, in the place of all
            /// others: it is sent to any provider that has none of its own.
            pub fn set_token(&self, token: &str) {
                self.core.state().set_token(token);
            }

            /// Writes everything to the store of
            /// [`ClientConfig::store`] once more, after
            /// [`Warning::NotKept`] or a `set_...`. Without a store, or without id
            /// and secret, nothing happens.
            ///
            /// # Errors
            ///
            /// What the store reports.
            pub fn keep(&self) -> Result<(), Error> {
                self.core.keep()
            }

            /// Writes everything to a file that only its owner can read, in the
            /// place of what is there: [`FileStore`].
            ///
            /// # Errors
            ///
            /// [`NOT_REGISTERED`](super::ErrorCode::NotRegistered) without
            /// id and secret; [`ErrorKind::File`](crate::http::ErrorKind::File).
            pub fn save_credentials(&self, path: impl AsRef<Path>) -> Result<(), Error> {
                self.core.keep_in(&FileStore::new(path))
            }

            /// Reads a file of [`Self::save_credentials`] or of the Python SDK.
            /// What is worth a look comes back.
            ///
            /// # Errors
            ///
            /// [`OTHER_SERVER`](super::ErrorCode::OtherServer),
            /// [`OTHER_AGENT`](super::ErrorCode::OtherAgent);
            /// [`ErrorKind::File`](crate::http::ErrorKind::File) when it cannot
            /// be read or lacks id or secret. Nothing has changed then.
            pub fn load_credentials(&self, path: impl AsRef<Path>) -> Result<Vec<Warning>, Error> {
                let store = FileStore::new(path);
                let kept = store.load()?.ok_or_else(|| {
                    let message = "there is no such file";
                    let kind = crate::http::ErrorKind::File;
                    crate::http::Error::with_message(kind, message)
                })?;
                self.core.adopt(kept)?;
                Ok(store.warnings())
            }

            $($async)? fn run<O>(&self, operation: O) -> Result<O::Output, Error>
            where
                O: Operation<Service = Core>,
            {
                self.http.run(&*self.core, &operation)$($await)*
            }

            /// `POST /ath/agents/register`: makes the agent known, and keeps
            /// the id and secret that come back, whatever the status.
            ///
            /// # Errors
            ///
            /// See [`Error`]. A second registration is answered with
            /// [`CONFLICT`](super::ErrorCode::Conflict) by some
            /// ([`Error::client_id`], [`Self::deregister`]), with a new one by
            /// others. What the store says before anything is sent; when it
            /// fails afterwards, the registration has
            /// [`Warning::NotKept`]. An answer that lacks something is an error, but
            /// where it has id and secret the client has them all the same.
            pub $($async)? fn register(
                &self,
                request: &RegisterRequest,
            ) -> Result<Registration, Error> {
                self.run(Register::new(&self.core, request)?)$($await)*
            }

            /// `GET /ath/agents/{client_id}`: what is known about this agent.
            /// Implementors do not say what proves the caller: the standalone
            /// gateway wants the session of a user, see
            /// [`ClientConfig::header`].
            ///
            /// # Errors
            ///
            /// See [`Error`].
            pub $($async)? fn agent_status(&self) -> Result<AgentRecord, Error> {
                self.run(Status::new(&self.core)?)$($await)*
            }

            /// `DELETE /ath/agents/{client_id}`: takes a registration away, for
            /// instance one whose secret was lost
            /// ([`Error::client_id`]). Its own is forgotten, in the store
            /// too. One that is not there is a success. The standalone gateway
            /// alone can do it, for its user: see [`ClientConfig::header`].
            ///
            /// # Errors
            ///
            /// See [`Error`].
            pub $($async)? fn deregister(&self, client_id: &str) -> Result<(), Error> {
                self.run(Deregister::new(&self.core, client_id)?)$($await)*
            }

            /// `POST /ath/authorize`: begins a session, in which the user gives
            /// consent at the URL that comes back.
            ///
            /// # Errors
            ///
            /// See [`Error`].
            pub $($async)? fn authorize(
                &self,
                request: &AuthorizeRequest,
            ) -> Result<Authorization, Error> {
                self.run(Authorize::new(&self.core, request)?)$($await)*
            }

            /// `POST /ath/token`: ends a session that the user has finished,
            /// and keeps the token that comes back, in place of the one before for
            /// the same provider.
            ///
            /// `code` is a member that the protocol asks for and no implementor
            /// reads, such as [`OAUTH_COMPLETED`]; `session_id` decides.
            ///
            /// # Errors
            ///
            /// See [`Error`]: [`SESSION_NOT_FOUND`](super::ErrorCode::SessionNotFound)
            /// as long as the user has not finished, and after that when the
            /// session was used or refused. The store is treated as by
            /// [`Self::register`].
            pub $($async)? fn exchange_token(
                &self,
                code: &str,
                session_id: &str,
            ) -> Result<Token, Error> {
                let exchange = Exchange::new(&self.core, code, session_id)?;
                let doubtful = self.core.begins_exchange(session_id);
                let result = self.run(exchange)$($await)*;
                result.inspect_err(|error| self.core.not_exchanged(session_id, doubtful, error))
            }

            /// [`Self::exchange_token`] again and again, until the user has
            /// finished or the browser is back ([`Polling::redirects`]).
            ///
            /// # Errors
            ///
            /// The last one, when it is neither that the user has not finished nor a
            /// fault that may pass, or when the time is over;
            /// [`USER_DENIED`](super::ErrorCode::UserDenied), without a status when
            /// it was the browser that told.
            pub $($async)? fn exchange_when_ready(
                &self,
                session_id: &str,
                polling: Polling<'_>,
            ) -> Result<Token, Error> {
                let mut waiting = Waiting::new(polling, self.core.now());
                loop {
                    match self.exchange_token(OAUTH_COMPLETED, session_id)$($await)* {
                        Ok(token) => return Ok(token),
                        Err(error) => waiting.after(error, self.core.now())?,
                    }
                    while let Some(wait) = self.core.pause(&mut waiting, session_id)? {
                        self.core.environment.$sleep(wait)$($await)*;
                    }
                }
            }

            /// [`Self::authorize`] again and again, while there are faults that may
            /// pass or, with [`Polling::approval`], the agent waits for a human to
            /// approve it.
            ///
            /// # Errors
            ///
            /// The last one.
            pub $($async)? fn authorize_when_approved(
                &self,
                request: &AuthorizeRequest,
                polling: Polling<'_>,
            ) -> Result<Authorization, Error> {
                let polling = self.core.for_approval(polling);
                let mut waiting = Waiting::new(polling, self.core.now());
                loop {
                    match self.authorize(request)$($await)* {
                        Ok(authorization) => return Ok(authorization),
                        Err(error) => waiting.after(error, self.core.now())?,
                    }
                    while let Some(wait) = self.core.pause(&mut waiting, "")? {
                        self.core.environment.$sleep(wait)$($await)*;
                    }
                }
            }

            /// A token for the provider and scopes of `request`: the one that is
            /// there, or else one of an authorization that goes on or begins now.
            /// `open` takes the user to the page: it is called anew when another
            /// authorization has to begin, because the first one was used up by an
            /// answer that was lost.
            ///
            /// A token with less than half a minute left counts as over; the one that
            /// the new one takes the place of is revoked.
            ///
            /// # Errors
            ///
            /// As [`Self::authorize_when_approved`] and
            /// [`Self::exchange_when_ready`], within one
            /// [`Polling::total`]. A call that failed can be made again: it goes on
            /// where this one stopped.
            pub $($async)? fn ensure_token(
                &self,
                request: &AuthorizeRequest,
                polling: Polling<'_>,
                mut open: impl FnMut(&Authorization),
            ) -> Result<KeptToken, Error> {
                let started = self.core.now();
                loop {
                    if let Some(token) = self.core.usable_token(request) {
                        return Ok(token);
                    }
                    let rest = self.core.rest_of(polling, started);
                    let authorization = match self.core.resumable(request) {
                        Some(authorization) => authorization,
                        None => self.authorize_when_approved(request, rest)$($await)*?,
                    };
                    open(&authorization);
                    let session = &authorization.ath_session_id;
                    let rest = self.core.rest_of(polling, started);
                    let before = self.core.token_before(request);
                    match self.exchange_when_ready(session, rest)$($await)* {
                        Ok(token) => {
                            self.core.supersede(before);
                            self.revoke_superseded()$($await)*;
                            return Ok(self.core.given(token, request));
                        }
                        Err(error) => self.core.begins_again(error, session, polling, started)?,
                    }
                }
            }

            /// What cannot be revoked now is tried again with the next token, and by
            /// [`Self::revoke`].
            $($async)? fn revoke_superseded(&self) {
                for revoke in Revoke::superseded(&self.core).unwrap_or_default() {
                    let _ = self.run(revoke)$($await)*;
                }
            }

            /// `POST /ath/revoke`: ends every token of this client, expired or not,
            /// and forgets them, the newest first. Without a token nothing is sent.
            /// The registration stays.
            ///
            /// # Errors
            ///
            /// See [`Error`]; the token is then kept. What the store reports: the
            /// token is then gone, but the store still has it until this is called
            /// again.
            pub $($async)? fn revoke(&self) -> Result<(), Error> {
                for revoke in Revoke::each(&self.core, None)? {
                    self.run(revoke)$($await)*?;
                }
                self.core.keep()
            }

            /// `POST /ath/revoke`: ends the token for one provider and forgets it.
            ///
            /// # Errors
            ///
            /// As [`Self::revoke`].
            pub $($async)? fn revoke_for(&self, provider_id: &str) -> Result<(), Error> {
                for revoke in Revoke::each(&self.core, Some(provider_id))? {
                    self.run(revoke)$($await)*?;
                }
                self.core.keep()
            }
        }
    };
}

macro_rules! gateway {
    ($kind:ident [$($async:ident)?] [$($await:tt)*] $name:ident) => {
        impl $name {
            /// `GET /.well-known/ath.json`: the gateway and its providers.
            ///
            /// # Errors
            ///
            /// See [`Error`].
            pub $($async)? fn discover(&self) -> Result<DiscoveryDocument, Error> {
                self.run(Discover::gateway())$($await)*
            }

            /// Calls a provider through the gateway, with the token for it or the
            /// one that was set, whichever is newer; without either with the newest:
            /// a method in any letter case, a path that may have a query, and
            /// perhaps a JSON body. An answer below 200 or above 299 is an
            /// error.
            ///
            /// # Errors
            ///
            /// See [`Error`]; before any traffic
            /// [`NO_TOKEN`](super::ErrorCode::NoToken) and
            /// [`TOKEN_EXPIRED`](super::ErrorCode::TokenExpired), and for a
            /// path or provider that would lead elsewhere.
            pub $($async)? fn proxy(
                &self,
                provider: &str,
                method: &str,
                path: &str,
                body: Option<&Value>,
            ) -> Result<ApiAnswer, Error> {
                let request = ApiRequest::of(method, path, body)?;
                self.proxy_with(provider, &request)$($await)*
            }

            /// Calls a provider through the gateway, with headers or a body of
            /// any kind.
            ///
            /// # Errors
            ///
            /// As [`Self::proxy`].
            pub $($async)? fn proxy_with(
                &self,
                provider: &str,
                request: &ApiRequest,
            ) -> Result<ApiAnswer, Error> {
                self.run(ApiCall::proxy(&self.core, provider, request)?)$($await)*
            }
        }
    };
}

macro_rules! native {
    ($kind:ident [$($async:ident)?] [$($await:tt)*] $name:ident) => {
        impl $name {
            /// `GET /.well-known/ath-app.json`: the service; the client then
            /// knows where its interface is.
            ///
            /// # Errors
            ///
            /// See [`Error`].
            pub $($async)? fn discover(&self) -> Result<ServiceDiscoveryDocument, Error> {
                self.run(Discover::native())$($await)*
            }

            /// Calls the service, with the newest token: a method in any
            /// letter case, a path that may have a query, and perhaps a JSON
            /// body. An answer below 200 or above 299 is an error.
            ///
            /// # Errors
            ///
            /// See [`Error`]; before any traffic
            /// [`NOT_DISCOVERED`](super::ErrorCode::NotDiscovered),
            /// [`NO_TOKEN`](super::ErrorCode::NoToken) and
            /// [`TOKEN_EXPIRED`](super::ErrorCode::TokenExpired), for a path
            /// that would lead elsewhere, and
            /// [`ErrorKind::BadUrl`](crate::http::ErrorKind::BadUrl) for an
            /// `api_base` to which no token may be sent.
            pub $($async)? fn api(
                &self,
                method: &str,
                path: &str,
                body: Option<&Value>,
            ) -> Result<ApiAnswer, Error> {
                let request = ApiRequest::of(method, path, body)?;
                self.api_with(&request)$($await)*
            }

            /// Calls the service, with headers or a body of any kind.
            ///
            /// # Errors
            ///
            /// As [`Self::api`].
            pub $($async)? fn api_with(&self, request: &ApiRequest) -> Result<ApiAnswer, Error> {
                self.run(ApiCall::api(&self.core, request)?)$($await)*
            }
        }
    };
}

both! { common: GatewayClient / AsyncGatewayClient, sleep / sleep_async }
both! { common: NativeClient / AsyncNativeClient, sleep / sleep_async }
both! { gateway: GatewayClient / AsyncGatewayClient }
both! { native: NativeClient / AsyncNativeClient }
