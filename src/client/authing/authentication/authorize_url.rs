//! Where to send the user to sign in: `build_authorize_url`, without traffic.
//!
//! | protocol | URL | query, in this order |
//! |---|---|---|
//! | `oidc` | `{app_host}/oidc/auth` | `nonce`, `state`, `scope`, `client_id`, `redirect_uri`, `response_type`, `response_mode`, `prompt`, `code_challenge`, `code_challenge_method`, `tenantId` |
//! | `oauth` | `{app_host}/oauth/auth` | `state`, `scope`, `client_id`, `redirect_uri`, `response_type` |
//! | `cas` | `{app_host}/cas-idp/{app_id}` | `service` |
//! | `saml` | `{app_host}/api/v2/saml-idp/{app_id}` | none |
//!
//! `prompt=consent` goes with the scope `offline_access`, which asks for a
//! refresh token, unless the caller says another prompt.

use core::fmt;
use std::format;
use std::string::{String, ToString};

use super::core::Core;
use super::pkce::{self, CodeChallengeMethod};
use super::{AuthenticationClientOptions, Protocol};
use crate::client::authing::operation::refused;
use crate::client::authing::options::missing;
use crate::http::{Error, Query};
use crate::wire::base64;
use crate::wire::percent::{self, Style};
use crate::wire::pkce::Verifier;

/// The scope without which there is no refresh token.
const OFFLINE_ACCESS: &str = "offline_access";

/// What a sign-in may ask for; everything has a default.
///
/// ```
/// use tokenmint::client::authing::BuildAuthorizeUrl;
///
/// let request = BuildAuthorizeUrl::new()
///     .scope("openid profile offline_access")
///     .with_pkce();
/// ```
#[derive(Clone, Default)]
pub struct BuildAuthorizeUrl {
    redirect_uri: Option<String>,
    response_type: Option<String>,
    response_mode: Option<String>,
    state: Option<String>,
    nonce: Option<String>,
    scope: Option<String>,
    code_challenge: Option<String>,
    code_challenge_method: Option<String>,
    service: Option<String>,
    prompt: Option<String>,
    tenant_id: Option<String>,
    pkce: bool,
}

macro_rules! setters {
    ($($(#[$meta:meta])* $name:ident;)*) => {
        $(
            $(#[$meta])*
            #[must_use]
            pub fn $name(mut self, $name: &str) -> Self {
                self.$name = Some($name.to_string());
                self
            }
        )*
    };
}

impl BuildAuthorizeUrl {
    /// A sign-in as the options of the client say.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    setters! {
        /// Where to send the user back to, in place of the option.
        redirect_uri;
        /// `code` by default. With `oidc`: `code`, `code id_token token`,
        /// `code id_token`, `code token`, `id_token token`, `id_token`, `none`;
        /// with `oauth`: `code` or `token`.
        response_type;
        /// `query`, `fragment` or `form_post`; `oidc` alone.
        response_mode;
        /// The state, in place of a drawn one.
        state;
        /// The nonce, in place of a drawn one; `oidc` alone.
        nonce;
        /// What is asked for, separated by spaces, in place of the option.
        scope;
        /// The challenge of a verifier that the caller keeps; `oidc` alone.
        code_challenge;
        /// How that challenge was made: `S256`, or `plain`.
        code_challenge_method;
        /// The address that a CAS ticket is for; `cas` alone.
        service;
        /// What the user is asked: `login` (also who is signed in already),
        /// `consent`, `select_account`, or `none`; several with spaces between.
        /// `oidc` alone.
        prompt;
        /// The tenant to sign in to; `oidc` alone.
        tenant_id;
    }

    /// Draws a verifier ([`AuthorizeUrl::code_verifier`]) and sends its
    /// challenge; `oidc` alone.
    #[must_use]
    pub const fn with_pkce(mut self) -> Self {
        self.pkce = true;
        self
    }

    pub(super) fn build(&self, core: &Core) -> Result<AuthorizeUrl, Error> {
        let (options, base_url) = (&core.options, &core.base_url);
        let app_id = || {
            let mut text = String::new();
            percent::encode(options.app_id.as_bytes(), Style::Component, &mut |part| {
                // The encoder writes ASCII alone.
                text.extend(part.iter().copied().map(char::from));
            });
            text
        };
        match options.protocol {
            Protocol::Oidc => self.oidc(core),
            Protocol::Oauth => self.oauth(core),
            Protocol::Cas => {
                let query = match &self.service {
                    Some(service) => Query::new().with("service", service).as_str().to_string(),
                    None => "service".to_string(),
                };
                Ok(AuthorizeUrl::bare(format!(
                    "{base_url}/cas-idp/{}?{query}",
                    app_id()
                )))
            }
            Protocol::Saml => Ok(AuthorizeUrl::bare(format!(
                "{base_url}/api/v2/saml-idp/{}",
                app_id()
            ))),
        }
    }

    fn oidc(&self, core: &Core) -> Result<AuthorizeUrl, Error> {
        let (options, base_url) = (&core.options, &core.base_url);
        let state = given_or_drawn(self.state.as_deref(), core)?;
        let nonce = given_or_drawn(self.nonce.as_deref(), core)?;
        let scope = self.scope_or(options, "openid profile");
        let mut query = Query::new()
            .with("nonce", &nonce)
            .with("state", &state)
            .with("scope", scope)
            .with("client_id", &options.app_id)
            .with("redirect_uri", self.redirect_uri_or(options)?)
            .with(
                "response_type",
                self.response_type.as_deref().unwrap_or("code"),
            )
            .with_some("response_mode", self.response_mode.as_deref());
        match &self.prompt {
            Some(prompt) => query.push("prompt", prompt),
            None if has_word(scope, OFFLINE_ACCESS) => query.push("prompt", "consent"),
            None => {}
        }
        let code_verifier = self.challenge(&mut query, core)?;
        if let Some(tenant) = &self.tenant_id {
            query.push("tenantId", tenant);
        }
        Ok(AuthorizeUrl {
            url: format!("{base_url}/oidc/auth?{}", query.as_str()),
            state: Some(state),
            nonce: Some(nonce),
            code_verifier,
        })
    }

    fn oauth(&self, core: &Core) -> Result<AuthorizeUrl, Error> {
        let (options, base_url) = (&core.options, &core.base_url);
        let response_type = self.response_type.as_deref().unwrap_or("code");
        if !matches!(response_type, "code" | "token") {
            return Err(refused(
                "`response_type` is `code` or `token` with the protocol `oauth`",
            ));
        }
        if self.pkce {
            return Err(refused("PKCE goes with the protocol `oidc`"));
        }
        let state = given_or_drawn(self.state.as_deref(), core)?;
        let query = Query::new()
            .with("state", &state)
            .with("scope", self.scope_or(options, "user"))
            .with("client_id", &options.app_id)
            .with("redirect_uri", self.redirect_uri_or(options)?)
            .with("response_type", response_type);
        Ok(AuthorizeUrl {
            state: Some(state),
            ..AuthorizeUrl::bare(format!("{base_url}/oauth/auth?{}", query.as_str()))
        })
    }

    /// Adds the challenge; gives the verifier, when there is one to keep.
    fn challenge(&self, query: &mut Query, core: &Core) -> Result<Option<Verifier>, Error> {
        if !self.pkce {
            for (name, value) in [
                ("code_challenge", &self.code_challenge),
                ("code_challenge_method", &self.code_challenge_method),
            ] {
                if let Some(value) = value {
                    query.push(name, value);
                }
            }
            return Ok(None);
        }
        if self.code_challenge.is_some() || self.code_challenge_method.is_some() {
            return Err(refused(
                "`code_challenge` and a drawn challenge exclude each other",
            ));
        }
        let verifier = pkce::generate_code_challenge(pkce::MIN_LEN, &*core.environment)?;
        query.push("code_challenge", verifier.challenge().as_str());
        query.push("code_challenge_method", CodeChallengeMethod::S256.as_str());
        Ok(Some(verifier))
    }

    /// A sign-in that [`finish`](super::AuthenticationClient::finish) can end.
    ///
    /// # Errors
    ///
    /// What it cannot end.
    pub(super) fn for_hosted_login(&self, core: &Core) -> Result<Self, Error> {
        if core.options.protocol != Protocol::Oidc {
            return Err(refused("the option `protocol` has to be `oidc`"));
        }
        if self.response_type.as_deref().is_some_and(|it| it != "code") {
            return Err(refused("`response_type` has to be `code`"));
        }
        let mut request = self.clone();
        let scope = request.scope_or(&core.options, "openid profile");
        if !has_word(scope, "openid") {
            return Err(refused(
                "`scope` has to have `openid`, without which nobody signs in",
            ));
        }
        // Without consent there is no refresh token.
        if has_word(scope, OFFLINE_ACCESS)
            && let Some(prompt) = &mut request.prompt
            && !has_word(prompt, "consent")
            && prompt != "none"
        {
            prompt.push_str(" consent");
        }
        request.pkce = true;
        Ok(request)
    }

    fn scope_or<'a>(
        &'a self,
        options: &'a AuthenticationClientOptions,
        default: &'a str,
    ) -> &'a str {
        let scope = self.scope.as_deref().or(options.scope.as_deref());
        scope.unwrap_or(default)
    }

    pub(super) fn redirect_uri_or<'a>(
        &'a self,
        options: &'a AuthenticationClientOptions,
    ) -> Result<&'a str, Error> {
        let uri = self.redirect_uri.as_deref();
        uri.or(options.redirect_uri.as_deref())
            .filter(|uri| !uri.is_empty())
            .ok_or_else(|| missing("redirect_uri"))
    }
}

fn has_word(text: &str, word: &str) -> bool {
    text.split(' ').any(|part| part == word)
}

/// 128 bits of chance, as text.
fn given_or_drawn(given: Option<&str>, core: &Core) -> Result<String, Error> {
    if let Some(given) = given {
        return Ok(given.to_string());
    }
    let mut octets = [0; 16];
    core.environment.fill(&mut octets)?;
    let mut text = [0; base64::url_encoded_len(16)];
    Ok(base64::encode_url(&octets, &mut text)?.to_string())
}

/// Where to send the user, and what to keep until the user comes back.
///
/// | keep | and then |
/// |---|---|
/// | `state` | refuse a callback whose `state` is another |
/// | `nonce` | hand it to `verify_id_token` |
/// | `code_verifier` | hand it to `get_access_token_by_code` |
///
/// They belong into the session of this user, and nowhere else: `Debug` shows
/// none of them.
#[derive(Clone)]
#[non_exhaustive]
pub struct AuthorizeUrl {
    /// The URL.
    pub url: String,
    /// The state in it; `oidc` and `oauth`.
    pub state: Option<String>,
    /// The nonce in it; `oidc`.
    pub nonce: Option<String>,
    /// The verifier of the challenge in it, when it was drawn.
    pub code_verifier: Option<Verifier>,
}

impl AuthorizeUrl {
    const fn bare(url: String) -> Self {
        Self {
            url,
            state: None,
            nonce: None,
            code_verifier: None,
        }
    }
}

impl fmt::Debug for AuthorizeUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AuthorizeUrl")
            .field("target", &self.url.split('?').next())
            .finish_non_exhaustive()
    }
}

impl fmt::Debug for BuildAuthorizeUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("BuildAuthorizeUrl")
            .field("redirect_uri", &self.redirect_uri)
            .field("response_type", &self.response_type)
            .field("scope", &self.scope)
            .field("pkce", &self.pkce)
            .finish_non_exhaustive()
    }
}
