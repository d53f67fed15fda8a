//! An archive to order: one target, the services or functions that are wanted.

use std::path::{Path, PathBuf};

use super::{Build, FEATURES, LIBC, Sha, USAGE, api, compile, finish};
use crate::bare::symbols;
use crate::header::cut::{self, Cut};
use crate::llvm::Llvm;
use crate::{Result, dist, tool};

struct Order<'a> {
    target: &'a str,
    features: &'a str,
    /// Functions; all when there are none.
    api: Vec<&'a str>,
    sha: Sha,
}

impl<'a> Order<'a> {
    fn read(words: &'a [String]) -> Result<Self> {
        let mut order = Self {
            target: "",
            features: FEATURES,
            api: Vec::new(),
            sha: Sha::Compact,
        };
        let mut words = words.iter().map(String::as_str);
        while let Some(word) = words.next() {
            if word == "--unrolled" {
                order.sha = Sha::Unrolled;
                continue;
            }
            let value = words.next().ok_or(USAGE)?;
            match word {
                "--target" => order.target = value,
                "--features" => order.features = value,
                "--api" => order.api = value.split(',').map(str::trim).collect(),
                _ => return Err(USAGE.to_owned()),
            }
        }
        order.judge()?;
        Ok(order)
    }

    fn judge(&self) -> Result<()> {
        if self.target.is_empty() {
            return Err(USAGE.to_owned());
        }
        if let Some(name) = self
            .features
            .split(',')
            .find(|name| !FEATURES.split(',').any(|known| known == *name))
        {
            return Err(format!(
                "no feature is called `{name}`: there are {FEATURES}"
            ));
        }
        if self.target.starts_with("xtensa") {
            return Err(
                "Rust's own toolchain does not compile for Xtensa. `cargo xtask portable` \
                 writes the functions as one C file, which the vendor's compiler takes."
                    .to_owned(),
            );
        }
        let known = tool::output(tool::command("rustc").args(["--print", "target-list"]))?;
        if !known.lines().any(|name| name == self.target) {
            return Err(format!(
                "Rust has no target `{}`: of those for microcontrollers it has {}",
                self.target,
                dist::FIRMWARE_TARGETS.join(", ")
            ));
        }
        if !self.target.contains("-none") {
            return Err(format!(
                "{} has an operating system: `cargo cinstall` makes its libraries, see docs/c.md",
                self.target
            ));
        }
        Ok(())
    }
}

pub(super) fn run(words: &[String]) -> Result<()> {
    let order = Order::read(words)?;
    let cut = match order.api.as_slice() {
        [] => None,
        api => Some(cut::cut(api)?),
    };
    let llvm = Llvm::find()?;
    let place = tool::target_dir().join("archive").join(order.target);
    let build = Build {
        target: order.target,
        sha: order.sha,
        directory: &tool::target_dir().join("firmware"),
    };
    let raw = compile(build, order.features, &[])?;
    let there = api(&llvm, &raw)?;
    let wanted = match &cut {
        None => there,
        Some(cut) => {
            if let Some(name) = cut.functions.iter().find(|name| !there.contains(name)) {
                return Err(format!(
                    "the features {} do not have `{name}`: leave --features out, or name its service",
                    order.features
                ));
            }
            let mut functions = cut.functions.clone();
            functions.sort();
            functions
        }
    };
    let archive = finish(&llvm, build, &raw, &wanted, &place)?;
    sizes(&llvm, &archive, &wanted)?;
    println!("\n{}", archive.display());
    match cut {
        Some(cut) => println!("{}", header(&place, &cut)?.display()),
        None => println!("{}", tool::root().join("include").display()),
    }
    Ok(())
}

fn header(place: &Path, cut: &Cut) -> Result<PathBuf> {
    let path = place.join("tokenmint.h");
    std::fs::write(&path, &cut.text)
        .map_err(|error| format!("cannot write {}: {error}", path.display()))?;
    Ok(path)
}

/// What each function comes to in an image that calls it alone, and all of them.
fn sizes(llvm: &Llvm, archive: &Path, functions: &[String]) -> Result<()> {
    println!(
        "flash in bytes, each linked alone (code and constants; {} not counted):",
        LIBC.join(", ")
    );
    for function in functions {
        let size = linked(llvm, archive, std::slice::from_ref(function))?;
        println!("{size:>9}  {function}");
    }
    println!("{:>9}  together", linked(llvm, archive, functions)?);
    Ok(())
}

fn linked(llvm: &Llvm, archive: &Path, functions: &[String]) -> Result<u64> {
    let image = archive.with_file_name("sizes.elf");
    tool::run(
        llvm.command("rust-lld")
            .args(["-flavor", "gnu", "--gc-sections", "--entry=0"])
            .arg("--unresolved-symbols=ignore-all")
            .args(functions.iter().map(|name| format!("--undefined={name}")))
            .arg(archive)
            .arg("-o")
            .arg(&image),
    )?;
    let table = tool::output(llvm.command("llvm-size").arg("--format=sysv").arg(&image))?;
    std::fs::remove_file(&image)
        .map_err(|error| format!("cannot remove {}: {error}", image.display()))?;
    Ok(symbols::section_sizes(&table, symbols::FLASH))
}
