//! What counts as the service's word that a token is revoked.

use tokenmint::client::authing::{AuthenticationClient, AuthenticationClientOptions};
use tokenmint::http::{Client, ErrorKind, Headers, Request, Response};

fn revoke(status: u16, body: &'static str) -> Result<(), ErrorKind> {
    let options = AuthenticationClientOptions::new("app")
        .app_secret("secret")
        .app_host("http://authing.test")
        .allow_plain_http(true);
    let http = Client::new(move |_: Request| {
        Ok(Response::new(
            status,
            Headers::new(),
            body.as_bytes().to_vec(),
        ))
    });
    let client = AuthenticationClient::with_http(&options, http).unwrap();
    client.revoke_token("t").map_err(|error| error.kind())
}

#[test]
fn a_page_does_not_revoke_a_token() {
    for body in ["", "{}", "ok"] {
        assert_eq!(revoke(200, body), Ok(()), "{body:?}");
    }
    for page in ["<html>busy</html>", "\r\n <!DOCTYPE html>"] {
        assert_eq!(revoke(200, page), Err(ErrorKind::Answer), "{page:?}");
    }
    assert_eq!(revoke(401, ""), Err(ErrorKind::Status));
}
