//! What the answers about a token come to.

use super::answer::{Answer, Fault, Outcome};

/// What answers come to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(clippy::exhaustive_enums)] // A caller has to heed each of them.
pub enum Judgement {
    /// Everything that was asked holds, the proof included.
    Holds,
    /// What matters first of all that fails.
    Fails(Fault),
    /// Nothing fails, but the proof could not be checked, or a question not be
    /// answered.
    Unproven,
}

impl Judgement {
    /// Judges the answers of [`Form::verify`](super::Form::verify), of which
    /// the first is about the proof.
    #[must_use]
    pub fn of(answers: &[Answer]) -> Self {
        if let Some(fault) = answers.iter().filter_map(Answer::fault).min() {
            return Self::Fails(fault);
        }
        let undecided = answers
            .iter()
            .any(|answer| answer.outcome == Outcome::Undecided);
        match answers.first() {
            Some(first) if first.outcome == Outcome::Holds && !undecided => Self::Holds,
            _ => Self::Unproven,
        }
    }
}
