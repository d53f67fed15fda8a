//! Processor time: programs that stand ready, and take turns.
//!
//! ```text
//! round 1: floor, work, work, ... call, bare call, ... peer, peer
//! round 2: the same again
//! ```
//!
//! What slows a machine down for a while slows down neighbours alike.

use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::time::Duration;

use super::work::Work;
use crate::Result;

/// How often all take their turn.
const ROUNDS: usize = 31;

/// A program that answers as `benches/src/serve.rs` says.
pub(super) struct Program {
    child: Child,
    input: ChildStdin,
    output: BufReader<ChildStdout>,
    /// Processor time of a turn.
    turn: Duration,
    /// Processor time before the first: what compiles while it runs has to.
    warm: Duration,
}

impl Program {
    pub(super) fn start(command: &mut Command, turn: Duration, warm: Duration) -> Result<Self> {
        let pipes = command.stdin(Stdio::piped()).stdout(Stdio::piped());
        let name = pipes.get_program().to_string_lossy().into_owned();
        let error = |what: &str| format!("cannot start {name}: {what}");
        let mut child = pipes.spawn().map_err(|cause| error(&cause.to_string()))?;
        let pipes = child.stdin.take().zip(child.stdout.take());
        let (input, output) = pipes.ok_or_else(|| error("no pipes"))?;
        Ok(Self {
            child,
            input,
            output: BufReader::new(output),
            turn,
            warm,
        })
    }

    pub(super) fn line(&mut self) -> Result<String> {
        let mut line = String::new();
        match self.output.read_line(&mut line) {
            Ok(1..) => Ok(line.trim().to_owned()),
            Ok(0) => Err("a program that is measured has ended".to_owned()),
            Err(error) => Err(format!("a program that is measured: {error}")),
        }
    }

    /// Nanoseconds that so many runs of the work at `at` took.
    fn ask(&mut self, at: usize, count: u64) -> Result<u64> {
        writeln!(self.input, "{at} {count}").map_err(|error| error.to_string())?;
        let line = self.line()?;
        line.parse().map_err(|_| format!("not a time: {line}"))
    }

    /// How many runs fill a turn.
    fn calibrate(&mut self, at: usize) -> Result<u64> {
        let (mut count, mut spent) = (1, 0);
        loop {
            let nanos = self.ask(at, count)?.max(1);
            spent += nanos;
            let turn = nanos_of(self.turn);
            if nanos < turn / 2 {
                count = (count * 2).max(count * (turn / 2) / nanos.max(turn / 64));
            } else if spent < nanos_of(self.warm) {
                continue;
            } else {
                return Ok((count * turn / nanos).max(1));
            }
        }
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn nanos_of(duration: Duration) -> u64 {
    u64::try_from(duration.as_nanos()).unwrap_or(u64::MAX)
}

/// Where a work is measured: the program of a place in the list, and the place
/// of the work in that program.
pub(super) struct Seat {
    pub(super) work: usize,
    pub(super) program: usize,
    pub(super) at: usize,
}

/// Measures all.
#[allow(clippy::cast_precision_loss)] // Far from 2^52 nanoseconds.
pub(super) fn run(programs: &mut [Program], seats: &[Seat], works: &mut [Work]) -> Result<()> {
    let mut counts = Vec::new();
    for seat in seats {
        counts.push(programs[seat.program].calibrate(seat.at)?);
    }
    for _ in 0..ROUNDS {
        for (seat, count) in seats.iter().zip(&counts) {
            let nanos = programs[seat.program].ask(seat.at, *count)?;
            works[seat.work].nanos.push(nanos as f64 / *count as f64);
        }
    }
    Ok(())
}
