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

mod csv_rows;
mod form;
mod json_rows;
mod pipeline;
mod report;
mod source;
mod target;

use std::borrow::Cow;
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::thread;

use clap::Args;

use crate::exit::Exit;
use crate::failure::Failure;
use form::Form;
use report::Report;
use source::{Codec, Source};
use target::Target;

/// The heading of these options in `--help`.
const HEADING: &str = "Many tokens";

/// The most threads that may be asked for.
const THREADS_MAX: usize = 256;

/// Options of a command that can mint for every row of a file.
#[derive(Debug, Args)]
pub(crate) struct BatchOptions {
    /// Mint a token for every row of this file (-: standard input); options are
    /// the defaults of what a row does not say
    #[arg(long, value_name = "PATH", help_heading = HEADING)]
    batch: Option<PathBuf>,
    /// Form of the rows, in and out [default: by the name of the file, else csv]
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

/// What a row says in the columns that matter, in the order of
/// [`Minting::COLUMNS`]; what it leaves open is `None`.
pub(crate) type Cells<'r> = Vec<Option<Cow<'r, str>>>;

/// Something that turns rows into tokens.
pub(crate) trait Minting: Sync {
    /// What a thread keeps from row to row.
    type State;

    /// The columns that matter, each with the names that it may have; the
    /// first is the one that messages use.
    const COLUMNS: &'static [&'static [&'static str]];

    /// The state at the start of a thread.
    fn state(&self) -> Self::State;

    /// Mints the token of a row. A failure of the surroundings ends the run,
    /// any other refuses the row.
    fn mint(&self, state: &mut Self::State, cells: &Cells<'_>) -> Result<String, Failure>;
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

    /// Mints a token for every row.
    pub(crate) fn run(
        &self,
        minting: &impl Minting,
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
        let form = self.format.unwrap_or_else(|| Form::of(path));
        let mut target = Target::open(self.output.as_deref())?;
        let input = form::open(path)?;
        let mut report = Report::new(input.size, quiet, target.is_terminal());
        match form.delimiter() {
            Some(delimiter) => {
                let (source, codec) =
                    csv_rows::open(input, delimiter, columns(minting), &self.token_column)?;
                report.unused(&codec.unused());
                target.write(&codec.header()?)?;
                self.mint_all(source, &codec, minting, &mut target, &mut report)?;
            }
            None => {
                let (source, codec) = json_rows::open(input, columns(minting), &self.token_column);
                self.mint_all(source, &codec, minting, &mut target, &mut report)?;
            }
        }
        target.finish()?;
        report.finish(as_json)
    }

    fn mint_all<S: Source>(
        &self,
        source: S,
        codec: &impl Codec<Record = S::Record>,
        minting: &impl Minting,
        target: &mut Target,
        report: &mut Report,
    ) -> Result<(), Failure> {
        let threads = self.threads.unwrap_or_else(default_threads);
        pipeline::run(source, codec, minting, threads, |done| {
            report.add(&done);
            target.write(&done.output)?;
            Ok(!target.is_closed())
        })
    }
}

const fn columns<M: Minting>(_: &M) -> &'static [&'static [&'static str]] {
    M::COLUMNS
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
