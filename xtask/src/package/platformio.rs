//! The library for PlatformIO: what its script chooses for a board, with the
//! functions of PlatformIO played by `ffi/tests/package/platformio`.

use std::path::Path;

use crate::cores::CORES;
use crate::qemu::XTENSA;
use crate::{Result, portable, program, tool};

use super::PSA_FILE;

const BY_PSA: &str = "TOKENMINT_PSA";

pub(super) fn check(place: &Path, targets: &[&str]) -> Result<()> {
    if !program::ensure("python3", "python3")? {
        println!("no python3 can be installed here: the script of PlatformIO is not run");
        return Ok(());
    }
    let root = place.join("platformio/tokenmint");
    let archive = |target: &str| root.join("lib").join(target).join("libtokenmint.a");
    for core in CORES.iter().filter(|core| targets.contains(&core.target)) {
        let compiler = format!("{}gcc", core.tools());
        let expected = archive(core.target).display().to_string();
        for (macros, sources) in [(&[][..], &[][..]), (&[BY_PSA], &[PSA_FILE])] {
            chosen(&root, &compiler, core.flags, macros, &expected, sources)?;
        }
        println!("PlatformIO, {}: {}", core.flags, core.target);
    }
    if tool::exists(XTENSA.compiler) {
        let flags = XTENSA.machine.join(" ");
        for (macros, sources) in [
            (&[][..], &[portable::FILE][..]),
            (&[BY_PSA], &[portable::FILE, PSA_FILE]),
        ] {
            chosen(&root, XTENSA.compiler, &flags, macros, "none", sources)?;
        }
        println!("PlatformIO, {}: {}", XTENSA.core, portable::FILE);
    }
    Ok(())
}

/// Fails unless the script links `archive` and compiles `sources`.
fn chosen(
    root: &Path,
    compiler: &str,
    flags: &str,
    macros: &[&str],
    archive: &str,
    sources: &[&str],
) -> Result<()> {
    let printed = tool::output(
        tool::command("python3")
            .arg("ffi/tests/package/platformio/play.py")
            .arg(root)
            .args([compiler, flags])
            .args(macros),
    )?;
    let expected: Vec<&str> = [&[archive], sources].concat();
    let lines: Vec<&str> = printed.lines().collect();
    if lines == expected {
        return Ok(());
    }
    Err(format!(
        "choose.py with {flags} and {macros:?}: {lines:?} and not {expected:?}"
    ))
}
