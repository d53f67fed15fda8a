//! `authing call`: any method of both clients by its name.

use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{Args, ValueEnum};
use serde_json::{Map, Value, json};
use tokenmint::client::authing::{
    Api, Authentication, Envelope, Kind, Management, Operation, Parameter, Row, Sent,
};
use tokenmint::http::Error;

use super::by_hand;
use super::service::{ENVIRONMENT, ServiceOptions};
use crate::authing::sign::pair;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::input;
use crate::online::service::{Mask, refused, show};
use crate::run::Run;

/// Options of `authing call`.
#[derive(Debug, Args)]
#[command(after_help = ENVIRONMENT)]
pub(crate) struct Call {
    /// Method, by its name in the official SDK for Python, such as list_users
    #[arg(value_parser = PossibleValuesParser::new(names()), hide_possible_values = true)]
    method: String,
    /// Whose method, where both clients have one of that name
    #[arg(long, value_enum)]
    client: Option<ClientWord>,
    /// A parameter: NAME=VALUE, repeatable; objects and lists as JSON. Secrets belong into --params
    #[arg(long, value_name = "NAME=VALUE", value_parser = pair::<'='>)]
    param: Vec<(String, String)>,
    /// File that has parameters as one JSON object, or - for standard input
    #[arg(long, value_name = "PATH")]
    params: Option<PathBuf>,
    #[command(flatten)]
    service: ServiceOptions,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum ClientWord {
    /// Of an end user
    Authentication,
    /// Of a user pool
    Management,
}

/// The methods of both clients, each name once.
fn names() -> Vec<&'static str> {
    let rows = [Authentication::rows(), Management::rows()];
    let rows = rows.into_iter().flatten().copied().flatten();
    let mut names: Vec<_> = rows.map(|row| row.name()).collect();
    names.sort_unstable();
    names.dedup();
    names
}

impl Call {
    /// The method and whose it is.
    fn find(&self) -> Result<(ClientWord, &'static Row), Failure> {
        let authentication = Authentication::row(&self.method);
        let management = Management::row(&self.method);
        match (self.client, authentication, management) {
            (None, Some(_), Some(_)) => Err(Failure::usage(
                "both clients have a method of this name: use --client authentication or --client \
                 management",
            )),
            (None | Some(ClientWord::Authentication), Some(row), _) => {
                Ok((ClientWord::Authentication, row))
            }
            (None | Some(ClientWord::Management), _, Some(row)) => {
                Ok((ClientWord::Management, row))
            }
            _ => Err(Failure::usage("this client has no method of this name")),
        }
    }

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
            match arguments.get_mut(parameter.wire) {
                None => {
                    arguments.insert(parameter.wire.to_owned(), value);
                }
                Some(Value::Array(list)) if parameter.kind == Kind::Texts => list.push(value),
                Some(before) if parameter.kind == Kind::Texts => {
                    *before = json!([before.take(), value]);
                }
                Some(_) => return Err(Failure::usage(format!("{name} is given twice"))),
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

/// A text as what the parameter holds.
fn value(parameter: &Parameter, text: &str) -> Result<Value, Failure> {
    let name = parameter.name;
    let parsed = || serde_json::from_str::<Value>(text).ok();
    match parameter.kind {
        Kind::Text | Kind::Texts => Some(Value::from(text)),
        Kind::Integer => parsed().filter(|value| value.is_i64() || value.is_u64()),
        Kind::Flag => parsed().filter(Value::is_boolean),
        Kind::Object => parsed().filter(Value::is_object),
        Kind::List => parsed().filter(Value::is_array),
        _ => Some(parsed().unwrap_or_else(|| text.into())),
    }
    .ok_or_else(|| {
        let what = match parameter.kind {
            Kind::Integer => "an integer",
            Kind::Flag => "true or false",
            Kind::Object => "a JSON object",
            _ => "a JSON list",
        };
        Failure::usage(format!("{name} has to be {what}"))
    })
}

impl Run for Call {
    fn run(&self, as_json: bool) -> Result<Exit, Failure> {
        let (client, row) = self.find()?;
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
