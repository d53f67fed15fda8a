//! `agora.json`: every builder, every official test, other encodings of the
//! same content, and bad input.

use serde_json::Value;
use tokenmint::agora::v007::{ParsedToken2, workspace_len};
use tokenmint::agora::{AppCertificate, v006};
use tokenmint::zlib::{Compression, Exact, Fixed, Stored, compressed_capacity};
use tokenmint::{Error, agora::Account};

use crate::support::{Case, expect_sections, unhex};

#[path = "agora_build.rs"]
mod build;

const SECTIONS: [&str; 6] = [
    "schema",
    "description",
    "fields",
    "cases",
    "decode_alternates",
    "invalid",
];

pub fn run(file: &Value) {
    expect_sections(file, &SECTIONS);
    assert_eq!(file["schema"], 1, "unknown schema");
    let mut counts = Counts::default();
    let cases = Case::list(&file["cases"]);
    for case in &cases {
        run_case(*case, &mut counts);
    }
    println!("cases: {}", cases.len());
    println!("  007 contents equal: {}", counts.contents);
    println!("  007 texts equal where zlib6 is true: {}", counts.zlib6);
    println!(
        "  007 Exact texts equal to zlib's own output: {}",
        counts.exact
    );
    println!(
        "  alternate tokens read and verified: {}",
        counts.alternates
    );
    println!("  tokens of 006 and earlier equal: {}", counts.whole);
    assert_eq!(
        counts.contents + counts.whole,
        cases.len(),
        "a case was not compared"
    );
    assert_eq!(counts.exact, counts.contents, "a case was not compressed");

    let alternates = Case::list(&file["decode_alternates"]);
    for case in &alternates {
        run_decode_alternate(*case);
    }
    println!("decode_alternates: {}", alternates.len());

    let invalid = Case::list(&file["invalid"]);
    for case in &invalid {
        run_invalid(*case);
    }
    println!("invalid: {}", invalid.len());
}

#[derive(Default)]
struct Counts {
    contents: usize,
    zlib6: usize,
    exact: usize,
    alternates: usize,
    whole: usize,
}

fn run_case(case: Case<'_>, counts: &mut Counts) {
    let token = case.text("token");
    match case.text("format") {
        "007" => run_007(case, token, counts),
        "006" => run_006(case, token, counts),
        "001" | "002" | "003" | "004" | "005" | "signaling-1" => {
            let minted = build::legacy(case).unwrap_or_else(|e| panic!("{}: {e}", case.id));
            assert_eq!(minted, token, "{}", case.id);
            #[cfg(feature = "legacy")]
            super::agora_legacy::run(case, token);
            counts.whole += 1;
        }
        other => panic!("{}: unknown format {other:?}", case.id),
    }
}

fn run_007(case: Case<'_>, token: &str, counts: &mut Counts) {
    let id = case.id;
    let content = unhex(case.text("content_hex"));
    for minted in [
        build::v007(case, Exact),
        build::v007(case, Fixed),
        build::v007(case, Stored),
        build::v007_from_time_key(case, Stored),
        build::v007_with_crypto(case, Fixed),
    ] {
        let minted = minted.unwrap_or_else(|e| panic!("{id}: {e}"));
        assert_holds(case, &minted, &content);
    }
    counts.contents += 1;

    let exact = build::v007(case, Exact).expect("minted above");
    if case.get("zlib6").value.as_bool().expect("zlib6 is a bool") {
        assert_eq!(exact, token, "{id}: text");
        let device = build::v007_from_time_key(case, Exact).expect(id);
        assert_eq!(device, token, "{id}: text, by a time key");
        counts.zlib6 += 1;
    }
    let mut ours = vec![0; compressed_capacity(content.len())];
    let len = Exact.compress(&content, &mut ours).expect(id);
    assert_eq!(
        ours[..len],
        libz_level_6(&content),
        "{id}: zlib's own output"
    );
    counts.exact += 1;

    assert_holds(case, token, &content);
    for (language, alternate) in case
        .find("alternate_tokens")
        .and_then(|found| found.value.as_object())
        .into_iter()
        .flatten()
    {
        let alternate = alternate
            .as_str()
            .unwrap_or_else(|| panic!("{id}: {language}"));
        assert_holds(case, alternate, &content);
        counts.alternates += 1;
    }
}

/// Reads, verifies, and has the content and services of the case.
fn assert_holds(case: Case<'_>, token: &str, content: &[u8]) {
    let id = case.id;
    let mut workspace = vec![0; workspace_len(token.len())];
    let parsed = ParsedToken2::parse(token, &mut workspace).unwrap_or_else(|e| panic!("{id}: {e}"));
    assert_eq!(parsed.content(), content, "{id}: content");
    let certificate = case.find("inputs").unwrap_or(case).text("app_certificate");
    let certificate = AppCertificate::new(certificate).expect(id);
    parsed
        .verify(&certificate)
        .unwrap_or_else(|e| panic!("{id}: {e}"));
    assert_eq!(parsed.trailing_len(), 0, "{id}");
    assert_eq!(parsed.unknown_service(), None, "{id}");
    if case.find("services").is_some() {
        assert_services(case, &parsed);
    }
}

/// The services as a user sees them, sorted by type as the wire has them.
fn assert_services(case: Case<'_>, parsed: &ParsedToken2<'_>) {
    let mut expected = case.items("services");
    expected.sort_by_key(|service| service.number("service_type"));
    let found: Vec<_> = parsed.services().collect();
    assert_eq!(found.len(), expected.len(), "{}: services", case.id);
    for (found, expected) in found.iter().zip(expected) {
        let number = u64::from(found.service_type.number());
        assert_eq!(number, expected.number("service_type"), "{}", case.id);
        let mut privileges: Vec<_> = build::privilege_pairs(expected);
        privileges.sort_by_key(|(number, _)| *number);
        assert_eq!(
            found.privileges.iter().collect::<Vec<_>>(),
            privileges,
            "{}",
            case.id
        );
        if let Some(channel) = expected.find("channel") {
            assert_eq!(found.channel(), channel.value.as_str(), "{}", case.id);
        }
        for name in ["account", "user_id", "user_uuid"] {
            if let Some(user) = expected.find(name) {
                assert_eq!(found.user(), user.value.as_str(), "{}", case.id);
            }
        }
    }
}

fn run_006(case: Case<'_>, token: &str, counts: &mut Counts) {
    let id = case.id;
    let minted = build::v006(case).unwrap_or_else(|e| panic!("{id}: {e}"));
    assert_eq!(minted, token, "{id}");
    let minted = build::v006_with_crypto(case).unwrap_or_else(|e| panic!("{id}: {e}"));
    assert_eq!(minted, token, "{id}: by the platform");
    let mut workspace = vec![0; token.len()];
    let parsed = v006::ParsedToken::parse(token, &mut workspace).expect(id);
    assert_eq!(
        parsed.content(),
        unhex(case.text("content_hex")),
        "{id}: content"
    );
    let effective = case.get("effective");
    let certificate = AppCertificate::new(case.get("inputs").text("app_certificate")).expect(id);
    let account = Account::Name(effective.text("account"));
    parsed
        .verify(&certificate, effective.text("channel"), account)
        .unwrap_or_else(|e| panic!("{id}: {e}"));
    let privileges: Vec<_> = parsed
        .privileges()
        .map(|(number, end)| (number, end.as_unix()))
        .collect();
    let expected: Vec<_> = build::privilege_pairs(effective)
        .iter()
        .map(|(number, seconds)| (*number, seconds.as_seconds()))
        .collect();
    assert_eq!(privileges, expected, "{id}: privileges");
    counts.whole += 1;
}

fn run_decode_alternate(case: Case<'_>) {
    assert_eq!(case.text("format"), "007", "{}", case.id);
    assert_eq!(case.text("operation"), "parse+verify", "{}", case.id);
    assert_eq!(case.get("expect").text("result"), "accept", "{}", case.id);
    assert_holds(case, case.text("token"), &unhex(case.text("content_hex")));
}

/// What became of a bad token or bad inputs.
#[derive(Debug)]
enum Outcome {
    /// Building or parsing failed.
    Rejected(Error),
    /// Parsed, verification failed.
    Unverified(Error),
    /// Parsed and, where asked, verified.
    Accepted { unknown: bool, trailing: bool },
}

fn run_invalid(case: Case<'_>) {
    let outcome = match (case.text("operation"), case.text("format")) {
        ("build", "007") => built(build::v007(case, Exact)),
        ("build", "006") => built(build::v006(case)),
        ("build", _) => built(build::legacy(case)),
        ("parse" | "parse+verify", "007") => read_007(case),
        ("parse" | "parse+verify", "006") => read_006(case),
        other => panic!("{}: unknown operation {other:?}", case.id),
    };
    let expect = case.get("expect");
    let kind = expect.text("error");
    assert!(
        KINDS.contains(&kind),
        "{}: unknown error kind {kind:?}",
        case.id
    );
    let holds = match (expect.text("result"), &outcome) {
        ("reject", Outcome::Rejected(error))
        | ("parse-ok-verify-fails", Outcome::Unverified(error))
        | ("reject-or-verify-fails", Outcome::Rejected(error) | Outcome::Unverified(error)) => {
            kind_of(error) == kind
        }
        ("reject-or-flag", Outcome::Rejected(error)) => kind_of(error) == kind,
        ("reject-or-flag", Outcome::Accepted { trailing, .. }) => *trailing,
        ("accept", Outcome::Accepted { unknown, trailing }) => !unknown && !trailing,
        ("accept-partial", Outcome::Accepted { unknown, .. }) => *unknown,
        ("accept-bytes-or-reject", Outcome::Accepted { .. }) => true,
        ("accept-bytes-or-reject", Outcome::Rejected(error)) => kind_of(error) == kind,
        (
            "reject"
            | "parse-ok-verify-fails"
            | "reject-or-verify-fails"
            | "reject-or-flag"
            | "accept"
            | "accept-partial"
            | "accept-bytes-or-reject",
            _,
        ) => false,
        (other, _) => panic!("{}: unknown result {other:?}", case.id),
    };
    assert!(
        holds,
        "{}: expected {:?}, got {outcome:?}",
        case.id, expect.value
    );
}

fn built(result: Result<String, Error>) -> Outcome {
    result.map_or_else(Outcome::Rejected, |_| Outcome::Accepted {
        unknown: false,
        trailing: false,
    })
}

fn read_007(case: Case<'_>) -> Outcome {
    let token = case.text("token");
    let mut workspace = vec![0; workspace_len(token.len())];
    let parsed = match ParsedToken2::parse(token, &mut workspace) {
        Ok(parsed) => parsed,
        Err(error) => return Outcome::Rejected(error),
    };
    if case.text("operation") == "parse+verify" {
        let verified = AppCertificate::new(case.text("app_certificate"))
            .and_then(|certificate| parsed.verify(&certificate));
        if let Err(error) = verified {
            return Outcome::Unverified(error);
        }
    }
    Outcome::Accepted {
        unknown: parsed.unknown_service().is_some(),
        trailing: parsed.trailing_len() > 0,
    }
}

fn read_006(case: Case<'_>) -> Outcome {
    assert_eq!(
        case.text("operation"),
        "parse",
        "{}: 006 has no verify alone",
        case.id
    );
    let token = case.text("token");
    match v006::ParsedToken::parse(token, &mut vec![0; token.len()]) {
        Ok(_) => Outcome::Accepted {
            unknown: false,
            trailing: false,
        },
        Err(error) => Outcome::Rejected(error),
    }
}

const KINDS: [&str; 15] = [
    "unsupported-version",
    "bad-base64",
    "bad-compression",
    "too-large",
    "truncated",
    "trailing-data",
    "bad-signature",
    "bad-app-id",
    "bad-certificate",
    "no-services",
    "string-too-long",
    "value-out-of-range",
    "unknown-service",
    "not-utf8",
    "none",
];

fn kind_of(error: &Error) -> &'static str {
    match error {
        Error::UnsupportedVersion => "unsupported-version",
        Error::BadBase64 { .. } => "bad-base64",
        Error::BadCompression { .. } => "bad-compression",
        Error::TooLarge { .. } => "too-large",
        Error::Truncated { .. } => "truncated",
        Error::TrailingData { .. } => "trailing-data",
        Error::BadSignature => "bad-signature",
        Error::BadAppId { .. } => "bad-app-id",
        Error::BadCertificate { .. } => "bad-certificate",
        Error::NoServices => "no-services",
        Error::StringTooLong { .. } => "string-too-long",
        Error::ValueOutOfRange { .. } => "value-out-of-range",
        Error::NotUtf8 { .. } => "not-utf8",
        other => panic!("an error no vector knows: {other:?}"),
    }
}

/// What the zlib that is bundled for the tests gives at level 6.
fn libz_level_6(content: &[u8]) -> Vec<u8> {
    // SAFETY: a pure function of a length.
    let mut len = unsafe { libz_sys::compressBound(content.len() as _) };
    let mut out = vec![0; usize::try_from(len).expect("a small buffer")];
    // SAFETY: both pointers are valid for the lengths given with them.
    let status = unsafe {
        libz_sys::compress2(
            out.as_mut_ptr(),
            &raw mut len,
            content.as_ptr(),
            content.len() as _,
            6,
        )
    };
    assert_eq!(status, libz_sys::Z_OK, "zlib failed");
    out.truncate(usize::try_from(len).expect("a small buffer"));
    out
}
