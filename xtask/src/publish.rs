//! Whether the packages can be published: a dry run of each that may be, in the
//! order of their dependencies, without a warning. `--quick` packs them and does
//! not build what was packed.

use crate::{Outcome, Result, tool};

/// Those that may be published; the others say `publish = false`.
const PACKAGES: &[&str] = &["tokenmint", "tokenmint-sim", "tokenmint-cli"];

/// The warning of every dry run.
const DRY: &str = "aborting upload due to dry run";

pub(crate) fn run(words: &[String]) -> Result {
    let mut command = tool::cargo("publish --dry-run --locked --allow-dirty");
    match words {
        [] => {}
        [word] if word == "--quick" => {
            command.arg("--no-verify");
        }
        _ => return Err("usage: cargo xtask publish [--quick]".to_owned()),
    }
    for package in PACKAGES {
        command.args(["--package", package]);
    }
    let output = command
        .output()
        .map_err(|error| format!("cannot run cargo: {error}"))?;
    let said = String::from_utf8_lossy(&output.stderr);
    let warnings = warnings(&said);
    if !output.status.success() || !warnings.is_empty() {
        return Err(format!("{said}\nnot fit to be published"));
    }
    for line in said.lines().filter(|line| line.contains("Packaged")) {
        println!("{}", line.trim());
    }
    println!("{} can be published", PACKAGES.join(", "));
    Ok(Outcome::Done)
}

fn warnings(said: &str) -> Vec<&str> {
    said.lines()
        .filter(|line| line.starts_with("warning: ") && !line.contains(DRY))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dry_run_has_one_warning_of_its_own() {
        let said = "   Packaged 3 files\nwarning: aborting upload due to dry run\n";
        assert!(warnings(said).is_empty());
        let said = "warning: manifest has no license\nwarning: aborting upload due to dry run\n";
        assert_eq!(warnings(said), ["warning: manifest has no license"]);
    }
}
