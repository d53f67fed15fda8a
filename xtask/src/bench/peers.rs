//! Libraries of registries that mint the same token. They are installed below
//! `target/`; nothing of them is in the repository.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use super::rounds::Program;
use super::work::Work;
use crate::{Result, tool};

/// The group of the table that a peer stands in, and its floor.
const GROUP: &str = "rtc_with_uid";
const FLOOR: &str = "three_hmacs";

/// Long turns: their clocks tick in microseconds.
const TURN: Duration = Duration::from_millis(10);
/// They are compiled while they run.
const WARM: Duration = Duration::from_secs(1);

struct Peer {
    /// As the table names it.
    name: &'static str,
    programs: &'static [&'static str],
    install: fn(&Path) -> Command,
    run: fn(&Path) -> Command,
}

/// There is none among the crates of crates.io.
const PEERS: &[Peer] = &[
    Peer {
        name: "agora-token_2.0.6_(npm)_as_used",
        programs: &["node", "npm"],
        install: |place| {
            let mut npm = tool::command("npm");
            npm.args(["install", "--no-audit", "--no-fund", "--silent", "--prefix"])
                .arg(place)
                .arg("agora-token@2.0.6");
            npm
        },
        run: |place| {
            let mut node = tool::command("node");
            node.arg("benches/peers/npm.js")
                .arg(place.join("node_modules/agora-token"));
            node
        },
    },
    Peer {
        name: "agoraiotools_0.3.4_(PyPI)_as_used",
        programs: &["python3"],
        install: |place| {
            let mut pip = tool::command("python3");
            pip.args(["-m", "pip", "install", "--quiet", "--no-deps"])
                .args(["--disable-pip-version-check", "--root-user-action=ignore"])
                .args(["--upgrade", "agoraiotools==0.3.4", "--target"])
                .arg(place);
            pip
        },
        run: |place| {
            let mut python = tool::command("python3");
            python.arg("benches/peers/pypi.py").env("PYTHONPATH", place);
            python
        },
    },
];

/// A peer that stands ready, as a line of the table; or why there is none.
pub(super) fn start(measure: &Path) -> Vec<Result<(Work, Program)>> {
    PEERS.iter().map(|peer| peer.start(measure)).collect()
}

impl Peer {
    fn start(&self, measure: &Path) -> Result<(Work, Program)> {
        let name = super::work::words(self.name);
        let left_out = |why: &str| format!("left out: {name}: {why}");
        for program in self.programs {
            if !tool::exists(program) {
                return Err(left_out(&format!("there is no {program}")));
            }
        }
        let place = self.place();
        std::fs::create_dir_all(&place).map_err(|error| left_out(&error.to_string()))?;
        if tool::run(&mut (self.install)(&place)).is_err() {
            return Err(left_out("it cannot be installed"));
        }
        let mut program = Program::start(&mut (self.run)(&place), TURN, WARM)
            .map_err(|error| left_out(&error))?;
        let token = program.line().map_err(|error| left_out(&error))?;
        let mut check = tool::command(measure);
        if tool::run(check.args(["check", &token])).is_err() {
            return Err(left_out("its token is not the one that is asked for"));
        }
        let work = Work {
            group: GROUP.to_owned(),
            name: self.name.to_owned(),
            floor: Some(FLOOR.to_owned()),
            measured: super::work::Measured::Time,
            ..Work::default()
        };
        Ok((work, program))
    }

    fn place(&self) -> PathBuf {
        let name = self.name.split('_').next().unwrap_or(self.name);
        tool::target_dir().join("peers").join(name)
    }
}
