//! `authing describe`: what a method does, what it takes, what it answers.

use clap::Args;
use serde_json::{Value, json};
use tokenmint::client::authing::schema::{self, Member};
use tokenmint::client::authing::{Authentication, Kind, Management, Parameter, Row, Sent};
use tokenmint::http::AuthKind;

use super::method::{self, ClientWord, Name};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::output;
use crate::run::Run;

/// Options of `authing describe`.
#[derive(Debug, Args)]
pub(crate) struct Describe {
    /// Method; without one, all of them are listed
    #[arg(value_parser = Name, hide_possible_values = true)]
    method: Option<String>,
    /// Whose method, where both clients have one of that name
    #[arg(long, value_enum)]
    client: Option<ClientWord>,
}

impl Run for Describe {
    fn run(&self, as_json: bool) -> Result<Exit, Failure> {
        match &self.method {
            Some(name) => show(name, self.client, as_json),
            None => list(self.client, as_json),
        }
    }
}

/// All methods, a line each.
fn list(client: Option<ClientWord>, as_json: bool) -> Result<Exit, Failure> {
    let mut methods: Vec<_> = method::all()
        .filter(|(owner, _)| client.is_none_or(|client| client == *owner))
        .map(|(owner, row)| (row.name(), owner.name(), row.facts.summary))
        .collect();
    methods.sort_unstable();
    if as_json {
        let methods: Vec<Value> = methods
            .iter()
            .map(|(name, client, summary)| {
                json!({"method": name, "client": client, "summary": summary})
            })
            .collect();
        output::json(&json!({ "methods": methods }))?;
        return Ok(Exit::Ok);
    }
    let lines: Vec<String> = methods
        .iter()
        .map(|(name, client, summary)| format!("{name} ({client}): {summary}"))
        .collect();
    output::line(&lines.join("\n"))?;
    Ok(Exit::Ok)
}

/// The page of a method; of two, where both clients have one of this name.
pub(super) fn show(name: &str, client: Option<ClientWord>, as_json: bool) -> Result<Exit, Failure> {
    let found: Vec<_> = method::all()
        .filter(|(_, row)| row.name() == name)
        .filter(|(owner, _)| client.is_none_or(|client| client == *owner))
        .collect();
    if found.is_empty() {
        return Err(Failure::usage("this client has no method of this name"));
    }
    if as_json {
        let pages: Vec<Value> = found
            .iter()
            .map(|(owner, row)| members(*owner, row))
            .collect();
        output::json(&json!({ "methods": pages }))?;
        return Ok(Exit::Ok);
    }
    let pages: Vec<String> = found.iter().map(|(owner, row)| page(*owner, row)).collect();
    output::line(&pages.join("\n\n"))?;
    Ok(Exit::Ok)
}

/// For programs.
fn members(owner: ClientWord, row: &Row) -> Value {
    let parameters: Vec<Value> = row
        .parameters
        .iter()
        .map(|parameter| {
            let mut members = json!({
                "name": parameter.name,
                "wire": parameter.wire,
                "kind": kind_word(parameter.kind),
                "required": parameter.required,
            });
            if let Kind::Choice(values) | Kind::Choices(values) = parameter.kind {
                members["values"] = json!(values);
            }
            if !parameter.note.is_empty() {
                members["note"] = parameter.note.into();
            }
            members
        })
        .collect();
    let answer: Vec<Value> = answer(owner, row)
        .iter()
        .map(
            |member| json!({"name": member.name, "kind": member.kind, "optional": member.optional}),
        )
        .collect();
    json!({
        "method": row.name(),
        "client": owner.name(),
        "summary": row.facts.summary,
        "http": http(row),
        "parameters": parameters,
        "data": row.facts.data,
        "answer": answer,
        "paging": row.facts.paging,
        "sdk_names": row.facts.sdk_names,
        "notes": row.facts.notes,
    })
}

fn kind_word(kind: Kind) -> String {
    match kind {
        Kind::Choice(_) => "text".to_owned(),
        Kind::Choices(_) => "list of texts".to_owned(),
        other => other.to_string(),
    }
}

fn page(owner: ClientWord, row: &Row) -> String {
    let facts = row.facts;
    let mut text = format!("{} ({})\n  {}\n", row.name(), owner.name(), facts.summary);
    if let Some(http) = http(row) {
        text += &format!("  {http}; {}\n", proof(owner, row));
    }
    if facts.client_method != row.name() {
        text += &format!("  The client does this with `{}`.\n", facts.client_method);
    }
    if !facts.notes.is_empty() {
        text += &format!("  Note: {}.\n", facts.notes);
    }
    text += "\nParameters:\n";
    for parameter in row.parameters {
        text += &parameter_lines(row, parameter);
    }
    if row.parameters.is_empty() {
        text += "  none\n";
    }
    text += &answer_lines(owner, row);
    if !facts.sdk_names.is_empty() {
        let names = facts.sdk_names.replace('=', ": ").replace(';', ", ");
        text += &format!("\nIn the official SDKs:\n  {names}\n");
    }
    text.trim_end().to_owned()
}

fn http(row: &Row) -> Option<String> {
    match row.sent {
        Sent::Call | Sent::Protocol => Some(row.to_string()),
        Sent::Events => Some(format!("WebSocket /{}", row.endpoint.path)),
        _ => None,
    }
}

fn proof(owner: ClientWord, row: &Row) -> &'static str {
    match (owner, row.endpoint.auth) {
        (ClientWord::Management, _) => "proven by the access key",
        (_, AuthKind::None) => "anybody may call it",
        (_, AuthKind::Bearer) => "proven by the user's access token",
        _ => "proven by the application's secret",
    }
}

/// A parameter, and what is in it where it is an object.
fn parameter_lines(row: &Row, parameter: &Parameter) -> String {
    let name = match parameter.name == parameter.wire {
        true => parameter.name.to_owned(),
        false => format!("{} ({})", parameter.name, parameter.wire),
    };
    let required = if parameter.required { ", required" } else { "" };
    let note = match parameter.note {
        "" => String::new(),
        note => format!("; {note}"),
    };
    let mut text = format!("  {name}: {}{required}{note}\n", parameter.kind);
    let nested = schema::request_members(row.facts.request).and_then(|members| {
        let member = members.into_iter().find(|it| it.name == parameter.wire)?;
        schema::request_members(type_of(member.kind))
    });
    for member in nested.into_iter().flatten() {
        text += &member_line(&member, 6, &schema::request_members);
    }
    text
}

/// The name in `UserDto` and `list<UserDto>`.
fn type_of(kind: &str) -> &str {
    let inner = kind
        .strip_prefix("list<")
        .and_then(|kind| kind.strip_suffix('>'));
    inner.unwrap_or(kind)
}

/// A member and, one level down, what is in it.
fn member_line(
    member: &Member,
    indent: usize,
    look_up: &dyn Fn(&str) -> Option<Vec<Member>>,
) -> String {
    let optional = if member.optional { ", optional" } else { "" };
    let margin = " ".repeat(indent);
    let mut text = format!("{margin}{}: {}{optional}", member.name, words(member.kind));
    if let Some(members) = look_up(type_of(member.kind)) {
        let names: Vec<&str> = members.iter().map(|member| member.name).collect();
        text += &format!(" with {}", names.join(", "));
    }
    text + "\n"
}

/// A kind of the tables in words.
fn words(kind: &str) -> String {
    if let Some(inner) = kind
        .strip_prefix("list<")
        .and_then(|kind| kind.strip_suffix('>'))
    {
        return format!("list of {}", words(inner));
    }
    if let Some(values) = kind
        .strip_prefix("enum(")
        .and_then(|kind| kind.strip_suffix(')'))
    {
        return format!("one of {}", values.replace('|', ", "));
    }
    match kind {
        "str" => "text",
        "int" => "integer",
        "num" => "number",
        "bool" => "true or false",
        "any" => "any JSON",
        "dict" => "object",
        other => other,
    }
    .to_owned()
}

/// The members of the content, or of the whole answer where that has no `data`.
fn answer(owner: ClientWord, row: &Row) -> Vec<Member> {
    let flat = match owner {
        ClientWord::Authentication => row.flat_members::<Authentication>(),
        ClientWord::Management => row.flat_members::<Management>(),
    };
    flat.or_else(|| schema::answer_members(type_of(row.facts.data)))
        .unwrap_or_default()
}

fn answer_lines(owner: ClientWord, row: &Row) -> String {
    let data = row.facts.data;
    let what = match (row.facts.paging, data) {
        (_, "none") => "nothing beside `statusCode` and `message`".to_owned(),
        (_, "local") => "nothing is asked of the service".to_owned(),
        (_, "flat" | "bare") => "members of their own, without `data`".to_owned(),
        (_, "unknown" | "any") => "`data` of a form that no SDK knows".to_owned(),
        ("list+totalCount", _) => {
            format!(
                "`data`: {}, a page with `list` and `totalCount`",
                words(data)
            )
        }
        ("list", _) => format!("`data`: {}, with `list`", words(data)),
        _ => format!("`data`: {}", words(data)),
    };
    let mut text = format!("\nAnswers:\n  {what}\n");
    for member in answer(owner, row) {
        text += &member_line(&member, 4, &schema::answer_members);
    }
    text
}
