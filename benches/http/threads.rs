//! Requests of one thread, and of a hundred at once over one client: what a
//! thread spends on a request of its own processor time, and requests a second
//! on the wall, beside the bare library in the same run.

use std::sync::Barrier;
use std::thread;
use std::time::Instant;

use tokenmint_benches::scaling::cpu_seconds;

/// Requests that all threads of a run send together.
const REQUESTS: usize = 20_000;

/// Runs of each kind in turn; the best counts.
const RUNS: usize = 3;

/// A kind of call, by name.
pub(crate) type Call<'a> = (&'static str, &'a (dyn Fn() + Sync));

/// Prints a line for each number of threads and kind of call. The first call
/// is what the others are compared with.
pub(crate) fn print(calls: &[Call<'_>]) {
    println!(
        "\n{:<8}{:<26}{:>12}{:>7}{:>12}{:>7}",
        "threads", "call", "own ns", "ratio", "calls/s", "ratio"
    );
    for threads in [1, 100] {
        let mut best = vec![(f64::INFINITY, 0.0_f64); calls.len()];
        for _ in 0..RUNS {
            for (best, (_, call)) in best.iter_mut().zip(calls) {
                let (own, wall) = run(threads, *call);
                *best = (best.0.min(own), best.1.max(wall));
            }
        }
        for ((name, _), (own, wall)) in calls.iter().zip(&best) {
            println!(
                "{threads:<8}{name:<26}{own:>12.0}{:>7.2}{wall:>12.0}{:>7.2}",
                own / best[0].0,
                best[0].1 / wall
            );
        }
    }
}

/// Nanoseconds of a thread's own time a request, and requests a second.
fn run(threads: usize, call: &(dyn Fn() + Sync)) -> (f64, f64) {
    let each = REQUESTS / threads;
    let start = Barrier::new(threads);
    let results: Vec<(Instant, Instant, f64)> = thread::scope(|scope| {
        let spawned: Vec<_> = (0..threads)
            .map(|_| {
                scope.spawn(|| {
                    // The connection stands.
                    call();
                    start.wait();
                    let (began, cpu) = (Instant::now(), cpu_seconds());
                    for _ in 0..each {
                        call();
                    }
                    (began, Instant::now(), cpu_seconds() - cpu)
                })
            })
            .collect();
        let joined = spawned.into_iter().map(thread::ScopedJoinHandle::join);
        joined.map(|result| result.expect("a thread")).collect()
    });
    let began = results.iter().map(|(began, ..)| *began).min();
    let ended = results.iter().map(|(_, ended, _)| *ended).max();
    let wall = began
        .zip(ended)
        .map_or(f64::NAN, |(began, ended)| (ended - began).as_secs_f64());
    #[allow(clippy::cast_precision_loss)]
    let (all, count) = ((each * threads) as f64, results.len() as f64);
    let own: f64 = results.iter().map(|(.., cpu)| cpu).sum::<f64>();
    debug_assert!(count > 0.0);
    (own * 1e9 / all, all / wall)
}
