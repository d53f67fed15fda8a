//! What a row of the table comes to on a board.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use super::rows::{Measured, ROWS, Roots, Row};
use super::stack;
use crate::archive::{self, Sha};
use crate::bare::symbols;
use crate::llvm::Llvm;
use crate::qemu::{self, Board};
use crate::{Result, tool};

/// All rows on one board.
pub(super) struct Column {
    pub(super) board: &'static Board,
    pub(super) cells: Vec<Cell>,
}

#[derive(Default)]
pub(super) struct Cell {
    pub(super) flash: u64,
    pub(super) ram: u64,
    pub(super) panics: BTreeSet<String>,
    pub(super) stack: Option<u64>,
    pub(super) instructions: Option<u64>,
}

impl Column {
    pub(super) fn measure(llvm: &Llvm, board: &'static Board) -> Result<Self> {
        let mut runs = Runs {
            llvm,
            board,
            done: BTreeMap::new(),
            watched: BTreeMap::new(),
        };
        let mut cells = Vec::new();
        for row in ROWS {
            let archive = qemu::archive(llvm, board, row.sha)?;
            let mut cell = linked(llvm, board, row, &archive)?;
            if let Some(measured) = row.measured {
                let (stack, instructions) = runs.of(measured, row.sha)?;
                cell.stack = Some(stack);
                cell.instructions = Some(instructions);
            }
            cells.push(cell);
        }
        Ok(Self { board, cells })
    }
}

/// Flash of the rows with compact hashes on a board, linked with `library`.
pub(super) fn flash(
    llvm: &Llvm,
    board: &Board,
    library: &Path,
) -> Result<Vec<(&'static str, u64)>> {
    ROWS.iter()
        .filter(|row| row.sha == Sha::Compact)
        .map(|row| Ok((row.name, linked(llvm, board, row, library)?.flash)))
        .collect()
}

/// Links one row with `library` and looks at the image.
fn linked(llvm: &Llvm, board: &Board, row: &Row, library: &Path) -> Result<Cell> {
    let roots: Vec<String> = match row.roots {
        Roots::These(names) => names.iter().map(|&name| name.to_owned()).collect(),
        Roots::Set(with, without) => archive::api(llvm, library)?
            .into_iter()
            .filter(|name| {
                let call = format!("{name}(");
                let begins = |prefix: &&str| call.starts_with(*prefix);
                with.iter().any(begins) && !without.iter().any(begins)
            })
            .collect(),
    };
    let entry = roots.first().ok_or("a row has no roots")?;
    let directory = tool::target_dir()
        .join("firmware/footprint")
        .join(board.name);
    std::fs::create_dir_all(&directory)
        .map_err(|error| format!("cannot make {}: {error}", directory.display()))?;
    let image = directory.join(format!(
        "{}.elf",
        row.name.replace([' ', ',', '(', ')'], "-")
    ));
    tool::run(
        tool::command(board.compiler)
            .args(board.machine)
            .current_dir(tool::root().join("examples/firmware-c"))
            .args(["-nostartfiles", "-Wl,--gc-sections", "-Wl,-z,noexecstack"])
            .args(["-T", &format!("boards/{}.ld", board.name)])
            .arg(format!("-Wl,--entry={entry}"))
            .args(roots.iter().map(|root| format!("-Wl,--undefined={root}")))
            .arg(library)
            .arg("-o")
            .arg(&image),
    )?;
    let sizes = tool::output(llvm.command("llvm-size").arg("--format=sysv").arg(&image))?;
    let flash = symbols::section_sizes(&sizes, symbols::FLASH);
    Ok(Cell {
        flash: flash.saturating_sub(of_libc(llvm, &image)?),
        ram: symbols::section_sizes(&sizes, &[".data", ".sdata", ".bss", ".sbss"]),
        panics: ways_to_panic(llvm, &image)?,
        ..Cell::default()
    })
}

/// Bytes of the libc's memory functions, and of the names that the ABI has for
/// them: every firmware has them.
fn of_libc(llvm: &Llvm, image: &Path) -> Result<u64> {
    let listing = tool::output(
        llvm.command("llvm-nm")
            .args(["--defined-only", "--numeric-sort", "--radix=d"])
            .arg(image),
    )?;
    Ok(memory_functions(&listing))
}

/// A function goes to the next symbol that is not at its place: assembly often
/// states no size.
fn memory_functions(listing: &str) -> u64 {
    let symbols: Vec<(u64, &str)> = listing
        .lines()
        .filter_map(|line| {
            let mut words = line.split_whitespace();
            let at = words.next()?.parse().ok()?;
            let kind = words.next()?;
            matches!(kind, "t" | "T" | "w" | "W").then_some((at, words.next()?))
        })
        .collect();
    let ends = |from: u64| symbols.iter().map(|(at, _)| *at).find(|at| *at > from);
    let mut seen = BTreeSet::new();
    symbols
        .iter()
        .filter(|(at, name)| {
            let name = name.strip_prefix("__aeabi_").unwrap_or(name);
            name.starts_with("mem") && seen.insert(*at)
        })
        .filter_map(|(at, _)| Some(ends(*at)? - at))
        .sum()
}

fn ways_to_panic(llvm: &Llvm, image: &Path) -> Result<BTreeSet<String>> {
    let names = tool::output(
        llvm.command("llvm-nm")
            .args(["--defined-only", "--demangle", "--format=just-symbols"])
            .arg(image),
    )?;
    let panics: BTreeSet<String> = names
        .lines()
        .map(symbols::plain)
        .filter(|name| symbols::is_panic(name))
        .collect();
    if panics.is_empty() {
        return Ok(BTreeSet::new());
    }
    let listing = tool::output(
        llvm.command("llvm-objdump")
            .args(["--disassemble", "--demangle", "--no-show-raw-insn"])
            .arg(image),
    )?;
    Ok(symbols::ways_to_panic(&listing, &panics))
}

/// Runs of `measure.c` on one board, by compression and kind of hash.
struct Runs<'a> {
    llvm: &'a Llvm,
    board: &'a Board,
    done: BTreeMap<(&'static str, &'static str), String>,
    /// What was printed of the least stacks.
    watched: BTreeMap<(&'static str, &'static str), String>,
}

impl Runs<'_> {
    fn of(&mut self, measured: Measured, sha: Sha) -> Result<(u64, u64)> {
        let key = (measured.compression, sha.name());
        if !self.done.contains_key(&key) {
            let image: PathBuf =
                qemu::c_image(self.llvm, self.board, "measure", sha, measured.compression)?;
            let text = qemu::emulate(self.board, &image, true)?;
            if text != qemu::emulate(self.board, &image, true)? {
                return Err(format!("{}: two runs differ", image.display()));
            }
            let (_, instructions) = self.line(&text, "loop", "")?;
            if instructions.abs_diff(1_000_000) > 100 {
                return Err(format!(
                    "{}: 1,000,000 instructions count as {instructions}",
                    self.board.name
                ));
            }
            self.done.insert(key, text);
        }
        let text = self.done.get(&key).map(String::as_str).unwrap_or_default();
        let (painted, instructions) = self.line(text, measured.name, measured.what)?;
        if !stack::is_watched(self.board) {
            return Ok((painted, instructions));
        }
        if !self.watched.contains_key(&key) {
            let archive = qemu::archive(self.llvm, self.board, sha)?;
            let text = stack::of_tokens(self.board, &archive, measured.compression)?;
            self.watched.insert(key, text);
        }
        let text = self.watched.get(&key).map(String::as_str);
        let watched = stack::line(text.unwrap_or_default(), measured)?;
        // What was written was reserved before.
        if watched + 8 < painted {
            return Err(format!(
                "{} {}: {painted} bytes of stack are written, and {watched} are enough",
                measured.name, measured.what
            ));
        }
        Ok((watched, instructions))
    }

    /// Bytes of stack and instructions of a line that `measure.c` printed.
    fn line(&self, text: &str, name: &str, what: &str) -> Result<(u64, u64)> {
        let start = format!("{name}\t{what}\t");
        text.lines()
            .find_map(|line| line.strip_prefix(&start)?.split_once('\t'))
            .and_then(|(stack, ticks)| {
                let nanos = ticks.parse::<u64>().ok()? * self.board.tick_tenths / 10;
                Some((stack.parse().ok()?, nanos / qemu::NANOS_OF_INSTRUCTION))
            })
            .ok_or_else(|| format!("{}: no {name} {what} in\n{text}", self.board.name))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn memory_functions_are_counted_to_the_next_symbol() {
        let listing = "\
            00000000 t __aeabi_memcpy\n\
            00000000 t __aeabi_memcpy8\n\
            00000004 t __aeabi_memclr\n\
            00000016 t tokenmint::agora::mint\n\
            00000100 T memcpy\n\
            00000408 T memset\n\
            00000500 T end\n\
            00000900 R members\n";
        assert_eq!(memory_functions(listing), 4 + 12 + 308 + 92);
    }
}
