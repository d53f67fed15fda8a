//! Branches and addresses that depend on a secret: `tests/constant-time/` under
//! valgrind's memcheck, to which secrets are bytes that nobody has initialized.
//!
//! Built twice, as for devices and as for hosts, and for processors without
//! instructions for AES, because that code runs on devices. What memcheck reports is a find, unless [`EXCUSES`] has it.

use std::path::{Path, PathBuf};

use crate::{Outcome, Result, program, tool};

const DIRECTORY: &str = "tests/constant-time";
const FLAGS: &str = r#"--cfg aes_backend="soft" --cfg polyval_backend="soft""#;

/// The second build: tables for ES256, and `ring`.
const HOSTS: &[&str] = &["--features", "hosts"];

/// The case that has to be reported.
pub(crate) const LEAK: &str = "leak";

/// A branch that may depend on a secret: text of the innermost frame, text of a
/// frame outside it, and why it tells nothing. A frame that is inlined has
/// another name than one that is not (`f<T>`, `<T as U>::f`); where the compiler
/// decides either way, the text is what both names share.
pub(crate) struct Excuse {
    at: &'static str,
    by: &'static str,
    pub(crate) why: &'static str,
}

pub(crate) const fn excuse(at: &'static str, by: &'static str, why: &'static str) -> Excuse {
    Excuse { at, by, why }
}

const EXCUSES: &[Excuse] = &[
    excuse(
        "tokenmint::crypto::platform::hmac_sha256",
        "tokenmint",
        "whether its last eight bytes are zero, as one in 2^64 is: a platform wrote nothing",
    ),
    excuse(
        "tokenmint::crypto::platform::Ends::differ",
        "encrypted<",
        "whether eight bytes are as before, as one in 2^64 is: a platform wrote nothing",
    ),
    // Inlined; memcheck does not always have the name, but the file.
    excuse(
        "option.rs",
        "tokenmint::crypto::aes_cbc::unpad",
        "whether the padding is right is the verdict",
    ),
    excuse(
        "decrypt_inout_detached",
        "tokenmint::crypto::aes_gcm::decrypt",
        "whether the tag is right is the verdict",
    ),
    excuse(
        "from<elliptic_curve::scalar::value::ScalarValue",
        "from_slice",
        "whether the key is below the order, as all but one in 2^32 are",
    ),
    // `subtle` gives an `Option`; memcheck has no name for what is inlined here.
    excuse(
        "UnknownInlinedFun",
        "tokenmint::crypto::es256::SigningKey::from_bytes",
        "whether the key is above 0 and below the order, as all but one in 2^32 are",
    ),
    excuse(
        "from<elliptic_curve::scalar::nonzero::NonZeroScalar",
        "tokenmint::crypto::es256::SigningKey::from_bytes",
        "whether the key is above 0 and below the order, as all but one in 2^32 are",
    ),
    excuse(
        "fill_next_k",
        "sign_prehashed_rfc6979",
        "whether the number is below the order: if not, another is drawn",
    ),
    excuse(
        "from<elliptic_curve::scalar::nonzero::NonZeroScalar",
        "sign_prehashed_rfc6979",
        "whether the number is zero",
    ),
    excuse(
        "unwrap<p256::arithmetic::scalar::Scalar>",
        "sign_prehashed_rfc6979",
        "whether the number is zero",
    ),
    excuse(
        "from<elliptic_curve::scalar::value::ScalarValue",
        "ecdsa::Signature<C>::from_scalars",
        "r and s are the signature, which is public",
    ),
    excuse(
        "ecdsa::Signature<C>::from_scalars",
        "sign_prehashed_rfc6979",
        "r and s are the signature, which is public",
    ),
    excuse(
        "point.rs",
        "tokenmint::crypto::es256::PublicKey::to_point",
        "whether the public key is the point at infinity",
    ),
    excuse(
        "cmp (in",
        "ring::ec::suite_b::key_pair_from_bytes",
        "whether the public key is the one given, which is public",
    ),
    excuse(
        "ring::ec::suite_b::key_pair_from_bytes",
        "from_private_key_and_public_key",
        "whether the public key is the one given, which is public",
    ),
    excuse(
        "result.rs",
        "ring::ec::suite_b",
        "whether a number is in range, or a point on the curve: if not, there is no signature",
    ),
    excuse(
        "ring::ec::suite_b::private_key::affine_from_jacobian",
        "ring::ec::suite_b",
        "whether the point is that at infinity",
    ),
    excuse(
        "(ops.rs",
        "ring::ec::suite_b::ecdsa::signing::EcdsaKeyPair::sign",
        "whether the number is zero",
    ),
    excuse(
        "sign_digest (signing.rs",
        "ring::ec::suite_b::ecdsa::signing::EcdsaKeyPair::sign",
        "whether r or s is zero: if so, another number is drawn",
    ),
];

pub(crate) fn run(_: &[String]) -> Result {
    if let Some(missing) = missing()? {
        return Ok(Outcome::Skipped(missing));
    }
    let binary = build(&[])?;
    let (_, reports) = watch(&binary, Some(LEAK))?;
    if reports.is_empty() {
        return Err("memcheck does not see a comparison that leaks".to_owned());
    }
    let (of_devices, mut reports) = watch(&binary, None)?;
    let (of_hosts, more) = watch(&build(HOSTS)?, None)?;
    let cases = of_devices.saturating_add(of_hosts);
    reports.extend(more);
    let mut finds = Vec::new();
    for report in &reports {
        if !EXCUSES.iter().any(|excuse| excuse.covers(report)) {
            finds.push(report.join("\n"));
        }
    }
    for excuse in EXCUSES {
        if !reports.iter().any(|report| excuse.covers(report)) {
            finds.push(format!("no report needs the excuse `{}`", excuse.why));
        }
    }
    if finds.is_empty() {
        println!("{cases} cases, {} branches excused", reports.len());
        Ok(Outcome::Done)
    } else {
        Err(format!("depends on a secret:\n{}", finds.join("\n\n")))
    }
}

/// Why memcheck cannot be had here.
pub(crate) fn missing() -> Result<Option<String>> {
    if !cfg!(target_arch = "x86_64") {
        let why = "the requests to valgrind are those of x86-64";
        return Ok(Some(why.to_owned()));
    }
    if !program::ensure("valgrind", "valgrind")? {
        return Ok(Some("no valgrind can be installed here".to_owned()));
    }
    Ok(None)
}

impl Excuse {
    pub(crate) fn covers(&self, report: &[String]) -> bool {
        report.first().is_some_and(|frame| frame.contains(self.at))
            && report.iter().skip(1).any(|frame| frame.contains(self.by))
    }
}

fn build(features: &[&str]) -> Result<PathBuf> {
    let directory = tool::root().join(DIRECTORY);
    // One lock file for both workspaces.
    let lock = directory.join("Cargo.lock");
    std::fs::copy(tool::root().join("Cargo.lock"), &lock)
        .map_err(|error| format!("cannot write {}: {error}", lock.display()))?;
    let target = tool::target_dir().join("constant-time");
    tool::run(
        tool::cargo("build --quiet --release --offline")
            .args(features)
            .current_dir(&directory)
            .arg("--target-dir")
            .arg(&target)
            .env("RUSTFLAGS", FLAGS),
    )?;
    Ok(target.join("release/tokenmint-constant-time"))
}

/// How many cases ran, and the frames of every report.
pub(crate) fn watch(binary: &Path, case: Option<&str>) -> Result<(usize, Vec<Vec<String>>)> {
    let output = tool::command("valgrind")
        .args(["--quiet", "--num-callers=16", "--error-limit=no"])
        .arg(binary)
        .args(case)
        .output()
        .map_err(|error| format!("cannot start valgrind: {error}"))?;
    let log = String::from_utf8_lossy(&output.stderr);
    if !output.status.success() {
        return Err(format!("valgrind ended with {}\n{log}", output.status));
    }
    let cases = String::from_utf8_lossy(&output.stdout).lines().count();
    Ok((cases, reports(&log)))
}

/// Frames of the library and its dependencies, the innermost first.
fn reports(log: &str) -> Vec<Vec<String>> {
    let mut reports: Vec<Vec<String>> = Vec::new();
    for line in log.lines() {
        let text = line.rsplit("== ").next().unwrap_or(line).trim();
        if let Some(frame) = text.strip_prefix("at 0x") {
            reports.push(vec![frame.to_owned()]);
        } else if let (Some(frame), Some(report)) = (text.strip_prefix("by 0x"), reports.last_mut())
        {
            report.push(frame.to_owned());
        }
    }
    for report in &mut reports {
        // What called the case is of no interest.
        let case = report.iter().position(|frame| frame.contains("::cases::"));
        report.truncate(case.map_or(report.len(), |at| at + 1));
    }
    reports
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reports_are_read() {
        let log = "==7== Conditional jump or move depends on uninitialised value(s)\n\
            ==7==    at 0x12: rfc6979::KGenerator<D,U>::fill_next_k (src/lib.rs:93)\n\
            ==7==    by 0x14: ecdsa::hazmat::sign_prehashed_rfc6979 (src/hazmat.rs:116)\n\
            ==7==    by 0x16: tokenmint_constant_time::cases::es256_sign (cases.rs:280)\n\
            ==7==    by 0x18: main (main.rs:26)\n\
            ==7== \n";
        let reports = reports(log);
        assert_eq!(reports.len(), 1);
        assert_eq!(reports[0].len(), 3);
        assert!(EXCUSES.iter().any(|excuse| excuse.covers(&reports[0])));
        assert!(!EXCUSES.iter().any(|excuse| excuse.covers(&reports[0][1..])));
    }
}
