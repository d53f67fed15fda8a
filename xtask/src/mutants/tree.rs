//! A copy of the repository whose library has a switch for each mutant, and the
//! tests built of it.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::{fs, io};

use serde_json::Value;

use super::list::Mutant;
use super::switches::{self, Switched};
use super::{CARGO_SETTINGS, ROOMS, Room};
use crate::{Result, tool};

/// The tests of the copy.
pub(super) struct Tests {
    /// Where they run.
    pub(super) root: PathBuf,
    /// By what `cargo test` is told: `--lib`, `--test http`.
    pub(super) programs: BTreeMap<String, PathBuf>,
    /// The mutants that are in them.
    pub(super) there: HashSet<u32>,
    /// Mutants that do not compile, with a switch or without one.
    pub(super) unviable: HashSet<u32>,
    /// Mutants that do not compile with a switch.
    pub(super) without: HashSet<u32>,
}

/// Makes a copy with all of `mutants` that can be together.
pub(super) fn build(mutants: &[&Mutant]) -> Result<Tests> {
    let root = tool::target_dir().join("mutants/tree");
    copy(&root)?;
    let files: BTreeSet<&str> = mutants.iter().map(|mutant| mutant.file.as_str()).collect();
    let mut left: Vec<&Mutant> = mutants.to_vec();
    let mut unviable = HashSet::new();
    let mut without = HashSet::new();
    // One that does not compile hides another: types come before borrows.
    for _ in 0..40 {
        let mut sources = BTreeMap::new();
        for file in &files {
            let of_file: Vec<_> = left.iter().filter(|it| it.file == *file).copied().collect();
            let switched = switches::switched(&tool::read(file)?, &of_file)
                .map_err(|error| format!("{file}: {error}"))?;
            write(&root.join(file), &switched.text)?;
            unviable.extend(&switched.impossible);
            sources.insert(*file, switched);
        }
        let mut messages = cargo(&root, "check", &[])?;
        if !messages.iter().any(|it| error_of(it).is_some()) {
            // What is there for unit tests alone.
            let words = ["--lib", "--profile", "test"].map(str::to_owned);
            messages = cargo(&root, "check", &words)?;
        }
        let errors: Vec<_> = messages.iter().filter_map(error_of).collect();
        if errors.is_empty() {
            let there = sources.values().flat_map(|it| &it.changes);
            let there = there.flat_map(|(_, numbers)| numbers).copied().collect();
            return Ok(Tests {
                root,
                programs: BTreeMap::new(),
                there,
                unviable,
                without,
            });
        }
        let culprits = errors.iter().flat_map(|error| culprits(error, &sources));
        let out: BTreeSet<u32> = culprits.collect();
        if out.is_empty() {
            let texts = errors.iter().filter_map(|error| error["rendered"].as_str());
            let texts: String = texts.collect();
            return Err(format!("errors that no mutant made:\n{texts}"));
        }
        println!("{} do not compile", out.len());
        without.extend(&out);
        let of_themselves = errors.iter().filter(|error| is_of_itself(error));
        let of_themselves = of_themselves.filter_map(|error| writer(error, &sources));
        unviable.extend(of_themselves.filter(|number| {
            let mutant = left.iter().find(|mutant| mutant.number == *number);
            mutant.is_some_and(|mutant| !mutant.is_opaque)
        }));
        left.retain(|mutant| !out.contains(&mutant.number));
    }
    Err("still something does not compile".to_owned())
}

/// Brings the copy up to date; what has not changed keeps its time.
fn copy(root: &Path) -> Result<()> {
    let files = tool::files()?;
    for file in &files {
        let text = fs::read(tool::root().join(file)).map_err(|error| said(file, &error))?;
        let text = if file == "src/lib.rs" {
            let text = String::from_utf8_lossy(&text);
            let text = format!("{}{text}{}", switches::ATTRIBUTES, switches::FUNCTION);
            text.into_bytes()
        } else {
            text
        };
        write(&root.join(file), text)?;
    }
    Ok(())
}

fn write(path: &Path, text: impl AsRef<[u8]>) -> Result<()> {
    if fs::read(path).is_ok_and(|there| there == text.as_ref()) {
        return Ok(());
    }
    let name = path.display().to_string();
    if let Some(directory) = path.parent() {
        fs::create_dir_all(directory).map_err(|error| said(&name, &error))?;
    }
    fs::write(path, text).map_err(|error| said(&name, &error))
}

fn said(name: &str, error: &io::Error) -> String {
    format!("{name}: {error}")
}

/// Runs Cargo in the copy and gives what it tells.
/// The features are those of all rooms, so that one library does for each.
fn cargo(root: &Path, chore: &str, words: &[String]) -> Result<Vec<Value>> {
    let features: BTreeSet<&str> = ROOMS.iter().flat_map(|it| it.features.split(',')).collect();
    let features: Vec<_> = features.into_iter().collect();
    let mut command = tool::cargo(chore);
    command.current_dir(root);
    command.args(["--package", "tokenmint", "--message-format", "json"]);
    command.args(["--no-default-features", "--features", &features.join(",")]);
    command.args(words);
    for setting in CARGO_SETTINGS {
        command.arg(format!("--config={setting}"));
    }
    // Built once, run thousands of times.
    for profile in ["dev", "test"] {
        let setting = format!("profile.{profile}.package.tokenmint.opt-level=1");
        command.arg(format!("--config={setting}"));
    }
    command.env(
        "CARGO_TARGET_DIR",
        tool::target_dir().join("mutants/switched"),
    );
    // A switch that is off while building is no part of stable Rust.
    command.env("RUSTC_BOOTSTRAP", "tokenmint");
    command.env("RUSTFLAGS", "--cap-lints=allow");
    command.stderr(Stdio::inherit());
    let output = command
        .output()
        .map_err(|error| format!("cannot start cargo: {error}"))?;
    String::from_utf8_lossy(&output.stdout)
        .lines()
        .map(|line| serde_json::from_str(line).map_err(|error| format!("{error}: {line}")))
        .collect()
}

impl Tests {
    /// Builds the tests of `rooms`.
    pub(super) fn link(&mut self, rooms: &[&Room]) -> Result<()> {
        self.programs = link(&self.root, rooms)?;
        Ok(())
    }
}

/// Builds the tests; the paths of their programs.
fn link(root: &Path, rooms: &[&Room]) -> Result<BTreeMap<String, PathBuf>> {
    let names: BTreeSet<String> = rooms.iter().flat_map(|room| room.programs()).collect();
    let mut words: Vec<String> = vec!["--no-run".to_owned()];
    words.extend(
        names
            .iter()
            .flat_map(|name| name.split(' '))
            .map(str::to_owned),
    );
    let messages = cargo(root, "test", &words)?;
    if let Some(error) = messages.iter().find_map(error_of) {
        let text = error["rendered"].as_str().unwrap_or_default();
        return Err(format!("the tests do not compile:\n{text}"));
    }
    let mut programs = BTreeMap::new();
    for message in &messages {
        let Some(program) = message["executable"].as_str() else {
            continue;
        };
        let target = &message["target"];
        let name = target["name"].as_str().unwrap_or_default();
        let name = match target["kind"][0].as_str() {
            Some("lib") => "--lib".to_owned(),
            Some("test") => format!("--test {name}"),
            _ => continue,
        };
        programs.insert(name, PathBuf::from(program));
    }
    match names.iter().find(|name| !programs.contains_key(*name)) {
        None => Ok(programs),
        Some(name) => Err(format!("Cargo built no `{name}`")),
    }
}

/// The error in a message of Cargo.
fn error_of(message: &Value) -> Option<&Value> {
    let it = &message["message"];
    let is_error = message["reason"] == "compiler-message" && it["level"] == "error";
    // "Aborting due to 3 previous errors" has no place.
    let has_place = it["spans"].as_array().is_some_and(|it| !it.is_empty());
    (is_error && has_place).then_some(it)
}

/// Whether an error says that an expression cannot be, which it cannot without a
/// switch either.
fn is_of_itself(error: &Value) -> bool {
    // Not constant, other arguments, no such trait, another type, no such operator,
    // nothing of that name (as `Vec` without the standard library), no such function
    // or operator.
    let codes = [
        "E0015", "E0061", "E0277", "E0308", "E0369", "E0425", "E0433", "E0599", "E0600",
    ];
    let code = error["code"]["code"].as_str();
    let text = error["message"].as_str().unwrap_or_default();
    code.is_some_and(|code| codes.contains(&code)) || text.starts_with("cannot find macro")
}

/// The mutant that wrote what an error is about.
fn writer(error: &Value, sources: &BTreeMap<&str, Switched>) -> Option<u32> {
    let spans = error["spans"].as_array()?;
    let span = spans.iter().find(|span| span["is_primary"] == true)?;
    let (file, range) = place(span, sources)?;
    closest(&file.changes, &range).first().copied()
}

/// Where a span of an error is.
fn place<'s>(
    span: &Value,
    sources: &'s BTreeMap<&str, Switched>,
) -> Option<(&'s Switched, Range<usize>)> {
    let file = span["file_name"].as_str()?;
    let number = |name: &str| usize::try_from(span[name].as_u64()?).ok();
    let range = number("byte_start")?..number("byte_end")?;
    Some((sources.get(file)?, range))
}

/// The mutants that an error is about: what one wrote, if it is named, or else
/// all that are closest around it.
fn culprits(error: &Value, sources: &BTreeMap<&str, Switched>) -> Vec<u32> {
    let mut spans: Vec<&Value> = error["spans"].as_array().into_iter().flatten().collect();
    spans.sort_by_key(|span| span["is_primary"] != true);
    let places: Vec<_> = spans
        .into_iter()
        .filter_map(|span| place(span, sources))
        .collect();
    let changed = places
        .iter()
        .map(|(file, range)| closest(&file.changes, range));
    let around = places
        .iter()
        .map(|(file, range)| closest(&file.surroundings, range));
    changed
        .chain(around)
        .find(|numbers| !numbers.is_empty())
        .unwrap_or_default()
}

fn closest(ranges: &[(Range<usize>, Vec<u32>)], inner: &Range<usize>) -> Vec<u32> {
    ranges
        .iter()
        .filter(|(outer, numbers)| {
            !numbers.is_empty() && outer.start <= inner.start && inner.end <= outer.end
        })
        .min_by_key(|(outer, _)| outer.len())
        .map(|(_, numbers)| numbers.clone())
        .unwrap_or_default()
}
