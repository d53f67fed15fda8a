//! What each work costs beside the cryptography, or the HTTP library, that it
//! cannot do without, as tables and as a picture.
//!
//! - Time: processor time, medians of rounds in which all take turns, with the
//!   processor's own instructions for SHA and AES, where it has them. It is shown
//!   and not judged.
//! - Instructions: callgrind, with portable SHA and AES, so that they are the
//!   same on every machine with the same compiler. The budgets are on these.
//! - Heap operations: the allocator counts.
//! - Threads: tokens a second of one and of two.
//! - Peers: what registries offer for the same, in the same rounds.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::time::Duration;

use self::rounds::{Program, Seat};
use self::work::{Measured, Work};
use crate::document::Section;
use crate::{Outcome, Result, program, tool};

mod callgrind;
mod peers;
mod picture;
mod rounds;
mod table;
mod work;

/// The portable cryptography that instructions are counted with.
const PORTABLE: &str =
    "--cfg sha2_backend=\"soft\" --cfg sha1_backend=\"soft\" --cfg aes_backend=\"soft\"";

/// Rows of ES256: the program that measures requests has them, because ring is linked there.
const BY_RING: &str = "attestation_by_ring";

const PICTURE: &str = "docs/pictures/speed.svg";

const SPEED: Section = Section {
    document: "docs/performance.md",
    begin: "<!-- speed: written by `cargo xtask bench --write` -->",
    end: "<!-- end of speed -->",
};

const GROWTH: Section = Section {
    document: "docs/performance.md",
    begin: "<!-- growth: written by `cargo xtask bench --write` -->",
    end: "<!-- end of growth -->",
};

const REQUESTS: Section = Section {
    document: "docs/performance.md",
    begin: "<!-- requests: written by `cargo xtask bench --write` -->",
    end: "<!-- end of requests -->",
};

const THREADS: Section = Section {
    document: "docs/performance.md",
    begin: "<!-- threads: written by `cargo xtask bench --write` -->",
    end: "<!-- end of threads -->",
};

pub(crate) fn run(words: &[String]) -> Result {
    let known = ["--instructions", "--time", "--write"];
    if words.iter().any(|word| !known.contains(&word.as_str())) {
        return Err("it takes `--instructions` or `--time`, and `--write`".to_owned());
    }
    let has = |name: &str| words.iter().any(|word| word == name);
    let (counted, timed, write) = (!has("--time"), !has("--instructions"), has("--write"));
    if write && !counted {
        return Err("`--write` writes what is counted, too: without `--time`".to_owned());
    }
    let mut works = Vec::new();
    if counted {
        if !program::ensure("valgrind", "valgrind")? {
            return Ok(Outcome::Skipped(
                "no valgrind can be installed here".to_owned(),
            ));
        }
        let portable = build("measure", "", Some(PORTABLE))?;
        works = work::list(&portable)?;
        callgrind::count(&portable, &mut works)?;
    }
    let mut sections = Vec::new();
    if timed {
        let native = build("measure", "", None)?;
        if !counted {
            works = work::list(&native)?;
        }
        let (calls, left_out) = time(&native, &mut works)?;
        let requests = table::requests(&calls);
        sections.push((SPEED, table::speed(&works) + &left_out));
        sections.push((REQUESTS, requests));
        sections.push((THREADS, scaling(&native)?));
        if write {
            let all: Vec<_> = works.iter().chain(&calls).collect();
            std::fs::write(tool::root().join(PICTURE), picture::draw(&all))
                .map_err(|error| format!("cannot write {PICTURE}: {error}"))?;
        }
    } else {
        sections.push((SPEED, table::speed(&works)));
    }
    if counted {
        sections.push((GROWTH, table::growth(&works)));
    }
    for (section, text) in &sections {
        println!("{text}\n");
        if write {
            section.write(text)?;
        }
    }
    let findings = judge(&works);
    if findings.is_empty() {
        Ok(Outcome::Done)
    } else {
        Err(findings.join("\n"))
    }
}

/// Builds a program of `benches`.
fn build(name: &str, features: &str, flags: Option<&str>) -> Result<PathBuf> {
    let mut command = tool::cargo("build --quiet --profile bench --locked -p tokenmint-benches");
    command.args(["--bin", name, "--features", features]);
    let target = match flags {
        None => tool::target_dir(),
        // Other flags build everything anew: they have a place of their own.
        Some(flags) => {
            command.env("RUSTFLAGS", flags);
            tool::target_dir().join("portable")
        }
    };
    tool::run(command.arg("--target-dir").arg(&target))?;
    Ok(target.join("release").join(name))
}

/// The time of all works, with peers among them; calls of clients, and what is
/// said of peers that cannot be had.
fn time(measure: &Path, works: &mut Vec<Work>) -> Result<(Vec<Work>, String)> {
    let requests = build("requests", "requests", None)?;
    let mut calls = work::list(&requests)?;
    let serve = |path: &Path, turn: u64| {
        let turn = Duration::from_millis(turn);
        Program::start(tool::command(path).arg("serve"), turn, Duration::ZERO)
    };
    let mut programs = vec![serve(measure, 2)?, serve(&requests, 40)?];
    let seat = |work, program, at| Seat { work, program, at };
    let mut seats = Vec::new();
    for (at, work) in works.iter().enumerate() {
        if work.measured != Measured::Growth {
            seats.push(seat(at, 0, at));
        }
    }
    let mut left_out = String::new();
    for peer in peers::start(measure) {
        match peer {
            Ok((work, program)) => {
                seats.push(seat(works.len(), programs.len(), 0));
                works.push(work);
                programs.push(program);
            }
            Err(message) => {
                let _ = write!(left_out, "\n\n{message}");
            }
        }
    }
    let own = works.len();
    seats.extend((0..calls.len()).map(|at| seat(own + at, 1, at)));
    works.append(&mut calls);
    rounds::run(&mut programs, &seats, works)?;
    let calls = works.split_off(own);
    // What is measured with the calls, because `ring` is linked there.
    let (mut by_ring, calls): (Vec<_>, Vec<_>) =
        calls.into_iter().partition(|call| call.group == BY_RING);
    works.append(&mut by_ring);
    // A peer stands with what it is compared with.
    let order: Vec<_> = works.iter().map(|work| work.group.clone()).collect();
    works.sort_by_key(|work| order.iter().position(|group| *group == work.group));
    Ok((calls, left_out))
}

fn judge(works: &[Work]) -> Vec<String> {
    let mut findings = Vec::new();
    for work in works {
        let place = work.title();
        if let Some((heap, limit)) = work.heap.zip(work.heap_limit)
            && heap > limit
        {
            findings.push(format!("{place}: {heap} heap operations"));
        }
        let Some(name) = &work.floor else { continue };
        let Some(floor) = work.floor(works) else {
            findings.push(format!("{place}: there is no floor {name}"));
            continue;
        };
        let limit = work.budget.map_or(f64::INFINITY, |(_, limit)| limit);
        if let Some(ratio) = work
            .instructions_beside(floor)
            .filter(|ratio| *ratio > limit)
        {
            findings.push(format!(
                "{place}: {ratio:.2} times the instructions of {name}, above {limit}"
            ));
        }
    }
    findings
}

/// The table of threads.
fn scaling(measure: &Path) -> Result<String> {
    let text = tool::output(tool::command(measure).arg("threads"))?;
    let rates: BTreeMap<u32, (f64, f64)> = text
        .lines()
        .filter_map(|line| {
            let [threads, wall, own] = line.split('\t').collect::<Vec<_>>()[..] else {
                return None;
            };
            Some((
                threads.parse().ok()?,
                (wall.parse().ok()?, own.parse().ok()?),
            ))
        })
        .collect();
    let (Some(one), Some(two)) = (rates.get(&1), rates.get(&2)) else {
        return Err(format!("no rates of one and two threads:\n{text}"));
    };
    let mut table =
        String::from("| tokens a second | 1 thread | 2 threads | ratio |\n|---|--:|--:|--:|");
    for (what, one, two) in [
        ("by the clock", one.0, two.0),
        ("by the threads' processor time", one.1, two.1),
    ] {
        let _ = write!(
            table,
            "\n| {what} | {one:.0} | {two:.0} | {:.2} |",
            two / one
        );
    }
    Ok(table)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn work(name: &str, floor: Option<&str>, instructions: u64, heap: u64) -> Work {
        Work {
            group: "g".to_owned(),
            name: name.to_owned(),
            floor: floor.map(str::to_owned),
            budget: floor.map(|_| (1.5, 2.0)),
            heap: Some(heap),
            heap_limit: Some(1),
            instructions: Some(instructions),
            ..Work::default()
        }
    }

    #[test]
    fn budgets_heap_and_floors_are_judged() {
        let works = [
            work("floor", None, 100, 0),
            work("at the limit", Some("floor"), 200, 1),
            work("above", Some("floor"), 201, 0),
            work("heap", Some("floor"), 100, 2),
            work("lost", Some("no such"), 100, 0),
        ];
        let findings = judge(&works);
        assert_eq!(findings.len(), 3, "{findings:?}");
        assert!(findings[0].starts_with("g: above: 2.01 times"));
        assert_eq!(findings[1], "g: heap: 2 heap operations");
        assert!(findings[2].starts_with("g: lost"));
    }
}
