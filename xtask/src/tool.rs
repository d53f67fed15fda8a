//! Running other programs.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::Result;

/// The root of the repository: of the one that Cargo runs this in, which is
/// another than it was built in when the build directory has been copied.
pub(crate) fn root() -> PathBuf {
    let manifest = std::env::var_os("CARGO_MANIFEST_DIR")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    manifest.parent().unwrap_or(&manifest).to_path_buf()
}

/// Where Cargo builds.
pub(crate) fn target_dir() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from)
}

/// Where Cargo keeps the sources of dependencies.
pub(crate) fn cargo_home() -> Option<PathBuf> {
    std::env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| std::env::home_dir().map(|home| home.join(".cargo")))
}

/// Whether a program can be found.
pub(crate) fn exists(program: &str) -> bool {
    std::env::var_os("PATH").is_some_and(|path| {
        std::env::split_paths(&path).any(|directory| directory.join(program).is_file())
    })
}

/// A command at the root of the repository, free of what the Cargo that
/// started this process set for its own toolchain. `RUSTFLAGS` goes too: it
/// would override the flags that a chore is about.
pub(crate) fn command(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    command.current_dir(root()).stdin(Stdio::null());
    for name in [
        "CARGO",
        "CARGO_ENCODED_RUSTFLAGS",
        "LD_LIBRARY_PATH",
        "RUSTC",
        "RUSTDOC",
        "RUSTFLAGS",
        "RUSTUP_TOOLCHAIN",
    ] {
        command.env_remove(name);
    }
    command
}

/// `cargo` with `arguments`, split at white space.
pub(crate) fn cargo(arguments: &str) -> Command {
    let mut command = command("cargo");
    command.args(arguments.split_whitespace());
    command
}

/// Runs `command` with its output on the terminal.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    let status = command
        .status()
        .map_err(|error| format!("cannot start {}: {error}", show(command)))?;
    if status.success() {
        Ok(())
    } else {
        Err(format!("{} ended with {status}", show(command)))
    }
}

/// Runs `command` and gives what it printed.
pub(crate) fn output(command: &mut Command) -> Result<String> {
    let output = command
        .output()
        .map_err(|error| format!("cannot start {}: {error}", show(command)))?;
    if !output.status.success() {
        return Err(format!(
            "{} ended with {}\n{}",
            show(command),
            output.status,
            String::from_utf8_lossy(&output.stderr).trim_end()
        ));
    }
    String::from_utf8(output.stdout)
        .map_err(|_| format!("{} printed no valid UTF-8", show(command)))
}

fn show(command: &Command) -> String {
    let mut words = vec![command.get_program().to_string_lossy()];
    words.extend(command.get_args().map(OsStr::to_string_lossy));
    format!("`{}`", words.join(" "))
}

/// A file of the repository as text.
pub(crate) fn read(path: impl AsRef<Path>) -> Result<String> {
    let path = path.as_ref();
    std::fs::read_to_string(root().join(path))
        .map_err(|error| format!("cannot read {}: {error}", path.display()))
}

/// The files Git knows or would add, as paths below the root.
pub(crate) fn files() -> Result<Vec<String>> {
    let listing = output(command("git").args([
        "ls-files",
        "--cached",
        "--others",
        "--exclude-standard",
        "--deduplicate",
        "-z",
    ]))?;
    Ok(listing
        .split_terminator('\0')
        .filter(|path| root().join(path).is_file())
        .map(str::to_owned)
        .collect())
}

/// Copies the source as it stands, with what Git does not know yet, below `to`.
pub(crate) fn copy_source(to: &Path) -> Result<()> {
    for file in files()? {
        let copy = to.join(&file);
        let folder = copy.parent().unwrap_or(to);
        std::fs::create_dir_all(folder)
            .and_then(|()| std::fs::copy(root().join(&file), &copy))
            .map_err(|error| format!("cannot copy {file}: {error}"))?;
    }
    Ok(())
}

/// Sees to it that a target or component of a toolchain is installed.
pub(crate) fn ensure(toolchain: &str, kind: &str, name: &str) -> Result<()> {
    let list =
        output(command("rustup").args([kind, "list", "--installed", "--toolchain", toolchain]))?;
    let there = list.lines().any(|line| {
        line == name
            || line
                .strip_prefix(name)
                .is_some_and(|rest| rest.starts_with('-'))
    });
    if there {
        return Ok(());
    }
    run(command("rustup").args([kind, "add", "--toolchain", toolchain, name]))
}

/// A program that Cargo can install, in this version exactly: installed below
/// the build directory when it is not there yet.
pub(crate) fn ensure_program(name: &str, version: &str) -> Result<PathBuf> {
    let tools = target_dir().join("tools");
    let program = tools.join("bin").join(name);
    // As a subcommand of Cargo, which some insist on.
    let word = name.strip_prefix("cargo-").unwrap_or(name);
    let is_right = [&["--version"][..], &[word, "--version"]]
        .iter()
        .any(|words| output(command(&program).args(*words)).is_ok_and(|it| it.contains(version)));
    if !is_right {
        let mut install = cargo("install --quiet --locked --no-default-features");
        install.arg("--root").arg(&tools);
        run(install.args([name, "--version", version]))?;
    }
    Ok(program)
}

/// The toolchain that is active at the root of the repository.
pub(crate) fn active_toolchain() -> Result<String> {
    let line = output(command("rustup").args(["show", "active-toolchain"]))?;
    line.split_whitespace()
        .next()
        .map(str::to_owned)
        .ok_or_else(|| "rustup names no active toolchain".to_owned())
}

/// Whether rustup has a toolchain whose name is or starts with `name-`.
pub(crate) fn has_toolchain(name: &str) -> Result<bool> {
    let list = output(command("rustup").args(["toolchain", "list"]))?;
    Ok(list.lines().any(|line| {
        line.strip_prefix(name)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with(['-', ' ']))
    }))
}

/// Sees to it that rustup has a toolchain.
pub(crate) fn install_toolchain(name: &str) -> Result<()> {
    if has_toolchain(name)? {
        return Ok(());
    }
    run(command("rustup").args(["toolchain", "install", name, "--profile=minimal"]))
}
