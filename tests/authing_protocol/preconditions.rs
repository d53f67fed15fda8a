//! What is refused before any traffic, by name; secrets that stay where they
//! belong; randomness.

use tokenmint::client::authing::{
    AuthenticationClient, AuthenticationClientOptions, BuildAuthorizeUrl, BuildLogoutUrl,
    ClientAuthMethod, CodeChallengeMethod, ManagementClient, ManagementClientOptions, Protocol,
};
use tokenmint::http::{Client, Error, Headers, Request, Response};

fn options() -> AuthenticationClientOptions {
    AuthenticationClientOptions::new("app")
        .app_host("http://authing.test")
        .allow_plain_http(true)
}

/// A client whose every request is one too many.
fn silent(options: &AuthenticationClientOptions) -> AuthenticationClient {
    let http = Client::new(|request: Request| panic!("{} was sent", request.target()));
    AuthenticationClient::with_http(options, http).unwrap()
}

fn names(result: Result<impl std::fmt::Debug, Error>, name: &str) {
    let error = result.unwrap_err();
    assert!(error.kind().is_local(), "{error:?}");
    assert!(error.to_string().contains(&format!("`{name}`")), "{error}");
}

#[test]
fn what_is_missing_is_named_before_any_traffic() {
    let bare = silent(&options());
    names(bare.get_access_token_by_code("c", None), "redirect_uri");
    names(
        bare.get_new_access_token_by_refresh_token("r"),
        "app_secret",
    );
    names(bare.introspect_token("t"), "app_secret");
    names(bare.revoke_token("t"), "app_secret");
    let uri = options().redirect_uri("https://app.example/cb");
    for method in [
        ClientAuthMethod::ClientSecretPost,
        ClientAuthMethod::ClientSecretBasic,
    ] {
        let client = silent(&uri.clone().token_endpoint_auth_method(method));
        names(client.get_access_token_by_code("c", None), "app_secret");
    }
    for protocol in [Protocol::Cas, Protocol::Saml] {
        let client = silent(&uri.clone().app_secret("s").protocol(protocol));
        names(client.get_access_token_by_code("c", None), "protocol");
        names(
            client.get_new_access_token_by_refresh_token("r"),
            "protocol",
        );
        names(client.introspect_token("t"), "protocol");
        names(client.revoke_token("t"), "protocol");
    }
    let client = silent(&uri.app_secret("s"));
    names(client.get_access_token_by_code("", None), "code");
    names(
        client.get_new_access_token_by_refresh_token(""),
        "refresh_token",
    );
    names(client.introspect_token(""), "token");
    names(client.revoke_token(""), "token");
    names(client.validate_ticket_v1("", "s"), "ticket");
    names(client.validate_ticket_v2("t", ""), "service");
    names(
        client.get_access_token_by_client_credentials("s", "", "p"),
        "access_key",
    );
    names(
        client.get_access_token_by_client_credentials("s", "k", ""),
        "access_secret",
    );
    for token in ["", "a b", "a\r\nx: y"] {
        assert!(client.get_user_info_by_access_token(token).is_err());
    }
}

#[test]
fn urls_have_what_the_protocol_has() {
    let client = silent(&options().redirect_uri("https://app.example/cb"));
    let drawn = |request: &BuildAuthorizeUrl| client.build_authorize_url(request).unwrap();
    let (one, other) = (
        drawn(&BuildAuthorizeUrl::new().with_pkce()),
        drawn(&BuildAuthorizeUrl::new().with_pkce()),
    );
    for (name, a, b) in [
        ("state", one.state.clone(), other.state.clone()),
        ("nonce", one.nonce.clone(), other.nonce.clone()),
        (
            "code_challenge",
            one.code_verifier
                .as_ref()
                .map(|v| v.challenge().as_str().to_owned()),
            other
                .code_verifier
                .as_ref()
                .map(|v| v.challenge().as_str().to_owned()),
        ),
    ] {
        let (a, b) = (a.unwrap(), b.unwrap());
        assert!(a.len() >= 22 && a != b, "{name}: {a} {b}");
        assert!(one.url.contains(&format!("{name}={a}")), "{}", one.url);
    }
    assert!(
        one.url.ends_with("&code_challenge_method=S256"),
        "{}",
        one.url
    );
    let verifier = one.code_verifier.as_ref().unwrap().expose();
    assert!(!one.url.contains(verifier), "the verifier is in the URL");
    let shown = format!("{one:?} {:?}", BuildAuthorizeUrl::new().state("st-1"));
    let nonce = one.nonce.as_deref().unwrap();
    assert!(!shown.contains(nonce) && !shown.contains("st-1"), "{shown}");

    // The scope of the options counts as much as that of the call.
    let offline = silent(
        &options()
            .redirect_uri("https://app.example/cb")
            .scope("openid offline_access"),
    );
    let url = offline
        .build_authorize_url(&BuildAuthorizeUrl::new())
        .unwrap()
        .url;
    assert!(url.ends_with("&response_type=code&prompt=consent"), "{url}");
    let request = BuildAuthorizeUrl::new().scope("openid not_offline_access");
    let url = offline.build_authorize_url(&request).unwrap().url;
    assert!(!url.contains("prompt"), "{url}");

    let twice = BuildAuthorizeUrl::new().code_challenge("c").with_pkce();
    names(client.build_authorize_url(&twice), "code_challenge");
    let oauth = silent(
        &options()
            .redirect_uri("https://app.example/cb")
            .protocol(Protocol::Oauth),
    );
    assert!(
        oauth
            .build_authorize_url(&BuildAuthorizeUrl::new().with_pkce())
            .is_err()
    );
    let saml = silent(
        &AuthenticationClientOptions::new("a/../b?c")
            .app_host("http://authing.test")
            .allow_plain_http(true)
            .protocol(Protocol::Saml),
    );
    let url = saml.build_authorize_url(&BuildAuthorizeUrl::new()).unwrap();
    assert_eq!(
        url.url,
        "http://authing.test/api/v2/saml-idp/a%2F..%2Fb%3Fc"
    );
    assert!(url.state.is_none() && url.nonce.is_none());

    let logout = BuildLogoutUrl::new().id_token("a.b.c");
    names(client.build_logout_url(&logout), "redirect_uri");
    assert!(!format!("{logout:?}").contains("a.b.c"));
}

#[test]
fn verifiers_have_the_length_that_was_asked_for() {
    let client = silent(&options());
    for length in 43..=128 {
        let verifier = client.generate_code_challenge(length).unwrap();
        assert_eq!(verifier.expose().len(), length);
        let digest = client
            .generate_code_challenge_digest(verifier.expose(), CodeChallengeMethod::S256)
            .unwrap();
        assert!(verifier.matches(&digest));
    }
    for length in [0, 42, 129, usize::MAX] {
        names(client.generate_code_challenge(length), "length");
    }
}

#[test]
fn answers_of_the_token_endpoint_are_not_printed_and_refusals_have_their_code() {
    let http = Client::new(|request: Request| {
        let form = String::from_utf8(request.body.unwrap().as_bytes().to_vec()).unwrap();
        let (status, body) = if form.contains("good") {
            (
                200,
                r#"{"access_token":"AT-1","refresh_token":"","expires_in":3600.5}"#,
            )
        } else if form.contains("odd") {
            (200, r#"{"error":"invalid_scope"}"#)
        } else {
            (
                400,
                r#"{"error":"invalid_grant","error_description":"bad, secret AT-1"}"#,
            )
        };
        Ok(Response::new(status, Headers::new(), body.into()))
    });
    let client = AuthenticationClient::with_http(&options().app_secret("s-1"), http).unwrap();
    let tokens = client
        .get_new_access_token_by_refresh_token("good")
        .unwrap();
    assert_eq!(tokens.access_token().unwrap(), "AT-1");
    assert_eq!(tokens.refresh_token(), None, "an empty one is none");
    assert_eq!(tokens.expires_in().unwrap().as_millis(), 3_600_500);
    assert!(!format!("{tokens:?}").contains("AT-1"));
    for (token, code) in [("odd", "invalid_scope"), ("bad", "invalid_grant")] {
        let error = client
            .get_new_access_token_by_refresh_token(token)
            .unwrap_err();
        assert_eq!(error.code(), Some(code));
        assert_eq!(
            error.endpoint(),
            Some("get_new_access_token_by_refresh_token")
        );
        assert!(!format!("{error} {error:?}").contains("AT-1"), "{error:?}");
    }
}

#[test]
fn plain_http_is_for_this_machine_unless_allowed() {
    let http = || Client::new(|request: Request| panic!("{} was sent", request.target()));
    let user = AuthenticationClientOptions::new("app").app_host("http://authing.test");
    let pool = ManagementClientOptions::new("id", "secret").host("http://authing.test");
    for allow in [false, true] {
        let user = user.clone().allow_plain_http(allow);
        let pool = pool.clone().allow_plain_http(allow);
        let made = [
            AuthenticationClient::with_http(&user, http()).map(drop),
            ManagementClient::with_http(&pool, http()).map(drop),
        ];
        for result in made {
            match result {
                Ok(()) => assert!(allow),
                Err(error) => assert!(!allow && error.to_string().contains("allow_plain_http")),
            }
        }
    }
}
