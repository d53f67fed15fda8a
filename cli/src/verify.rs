//! `tokenmint verify`: what holds of a token and what does not.

use clap::Args;
use serde_json::{Value, json};

use tokenmint::doctor::{Answer, Outcome};

use crate::exit::Exit;
use crate::failure::Failure;
use crate::keys;
use crate::question::QuestionOptions;
use crate::{exit, input, output, read};

/// Options of the command.
#[derive(Debug, Args)]
#[command(after_help = format!("\
Every question is answered on a line of its own. A channel asks for joining it, unless a role or
privilege says more; what is not asked for is listed as not asked. Channel, user and privilege have
to be found in one service of the token. Agora 006 and older keys need channel and user to check
the signature.

{}", exit::HELP))]
pub(crate) struct Verify {
    #[arg(help = input::TOKEN_HELP)]
    token: String,
    #[command(flatten)]
    question: QuestionOptions,
}

/// Answers every question.
pub(crate) fn run(options: &Verify, as_json: bool) -> Result<Exit, Failure> {
    let asked = &options.question;
    let text = input::paste(&options.token, asked.keys.uses_stdin())?;
    let text = text.trim();
    let keys = asked.keys.read(read::service(text))?;
    let question = asked.question(&keys)?;
    let found = read::token(text, &question)?;
    let answers = found.form.verify(&found.token, &question)?;
    let explanation = found.form.explain(&found.token, &question)?;
    if as_json {
        let mut members = explanation.json();
        found.describe(&mut members);
        members.extend(verdict_json(&answers));
        output::json(&Value::Object(members))?;
    } else {
        found.tell();
        let mut lines: Vec<_> = answers.iter().map(line).collect();
        lines.extend(explanation.warning_lines());
        output::line(&lines.join("\n"))?;
    }
    Ok(verdict(&answers))
}

/// Shows answers alone; the exit code says what they come to.
pub(crate) fn show(answers: &[Answer], as_json: bool) -> Result<Exit, Failure> {
    if as_json {
        output::json(&Value::Object(verdict_json(answers)))?;
    } else {
        let lines: Vec<_> = answers.iter().map(line).collect();
        output::line(&lines.join("\n"))?;
    }
    Ok(verdict(answers))
}

fn verdict_json(answers: &[Answer]) -> serde_json::Map<String, Value> {
    let exit = verdict(answers);
    let mut members = serde_json::Map::new();
    let answers: Value = answers.iter().map(Answer::json).collect();
    members.insert("answers".to_owned(), answers);
    members.insert("holds".to_owned(), json!(exit == Exit::Ok));
    members.insert("exit_code".to_owned(), json!(exit.number()));
    members
}

/// The line for people, with the options that would have asked.
pub(crate) fn line(answer: &Answer) -> String {
    let word = match answer.outcome {
        Outcome::Holds => "ok",
        Outcome::Fails(_) => "FAILS",
        _ => "-",
    };
    let hint = match answer.outcome {
        Outcome::NotAsked(missing) => keys::option_of(missing),
        _ => None,
    };
    let hint = hint.map_or_else(String::new, |option| format!(": {option}"));
    format!("{word:5}  {}: {}{hint}", answer.name, answer.message)
}

/// What matters first of all that fails; if nothing does, whether the signature was proven, which is
/// what the first answer is about in every form.
fn verdict(answers: &[Answer]) -> Exit {
    if let Some(fault) = answers.iter().filter_map(Answer::fault).min() {
        return fault.into();
    }
    let undecided = answers
        .iter()
        .any(|answer| answer.outcome == Outcome::Undecided);
    match answers.first() {
        Some(first) if first.outcome == Outcome::Holds && !undecided => Exit::Ok,
        _ => Exit::Unproven,
    }
}
