//! The object tools that come with the toolchain (component `llvm-tools`).
//! They know every target, and no linker plugin blinds them.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::{Result, tool};

/// Where the tools are.
pub(crate) struct Llvm {
    directory: PathBuf,
}

impl Llvm {
    /// Installs them where they are missing.
    pub(crate) fn find() -> Result<Self> {
        tool::ensure(&tool::active_toolchain()?, "component", "llvm-tools")?;
        let sysroot = tool::output(tool::command("rustc").args(["--print", "sysroot"]))?;
        let host = tool::output(tool::command("rustc").args(["--print", "host-tuple"]))?;
        let directory = Path::new(sysroot.trim())
            .join("lib/rustlib")
            .join(host.trim())
            .join("bin");
        Ok(Self { directory })
    }

    pub(crate) fn command(&self, name: &str) -> Command {
        tool::command(self.directory.join(name))
    }

    /// Names of the symbols of `file` that other objects can see.
    pub(crate) fn globals(&self, file: &Path) -> Result<Vec<String>> {
        self.names(file, &["--defined-only", "--extern-only"])
    }

    /// Names of the symbols that `file` asks for.
    pub(crate) fn undefined(&self, file: &Path) -> Result<Vec<String>> {
        self.names(file, &["--undefined-only"])
    }

    /// Names of the symbols that programs see of a shared library.
    pub(crate) fn exported(&self, library: &Path) -> Result<Vec<String>> {
        self.names(library, &["--dynamic", "--defined-only"])
    }

    fn names(&self, file: &Path, which: &[&str]) -> Result<Vec<String>> {
        let list = tool::output(
            self.command("llvm-nm")
                .args(which)
                .args(["--format=just-symbols", "--quiet"])
                .arg(file),
        )?;
        // Members of archives have a line of their own, which ends in a colon.
        let mut names: Vec<_> = list
            .lines()
            .map(str::trim)
            .filter(|name| !name.is_empty() && !name.ends_with(':'))
            .map(str::to_owned)
            .collect();
        names.sort();
        names.dedup();
        Ok(names)
    }
}
