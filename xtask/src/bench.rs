//! What each work costs beside the cryptography that it cannot do without, as
//! one table: time, instructions, heap operations.
//!
//! - Time: criterion, with the processor's own instructions for SHA and AES,
//!   where it has them. It is shown and not judged.
//! - Instructions: callgrind, with portable SHA and AES, so that they are the
//!   same on every machine with the same compiler. The budgets are on these.
//! - Heap operations: the allocator counts; there may be none.
//! - Threads: tokens a second of one and of two.
//! - Requests: time beside the bare call of the same HTTP library.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::{fs, thread};

use crate::document::{Section, grouped};
use crate::{Outcome, Result, program, tool};

/// The portable cryptography that instructions are counted with.
const PORTABLE: &str =
    "--cfg sha2_backend=\"soft\" --cfg sha1_backend=\"soft\" --cfg aes_backend=\"soft\"";

/// The function of `measure` that callgrind counts in.
const WATCHED: &str = "measure::watched*";

const SECTION: Section = Section {
    document: "docs/performance.md",
    begin: "<!-- speed: written by `cargo xtask bench --write` -->",
    end: "<!-- end of speed -->",
};

const THREADS: Section = Section {
    document: "docs/performance.md",
    begin: "<!-- threads: written by `cargo xtask bench --write` -->",
    end: "<!-- end of threads -->",
};

/// The benchmark of requests, whose sockets callgrind would not count.
const HTTP: &str = "bench --quiet --locked -p tokenmint-benches --bench http";

/// What it measures: group, name, floor.
const REQUESTS: &[(&str, &str, &str)] = &[
    ("ureq", "bare_get", ""),
    ("ureq", "get_basic", "bare_get"),
    ("ureq", "get_app_credentials", "bare_get"),
    ("ureq", "bare_post", ""),
    ("ureq", "post_basic", "bare_post"),
    ("reqwest", "bare_get", ""),
    ("reqwest", "get_basic", "bare_get"),
    ("reqwest", "get_app_credentials", "bare_get"),
    ("reqwest", "bare_post", ""),
    ("reqwest", "post_basic", "bare_post"),
];

pub(crate) fn run(words: &[String]) -> Result {
    let known = ["--instructions", "--write"];
    if words.iter().any(|word| !known.contains(&word.as_str())) {
        return Err("it takes `--instructions` and `--write`".to_owned());
    }
    let has = |name: &str| words.iter().any(|word| word == name);
    let (timed, write) = (!has("--instructions"), has("--write"));
    if !program::ensure("valgrind", "valgrind")? {
        return Ok(Outcome::Skipped(
            "no valgrind can be installed here".to_owned(),
        ));
    }
    let portable = measure(Some(PORTABLE))?;
    let mut works = list(&portable)?;
    count(&portable, &mut works)?;
    let mut threads = None;
    if timed {
        tool::run(&mut tool::cargo(
            "bench --quiet --locked -p tokenmint-benches --bench speed",
        ))?;
        for work in &mut works {
            work.nanos = Some(median(work)?);
        }
        threads = Some(scaling(&measure(None)?)?);
        tool::run(&mut tool::cargo(HTTP))?;
        works.extend(requests()?);
    }
    let table = table(&works);
    println!("{table}");
    if let Some(threads) = &threads {
        println!("\n{threads}");
    }
    if write {
        SECTION.write(&table)?;
        if let Some(threads) = &threads {
            THREADS.write(threads)?;
        }
    }
    let findings = judge(&works);
    if findings.is_empty() {
        Ok(Outcome::Done)
    } else {
        Err(findings.join("\n"))
    }
}

/// A line of `measure list`, and what was measured.
struct Work {
    group: String,
    name: String,
    floor: Option<String>,
    budget: Option<(f64, f64)>,
    heap: Option<u64>,
    instructions: Option<u64>,
    nanos: Option<f64>,
}

/// Builds the program that does one work at a time.
fn measure(flags: Option<&str>) -> Result<PathBuf> {
    let mut command =
        tool::cargo("build --quiet --release --locked -p tokenmint-benches --bin measure");
    let target = match flags {
        None => tool::target_dir(),
        // Other flags build everything anew: they have a place of their own.
        Some(flags) => {
            command.env("RUSTFLAGS", flags);
            tool::target_dir().join("portable")
        }
    };
    tool::run(command.arg("--target-dir").arg(&target))?;
    Ok(target.join("release/measure"))
}

fn list(measure: &Path) -> Result<Vec<Work>> {
    let text = tool::output(tool::command(measure).arg("list"))?;
    text.lines()
        .map(|line| {
            let [group, name, floor, goal, limit, heap] = line.split('\t').collect::<Vec<_>>()[..]
            else {
                return Err(format!("not a work: {line}"));
            };
            Ok(Work {
                group: group.to_owned(),
                name: name.to_owned(),
                floor: Some(floor.to_owned()).filter(|floor| !floor.is_empty()),
                budget: goal.parse().ok().zip(limit.parse().ok()),
                heap: Some(heap.parse().map_err(|_| format!("no number: {line}"))?),
                instructions: None,
                nanos: None,
            })
        })
        .collect()
}

fn requests() -> Result<Vec<Work>> {
    REQUESTS
        .iter()
        .map(|(group, name, floor)| {
            let mut work = Work {
                group: (*group).to_owned(),
                name: (*name).to_owned(),
                floor: Some((*floor).to_owned()).filter(|floor| !floor.is_empty()),
                budget: None,
                heap: None,
                instructions: None,
                nanos: None,
            };
            work.nanos = Some(median(&work)?);
            Ok(work)
        })
        .collect()
}

/// Counts the instructions of each work, as many at once as there are cores.
fn count(measure: &Path, works: &mut [Work]) -> Result<()> {
    let next = AtomicUsize::new(0);
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let counted = thread::scope(|scope| {
        let threads: Vec<_> = (0..cores)
            .map(|_| {
                scope.spawn(|| {
                    let mut counted = Vec::new();
                    loop {
                        let at = next.fetch_add(1, Ordering::Relaxed);
                        if at >= works.len() {
                            return Ok(counted);
                        }
                        counted.push((at, callgrind(measure, at)?));
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
    let again = callgrind(measure, 0)?;
    match works.first() {
        Some(work) if work.instructions != Some(again) => Err(format!(
            "{}/{}: {:?} instructions, and then {again}",
            work.group, work.name, work.instructions
        )),
        _ => Ok(()),
    }
}

fn callgrind(measure: &Path, at: usize) -> Result<u64> {
    let output = tool::command("valgrind")
        .args(["--tool=callgrind", "--callgrind-out-file=/dev/null"])
        .args([
            "--collect-atstart=no",
            &format!("--toggle-collect={WATCHED}"),
        ])
        .arg(measure)
        .args(["run", &at.to_string()])
        .output()
        .map_err(|error| format!("cannot start valgrind: {error}"))?;
    let text = String::from_utf8_lossy(&output.stderr);
    let collected = text
        .lines()
        .find_map(|line| line.split_once("Collected :")?.1.trim().parse().ok())
        .filter(|count| *count > 0 && output.status.success());
    collected.ok_or_else(|| format!("callgrind counted nothing:\n{text}"))
}

/// The median that criterion has written.
fn median(work: &Work) -> Result<f64> {
    let path = tool::target_dir()
        .join("criterion")
        .join(&work.group)
        .join(&work.name)
        .join("new/estimates.json");
    let text = fs::read_to_string(&path)
        .map_err(|error| format!("cannot read {}: {error}", path.display()))?;
    serde_json::from_str::<serde_json::Value>(&text)
        .ok()
        .and_then(|estimates| estimates["median"]["point_estimate"].as_f64())
        .ok_or_else(|| format!("{} has no median", path.display()))
}

fn floor_of<'w>(works: &'w [Work], work: &Work) -> Option<&'w Work> {
    let floor = work.floor.as_ref()?;
    works
        .iter()
        .find(|other| other.group == work.group && other.name == *floor)
}

#[allow(clippy::cast_precision_loss)] // Far from 2^52 instructions.
fn ratio(work: &Work, floor: &Work) -> Option<f64> {
    Some(work.instructions? as f64 / floor.instructions? as f64)
}

/// With the columns of time where there are times.
fn table(works: &[Work]) -> String {
    let timed = works.iter().any(|work| work.nanos.is_some());
    let mut text = String::from("| work | floor |");
    let mut rule = String::from("\n|---|---|");
    if timed {
        text += " ns | of floor |";
        rule += "--:|--:|";
    }
    text += " instructions | of floor | goal | limit | heap |";
    text = text + &rule + "--:|--:|--:|--:|--:|";
    for work in works {
        let floor = floor_of(works, work);
        let words = |text: &str| text.replace('_', " ");
        let (group, name) = (words(&work.group), words(&work.name));
        let floor_name = work.floor.as_deref().map(words).unwrap_or_default();
        let _ = write!(text, "\n| {group}: {name} | {floor_name} |");
        if timed {
            let nanos = work.nanos.map(|nanos| format!("{nanos:.0}"));
            let of_floor = floor.and_then(|floor| Some(work.nanos? / floor.nanos?));
            text += &cell(nanos);
            text += &cell(of_floor.map(|ratio| format!("{ratio:.2}")));
        }
        text += &cell(work.instructions.map(grouped));
        let of_floor = floor.and_then(|floor| ratio(work, floor));
        text += &cell(of_floor.map(|ratio| format!("{ratio:.2}")));
        text += &cell(work.budget.map(|(goal, _)| goal.to_string()));
        text += &cell(work.budget.map(|(_, limit)| limit.to_string()));
        text += &cell(work.heap.map(|heap| heap.to_string()));
    }
    text
}

fn cell(text: Option<String>) -> String {
    format!(" {} |", text.unwrap_or_default())
}

fn judge(works: &[Work]) -> Vec<String> {
    let mut findings = Vec::new();
    for work in works {
        let place = format!("{}/{}", work.group, work.name);
        if let Some(heap @ 1..) = work.heap {
            findings.push(format!("{place}: {heap} heap operations"));
        }
        let Some(name) = &work.floor else { continue };
        let Some(floor) = floor_of(works, work) else {
            findings.push(format!("{place}: there is no floor {name}"));
            continue;
        };
        let limit = work.budget.map_or(f64::INFINITY, |(_, limit)| limit);
        if let Some(ratio) = ratio(work, floor).filter(|ratio| *ratio > limit) {
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
            instructions: Some(instructions),
            nanos: None,
        }
    }

    #[test]
    fn budgets_heap_and_floors_are_judged() {
        let works = [
            work("floor", None, 100, 0),
            work("at the limit", Some("floor"), 200, 0),
            work("above", Some("floor"), 201, 0),
            work("heap", Some("floor"), 100, 1),
            work("lost", Some("no such"), 100, 0),
        ];
        let findings = judge(&works);
        assert_eq!(findings.len(), 3, "{findings:?}");
        assert!(findings[0].starts_with("g/above: 2.01 times"));
        assert_eq!(findings[1], "g/heap: 1 heap operations");
        assert!(findings[2].starts_with("g/lost"));
    }
}
