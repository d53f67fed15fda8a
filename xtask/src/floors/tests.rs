//! Breaches that must be found, and honest sources that must pass.

use super::*;

const LIB: &str = "pub mod wire; pub use error::{Error, Field}; pub use agora::Role as AgoraRole;";

/// The findings in one file beside a lib.rs.
fn findings(path: &str, text: &str) -> Vec<String> {
    check(&[("src/lib.rs", LIB), (path, text)])
}

#[test]
fn breaches_are_found() {
    for (path, text, finding) in [
        (
            "src/wire/hex.rs",
            "use crate::agora::v007;",
            "wire (floor 1) reaches up to agora (floor 2)",
        ),
        (
            "src/wire.rs",
            "fn f() { crate::zego::mint() }",
            "reaches up to zego",
        ),
        (
            "src/crypto/md5.rs",
            "use super::super::ath::pkce;",
            "reaches up to ath",
        ),
        (
            "src/wire/hex.rs",
            "mod tests { use super::super::super::agora; }",
            "reaches up to agora",
        ),
        (
            "src/error.rs",
            "use crate::wire::hex;",
            "error (floor 0) reaches up to wire (floor 1)",
        ),
        (
            "src/buffer.rs",
            "use super::crypto;",
            "reaches up to crypto",
        ),
        (
            "src/agora/v007/mint.rs",
            "use crate::{Error, zego::{Entropy}};",
            "agora names another service's zego",
        ),
        (
            "src/ath.rs",
            "use crate::authing;",
            "ath names another service's authing",
        ),
        (
            "src/agora.rs",
            "use crate::client::convoai::Agent;",
            "reaches up to client/convoai (floor 4)",
        ),
        (
            "src/http/retry.rs",
            "use crate::agora::Stamp;",
            "http names another service's agora",
        ),
        (
            "src/client/ath/gateway.rs",
            "use crate::agora;",
            "client/ath names another service's agora",
        ),
        (
            "src/client/convoai.rs",
            "use super::authing;",
            "client/convoai names another service's client/authing",
        ),
        (
            "src/wire/hex.rs",
            "use crate::AgoraRole;",
            "reaches up to agora",
        ),
        ("src/wire/hex.rs", "use crate::*;", "no room of the house"),
        (
            "src/wire/hex.rs",
            "use crate::nowhere::x;",
            "no room of the house",
        ),
        ("src/attic.rs", "", "no room of the house table holds it"),
        (
            "src/agora.rs",
            "use sha2::Sha256;",
            "`sha2` is named in src/crypto only",
        ),
        (
            "src/agora/stamp.rs",
            "let x = ::hmac::f();",
            "`hmac` is named in",
        ),
        (
            "src/wire/jws.rs",
            "use {p256::ecdsa, core::fmt};",
            "`p256` is named in",
        ),
        (
            "src/zego.rs",
            "extern crate aes_gcm;",
            "`aes_gcm` is named in",
        ),
        ("src/ath.rs", "use subtle as x;", "`subtle` is named in"),
        (
            "src/agora.rs",
            "fn f() { md5::Md5::new() }",
            "`md5` is named in src/crypto only",
        ),
        (
            "src/wire/hex.rs",
            "use base64ct::Base64;",
            "`base64ct` is named in src/wire/base64 only",
        ),
        (
            "src/crypto/md5.rs",
            "use crc::Crc;",
            "`crc` is named in src/wire/crc32 only",
        ),
        ("src/lib.rs", "pub use sha2;", "`sha2` is named in"),
        (
            "src/bin/tokenmint.rs",
            "",
            "no room of the house table holds it",
        ),
        (
            "server/src/main.rs",
            "",
            "no place of the house table holds it",
        ),
        ("src/wire/hex.rs", "unsafe { f() }", "`unsafe` outside ffi/"),
        (
            "examples/x.rs",
            "#[unsafe(no_mangle)] fn f() {}",
            "`unsafe` outside ffi/",
        ),
        ("src/wire/mod.rs", "", "not `mod.rs`"),
        ("tests/common/mod.rs", "", "not `mod.rs`"),
    ] {
        let found = findings(path, text);
        assert_eq!(found.len(), 1, "{path}: {text}: {found:#?}");
        assert!(found[0].starts_with(path), "{found:?}");
        assert!(found[0].contains(finding), "{path}: {text}: {found:?}");
    }
}

#[test]
fn honest_sources_pass() {
    for (path, text) in [
        (
            "src/wire/hex.rs",
            "use crate::{Error, Field, buffer::Writer, crypto::compare};",
        ),
        (
            "src/wire/hex.rs",
            "mod tests { use super::*; use super::super::base64; }",
        ),
        ("src/error.rs", "mod tests { use super::*; }"),
        (
            "src/agora.rs",
            "use crate::crypto::{hmac_sha256, md5}; fn f() { md5::md5_hex(&[]) }",
        ),
        ("src/crypto.rs", "pub mod md5; pub use md5::md5_hex;"),
        ("src/crypto/md5.rs", "use md5::Md5; use crate::wire::hex;"),
        ("src/wire/crc32.rs", "use crc::Crc;"),
        (
            "src/agora.rs",
            "// use sha2::x; crate::zego\nconst A: &str = \"crate::zego::x unsafe\";",
        ),
        ("src/agora.rs", "#![forbid(unsafe_code)]"),
        (
            "src/client/convoai/agent.rs",
            "use crate::{agora, http::Retry}; use super::super::Common;",
        ),
        (
            "cli/src/main.rs",
            "use crate::arguments; use tokenmint::{agora, zego};",
        ),
        ("tests/vectors.rs", "use sha2::Sha256;"),
        ("ffi/src/lib.rs", "unsafe { f() }"),
    ] {
        assert_eq!(findings(path, text), [""; 0], "{path}: {text}");
    }
}

#[test]
fn a_breach_says_where() {
    assert_eq!(
        findings("src/wire.rs", "\n\nuse crate::agora::Role;"),
        ["src/wire.rs:3: `crate::agora::Role`: wire (floor 1) reaches up to agora (floor 2)"]
    );
}

#[test]
fn the_longest_room_wins() {
    assert_eq!(room_of("client/ath/gateway").unwrap().path, "client/ath");
    assert_eq!(room_of("client/retry").unwrap().path, "client");
    assert!(room_of("wireless").is_none());
}
