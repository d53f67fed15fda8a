//! `agora header`: values of the HTTP `Authorization` header.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use serde_json::json;
use tokenmint::agora::authorization::{basic_header, token_header};
use tokenmint::doctor::{Explanation, Found, Question};
use tokenmint::output::Owned;

use crate::credentials::{CUSTOMER_ID_VARIABLE, CUSTOMER_SECRET_VARIABLE, find_secret};
use crate::environment::{Form, required};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::{clock, input, output};

/// The forms of the header.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// `agora token=...`, from a token
    Token(Token),
    /// `Basic ...`, from customer id and secret (environment AGORA_CUSTOMER_SECRET)
    Basic(Basic),
}

/// Options of `agora header token`.
#[derive(Debug, Args)]
pub(crate) struct Token {
    #[arg(help = input::TOKEN_HELP)]
    token: String,
}

/// Options of `agora header basic`.
#[derive(Debug, Args)]
pub(crate) struct Basic {
    /// Customer id [env: AGORA_CUSTOMER_ID]
    #[arg(long, value_name = "ID")]
    customer_id: Option<String>,
    /// File that has the customer secret
    #[arg(long, value_name = "PATH")]
    secret_file: Option<PathBuf>,
}

/// Refuses what is no Agora token: the service would only say that it is not
/// authorized.
fn check_token(token: &str) -> Result<(), Failure> {
    let question = Question::at(clock::now()?);
    let found = Found::one(token, &question)?;
    if found.token != token {
        output::damages(&found);
        return Err(Failure::unreadable(format!(
            "this is no token as it stands, but has one inside: {}",
            found.token
        )));
    }
    let explanation = Explanation::of(token, &question)?;
    if matches!(explanation.format, "agora-007" | "agora-006") {
        return Ok(());
    }
    Err(Failure::unreadable(format!(
        "this is {} ({}), and the header takes an Agora token of version 007 or 006",
        explanation.title, explanation.format
    )))
}

/// Writes the value.
pub(crate) fn run(command: &Command, as_json: bool) -> Result<Exit, Failure> {
    let value = match command {
        Command::Token(options) => {
            let token = input::token(&options.token, false)?;
            check_token(&token)?;
            token_header(&token, Owned)?
        }
        Command::Basic(options) => {
            let given = options.customer_id.as_deref();
            let id = required(given, "--customer-id", CUSTOMER_ID_VARIABLE, "customer id")?;
            let file = options.secret_file.as_deref();
            let secret = find_secret(false, file, Some(CUSTOMER_SECRET_VARIABLE), Form::Free)?;
            let secret = secret.ok_or_else(|| {
                Failure::usage(format!(
                    "there is no customer secret: set {CUSTOMER_SECRET_VARIABLE} or use --secret-file"
                ))
            })?;
            basic_header(&id, &secret, Owned)?
        }
    };
    if as_json {
        output::json(&json!({ "authorization": value }))?;
    } else {
        output::line(&value)?;
    }
    Ok(Exit::Ok)
}
