//! The names of the run-time ABI for ARM, by which compilers call `memcpy`,
//! `memmove` and `memset` there. A libc need not have them (Zephyr's smallest has
//! none), so each archive has its own, local to it, that go to the plain ones.
//!
//! They are assembly: in Rust the call of `memcpy` in `__aeabi_memcpy` may be
//! compiled to one of `__aeabi_memcpy`.

use std::path::PathBuf;

use super::Build;
use crate::{Result, tool};

/// A function of libc, and what puts the arguments into its order.
struct Thunk {
    name: &'static str,
    to: &'static str,
    moves: &'static str,
}

const THUNKS: &[Thunk] = &[
    Thunk {
        name: "__aeabi_memcpy",
        to: "memcpy",
        moves: "",
    },
    Thunk {
        name: "__aeabi_memmove",
        to: "memmove",
        moves: "",
    },
    // Destination, length, value.
    Thunk {
        name: "__aeabi_memset",
        to: "memset",
        moves: "mov r3, r1\nmov r1, r2\nmov r2, r3\n",
    },
    // Destination, length.
    Thunk {
        name: "__aeabi_memclr",
        to: "memset",
        moves: "mov r2, r1\nmovs r1, #0\n",
    },
];

/// Each also says how the pointers are aligned.
const ENDS: &[&str] = &["", "4", "8"];

/// All names.
pub(super) fn names() -> impl Iterator<Item = String> {
    THUNKS
        .iter()
        .flat_map(|thunk| ENDS.iter().map(move |end| format!("{}{end}", thunk.name)))
}

/// The object with all of them, for targets that have such names.
pub(super) fn object(build: Build<'_>) -> Result<Option<PathBuf>> {
    if !build.target.starts_with("thumb") {
        return Ok(None);
    }
    let place = build.directory.join("aeabi").join(build.target);
    std::fs::create_dir_all(&place)
        .map_err(|error| format!("cannot make {}: {error}", place.display()))?;
    let source = place.join("aeabi.rs");
    let object = place.join("aeabi.o");
    std::fs::write(&source, text(build.target))
        .map_err(|error| format!("cannot write {}: {error}", source.display()))?;
    // rustc is the assembler that is there for every target.
    tool::run(
        tool::command("rustc")
            .args(["--edition=2024", "--crate-type=lib", "--emit=obj"])
            .args(["--target", build.target, "-o"])
            .args([&object, &source]),
    )?;
    Ok(Some(object))
}

fn text(target: &str) -> String {
    // A plain branch is too short on the smallest cores.
    let is_narrow = target.starts_with("thumbv6m") || target.starts_with("thumbv8m.base");
    let mut assembly = String::from(".syntax unified\n.thumb\n");
    for Thunk { name, to, moves } in THUNKS {
        assembly += &format!(".section .text.{name},\"ax\",%progbits\n.p2align 1\n");
        for end in ENDS {
            assembly += &format!(".global {name}{end}\n.type {name}{end},%function\n");
            assembly += &format!(".thumb_func\n{name}{end}:\n");
        }
        assembly += &match is_narrow {
            true => format!("push {{r4, lr}}\n{moves}bl {to}\npop {{r4, pc}}\n"),
            false => format!("{moves}b {to}\n"),
        };
    }
    format!("#![no_std]\ncore::arch::global_asm!(r#\"{assembly}\"#, options(raw));\n")
}
