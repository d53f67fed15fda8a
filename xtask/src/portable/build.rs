//! The C interface as WebAssembly: compiled for a machine of 32 bits without an
//! operating system, and linked from the wanted functions on.
//!
//! The linker keeps its relocations, so that an address is told from a number,
//! and every constant is a segment of its own, so that a function brings what
//! it needs and nothing else.

use std::path::PathBuf;

use crate::archive::{self, Build, Sha};
use crate::llvm::Llvm;
use crate::{Result, tool};

/// `target_os` is `none`, and there are no instructions that copy memory:
/// `memcpy` and its family stay calls.
const TARGET: &str = "wasm32v1-none";

/// What the C interface is compiled to.
pub(super) struct Library {
    archive: PathBuf,
    llvm: Llvm,
    /// The names of its functions.
    pub(super) api: Vec<String>,
}

impl Library {
    pub(super) fn build() -> Result<Self> {
        let llvm = Llvm::find()?;
        let build = Build {
            target: TARGET,
            sha: Sha::Compact,
            directory: &tool::target_dir().join("portable"),
        };
        // Else numbers of 64 bits are thought to be cheap.
        let flags = ["--cfg", "cpubits=\"32\""];
        let archive = archive::compile(build, archive::FEATURES, &flags)?;
        let mut api = archive::api(&llvm, &archive)?;
        // Members of the archive are listed by llvm-nm, too.
        api.retain(|name| !name.contains(['.', '-']));
        Ok(Self { archive, llvm, api })
    }

    /// A module that exports `functions`, with its relocations.
    pub(super) fn link(&self, functions: &[String]) -> Result<Vec<u8>> {
        let linked = self.archive.with_file_name("portable.wasm");
        tool::run(
            self.llvm
                .command("rust-lld")
                .args(["-flavor", "wasm", "--no-entry", "--gc-sections"])
                .args(["--emit-relocs", "--no-merge-data-segments", "--strip-debug"])
                .args(functions.iter().map(|name| format!("--export={name}")))
                .arg(&self.archive)
                .arg("-o")
                .arg(&linked),
        )?;
        std::fs::read(&linked).map_err(|error| format!("cannot read {}: {error}", linked.display()))
    }
}
