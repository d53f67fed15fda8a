//! What both clients of a user pool share: options, the access key, the token,
//! and how a request is made of an operation.

use std::string::String;
use std::sync::Arc;
use std::vec::Vec;

use serde_json::json;

use super::signature;
use super::token::{Token, Tokens};
use super::{ManagementAuth, ManagementClientOptions};
use crate::authing::AccessKey;
use crate::client::authing::api_call::Service;
use crate::client::authing::operation::{Parts, refused};
use crate::client::authing::{Envelope, SDK_VERSION};
use crate::http::{
    AuthKind, Authorization, BaseUrl, Body, BodyKind, Call, Endpoint, Environment, Error,
    ErrorKind, Headers, Method, Query, Request, RequestOptions, Response, Settings,
};

pub(super) struct Core {
    pub(super) options: ManagementClientOptions,
    pub(super) key: AccessKey,
    pub(super) base_url: BaseUrl,
    pub(super) environment: Arc<dyn Environment>,
    pub(super) tokens: Tokens,
    no_options: RequestOptions,
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
                let message = std::format!("the option `{name}` is missing");
                return Err(Error::with_message(ErrorKind::Credentials, message));
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
            no_options: RequestOptions::new(),
        };
        // Texts that no header can carry are refused here, not at first use.
        core.headers(None)?;
        Ok(core)
    }

    pub(super) fn needs_token(&self) -> bool {
        self.options.auth == ManagementAuth::Bearer
    }

    /// The token that the service answered with.
    pub(super) fn read_token(&self, result: Result<Response, Error>) -> Result<Token, Error> {
        let name = TOKEN_ENDPOINT.name;
        Envelope::read(result?)
            .and_then(|answer| Token::read(answer, self.environment.unix_time()))
            .map_err(|error| error.at(name))
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

/// A client's core, and for this call the token.
pub(super) struct Authorized<'a> {
    pub(super) core: &'a Core,
    pub(super) token: Option<Arc<Token>>,
}

impl Service for Authorized<'_> {
    fn settings(&self) -> &Settings {
        &self.core.options.settings
    }

    fn request(&self, parts: &Parts) -> Result<Request, Error> {
        let core = self.core;
        let mut content = parts.content()?;
        let (query, body) = if parts.has_query() {
            (content.query(), None)
        } else {
            parts.options.add_body_fields(&mut content.fields);
            (Query::new(), Some(Body::json(&content.fields)?))
        };
        let signed = self.token.is_none();
        if signed && parts.options.adds_query() {
            return Err(refused(
                "a query parameter is set with `Operation::with`, so that it is signed",
            ));
        }
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
        let endpoint = &parts.row.endpoint;
        let mut request = Request::build(
            endpoint,
            &core.base_url,
            &parameters,
            &query,
            authorization.as_ref(),
            body,
            &settings,
            &parts.options,
        )?;
        if signed {
            let mut path = String::from("/");
            endpoint.visit_path(&parameters, &mut |part| {
                path.extend(part.iter().copied().map(char::from));
            })?;
            signature::sign(&core.key, &path, &content.fields, &mut request)?;
        }
        Ok(request)
    }
}

const TOKEN_ENDPOINT: Endpoint = Endpoint {
    name: "get_management_token",
    method: Method::Post,
    path: "api/v3/get-management-token",
    body: BodyKind::Json,
    auth: AuthKind::None,
    // Asking twice gives two tokens, of which one is forgotten.
    repeatable: true,
};

/// Asking for a token.
pub(super) struct TokenCall<'a>(pub(super) &'a Core);

impl Call for TokenCall<'_> {
    fn endpoint(&self) -> &Endpoint {
        &TOKEN_ENDPOINT
    }

    fn settings(&self) -> &Settings {
        &self.0.options.settings
    }

    fn options(&self) -> &RequestOptions {
        &self.0.no_options
    }

    fn request(&self, _attempt: u32) -> Result<Request, Error> {
        let options = &self.0.options;
        let body = json!({
            "accessKeyId": options.access_key_id,
            "accessKeySecret": options.access_key_secret.as_str(),
        });
        Request::build(
            &TOKEN_ENDPOINT,
            &self.0.base_url,
            &[],
            &Query::new(),
            None,
            Some(Body::json(&body)?),
            &options.settings,
            &self.0.no_options,
        )
    }
}
