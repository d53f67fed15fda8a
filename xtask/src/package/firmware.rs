//! `find_package` for microcontrollers.

use std::path::Path;

use crate::{Result, tool};

use super::cmake::Project;

/// A compiler for a core, and the archive that fits.
pub(super) struct Core {
    pub(super) flags: &'static str,
    pub(super) target: &'static str,
}

const fn core(flags: &'static str, target: &'static str) -> Core {
    Core { flags, target }
}

/// Every archive, and cores that take that of another.
const CORES: &[Core] = &[
    core("-mthumb -mcpu=cortex-m0", "thumbv6m-none-eabi"),
    core("-mthumb -mcpu=cortex-m3", "thumbv6m-none-eabi"),
    core("-mthumb -mcpu=cortex-m4", "thumbv7em-none-eabi"),
    core(
        "-mthumb -mcpu=cortex-m4 -mfloat-abi=hard -mfpu=fpv4-sp-d16",
        "thumbv7em-none-eabihf",
    ),
    core("-mthumb -mcpu=cortex-m33", "thumbv8m.main-none-eabi"),
    core(
        "-march=rv32imc -misa-spec=2.2 -mabi=ilp32",
        "riscv32imc-unknown-none-elf",
    ),
    core(
        "-march=rv32imac -misa-spec=2.2 -mabi=ilp32",
        "riscv32imac-unknown-none-elf",
    ),
];

pub(super) fn check(root: &Path, targets: &[&str]) -> Result<()> {
    let prefix = format!("CMAKE_PREFIX_PATH={}", root.display());
    for core in CORES.iter().filter(|core| targets.contains(&core.target)) {
        let project = Project::new("ffi/tests/package/firmware", "firmware")?;
        let mut variables = bare(core.flags);
        variables.push(prefix.clone());
        project.configure(&variables)?;
        linked(&project.build()?, core.target)?;
        println!("find_package, {}: {}", core.flags, core.target);
    }
    for (flags, why) in [
        (
            "-mthumb -mcpu=cortex-m33 -mfloat-abi=hard -mfpu=fpv5-sp-d16",
            "no archive with -mfloat-abi=hard",
        ),
        (
            "-march=rv32imafc -misa-spec=2.2 -mabi=ilp32f",
            "archives with the ABI ilp32 only",
        ),
    ] {
        let project = Project::new("ffi/tests/package/firmware", "firmware")?;
        let mut variables = bare(flags);
        variables.push(prefix.clone());
        project.refuse(&variables, why)?;
        println!("find_package, {flags}: {why}");
    }
    Ok(())
}

/// Variables of CMake for a bare core.
pub(super) fn bare(flags: &str) -> Vec<String> {
    let (compiler, specs) = if flags.contains("-mthumb") {
        ("arm-none-eabi-gcc", "nano.specs")
    } else {
        ("riscv64-unknown-elf-gcc", "picolibc.specs")
    };
    vec![
        "CMAKE_SYSTEM_NAME=Generic".to_owned(),
        "CMAKE_TRY_COMPILE_TARGET_TYPE=STATIC_LIBRARY".to_owned(),
        format!("CMAKE_C_COMPILER={compiler}"),
        format!("CMAKE_C_FLAGS={flags} --specs={specs}"),
    ]
}

/// What the linker traced: the archive asks for `memcpy` in one of its forms,
/// and libc has it.
pub(super) fn linked(printed: &str, target: &str) -> Result<()> {
    let asked = printed
        .lines()
        .any(|line| line.contains(target) && line.contains("reference to"));
    let defined: Vec<&str> = printed
        .lines()
        .filter(|line| line.contains("definition of"))
        .collect();
    if asked && !defined.is_empty() && defined.iter().all(|line| line.contains("libc")) {
        Ok(())
    } else {
        Err(format!(
            "{target}: memcpy should come from libc, and the linker says\n{printed}"
        ))
    }
}

/// Flags of a core that takes the archive for `target`.
pub(super) fn flags_of(target: &str) -> Result<&'static str> {
    CORES
        .iter()
        .find(|core| core.target == target)
        .map(|core| core.flags)
        .ok_or_else(|| format!("no core for {target}"))
}

/// The root of what plays a framework.
pub(super) fn harness(name: &str) -> std::path::PathBuf {
    tool::root().join("ffi/tests/package").join(name)
}
