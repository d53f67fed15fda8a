//! Agent Trust Handshake: signatures, attestations, keys, proof keys.
//!
//! Signatures are deterministic here, so texts are compared whole. Every member
//! of every answer is checked or named as information; others are a failure.

use serde_json::{Map, Value as Json};
use tokenmint::ath::{
    self, Attestation, Audience, Expected, HeaderForm, ParsedAttestation, PublicKey, SigningKey,
    State, TokenId,
};
use tokenmint::internals::crypto::sha256::sha256;
use tokenmint::internals::wire::base64;
use tokenmint::internals::wire::der;
use tokenmint::internals::wire::jws::Jws;
use tokenmint::pkce::{self, Verifier};
use tokenmint::platform::Software;
use tokenmint::{Error, Limits};

use crate::support::unhex;

#[cfg(feature = "ath-client")]
#[path = "ath_cases.rs"]
mod cases;

/// The order of P-256 and half of it, rounded down.
const ORDER: &str = "ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551";
const HALF_ORDER: &str = "7fffffff800000007fffffffffffffffde737d56d38bcf4279dce5617e3192a8";

/// Runs every section that the credential core covers.
pub fn run(file: &Json) {
    let mut run = 0;
    for (section, content) in object(file, "file") {
        match section.as_str() {
            "meta" => {}
            #[cfg(feature = "ath-client")]
            "cases" => {
                crate::support::section(file, section, |case| cases::run(case, file));
                cases::tell(content);
            }
            #[cfg(not(feature = "ath-client"))]
            "cases" => println!("cases: belongs to the client"),
            "known_answers" => run = known_answers(content),
            _ => panic!("{section}: unknown section"),
        }
    }
    println!("known_answers: {run} altogether");
}

fn known_answers(answers: &Json) -> usize {
    let mut run = 0;
    for (section, content) in object(answers, "known_answers") {
        let count = match section.as_str() {
            "note" => continue,
            "deterministic" => {
                assert_eq!(
                    content, true,
                    "deterministic: signatures cannot be compared"
                );
                continue;
            }
            "rfc6979_a25" => rfc6979(section, content),
            "rfc7515_a3" => rfc7515(section, content),
            "signatures" => each(section, content, |id, case| {
                check_message(id, case, &key_of(answers, case, id));
            }),
            "jwts" => each(section, content, |id, case| {
                check_attestation(id, case, &key_of(answers, case, id));
            }),
            "verification" => each(section, content, |id, case| {
                let key = match case.get("key") {
                    Some(_) => key_of(answers, case, id),
                    None => signing_key(&answers["test_key_1"], "test_key_1"),
                };
                check_verification(id, case, &key.public_key());
            }),
            "pkce" => check_pkce(section, content),
            "encodings" => check_encodings(section, content),
            _ if section.starts_with("test_key_") => {
                check_key(section, object(content, section));
                1
            }
            _ => panic!("known_answers.{section}: unknown section"),
        };
        println!("known_answers.{section}: {count} run");
        run += count;
    }
    run
}

fn rfc6979(section: &str, content: &Json) -> usize {
    let key = signing_key(&content["key"], section);
    let members = object(content, section);
    for (name, answer) in members {
        let id = format!("{section}.{name}");
        match name.as_str() {
            "key" => check_key(&id, object(answer, &id)),
            _ => check_message(&id, object(answer, &id), &key),
        }
    }
    members.len()
}

fn rfc7515(section: &str, content: &Json) -> usize {
    only(object(content, section), &["source", "jwk", "jws"], section);
    let jwk = content["jwk"].to_string();
    let key = SigningKey::from_jwk(&jwk).expect(section).public_key();
    let private = Error::BadMember { name: "d" };
    assert_eq!(PublicKey::from_jwk(&jwk), Err(private), "{section}");
    let text = content["jws"].as_str().expect(section);
    let jws = Jws::parse(text, text.len()).expect(section);
    assert_eq!(jws.verify_es256(&key), Ok(()), "{section}");
    let by_software = jws.verify_es256_with(&mut Software, &key.to_point());
    assert_eq!(by_software, Ok(()), "{section}");
    1
}

fn check_key(id: &str, key: &Map<String, Json>) {
    let d = octets::<32>(key, "d_hex", id);
    let signing = SigningKey::from_bytes(&d).expect(id);
    let public = signing.public_key();
    let (x, y) = public.coordinates();
    let mut buffer = [0; 512];
    for (name, value) in key {
        let id = &format!("{id}.{name}");
        let is = |other: Result<SigningKey, Error>| {
            assert_eq!(*other.expect(id).to_bytes().expose(), d, "{id}");
        };
        match name.as_str() {
            "d_hex" => {}
            "x_hex" => assert_eq!(octets::<32>(key, name, id), x, "{id}"),
            "y_hex" => assert_eq!(octets::<32>(key, name, id), y, "{id}"),
            "jwk_private" => {
                let jwk = value.to_string();
                is(SigningKey::from_jwk(&jwk));
                let private = Error::BadMember { name: "d" };
                assert_eq!(PublicKey::from_jwk(&jwk), Err(private), "{id}");
            }
            "jwk_public" => {
                let jwk = value.to_string();
                assert_eq!(PublicKey::from_jwk(&jwk), Ok(public), "{id}");
                let written = public.write_jwk(&mut buffer).expect(id);
                assert_eq!(written.parse::<Json>().expect(id), *value, "{id}");
            }
            "jwk_thumbprint_sha256" => assert_eq!(*value, public.thumbprint().as_str(), "{id}"),
            "pkcs8_pem" => {
                let pem = text(key, name, id);
                is(SigningKey::from_pem(pem));
                assert_eq!(signing.write_pkcs8_pem(&mut buffer), Ok(pem), "{id}");
            }
            "sec1_pem" => {
                let pem = text(key, name, id);
                is(SigningKey::from_pem(pem));
                assert_eq!(signing.write_sec1_pem(&mut buffer), Ok(pem), "{id}");
            }
            "spki_pem" => {
                let pem = text(key, name, id);
                assert_eq!(PublicKey::from_pem(pem), Ok(public), "{id}");
                assert_eq!(public.write_spki_pem(&mut buffer), Ok(pem), "{id}");
            }
            "pkcs8_der_hex" => {
                let content = unhex(text(key, name, id));
                is(SigningKey::from_pkcs8_der(&content));
                let written = signing.write_pkcs8_der(&mut buffer).expect(id);
                assert_eq!(*written, content[..], "{id}");
            }
            "derivation" => {
                let quoted = text(key, name, id).split('"').nth(1).expect(id);
                assert_eq!(sha256(&[quoted.as_bytes()]), d, "{id}");
            }
            _ => panic!("{id}: unknown member"),
        }
    }
}

fn check_message(id: &str, case: &Map<String, Json>, key: &SigningKey) {
    let message = text(case, "message_utf8", id);
    let signature = key.sign(&[message.as_bytes()]).expect(id);
    check_signature(id, case, message, &signature, key);
    only(case, &[SIGNATURE_MEMBERS, &["message_utf8"]].concat(), id);
}

const SIGNATURE_MEMBERS: &[&str] = &[
    "key",
    "sha256_hex",
    "k_hex",
    "r_hex",
    "s_hex",
    "der_hex",
    "der_len",
    "raw_b64url",
    "s_is_high",
    "r_leading_zero_bytes",
    "s_leading_zero_bytes",
];

/// Compares a signature with every notation of it.
fn check_signature(
    id: &str,
    case: &Map<String, Json>,
    message: &str,
    signature: &[u8; 64],
    key: &SigningKey,
) {
    let digest = sha256(&[message.as_bytes()]);
    let (r, s) = signature.split_at(32);
    assert_eq!(r, octets::<32>(case, "r_hex", id), "{id}: r");
    assert_eq!(s, octets::<32>(case, "s_hex", id), "{id}: s");
    assert_eq!(key.sign_prehash(&digest), Ok(*signature), "{id}");
    let verified = key.public_key().verify_prehash(&digest, signature);
    assert_eq!(verified, Ok(()), "{id}");
    let verified = key.public_key().verify(&[message.as_bytes()], signature);
    assert_eq!(verified, Ok(()), "{id}");

    let zeros = |number: &[u8]| number.iter().take_while(|octet| **octet == 0).count();
    for (name, value) in case {
        let id = &format!("{id}.{name}");
        match name.as_str() {
            "sha256_hex" => assert_eq!(octets(case, name, id), digest, "{id}"),
            "k_hex" => assert_eq!(r, r_of_nonce(&octets(case, name, id), id), "{id}"),
            "der_hex" => {
                let content = unhex(text(case, name, id));
                assert_eq!(numbers(&content, id), [trimmed(r), trimmed(s)], "{id}");
            }
            "der_len" => {
                let len = text(case, "der_hex", id).len() / 2;
                assert_eq!(*value, len, "{id}");
            }
            "raw_b64url" => {
                let mut buffer = [0; 86];
                let raw = base64::encode_url(signature, &mut buffer).expect(id);
                assert_eq!(*value, *raw, "{id}");
            }
            "s_is_high" => assert_eq!(*value, s > unhex(HALF_ORDER).as_slice(), "{id}"),
            "r_leading_zero_bytes" => assert_eq!(*value, zeros(r), "{id}"),
            "s_leading_zero_bytes" => assert_eq!(*value, zeros(s), "{id}"),
            _ => {}
        }
    }
}

/// `r` is the x of the nonce's point, modulo the order.
fn r_of_nonce(k: &[u8; 32], id: &str) -> [u8; 32] {
    let (x, _) = SigningKey::from_bytes(k)
        .expect(id)
        .public_key()
        .coordinates();
    assert!(x[..] < unhex(ORDER)[..], "{id}: reduction is not foreseen");
    x
}

/// The two numbers of a DER signature, without the zeros in front.
fn numbers<'a>(content: &'a [u8], id: &str) -> [&'a [u8]; 2] {
    let mut outer = der::Reader::new(content);
    let mut fields = outer.read(der::SEQUENCE).expect(id);
    outer.finish().expect(id);
    let numbers = [(); 2].map(|()| fields.read(der::INTEGER).expect(id).remaining());
    fields.finish().expect(id);
    numbers.map(trimmed)
}

fn trimmed(number: &[u8]) -> &[u8] {
    let start = number.iter().position(|octet| *octet != 0);
    &number[start.unwrap_or(number.len())..]
}

fn check_attestation(id: &str, case: &Map<String, Json>, key: &SigningKey) {
    only(
        case,
        &[
            SIGNATURE_MEMBERS,
            &[
                "name",
                "member_order",
                "header_json",
                "claims_json",
                "signing_input",
                "jwt",
            ],
        ]
        .concat(),
        id,
    );
    let header: Json = text(case, "header_json", id).parse().expect(id);
    let claims: Json = text(case, "claims_json", id).parse().expect(id);
    let claim = |name: &str| {
        claims[name]
            .as_str()
            .unwrap_or_else(|| panic!("{id}: {name}"))
    };
    let seconds = |name: &str| {
        claims[name]
            .as_u64()
            .unwrap_or_else(|| panic!("{id}: {name}"))
    };
    let capabilities: Vec<_> = claims["capabilities"]
        .as_array()
        .expect(id)
        .iter()
        .map(|name| name.as_str().expect(id))
        .collect();
    let agent = claim("iss");
    assert_eq!(agent, claim("sub"), "{id}: the SDKs send one id twice");
    let (issued_at, expires_at) = (seconds("iat"), seconds("exp"));

    let attestation = Attestation::new(agent, audience(claim("aud")), issued_at, claim("jti"))
        .key_id(header["kid"].as_str().expect(id))
        .lifetime(u32::try_from(expires_at - issued_at).expect(id))
        .capabilities(&capabilities)
        .header_form(match text(case, "member_order", id) {
            "python-sdk" => HeaderForm::WithType,
            "typescript-sdk" => HeaderForm::WithoutType,
            other => panic!("{id}: unknown member order {other:?}"),
        })
        .limits(Limits::Wire);
    let expected = text(case, "jwt", id);
    assert_eq!(attestation.encoded_len(), expected.len(), "{id}");
    let mut buffer = vec![0; expected.len()];
    let token = attestation
        .mint(&mut &*key, buffer.as_mut_slice())
        .expect(id);
    assert_eq!(token, expected, "{id}");

    let jws = Jws::parse(token, token.len()).expect(id);
    let mut workspace = vec![0; ath::workspace_len(token.len())];
    let part = jws.header(&mut workspace).expect(id);
    assert_eq!(part, text(case, "header_json", id).as_bytes(), "{id}");
    let part = jws.claims(&mut workspace).expect(id);
    assert_eq!(part, text(case, "claims_json", id).as_bytes(), "{id}");

    let (signing_input, signature) = token.rsplit_once('.').expect(id);
    assert_eq!(signing_input, text(case, "signing_input", id), "{id}");
    let mut octets = [0; 66];
    let signature = base64::decode_url(signature.as_bytes(), 0, &mut octets).expect(id);
    let signature = (&*signature).try_into().expect(id);
    check_signature(id, case, signing_input, signature, key);

    let public_key = key.public_key();
    let expected = Expected::of(&public_key, Audience::exact(claim("aud")), agent, issued_at);
    let parsed = ParsedAttestation::parse(token, &mut workspace).expect(id);
    assert_eq!(check(&parsed, &expected, id), Ok(()), "{id}");
    let read = parsed.claims();
    assert!(read.token_id.eq_str(claim("jti")), "{id}");
    assert_eq!(
        (read.issued_at, read.expires_at),
        (issued_at, expires_at),
        "{id}"
    );
    let names = read
        .capabilities()
        .map(|name| name.chars().collect::<String>());
    assert!(names.eq(capabilities.iter().copied()), "{id}");
}

/// As a client has it: from the base URL, when the text is of that form.
fn audience(text: &str) -> Audience<'_> {
    match text.strip_suffix("/ath/token") {
        Some(base) => Audience::of_token_endpoint(base),
        None => Audience::exact(text),
    }
}

/// What holds, by whatever this build verifies with and by our own code.
fn check(parsed: &ParsedAttestation<'_>, expected: &Expected<'_>, id: &str) -> Result<(), Error> {
    let report = parsed.check(expected);
    let point = expected.key.expect(id).to_point();
    let by_software = parsed.check_with(expected, &point, &mut Software);
    assert_eq!(report, by_software, "{id}");
    report.ok()
}

fn check_verification(id: &str, case: &Map<String, Json>, key: &PublicKey) {
    only(
        case,
        &["case", "key", "jwt", "expect_valid", "joserfc_accepts"],
        id,
    );
    let token = text(case, "jwt", id);
    let mut workspace = vec![0; ath::workspace_len(token.len())];
    // What it says of itself is expected of it: form, algorithm and signature
    // are left to decide.
    let result = ParsedAttestation::parse(token, &mut workspace).and_then(|parsed| {
        let claims = parsed.claims();
        let (mut audience, mut subject) = ([0; 1024], [0; 1024]);
        let audience = Audience::exact(claims.audience.unescape_into(&mut audience)?);
        let subject = claims.subject.unescape_into(&mut subject)?;
        let expected = Expected::of(key, audience, subject, claims.issued_at);
        check(&parsed, &expected, id)
    });
    let expected = case["expect_valid"].as_bool().expect(id);
    match result {
        Ok(()) => assert!(expected, "{id}: accepted"),
        Err(
            error @ (Error::BadSignature
            | Error::UnsupportedAlgorithm
            | Error::Malformed { .. }
            | Error::BadBase64 { .. }
            | Error::BadJson { .. }
            | Error::BadMember { .. }),
        ) => assert!(!expected, "{id}: {error}"),
        Err(error) => panic!("{id}: {error}"),
    }
}

fn check_pkce(section: &str, content: &Json) -> usize {
    let mut run = 0;
    for (list, content) in object(content, section) {
        let id = format!("{section}.{list}");
        match list.as_str() {
            "method" => assert_eq!(*content, pkce::METHOD, "{id}"),
            "challenge_length" => assert_eq!(*content, pkce::CHALLENGE_LEN, "{id}"),
            "valid" => run += each(&id, content, check_verifier),
            "invalid" => {
                run += each(&id, content, |id, case| {
                    only(case, &["verifier", "reason"], id);
                    assert!(Verifier::new(text(case, "verifier", id)).is_err(), "{id}");
                });
            }
            _ => panic!("{id}: unknown section"),
        }
    }
    run
}

fn check_verifier(id: &str, case: &Map<String, Json>) {
    let expected = text(case, "verifier", id);
    let challenge = text(case, "challenge_s256", id);
    let verifier = Verifier::new(expected).expect(id);
    assert_eq!(verifier.expose(), expected, "{id}");
    assert_eq!(verifier.challenge().as_str(), challenge, "{id}");
    assert!(verifier.matches(challenge), "{id}");
    for (name, value) in case {
        match name.as_str() {
            "verifier" | "challenge_s256" | "source" | "note" => {}
            "length" => assert_eq!(*value, expected.len(), "{id}"),
            "octets_hex" => {
                let octets = unhex(text(case, name, id));
                let made = Verifier::from_octets(&octets).expect(id);
                assert_eq!(made.expose(), expected, "{id}");
                if let Ok(octets) = octets.as_slice().try_into() {
                    assert_eq!(Verifier::from_random(octets).expose(), expected, "{id}");
                }
            }
            _ => panic!("{id}: unknown member {name:?}"),
        }
    }
}

fn check_encodings(section: &str, content: &Json) -> usize {
    let mut run = 0;
    for (list, content) in object(content, section) {
        run += each(&format!("{section}.{list}"), content, |id, case| {
            only(case, &["octets_hex", list], id);
            let expected = text(case, list, id);
            match list.as_str() {
                "state" => {
                    let state = State::from_random(&octets(case, "octets_hex", id));
                    assert_eq!(state.as_str(), expected, "{id}");
                }
                "jti" => {
                    let jti = TokenId::from_random(&octets(case, "octets_hex", id));
                    assert_eq!(jti.as_str(), expected, "{id}");
                }
                _ => panic!("{id}: unknown section"),
            }
        });
    }
    run
}

/// Runs every case of a list; its id is its name or its place.
fn each(list: &str, cases: &Json, check: impl Fn(&str, &Map<String, Json>)) -> usize {
    let cases = cases
        .as_array()
        .unwrap_or_else(|| panic!("{list}: not a list"));
    for (at, case) in cases.iter().enumerate() {
        let case = object(case, list);
        let name = ["name", "case", "message_utf8"]
            .iter()
            .find_map(|member| case.get(*member));
        let id = format!("{list}[{at}] {}", name.unwrap_or(&Json::Null));
        check(&id, case);
    }
    cases.len()
}

fn key_of(answers: &Json, case: &Map<String, Json>, id: &str) -> SigningKey {
    let name = text(case, "key", id);
    signing_key(&answers[name], name)
}

fn signing_key(key: &Json, id: &str) -> SigningKey {
    SigningKey::from_bytes(&octets(object(key, id), "d_hex", id)).expect(id)
}

fn only(members: &Map<String, Json>, known: &[&str], id: &str) {
    for name in members.keys() {
        assert!(
            known.contains(&name.as_str()),
            "{id}: unknown member {name:?}"
        );
    }
}

fn object<'a>(value: &'a Json, id: &str) -> &'a Map<String, Json> {
    value
        .as_object()
        .unwrap_or_else(|| panic!("{id}: not an object"))
}

fn text<'a>(case: &'a Map<String, Json>, name: &str, id: &str) -> &'a str {
    case.get(name)
        .and_then(Json::as_str)
        .unwrap_or_else(|| panic!("{id}: no text {name:?}"))
}

fn octets<const N: usize>(case: &Map<String, Json>, name: &str, id: &str) -> [u8; N] {
    unhex(text(case, name, id))
        .try_into()
        .unwrap_or_else(|_| panic!("{id}: {name:?} has another length"))
}
