//! Sizes of static buffers, `TOKENMINT_..._CAPACITY` in the headers.
//!
//! They are what the functions answer when they are asked with `NULL, 0` and
//! inputs of the longest documented lengths. The test compares the headers with
//! what should be there; with the variable `TOKENMINT_SIZES` it writes the sizes
//! to that file instead, for `cargo xtask header`.

#![allow(missing_docs)]
#![cfg(all(
    feature = "agora",
    feature = "zego",
    feature = "ath",
    feature = "authing",
    feature = "legacy"
))]

use std::ffi::c_char;
use std::ptr::null_mut;

use tokenmint_ffi::TOKENMINT_ERR_BUFFER_TOO_SMALL;

#[path = "sizes/agora.rs"]
mod agora;
#[path = "sizes/others.rs"]
mod others;

const HEADERS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../include/tokenmint");

/// A size: name after `TOKENMINT_` and before `_CAPACITY`, capacity, meaning.
pub(crate) type Size = (&'static str, usize, &'static str);

/// What `call` answers when it is asked for a size.
pub(crate) fn ask(call: impl FnOnce(*mut c_char, usize, *mut usize) -> i32) -> usize {
    let mut needed = 0;
    let status = call(null_mut(), 0, &raw mut needed);
    assert_eq!(status, TOKENMINT_ERR_BUFFER_TOO_SMALL);
    needed
}

#[test]
fn the_headers_have_the_sizes_that_functions_ask_for() {
    let sizes = agora::sizes().into_iter().chain(others::sizes());
    if let Some(file) = std::env::var_os("TOKENMINT_SIZES") {
        let lines = sizes.map(|(name, capacity, meaning)| {
            format!("TOKENMINT_{name}_CAPACITY\t{capacity}\t{meaning}\n")
        });
        std::fs::write(file, lines.collect::<String>()).expect("the file can be written");
        return;
    }
    let headers = headers();
    for (name, capacity, _) in sizes {
        let define = format!("#define TOKENMINT_{name}_CAPACITY {capacity}");
        let there = headers
            .lines()
            .any(|line| line.split(" /**<").next() == Some(define.as_str()));
        assert!(there, "no `{define}` in include: run `cargo xtask header`");
    }
}

fn headers() -> String {
    let files = std::fs::read_dir(HEADERS).expect("there are headers");
    files
        .map(|file| std::fs::read_to_string(file.expect("a file").path()).expect("a text"))
        .collect()
}
