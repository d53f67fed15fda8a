//! Everything: what `.ci/run` does, then what takes too long for each change.

use crate::{
    Outcome, Result, bench, dependencies, dist, features, footprint, login, miri, package,
    portable, psa, publish, sanitize, secrets, sim, tool,
};

struct Step {
    name: &'static str,
    run: fn() -> Result,
}

const STEPS: &[Step] = &[
    Step {
        name: ".ci/run",
        run: ci,
    },
    Step {
        name: "footprint",
        run: || footprint::run(&[]),
    },
    Step {
        name: "Miri",
        run: || miri::run(&[]),
    },
    Step {
        name: "powerset",
        run: || features::run(&["--powerset".to_owned()]),
    },
    Step {
        name: "sanitize",
        run: || sanitize::run(&[]),
    },
    Step {
        name: "simulation",
        run: || sim::run(&["--pairs", "--schedules", "1000000"].map(str::to_owned)),
    },
    Step {
        name: "secrets",
        run: || secrets::run(&[]),
    },
    Step {
        name: "portable secrets",
        run: || portable::run(&["--secrets".to_owned()]),
    },
    Step {
        name: "portable time",
        run: || portable::run(&["--constant-time".to_owned()]),
    },
    Step {
        name: "PSA in firmware",
        run: || psa::run(&[]),
    },
    Step {
        name: "hosted login",
        run: || login::run(&[]),
    },
    Step {
        name: "oldest compiler",
        run: || dependencies::run(&["--oldest".to_owned()]),
    },
    Step {
        name: "lowest versions",
        run: || dependencies::run(&["--minimal".to_owned()]),
    },
    Step {
        name: "licences",
        run: || dependencies::run(&["--deny".to_owned()]),
    },
    Step {
        name: "packages",
        run: || publish::run(&[]),
    },
    Step {
        name: "speed",
        run: || bench::run(&[]),
    },
    Step {
        name: "dist twice",
        run: || dist::run(&["--check".to_owned()]),
    },
    Step {
        name: "package of dist",
        run: || package::run(&["--release".to_owned()]),
    },
    Step {
        name: "cinstall",
        run: || package::run(&["--cinstall".to_owned()]),
    },
];

pub(crate) fn run(_: &[String]) -> Result {
    let mut failed = Vec::new();
    let mut summary = String::new();
    for step in STEPS {
        println!("== {}", step.name);
        let result = match (step.run)() {
            Ok(Outcome::Done) => "ok".to_owned(),
            Ok(Outcome::Skipped(reason)) => format!("skipped: {reason}"),
            Err(message) => {
                failed.push(step.name);
                format!("failed: {message}")
            }
        };
        summary.push_str(&format!("{:<18}{result}\n", step.name));
    }
    print!("\n{summary}");
    if failed.is_empty() {
        Ok(Outcome::Done)
    } else {
        Err(format!("failed: {}", failed.join(", ")))
    }
}

fn ci() -> Result {
    tool::run(tool::command("bash").arg(".ci/run"))?;
    Ok(Outcome::Done)
}
