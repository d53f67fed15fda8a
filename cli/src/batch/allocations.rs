//! A row allocates nothing: twice the rows take as many allocations, but for
//! those of the chunks that they come in.

use std::alloc::System;
use std::fmt::Write;
use std::path::Path;
use std::time::{Duration, Instant};

use clap::Parser;
use stats_alloc::{INSTRUMENTED_SYSTEM, Region, StatsAlloc};

use crate::{Cli, run};

#[global_allocator]
static ALLOCATOR: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

/// Some chunks more than wait anywhere.
const ROWS: usize = 10_000;

/// Other tests allocate at the same time: the least of several runs is the one
/// that they disturbed least.
const PATIENCE: Duration = Duration::from_secs(60);

/// The most allocations of a row: some chunks more may be under way in the second
/// run, and a row that allocates does so once at least.
const LIMIT: f64 = 0.3;

/// The options, the file's extension, and what writes a row.
type Case = (
    &'static [&'static str],
    &'static str,
    &'static str,
    fn(usize) -> String,
);

const CASES: &[Case] = &[
    (
        &["agora", "rtc"],
        "csv",
        "serial,channel,uid,role,expire\n",
        |at| {
            format!(
                "SN{at:08},room-{},{at},publisher,{}\n",
                at % 50,
                3600 + at % 60
            )
        },
    ),
    (
        &["agora", "rtc", "--channel", "lobby", "--account", "x"],
        "tsv",
        "account\tjoin_expire\n",
        |at| format!("somebody with number {at}\t{}m\n", 1 + at % 60),
    ),
    (&["agora", "rtc"], "jsonl", "", |at| {
        format!("{{\"channel\": \"room-{at}\", \"uid\": \"{at}\"}}\n")
    }),
    (&["agora", "rtm"], "csv", "user_id\n", |at| {
        format!("somebody with number {at}\n")
    }),
    (
        &["zego", "token04", "--app-id", "1"],
        "csv",
        "user_id\n",
        |at| format!("user{at}\n"),
    ),
];

#[test]
fn a_row_allocates_nothing() {
    let directory = std::env::temp_dir().join(format!("tokenmint-{}", std::process::id()));
    std::fs::create_dir_all(&directory).expect("a directory");
    let secret = directory.join("secret");
    std::fs::write(&secret, "fa94dd0f974cf2e293728a526b028271").expect("written");
    for (options, extension, header, row) in CASES {
        let input = directory.join(format!("rows.{extension}"));
        let mut options = options.to_vec();
        if options[0] == "zego" {
            options.extend(["--secret-file", secret.to_str().expect("text")]);
        }
        let count = |rows: usize| {
            let mut text = (*header).to_owned();
            for at in 1..=rows {
                write!(text, "{}", row(at)).expect("written");
            }
            std::fs::write(&input, text).expect("written");
            allocations(&options, &input, &directory.join("tokens"))
        };
        let started = Instant::now();
        let mut least = f64::MAX;
        while least > LIMIT && started.elapsed() < PATIENCE {
            let (some, twice) = (count(ROWS), count(2 * ROWS));
            least = least.min(twice.saturating_sub(some) as f64 / ROWS as f64);
        }
        assert!(least <= LIMIT, "{options:?}, {extension}: {least} a row");
    }
    std::fs::remove_dir_all(&directory).expect("removed");
}

fn allocations(options: &[&str], input: &Path, output: &Path) -> usize {
    let (input, output) = (
        input.to_str().expect("text"),
        output.to_str().expect("text"),
    );
    let batch = [
        "--batch",
        input,
        "--output",
        output,
        "--threads",
        "1",
        "--quiet",
    ];
    let words = ["tokenmint"].iter().chain(options).chain(&batch);
    let cli = Cli::try_parse_from(words).expect("options");
    let region = Region::new(ALLOCATOR);
    run(&cli).unwrap_or_else(|failure| panic!("{}", failure.into_message()));
    let change = region.change();
    change.allocations + change.reallocations
}
