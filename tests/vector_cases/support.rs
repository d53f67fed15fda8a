//! Reading vector files, and failing with the id of a case.

use std::path::{Path, PathBuf};

use serde_json::Value;

/// Where the vector files are: `TOKENMINT_VECTORS`, or `tests/vectors` of the
/// package that is tested or of the one around it.
pub fn folder() -> PathBuf {
    if let Some(folder) = std::env::var_os("TOKENMINT_VECTORS") {
        return folder.into();
    }
    let packages = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors();
    let mut folders = packages.map(|package| package.join("tests/vectors"));
    folders
        .find(|folder| folder.is_dir())
        .expect("a folder tests/vectors")
}

/// The vector file of a service.
pub fn load(name: &str) -> Value {
    let path = folder().join(name).with_extension("json");
    let text = std::fs::read_to_string(&path)
        .unwrap_or_else(|error| panic!("cannot read {}: {error}", path.display()));
    serde_json::from_str(&text)
        .unwrap_or_else(|error| panic!("{} is not JSON: {error}", path.display()))
}

/// One case, with its id for the messages.
#[derive(Clone, Copy)]
pub struct Case<'a> {
    pub id: &'a str,
    pub value: &'a Value,
}

impl<'a> Case<'a> {
    /// The cases of a list, which must have ids.
    pub fn list(list: &'a Value) -> Vec<Self> {
        list.as_array()
            .expect("a section is a list")
            .iter()
            .map(|value| Self {
                id: value["id"].as_str().expect("a case has an id"),
                value,
            })
            .collect()
    }

    /// A member that must be there.
    pub fn get(&self, name: &str) -> Self {
        let value = self.value.get(name);
        Self {
            id: self.id,
            value: value.unwrap_or_else(|| panic!("{}: no member {name:?}", self.id)),
        }
    }

    /// A member that may be missing or null.
    pub fn find(&self, name: &str) -> Option<Self> {
        self.value
            .get(name)
            .filter(|value| !value.is_null())
            .map(|value| Self { id: self.id, value })
    }

    pub fn text(&self, name: &str) -> &'a str {
        let member = self.get(name);
        member
            .value
            .as_str()
            .unwrap_or_else(|| panic!("{}: {name:?} is no text", self.id))
    }

    pub fn number(&self, name: &str) -> u64 {
        let member = self.get(name);
        member
            .value
            .as_u64()
            .unwrap_or_else(|| panic!("{}: {name:?} is no unsigned number", self.id))
    }

    pub fn items(&self, name: &str) -> Vec<Self> {
        let member = self.get(name);
        let list = member.value.as_array();
        list.unwrap_or_else(|| panic!("{}: {name:?} is no list", self.id))
            .iter()
            .map(|value| Self { id: self.id, value })
            .collect()
    }
}

/// Fails unless the file has exactly the members that a runner knows.
pub fn expect_sections(file: &Value, known: &[&str]) {
    for name in file.as_object().expect("a vector file is an object").keys() {
        assert!(known.contains(&name.as_str()), "unknown section {name:?}");
    }
    for name in known {
        assert!(file.get(name).is_some(), "section {name:?} is missing");
    }
}

/// Runs every case of a section and counts them.
pub fn section(file: &Value, name: &str, run: impl Fn(Case<'_>)) {
    let list = file[name].as_array().expect("a section is a list");
    let (mut done, mut corrected) = (0, 0);
    let mut inapplicable = 0;
    for (at, recorded) in list.iter().enumerate() {
        let at = format!("{name}[{at}]");
        let id = recorded["id"].as_str().unwrap_or(&at);
        if let Some(reason) = recorded.get("not_applicable") {
            println!("  {id}: not applicable: {}", reason.as_str().expect(id));
            inapplicable += 1;
            continue;
        }
        let case = patched(id, recorded);
        run(Case { id, value: &case });
        done += 1;
        corrected += usize::from(recorded.get("corrected").is_some());
    }
    assert!(!list.is_empty(), "{name} is empty");
    assert_eq!(done + inapplicable, list.len(), "{name}");
    println!("{name}: {done}");
    println!("  of them corrected: {corrected}");
    println!("  not applicable: {inapplicable}");
}

/// Runs every case of a section, also those after one that fails, and gives how
/// many failed.
pub fn counted(file: &Value, name: &str, run: impl Fn(Case<'_>)) -> usize {
    let list = file[name].as_array().expect("a section is a list");
    assert!(!list.is_empty(), "{name} is empty");
    let failed = list.iter().filter(|recorded| {
        let id = recorded["id"].as_str().expect("a case has an id");
        let case = patched(id, recorded);
        let run = || run(Case { id, value: &case });
        let failed = std::panic::catch_unwind(std::panic::AssertUnwindSafe(run)).is_err();
        if failed {
            println!("  {name}: {id} FAILED");
        }
        failed
    });
    let failed = failed.count();
    println!("{name}: {} of {}", list.len() - failed, list.len());
    failed
}

/// The case with its corrections in place.
fn patched(id: &str, recorded: &Value) -> Value {
    let mut case = recorded.clone();
    let Some(corrected) = case
        .as_object_mut()
        .and_then(|members| members.remove("corrected"))
    else {
        return case;
    };
    known(id, &corrected, &["why", "patch"]);
    for change in corrected["patch"].as_array().expect(id) {
        known(id, change, &["path", "value"]);
        let path = change["path"].as_str().expect(id);
        let place = case.pointer_mut(path);
        *place.unwrap_or_else(|| panic!("{id}: {path} does not resolve")) = change["value"].clone();
    }
    case
}

/// Fails on a member that the runner does not know.
pub fn known(id: &str, value: &Value, names: &[&str]) {
    known_names(id, value.as_object().expect(id), names);
}

/// Refuses an object with members that no runner reads.
pub fn known_names(id: &str, members: &serde_json::Map<String, Value>, names: &[&str]) {
    for name in members.keys() {
        assert!(
            names.contains(&name.as_str()),
            "{id}: unknown member {name:?}"
        );
    }
}

pub fn unhex(text: &str) -> Vec<u8> {
    assert!(text.len().is_multiple_of(2), "odd hexadecimal text");
    (0..text.len())
        .step_by(2)
        .map(|at| u8::from_str_radix(&text[at..at + 2], 16).expect("hexadecimal"))
        .collect()
}

/// The members of an object.
pub fn object<'a>(id: &str, value: &'a Value) -> &'a serde_json::Map<String, Value> {
    value
        .as_object()
        .unwrap_or_else(|| panic!("{id}: not an object"))
}
