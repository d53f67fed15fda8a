//! A diagnosis for people and for programs.

use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec;
use alloc::vec::Vec;

use serde_json::{Map, Value, json};

use super::answer::Fault;
use super::cause::Cause;
use super::diagnosis::{Conclusion, Diagnosis};

impl Diagnosis {
    /// The members of the JSON object: names that stay the same, texts for
    /// people in `advice` and `not_checked`.
    #[must_use]
    pub fn json(&self) -> Map<String, Value> {
        let names =
            |faults: &[Fault]| -> Value { faults.iter().map(|fault| fault.name()).collect() };
        let recovered = self.recovered.as_ref();
        let causes: Value = self.causes.iter().map(|cause| cause.id()).collect();
        let members = [
            ("verdict", self.verdict.name().into()),
            ("failing", names(&self.failing)),
            ("causes", causes),
            ("recovered_token", json!(self.recovered_token)),
            (
                "verdict_of_recovered",
                json!(recovered.map(|(verdict, _)| verdict.name())),
            ),
            (
                "failing_of_recovered",
                recovered.map_or(Value::Null, |(_, failing)| names(failing)),
            ),
            ("uid_candidates", json!(self.uid_candidates)),
            ("sdk_reports", json!(self.sdk_reports)),
            ("advice", json!(self.advice)),
            ("not_checked", json!(self.not_checked)),
        ];
        let mut object = Map::new();
        for (name, value) in members {
            object.insert(name.to_owned(), value);
        }
        object
    }

    /// The text for people, without a line feed at its end.
    #[must_use]
    pub fn text(&self) -> String {
        let mut lines = vec![self.headline()];
        for cause in self.causes.iter().filter(|cause| **cause != Cause::None) {
            lines.push(format!("cause    {}: {}", cause.id(), cause.meaning()));
        }
        let advice = self.advice.iter();
        lines.extend(advice.map(|line| format!("advice   {line}")));
        if let Some(token) = &self.recovered_token {
            lines.push(format!("token    {token}"));
        }
        if let Some(uids) = self.uids() {
            lines.push(format!("uid      {uids}"));
        }
        if let Some(code) = self.sdk_reports {
            lines.push(format!("sdk      reports {code} for such a token"));
        }
        let unchecked = self.not_checked.iter();
        lines.extend(unchecked.map(|line| format!("unknown  {line}")));
        lines.join("\n")
    }

    fn headline(&self) -> String {
        match self.verdict {
            Conclusion::Holds => {
                "holds    everything that was asked and could be checked".to_owned()
            }
            Conclusion::Fails => format!("FAILS    {}", words(&self.failing)),
            Conclusion::Unreadable => match &self.recovered {
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
        }
    }

    /// The uids behind the checksum of a 006 token.
    fn uids(&self) -> Option<String> {
        if let Some(uid) = self.uid {
            return Some(format!("{uid}: proven by the certificate"));
        }
        if self.uid_candidates.is_empty() {
            return None;
        }
        let list: Vec<_> = self.uid_candidates.iter().map(u32::to_string).collect();
        Some(format!("one of {} has this checksum", list.join(", ")))
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
