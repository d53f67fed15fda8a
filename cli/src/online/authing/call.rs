//! `authing call`: any method of both clients by its name.

use std::path::PathBuf;

use clap::Args;
use serde_json::{Map, Value, json};
use tokenmint::client::authing::{
    Api, ApiRequest as _, Authentication, Envelope, Kind, Management, Operation, Parameter, Row,
    Sent,
};
use tokenmint::http::{BodyKind, Endpoint, Error, Method, RequestOptions};

use super::by_hand;
use super::describe;
use super::method::{self, ClientWord, Name};
use super::service::{ENVIRONMENT, ServiceOptions};
use crate::authing::sign::pair;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::online::service::{Mask, refused, show};
use crate::run::Run;
use crate::{input, output};

/// Options of `authing call`.
#[derive(Debug, Args)]
#[command(after_help = ENVIRONMENT, disable_help_flag = true)]
pub(crate) struct Call {
    /// Method, by its name in the official SDK for Python, such as list_users; `authing describe`
    /// lists all
    #[arg(value_parser = Name, hide_possible_values = true, required_unless_present = "help")]
    method: Option<String>,
    /// Whose method, where both clients have one of that name
    #[arg(long, value_enum)]
    client: Option<ClientWord>,
    /// A parameter: NAME=VALUE; repeated where it is a list; objects as JSON. Secrets belong into
    /// --params
    #[arg(long, value_name = "NAME=VALUE", value_parser = pair::<'='>)]
    param: Vec<(String, String)>,
    /// File that has parameters as one JSON object, or - for standard input
    #[arg(long, value_name = "PATH")]
    params: Option<PathBuf>,
    /// Print help; after a method, what it does, takes and answers
    #[arg(short, long)]
    help: bool,
    #[command(flatten)]
    service: ServiceOptions,
}

impl Call {
    /// What `--params` and `--param` give, by the names on the wire.
    fn arguments(&self, row: &Row) -> Result<Map<String, Value>, Failure> {
        let mut arguments = Map::new();
        if let Some(path) = &self.params {
            for (name, value) in input::json_object(path, "the parameters' file", false)? {
                arguments.insert(parameter(row, &name)?.wire.to_owned(), value);
            }
        }
        for (name, text) in &self.param {
            let parameter = parameter(row, name)?;
            let value = value(parameter, text)?;
            match (arguments.get_mut(parameter.wire), value) {
                (None, value) => {
                    arguments.insert(parameter.wire.to_owned(), value);
                }
                (Some(Value::Array(list)), Value::Array(more)) => list.extend(more),
                _ => return Err(Failure::usage(format!("{name} is given twice"))),
            }
        }
        Ok(arguments)
    }
}

fn parameter(row: &Row, name: &str) -> Result<&'static Parameter, Failure> {
    row.parameter(name)
        .filter(|parameter| !matches!(parameter.kind, Kind::Constant(_)))
        .ok_or_else(|| {
            Failure::usage(format!(
                "{} has no parameter of this name; it has: {}",
                row.name(),
                listed(row)
            ))
        })
}

/// The parameters of a method, the optional ones in brackets.
fn listed(row: &Row) -> String {
    let names: Vec<String> = row
        .parameters
        .iter()
        .filter(|parameter| !matches!(parameter.kind, Kind::Constant(_)))
        .map(|parameter| match parameter.required {
            true => parameter.name.to_owned(),
            false => format!("[{}]", parameter.name),
        })
        .collect();
    match names.is_empty() {
        true => "none".to_owned(),
        false => names.join(", "),
    }
}

/// A text as what the parameter holds. A list is one item, or JSON that has
/// several.
fn value(parameter: &Parameter, text: &str) -> Result<Value, Failure> {
    let name = parameter.name;
    let parsed = || serde_json::from_str::<Value>(text).ok();
    let is_integer = |value: &Value| value.is_i64() || value.is_u64();
    let list = |is_item: fn(&Value) -> bool| match parsed()? {
        Value::Array(items) => Some(Value::Array(items)),
        item if is_item(&item) => Some(json!([item])),
        _ => None,
    };
    match parameter.kind {
        Kind::Text | Kind::Choice(_) => Some(Value::from(text)),
        // Whoever has a text that begins like a list gives the list as JSON.
        Kind::Texts | Kind::Choices(_) => Some(match parsed() {
            Some(Value::Array(items)) if items.iter().all(Value::is_string) => Value::Array(items),
            _ => json!([text]),
        }),
        Kind::Integer => parsed().filter(is_integer),
        Kind::Integers => list(|value| value.is_i64() || value.is_u64()),
        Kind::Flag | Kind::FlagInQuery => parsed().filter(Value::is_boolean),
        Kind::Object => parsed().filter(Value::is_object),
        Kind::Objects => list(Value::is_object),
        Kind::List => list(|_| true),
        _ => Some(parsed().unwrap_or_else(|| text.into())),
    }
    .ok_or_else(|| Failure::usage(format!("{name} has to be: {}", parameter.kind)))
}

impl Run for Call {
    fn run(&self, as_json: bool) -> Result<Exit, Failure> {
        let Some(name) = &self.method else {
            return help();
        };
        if self.help {
            return describe::show(name, self.client, as_json);
        }
        let (client, row) = method::find(name, self.client)?;
        let arguments = self.arguments(row)?;
        match client {
            ClientWord::Authentication => {
                let redirect_uri = match row.sent {
                    Sent::Protocol => arguments.get("redirect_uri").and_then(Value::as_str),
                    _ => None,
                };
                let mut service = self.service.authentication(redirect_uri)?;
                service.mask.hide_in(&arguments.clone().into());
                let operation = match row.sent {
                    Sent::Call => operation::<Authentication>(row, &arguments, &service.mask)?,
                    Sent::Anything => anything(&arguments, &service.mask)?,
                    _ => return by_hand::run(row, &arguments, &service, as_json),
                };
                finish(service.client.send(&operation), &service.mask, as_json)
            }
            ClientWord::Management => {
                let mut service = self.service.management()?;
                service.mask.hide_in(&arguments.clone().into());
                let operation = match row.sent {
                    Sent::Call => operation::<Management>(row, &arguments, &service.mask)?,
                    Sent::Anything => anything(&arguments, &service.mask)?,
                    _ => return by_hand::run_management(row, &arguments, &service),
                };
                finish(service.client.send(&operation), &service.mask, as_json)
            }
        }
    }
}

/// The help of the command itself.
fn help() -> Result<Exit, Failure> {
    let mut command = crate::command();
    command.build();
    let call = ["authing", "call"]
        .into_iter()
        .try_fold(&mut command, |command, name| {
            command.find_subcommand_mut(name)
        });
    if let Some(call) = call {
        output::line(call.render_help().to_string().trim_end())?;
    }
    Ok(Exit::Ok)
}

fn operation<A: Api>(
    row: &'static Row,
    arguments: &Map<String, Value>,
    mask: &Mask,
) -> Result<Operation<A>, Failure> {
    let mut operation = Operation::new(row);
    for (name, value) in arguments {
        operation = operation
            .argument(name, value.clone())
            .map_err(|error| refused(&error, mask))?;
    }
    Ok(operation)
}

/// `make_request`: a call that the table does not have.
fn anything<A: Api>(arguments: &Map<String, Value>, mask: &Mask) -> Result<Operation<A>, Failure> {
    let text = |name: &str| arguments.get(name).and_then(Value::as_str);
    let needed =
        |name: &str| text(name).ok_or_else(|| Failure::usage(format!("make_request needs {name}")));
    let method: Method = needed("method")?
        .to_ascii_uppercase()
        .parse()
        .map_err(|_| Failure::usage("method is GET, POST, PUT, PATCH or DELETE"))?;
    let path = needed("path")?.trim_start_matches('/').to_owned();
    let body = arguments.get("body");
    let kind = match (body, method) {
        (None, Method::Get | Method::Delete) => BodyKind::None,
        _ => BodyKind::Json,
    };
    // One row, once: it lasts as long as the command.
    let endpoint = Endpoint::new("make_request", method, path.leak()).body(kind);
    let row: &'static Row = Box::leak(Box::new(Row::new(endpoint, &[])));
    let mut operation = Operation::new(row);
    let mut options = RequestOptions::new();
    let refuse = |error| refused(&error, mask);
    for (name, value) in arguments
        .get("headers")
        .and_then(Value::as_object)
        .into_iter()
        .flatten()
    {
        let value = value
            .as_str()
            .map_or_else(|| value.to_string(), str::to_owned);
        options = options.header(name, &value).map_err(refuse)?;
    }
    for (name, value) in arguments
        .get("params")
        .and_then(Value::as_object)
        .into_iter()
        .flatten()
    {
        match kind {
            BodyKind::None => operation = operation.with(name, value.clone()),
            _ => options = options.query_value(name, value),
        }
    }
    match body {
        None => {}
        Some(Value::Object(members)) => {
            for (name, value) in members {
                operation = operation.with(name, value.clone());
            }
        }
        Some(_) => return Err(Failure::usage("body has to be a JSON object")),
    }
    Ok(operation.with_options(options))
}

/// The whole answer; a refusal is a failure.
fn finish(result: Result<Envelope, Error>, mask: &Mask, as_json: bool) -> Result<Exit, Failure> {
    let answer = result.map_err(|error| refused(&error, mask))?;
    if !answer.is_success() {
        let data = answer.data().clone();
        let Err(refusal) = answer.into_result() else {
            return Ok(Exit::Ok);
        };
        // What a further step needs is an answer, for programs alone.
        return Err(refused(&refusal.into(), mask).member("data", data));
    }
    match answer.answer() {
        Value::Object(members) => show(members, as_json),
        other => show(
            &Map::from_iter([("data".to_owned(), other.clone())]),
            as_json,
        ),
    }
}
