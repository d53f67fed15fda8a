//! What an earlier run found out, so that a run can go on where one stopped: a
//! line for each mutant that needs no more work, with the source it is of.

use std::collections::{BTreeMap, HashMap};
use std::fmt::Write as _;
use std::fs::{self, OpenOptions};
use std::io::Write as _;
use std::path::{Path, PathBuf};

use sha2::{Digest as _, Sha256};

use super::list::Mutant;
use crate::{Result, tool};

/// The fates of a room's mutants.
pub(super) struct Known {
    path: PathBuf,
    /// By file and its digest, then by name.
    fates: HashMap<String, String>,
    digests: BTreeMap<String, String>,
}

impl Known {
    pub(super) fn open(room: &Path) -> Result<Self> {
        fs::create_dir_all(room).map_err(|error| format!("{}: {error}", room.display()))?;
        let path = room.join("known.txt");
        let text = fs::read_to_string(&path).unwrap_or_default();
        let fates = text.lines().filter_map(|line| {
            let (fate, mutant) = line.split_once(' ')?;
            Some((mutant.to_owned(), fate.to_owned()))
        });
        let fates = fates.collect();
        Ok(Self {
            path,
            fates,
            digests: BTreeMap::new(),
        })
    }

    /// `caught`, `slow` or `unviable`.
    pub(super) fn fate(&mut self, mutant: &Mutant) -> Result<Option<&str>> {
        let key = self.key(mutant)?;
        Ok(self.fates.get(&key).map(String::as_str))
    }

    pub(super) fn add(&mut self, mutant: &Mutant, fate: &str) -> Result<()> {
        let key = self.key(mutant)?;
        let added = OpenOptions::new()
            .create(true)
            .append(true)
            .open(&self.path)
            .and_then(|mut file| writeln!(file, "{fate} {key}"));
        added.map_err(|error| format!("{}: {error}", self.path.display()))?;
        self.fates.insert(key, fate.to_owned());
        Ok(())
    }

    /// The mutant and the source it is of.
    pub(super) fn key(&mut self, mutant: &Mutant) -> Result<String> {
        let digest = match self.digests.get(&mutant.file) {
            Some(digest) => digest,
            None => {
                let mut digest = String::new();
                for byte in Sha256::digest(tool::read(&mutant.file)?).iter().take(8) {
                    let _ = write!(digest, "{byte:02x}");
                }
                self.digests.entry(mutant.file.clone()).or_insert(digest)
            }
        };
        Ok(format!("{digest} {}", mutant.name))
    }
}
