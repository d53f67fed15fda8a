//! One work at a time, for those who watch from outside.
//!
//! | words | does |
//! |---|---|
//! | `list` | a line a work: group, name, floor, goal, limit, heap operations, separated by tabs |
//! | `run NUMBER` | does that work of the list twice; the second time is [`watched`] |
//! | `threads` | tokens a second with one thread and with two |

use std::alloc::System;
use std::process::ExitCode;

use stats_alloc::{INSTRUMENTED_SYSTEM, Region, StatsAlloc};
use tokenmint_benches::{Work, scaling, works};

#[global_allocator]
static ALLOCATOR: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    match words.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["list"] => list(),
        ["run", number] => {
            let mut works = works();
            let work = number.parse().ok().and_then(|at: usize| works.get_mut(at));
            let Some(work) = work else {
                return ExitCode::FAILURE;
            };
            // What is done once in a process is no part of it.
            (work.run)();
            watched(&mut work.run);
        }
        ["threads"] => scaling::print(),
        _ => return ExitCode::FAILURE,
    }
    ExitCode::SUCCESS
}

/// Callgrind counts while this function runs.
#[inline(never)]
fn watched(run: &mut dyn FnMut()) {
    run();
}

fn list() {
    for mut work in works() {
        (work.run)();
        let region = Region::new(ALLOCATOR);
        (work.run)();
        let change = region.change();
        let heap = change.allocations + change.reallocations + change.deallocations;
        let Work {
            group,
            name,
            floor,
            budget,
            ..
        } = work;
        let (goal, limit) = budget.map_or(("".to_owned(), "".to_owned()), |budget| {
            (budget.goal.to_string(), budget.limit.to_string())
        });
        let floor = floor.unwrap_or("");
        println!("{group}\t{name}\t{floor}\t{goal}\t{limit}\t{heap}");
    }
}
