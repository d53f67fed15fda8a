//! Mutation testing with cargo-mutants: a part of the code is changed in one
//! small way after the other, and each time a test has to fail.
//!
//! `cargo xtask mutants` runs every room of [`ROOMS`], `cargo xtask mutants wire`
//! one, `cargo xtask mutants ath,zego` two; `cargo xtask mutants wire decimal.rs` a
//! file of one. A mutant that survives gets a test, or a line in
//! `.cargo/mutants.toml` with the reason why it changes nothing.
//!
//! A build for each of thousands of mutants takes hours. So one build has a
//! switch for each ([`switches`], [`tree`]), and the tests run with one after the
//! other on ([`judge`]). What no test notices then, and what cannot have a switch,
//! cargo-mutants builds and runs one by one: `--quick` leaves that out, `--alone`
//! the switches. What is caught stays known until its source file changes
//! ([`known`]).

mod judge;
mod known;
mod list;
mod switches;
mod tree;

use std::collections::{HashMap, HashSet};
use std::fs::{self, OpenOptions};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Mutex;

use judge::Fate;
use known::Known;
use list::Mutant;

use crate::{Outcome, Result, tool};

/// The exact version, whose mutants `.cargo/mutants.toml` names.
const CARGO_MUTANTS: &str = "27.1.0";

/// How many tests run at a time, each with another mutant.
const JOBS: usize = 2;

/// Built as fast as it goes.
const CARGO_SETTINGS: [&str; 2] = ["profile.dev.debug=0", "profile.test.debug=0"];

/// Files, and what judges them.
struct Room {
    name: &'static str,
    /// Globs.
    files: &'static [&'static str],
    /// Globs of files that are a room of their own.
    without: &'static [&'static str],
    features: &'static str,
    /// Words of `cargo test` that name a program, and words for the program: the
    /// quickest first, because a mutant that is caught needs no other.
    tests: &'static [(&'static str, &'static [&'static str])],
    /// Which of them cargo-mutants runs, which does not optimize: words for all
    /// programs, where some would take too long; none: all of them.
    quick: &'static [&'static str],
}

/// Cargo builds no test that asks for features which are not there.
const WITH_ALL_CREDENTIALS: &str = "std,agora,legacy,zego,ath,authing-json,doctor,internals";

const ROOMS: &[Room] = &[
    Room {
        name: "core",
        files: &["src/*.rs"],
        without: &[],
        features: "std,agora,legacy,zego,ath,authing-json,convoai,heapless09,internals",
        tests: &[
            (
                "--lib",
                &[
                    "buffer::",
                    "error::",
                    "os::",
                    "output::",
                    "secret::",
                    "text_fault::",
                    "verdict::",
                ],
            ),
            ("--test agora_check", &[]),
            ("--test zego", &[]),
            ("--test authing", &[]),
            ("--test ath", &[]),
            ("--test vectors", &["--skip", "convoai_2"]),
            ("--lib", &["--skip", "wire::", "--skip", "http::"]),
        ],
        quick: &[],
    },
    Room {
        name: "wire",
        files: &["src/wire/**/*.rs"],
        without: &["src/wire/zlib.rs", "src/wire/zlib/**"],
        features: WITH_ALL_CREDENTIALS,
        tests: &[
            (
                "--lib",
                &["wire::", "--skip", "wire::zlib", "--skip", "every_day"],
            ),
            ("--test json", &[]),
            ("--test es256", &[]),
            ("--test ath", &[]),
            ("--lib", &["wire::http_date"]),
        ],
        quick: &[],
    },
    Room {
        name: "zlib",
        files: &["src/wire/zlib.rs", "src/wire/zlib/**/*.rs"],
        without: &[],
        features: "std,agora,doctor,internals",
        tests: &[
            ("--test zlib_inflate", &["token_vectors"]),
            ("--test zlib_differential", &["at_boundaries"]),
            ("--test zlib_inflate", &["--skip", "decoders_agree"]),
            ("--lib", &["wire::zlib"]),
            ("--test zlib_differential", &["random_contents"]),
            ("--test zlib_differential", &["ends_of_blocks"]),
            ("--test zlib_differential", &["largest_contents"]),
            ("--test zlib_inflate", &["decoders_agree"]),
        ],
        quick: &["wire::zlib", "token_vectors", "at_boundaries"],
    },
    Room {
        name: "crypto",
        files: &["src/crypto/**/*.rs"],
        without: &[],
        features: "std,agora,legacy,zego,ath,authing-json,authing-password,internals",
        tests: &[
            ("--lib", &["crypto::", "--skip", "compact::"]),
            ("--test platform", &[]),
            ("--test authing_passwords", &[]),
            ("--test es256", &[]),
            ("--test ath", &[]),
            ("--test zego", &[]),
            ("--test vectors", &["--skip", "convoai"]),
            ("--lib", &["compact::"]),
        ],
        quick: &[],
    },
    Room {
        name: "agora",
        files: &["src/agora/**/*.rs"],
        without: &[],
        features: WITH_ALL_CREDENTIALS,
        tests: &[
            ("--lib", &["agora::"]),
            ("--lib", &["doctor::"]),
            ("--test agora_check", &[]),
            ("--test agora_warnings", &[]),
            ("--test agora_legacy", &[]),
            ("--test vectors", &["agora"]),
            ("--test vectors", &["situations"]),
            ("--test agora_properties", &[]),
            ("--test longest", &[]),
            ("--test doctor", &[]),
            ("--test agora_by_hand", &[]),
        ],
        quick: &[],
    },
    Room {
        name: "zego",
        files: &["src/zego/**/*.rs"],
        without: &[],
        features: WITH_ALL_CREDENTIALS,
        tests: &[
            ("--lib", &["zego::"]),
            ("--test zego", &[]),
            ("--test vectors", &["zego"]),
            ("--test longest", &[]),
        ],
        quick: &[],
    },
    Room {
        name: "ath",
        files: &["src/ath/**/*.rs"],
        without: &[],
        features: WITH_ALL_CREDENTIALS,
        tests: &[
            ("--lib", &["ath::"]),
            ("--test ath", &[]),
            ("--test vectors", &["ath"]),
        ],
        quick: &[],
    },
    Room {
        name: "authing",
        files: &["src/authing/**/*.rs"],
        without: &[],
        features: WITH_ALL_CREDENTIALS,
        tests: &[
            ("--lib", &["authing::"]),
            ("--test authing", &[]),
            ("--test vectors", &["authing"]),
        ],
        quick: &[],
    },
    Room {
        name: "http",
        files: &["src/http/**/*.rs"],
        without: &[],
        features: "convoai,ureq3,reqwest013,device,tracing,ath-client,authing-management",
        tests: &[
            ("--lib", &["http::", "--skip", "long_paths"]),
            ("--test http", &["values::"]),
            ("--test device", &[]),
            ("--test http", &["their_own_limit"]),
            // Not those that look at a clock, which a busy machine makes fail.
            (
                "--test http",
                &["--skip", "limits::", "--skip", "time_limit"],
            ),
            ("--test convoai", &[]),
            ("--lib", &["long_paths"]),
        ],
        quick: &[],
    },
];

pub(crate) fn run(words: &[String]) -> Result {
    let (is_quick, is_alone, words) = match words.split_first() {
        Some((word, rest)) if word == "--quick" => (true, false, rest),
        Some((word, rest)) if word == "--alone" => (false, true, rest),
        _ => (false, false, words),
    };
    let (rooms, files): (Vec<&Room>, &[String]) = match words.split_first() {
        None => (ROOMS.iter().collect(), &[]),
        Some((name, files)) => {
            let find = |name: &str| ROOMS.iter().find(|room| room.name == name);
            let Some(rooms) = name.split(',').map(find).collect::<Option<_>>() else {
                let names: Vec<_> = ROOMS.iter().map(|room| room.name).collect();
                return Err(format!("rooms are {}", names.join(", ")));
            };
            (rooms, files)
        }
    };
    let program = match tool::ensure_program("cargo-mutants", CARGO_MUTANTS) {
        Ok(program) => program,
        Err(reason) => return Ok(Outcome::Skipped(reason)),
    };
    // All of them, so that the copy with the switches is always the same.
    let mut works = Vec::new();
    for room in ROOMS {
        works.push(Work::new(room, list::list(&program, room)?)?);
    }
    let names: Vec<_> = rooms.iter().map(|room| room.name).collect();
    let chosen = |work: &&Work<'_>| names.contains(&work.room.name);
    let open = |work: &Work<'_>| work.open(files).count();
    if !is_alone && works.iter().filter(chosen).map(open).sum::<usize>() > 0 {
        let mut mutants = Vec::new();
        for work in &works {
            mutants.extend(work.with_a_switch()?);
        }
        let mut tests = tree::build(&mutants)?;
        for work in &works {
            work.exclude(&tests)?;
        }
        tests.link(&rooms)?;
        for work in works.iter().filter(chosen) {
            work.judge(files, &tests)?;
        }
    }
    if is_quick {
        println!("what was not noticed, and what has no switch, is left open");
        return Ok(Outcome::Done);
    }
    let mut survivors = 0;
    let mut lines = Vec::new();
    for work in works.iter().filter(chosen) {
        work.confirm(&program, files)?;
        let excused = list::excused(&program, work.room, files)?;
        let counts = work.counts(files, excused)?;
        survivors += counts.survived;
        lines.push(format!("{:<9}{counts}", work.room.name));
    }
    println!("{:<9}{HEAD}", "room");
    println!("{}", lines.join("\n"));
    match survivors {
        0 => Ok(Outcome::Done),
        _ => Err(format!("{survivors} mutants survived")),
    }
}

impl Room {
    /// Tells cargo-mutants which files.
    fn choose(&self, command: &mut Command) {
        for file in self.files {
            command.args(["--file", file]);
        }
        for file in self.without {
            command.args(["--exclude", file]);
        }
        // Unit tests in files of their own.
        command.args(["--exclude", "src/**/tests.rs"]);
    }

    /// What `cargo test` is told, a program each.
    fn programs(&self) -> impl Iterator<Item = String> {
        self.tests.iter().map(|(program, _)| (*program).to_owned())
    }
}

/// Tells cargo-mutants to take no others than these `files` of a room.
fn only(files: &[String], command: &mut Command) {
    if !files.is_empty() {
        // The names of mutants begin with their files.
        let files: Vec<_> = files.iter().map(|file| file.replace('.', "\\.")).collect();
        command.args(["--re", &format!("^[^:]*({}):", files.join("|"))]);
    }
}

/// Whether `file` is one of `files`, or they are not limited.
fn is_of(file: &str, files: &[String]) -> bool {
    files.is_empty() || files.iter().any(|of| file.ends_with(of.as_str()))
}

/// The file of a room that names what does not compile with a switch.
const WITHOUT: &str = "without.txt";

/// A room, its mutants, and what is known of them.
struct Work<'a> {
    room: &'a Room,
    mutants: Vec<Mutant>,
    known: Mutex<Known>,
    /// What does not compile with a switch.
    without: HashSet<String>,
    out: PathBuf,
}

impl<'a> Work<'a> {
    fn new(room: &'a Room, mutants: Vec<Mutant>) -> Result<Self> {
        let out = tool::target_dir().join("mutants").join(room.name);
        let known = Mutex::new(Known::open(&out)?);
        let without = fs::read_to_string(out.join(WITHOUT)).unwrap_or_default();
        let without = without.lines().map(str::to_owned).collect();
        let work = Self {
            room,
            mutants,
            known,
            without,
            out,
        };
        // Of a run that was interrupted.
        work.harvest()?;
        Ok(work)
    }

    fn fate(&self, mutant: &Mutant) -> Result<Option<String>> {
        let mut known = self.known.lock().map_err(|error| error.to_string())?;
        Ok(known.fate(mutant)?.map(str::to_owned))
    }

    fn add(&self, mutant: &Mutant, fate: &str) -> Result<()> {
        let mut known = self.known.lock().map_err(|error| error.to_string())?;
        known.add(mutant, fate)
    }

    fn key(&self, mutant: &Mutant) -> Result<String> {
        let mut known = self.known.lock().map_err(|error| error.to_string())?;
        known.key(mutant)
    }

    /// What is not known, of `files`.
    fn open(&self, files: &[String]) -> impl Iterator<Item = &Mutant> {
        let is_open = |mutant: &&Mutant| self.fate(mutant).is_ok_and(|fate| fate.is_none());
        let of_files = move |mutant: &&Mutant| is_of(&mutant.file, files);
        self.mutants.iter().filter(of_files).filter(is_open)
    }

    /// What has compiled with a switch, or has not been tried.
    fn with_a_switch(&self) -> Result<Vec<&Mutant>> {
        let mut found = Vec::new();
        for mutant in &self.mutants {
            let is_unviable = self.fate(mutant)?.as_deref() == Some("unviable");
            if !is_unviable && !self.without.contains(&self.key(mutant)?) {
                found.push(mutant);
            }
        }
        Ok(found)
    }

    /// Takes note of what did not compile with a switch.
    fn exclude(&self, tests: &tree::Tests) -> Result<()> {
        let mut keys = String::new();
        for mutant in &self.mutants {
            if tests.unviable.contains(&mutant.number) {
                self.add(mutant, "unviable")?;
            } else if tests.without.contains(&mutant.number) {
                keys.push_str(&self.key(mutant)?);
                keys.push('\n');
            }
        }
        let path = self.out.join(WITHOUT);
        let added = OpenOptions::new()
            .create(true)
            .append(true)
            .open(&path)
            .and_then(|mut file| file.write_all(keys.as_bytes()));
        added.map_err(|error| format!("{}: {error}", path.display()))
    }

    /// With the switches.
    fn judge(&self, files: &[String], tests: &tree::Tests) -> Result<()> {
        let open: Vec<&Mutant> = self.open(files).collect();
        let (there, not): (Vec<&Mutant>, Vec<&Mutant>) = open
            .into_iter()
            .partition(|mutant| tests.there.contains(&mutant.number));
        println!(
            "{}: {} mutants with a switch, {} without",
            self.room.name,
            there.len(),
            not.len()
        );
        judge::judge(self.room, tests, &there, &|mutant, fate| {
            let added = match fate {
                Fate::Caught => self.add(mutant, "caught"),
                Fate::TooSlow => self.add(mutant, "slow"),
                Fate::Survived => {
                    println!("unnoticed: {}", mutant.name);
                    Ok(())
                }
            };
            if let Err(error) = added {
                eprintln!("{error}");
            }
        })
    }

    /// The rest, with cargo-mutants alone.
    fn confirm(&self, program: &Path, files: &[String]) -> Result<()> {
        let rest: Vec<&str> = self
            .open(files)
            .map(|mutant| mutant.name.as_str())
            .collect();
        if rest.is_empty() {
            return Ok(());
        }
        println!("{}: {} for cargo-mutants", self.room.name, rest.len());
        let directory = self.out.join("mutants.out");
        let _ = fs::remove_dir_all(&directory);
        let mut done = String::new();
        for mutant in &self.mutants {
            if !rest.contains(&mutant.name.as_str()) {
                done.push_str(&mutant.name);
                done.push('\n');
            }
        }
        let mut keys = String::new();
        for mutant in self.open(files) {
            keys.push_str(&self.key(mutant)?);
            keys.push('\n');
        }
        fs::create_dir_all(&directory)
            .and_then(|()| fs::write(self.out.join("asked.txt"), keys))
            .and_then(|()| fs::write(directory.join("previously_caught.txt"), done))
            .map_err(|error| format!("{}: {error}", directory.display()))?;
        let mut command = tool::command(program);
        command.args(["mutants", "--package", "tokenmint", "--jobs", "1"]);
        command.args(["--iterate", "--cap-lints", "true"]);
        // The tests have passed with all switches off.
        command.args(["--baseline", "skip", "--timeout", "60"]);
        command.arg("--output").arg(&self.out);
        command.args(["--no-default-features", "--features", self.room.features]);
        for setting in CARGO_SETTINGS {
            command.arg(format!("--cargo-arg=--config={setting}"));
        }
        for profile in ["dev", "test"] {
            command.arg(format!(
                "--cargo-arg=--config=profile.{profile}.package.tokenmint.opt-level=0"
            ));
        }
        self.room.choose(&mut command);
        only(files, &mut command);
        command.arg("--");
        for program in self.room.programs() {
            command.args(program.split(' '));
        }
        if !self.room.quick.is_empty() {
            command.arg("--").args(self.room.quick);
        }
        // Dependencies are built once for all rooms.
        command.env(
            "CARGO_TARGET_DIR",
            tool::target_dir().join("mutants/target"),
        );
        let status = command
            .status()
            .map_err(|error| format!("cannot start cargo-mutants: {error}"))?;
        self.harvest()?;
        match status.code() {
            // All caught, some survived, some took too long.
            Some(0 | 2 | 3) => Ok(()),
            _ => Err(format!(
                "{}: cargo-mutants ended with {status}",
                self.room.name
            )),
        }
    }

    /// Takes over what cargo-mutants found out of sources that are still the
    /// same.
    fn harvest(&self) -> Result<()> {
        let asked = fs::read_to_string(self.out.join("asked.txt")).unwrap_or_default();
        let asked: HashSet<&str> = asked.lines().collect();
        let directory = self.out.join("mutants.out");
        let mutants: HashMap<&str, &Mutant> = self
            .mutants
            .iter()
            .map(|mutant| (mutant.name.as_str(), mutant))
            .collect();
        for (file, fate) in [
            ("caught.txt", "caught"),
            ("timeout.txt", "slow"),
            ("unviable.txt", "unviable"),
        ] {
            let names = fs::read_to_string(directory.join(file)).unwrap_or_default();
            for mutant in names.lines().filter_map(|name| mutants.get(name)) {
                if self.fate(mutant)?.is_none() && asked.contains(&*self.key(mutant)?) {
                    self.add(mutant, fate)?;
                }
            }
        }
        Ok(())
    }

    fn counts(&self, files: &[String], excused: usize) -> Result<Counts> {
        let mut counts = Counts {
            all: excused,
            excused,
            ..Counts::default()
        };
        let of_files = self.mutants.iter().filter(|it| is_of(&it.file, files));
        for mutant in of_files {
            counts.all += 1;
            let counter = match self.fate(mutant)?.as_deref() {
                Some("caught") => &mut counts.caught,
                Some("slow") => &mut counts.too_slow,
                Some(_) => &mut counts.unviable,
                None => &mut counts.survived,
            };
            *counter += 1;
        }
        Ok(counts)
    }
}

const HEAD: &str = "  mutants    caught  too slow  no build   excused  survived";

/// What became of the mutants of a room.
#[derive(Default)]
struct Counts {
    all: usize,
    caught: usize,
    too_slow: usize,
    unviable: usize,
    /// Survived, with a reason in `.cargo/mutants.toml`.
    excused: usize,
    survived: usize,
}

impl std::fmt::Display for Counts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            f,
            "{:>9}{:>10}{:>10}{:>10}{:>10}{:>10}",
            self.all, self.caught, self.too_slow, self.unviable, self.excused, self.survived
        )
    }
}
