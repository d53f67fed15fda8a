//! Runs the tests of a room with one mutant on after the other.

use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::Mutex;
use std::thread;
use std::time::{Duration, Instant};

use super::list::Mutant;
use super::switches::VARIABLE;
use super::tree::Tests;
use super::{JOBS, Room};
use crate::{Result, tool};

/// What became of a mutant.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Fate {
    /// A test failed.
    Caught,
    /// The tests did not end.
    TooSlow,
    /// No test failed.
    Survived,
}

/// No test may take less: a machine is busy at times.
const SHORTEST_LIMIT: Duration = Duration::from_secs(10);

/// A mutant may take this many times what the tests take.
const SLOWER: u32 = 6;

/// Judges `mutants`, and tells each fate as soon as it is known.
pub(super) fn judge(
    room: &Room,
    tests: &Tests,
    mutants: &[&Mutant],
    tell: &(dyn Fn(&Mutant, Fate) + Sync),
) -> Result<()> {
    let mut limits = Vec::new();
    for (name, filter) in room.tests {
        let start = Instant::now();
        let program = tests.programs.get(*name).ok_or("no such program")?;
        match run(tests, program, filter, 0, Duration::from_secs(600))? {
            Fate::Survived => {}
            _ => return Err(format!("{name} {filter:?} fails without a mutant")),
        }
        let took = start.elapsed();
        println!(
            "{}: {name} {} takes {took:.2?}",
            room.name,
            filter.join(" ")
        );
        limits.push((program, *filter, SHORTEST_LIMIT.max(took * SLOWER)));
    }
    let queue = Mutex::new(mutants.iter());
    let failure = Mutex::new(None);
    let work = || {
        loop {
            let next = queue.lock().ok().and_then(|mut queue| queue.next());
            let Some(mutant) = next else { return };
            let mut fate = Fate::Survived;
            for (program, filter, limit) in &limits {
                match run(tests, program, filter, mutant.number, *limit) {
                    Ok(Fate::Survived) => {}
                    Ok(it) => {
                        fate = it;
                        break;
                    }
                    Err(error) => {
                        if let Ok(mut failure) = failure.lock() {
                            *failure = Some(error);
                        }
                        return;
                    }
                }
            }
            tell(mutant, fate);
        }
    };
    thread::scope(|scope| {
        for _ in 0..JOBS {
            scope.spawn(work);
        }
    });
    match failure.into_inner() {
        Ok(None) => Ok(()),
        Ok(Some(error)) => Err(error),
        Err(_) => Err("a thread ended early".to_owned()),
    }
}

fn run(
    tests: &Tests,
    program: &Path,
    filter: &[&str],
    mutant: u32,
    limit: Duration,
) -> Result<Fate> {
    // Some allocate without an end.
    let mut command: Command = tool::command("sh");
    command.args(["-c", "ulimit -v 8000000; exec \"$0\" \"$@\""]);
    command.arg(program).args(filter);
    command.args(["-Zunstable-options", "--fail-fast", "-q"]);
    command.current_dir(&tests.root);
    command.env(VARIABLE, mutant.to_string());
    // For `--fail-fast`.
    command.env("RUSTC_BOOTSTRAP", "1");
    command.env("RUST_BACKTRACE", "0");
    // A mutant that a property does not see at once, an example has to.
    command.env("PROPTEST_CASES", "32");
    command.env("TOKENMINT_EXACT_CONTENTS", "2000");
    command.stdout(Stdio::null()).stderr(Stdio::null());
    let mut child = command
        .spawn()
        .map_err(|error| format!("cannot start {}: {error}", program.display()))?;
    match wait(&mut child, limit).map_err(|error| error.to_string())? {
        None => Ok(Fate::TooSlow),
        Some(status) if status.success() => Ok(Fate::Survived),
        Some(_) => Ok(Fate::Caught),
    }
}

fn wait(child: &mut Child, limit: Duration) -> std::io::Result<Option<ExitStatus>> {
    let start = Instant::now();
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(Some(status));
        }
        if start.elapsed() > limit {
            child.kill()?;
            child.wait()?;
            return Ok(None);
        }
        thread::sleep(Duration::from_millis(5));
    }
}
