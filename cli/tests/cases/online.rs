//! What calls a service: in each build it is listed, and a build without the
//! feature `online` says how to get it.

use crate::run::words;

/// The groups and their commands that need the feature.
const COMMANDS: [(&str, &[&str]); 4] = [
    (
        "ath",
        &[
            "login",
            "doctor",
            "discover",
            "register",
            "deregister",
            "status",
            "authorize",
            "exchange",
            "proxy",
            "revoke",
        ],
    ),
    (
        "authing",
        &["call", "describe", "authorize-url", "verify-token"],
    ),
    (
        "convoai",
        &[
            "start",
            "list",
            "get",
            "history",
            "turns",
            "say",
            "think",
            "interrupt",
            "update",
            "stop",
            "sweep",
            "call",
            "number",
        ],
    ),
    ("fake", &["ath", "authing", "convoai"]),
];

const MARK: &str = "[feature online]";
const HOW: &str = "cargo install tokenmint-cli --features online";

/// Whether this build has the command of a line.
pub fn has_command_of(line: &str) -> bool {
    let needs_online = COMMANDS.iter().any(|(group, names)| {
        let name = line.split(' ').nth(1).unwrap_or_default();
        line.split(' ').next() == Some(group) && names.contains(&name)
    });
    cfg!(feature = "online") || !needs_online
}

fn each(check: impl Fn(&str, &str)) {
    for (group, names) in COMMANDS {
        for name in names {
            check(group, name);
        }
    }
}

#[test]
fn help_lists_every_command_and_marks_what_is_not_in_this_build() {
    for (group, names) in COMMANDS {
        let help = words(&format!("{group} --help")).run().stdout;
        for name in names {
            let start = format!("  {name} ");
            let mut lines = help.lines().filter(|line| line.starts_with(&start));
            let line = lines.next().unwrap_or_else(|| panic!("{group} {name}"));
            assert_eq!(line.contains(MARK), !cfg!(feature = "online"), "{line}");
        }
        let marks = help.matches(MARK).count();
        let expected = if cfg!(feature = "online") {
            0
        } else {
            names.len()
        };
        assert_eq!(marks, expected, "{help}");
    }
}

#[test]
fn help_of_a_command_says_how_to_get_it_where_it_is_missing() {
    each(|group, name| {
        let ran = words(&format!("{group} {name} --help")).run();
        assert_eq!(ran.code, 0, "{ran:?}");
        assert_eq!(
            ran.stdout.contains(HOW),
            !cfg!(feature = "online"),
            "{ran:?}"
        );
    });
}

#[cfg(not(feature = "online"))]
#[test]
fn calling_it_says_how_to_get_it_and_nothing_else() {
    let refused = |ran: &crate::run::Ran| {
        assert_eq!(ran.code, 2, "{ran:?}");
        assert!(ran.stdout.is_empty(), "{ran:?}");
        assert_eq!(ran.stderr.lines().count(), 1, "{ran:?}");
        assert!(ran.stderr.contains(HOW), "{ran:?}");
    };
    each(|group, name| {
        refused(&words(&format!("{group} {name}")).run());
        refused(&words(&format!("{group} {name} --area us word --x=1 -q -- more")).run());
        let ran = words(&format!("{group} {name} word --json")).run();
        assert_eq!(ran.code, 2, "{ran:?}");
        let error = &ran.json()["error"];
        assert_eq!(error["name"], "usage", "{ran:?}");
        let message = error["message"].as_str().expect("a message");
        assert!(message.contains(HOW), "{ran:?}");
        assert_eq!(message.lines().count(), 1, "{ran:?}");
    });
}
