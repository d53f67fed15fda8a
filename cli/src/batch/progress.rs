//! How far a run is: one line on standard error, drawn over itself.

use std::io::{self, IsTerminal, Write};
use std::time::{Duration, Instant};

/// How long a drawn line stays, so that drawing costs nothing.
const STAYS: Duration = Duration::from_millis(100);

/// The line; only a terminal gets one.
pub(super) struct Progress {
    /// Bytes of the whole input, where they are known.
    size: Option<u64>,
    started: Instant,
    drawn: Option<Instant>,
    /// Columns that the line covers.
    width: usize,
    is_shown: bool,
}

impl Progress {
    pub(super) fn new(size: Option<u64>, is_wanted: bool) -> Self {
        Self {
            size,
            started: Instant::now(),
            drawn: None,
            width: 0,
            is_shown: is_wanted && io::stderr().is_terminal(),
        }
    }

    /// Since the begin of the run.
    pub(super) fn elapsed(&self) -> Duration {
        self.started.elapsed()
    }

    /// Draws the line, unless it was drawn just now.
    pub(super) fn show(&mut self, position: u64, tokens: u64) {
        if self.is_shown && self.drawn.is_none_or(|drawn| drawn.elapsed() >= STAYS) {
            self.drawn = Some(Instant::now());
            let line = line(self.size, position, tokens, self.elapsed());
            self.draw(&line);
        }
    }

    /// Makes room for other lines; the next [`Progress::show`] draws it anew.
    pub(super) fn clear(&mut self) {
        if self.drawn.take().is_some() {
            self.draw("");
            // Back to where the line began.
            self.draw("");
        }
    }

    /// Writes over what is there, whatever its length.
    fn draw(&mut self, line: &str) {
        let mut stderr = io::stderr().lock();
        // Progress that cannot be shown is no reason to stop.
        let _ = write!(stderr, "\r{line:width$}", width = self.width);
        let _ = stderr.flush();
        self.width = line.len();
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.clear();
    }
}

fn line(size: Option<u64>, position: u64, tokens: u64, elapsed: Duration) -> String {
    match size {
        Some(size @ 1..) if position > 0 => {
            let done = position.min(size) as f64 / size as f64;
            let seconds = elapsed.as_secs_f64();
            let left = seconds / done - seconds;
            let percent = done * 100.0;
            format!("{percent:3.0} %  {tokens} tokens  {left:.0} s left")
        }
        _ => format!("{tokens} tokens  {} s", elapsed.as_secs()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_says_how_far_and_how_long() {
        let after = Duration::from_secs(3);
        for (size, position, text) in [
            (Some(400), 100, " 25 %  7 tokens  9 s left"),
            (Some(400), 400, "100 %  7 tokens  0 s left"),
            (Some(400), 500, "100 %  7 tokens  0 s left"),
            (Some(400), 0, "7 tokens  3 s"),
            (Some(0), 0, "7 tokens  3 s"),
            (None, 100, "7 tokens  3 s"),
        ] {
            assert_eq!(line(size, position, 7, after), text);
        }
    }
}
