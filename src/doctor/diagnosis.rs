//! From a paste and a question to causes and advice.

use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::answer::{Answer, Fault, Outcome};
use super::cause::Cause;
use super::facts::Facts;
use super::forms::Form;
use super::hypothesis::{self, Findings};
use super::paste::{self, Damage, Recovery};
use super::question::Question;
use super::sdk_report;
use super::words::{redact, shows};

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
    /// The token as it was before the text was damaged.
    pub recovered_token: Option<String>,
    /// How it ends for the token that was recovered, and what fails then.
    pub recovered: Option<(Conclusion, Vec<Fault>)>,
    /// Every uid that has the checksum of a 006 token, ascending.
    pub uid_candidates: Vec<u32>,
    /// The one of them that the certificate proves.
    pub uid: Option<u32>,
    /// What the SDK says of such a token, where that is known.
    pub sdk_reports: Option<&'static str>,
    /// What speaks for the causes and what to do, safe to show.
    pub advice: Vec<String>,
    /// What could not be checked because it was not given.
    pub not_checked: Vec<String>,
}

/// Finds out why `text` does not do what `question` asks of it.
///
/// Work and memory are bounded, however long the text is; the secret of the
/// question is in nothing that comes back.
#[must_use]
pub fn diagnose(text: &str, question: &Question<'_>) -> Diagnosis {
    let recovery = paste::recover(text, question);
    let token = recovery.token.as_deref();
    // What the SDK said is explained by what happened to the text.
    let mut asked = *question;
    asked.sdk_error = question.sdk_error.filter(|_| recovery.is_intact());
    let mut diagnosis = token
        .and_then(|token| of_token(token, &asked))
        .unwrap_or_else(Diagnosis::unreadable);
    let is_agora = (recovery.kind).is_none_or(|kind| !kind.is_of_another_service());
    diagnosis.damage(recovery);
    // Joining is not refused to somebody who may only not publish.
    let joins = diagnosis.causes.contains(&Cause::PublishNotGranted);
    if is_agora && !joins {
        diagnosis.sdk_reports = sdk_report::of(&diagnosis.failing, question);
    }
    diagnosis.hide(question);
    diagnosis
}

/// The diagnosis of a token as it stands; nothing when it cannot be read.
fn of_token(token: &str, question: &Question<'_>) -> Option<Diagnosis> {
    let answers = Form::of(token)?.verify(token, question).ok()?;
    let mut failing: Vec<Fault> = answers.iter().filter_map(Answer::fault).collect();
    failing.sort_unstable();
    failing.dedup();
    let found = match Facts::read(token, question) {
        Some(facts) => hypothesis::test(&facts, question, &failing),
        None => Findings::of_answers(&answers),
    };
    let mut causes: Vec<Cause> = found.list.iter().map(|finding| finding.cause).collect();
    let mut advice: Vec<String> = (found.list.iter())
        .map(|finding| format!("{} {}", finding.because, finding.cause.advice()))
        .collect();
    if causes.is_empty() && failing.is_empty() {
        causes.push(Cause::None);
        advice.push(Cause::None.advice().to_owned());
    } else if causes.is_empty() {
        // It fails in a way that has no name.
        let failed = answers.iter().filter(|answer| answer.fault().is_some());
        advice.extend(failed.map(|answer| format!("{}: {}.", answer.name, answer.message)));
    }
    Some(Diagnosis {
        verdict: if failing.is_empty() {
            Conclusion::Holds
        } else {
            Conclusion::Fails
        },
        failing,
        causes,
        recovered_token: None,
        recovered: None,
        uid_candidates: found.uid_candidates,
        uid: found.uid,
        sdk_reports: None,
        advice,
        not_checked: answers.iter().filter_map(not_checked).collect(),
    })
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

impl Diagnosis {
    fn unreadable() -> Self {
        Self {
            verdict: Conclusion::Unreadable,
            failing: Vec::from([Fault::Format]),
            causes: Vec::new(),
            recovered_token: None,
            recovered: None,
            uid_candidates: Vec::new(),
            uid: None,
            sdk_reports: None,
            advice: Vec::new(),
            not_checked: Vec::new(),
        }
    }

    /// Adds what happened to the token on its way. A text that has to be mended
    /// first is unreadable to whoever takes it as it is.
    fn damage(&mut self, recovery: Recovery) {
        let damages = recovery.undone.iter().chain(&recovery.fault);
        let damages: Vec<&Damage> = damages
            .filter(|damage| !self.causes.contains(&damage.cause))
            .collect();
        if !recovery.undone.is_empty() {
            self.recovered = Some((self.verdict, core::mem::take(&mut self.failing)));
            self.verdict = Conclusion::Unreadable;
            self.failing.push(Fault::Format);
            self.recovered_token = recovery.token;
        }
        if !damages.is_empty() && self.causes == [Cause::None] {
            self.causes.clear();
            self.advice.clear();
        }
        let causes = damages.iter().map(|damage| damage.cause);
        self.causes.splice(0..0, causes);
        let advice = damages.iter().map(|damage| damage.sentence());
        self.advice.splice(0..0, advice);
    }

    /// Takes the secret of `question` out of every text: it may stand where an
    /// app id or a name belongs.
    fn hide(&mut self, question: &Question<'_>) {
        let secret = question.secret.unwrap_or("");
        let secret = secret.trim_matches(|c: char| !c.is_ascii_alphanumeric());
        for line in self.advice.iter_mut().chain(&mut self.not_checked) {
            redact(line, secret);
        }
        // A token with a hole is none.
        self.recovered_token.take_if(|token| shows(token, secret));
    }
}
