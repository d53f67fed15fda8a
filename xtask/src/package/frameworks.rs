//! The component for ESP-IDF and the module for Zephyr. Neither is at hand:
//! `ffi/tests/package` plays the functions that their files call.

use std::path::Path;

use crate::cores::Core;
use crate::qemu::BOARDS;
use crate::{Result, portable, tool};

use super::cmake::Project;
use super::firmware::{bare, harness, linked};

/// `root` is the tree for C, `place` has the packages.
pub(super) fn check(root: &Path, place: &Path, targets: &[&str]) -> Result<()> {
    programs()?;
    esp_idf(&place.join("esp-idf/tokenmint"), targets)?;
    zephyr(root, targets)
}

/// An example, and declarations of what it calls of its framework.
const PROGRAMS: &[(&str, &str)] = &[
    ("examples/esp-idf/main/conversation.c", "esp-idf"),
    ("examples/zephyr/src/main.c", "zephyr"),
];

/// The examples compile, as far as that can be seen without the frameworks.
fn programs() -> Result<()> {
    let board = BOARDS.iter().find(|board| board.name == "virt");
    let board = board.ok_or("no board has a RISC-V core")?;
    for (program, framework) in PROGRAMS {
        let headers = tool::root()
            .join("ffi/tests/package")
            .join(framework)
            .join("headers");
        tool::run(
            tool::command(board.compiler)
                .args(board.machine)
                .args(["-std=gnu11", "-Wall", "-Wextra", "-Werror"])
                .args(["-Wno-missing-field-initializers", "-fsyntax-only"])
                .arg(format!("-I{}", headers.display()))
                .arg(format!("-I{}", tool::root().join("include").display()))
                .arg(program),
        )?;
        println!("{program} compiles");
    }
    Ok(())
}

/// A chip of Espressif, and its archive.
const CHIPS: &[(&str, &str)] = &[
    ("esp32c2", "riscv32imc-unknown-none-elf"),
    ("esp32c3", "riscv32imc-unknown-none-elf"),
    ("esp32c6", "riscv32imac-unknown-none-elf"),
    ("esp32h2", "riscv32imac-unknown-none-elf"),
    ("esp32h4", "riscv32imafc-unknown-none-elf"),
    ("esp32p4", "riscv32imafc-unknown-none-elf"),
    ("esp32s31", "riscv32imafc-unknown-none-elf"),
];

fn esp_idf(root: &Path, targets: &[&str]) -> Result<()> {
    let component = format!("COMPONENT={}", root.display());
    let project = || Project::new(harness("esp-idf"), "esp-idf");
    let variables = |chip: &str, target: &str| -> Result<Vec<String>> {
        let mut variables = bare(Core::of(target)?);
        variables.extend([component.clone(), format!("IDF_TARGET={chip}")]);
        Ok(variables)
    };
    for (chip, target) in CHIPS.iter().filter(|(_, target)| targets.contains(target)) {
        let project = project()?;
        project.configure(&variables(chip, target)?)?;
        linked(&project.build()?, target)?;
        println!("ESP-IDF, {chip}: {target}");
    }
    let (chip, target) = CHIPS[0];
    let early = "CMAKE_BUILD_EARLY_EXPANSION=ON".to_owned();
    let mut first = variables(chip, target)?;
    first.push(early);
    project()?.configure(&first)?;

    // Xtensa: no archive, but the C file. Another core plays the chip.
    let chip = "esp32s3";
    let project_of_chip = project()?;
    project_of_chip.configure(&variables(chip, "thumbv7em-none-eabi")?)?;
    compiled(&project_of_chip.build()?)?;
    println!("ESP-IDF, {chip}: {}", portable::FILE);

    // An archive of one's own.
    let mut own = variables("esp32s3", target)?;
    let archive = root.join("lib").join(target).join("libtokenmint.a");
    own.push(format!("TOKENMINT_ARCHIVE={}", archive.display()));
    let project = project()?;
    project.configure(&own)?;
    linked(&project.build()?, target)
}

/// What the linker traced: the image has the C file, and no archive.
fn compiled(printed: &str) -> Result<()> {
    let mut asks = printed.lines().filter(|line| line.contains("reference to"));
    if asks.any(|line| line.contains(portable::FILE)) && !printed.contains("libtokenmint.a") {
        Ok(())
    } else {
        Err(format!("the C file should be linked:\n{printed}"))
    }
}

/// A core as Kconfig describes it, and its archive.
const CONFIGS: &[(&[&str], &str)] = &[
    (&["CPU_CORTEX_M", "CPU_CORTEX_M0"], "thumbv6m-none-eabi"),
    (&["CPU_CORTEX_M", "CPU_CORTEX_M3"], "thumbv6m-none-eabi"),
    (&["CPU_CORTEX_M", "CPU_CORTEX_M4"], "thumbv7em-none-eabi"),
    (
        &["CPU_CORTEX_M", "CPU_CORTEX_M7", "FP_HARDABI"],
        "thumbv7em-none-eabihf",
    ),
    (
        &["CPU_CORTEX_M", "CPU_CORTEX_M33", "FP_SOFTABI"],
        "thumbv8m.main-none-eabi",
    ),
    (
        &["CPU_CORTEX_M", "CPU_CORTEX_M33", "FP_HARDABI"],
        "thumbv8m.main-none-eabihf",
    ),
    (
        &["RISCV", "RISCV_ISA_EXT_M", "RISCV_ISA_EXT_C"],
        "riscv32imc-unknown-none-elf",
    ),
    (
        &[
            "RISCV",
            "RISCV_ISA_EXT_M",
            "RISCV_ISA_EXT_A",
            "RISCV_ISA_EXT_C",
        ],
        "riscv32imac-unknown-none-elf",
    ),
    (
        &[
            "RISCV",
            "RISCV_ISA_EXT_M",
            "RISCV_ISA_EXT_A",
            "RISCV_ISA_EXT_F",
            "RISCV_ISA_EXT_C",
            "FLOAT_HARD",
        ],
        "riscv32imafc-unknown-none-elf",
    ),
];

fn zephyr(root: &Path, targets: &[&str]) -> Result<()> {
    let module = format!("MODULE={}", root.join("zephyr").display());
    let project = || Project::new(harness("zephyr"), "zephyr");
    let variables = |symbols: &[&str], core: &Core| {
        let mut variables = bare(core);
        variables.extend([module.clone(), "CONFIG_TOKENMINT=y".to_owned()]);
        variables.extend(symbols.iter().map(|symbol| format!("CONFIG_{symbol}=y")));
        variables
    };
    for (symbols, target) in CONFIGS
        .iter()
        .filter(|(_, target)| targets.contains(target))
    {
        let project = project()?;
        let mut symbols = symbols.to_vec();
        symbols.push("TOKENMINT_COMPRESSION_STORED");
        project.configure(&variables(&symbols, Core::of(target)?))?;
        linked(&project.build()?, target)?;
        println!("Zephyr, {}: {target}", symbols.join(" "));
    }
    for (symbols, why) in [
        (
            &["RISCV", "RISCV_ISA_EXT_M"][..],
            "no prebuilt archive for this core",
        ),
        (
            &["RISCV", "RISCV_ISA_EXT_M", "RISCV_ISA_EXT_C", "FLOAT_HARD"],
            "Set CONFIG_FLOAT_HARD=n",
        ),
    ] {
        let core = Core::of("thumbv6m-none-eabi")?;
        project()?.refuse(&variables(symbols, core), why)?;
        println!("Zephyr, {}: {why}", symbols.join(" "));
    }
    Ok(())
}
