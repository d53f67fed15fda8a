//! The two clients: everything below `send` is shared.

use core::fmt;
use std::boxed::Box;
use std::string::String;
use std::sync::Arc;

use zeroize::Zeroizing;

use super::core::Core;
use super::{Authentication, AuthenticationClientOptions};
use crate::client::authing::Envelope;
use crate::client::authing::operation::{ApiRequest, Parts};
use crate::http::{AsyncClient, BoxFuture, Client, Error};

crate::client::authing::clients::clients! {
    AuthenticationClientOptions, Authentication, "an `app_id`", "app_host";

    /// The blocking client of one end user: it holds that user's access token.
    /// Clones share the token and connections.
    AuthenticationClient;

    /// The async client of one end user: it holds that user's access token.
    /// Clones share the token and connections.
    AsyncAuthenticationClient;
}

/// What is asked of a client without waiting.
macro_rules! user {
    ($name:ident) => {
        impl $name {
            /// A client for another user, without a token yet, on the same
            /// connections.
            ///
            /// # Errors
            ///
            /// None that [`Self::with_http`] did not have.
            pub fn for_another_user(&self) -> Result<Self, Error> {
                let mut options = self.core.options.clone();
                options.access_token = None;
                Self::with_http(&options, self.http.clone())
            }

            /// The application.
            #[must_use]
            pub fn app_id(&self) -> &str {
                &self.core.options.app_id
            }

            /// The user's access token: later calls carry it. An empty one
            /// takes it away. Clones share it.
            pub fn set_access_token(&self, access_token: &str) {
                self.core.set_access_token(access_token);
            }

            /// The user's access token, if there is one.
            #[must_use]
            pub fn access_token(&self) -> Option<Zeroizing<String>> {
                self.core.access_token()
            }
        }
    };
}
user!(AuthenticationClient);
user!(AsyncAuthenticationClient);

impl AuthenticationClient {
    pub(super) fn run(&self, parts: &Parts) -> Result<Envelope, Error> {
        let call = self.core.call(parts);
        call.finish(self.http.run(&call))
    }
}

impl AsyncAuthenticationClient {
    pub(super) fn run<'a>(&'a self, parts: &'a Parts) -> BoxFuture<'a, Result<Envelope, Error>> {
        // Boxed once for all methods, so that each of them is a few bytes.
        Box::pin(async move {
            let call = self.core.call(parts);
            call.finish(self.http.run(&call).await)
        })
    }
}
