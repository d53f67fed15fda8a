//! Calls of the protocol endpoints as values: what is sent, and what the answer
//! is read as. Both clients only carry them.
//!
//! | client authentication | body | header |
//! |---|---|---|
//! | `client_secret_post` | `client_id`, `client_secret`, then the rest | - |
//! | `client_secret_basic` | the rest | `Basic base64(app_id:app_secret)` |
//! | `none` | `client_id`, then the rest | - |
//!
//! An answer with an HTTP error, or with the member `error`, is an error that
//! has it as [`code`](Error::code) and its description as
//! [`detail`](Error::detail); [`body`](Error::body) is the whole.

use core::time::Duration;
use std::string::{String, ToString};
use std::vec::Vec;

use serde_json::{Map, Value};

use super::core::Core;
use super::endpoints;
use super::{ClientAuthMethod, Protocol, TokenSet};
use crate::client::authing::Jwks;
use crate::client::authing::operation::refused;
use crate::client::authing::options::missing;
use crate::http::{
    Authorization, BaseUrl, Body, BodyKind, Endpoint, Error, ErrorKind, Operation, Query, Request,
    RequestOptions, Response,
};

/// A call, and how its answer is read.
pub(super) struct ProtocolCall<T> {
    endpoint: &'static Endpoint,
    parameter: Option<String>,
    query: Query,
    authorization: Option<Authorization>,
    form: Query,
    options: RequestOptions,
    max_body: usize,
    /// Another address than that of the endpoint.
    url: Option<BaseUrl>,
    read: fn(Response) -> Result<T, Error>,
}

impl<T> ProtocolCall<T> {
    fn new(endpoint: &'static Endpoint, read: fn(Response) -> Result<T, Error>) -> Self {
        Self {
            endpoint,
            parameter: None,
            query: Query::new(),
            authorization: None,
            form: Query::new(),
            options: RequestOptions::new(),
            max_body: usize::MAX,
            url: None,
            read,
        }
    }

    /// Below `oidc` or `oauth`.
    fn of_protocol(mut self, core: &Core) -> Self {
        let protocol = match core.options.protocol {
            Protocol::Oidc => Protocol::Oidc,
            _ => Protocol::Oauth,
        };
        self.parameter = Some(protocol.as_str().to_string());
        self
    }

    /// Proves the application as `method` says.
    ///
    /// # Errors
    ///
    /// The option that is missing.
    fn proving(mut self, core: &Core, method: ClientAuthMethod) -> Result<Self, Error> {
        if method != ClientAuthMethod::ClientSecretBasic {
            self.form.push("client_id", &core.options.app_id);
        }
        match method {
            ClientAuthMethod::None => {}
            ClientAuthMethod::ClientSecretBasic => self.authorization = Some(core.basic()?),
            ClientAuthMethod::ClientSecretPost => {
                let secret = core.app_secret()?;
                self.form.push("client_secret", secret);
            }
        }
        Ok(self)
    }

    fn field(mut self, name: &str, value: &str) -> Self {
        self.form.push(name, value);
        self
    }
}

impl<T> Operation for ProtocolCall<T> {
    type Service = Core;
    type Output = T;

    fn endpoint(&self) -> &Endpoint {
        self.endpoint
    }

    fn options<'a>(&'a self, _core: &Core) -> &'a RequestOptions {
        &self.options
    }

    fn request(&self, core: &Core) -> Result<Request, Error> {
        let parameters: Vec<&str> = self.parameter.as_deref().into_iter().collect();
        let form = self.endpoint.body == BodyKind::Form;
        let base_url = self.url.as_ref().unwrap_or(&core.base_url);
        let mut request = Request::to(self.endpoint, base_url)
            .parameters(&parameters)
            .query(self.query.clone())
            .authorization(self.authorization.as_ref())
            .body(form.then(|| Body::form(&self.form)))
            .build(&core.options.settings, &self.options)?;
        if let Some(url) = &self.url {
            request.url = url.as_str().to_string();
        }
        request.max_body = request.max_body.min(self.max_body);
        Ok(request)
    }

    fn finish(&self, _core: &Core, response: Response) -> Result<T, Error> {
        (self.read)(response)
    }
}

pub(super) fn by_code(
    core: &Core,
    code: &str,
    code_verifier: Option<&str>,
) -> Result<ProtocolCall<TokenSet>, Error> {
    by_code_at(
        core,
        code,
        code_verifier,
        core.options.redirect_uri.as_deref(),
    )
}

/// As [`by_code`], for a user who was sent back elsewhere.
pub(super) fn by_code_at(
    core: &Core,
    code: &str,
    code_verifier: Option<&str>,
    redirect_uri: Option<&str>,
) -> Result<ProtocolCall<TokenSet>, Error> {
    check_protocol(core)?;
    let redirect_uri = redirect_uri.filter(|uri| !uri.is_empty());
    let redirect_uri = redirect_uri.ok_or_else(|| missing("redirect_uri"))?;
    let call = ProtocolCall::new(&endpoints::CODE, tokens)
        .of_protocol(core)
        .proving(core, core.options.token_endpoint_auth_method)?
        .field("grant_type", "authorization_code")
        .field("code", present("code", code)?)
        .field("redirect_uri", redirect_uri);
    Ok(match code_verifier {
        Some(verifier) => call.field("code_verifier", verifier),
        None => call,
    })
}

pub(super) fn by_refresh_token(
    core: &Core,
    refresh_token: &str,
) -> Result<ProtocolCall<TokenSet>, Error> {
    check_protocol(core)?;
    Ok(ProtocolCall::new(&endpoints::REFRESH, tokens)
        .of_protocol(core)
        .proving(core, core.options.token_endpoint_auth_method)?
        .field("grant_type", "refresh_token")
        .field("refresh_token", present("refresh_token", refresh_token)?))
}

pub(super) fn by_client_credentials(
    core: &Core,
    scope: &str,
    access_key: &str,
    access_secret: &str,
) -> Result<ProtocolCall<TokenSet>, Error> {
    let scope = present("scope", scope)?;
    let call = ProtocolCall::new(&endpoints::CLIENT_CREDENTIALS, tokens);
    Ok(call
        .of_protocol(core)
        .field("client_id", present("access_key", access_key)?)
        .field("client_secret", present("access_secret", access_secret)?)
        .field("grant_type", "client_credentials")
        .field("scope", scope))
}

pub(super) fn revoke(core: &Core, token: &str) -> Result<ProtocolCall<()>, Error> {
    check_protocol(core)?;
    Ok(ProtocolCall::new(&endpoints::REVOKE, nothing)
        .of_protocol(core)
        .proving(core, core.options.revocation_endpoint_auth_method)?
        .field("token", present("token", token)?))
}

pub(super) fn introspect(core: &Core, token: &str) -> Result<ProtocolCall<Value>, Error> {
    check_protocol(core)?;
    Ok(ProtocolCall::new(&endpoints::INTROSPECT, json)
        .of_protocol(core)
        .proving(core, core.options.introspection_endpoint_auth_method)?
        .field("token", present("token", token)?))
}

pub(super) fn user_info(core: &Core, access_token: &str) -> Result<ProtocolCall<Value>, Error> {
    let mut call = ProtocolCall::new(&endpoints::USER_INFO, json).of_protocol(core);
    call.authorization = Some(Authorization::bearer(access_token)?);
    Ok(call)
}

/// Where a key set may be, to be tried in this order.
pub(super) fn jwks(core: &Core) -> impl Iterator<Item = ProtocolCall<Jwks>> {
    let at = |endpoint: &'static Endpoint, parameter: Option<&str>| {
        let mut call = ProtocolCall::new(endpoint, key_set);
        call.parameter = parameter.map(String::from);
        call.max_body = Jwks::MAX_LEN;
        call
    };
    let given = core.jwks_uri.clone().map(|uri| {
        let mut call = at(&endpoints::JWKS_URI, None);
        call.url = Some(uri);
        call
    });
    let known = [
        at(&endpoints::JWKS, None),
        at(&endpoints::JWKS_OF_APP, Some(&core.options.app_id)),
    ];
    let known = given.is_none().then_some(known);
    given.into_iter().chain(known.into_iter().flatten())
}

impl ProtocolCall<Jwks> {
    /// Whoever checks a token waits for one answer, not for several attempts:
    /// `elapsed` is the time since the first.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Deadline`] when there is none left.
    pub(super) fn after(mut self, elapsed: Duration, core: &Core) -> Result<Self, Error> {
        let timeouts = core.options.settings.timeouts;
        let limit = timeouts.response.min(timeouts.total);
        let left = limit.saturating_sub(elapsed);
        if left.is_zero() {
            return Err(Error::new(ErrorKind::Deadline));
        }
        self.options = self.options.timeouts_each(timeouts.total(left));
        Ok(self)
    }
}

/// Whether a key set may be elsewhere: the path is one that the server does not
/// know. Some say so with an envelope and HTTP status 200.
pub(super) fn is_elsewhere(error: &Error) -> bool {
    let inside = error.body_json();
    let inside = inside
        .as_ref()
        .and_then(|body| body.get("statusCode")?.as_u64());
    error.status() == Some(404) || inside == Some(404)
}

fn key_set(response: Response) -> Result<Jwks, Error> {
    let response = succeeded(response)?;
    Jwks::parse(&response.body).map_err(|error| Error::from_response(response).with_source(error))
}

/// What CAS 1.0 says about a ticket.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct CasTicket {
    /// Whether it is good.
    pub valid: bool,
    /// Whose it is, when it is good.
    pub username: Option<String>,
}

pub(super) fn ticket_v1(
    core: &Core,
    ticket: &str,
    service: &str,
) -> Result<ProtocolCall<CasTicket>, Error> {
    let mut call = ProtocolCall::new(&endpoints::TICKET_V1, cas_ticket);
    call.parameter = Some(core.options.app_id.clone());
    call.query = ticket_query(ticket, service)?;
    call.options = call.options.header("accept", "text/plain, */*")?;
    Ok(call)
}

pub(super) fn ticket_v2(
    core: &Core,
    ticket: &str,
    service: &str,
) -> Result<ProtocolCall<Value>, Error> {
    let mut call = ProtocolCall::new(&endpoints::TICKET_V2, json);
    call.parameter = Some(core.options.app_id.clone());
    call.query = ticket_query(ticket, service)?.with("format", "JSON");
    Ok(call)
}

fn ticket_query(ticket: &str, service: &str) -> Result<Query, Error> {
    Ok(Query::new()
        .with("service", present("service", service)?)
        .with("ticket", present("ticket", ticket)?))
}

fn check_protocol(core: &Core) -> Result<(), Error> {
    match core.options.protocol {
        Protocol::Oidc | Protocol::Oauth => Ok(()),
        _ => Err(refused("the option `protocol` has to be `oidc` or `oauth`")),
    }
}

fn present<'a>(name: &str, value: &'a str) -> Result<&'a str, Error> {
    if value.is_empty() {
        return Err(refused(std::format!("`{name}` is empty")));
    }
    Ok(value)
}

/// An answer that is neither an HTTP error nor an OAuth one.
fn succeeded(response: Response) -> Result<Response, Error> {
    let body: Map<String, Value> = serde_json::from_slice(&response.body).unwrap_or_default();
    let text = |name: &str| body.get(name).and_then(Value::as_str).map(String::from);
    let code = text("error");
    if response.is_success() && code.is_none() {
        return Ok(response);
    }
    Err(Error::from_response(response).with_service_error(code, text("error_description")))
}

fn tokens(response: Response) -> Result<TokenSet, Error> {
    succeeded(response)?.json().map(TokenSet::new)
}

fn json(response: Response) -> Result<Value, Error> {
    succeeded(response)?.json()
}

/// A page is not the word of the service: the token lives on.
fn nothing(response: Response) -> Result<(), Error> {
    let response = succeeded(response)?;
    if response.is_page() {
        return Err(Error::unreadable(response));
    }
    Ok(())
}

/// `yes` and the user name, or `no`, each on a line.
fn cas_ticket(response: Response) -> Result<CasTicket, Error> {
    let response = succeeded(response)?;
    let text = response.text();
    let mut lines = text.lines().map(str::trim);
    match (lines.next(), lines.next()) {
        (Some("yes"), Some(name)) if !name.is_empty() => Ok(CasTicket {
            valid: true,
            username: Some(name.to_string()),
        }),
        (Some("no"), _) => Ok(CasTicket {
            valid: false,
            username: None,
        }),
        _ => Err(Error::unreadable(response)),
    }
}
