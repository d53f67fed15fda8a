//! Keys on the dead stack: what a mint, or a check, leaves behind on emulated
//! boards, searched for everything that could sign another token.
//!
//! `examples/firmware-c/secrets.c` prints the stack below its own frame after
//! every call. Eight bytes in a row of a needle, in any of its forms, are a find.

use std::collections::HashMap;
use std::path::Path;

use crate::archive::Sha;
use crate::llvm::Llvm;
use crate::qemu::{self, BOARDS, Board};
use crate::{Outcome, Result};

mod needles;

use needles::Needle;

/// Bytes in a row that count as a find.
const WINDOW: usize = 8;

/// A board whose memory holds a copy of the stack as well.
const SMALL: &str = "microbit";

/// On the boards that are named, or on all.
pub(crate) fn run(words: &[String]) -> Result {
    if let Some(missing) = qemu::missing() {
        return Ok(Outcome::Skipped(missing));
    }
    let llvm = Llvm::find()?;
    let mut finds = Vec::new();
    let wanted = |board: &&Board| words.is_empty() || words.iter().any(|it| it == board.name);
    let boards = BOARDS.iter().filter(|board| board.name != SMALL);
    for board in boards.filter(wanted) {
        for sha in [Sha::Compact, Sha::Unrolled] {
            search(&llvm, board, sha, &mut finds)?;
        }
    }
    if finds.is_empty() {
        Ok(Outcome::Done)
    } else {
        Err(format!("left on the stack:\n{}", finds.join("\n")))
    }
}

fn search(llvm: &Llvm, board: &Board, sha: Sha, finds: &mut Vec<String>) -> Result<()> {
    let image = qemu::c_image(llvm, board, "secrets", sha, "tokenmint_compress_fixed")?;
    search_image(board, &image, sha.name(), finds)
}

/// Runs an image of `secrets.c`; `kind` says how its library was made.
pub(crate) fn search_image(
    board: &Board,
    image: &Path,
    kind: &str,
    finds: &mut Vec<String>,
) -> Result<()> {
    let text = qemu::emulate(board, image, false)?;
    let (mut calls, mut bytes) = (0, 0);
    for line in text.lines() {
        let words: Vec<&str> = line.split('\t').collect();
        let [name, what, digits] = words[..] else {
            continue;
        };
        let dead = needles::hex(digits)?;
        let used = dead.len()
            - dead
                .iter()
                .position(|byte| *byte != 0)
                .unwrap_or(dead.len());
        // A stack that nothing was written to proves nothing.
        if used < 64 {
            return Err(format!("{name}: {what} used {used} bytes of stack"));
        }
        calls += 1;
        bytes += used;
        for needle in needles::of(name)? {
            if let Some((form, depth)) = find(&dead, &needle) {
                finds.push(format!(
                    "{} {}: {name} {what}: {} ({form}), {depth} bytes down",
                    board.core, kind, needle.what
                ));
            }
        }
    }
    println!(
        "{:<6}{:<16}{calls} calls, {bytes} bytes of dead stack",
        board.core, kind
    );
    if calls == 0 {
        return Err(format!("{} prints no stack:\n{text}", image.display()));
    }
    Ok(())
}

/// The form of `needle` that `dead` holds, and how far below the caller.
fn find(dead: &[u8], needle: &Needle) -> Option<(&'static str, usize)> {
    let mut windows = HashMap::new();
    for (form, bytes) in &needle.forms {
        for window in bytes.windows(WINDOW) {
            // A row of one byte is no secret.
            if window.iter().any(|byte| *byte != window[0]) {
                windows.insert(window, *form);
            }
        }
    }
    dead.windows(WINDOW)
        .enumerate()
        .find_map(|(at, window)| Some((*windows.get(window)?, dead.len() - at)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_is_found() {
        let key: Vec<u8> = (1..=32).collect();
        let needle = Needle::key("key", &key);
        for (form, bytes) in &needle.forms {
            let mut dead = vec![0; 100];
            dead[40..48].copy_from_slice(&bytes[3..11]);
            assert_eq!(find(&dead, &needle), Some((*form, 60)));
        }
        assert_eq!(find(&[0; 100], &needle), None);
        assert_eq!(find(&[1, 2, 3, 4, 5, 6, 7, 0], &needle), None);
    }
}
