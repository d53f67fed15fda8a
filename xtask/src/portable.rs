//! The C interface as one file of C99, for compilers that Rust does not have.
//!
//! | step | file |
//! |---|---|
//! | the interface becomes WebAssembly, linked from the wanted functions on | `build` |
//! | functions, constants, and which numbers are addresses | `module`, `relocate` |
//! | each function as C: instructions, frame, names, prototypes of the header | `translate`, `operators`, `expression`, `frame`, `names`, `prototypes`, `hide`, `tidy` |
//! | constants as arrays and structs | `objects` |
//! | what clears the stack | `wipe` |
//! | macros for memory, and what the file cannot work on | `runtime`, `runtime.h` |
//! | all of it in one file | `write` |
//! | does it say what the library says | `check` |
//! | what stays on the stack | `secrets` |
//! | branches on a secret, and addresses | `constant_time` |

use std::path::{Path, PathBuf};

use crate::{Outcome, Result, constant_time as memcheck, header, tool};

mod build;
mod check;
mod constant_time;
mod expression;
mod frame;
mod hide;
mod module;
mod names;
mod objects;
mod operators;
mod prototypes;
mod relocate;
mod runtime;
mod secrets;
mod tidy;
mod translate;
mod wipe;
mod write;

use build::Library;

const USAGE: &str = "usage: cargo xtask portable [--api function,function] --check, \
     --secrets or --constant-time";

/// The name of the file.
pub(crate) const FILE: &str = "tokenmint_portable.c";

pub(crate) fn run(words: &[String]) -> Result {
    let place = tool::target_dir().join("portable/c");
    let files = match words {
        [] => write(&place)?,
        [word, list] if word == "--api" => Library::build()?.write_cut(list, &place.join("cut"))?,
        [word] if word == "--check" => {
            if let Some(missing) = check::missing() {
                return Ok(Outcome::Skipped(missing));
            }
            check::run(&place)?;
            Vec::new()
        }
        [word] if word == "--secrets" => {
            if let Some(missing) = check::missing() {
                return Ok(Outcome::Skipped(missing));
            }
            secrets::run(&place)?;
            Vec::new()
        }
        [word] if word == "--constant-time" => {
            let missing = check::missing();
            if let Some(missing) = missing.map_or_else(memcheck::missing, |it| Ok(Some(it)))? {
                return Ok(Outcome::Skipped(missing));
            }
            constant_time::run(&place)?;
            Vec::new()
        }
        _ => return Err(USAGE.to_owned()),
    };
    for file in files {
        println!("{}", file.display());
    }
    Ok(Outcome::Done)
}

/// Writes the file with every function, which goes with the headers of
/// `include/`, to `place`.
pub(crate) fn write(place: &Path) -> Result<Vec<PathBuf>> {
    Ok(vec![Library::build()?.write(place)?])
}

impl Library {
    fn write(&self, place: &Path) -> Result<PathBuf> {
        let text = write::file(self, &self.api)?;
        keep(place, FILE, &text)
    }

    /// The file with the functions in `list`, and a header of its own.
    fn write_cut(&self, list: &str, place: &Path) -> Result<Vec<PathBuf>> {
        let wanted: Vec<&str> = list.split(',').map(str::trim).collect();
        let cut = header::cut::cut(&wanted)?;
        let text = write::file(self, &cut.functions)?;
        Ok(vec![
            keep(place, FILE, &text)?,
            keep(place, "tokenmint.h", &cut.text)?,
        ])
    }
}

fn keep(place: &Path, name: &str, text: &str) -> Result<PathBuf> {
    let file = place.join(name);
    std::fs::create_dir_all(place)
        .and_then(|()| std::fs::write(&file, text))
        .map_err(|error| format!("cannot write {}: {error}", file.display()))?;
    Ok(file)
}
