//! The protocol endpoints and the offline checks as methods of both clients.

use std::sync::Arc;

use serde_json::Value;

use super::jwks_cache::Fetched;
use super::{AsyncAuthenticationClient, AuthenticationClient, CasTicket, TokenSet, protocol};
use crate::client::authing::shared_value::Turn;
use crate::client::authing::{Claims, Jwks};
use crate::http::both::both;
use crate::http::{Error, ErrorKind};

macro_rules! calls {
    (
        $kind:ident $async:tt $await:tt $client:ident;
        $( $(#[$meta:meta])* fn $name:ident $arguments:tt -> $out:ty = $call:ident; )*
    ) => {
        impl $client {
            $( call! { $async $await $(#[$meta])* fn $name $arguments -> $out = $call } )*
        }
    };
}

macro_rules! call {
    (
        [$($async:ident)?] [$($await:tt)*]
        $(#[$meta:meta])* fn $name:ident($($arg:ident: $ty:ty),*) -> $out:ty = $call:ident
    ) => {
        $(#[$meta])*
        pub $($async)? fn $name(&self, $($arg: $ty),*) -> Result<$out, Error> {
            let call = protocol::$call(&self.core, $($arg),*)?;
            self.http.run(&*self.core, &call)$($await)*
        }
    };
}

both! {
    calls: AuthenticationClient / AsyncAuthenticationClient;

    /// `POST {oidc|oauth}/token`: the tokens for the code of a callback.
    /// `code_verifier` is the one that `build_authorize_url` gave.
    ///
    /// # Errors
    ///
    /// Before any traffic, with the name of the option, without `redirect_uri`
    /// or `app_secret` or with another protocol; and whatever
    /// [`ErrorKind`](crate::http::ErrorKind) lists.
    fn get_access_token_by_code(code: &str, code_verifier: Option<&str>) -> TokenSet = by_code;

    /// `POST {oidc|oauth}/token`: new tokens for a refresh token.
    ///
    /// It is asked again when the answer is lost. Where the lost one had used the
    /// token up, the error has the code `invalid_grant`: the user signs in.
    ///
    /// # Errors
    ///
    /// Before any traffic, with the name of the option, without `app_secret` or
    /// with another protocol; and whatever
    /// [`ErrorKind`](crate::http::ErrorKind) lists.
    fn get_new_access_token_by_refresh_token(refresh_token: &str) -> TokenSet = by_refresh_token;

    /// `POST {oidc|oauth}/token`: a token for a machine, with an access key of
    /// its own in place of the application.
    ///
    /// # Errors
    ///
    /// Before any traffic for an empty argument; and whatever
    /// [`ErrorKind`](crate::http::ErrorKind) lists.
    fn get_access_token_by_client_credentials(
        scope: &str,
        access_key: &str,
        access_secret: &str
    ) -> TokenSet = by_client_credentials;

    /// `POST {oidc|oauth}/token/introspection`: what the service knows of a
    /// token; `active` says whether it is good.
    ///
    /// # Errors
    ///
    /// As `get_new_access_token_by_refresh_token`.
    fn introspect_token(token: &str) -> Value = introspect;

    /// `POST {oidc|oauth}/token/revocation`: makes a token worthless.
    ///
    /// # Errors
    ///
    /// As `get_new_access_token_by_refresh_token`, also when the service does
    /// not do it.
    fn revoke_token(token: &str) -> () = revoke;

    /// `POST {oidc|oauth}/me`: the user that an access token is for.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Credentials`](crate::http::ErrorKind::Credentials) for a
    /// token that no header can carry; and whatever
    /// [`ErrorKind`](crate::http::ErrorKind) lists.
    fn get_user_info_by_access_token(access_token: &str) -> Value = user_info;

    /// `GET cas-idp/{app_id}/validate`: whose a CAS 1.0 ticket is.
    ///
    /// # Errors
    ///
    /// Before any traffic for an empty argument; and whatever
    /// [`ErrorKind`](crate::http::ErrorKind) lists.
    fn validate_ticket_v1(ticket: &str, service: &str) -> CasTicket = ticket_v1;

    /// `GET cas-idp/{app_id}/serviceValidate?format=JSON`: what CAS 2.0 says
    /// about a ticket and its user. The official SDK for Node has it.
    ///
    /// # Errors
    ///
    /// Before any traffic for an empty argument; and whatever
    /// [`ErrorKind`](crate::http::ErrorKind) lists.
    fn validate_ticket_v2(ticket: &str, service: &str) -> Value = ticket_v2;
}

/// Checks of tokens, with a key set that is asked for when it is needed.
macro_rules! checks {
    ($kind:ident [$($async:ident)?] [$($await:tt)*] $client:ident $wait:ident) => {
        impl $client {
            /// Checks an ID token without asking the service about it; the key
            /// set is asked for when it is needed, and kept. `nonce` is the one
            /// that `build_authorize_url` gave.
            ///
            /// # Errors
            ///
            /// [`ErrorKind::TokenRefused`](crate::http::ErrorKind::TokenRefused)
            /// with a [`TokenError`](crate::client::authing::TokenError) as its source; the errors of a call when
            /// the key set cannot be had.
            pub $($async)? fn verify_id_token(
                &self,
                token: &str,
                nonce: Option<&str>,
            ) -> Result<Claims, Error> {
                let set = self.keys_for(token)$($await)*?;
                let (core, keys) = (&*self.core, set.as_ref().map(|set| &set.keys));
                let now = core.environment.unix_time();
                let verifier = &core.jwks.verifier;
                Ok(verifier.verify_id_token(token, keys.unwrap_or(&Jwks::empty()), nonce, now)?)
            }

            /// Checks an access token without asking the service about it; the
            /// key set is asked for when it is needed, and kept.
            ///
            /// # Errors
            ///
            /// As `verify_id_token`.
            pub $($async)? fn introspect_token_offline(
                &self,
                token: &str,
            ) -> Result<Claims, Error> {
                let set = self.keys_for(token)$($await)*?;
                let keys = set.as_ref().map(|set| &set.keys);
                self.introspect_token_with(token, keys.unwrap_or(&Jwks::empty()))
            }

            /// Checks an access token with a key set that the caller has.
            ///
            /// # Errors
            ///
            /// [`ErrorKind::TokenRefused`](crate::http::ErrorKind::TokenRefused)
            /// with a [`TokenError`](crate::client::authing::TokenError) as its source.
            pub fn introspect_token_with(&self, token: &str, keys: &Jwks) -> Result<Claims, Error> {
                let core = &*self.core;
                let now = core.environment.unix_time();
                Ok(core.jwks.verifier.verify_access_token(token, keys, now)?)
            }

            /// The set with the key of a token, unless the app secret is it.
            $($async)? fn keys_for(
                &self,
                token: &str,
            ) -> Result<Option<Arc<Fetched>>, Error> {
                let core = &*self.core;
                let Some(kid) = core.jwks.verifier.key_id_of(token)? else {
                    return Ok(None);
                };
                loop {
                    let now = core.environment.monotonic();
                    let failure = match core.jwks.turn(&kid, now)? {
                        Turn::Use(set) => return Ok(Some(set)),
                        Turn::Renew(renewal) => {
                            core.jwks.asking(now);
                            let mut answer = Err(Error::new(ErrorKind::State));
                            for call in protocol::jwks(core) {
                                let elapsed = core.environment.monotonic().saturating_sub(now);
                                answer = match call.after(elapsed, core) {
                                    Ok(call) => self.http.run(core, &call)$($await)*,
                                    Err(error) => Err(error),
                                };
                                match &answer {
                                    Err(error) if protocol::is_elsewhere(error) => {}
                                    _ => break,
                                }
                            }
                            let now = core.environment.monotonic();
                            match core.jwks.asked(renewal, answer, now) {
                                Ok(set) => return Ok(Some(set)),
                                Err(error) => error,
                            }
                        }
                        Turn::Wait(waiting) => match waiting.$wait()$($await)* {
                            Ok(()) => continue,
                            Err(error) => error,
                        },
                    };
                    // A set that is not too old is better than none.
                    return match core.jwks.turn(&kid, now) {
                        Ok(Turn::Use(set)) if set.keys.contains(&kid) => Ok(Some(set)),
                        _ => Err(failure),
                    };
                }
            }
        }
    };
}

both! { checks: AuthenticationClient / AsyncAuthenticationClient, block / into_future }
