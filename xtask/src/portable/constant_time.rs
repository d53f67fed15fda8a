//! Branches and addresses that depend on a secret in the portable C file, as
//! `cargo xtask constant-time` looks for them in the library: what a compiler for
//! C makes of it is not what Rust makes.
//!
//! `ffi/tests/portable/constant_time.c` mints with secrets of which memcheck
//! thinks that nobody has initialized them, once for each compiler and
//! optimization.

use std::path::Path;

use super::{Library, check};
use crate::constant_time::{Excuse, LEAK, excuse, watch};
use crate::{Result, tool};

const PROGRAM: &str = "ffi/tests/portable/constant_time.c";

/// Of the debugging information memcheck reads the older form only.
const COMPILERS: &[&[&str]] = &[
    &["gcc", "-O2"],
    &["gcc", "-Os"],
    &["gcc", "-O3"],
    &["clang", "-O2", "-gdwarf-4"],
    &["clang", "-Os", "-gdwarf-4"],
];

/// How many branches of a kind there are at most, however it is compiled.
const EXCUSES: &[(usize, Excuse)] = &[(
    9,
    excuse(
        "tm_frame_utf8_is_text",
        "tm_frame_",
        "whether a text is ASCII, as every secret is",
    ),
)];

pub(super) fn run(place: &Path) -> Result<()> {
    let file = Library::build()?.write(place)?;
    let mut finds = Vec::new();
    let mut is_needed = vec![false; EXCUSES.len()];
    for compiler in COMPILERS {
        let binary = compile(compiler, &file, place)?;
        let what = compiler.join(" ");
        let (_, reports) = watch(&binary, Some(LEAK))?;
        if !reports.iter().any(|report| is_ours(report)) {
            return Err(format!(
                "{what}: memcheck does not see a comparison that leaks"
            ));
        }
        let (cases, mut reports) = watch(&binary, None)?;
        reports.retain(|report| is_ours(report));
        let mut counts = vec![0; EXCUSES.len()];
        for report in &reports {
            match EXCUSES.iter().position(|(_, excuse)| excuse.covers(report)) {
                Some(at) => counts[at] += 1,
                None => finds.push(format!("{what}:\n{}", report.join("\n"))),
            }
        }
        for (((most, excuse), count), is_needed) in EXCUSES.iter().zip(&counts).zip(&mut is_needed)
        {
            *is_needed |= *count > 0;
            if count > most {
                finds.push(format!(
                    "{what}: {count} branches and not {most} with the excuse `{}`",
                    excuse.why
                ));
            }
        }
        println!("{what}: {cases} cases, {} branches excused", reports.len());
    }
    for ((_, excuse), _) in EXCUSES.iter().zip(&is_needed).filter(|(_, is)| !**is) {
        finds.push(format!("no report needs the excuse `{}`", excuse.why));
    }
    match finds.is_empty() {
        true => Ok(()),
        false => Err(format!("depends on a secret:\n{}", finds.join("\n\n"))),
    }
}

fn compile(compiler: &[&str], file: &Path, place: &Path) -> Result<std::path::PathBuf> {
    let [program, options @ ..] = compiler else {
        return Err("no compiler".to_owned());
    };
    let binary = place.join(format!("constant-time-{}", compiler.concat()));
    tool::run(
        tool::command(program)
            .args(check::WARNINGS)
            .args(check::X86)
            // Its requests to memcheck are statements within expressions.
            .args(["-std=gnu99", "-Wno-pedantic", "-g", "-static", "-Iinclude"])
            .args(options)
            .arg(PROGRAM)
            .arg(file)
            .arg("-o")
            .arg(&binary),
    )?;
    Ok(binary)
}

/// In our code, and not in the libc's when it prints.
fn is_ours(report: &[String]) -> bool {
    let files = [super::FILE, "constant_time.c"];
    report
        .iter()
        .take(2)
        .any(|frame| files.iter().any(|file| frame.contains(file)))
}
