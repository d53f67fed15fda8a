//! What both clients of an end user do without traffic.

use std::string::String;

use super::{
    AsyncAuthenticationClient, AuthenticationClient, AuthorizeUrl, BuildAuthorizeUrl,
    BuildLogoutUrl, CodeChallengeMethod, pkce,
};
use crate::http::Error;
use crate::http::both::both;
use crate::wire::pkce::Verifier;

macro_rules! urls {
    ($kind:ident [$($async:ident)?] [$($await:tt)*] $client:ident) => {
        impl $client {
            /// Where to send the user to sign in, with state, nonce and
            /// verifier to keep until the user comes back.
            ///
            /// # Errors
            ///
            /// [`ErrorKind::Credentials`](crate::http::ErrorKind::Credentials)
            /// without `redirect_uri`,
            /// [`ErrorKind::InvalidInput`](crate::http::ErrorKind::InvalidInput)
            /// for what the protocol does not have,
            /// [`ErrorKind::Token`](crate::http::ErrorKind::Token) when there
            /// is no randomness.
            pub fn build_authorize_url(
                &self,
                request: &BuildAuthorizeUrl,
            ) -> Result<AuthorizeUrl, Error> {
                request.build(&self.core)
            }

            /// Where to send the user to sign out.
            ///
            /// # Errors
            ///
            /// [`ErrorKind::InvalidInput`](crate::http::ErrorKind::InvalidInput)
            /// when, with `oidc`, there is a redirection without ID token or
            /// the other way round.
            pub fn build_logout_url(&self, request: &BuildLogoutUrl) -> Result<String, Error> {
                request.build(&self.core)
            }

            /// A verifier (which the official SDKs call a code challenge) of 43
            /// to 128 characters.
            ///
            /// # Errors
            ///
            /// [`ErrorKind::InvalidInput`](crate::http::ErrorKind::InvalidInput)
            /// for another length,
            /// [`ErrorKind::Token`](crate::http::ErrorKind::Token) when there
            /// is no randomness.
            pub fn generate_code_challenge(&self, length: usize) -> Result<Verifier, Error> {
                pkce::generate_code_challenge(length, &*self.core.environment)
            }

            /// The challenge (which the official SDKs call its digest) of a
            /// verifier.
            ///
            /// # Errors
            ///
            /// [`ErrorKind::InvalidInput`](crate::http::ErrorKind::InvalidInput)
            /// below 43 characters.
            pub fn generate_code_challenge_digest(
                &self,
                code_challenge: &str,
                method: CodeChallengeMethod,
            ) -> Result<String, Error> {
                pkce::generate_code_challenge_digest(code_challenge, method)
            }
        }
    };
}

both! { urls: AuthenticationClient / AsyncAuthenticationClient }
