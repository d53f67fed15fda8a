//! Answers that tokens of all services have in common.

use alloc::format;
use alloc::vec::Vec;

use crate::doctor::answer::{Answer, Fault};
use crate::doctor::words::{self, quoted};

/// The answer about the time; what has no start or end has `None` there.
pub(in crate::doctor) fn time(now: u32, start: Option<u32>, end: Option<u64>) -> Answer {
    const NAME: &str = "time";
    if let Some(start) = start.filter(|start| now < *start) {
        let start = words::time(start.into(), now);
        let message = format!("issued in the future, at {start}: compare the clocks");
        return Answer::fails(NAME, Fault::Issued, message);
    }
    match end {
        Some(end) if u64::from(now) >= end => {
            let end = words::time(end, now);
            Answer::fails(NAME, Fault::Time, format!("ended at {end}"))
        }
        Some(end) => Answer::holds(NAME, format!("ends at {}", words::time(end, now))),
        None => Answer::holds(
            NAME,
            format!("{}: the key has no end of its own", words::utc(now.into())),
        ),
    }
}

/// The answer about a name the token carries: channel or user.
pub(in crate::doctor) fn name(
    what: &'static str,
    fault: Fault,
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
        return Answer::fails(what, fault, message);
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
    Answer::fails(what, fault, message)
}

/// The answer about a user whom a token for any user is also for.
pub(in crate::doctor) fn any(what: &'static str, expected: &str) -> Answer {
    let message = format!(
        "the token is for any {what}, so also for {}",
        quoted(expected)
    );
    Answer::holds(what, message)
}
