//! What belongs in the repository and what does not.

use crate::house::VECTORS;
use crate::{Outcome, Result, tool};

/// Starts of paths that exist on one machine only. Split, so that this file
/// does not contain them.
const MACHINE_PATHS: &[&str] = &[
    concat!("/ho", "me/"),
    concat!("/ro", "ot/"),
    concat!("/wo", "rk/"),
    concat!("/Us", "ers/"),
    concat!("C:\\Us", "ers"),
];

pub(crate) fn run(_: &[String]) -> Result {
    let files = tool::files()?;
    let mut findings = Vec::new();
    for path in &files {
        // What is no text has no paths to read.
        let Ok(text) = std::fs::read_to_string(tool::root().join(path)) else {
            continue;
        };
        for (line, pattern) in machine_paths(&text) {
            findings.push(format!("{path}:{line}: machine path `{pattern}`"));
        }
        let code = SOURCES.iter().any(|ending| path.ends_with(ending));
        for line in code.then(|| leaning_comments(&text)).into_iter().flatten() {
            findings.push(format!(
                "{path}:{line}: the first sentence leans on its neighbour (`{LEANS} ...`)"
            ));
        }
    }
    for name in VECTORS {
        let path = format!("tests/vectors/{name}.json");
        if !files.contains(&path) {
            findings.push(format!("{path} is missing"));
        }
    }
    if findings.is_empty() {
        println!("{} files are clean", files.len());
        Ok(Outcome::Done)
    } else {
        Err(findings.join("\n"))
    }
}

/// Line numbers and patterns of machine paths in `text`. A pattern inside a
/// longer path or word (`example.com/home/`) is none.
fn machine_paths(text: &str) -> Vec<(usize, &'static str)> {
    let mut found = Vec::new();
    for (number, line) in text.lines().enumerate() {
        for pattern in MACHINE_PATHS {
            let stands_alone = line.match_indices(pattern).any(|(at, _)| {
                !line[..at]
                    .ends_with(|before: char| before.is_alphanumeric() || "._-~*".contains(before))
            });
            if stands_alone {
                found.push((number + 1, *pattern));
            }
        }
    }
    found
}

/// Files with documentation.
const SOURCES: &[&str] = &[".rs", ".h", ".hpp"];

/// How a first sentence begins that nobody understands in a tooltip.
const LEANS: &str = "The same";

/// Line numbers of documentation that begins with [`LEANS`].
fn leaning_comments(text: &str) -> Vec<usize> {
    let words = |line: &str| {
        let line = line.trim_start();
        let opening = ["///", "//!", "/**", "* "]
            .into_iter()
            .find(|opening| line.starts_with(opening));
        opening.map(|opening| line[opening.len()..].trim().to_owned())
    };
    let mut found = Vec::new();
    let mut inside = false;
    for (number, line) in text.lines().enumerate() {
        let words = words(line);
        if !inside
            && words
                .as_deref()
                .is_some_and(|words| words.starts_with(LEANS))
        {
            found.push(number + 1);
        }
        inside = words.is_some() && line.trim() != "/**";
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_that_lean_on_a_neighbour_are_found() {
        let text = |first: &str| format!("{}\nfn a() {{}}\n{} {first}\n", "/// One.", "///");
        assert_eq!(leaning_comments(&text("The same for two.")), [3]);
        assert!(leaning_comments(&text("Two of them.")).is_empty());
        assert_eq!(
            leaning_comments(&format!("/**\n *{} x.\n", " The same")),
            [2]
        );
        let later = format!("/// Bytes in,\n/{} The same bytes out.\n", "//");
        assert!(leaning_comments(&later).is_empty());
    }

    #[test]
    fn machine_paths_are_found_and_urls_are_not() {
        let home = MACHINE_PATHS[0];
        assert_eq!(machine_paths(&format!("a\n\"{home}me/x\"")), [(2, home)]);
        assert_eq!(machine_paths(&format!("{home}me")), [(1, home)]);
        assert!(machine_paths(&format!("https://example.com{home}me")).is_empty());
    }
}
