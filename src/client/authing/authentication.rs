//! The methods of the clients of end users, a type each.

pub(super) mod api;
pub(super) mod authorize_url;
pub(super) mod clients;
mod core;
mod endpoints;
#[cfg(feature = "authing-events")]
mod events;
pub(super) mod hosted_login;
mod jwks_cache;
pub(super) mod logout_url;
pub(super) mod options;
pub(super) mod pkce;
pub(super) mod protocol;
mod protocol_calls;
mod requests;
pub(super) mod token_set;
mod urls;

use api::Authentication;
use authorize_url::{AuthorizeUrl, BuildAuthorizeUrl};
use clients::{AsyncAuthenticationClient, AuthenticationClient};
use logout_url::BuildLogoutUrl;
use options::{AuthenticationClientOptions, ClientAuthMethod, Protocol};
use pkce::CodeChallengeMethod;
use protocol::CasTicket;
pub use requests::*;
use token_set::TokenSet;
