//! What was measured, as tables.

use std::fmt::Write as _;

use super::work::{Measured, Work, words};
use crate::document::grouped;

/// Time where there are times, and instructions.
pub(super) fn speed(works: &[Work]) -> String {
    let timed = works.iter().any(|work| !work.nanos.is_empty());
    let mut text = String::from("| work | floor |");
    let mut rule = String::from("\n|---|---|");
    if timed {
        text += " ns | of floor | goal |";
        rule += "--:|--:|--:|";
    }
    text += " instructions | of floor | goal | limit | heap |";
    text = text + &rule + "--:|--:|--:|--:|--:|";
    for work in works {
        if work.measured == Measured::Growth || (!timed && work.measured == Measured::Time) {
            continue;
        }
        let floor = work.floor(works);
        let floor_name = work.floor.as_deref().map(words).unwrap_or_default();
        let _ = write!(text, "\n| {} | {floor_name} |", work.title());
        if timed {
            text += &cell(work.time().map(|nanos| format!("{nanos:.0}")));
            text += &cell(floor.and_then(|floor| work.time_beside(floor)).map(two));
            text += &cell(work.time_goal.map(|goal| goal.to_string()));
        }
        text += &cell(work.instructions.map(grouped));
        let of_floor = floor.and_then(|floor| work.instructions_beside(floor));
        text += &cell(of_floor.map(two));
        text += &cell(work.budget.map(|(goal, _)| goal.to_string()));
        text += &cell(work.budget.map(|(_, limit)| limit.to_string()));
        text += &cell(work.heap.map(|heap| heap.to_string()));
    }
    text
}

/// How much more work a longer text is.
pub(super) fn growth(works: &[Work]) -> String {
    let mut text =
        String::from("| text | instructions | longer | ratio | limit |\n|---|--:|--:|--:|--:|");
    for work in works
        .iter()
        .filter(|work| work.measured == Measured::Growth)
    {
        let Some(floor) = work.floor(works) else {
            continue;
        };
        let _ = write!(text, "\n| {} |", words(&work.group));
        text += &cell(floor.instructions.map(grouped));
        text += &cell(work.instructions.map(grouped));
        text += &cell(work.instructions_beside(floor).map(two));
        text += &cell(work.budget.map(|(_, limit)| limit.to_string()));
    }
    text
}

/// Calls of a client beside the bare library.
pub(super) fn requests(calls: &[Work]) -> String {
    let mut text = String::from(
        "| call | µs | bare | ratio | goal | allocations | bare |\n|---|--:|--:|--:|--:|--:|--:|",
    );
    let micros = |work: &Work| work.time().map(|nanos| format!("{:.1}", nanos / 1e3));
    for call in calls {
        let floor = call.floor(calls);
        if floor.is_none() && calls.iter().any(|other| stands_on(other, call)) {
            continue;
        }
        let _ = write!(text, "\n| {} |", call.title());
        text += &cell(micros(call));
        text += &cell(floor.and_then(micros));
        text += &cell(floor.and_then(|floor| call.time_beside(floor)).map(two));
        text += &cell(call.time_goal.map(|goal| goal.to_string()));
        text += &cell(call.heap.map(|heap| heap.to_string()));
        text += &cell(
            floor
                .and_then(|floor| floor.heap)
                .map(|heap| heap.to_string()),
        );
    }
    text
}

fn stands_on(work: &Work, floor: &Work) -> bool {
    work.group == floor.group && work.floor.as_ref() == Some(&floor.name)
}

fn two(ratio: f64) -> String {
    format!("{ratio:.2}")
}

fn cell(text: Option<String>) -> String {
    format!(" {} |", text.unwrap_or_default())
}
