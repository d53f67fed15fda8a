//! The vendor types of the Conversational AI client, from their table.
//!
//! | from | to |
//! |---|---|
//! | `src/client/convoai/vendors.tsv`, a line an option | `src/client/convoai/vendors/{stt,llm,tts,mllm,avatar}.rs`, and the same in `vendors/cn/` |
//!
//! What the table cannot say is in [`exceptions`]; what the options of a class
//! ask of each other is written by hand in `vendors/rules/`.

use std::collections::BTreeMap;

use crate::{Outcome, Result, tool};

mod exceptions;
mod table;
mod write;

const TABLE: &str = "src/client/convoai/vendors.tsv";
const FOLDER: &str = "src/client/convoai/vendors";

pub(crate) fn run(words: &[String]) -> Result {
    let check = match words {
        [] => false,
        [word] if word == "--check" => true,
        _ => return Err("usage: cargo xtask convoai [--check]".to_owned()),
    };
    let classes = table::parse(&tool::read(TABLE)?)?;
    let options: usize = classes.iter().map(|class| class.options.len()).sum();
    let files = write::files(&classes)?;
    for (name, text) in &files {
        let path = tool::root().join(FOLDER).join(name);
        if check && std::fs::read_to_string(&path).ok().as_ref() != Some(text) {
            return Err(format!(
                "{FOLDER}/{name} is stale: run `cargo xtask convoai`"
            ));
        }
        if !check {
            let failed = |error| format!("cannot write {FOLDER}/{name}: {error}");
            std::fs::create_dir_all(path.parent().unwrap_or(&path)).map_err(failed)?;
            std::fs::write(&path, text).map_err(failed)?;
        }
    }
    println!(
        "convoai: {} vendors with {options} options, {} files",
        classes.len(),
        files.len()
    );
    Ok(Outcome::Done)
}

type Files = BTreeMap<String, String>;
