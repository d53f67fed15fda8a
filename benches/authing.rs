//! Authing signatures beside the bare HMAC of the same text.
//!
//! `cargo bench --bench authing` prints ratios to a floor of the same run: the
//! keyed hash is kept in both, and what is above 1 is putting the text in
//! order and base64. The budgets speak of portable SHA-1; a processor with SHA
//! instructions makes the floor, and so the ratios, another:
//! `RUSTFLAGS='--cfg sha1_backend="soft"' cargo bench --bench authing`.

use std::hint::black_box;

use criterion::Criterion;
use hmac::{Hmac, KeyInit, Mac};
use sha1::Sha1;
use tokenmint::authing::{AccessKey, HeaderOptions, Nonce, Request, SignatureHeaders, Value};

#[path = "support/ratio.rs"]
mod ratio;
use ratio::Pair;

const SECRET: &str = "0123456789abcdef0123456789abcdef";

fn main() {
    let mut criterion = Criterion::default().configure_from_args();
    let key = AccessKey::new("64f0c0ffee0000000000a001", SECRET).expect("a key");
    let options = HeaderOptions::default();
    let headers =
        SignatureHeaders::new(options, 1_700_000_000_000, Nonce::new([0x5c; 16])).expect("headers");
    let list = headers.list().expect("a list");

    let query = [
        ("userId", Value::Text("64f0c0ffee0000000000b002")),
        ("withCustomData", Value::Bool(true)),
    ];
    let get = Request::get("/api/v3/get-user", &query).with_headers(list.as_slice());
    signature(&mut criterion, "get", &key, &get);

    let names: Vec<String> = (0..32).map(|number| format!("field{number}")).collect();
    let fields: Vec<_> = names
        .iter()
        .rev()
        .map(|name| (name.as_str(), Value::Text("a value of a field")))
        .collect();
    let post = Request::post("/api/v3/update-user", &fields).with_headers(list.as_slice());
    signature(&mut criterion, "post_of_32_fields", &key, &post);

    let events = Request::new("websocket", "");
    signature(&mut criterion, "event_stream", &key, &events);

    criterion.final_summary();
    let pair = |group, name| Pair {
        group,
        name,
        floor: "one_hmac",
    };
    ratio::print(&[
        pair("get", "authorization"),
        pair("get", "verify"),
        pair("post_of_32_fields", "authorization"),
        pair("post_of_32_fields", "verify"),
        pair("event_stream", "authorization"),
    ]);
}

fn signature(criterion: &mut Criterion, name: &str, key: &AccessKey, request: &Request<'_>) {
    let mut group = criterion.benchmark_group(name);
    let mut text = [0; 4096];
    let text = request.string_to_sign(&mut text).expect("a text");
    let keyed = Hmac::<Sha1>::new_from_slice(SECRET.as_bytes()).expect("any length");
    group.bench_function("one_hmac", |bencher| {
        bencher.iter(|| {
            let mut mac = keyed.clone();
            mac.update(black_box(text.as_bytes()));
            mac.finalize()
        });
    });
    let mut buffer = [0; AccessKey::AUTHORIZATION_MAX_LEN];
    group.bench_function("authorization", |bencher| {
        bencher.iter(|| {
            key.authorization(black_box(request), &mut buffer)
                .map(str::len)
        });
    });
    let authorization = key.authorization(request, &mut buffer).expect("signed");
    group.bench_function("verify", |bencher| {
        bencher.iter(|| key.verify(black_box(request), authorization));
    });
}
