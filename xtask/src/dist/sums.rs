//! SHA256SUMS, as `sha256sum --check` reads it, and the tarball.

use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use crate::{Result, tool};

use super::files;

pub(super) const NAME: &str = "SHA256SUMS";

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

/// Packs `folder` under the name `top` as `tarball`, nothing of this machine or
/// hour in it.
pub(super) fn pack(folder: &Path, top: &str, tarball: &Path) -> Result<()> {
    let tar = tarball.with_extension("");
    let (Some(parent), Some(name)) = (folder.parent(), folder.file_name()) else {
        return Err(format!("{} is no folder", folder.display()));
    };
    tool::run(
        tool::command("tar")
            .args(["--create", "--format=ustar", "--sort=name", "--mtime=@0"])
            .args(["--owner=0", "--group=0", "--numeric-owner"])
            .args(["--mode=u=rwX,go=rX", "--directory"])
            .arg(parent)
            // Names, not what symbolic links point to.
            .arg(format!("--transform=flags=r;s/^{}/{top}/", name.display()))
            .arg("--file")
            .arg(&tar)
            .arg(name),
    )?;
    tool::run(
        tool::command("gzip")
            .args(["--no-name", "--best", "--force"])
            .arg(&tar),
    )
}

/// The sums of `tarballs`, in `place`, where they are.
pub(super) fn of_tarballs(place: &Path, tarballs: &[PathBuf]) -> Result<()> {
    let mut text = String::new();
    for tarball in tarballs {
        let name = tarball.strip_prefix(place).unwrap_or(tarball);
        text += &line(tarball, &name.display().to_string())?;
    }
    save(&place.join(NAME), &text)
}

fn save(path: &Path, text: &str) -> Result<()> {
    std::fs::write(path, text).map_err(|error| format!("cannot write {}: {error}", path.display()))
}
