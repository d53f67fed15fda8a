//! One work at a time, for those who watch from outside.
//!
//! | words | does |
//! |---|---|
//! | `list` | a line a work: its row and its heap operations, separated by tabs |
//! | `run GROUP NAME` | does that work once for each of [`COUNTED`] contents; that is [`watched`] |
//! | `serve` | tells the processor time of what standard input asks for |
//! | `threads` | tokens a second with one thread and with two |
//! | `check TOKEN` | whether the 007 token is one of the sample project, as a check of those who mint beside us |

use std::alloc::System;
use std::process::ExitCode;

use stats_alloc::{INSTRUMENTED_SYSTEM, Region, StatsAlloc};
use tokenmint::agora::v007::{ParsedToken2, workspace_len};
use tokenmint_benches::{CONTENTS, Work, credentials, scaling, serve, works};

#[global_allocator]
static ALLOCATOR: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

/// Contents of a work whose instructions are counted.
const COUNTED: usize = 64;

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let done = match words.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["list"] => {
            list();
            true
        }
        ["run", group, name] => run(group, name),
        ["serve"] => {
            let works = works(CONTENTS, None).into_iter().map(Work::timed);
            serve(&mut works.collect::<Vec<_>>()).is_ok()
        }
        ["threads"] => {
            scaling::print();
            true
        }
        ["check", token] => check(token),
        _ => false,
    };
    if done {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

fn run(group: &str, name: &str) -> bool {
    let works = works(COUNTED, Some(group));
    let Some(mut work) = works.into_iter().find(|work| work.row.name == name) else {
        return false;
    };
    // What is done once in a process is no part of it.
    (work.run)();
    watched(&mut work.run);
    true
}

/// Callgrind counts while this function runs.
#[inline(never)]
fn watched(run: &mut dyn FnMut()) {
    for _ in 0..COUNTED {
        run();
    }
}

fn list() {
    for mut work in works(1, None) {
        (work.run)();
        let region = Region::new(ALLOCATOR);
        (work.run)();
        let change = region.change();
        let heap = change.allocations + change.reallocations + change.deallocations;
        println!("{}\t{heap}", work.row);
    }
}

fn check(token: &str) -> bool {
    let mut workspace = vec![0; workspace_len(token.len())];
    let parsed = ParsedToken2::parse(token, &mut workspace);
    parsed.is_ok_and(|parsed| parsed.verify(credentials().certificate()).is_ok())
}
