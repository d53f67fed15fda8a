//! `tokenmint doctor`: why a token does not do what it should.

use clap::Args;
use serde_json::{Value, json};

use tokenmint::doctor::{self, Cause, Conclusion, Diagnosis, Fault};

use crate::exit::Exit;
use crate::failure::Failure;
use crate::question::QuestionOptions;
use crate::{exit, input, output, read};

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
    let keys = asked.keys.read(read::service(&paste))?;
    let mut question = asked.question(&keys)?;
    question.sdk_error = options.sdk_error.as_deref();
    let diagnosis = doctor::diagnose(&paste, &question);
    if as_json {
        output::json(&json_of(&diagnosis))?;
    } else {
        output::line(&text_of(&diagnosis))?;
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

fn json_of(diagnosis: &Diagnosis) -> Value {
    let names = |faults: &[Fault]| faults.iter().map(|fault| fault.name()).collect::<Vec<_>>();
    let recovered = diagnosis.recovered.as_ref();
    let causes: Vec<_> = diagnosis.causes.iter().map(|cause| cause.id()).collect();
    json!({
        "verdict": diagnosis.verdict.name(),
        "failing": names(&diagnosis.failing),
        "causes": causes,
        "recovered_token": diagnosis.recovered_token,
        "verdict_of_recovered": recovered.map(|(verdict, _)| verdict.name()),
        "failing_of_recovered": recovered.map(|(_, failing)| names(failing)),
        "uid_candidates": diagnosis.uid_candidates,
        "sdk_reports": diagnosis.sdk_reports,
        "advice": diagnosis.advice,
        "not_checked": diagnosis.not_checked,
        "exit_code": exit_of(diagnosis).number(),
    })
}

fn text_of(diagnosis: &Diagnosis) -> String {
    let mut lines = vec![headline(diagnosis)];
    for cause in &diagnosis.causes {
        if *cause != Cause::None {
            lines.push(format!("cause    {}: {}", cause.id(), cause.meaning()));
        }
    }
    lines.extend(
        diagnosis
            .advice
            .iter()
            .map(|line| format!("advice   {line}")),
    );
    if let Some(token) = &diagnosis.recovered_token {
        lines.push(format!("token    {token}"));
    }
    if let Some(uids) = uids(diagnosis) {
        lines.push(format!("uid      {uids}"));
    }
    if let Some(code) = diagnosis.sdk_reports {
        lines.push(format!("sdk      reports {code} for such a token"));
    }
    let unchecked = diagnosis.not_checked.iter();
    lines.extend(unchecked.map(|line| format!("unknown  {line}")));
    lines.join("\n")
}

fn headline(diagnosis: &Diagnosis) -> String {
    match diagnosis.verdict {
        Conclusion::Holds => "holds    everything that was asked and could be checked".to_owned(),
        Conclusion::Unreadable => match &diagnosis.recovered {
            None => "UNREADABLE  this is no token".to_owned(),
            Some((Conclusion::Holds, _)) => {
                "UNREADABLE  as it stands; mended, it does everything that was asked".to_owned()
            }
            Some((_, failing)) => {
                format!(
                    "UNREADABLE  as it stands; mended, it FAILS: {}",
                    words(failing)
                )
            }
        },
        _ => format!("FAILS    {}", words(&diagnosis.failing)),
    }
}

/// Faults as people say them.
fn words(faults: &[Fault]) -> String {
    let names: Vec<_> = faults
        .iter()
        .map(|fault| fault.name().replace('_', " "))
        .collect();
    names.join(", ")
}

/// The uids behind the checksum of a 006 token.
fn uids(diagnosis: &Diagnosis) -> Option<String> {
    let candidates = &diagnosis.uid_candidates;
    if let Some(uid) = diagnosis.uid {
        return Some(format!("{uid}: proven by the certificate"));
    }
    if candidates.is_empty() {
        return None;
    }
    let list: Vec<_> = candidates.iter().map(u32::to_string).collect();
    Some(format!("one of {} has this checksum", list.join(", ")))
}
