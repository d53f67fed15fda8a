//! Compilers for bare cores, and the archive that fits each.

use crate::Result;

/// A core, by the options of its compiler.
pub(crate) struct Core {
    pub(crate) flags: &'static str,
    pub(crate) target: &'static str,
}

const fn core(flags: &'static str, target: &'static str) -> Core {
    Core { flags, target }
}

/// Every archive, and cores that take that of another.
pub(crate) const CORES: &[Core] = &[
    core("-mthumb -mcpu=cortex-m0", "thumbv6m-none-eabi"),
    core("-mthumb -mcpu=cortex-m3", "thumbv6m-none-eabi"),
    core("-mthumb -mcpu=cortex-m4", "thumbv7em-none-eabi"),
    core(
        "-mthumb -mcpu=cortex-m4 -mfloat-abi=hard -mfpu=fpv4-sp-d16",
        "thumbv7em-none-eabihf",
    ),
    core("-mthumb -mcpu=cortex-m33", "thumbv8m.main-none-eabi"),
    core(
        "-mthumb -mcpu=cortex-m33 -mfloat-abi=hard -mfpu=fpv5-sp-d16",
        "thumbv8m.main-none-eabihf",
    ),
    core(
        "-march=rv32imc -misa-spec=2.2 -mabi=ilp32",
        "riscv32imc-unknown-none-elf",
    ),
    core(
        "-march=rv32imac -misa-spec=2.2 -mabi=ilp32",
        "riscv32imac-unknown-none-elf",
    ),
    core(
        "-march=rv32imafc -misa-spec=2.2 -mabi=ilp32f",
        "riscv32imafc-unknown-none-elf",
    ),
];

impl Core {
    /// The first that takes the archive for `target`.
    pub(crate) fn of(target: &str) -> Result<&'static Self> {
        CORES
            .iter()
            .find(|core| core.target == target)
            .ok_or_else(|| format!("no core for {target}"))
    }

    /// What its tools begin with: `gcc`, `nm`.
    pub(crate) fn tools(&self) -> &'static str {
        if self.flags.contains("-mthumb") {
            "arm-none-eabi-"
        } else {
            "riscv64-unknown-elf-"
        }
    }

    /// The small libc that Debian has for it.
    pub(crate) fn specs(&self) -> &'static str {
        if self.flags.contains("-mthumb") {
            "nano.specs"
        } else {
            "picolibc.specs"
        }
    }
}
