//! Hosted login against a certified OpenID provider, which `cargo xtask login`
//! starts: both clients, a browser that follows redirects, and what goes wrong.

#![cfg(all(
    feature = "authing-authentication",
    feature = "ureq3",
    feature = "reqwest013"
))]
#![allow(missing_docs)]

use std::collections::BTreeMap;
use std::io::{Read as _, Write as _};
use std::net::TcpStream;

use tokenmint::client::authing::{
    AsyncAuthenticationClient, AuthenticationClient, AuthenticationClientOptions,
    BuildAuthorizeUrl, PendingLogin, SignedIn,
};
use tokenmint::http::{Error, ErrorKind};

const CALLBACK: &str = "https://app.example/callback";

fn options(provider: &str) -> AuthenticationClientOptions {
    AuthenticationClientOptions::new("app-1")
        .app_secret("app-secret-1")
        .app_host(provider)
        .redirect_uri(CALLBACK)
}

/// Either client.
enum User {
    Blocking(AuthenticationClient),
    Async(tokio::runtime::Runtime, AsyncAuthenticationClient),
}

impl User {
    fn both(provider: &str) -> [Self; 2] {
        let options = options(provider);
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .unwrap();
        [
            Self::Blocking(AuthenticationClient::new(&options).unwrap()),
            Self::Async(runtime, AsyncAuthenticationClient::new(&options).unwrap()),
        ]
    }

    fn begin(&self, request: &BuildAuthorizeUrl) -> PendingLogin {
        let pending = match self {
            Self::Blocking(client) => client.begin(request),
            Self::Async(_, client) => client.begin(request),
        };
        // As a session keeps it.
        PendingLogin::from_session(&pending.unwrap().to_session()).unwrap()
    }

    fn finish(&self, pending: &PendingLogin, callback: &str) -> Result<SignedIn, Error> {
        match self {
            Self::Blocking(client) => client.finish(pending, callback),
            Self::Async(runtime, client) => runtime.block_on(client.finish(pending, callback)),
        }
    }
}

/// What a browser does, until it is sent to the callback.
fn browse(url: &str) -> String {
    let mut cookies = BTreeMap::new();
    let mut url = url.to_owned();
    for _ in 0..10 {
        if url.starts_with(CALLBACK) {
            return url;
        }
        let (host, path) = url
            .strip_prefix("http://")
            .and_then(|rest| rest.split_at_checked(rest.find('/')?))
            .expect("an address of the provider");
        let (host, path) = (host.to_owned(), path.to_owned());
        let jar: Vec<String> = cookies.iter().map(|(k, v)| format!("{k}={v}")).collect();
        let mut stream = TcpStream::connect(&host).unwrap();
        let head = format!(
            "GET {path} HTTP/1.1\r\nhost: {host}\r\ncookie: {}\r\nconnection: close\r\n\r\n",
            jar.join("; ")
        );
        stream.write_all(head.as_bytes()).unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        let head = answer.split("\r\n\r\n").next().unwrap();
        let mut location = None;
        for line in head.lines() {
            let Some((name, value)) = line.split_once(": ") else {
                continue;
            };
            match name.to_ascii_lowercase().as_str() {
                "location" => location = Some(value.to_owned()),
                "set-cookie" => {
                    let (name, value) = value.split(';').next().unwrap().split_once('=').unwrap();
                    cookies.insert(name.to_owned(), value.to_owned());
                }
                _ => {}
            }
        }
        let location = location.unwrap_or_else(|| panic!("{url}: {answer}"));
        url = match location.starts_with('/') {
            true => format!("http://{host}{location}"),
            false => location,
        };
    }
    panic!("no end of redirects");
}

fn provider() -> String {
    std::env::var("TOKENMINT_OIDC_PROVIDER").expect("`cargo xtask login` says where it is")
}

#[test]
#[ignore = "needs the provider that `cargo xtask login` starts"]
fn a_user_signs_in_refreshes_and_leaves() {
    let provider = provider();
    for user in User::both(&provider) {
        let request = BuildAuthorizeUrl::new().scope("openid profile offline_access");
        let pending = user.begin(&request);
        let signed_in = user.finish(&pending, &browse(pending.url())).unwrap();
        assert_eq!(signed_in.claims.subject(), Some("user-1"));
        let refresh = signed_in.tokens.refresh_token().unwrap();
        let client = AuthenticationClient::new(&options(&provider)).unwrap();
        let tokens = client
            .get_new_access_token_by_refresh_token(refresh)
            .unwrap();
        let access = tokens.access_token().unwrap();
        let info = client.get_user_info_by_access_token(access).unwrap();
        assert_eq!(info["sub"], "user-1");
        assert_eq!(client.introspect_token(access).unwrap()["active"], true);
        client.revoke_token(access).unwrap();
        assert_eq!(client.introspect_token(access).unwrap()["active"], false);
    }
}

#[test]
#[ignore = "needs the provider that `cargo xtask login` starts"]
fn a_callback_that_is_not_of_this_sign_in_is_refused() {
    let provider = provider();
    for user in User::both(&provider) {
        let (mine, other) = (
            user.begin(&BuildAuthorizeUrl::new()),
            user.begin(&BuildAuthorizeUrl::new()),
        );
        let callback = browse(mine.url());
        let kind = |pending: &PendingLogin, callback: &str| {
            user.finish(pending, callback).unwrap_err().kind()
        };
        assert_eq!(kind(&other, &callback), ErrorKind::TokenRefused);
        let forged = callback.replace("iss=http", "iss=https");
        assert_eq!(kind(&mine, &forged), ErrorKind::TokenRefused);
        let twice = format!("{callback}&code=another");
        assert_eq!(kind(&mine, &twice), ErrorKind::TokenRefused);
        // Of another sign-in, with the state of this one: the proof key tells.
        let session = other.to_session().replace(other.state(), mine.state());
        let stolen = PendingLogin::from_session(&session).unwrap();
        let error = user.finish(&stolen, &callback).unwrap_err();
        assert_eq!(error.code(), Some("invalid_grant"), "{error:?}");
        // A code is good once.
        let callback = browse(other.url());
        user.finish(&other, &callback).unwrap();
        let error = user.finish(&other, &callback).unwrap_err();
        assert_eq!(error.code(), Some("invalid_grant"), "{error:?}");
    }
}

#[test]
#[ignore = "needs the provider that `cargo xtask login` starts"]
fn who_is_not_signed_in_is_told_why() {
    let provider = provider();
    for user in User::both(&provider) {
        for (request, code) in [
            (
                BuildAuthorizeUrl::new().tenant_id("tenant-closed"),
                "access_denied",
            ),
            (BuildAuthorizeUrl::new().prompt("none"), "login_required"),
        ] {
            let pending = user.begin(&request);
            let error = user.finish(&pending, &browse(pending.url())).unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Refused, "{error:?}");
            assert_eq!(error.code(), Some(code), "{error:?}");
        }
        // Asked again, who is signed in already too, with a refresh token.
        let request = BuildAuthorizeUrl::new()
            .scope("openid offline_access")
            .prompt("login");
        let pending = user.begin(&request);
        let signed_in = user.finish(&pending, &browse(pending.url())).unwrap();
        assert!(signed_in.tokens.refresh_token().is_some());
    }
}
