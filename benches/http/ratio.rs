//! Prints what was measured as ratios to a floor of the same run.

use std::path::Path;

/// A measured function and the floor it stands on.
pub(crate) struct Pair {
    pub(crate) group: &'static str,
    pub(crate) name: &'static str,
    pub(crate) floor: &'static str,
}

/// Prints one line a pair: median nanoseconds of both, and their ratio. Pairs
/// that this run did not measure (a filter was given) are left out.
pub(crate) fn print(pairs: &[Pair]) {
    println!(
        "\n{:<34} {:>9} {:>9} {:>7}  floor",
        "benchmark", "ns", "floor ns", "ratio"
    );
    for pair in pairs {
        let measured = (
            median(pair.group, pair.name),
            median(pair.group, pair.floor),
        );
        if let (Some(time), Some(floor)) = measured {
            println!(
                "{:<34} {time:>9.0} {floor:>9.0} {:>7.2}  {}",
                format!("{}/{}", pair.group, pair.name),
                time / floor,
                pair.floor
            );
        }
    }
}

/// The median that criterion has just written.
fn median(group: &str, name: &str) -> Option<f64> {
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("target"),
        Into::into,
    );
    let path = target
        .join("criterion")
        .join(group)
        .join(name)
        .join("new/estimates.json");
    let estimates: serde_json::Value =
        serde_json::from_str(&std::fs::read_to_string(path).ok()?).ok()?;
    estimates["median"]["point_estimate"].as_f64()
}
