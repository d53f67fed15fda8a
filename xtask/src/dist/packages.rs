//! Packages for frameworks, of what the tree for C has: each is a folder
//! `<framework>/tokenmint` and a tarball.

use std::path::{Path, PathBuf};

use super::{VERSION, files, sums};
use crate::{Result, portable, tool};

/// A framework, and what it finds where.
struct Package {
    name: &'static str,
    /// Where the headers are.
    include: &'static str,
    /// From the repository.
    copies: &'static [(&'static str, &'static str)],
    /// Archives and their folders.
    archives: &'static [(&'static str, &'static str)],
}

const PACKAGES: &[Package] = &[
    Package {
        name: "esp-idf",
        include: "include",
        copies: &[
            ("ffi/package/esp-idf/tokenmint", ""),
            ("ffi/package/psa", "src"),
        ],
        archives: &[
            (
                "riscv32imc-unknown-none-elf",
                "lib/riscv32imc-unknown-none-elf",
            ),
            (
                "riscv32imac-unknown-none-elf",
                "lib/riscv32imac-unknown-none-elf",
            ),
            (
                "riscv32imafc-unknown-none-elf",
                "lib/riscv32imafc-unknown-none-elf",
            ),
        ],
    },
    Package {
        name: "platformio",
        include: "include",
        copies: &[
            ("ffi/package/platformio", ""),
            ("ffi/package/psa", "src"),
            ("ffi/package/arduino/examples/RtcToken", "examples/RtcToken"),
        ],
        archives: &[
            ("thumbv6m-none-eabi", "lib/thumbv6m-none-eabi"),
            ("thumbv7em-none-eabi", "lib/thumbv7em-none-eabi"),
            ("thumbv7em-none-eabihf", "lib/thumbv7em-none-eabihf"),
            ("thumbv8m.main-none-eabi", "lib/thumbv8m.main-none-eabi"),
            ("thumbv8m.main-none-eabihf", "lib/thumbv8m.main-none-eabihf"),
            (
                "riscv32imc-unknown-none-elf",
                "lib/riscv32imc-unknown-none-elf",
            ),
            (
                "riscv32imac-unknown-none-elf",
                "lib/riscv32imac-unknown-none-elf",
            ),
            (
                "riscv32imafc-unknown-none-elf",
                "lib/riscv32imafc-unknown-none-elf",
            ),
        ],
    },
    // By what the core of a board calls its chip, `build.mcu`, and below that by
    // the FPU and the ABI where it names them.
    Package {
        name: "arduino",
        include: "src",
        copies: &[
            ("ffi/package/arduino", ""),
            // Beside an archive the files of a library are not compiled, those
            // of a sketch are.
            ("ffi/package/psa", "examples/RtcTokenByPsa"),
        ],
        archives: &[
            ("thumbv6m-none-eabi", "src/cortex-m0"),
            ("thumbv6m-none-eabi", "src/cortex-m0plus"),
            ("thumbv6m-none-eabi", "src/cortex-m3"),
            ("thumbv7em-none-eabi", "src/cortex-m4"),
            ("thumbv7em-none-eabihf", "src/cortex-m4/fpv4-sp-d16-hard"),
            ("thumbv7em-none-eabi", "src/cortex-m7"),
            ("thumbv7em-none-eabihf", "src/cortex-m7/fpv5-d16-hard"),
            ("thumbv7em-none-eabihf", "src/cortex-m7/fpv5-sp-d16-hard"),
            ("thumbv8m.main-none-eabi", "src/cortex-m33"),
            (
                "thumbv8m.main-none-eabihf",
                "src/cortex-m33/fpv5-sp-d16-hard",
            ),
            ("riscv32imc-unknown-none-elf", "src/esp32c2"),
            ("riscv32imc-unknown-none-elf", "src/esp32c3"),
            ("riscv32imac-unknown-none-elf", "src/esp32c5"),
            ("riscv32imac-unknown-none-elf", "src/esp32c6"),
            ("riscv32imac-unknown-none-elf", "src/esp32c61"),
            ("riscv32imac-unknown-none-elf", "src/esp32h2"),
            ("riscv32imafc-unknown-none-elf", "src/esp32h4"),
            ("riscv32imafc-unknown-none-elf", "src/esp32p4"),
        ],
    },
];

/// In all of them.
const COPIES: &[(&str, &str)] = &[
    ("SECURITY.md", "SECURITY.md"),
    ("CHANGELOG.md", "CHANGELOG.md"),
    ("LICENSE-MIT", "LICENSE-MIT"),
    ("LICENSE-APACHE", "LICENSE-APACHE"),
];

/// Where the folder of each package is below `place`.
pub(super) fn folders() -> impl Iterator<Item = String> {
    PACKAGES
        .iter()
        .map(|package| format!("{}/tokenmint", package.name))
}

/// Makes all that can be made of the libraries in the tree `tree`, in `place`.
pub(crate) fn lay_out(tree: &Path, place: &Path) -> Result<()> {
    for package in PACKAGES {
        let root = place.join(package.name).join("tokenmint");
        files::fresh(&root)?;
        let headers = [("include", package.include)];
        for (from, to) in COPIES.iter().chain(&headers).chain(package.copies) {
            files::copy(&tool::root().join(from), &root.join(to))?;
        }
        copy(&tree.join(files::LICENCES), &root.join(files::LICENCES))?;
        // For cores that no archive is for.
        let source = Path::new("src").join(portable::FILE);
        if tree.join(&source).exists() {
            copy(&tree.join(&source), &root.join(&source))?;
        }
        for (target, folder) in package.archives {
            let archive = tree.join("lib").join(target).join(files::ARCHIVE);
            if archive.exists() {
                copy(&archive, &root.join(folder).join(files::ARCHIVE))?;
            }
        }
    }
    Ok(())
}

/// Packs them.
pub(super) fn pack(place: &Path) -> Result<Vec<PathBuf>> {
    let mut packed = Vec::new();
    for Package { name, .. } in PACKAGES {
        let folder = place.join(name);
        sums::write(&folder.join("tokenmint"))?;
        let tarball = place.join(format!("tokenmint-{name}-{VERSION}.tar.gz"));
        sums::pack(&folder.join("tokenmint"), "tokenmint", &tarball)?;
        packed.push(tarball);
    }
    Ok(packed)
}

/// A file as it is, text or not.
fn copy(from: &Path, to: &Path) -> Result<()> {
    if let Some(folder) = to.parent() {
        files::make_folder(folder)?;
    }
    std::fs::copy(from, to)
        .map(|_| ())
        .map_err(|error| format!("cannot copy {}: {error}", from.display()))
}
