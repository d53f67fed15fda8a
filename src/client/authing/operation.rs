//! One call of a method as a value.

use core::fmt;
use core::marker::PhantomData;
use std::format;
use std::string::{String, ToString};
use std::vec::Vec;

use serde_json::{Map, Value};

use super::row::{Kind, Row, Sent};
use crate::http::{BodyKind, Endpoint, Error, ErrorKind, Members, Query, RequestOptions};
use crate::wire::percent::{self, Style};

/// Whose methods a call is of: [`Authentication`] or [`Management`].
///
/// [`Authentication`]: super::Authentication
/// [`Management`]: super::Management
pub trait Api {
    /// The name of the client in the table.
    const NAME: &'static str;

    /// The table of methods.
    fn rows() -> &'static [&'static [&'static Row]];

    /// The method of this name, as the official SDKs for Python have it.
    #[must_use]
    fn row(name: &str) -> Option<&'static Row> {
        let mut rows = Self::rows().iter().copied().flatten();
        rows.find(|row| row.name() == name).copied()
    }
}

/// A call of a method of `A`, ready to be sent any number of times.
///
/// Every method has a type of its own around one of these. This one takes
/// methods and parameters by their names:
///
/// ```
/// use tokenmint::client::authing::{Management, Operation};
///
/// let operation = Operation::<Management>::named("list_users")?
///     .argument("keywords", "zhang")?
///     .argument("options", serde_json::json!({"pagination": {"page": 1, "limit": 10}}))?;
/// assert!(Operation::<Management>::named("list_user").is_err());
/// # Ok::<(), tokenmint::http::Error>(())
/// ```
pub struct Operation<A> {
    pub(super) row: &'static Row,
    /// By the name on the wire.
    arguments: Members,
    pub(super) options: RequestOptions,
    api: PhantomData<fn() -> A>,
}

/// A typed call: one type for each method of the table.
pub trait ApiRequest: Sync {
    /// Whose method it is.
    type Api: Api;

    /// The call.
    fn operation(&self) -> &Operation<Self::Api>;

    /// The call, to be changed.
    fn operation_mut(&mut self) -> &mut Operation<Self::Api>;

    /// Adds a parameter that the table does not have: a member at the top of the
    /// body, or a pair of the query.
    #[must_use]
    fn with(mut self, wire_name: &str, value: impl Into<Value>) -> Self
    where
        Self: Sized,
    {
        self.operation_mut().insert(wire_name, value.into());
        self
    }

    /// Replaces the options of the call.
    #[must_use]
    fn with_options(mut self, options: RequestOptions) -> Self
    where
        Self: Sized,
    {
        self.operation_mut().options = options;
        self
    }
}

impl<A: Api> Operation<A> {
    /// A call of a method without any arguments yet.
    #[must_use]
    pub fn new(row: &'static Row) -> Self {
        Self {
            row,
            arguments: Members::new(),
            options: RequestOptions::new(),
            api: PhantomData,
        }
    }

    /// A call of the method of this name, as the official SDKs for Python have
    /// it.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::InvalidInput`] when there is none.
    pub fn named(name: &str) -> Result<Self, Error> {
        let row = A::row(name).ok_or_else(|| refused("there is no method of this name"))?;
        Ok(Self::new(row))
    }

    /// Sets an argument; null is as good as none. The name may be that of the
    /// SDK or of the wire.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::InvalidInput`] when the method has no parameter of this
    /// name: [`ApiRequest::with`] adds others.
    pub fn argument(mut self, name: &str, value: impl Into<Value>) -> Result<Self, Error> {
        let row = self.row;
        let parameter = row
            .parameter(name)
            .filter(|parameter| !matches!(parameter.kind, Kind::Constant(_)))
            .ok_or_else(|| refused("the method has no parameter of this name").at(row.name()))?;
        self.insert(parameter.wire, value.into());
        Ok(self)
    }
}

impl<A> Operation<A> {
    /// The line of the table.
    #[must_use]
    pub const fn row(&self) -> &'static Row {
        self.row
    }

    /// Sets an argument, for setters.
    #[must_use]
    pub(super) fn set(mut self, wire: &'static str, value: Value) -> Self {
        self.insert(wire, value);
        self
    }

    pub(super) fn insert(&mut self, wire: &str, value: Value) {
        self.arguments.insert(wire, value);
    }

    /// An argument that is set, by its name on the wire.
    pub(super) fn argument_of(&self, wire: &str) -> Option<&Value> {
        let argument = self.arguments.get(wire);
        argument.filter(|value| !value.is_null())
    }

    /// # Errors
    ///
    /// [`ErrorKind::InvalidInput`] when a parameter is missing that the call
    /// has to have, and for a row that is not sent as a call.
    pub(super) fn content(&self) -> Result<Content, Error> {
        let row = self.row;
        if row.sent != Sent::Call {
            return Err(refused("the client has a method of its own for this"));
        }
        let mut fields = Members::new();
        let mut in_path = Members::new();
        let mut beside = Members::new();
        for parameter in row.parameters {
            let value = match (parameter.kind, self.argument_of(parameter.wire)) {
                (Kind::Constant(text), _) => Some(text.into()),
                (Kind::JsonText, Some(value)) => Some(value.to_string().into()),
                (_, value) => value.cloned(),
            };
            let wire = parameter.wire;
            match (value, wire.split_once('.')) {
                (None, _) if parameter.required => {
                    return Err(refused(format!("`{}` is missing", parameter.name)));
                }
                (Some(value), None) if row.has_in_path(wire) => {
                    in_path.insert(wire, value);
                }
                (Some(value), None) if parameter.kind == Kind::FlagInQuery => {
                    beside.insert(wire, value);
                }
                (Some(value), None) => {
                    fields.insert(wire, value);
                }
                (None, None) => {}
                // Nulls go at the top level alone, so this one stays.
                (value, Some((object, member))) => {
                    if fields.get(object).is_none() {
                        fields.insert(object, Map::new().into());
                    }
                    let object = fields.get_mut(object).and_then(Value::as_object_mut);
                    if let Some(object) = object {
                        object.insert(member.to_string(), value.unwrap_or(Value::Null));
                    }
                }
            }
        }
        for (name, value) in self.arguments.iter() {
            let known = row.parameters.iter().any(|known| known.wire == name);
            if known || value.is_null() {
                continue;
            }
            let into = match row.has_in_path(name) {
                true => &mut in_path,
                false => &mut fields,
            };
            into.insert(name, value.clone());
        }
        let path_parameters = row
            .without_query()
            .parameters()
            .map(|name| match in_path.get(name) {
                Some(Value::String(text)) => text.clone(),
                Some(other) => other.to_string(),
                // Refused when the path is written.
                None => String::new(),
            })
            .collect();
        Ok(Content {
            path_parameters,
            fields,
            beside,
        })
    }

    /// Whether the fields are pairs of the query.
    pub(super) fn has_query(&self) -> bool {
        self.row.endpoint.body == BodyKind::None
    }
}

impl<A: Api> ApiRequest for Operation<A> {
    type Api = A;

    fn operation(&self) -> &Self {
        self
    }

    fn operation_mut(&mut self) -> &mut Self {
        self
    }
}

/// What an operation puts into a request.
pub(super) struct Content {
    pub(super) path_parameters: Vec<String>,
    /// Members of the body or pairs of the query, in the order of the table,
    /// then the others.
    pub(super) fields: Members,
    /// Pairs of the query beside a body; they are not signed.
    pub(super) beside: Members,
}

impl Content {
    /// The pairs of the query where nothing of it is signed, a list as several
    /// of one name: of the fields, or of what is beside a body.
    pub(super) fn query(&self, of_fields: bool) -> Query {
        let mut query = Query::new();
        let fields = of_fields.then_some(&self.fields);
        for (name, value) in fields
            .into_iter()
            .chain([&self.beside])
            .flat_map(Members::iter)
        {
            query.push_value(name, value);
        }
        query
    }

    /// Takes a query out of the path of a row that was made by hand, and puts it
    /// with the other arguments.
    pub(super) fn take_path_query(&mut self, row: &Row) -> Result<Endpoint, Error> {
        let Some((_, query)) = row.endpoint.path.split_once('?') else {
            return Ok(row.endpoint);
        };
        let endpoint = row.without_query();
        let into = match endpoint.body {
            BodyKind::None => &mut self.fields,
            _ => &mut self.beside,
        };
        let mut all = Members::new();
        for pair in query.split('&').filter(|pair| !pair.is_empty()) {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            all.insert(decoded(name)?, decoded(value)?.into());
        }
        all.extend(
            into.iter()
                .map(|(name, value)| (name.into(), value.clone())),
        );
        *into = all;
        Ok(endpoint)
    }
}

/// A name or value of a query.
pub(super) fn decoded(text: &str) -> Result<String, Error> {
    let mut buffer = std::vec![0; text.len()];
    percent::decode(text.as_bytes(), Style::Form, &mut buffer)
        .ok()
        .and_then(|bytes| core::str::from_utf8(bytes).ok())
        .map(String::from)
        .ok_or_else(|| refused("the query is not percent-encoded as it has to be"))
}

pub(super) fn refused(message: impl Into<String>) -> Error {
    Error::with_message(ErrorKind::InvalidInput, message)
}

impl<A> Clone for Operation<A> {
    fn clone(&self) -> Self {
        Self {
            row: self.row,
            arguments: self.arguments.clone(),
            options: self.options.clone(),
            api: PhantomData,
        }
    }
}

impl<A> fmt::Debug for Operation<A> {
    /// The names of the arguments alone: passwords are among them.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Operation")
            .field("method", &self.row.name())
            .field("arguments", &self.arguments)
            .finish_non_exhaustive()
    }
}
