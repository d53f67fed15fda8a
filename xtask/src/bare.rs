//! The proof on bare targets: every feature, linked whole.
//!
//! `tests/bare` calls the public API from `extern "C"` functions. An image of
//! each feature set is linked from it without any library beside it, so:
//!
//! - it links: there is no std, no allocator, nothing undefined;
//! - it has neither `.data` nor `.bss`: no static RAM;
//! - it has no symbol of a panic but those that the allow-list excuses.
//!
//! What is left after `--gc-sections` is what the table of flash sizes shows.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use crate::house::{BARE_TARGETS, IMAGES, Image};
use crate::{Outcome, Result, tool};

mod allow;
mod symbols;

const DIRECTORY: &str = "tests/bare";
const ALLOW_LIST: &str = "tests/bare/panic-allow.txt";

pub(crate) fn run(_: &[String]) -> Result {
    let toolchain = tool::active_toolchain()?;
    tool::ensure(&toolchain, "component", "llvm-tools")?;
    for target in BARE_TARGETS {
        tool::ensure(&toolchain, "target", target)?;
    }
    let tools = Tools::find()?;
    let allowed = allow::parse(&tool::read(ALLOW_LIST)?)?;

    // One lock file for both workspaces.
    let lock = tool::root().join(DIRECTORY).join("Cargo.lock");
    std::fs::copy(tool::root().join("Cargo.lock"), &lock)
        .map_err(|error| format!("cannot write {}: {error}", lock.display()))?;

    let mut findings = Vec::new();
    println!("flash in bytes (code and constants), static RAM 0:");
    print!("  {:<14}", "");
    for target in BARE_TARGETS {
        print!("{:>12}", target.split('-').next().unwrap_or(target));
    }
    println!("{:>9}", "panics");
    for image in IMAGES {
        let mut panics = BTreeSet::new();
        print!("  {:<14}", image.name);
        for target in BARE_TARGETS {
            let file = tools.link(image, target)?;
            let size = tools.size(&file)?;
            print!("{:>12}", size.flash);
            let place = format!("{} for {target}", image.name);
            if size.ram > 0 {
                findings.push(format!("{place}: {} bytes of static RAM", size.ram));
            }
            for symbol in tools.symbols(&file)? {
                if symbols::is_allocation(&symbol) {
                    findings.push(format!("{place}: allocates: {symbol}"));
                }
                if symbols::is_panic(&symbol) {
                    if !allowed.contains(image, &symbol) {
                        findings.push(format!("{place}: can panic: {symbol}"));
                        findings.extend(tools.callers(&file, &symbol)?);
                    }
                    panics.insert(symbol);
                }
            }
        }
        println!("{:>9}", panics.len());
        findings.extend(allowed.stale(image, &panics));
    }
    if findings.is_empty() {
        Ok(Outcome::Done)
    } else {
        Err(findings.join("\n"))
    }
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
            flash: sum(&[".text", ".rodata", ".data"]),
            ram: sum(&[".data", ".bss"]),
        })
    }

    fn symbols(&self, file: &Path) -> Result<BTreeSet<String>> {
        let list = self.run(
            "llvm-nm",
            &["--defined-only", "--demangle", "--format=just-symbols"],
            file,
        )?;
        Ok(list.lines().map(symbols::plain).collect())
    }

    /// Who calls `symbol`, as indented lines.
    fn callers(&self, file: &Path, symbol: &str) -> Result<Vec<String>> {
        let listing = self.run(
            "llvm-objdump",
            &["--disassemble", "--demangle", "--no-show-raw-insn"],
            file,
        )?;
        Ok(symbols::callers(&listing, symbol)
            .into_iter()
            .map(|caller| format!("  called by {caller}"))
            .collect())
    }
}
