//! The two clients of an end user.

use std::string::String;
use std::sync::Arc;

use zeroize::Zeroizing;

use super::core::Core;
use super::{Authentication, AuthenticationClientOptions};
#[cfg(feature = "authing-answers")]
use crate::client::authing::answers::fetch;
use crate::client::authing::clients::send;
use crate::client::authing::pages::pages;
use crate::client::authing::{Envelope, Operation, Page};
use crate::client::clients::client;
use crate::http::Error;
use crate::http::both::both;

client! {
    AuthenticationClient / AsyncAuthenticationClient: AuthenticationClientOptions;
    of "one end user: it holds that user's access token. Clones share the token and connections.";
    connecting ", in place of the option `reject_unauthorized`";
    /// [`ErrorKind::Credentials`](crate::http::ErrorKind::Credentials) without an
    /// `app_id`, [`ErrorKind::BadUrl`](crate::http::ErrorKind::BadUrl) for
    /// `app_host` where it cannot be used,
    /// [`ErrorKind::BadHeader`](crate::http::ErrorKind::BadHeader) for a text that
    /// no header can carry.
}

both! { send: AuthenticationClient / AsyncAuthenticationClient; Authentication }

both! { pages: AuthenticationClient / AsyncAuthenticationClient, AuthenticationPages / AsyncAuthenticationPages; Authentication }

impl Iterator for AuthenticationPages<'_> {
    type Item = Result<Page, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        self.next_page().transpose()
    }
}

#[cfg(feature = "authing-answers")]
both! { fetch: AuthenticationClient / AsyncAuthenticationClient; Authentication }

macro_rules! user {
    ($kind:ident [$($async:ident)?] [$($await:tt)*] $name:ident) => {
        impl $name {
            /// A client for another user, without a token yet, on the same
            /// connections and with the same key set.
            #[must_use]
            pub fn for_another_user(&self) -> Self {
                Self {
                    http: self.http.clone(),
                    core: Arc::new(self.core.for_another_user()),
                }
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

            pub(super) $($async)? fn run(
                &self,
                operation: &Operation<Authentication>,
            ) -> Result<Envelope, Error> {
                self.http.run(&*self.core, operation)$($await)*
            }
        }
    };
}

both! { user: AuthenticationClient / AsyncAuthenticationClient }
