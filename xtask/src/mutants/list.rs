//! What cargo-mutants would change, as it lists it.

use std::path::Path;

use serde_json::Value;

use super::{Room, only};
use crate::{Result, tool};

/// One small change.
pub(super) struct Mutant {
    /// From 1, of all rooms.
    pub(super) number: u32,
    pub(super) name: String,
    pub(super) file: String,
    pub(super) genre: String,
    pub(super) replacement: String,
    /// From 1, of the part that is replaced.
    pub(super) line: usize,
    pub(super) column: usize,
}

/// The mutants of `room`, or of `files` of it.
pub(super) fn list(
    program: &Path,
    room: &Room,
    files: &[String],
    next_number: &mut u32,
) -> Result<Vec<Mutant>> {
    let list = ask(program, room, files, &[])?;
    let mutants = list.iter().map(|it| {
        let number = *next_number;
        *next_number += 1;
        let text = |name: &str| it[name].as_str().map(str::to_owned);
        let place = |name: &str| {
            let number = it["span"]["start"][name].as_u64()?;
            usize::try_from(number).ok()
        };
        Some(Mutant {
            number,
            name: text("name")?,
            file: text("file")?,
            genre: text("genre")?,
            replacement: text("replacement")?,
            line: place("line")?,
            column: place("column")?,
        })
    });
    mutants
        .collect::<Option<_>>()
        .ok_or_else(|| "cargo-mutants lists mutants in an unknown form".to_owned())
}

/// How many mutants of `room`, or of `files` of it, `.cargo/mutants.toml` gives a
/// reason for.
pub(super) fn excused(program: &Path, room: &Room, files: &[String]) -> Result<usize> {
    let all = ask(program, room, files, &["--no-config"])?.len();
    Ok(all - ask(program, room, files, &[])?.len())
}

fn ask(program: &Path, room: &Room, files: &[String], words: &[&str]) -> Result<Vec<Value>> {
    let mut command = tool::command(program);
    command.args(["mutants", "--package", "tokenmint", "--list", "--json"]);
    command.args(words);
    room.choose(&mut command);
    only(files, &mut command);
    let text = tool::output(&mut command)?;
    serde_json::from_str(&text).map_err(|error| format!("cargo-mutants lists no JSON: {error}"))
}
