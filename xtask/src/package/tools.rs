//! What the tools of the frameworks themselves say of the packages, where they
//! are installed: `pip install platformio idf-component-manager`.

use std::path::Path;

use crate::{Result, tool};

/// A tool and how it packs a folder.
struct Packer {
    program: &'static str,
    folder: &'static str,
    /// Its words; `@OUT@` is the folder for what it makes, `@IN@` the package.
    words: &'static [&'static str],
    /// What must be in the archive that it makes.
    has: &'static [&'static str],
}

const PACKERS: &[Packer] = &[
    Packer {
        program: "pio",
        folder: "platformio/tokenmint",
        words: &["pkg", "pack", "@IN@", "--output", "@OUT@/tokenmint.tar.gz"],
        has: &[
            "library.json",
            "choose.py",
            "src/tokenmint_psa.c",
            "include/tokenmint/agora.h",
            "lib/thumbv7em-none-eabi/libtokenmint.a",
        ],
    },
    Packer {
        program: "compote",
        folder: "esp-idf/tokenmint",
        words: &[
            "component",
            "pack",
            "--name",
            "tokenmint",
            "--dest-dir",
            "@OUT@",
        ],
        has: &[
            "idf_component.yml",
            "CMakeLists.txt",
            "Kconfig",
            "src/tokenmint_psa.c",
            "include/tokenmint/agora.h",
            "lib/riscv32imc-unknown-none-elf/libtokenmint.a",
        ],
    },
];

/// The only complaint of PlatformIO where it cannot fetch the names of licences.
const OFFLINE: &str = "Invalid manifest fields: {'license': ['Could not load SPDX licenses";

pub(super) fn check(place: &Path) -> Result<()> {
    for packer in PACKERS {
        if tool::exists(packer.program) {
            pack(packer, place)?;
        } else {
            println!(
                "{} is not installed: {} is not packed by it",
                packer.program, packer.folder
            );
        }
    }
    Ok(())
}

fn pack(packer: &Packer, place: &Path) -> Result<()> {
    let build = tool::target_dir().join("package/build");
    let out = build.join(packer.program);
    if out.exists() {
        std::fs::remove_dir_all(&out)
            .map_err(|error| format!("cannot remove {}: {error}", out.display()))?;
    }
    std::fs::create_dir_all(&out)
        .map_err(|error| format!("cannot make {}: {error}", out.display()))?;
    let folder = place.join(packer.folder);
    let words = packer.words.iter().map(|word| {
        word.replace("@IN@", &folder.display().to_string())
            .replace("@OUT@", &out.display().to_string())
    });
    let packed = tool::output(
        tool::command(packer.program)
            .args(words)
            .current_dir(&folder)
            // What these tools keep for themselves.
            .env("PLATFORMIO_CORE_DIR", build.join("pio-home"))
            .env("IDF_TOOLS_PATH", build.join("idf-home")),
    );
    match packed {
        Err(why) if why.contains(OFFLINE) => {
            println!(
                "{} needs the network: {} is not packed by it",
                packer.program, packer.folder
            );
            return Ok(());
        }
        packed => packed?,
    };
    let made = std::fs::read_dir(&out)
        .map_err(|error| format!("cannot read {}: {error}", out.display()))?
        .filter_map(std::result::Result::ok)
        .map(|entry| entry.path())
        .find(|path| path.is_file())
        .ok_or_else(|| format!("{} made nothing", packer.program))?;
    let listing = tool::output(tool::command("tar").args(["--list", "--file"]).arg(&made))?;
    for name in packer.has {
        if !listing
            .lines()
            .any(|line| line.trim_start_matches("./").ends_with(name))
        {
            return Err(format!("{} packs no {name}:\n{listing}", packer.program));
        }
    }
    println!(
        "{} packs {}: {} files",
        packer.program,
        packer.folder,
        listing.lines().count()
    );
    Ok(())
}
