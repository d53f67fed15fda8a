//! Programs that Cargo cannot bring.

use std::path::Path;
use std::process::{Command, Stdio};

use crate::{Result, tool};

/// Whether `program` is there, after an attempt to install `package` with apt.
pub(crate) fn ensure(program: &str, package: &str) -> Result<bool> {
    ensured(package, || is_there(program))
}

/// Whether `file` is there, after an attempt to install `package` with apt.
pub(crate) fn ensure_file(file: &str, package: &str) -> Result<bool> {
    ensured(package, || Path::new(file).exists())
}

fn ensured(package: &str, is_here: impl Fn() -> bool) -> Result<bool> {
    if is_here() {
        return Ok(true);
    }
    if !is_there("apt-get") {
        return Ok(false);
    }
    let install = ["install", "-qq", "-y", "--no-install-recommends", package];
    let mut command = if is_there("sudo") {
        let mut command = tool::command("sudo");
        command.arg("apt-get");
        command
    } else {
        tool::command("apt-get")
    };
    tool::run(command.args(install))?;
    Ok(is_here())
}

pub(crate) fn is_there(program: &str) -> bool {
    Command::new(program)
        .arg("--version")
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}
