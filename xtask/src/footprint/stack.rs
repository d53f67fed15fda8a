//! The least stack of a call, to the eight bytes: an emulated Cortex-M33 runs it
//! again and again with an end of the stack that the processor watches, and a
//! fault says that it was too near. Painting would miss what is reserved and not
//! written.
//!
//! Its core runs what is compiled for the M4 and the M0. Of a RISC-V core the
//! stack is painted: it has nothing that watches.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use super::rows::{HOOKS, Measured};
use crate::archive::{self, Sha};
use crate::document::{Section, grouped};
use crate::emulated::{self, Objects};
use crate::llvm::Llvm;
use crate::qemu::{self, Board, M33};
use crate::{Result, c, tool};

pub(super) const SECTION: Section = Section {
    document: "docs/firmware.md",
    begin: "<!-- stacks: written by `cargo xtask footprint --write` -->",
    end: "<!-- end of stacks -->",
};

const WATCHED: &[&str] = &["limit.c", "switch.S"];
const STRICT: &[&str] = &["-Wall", "-Wextra", "-Werror"];

/// Whether the stack of what is made for `board` can be watched.
pub(super) fn is_watched(board: &Board) -> bool {
    board.compiler == M33.compiler
}

/// What `tokens_stack.c` prints: the functions of the example, each with what it
/// has in its own frame.
pub(super) fn of_tokens(board: &Board, archive: &Path, compression: &str) -> Result<String> {
    let mut objects = Objects::new(board, &format!("tokens-{compression}"))?;
    let own = ["tokens_stack.c"].iter().chain(WATCHED);
    let mut sources: Vec<PathBuf> = own.map(|&name| emulated::source(name)).collect();
    sources.extend(["tokens.c", "round.c"].map(emulated::example));
    let compression = format!("-DTOKENMINT_COMPRESSION={compression}");
    objects.add(
        &sources,
        &[STRICT, &["-ffreestanding", &compression]].concat(),
    )?;
    qemu::emulate(&M33, &objects.link(&M33, &[archive], &[])?, false)
}

/// The bytes that [`of_tokens`] says of one function.
pub(super) fn line(text: &str, Measured { name, what, .. }: Measured) -> Result<u64> {
    let start = format!("{name}\t{what}\t");
    text.lines()
        .find_map(|line| line.strip_prefix(&start)?.parse().ok())
        .ok_or_else(|| format!("no stack of {name} {what} in\n{text}"))
}

/// The table of every function of the C interface, over all vectors.
pub(super) fn table(llvm: &Llvm, board: &Board) -> Result<String> {
    let archive = qemu::archive(llvm, board, Sha::Compact)?;
    let mut functions = archive::api(llvm, &archive)?;
    functions.retain(|name| !HOOKS.contains(&name.as_str()));
    let place = Objects::new(board, "cases")?;
    let cases = place.path(c::CASES);
    c::write_cases(&cases)?;
    let all = tool::read(&cases)?;
    // A case of 007 is there with each compression.
    let is_exact = |line: &str| line.starts_with("  {\"agora ") && line.contains(" exact");
    let others: String = all
        .split_inclusive('\n')
        .filter(|line| !is_exact(line))
        .collect();
    let others_file = place.path("others.c");
    std::fs::write(&others_file, others)
        .map_err(|error| format!("cannot write {}: {error}", others_file.display()))?;

    let all = of_cases(board, &archive, &functions, &cases)?;
    let others = of_cases(board, &archive, &functions, &others_file)?;
    let mut text =
        String::from("| function | least stack | with exact compression |\n|---|--:|--:|");
    for name in &functions {
        // Of a function that a struct names only the library calls: it is part of
        // what calls it. (`cargo xtask c` sees to it that the driver has all.)
        let Some(bytes) = all.get(name) else {
            continue;
        };
        let without = others.get(name).unwrap_or(bytes);
        let exact = if without == bytes {
            String::new()
        } else {
            grouped(*bytes)
        };
        let _ = write!(text, "\n| `{name}` | {} | {exact} |", grouped(*without));
    }
    Ok(text)
}

/// What each function takes at most in `cases`.
fn of_cases(
    board: &Board,
    archive: &Path,
    functions: &[String],
    cases: &Path,
) -> Result<BTreeMap<String, u64>> {
    let mut objects = Objects::new(board, "cases")?;
    let doors = objects.path("doors.S");
    std::fs::write(&doors, doors_of(functions))
        .map_err(|error| format!("cannot write {}: {error}", doors.display()))?;
    let watched: Vec<PathBuf> = ["cases_stack.c"]
        .iter()
        .chain(WATCHED)
        .map(|&name| emulated::source(name))
        .chain([doors])
        .collect();
    objects.add(&watched, STRICT)?;
    let mut sources: Vec<&Path> = c::SOURCES.iter().map(Path::new).collect();
    sources.push(cases);
    objects.add(&sources, &["-Dmain=driver_main"])?;
    let wrapped = objects.path("wrapped");
    let list: String = functions
        .iter()
        .map(|name| format!("-Wl,--wrap={name}\n"))
        .collect();
    std::fs::write(&wrapped, list)
        .map_err(|error| format!("cannot write {}: {error}", wrapped.display()))?;
    let wrapped = format!("@{}", wrapped.display());
    let text = qemu::emulate(&M33, &objects.link(&M33, &[archive], &[&wrapped])?, false)?;
    let found: BTreeMap<String, u64> = text
        .lines()
        .filter_map(|line| line.split_once('\t'))
        .filter_map(|(name, bytes)| Some((name.to_owned(), bytes.parse().ok()?)))
        .collect();
    if found.is_empty() {
        return Err(format!("the driver measures nothing:\n{text}"));
    }
    Ok(found)
}

/// Where calls of the functions go: to `stack_entry`, with the number of each.
fn doors_of(functions: &[String]) -> String {
    let mut text = String::from("  .syntax unified\n  .cpu cortex-m33\n  .thumb\n  .text\n");
    for (at, name) in functions.iter().enumerate() {
        let _ = write!(
            text,
            "  .global __wrap_{name}\n  .thumb_func\n  .type __wrap_{name}, %function\n\
             __wrap_{name}:\n  movw ip, #{at}\n  b.w stack_entry\n"
        );
    }
    text += "  .section .rodata.doors, \"a\", %progbits\n  .balign 4\n";
    text += "  .global stack_functions\nstack_functions:\n";
    for name in functions {
        let _ = writeln!(text, "  .word __real_{name}");
    }
    text += "  .global stack_names\nstack_names:\n";
    for at in 0..functions.len() {
        let _ = writeln!(text, "  .word .Lname{at}");
    }
    let _ = write!(
        text,
        "  .global stack_count\nstack_count:\n  .word {}\n",
        functions.len()
    );
    for (at, name) in functions.iter().enumerate() {
        let _ = writeln!(text, ".Lname{at}:\n  .asciz \"{name}\"");
    }
    text
}
