//! Reading the table of methods.

use std::collections::BTreeMap;

use crate::Result;

use super::exceptions;
use super::kinds::{self, Kind};

const HEAD: &str = "client\tmethod_name\thttp_method\tpath\tparams\tauth\tin\tsummary\tsource_kind\t\
                    request_dto\tsdk_names\tnotes";

/// A method.
#[derive(Debug)]
pub(super) struct Row {
    pub(super) client: String,
    pub(super) method: String,
    pub(super) verb: String,
    pub(super) path: String,
    pub(super) parameters: Vec<Parameter>,
    pub(super) auth: String,
    /// `in`, `summary`, `source_kind`, `request_dto`, `sdk_names`, `notes`.
    pub(super) facts: [String; 6],
    pub(super) answer: Answer,
}

/// What a method answers with.
#[derive(Debug, Clone)]
pub(super) struct Answer {
    pub(super) dto: String,
    pub(super) data: String,
    pub(super) paging: String,
}

/// A parameter.
#[derive(Debug)]
pub(super) struct Parameter {
    /// The name of the setter.
    pub(super) name: String,
    pub(super) wire: String,
    pub(super) kind: Kind,
    pub(super) required: bool,
}

/// The methods, with what `answers` has of them.
pub(super) fn parse(text: &str, answers: &str) -> Result<Vec<Row>> {
    let mut lines = text.lines();
    if lines.next() != Some(HEAD) {
        return Err(format!("the table does not begin with {HEAD:?}"));
    }
    let answers = answers_by_method(answers)?;
    lines.map(|line| row(line, &answers)).collect()
}

type Answers<'a> = BTreeMap<(&'a str, &'a str), Answer>;

fn answers_by_method(text: &str) -> Result<Answers<'_>> {
    let mut answers = Answers::new();
    for line in text.lines().filter(|line| line.starts_with("method\t")) {
        let fields: Vec<&str> = line.split('\t').collect();
        let &[_, client, method, dto, data, paging, ..] = fields.as_slice() else {
            return Err(format!("not eight fields: {line:?}"));
        };
        let answer = Answer {
            dto: dto.to_owned(),
            data: data.to_owned(),
            paging: paging.to_owned(),
        };
        answers.insert((client, method), answer);
    }
    Ok(answers)
}

fn row(line: &str, answers: &Answers<'_>) -> Result<Row> {
    let fields: Vec<&str> = line.split('\t').collect();
    let &[client, method, verb, path, parameters, auth, ref facts @ ..] = fields.as_slice() else {
        return Err(format!("not twelve fields: {line:?}"));
    };
    let facts: [&str; 6] = facts
        .try_into()
        .map_err(|_| format!("not twelve fields: {line:?}"))?;
    let mut parameters = kinds::split(parameters)
        .into_iter()
        .map(|text| parameter(client, method, text))
        .collect::<Result<Vec<_>>>()?;
    for addition in exceptions::additions(client, method) {
        parameters.push(parameter(client, method, addition)?);
    }
    let answer = answers.get(&(client, method));
    let answer = answer.ok_or_else(|| format!("{method} has no line among the answers"))?;
    Ok(Row {
        client: client.to_owned(),
        method: method.to_owned(),
        verb: verb.to_owned(),
        path: path.to_owned(),
        parameters,
        auth: auth.to_owned(),
        facts: facts.map(str::to_owned),
        answer: answer.clone(),
    })
}

/// `name:kind`, `name:kind?`, `name?`, `name`, or `name=text`.
fn parameter(client: &str, method: &str, text: &str) -> Result<Parameter> {
    let constant = text.split_once('=').filter(|(name, _)| !name.contains(':'));
    let (wire, kind, required) = if let Some((wire, constant)) = constant {
        (wire, Kind::Constant(constant.to_owned()), true)
    } else {
        let (text, required) = match text.strip_suffix('?') {
            Some(text) => (text, false),
            None => (text, true),
        };
        let (wire, written) = text.split_once(':').unwrap_or((text, "any"));
        let kind = match exceptions::kind(client, method, wire) {
            Some(word) => Kind::Word(word),
            None => Kind::parse(written).map_err(|error| format!("{method}: {error}"))?,
        };
        (wire, kind, required)
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
