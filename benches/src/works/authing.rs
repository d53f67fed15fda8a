//! Authing signatures beside the bare HMAC of the same text. The keyed hash is
//! kept in both; what is above 1 is putting the text in order and base64.

use hmac::{Hmac, KeyInit, Mac};
use sha1::Sha1;
use tokenmint::authing::{AccessKey, HeaderOptions, Nonce, Request, SignatureHeaders, Value};

use crate::rotation::{Random, Rotation};
use crate::{List, Measured, keep, keep_text};

const SECRET: &str = "0123456789abcdef0123456789abcdef";

pub(crate) fn add(list: &mut List) {
    let key = keep(AccessKey::new("64f0c0ffee0000000000a001", SECRET).expect("a key"));
    signature(list, "get", key, |random| {
        let user = keep_text(&format!("64f0c0ff{:016x}", random.number()));
        let query = keep([
            ("userId", Value::Text(user)),
            ("withCustomData", Value::Bool(random.below(2) == 0)),
        ]);
        Request::get("/api/v3/get-user", query).with_headers(headers(random))
    });
    signature(list, "post_of_32_fields", key, |random| {
        let fields: Vec<_> = (0..32)
            .rev()
            .map(|number| {
                let name = keep_text(&format!("field{number}"));
                (name, Value::Text(keep_text(&random.text(18))))
            })
            .collect();
        Request::post("/api/v3/update-user", fields.leak()).with_headers(headers(random))
    });
    // The same for everybody.
    signature(list, "event_stream", key, |_| Request::new("websocket", ""));
}

/// Fresh ones, as each request has them.
fn headers(random: &mut Random) -> &'static [(&'static str, &'static str)] {
    let now = 1_700_000_000_000 + u64::from(random.below(86_400_000));
    let nonce = Nonce::new(random.bytes());
    let headers = SignatureHeaders::new(HeaderOptions::default(), now, nonce);
    let list = keep(headers.expect("headers")).list().expect("a list");
    keep(list).as_slice()
}

/// A request and what it is signed with.
struct Signed {
    request: Request<'static>,
    text: String,
    authorization: String,
}

fn signature(
    list: &mut List,
    name: &'static str,
    key: &'static AccessKey,
    request: fn(&mut Random) -> Request<'static>,
) {
    if !list.group(name, Measured::Both) {
        return;
    }
    let mut random = Random::new(9);
    let mut signed = Rotation::new(list.contents, || {
        let request = request(&mut random);
        let mut text = [0; 4096];
        let text = request
            .string_to_sign(&mut text)
            .expect("a text")
            .to_owned();
        let mut buffer = [0; AccessKey::AUTHORIZATION_CAPACITY];
        let authorization = key.authorization(&request, &mut buffer).expect("signed");
        Signed {
            authorization: authorization.to_owned(),
            text,
            request,
        }
    });
    let keyed = Hmac::<Sha1>::new_from_slice(SECRET.as_bytes()).expect("any length");
    list.floor("one_hmac", move || {
        let mut mac = keyed.clone();
        mac.update(signed.turn().text.as_bytes());
        mac.finalize()
    });
    let mut buffer = [0; AccessKey::AUTHORIZATION_CAPACITY];
    list.work("authorization", "one_hmac", move || {
        key.authorization(&signed.turn().request, &mut buffer)
            .map(str::len)
    });
    list.work("verify", "one_hmac", move || {
        let Signed {
            request,
            authorization,
            ..
        } = signed.turn();
        key.verify(request, authorization).expect("verified");
    });
}
