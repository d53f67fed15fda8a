//! The page and the npm package, made of one WebAssembly module.
//!
//! | made | of |
//! |---|---|
//! | `target/web/index.html` | `web/page/`, the words of `web/words/`, and the module, all in one file |
//! | `target/web/npm/` | `web/npm/` and the module |
//!
//! `--check` also builds a second time from another folder, and tests the page
//! in a browser and the package in Node.

mod check;
mod module;
mod page;
mod words;

use std::fs;
use std::path::{Path, PathBuf};

use crate::{Outcome, Result, tool};

pub(crate) fn run(words: &[String]) -> Result {
    let check = match words {
        [] => false,
        [word] if word == "--check" => true,
        _ => return Err("nothing but --check".to_owned()),
    };
    let place = folder();
    build(&place)?;
    if check {
        return check::check(&place);
    }
    Ok(Outcome::Done)
}

/// Where it is made.
fn folder() -> PathBuf {
    tool::target_dir().join("web")
}

fn build(place: &Path) -> Result<()> {
    let module = module::build()?;
    let npm = place.join("npm");
    make(&npm)?;
    let page = page::page(&module)?;
    write(&place.join("index.html"), page.as_bytes())?;
    write(&npm.join("tokenmint.wasm"), &module)?;
    for (name, source) in [
        ("package.json", "web/npm/package.json"),
        ("README.md", "web/npm/README.md"),
        ("index.js", "web/npm/index.js"),
        ("index.d.ts", "web/npm/index.d.ts"),
        ("engine.js", "web/page/engine.js"),
        ("LICENSE-MIT", "LICENSE-MIT"),
        ("LICENSE-APACHE", "LICENSE-APACHE"),
    ] {
        write(&npm.join(name), tool::read(source)?.as_bytes())?;
    }
    println!("{:>9} bytes  module", module.len());
    println!(
        "{:>9} bytes  {}",
        page.len(),
        place.join("index.html").display()
    );
    Ok(())
}

fn make(folder: &Path) -> Result<()> {
    fs::create_dir_all(folder).map_err(|error| format!("cannot make {}: {error}", folder.display()))
}

fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    fs::write(path, bytes).map_err(|error| format!("cannot write {}: {error}", path.display()))
}
