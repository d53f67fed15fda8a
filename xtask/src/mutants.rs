//! Mutation testing with cargo-mutants: a part of the code is changed in one
//! small way after the other, and each time a test has to fail.
//!
//! `cargo xtask mutants` runs every room of [`ROOMS`], which takes hours;
//! `cargo xtask mutants wire` one; `cargo xtask mutants wire decimal.rs` a file of
//! it. A mutant that survives gets a test, or a line in `.cargo/mutants.toml`
//! with the reason why it changes nothing.

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::{Outcome, Result, tool};

/// The exact version, whose mutants `.cargo/mutants.toml` names.
const CARGO_MUTANTS: &str = "27.1.0";

/// Files, and what judges them: only as much as one mutant needs a few seconds
/// for.
struct Room {
    name: &'static str,
    /// Globs.
    files: &'static [&'static str],
    /// Globs of files that are a room of their own.
    without: &'static [&'static str],
    features: &'static str,
    /// For `cargo test`.
    tests: &'static str,
}

const ROOMS: &[Room] = &[
    Room {
        name: "core",
        files: &["src/*.rs"],
        without: &[],
        features: "std,agora,legacy,zego,ath,authing-json,internals",
        tests: "--lib --test vectors",
    },
    Room {
        name: "wire",
        files: &["src/wire/**/*.rs"],
        without: &["src/wire/zlib.rs", "src/wire/zlib/**"],
        features: "std,agora,legacy,zego,ath,authing-json,internals",
        tests: "--lib --test json --test vectors",
    },
    Room {
        name: "zlib",
        files: &["src/wire/zlib.rs", "src/wire/zlib/**/*.rs"],
        without: &[],
        features: "std,agora,internals",
        tests: "--lib --test zlib_inflate --test zlib_differential",
    },
    Room {
        name: "crypto",
        files: &["src/crypto/**/*.rs"],
        without: &[],
        features: "std,agora,legacy,zego,ath,authing-json,internals",
        tests: "--lib --test es256 --test vectors",
    },
    Room {
        name: "agora",
        files: &["src/agora/**/*.rs"],
        without: &[],
        features: "std,agora,legacy,internals",
        tests: "--lib --test agora_check --test agora_warnings --test vectors",
    },
    Room {
        name: "zego",
        files: &["src/zego/**/*.rs"],
        without: &[],
        features: "std,zego,internals",
        tests: "--lib --test zego --test vectors",
    },
    Room {
        name: "ath",
        files: &["src/ath/**/*.rs"],
        without: &[],
        features: "std,ath,internals",
        tests: "--lib --test ath --test vectors",
    },
    Room {
        name: "authing",
        files: &["src/authing/**/*.rs"],
        without: &[],
        features: "std,authing-json,internals",
        tests: "--lib --test authing --test vectors",
    },
    Room {
        name: "http",
        files: &["src/http/**/*.rs"],
        without: &[],
        features: "convoai,ureq3,reqwest013",
        tests: "--lib --test http --test convoai",
    },
];

pub(crate) fn run(words: &[String]) -> Result {
    let (rooms, files): (Vec<&Room>, &[String]) = match words.split_first() {
        None => (ROOMS.iter().collect(), &[]),
        Some((name, files)) => {
            let Some(room) = ROOMS.iter().find(|room| room.name == name) else {
                let names: Vec<_> = ROOMS.iter().map(|room| room.name).collect();
                return Err(format!("rooms are {}", names.join(", ")));
            };
            (vec![room], files)
        }
    };
    let program = match tool::ensure_program("cargo-mutants", CARGO_MUTANTS) {
        Ok(program) => program,
        Err(reason) => return Ok(Outcome::Skipped(reason)),
    };
    let mut lines = Vec::new();
    let mut survivors = 0;
    for room in rooms {
        let out = tool::target_dir().join("mutants").join(room.name);
        room.run(&program, files, &out)?;
        let counts = Counts::read(&out)?;
        survivors += counts.survived;
        lines.push(format!("{:<9}{counts}", room.name));
    }
    println!("{:<9}{HEAD}", "room");
    println!("{}", lines.join("\n"));
    match survivors {
        0 => Ok(Outcome::Done),
        _ => Err(format!("{survivors} mutants survived")),
    }
}

impl Room {
    fn run(&self, program: &Path, files: &[String], out: &Path) -> Result<()> {
        fs::create_dir_all(out).map_err(|error| format!("{}: {error}", out.display()))?;
        let mut command = tool::command(program);
        command.args(["mutants", "--package", "tokenmint", "--jobs", "1"]);
        // Some loop for ever, and a busy machine is slow.
        command.args(["--no-shuffle", "--cap-lints", "true"]);
        command.args(["--minimum-test-timeout", "60"]);
        command.arg("--output").arg(out);
        command.args(["--no-default-features", "--features", self.features]);
        // Built as fast as it goes, and the rest as the tests have it.
        for setting in ["debug=0", "package.tokenmint.opt-level=0"] {
            for profile in ["dev", "test"] {
                command.arg(format!("--cargo-arg=--config=profile.{profile}.{setting}"));
            }
        }
        for file in self.files {
            command.args(["--file", file]);
        }
        for file in self.without {
            command.args(["--exclude", file]);
        }
        if !files.is_empty() {
            // The names of mutants begin with their files.
            let files: Vec<_> = files.iter().map(|file| file.replace('.', "\\.")).collect();
            command.args(["--re", &format!("({}):", files.join("|"))]);
        }
        command.arg("--").args(self.tests.split_whitespace());
        // Dependencies are built once for all rooms.
        command.env(
            "CARGO_TARGET_DIR",
            tool::target_dir().join("mutants/target"),
        );
        let status = command
            .status()
            .map_err(|error| format!("cannot start cargo-mutants: {error}"))?;
        match status.code() {
            // All caught, some survived, some took too long.
            Some(0 | 2 | 3) => Ok(()),
            _ => Err(format!("{}: cargo-mutants ended with {status}", self.name)),
        }
    }
}

const HEAD: &str = "  mutants    caught  too slow  no build  survived";

/// What became of the mutants of a room.
struct Counts {
    all: u64,
    caught: u64,
    too_slow: u64,
    unviable: u64,
    survived: u64,
}

impl Counts {
    fn read(out: &Path) -> Result<Self> {
        let path = out.join("mutants.out/outcomes.json");
        let text = fs::read_to_string(&path)
            .map_err(|error| format!("cannot read {}: {error}", path.display()))?;
        let outcomes: Value = serde_json::from_str(&text)
            .map_err(|error| format!("{} is not JSON: {error}", path.display()))?;
        let count = |name: &str| {
            outcomes[name]
                .as_u64()
                .ok_or_else(|| format!("{} does not count `{name}`", path.display()))
        };
        Ok(Self {
            all: count("total_mutants")?,
            caught: count("caught")?,
            too_slow: count("timeout")?,
            unviable: count("unviable")?,
            survived: count("missed")?,
        })
    }
}

impl std::fmt::Display for Counts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            f,
            "{:>9}{:>10}{:>10}{:>10}{:>10}",
            self.all, self.caught, self.too_slow, self.unviable, self.survived
        )
    }
}
