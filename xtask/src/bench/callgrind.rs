//! Instructions, counted by callgrind.

use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use super::work::{Measured, Work};
use crate::{Result, tool};

/// The function of `measure` that callgrind counts in.
const WATCHED: &str = "measure::watched*";

/// As often does that function do the work, each time for another content.
const CONTENTS: u64 = 64;

/// Counts the instructions of each work, as many at once as there are cores.
pub(super) fn count(measure: &Path, works: &mut [Work]) -> Result<()> {
    let next = AtomicUsize::new(0);
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let counted = thread::scope(|scope| {
        let threads: Vec<_> = (0..cores)
            .map(|_| {
                scope.spawn(|| {
                    let mut counted = Vec::new();
                    loop {
                        let at = next.fetch_add(1, Ordering::Relaxed);
                        let Some(work) = works.get(at) else {
                            return Ok(counted);
                        };
                        if work.measured != Measured::Time {
                            counted.push((at, of(measure, work)?));
                        }
                    }
                })
            })
            .collect();
        threads
            .into_iter()
            .map(|thread| thread.join().map_err(|_| "a thread panicked".to_owned())?)
            .collect::<Result<Vec<_>>>()
    })?;
    for (at, instructions) in counted.into_iter().flatten() {
        if let Some(work) = works.get_mut(at) {
            work.instructions = Some(instructions);
        }
    }
    // The same again, to be sure that the count is one.
    let Some(work) = works.first() else {
        return Ok(());
    };
    let again = of(measure, work)?;
    if work.instructions == Some(again) {
        return Ok(());
    }
    let first = work.instructions;
    Err(format!(
        "{}: {first:?} instructions, and then {again}",
        work.title()
    ))
}

fn of(measure: &Path, work: &Work) -> Result<u64> {
    let output = tool::command("valgrind")
        .args(["--tool=callgrind", "--callgrind-out-file=/dev/null"])
        .args([
            "--collect-atstart=no",
            &format!("--toggle-collect={WATCHED}"),
        ])
        .arg(measure)
        .args(["run", &work.group, &work.name])
        .output()
        .map_err(|error| format!("cannot start valgrind: {error}"))?;
    let text = String::from_utf8_lossy(&output.stderr);
    let collected = text
        .lines()
        .find_map(|line| line.split_once("Collected :")?.1.trim().parse::<u64>().ok())
        .filter(|count| *count > 0 && output.status.success());
    collected
        .map(|count| count / CONTENTS)
        .ok_or_else(|| format!("callgrind counted nothing of {}:\n{text}", work.title()))
}
