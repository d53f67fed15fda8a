//! Each archive that `dist` hands out, linked whole with nothing beside it but
//! four functions: no libc, no libgcc.

use std::path::Path;

use super::{Build, LIBC, Sha, api, build};
use crate::cores::Core;
use crate::llvm::Llvm;
use crate::{Result, dist, program, tool};

/// What stands in for libc.
const SOURCE: &str = "ffi/tests/nostdlib/four.c";

pub(super) fn run() -> Result<()> {
    let llvm = Llvm::find()?;
    let directory = tool::target_dir().join("firmware");
    for target in dist::FIRMWARE_TARGETS {
        let core = Core::of(target)?;
        let (compiler, nm) = (
            format!("{}gcc", core.tools()),
            format!("{}nm", core.tools()),
        );
        for program in [&compiler, &nm] {
            if !program::is_there(program) {
                return Err(format!("{program} is not installed"));
            }
        }
        let order = Build {
            target,
            sha: Sha::Compact,
            directory: &directory,
        };
        let place = directory.join("compact/archives").join(target);
        let archive = build(&llvm, order, &place)?;
        let functions = api(&llvm, &archive)?;
        let asked = llvm.undefined(&archive)?;
        // Those of a distribution show symbols of their own machine's plugins.
        for nm in ["nm", &nm] {
            reads(nm, &archive, &functions)?;
        }
        link(core, &compiler, &archive, &functions)?;
        println!(
            "{target:<30} {:>3} functions, asks for {}",
            functions.len(),
            asked.join(", ")
        );
    }
    println!(
        "each archive links with {} and nothing else",
        LIBC.join(", ")
    );
    Ok(())
}

/// Whether another `nm` sees the functions, and has nothing to complain of.
fn reads(nm: &str, archive: &Path, functions: &[String]) -> Result<()> {
    let output = tool::command(nm)
        .args(["--defined-only", "--extern-only", "--format=posix"])
        .arg(archive)
        .output()
        .map_err(|error| format!("cannot start {nm}: {error}"))?;
    let complaints = String::from_utf8_lossy(&output.stderr);
    let printed = String::from_utf8_lossy(&output.stdout);
    let mut seen: Vec<&str> = printed
        .lines()
        .filter_map(|line| line.split_once(' '))
        .map(|(name, _)| name)
        .collect();
    seen.sort_unstable();
    if output.status.success() && complaints.is_empty() && seen == *functions {
        return Ok(());
    }
    Err(format!(
        "{nm} of {} ended with {}, {} of {} functions seen: {complaints}",
        archive.display(),
        output.status,
        seen.len(),
        functions.len()
    ))
}

/// An image with every function, whose only library is the archive.
fn link(core: &Core, compiler: &str, archive: &Path, functions: &[String]) -> Result<()> {
    tool::run(
        tool::command(compiler)
            .args(core.flags.split(' '))
            .args([
                "-std=c99",
                "-Os",
                "-ffreestanding",
                "-nostdlib",
                "-Wall",
                "-Werror",
            ])
            .args([
                "-Wl,--gc-sections",
                "-Wl,--fatal-warnings",
                "-Wl,--entry=start",
            ])
            .args(["-Wl,-z,noexecstack", "-Wl,-z,max-page-size=4096"])
            .args(
                functions
                    .iter()
                    .map(|name| format!("-Wl,--undefined={name}")),
            )
            .arg(SOURCE)
            .arg(archive)
            .arg("-o")
            .arg(archive.with_file_name("nostdlib.elf")),
    )
}
