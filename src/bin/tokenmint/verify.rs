//! `tokenmint verify`: what holds of a token and what does not.

use clap::Args;
use serde_json::{Value, json};

use tokenmint::agora::{Account, Role};

use crate::agora::names::{self, Privilege};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::formats::{Question, recognise};
use crate::keys::KeyOptions;
use crate::{clock, exit, input, output};

/// Options of the command.
#[derive(Debug, Args)]
#[command(after_help = format!("\
Every question is answered on a line of its own; what is not asked for is not checked. Agora 006
and older keys need channel and user to check the signature.

{}", exit::HELP))]
pub(crate) struct Verify {
    #[arg(help = input::TOKEN_HELP)]
    token: String,
    /// The channel or room that is to be joined
    #[arg(long, visible_alias = "room")]
    channel: Option<String>,
    /// The numeric user that joins
    #[arg(long, allow_negative_numbers = true, conflicts_with = "account")]
    uid: Option<u32>,
    /// The user that joins, as text; of a JWT, its subject
    #[arg(long, visible_alias = "user-id")]
    account: Option<String>,
    /// What the user wants to be: publisher, subscriber, or a number
    #[arg(long, value_parser = names::parse_role)]
    role: Option<Role>,
    /// A privilege that has to be granted, such as rtc:publish-audio,
    /// rtm:login or 1:2; repeatable
    #[arg(long, value_name = "SERVICE:PRIVILEGE", value_parser = names::parse_privilege)]
    privilege: Vec<Privilege>,
    /// Whom a JWT has to be for
    #[arg(long, value_name = "TEXT")]
    audience: Option<String>,
    /// The time to check at: Unix seconds or RFC 3339 [default: now]
    #[arg(long, value_name = "TIME", value_parser = clock::parse)]
    now: Option<u32>,
    #[command(flatten)]
    keys: KeyOptions,
}

/// The name of the answer about the audience.
pub(crate) const AUDIENCE: &str = "audience";

/// The answer to one question.
#[derive(Debug)]
pub(crate) struct Answer {
    name: &'static str,
    outcome: Outcome,
    message: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Outcome {
    Holds,
    Fails(Exit),
    NotChecked,
}

impl Answer {
    /// It holds.
    pub(crate) fn holds(name: &'static str, message: impl Into<String>) -> Self {
        Self::new(name, Outcome::Holds, message.into())
    }

    /// It does not hold; `exit` says so to scripts.
    pub(crate) fn fails(name: &'static str, exit: Exit, message: impl Into<String>) -> Self {
        Self::new(name, Outcome::Fails(exit), message.into())
    }

    /// It was not asked, or could not be told.
    pub(crate) fn not_checked(name: &'static str, message: impl Into<String>) -> Self {
        Self::new(name, Outcome::NotChecked, message.into())
    }

    const fn new(name: &'static str, outcome: Outcome, message: String) -> Self {
        Self {
            name,
            outcome,
            message,
        }
    }

    /// The line for people.
    pub(crate) fn text(&self) -> String {
        let outcome = match self.outcome {
            Outcome::Holds => "ok",
            Outcome::Fails(_) => "FAILS",
            Outcome::NotChecked => "-",
        };
        format!("{outcome:5}  {}: {}", self.name, self.message)
    }

    /// The object for programs.
    pub(crate) fn json(&self) -> Value {
        let outcome = match self.outcome {
            Outcome::Holds => "holds",
            Outcome::Fails(_) => "fails",
            Outcome::NotChecked => "not-checked",
        };
        json!({ "name": self.name, "outcome": outcome, "message": self.message })
    }
}

/// Answers every question.
pub(crate) fn run(options: &Verify, as_json: bool) -> Result<Exit, Failure> {
    let token = input::token(&options.token, options.keys.uses_stdin())?;
    let format = recognise(&token)?;
    let keys = options.keys.read(format)?;
    let uid = options.uid.map(Account::Uid);
    let question = Question {
        now: options.now.map_or_else(clock::now, Ok)?,
        app_id: keys.app_id.as_deref(),
        secret: keys.secret,
        public_key: keys.public_key.as_ref().map(|bytes| bytes.as_slice()),
        audience: options.audience.as_deref(),
        channel: options.channel.as_deref(),
        account: uid.or_else(|| options.account.as_deref().map(Account::Name)),
        role: options.role,
        privileges: &options.privilege,
    };
    let mut answers = (format.verify)(&token, &question)?;
    if question.audience.is_some() && !answers.iter().any(|a| a.name == AUDIENCE) {
        let message = "a token of this form names no audience";
        answers.push(Answer::fails(AUDIENCE, Exit::Audience, message));
    }
    show(&answers, as_json)
}

/// Shows the answers; the exit code says what they come to.
pub(crate) fn show(answers: &[Answer], as_json: bool) -> Result<Exit, Failure> {
    let exit = verdict(answers);
    if as_json {
        output::json(&json!({
            "answers": answers.iter().map(Answer::json).collect::<Value>(),
            "holds": exit == Exit::Ok,
            "exit_code": exit.number(),
        }))?;
    } else {
        let lines: Vec<_> = answers.iter().map(Answer::text).collect();
        output::line(&lines.join("\n"))?;
    }
    Ok(exit)
}

/// The first failure; without one, whether the signature was proven, which is
/// what the first answer is about in every form.
fn verdict(answers: &[Answer]) -> Exit {
    for answer in answers {
        if let Outcome::Fails(exit) = answer.outcome {
            return exit;
        }
    }
    match answers.first() {
        Some(first) if first.outcome == Outcome::Holds => Exit::Ok,
        _ => Exit::Unproven,
    }
}
