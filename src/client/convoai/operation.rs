//! One call of an endpoint as a value, and what its answer becomes.

use core::fmt;
use std::string::{String, ToString};
use std::vec::Vec;

use serde_json::{Map, Value};

use super::object::Member;
use super::shared::Core;
use super::{Lifetime, Subject};
use crate::http::{
    self, Endpoint, Error, ErrorKind, Headers, Query, Request, RequestOptions, Response,
};

/// The parameter of a path that every client knows.
const APP_ID: &str = "appid";

/// Something that can be sent with
/// [`AgentClient::send`](super::AgentClient::send) or
/// [`AsyncAgentClient::send`](super::AsyncAgentClient::send), any number of
/// times. Made by the functions of [`agents`](super::agents),
/// [`telephony`](super::telephony) and
/// [`phone_numbers`](super::phone_numbers).
pub struct Operation<T> {
    pub(super) endpoint: &'static Endpoint,
    /// Without one, the client's.
    app_id: Option<String>,
    /// All but the app id.
    pub(super) parameters: Vec<String>,
    pub(super) query: Query,
    /// The parameter that tells pages apart.
    pub(super) page: Option<(&'static str, String)>,
    pub(super) body: Map<String, Value>,
    /// Without one, that of the endpoint.
    subject: Option<Subject>,
    pub(super) options: RequestOptions,
    /// Whether doing it again changes nothing.
    pub(super) repeatable: bool,
    /// Why it must not be sent.
    pub(super) fault: Option<&'static str>,
    pub(super) parse: fn(&Response) -> Result<T, Error>,
    /// In place of `parse` when it may have been done before.
    pub(super) parse_again: fn(&Response) -> Result<T, Error>,
}

/// What a call gave, and the headers it came with.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Answer<T> {
    /// The content.
    pub value: T,
    /// The headers; names in lower case.
    pub headers: Headers,
}

/// The agent among the parameters of a path, which are all but the app id.
fn agent_in<'a, S: AsRef<str>>(endpoint: &Endpoint, parameters: &'a [S]) -> Option<&'a str> {
    endpoint
        .parameters()
        .filter(|name| *name != APP_ID)
        .zip(parameters)
        .find_map(|(name, value)| (name == "agent_id").then(|| value.as_ref()))
}

impl<T> Operation<T> {
    pub(super) fn new(
        endpoint: &'static Endpoint,
        parameters: &[&str],
        parse: fn(&Response) -> Result<T, Error>,
    ) -> Self {
        Self {
            endpoint,
            app_id: None,
            parameters: parameters.iter().map(ToString::to_string).collect(),
            query: Query::new(),
            page: None,
            body: Map::new(),
            subject: None,
            options: RequestOptions::new(),
            repeatable: endpoint.repeatable,
            fault: None,
            parse,
            parse_again: parse,
        }
    }

    /// Whom a minted token is for: where nobody said it, the channel is what the
    /// endpoint does, and the account the agent of the path.
    fn subject(&self) -> Subject {
        let name = self.endpoint.name;
        let (_, channel) = name.rsplit_once('.').unwrap_or(("", name));
        self.subject.clone().unwrap_or_else(|| Subject {
            channel: channel.to_string(),
            account: self.agent_id().map(ToString::to_string),
            lifetime: Lifetime::MAX,
        })
    }

    /// The subject of this call, to be changed.
    pub(super) fn subject_mut(&mut self) -> &mut Subject {
        let subject = self.subject();
        self.subject.insert(subject)
    }

    /// The agent that the path names.
    pub(super) fn agent_id(&self) -> Option<&str> {
        agent_in(self.endpoint, &self.parameters)
    }

    /// The line of the endpoint table.
    #[must_use]
    pub const fn endpoint(&self) -> &'static Endpoint {
        self.endpoint
    }

    /// Replaces the options of the call.
    #[must_use]
    pub fn with_options(mut self, options: RequestOptions) -> Self {
        self.options = options;
        self
    }

    /// Calls another app than the client's: for Basic authentication, which is
    /// that of a customer with several apps.
    #[must_use]
    pub fn with_app_id(mut self, app_id: &str) -> Self {
        self.app_id = Some(app_id.to_string());
        self
    }

    /// Replaces whom a minted token is for: its channel, account and lifetime.
    #[must_use]
    pub fn with_subject(mut self, subject: Subject) -> Self {
        self.subject = Some(subject);
        self
    }

    pub(super) fn query(mut self, query: Query) -> Self {
        self.query = query;
        self
    }

    pub(super) fn body(mut self, body: Map<String, Value>) -> Self {
        self.body = body;
        self
    }

    pub(super) fn page(mut self, name: &'static str, value: Option<String>) -> Self {
        self.page = value.map(|value| (name, value));
        self
    }

    fn whole_query(&self) -> Query {
        match &self.page {
            // As the table of endpoints has it: a number comes first.
            Some((name @ "page_index", value)) => Query::new().with(name, value).and(&self.query),
            Some((name, value)) => self.query.clone().with(name, value),
            None => self.query.clone(),
        }
    }
}

impl<T> http::Operation for Operation<T> {
    type Service = Core;
    type Output = Answer<T>;

    fn endpoint(&self) -> &Endpoint {
        self.endpoint
    }

    fn options<'a>(&'a self, _core: &'a Core) -> &'a RequestOptions {
        &self.options
    }

    fn is_repeatable(&self) -> bool {
        self.repeatable
    }

    fn request(&self, core: &Core) -> Result<Request, Error> {
        if let Some(fault) = self.fault {
            return Err(Error::with_message(ErrorKind::InvalidInput, fault));
        }
        let app_id = self.endpoint.parameters().filter(|name| *name == APP_ID);
        let parameters: Vec<&str> = app_id
            .map(|_| self.app_id.as_deref().unwrap_or(core.auth.app_id()))
            .chain(self.parameters.iter().map(String::as_str))
            .collect();
        // Before a token is made of them: bad parameters have their own error.
        self.endpoint.check(&parameters)?;
        let (base_url, host) = core.pool.target()?;
        let authorization = core
            .auth
            .authorization(|| self.subject(), || core.stamp())?;
        let mut request = Request::to(self.endpoint, &base_url)
            .checked_parameters(&parameters)
            .query(self.whole_query())
            .proven_by(authorization)
            .body(self.options.json_body(&self.body)?)
            .build(&core.settings, &self.options)?;
        request.host = host;
        Ok(request)
    }

    fn finish(&self, _core: &Core, response: Response) -> Result<Answer<T>, Error> {
        answer(self.parse, response)
    }

    fn finish_again(&self, _core: &Core, response: Response) -> Result<Answer<T>, Error> {
        answer(self.parse_again, response)
    }
}

fn answer<T>(
    parse: fn(&Response) -> Result<T, Error>,
    response: Response,
) -> Result<Answer<T>, Error> {
    let value = parse(&response)?;
    let headers = response.headers;
    Ok(Answer { value, headers })
}

impl<T> Clone for Operation<T> {
    fn clone(&self) -> Self {
        Self {
            endpoint: self.endpoint,
            app_id: self.app_id.clone(),
            parameters: self.parameters.clone(),
            query: self.query.clone(),
            page: self.page.clone(),
            body: self.body.clone(),
            subject: self.subject.clone(),
            options: self.options.clone(),
            repeatable: self.repeatable,
            fault: self.fault,
            parse: self.parse,
            parse_again: self.parse_again,
        }
    }
}

impl<T> fmt::Debug for Operation<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Operation")
            .field("endpoint", &self.endpoint.name)
            .field("parameters", &self.parameters)
            .field("body", &super::object::Shown(&self.body))
            .finish_non_exhaustive()
    }
}

/// The error that an answer is, with the service's words in it.
///
/// | group | members |
/// |---|---|
/// | agents | `reason`, `detail`; older services and gateways `message` |
/// | telephony, numbers | `error_type`, `description` |
pub(super) fn refusal(response: &Response) -> Error {
    let body: Map<String, Value> = serde_json::from_slice(&response.body).unwrap_or_default();
    let first = |names: [&str; 3]| {
        let texts = names.iter().filter_map(|name| body.get(*name)?.as_str());
        texts.map(ToString::to_string).next()
    };
    let code = first(["reason", "error_type", "code"]);
    let detail = first(["detail", "description", "message"]);
    Error::from_response(response.clone()).with_service_error(code, detail)
}

/// A success with an object of type `T`.
pub(super) fn object<T: Member>(response: &Response) -> Result<T, Error> {
    if !response.is_success() {
        return Err(refusal(response));
    }
    let value: Option<Value> = serde_json::from_slice(&response.body).ok();
    value
        .and_then(|value| T::take(value).member())
        .ok_or_else(|| refusal(response))
}

/// A success whose body may be empty.
pub(super) fn object_or_empty<T: Member + Default>(response: &Response) -> Result<T, Error> {
    if response.is_success() && response.body.is_empty() {
        return Ok(T::default());
    }
    object(response)
}

/// A success with a JSON object or no body at all. Anything else, such as the
/// page of a proxy, is not the word of the service.
pub(super) fn nothing(response: &Response) -> Result<(), Error> {
    let body = response.body.trim_ascii();
    let is_object = || serde_json::from_slice::<Map<String, Value>>(body).is_ok();
    if response.is_success() && (body.is_empty() || is_object()) {
        return Ok(());
    }
    Err(refusal(response))
}
