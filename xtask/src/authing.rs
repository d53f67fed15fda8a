//! The methods of the Authing clients, from their table.
//!
//! | from | to |
//! |---|---|
//! | `src/client/authing/endpoints.tsv`, a line a method | `src/client/authing/{authentication,management}/requests/`, a file an area, and `requests.rs` beside it |
//!
//! What the table cannot say is in [`areas`] and [`exceptions`].

use std::collections::BTreeMap;
use std::path::PathBuf;

use crate::{Outcome, Result, tool};

mod areas;
mod exceptions;
mod kinds;
mod notes;
mod table;
mod write;

const TABLE: &str = "src/client/authing/endpoints.tsv";
const ANSWERS: &str = "src/client/authing/answers.tsv";

pub(crate) fn run(words: &[String]) -> Result {
    let check = match words {
        [] => false,
        [word] if word == "--check" => true,
        _ => return Err("usage: cargo xtask authing [--check]".to_owned()),
    };
    let rows = table::parse(&tool::read(TABLE)?, &tool::read(ANSWERS)?)?;
    for client in areas::CLIENTS {
        let mine: Vec<_> = rows
            .iter()
            .filter(|row| row.client == client.name)
            .collect();
        let files = write::files(client, &mine)?;
        let folder = tool::root().join(client.folder());
        let stale = stale(&folder, &files)?;
        if check && !stale.is_empty() {
            return Err(format!(
                "{} is stale: run `cargo xtask authing`",
                stale[0].display()
            ));
        }
        if !check {
            store(&folder, &files)?;
        }
        println!(
            "{}: {} methods, {} files",
            client.name,
            mine.len(),
            files.len()
        );
    }
    Ok(Outcome::Done)
}

/// A method as other chores see it.
pub(crate) struct Method {
    /// The type of its call.
    pub(crate) path: String,
    /// Its line of the table.
    pub(crate) line: String,
}

/// The methods of the table, those that are written by hand too.
pub(crate) fn methods() -> Result<Vec<Method>> {
    let text = tool::read(TABLE)?;
    let rows = table::parse(&text, &tool::read(ANSWERS)?)?;
    let methods = rows.iter().zip(text.lines().skip(1)).map(|(row, line)| {
        let (client, name) = (&row.client, write::type_name(&row.method));
        Method {
            path: format!("tokenmint::client::authing::{client}::{name}"),
            line: line.split('\t').skip(1).collect::<Vec<_>>().join(" "),
        }
    });
    Ok(methods.collect())
}

/// Files that differ from what the table says, those too many included.
fn stale(folder: &std::path::Path, files: &BTreeMap<String, String>) -> Result<Vec<PathBuf>> {
    let mut stale: Vec<PathBuf> = files
        .iter()
        .map(|(name, text)| (folder.join(name), text))
        .filter(|(path, text)| std::fs::read_to_string(path).ok().as_ref() != Some(text))
        .map(|(path, _)| path)
        .collect();
    for name in areas_in(folder)? {
        if !files.contains_key(&format!("requests/{name}")) {
            stale.push(folder.join("requests").join(name));
        }
    }
    Ok(stale)
}

fn store(folder: &std::path::Path, files: &BTreeMap<String, String>) -> Result<()> {
    let failed = |error: std::io::Error| format!("cannot write {}: {error}", folder.display());
    for name in areas_in(folder)? {
        if !files.contains_key(&format!("requests/{name}")) {
            std::fs::remove_file(folder.join("requests").join(name)).map_err(failed)?;
        }
    }
    std::fs::create_dir_all(folder.join("requests")).map_err(failed)?;
    for (name, text) in files {
        std::fs::write(folder.join(name), text).map_err(failed)?;
    }
    Ok(())
}

/// The files that are there.
fn areas_in(folder: &std::path::Path) -> Result<Vec<String>> {
    let Ok(entries) = std::fs::read_dir(folder.join("requests")) else {
        return Ok(Vec::new());
    };
    entries
        .map(|entry| {
            let name = entry.map_err(|error| error.to_string())?.file_name();
            Ok(name.to_string_lossy().into_owned())
        })
        .collect()
}
