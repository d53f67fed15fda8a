//! `tokenmint ath`, and JSON Web Tokens in `inspect` and `verify`: the built
//! program, its output, its exit codes.

#![allow(missing_docs, unreachable_pub)]

#[path = "cases/run.rs"]
#[allow(dead_code)] // Shared with the other tests of the command.
mod run;
#[path = "../../tests/vector_cases/support.rs"]
#[allow(dead_code)] // Shared with the vector test, which uses all of it.
mod support;

use run::{Run, Scratch, tokenmint, words};
use serde_json::Value;
use support::{load, unhex};

const AGENT: &str = "https://your-agent.com/.well-known/agent.json";
const GATEWAY: &str = "https://gateway.example.com";

fn answers() -> Value {
    load("ath")["known_answers"].take()
}

fn text<'a>(value: &'a Value, name: &str) -> &'a str {
    value[name]
        .as_str()
        .unwrap_or_else(|| panic!("{name} is no text: {value}"))
}

fn list<'a>(value: &'a Value, name: &str) -> &'a Vec<Value> {
    let list = value[name]
        .as_array()
        .unwrap_or_else(|| panic!("{name} is no list"));
    assert!(!list.is_empty(), "{name}");
    list
}

fn parsed(value: &Value, name: &str) -> Value {
    text(value, name)
        .parse()
        .unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// The command that makes a known attestation, without `--lenient`.
fn minting(jwt: &Value) -> Run {
    let (header, claims) = (parsed(jwt, "header_json"), parsed(jwt, "claims_json"));
    assert_eq!(claims["iss"], claims["sub"]);
    let seconds = |name: &str| claims[name].as_u64().expect("a number");
    let mut words = vec![
        "ath".to_owned(),
        "attestation".to_owned(),
        "-q".to_owned(),
        "--key-stdin".to_owned(),
        format!("--agent-id={}", text(&claims, "iss")),
        format!("--audience={}", text(&claims, "aud")),
        format!("--key-id={}", text(&header, "kid")),
        format!("--issued-at={}", seconds("iat")),
        format!("--lifetime={}", seconds("exp") - seconds("iat")),
        format!("--jti={}", text(&claims, "jti")),
    ];
    for name in claims["capabilities"].as_array().expect("a list") {
        words.push(format!("--capability={}", name.as_str().expect("text")));
    }
    if header.get("typ").is_none() {
        words.push("--without-type".to_owned());
    }
    tokenmint(words)
}

#[test]
fn the_command_makes_the_known_attestations() {
    let answers = answers();
    for jwt in list(&answers, "jwts") {
        let name = text(jwt, "name");
        let pem = text(&answers[text(jwt, "key")], "pkcs8_pem");
        let ran = minting(jwt).arg("--lenient").stdin(pem).run();
        assert_eq!(ran.code, 0, "{name}: {ran:?}");
        assert_eq!(ran.stdout.trim_end(), text(jwt, "jwt"), "{name}");
        assert!(ran.stderr.is_empty(), "{name}: {ran:?}");
    }
}

#[test]
fn the_audience_follows_from_the_request() {
    let answers = answers();
    let pem = text(&answers["test_key_1"], "pkcs8_pem");
    let base = format!("--base={GATEWAY}//");
    for (request, audience) in [
        ("register", GATEWAY.to_owned()),
        ("authorize", GATEWAY.to_owned()),
        ("token", format!("{GATEWAY}/ath/token")),
    ] {
        let line = format!("ath attestation --json --key-stdin --agent-id {AGENT} {base}");
        let run = words(&line).arg("--for").arg(request);
        let ran = run.stdin(pem).run();
        assert_eq!(ran.json()["fields"]["claims"]["aud"], audience, "{ran:?}");
    }
}

#[test]
fn attestations_are_explained() {
    let answers = answers();
    for jwt in list(&answers, "jwts") {
        let ran = tokenmint(["inspect", text(jwt, "jwt"), "--json"]).run();
        let (json, name) = (ran.json(), text(jwt, "name"));
        assert_eq!(json["format"], "ath-attestation", "{name}");
        assert_eq!(
            json["fields"]["header"],
            parsed(jwt, "header_json"),
            "{name}"
        );
        assert_eq!(
            json["fields"]["claims"],
            parsed(jwt, "claims_json"),
            "{name}"
        );
        assert_eq!(json["signature_check"]["outcome"], "not-asked", "{name}");
        // What is inside cannot reach the terminal.
        let ran = tokenmint(["inspect", text(jwt, "jwt")]).run();
        let plain = |c: char| !c.is_control() || c == '\n';
        assert!(ran.stdout.chars().all(plain), "{name}: {ran:?}");
    }
}

#[test]
fn signatures_are_verified() {
    let answers = answers();
    let key = Scratch::new("ath-public.pem", text(&answers["test_key_1"], "spki_pem"));
    for case in list(&answers, "verification") {
        let name = text(case, "case");
        assert_eq!(case.get("key"), None, "{name}: another key");
        let expected = match name {
            _ if case["expect_valid"] == true => 0,
            "two segments" | "padding characters in signature segment" => 3,
            // Not verified, which is not the same as wrong.
            "alg HS256 header" => 20,
            _ => 10,
        };
        let run = tokenmint(["verify", "--now=1720000010", text(case, "jwt")]);
        let ran = run.arg("--public-key-file").arg(key.path()).run();
        assert_eq!(ran.code, expected, "{name}: {ran:?}");
    }
}

#[test]
fn every_exit_code() {
    let answers = answers();
    let token = text(&list(&answers, "jwts")[0], "jwt");
    let key = Scratch::new(
        "ath-codes.jwk",
        &answers["test_key_1"]["jwk_public"].to_string(),
    );
    let other = Scratch::new("ath-codes-2.pem", text(&answers["test_key_2"], "spki_pem"));
    let none = Scratch::new("ath-codes-none", "no key");
    let ask = |questions: &str, key: &str| {
        let run = words(&format!("verify {questions}")).arg(token);
        run.arg("--public-key-file").arg(key).run()
    };
    for (questions, code) in [
        ("--now 1720000000", 0),
        (
            &format!("--now 1720000300 --audience {GATEWAY} --user-id {AGENT}"),
            0,
        ),
        ("--now 1719999700", 0),
        ("--now 1719999699", 12),
        // Older than the five minutes of the specification, and ended.
        ("--now 1720000301", 13),
        ("--now 1720003600", 13),
        (&format!("--now 1720000000 --audience {GATEWAY}/"), 21),
        ("--now 1720000000 --user-id https://other.example.com", 15),
        ("--now 1720000000 --channel c", 14),
        ("--now 1720000000 --role publisher", 16),
    ] {
        let ran = ask(questions, key.path());
        assert_eq!(ran.code, code, "{questions}: {ran:?}");
    }
    assert_eq!(ask("--now 1720000000", other.path()).code, 10);
    assert_eq!(ask("--now 1720000000", none.path()).code, 18);
    assert_eq!(ask("--now 1720000000", "/nonexistent").code, 2);
    let ran = tokenmint(["verify", "--now=1720000000", &format!("Bearer {token}")]).run();
    assert_eq!(ran.code, 20, "{ran:?}");
    assert!(ran.stdout.contains("--public-key-file"), "{ran:?}");
}

#[test]
fn other_algorithms_are_shown_and_not_verified() {
    // RFC 7519, section 3.1: HS256.
    let token = "eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkz\
                 ODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ.dBjftJeZ4CVP-mB92K27uhbUJU1p\
                 1r_wW1gFWFOEjXk";
    let ran = tokenmint(["inspect", token, "--now=1300819000"]).run();
    assert_eq!(ran.code, 0, "{ran:?}");
    for shown in [
        "\"joe\"",
        "2011-03-22T18:43:00Z",
        "not verified",
        "\"HS256\"",
    ] {
        assert!(ran.stdout.contains(shown), "{shown}: {ran:?}");
    }
    let ran = tokenmint(["verify", token, "--now=1300819000"]).run();
    assert_eq!(ran.code, 20, "{ran:?}");
    let ran = tokenmint(["verify", token, "--now=1300819380"]).run();
    assert_eq!(ran.code, 13, "{ran:?}");
}

#[test]
fn what_is_no_jwt() {
    for token in [
        "eyJ.e30.",
        "eyI.e30.AA",
        "eyJhIjoxfQ.W10.AA",
        "eyJhIjoxfQ..AA",
        "eyJhIjoxfQ.e30",
    ] {
        let ran = tokenmint(["inspect", token]).run();
        assert_eq!(ran.code, 3, "{token}: {ran:?}");
    }
}

#[test]
fn every_notation_of_a_key_is_read() {
    let answers = answers();
    for name in ["test_key_1", "test_key_2"] {
        let key = &answers[name];
        let der = unhex(text(key, "pkcs8_der_hex"));
        for (notation, bytes) in [
            ("pkcs8_pem", text(key, "pkcs8_pem").as_bytes().to_vec()),
            ("sec1_pem", text(key, "sec1_pem").as_bytes().to_vec()),
            ("spki_pem", text(key, "spki_pem").as_bytes().to_vec()),
            ("jwk_private", key["jwk_private"].to_string().into_bytes()),
            ("jwk_public", key["jwk_public"].to_string().into_bytes()),
            // SEC 1 is what the last member of PKCS #8 holds.
            ("sec1_der", der[29..].to_vec()),
            ("pkcs8_der", der),
        ] {
            let ran = words("ath jwk --key-stdin").stdin(&bytes).run();
            let jwk: Value = ran.line().parse().expect("JSON");
            assert_eq!(jwk, key["jwk_public"], "{name} {notation}");
            let ran = words("ath jwk --key-stdin --json").stdin(&bytes).run();
            let json = ran.json();
            assert_eq!(json["thumbprint"], key["jwk_thumbprint_sha256"], "{name}");
            assert_eq!(json["public_key_pem"], key["spki_pem"], "{name}");
        }
    }
}

#[test]
fn generated_keys_are_the_owners_alone_and_stay() {
    let file = Scratch::new("ath-keygen.pem", "");
    std::fs::remove_file(&file.0).expect("no file");
    let ran = words("ath keygen --out").arg(file.path()).run();
    assert_eq!(ran.code, 0, "{ran:?}");
    let private = std::fs::read_to_string(&file.0).expect("the key");
    assert!(private.starts_with("-----BEGIN PRIVATE KEY-----\n"));
    assert!(
        ran.stdout.starts_with("-----BEGIN PUBLIC KEY-----\n"),
        "{ran:?}"
    );
    let secret_line = private.lines().nth(1).expect("a line");
    assert!(!ran.stdout.contains(secret_line) && !ran.stderr.contains(secret_line));
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = std::fs::metadata(&file.0)
            .expect("a file")
            .permissions()
            .mode();
        assert_eq!(mode & 0o777, 0o600);
    }
    for arguments in ["", "--json"] {
        let again = words(&format!("ath keygen {arguments} --out"))
            .arg(file.path())
            .run();
        assert_eq!(again.code, 2, "{again:?}");
    }
    assert_eq!(std::fs::read_to_string(&file.0).expect("the key"), private);

    // The printed half is that of the file, and what it signs verifies.
    let public = Scratch::new("ath-keygen-public.pem", &ran.stdout);
    let jwk = |path: &str| {
        words("ath jwk --key-file")
            .arg(path)
            .run()
            .line()
            .to_owned()
    };
    assert_eq!(jwk(file.path()), jwk(public.path()));
    let line = format!("ath attestation -q --agent-id {AGENT} --base {GATEWAY} --key-file");
    let token = words(&line).arg(file.path()).run().line().to_owned();
    let ran = tokenmint(["verify", &token, "--public-key-file", public.path()]).run();
    assert_eq!(ran.code, 0, "{ran:?}");
    let again = words(&line).arg(file.path()).run().line().to_owned();
    assert_ne!(token, again, "each has an id of its own");
}

#[cfg(unix)]
#[test]
fn a_private_key_that_others_can_read_is_a_warning() {
    use std::fs::{Permissions, set_permissions};
    use std::os::unix::fs::PermissionsExt;

    let file = Scratch::new("ath-wide-key.pem", "");
    std::fs::remove_file(&file.0).expect("no file");
    let made = words("ath keygen --out").arg(file.path()).run();
    assert_eq!(made.code, 0, "{made:?}");
    let line = format!("ath attestation --agent-id {AGENT} --base {GATEWAY} --key-file");
    for (mode, warns) in [(0o600, false), (0o640, true), (0o644, true)] {
        set_permissions(&file.0, Permissions::from_mode(mode)).expect("permissions");
        let ran = words(&line).arg(file.path()).run();
        assert_eq!(ran.code, 0, "{ran:?}");
        let advice = format!("chmod 600 {}", file.path());
        assert_eq!(ran.stderr.contains(&advice), warns, "{mode:o}: {ran:?}");
    }
}

#[test]
fn keygen_writes_a_jwk_when_asked() {
    let mut keys = Vec::new();
    for arguments in ["--public jwk", "--json"] {
        let file = Scratch::new("ath-keygen-jwk.pem", "");
        std::fs::remove_file(&file.0).expect("no file");
        let ran = words(&format!("ath keygen {arguments} --out"))
            .arg(file.path())
            .run();
        let json = ran.json();
        let jwk = if arguments == "--json" {
            json["public_key_jwk"].clone()
        } else {
            json
        };
        let read = words("ath jwk --key-file").arg(file.path()).run();
        assert_eq!(read.json(), jwk);
        keys.push(jwk);
    }
    assert_ne!(keys[0], keys[1]);
    let ran = words("ath keygen --out /nonexistent/folder/key.pem").run();
    assert_eq!(ran.code, 2, "{ran:?}");
}

#[test]
fn proof_keys() {
    let pkce = &answers()["pkce"];
    for case in list(pkce, "valid") {
        let verifier = text(case, "verifier");
        let ran = tokenmint(["ath", "pkce", "--json", &format!("--verifier={verifier}")]).run();
        let json = ran.json();
        assert_eq!(json["code_challenge"], case["challenge_s256"], "{verifier}");
        assert_eq!(json["code_verifier"], verifier);
        assert_eq!(json["code_challenge_method"], pkce["method"]);
        let ran = words("ath pkce --json --verifier -")
            .stdin(format!("{verifier}\n"))
            .run();
        assert_eq!(ran.json(), json);
    }
    for case in list(pkce, "invalid") {
        let verifier = format!("--verifier={}", text(case, "verifier"));
        let ran = tokenmint(["ath", "pkce", &verifier]).run();
        assert_eq!(ran.code, 2, "{case}: {ran:?}");
    }
    let ran = words("ath pkce").run();
    let names: Vec<_> = ran
        .stdout
        .lines()
        .filter_map(|l| l.split('=').next())
        .collect();
    assert_eq!(
        names,
        ["code_verifier", "code_challenge", "code_challenge_method"]
    );
    assert_ne!(words("ath pkce").run().stdout, ran.stdout);
}

#[test]
fn bad_input_is_named_and_keys_are_not_shown() {
    let answers = answers();
    let pem = text(&answers["test_key_1"], "pkcs8_pem");
    let good = format!("ath attestation --key-stdin --agent-id {AGENT} --base {GATEWAY}");
    for (line, reason) in [
        (format!("{good} --lifetime 3601"), "1 to 3600"),
        (format!("{good} --lifetime 0"), "--lenient"),
        (format!("{good} --issued-at 0"), "issue time"),
        (format!("{good} --key-id="), "is empty"),
        (format!("{good} --audience x"), "cannot be used with"),
        (format!("{good} --for proxy"), "proxy"),
        (format!("{good} --key-file x"), "cannot be used with"),
        (
            format!("ath attestation --key-stdin --agent-id {AGENT}"),
            "--audience",
        ),
        (
            format!("ath attestation --agent-id {AGENT} --base {GATEWAY}"),
            "--key-file",
        ),
        (
            format!("ath attestation --key-stdin --base {GATEWAY} --agent-id http://a.example"),
            "--lenient",
        ),
    ] {
        let ran = words(&line).stdin(pem).run();
        assert_eq!(ran.code, 2, "{line}: {ran:?}");
        assert!(ran.stderr.contains(reason), "{line}: {ran:?}");
        assert!(ran.stdout.is_empty(), "{line}: {ran:?}");
    }
    let secret_line = pem.lines().nth(1).expect("a line");
    let damaged = pem.replace("END PRIVATE", "END OTHER");
    let public = text(&answers["test_key_1"], "spki_pem");
    let rsa = "-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcw\n-----END PRIVATE KEY-----";
    for (key, named) in [
        ("", "no private key"),
        ("x", "no private key"),
        (&damaged, "no private key"),
        (&pem[..100], "no private key"),
        (public, "the public half of a key"),
        (rsa, "an RSA key"),
        ("-----BEGIN RSA PRIVATE KEY-----\n", "an RSA key"),
        (r#"{"kty":"RSA","n":"AQAB"}"#, "an RSA key"),
        (
            "-----BEGIN ENCRYPTED PRIVATE KEY-----\n",
            "a key with a password",
        ),
        ("-----BEGIN OPENSSH PRIVATE KEY-----\n", "a key of OpenSSH"),
        ("-----BEGIN CERTIFICATE-----\n", "a certificate"),
    ] {
        let ran = words(&good).stdin(key).run();
        assert_eq!(ran.code, 2, "{ran:?}");
        assert!(ran.stderr.contains(named), "{ran:?}");
        assert!(!ran.stderr.contains(secret_line), "{ran:?}");
    }
    let ran = words(&good).arg("--json").stdin(pem).run();
    assert_eq!(ran.code, 0, "{ran:?}");
    assert!(!ran.stdout.contains(secret_line) && !ran.stderr.contains(secret_line));
}
