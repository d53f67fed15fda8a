//! Gives the linker the memory of the board.

use std::path::PathBuf;
use std::{env, fs};

fn main() {
    println!("cargo::rerun-if-changed=boards");
    let boards: Vec<_> = ["mps2-an386", "microbit", "virt"]
        .into_iter()
        .filter(|name| {
            let feature = name.to_uppercase().replace('-', "_");
            env::var_os(format!("CARGO_FEATURE_{feature}")).is_some()
        })
        .collect();
    match boards[..] {
        // The host, for tests.
        [] => {}
        [board] => {
            let out = PathBuf::from(env::var_os("OUT_DIR").expect("Cargo sets OUT_DIR"));
            fs::copy(format!("boards/{board}.x"), out.join("memory.x")).expect("memory.x");
            println!("cargo::rustc-link-search={}", out.display());
            // That of cortex-m-rt includes the memory by itself.
            if board == "virt" {
                println!("cargo::rustc-link-arg-bins=-Tmemory.x");
            }
            println!("cargo::rustc-link-arg-bins=-Tlink.x");
        }
        _ => panic!("features: one board, not {boards:?}"),
    }
}
