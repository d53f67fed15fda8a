//! The library for the Arduino IDE. Neither it nor its compilers are at hand:
//! the example sketches are compiled as they would be, by the compiler of the
//! distribution, and linked with what lies in the folder of the board.

use std::path::{Path, PathBuf};

use crate::cores::Core;
use crate::{Result, c, portable, program, tool};

use super::PSA_FILE;

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

const OPTIONS: &[&str] = &["-Os", "-ffunction-sections", "-fdata-sections"];

pub(super) fn check(place: &Path, targets: &[&str]) -> Result<()> {
    let root = place.join("arduino/tokenmint");
    let has_psa = program::ensure_file(c::PSA_HEADER, "libmbedtls-dev")?;
    for (board, target) in BOARDS.iter().filter(|(_, target)| targets.contains(target)) {
        let board = Board {
            name: board,
            core: Core::of(target)?,
            root: &root,
        };
        let sketch = board.compile("examples/RtcToken/RtcToken.ino", &[])?;
        board.link(&[&sketch], &[])?;
        if has_psa {
            board.by_psa()?;
        }
        println!("Arduino, {}: {target}", board.name);
    }
    if !has_psa {
        println!("no libmbedtls-dev can be installed here: RtcTokenByPsa is not compiled");
    }
    Ok(())
}

struct Board<'a> {
    name: &'a str,
    core: &'a Core,
    root: &'a Path,
}

impl Board<'_> {
    fn compiler(&self) -> std::process::Command {
        let mut command = tool::command(format!("{}gcc", self.core.tools()));
        command
            .args(self.core.flags.split(' '))
            .arg(format!("--specs={}", self.core.specs()));
        command
    }

    /// A sketch or another file of it.
    fn compile(&self, source: &str, more: &[&str]) -> Result<PathBuf> {
        let source = self.root.join(source);
        let name = source.file_name().unwrap_or_default();
        let object = tool::target_dir()
            .join("package/build")
            .join(name)
            .with_extension("o");
        let is_sketch = source.extension().is_some_and(|it| it == "ino");
        // A sketch is C++, but for picolibc there is none; these are C too.
        let language = if is_sketch && self.core.tools().starts_with("arm") {
            "c++"
        } else {
            "c"
        };
        tool::run(
            self.compiler()
                .args(OPTIONS)
                .args(["-Wall", "-Werror"])
                .args(["-include", "ffi/tests/package/arduino/Arduino.h"])
                .args(if is_sketch { &[][..] } else { &["-Wno-unused"] })
                .arg("-I")
                .arg(self.root.join("src"))
                .args(more)
                .args(["-x", language, "-c"])
                .arg(&source)
                .arg("-o")
                .arg(&object),
        )?;
        Ok(object)
    }

    fn link(&self, objects: &[&Path], more: &[&str]) -> Result<PathBuf> {
        let folder = self.root.join("src").join(self.name);
        let library = if folder.exists() {
            vec![format!("-L{}", folder.display()), "-ltokenmint".to_owned()]
        } else {
            // No archive for this board: the source is compiled.
            let source = self.root.join("src").join(portable::FILE);
            let source = source.display().to_string();
            let include = format!("-I{}", self.root.join("src").display());
            let options = OPTIONS.iter().map(|&option| option.to_owned());
            options.chain([include, source]).collect()
        };
        let image = tool::target_dir().join("package/build/sketch.elf");
        tool::run(
            self.compiler()
                .args(["-nostartfiles", "-Wl,--entry=setup", "-Wl,--gc-sections"])
                .args(["-Wl,-z,noexecstack", "-Wl,--defsym=__flash_size=0x100000"])
                .args(more)
                .args(objects)
                .args(library)
                .arg("-o")
                .arg(&image),
        )?;
        Ok(image)
    }

    /// The sketch with its tab: what it asks for is PSA's, and the library's own
    /// hash is not in it.
    fn by_psa(&self) -> Result<()> {
        // The headers of PSA only: those of the libc are found before.
        let headers = ["-idirafter", "/usr/include"];
        let folder = "examples/RtcTokenByPsa";
        let sketch = self.compile(&format!("{folder}/RtcTokenByPsa.ino"), &headers)?;
        let tab = self.compile(&format!("{folder}/{PSA_FILE}"), &headers)?;
        let image = self.link(
            &[&sketch, &tab],
            &["-Wl,--unresolved-symbols=ignore-in-object-files"],
        )?;
        let listing = tool::output(
            tool::command(format!("{}nm", self.core.tools()))
                .args(["--format=posix"])
                .arg(&image),
        )?;
        let mut calls_psa = false;
        for line in listing.lines() {
            let mut words = line.split_whitespace();
            let (name, kind) = (words.next().unwrap_or(""), words.next().unwrap_or(""));
            calls_psa |= kind == "U" && name.starts_with("psa_");
            let is_foreign = kind == "U" && !name.starts_with("psa_");
            if is_foreign || name == "tokenmint_hmac_sha256" {
                return Err(format!("{}: RtcTokenByPsa has {name}", self.name));
            }
        }
        match calls_psa {
            true => Ok(()),
            false => Err(format!("{}: RtcTokenByPsa does not call PSA", self.name)),
        }
    }
}
