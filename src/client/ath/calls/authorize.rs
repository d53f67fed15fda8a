//! `POST /ath/authorize`.

use std::format;
use std::string::{String, ToString};
use std::vec::Vec;

use serde::Serialize;

use crate::ath::State;
use crate::client::ath::Authorization;
use crate::client::ath::credentials::Session;
use crate::client::ath::endpoints::AUTHORIZE;
use crate::client::ath::error::Error;
use crate::client::ath::operation::{object, request};
use crate::client::ath::shared::Core;
use crate::http::{
    self, BaseUrl, Endpoint, ErrorKind, Operation, Request, RequestOptions, Response,
};

/// What a user is asked to consent to.
///
/// ```
/// use tokenmint::client::ath::AuthorizeRequest;
///
/// let request = AuthorizeRequest::new("github", &["repo"])
///     .redirect_uri("http://127.0.0.1:8765/callback")
///     .resource("https://api.github.com");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuthorizeRequest {
    provider_id: String,
    scopes: Vec<String>,
    redirect_uri: Option<String>,
    resource: Option<String>,
    state: Option<String>,
}

impl AuthorizeRequest {
    pub(in crate::client::ath) fn provider_id(&self) -> &str {
        &self.provider_id
    }

    pub(in crate::client::ath) fn scopes(&self) -> &[String] {
        &self.scopes
    }

    /// Scopes of a provider, or of the `app_id` of a native service: within
    /// what was approved.
    #[must_use]
    pub fn new(provider_id: &str, scopes: &[&str]) -> Self {
        Self {
            provider_id: provider_id.to_string(),
            scopes: scopes.iter().map(ToString::to_string).collect(),
            redirect_uri: None,
            resource: None,
            state: None,
        }
    }

    /// Where the browser is sent back to: one of those registered, to the
    /// byte. Unless said, the first one that was registered, as this client or
    /// its store knows, and none when it knows of none.
    #[must_use]
    pub fn redirect_uri(mut self, uri: &str) -> Self {
        self.redirect_uri = Some(uri.to_string());
        self
    }

    /// The interface that the token is for (RFC 8707): an absolute URI without
    /// a fragment.
    #[must_use]
    pub fn resource(mut self, uri: &str) -> Self {
        self.resource = Some(uri.to_string());
        self
    }

    /// Another `state` than 16 random octets. At least 128 bits that nobody
    /// can guess.
    #[must_use]
    pub fn state(mut self, state: &str) -> Self {
        self.state = Some(state.to_string());
        self
    }
}

/// Whether it is an absolute URI without a fragment (RFC 8707, RFC 3986).
fn is_resource(uri: &str) -> bool {
    let Some((scheme, rest)) = uri.split_once(':') else {
        return false;
    };
    let is_scheme = scheme.starts_with(|first: char| first.is_ascii_alphabetic())
        && scheme
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.'));
    let fits = |byte: u8| byte.is_ascii_graphic() && !b"#\"<>\\^`{|}".contains(&byte);
    // A hierarchical one names a host.
    let has_host = rest
        .strip_prefix("//")
        .is_none_or(|rest| !rest.is_empty() && !rest.starts_with(['/', '?', ':']));
    is_scheme && has_host && !rest.is_empty() && rest.bytes().all(fits)
}

/// Whether a page may be opened in a browser, and its address shown: nobody
/// but the implementor has said what it is.
fn check_page(url: &str, core: &Core) -> Result<(), http::Error> {
    let refused = || {
        let message = "authorization_url is not a plain https URL (http on this machine)";
        http::Error::with_message(ErrorKind::Answer, message)
    };
    if !url
        .bytes()
        .all(|byte| byte.is_ascii_graphic() && byte != b'\\')
    {
        return Err(refused());
    }
    let (scheme, rest) = url.split_once("://").ok_or_else(refused)?;
    let authority = rest.split_once(['/', '?', '#']);
    let authority = authority.map_or(rest, |(authority, _)| authority);
    let origin = BaseUrl::new(&format!("{scheme}://{authority}")).map_err(|_| refused())?;
    core.settings
        .check_protection(&origin)
        .map_err(|_| refused())
}

/// The start of an authorization.
pub(in crate::client::ath) struct Authorize {
    request: AuthorizeRequest,
    client_id: String,
    state: String,
}

impl Authorize {
    pub(in crate::client::ath) fn new(
        core: &Core,
        request: &AuthorizeRequest,
    ) -> Result<Self, Error> {
        let known = core.state();
        let client_id = known.client_id()?;
        let mut request = request.clone();
        if request.redirect_uri.is_none() {
            request.redirect_uri = known.redirect_uris.first().cloned();
        }
        drop(known);
        if request
            .resource
            .as_ref()
            .is_some_and(|uri| !is_resource(uri))
        {
            let message = "a resource is an absolute URI without a fragment, such as \
                           https://api.example.com";
            return Err(http::Error::with_message(ErrorKind::InvalidInput, message).into());
        }
        let state = match request.state.take() {
            Some(state) => state,
            None => State::from_random(&*core.random()?).as_str().to_string(),
        };
        Ok(Self {
            request,
            client_id,
            state,
        })
    }
}

#[derive(Serialize)]
struct Wire<'a> {
    client_id: &'a str,
    agent_attestation: &'a str,
    provider_id: &'a str,
    scopes: &'a [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    user_redirect_uri: Option<&'a str>,
    state: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    resource: Option<&'a str>,
}

impl Operation for Authorize {
    type Service = Core;
    type Output = Authorization;

    fn endpoint(&self) -> &Endpoint {
        &AUTHORIZE
    }

    fn options<'a>(&'a self, core: &'a Core) -> &'a RequestOptions {
        core.options(false)
    }

    fn request(&self, core: &Core) -> Result<Request, http::Error> {
        let attestation = core.attest(core.audience())?;
        let body = Wire {
            client_id: &self.client_id,
            agent_attestation: &attestation,
            provider_id: &self.request.provider_id,
            scopes: &self.request.scopes,
            user_redirect_uri: self.request.redirect_uri.as_deref(),
            state: &self.state,
            resource: self.request.resource.as_deref(),
        };
        request(core, self, &[], Some(&body))
    }

    fn finish(&self, core: &Core, response: Response) -> Result<Authorization, Error> {
        let mut authorization: Authorization = object(response)?;
        check_page(&authorization.authorization_url, core)?;
        // Ours is what was sent; theirs would be another one.
        authorization.extra.remove("state");
        authorization.state.clone_from(&self.state);
        core.state().remember(Session {
            ath_session_id: authorization.ath_session_id.clone(),
            provider_id: self.request.provider_id.clone(),
            scopes: self.request.scopes.clone(),
            user: core.user().map(ToString::to_string),
            authorization_url: authorization.authorization_url.clone(),
            began_at: core.environment.unix_time().as_secs(),
            may_be_used: false,
        });
        authorization.not_kept = core.keep_or_warn();
        Ok(authorization)
    }
}
