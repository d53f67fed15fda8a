//! Authing: the clients of an end user and of a user pool.
//!
//! | to | use |
//! |---|---|
//! | sign in, sign up, act for one end user | [`AuthenticationClient`], [`AsyncAuthenticationClient`] |
//! | administer a user pool | [`ManagementClient`], [`AsyncManagementClient`] |
//! | call a method | `client.list_users(&ListUsers::new())`; the types are in [`authentication`] and [`management`] |
//! | call a method by its name | [`Operation`] |
//! | look at an answer | [`Envelope`]: a refusal is a value, `into_result()?` makes it an error |
//!
//! Methods and parameters have the names of the official SDK for Python; what
//! that one gets wrong is right here and named in the documents.

#[cfg(feature = "authing-answers")]
pub mod answers;
mod clients;
mod codes;
mod envelope;
#[cfg(feature = "authing-events")]
pub mod events;
#[cfg(feature = "authing-authentication")]
mod jwks;
mod operation;
mod options;
mod pages;
#[cfg(feature = "authing-password")]
mod password;
mod requests;
mod row;
#[cfg(feature = "authing-schema")]
pub mod schema;
mod shared_value;
#[cfg(feature = "authing-authentication")]
mod token_error;
#[cfg(feature = "authing-authentication")]
mod token_verifier;
mod types;

#[cfg(feature = "authing-authentication")]
pub mod authentication;
#[cfg(feature = "authing-management")]
pub mod management;

#[cfg(feature = "authing-authentication")]
pub use authentication::{
    api::Authentication,
    authorize_url::{AuthorizeUrl, BuildAuthorizeUrl},
    clients::{
        AsyncAuthenticationClient, AsyncAuthenticationPages, AuthenticationClient,
        AuthenticationPages,
    },
    hosted_login::{PendingLogin, SignedIn},
    logout_url::BuildLogoutUrl,
    options::{AuthenticationClientOptions, ClientAuthMethod, Protocol},
    pkce::CodeChallengeMethod,
    protocol::CasTicket,
    token_set::TokenSet,
};
pub use codes::{ApiCode, StatusCode};
pub use envelope::{Envelope, Refusal};
#[cfg(feature = "authing-authentication")]
pub use jwks::{Jwks, JwksError};
#[cfg(feature = "authing-management")]
pub use management::{
    api::Management,
    clients::{AsyncManagementClient, AsyncManagementPages, ManagementClient, ManagementPages},
    options::{ManagementAuth, ManagementClientOptions},
};
pub use operation::{Api, ApiRequest, Operation};
pub use pages::Page;
#[cfg(feature = "authing-password")]
pub use password::PasswordKey;
pub use row::{Facts, Kind, Parameter, Row, Sent, Texts};
#[cfg(feature = "authing-authentication")]
pub use token_error::TokenError;
#[cfg(feature = "authing-authentication")]
pub use token_verifier::{Claims, TokenVerifier};
pub use types::{ListOptions, Pagination, Profile, SignInOptions};

/// Where both clients find the service unless the options say otherwise.
pub const DEFAULT_HOST: &str = "https://api.authing.cn";

/// Where both clients subscribe to events unless the options say otherwise.
pub const DEFAULT_WEBSOCKET_HOST: &str = "wss://events.authing.cn";

/// The language of messages unless the options say otherwise.
pub const DEFAULT_LANG: &str = "zh-CN";

/// How long a request may take unless the options say otherwise.
pub const DEFAULT_TIMEOUT: core::time::Duration = core::time::Duration::from_secs(10);

/// `x-authing-sdk-version`.
const SDK_VERSION: &str = concat!("tokenmint:", env!("CARGO_PKG_VERSION"));
