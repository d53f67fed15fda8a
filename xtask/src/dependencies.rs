//! What the library stands on: each once in the core, lowest versions that are
//! promised, oldest compiler that is promised, licences and sources.

use std::path::PathBuf;

use crate::house::{BARE_TARGETS, CORE_FEATURES};
use crate::{Outcome, Result, tool};

/// Its exact version, because another has other checks.
const CARGO_DENY: &str = "0.20.2";

pub(crate) fn run(words: &[String]) -> Result {
    match words {
        [] => duplicates(),
        [word] if word == "--minimal" => minimal_versions(),
        [word] if word == "--oldest" => oldest_compiler(),
        [word] if word == "--deny" => deny(),
        _ => Err("it takes `--minimal`, `--oldest`, `--deny` or nothing".to_owned()),
    }
}

/// The core on a bare target has each dependency once.
fn duplicates() -> Result {
    for target in BARE_TARGETS {
        let tree = tool::output(
            tool::cargo(
                "tree --locked -p tokenmint --duplicates --edges normal --no-default-features",
            )
            .args(["--target", target])
            .args(["--features", &CORE_FEATURES.join(",")]),
        )?;
        if !tree.trim().is_empty() {
            return Err(format!(
                "the core has dependencies twice on {target}:\n{tree}"
            ));
        }
    }
    println!("every dependency of the core is there once");
    Ok(Outcome::Done)
}

/// Library and command build with the lowest version of each direct dependency that
/// `Cargo.toml` allows.
fn minimal_versions() -> Result {
    const NIGHTLY: &str = "nightly";
    if let Err(reason) = tool::install_toolchain(NIGHTLY) {
        return Ok(Outcome::Skipped(reason));
    }
    let copy = copy_of_the_sources()?;
    let cargo = |arguments: &[&str]| {
        let mut command = tool::command("rustup");
        command.args(["run", NIGHTLY, "cargo"]).args(arguments);
        command
            .current_dir(&copy)
            .env("CARGO_TARGET_DIR", tool::target_dir().join("minimal"));
        command
    };
    tool::run(&mut cargo(&[
        "update",
        "--quiet",
        "-Z",
        "direct-minimal-versions",
    ]))?;
    let check = [
        "check",
        "--quiet",
        "--locked",
        "-p",
        "tokenmint",
        "-p",
        "tokenmint-cli",
        "--all-features",
    ];
    tool::run(&mut cargo(&check))?;
    println!("the lowest versions of the direct dependencies build it");
    Ok(Outcome::Done)
}

/// The files of the repository without its lock file, which would be changed.
fn copy_of_the_sources() -> Result<PathBuf> {
    let copy = tool::target_dir().join("minimal/sources");
    let failed = |error: std::io::Error| format!("cannot copy the sources: {error}");
    if copy.exists() {
        std::fs::remove_dir_all(&copy).map_err(failed)?;
    }
    for path in tool::files()? {
        let to = copy.join(&path);
        std::fs::create_dir_all(to.parent().unwrap_or(&copy)).map_err(failed)?;
        std::fs::copy(tool::root().join(&path), to).map_err(failed)?;
    }
    std::fs::remove_file(copy.join("Cargo.lock")).map_err(failed)?;
    Ok(copy)
}

/// All of the library, the command and the C interface build with the oldest compiler that
/// is promised.
fn oldest_compiler() -> Result {
    let version = oldest()?;
    if let Err(reason) = tool::install_toolchain(&version) {
        return Ok(Outcome::Skipped(reason));
    }
    let mut cargo = tool::command("rustup");
    cargo.args(["run", &version, "cargo", "check", "--quiet", "--locked"]);
    cargo.args([
        "-p",
        "tokenmint",
        "-p",
        "tokenmint-cli",
        "-p",
        "tokenmint-ffi",
    ]);
    cargo.arg("--all-features");
    cargo.env("CARGO_TARGET_DIR", tool::target_dir().join("oldest"));
    tool::run(&mut cargo)?;
    println!("Rust {version} builds it");
    Ok(Outcome::Done)
}

/// The oldest compiler that is promised, as in `Cargo.toml`.
fn oldest() -> Result<String> {
    tool::read("Cargo.toml")?
        .lines()
        .find_map(|line| line.strip_prefix("rust-version = "))
        .map(|version| version.trim_matches('"').to_owned())
        .ok_or_else(|| "Cargo.toml names no rust-version".to_owned())
}

/// Licences, bans and sources, as `deny.toml` has them. Advisories are not
/// asked for: their database is a repository of its own.
fn deny() -> Result {
    let program = match tool::ensure_program("cargo-deny", CARGO_DENY) {
        Ok(program) => program,
        Err(reason) => return Ok(Outcome::Skipped(reason)),
    };
    tool::run(tool::command(&program).args([
        "--offline",
        "--locked",
        "check",
        "bans",
        "licenses",
        "sources",
    ]))?;
    Ok(Outcome::Done)
}
