//! What is wrong with what was measured.

use std::collections::BTreeSet;

use super::measure::{Cell, Column};
use super::rows::{Budget, ROWS, Row};
use crate::bare::allow;
use crate::house::Image;
use crate::{Result, tool};

const ALLOW_LIST: &str = "xtask/src/footprint/panic-allow.txt";

/// The board that the budgets are for.
pub(super) const JUDGED: &str = "mps2-an386";

impl Column {
    pub(super) fn judge(&self, findings: &mut Vec<String>) {
        for (row, cell) in ROWS.iter().zip(&self.cells) {
            let place = format!("{} on {}", row.name, self.board.name);
            if cell.ram > 0 {
                findings.push(format!("{place}: {} bytes of static RAM", cell.ram));
            }
            if self.board.name != JUDGED {
                continue;
            }
            for (what, measured, budget) in row.judged(cell) {
                budget.judge(&format!("{place}: {what}"), measured, findings);
            }
        }
    }
}

impl Budget {
    fn judge(self, what: &str, measured: u64, findings: &mut Vec<String>) {
        let Self { goal, limit } = self;
        if measured > limit {
            findings.push(format!("{what} {measured}: above the limit of {limit}"));
        } else if measured <= goal && limit > goal {
            findings.push(format!(
                "{what} {measured}: the goal of {goal} is met, make it the limit"
            ));
        }
    }
}

impl Row {
    /// What has a budget, with what it came to.
    pub(super) fn judged(&self, cell: &Cell) -> impl Iterator<Item = (&'static str, u64, Budget)> {
        let flash = self.flash.map(|budget| ("flash", cell.flash, budget));
        let stack = self.stack.zip(cell.stack);
        let stack = stack.map(|(budget, measured)| ("stack", measured, budget));
        flash.into_iter().chain(stack)
    }
}

/// Each way to panic, on any board, is excused; each excuse is needed.
pub(super) fn panics(columns: &[Column], findings: &mut Vec<String>) -> Result<()> {
    let images: Vec<Image> = ROWS
        .iter()
        .map(|row| Image {
            name: row.name,
            features: &[],
            panic_free: row.panic_free,
        })
        .collect();
    let allowed = allow::parse(&tool::read(ALLOW_LIST)?, &images)?;
    for (at, image) in images.iter().enumerate() {
        let ways: BTreeSet<String> = columns
            .iter()
            .filter_map(|column| column.cells.get(at))
            .flat_map(|cell| cell.panics.iter().cloned())
            .collect();
        for way in ways.iter().filter(|way| !allowed.contains(image, way)) {
            findings.push(format!("{} can panic: {way}", image.name));
        }
        findings.extend(allowed.stale(image, &ways));
    }
    Ok(())
}
