//! What a user of the Authing signature relies on.

#![cfg(all(feature = "authing", feature = "alloc"))]

use proptest::prelude::*;
use tokenmint::authing::{
    AUTHENTICATION_EVENTS, AccessKey, DateFormat, Header, HeaderList, HeaderOptions,
    MANAGEMENT_EVENTS, Nonce, Param, Request, SignatureHeaders, Value,
    authentication_events_target, management_events_target,
};
use tokenmint::internals::authing::{self as internals, RequestParts};
use tokenmint::internals::crypto::hmac_sha1::hmac_sha1;
use tokenmint::internals::wire::base64;
use tokenmint::output::Owned;
use tokenmint::output::Writer;
use tokenmint::{Error, Field};

const SECRET: &str = "sk-secret-000001";

fn key() -> AccessKey {
    AccessKey::new("ak-000001", SECRET).unwrap()
}

/// Base64 of the keyed hash of a whole text.
fn signature_of(text: &str) -> String {
    let digest = hmac_sha1(SECRET.as_bytes(), text.as_bytes());
    let mut buffer = [0; 28];
    let mut out = Writer::new(&mut buffer);
    base64::put(&mut out, digest.expose());
    out.finish_str().unwrap().to_owned()
}

/// Names that differ, also in lower case.
fn names(pattern: &'static str) -> impl Strategy<Value = Vec<String>> {
    prop::collection::vec(pattern, 0..12).prop_map(|mut names| {
        names.sort_by_key(|name| name.to_lowercase());
        names.dedup_by_key(|name| name.to_lowercase());
        names
    })
}

fn params() -> impl Strategy<Value = Vec<(String, String)>> {
    names(".{0,6}").prop_flat_map(|names| {
        let values = prop::collection::vec(".*", names.len());
        values.prop_map(move |values| names.iter().cloned().zip(values).collect())
    })
}

fn headers() -> impl Strategy<Value = Vec<(String, String)>> {
    names("(x-authing-|X-Authing-|x-|)[a-zA-Z0-9-]{1,6}|[dD]ate|content-type").prop_flat_map(
        |names| {
            let values = prop::collection::vec("[ -~\\t\\r\\n\u{a0}é]*", names.len());
            values.prop_map(move |values| names.iter().cloned().zip(values).collect())
        },
    )
}

fn shuffled<T: Clone + std::fmt::Debug + 'static>(
    items: impl Strategy<Value = Vec<T>>,
) -> impl Strategy<Value = (Vec<T>, Vec<T>)> {
    items.prop_flat_map(|items| (Just(items.clone()), Just(items).prop_shuffle()))
}

fn as_params(params: &[(String, String)]) -> Vec<Param<'_>> {
    params
        .iter()
        .map(|(name, value)| (name.as_str(), Value::Text(value)))
        .collect()
}

fn as_headers(headers: &[(String, String)]) -> Vec<Header<'_>> {
    headers
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect()
}

/// The string to sign by collecting and sorting.
fn by_the_book(path: &str, params: &[(String, String)], headers: &[(String, String)]) -> String {
    let mut lines: Vec<_> = headers
        .iter()
        .map(|(name, value)| (name.to_ascii_lowercase(), value))
        .filter(|(name, _)| name == "date" || name.starts_with("x-authing-"))
        .map(|(name, value)| {
            let value = value.replace(['\t', '\r', '\n', '\u{c}'], " ");
            (name, value.trim().to_owned())
        })
        .collect();
    lines.sort();
    let mut text = "POST\n".to_owned();
    for (name, value) in lines {
        text += &format!("{name}:{value}\n");
    }
    text += path;
    let mut params = params.to_vec();
    params.sort_by_key(|(name, _)| name.encode_utf16().collect::<Vec<_>>());
    for (at, (name, value)) in params.iter().enumerate() {
        text += if at == 0 { "?" } else { "&" };
        text += &format!("{name}={value}");
    }
    text
}

proptest! {
    #[test]
    fn order_does_not_matter_and_what_is_signed_is_what_is_shown(
        (params, other_params) in shuffled(params()),
        (headers, other_headers) in shuffled(headers()),
        path in "/[a-z/-]{0,20}",
    ) {
        let book = by_the_book(&path, &params, &headers);
        let (params, headers) = (as_params(&params), as_headers(&headers));
        let request = Request::post(&path, &params).with_headers(&headers);
        let (params, headers) = (as_params(&other_params), as_headers(&other_headers));
        let other = Request::post(&path, &params).with_headers(&headers);

        let signature = key().sign(&request).unwrap();
        prop_assert_eq!(key().sign(&other), Ok(signature));
        let text = request.string_to_sign(Owned).unwrap();
        prop_assert_eq!(&text, &book);
        prop_assert_eq!(other.string_to_sign(Owned), Ok(text.clone()));
        prop_assert_eq!(signature.as_str(), signature_of(&text));
    }

    #[test]
    fn the_needed_size_works_and_one_byte_less_does_not(params in params(), short in 0_usize..4) {
        let params = as_params(&params);
        let request = Request::get("/api/v3/x", &params);
        let needed = request.string_to_sign_len().unwrap();
        let mut memory = vec![0xaa; needed + 16];
        let (buffer, canary) = memory.split_at_mut(needed);
        prop_assert_eq!(request.string_to_sign(&mut *buffer).unwrap().len(), needed);
        let buffer = &mut buffer[..needed.saturating_sub(1 + short)];
        prop_assert_eq!(request.string_to_sign(buffer), Err(Error::BufferTooSmall { needed }));
        prop_assert!(canary.iter().all(|byte| *byte == 0xaa));
    }

    #[test]
    fn any_authorization_is_judged(text in ".*", tail in "[A-Za-z0-9+/=:]{0,40}") {
        let request = Request::delete("/api/v3/x");
        prop_assert!(key().verify(&request, &text).is_err());
        let text = format!("authing ak-000001:{tail}");
        prop_assert!(key().verify(&request, &text).is_err());
    }
}

#[test]
fn authorization_needs_exactly_its_length() {
    let request = Request::get("/", &[]);
    let needed = key().authorization_len();
    assert_eq!(needed, "authing ak-000001:".len() + 28);
    let mut memory = [0xaa; AccessKey::AUTHORIZATION_CAPACITY];
    let (buffer, canary) = memory.split_at_mut(needed);
    let text = key().authorization(&request, &mut *buffer).unwrap();
    assert_eq!(Ok(text.to_owned()), key().authorization(&request, Owned));
    for len in 0..needed {
        let error = Err(Error::BufferTooSmall { needed });
        assert_eq!(key().authorization(&request, &mut buffer[..len]), error);
        assert_eq!(key().events_authorization(&mut buffer[..len]), error);
    }
    assert!(canary.iter().all(|byte| *byte == 0xaa));
}

#[test]
fn the_longest_id_fits_the_maximum() {
    let id = "i".repeat(AccessKey::ID_MAX);
    let key = AccessKey::new(&id, SECRET).unwrap();
    let mut buffer = [0; AccessKey::AUTHORIZATION_CAPACITY];
    let text = key.events_authorization(&mut buffer).unwrap();
    assert_eq!(text.len(), AccessKey::AUTHORIZATION_CAPACITY);
}

#[cfg(feature = "heapless09")]
#[test]
fn heapless_results_are_the_same() {
    use tokenmint::output::Heapless;

    let request = Request::get("/", &[]);
    let text = key().authorization(&request, Heapless::<64>).unwrap();
    assert_eq!(
        Ok(text.as_str().to_owned()),
        key().authorization(&request, Owned)
    );
    assert_eq!(
        key().authorization(&request, Heapless::<45>),
        Err(Error::BufferTooSmall { needed: 46 })
    );
}

#[test]
fn access_keys_are_checked() {
    let refused = |id: &str, secret: &str| AccessKey::new(id, secret).err();
    let empty = |field| Some(Error::Empty { field });
    assert_eq!(refused("", "s"), empty(Field::KeyId));
    assert_eq!(refused("a", ""), empty(Field::Secret));
    assert_eq!(
        refused("a\r\nx: y", "s"),
        Some(Error::BadCharacter {
            field: Field::KeyId,
            at: 1
        })
    );
    assert_eq!(
        refused(&"i".repeat(129), "s"),
        Some(Error::StringTooLong {
            field: Field::KeyId,
            len: 129,
            max: 128
        })
    );
}

#[test]
fn secrets_and_bodies_are_not_printed() {
    let key = AccessKey::new("ak-000001", "hush").unwrap();
    assert_eq!(
        format!("{key:?}"),
        r#"AccessKey { id: "ak-000001", secret: "redacted" }"#
    );
    let fields = [
        ("password", Value::Text("hush")),
        ("options", Value::Json("[\"hush\"]")),
        ("page", Value::Unsigned(1)),
    ];
    let shown = format!("{:?}", Request::post("/api?token=hush", &fields));
    assert!(!shown.contains("hush"), "{shown}");
    assert!(
        shown.contains("password") && shown.contains("/api"),
        "{shown}"
    );
    for (value, shown) in [
        (Value::Null, "Null"),
        (Value::Bool(true), "Bool(true)"),
        (Value::Unsigned(1), "Unsigned(1)"),
        (Value::Signed(-1), "Signed(-1)"),
        (Value::Text("hush"), "Text(redacted)"),
        (Value::Json("[\"hush\"]"), "Json(redacted)"),
    ] {
        assert_eq!(format!("{value:?}"), shown);
    }
}

#[test]
fn requests_are_checked() {
    let text = |request: Request<'_>| request.string_to_sign(Owned);
    let bad = |field, at| Err(Error::BadCharacter { field, at });
    assert_eq!(
        text(Request::new("", "/")),
        Err(Error::Empty {
            field: Field::Method
        })
    );
    assert_eq!(text(Request::new("GET\n", "/")), bad(Field::Method, 3));
    assert_eq!(text(Request::delete("/a\nb")), bad(Field::Path, 2));
    assert_eq!(
        text(Request::delete("https://api.authing.cn/api/v3/x")),
        bad(Field::Path, 0)
    );
    assert_eq!(
        text(Request::delete("/").with_headers(&[("x-authing-a:b\n", "c")])),
        bad(Field::Header, 11)
    );
    // Not signed, so not looked at.
    assert_eq!(
        text(Request::delete("/").with_headers(&[("a b", "c"), ("é", "d"), ("x-authing", "e")])),
        Ok("DELETE\n/".to_owned())
    );
}

/// A request whose parts come from somewhere else, counted from the end.
struct Elsewhere<'a>(&'a [Param<'a>], &'a [Header<'a>]);

fn from_the_end<T: Copy>(list: &[T], at: usize) -> Option<T> {
    list.iter().rev().nth(at).copied()
}

impl RequestParts for Elsewhere<'_> {
    fn method(&self) -> &str {
        "POST"
    }

    fn path(&self) -> &str {
        "/x?raw"
    }

    fn params_count(&self) -> usize {
        self.0.len()
    }

    fn param(&self, at: usize) -> Option<Param<'_>> {
        from_the_end(self.0, at)
    }

    fn headers_count(&self) -> usize {
        self.1.len()
    }

    fn header(&self, at: usize) -> Option<Header<'_>> {
        from_the_end(self.1, at)
    }
}

#[test]
fn parts_that_are_somewhere_else_are_signed_alike() {
    let params = [
        ("b", Value::Text("2")),
        ("a", Value::Bool(true)),
        ("c", Value::Null),
    ];
    let headers = [("X-Authing-B", "2"), ("accept", "*/*"), ("date", "1")];
    let there = Elsewhere(&params, &headers);
    let here = Request::post("/x?raw", &params).with_headers(&headers);
    let text = "POST\ndate:1\nx-authing-b:2\n/x?a=true&b=2&c=null&raw";
    assert_eq!(here.string_to_sign(Owned).as_deref(), Ok(text));
    assert_eq!(
        internals::string_to_sign(&there, Owned).as_deref(),
        Ok(text)
    );
    let key = AccessKey::new("id", "secret").unwrap();
    let signature = internals::sign(&key, &there).unwrap();
    let authorization = key.authorization_of(&signature, Owned).unwrap();
    assert_eq!(internals::verify(&key, &there, &authorization), Ok(()));
    assert_eq!(key.verify(&here, &authorization), Ok(()));
}

#[test]
fn lists_are_bounded_and_names_are_unique() {
    let names: Vec<_> = (0..=Request::MAX_PARAMS).map(|n| n.to_string()).collect();
    let params: Vec<Param<'_>> = names.iter().map(|n| (n.as_str(), Value::Null)).collect();
    let headers: Vec<Header<'_>> = names[..33].iter().map(|n| (n.as_str(), "")).collect();
    let len = |params, headers| {
        Request::get("/", params)
            .with_headers(headers)
            .string_to_sign_len()
    };
    assert!(len(&params[..128], &headers[..32]).is_ok());
    assert_eq!(
        len(&params, &[]),
        Err(Error::TooMany {
            field: Field::Query,
            max: 128
        })
    );
    assert_eq!(
        len(&[], &headers),
        Err(Error::TooMany {
            field: Field::Header,
            max: 32
        })
    );
    let duplicate = |field| Err(Error::Duplicate { field });
    let twice = [
        ("b", Value::Null),
        ("a", Value::Bool(true)),
        ("a", Value::Bool(false)),
        ("c", Value::Null),
    ];
    assert_eq!(len(&twice, &[]), duplicate(Field::Query));
    assert_eq!(
        len(&[], &[("date", "1"), ("x-authing-a", "2"), ("Date", "1")]),
        duplicate(Field::Header)
    );
    assert!(len(&[], &[("accept", "1"), ("accept", "2")]).is_ok());
    assert_eq!(
        Request::get("/x?a", &[("a", Value::Null)]).string_to_sign_len(),
        duplicate(Field::Query)
    );
}

#[test]
fn a_query_in_the_path_joins_the_parameters_as_one() {
    let params = [("c", Value::Text("3")), ("a", Value::Text("1"))];
    for (path, params, text) in [
        ("/x?b=2&a=9", &params[..0], "GET\n/x?b=2&a=9"),
        ("/x?b=2&a=9", &params[..], "GET\n/x?a=1&b=2&a=9&c=3"),
        ("/x?", &params[..0], "GET\n/x?"),
        ("/x?y?z", &params[..0], "GET\n/x?y?z"),
    ] {
        let request = Request::get(path, params);
        assert_eq!(request.string_to_sign(Owned).as_deref(), Ok(text));
    }
}

#[test]
fn the_most_parameters_go_with_a_query_in_the_path() {
    let names: Vec<_> = (0..Request::MAX_PARAMS)
        .map(|at| format!("p{at:03}"))
        .collect();
    let params: Vec<Param<'_>> = names
        .iter()
        .map(|name| (name.as_str(), Value::Text("1")))
        .collect();
    let request = Request::get("/x?q=2", &params);
    let text = request.string_to_sign(Owned).expect("signed");
    let pairs: Vec<_> = names.iter().map(|name| format!("{name}=1")).collect();
    assert_eq!(text, format!("GET\n/x?{}&q=2", pairs.join("&")));
}

#[test]
fn a_signature_is_shown_as_its_text() {
    let request = Request::delete("/");
    let good = key().authorization(&request, Owned).unwrap();
    let text = good.rsplit(':').next().expect("a signature");
    let signature = key().sign(&request).expect("signed");
    assert_eq!(signature.to_string(), text);
    assert_eq!(format!("{signature:?}"), format!("Signature({text})"));
}

#[test]
fn names_are_ordered_by_utf_16() {
    // U+1F600 begins with the unit D83D, below U+FF5E; its UTF-8 is above.
    let params = [("\u{ff5e}", Value::Null), ("\u{1f600}", Value::Null)];
    let request = Request::get("/", &params);
    assert_eq!(
        request.string_to_sign(Owned).as_deref(),
        Ok("GET\n/?\u{1f600}=null&\u{ff5e}=null")
    );
}

#[test]
fn header_values_are_trimmed_as_ecmascript_does() {
    let value = "\u{feff}\u{a0} \t\u{b}a\tb\r\nc\u{b}d\u{85} \u{3000}\n";
    let headers = [("X-Authing-Lang", value)];
    let request = Request::delete("/").with_headers(&headers);
    assert_eq!(
        request.string_to_sign(Owned).as_deref(),
        Ok("DELETE\nx-authing-lang:a b  c\u{b}d\u{85}\n/")
    );
}

#[test]
fn verification_names_the_difference() {
    let fields = [("code", Value::Text("admin"))];
    let request = Request::post("/api/v3/create-role", &fields);
    let good = key().authorization(&request, Owned).unwrap();
    assert_eq!(key().verify(&request, &good), Ok(()));

    let elsewhere = Request::post("/api/v3/delete-role", &fields);
    assert_eq!(key().verify(&elsewhere, &good), Err(Error::BadSignature));
    let other_secret = AccessKey::new("ak-000001", "other").unwrap();
    assert_eq!(
        other_secret.verify(&request, &good),
        Err(Error::BadSignature)
    );
    let other_id = AccessKey::new("ak-000002", SECRET).unwrap();
    assert_eq!(other_id.verify(&request, &good), Err(Error::AppIdMismatch));

    for (text, error) in [
        (
            good.replace("authing ", "Bearer "),
            Error::Malformed { at: 0 },
        ),
        ("authing ak-000001".to_owned(), Error::AppIdMismatch),
        (good.replace('=', ""), Error::BadSignature),
        (format!("{good}AAAA"), Error::BadSignature),
    ] {
        assert_eq!(key().verify(&request, &text), Err(error), "{text}");
    }
    // Every character of the signature counts.
    for at in 18..good.len() - 1 {
        let mut changed = good.clone().into_bytes();
        changed[at] = if changed[at] == b'A' { b'B' } else { b'A' };
        let changed = String::from_utf8(changed).unwrap();
        assert!(key().verify(&request, &changed).is_err(), "{changed}");
    }
}

#[test]
fn an_id_may_have_a_colon() {
    let key = AccessKey::new("a:b", SECRET).unwrap();
    let request = Request::delete("/");
    let text = key.authorization(&request, Owned).unwrap();
    assert!(text.starts_with("authing a:b:"));
    assert_eq!(key.verify(&request, &text), Ok(()));
}

#[test]
fn the_headers_of_a_request() {
    let options = HeaderOptions {
        lang: Some("en-US"),
        tenant_id: Some("tenant-1"),
        sdk_version: "device:1",
        date_format: DateFormat::Rfc1123,
    };
    let nonce = Nonce::new([
        0x01, 0x23, 0x45, 0x67, 0x89, 0xab, 0xcd, 0xef, 0, 1, 2, 3, 4, 5, 6, 7,
    ]);
    let headers = SignatureHeaders::new(options, 1_700_000_000_999, nonce).unwrap();
    let list = headers.list().unwrap();
    assert_eq!(
        list.as_slice(),
        [
            (
                "x-authing-signature-nonce",
                "0123456789abcdef0001020304050607"
            ),
            ("x-authing-signature-method", "HMAC-SHA1"),
            ("x-authing-signature-version", "1.0"),
            ("x-authing-sdk-version", "device:1"),
            ("x-authing-lang", "en-US"),
            ("x-authing-app-id", "tenant-1"),
            ("date", "Tue, 14 Nov 2023 22:13:20 GMT"),
        ]
    );

    let headers = SignatureHeaders::new(
        HeaderOptions::default(),
        1_700_000_000_999,
        Nonce::new([0; 16]),
    );
    let headers = headers.unwrap();
    assert_eq!(headers.date(), "1700000000999");
    let list = headers.list().unwrap();
    assert!(list.as_slice().contains(&("x-authing-lang", "zh-CN")));
    assert!(
        list.as_slice()
            .iter()
            .all(|(name, _)| *name != "x-authing-app-id")
    );

    let options = HeaderOptions {
        lang: None,
        tenant_id: Some("a\nb"),
        ..HeaderOptions::default()
    };
    let headers = SignatureHeaders::new(options, 1_700_000_000_999, Nonce::new([0; 16])).unwrap();
    assert_eq!(
        headers.list().err(),
        Some(Error::BadCharacter {
            field: Field::Header,
            at: 1
        })
    );
    assert_eq!(
        SignatureHeaders::new(HeaderOptions::default(), 0, Nonce::new([0; 16])).err(),
        Some(Error::IssueTimeZero)
    );
}

#[cfg(feature = "std")]
#[test]
fn now_is_fresh_every_time() {
    let first = SignatureHeaders::from_os(HeaderOptions::default()).unwrap();
    let second = SignatureHeaders::from_os(HeaderOptions::default()).unwrap();
    assert_ne!(first.nonce(), second.nonce());
    assert!(first.date().parse::<u64>().unwrap() > 1_704_067_200_000);
}

#[test]
fn header_lists_refuse_what_no_request_can_carry() {
    let mut list = HeaderList::default();
    assert_eq!(list.push("x-authing-extra", "1"), Ok(()));
    let bad = |at| {
        Err(Error::BadCharacter {
            field: Field::Header,
            at,
        })
    };
    let field = Field::Header;
    assert_eq!(
        list.push("X-Authing-Extra", "2"),
        Err(Error::Duplicate { field })
    );
    assert_eq!(list.push("", "2"), Err(Error::Empty { field }));
    assert_eq!(list.push("a b", "2"), bad(1));
    assert_eq!(list.push("a", "2\r\nb: c"), bad(1));
    let names: Vec<_> = (1..Request::MAX_HEADERS).map(|n| format!("h{n}")).collect();
    for name in &names {
        assert_eq!(list.push(name, ""), Ok(()));
    }
    let max = Request::MAX_HEADERS;
    assert_eq!(
        list.push("one-more", ""),
        Err(Error::TooMany { field, max })
    );
    assert_eq!(list.as_slice().len(), max);
}

#[test]
fn event_targets() {
    assert_eq!(
        authentication_events_target(AUTHENTICATION_EVENTS, "a b", "T/+=", Owned).as_deref(),
        Ok("/events/v1/authentication/sub?code=a%20b&token=T%2F%2B%3D")
    );
    let mut buffer = [0; 64];
    let needed = MANAGEMENT_EVENTS.len() + "?code=%26x".len();
    assert_eq!(
        management_events_target(MANAGEMENT_EVENTS, "&x", &mut buffer[..needed]),
        Ok("/events/v1/management/sub?code=%26x")
    );
    assert_eq!(
        management_events_target(MANAGEMENT_EVENTS, "&x", &mut buffer[..needed - 1]),
        Err(Error::BufferTooSmall { needed })
    );
    for (path, at) in [("", 0), ("x", 0), ("/x?y", 2), ("/#", 1), ("/ \r", 2)] {
        assert_eq!(
            management_events_target(path, "c", Owned),
            Err(Error::BadCharacter {
                field: Field::Path,
                at
            }),
            "{path:?}"
        );
    }
    assert_eq!(
        management_events_target("/", "", Owned),
        Err(Error::Empty {
            field: Field::Query
        })
    );
    assert_eq!(
        authentication_events_target("/", "c", "", Owned),
        Err(Error::Empty {
            field: Field::Secret
        })
    );
}
