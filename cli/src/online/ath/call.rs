//! `ath proxy`.

use std::fs;
use std::path::{Path, PathBuf};

use clap::Args;
use serde_json::{Value, json};
use tokenmint::client::ath::{ApiAnswer, ApiRequest, Content, Error};
use tokenmint::http::Method;

use super::agent::{Agent, AgentOptions, Client};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::run::Run;
use crate::{input, output};

/// Options of `ath proxy`.
#[derive(Debug, Args)]
#[command(after_help = "\
What the provider answers goes to standard output as it is, also when it refuses; with --json its
status as well.")]
pub(crate) struct Proxy {
    /// Method
    #[arg(value_parser = method)]
    method: Method,
    /// Path, perhaps with a query
    path: String,
    /// Provider behind the gateway
    #[arg(long, value_name = "ID", required_unless_present = "native")]
    provider: Option<String>,
    /// File with the JSON to send, or - for standard input
    #[arg(long, value_name = "PATH")]
    data: Option<PathBuf>,
    /// Write what is answered to this file
    #[arg(long, value_name = "PATH")]
    out: Option<PathBuf>,
    #[command(flatten)]
    agent: AgentOptions,
}

fn method(text: &str) -> Result<Method, String> {
    text.parse()
        .map_err(|_| "expected GET, HEAD, OPTIONS, POST, PUT, PATCH or DELETE".to_owned())
}

impl Run for Proxy {
    fn run(&self, as_json: bool) -> Result<Exit, Failure> {
        let mut agent = self.agent.bearer()?;
        if let Some(provider) = &self.provider {
            agent.asks_for(provider, None);
        }
        let mut request = ApiRequest::new(self.method, &self.path);
        if let Some(path) = &self.data {
            let json = request.json(&data(path)?);
            request = json.map_err(|error| agent.refused(&error))?;
        }
        match self.ask(&agent, &request) {
            Ok(answer) => {
                self.show(&answer, as_json)?;
                Ok(Exit::Ok)
            }
            Err(error) => Err(self.refusal(&agent, &error, as_json)?),
        }
    }
}

impl Proxy {
    /// An answer, whatever its status.
    fn show(&self, answer: &ApiAnswer, as_json: bool) -> Result<(), Failure> {
        if let Some(path) = &self.out {
            return store(path, answer);
        }
        if as_json {
            let content = content(answer).ok_or_else(no_text)?;
            output::json(&json!({"status": answer.status, "content": content}))?;
            return Ok(());
        }
        match &answer.content {
            Content::Json(value) => output::json(value)?,
            Content::Text(text) => output::line(text.trim_end_matches('\n'))?,
            Content::Bytes(_) => return Err(no_text()),
            _ => output::note(&format!("status {}, no content", answer.status)),
        }
        Ok(())
    }

    /// What a refusal says is shown where an answer would be.
    fn refusal(&self, agent: &Agent, error: &Error, as_json: bool) -> Result<Failure, Failure> {
        let failure = agent.refused(error);
        let Some(mut answer) = error.answer() else {
            return Ok(failure);
        };
        if self.out.is_some() {
            self.show(&answer, false)?;
            return Ok(failure);
        }
        // Services repeat what they were sent.
        if let Some(content) = content(&answer) {
            let masked = agent.masked(&content.to_string());
            let masked = serde_json::from_str(&masked).unwrap_or(Value::String(masked));
            answer.content = match masked {
                Value::Null => Content::Empty,
                Value::String(text) if content.is_string() => Content::Text(text),
                other => Content::Json(other),
            };
        }
        match content(&answer) {
            Some(content) if as_json => Ok(failure.member("content", content)),
            Some(Value::Null) | None => Ok(failure),
            Some(_) => {
                self.show(&answer, false)?;
                Ok(failure)
            }
        }
    }

    fn ask(&self, agent: &Agent, request: &ApiRequest) -> Result<ApiAnswer, Error> {
        match &agent.client {
            Client::Gateway(client) => {
                debug_assert!(self.provider.is_some(), "a gateway has to have one");
                client.proxy_with(self.provider.as_deref().unwrap_or_default(), request)
            }
            Client::Native(client) => {
                client.discover()?;
                client.api_with(request)
            }
        }
    }
}

fn data(path: &Path) -> Result<Value, Failure> {
    let bytes = if path.as_os_str() == "-" {
        input::bytes(std::io::stdin().lock(), "standard input")?
    } else {
        input::file(path, "the data's file")?
    };
    serde_json::from_slice(&bytes).map_err(|error| {
        let (line, column) = (error.line(), error.column());
        Failure::usage(format!(
            "the data is no JSON (line {line}, column {column})"
        ))
    })
}

/// The content for a JSON object; nothing when it is no text.
fn content(answer: &ApiAnswer) -> Option<Value> {
    match &answer.content {
        Content::Json(value) => Some(value.clone()),
        Content::Text(text) => Some(text.as_str().into()),
        Content::Bytes(_) => None,
        _ => Some(Value::Null),
    }
}

fn store(path: &Path, answer: &ApiAnswer) -> Result<(), Failure> {
    let bytes = match &answer.content {
        Content::Json(value) => value.to_string().into_bytes(),
        Content::Text(text) => text.clone().into_bytes(),
        Content::Bytes(bytes) => bytes.clone(),
        _ => Vec::new(),
    };
    fs::write(path, bytes)
        .map_err(|error| Failure::system(format!("cannot write the answer: {error}")))
}

fn no_text() -> Failure {
    Failure::new(
        Exit::BadAnswer,
        "bad-answer",
        "the answer is no text: --out writes it to a file",
    )
}
