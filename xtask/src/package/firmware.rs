//! `find_package` for microcontrollers.

use std::path::Path;

use crate::cores::{CORES, Core};
use crate::{Result, tool};

use super::cmake::Project;
use super::examples::Module;

pub(super) fn check(root: &Path, targets: &[&str]) -> Result<()> {
    let prefix = format!("CMAKE_PREFIX_PATH={}", root.display());
    for core in CORES.iter().filter(|core| targets.contains(&core.target)) {
        let project = Project::new("ffi/tests/package/firmware", "firmware")?;
        let mut variables = bare(core);
        variables.push(prefix.clone());
        project.configure(&variables)?;
        linked(&project.build()?, core.target)?;
        println!("find_package, {}: {}", core.flags, core.target);
    }
    for target in targets {
        pkg_config(root, target)?;
    }
    for (flags, why) in [
        (
            "-mthumb -mcpu=cortex-r5 -mfloat-abi=hard -mfpu=vfpv3-d16",
            "no archive for what this compiler compiles for",
        ),
        (
            "-march=rv32imafdc -misa-spec=2.2 -mabi=ilp32d",
            "archives with the ABIs ilp32 and ilp32f only",
        ),
        (
            "-march=rv32imfc -misa-spec=2.2 -mabi=ilp32f",
            "ilp32f needs atomics",
        ),
    ] {
        let project = Project::new("ffi/tests/package/firmware", "firmware")?;
        let mut variables = bare(&Core { flags, target: "" });
        variables.push(prefix.clone());
        project.refuse(&variables, why)?;
        println!("find_package, {flags}: {why}");
    }
    Ok(())
}

/// The image of `find_package`, by the flags that the file beside the archive
/// gives.
fn pkg_config(root: &Path, target: &str) -> Result<()> {
    let core = Core::of(target)?;
    let flags = Module::new("tokenmint", &root.join("lib").join(target)).flags()?;
    let image = tool::target_dir().join("package/build/pkg-config.elf");
    tool::run(
        tool::command(format!("{}gcc", core.tools()))
            .args(core.flags.split(' '))
            .arg(format!("--specs={}", core.specs()))
            .args(["-std=c99", "-Os", "-Iexamples/firmware-c", "-nostartfiles"])
            .args([
                "-Wl,--entry=main",
                "-Wl,--gc-sections",
                "-Wl,-z,noexecstack",
            ])
            .arg("-Wl,--defsym=__flash_size=0x100000")
            .args(["ffi/tests/package/image.c", "examples/firmware-c/tokens.c"])
            .args(flags.split_whitespace())
            .arg("-o")
            .arg(image),
    )?;
    println!("pkg-config: {target}");
    Ok(())
}

/// Variables of CMake for a bare core.
pub(super) fn bare(core: &Core) -> Vec<String> {
    vec![
        "CMAKE_SYSTEM_NAME=Generic".to_owned(),
        "CMAKE_TRY_COMPILE_TARGET_TYPE=STATIC_LIBRARY".to_owned(),
        format!("CMAKE_C_COMPILER={}gcc", core.tools()),
        format!("CMAKE_C_FLAGS={} --specs={}", core.flags, core.specs()),
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

/// The root of what plays a framework.
pub(super) fn harness(name: &str) -> std::path::PathBuf {
    tool::root().join("ffi/tests/package").join(name)
}
