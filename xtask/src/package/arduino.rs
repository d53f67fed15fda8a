//! The library for the Arduino IDE. Neither it nor its compilers are at hand:
//! the example sketch is compiled as it would be, by the compiler of the
//! distribution, and linked with what lies in the folder of the board.

use std::path::Path;

use crate::cores::Core;
use crate::{Result, portable, tool};

/// A board by what its core calls it, and the compiler that plays its own.
const BOARDS: &[(&str, &str)] = &[
    ("cortex-m0plus", "thumbv6m-none-eabi"),
    ("cortex-m3", "thumbv6m-none-eabi"),
    ("cortex-m4", "thumbv7em-none-eabi"),
    ("cortex-m4/fpv4-sp-d16-hard", "thumbv7em-none-eabihf"),
    ("cortex-m33", "thumbv8m.main-none-eabi"),
    ("cortex-m33/fpv5-sp-d16-hard", "thumbv8m.main-none-eabihf"),
    ("esp32c3", "riscv32imc-unknown-none-elf"),
    ("esp32c6", "riscv32imac-unknown-none-elf"),
    ("esp32p4", "riscv32imafc-unknown-none-elf"),
    // Xtensa, played by another core.
    ("esp32s3", "thumbv7em-none-eabi"),
];

pub(super) fn check(place: &Path, targets: &[&str]) -> Result<()> {
    let root = place.join("arduino/tokenmint");
    let sketch = root.join("examples/RtcToken/RtcToken.ino");
    for (board, target) in BOARDS.iter().filter(|(_, target)| targets.contains(target)) {
        let core = Core::of(target)?;
        let folder = root.join("src").join(board);
        let build = tool::target_dir().join("package/build");
        let object = build.join("sketch.o");
        let compiler = |name: &str| {
            let mut command = tool::command(format!("{}{name}", core.tools()));
            command
                .args(core.flags.split(' '))
                .arg(format!("--specs={}", core.specs()));
            command
        };
        // A sketch is C++, but for picolibc there is none; this one is C too.
        let language = if core.tools().starts_with("arm") {
            "c++"
        } else {
            "c"
        };
        tool::run(
            compiler("gcc")
                .args([
                    "-Os",
                    "-ffunction-sections",
                    "-fdata-sections",
                    "-Wall",
                    "-Werror",
                ])
                .args(["-include", "ffi/tests/package/arduino/Arduino.h"])
                .arg("-I")
                .arg(root.join("src"))
                .args(["-x", language, "-c"])
                .args([&sketch])
                .arg("-o")
                .arg(&object),
        )?;
        let library = if folder.exists() {
            vec![format!("-L{}", folder.display()), "-ltokenmint".to_owned()]
        } else {
            // No archive for this board: the source is compiled.
            let flags = ["-Os", "-ffunction-sections", "-fdata-sections"];
            let source = root.join("src").join(portable::FILE);
            let source = source.display().to_string();
            let include = format!("-I{}", root.join("src").display());
            flags
                .map(str::to_owned)
                .into_iter()
                .chain([include, source])
                .collect()
        };
        tool::run(
            compiler("gcc")
                .args(["-nostartfiles", "-Wl,--entry=setup", "-Wl,--gc-sections"])
                .args(["-Wl,-z,noexecstack", "-Wl,--defsym=__flash_size=0x100000"])
                .arg(&object)
                .args(library)
                .arg("-o")
                .arg(build.join("sketch.elf")),
        )?;
        println!("Arduino, {board}: {target}");
    }
    Ok(())
}
