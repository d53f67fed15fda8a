//! `authing call`: any method of both clients by its name.

use std::path::PathBuf;

use clap::Args;
use serde_json::{Map, Value, json};
use tokenmint::client::authing::{
    Api, Authentication, Envelope, Kind, Management, Operation, Parameter, Row, Sent,
};
use tokenmint::http::Error;

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
                let mut service = self.service.authentication()?;
                service.mask.hide_in(&arguments.clone().into());
                if row.sent != Sent::Call {
                    return by_hand::run(row, &arguments, &service, as_json);
                }
                let operation = operation::<Authentication>(row, &arguments, &service.mask)?;
                finish(service.client.send(&operation), &service.mask, as_json)
            }
            ClientWord::Management => {
                let mut service = self.service.management()?;
                service.mask.hide_in(&arguments.clone().into());
                if row.sent != Sent::Call {
                    return by_hand::run_management(row, &arguments, &service);
                }
                let operation = operation::<Management>(row, &arguments, &service.mask)?;
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
