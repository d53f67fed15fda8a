//! What to do next: whole commands, with the options that were given.

use std::path::Path;

use tokenmint::client::ath::{Error, ErrorCode, Reaction};
use tokenmint::http::ErrorKind;

/// Options that were given, as a shell takes them; what the environment has is
/// there the next time, too.
#[derive(Debug, Default, Clone)]
pub(super) struct Words {
    given: String,
    /// `ID=SCOPE,SCOPE`, where it is known.
    provider: Option<String>,
}

impl Words {
    pub(super) fn flag(&mut self, name: &str, is_given: bool) {
        if is_given {
            self.given += &format!(" {name}");
        }
    }

    pub(super) fn option(&mut self, name: &str, value: Option<&str>) {
        if let Some(value) = value {
            self.given += &format!(" {name} {}", quoted(value));
        }
    }

    pub(super) fn path(&mut self, name: &str, value: Option<&Path>) {
        self.option(name, value.map(Path::to_string_lossy).as_deref());
    }

    /// A command of `tokenmint ath`.
    pub(super) fn command(&self, command: &str) -> String {
        format!("`tokenmint ath {command}{}`", self.given)
    }

    /// What a token is asked for.
    pub(super) fn provider<'a>(&mut self, id: &str, scopes: impl IntoIterator<Item = &'a String>) {
        let scopes: Vec<&str> = scopes.into_iter().map(String::as_str).collect();
        if !scopes.is_empty() {
            self.provider = Some(quoted(&format!("{id}={}", scopes.join(","))));
        }
    }

    /// The command that gets a token, with `more` to register.
    pub(super) fn login(&self, more: &str) -> String {
        let provider = self.provider.as_deref().unwrap_or("PROVIDER=SCOPE");
        let login = self.command(&format!("login --provider {provider}{more}"));
        format!("{login} registers, if need be, and gets a token")
    }
}

/// A word that the shell leaves as it is.
fn quoted(word: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || "/:._-=,@%+".contains(c);
    match !word.is_empty() && word.chars().all(plain) {
        true => word.to_owned(),
        false => format!("'{}'", word.replace('\'', "'\\''")),
    }
}

/// What to do about an error.
pub(super) fn hint(error: &Error, words: &Words) -> Option<String> {
    let status = error.status();
    Some(match (error.code(), error.reaction()) {
        (ErrorCode::AuthRequired, _) => {
            "this gateway wants the session of one of its users: POST /auth/login gives a token; \
             put it into ATH_USER_TOKEN"
                .to_owned()
        }
        (ErrorCode::InvalidAttestation, _) if status == Some(400) => {
            "either no attestation arrived, or --redirect-uri is not one of those registered, to \
             the byte"
                .to_owned()
        }
        (ErrorCode::InvalidAttestation | ErrorCode::AgentIdentityMismatch, _) => format!(
            "the key must be the one that is published at the agent id, and the clock right: {} \
             compares both",
            words.command("doctor")
        ),
        (ErrorCode::AgentNotRegistered, Reaction::Fix) => format!(
            "the secret in the file of --credentials is not the right one: {}",
            words.command(
                "register --force --developer-name NAME --developer-id ID --provider \
                           PROVIDER=SCOPE --purpose TEXT"
            )
        ),
        (ErrorCode::Conflict, _) => match error.client_id() {
            Some(id) => format!(
                "the agent is registered as {id}, and its secret is not given again: use the file \
                 that has it, or take it away with {} and register again",
                words.command(&format!("deregister {}", quoted(&id)))
            ),
            None => "the agent is registered already".to_owned(),
        },
        (ErrorCode::OtherServer, _) => {
            "--credentials with another file keeps those of this server".to_owned()
        }
        (ErrorCode::OtherAgent, _) => {
            "--credentials with another file keeps those of this agent".to_owned()
        }
        (ErrorCode::ProviderNotApproved | ErrorCode::ScopeNotApproved, _) => format!(
            "{} says what is approved; more takes another registration",
            words.command("status")
        ),
        (ErrorCode::UserDenied, _) => words.login(""),
        (_, Reaction::Authorize) => words.login(""),
        (_, Reaction::Register) => words.login(" --developer-name NAME --developer-id ID"),
        (_, Reaction::AwaitApproval) => format!(
            "a human has to approve the agent: {} asks, and `login --await-approval` waits",
            words.command("status")
        ),
        (_, Reaction::TryLater) if error.may_have_happened() => {
            "it may work later; what was asked for may have been done all the same".to_owned()
        }
        (_, Reaction::TryLater) => "it may work later".to_owned(),
        _ if error.kind() == ErrorKind::BadUrl => {
            "look at --base-url, --allow-plain-http, --allow-other-origin".to_owned()
        }
        _ => return None,
    })
}
