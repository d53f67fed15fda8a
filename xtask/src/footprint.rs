//! What a C function costs on a device.
//!
//! - Flash: the archive is linked with one function as the root, with newlib's
//!   small libc and no start-up code; code and constants of all that is left.
//! - Static RAM: `.data` and `.bss` of the same image, which has to be 0.
//! - Panics: what in that image ends in a panic, as `cargo xtask bare` finds it.
//! - Stack and instructions: `measure.c` of `examples/firmware-c`, on emulated
//!   boards that count instructions. Run twice, to be sure of that. Of Cortex-M
//!   cores the stack is the least that a call gets along with.
//!
//! The tables stand in `docs/firmware.md`; `--write` renews them, and `--stack` is
//! about the one of stacks alone. The chore fails
//! above a limit, for a goal that is met and still has a limit above it, for a
//! panic that the allow-list does not excuse, and, without `--write`, when a
//! number has moved by more than a fiftieth from the table.

mod judge;
mod measure;
mod report;
mod rows;
mod stack;

use std::path::Path;

use crate::document::Section;
use crate::llvm::Llvm;
use crate::qemu::{self, BOARDS, Board};
use crate::{Outcome, Result};

use measure::Column;

pub(crate) use report::cost;

/// Flash of each row with compact hashes on a board, linked with `library`, an
/// archive or an object.
pub(crate) fn flash(
    llvm: &Llvm,
    board: &Board,
    library: &Path,
) -> Result<Vec<(&'static str, u64)>> {
    measure::flash(llvm, board, library)
}

pub(crate) fn run(words: &[String]) -> Result {
    let is = |name: &str| words.iter().any(|word| word == name);
    let (write, only_stack) = (is("--write"), is("--stack"));
    if words.len() != usize::from(write) + usize::from(only_stack) {
        return Err("usage: cargo xtask footprint [--stack] [--write]".to_owned());
    }
    if let Some(missing) = qemu::missing() {
        return Ok(Outcome::Skipped(missing));
    }
    let llvm = Llvm::find()?;
    let mut findings = Vec::new();
    settle(
        &stack::SECTION,
        &stack::table(&llvm, qemu::m4()?)?,
        write,
        &mut findings,
    )?;
    if only_stack {
        return done(&findings);
    }
    let columns = BOARDS
        .iter()
        .map(|board| Column::measure(&llvm, board))
        .collect::<Result<Vec<_>>>()?;
    judge::panics(&columns, &mut findings)?;
    for column in &columns {
        column.judge(&mut findings);
    }
    let table = format!(
        "{}\n\n{}",
        report::table(&columns),
        report::misses(&columns)
    );
    settle(&report::SECTION, &table, write, &mut findings)?;
    done(&findings)
}

/// Writes a table, or compares it with the one that stands there.
fn settle(section: &Section, table: &str, write: bool, findings: &mut Vec<String>) -> Result<()> {
    println!("{table}");
    if write {
        section.write(table)
    } else {
        report::compare(section, table, findings)
    }
}

fn done(findings: &[String]) -> Result {
    if findings.is_empty() {
        Ok(Outcome::Done)
    } else {
        Err(findings.join("\n"))
    }
}
