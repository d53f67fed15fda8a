//! A signed request to Authing's management API: the headers to send with it.
//!
//! `cargo run --example authing_signed_request --features authing`

use tokenmint::Error;
use tokenmint::authing::{AccessKey, HeaderOptions, Nonce, Request, SignatureHeaders, Value};

/// Signs, prints and checks.
pub fn main() -> Result<(), Error> {
    // Id and secret of the Authing console; yours come from a safe place.
    let key = AccessKey::new("64f0c0ffee0000000000a001", "sk-secret-000001")?;
    // On a server: `SignatureHeaders::from_os(options)?`. A device brings its own
    // clock, and new random bytes for every request, a repeated one too.
    let (unix_millis, random) = (1_700_000_000_000, [0x5c; 16]);
    let options = HeaderOptions {
        sdk_version: "my-device:1.0",
        ..HeaderOptions::default()
    };
    let headers = SignatureHeaders::new(options, unix_millis, Nonce::new(random))?;

    let list = headers.list()?;
    let query = [
        ("userId", Value::Text("u1")),
        ("withCustomData", Value::Bool(true)),
    ];
    let request = Request::get("/api/v3/get-user", &query).with_headers(list.as_slice());
    let mut buffer = [0; AccessKey::AUTHORIZATION_CAPACITY];
    let authorization = key.authorization(&request, &mut buffer)?;

    println!("GET /api/v3/get-user?userId=u1&withCustomData=true");
    for (name, value) in list.as_slice() {
        println!("{name}: {value}");
    }
    println!("authorization: {authorization}");

    key.verify(&request, authorization)?;
    let other = Request::get("/api/v3/get-user", &query[..1]).with_headers(list.as_slice());
    assert_eq!(key.verify(&other, authorization), Err(Error::BadSignature));
    Ok(())
}
