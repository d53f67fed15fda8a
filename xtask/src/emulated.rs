//! Programs of the tests for C on emulated boards, with a heap and files by
//! semihosting: what is too large for the memory maps of the examples.

use std::path::{Path, PathBuf};

use crate::qemu::Board;
use crate::{Result, tool};

const TESTS: &str = "ffi/tests/firmware";
const EXAMPLE: &str = "examples/firmware-c";

/// In every program.
const START: &[&str] = &[
    "examples/firmware-c/startup_cortex_m.c",
    "examples/firmware-c/semihosting.c",
];

/// What is compiled for a core, and where.
pub(crate) struct Objects<'a> {
    /// The board whose core it is for.
    core: &'a Board,
    place: PathBuf,
    made: Vec<PathBuf>,
}

impl<'a> Objects<'a> {
    /// None yet, of a program called `name`.
    pub(crate) fn new(core: &'a Board, name: &str) -> Result<Self> {
        let place = tool::target_dir()
            .join("firmware/tests")
            .join(core.name)
            .join(name);
        std::fs::create_dir_all(&place)
            .map_err(|error| format!("cannot make {}: {error}", place.display()))?;
        let made = Vec::new();
        Ok(Self { core, place, made })
    }

    /// Where a file of this program may be.
    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.place.join(name)
    }

    /// Compiles sources with `flags`.
    pub(crate) fn add<S: AsRef<Path>>(&mut self, sources: &[S], flags: &[&str]) -> Result<()> {
        for source in sources {
            let source = source.as_ref();
            let name = source.file_name().unwrap_or_default();
            let object = self.place.join(name).with_extension("o");
            tool::run(
                tool::command(self.core.compiler)
                    .args(self.core.machine)
                    .args(["-std=c99", "-Os", "-ffunction-sections", "-fdata-sections"])
                    .args(["-Iinclude", "-Iffi/tests/c"])
                    .args([TESTS, EXAMPLE].map(|folder| format!("-I{folder}")))
                    .args(flags)
                    .arg("-c")
                    .arg(source)
                    .arg("-o")
                    .arg(&object),
            )?;
            self.made.push(object);
        }
        Ok(())
    }

    /// All of them as a library.
    pub(crate) fn pack(self, name: &str) -> Result<PathBuf> {
        let library = self.path(name);
        if library.exists() {
            std::fs::remove_file(&library)
                .map_err(|error| format!("cannot remove {}: {error}", library.display()))?;
        }
        let packer = self.core.compiler.replace("gcc", "ar");
        tool::run(
            tool::command(packer)
                .arg("rcsD")
                .arg(&library)
                .args(&self.made),
        )?;
        Ok(library)
    }

    /// An image for `board`, whose memory map is `ffi/tests/firmware/<name>.ld`.
    pub(crate) fn link(
        mut self,
        board: &Board,
        libraries: &[&Path],
        flags: &[&str],
    ) -> Result<PathBuf> {
        self.add(START, &["-Wall", "-Wextra", "-Werror"])?;
        let image = self.path("image.elf");
        tool::run(
            tool::command(self.core.compiler)
                .args(self.core.machine)
                .args(["--specs=rdimon.specs", "-nostartfiles"])
                .arg(format!("-L{EXAMPLE}"))
                .arg(format!("-T{TESTS}/{}.ld", board.name))
                .args(["-Wl,--defsym=end=__bss_end", "-Wl,--gc-sections"])
                .arg("-Wl,-z,noexecstack")
                .args(flags)
                .args(&self.made)
                .args(libraries)
                .args(["-lm", "-o"])
                .arg(&image),
        )?;
        Ok(image)
    }
}

/// A file in the folder of these programs.
pub(crate) fn source(name: &str) -> PathBuf {
    Path::new(TESTS).join(name)
}

/// A file of the example for firmware.
pub(crate) fn example(name: &str) -> PathBuf {
    Path::new(EXAMPLE).join(name)
}
