//! `tokenmint inspect`: what is inside a token.

use clap::Args;
use serde_json::Value;

use crate::credentials::CredentialOptions;
use crate::exit::Exit;
use crate::explain::Explanation;
use crate::failure::Failure;
use crate::formats::{Format, Question, recognise};
use crate::verify::Answer;
use crate::{clock, input, output};

/// Options of the command.
#[derive(Debug, Args)]
#[command(after_help = "\
The form of the token is recognised: Agora 007, 006, 001 to 005 and signaling. With a certificate
at hand, the signature is checked as well.")]
pub(crate) struct Inspect {
    #[arg(help = input::TOKEN_HELP)]
    token: String,
    /// The time to look from: Unix seconds or RFC 3339 [default: now]
    #[arg(long, value_name = "TIME", value_parser = clock::parse)]
    now: Option<u32>,
    #[command(flatten)]
    credentials: CredentialOptions,
}

/// Explains a token.
pub(crate) fn run(options: &Inspect, as_json: bool) -> Result<Exit, Failure> {
    let token = input::token(&options.token, options.credentials.uses_stdin())?;
    let now = options.now.map_or_else(clock::now, Ok)?;
    let format = recognise(&token)?;
    let explanation = (format.explain)(&token, now)?;
    let signature = signature(format, &token, options, now)?;
    if as_json {
        let mut object = explanation.json();
        if let Some(answer) = signature {
            object.insert("signature_check".to_owned(), answer.json());
        }
        output::json(&Value::Object(object))?;
    } else {
        output::line(&text(&explanation, signature.as_ref()))?;
    }
    Ok(Exit::Ok)
}

fn text(explanation: &Explanation, signature: Option<&Answer>) -> String {
    let mut text = explanation.text();
    if let Some(answer) = signature {
        text += "\n";
        text += &answer.text();
    }
    text
}

/// Whether the signature holds, as far as that can be told without knowing
/// what the token should be for.
fn signature(
    format: &Format,
    token: &str,
    options: &Inspect,
    now: u32,
) -> Result<Option<Answer>, Failure> {
    let question = Question {
        now,
        app_id: None,
        certificate: options.credentials.certificate()?,
        channel: None,
        account: None,
        role: None,
        privileges: &[],
    };
    let answers = (format.verify)(token, &question)?;
    Ok(answers.into_iter().next())
}
