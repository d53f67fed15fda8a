//! One call of an endpoint as a value, and what its answer becomes.

use core::fmt;
use std::string::{String, ToString};
use std::vec::Vec;

use serde_json::{Map, Value};

use super::object::Member;
use super::{Lifetime, Subject};
use crate::http::{Endpoint, Error, Headers, Query, RequestOptions, Response};

/// Something that can be sent with
/// [`AgentClient::send`](super::AgentClient::send) or
/// [`AsyncAgentClient::send`](super::AsyncAgentClient::send), any number of
/// times. Made by the functions of [`agents`](super::agents),
/// [`telephony`](super::telephony) and
/// [`phone_numbers`](super::phone_numbers).
pub struct Operation<T> {
    pub(super) endpoint: &'static Endpoint,
    pub(super) parameters: Vec<String>,
    pub(super) query: Query,
    /// The parameter that tells pages apart; last in the query.
    pub(super) page: Option<(&'static str, String)>,
    pub(super) body: Map<String, Value>,
    pub(super) subject: Subject,
    pub(super) options: RequestOptions,
    pub(super) parse: fn(Response) -> Result<T, Error>,
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

impl<T> Operation<T> {
    pub(super) fn new(
        endpoint: &'static Endpoint,
        parameters: &[&str],
        parse: fn(Response) -> Result<T, Error>,
    ) -> Self {
        let channel = endpoint.name.rsplit('.').next().unwrap_or_default();
        let agent_id = endpoint
            .parameters()
            .zip(parameters)
            .find_map(|(name, value)| (name == "agent_id").then(|| (*value).to_string()));
        Self {
            endpoint,
            parameters: parameters.iter().map(ToString::to_string).collect(),
            query: Query::new(),
            page: None,
            body: Map::new(),
            subject: Subject {
                channel: channel.to_string(),
                account: agent_id,
                lifetime: Lifetime::MAX,
            },
            options: RequestOptions::new(),
            parse,
        }
    }

    /// The line of the endpoint table.
    #[must_use]
    pub const fn endpoint(&self) -> &'static Endpoint {
        self.endpoint
    }

    /// The same with other options.
    #[must_use]
    pub fn with_options(mut self, options: RequestOptions) -> Self {
        self.options = options;
        self
    }

    /// The same with a token for another channel, account or time.
    #[must_use]
    pub fn with_subject(mut self, subject: Subject) -> Self {
        self.subject = subject;
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

    pub(super) fn whole_query(&self) -> Query {
        let query = self.query.clone();
        match &self.page {
            Some((name, value)) => query.with(name, value),
            None => query,
        }
    }

    pub(super) fn finish(&self, response: Response) -> Result<Answer<T>, Error> {
        let headers = response.headers.clone();
        let value = (self.parse)(response).map_err(|error| error.at(self.endpoint.name))?;
        Ok(Answer { value, headers })
    }
}

impl<T> Clone for Operation<T> {
    fn clone(&self) -> Self {
        Self {
            endpoint: self.endpoint,
            parameters: self.parameters.clone(),
            query: self.query.clone(),
            page: self.page.clone(),
            body: self.body.clone(),
            subject: self.subject.clone(),
            options: self.options.clone(),
            parse: self.parse,
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
pub(super) fn refusal(response: Response) -> Error {
    let body: Map<String, Value> = serde_json::from_slice(&response.body).unwrap_or_default();
    let first = |names: [&str; 3]| {
        let texts = names.iter().filter_map(|name| body.get(*name)?.as_str());
        texts.map(ToString::to_string).next()
    };
    let code = first(["reason", "error_type", "code"]);
    let detail = first(["detail", "description", "message"]);
    Error::from_response(response).with_service_error(code, detail)
}

/// A success with an object of type `T`.
pub(super) fn object<T: Member>(response: Response) -> Result<T, Error> {
    if !response.is_success() {
        return Err(refusal(response));
    }
    let value: Option<Value> = serde_json::from_slice(&response.body).ok();
    value
        .and_then(|value| T::read(&value))
        .ok_or_else(|| refusal(response))
}

/// A success whose body may be empty.
pub(super) fn object_or_empty<T: Member + Default>(response: Response) -> Result<T, Error> {
    if response.is_success() && response.body.is_empty() {
        return Ok(T::default());
    }
    object(response)
}

/// A success with a JSON object or no body at all. Anything else, such as the
/// page of a proxy, is not the word of the service.
pub(super) fn nothing(response: Response) -> Result<(), Error> {
    let body = response.body.trim_ascii();
    let is_object = || serde_json::from_slice::<Map<String, Value>>(body).is_ok();
    if response.is_success() && (body.is_empty() || is_object()) {
        return Ok(());
    }
    Err(refusal(response))
}
