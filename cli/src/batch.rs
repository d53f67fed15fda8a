//! Many tokens in one run: a row in, the same row with its token out.
//!
//! ```text
//!            chunks of rows          chunks of output
//!  reader ─┬─ queue ─ thread 0 ─ queue ─┬─ writer
//!          └─ queue ─ thread 1 ─ queue ─┘
//! ```
//!
//! Chunks go to the threads in turn and are taken back in turn, so the order of
//! rows is kept; the queues are short, so memory does not grow with the input.
//! A row that cannot have a token is reported with its line, and left out.

#[cfg(test)]
mod allocations;
pub(crate) mod columns;
mod csv_rows;
mod detect;
mod form;
mod json_lines;
mod json_members;
mod json_rows;
mod json_values;
mod opened;
mod pipeline;
mod progress;
mod report;
pub(crate) mod row;
mod source;
pub(crate) mod spare;
mod target;

use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::thread;

use clap::Args;

use crate::exit::Exit;
use crate::failure::Failure;
use columns::{Names, name_of};
use csv_rows::CsvCodec;
use detect::Layout;
use form::{Form, LineEnd};
use json_lines::JsonLines;
use json_rows::JsonCodec;
use json_values::JsonValues;
use report::Report;
use row::{Maker, Minting};
use source::{Codec, Source};
use target::Target;

/// The heading of these options in `--help`.
const HEADING: &str = "Many tokens";

/// The most threads that may be asked for.
const THREADS_MAX: usize = 256;

/// Options of a command that can mint for every row of a file.
#[derive(Debug, Args)]
pub(crate) struct BatchOptions {
    /// Mint a token for every row of this file (-: standard input). Columns have the
    /// names of the options, with _ for -; options are the defaults of what a row
    /// does not say. All other columns stay as they are
    #[arg(long, value_name = "PATH", help_heading = HEADING)]
    batch: Option<PathBuf>,
    /// Form of the rows, in and out [default: by what the rows look like, then by
    /// the name of the file]
    #[arg(long, value_enum, requires = "batch", help_heading = HEADING)]
    format: Option<Form>,
    /// Write the rows to this file, which appears when all of them are done
    /// [default: standard output, row by row]
    #[arg(long, value_name = "PATH", requires = "batch", help_heading = HEADING)]
    output: Option<PathBuf>,
    /// Name of the column that gets the token
    #[arg(
        long,
        value_name = "NAME",
        default_value = "token",
        requires = "batch",
        help_heading = HEADING
    )]
    token_column: String,
    /// Threads that mint [default: one a processor core]
    #[arg(
        long,
        value_name = "NUMBER",
        value_parser = parse_threads,
        requires = "batch",
        help_heading = HEADING
    )]
    threads: Option<NonZeroUsize>,
}

impl BatchOptions {
    /// Whether many tokens are asked for.
    pub(crate) const fn is_asked(&self) -> bool {
        self.batch.is_some()
    }

    /// Whether standard input has the rows.
    pub(crate) fn uses_stdin(&self) -> bool {
        self.batch.as_deref() == Some(Path::new("-"))
    }

    /// Mints a token for every row; `defaults` are the options.
    pub(crate) fn run<M: Maker>(
        &self,
        maker: &M,
        defaults: &M::Options,
        quiet: bool,
        as_json: bool,
    ) -> Result<Exit, Failure> {
        if as_json && self.output.is_none() {
            return Err(Failure::usage(
                "with --json, standard output is for the summary: say with --output where the \
                 rows go",
            ));
        }
        let path = self.batch.as_deref().unwrap_or(Path::new("-"));
        let minting = Minting::new(maker, defaults.clone())?;
        let columns = minting.columns.names();
        let input = opened::open(path, self.format, &columns)?;
        let mut target = Target::open(self.output.as_deref())?;
        let is_in_place = target.replaces(path);
        let report = Report::new(input.size, quiet, target.is_terminal());
        report.found(input.found);
        let mut run = Run {
            minting: &minting,
            threads: self.threads.unwrap_or_else(default_threads),
            line_end: input.line_end,
            report,
            target: &mut target,
        };
        let line_end = input.line_end.text();
        let json =
            |is_array| JsonCodec::new(columns.clone(), &self.token_column, line_end, is_array);
        match input.layout {
            Layout::Separated(separator) => {
                let (source, codec) =
                    csv_rows::open(input, separator, &columns, &self.token_column)?;
                check_names(&minting, &columns, &codec)?;
                run.report.unused(&codec.unused());
                run.write(codec.header()?)?;
                run.mint_all(source, &codec, |_| {})?;
            }
            Layout::Lines => {
                run.mint_all(JsonLines::new(input.stream), &json(false), |_| {})?;
            }
            Layout::Objects => {
                run.mint_all(JsonValues::new(input.stream, false), &json(false), |_| {})?;
            }
            Layout::Array => {
                let mut is_first = true;
                let source = JsonValues::new(input.stream, true);
                run.mint_all(source, &json(true), |output| {
                    // There is no comma before the first.
                    if is_first && let Some(first) = output.first_mut() {
                        *first = b'[';
                        is_first = false;
                    }
                })?;
                let open = if is_first { "[" } else { line_end };
                run.write(format!("{open}]{line_end}").into_bytes())?;
            }
        }
        let report = run.report;
        if is_in_place && report.has_refused() {
            // With --json, the failure is the one object.
            if !as_json {
                report.finish(false)?;
            }
            return Err(Failure::new(
                Exit::RowsRefused,
                "rows-refused",
                "the output is the input and rows were refused: the file stays as it was",
            ));
        }
        target.finish()?;
        report.finish(as_json)
    }
}

/// What all forms have in common.
struct Run<'a, M: Maker> {
    minting: &'a Minting<'a, M>,
    threads: NonZeroUsize,
    line_end: LineEnd,
    report: Report,
    target: &'a mut Target,
}

impl<M: Maker> Run<'_, M> {
    fn write(&mut self, mut output: Vec<u8>) -> Result<(), Failure> {
        self.line_end.restore(&mut output);
        self.target.write(&output)
    }

    fn mint_all<S: Source>(
        &mut self,
        source: S,
        codec: &impl Codec<Record = S::Record>,
        mut edit: impl FnMut(&mut Vec<u8>),
    ) -> Result<(), Failure> {
        pipeline::run(source, codec, self.minting, self.threads, |mut done| {
            self.report.add(&done);
            edit(&mut done.output);
            self.write(done.output)?;
            Ok(!self.target.is_closed())
        })
    }
}

/// What no row could do without has to be a column or an option.
fn check_names<M: Maker>(
    minting: &Minting<'_, M>,
    columns: &[Names],
    codec: &CsvCodec,
) -> Result<(), Failure> {
    let mut defaults = minting.defaults.clone();
    let known = || {
        let known: Vec<_> = columns.iter().map(|names| name_of(names)).collect();
        known.join(", ")
    };
    if codec.has_none() && !minting.columns.needs_nothing(&mut defaults) {
        return Err(Failure::usage(format!(
            "the first line names no column that is known: expected some of {}",
            known()
        )));
    }
    let has_column = |name: &str| codec.has(columns, name);
    match minting.columns.missing(&mut defaults, has_column) {
        None => Ok(()),
        Some(names) => Err(Failure::usage(format!(
            "there is no column {names}, and no option says it: known columns are {}",
            known()
        ))),
    }
}

fn parse_threads(text: &str) -> Result<NonZeroUsize, String> {
    let number = text.parse().ok().and_then(NonZeroUsize::new);
    number
        .filter(|number| number.get() <= THREADS_MAX)
        .ok_or_else(|| format!("expected a number from 1 to {THREADS_MAX}"))
}

fn default_threads() -> NonZeroUsize {
    thread::available_parallelism().unwrap_or(NonZeroUsize::MIN)
}
