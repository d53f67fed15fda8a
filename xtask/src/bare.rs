//! The proof on bare targets: every feature, linked whole.
//!
//! `tests/bare` calls the public API from `extern "C"` functions. An image of
//! each feature set is linked from it without any library beside it, so:
//!
//! - it links: there is no std, no allocator, nothing undefined;
//! - it has neither `.data` nor `.bss`: no static RAM;
//! - no function of it refers to a panic, but those that the allow-list excuses.
//!
//! What is left after `--gc-sections` is what the table of flash sizes shows.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use crate::house::{BARE_TARGETS, IMAGES, Image};
use crate::{Outcome, Result, tool};

pub(crate) mod allow;
pub(crate) mod symbols;

const DIRECTORY: &str = "tests/bare";
const ALLOW_LIST: &str = "tests/bare/panic-allow.txt";

pub(crate) fn run(_: &[String]) -> Result {
    let toolchain = tool::active_toolchain()?;
    tool::ensure(&toolchain, "component", "llvm-tools")?;
    for target in BARE_TARGETS {
        tool::ensure(&toolchain, "target", target)?;
    }
    let tools = Tools::find()?;
    let allowed = allow::parse(&tool::read(ALLOW_LIST)?, IMAGES)?;

    // One lock file for both workspaces.
    let lock = tool::root().join(DIRECTORY).join("Cargo.lock");
    std::fs::copy(tool::root().join("Cargo.lock"), &lock)
        .map_err(|error| format!("cannot write {}: {error}", lock.display()))?;

    let mut findings = Vec::new();
    let mut unexcused: BTreeMap<String, Vec<String>> = BTreeMap::new();
    println!("flash in bytes (code and constants), and ways to panic:");
    print!("  {:<14}", "");
    for target in BARE_TARGETS {
        print!("{:>12}", architecture(target));
    }
    println!("{:>8}", "panics");
    for image in IMAGES {
        let mut ways = BTreeSet::new();
        let mut row = format!("  {:<14}", image.name);
        for target in BARE_TARGETS {
            let place = format!("{} for {}", image.name, architecture(target));
            let file = tools.link(image, target)?;
            let size = tools.size(&file)?;
            row += &format!("{:>12}", size.flash);
            if size.ram > 0 {
                findings.push(format!("{} bytes of static RAM in {place}", size.ram));
            }
            let (panics, others) = tools.symbols(&file)?;
            for symbol in others.iter().filter(|name| symbols::is_allocation(name)) {
                findings.push(format!("an allocation in {place}: {symbol}"));
            }
            for way in tools.ways_to_panic(&file, &panics)? {
                if !allowed.contains(image, &way) {
                    unexcused
                        .entry(way.clone())
                        .or_default()
                        .push(place.clone());
                }
                ways.insert(way);
            }
        }
        println!("{row}{:>8}", ways.len());
        findings.extend(allowed.stale(image, &ways));
    }
    for (way, places) in unexcused {
        findings.push(format!("can panic: {way}\n  in {}", places.join(", ")));
    }
    if findings.is_empty() {
        Ok(Outcome::Done)
    } else {
        Err(findings.join("\n"))
    }
}

/// The short name of a target.
fn architecture(target: &str) -> &str {
    target.split('-').next().unwrap_or(target)
}

/// What the toolchain brings for objects of any target.
struct Tools {
    directory: PathBuf,
}

struct Size {
    flash: u64,
    ram: u64,
}

impl Tools {
    fn find() -> Result<Self> {
        let sysroot = tool::output(tool::command("rustc").args(["--print", "sysroot"]))?;
        let host = tool::output(tool::command("rustc").args(["--print", "host-tuple"]))?;
        let directory = Path::new(sysroot.trim())
            .join("lib/rustlib")
            .join(host.trim())
            .join("bin");
        Ok(Self { directory })
    }

    fn run(&self, name: &str, arguments: &[&str], file: &Path) -> Result<String> {
        tool::output(
            tool::command(self.directory.join(name))
                .args(arguments)
                .arg(file),
        )
    }

    /// Builds and links one image and gives its path.
    fn link(&self, image: &Image, target: &str) -> Result<PathBuf> {
        let target_dir = tool::target_dir().join("bare");
        // In its directory, where Cargo finds its configuration.
        tool::run(
            tool::cargo("build --quiet --release")
                .current_dir(tool::root().join(DIRECTORY))
                .args(["--target", target])
                .args(["--features", &image.features.join(",")])
                .arg("--target-dir")
                .arg(&target_dir),
        )?;
        let directory = target_dir.join(target).join("release");
        let archive = directory.join("libtokenmint_bare.a");
        let roots = self.roots(&archive)?;
        let name = image.name.replace(' ', "-");
        let file = directory.join(format!("{name}.elf"));
        tool::run(
            tool::command(self.directory.join("rust-lld"))
                .args(["-flavor", "gnu", "--gc-sections", "--fatal-warnings"])
                .args(["--entry", "0"])
                .args(roots.iter().map(|root| format!("--undefined={root}")))
                .arg(&archive)
                .arg("-o")
                .arg(&file),
        )?;
        Ok(file)
    }

    /// The functions that call the library.
    fn roots(&self, archive: &Path) -> Result<Vec<String>> {
        let list = self.run(
            "llvm-nm",
            &["--defined-only", "--extern-only", "--format=just-symbols"],
            archive,
        )?;
        let roots: Vec<_> = list
            .lines()
            .filter(|name| name.starts_with("bare_"))
            .map(str::to_owned)
            .collect();
        if roots.is_empty() {
            return Err(format!("{} has no roots", archive.display()));
        }
        Ok(roots)
    }

    fn size(&self, file: &Path) -> Result<Size> {
        let table = self.run("llvm-size", &["--format=sysv"], file)?;
        let sum = |sections: &[&str]| symbols::section_sizes(&table, sections);
        Ok(Size {
            flash: sum(symbols::FLASH),
            ram: sum(&[".data", ".bss"]),
        })
    }

    /// The names of everything linked: parts of panics, and the others.
    fn symbols(&self, file: &Path) -> Result<(BTreeSet<String>, BTreeSet<String>)> {
        let list = self.run(
            "llvm-nm",
            &["--defined-only", "--demangle", "--format=just-symbols"],
            file,
        )?;
        Ok(list
            .lines()
            .map(symbols::plain)
            .partition(|name| symbols::is_panic(name)))
    }

    fn ways_to_panic(&self, file: &Path, panics: &BTreeSet<String>) -> Result<BTreeSet<String>> {
        if panics.is_empty() {
            return Ok(BTreeSet::new());
        }
        let listing = self.run(
            "llvm-objdump",
            &["--disassemble", "--demangle", "--no-show-raw-insn"],
            file,
        )?;
        Ok(symbols::ways_to_panic(&listing, panics))
    }
}
