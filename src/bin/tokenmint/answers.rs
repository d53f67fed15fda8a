//! Answers that tokens of all services have in common.

use crate::clock;
use crate::exit::Exit;
use crate::explain::{quoted, time_text};
use crate::verify::Answer;

/// The answer about the time; what has no start or end has `None` there.
pub(crate) fn time(now: u32, start: Option<u32>, end: Option<u64>) -> Answer {
    const NAME: &str = "time";
    if let Some(start) = start.filter(|start| now < *start) {
        let start = time_text(start.into(), now);
        let message = format!("issued in the future, at {start}: compare the clocks");
        return Answer::fails(NAME, Exit::NotYetValid, message);
    }
    match end {
        Some(end) if u64::from(now) >= end => {
            let end = time_text(end, now);
            Answer::fails(NAME, Exit::Expired, format!("ended at {end}"))
        }
        Some(end) => Answer::holds(NAME, format!("ends at {}", time_text(end, now))),
        None => Answer::holds(
            NAME,
            format!("{}: the key has no end of its own", clock::utc(now.into())),
        ),
    }
}

/// The answer about a name the token carries: channel or user.
pub(crate) fn name(
    what: &'static str,
    exit: Exit,
    expected: &str,
    actual: &[&str],
    holds: bool,
) -> Answer {
    let shown = quoted(expected);
    if holds && actual.contains(&expected) {
        return Answer::holds(what, shown);
    }
    if holds {
        return any(what, expected);
    }
    if actual.is_empty() {
        let message = format!("the token has no {what}, so it is not for {shown}");
        return Answer::fails(what, exit, message);
    }
    let list: Vec<_> = actual.iter().map(|text| quoted(text)).collect();
    let similar = |text: &&str| text.trim().to_lowercase() == expected.trim().to_lowercase();
    let hint = if actual.iter().any(similar) {
        " (only letter case or white space differs, which counts)"
    } else {
        ""
    };
    let list = list.join(", ");
    let message = format!("the token is for {list}, not for {shown}{hint}");
    Answer::fails(what, exit, message)
}

/// The answer about a user whom a token for any user is also for.
pub(crate) fn any(what: &'static str, expected: &str) -> Answer {
    let message = format!(
        "the token is for any {what}, so also for {}",
        quoted(expected)
    );
    Answer::holds(what, message)
}
