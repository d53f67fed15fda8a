//! From a paste and a question to causes and advice.

use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::answer::{Answer, Fault, Outcome};
use super::cause::Cause;
use super::facts::Facts;
use super::forms::Form;
use super::hypothesis;
use super::question::Question;

/// How a diagnosis ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Conclusion {
    /// The token does everything that was asked.
    Holds,
    /// It can be read and does not do what was asked.
    Fails,
    /// As it stands it is no readable token.
    Unreadable,
}

impl Conclusion {
    /// A stable name for machines.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Holds => "holds",
            Self::Fails => "fails",
            Self::Unreadable => "unreadable",
        }
    }
}

/// Why a token does not do what was asked, and what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Diagnosis {
    /// How it ends.
    pub verdict: Conclusion,
    /// What fails, in the order in which it matters.
    pub failing: Vec<Fault>,
    /// Why, the likeliest first; [`Cause::None`] alone when nothing is wrong.
    pub causes: Vec<Cause>,
    /// The token as it was before the paste was damaged.
    pub recovered_token: Option<String>,
    /// Every uid that has the checksum of a 006 token, ascending.
    pub uid_candidates: Vec<u32>,
    /// The one of them that the certificate proves.
    pub uid: Option<u32>,
    /// What speaks for the causes and what to do, safe to show.
    pub advice: Vec<String>,
    /// What could not be checked because it was not given.
    pub not_checked: Vec<String>,
}

/// Finds out why `paste` does not do what `question` asks of it.
///
/// Work and memory are bounded, whatever is pasted; the secret of the question is
/// in nothing that comes back.
#[must_use]
pub fn diagnose(paste: &str, question: &Question<'_>) -> Diagnosis {
    let Some(facts) = Facts::read(paste, question) else {
        return unreadable();
    };
    let Some(answers) = Form::of(paste).and_then(|form| form.verify(paste, question).ok()) else {
        return unreadable();
    };
    let mut failing: Vec<Fault> = answers.iter().filter_map(Answer::fault).collect();
    failing.sort_unstable();
    failing.dedup();
    let not_checked = answers.iter().filter_map(not_checked).collect();
    let found = hypothesis::test(&facts, question, &failing);
    let mut causes: Vec<Cause> = found.list.iter().map(|finding| finding.cause).collect();
    let mut advice: Vec<String> = (found.list.iter())
        .map(|finding| format!("{} {}", finding.because, finding.cause.advice()))
        .collect();
    if causes.is_empty() && failing.is_empty() {
        causes.push(Cause::None);
        advice.push(Cause::None.advice().to_owned());
    }
    Diagnosis {
        verdict: if failing.is_empty() {
            Conclusion::Holds
        } else {
            Conclusion::Fails
        },
        failing,
        causes,
        recovered_token: None,
        uid_candidates: found.uid_candidates,
        uid: found.uid,
        advice,
        not_checked,
    }
}

fn unreadable() -> Diagnosis {
    Diagnosis {
        verdict: Conclusion::Unreadable,
        failing: Vec::from([Fault::Format]),
        causes: Vec::new(),
        recovered_token: None,
        uid_candidates: Vec::new(),
        uid: None,
        advice: Vec::new(),
        not_checked: Vec::new(),
    }
}

/// What an answer would have told, if it could have been asked.
fn not_checked(answer: &Answer) -> Option<String> {
    match answer.outcome {
        Outcome::NotAsked(_) | Outcome::Undecided => {
            Some(format!("{}: {}", answer.name, answer.message))
        }
        _ => None,
    }
}
