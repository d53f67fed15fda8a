//! The floors of the house: who may name whom.
//!
//! | rule | table |
//! |---|---|
//! | a room names only rooms on its own floor or below | [`ROOMS`] |
//! | a room that belongs to no service never names one; a room of one service never names another's; a room of [`EVERY`] service may name all | [`ROOMS`] |
//! | a crate that has one adapter is named there only | [`CRATES`] |
//! | `unsafe` stands at the edge to C only | [`UNSAFE`] |
//! | a source stands in a room, or in a place above all rooms | [`ABOVE`] |
//! | `foo.rs` beside `foo/`, no `mod.rs` | |

use std::collections::{BTreeMap, BTreeSet};

use crate::house::{ABOVE, CRATES, EVERY, ROOMS, Room, UNSAFE};
use crate::{Outcome, Result, tool};

mod paths;
mod tokens;

use paths::{Path, paths};
use tokens::{Kind, Token, tokens};

pub(crate) fn run(_: &[String]) -> Result {
    let mut sources = Vec::new();
    for path in tool::files()?
        .into_iter()
        .filter(|path| path.ends_with(".rs"))
    {
        let text = tool::read(&path)?;
        sources.push((path, text));
    }
    let sources: Vec<_> = sources
        .iter()
        .map(|(path, text)| (path.as_str(), text.as_str()))
        .collect();
    let findings = check(&sources);
    if findings.is_empty() {
        println!("{} files keep the floors", sources.len());
        Ok(Outcome::Done)
    } else {
        Err(findings.join("\n"))
    }
}

/// Every breach in `sources`, pairs of path and text.
fn check(sources: &[(&str, &str)]) -> Vec<String> {
    let roots = sources
        .iter()
        .find(|(path, _)| *path == "src/lib.rs")
        .map(|(_, text)| root_names(text))
        .unwrap_or_default();
    let mut findings = Vec::new();
    for (path, text) in sources {
        if path.rsplit('/').next() == Some("mod.rs") {
            findings.push(format!(
                "{path}: a module is `foo.rs` beside `foo/`, not `mod.rs`"
            ));
        }
        let tokens = tokens(text);
        if !UNSAFE.iter().any(|(place, _)| path.starts_with(place)) {
            findings.extend(
                tokens
                    .iter()
                    .filter(|token| token.kind == Kind::Word("unsafe"))
                    .map(|token| format!("{path}:{}: `unsafe` outside ffi/", token.line)),
            );
        }
        if let Some(module) = path
            .strip_prefix("src/")
            .and_then(|path| path.strip_suffix(".rs"))
        {
            let file = File {
                path,
                module,
                roots: &roots,
            };
            findings.extend(file.check(&tokens));
        } else if !ABOVE.iter().any(|place| path.starts_with(place)) {
            findings.push(format!("{path}: no place of the house table holds it"));
        }
    }
    findings
}

/// Names that lib.rs re-exports, with the module each comes from.
fn root_names(lib: &str) -> BTreeMap<String, String> {
    let tokens = tokens(lib);
    paths(&tokens)
        .into_iter()
        .filter(|path| path.inside.is_empty())
        .filter_map(|path| {
            let from: Vec<_> = path
                .segments
                .into_iter()
                .filter(|segment| !matches!(*segment, "crate" | "self"))
                .collect();
            Some((path.alias?.to_owned(), from.join("/")))
        })
        .collect()
}

/// The room of a module path; the longest entry wins.
fn room_of(module: &str) -> Option<&'static Room> {
    ROOMS
        .iter()
        .filter(|room| lies_in(module, room.path))
        .max_by_key(|room| room.path.len())
}

fn lies_in(module: &str, place: &str) -> bool {
    module
        .strip_prefix(place)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

struct File<'a> {
    path: &'a str,
    module: &'a str,
    roots: &'a BTreeMap<String, String>,
}

impl File<'_> {
    fn check(&self, tokens: &[Token<'_>]) -> Vec<String> {
        let paths = paths(tokens);
        let mut findings = self.crates(tokens, &paths);
        if self.module == "lib" {
            return findings;
        }
        let Some(room) = room_of(self.module) else {
            findings.push(format!(
                "{}: no room of the house table holds it",
                self.path
            ));
            return findings;
        };
        findings.extend(paths.iter().filter_map(|path| self.path_breach(room, path)));
        findings
    }

    /// Crates that are named away from their adapter.
    fn crates(&self, tokens: &[Token<'_>], paths: &[Path<'_>]) -> Vec<String> {
        // A module of our own may have the name of a crate (`crypto::md5`).
        let local: BTreeSet<&str> = paths
            .iter()
            .filter(|path| matches!(path.segments[0], "crate" | "self" | "super"))
            .filter_map(|path| path.alias)
            .chain(words_after(tokens, "mod").map(|(name, _)| name))
            .collect();
        paths
            .iter()
            .filter(|path| path.global || !local.contains(path.segments[0]))
            .map(|path| (path.segments[0], path.line))
            // `extern crate name;` is the only place for a word after `crate`.
            .chain(words_after(tokens, "crate"))
            .filter_map(|(name, line)| {
                let (_, place) = CRATES.iter().find(|(krate, _)| *krate == name)?;
                (!lies_in(self.module, place)).then(|| {
                    format!(
                        "{}:{line}: `{name}` is named in src/{place} only",
                        self.path
                    )
                })
            })
            .collect()
    }

    fn path_breach(&self, from: &Room, path: &Path<'_>) -> Option<String> {
        let target = self.resolve(path)?;
        let breach = |why: String| {
            Some(format!(
                "{}:{}: `{}`: {why}",
                self.path,
                path.line,
                path.segments.join("::")
            ))
        };
        let first = target.split('/').next().unwrap_or_default();
        let target = match self.roots.get(first) {
            Some(module) => module.as_str(),
            None => target.as_str(),
        };
        let Some(to) = room_of(target) else {
            return breach("no room of the house table holds it".to_owned());
        };
        if to.floor > from.floor {
            return breach(format!(
                "{} (floor {}) reaches up to {} (floor {})",
                from.path, from.floor, to.path, to.floor
            ));
        }
        if to.service.is_some() && to.service != from.service && from.service != Some(EVERY) {
            return breach(format!("{} names another service's {}", from.path, to.path));
        }
        None
    }

    /// The module path below `crate` that `path` leads to, unless it leads
    /// into another crate or starts at a name in scope.
    fn resolve(&self, path: &Path<'_>) -> Option<String> {
        let mut here: Vec<&str> = self.module.split('/').collect();
        here.extend(&path.inside);
        let mut rest = path.segments.as_slice();
        match *rest.first()? {
            _ if path.global => return None,
            "crate" => {
                here.clear();
                rest = &rest[1..];
            }
            "self" => rest = &rest[1..],
            "super" => {
                while let Some((&"super", left)) = rest.split_first() {
                    here.pop();
                    rest = left;
                }
            }
            _ => return None,
        }
        here.extend(rest);
        Some(here.join("/"))
    }
}

/// Each word that follows `keyword`, with its line.
fn words_after<'a>(tokens: &[Token<'a>], keyword: &str) -> impl Iterator<Item = (&'a str, usize)> {
    tokens
        .windows(2)
        .filter_map(move |pair| match (pair[0].kind, pair[1].kind) {
            (Kind::Word(word), Kind::Word(next)) if word == keyword => Some((next, pair[1].line)),
            _ => None,
        })
}

#[cfg(test)]
mod tests;
