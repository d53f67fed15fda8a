//! What both clients of a user pool share: options, the access key, the token,
//! and how a request is made of an operation.

use core::fmt;
use std::borrow::Cow;
use std::string::String;
use std::sync::Arc;
use std::vec::Vec;

use serde_json::json;

use super::signature;
use super::token::{Token, Tokens};
use super::{Management, ManagementAuth, ManagementClientOptions};
use crate::authing::AccessKey;
use crate::client::authing::operation::{Operation, refused};
use crate::client::authing::options::missing;
use crate::client::authing::{Envelope, SDK_VERSION};
use crate::http::{
    self, AuthKind, Authorization, BaseUrl, Body, BodyKind, Endpoint, Environment, Error,
    ErrorKind, Headers, Method, Request, RequestOptions, Response, Service, Settings,
};

pub(super) struct Core {
    pub(super) options: ManagementClientOptions,
    pub(super) key: AccessKey,
    pub(super) base_url: BaseUrl,
    pub(super) environment: Arc<dyn Environment>,
    pub(super) tokens: Tokens,
}

impl Core {
    pub(super) fn new(
        options: &ManagementClientOptions,
        environment: &Arc<dyn Environment>,
    ) -> Result<Self, Error> {
        for (name, value) in [
            ("access_key_id", options.access_key_id.as_str()),
            ("access_key_secret", options.access_key_secret.as_str()),
        ] {
            if value.is_empty() {
                return Err(missing(name));
            }
        }
        let key = AccessKey::new(&options.access_key_id, &options.access_key_secret)
            .map_err(|error| Error::new(ErrorKind::Credentials).with_source(error))?;
        let host = match options.host.as_str() {
            "" => crate::client::authing::DEFAULT_HOST,
            host => host,
        };
        let base_url = BaseUrl::new(host)?;
        options.settings.check_protection(&base_url)?;
        let core = Self {
            options: options.clone(),
            key,
            base_url,
            environment: Arc::clone(environment),
            tokens: Tokens::new("there is no management token"),
        };
        // Texts that no header can carry are refused here, not at first use.
        core.headers(None)?;
        Ok(core)
    }

    pub(super) fn needs_token(&self) -> bool {
        self.options.auth == ManagementAuth::Bearer
    }

    /// The headers of a request with a token.
    fn headers(&self, token: Option<&Token>) -> Result<Headers, Error> {
        let mut headers = Headers::new();
        headers.set("x-authing-sdk-version", SDK_VERSION)?;
        if let Some(id) = token.and_then(|token| token.user_pool_id.as_deref()) {
            headers.set("x-authing-userpool-id", id)?;
        }
        if let Some(lang) = &self.options.lang {
            headers.set("x-authing-lang", lang)?;
        }
        if let Some(id) = &self.options.tenant_id {
            headers.set("x-authing-app-id", id)?;
        }
        Ok(headers)
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

/// A call, with the token unless it is signed.
pub(super) struct Authorized<'a> {
    pub(super) operation: &'a Operation<Management>,
    pub(super) token: Option<Arc<Token>>,
    /// Those of the operation, with what is left to its deadline.
    pub(super) options: Cow<'a, RequestOptions>,
}

impl http::Operation for Authorized<'_> {
    type Service = Core;
    type Output = Envelope;

    fn endpoint(&self) -> &Endpoint {
        &self.operation.row.endpoint
    }

    fn options<'a>(&'a self, _core: &'a Core) -> &'a RequestOptions {
        &self.options
    }

    fn request(&self, core: &Core) -> Result<Request, Error> {
        let operation = self.operation;
        let mut content = operation.content()?;
        let is_signed = self.token.is_none();
        let endpoint = content.take_path_query(operation.row)?;
        let has_query = operation.has_query();
        if !has_query {
            operation.options.add_body_fields(&mut content.fields);
        }
        let body = match has_query {
            true => None,
            false => Some(Body::json(&content.fields)?),
        };
        let (query, signed) = match (is_signed, endpoint.method) {
            (false, _) => (content.query(has_query), None),
            (true, Method::Get) if operation.options.adds_query() => {
                return Err(refused(
                    "a query parameter is set with `Operation::with`, so that it is signed",
                ));
            }
            (true, Method::Get) => {
                let (query, signed) = signature::query(&content.fields)?;
                (query, Some(signed))
            }
            // Where the official SDKs send a DELETE, they sign no query.
            (true, _) if has_query => {
                let (query, _) = signature::query(&content.fields)?;
                (query, Some(signature::Texts::new()))
            }
            (true, _) => (content.query(false), Some(signature::body(&content.fields))),
        };
        let mut settings = core.options.settings.clone();
        let (mut headers, authorization) = match &self.token {
            Some(token) => (
                core.headers(Some(token))?,
                Some(Authorization::bearer(&token.text)?),
            ),
            None => {
                let headers = signature::headers(&core.options, &*core.environment)?;
                (headers, None)
            }
        };
        headers.merge(&settings.headers);
        settings.headers = headers;
        let parameters: Vec<&str> = content.path_parameters.iter().map(String::as_str).collect();
        let mut request = Request::to(&endpoint, &core.base_url)
            .parameters(&parameters)
            .query(query)
            .authorization(authorization.as_ref())
            .body(body)
            .build(&settings, &self.options)?;
        if let Some(signed) = signed {
            let mut path = String::from("/");
            endpoint.visit_path(&parameters, &mut |part| {
                path.extend(part.iter().copied().map(char::from));
            })?;
            signature::sign(&core.key, &path, &signed, &mut request)?;
        }
        Ok(request)
    }

    fn finish(&self, _core: &Core, response: Response) -> Result<Envelope, Error> {
        Envelope::read(response)
    }
}

// Asking twice gives two tokens, of which one is forgotten.
const TOKEN_ENDPOINT: Endpoint = Endpoint::new(
    "get_management_token",
    Method::Post,
    "api/v3/get-management-token",
)
.body(BodyKind::Json)
.auth(AuthKind::None)
.repeatable(true);

/// `POST /api/v3/get-management-token`: asks for a token, within what is left
/// to the deadline of the call that needs it.
pub(super) struct TokenRequest(pub(super) RequestOptions);

impl http::Operation for TokenRequest {
    type Service = Core;
    type Output = Token;

    fn endpoint(&self) -> &Endpoint {
        &TOKEN_ENDPOINT
    }

    fn options<'a>(&'a self, _core: &'a Core) -> &'a RequestOptions {
        &self.0
    }

    fn request(&self, core: &Core) -> Result<Request, Error> {
        let options = &core.options;
        let body = json!({
            "accessKeyId": options.access_key_id,
            "accessKeySecret": options.access_key_secret.as_str(),
        });
        Request::to(&TOKEN_ENDPOINT, &core.base_url)
            .body(Body::json(&body)?)
            .build(&options.settings, &self.0)
    }

    fn finish(&self, core: &Core, response: Response) -> Result<Token, Error> {
        Token::read(Envelope::read(response)?, core.environment.unix_time())
    }
}
