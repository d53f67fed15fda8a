//! Where to send the user to sign out: `build_logout_url`, without traffic.
//!
//! | protocol | URL | query |
//! |---|---|---|
//! | `oidc` | `{app_host}/oidc/session/end` | `id_token_hint`, `post_logout_redirect_uri`, `state` |
//! | `cas` | `{app_host}/cas-idp/logout` | `url` |
//! | `oauth`, `saml` | `{app_host}/login/profile/logout` | `redirect_uri` |

use core::fmt;
use std::format;
use std::string::{String, ToString};

use super::Protocol;
use super::core::Core;
use crate::client::authing::operation::refused;
use crate::http::{Error, Query};

/// What a sign-out may ask for.
#[derive(Clone, Default)]
pub struct BuildLogoutUrl {
    redirect_uri: Option<String>,
    id_token: Option<String>,
    state: Option<String>,
}

impl BuildLogoutUrl {
    /// A sign-out that ends at Authing.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Where to send the user then. With `oidc` it goes together with the ID
    /// token, and the option `logout_redirect_uri` stands in for it.
    #[must_use]
    pub fn redirect_uri(mut self, uri: &str) -> Self {
        self.redirect_uri = Some(uri.to_string());
        self
    }

    /// The ID token of the sign-in; `oidc` alone.
    #[must_use]
    pub fn id_token(mut self, token: &str) -> Self {
        self.id_token = Some(token.to_string());
        self
    }

    /// What the redirection gives back. It is a parameter of `oidc` alone, and
    /// means nothing without a redirection.
    #[must_use]
    pub fn state(mut self, state: &str) -> Self {
        self.state = Some(state.to_string());
        self
    }

    pub(super) fn build(&self, core: &Core) -> Result<String, Error> {
        let (options, base_url) = (&core.options, &core.base_url);
        let redirect = present(self.redirect_uri.as_deref());
        let (path, query) = match options.protocol {
            Protocol::Oidc => {
                let redirect = redirect.or_else(|| present(options.logout_redirect_uri.as_deref()));
                let query = match (present(self.id_token.as_deref()), redirect) {
                    (None, None) => Query::new(),
                    (Some(token), Some(redirect)) => Query::new()
                        .with("id_token_hint", token)
                        .with("post_logout_redirect_uri", redirect)
                        .with_some("state", self.state.as_deref()),
                    (Some(_), None) => {
                        return Err(refused(
                            "`id_token` without `redirect_uri` or the option `logout_redirect_uri`",
                        ));
                    }
                    (None, Some(_)) => {
                        return Err(refused(
                            "`redirect_uri`, or the option `logout_redirect_uri`, without `id_token`",
                        ));
                    }
                };
                ("oidc/session/end", query)
            }
            Protocol::Cas => ("cas-idp/logout", Query::new().with_some("url", redirect)),
            Protocol::Oauth | Protocol::Saml => (
                "login/profile/logout",
                Query::new().with_some("redirect_uri", redirect),
            ),
        };
        Ok(match query.as_str() {
            "" => format!("{base_url}/{path}"),
            query => format!("{base_url}/{path}?{query}"),
        })
    }
}

fn present(text: Option<&str>) -> Option<&str> {
    text.filter(|text| !text.is_empty())
}

impl fmt::Debug for BuildLogoutUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("BuildLogoutUrl")
            .field("redirect_uri", &self.redirect_uri)
            .finish_non_exhaustive()
    }
}
