//! The simulated world of `sim/`: journeys under faults, and what has to hold at
//! their ends.

use crate::{Outcome, Result, tool};

/// `words` are the options of `sim/src/main.rs`.
pub(crate) fn run(words: &[String]) -> Result {
    let mut command =
        tool::cargo("run --quiet --profile bench --locked -p tokenmint-sim --features journeys --");
    tool::run(command.args(words))?;
    Ok(Outcome::Done)
}
