//! A project of CMake: configured, built.

use std::path::{Path, PathBuf};

use crate::{Result, tool};

/// A folder with a `CMakeLists.txt`, and where it is built.
pub(super) struct Project {
    source: PathBuf,
    pub(super) build: PathBuf,
}

impl Project {
    /// `source` is below the root of the repository, or absolute. What an
    /// earlier run left in the build folder goes.
    pub(super) fn new(source: impl AsRef<Path>, name: &str) -> Result<Self> {
        let build = tool::target_dir().join("package/build").join(name);
        if build.exists() {
            std::fs::remove_dir_all(&build)
                .map_err(|error| format!("cannot remove {}: {error}", build.display()))?;
        }
        Ok(Self {
            source: tool::root().join(source),
            build,
        })
    }

    /// With variables, `NAME=value`.
    pub(super) fn configure(&self, variables: &[String]) -> Result<()> {
        tool::output(
            tool::command("cmake")
                .args(["-G", "Unix Makefiles", "-S"])
                .arg(&self.source)
                .arg("-B")
                .arg(&self.build)
                .args(variables.iter().map(|variable| format!("-D{variable}"))),
        )?;
        Ok(())
    }

    /// Fails unless configuring fails with a message that has `expected`.
    pub(super) fn refuse(&self, variables: &[String], expected: &str) -> Result<()> {
        match self.configure(variables) {
            Ok(()) => Err(format!(
                "{} should be refused with {variables:?}",
                self.source.display()
            )),
            // CMake breaks lines where it likes.
            Err(message) => {
                let words: Vec<_> = message.split_whitespace().collect();
                if words.join(" ").contains(expected) {
                    Ok(())
                } else {
                    Err(format!("{expected:?} is not in {message}"))
                }
            }
        }
    }

    /// What the tools printed, the linker's traces included.
    pub(super) fn build(&self) -> Result<String> {
        let output = tool::command("cmake")
            .arg("--build")
            .arg(&self.build)
            .args(["--parallel", "2"])
            .output()
            .map_err(|error| format!("cannot start cmake: {error}"))?;
        let mut printed = String::from_utf8_lossy(&output.stdout).into_owned();
        printed += &String::from_utf8_lossy(&output.stderr);
        if output.status.success() {
            Ok(printed)
        } else {
            Err(format!(
                "{} cannot be built:\n{printed}",
                self.source.display()
            ))
        }
    }
}
