//! The C interface as WebAssembly: compiled for a machine of 32 bits without an
//! operating system, and linked from the wanted functions on.
//!
//! The linker keeps its relocations, so that an address is told from a number,
//! and every constant is a segment of its own, so that a function brings what
//! it needs and nothing else.

use std::path::PathBuf;

use crate::llvm::Llvm;
use crate::{Result, archive, tool};

/// `target_os` is `none`, and there are no instructions that copy memory:
/// `memcpy` and its family stay calls.
const TARGET: &str = "wasm32v1-none";

/// Every function, those of old tokens too.
const FEATURES: &str = "agora,zego,ath,authing,legacy,panic-handler";

/// What the C interface is compiled to.
pub(super) struct Library {
    archive: PathBuf,
    llvm: Llvm,
    /// The names of its functions.
    pub(super) api: Vec<String>,
}

impl Library {
    pub(super) fn build() -> Result<Self> {
        tool::ensure(&tool::active_toolchain()?, "target", TARGET)?;
        let llvm = Llvm::find()?;
        let directory = tool::target_dir().join("portable");
        let mut flags = archive::flags(archive::Sha::Compact);
        // Else numbers of 64 bits are thought to be cheap.
        flags.extend(["--cfg", "cpubits=\"32\""].map(str::to_owned));
        tool::run(
            tool::cargo("rustc --quiet --locked --package tokenmint-ffi --lib")
                .args(["--profile", "firmware", "--crate-type", "staticlib"])
                .args(["--no-default-features", "--features", FEATURES])
                .args(["--target", TARGET])
                .arg("--target-dir")
                .arg(&directory)
                .env("CARGO_ENCODED_RUSTFLAGS", flags.join("\x1f")),
        )?;
        let archive = directory.join(TARGET).join("firmware/libtokenmint_ffi.a");
        let mut api = archive::api(&llvm, &archive)?;
        // Members of the archive are listed by llvm-nm, too.
        api.retain(|name| !name.contains(['.', '-']));
        Ok(Self { archive, llvm, api })
    }

    /// The functions in `list`, which are separated by commas.
    pub(super) fn chosen(&self, list: &str) -> Result<Vec<String>> {
        let mut names: Vec<String> = list.split(',').map(|it| it.trim().to_owned()).collect();
        names.sort();
        names.dedup();
        match names.iter().find(|name| !self.api.contains(name)) {
            Some(name) => Err(format!("the header has no function {name:?}")),
            None => Ok(names),
        }
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
