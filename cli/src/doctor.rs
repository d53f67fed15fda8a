//! `tokenmint doctor`: why a token does not do what it should.

use clap::Args;
use serde_json::Value;
use tokenmint::doctor::{self, Conclusion, Diagnosis};

use crate::exit::Exit;
use crate::failure::Failure;
use crate::question::QuestionOptions;
use crate::{exit, input, output};

/// Options of the command.
#[derive(Debug, Args)]
#[command(after_help = format!("\
Whatever somebody has will do as the token: a line of a log, the answer of a token server, a token
with its ends cut off. The more is said of the join call and the project, the more can be told: what
went wrong is found by making the token again under every suspicion. Exit codes are those of
`verify`.

  tokenmint doctor '007eJx...' --app-id 970C... --channel lobby --uid 7 --sdk-error 'code 110'
  curl https://token.example.com/rtc | tokenmint doctor - --channel lobby --uid 7

{}", exit::HELP))]
pub(crate) struct Doctor {
    /// What there is, or - to read it from standard input
    #[arg(value_name = "PASTE")]
    paste: String,
    /// What the SDK or the service said: a code or a text
    #[arg(long, value_name = "TEXT")]
    sdk_error: Option<String>,
    #[command(flatten)]
    question: QuestionOptions,
}

/// Finds out and tells.
pub(crate) fn run(options: &Doctor, as_json: bool) -> Result<Exit, Failure> {
    let asked = &options.question;
    let paste = input::paste(&options.paste, asked.keys.uses_stdin())?;
    let keys = asked.keys.read(doctor::service_of(&paste))?;
    let mut question = asked.question(&keys)?;
    question.sdk_error = options.sdk_error.as_deref();
    let diagnosis = doctor::diagnose(&paste, &question);
    if as_json {
        let mut members = diagnosis.json();
        members.insert("exit_code".to_owned(), exit_of(&diagnosis).number().into());
        output::json(&Value::Object(members))?;
    } else {
        output::line(&diagnosis.text())?;
    }
    Ok(exit_of(&diagnosis))
}

fn exit_of(diagnosis: &Diagnosis) -> Exit {
    match (diagnosis.verdict, diagnosis.failing.first()) {
        (Conclusion::Holds, _) => Exit::Ok,
        (Conclusion::Unreadable, _) | (_, None) => Exit::Unreadable,
        (_, Some(fault)) => (*fault).into(),
    }
}
