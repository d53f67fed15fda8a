//! Options that say what a token should be.

use clap::Args;
use tokenmint::agora::{Account, Role};
use tokenmint::doctor::{self, Privilege, Question, Version};

use crate::clock;
use crate::failure::Failure;
use crate::keys::{KeyOptions, Keys};

/// The call of the client, and the project.
#[derive(Debug, Args)]
pub(crate) struct QuestionOptions {
    /// The channel or room that is to be joined
    #[arg(long, visible_alias = "room")]
    channel: Option<String>,
    /// The numeric user that joins; 0: without a uid of its own
    #[arg(long, allow_negative_numbers = true, conflicts_with = "account")]
    uid: Option<u32>,
    /// The user that joins, as text; of a JWT, its subject
    #[arg(long, visible_alias = "user-id")]
    account: Option<String>,
    /// What the user wants to be: publisher (host), subscriber (audience), or a number
    #[arg(long, value_parser = doctor::names::parse_role)]
    role: Option<Role>,
    /// A privilege that has to be granted, such as rtc:publish-audio,
    /// rtm:login or 1:2; repeatable
    #[arg(long, value_name = "SERVICE:PRIVILEGE", value_parser = doctor::names::parse_privilege)]
    privilege: Vec<Privilege>,
    /// Leave joining out of the question, although there is a channel
    #[arg(long, conflicts_with_all = ["role", "privilege"])]
    any_privilege: bool,
    /// The version that the SDK takes: 007, 006, 04 or 03
    #[arg(long, value_name = "VERSION", value_parser = parse_version)]
    accepts: Option<Version>,
    /// Whom a JWT has to be for
    #[arg(long, value_name = "TEXT")]
    audience: Option<String>,
    /// The time to check at: Unix seconds or RFC 3339 [default: now]
    #[arg(long, value_name = "TIME", value_parser = clock::parse)]
    now: Option<u32>,
    #[command(flatten)]
    pub(crate) keys: KeyOptions,
}

impl QuestionOptions {
    /// What is asked, with these keys.
    pub(crate) fn question<'a>(&'a self, keys: &'a Keys) -> Result<Question<'a>, Failure> {
        let uid = self.uid.map(Account::Uid);
        let mut question = Question::at(self.now.map_or_else(clock::now, Ok)?);
        question.app_id = keys.app_id.as_deref();
        question.secret = keys.secret.as_ref().map(|text| text.as_str());
        question.public_key = keys.public_key.as_ref().map(|bytes| bytes.as_slice());
        question.audience = self.audience.as_deref();
        question.channel = self.channel.as_deref();
        question.user = uid.or_else(|| self.account.as_deref().map(Account::Name));
        question.role = self.role;
        question.privileges = &self.privilege;
        question.without_privilege = self.any_privilege;
        question.accepts = self.accepts;
        Ok(question)
    }
}

fn parse_version(text: &str) -> Result<Version, String> {
    Version::ALL
        .into_iter()
        .find(|version| version.digits() == text)
        .ok_or_else(|| "expected 007, 006, 04 or 03".to_owned())
}
