//! Which user ids can be in a channel together.
//!
//! | uid | `enable_string_uid` not said | `false` | `true` |
//! |---|---|---|---|
//! | a number up to 4294967295 | a number | a number | text |
//! | a larger one, or with leading zeros | refused | refused | text |
//! | text with a letter in it | text: the flag is set, with a warning | refused | text |
//! | anything else: `-1`, `1.0`, blanks, other digits | refused | refused | text |
//! | nothing, or more than 255 bytes | refused | refused | refused |
//!
//! Agent, remote users and avatar have different ids: who comes second with an
//! id throws out the first. `*` among the remote users is all of them.

use std::format;
use std::string::{String, ToString};
use std::vec::Vec;

use super::types::agents::Properties;
use crate::convoai::uid::{ALL, Form, LONGEST};
use crate::http::{Error, ErrorKind};

fn form(uid: &str) -> Form {
    let is_letter = |c: char| c.is_alphabetic() && !c.is_numeric();
    Form::of(uid, uid.chars().any(is_letter))
}

impl Properties {
    /// Checks that agent and users can be in the channel together. Sets
    /// `enable_string_uid` where an id is text and nothing was said about it.
    ///
    /// Gives what works, but perhaps not as meant.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::InvalidInput`] for an id that the service does not take, or
    /// that two have.
    pub fn check_uids(&mut self) -> Result<Vec<String>, Error> {
        let agent = self.agent_rtc_uid.as_deref().unwrap_or_default();
        let remotes = self.remote_rtc_uids.as_deref().unwrap_or_default();
        let remotes = || remotes.iter().map(String::as_str).filter(|uid| *uid != ALL);
        let all = || {
            let remotes = remotes().map(|uid| ("a remote user", uid));
            core::iter::once(("the agent", agent)).chain(remotes)
        };
        for (whose, uid) in all() {
            if uid.is_empty() {
                return Err(refused(whose, "is empty"));
            }
            if uid.len() > LONGEST {
                return Err(refused(whose, "is longer than 255 bytes"));
            }
            let fault = match (form(uid), self.enable_string_uid) {
                (Form::Number | Form::Text, None) | (Form::Number, _) | (_, Some(true)) => continue,
                (Form::Text, Some(false)) => "is text: take a number, or set enable_string_uid",
                (other, _) => other.fault(uid).unwrap_or_default(),
            };
            return Err(refused(whose, fault));
        }
        if remotes().any(|uid| uid == agent) {
            return Err(refused(
                "the agent",
                "is that of a remote user too: take another",
            ));
        }
        let mut warnings = Vec::new();
        let is_text = self.enable_string_uid == Some(true);
        if !is_text && all().any(|(_, uid)| form(uid) == Form::Text) {
            self.enable_string_uid = Some(true);
            warnings.push("a uid is text, so enable_string_uid was set".to_string());
        }
        if agent == "0" {
            warnings.push(
                "uid 0 of the agent stands for one that the service chooses, and a token for 0 \
                 may not fit that: choose a uid"
                    .to_string(),
            );
        }
        Ok(warnings)
    }

    /// Checks the uid of an avatar beside them. `needs_token` when one is minted
    /// for it, which has to have the same text in it.
    pub(super) fn check_avatar(
        &self,
        uid: &str,
        needs_token: bool,
    ) -> Result<Option<String>, Error> {
        let whose = "the avatar";
        if uid.is_empty() {
            return Err(refused(whose, "is empty"));
        }
        if let (true, Some(fault)) = (needs_token, form(uid).fault(uid)) {
            return Err(refused(whose, fault));
        }
        let mut remotes = self.remote_rtc_uids.iter().flatten();
        if remotes.any(|remote| remote == uid) {
            return Err(refused(whose, "is that of a remote user too: take another"));
        }
        let is_agents = self.agent_rtc_uid.as_deref() == Some(uid);
        let warning = "avatar and agent have the same uid: one may throw out the other";
        Ok(is_agents.then(|| warning.to_string()))
    }
}

/// The id itself stays out of it.
fn refused(whose: &str, fault: &str) -> Error {
    Error::with_message(
        ErrorKind::InvalidInput,
        format!("the uid of {whose} {fault}"),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(
        agent: &str,
        remote: &str,
        string: Option<bool>,
    ) -> Result<(Option<bool>, usize), Error> {
        let mut properties = Properties::joining("lobby", "T", agent, &[remote]);
        properties.enable_string_uid = string;
        let warnings = properties.check_uids()?;
        Ok((properties.enable_string_uid, warnings.len()))
    }

    #[test]
    fn the_table() {
        let yes = Some(true);
        for (uid, unsaid, never, always) in [
            ("1", Some((None, 0)), Some((Some(false), 0)), Some((yes, 0))),
            (
                "4294967295",
                Some((None, 0)),
                Some((Some(false), 0)),
                Some((yes, 0)),
            ),
            ("0", Some((None, 1)), Some((Some(false), 1)), Some((yes, 1))),
            ("4294967296", None, None, Some((yes, 0))),
            ("12345678901234567890123", None, None, Some((yes, 0))),
            ("0007", None, None, Some((yes, 0))),
            ("alice", Some((yes, 1)), None, Some((yes, 0))),
            ("7f3c-a", Some((yes, 1)), None, Some((yes, 0))),
            ("-1", None, None, Some((yes, 0))),
            ("+1", None, None, Some((yes, 0))),
            (" 1", None, None, Some((yes, 0))),
            ("1.0", None, None, Some((yes, 0))),
            ("0x10", None, None, Some((yes, 0))),
            ("\u{ff11}\u{ff12}", None, None, Some((yes, 0))),
            ("\u{661}\u{662}", None, None, Some((yes, 0))),
            ("\u{b2}", None, None, Some((yes, 0))),
            ("\u{216b}", None, None, Some((yes, 0))),
            ("", None, None, None),
        ] {
            for (string, expected) in [(None, unsaid), (Some(false), never), (yes, always)] {
                let as_agent = check(uid, "100", string);
                assert_eq!(as_agent.ok(), expected, "{uid:?} {string:?}");
                let as_remote = check("5", uid, string);
                assert_eq!(as_remote.is_ok(), expected.is_some(), "{uid:?} {string:?}");
            }
        }
        assert!(check("a", &"b".repeat(256), yes).is_err());
    }

    #[test]
    fn nobody_has_the_uid_of_another() {
        assert!(check("7", "7", None).is_err());
        assert!(check("a", "a", Some(true)).is_err());
        assert!(check("7", "*", None).is_ok());
        let properties = Properties::joining("lobby", "T", "7", &["8"]);
        let avatar = |uid, needs_token| properties.check_avatar(uid, needs_token);
        assert!(avatar("9", true).unwrap().is_none());
        assert!(avatar("7", true).unwrap().is_some());
        assert!(avatar("8", false).is_err());
        assert!(avatar("0042", true).is_err());
        assert!(avatar("0042", false).is_ok());
        assert!(avatar("", false).is_err());
    }
}
