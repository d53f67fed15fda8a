//! What board, service and the person at the bench did, in the order it was seen.

use std::fmt::Write as _;
use std::io::{BufRead as _, BufReader, Read};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use crate::Result;

/// How often is looked whether it is over.
const LOOK: Duration = Duration::from_millis(500);

/// Whose line it is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Who {
    /// What happens to the board: power, the button, the page.
    Bench,
    Device,
    Service,
}

impl Who {
    const fn name(self) -> &'static str {
        match self {
            Self::Bench => "bench",
            Self::Device => "device",
            Self::Service => "service",
        }
    }
}

struct Line {
    at: Duration,
    who: Who,
    text: String,
}

/// Clones are the same one.
#[derive(Clone)]
pub(super) struct Transcript(Arc<Inside>);

struct Inside {
    begin: Instant,
    lines: Mutex<Vec<Line>>,
    news: Condvar,
}

impl Transcript {
    pub(super) fn new() -> Self {
        Self(Arc::new(Inside {
            begin: Instant::now(),
            lines: Mutex::default(),
            news: Condvar::new(),
        }))
    }

    pub(super) fn add(&self, who: Who, text: impl Into<String>) {
        let (at, text) = (self.0.begin.elapsed(), text.into());
        self.lock().push(Line { at, who, text });
        self.0.news.notify_all();
    }

    /// Adds what comes from `output`, line by line, until it ends.
    pub(super) fn follow(&self, who: Who, output: impl Read + Send + 'static) {
        let to = self.clone();
        thread::spawn(move || {
            for line in BufReader::new(output)
                .lines()
                .map_while(std::result::Result::ok)
            {
                to.add(who, line);
            }
        });
    }

    /// How many lines there are.
    pub(super) fn len(&self) -> usize {
        self.lock().len()
    }

    /// Waits for a line of `who` from `from` on with all of `parts` in it, and
    /// gives the number after its own. `is_over` says that none will come.
    pub(super) fn wait(
        &self,
        from: usize,
        who: Who,
        parts: &[&str],
        most: Duration,
        mut is_over: impl FnMut() -> bool,
    ) -> Result<usize> {
        let end = Instant::now() + most;
        let mut lines = self.lock();
        loop {
            let is_it =
                |line: &Line| line.who == who && parts.iter().all(|part| line.text.contains(part));
            if let Some(at) = lines.iter().skip(from).position(is_it) {
                return Ok(from + at + 1);
            }
            let left = end.saturating_duration_since(Instant::now());
            if left.is_zero() || is_over() {
                let name = who.name();
                return Err(format!("no line of the {name} with {parts:?}"));
            }
            let waited = self.0.news.wait_timeout(lines, left.min(LOOK));
            lines = waited.unwrap_or_else(PoisonError::into_inner).0;
        }
    }

    /// The lines of `who`, each with what is before it.
    pub(super) fn of(&self, who: Who) -> Vec<String> {
        let lines = self.lock();
        let of = lines.iter().filter(|line| line.who == who);
        of.map(|line| line.text.clone()).collect()
    }

    pub(super) fn text(&self) -> String {
        let mut out = String::new();
        for Line { at, who, text } in self.lock().iter() {
            let (seconds, who) = (at.as_secs_f64(), who.name());
            let text = short(text);
            // Writing to a text cannot fail.
            let _ = writeln!(out, "{seconds:7.2}  {who:<8} {text}");
        }
        out
    }

    fn lock(&self) -> MutexGuard<'_, Vec<Line>> {
        self.0.lines.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A line without what all paths begin with.
fn short(text: &str) -> String {
    let begin = "/api/conversational-ai-agent/v2/projects/";
    match text.split_once(begin) {
        Some((before, rest)) => {
            let path = rest.split_once('/').map_or(rest, |(_, path)| path);
            format!("{before}.../{path}")
        }
        None => text.to_owned(),
    }
}
