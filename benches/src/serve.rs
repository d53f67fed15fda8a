//! Measures what is asked for, so that whoever asks can let programs take turns.
//!
//! | line of input | line of output |
//! |---|---|
//! | `AT COUNT` | nanoseconds of processor time that `COUNT` runs of the work at `AT` took |

use std::io::{BufRead, Write};

use crate::clock;

/// Nanoseconds of processor time that so many runs took.
pub type Timed<'a> = Box<dyn FnMut(usize) -> u64 + 'a>;

/// Answers until the input ends.
///
/// # Errors
///
/// A line that is no question, and what reading and writing give.
pub fn serve(works: &mut [Timed<'_>]) -> std::io::Result<()> {
    let mut output = std::io::stdout().lock();
    for line in std::io::stdin().lock().lines() {
        let line = line?;
        let numbers = line.split_once(' ').and_then(|(at, count)| {
            Some((at.parse::<usize>().ok()?, count.parse::<usize>().ok()?))
        });
        let work = numbers.and_then(|(at, count)| Some((works.get_mut(at)?, count)));
        let (work, count) =
            work.ok_or_else(|| std::io::Error::other(format!("what is {line}?")))?;
        writeln!(output, "{}", work(count))?;
        output.flush()?;
    }
    Ok(())
}

/// Nanoseconds of this thread's processor time for `count` runs.
pub(crate) fn time(count: usize, run: &mut dyn FnMut()) -> u64 {
    let start = clock::nanos();
    for _ in 0..count {
        run();
    }
    clock::nanos() - start
}
