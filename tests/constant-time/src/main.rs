//! Everything that takes a secret, with the secret marked as undefined, so that
//! memcheck reports every branch and every address that depends on it.
//!
//! Signatures are public once they are computed, and are marked so by the
//! compression or the output that receives them. A verdict is public as well,
//! but it is a branch inside the library: `cargo xtask constant-time` has the
//! list of lines that may.
//!
//! The argument is the name of a case; without one, all are run but the leak.

mod cases;
mod memcheck;

use std::process::ExitCode;

use cases::CASES;

fn main() -> ExitCode {
    if !memcheck::is_watching() {
        eprintln!("run this under valgrind: cargo xtask constant-time");
        return ExitCode::FAILURE;
    }
    let wanted = std::env::args().nth(1);
    for (name, case) in CASES {
        if wanted.as_deref().map_or(*name != "leak", |wanted| wanted == *name) {
            case();
            println!("{name}");
        }
    }
    ExitCode::SUCCESS
}
