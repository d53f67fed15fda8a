//! The test vectors through the C interface: every case is run by calling the
//! `extern "C"` functions, and written down as C.
//!
//! With the variable `TOKENMINT_C_CASES` the C file goes there; `cargo xtask c`
//! compiles it with `ffi/tests/c/driver.c`, so that the same cases run through
//! the header and the archive.

#![allow(missing_docs)]
#![cfg(all(
    feature = "agora",
    feature = "zego",
    feature = "ath",
    feature = "authing",
    feature = "legacy"
))]

#[path = "vectors/agora.rs"]
mod agora;
#[path = "vectors/ath.rs"]
mod ath;
#[path = "vectors/authing.rs"]
mod authing;
#[path = "vectors/book.rs"]
mod book;
#[path = "vectors/convoai.rs"]
mod convoai;
#[path = "vectors/json.rs"]
mod json;
#[path = "vectors/situations.rs"]
mod situations;
#[path = "vectors/zego.rs"]
mod zego;

#[test]
fn every_case_through_c() {
    let mut book = book::Book::default();
    agora::run(&json::load("agora"), &mut book);
    convoai::run(&json::load("convoai"), &mut book);
    convoai::run_notifications(&json::load("convoai-2"), &mut book);
    zego::run(&json::load("zego"), &mut book);
    situations::run(&json::load("situations"), &mut book);
    ath::run(&json::load("ath"), &mut book);
    authing::run(&json::load("authing"), &mut book);
    for (name, count) in &book.counts {
        println!("{name}: {count}");
    }
    if let Some(path) = std::env::var_os("TOKENMINT_C_CASES") {
        std::fs::write(&path, book.to_c()).expect("the C file can be written");
    }
}
