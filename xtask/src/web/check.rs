//! Tests of what was built.

use std::fs;
use std::path::Path;

use super::{make, write};
use crate::{Outcome, Result, program, tool};

/// Bytes of the page as it is served.
const PAGE_MAX: u64 = 350_000;

const FILES: &[&str] = &[
    "package.json",
    "package-lock.json",
    "page.mjs",
    "package.mjs",
];

pub(super) fn check(place: &Path) -> Result {
    let page = place.join("index.html");
    let len = fs::metadata(&page)
        .map_err(|error| error.to_string())?
        .len();
    if len > PAGE_MAX {
        return Err(format!("the page has {len} bytes, more than {PAGE_MAX}"));
    }
    again(place)?;
    for program in ["node", "npm"] {
        if !tool::exists(program) {
            return Ok(Outcome::Skipped(format!("there is no {program}")));
        }
    }
    let tests = tool::target_dir().join("web-tests");
    make(&tests)?;
    for file in FILES {
        let text = tool::read(format!("web/tests/{file}"))?;
        write(&tests.join(file), text.as_bytes())?;
    }
    let mut install = tool::command("npm");
    install.args(["ci", "--no-audit", "--no-fund", "--silent"]);
    if tool::run(install.current_dir(&tests)).is_err() {
        return Ok(Outcome::Skipped(
            "npm cannot install what the tests need".to_owned(),
        ));
    }
    node(&tests, "package.mjs")?;
    if !program::ensure("chromium", "chromium")? {
        return Ok(Outcome::Skipped(
            "the page: chromium cannot be installed".to_owned(),
        ));
    }
    node(&tests, "page.mjs")?;
    Ok(Outcome::Done)
}

fn node(tests: &Path, file: &str) -> Result<()> {
    let mut node = tool::command("node");
    node.arg(file)
        .arg(tool::root())
        .arg(tool::target_dir().join("web"));
    tool::run(node.current_dir(tests))
}

/// Builds a second time, from another folder.
fn again(place: &Path) -> Result<()> {
    let folder = tool::target_dir().join("web-again");
    let _ = fs::remove_dir_all(&folder);
    let source = folder.join("another/folder");
    tool::copy_source(&source)?;
    // This very chore, told that it stands there.
    let chore = std::env::current_exe().map_err(|error| error.to_string())?;
    tool::run(
        tool::command(chore)
            .arg("web")
            .current_dir(&source)
            .env("CARGO_MANIFEST_DIR", source.join("xtask"))
            .env("CARGO_TARGET_DIR", folder.join("target")),
    )?;
    let read = |path: &Path| fs::read(path).map_err(|error| format!("{}: {error}", path.display()));
    for name in ["index.html", "npm/tokenmint.wasm"] {
        if read(&place.join(name))? != read(&folder.join("target/web").join(name))? {
            return Err(format!("{name} differs when it is built in another folder"));
        }
    }
    let _ = fs::remove_dir_all(&folder);
    println!("a second build from another folder gives the same bytes");
    Ok(())
}
