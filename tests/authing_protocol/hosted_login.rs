//! Hosted login without a service: what is refused before any traffic, and what
//! is kept when the keys cannot be had. `cargo xtask login` runs the whole of it.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use serde_json::{Value, json};
use tokenmint::client::authing::{
    AuthenticationClient, AuthenticationClientOptions, BuildAuthorizeUrl, PendingLogin, Protocol,
};
use tokenmint::http::{Client, ErrorKind, Headers, Request, Response, RetryPolicy};

const CALLBACK: &str = "https://app.example.com/callback";

fn options(app_id: &str) -> AuthenticationClientOptions {
    AuthenticationClientOptions::new(app_id)
        .app_secret("secret-1")
        .app_host("https://authing.test")
        .redirect_uri(CALLBACK)
        .retry(RetryPolicy::NEVER)
}

#[test]
fn a_login_that_cannot_end_with_an_id_token_does_not_begin() {
    let http = || Client::new(|_| panic!("no traffic"));
    let client = AuthenticationClient::with_http(&options("app"), http()).unwrap();
    for request in [
        BuildAuthorizeUrl::new().scope("profile"),
        BuildAuthorizeUrl::new().response_type("code token"),
        BuildAuthorizeUrl::new().code_challenge("c"),
    ] {
        let error = client.begin(&request).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::InvalidInput, "{request:?}");
    }
    let oauth = options("app").protocol(Protocol::Oauth);
    let oauth = AuthenticationClient::with_http(&oauth, http()).unwrap();
    assert!(oauth.begin(&BuildAuthorizeUrl::new()).is_err());

    let request = BuildAuthorizeUrl::new()
        .scope("openid offline_access")
        .prompt("login")
        .tenant_id("t 1");
    let pending = client.begin(&request).unwrap();
    let url = pending.url();
    for part in [
        "prompt=login+consent",
        "tenantId=t+1",
        "code_challenge_method=S256",
        "response_type=code",
    ] {
        assert!(url.contains(part), "{part}: {url}");
    }
    let shown = format!("{pending:?}");
    assert!(!shown.contains(pending.state()), "{shown}");
    let kept = PendingLogin::from_session(&pending.to_session()).unwrap();
    assert_eq!((kept.url(), kept.state()), (url, pending.state()));
    for session in ["", "{}", r#"{"state": 1}"#] {
        let error = PendingLogin::from_session(session).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::InvalidInput, "{session:?}");
    }
}

#[test]
fn a_callback_is_judged_before_any_traffic() {
    let http = Client::new(|_| panic!("no traffic"));
    let client = AuthenticationClient::with_http(&options("app"), http).unwrap();
    let pending = client.begin(&BuildAuthorizeUrl::new()).unwrap();
    let state = pending.state();
    for (query, kind) in [
        ("code=c".to_owned(), ErrorKind::TokenRefused),
        ("state=other&code=c".to_owned(), ErrorKind::TokenRefused),
        (format!("state={state}"), ErrorKind::TokenRefused),
        (format!("state={state}&code="), ErrorKind::TokenRefused),
        (
            format!("state={state}&state={state}&code=c"),
            ErrorKind::TokenRefused,
        ),
        (
            format!("state={state}&code=c&iss=https%3A%2F%2Fevil"),
            ErrorKind::TokenRefused,
        ),
        // An error of another sign-in is no error of this one.
        (
            "state=other&error=access_denied".to_owned(),
            ErrorKind::TokenRefused,
        ),
        (
            format!("state={state}&error=access_denied"),
            ErrorKind::Refused,
        ),
        (format!("state={state}&code=%zz"), ErrorKind::InvalidInput),
    ] {
        let error = client
            .finish(&pending, &format!("{CALLBACK}?{query}"))
            .unwrap_err();
        assert_eq!(error.kind(), kind, "{query}: {error:?}");
        assert!(!format!("{error}{error:?}").contains(state), "{error:?}");
    }
}

#[test]
fn tokens_are_kept_until_the_keys_are_there() {
    let recorded: Value = serde_json::from_str(include_str!("../vectors/authing.json")).unwrap();
    let recorded = recorded["oidc_tokens"].clone();
    let (keys, id_token) = (
        recorded["jwks"].to_string(),
        recorded["vectors"][0]["token"].clone(),
    );
    let broken = Arc::new(AtomicBool::new(true));
    let exchanges = Arc::new(AtomicUsize::new(0));
    let forms = Arc::new(Mutex::new(Vec::new()));
    let (is_broken, count, seen) = (broken.clone(), exchanges.clone(), forms.clone());
    let http = Client::new(move |request: Request| {
        let (status, body) = match request.target().rsplit('/').next() {
            Some("token") => {
                count.fetch_add(1, Ordering::SeqCst);
                let body = request.body.as_ref().unwrap().as_bytes().to_vec();
                seen.lock().unwrap().push(String::from_utf8(body).unwrap());
                let tokens = json!({"access_token": "AT", "id_token": id_token});
                (200, tokens.to_string())
            }
            _ if is_broken.load(Ordering::SeqCst) => (503, "later".to_owned()),
            _ => (200, keys.clone()),
        };
        Ok(Response::new(status, Headers::new(), body.into_bytes()))
    });
    let options = options(recorded["app_id"].as_str().unwrap());
    let options = options.issuer(recorded["issuer"].as_str().unwrap());
    let client = AuthenticationClient::with_http(&options, http).unwrap();
    // The recorded token is of the sign-in n-1.
    let pending = client
        .begin(&BuildAuthorizeUrl::new().nonce("n-1"))
        .unwrap();
    let callback = format!("{CALLBACK}?code=c-1&state={}", pending.state());
    let error = client.finish(&pending, &callback).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Status, "{error:?}");
    assert!(pending.is_exchanged());
    broken.store(false, Ordering::SeqCst);
    // A failed fetch is remembered for a second.
    std::thread::sleep(std::time::Duration::from_millis(1100));
    let signed_in = client.finish(&pending, &callback).unwrap();
    assert_eq!(signed_in.claims.subject(), Some("user-1"));
    assert_eq!(exchanges.load(Ordering::SeqCst), 1, "a code is good once");
    assert!(!pending.is_exchanged());
    let form = forms.lock().unwrap().remove(0);
    for part in [
        "code=c-1",
        "code_verifier=",
        "redirect_uri=https%3A%2F%2Fapp",
    ] {
        assert!(form.contains(part), "{part}: {form}");
    }
}
