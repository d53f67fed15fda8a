//! Reading the table.

use crate::Result;

use super::exceptions;

/// A method.
#[derive(Debug)]
pub(super) struct Row {
    pub(super) client: String,
    pub(super) method: String,
    pub(super) verb: String,
    pub(super) path: String,
    pub(super) parameters: Vec<Parameter>,
    pub(super) auth: String,
}

/// A parameter.
#[derive(Debug)]
pub(super) struct Parameter {
    /// The name of the setter.
    pub(super) name: String,
    pub(super) wire: String,
    /// A variant of `Kind`, or a constant.
    pub(super) kind: Kind,
    pub(super) required: bool,
}

#[derive(Debug)]
pub(super) enum Kind {
    Variant(&'static str),
    Constant(String),
}

pub(super) fn parse(text: &str) -> Result<Vec<Row>> {
    let mut lines = text.lines();
    let head = "client\tmethod_name\thttp_method\tpath\tparams\tauth";
    if lines.next() != Some(head) {
        return Err(format!("the table does not begin with {head:?}"));
    }
    lines.map(row).collect()
}

fn row(line: &str) -> Result<Row> {
    let fields: Vec<&str> = line.split('\t').collect();
    let &[client, method, verb, path, parameters, auth] = fields.as_slice() else {
        return Err(format!("not six fields: {line:?}"));
    };
    let mut parameters = parameters
        .split(',')
        .filter(|text| !text.is_empty())
        .map(|text| parameter(client, method, text))
        .collect::<Result<Vec<_>>>()?;
    for addition in exceptions::additions(client, method) {
        parameters.push(parameter(client, method, addition)?);
    }
    Ok(Row {
        client: client.to_owned(),
        method: method.to_owned(),
        verb: verb.to_owned(),
        path: path.to_owned(),
        parameters,
        auth: auth.to_owned(),
    })
}

/// `name:type`, `name:type?`, `name?`, `name`, or `name=text`.
fn parameter(client: &str, method: &str, text: &str) -> Result<Parameter> {
    let (wire, kind, required) = if let Some((wire, constant)) = text.split_once('=') {
        (wire, Kind::Constant(constant.to_owned()), true)
    } else {
        let (text, required) = match text.strip_suffix('?') {
            Some(text) => (text, false),
            None => (text, true),
        };
        let (wire, type_name) = text.split_once(':').unwrap_or((text, ""));
        let kind = exceptions::kind(client, method, wire).or(match type_name {
            "str" if names_several(wire) => Some("Texts"),
            "str" => Some("Text"),
            "int" => Some("Integer"),
            "bool" => Some("Flag"),
            "dict" => Some("Object"),
            "list" => Some("List"),
            "" => Some("Any"),
            _ => None,
        });
        let kind = kind.ok_or_else(|| format!("{method}: unknown type {type_name:?}"))?;
        (wire, Kind::Variant(kind), required)
    };
    let name = exceptions::name(client, method, wire).map_or_else(
        || snake_case(wire.rsplit('.').next().unwrap_or(wire)),
        str::to_owned,
    );
    Ok(Parameter {
        name,
        wire: wire.to_owned(),
        kind,
        required,
    })
}

/// Text in the table that is a list of texts in the documents.
fn names_several(wire: &str) -> bool {
    ["Ids", "Codes", "List"]
        .iter()
        .any(|end| wire.ends_with(end))
        || ["codes", "ips"].contains(&wire)
}

/// `phoneCountryCode`: `phone_country_code`; `credentialID`: `credential_id`.
pub(super) fn snake_case(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let mut out = String::new();
    for (at, c) in chars.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|at| chars.get(at));
        let after = chars.get(at + 1);
        let starts_word = before.is_some_and(|c| c.is_lowercase() || c.is_ascii_digit())
            || before.is_some_and(char::is_ascii_uppercase)
                && after.is_some_and(char::is_ascii_lowercase);
        if c.is_ascii_uppercase() && starts_word {
            out.push('_');
        }
        out.push(c.to_ascii_lowercase());
    }
    out
}
