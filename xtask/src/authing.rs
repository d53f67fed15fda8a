//! The methods of the Authing clients, from their table.
//!
//! | from | to |
//! |---|---|
//! | `src/client/authing/endpoints.tsv`, a line a method | `src/client/authing/{authentication,management}/requests/`, a file an area, and `requests.rs` beside it |
//! | `answers.tsv`, `enums.tsv` beside it | `src/client/authing/answers/` |
//!
//! What the table cannot say is in [`areas`] and [`exceptions`].

use std::collections::BTreeMap;
use std::path::PathBuf;

use crate::{Outcome, Result, tool};

mod answers;
mod areas;
mod exceptions;
mod kinds;
mod notes;
mod table;
mod write;

const TABLE: &str = "src/client/authing/endpoints.tsv";
const ANSWERS: &str = "src/client/authing/answers.tsv";
const ENUMS: &str = "src/client/authing/enums.tsv";
/// Where the typed answers go.
const TYPED: &str = "src/client/authing/answers";

pub(crate) fn run(words: &[String]) -> Result {
    let check = match words {
        [] => false,
        [word] if word == "--check" => true,
        _ => return Err("usage: cargo xtask authing [--check]".to_owned()),
    };
    let rows = table::parse(&tool::read(TABLE)?, &tool::read(ANSWERS)?)?;
    let types = answers::Types::parse(&tool::read(ANSWERS)?, &tool::read(ENUMS)?, &rows);
    let mut typed = types.files();
    for client in areas::CLIENTS {
        let mine: Vec<_> = rows
            .iter()
            .filter(|row| row.client == client.name)
            .collect();
        let files = write::files(client, &mine)?;
        keep(&client.folder(), "requests", &files, check)?;
        typed.insert(
            format!("{}.rs", client.name),
            types.of_client(client, &mine),
        );
        println!(
            "{}: {} methods, {} files",
            client.name,
            mine.len(),
            files.len()
        );
    }
    keep(TYPED, "views", &typed, check)?;
    Ok(Outcome::Done)
}

/// Writes the files below a folder, of which one of its folders has no others;
/// or fails where they differ.
fn keep(folder: &str, owned: &str, files: &BTreeMap<String, String>, check: bool) -> Result<()> {
    let folder = tool::root().join(folder);
    let stale = stale(&folder, owned, files)?;
    match stale.first() {
        Some(path) if check => Err(format!(
            "{} is stale: run `cargo xtask authing`",
            path.display()
        )),
        _ if check => Ok(()),
        _ => store(&folder, owned, files),
    }
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
            // How it is sent; what else is known of it stays in the table.
            line: line
                .split('\t')
                .skip(1)
                .take(5)
                .collect::<Vec<_>>()
                .join(" "),
        }
    });
    Ok(methods.collect())
}

/// Files that differ from what the table says, those too many included.
fn stale(
    folder: &std::path::Path,
    owned: &str,
    files: &BTreeMap<String, String>,
) -> Result<Vec<PathBuf>> {
    let mut stale: Vec<PathBuf> = files
        .iter()
        .map(|(name, text)| (folder.join(name), text))
        .filter(|(path, text)| std::fs::read_to_string(path).ok().as_ref() != Some(text))
        .map(|(path, _)| path)
        .collect();
    for name in names_in(&folder.join(owned))? {
        if !files.contains_key(&format!("{owned}/{name}")) {
            stale.push(folder.join(owned).join(name));
        }
    }
    Ok(stale)
}

fn store(folder: &std::path::Path, owned: &str, files: &BTreeMap<String, String>) -> Result<()> {
    let failed = |error: std::io::Error| format!("cannot write {}: {error}", folder.display());
    for name in names_in(&folder.join(owned))? {
        if !files.contains_key(&format!("{owned}/{name}")) {
            std::fs::remove_file(folder.join(owned).join(name)).map_err(failed)?;
        }
    }
    std::fs::create_dir_all(folder.join(owned)).map_err(failed)?;
    for (name, text) in files {
        std::fs::write(folder.join(name), text).map_err(failed)?;
    }
    Ok(())
}

/// The files that are there.
fn names_in(folder: &std::path::Path) -> Result<Vec<String>> {
    let Ok(entries) = std::fs::read_dir(folder) else {
        return Ok(Vec::new());
    };
    entries
        .map(|entry| {
            let name = entry.map_err(|error| error.to_string())?.file_name();
            Ok(name.to_string_lossy().into_owned())
        })
        .collect()
}
