//! `tokenmint verify`: what holds of a token and what does not.

use clap::Args;
use serde_json::{Value, json};

use tokenmint::doctor::{Answer, Found, Judgement, Outcome, service_of};

use crate::exit::Exit;
use crate::failure::Failure;
use crate::keys;
use crate::question::QuestionOptions;
use crate::{exit, input, output};

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
    let keys = asked.keys.read(service_of(text))?;
    let question = asked.question(&keys)?;
    let found = Found::one(text, &question)?;
    let answers = found.form.verify(&found.token, &question)?;
    let explanation = found.explain(&question)?;
    if as_json {
        let mut members = explanation.json();
        found.describe(&mut members);
        members.extend(verdict_json(&answers));
        output::json(&Value::Object(members))?;
    } else {
        output::damages(&found);
        let mut lines: Vec<_> = answers.iter().map(line).collect();
        lines.extend(explanation.warning_lines());
        output::line(&lines.join("\n"))?;
    }
    Ok(Judgement::of(&answers).into())
}

/// Shows answers alone; the exit code says what they come to.
pub(crate) fn show(answers: &[Answer], as_json: bool) -> Result<Exit, Failure> {
    if as_json {
        output::json(&Value::Object(verdict_json(answers)))?;
    } else {
        let lines: Vec<_> = answers.iter().map(line).collect();
        output::line(&lines.join("\n"))?;
    }
    Ok(Judgement::of(answers).into())
}

fn verdict_json(answers: &[Answer]) -> serde_json::Map<String, Value> {
    let judgement = Judgement::of(answers);
    let mut members = serde_json::Map::new();
    let answers: Value = answers.iter().map(Answer::json).collect();
    members.insert("answers".to_owned(), answers);
    members.insert("holds".to_owned(), json!(judgement == Judgement::Holds));
    members.insert(
        "exit_code".to_owned(),
        json!(Exit::from(judgement).number()),
    );
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
