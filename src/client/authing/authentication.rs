//! The client of one end user.

mod authorize_url;
mod clients;
mod core;
mod endpoints;
#[cfg(feature = "authing-events")]
mod events;
mod jwks_cache;
mod logout_url;
mod options;
mod pkce;
mod protocol;
mod protocol_calls;
mod requests;
mod token_set;
mod urls;

pub use authorize_url::{AuthorizeUrl, BuildAuthorizeUrl};
pub use clients::{AsyncAuthenticationClient, AuthenticationClient};
pub use logout_url::BuildLogoutUrl;
pub use options::{AuthenticationClientOptions, ClientAuthMethod, Protocol};
pub use pkce::CodeChallengeMethod;
pub use protocol::CasTicket;
pub use requests::*;
pub use token_set::TokenSet;

use super::operation::Api;
use super::row::Row;

/// The methods of the clients of end users.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Authentication {}

impl Api for Authentication {
    const NAME: &'static str = "authentication";

    fn rows() -> &'static [&'static [&'static Row]] {
        ROWS
    }
}
