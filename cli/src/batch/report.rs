//! What a person sees: how far it is, which rows were refused, the sum.

use serde_json::json;

use super::pipeline::{Done, Remark};
use super::progress::Progress;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::output::{self, visible};

/// Counts and progress of a run.
pub(crate) struct Report {
    progress: Progress,
    quiet: bool,
    minted: u64,
    refused: u64,
}

impl Report {
    /// A report on an input of `size` bytes. Progress is shown unless the rows go
    /// to a terminal.
    pub(crate) fn new(size: Option<u64>, quiet: bool, rows_on_terminal: bool) -> Self {
        Self {
            progress: Progress::new(size, !(quiet || rows_on_terminal)),
            quiet,
            minted: 0,
            refused: 0,
        }
    }

    /// Names the columns that are kept as they are: one may be misspelt.
    pub(crate) fn unused(&self, names: &[String]) {
        if !names.is_empty() && !self.quiet {
            output::note(&format!(
                "note: columns kept as they are: {}",
                visible(&names.join(", "))
            ));
        }
    }

    /// Says what was found in the input that its name does not say.
    pub(crate) fn found(&self, what: Option<&str>) {
        if let Some(what) = what
            && !self.quiet
        {
            output::note(&format!("note: {what}"));
        }
    }

    /// Whether a row was refused.
    pub(crate) const fn has_refused(&self) -> bool {
        self.refused > 0
    }

    /// A chunk is done.
    pub(crate) fn add(&mut self, done: &Done) {
        self.minted += done.minted;
        self.refused += done.refused;
        let shown = |remark: &&Remark| !(self.quiet && remark.is_warning);
        if done.remarks.iter().any(|remark| shown(&remark)) {
            self.progress.clear();
            for remark in done.remarks.iter().filter(shown) {
                let kind = if remark.is_warning { "warning: " } else { "" };
                let text = visible(&remark.text);
                output::note(&format!("line {}: {kind}{text}", remark.line));
            }
        }
        self.progress.show(done.position, self.minted);
    }

    /// The sum; the exit code says whether rows were refused.
    pub(crate) fn finish(mut self, as_json: bool) -> Result<Exit, Failure> {
        self.progress.clear();
        let seconds = self.progress.elapsed().as_secs_f64();
        let rows = self.minted + self.refused;
        if as_json {
            output::json(&json!({
                "rows": rows,
                "minted": self.minted,
                "refused": self.refused,
                "seconds": seconds,
            }))?;
        } else if !self.quiet {
            output::note(&format!(
                "{rows} rows: {} tokens, {} refused, in {seconds:.2} s",
                self.minted, self.refused
            ));
        }
        Ok(if self.refused == 0 {
            Exit::Ok
        } else {
            Exit::RowsRefused
        })
    }
}
