//! What a person sees: how far it is, which rows were refused, the sum.

use std::time::Instant;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use serde_json::json;

use super::pipeline::{Done, Remark};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::output::{self, visible};

/// Counts and progress of a run.
pub(crate) struct Report {
    bar: ProgressBar,
    started: Instant,
    quiet: bool,
    minted: u64,
    refused: u64,
}

impl Report {
    /// A report on an input of `size` bytes. The bar is there on a terminal
    /// only, and not when the rows go to one.
    pub(crate) fn new(size: Option<u64>, quiet: bool, rows_on_terminal: bool) -> Self {
        let target = if quiet || rows_on_terminal {
            ProgressDrawTarget::hidden()
        } else {
            // Hides itself where standard error is no terminal.
            ProgressDrawTarget::stderr()
        };
        let bar = ProgressBar::with_draw_target(size, target);
        let template = match size {
            Some(_) => "{wide_bar} {percent:>3} %  {msg}  {eta} left",
            None => "{spinner} {msg}  {elapsed}",
        };
        if let Ok(style) = ProgressStyle::with_template(template) {
            bar.set_style(style);
        }
        Self {
            bar,
            started: Instant::now(),
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
            self.bar.suspend(|| {
                for remark in done.remarks.iter().filter(shown) {
                    let kind = if remark.is_warning { "warning: " } else { "" };
                    let text = visible(&remark.text);
                    output::note(&format!("line {}: {kind}{text}", remark.line));
                }
            });
        }
        self.bar.set_message(format!("{} tokens", self.minted));
        self.bar.set_position(done.position);
    }

    /// The sum; the exit code says whether rows were refused.
    pub(crate) fn finish(self, as_json: bool) -> Result<Exit, Failure> {
        self.bar.finish_and_clear();
        let seconds = self.started.elapsed().as_secs_f64();
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
