//! One line of the table of methods.

use crate::http::Endpoint;

/// A method of one of the clients.
#[derive(Debug, PartialEq, Eq)]
pub struct Row {
    /// Verb, path, what proves the caller. The name is that of the official
    /// SDKs for Python.
    pub endpoint: Endpoint,
    /// The parameters, in the order in which they are sent.
    pub parameters: &'static [Parameter],
}

/// A parameter of a method.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Parameter {
    /// The name in the official SDK for Python, and of the setter here.
    pub name: &'static str,
    /// The name on the wire; a dot goes one object down.
    pub wire: &'static str,
    /// What it holds.
    pub kind: Kind,
    /// Whether a call has to have it.
    pub required: bool,
}

/// What a parameter holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Kind {
    /// Text.
    Text,
    /// Text, or several of them: one pair of the query each.
    Texts,
    /// An integer.
    Integer,
    /// True or false.
    Flag,
    /// A JSON object.
    Object,
    /// A JSON list.
    List,
    /// Any JSON.
    Any,
    /// Any JSON, sent as text that has it.
    JsonText,
    /// Always this text; nobody sets it.
    Constant(&'static str),
}

impl Row {
    /// The name, for example `list_users`.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.endpoint.name
    }

    /// The parameter of this name, as the SDK or as the wire has it.
    #[must_use]
    pub fn parameter(&self, name: &str) -> Option<&'static Parameter> {
        self.parameters.iter().find(|parameter| {
            let leaf = parameter.wire.rsplit('.').next();
            parameter.name == name || parameter.wire == name || leaf == Some(name)
        })
    }

    /// Whether the parameter is a part of the path.
    pub(super) fn is_in_path(&self, parameter: &Parameter) -> bool {
        self.endpoint
            .parameters()
            .any(|name| name == parameter.wire)
    }
}
