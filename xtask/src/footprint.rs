//! What a C function costs on a device.
//!
//! - Flash: the archive is linked with one function as the root, with newlib's
//!   small libc and no start-up code; code and constants of all that is left.
//! - Static RAM: `.data` and `.bss` of the same image, which has to be 0.
//! - Panics: what in that image ends in a panic, as `cargo xtask bare` finds it.
//! - Stack and instructions: `measure.c` of `examples/firmware-c`, on emulated
//!   boards that count instructions. Run twice, to be sure of that.
//!
//! The table stands in `docs/firmware.md`; `--write` renews it. The chore fails
//! above a limit, for a goal that is met and still has a limit above it, for a
//! panic that the allow-list does not excuse, and, without `--write`, when a
//! number has moved by more than a fiftieth from the table.

mod judge;
mod measure;
mod report;
mod rows;

use std::path::Path;

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
    let write = match words {
        [] => false,
        [word] if word == "--write" => true,
        _ => return Err("it takes `--write` or nothing".to_owned()),
    };
    if let Some(missing) = qemu::missing() {
        return Ok(Outcome::Skipped(missing));
    }
    let llvm = Llvm::find()?;
    let mut findings = Vec::new();
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
    println!("{table}");
    if write {
        report::SECTION.write(&table)?;
    } else {
        report::compare(&table, &mut findings)?;
    }
    if findings.is_empty() {
        Ok(Outcome::Done)
    } else {
        Err(findings.join("\n"))
    }
}
