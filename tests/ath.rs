//! Attestations as an agent makes them and an implementor checks them.

#![allow(missing_docs)]
#![cfg(feature = "ath")]

use proptest::prelude::*;
use tokenmint::ath::{
    self, Attestation, Audience, Claims, Developer, Expected, HeaderForm, Identity,
    ParsedAttestation, PublicKey, SigningKey, TokenId,
};
use tokenmint::internals::wire::json::Object;
use tokenmint::internals::wire::jws;
use tokenmint::platform::Software;
use tokenmint::{Error, Field, Limits, Verdict};

const AGENT: &str = "https://agent.example.com/.well-known/agent.json";
const GATEWAY: &str = "https://gateway.example.com";
const NOW: u64 = 1_720_000_000;
const ID: &str = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYX";

fn key() -> SigningKey {
    SigningKey::from_bytes(&[0x17; 32]).unwrap()
}

fn attestation() -> Attestation<'static> {
    Attestation::new(AGENT, Audience::of_base(GATEWAY), NOW, ID)
}

/// Without the key.
fn expected() -> Expected<'static> {
    Expected::default()
        .audience(Audience::of_base(GATEWAY))
        .subject(AGENT)
        .now(NOW)
}

fn mint(attestation: &Attestation<'_>) -> Result<String, Error> {
    let mut buffer = vec![0; 4 * ath::ATTESTATION_CAPACITY];
    let token = attestation.mint(&mut key(), buffer.as_mut_slice())?;
    Ok(token.to_owned())
}

fn check(token: &str, expected: &Expected<'_>) -> Result<(), Error> {
    let mut workspace = vec![0; ath::workspace_len(token.len())];
    let key = key().public_key();
    let parsed = ParsedAttestation::parse(token, &mut workspace)?;
    parsed.check(&expected.key(&key)).ok()
}

/// A token with other content, signed as it should be.
fn forge(header: impl Fn(&mut Object<'_, '_>), claims: impl Fn(&mut Object<'_, '_>)) -> String {
    let mut buffer = [0; 4096];
    jws::sign(
        header,
        claims,
        &mut Software,
        &mut key(),
        buffer.as_mut_slice(),
    )
    .unwrap()
    .to_owned()
}

fn es256(header: &mut Object<'_, '_>) {
    header.string("alg", "ES256");
}

fn good_claims(claims: &mut Object<'_, '_>) {
    claims.string("iss", AGENT);
    claims.string("sub", AGENT);
    claims.string("aud", GATEWAY);
    claims.unsigned("iat", NOW);
    claims.unsigned("exp", NOW + 60);
    claims.string("jti", "x");
}

#[test]
fn an_audience_is_as_long_as_its_text() {
    for (audience, text) in [
        (Audience::exact(""), ""),
        (Audience::exact("/"), "/"),
        (Audience::of_base("///"), ""),
        (Audience::of_base("https://a.b/"), "https://a.b"),
        (Audience::of_token_endpoint("/"), "/ath/token"),
        (
            Audience::of_token_endpoint("https://a.b"),
            "https://a.b/ath/token",
        ),
    ] {
        assert_eq!(audience.to_string(), text);
        assert_eq!(
            (audience.len(), audience.is_empty()),
            (text.len(), text.is_empty())
        );
    }
}

#[test]
fn what_is_minted_says_what_was_asked() {
    let token = mint(
        &attestation()
            .key_id("k1")
            .lifetime(60)
            .capabilities(&["search", "bøøk\n"]),
    )
    .unwrap();
    let mut workspace = vec![0; ath::workspace_len(token.len())];
    let parsed = ParsedAttestation::parse(&token, &mut workspace).unwrap();
    let key = key().public_key();
    assert_eq!(parsed.check(&expected().key(&key)).ok(), Ok(()));
    let claims: &Claims<'_> = parsed.claims();
    assert!(claims.issuer.eq_str(AGENT));
    assert!(claims.subject.eq_str(AGENT));
    assert!(claims.audience.eq_str(GATEWAY));
    assert!(claims.token_id.eq_str(ID));
    assert_eq!((claims.issued_at, claims.expires_at), (NOW, NOW + 60));
    let names: Vec<String> = claims
        .capabilities()
        .map(|name| name.chars().collect())
        .collect();
    assert_eq!(names, ["search", "bøøk\n"]);
}

#[test]
fn inputs_are_checked_at_the_door() {
    let long = "x".repeat(600);
    let (agent, audience) = (Field::AgentId, Field::Audience);
    let agent_is = |agent_id| Attestation::new(agent_id, Audience::of_base(GATEWAY), NOW, ID);
    let audience_is = |base| Attestation::new(AGENT, Audience::of_base(base), NOW, ID);
    let id_is = |id| Attestation::new(AGENT, Audience::of_base(GATEWAY), NOW, id);
    for (name, attestation, error) in [
        ("no agent", agent_is(""), Error::Empty { field: agent }),
        (
            "agent on http",
            agent_is("http://agent.example.com/.well-known/agent.json"),
            Error::BadCharacter {
                field: agent,
                at: 4,
            },
        ),
        (
            "agent is a domain",
            agent_is("agent.example.com"),
            Error::BadCharacter {
                field: agent,
                at: 0,
            },
        ),
        (
            "agent without domain",
            agent_is("https:///.well-known/agent.json"),
            Error::BadCharacter {
                field: agent,
                at: 8,
            },
        ),
        (
            "agent with a path before",
            agent_is("https://a.example/b/.well-known/agent.json"),
            Error::BadCharacter {
                field: agent,
                at: 17,
            },
        ),
        (
            "agent with a query",
            agent_is("https://a.example/.well-known/agent.json?a"),
            Error::BadCharacter {
                field: agent,
                at: 17,
            },
        ),
        (
            "agent with a slash behind",
            agent_is("https://a.example/.well-known/agent.json/"),
            Error::BadCharacter {
                field: agent,
                at: 17,
            },
        ),
        (
            "agent with user information",
            agent_is("https://u@a.example/.well-known/agent.json"),
            Error::BadCharacter {
                field: agent,
                at: 9,
            },
        ),
        (
            "agent with a quote",
            agent_is("https://a\"/.well-known/agent.json"),
            Error::BadCharacter {
                field: agent,
                at: 9,
            },
        ),
        (
            "agent too long",
            agent_is(&long),
            Error::StringTooLong {
                field: agent,
                len: 600,
                max: 512,
            },
        ),
        (
            "no audience",
            audience_is("///"),
            Error::Empty { field: audience },
        ),
        (
            "audience with a control character",
            audience_is("https://a\n"),
            Error::BadCharacter {
                field: audience,
                at: 9,
            },
        ),
        (
            "audience too long",
            audience_is(&long),
            Error::StringTooLong {
                field: audience,
                len: 600,
                max: 512,
            },
        ),
        (
            "no id",
            id_is(""),
            Error::Empty {
                field: Field::TokenId,
            },
        ),
        (
            "no key id",
            attestation().key_id(""),
            Error::Empty {
                field: Field::KeyId,
            },
        ),
        (
            "key id too long",
            attestation().key_id(&long),
            Error::StringTooLong {
                field: Field::KeyId,
                len: 600,
                max: 128,
            },
        ),
        (
            "no lifetime",
            attestation().lifetime(0),
            Error::ValueOutOfRange {
                field: Field::ExpireIn,
                min: 1,
                max: 3600,
            },
        ),
        (
            "long lifetime",
            attestation().lifetime(3601),
            Error::ValueOutOfRange {
                field: Field::ExpireIn,
                min: 1,
                max: 3600,
            },
        ),
    ] {
        assert_eq!(mint(&attestation).unwrap_err(), error, "{name}");
    }
    for agent_id in [
        "https://a/.well-known/agent.json",
        "https://a.example:8443/.well-known/agent.json",
        "https://agent.例え.jp/.well-known/agent.json",
    ] {
        assert!(mint(&agent_is(agent_id)).is_ok(), "{agent_id}");
    }
    let at = |time| Attestation::new(AGENT, Audience::of_base(GATEWAY), time, ID);
    assert_eq!(mint(&at(0)), Err(Error::IssueTimeZero));
    assert!(mint(&at((1 << 53) - 1 - 3600)).is_ok());
    assert!(matches!(
        mint(&at((1 << 53) - 3600)),
        Err(Error::ValueOutOfRange {
            field: Field::IssuedAt,
            ..
        })
    ));
}

#[test]
fn the_wire_limits_lift_all_but_time() {
    let long = "x".repeat(600);
    let base = Audience::of_base(&long);
    let lenient = Attestation::new("http://localhost/\"", base, NOW, "").limits(Limits::Wire);
    assert!(mint(&lenient.key_id("").lifetime(u32::MAX)).is_ok());
    assert!(matches!(
        mint(&lenient.lifetime(0)),
        Err(Error::ValueOutOfRange {
            field: Field::ExpireIn,
            min: 1,
            ..
        })
    ));
    let zero = Attestation::new(AGENT, base, 0, ID).limits(Limits::Wire);
    assert_eq!(mint(&zero), Err(Error::IssueTimeZero));
}

#[test]
fn sizes_are_exact_and_the_maximum_holds() {
    let agent_id = format!("https://{}/.well-known/agent.json", "a".repeat(481));
    let base = format!("https://{}", "g".repeat(504 - "/ath/token".len()));
    let (kid, jti) = ("k".repeat(128), "j".repeat(128));
    assert_eq!(agent_id.len(), ath::AGENT_ID_MAX);
    let largest = Attestation::new(
        &agent_id,
        Audience::of_token_endpoint(&base),
        (1 << 53) - 1 - 3600,
        &jti,
    )
    .key_id(&kid);
    assert_eq!(largest.encoded_len(), ath::ATTESTATION_CAPACITY);
    let mut buffer = [0; ath::ATTESTATION_CAPACITY];
    let token = largest.mint(&mut key(), &mut buffer).unwrap();
    assert_eq!(token.len(), ath::ATTESTATION_CAPACITY);

    let needed = attestation().encoded_len();
    let known =
        ath::attestation_capacity(AGENT.len(), "default".len(), GATEWAY.len(), TokenId::LEN);
    assert!((needed..needed + 20).contains(&known));
    let mut called = false;
    let mut signer = |_: &[u8; 32]| {
        called = true;
        Ok([0; 64])
    };
    assert_eq!(
        attestation().mint(&mut signer, &mut buffer[..needed - 1]),
        Err(Error::BufferTooSmall { needed })
    );
    assert!(!called, "the signer was asked for a text that has no room");
}

#[test]
fn any_signer_gives_the_text_its_signature() {
    let software = mint(&attestation()).unwrap();
    let key = key();
    let mut buffer = [0; 1024];
    let mut element = |digest: &[u8; 32]| key.sign_prehash(digest);
    assert_eq!(
        attestation().mint(&mut element, &mut buffer),
        Ok(&*software)
    );
    assert_eq!(attestation().mint(&mut &key, &mut buffer), Ok(&*software));
    let mut broken = |_: &[u8; 32]| Err(Error::SignerFailed);
    assert_eq!(
        attestation().mint(&mut broken, &mut buffer),
        Err(Error::SignerFailed)
    );
    let whole = key.sign_prehash(&[1; 32]).unwrap();
    let (r, s) = whole.split_at(32);
    // FIPS 186-5: the order of the curve, and one less.
    let order = "ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551";
    let order: Vec<u8> = (0..32)
        .map(|at| u8::from_str_radix(&order[2 * at..2 * at + 2], 16).unwrap())
        .collect();
    let (none, mut most) = (vec![0; 32], order.clone());
    *most.last_mut().unwrap() -= 1;
    for (what, octets, good) in [
        ("nothing written", [&none[..], &none].concat(), false),
        ("no r", [&none[..], s].concat(), false),
        ("no s", [r, &none].concat(), false),
        ("r too large", [&order[..], s].concat(), false),
        ("s too large", [r, &[0xff; 32]].concat(), false),
        ("the largest", [&most[..], &most].concat(), true),
    ] {
        let octets: [u8; 64] = octets.try_into().unwrap();
        let mut element = |_: &[u8; 32]| Ok(octets);
        let result = attestation().mint(&mut element, &mut buffer).map(drop);
        let expected = if good {
            Ok(())
        } else {
            Err(Error::SignerFailed)
        };
        assert_eq!(result, expected, "{what}");
    }
    #[cfg(feature = "alloc")]
    assert_eq!(
        attestation()
            .mint(&mut &key, tokenmint::output::Owned)
            .as_ref(),
        Ok(&software)
    );
    #[cfg(feature = "heapless09")]
    assert_eq!(
        attestation()
            .mint(&mut &key, tokenmint::output::Heapless::<1024>)
            .unwrap()
            .as_str(),
        software
    );
}

#[test]
fn every_reason_to_refuse_has_its_answer() {
    let token = mint(&attestation()).unwrap();
    let good = expected();
    assert_eq!(check(&token, &good), Ok(()));
    let at = |now| good.now(now);
    let window = |now: u64| Error::ValueOutOfRange {
        field: Field::IssuedAt,
        min: now - 300,
        max: now + 300,
    };
    for (name, expected, answer) in [
        (
            "token endpoint",
            good.audience(Audience::of_token_endpoint(GATEWAY)),
            Err(Error::AudienceMismatch),
        ),
        (
            "audience with a slash",
            good.audience(Audience::exact("https://gateway.example.com/")),
            Err(Error::AudienceMismatch),
        ),
        (
            "another subject",
            good.subject("https://b.example/.well-known/agent.json"),
            Err(Error::UserMismatch),
        ),
        ("clock 300 s behind", at(NOW - 300), Ok(())),
        ("clock 301 s behind", at(NOW - 301), Err(Error::NotYetValid)),
        ("clock 300 s ahead", at(NOW + 300), Ok(())),
        ("clock 301 s ahead", at(NOW + 301), Err(window(NOW + 301))),
        ("last second", at(NOW + 3599), Err(window(NOW + 3599))),
        ("end", at(NOW + 3600), Err(Error::Expired)),
        (
            "wide tolerance, last second",
            good.now(NOW + 3599).tolerance(4000),
            Ok(()),
        ),
        (
            "wide tolerance, end",
            good.now(NOW + 3600).tolerance(4000),
            Err(Error::Expired),
        ),
        ("time near zero", at(0), Err(Error::NotYetValid)),
    ] {
        assert_eq!(check(&token, &expected), answer, "{name}");
    }

    let mut workspace = [0; 1024];
    let other = SigningKey::from_bytes(&[3; 32]).unwrap().public_key();
    let parsed = ParsedAttestation::parse(&token, &mut workspace).unwrap();
    let report = parsed.check(&good.key(&other));
    assert_eq!(report.ok(), Err(Error::BadSignature));
    assert_eq!(report.signature, Verdict::Fails(Error::BadSignature));
    assert_eq!(report.subject, Verdict::Holds);
    let report = parsed.check(&Expected::default().subject(AGENT));
    assert_eq!(report.signature, Verdict::NotAsked);
    assert_eq!(report.ok(), Ok(()));
    assert!(matches!(
        ParsedAttestation::parse(&token, &mut workspace[..20]),
        Err(Error::BufferTooSmall { .. })
    ));
    let huge = "e".repeat(ath::TOKEN_MAX + 1);
    assert_eq!(
        check(&huge, &good),
        Err(Error::TooLarge {
            max: ath::TOKEN_MAX
        })
    );
}

#[test]
fn only_es256_without_extensions_is_taken() {
    let good = expected();
    assert_eq!(check(&forge(es256, good_claims), &good), Ok(()));
    for alg in ["none", "HS256", "RS256", "es256", "ES384", "ES256K"] {
        let token = forge(|header| header.string("alg", alg), good_claims);
        assert_eq!(
            check(&token, &good),
            Err(Error::UnsupportedAlgorithm),
            "{alg}"
        );
    }
    let with_crit = forge(
        |header| {
            es256(header);
            header.array("crit", |names| names.string("exp"));
        },
        good_claims,
    );
    assert_eq!(check(&with_crit, &good), Err(Error::UnsupportedAlgorithm));
    let without = forge(|header| header.string("typ", "JWT"), good_claims);
    assert_eq!(
        check(&without, &good),
        Err(Error::BadMember { name: "alg" })
    );
    let twice = forge(
        |header| {
            header.string("alg", "none");
            es256(header);
        },
        good_claims,
    );
    assert!(matches!(check(&twice, &good), Err(Error::BadJson { .. })));
}

#[test]
fn every_claim_must_be_there_and_of_its_type() {
    type Put = fn(&mut Object<'_, '_>);
    let members: [(&'static str, Put); 6] = [
        ("iss", |claims| claims.string("iss", AGENT)),
        ("sub", |claims| claims.string("sub", AGENT)),
        ("aud", |claims| claims.string("aud", GATEWAY)),
        ("iat", |claims| claims.unsigned("iat", NOW)),
        ("exp", |claims| claims.unsigned("exp", NOW + 60)),
        ("jti", |claims| claims.string("jti", "x")),
    ];
    let with = |name: &str, value: Option<&str>| {
        forge(es256, |claims| {
            for (member, put) in members {
                match value {
                    Some(value) if member == name => claims.raw(member, value),
                    None if member == name => {}
                    _ => put(claims),
                }
            }
        })
    };
    let good = expected();
    for (name, _) in members {
        for value in [
            None,
            Some("null"),
            Some("{}"),
            Some("true"),
            Some("\"\""),
            Some("-1"),
            Some("1.0"),
        ] {
            assert_eq!(
                check(&with(name, value), &good),
                Err(Error::BadMember { name }),
                "{name} {value:?}"
            );
        }
    }
    let capabilities = |value: &'static str| {
        forge(es256, |claims| {
            claims.raw("capabilities", value);
            good_claims(claims);
        })
    };
    for (value, answer) in [
        ("[]", Ok(())),
        ("[\"a\"]", Ok(())),
        (
            "{}",
            Err(Error::BadMember {
                name: "capabilities",
            }),
        ),
        (
            "[1]",
            Err(Error::BadMember {
                name: "capabilities",
            }),
        ),
    ] {
        assert_eq!(check(&capabilities(value), &good), answer, "{value}");
    }
}

#[test]
fn identity_documents_carry_the_key() {
    let public_key = key().public_key();
    let identity = Identity {
        agent_id: AGENT,
        name: "An \"agent\"",
        developer: Developer {
            name: "Example",
            id: "example.com",
            contact: None,
        },
        capabilities: &["search"],
        public_key,
    };
    let mut buffer = [0; 1024];
    let document = identity.write(&mut buffer).unwrap();
    let read: serde_json::Value = serde_json::from_str(document).unwrap();
    assert_eq!(read["ath_version"], "0.1");
    assert_eq!(read["agent_id"], AGENT);
    assert_eq!(read["name"], "An \"agent\"");
    assert_eq!(
        read["developer"],
        serde_json::json!({"name": "Example", "id": "example.com"})
    );
    assert_eq!(read["capabilities"], serde_json::json!(["search"]));
    assert_eq!(ath::identity_key(document, AGENT), Ok(public_key));
    assert_eq!(
        ath::identity_key(document, "https://b/.well-known/agent.json"),
        Err(Error::UserMismatch)
    );

    let mut pem = [0; PublicKey::SPKI_PEM_LEN];
    let pem = public_key.write_spki_pem(&mut pem).unwrap();
    for (document, answer) in [
        (
            serde_json::json!({"agent_id": AGENT, "public_key": pem}),
            Ok(public_key),
        ),
        (
            serde_json::json!({"agent_id": AGENT, "public_key": pem.replace('\n', "\r\n")}),
            Ok(public_key),
        ),
        (
            serde_json::json!({"agent_id": AGENT}),
            Err(Error::BadMember { name: "public_key" }),
        ),
        (
            serde_json::json!({"public_key": pem}),
            Err(Error::BadMember { name: "agent_id" }),
        ),
        (
            serde_json::json!({"agent_id": AGENT, "public_key": "x".repeat(513)}),
            Err(Error::TooLarge { max: 512 }),
        ),
    ] {
        assert_eq!(ath::identity_key(document.to_string(), AGENT), answer);
    }
}

#[test]
fn both_header_forms_verify() {
    for form in [HeaderForm::WithType, HeaderForm::WithoutType] {
        let token = mint(&attestation().header_form(form)).unwrap();
        assert_eq!(check(&token, &expected()), Ok(()), "{form:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_text_comes_back(
        agent in "\\PC{1,40}", base in "\\PC{1,40}", jti in ".{1,20}", kid in ".{0,20}",
        issued_at in 1..1_u64 << 40, lifetime in 1..100_000_u32,
        capabilities in prop::collection::vec(".{0,10}", 0..4), token_endpoint: bool,
    ) {
        prop_assume!(!base.trim_end_matches('/').is_empty());
        let audience = if token_endpoint {
            Audience::of_token_endpoint(&base)
        } else {
            Audience::of_base(&base)
        };
        let names: Vec<&str> = capabilities.iter().map(String::as_str).collect();
        let attestation = Attestation::new(&agent, audience, issued_at, &jti)
            .key_id(&kid)
            .lifetime(lifetime)
            .capabilities(&names)
            .limits(Limits::Wire);
        let token = mint(&attestation).unwrap();
        prop_assert_eq!(token.len(), attestation.encoded_len());

        // What another JSON parser reads.
        let part = token.split('.').nth(1).unwrap();
        let mut claims = vec![0; 4096];
        let claims = tokenmint::internals::wire::base64::decode_url(part.as_bytes(), 0, &mut claims).unwrap();
        let claims: serde_json::Value = serde_json::from_slice(claims).unwrap();
        prop_assert_eq!(claims, serde_json::json!({
            "capabilities": capabilities, "iss": agent, "sub": agent, "aud": audience.to_string(),
            "iat": issued_at, "exp": issued_at + u64::from(lifetime), "jti": jti,
        }));

        let expected = Expected::default()
            .audience(audience)
            .subject(&agent)
            .now(issued_at)
            .tolerance(0);
        prop_assert_eq!(check(&token, &expected), Ok(()));
    }

    #[test]
    fn a_changed_character_never_verifies(place in any::<prop::sample::Index>(), to in "[A-Za-z0-9_.=-]") {
        let token = mint(&attestation()).unwrap();
        let place = place.index(token.len());
        prop_assume!(token[place..=place] != to);
        let mut changed = token;
        changed.replace_range(place..=place, &to);
        prop_assert!(check(&changed, &expected()).is_err());
    }

    #[test]
    fn arbitrary_texts_are_survived(token in "\\PC{0,200}|[A-Za-z0-9_-]{0,60}\\.[A-Za-z0-9_-]{0,90}\\.[A-Za-z0-9_-]{86}") {
        prop_assert!(check(&token, &expected()).is_err());
        let mut workspace = [0; 64];
        let _ = ParsedAttestation::parse(&token, &mut workspace);
        let _ = ath::identity_key(&token, AGENT);
    }

    /// Signed by the right key, but any JSON inside.
    #[test]
    fn arbitrary_claims_are_survived(header in "\\PC{0,60}", claims in "\\PC{0,120}") {
        let token = forge(|object| object.raw("a", &header), |object| object.raw("iss", &claims));
        prop_assert!(check(&token, &expected()).is_err());
        let token = forge(es256, |object| object.raw("iss", &claims));
        prop_assert!(check(&token, &expected()).is_err());
    }
}
