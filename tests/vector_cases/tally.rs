//! Counting cases, with those that do not apply apart, and patching those that
//! are corrected.

use serde_json::Value as Json;

/// Cases run and passed over in one list.
pub struct Tally {
    list: String,
    run: usize,
    not_applicable: usize,
}

impl Tally {
    pub const fn new(list: String) -> Self {
        Self {
            list,
            run: 0,
            not_applicable: 0,
        }
    }

    /// Hands `check` the name of a case, the case as recorded and as patched.
    pub fn case(&mut self, id: &str, case: &Json, check: impl FnOnce(&str, &Json, &Json)) {
        let id = format!("{} {id}", self.list);
        if let Some(reason) = case.get("not_applicable") {
            println!("{id}: not applicable: {reason}");
            self.not_applicable += 1;
            return;
        }
        check(&id, case, &patched(&id, case));
        self.run += 1;
    }

    pub fn finish(self) {
        assert!(
            self.run + self.not_applicable > 0,
            "{}: no cases",
            self.list
        );
        print!("{}: {} run", self.list, self.run);
        if self.not_applicable > 0 {
            print!(", {} not applicable", self.not_applicable);
        }
        println!();
    }
}

fn patched(id: &str, case: &Json) -> Json {
    let mut patched = case.clone();
    let Some(corrected) = case.get("corrected") else {
        return patched;
    };
    let patches = corrected["patch"]
        .as_array()
        .unwrap_or_else(|| panic!("{id}: no patch"));
    for patch in patches {
        let path = patch["path"]
            .as_str()
            .unwrap_or_else(|| panic!("{id}: a patch without a path"));
        *patched
            .pointer_mut(path)
            .unwrap_or_else(|| panic!("{id}: {path} does not resolve")) = patch["value"].clone();
    }
    patched
}
