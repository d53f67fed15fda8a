//! The tables of the document.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use super::judge::JUDGED;
use super::measure::{Cell, Column};
use super::rows::{Budget, OWN, ROWS, Roots};
use crate::Result;
use crate::document::{Section, grouped};

pub(super) const SECTION: Section = Section {
    document: "docs/firmware.md",
    begin: "<!-- footprint: written by `cargo xtask footprint --write` -->",
    end: "<!-- end of footprint -->",
};

pub(super) fn table(columns: &[Column]) -> String {
    let mut text = String::from("| function |");
    for what in ["flash", "stack", "instructions"] {
        for column in columns {
            let _ = write!(text, " {what} {} |", column.board.core);
        }
    }
    text += " static RAM | ways to panic |\n|---|";
    text += &"--:|".repeat(columns.len() * 3 + 2);
    for (at, row) in ROWS.iter().enumerate() {
        let cells: Vec<&Cell> = columns
            .iter()
            .filter_map(|column| column.cells.get(at))
            .collect();
        let _ = write!(text, "\n| {} |", row.name);
        for cell in &cells {
            let _ = write!(text, " {} |", grouped(cell.flash));
        }
        for cell in &cells {
            let _ = write!(text, " {} |", cell.stack.map(grouped).unwrap_or_default());
        }
        for cell in &cells {
            let instructions = cell.instructions.map(grouped).unwrap_or_default();
            let _ = write!(text, " {instructions} |");
        }
        let ram: u64 = cells.iter().map(|cell| cell.ram).sum();
        let panics: BTreeSet<&String> = cells.iter().flat_map(|cell| &cell.panics).collect();
        let _ = write!(text, " {ram} | {} |", panics.len());
    }
    text
}

/// What the table says that `function` costs on the Cortex-M4, in words, if it
/// is measured; of several ways the one that is the default on devices.
pub(crate) fn cost(function: &str) -> Result<Option<String>> {
    let own = |names: &[&str]| names.iter().filter(|name| OWN.contains(name)).count();
    let rows = ROWS.iter().filter_map(|row| match row.roots {
        // What many functions cost together is not what one costs.
        Roots::These(names) if names.len() - own(names) <= 2 => {
            let is_about = names.contains(&function) && !OWN.contains(&function);
            is_about.then_some((own(names) == 0, row))
        }
        _ => None,
    });
    // With the library's own cryptography, where there is some.
    let row = rows.min_by_key(|(is_foreign, row)| (*is_foreign, row.is_unusual()));
    let Some((_, row)) = row else {
        return Ok(None);
    };
    let table = SECTION.read()?;
    let start = format!("| {} |", row.name);
    let cells: Option<Vec<&str>> = table
        .lines()
        .find_map(|line| line.strip_prefix(&start))
        .map(|rest| rest.split('|').map(str::trim).collect());
    let missing = || format!("{} has no line for {:?}", SECTION.document, row.name);
    let [flash, _, _, stack, ..] = *cells.ok_or_else(missing)? else {
        return Err(missing());
    };
    let stack = match stack {
        "" => String::new(),
        stack => format!(", {stack} of stack"),
    };
    Ok(Some(format!(
        "M4: {flash} bytes of flash{stack} ({}).",
        row.name
    )))
}

/// The goals of the Cortex-M4, and by how much they are missed.
pub(super) fn misses(columns: &[Column]) -> String {
    let mut text = String::from("| function, on the M4 | | measured | goal | over | limit |\n");
    text += "|---|---|--:|--:|--:|--:|";
    let judged = columns
        .iter()
        .filter(|column| column.board.name == JUDGED)
        .flat_map(|column| ROWS.iter().zip(&column.cells));
    for (row, cell) in judged {
        for (what, measured, Budget { goal, limit }) in row.judged(cell) {
            let over = match measured.checked_sub(goal) {
                None | Some(0) => "met".to_owned(),
                Some(over) => format!("+{}", grouped(over)),
            };
            let (measured, goal, limit) = (grouped(measured), grouped(goal), grouped(limit));
            let _ = write!(
                text,
                "\n| {} | {what} | {measured} | {goal} | {over} | {limit} |",
                row.name
            );
        }
    }
    text
}

/// Another compiler gives other numbers; the table may be off by a little.
pub(super) fn compare(section: &Section, table: &str, findings: &mut Vec<String>) -> Result<()> {
    let documented = section.read()?;
    let words = |text: &str| -> Vec<String> {
        text.split(['|', '\n'])
            .map(|word| word.trim().replace(',', ""))
            // By how much a goal is missed follows from the rest.
            .filter(|word| !word.is_empty() && !word.starts_with('+'))
            .collect()
    };
    let (new, old) = (words(table), words(&documented));
    let stale = new.len() != old.len()
        || new.iter().zip(&old).any(
            |(new, old)| match (new.parse::<u64>(), old.parse::<u64>()) {
                (Ok(new), Ok(old)) => new.abs_diff(old) > old / 50,
                _ => new != old,
            },
        );
    if stale {
        findings.push(format!(
            "{}: the table has moved; see `cargo xtask footprint --write`",
            section.document
        ));
    }
    Ok(())
}
