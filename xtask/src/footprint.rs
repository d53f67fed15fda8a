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

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use crate::archive::{self, Sha};
use crate::bare::{allow, symbols};
use crate::document::{Section, grouped};
use crate::house::Image;
use crate::llvm::Llvm;
use crate::qemu::{self, BOARDS, Board};
use crate::{Outcome, Result, tool};

const SECTION: Section = Section {
    document: "docs/firmware.md",
    begin: "<!-- footprint: written by `cargo xtask footprint --write` -->",
    end: "<!-- end of footprint -->",
};
const ALLOW_LIST: &str = "xtask/src/footprint/panic-allow.txt";

/// A line of the table.
struct Row {
    name: &'static str,
    /// The functions that an image of it calls.
    roots: Roots,
    sha: Sha,
    /// No entry of the allow-list may excuse a panic.
    panic_free: bool,
    /// Bytes of flash on the Cortex-M4.
    flash: Option<Budget>,
    /// The line of `measure.c` that shows it, and with which compression.
    measured: Option<Measured>,
    /// Bytes of stack on the Cortex-M4.
    stack: Option<Budget>,
}

/// What something may cost. Where the goal is not reached yet, the limit is
/// just above what is measured, so that it only ever comes down.
#[derive(Clone, Copy)]
struct Budget {
    goal: u64,
    limit: u64,
}

const fn within(goal: u64) -> Option<Budget> {
    Some(Budget { goal, limit: goal })
}

const fn missing(goal: u64, limit: u64) -> Option<Budget> {
    Some(Budget { goal, limit })
}

impl Budget {
    fn judge(self, what: &str, measured: u64, findings: &mut Vec<String>) {
        let Self { goal, limit } = self;
        if measured > limit {
            findings.push(format!("{what} {measured}: above the limit of {limit}"));
        } else if measured <= goal && limit > goal {
            findings.push(format!(
                "{what} {measured}: the goal of {goal} is met, make it the limit"
            ));
        }
    }
}

enum Roots {
    These(&'static [&'static str]),
    /// Functions with one of the first prefixes and none of the second.
    Set(&'static [&'static str], &'static [&'static str]),
}

#[derive(Clone, Copy)]
struct Measured {
    name: &'static str,
    what: &'static str,
    compression: &'static str,
}

const fn measured(name: &'static str, what: &'static str) -> Option<Measured> {
    Some(Measured {
        name,
        what,
        compression: FIXED,
    })
}

const fn rtc(compression: &'static str) -> Option<Measured> {
    Some(Measured {
        name: RTC,
        what: "mint",
        compression,
    })
}

const RTC: &str = "agora/rtc2-uid-publisher";
const ATH: &str = "ath/python-order, register/authorize audience";
const STORED: &str = "tokenmint_compress_stored";
const FIXED: &str = "tokenmint_compress_fixed";
const EXACT: &str = "tokenmint_compress_exact";

/// Not among the default features.
const LEGACY: &str = "tokenmint_agora_legacy_";
const ATH_API: &str = "tokenmint_ath_";

const KIB: u64 = 1024;

const ROWS: &[Row] = &[
    Row {
        name: "007 RTC token, stored",
        roots: Roots::These(&["tokenmint_agora_rtc_build_token_with_uid", STORED]),
        sha: Sha::Compact,
        panic_free: true,
        flash: missing(5 * KIB, 9_250),
        measured: rtc(STORED),
        stack: missing(3 * KIB / 2, 1_750),
    },
    Row {
        name: "007 RTC token, fixed",
        roots: Roots::These(&["tokenmint_agora_rtc_build_token_with_uid", FIXED]),
        sha: Sha::Compact,
        panic_free: true,
        flash: missing(7 * KIB, 11_050),
        measured: rtc(FIXED),
        stack: missing(3 * KIB / 2, 1_750),
    },
    Row {
        name: "007 RTC token, fixed, unrolled SHA",
        roots: Roots::These(&["tokenmint_agora_rtc_build_token_with_uid", FIXED]),
        sha: Sha::Unrolled,
        panic_free: true,
        flash: missing(15 * KIB, 18_000),
        measured: rtc(FIXED),
        stack: missing(3 * KIB / 2, 1_750),
    },
    Row {
        name: "007 RTC token, exact",
        roots: Roots::These(&["tokenmint_agora_rtc_build_token_with_uid", EXACT]),
        sha: Sha::Compact,
        panic_free: true,
        flash: missing(11 * KIB, 15_100),
        measured: rtc(EXACT),
        stack: None,
    },
    Row {
        name: "007 read and check",
        roots: Roots::These(&["tokenmint_agora_parse", "tokenmint_agora_check"]),
        sha: Sha::Compact,
        panic_free: true,
        flash: None,
        measured: measured(RTC, "check"),
        stack: within(5 * KIB / 2),
    },
    Row {
        name: "006 RTC token",
        roots: Roots::These(&["tokenmint_agora_v006_rtc_build_token_with_uid"]),
        sha: Sha::Compact,
        panic_free: true,
        flash: None,
        measured: measured("agora/v1-uid-publisher", "mint"),
        stack: missing(3 * KIB / 2, 1_720),
    },
    Row {
        name: "ZEGO token04, CBC",
        roots: Roots::These(&["tokenmint_zego_generate_token04"]),
        sha: Sha::Compact,
        panic_free: false,
        flash: None,
        measured: measured("zego/pub-001", "mint"),
        stack: missing(3 * KIB / 2, 1_740),
    },
    Row {
        name: "ZEGO token04, GCM",
        roots: Roots::These(&["tokenmint_zego_generate_token04_gcm"]),
        sha: Sha::Compact,
        panic_free: false,
        flash: None,
        measured: measured("zego/pub-047", "mint"),
        stack: missing(5 * KIB / 2, 2_810),
    },
    Row {
        name: "Authing signature",
        roots: Roots::These(&["tokenmint_authing_authorization"]),
        sha: Sha::Compact,
        panic_free: true,
        flash: None,
        measured: measured("authing/get-no-params", "mint"),
        stack: missing(3 * KIB / 2, 3_880),
    },
    Row {
        name: "PKCE",
        roots: Roots::These(&["tokenmint_pkce_verifier", "tokenmint_pkce_challenge"]),
        sha: Sha::Compact,
        panic_free: true,
        flash: None,
        measured: None,
        stack: None,
    },
    Row {
        name: "ATH attestation (ES256 sign)",
        roots: Roots::These(&["tokenmint_ath_attest"]),
        sha: Sha::Compact,
        panic_free: false,
        flash: None,
        measured: measured(ATH, "mint"),
        stack: missing(4 * KIB, 4_550),
    },
    Row {
        name: "ATH check (ES256 verify)",
        roots: Roots::These(&["tokenmint_ath_verify"]),
        sha: Sha::Compact,
        panic_free: false,
        flash: None,
        measured: measured(ATH, "check"),
        stack: within(7 * KIB),
    },
    Row {
        name: "all of Agora",
        roots: Roots::Set(&["tokenmint_agora_", "tokenmint_compress_"], &[LEGACY]),
        sha: Sha::Compact,
        panic_free: true,
        flash: None,
        measured: None,
        stack: None,
    },
    Row {
        name: "all of ZEGO",
        roots: Roots::Set(&["tokenmint_zego_"], &[]),
        sha: Sha::Compact,
        panic_free: false,
        flash: None,
        measured: None,
        stack: None,
    },
    Row {
        name: "all of Authing, PKCE",
        roots: Roots::Set(&["tokenmint_authing_", "tokenmint_pkce_"], &[]),
        sha: Sha::Compact,
        panic_free: true,
        flash: None,
        measured: None,
        stack: None,
    },
    Row {
        name: "all of ATH, PKCE",
        roots: Roots::Set(&[ATH_API, "tokenmint_pkce_"], &[]),
        sha: Sha::Compact,
        panic_free: false,
        flash: None,
        measured: None,
        stack: None,
    },
    Row {
        name: "everything but ATH",
        roots: Roots::Set(&["tokenmint_"], &[LEGACY, ATH_API]),
        sha: Sha::Compact,
        panic_free: false,
        flash: missing(40 * KIB, 104_500),
        measured: None,
        stack: None,
    },
    Row {
        name: "everything",
        roots: Roots::Set(&["tokenmint_"], &[LEGACY]),
        sha: Sha::Compact,
        panic_free: false,
        flash: missing(64 * KIB, 150_500),
        measured: None,
        stack: None,
    },
    Row {
        name: "everything, and legacy",
        roots: Roots::Set(&["tokenmint_"], &[]),
        sha: Sha::Compact,
        panic_free: false,
        flash: None,
        measured: None,
        stack: None,
    },
];

/// The board that the budgets are for.
const JUDGED: &str = "mps2-an386";

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
    judge_panics(&columns, &mut findings)?;
    for column in &columns {
        column.judge(&mut findings);
    }
    let table = format!("{}\n\n{}", table(&columns), misses(&columns));
    println!("{table}");
    if write {
        SECTION.write(&table)?;
    } else {
        compare(&table, &mut findings)?;
    }
    if findings.is_empty() {
        Ok(Outcome::Done)
    } else {
        Err(findings.join("\n"))
    }
}

/// All rows on one board.
struct Column {
    board: &'static Board,
    cells: Vec<Cell>,
}

#[derive(Default)]
struct Cell {
    flash: u64,
    ram: u64,
    panics: BTreeSet<String>,
    stack: Option<u64>,
    instructions: Option<u64>,
}

impl Column {
    fn measure(llvm: &Llvm, board: &'static Board) -> Result<Self> {
        let mut runs = Runs {
            llvm,
            board,
            done: BTreeMap::new(),
        };
        let mut cells = Vec::new();
        for row in ROWS {
            let mut cell = linked(llvm, board, row)?;
            if let Some(measured) = row.measured {
                let (stack, instructions) = runs.of(measured, row.sha)?;
                cell.stack = Some(stack);
                cell.instructions = Some(instructions);
            }
            cells.push(cell);
        }
        Ok(Self { board, cells })
    }

    fn judge(&self, findings: &mut Vec<String>) {
        for (row, cell) in ROWS.iter().zip(&self.cells) {
            let place = format!("{} on {}", row.name, self.board.name);
            if cell.ram > 0 {
                findings.push(format!("{place}: {} bytes of static RAM", cell.ram));
            }
            if self.board.name != JUDGED {
                continue;
            }
            for (what, measured, budget) in row.judged(cell) {
                budget.judge(&format!("{place}: {what}"), measured, findings);
            }
        }
    }
}

impl Row {
    /// What has a budget, with what it came to.
    fn judged(&self, cell: &Cell) -> impl Iterator<Item = (&'static str, u64, Budget)> {
        let flash = self.flash.map(|budget| ("flash", cell.flash, budget));
        let stack = self.stack.zip(cell.stack);
        let stack = stack.map(|(budget, measured)| ("stack", measured, budget));
        flash.into_iter().chain(stack)
    }
}

/// Each way to panic, on any board, is excused; each excuse is needed.
fn judge_panics(columns: &[Column], findings: &mut Vec<String>) -> Result<()> {
    let images: Vec<Image> = ROWS
        .iter()
        .map(|row| Image {
            name: row.name,
            features: &[],
            panic_free: row.panic_free,
        })
        .collect();
    let allowed = allow::parse(&tool::read(ALLOW_LIST)?, &images)?;
    for (at, image) in images.iter().enumerate() {
        let ways: BTreeSet<String> = columns
            .iter()
            .filter_map(|column| column.cells.get(at))
            .flat_map(|cell| cell.panics.iter().cloned())
            .collect();
        for way in ways.iter().filter(|way| !allowed.contains(image, way)) {
            findings.push(format!("{} can panic: {way}", image.name));
        }
        findings.extend(allowed.stale(image, &ways));
    }
    Ok(())
}

/// Links one row and looks at the image.
fn linked(llvm: &Llvm, board: &Board, row: &Row) -> Result<Cell> {
    let archive = qemu::archive(llvm, board, row.sha)?;
    let roots: Vec<String> = match row.roots {
        Roots::These(names) => names.iter().map(|&name| name.to_owned()).collect(),
        Roots::Set(with, without) => archive::api(llvm, &archive)?
            .into_iter()
            .filter(|name| {
                let begins = |prefix: &&str| name.starts_with(*prefix);
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
            .arg(&archive)
            .arg("-o")
            .arg(&image),
    )?;
    let sizes = tool::output(llvm.command("llvm-size").arg("--format=sysv").arg(&image))?;
    Ok(Cell {
        flash: symbols::section_sizes(&sizes, &[".text", ".rodata", ".srodata", ".data"]),
        ram: symbols::section_sizes(&sizes, &[".data", ".sdata", ".bss", ".sbss"]),
        panics: ways_to_panic(llvm, &image)?,
        ..Cell::default()
    })
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
        self.line(text, measured.name, measured.what)
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

/// The goals of the Cortex-M4, and by how much they are missed.
fn misses(columns: &[Column]) -> String {
    let mut text = String::from("| function, on the M4 | | measured | goal | over | limit |\n");
    text += "|---|---|--:|--:|--:|--:|";
    let judged = columns
        .iter()
        .filter(|column| column.board.name == JUDGED)
        .flat_map(|column| ROWS.iter().zip(&column.cells));
    for (row, cell) in judged {
        for (what, measured, Budget { goal, limit }) in row.judged(cell) {
            let over = match measured.checked_sub(goal) {
                None | Some(0) => "met".to_owned(),
                Some(over) => format!("+{}", grouped(over)),
            };
            let (measured, goal, limit) = (grouped(measured), grouped(goal), grouped(limit));
            let _ = write!(
                text,
                "\n| {} | {what} | {measured} | {goal} | {over} | {limit} |",
                row.name
            );
        }
    }
    text
}

fn table(columns: &[Column]) -> String {
    let mut text = String::from("| function |");
    for what in ["flash", "stack", "instructions"] {
        for column in columns {
            let _ = write!(text, " {what} {} |", column.board.core);
        }
    }
    text += " static RAM | ways to panic |\n|---|";
    text += &"--:|".repeat(columns.len() * 3 + 2);
    for (at, row) in ROWS.iter().enumerate() {
        let cells: Vec<&Cell> = columns
            .iter()
            .filter_map(|column| column.cells.get(at))
            .collect();
        let _ = write!(text, "\n| {} |", row.name);
        for cell in &cells {
            let _ = write!(text, " {} |", grouped(cell.flash));
        }
        for cell in &cells {
            let _ = write!(text, " {} |", cell.stack.map(grouped).unwrap_or_default());
        }
        for cell in &cells {
            let instructions = cell.instructions.map(grouped).unwrap_or_default();
            let _ = write!(text, " {instructions} |");
        }
        let ram: u64 = cells.iter().map(|cell| cell.ram).sum();
        let panics: BTreeSet<&String> = cells.iter().flat_map(|cell| &cell.panics).collect();
        let _ = write!(text, " {ram} | {} |", panics.len());
    }
    text
}

/// Another compiler gives other numbers; the table may be off by a little.
fn compare(table: &str, findings: &mut Vec<String>) -> Result<()> {
    let documented = SECTION.read()?;
    let words = |text: &str| -> Vec<String> {
        text.split(['|', '\n'])
            .map(|word| word.trim().replace(',', ""))
            // By how much a goal is missed follows from the rest.
            .filter(|word| !word.is_empty() && !word.starts_with('+'))
            .collect()
    };
    let (new, old) = (words(table), words(&documented));
    let stale = new.len() != old.len()
        || new.iter().zip(&old).any(
            |(new, old)| match (new.parse::<u64>(), old.parse::<u64>()) {
                (Ok(new), Ok(old)) => new.abs_diff(old) > old / 50,
                _ => new != old,
            },
        );
    if stale {
        findings.push(format!(
            "{}: the table has moved; see `cargo xtask footprint --write`",
            SECTION.document
        ));
    }
    Ok(())
}
