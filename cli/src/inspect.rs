//! `tokenmint inspect`: what is inside a token.

use clap::Args;
use serde_json::{Map, Value, json};

use tokenmint::doctor::{Found, Question, service_of};

use crate::exit::Exit;
use crate::failure::Failure;
use crate::keys::KeyOptions;
use crate::{clock, input, output, verify};

/// Options of the command.
#[derive(Debug, Args)]
#[command(after_help = "\
The form of the token is recognised: Agora 007, 006, 001 to 005 and signaling; ZEGO 04 and 03; JWTs
such as ATH attestations. What happened to it on the way, such as quotes or lost characters, is
undone and said; standard input may have several tokens, one a line. With the certificate, secret or
public key at hand, the signature is checked as well; what is inside a ZEGO token is seen with its
secret only.")]
pub(crate) struct Inspect {
    #[arg(help = input::TOKEN_HELP)]
    token: String,
    /// The time to look from: Unix seconds or RFC 3339 [default: now]
    #[arg(long, value_name = "TIME", value_parser = clock::parse)]
    now: Option<u32>,
    #[command(flatten)]
    keys: KeyOptions,
}

/// Explains the tokens.
pub(crate) fn run(options: &Inspect, as_json: bool) -> Result<Exit, Failure> {
    let text = input::paste(&options.token, options.keys.uses_stdin())?;
    let text = text.trim();
    let now = options.now.map_or_else(clock::now, Ok)?;
    let keys = options.keys.read(service_of(text))?;
    let mut question = Question::at(now);
    question.secret = keys.secret.as_ref().map(|text| text.as_str());
    question.public_key = keys.public_key.as_ref().map(|bytes| bytes.as_slice());
    let tokens = Found::all(text, &question)?;
    if as_json {
        let objects: Result<Vec<_>, _> = tokens.iter().map(|it| object(it, &question)).collect();
        let mut objects = objects?;
        output::json(&if objects.len() == 1 {
            Value::Object(objects.remove(0))
        } else {
            json!({ "tokens": objects })
        })?;
    } else {
        let texts: Result<Vec<_>, _> = tokens.iter().map(|it| shown(it, &question)).collect();
        output::line(&texts?.join("\n\n"))?;
    }
    Ok(Exit::Ok)
}

fn object(found: &Found, question: &Question<'_>) -> Result<Map<String, Value>, Failure> {
    let mut object = found.explain(question)?.json();
    found.describe(&mut object);
    // The first answer is about the signature in every form; the others depend
    // on what the token should be for.
    let answers = found.form.verify(&found.token, question)?;
    if let Some(answer) = answers.first() {
        object.insert("signature_check".to_owned(), answer.json());
    }
    Ok(object)
}

fn shown(found: &Found, question: &Question<'_>) -> Result<String, Failure> {
    output::damages(found);
    let mut text = found.explain(question)?.text();
    let answers = found.form.verify(&found.token, question)?;
    if let Some(answer) = answers.first() {
        text += "\n";
        text += &verify::line(answer);
    }
    Ok(text)
}
