//! The project's chores: `cargo xtask <chore>`.
//!
//! A chore is a file in this directory and a line in [`CHORES`]. It gets the
//! words after its name and ends in an [`Outcome`] or a message.
//!
//! Exit codes: 0 done, 1 failed, 2 no such chore, 77 skipped.

#![forbid(unsafe_code)]

use std::process::ExitCode;

mod api;
mod archive;
mod authing;
mod bare;
mod bench;
mod c;
mod constant_time;
mod conversation;
mod convoai;
mod cores;
mod dependencies;
mod dist;
mod document;
mod emulated;
mod features;
mod floors;
mod footprint;
mod full;
mod fuzz;
mod header;
mod house;
mod hygiene;
mod llvm;
mod login;
mod miri;
mod mutants;
mod package;
mod portable;
mod program;
mod psa;
mod publish;
mod qemu;
mod sanitize;
mod secrets;
mod sim;
mod tool;
mod vectors;
mod warnings;
mod web;

/// How a chore ended, unless it failed.
enum Outcome {
    Done,
    /// What it needs cannot be had on this machine, and why.
    Skipped(String),
}

type Result<T = Outcome> = std::result::Result<T, String>;

struct Chore {
    name: &'static str,
    about: &'static str,
    run: fn(&[String]) -> Result,
}

const CHORES: &[Chore] = &[
    Chore {
        name: "floors",
        about: "imports point down, crates and unsafe stay in their rooms",
        run: floors::run,
    },
    Chore {
        name: "hygiene",
        about: "no machine paths, every service has its vectors",
        run: hygiene::run,
    },
    Chore {
        name: "authing",
        about: "write the methods of the Authing clients (--check: fail when they are stale)",
        run: authing::run,
    },
    Chore {
        name: "convoai",
        about: "write the vendors of the Conversational AI client (--check: fail when they are stale)",
        run: convoai::run,
    },
    Chore {
        name: "login",
        about: "hosted login of Authing against a certified OpenID provider (needs node and npm)",
        run: login::run,
    },
    Chore {
        name: "features",
        about: "the library builds with each feature alone (--powerset: with all combinations)",
        run: features::run,
    },
    Chore {
        name: "bare",
        about: "link every feature for bare targets: no std, no allocator, no panic; flash sizes",
        run: bare::run,
    },
    Chore {
        name: "archive",
        about: "an archive of your own (--target T --features F --api a,b; --check: link those of dist)",
        run: archive::run,
    },
    Chore {
        name: "header",
        about: "write the C header (--check: fail when it is stale)",
        run: header::run,
    },
    Chore {
        name: "c",
        about: "the C interface: every vector through C and C++ compilers, sanitizers, valgrind",
        run: c::run,
    },
    Chore {
        name: "psa",
        about: "every vector on an emulated Cortex-M4, all cryptography by Mbed TLS",
        run: psa::run,
    },
    Chore {
        name: "miri",
        about: "unit tests under Miri, little- and big-endian (--quick: without the longest run)",
        run: miri::run,
    },
    Chore {
        name: "qemu",
        about: "the firmware examples on emulated boards, their tokens against the vectors",
        run: qemu::run,
    },
    Chore {
        name: "conversation",
        about: "firmware on emulated boards starts, renews and stops agents under faults (a board, a language)",
        run: conversation::run,
    },
    Chore {
        name: "footprint",
        about: "flash, stack, instructions and panics of the C functions (--write: renew the table)",
        run: footprint::run,
    },
    Chore {
        name: "dependencies",
        about: "each once in the core (--minimal: lowest versions; --oldest: compiler; --deny: licences)",
        run: dependencies::run,
    },
    Chore {
        name: "publish",
        about: "each package that may be published passes a dry run without a warning (--quick: not built)",
        run: publish::run,
    },
    Chore {
        name: "api",
        about: "write the list of the public API (--check: fail when it is stale)",
        run: api::run,
    },
    Chore {
        name: "bench",
        about: "speed beside its floor (--instructions: without time; --write: renew the table)",
        run: bench::run,
    },
    Chore {
        name: "package",
        about: "the C package as its users get it: CMake, pkg-config, ESP-IDF, Zephyr (--release: of dist)",
        run: package::run,
    },
    Chore {
        name: "dist",
        about: "headers, archives and build files for C, to hand out (--check: twice, and compare)",
        run: dist::run,
    },
    Chore {
        name: "portable",
        about: "the C interface as one file of C99 (--api a,b,c: of these functions)",
        run: portable::run,
    },
    Chore {
        name: "constant-time",
        about: "no branch on a secret: valgrind, with secrets marked as undefined",
        run: constant_time::run,
    },
    Chore {
        name: "secrets",
        about: "no key stays on the dead stack of the emulated boards",
        run: secrets::run,
    },
    Chore {
        name: "sanitize",
        about: "tests of the library and the C interface with AddressSanitizer",
        run: sanitize::run,
    },
    Chore {
        name: "web",
        about: "the page and the npm package (--check: builds twice, tests in Chromium and Node)",
        run: web::run,
    },
    Chore {
        name: "sim",
        about: "journeys under faults, simulated (--pairs, --schedules N, --seed S, --replay WORDS)",
        run: sim::run,
    },
    Chore {
        name: "fuzz",
        about: "all fuzzing harnesses (--seconds N each, --jobs N, --seed, names)",
        run: fuzz::run,
    },
    Chore {
        name: "mutants",
        about: "each small change of a room makes a test fail (--quick, rooms, files of one)",
        run: mutants::run,
    },
    Chore {
        name: "full",
        about: "all of .ci/run, then the checks that take longer",
        run: full::run,
    },
];

const SKIPPED: u8 = 77;

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let Some((name, rest)) = words.split_first() else {
        list();
        return ExitCode::SUCCESS;
    };
    let Some(chore) = CHORES.iter().find(|chore| chore.name == name) else {
        eprintln!("no chore is called `{name}`");
        list();
        return ExitCode::from(2);
    };
    match (chore.run)(rest) {
        Ok(Outcome::Done) => ExitCode::SUCCESS,
        Ok(Outcome::Skipped(reason)) => {
            println!("skipped: {reason}");
            ExitCode::from(SKIPPED)
        }
        Err(message) => {
            eprintln!("{name}: {message}");
            ExitCode::FAILURE
        }
    }
}

fn list() {
    println!("cargo xtask <chore>");
    for Chore { name, about, .. } in CHORES {
        println!("  {name:<15}{about}");
    }
}
