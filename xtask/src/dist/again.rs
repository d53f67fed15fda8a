//! Builds again from a copy of the source in another folder, with nothing
//! built before: are the bytes the same?

use std::path::Path;

use crate::{Result, tool};

use super::sums::NAME as SUMS;
use super::{files, packages};

/// Fails unless a second run gives what is in `place`.
pub(super) fn compare(place: &Path) -> Result<()> {
    let again = tool::target_dir().join("dist-again");
    files::fresh(&again)?;
    let source = again.join("another/folder");
    tool::copy_source(&source)?;
    tool::run(
        tool::cargo("run --quiet --locked --package xtask -- dist")
            .current_dir(&source)
            .env("CARGO_TARGET_DIR", again.join("target")),
    )?;
    let second = again.join("target/dist");
    // Of each folder first: its list says which file differs.
    let folders = packages::folders().chain(["tokenmint".to_owned()]);
    let mut names: Vec<_> = folders.map(|folder| format!("{folder}/{SUMS}")).collect();
    names.push(SUMS.to_owned());
    for name in names {
        let read = |folder: &Path| {
            std::fs::read(folder.join(&name))
                .map_err(|error| format!("cannot read {name}: {error}"))
        };
        let (first, second) = (read(place)?, read(&second)?);
        if first != second {
            return Err(format!(
                "{name} differs in the second run:\n{}",
                differing(&first, &second)
            ));
        }
    }
    println!("a second run from another folder gives the same bytes");
    Ok(())
}

/// Lines of a list of sums that are not in the other.
fn differing(first: &[u8], second: &[u8]) -> String {
    let second = String::from_utf8_lossy(second);
    let known: Vec<&str> = second.lines().collect();
    String::from_utf8_lossy(first)
        .lines()
        .filter(|line| !known.contains(line))
        .take(20)
        .collect::<Vec<_>>()
        .join("\n")
}
