//! The firmware examples on emulated boards; their tokens against the vectors.
//!
//! Each image prints a line per credential, name, tab, token. The tokens
//! have to be those of `tests/vectors/`, byte for byte, and no image may skip
//! one that its board has the memory for.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::archive::{self, Build, Sha};
use crate::llvm::Llvm;
use crate::{Outcome, Result, tool, vectors};

/// A board that QEMU emulates.
pub(crate) struct Board {
    pub(crate) name: &'static str,
    pub(crate) target: &'static str,
    pub(crate) emulator: &'static str,
    pub(crate) compiler: &'static str,
    /// What the footprint calls it.
    pub(crate) core: &'static str,
    /// Options of the compiler for its core.
    pub(crate) machine: &'static [&'static str],
    /// Tenths of a nanosecond of a tick of the counter that `measure.c` reads.
    pub(crate) tick_tenths: u64,
    /// The Rust example has a memory map for it.
    pub(crate) rust: bool,
    /// The examples have a driver for its serial line and its clock.
    pub(crate) has_serial_line: bool,
}

pub(crate) const BOARDS: &[Board] = &[
    Board {
        name: "mps2-an386",
        target: "thumbv7em-none-eabi",
        emulator: "qemu-system-arm",
        compiler: "arm-none-eabi-gcc",
        core: "M4",
        machine: &["-mcpu=cortex-m4", "-mthumb", "--specs=nano.specs"],
        tick_tenths: 400,
        rust: true,
        has_serial_line: true,
    },
    Board {
        name: "microbit",
        target: "thumbv6m-none-eabi",
        emulator: "qemu-system-arm",
        compiler: "arm-none-eabi-gcc",
        core: "M0",
        machine: &["-mcpu=cortex-m0", "-mthumb", "--specs=nano.specs"],
        tick_tenths: 625,
        rust: true,
        has_serial_line: false,
    },
    Board {
        name: "virt",
        target: "riscv32imc-unknown-none-elf",
        emulator: "qemu-system-riscv32",
        compiler: "riscv64-unknown-elf-gcc",
        core: "RV32",
        machine: &[
            "-march=rv32imc",
            "-misa-spec=2.2",
            "-mabi=ilp32",
            "--specs=picolibc.specs",
        ],
        tick_tenths: 10,
        rust: true,
        has_serial_line: true,
    },
];

/// A core that Rust has no compiler for: of the portable C file alone.
pub(crate) const XTENSA: Board = Board {
    name: "sim",
    target: "",
    emulator: "qemu-system-xtensa",
    compiler: "xtensa-lx106-elf-gcc",
    core: "lx106",
    machine: &["-mlongcalls", "-mtext-section-literals"],
    tick_tenths: 250,
    rust: false,
    has_serial_line: false,
};

/// Whose core watches the end of a stack; it runs what is made for the other
/// Cortex-M cores.
pub(crate) const M33: Board = Board {
    name: "mps2-an505",
    target: "thumbv8m.main-none-eabi",
    emulator: "qemu-system-arm",
    compiler: "arm-none-eabi-gcc",
    core: "M33",
    machine: &["-mcpu=cortex-m33", "-mthumb", "--specs=nano.specs"],
    tick_tenths: 400,
    rust: false,
    has_serial_line: false,
};

/// The board that most of the tests of firmware are for.
pub(crate) fn m4() -> Result<&'static Board> {
    BOARDS
        .iter()
        .find(|board| board.core == "M4")
        .ok_or_else(|| "no board has an M4".to_owned())
}

/// Of virtual time, with `-icount shift=3`.
pub(crate) const NANOS_OF_INSTRUCTION: u64 = 8;

/// What every image prints.
const CASES: &[&str] = &[
    "agora/rtc2-uid-publisher",
    "agora/v1-uid-publisher",
    "zego/pub-001",
    "zego/pub-047",
    "authing/get-no-params",
    "ath/python-order, register/authorize audience",
];

pub(crate) fn run(_: &[String]) -> Result {
    if let Some(missing) = missing() {
        return Ok(Outcome::Skipped(missing));
    }
    let llvm = Llvm::find()?;
    tool::run(&mut firmware("test --quiet --locked"))?;
    let mut checked = 0;
    for board in BOARDS {
        let image = c_image(
            &llvm,
            board,
            "main",
            Sha::Compact,
            "tokenmint_compress_fixed",
        )?;
        checked += check(board, "C", &image)?;
        if board.rust {
            tool::ensure(&tool::active_toolchain()?, "target", board.target)?;
            let image = rust_image(board, "firmware")?;
            checked += check(board, "Rust", &image)?;
        }
    }
    println!("{checked} tokens equal the vectors");
    Ok(Outcome::Done)
}

/// The first tool that is not there.
pub(crate) fn missing() -> Option<String> {
    let tools = BOARDS
        .iter()
        .flat_map(|board| [board.emulator, board.compiler])
        .chain(["make"]);
    tools
        .into_iter()
        .find(|name| !tool::exists(name))
        .map(|name| format!("{name} is not installed"))
}

/// The archive for `board`.
pub(crate) fn archive(llvm: &Llvm, board: &Board, sha: Sha) -> Result<PathBuf> {
    let directory = tool::target_dir().join("firmware");
    let place = directory
        .join(sha.name())
        .join("archives")
        .join(board.target);
    archive::build(
        llvm,
        Build {
            target: board.target,
            sha,
            directory: &directory,
        },
        &place,
    )
}

/// The image of `main` in `examples/firmware-c`, with the archive.
pub(crate) fn c_image(
    llvm: &Llvm,
    board: &Board,
    main: &str,
    sha: Sha,
    compression: &str,
) -> Result<PathBuf> {
    let archive = archive(llvm, board, sha)?;
    let out = tool::target_dir()
        .join("firmware")
        .join(sha.name())
        .join("images")
        .join(compression)
        .join(board.name);
    image(board, main, &archive, compression, &out)
}

/// The image of `main` in `examples/firmware-c` with `library`, an archive or
/// an object, in `out`.
pub(crate) fn image(
    board: &Board,
    main: &str,
    library: &Path,
    compression: &str,
    out: &Path,
) -> Result<PathBuf> {
    let image = out.join(format!("{main}.elf"));
    tool::run(
        tool::command("make")
            .arg("--silent")
            .current_dir(tool::root().join("examples/firmware-c"))
            .arg(format!("BOARD={}", board.name))
            .arg(format!("COMPRESSION={compression}"))
            .arg(format!("LIB={}", library.display()))
            .arg(format!("OUT={}", out.display()))
            .arg(&image),
    )?;
    Ok(image)
}

/// The image of a program of `examples/firmware`.
pub(crate) fn rust_image(board: &Board, program: &str) -> Result<PathBuf> {
    tool::run(
        firmware("build --quiet --locked --release")
            .args(["--bin", program])
            .args(["--target", board.target])
            .args(["--features", board.name]),
    )?;
    Ok(firmware_target()
        .join(board.target)
        .join("release")
        .join(program))
}

/// Cargo in the Rust example, where it finds the settings of devices.
fn firmware(arguments: &str) -> Command {
    let mut command = tool::cargo(arguments);
    command
        .current_dir(tool::root().join("examples/firmware"))
        .arg("--target-dir")
        .arg(firmware_target());
    command
}

fn firmware_target() -> PathBuf {
    tool::target_dir().join("firmware-rust")
}

/// Runs an image and gives what it printed.
pub(crate) fn emulate(board: &Board, image: &Path, icount: bool) -> Result<String> {
    let mut command = tool::command("timeout");
    command
        .args(["600", board.emulator, "-machine", board.name])
        .args(["-nographic", "-monitor", "none", "-serial", "none"])
        .args(["-semihosting", "-kernel"])
        .arg(image);
    if board.target.starts_with("riscv") {
        command.args(["-bios", "none"]);
    }
    if board.emulator == XTENSA.emulator {
        command.args(["-cpu", "lx106"]);
    }
    if icount {
        command.args(["-icount", "shift=3"]);
    }
    let output = command
        .output()
        .map_err(|error| format!("cannot start {}: {error}", board.emulator))?;
    // Semihosting has both: a console, which C uses, and files, which Rust does.
    let mut text = String::from_utf8_lossy(&output.stderr).into_owned();
    text += &String::from_utf8_lossy(&output.stdout);
    if output.status.success() {
        Ok(text)
    } else {
        Err(format!(
            "{} ended with {} after:\n{text}",
            image.display(),
            output.status
        ))
    }
}

/// Runs an image, and holds what it prints against the vectors.
pub(crate) fn check(board: &Board, language: &str, image: &Path) -> Result<usize> {
    let text = emulate(board, image, false)?;
    let printed: Vec<(&str, &str)> = text
        .lines()
        .filter_map(|line| line.split_once('\t'))
        .collect();
    for case in CASES {
        let expected = vectors::token(case)?;
        let token = printed
            .iter()
            .find(|(name, _)| name == case)
            .map(|(_, token)| *token)
            .ok_or_else(|| format!("{language} on {}: no {case} in\n{text}", board.name))?;
        if token != expected {
            return Err(format!(
                "{language} on {}: {case} is\n{token}\nand not\n{expected}",
                board.name
            ));
        }
    }
    if printed.len() != CASES.len() {
        return Err(format!(
            "{language} on {}: more lines than cases:\n{text}",
            board.name
        ));
    }
    println!(
        "{:<12}{:<6}{} tokens equal the vectors",
        board.name,
        language,
        CASES.len()
    );
    Ok(CASES.len())
}
