//! One line of the table of methods.

use core::fmt;
use std::string::String;
use std::vec::Vec;

use serde_json::Value;

use crate::http::{AuthKind, BodyKind, Endpoint, Method};

/// A method of one of the clients.
#[derive(Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Row {
    /// Verb, path, what proves the caller. The name is that of the official
    /// SDK for Python.
    pub endpoint: Endpoint,
    /// The parameters, in the order in which they are sent.
    pub parameters: &'static [Parameter],
    /// How it is sent.
    pub sent: Sent,
    /// What it does, what it answers, and where this is known from.
    pub facts: Facts,
}

/// What is known of a method beside how it is sent. A text is empty where
/// nothing is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Facts {
    /// What it does, in a sentence.
    pub summary: &'static str,
    /// The method of the client; most have the name of the row.
    pub client_method: &'static str,
    /// The official SDKs that have it: `py`, `node`, `java`, `go`, `cs`.
    pub sdks: &'static str,
    /// The SDKs whose types gave the kinds of the parameters.
    pub source: &'static str,
    /// The type of the body in the SDKs.
    pub request: &'static str,
    /// Its name in each SDK: `py=list_users;node=listUsers`.
    pub sdk_names: &'static str,
    /// What is unusual about it.
    pub notes: &'static str,
    /// The type of the answer in the SDKs.
    pub answer: &'static str,
    /// What is in the answer's `data`: a type of the SDKs, a kind of the table,
    /// `none`, `flat` (members beside `statusCode` or in its place), `local` or
    /// `unknown`.
    pub data: &'static str,
    /// `list+totalCount`, `list`, `array` (the content is a list), or `-`.
    pub paging: &'static str,
}

impl Facts {
    /// In the order of the generated files.
    pub(super) const fn new(texts: [&'static str; 10]) -> Self {
        let [
            summary,
            client_method,
            sdks,
            source,
            request,
            sdk_names,
            notes,
            answer,
            data,
            paging,
        ] = texts;
        Self {
            summary,
            client_method,
            sdks,
            source,
            request,
            sdk_names,
            notes,
            answer,
            data,
            paging,
        }
    }
}

/// How a method is sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Sent {
    /// As an [`Operation`](super::Operation): arguments in the query or in a
    /// JSON body.
    Call,
    /// By a method of the client alone, as a form or to CAS.
    Protocol,
    /// Not at all: the client does it by itself.
    Nowhere,
    /// It opens a stream of events.
    Events,
    /// As its arguments say: with a [`Row`] made by hand.
    Anything,
}

/// A parameter of a method.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Parameter {
    /// The name of the setter here, and in the official SDK for Python.
    pub name: &'static str,
    /// The name on the wire; a dot goes one object down.
    pub wire: &'static str,
    /// What it holds.
    pub kind: Kind,
    /// Whether a call has to have it.
    pub required: bool,
    /// Units, ranges and what else the kind does not say; mostly empty.
    pub note: &'static str,
}

impl Parameter {
    /// A parameter of a row that is made by hand.
    ///
    /// `name` is what [`Operation::argument`](super::Operation::argument) takes,
    /// `wire` what is sent; where both are the same, give it twice.
    #[must_use]
    pub const fn new(name: &'static str, wire: &'static str, kind: Kind, required: bool) -> Self {
        parameter(name, wire, kind, required, "")
    }
}

/// What a parameter holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Kind {
    /// Text.
    Text,
    /// A list of texts.
    Texts,
    /// An integer.
    Integer,
    /// A list of integers.
    Integers,
    /// True or false.
    Flag,
    /// True or false, in the query although the call has a body.
    FlagInQuery,
    /// A JSON object.
    Object,
    /// A list of JSON objects.
    Objects,
    /// A JSON list.
    List,
    /// Any JSON.
    Any,
    /// Any JSON, sent as text that has it.
    JsonText,
    /// A text, one of these as far as is known. Others are sent as well.
    Choice(&'static [&'static str]),
    /// A list of texts, each one of these as far as is known.
    Choices(&'static [&'static str]),
    /// Always this text; nobody sets it.
    Constant(&'static str),
}

impl Kind {
    /// Whether it is a list.
    #[must_use]
    pub const fn is_list(self) -> bool {
        matches!(
            self,
            Self::Texts | Self::Integers | Self::Objects | Self::List | Self::Choices(_)
        )
    }
}

/// What it holds, for a person.
impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (text, values): (_, &[&str]) = match self {
            Self::Text => ("text", &[]),
            Self::Texts => ("list of texts", &[]),
            Self::Integer => ("integer", &[]),
            Self::Integers => ("list of integers", &[]),
            Self::Flag | Self::FlagInQuery => ("true or false", &[]),
            Self::Object => ("object", &[]),
            Self::Objects => ("list of objects", &[]),
            Self::List => ("list", &[]),
            Self::Any | Self::JsonText => ("any JSON", &[]),
            Self::Choice(values) => ("one of ", values),
            Self::Choices(values) => ("list of ", values),
            Self::Constant(text) => ("always ", core::slice::from_ref(text)),
        };
        f.write_str(text)?;
        for (at, value) in values.iter().enumerate() {
            f.write_str(if at > 0 { ", " } else { "" })?;
            f.write_str(value)?;
        }
        Ok(())
    }
}

impl Row {
    /// A method that the table does not have, sent as a call.
    ///
    /// ```
    /// use serde_json::json;
    /// use tokenmint::client::authing::{ApiRequest, Kind, Management, Operation, Parameter, Row};
    /// use tokenmint::http::{BodyKind, Endpoint, Method};
    ///
    /// static ROW: Row = Row::new(
    ///     Endpoint::new("tag_user", Method::Post, "api/v3/users/{userId}/tags")
    ///         .body(BodyKind::Json),
    ///     &[
    ///         Parameter::new("user_id", "userId", Kind::Text, true),
    ///         Parameter::new("tags", "tags", Kind::Texts, true),
    ///     ],
    /// );
    ///
    /// let operation = Operation::<Management>::new(&ROW)
    ///     .argument("user_id", "u1")?
    ///     .argument("tags", json!(["vip"]))?
    ///     // What the row does not name goes into the body, or into the query.
    ///     .with("note", "by hand");
    /// // client.send(&operation)? is signed, sent and answered like any other call.
    /// # Ok::<(), tokenmint::http::Error>(())
    /// ```
    #[must_use]
    pub const fn new(endpoint: Endpoint, parameters: &'static [Parameter]) -> Self {
        Self {
            endpoint,
            parameters,
            sent: Sent::Call,
            facts: Facts::new([""; 10]),
        }
    }

    /// The name, for example `list_users`.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.endpoint.name
    }

    /// The parameter of this name, as the SDK or as the wire has it, in any
    /// letter case and with or without underscores.
    #[must_use]
    pub fn parameter(&self, name: &str) -> Option<&'static Parameter> {
        let exact = |parameter: &&Parameter| [parameter.name, parameter.wire].contains(&name);
        let similar = |parameter: &&Parameter| {
            let wire = parameter.wire;
            let leaf = wire.rsplit_once('.').map_or(wire, |(_, leaf)| leaf);
            letters(leaf).eq(letters(name))
        };
        let mut parameters = self.parameters.iter();
        parameters
            .clone()
            .find(exact)
            .or_else(|| parameters.find(similar))
    }

    /// The members of its answer, beside `statusCode` or in its place, where
    /// there is no `data`.
    #[cfg(feature = "authing-schema")]
    #[must_use]
    pub fn flat_members<A: super::Api>(&self) -> Option<Vec<super::schema::Member>> {
        super::schema::flat_members(A::NAME, self.name()).filter(|members| !members.is_empty())
    }

    /// Whether a name on the wire is that of a part of the path.
    pub(super) fn has_in_path(&self, wire: &str) -> bool {
        self.without_query().parameters().any(|name| name == wire)
    }

    /// The endpoint without a query that its path may have.
    pub(super) fn without_query(&self) -> Endpoint {
        let mut endpoint = self.endpoint;
        endpoint.path = endpoint
            .path
            .split_once('?')
            .map_or(endpoint.path, |(path, _)| path);
        endpoint
    }
}

fn letters(name: &str) -> impl Iterator<Item = char> {
    name.chars()
        .filter(|c| *c != '_')
        .map(|c| c.to_ascii_lowercase())
}

impl fmt::Display for Row {
    /// `POST /api/v3/create-role`
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} /{}", self.endpoint.method, self.endpoint.path)
    }
}

/// A line's endpoint; `verb` and `path` as the table has them.
pub(super) const fn endpoint(
    name: &'static str,
    verb: &'static str,
    path: &'static str,
    auth: AuthKind,
) -> Endpoint {
    let (method, body) = match verb.as_bytes() {
        b"POST" => (Method::Post, BodyKind::Json),
        b"PUT" => (Method::Put, BodyKind::Json),
        b"DELETE" => (Method::Delete, BodyKind::None),
        _ => (Method::Get, BodyKind::None),
    };
    // The base URL ends before the slash.
    let path = match path.as_bytes() {
        [b'/', ..] => path.split_at(1).1,
        _ => path,
    };
    Endpoint::new(name, method, path).body(body).auth(auth)
}

/// `name` may have what tells it from a keyword.
pub(super) const fn parameter(
    name: &'static str,
    wire: &'static str,
    kind: Kind,
    required: bool,
    note: &'static str,
) -> Parameter {
    let name = match name.as_bytes() {
        [b'r', b'#', ..] => name.split_at(2).1,
        _ => name,
    };
    Parameter {
        name,
        wire,
        kind,
        required,
        note,
    }
}

/// Several texts, or one: a list in either case.
///
/// ```
/// use tokenmint::client::authing::Texts;
///
/// let _ = [Texts::from("u1"), Texts::from(["u1", "u2"]), Texts::from(vec!["u1".to_string()])];
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Texts(Value);

impl From<Texts> for Value {
    fn from(texts: Texts) -> Self {
        texts.0
    }
}

impl From<&str> for Texts {
    fn from(text: &str) -> Self {
        [text].into()
    }
}

impl From<String> for Texts {
    fn from(text: String) -> Self {
        [text].into()
    }
}

impl<T: AsRef<str>> From<&[T]> for Texts {
    fn from(texts: &[T]) -> Self {
        Self(texts.iter().map(AsRef::as_ref).collect())
    }
}

impl<T: AsRef<str>, const N: usize> From<[T; N]> for Texts {
    fn from(texts: [T; N]) -> Self {
        texts.as_slice().into()
    }
}

impl<T: AsRef<str>> From<Vec<T>> for Texts {
    fn from(texts: Vec<T>) -> Self {
        texts.as_slice().into()
    }
}
