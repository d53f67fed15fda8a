//! The library builds without warnings with each feature alone, with what a
//! browser needs for WebAssembly, and with every combination of the core's
//! features on a bare target.

use crate::house::{BARE_TARGETS, BROWSER, CORE_FEATURES, QUICK_FEATURES};
use crate::{Outcome, Result, tool};

pub(crate) fn run(words: &[String]) -> Result {
    match words {
        [] => {
            for features in QUICK_FEATURES {
                check(features, None)?;
            }
            println!("{} combinations build on the host", QUICK_FEATURES.len());
            let (features, target) = BROWSER;
            tool::ensure(&tool::active_toolchain()?, "target", target)?;
            check(features, Some(target))?;
            println!("`{features}` builds for {target}");
            Ok(Outcome::Done)
        }
        [word] if word == "--powerset" => powerset(),
        _ => Err("it takes `--powerset` or nothing".to_owned()),
    }
}

fn powerset() -> Result {
    let target = BARE_TARGETS[0];
    tool::ensure(&tool::active_toolchain()?, "target", target)?;
    let combinations = combinations(CORE_FEATURES);
    for features in &combinations {
        check(&features.join(","), Some(target))?;
    }
    println!("{} combinations build for {target}", combinations.len());
    Ok(Outcome::Done)
}

fn check(features: &str, target: Option<&str>) -> Result<()> {
    let mut command = tool::cargo("check --quiet -p tokenmint --lib --no-default-features");
    command
        .args(["--features", features])
        .env("RUSTFLAGS", "-D warnings");
    if let Some(target) = target {
        command.args(["--target", target]);
    }
    tool::run(&mut command).map_err(|error| format!("features `{features}`: {error}"))
}

/// Every subset of `features`.
fn combinations<'a>(features: &[&'a str]) -> Vec<Vec<&'a str>> {
    let mut all = vec![Vec::new()];
    for feature in features {
        let with: Vec<Vec<&str>> = all
            .iter()
            .map(|subset| subset.iter().copied().chain([*feature]).collect())
            .collect();
        all.extend(with);
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_subset_once() {
        assert_eq!(
            combinations(&["a", "b"]),
            [vec![], vec!["a"], vec!["b"], vec!["a", "b"]]
        );
        assert_eq!(combinations(CORE_FEATURES).len(), 1 << CORE_FEATURES.len());
    }
}
