//! The four clients.

use std::path::Path;
use std::string::String;
use std::vec::Vec;

use serde_json::Value;

use super::calls::{ApiCall, Authorize, Discover, Exchange, Register, Revoke, Status};
use super::credentials::{self, Include, Loaded};
use super::poll::{Polling, Waiting};
use super::shared::Core;
use super::{
    AgentRecord, ApiAnswer, ApiRequest, Authorization, AuthorizeRequest, ClientConfig, Developer,
    DiscoveryDocument, Error, Key, OAUTH_COMPLETED, RegisterRequest, Registration,
    ServiceDiscoveryDocument, Token,
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
    /// be made of agent id, URL and key id.
}

client! {
    NativeClient / AsyncNativeClient: ClientConfig;
    of "a native service. Clones share connections, credentials and the token; connections are closed when the last one is dropped.";
    connecting "";
    /// [`ErrorKind::BadUrl`](crate::http::ErrorKind::BadUrl) for a base URL that
    /// cannot be used, plain http to another machine included;
    /// [`ErrorKind::Token`](crate::http::ErrorKind::Token) when no attestation can
    /// be made of agent id, URL and key id.
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

            /// The current token, expired or not.
            #[must_use]
            pub fn access_token(&self) -> Option<SecretText> {
                self.core.state().token.as_ref().map(|token| token.text.clone())
            }

            /// Takes over id and secret. What this client has registered
            /// itself, its redirect URIs, is forgotten; the token stays.
            pub fn set_credentials(&self, client_id: &str, client_secret: &str) {
                let mut state = self.core.state();
                state.set_credentials(client_id, client_secret, Vec::new());
            }

            /// Takes over a token whose end is not known.
            pub fn set_token(&self, token: &str) {
                self.core.state().set_token(token);
            }

            /// Writes id and secret to a file that only its owner can read, in
            /// the place of what is there.
            ///
            /// # Errors
            ///
            /// [`NOT_REGISTERED`](super::ErrorCode::NotRegistered) without
            /// them; [`ErrorKind::File`](crate::http::ErrorKind::File).
            pub fn save_credentials(&self, path: impl AsRef<Path>) -> Result<(), Error> {
                self.save_credentials_with(path, Include::NOTHING)
            }

            /// Writes id and secret to a file, with what another process needs to go
            /// on.
            ///
            /// # Errors
            ///
            /// As [`Self::save_credentials`].
            pub fn save_credentials_with(
                &self,
                path: impl AsRef<Path>,
                include: Include,
            ) -> Result<(), Error> {
                credentials::save(&self.core, path.as_ref(), include)
            }

            /// Reads a file of [`Self::save_credentials`] or of the Python SDK,
            /// and does as [`Self::set_credentials`]. Members that are not
            /// known are passed over.
            ///
            /// # Errors
            ///
            /// [`ErrorKind::File`](crate::http::ErrorKind::File) when it cannot
            /// be read or lacks one of the two texts; nothing has changed then.
            pub fn load_credentials(&self, path: impl AsRef<Path>) -> Result<Loaded, Error> {
                credentials::load(&self.core, path.as_ref())
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
            /// [`CONFLICT`](super::ErrorCode::Conflict) by some, with a new one
            /// by others.
            pub $($async)? fn register(
                &self,
                request: &RegisterRequest,
            ) -> Result<Registration, Error> {
                self.run(Register::new(&self.core, request))$($await)*
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
            /// and keeps the token that comes back, in place of the one before.
            ///
            /// `code` is a member that the protocol asks for and no implementor
            /// reads, such as [`OAUTH_COMPLETED`]; `session_id` decides.
            ///
            /// # Errors
            ///
            /// See [`Error`]: [`SESSION_NOT_FOUND`](super::ErrorCode::SessionNotFound)
            /// as long as the user has not finished, and after that when the
            /// session was used or refused.
            pub $($async)? fn exchange_token(
                &self,
                code: &str,
                session_id: &str,
            ) -> Result<Token, Error> {
                self.run(Exchange::new(&self.core, code, session_id)?)$($await)*
            }

            /// [`Self::exchange_token`] again and again, until the user has
            /// finished.
            ///
            /// # Errors
            ///
            /// The last one, when it is another than that the user has not
            /// finished, or when the time is over.
            pub $($async)? fn exchange_when_ready(
                &self,
                session_id: &str,
                polling: Polling,
            ) -> Result<Token, Error> {
                let mut waiting = Waiting::new(polling, self.core.now());
                loop {
                    let error = match self.exchange_token(OAUTH_COMPLETED, session_id)$($await)* {
                        Ok(token) => return Ok(token),
                        Err(error) => error,
                    };
                    let wait = waiting.after(error, self.core.now())?;
                    self.core.environment.$sleep(wait)$($await)*;
                }
            }

            /// `POST /ath/revoke`: ends the current token, expired or not, and
            /// forgets it. Without a token nothing is sent. The registration
            /// stays.
            ///
            /// # Errors
            ///
            /// See [`Error`]; the token is then kept.
            pub $($async)? fn revoke(&self) -> Result<(), Error> {
                match Revoke::new(&self.core)? {
                    Some(revoke) => self.run(revoke)$($await)*,
                    None => Ok(()),
                }
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

            /// Calls a provider through the gateway, with the current token:
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

            /// Calls the service, with the current token: a method in any
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
