//! Branches and addresses that depend on a secret in the portable C file, as
//! `cargo xtask constant-time` looks for them in the library: what a compiler for
//! C makes of it is not what Rust makes.
//!
//! `ffi/tests/portable/constant_time.c` mints with secrets of which memcheck
//! thinks that nobody has initialized them, once for each compiler and
//! optimization.

use std::path::Path;

use super::{Library, check};
use crate::constant_time::{Excuse, LEAK, excuse, watch};
use crate::{Result, tool};

const PROGRAM: &str = "ffi/tests/portable/constant_time.c";

/// Of the debugging information memcheck reads the older form only.
const COMPILERS: &[&[&str]] = &[
    &["gcc", "-O2"],
    &["gcc", "-Os"],
    &["gcc", "-O3"],
    &["clang", "-O2", "-gdwarf-4"],
    &["clang", "-Os", "-gdwarf-4"],
];

/// How many branches of a kind there are at most, however it is compiled.
const EXCUSES: &[(usize, Excuse)] = &[
    at_most(
        9,
        "tm_frame_utf8_is_text",
        "tm_frame_",
        "whether a text is ASCII, as every secret is",
    ),
    at_most(
        4,
        "tm_agora_credentials_check",
        "tm_agora_",
        "whether the certificate is 32 digits, and another text than the App ID",
    ),
    at_most(
        6,
        "tm_crypto_platform_hmac_sha256",
        "tm_agora_",
        "whether its last eight bytes are zero, as one in 2^64 is: a platform wrote nothing",
    ),
    at_most(
        2,
        "tm_agora_inputs_issued_give_key",
        "tm_agora_inputs_with_minter",
        "whether there is a key: the platform wrote nothing, likewise",
    ),
    at_most(
        2,
        "tm_agora_inputs_with_minter",
        "tm_frame_text_write",
        "whether there is a key: the platform wrote nothing, likewise",
    ),
    at_most(
        4,
        "tm_zego_secret_check",
        "tm_zego_",
        "whether a character is printable, as all of a secret are",
    ),
    at_most(
        12,
        "tm_wire_base64_narrow_character",
        "tm_authing_access_key_sign",
        "the signature is public",
    ),
    at_most(
        1,
        "tm_crypto_es256_signingkey_from_bytes",
        "tokenmint_ath_attest",
        "whether the key is above 0 and below the order, as all but one in 2^32 are",
    ),
    at_most(
        8,
        "tm_crypto_es256_signingkey_sign_prehash",
        "tm_ath_attest_",
        "whether numbers are zero or not below the order: then another is drawn",
    ),
    at_most(
        2,
        "tm_elliptic_curve_scalar_value_scalarvalue_from_slice",
        "tm_crypto_es256_signingkey_sign_prehash",
        "r and s are the signature, which is public",
    ),
    at_most(
        6,
        "tm_wire_jws_es256_put_signature",
        "tm_ath_attest_",
        "r and s are the signature, which is public",
    ),
    at_most(
        12,
        "tm_wire_base64_narrow_character",
        "tm_ath_attest_",
        "the signature is public",
    ),
];

const fn at_most(
    count: usize,
    at: &'static str,
    by: &'static str,
    why: &'static str,
) -> (usize, Excuse) {
    (count, excuse(at, by, why))
}

pub(super) fn run(place: &Path) -> Result<()> {
    let file = Library::build()?.write(place)?;
    let mut finds = Vec::new();
    let mut is_needed = vec![false; EXCUSES.len()];
    for compiler in COMPILERS {
        let binary = compile(compiler, &file, place)?;
        let what = compiler.join(" ");
        let (_, reports) = watch(&binary, Some(LEAK))?;
        if !reports.iter().any(|report| is_ours(report)) {
            return Err(format!(
                "{what}: memcheck does not see a comparison that leaks"
            ));
        }
        let (cases, mut reports) = watch(&binary, None)?;
        reports.retain(|report| is_ours(report));
        let mut counts = vec![0; EXCUSES.len()];
        for report in &reports {
            match EXCUSES.iter().position(|(_, excuse)| excuse.covers(report)) {
                Some(at) => counts[at] += 1,
                None => finds.push(format!("{what}:\n{}", report.join("\n"))),
            }
        }
        for (((most, excuse), count), is_needed) in EXCUSES.iter().zip(&counts).zip(&mut is_needed)
        {
            *is_needed |= *count > 0;
            if count > most {
                finds.push(format!(
                    "{what}: {count} branches and not {most} with the excuse `{}`",
                    excuse.why
                ));
            }
        }
        println!("{what}: {cases} cases, {} branches excused", reports.len());
    }
    for ((_, excuse), _) in EXCUSES.iter().zip(&is_needed).filter(|(_, is)| !**is) {
        finds.push(format!("no report needs the excuse `{}`", excuse.why));
    }
    match finds.is_empty() {
        true => Ok(()),
        false => Err(format!("depends on a secret:\n{}", finds.join("\n\n"))),
    }
}

fn compile(compiler: &[&str], file: &Path, place: &Path) -> Result<std::path::PathBuf> {
    let [program, options @ ..] = compiler else {
        return Err("no compiler".to_owned());
    };
    let binary = place.join(format!("constant-time-{}", compiler.concat()));
    tool::run(
        tool::command(program)
            .args(check::WARNINGS)
            .args(check::X86)
            // Its requests to memcheck are statements within expressions.
            .args(["-std=gnu99", "-Wno-pedantic", "-g", "-static", "-Iinclude"])
            .args(options)
            .arg(PROGRAM)
            .arg(file)
            .arg("-o")
            .arg(&binary),
    )?;
    Ok(binary)
}

/// In our code, and not in the libc's when it prints.
fn is_ours(report: &[String]) -> bool {
    let files = [super::FILE, "constant_time.c"];
    report
        .iter()
        .take(2)
        .any(|frame| files.iter().any(|file| frame.contains(file)))
}
