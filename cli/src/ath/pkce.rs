//! `ath pkce`.

use clap::Args;
use serde_json::json;
use tokenmint::pkce::{METHOD, Verifier};

use crate::exit::Exit;
use crate::failure::Failure;
use crate::{input, output};

/// Options of `ath pkce`.
#[derive(Debug, Args)]
#[command(after_help = "\
The challenge goes into the authorization request, the verifier into the token request and nowhere
else. It is for implementors: an agent makes no proof key.")]
pub(crate) struct Pkce {
    /// A verifier that exists, or - to read it from standard input, where
    /// other users do not see it [default: random]
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true)]
    verifier: Option<String>,
}

/// Makes and shows.
pub(crate) fn run(options: &Pkce, as_json: bool) -> Result<Exit, Failure> {
    let verifier = match &options.verifier {
        Some(text) if text == "-" => Verifier::new(&input::token(text, false)?)?,
        Some(text) => Verifier::new(text)?,
        None => Verifier::from_os()?,
    };
    let (text, challenge) = (verifier.expose(), verifier.challenge());
    if as_json {
        output::json(&json!({
            "code_verifier": text,
            "code_challenge": challenge.as_str(),
            "code_challenge_method": METHOD,
        }))?;
    } else {
        output::line(&format!(
            "code_verifier={text}\ncode_challenge={challenge}\ncode_challenge_method={METHOD}"
        ))?;
    }
    Ok(Exit::Ok)
}
