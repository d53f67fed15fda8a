//! Tokens a second with one thread and with two.
//!
//! Threads share nothing but the credentials, so twice the threads give twice
//! the tokens where there are two free cores. A core that something else uses
//! spoils the clock on the wall; what a thread gets done in a second of its own
//! processor time is independent of that, and falls only when threads get in
//! each other's way.

use std::hint::black_box;
use std::sync::Barrier;
use std::thread;
use std::time::Instant;

use tokenmint::agora::v007::{Minter, RTC_CAPACITY};
use tokenmint::agora::{ExpireIn, Role, RtcTokenBuilder2};

use crate::{clock, credentials};

/// Tokens a thread mints in one go.
const TOKENS: u32 = 50_000;

/// Runs of each kind; the best counts.
const RUNS: usize = 5;

struct Rate {
    /// Tokens a second on the wall.
    wall: f64,
    /// The sum of the threads' tokens a second of their own processor time.
    own: f64,
}

/// Prints a line for each number of threads: tokens a second on the wall and by
/// processor time, separated by tabs.
pub fn print() {
    for threads in [1, 2] {
        let runs: Vec<Rate> = (0..RUNS).map(|_| run(threads)).collect();
        let best = |value: fn(&Rate) -> f64| runs.iter().map(value).fold(0.0, f64::max);
        let (wall, own) = (best(|rate| rate.wall), best(|rate| rate.own));
        println!("{threads}\t{wall:.0}\t{own:.0}");
    }
}

fn run(threads: usize) -> Rate {
    let credentials = credentials();
    let start = Barrier::new(threads);
    let results: Vec<(Instant, Instant, u64)> = thread::scope(|scope| {
        let spawned: Vec<_> = (0..threads)
            .map(|_| {
                scope.spawn(|| {
                    let minter = Minter::new(&credentials, 1_700_000_000).expect("a minter");
                    start.wait();
                    let (began, cpu) = (Instant::now(), clock::nanos());
                    mint(&minter);
                    (began, Instant::now(), clock::nanos() - cpu)
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
    let of_each = f64::from(TOKENS);
    Rate {
        wall: results.iter().map(|_| of_each).sum::<f64>() / wall,
        own: results
            .iter()
            .map(|(.., cpu)| of_each * 1e9 / *cpu as f64)
            .sum(),
    }
}

fn mint(minter: &Minter) {
    let mut buffer = [0; RTC_CAPACITY];
    let hour = ExpireIn::hours(1);
    for salt in 0..TOKENS {
        let issuer = minter.salt(black_box(salt));
        let token = RtcTokenBuilder2::with_issuer(issuer).build_token_with_uid(
            "lobby",
            7,
            Role::Publisher,
            hour,
            hour,
            &mut buffer,
        );
        black_box(token.expect("minted"));
    }
}
