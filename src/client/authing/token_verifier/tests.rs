//! Header and claim rules, on tokens signed with an app secret; signatures with
//! RS256 are the business of the recorded tokens.

use std::format;

use serde_json::json;

use super::*;
use crate::crypto::hmac_sha256::hmac_sha256;
use crate::wire::base64;

const NOW: Duration = Duration::from_secs(1_700_000_100);
const SECRET: &str = "0123456789abcdef0123456789abcdef";
const ISSUER: &str = "https://example.authing.cn/oidc";

fn encode(octets: &[u8]) -> String {
    let mut text = vec![0; base64::url_encoded_len(octets.len())];
    base64::encode_url(octets, &mut text).unwrap().to_string()
}

fn signed(header: &Value, claims: &str) -> String {
    let message = format!(
        "{}.{}",
        encode(header.to_string().as_bytes()),
        encode(claims.as_bytes())
    );
    let mac = hmac_sha256(SECRET.as_bytes(), message.as_bytes());
    format!("{message}.{}", encode(mac.expose()))
}

fn verifier() -> TokenVerifier {
    TokenVerifier::new(ISSUER, "app")
        .hs256(SECRET)
        .expect("a secret")
}

fn valid() -> Value {
    json!({
        "iss": ISSUER, "aud": "app", "sub": "u", "nonce": "n",
        "iat": 1_700_000_000, "exp": 1_700_003_600,
    })
}

fn id_token(header: &Value, claims: &Value) -> Result<Claims, TokenError> {
    let token = signed(header, &claims.to_string());
    verifier().verify_id_token(&token, &Jwks::empty(), Some("n"), NOW)
}

#[test]
fn claims_of_every_kind() {
    use TokenError as E;
    let header = json!({"alg": "HS256", "typ": "JWT"});
    let cases = [
        ("iss", json!(null), Some(E::WrongType("iss"))),
        ("iss", json!("https://evil.example"), Some(E::Issuer)),
        ("iss", json!(format!("{ISSUER}/")), Some(E::Issuer)),
        ("aud", json!("App"), Some(E::Audience)),
        ("aud", json!([]), Some(E::Audience)),
        ("aud", json!(["other", "app"]), None),
        ("aud", json!(["app", 1]), Some(E::WrongType("aud"))),
        ("aud", json!({"app": 1}), Some(E::WrongType("aud"))),
        ("azp", json!("app"), None),
        ("azp", json!("other"), Some(E::AuthorizedParty)),
        ("azp", json!(["app"]), Some(E::WrongType("azp"))),
        ("exp", json!(1_700_000_101), None),
        ("exp", json!(1_700_000_100), Some(E::Expired)),
        ("exp", json!(1_700_000_100.5), None),
        ("exp", json!(-1), Some(E::Expired)),
        ("exp", json!("4102444800"), Some(E::WrongType("exp"))),
        ("exp", json!(true), Some(E::WrongType("exp"))),
        ("exp", json!(null), Some(E::WrongType("exp"))),
        ("exp", json!([4_102_444_800_u64]), Some(E::WrongType("exp"))),
        ("exp", json!(u64::MAX), None),
        ("nbf", json!(1_700_000_100), None),
        ("nbf", json!(1_700_000_101), Some(E::NotYetValid)),
        ("nbf", json!("0"), Some(E::WrongType("nbf"))),
        ("iat", json!(1_700_000_100), None),
        ("iat", json!(1_700_000_101), Some(E::IssuedInFuture)),
        ("iat", json!({}), Some(E::WrongType("iat"))),
        ("nonce", json!("N"), Some(E::Nonce)),
        ("nonce", json!("n "), Some(E::Nonce)),
        ("nonce", json!(0), Some(E::WrongType("nonce"))),
    ];
    for (name, value, wanted) in cases {
        let mut claims = valid();
        claims[name] = value.clone();
        assert_eq!(id_token(&header, &claims).err(), wanted, "{name} {value}");
    }
    for (name, wanted) in [
        ("iss", Some(E::Missing("iss"))),
        ("aud", Some(E::Missing("aud"))),
        ("exp", Some(E::Missing("exp"))),
        ("nonce", Some(E::Missing("nonce"))),
        ("iat", None),
        ("sub", None),
    ] {
        let mut claims = valid();
        claims.as_object_mut().unwrap().remove(name);
        assert_eq!(id_token(&header, &claims).err(), wanted, "without {name}");
    }
}

#[test]
fn headers_of_every_kind() {
    use TokenError as E;
    for (header, wanted) in [
        (json!({"alg": "HS256", "kid": 7}), None),
        (json!({"alg": "none"}), Some(E::Algorithm)),
        (json!({"alg": "None"}), Some(E::Algorithm)),
        (json!({"alg": ""}), Some(E::Algorithm)),
        (json!({"alg": "hs256"}), Some(E::Algorithm)),
        (json!({"alg": "HS512"}), Some(E::Algorithm)),
        (json!({"alg": "ES256"}), Some(E::Algorithm)),
        (json!({"alg": ["HS256"]}), Some(E::Algorithm)),
        (json!({}), Some(E::Algorithm)),
        (json!({"alg": "RS256"}), Some(E::NoKeyId)),
        (json!({"alg": "RS256", "kid": "k"}), Some(E::UnknownKeyId)),
        (json!({"alg": "RS256", "kid": 1}), Some(E::WrongType("kid"))),
        (
            json!({"alg": "HS256", "crit": ["b64"], "b64": false}),
            Some(E::Critical),
        ),
        (json!({"alg": "HS256", "crit": []}), Some(E::Critical)),
        (json!({"alg": "HS256", "typ": "at+jwt"}), Some(E::Type)),
        (
            json!({"alg": "HS256", "typ": "Application/AT+JWT"}),
            Some(E::Type),
        ),
    ] {
        assert_eq!(id_token(&header, &valid()).err(), wanted, "{header}");
    }
}

#[test]
fn forms_of_every_kind() {
    let (keys, header) = (Jwks::empty(), json!({"alg": "HS256"}));
    let good = signed(&header, &valid().to_string());
    let check = |token: &str| {
        verifier()
            .verify_access_token(token, &keys, NOW)
            .map(|_| ())
    };
    assert_eq!(check(&good), Ok(()));
    for at in 0..good.len() {
        assert!(check(&good[..at]).is_err(), "cut at {at}");
    }
    let mut spaced = good.clone();
    spaced.push(' ');
    for token in [
        "",
        ".",
        "..",
        "...",
        "not-a-token",
        "e30",
        "e30.e30",
        "e30.e30.e30.e30",
        &spaced,
    ] {
        assert_eq!(check(token), Err(TokenError::Malformed), "{token:?}");
    }
    for claims in ["", "[]", "1", "null", "{", "{}{}", r#"{"exp":1e999}"#] {
        let token = signed(&header, claims);
        let result = check(&token);
        assert_eq!(result, Err(TokenError::Malformed), "{claims:?}");
    }
    let deep = format!(r#"{{"a":{}"#, "[".repeat(20_000));
    assert_eq!(check(&signed(&header, &deep)), Err(TokenError::Malformed));
    let large = "a".repeat(TokenVerifier::MAX_LEN + 1);
    assert_eq!(check(&large), Err(TokenError::TooLarge));
}

#[test]
fn hs256_only_where_it_was_allowed_and_with_the_secret_alone() {
    let (keys, header) = (Jwks::empty(), json!({"alg": "HS256", "kid": "k"}));
    let token = signed(&header, &valid().to_string());
    let check = |verifier: &TokenVerifier| verifier.verify_access_token(&token, &keys, NOW).err();
    let bare = TokenVerifier::new(ISSUER, "app");
    assert_eq!(check(&bare), Some(TokenError::Algorithm));
    let other = bare.clone().hs256("another secret").unwrap();
    assert_eq!(check(&other), Some(TokenError::Signature));
    assert!(bare.hs256("").is_err());
    assert_eq!(verifier().key_id_of(&token), Ok(None));
}

#[test]
fn the_clock_tolerance_holds_for_all_three_dates() {
    let header = json!({"alg": "HS256"});
    let tolerant = verifier().clock_tolerance(Duration::from_secs(5));
    for (name, last, first_refused) in [
        ("exp", 1_700_000_096, 1_700_000_095),
        ("nbf", 1_700_000_105, 1_700_000_106),
        ("iat", 1_700_000_105, 1_700_000_106),
    ] {
        for (date, passes) in [(last, true), (first_refused, false)] {
            let mut claims = valid();
            claims[name] = json!(date);
            let token = signed(&header, &claims.to_string());
            let result = tolerant.verify_access_token(&token, &Jwks::empty(), NOW);
            assert_eq!(result.is_ok(), passes, "{name} {date}");
        }
    }
}

#[test]
fn claims_are_read_and_not_printed() {
    let claims = id_token(&json!({"alg": "HS256"}), &valid()).unwrap();
    assert_eq!(claims.subject(), Some("u"));
    assert_eq!(claims.get("exp"), Some(&json!(1_700_003_600)));
    let text = format!("{claims:?}");
    assert!(
        text.contains("nonce") && !text.contains("example"),
        "{text}"
    );
    assert_eq!(claims.into_value(), valid());
}
