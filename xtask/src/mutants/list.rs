//! What cargo-mutants would change, as it lists it.

use std::path::Path;

use serde_json::Value;
use sha2::{Digest as _, Sha256};

use super::{Room, is_of};
use crate::{Result, tool};

/// One small change.
pub(super) struct Mutant {
    /// What its switch is called: the same as long as its name is, so that a
    /// source file with other mutants is not built again.
    pub(super) number: u32,
    pub(super) name: String,
    pub(super) file: String,
    pub(super) genre: String,
    pub(super) replacement: String,
    /// From 1, of the part that is replaced.
    pub(super) line: usize,
    pub(super) column: usize,
    /// It is the value of a function whose type only its body says.
    pub(super) is_opaque: bool,
    /// It is the value of a function that returns some iterator.
    pub(super) is_iterator: bool,
}

/// The mutants of `room`.
pub(super) fn list(program: &Path, room: &Room) -> Result<Vec<Mutant>> {
    let list = ask(program, room, &[])?;
    let mutants = list.iter().map(|it| {
        let text = |name: &str| it[name].as_str().map(str::to_owned);
        let place = |name: &str| {
            let number = it["span"]["start"][name].as_u64()?;
            usize::try_from(number).ok()
        };
        let name = text("name")?;
        let returned = it["function"]["return_type"].as_str().unwrap_or_default();
        Some(Mutant {
            number: number(&name),
            name,
            file: text("file")?,
            genre: text("genre")?,
            replacement: text("replacement")?,
            line: place("line")?,
            column: place("column")?,
            is_opaque: returned.contains("impl "),
            is_iterator: returned.contains("-> impl Iterator<"),
        })
    });
    mutants
        .collect::<Option<_>>()
        .ok_or_else(|| "cargo-mutants lists mutants in an unknown form".to_owned())
}

/// How many mutants of `room`, or of `files` of it, `.cargo/mutants.toml` gives a
/// reason for.
pub(super) fn excused(program: &Path, room: &Room, files: &[String]) -> Result<usize> {
    let of_files = |list: Vec<Value>| {
        let file = |it: &Value| it["file"].as_str().is_some_and(|it| is_of(it, files));
        list.iter().filter(|it| file(it)).count()
    };
    let all = of_files(ask(program, room, &["--no-config"])?);
    Ok(all - of_files(ask(program, room, &[])?))
}

/// From 2 on: 0 is none.
fn number(name: &str) -> u32 {
    let digest = Sha256::digest(name);
    let start = digest.first_chunk().copied().unwrap_or_default();
    u32::from_be_bytes(start).clamp(2, u32::MAX - 1)
}

fn ask(program: &Path, room: &Room, words: &[&str]) -> Result<Vec<Value>> {
    let mut command = tool::command(program);
    command.args(["mutants", "--package", "tokenmint", "--list", "--json"]);
    command.args(words);
    room.choose(&mut command);
    let text = tool::output(&mut command)?;
    serde_json::from_str(&text).map_err(|error| format!("cargo-mutants lists no JSON: {error}"))
}
