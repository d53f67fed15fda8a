//! What both clients of an end user share: options, the user's token, and how
//! a request is made of an operation.

use core::fmt;
use std::string::String;
use std::sync::{Arc, Mutex, PoisonError};

use zeroize::Zeroizing;

use super::jwks_cache::JwksCache;
use super::{Authentication, AuthenticationClientOptions, ClientAuthMethod};
use crate::client::authing::operation::Operation;
use crate::client::authing::options::missing;
use crate::client::authing::row::{Kind, Row};
use crate::client::authing::{DEFAULT_HOST, Envelope, SDK_VERSION};
use crate::http::{
    self, Authorization, BaseUrl, Body, Endpoint, Environment, Error, Headers, Members, Request,
    RequestOptions, Response, Service, Settings,
};

/// What a client and its operations are made of.
pub struct Core {
    pub(super) jwks: Arc<JwksCache>,
    pub(super) options: AuthenticationClientOptions,
    pub(super) base_url: BaseUrl,
    pub(super) jwks_uri: Option<BaseUrl>,
    pub(super) environment: Arc<dyn Environment>,
    access_token: Mutex<Option<Zeroizing<String>>>,
}

/// Where `client_secret_basic` has a place: an application that signs users in
/// proves itself as at the token endpoint.
const BASIC_PATHS: [&str; 3] = [
    "api/v3/signin",
    "api/v3/signin-by-mobile",
    "api/v3/exchange-tokenset-with-qrcode-ticket",
];

impl Core {
    pub(super) fn new(
        options: &AuthenticationClientOptions,
        environment: &Arc<dyn Environment>,
    ) -> Result<Self, Error> {
        if options.app_id.is_empty() {
            return Err(missing("app_id"));
        }
        let host = match options.app_host.as_str() {
            "" => DEFAULT_HOST,
            host => host,
        };
        let base_url = BaseUrl::new(host)?;
        options.settings.check_protection(&base_url)?;
        let jwks_uri = options.jwks_uri.as_deref().map(BaseUrl::new).transpose()?;
        if let Some(uri) = &jwks_uri {
            options.settings.check_protection(uri)?;
        }
        let core = Self {
            jwks: Arc::new(JwksCache::new(options, &base_url)?),
            options: options.clone(),
            base_url,
            jwks_uri,
            environment: Arc::clone(environment),
            access_token: Mutex::new(options.access_token.clone()),
        };
        // Texts that no header can carry are refused here, not at first use.
        core.headers()?;
        Ok(core)
    }

    /// A core without a token, for somebody else.
    pub(super) fn for_another_user(&self) -> Self {
        let mut options = self.options.clone();
        options.access_token = None;
        Self {
            jwks: Arc::clone(&self.jwks),
            options,
            base_url: self.base_url.clone(),
            jwks_uri: self.jwks_uri.clone(),
            environment: Arc::clone(&self.environment),
            access_token: Mutex::new(None),
        }
    }

    pub(super) fn set_access_token(&self, token: &str) {
        let token = Some(token).filter(|token| !token.is_empty());
        let token = token.map(|token| Zeroizing::new(token.into()));
        *self.token() = token;
    }

    pub(super) fn access_token(&self) -> Option<Zeroizing<String>> {
        self.token().clone()
    }

    fn token(&self) -> std::sync::MutexGuard<'_, Option<Zeroizing<String>>> {
        self.access_token
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn app_secret(&self) -> Result<&str, Error> {
        let secret = self.options.app_secret.as_ref();
        let secret = secret.filter(|secret| !secret.is_empty());
        Ok(secret.ok_or_else(|| missing("app_secret"))?)
    }

    /// `client_secret_basic`.
    pub(super) fn basic(&self) -> Result<Authorization, Error> {
        Authorization::basic(&self.options.app_id, self.app_secret()?)
    }

    fn authorization(&self, row: &Row) -> Result<Option<Authorization>, Error> {
        let method = self.options.token_endpoint_auth_method;
        if method == ClientAuthMethod::ClientSecretBasic && BASIC_PATHS.contains(&row.endpoint.path)
        {
            return self.basic().map(Some);
        }
        let token = self.access_token();
        token
            .map(|token| Authorization::scheme("", &token))
            .transpose()
    }

    /// The headers of calls that are not of the protocol endpoints.
    fn headers(&self) -> Result<Headers, Error> {
        let mut headers = Headers::new();
        headers.set("x-authing-sdk-version", SDK_VERSION)?;
        headers.set("x-authing-request-from", "sdk")?;
        headers.set("x-authing-app-id", &self.options.app_id)?;
        if let Some(lang) = &self.options.lang {
            headers.set("x-authing-lang", lang)?;
        }
        if let Some(address) = &self.options.real_ip {
            headers.set("x-real-ip", address)?;
        }
        Ok(headers)
    }

    /// Wrappers of sign-in send the application along, where the body is the
    /// place for it. The raw calls have what the caller gives them.
    fn add_client(&self, row: &Row, fields: &mut Members) {
        let is_constant = |kind: Kind| matches!(kind, Kind::Constant(_));
        let is_wrapper = row.parameters.iter().any(|p| is_constant(p.kind))
            && row.parameter("client_id").is_some();
        let method = self.options.token_endpoint_auth_method;
        if !is_wrapper || method != ClientAuthMethod::ClientSecretPost {
            return;
        }
        let secret = self.options.app_secret.as_ref();
        let secret = secret.map(|secret| secret.as_str());
        for (name, value) in [
            ("client_id", Some(self.options.app_id.as_str())),
            ("client_secret", secret),
        ] {
            if let (Some(value), None) = (value, fields.get(name)) {
                fields.insert(name, value.into());
            }
        }
    }
}

impl Service for Core {
    type Error = Error;

    fn settings(&self) -> &Settings {
        &self.options.settings
    }
}

impl fmt::Debug for Core {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Core")
            .field("options", &self.options)
            .finish_non_exhaustive()
    }
}

impl http::Operation for Operation<Authentication> {
    type Service = Core;
    type Output = Envelope;

    fn endpoint(&self) -> &Endpoint {
        &self.row.endpoint
    }

    fn options<'a>(&'a self, _core: &'a Core) -> &'a RequestOptions {
        &self.options
    }

    fn request(&self, core: &Core) -> Result<Request, Error> {
        let mut content = self.content()?;
        let endpoint = content.take_path_query(self.row)?;
        let has_query = self.has_query();
        if !has_query {
            core.add_client(self.row, &mut content.fields);
            self.options.add_body_fields(&mut content.fields);
        }
        let body = match has_query {
            true => None,
            false => Some(Body::json(&content.fields)?),
        };
        let parameters: std::vec::Vec<&str> =
            content.path_parameters.iter().map(String::as_str).collect();
        let mut settings = core.options.settings.clone();
        let mut headers = core.headers()?;
        headers.merge(&settings.headers);
        settings.headers = headers;
        Request::to(&endpoint, &core.base_url)
            .parameters(&parameters)
            .query(content.query(has_query))
            .authorization(core.authorization(self.row)?.as_ref())
            .body(body)
            .build(&settings, &self.options)
    }

    fn finish(&self, _core: &Core, response: Response) -> Result<Envelope, Error> {
        Envelope::read(response)
    }
}
