//! `tokenmint inspect`: what is inside a token.

use clap::Args;
use serde_json::Value;

use tokenmint::doctor::{Answer, Explanation, Question};

use crate::exit::Exit;
use crate::failure::Failure;
use crate::keys::KeyOptions;
use crate::{clock, input, output, read, verify};

/// Options of the command.
#[derive(Debug, Args)]
#[command(after_help = "\
The form of the token is recognised: Agora 007, 006, 001 to 005 and signaling; ZEGO 04 and 03; JWTs
such as ATH attestations. With the certificate, secret or public key at hand, the signature is
checked as well; what is inside a ZEGO token is seen with its secret only.")]
pub(crate) struct Inspect {
    #[arg(help = input::TOKEN_HELP)]
    token: String,
    /// The time to look from: Unix seconds or RFC 3339 [default: now]
    #[arg(long, value_name = "TIME", value_parser = clock::parse)]
    now: Option<u32>,
    #[command(flatten)]
    keys: KeyOptions,
}

/// Explains a token.
pub(crate) fn run(options: &Inspect, as_json: bool) -> Result<Exit, Failure> {
    let token = input::token(&options.token, options.keys.uses_stdin())?;
    let form = read::form(&token)?;
    let keys = options.keys.read(form.service())?;
    let mut question = Question::at(options.now.map_or_else(clock::now, Ok)?);
    question.secret = keys.secret.as_ref().map(|text| text.as_str());
    question.public_key = keys.public_key.as_ref().map(|bytes| bytes.as_slice());
    let explanation = form.explain(&token, &question)?;
    // The first answer is about the signature in every form; the others depend
    // on what the token should be for.
    let signature = form.verify(&token, &question)?.into_iter().next();
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
        text += &verify::line(answer);
    }
    text
}
