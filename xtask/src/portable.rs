//! The C interface as one file of C99, for compilers that Rust does not have.
//!
//! | step | file |
//! |---|---|
//! | the interface becomes WebAssembly, linked from the wanted functions on | `build` |
//! | functions, constants, and which numbers are addresses | `module`, `relocate` |
//! | each function as C: instructions, frame, names, prototypes of the header | `translate`, `operators`, `expression`, `frame`, `names`, `prototypes`, `tidy` |
//! | constants as arrays and structs | `objects` |
//! | what clears the stack | `wipe` |
//! | macros for memory, and what the file cannot work on | `runtime`, `runtime.h` |
//! | all of it in one file | `write` |

use std::path::{Path, PathBuf};

use crate::{Outcome, Result, tool};

mod build;
mod expression;
mod frame;
mod module;
mod names;
mod objects;
mod operators;
mod prototypes;
mod relocate;
mod runtime;
mod tidy;
mod translate;
mod wipe;
mod write;

use build::Library;

const USAGE: &str = "usage: cargo xtask portable [--api a,b,c]";

/// The name of the file.
pub(crate) const FILE: &str = "tokenmint_portable.c";

pub(crate) fn run(words: &[String]) -> Result {
    let library = Library::build()?;
    let functions = match words {
        [] => library.api.clone(),
        [word, list] if word == "--api" => library.chosen(list)?,
        _ => return Err(USAGE.to_owned()),
    };
    let place = tool::target_dir().join("portable");
    let file = write(&library, &functions, &place)?;
    println!("{}", file.display());
    Ok(Outcome::Done)
}

/// Writes the file with `functions` to `place`.
fn write(library: &Library, functions: &[String], place: &Path) -> Result<PathBuf> {
    let text = write::file(library, functions)?;
    let file = place.join(FILE);
    std::fs::write(&file, text)
        .map_err(|error| format!("cannot write {}: {error}", file.display()))?;
    Ok(file)
}
