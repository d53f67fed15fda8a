//! Authing signatures beside the bare HMAC of the same text. The keyed hash is
//! kept in both; what is above 1 is putting the text in order and base64.

use std::hint::black_box;

use hmac::{Hmac, KeyInit, Mac};
use sha1::Sha1;
use tokenmint::authing::{AccessKey, HeaderOptions, Nonce, Request, SignatureHeaders, Value};

use crate::{List, keep, keep_text};

const SECRET: &str = "0123456789abcdef0123456789abcdef";

pub(crate) fn add(list: &mut List) {
    let key = keep(AccessKey::new("64f0c0ffee0000000000a001", SECRET).expect("a key"));
    let options = HeaderOptions::default();
    let headers =
        SignatureHeaders::new(options, 1_700_000_000_000, Nonce::new([0x5c; 16])).expect("headers");
    let headers = keep(headers);
    let list_of_headers = keep(headers.list().expect("a list"));

    let query = keep([
        ("userId", Value::Text("64f0c0ffee0000000000b002")),
        ("withCustomData", Value::Bool(true)),
    ]);
    let get = Request::get("/api/v3/get-user", query).with_headers(list_of_headers.as_slice());
    signature(list, "get", key, keep(get));

    let fields: Vec<_> = (0..32)
        .rev()
        .map(|number| {
            let name = keep_text(&format!("field{number}"));
            (name, Value::Text("a value of a field"))
        })
        .collect();
    let post =
        Request::post("/api/v3/update-user", keep(fields)).with_headers(list_of_headers.as_slice());
    signature(list, "post_of_32_fields", key, keep(post));

    signature(
        list,
        "event_stream",
        key,
        keep(Request::new("websocket", "")),
    );
}

fn signature(
    list: &mut List,
    name: &'static str,
    key: &'static AccessKey,
    request: &'static Request<'static>,
) {
    list.group(name);
    let mut text = [0; 4096];
    let text = keep_text(request.string_to_sign(&mut text).expect("a text"));
    let keyed = Hmac::<Sha1>::new_from_slice(SECRET.as_bytes()).expect("any length");
    list.floor("one_hmac", move || {
        let mut mac = keyed.clone();
        mac.update(black_box(text.as_bytes()));
        mac.finalize()
    });
    let mut buffer = [0; AccessKey::AUTHORIZATION_CAPACITY];
    let authorization = key.authorization(request, &mut buffer).expect("signed");
    let authorization = keep_text(authorization);
    list.work("authorization", "one_hmac", move || {
        key.authorization(black_box(request), &mut buffer)
            .map(str::len)
    });
    list.work("verify", "one_hmac", move || {
        key.verify(black_box(request), authorization)
    });
}
