//! SHA256SUMS, as `sha256sum --check` reads it, and the tarball.

use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use crate::{Result, tool};

use super::files;

const NAME: &str = "SHA256SUMS";

/// The sums of all files below `root`, in `root`.
pub(super) fn write(root: &Path) -> Result<()> {
    let mut text = String::new();
    collect(root, "", &mut text)?;
    save(&root.join(NAME), &text)
}

fn collect(root: &Path, folder: &str, text: &mut String) -> Result<()> {
    for name in files::names(&root.join(folder))? {
        let path = if folder.is_empty() {
            name
        } else {
            format!("{folder}/{name}")
        };
        let file = root.join(&path);
        if file.is_symlink() || path == NAME {
            continue;
        }
        if file.is_dir() {
            collect(root, &path, text)?;
        } else {
            *text += &line(&file, &path)?;
        }
    }
    Ok(())
}

/// `<sum>  <name>`.
fn line(file: &Path, name: &str) -> Result<String> {
    let bytes =
        std::fs::read(file).map_err(|error| format!("cannot read {}: {error}", file.display()))?;
    let sum: String = Sha256::digest(bytes)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    Ok(format!("{sum}  {name}\n"))
}

/// Packs `place/folder` under the name `name`, nothing of this machine or hour
/// in it, and writes the sum beside it.
pub(super) fn pack(place: &Path, folder: &str, name: &str) -> Result<PathBuf> {
    let tar = place.join(format!("{name}.tar"));
    let packed = place.join(format!("{name}.tar.gz"));
    tool::run(
        tool::command("tar")
            .args(["--create", "--format=ustar", "--sort=name", "--mtime=@0"])
            .args(["--owner=0", "--group=0", "--numeric-owner"])
            .args(["--mode=u=rwX,go=rX", "--directory"])
            .arg(place)
            // Names, not what symbolic links point to.
            .arg(format!("--transform=flags=r;s/^{folder}/{name}/"))
            .arg("--file")
            .arg(&tar)
            .arg(folder),
    )?;
    tool::run(
        tool::command("gzip")
            .args(["--no-name", "--best", "--force"])
            .arg(&tar),
    )?;
    let line = line(&packed, &format!("{name}.tar.gz"))?;
    save(&place.join(NAME), &line)?;
    Ok(packed)
}

fn save(path: &Path, text: &str) -> Result<()> {
    std::fs::write(path, text).map_err(|error| format!("cannot write {}: {error}", path.display()))
}
