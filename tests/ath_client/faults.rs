//! Implementors that break, answer nonsense, or approve in part.

use serde_json::{Value, json};
use tokenmint::client::ath::{
    AgentStatus, AuthorizeRequest, ErrorCode, Reaction, RegisterRequest, Warning,
};
use tokenmint::http::{ErrorKind, Headers, Response};

use crate::fake::{
    Fake, SECRET, TOKEN, answer, authorization, authorized, config, exchanged, lost, not_sent, now,
    ok, registered, registration,
};

#[test]
fn a_server_that_goes_between_register_and_authorize() {
    for gone in [not_sent, lost] {
        let fake = Fake::answers(vec![
            answer(201, &registered("approved")),
            gone(),
            ok(authorized()),
        ]);
        let client = fake.gateway(&config());
        client.register(&registration()).unwrap();
        let error = client.authorize(&authorization()).unwrap_err();
        assert!(matches!(
            error.kind(),
            ErrorKind::Connect | ErrorKind::Interrupted
        ));
        assert_eq!((error.status(), error.code()), (None, &ErrorCode::Unknown));
        assert_eq!(error.reaction(), Reaction::TryLater);
        // The registration is not lost with it.
        assert_eq!(client.client_id().as_deref(), Some("ath_1"));
        client.authorize(&authorization()).unwrap();
        let bodies = fake.bodies();
        assert_ne!(
            bodies[1]["agent_attestation"],
            bodies[2]["agent_attestation"]
        );
        assert_ne!(bodies[1]["state"], bodies[2]["state"]);
    }
}

#[test]
fn a_token_that_ends_on_the_way() {
    let fake = Fake::strict(0);
    let client = fake.gateway(&config());
    client.register(&registration()).unwrap();
    client.exchange_token("", "ath_sess_1").unwrap();
    client.proxy("github", "GET", "/x", None).unwrap();
    fake.pass(3599);
    client.proxy("github", "GET", "/x", None).unwrap();
    fake.pass(1);
    let sent = fake.requests().len();
    let error = client.proxy("github", "GET", "/x", None).unwrap_err();
    assert_eq!(
        (error.code(), error.status()),
        (&ErrorCode::TokenExpired, None)
    );
    assert_eq!(error.reaction(), Reaction::Authorize);
    assert_eq!(fake.requests().len(), sent, "nothing was sent");
    assert!(
        client.access_token().is_some(),
        "it stays until it is revoked"
    );
    client.revoke().unwrap();
    assert_eq!(fake.bodies().last().unwrap()["token"], TOKEN);
    let error = client.proxy("github", "GET", "/x", None).unwrap_err();
    assert_eq!(*error.code(), ErrorCode::NoToken);
    // The end of a token that was set is not known.
    client.set_token(TOKEN);
    client.proxy("github", "GET", "/x", None).unwrap();
}

#[test]
fn registrations_in_part() {
    for (status, expected) in [
        ("approved", AgentStatus::Approved),
        ("pending", AgentStatus::Pending),
        ("denied", AgentStatus::Denied),
        ("on-hold", AgentStatus::Other("on-hold".into())),
    ] {
        let fake = Fake::answers(vec![
            answer(201, &registered(status)),
            answer(403, &json!({"code": "AGENT_UNAPPROVED", "message": "wait"})),
        ]);
        let client = fake.gateway(&config());
        let registration = client.register(&registration()).unwrap();
        assert_eq!(registration.agent_status, expected);
        assert_eq!(registration.client_secret.expose(), SECRET);
        let error = client.authorize(&authorization()).unwrap_err();
        assert_eq!(error.reaction(), Reaction::AwaitApproval);
    }
    let mut partial = registered("approved");
    partial["approved_providers"] = json!([
        {"provider_id": "github", "approved_scopes": ["repo"], "denied_scopes": ["admin:org"],
         "denial_reason": "too much"},
        {"provider_id": "slack"},
    ]);
    let client = Fake::answers(vec![ok(partial)]).gateway(&config());
    let found = client.register(&registration()).unwrap();
    let github = found.approval("github").unwrap();
    assert_eq!(github.denied_scopes, ["admin:org"]);
    assert_eq!(github.denial_reason.as_deref(), Some("too much"));
    assert!(found.approval("slack").unwrap().approved_scopes.is_empty());
    assert!(found.approval("gitlab").is_none());

    let mut nothing = registered("approved");
    nothing["approved_providers"] = Value::Null;
    let client = Fake::answers(vec![ok(nothing)]).gateway(&config());
    assert!(
        client
            .register(&registration())
            .unwrap()
            .approved_providers
            .is_empty()
    );

    for (missing, is_kept) in [
        ("client_id", false),
        ("client_secret", false),
        ("agent_status", true),
        ("approval_expires", true),
    ] {
        let mut body = registered("approved");
        body.as_object_mut().unwrap().remove(missing);
        let client = Fake::answers(vec![answer(201, &body)]).gateway(&config());
        let error = client.register(&registration()).unwrap_err();
        assert_eq!(
            (error.code(), error.status()),
            (&ErrorCode::InvalidResponse, Some(201))
        );
        assert!(error.message().contains(missing), "{}", error.message());
        // Nobody gives the secret out again.
        assert_eq!(client.client_id().is_some(), is_kept, "{missing}");
        let secret = client.client_secret();
        assert_eq!(secret.is_some_and(|it| it.expose() == SECRET), is_kept);
    }
}

/// Answers of things in between, such as proxies and login pages.
const NONSENSE: [(u16, &str); 8] = [
    (200, "<html><body>Sign in</body></html>"),
    (200, ""),
    (200, "{\"client_id\":"),
    (200, "[]"),
    (200, "null"),
    (201, "\"ok\""),
    (200, "{}"),
    (204, ""),
];

#[test]
fn nonsense_is_an_error_of_its_own() {
    for (status, body) in NONSENSE {
        let page = move || {
            Ok(Response::new(
                status,
                Headers::new(),
                body.as_bytes().to_vec(),
            ))
        };
        let fake = Fake::rule(move |_| page());
        let client = fake.gateway(&config());
        client.set_credentials("ath_1", SECRET);
        let native = fake.native(&config());
        let errors = [
            client.discover().err(),
            native.discover().err(),
            client.register(&registration()).err(),
            client.authorize(&authorization()).err(),
            client.exchange_token("", "s").err(),
            client.agent_status().err(),
        ];
        for error in errors {
            let error = error.unwrap_or_else(|| panic!("{status} {body:?} was accepted"));
            assert_eq!(*error.code(), ErrorCode::InvalidResponse, "{body:?}");
            assert_eq!(error.status(), Some(status), "{body:?}");
            assert_eq!(error.kind(), ErrorKind::Answer, "{body:?}");
        }
        assert_eq!(client.client_id().as_deref(), Some("ath_1"), "unchanged");
        assert!(client.access_token().is_none());
    }
}

#[test]
fn error_pages_are_unknown_errors_with_a_status() {
    for (status, body, code, message) in [
        (500, "<h1>oops</h1>", "UNKNOWN", "Request failed: 500"),
        (502, "", "UNKNOWN", "Request failed: 502"),
        (400, "{\"code\":", "UNKNOWN", "Request failed: 400"),
        (400, "[1]", "UNKNOWN", "Request failed: 400"),
        (
            400,
            "{\"code\":\"\",\"message\":\"\"}",
            "UNKNOWN",
            "Request failed: 400",
        ),
        (
            400,
            "{\"code\":null,\"message\":null}",
            "UNKNOWN",
            "Request failed: 400",
        ),
        (400, "{\"code\":42,\"message\":7}", "42", "7"),
        (
            418,
            "{\"code\":\"BRAND_NEW\",\"message\":\"tea\"}",
            "BRAND_NEW",
            "tea",
        ),
        (304, "", "UNKNOWN", "Request failed: 304"),
    ] {
        let page = Response::new(status, Headers::new(), body.as_bytes().to_vec());
        let fake = Fake::rule(move |_| Ok(page.clone()));
        let client = fake.gateway(&config().max_retries(0));
        client.set_credentials("ath_1", SECRET);
        client.set_token(TOKEN);
        for error in [
            client.discover().map(drop),
            client.register(&registration()).map(drop),
            client.proxy("github", "GET", "/x", None).map(drop),
            client.revoke(),
        ] {
            let error = error.unwrap_err();
            assert_eq!(error.code().as_str(), code, "{body:?}");
            assert_eq!(error.message(), message, "{body:?}");
            assert_eq!(error.status(), Some(status), "{body:?}");
        }
        assert!(client.access_token().is_some(), "kept after an error");
    }
}

#[test]
fn revoking_goes_by_the_status() {
    for body in ["", "{}", "{\"message\":\"Token revoked\"}", "ok"] {
        let page = Response::new(200, Headers::new(), body.as_bytes().to_vec());
        let client = Fake::answers(vec![Ok(page)]).gateway(&config());
        client.set_credentials("ath_1", SECRET);
        client.set_token(TOKEN);
        client.revoke().expect(body);
        assert!(client.access_token().is_none(), "{body:?}");
        client.revoke().expect("nothing to revoke");
    }
    for body in [
        "[]",
        "<html><body>Sign in</body></html>",
        "\n <!doctype html>",
    ] {
        let page = Response::new(200, Headers::new(), body.as_bytes().to_vec());
        let client = Fake::answers(vec![Ok(page)]).gateway(&config());
        client.set_credentials("ath_1", SECRET);
        client.set_token(TOKEN);
        let error = client.revoke().unwrap_err();
        assert_eq!(*error.code(), ErrorCode::InvalidResponse, "{body:?}");
        assert!(client.access_token().is_some(), "{body:?}");
    }
}

#[test]
fn what_is_missing_here_is_told_apart_from_what_is_missing_there() {
    let fake = Fake::answers(vec![answer(
        403,
        &json!({"code": "AGENT_NOT_REGISTERED", "message": "who?"}),
    )]);
    let client = fake.async_gateway(&config());
    let local = now(client.authorize(&authorization())).unwrap_err();
    assert_eq!(
        (local.code(), local.status()),
        (&ErrorCode::NotRegistered, None)
    );
    assert_eq!(local.kind(), ErrorKind::State);
    client.set_credentials("ath_1", SECRET);
    let remote = now(client.authorize(&authorization())).unwrap_err();
    assert_eq!(remote.code(), &ErrorCode::AgentNotRegistered);
    assert_eq!(remote.status(), Some(403));
    assert_eq!(remote.reaction(), Reaction::Register);
    client.set_credentials("", SECRET);
    let local = now(client.exchange_token("", "s")).unwrap_err();
    assert_eq!(*local.code(), ErrorCode::NotRegistered);
    assert_eq!(fake.requests().len(), 1);
    let wrong_secret = json!({"code": "AGENT_NOT_REGISTERED", "message": "Invalid credentials"});
    let client = Fake::answers(vec![answer(401, &wrong_secret)]).gateway(&config());
    client.set_credentials("ath_1", "x");
    assert_eq!(
        client.exchange_token("", "s").unwrap_err().reaction(),
        Reaction::Fix
    );
}

#[test]
fn what_differs_from_what_was_asked_for_is_a_warning() {
    let mut token = exchanged();
    token["agent_id"] = "https://other.example.com/.well-known/agent.json".into();
    token["provider_id"] = "slack".into();
    token["effective_scopes"] = json!(["repo", "admin:org"]);
    let mut bare = authorized();
    bare["authorization_url"] = "https://idp.example.com/authorize?code_challenge=abc".into();
    let fake = Fake::answers(vec![ok(bare), ok(token)]);
    let client = fake.gateway(&config());
    client.set_credentials("ath_1", SECRET);
    let authorization = client.authorize(&authorization()).unwrap();
    assert_eq!(authorization.warnings(), [Warning::NoPkce]);
    let token = client.exchange_token("", "ath_sess_1").unwrap();
    assert_eq!(
        token.warnings,
        [
            Warning::OtherAgent,
            Warning::OtherProvider,
            Warning::ExcessScopes
        ]
    );
    let document = json!({
        "ath_version": "2.0", "gateway_id": "g", "agent_registration_endpoint": "r",
    });
    let client = Fake::answers(vec![ok(document)]).gateway(&config());
    assert_eq!(
        client.discover().unwrap().warnings(),
        [Warning::OtherVersion]
    );
}

#[test]
fn tokens_of_another_type_are_refused() {
    for (member, value) in [
        ("token_type", json!("mac")),
        ("expires_in", json!("soon")),
        ("expires_in", json!(-1)),
        ("expires_in", Value::Null),
        ("access_token", json!(5)),
        ("scope_intersection", Value::Null),
    ] {
        let mut token = exchanged();
        token[member] = value;
        let client = Fake::answers(vec![ok(token)]).gateway(&config());
        client.set_credentials("ath_1", SECRET);
        let error = client.exchange_token("", "s").unwrap_err();
        assert_eq!(*error.code(), ErrorCode::InvalidResponse, "{member}");
        // A token that could be sent is kept: the session gives no other.
        let is_kept = matches!(member, "expires_in" | "scope_intersection");
        assert_eq!(client.access_token().is_some(), is_kept, "{member}");
    }
    for (value, seconds) in [(json!(3600.0), 3600), (json!("60"), 60), (json!(0), 0)] {
        let mut token = exchanged();
        token["expires_in"] = value;
        token.as_object_mut().unwrap().remove("token_type");
        token["effective_scopes"] = Value::Null;
        let client = Fake::answers(vec![ok(token)]).gateway(&config());
        client.set_credentials("ath_1", SECRET);
        let token = client.exchange_token("", "s").unwrap();
        assert_eq!(
            (token.expires_in, token.token_type.as_str()),
            (seconds, "Bearer")
        );
    }
}

#[test]
fn redirect_uris_follow_the_registration() {
    let sent = |request: RegisterRequest, authorize: AuthorizeRequest| {
        let fake = Fake::strict(0);
        let client = fake.gateway(&config());
        client.register(&request).unwrap();
        client.authorize(&authorize).unwrap();
        let mut bodies = fake.bodies();
        let [registered, authorized] = [0, 1].map(|n| bodies[n].take());
        (
            registered.get("redirect_uris").cloned(),
            authorized.get("user_redirect_uri").cloned(),
        )
    };
    let own = json!("https://gateway.example.com/ath/callback");
    assert_eq!(
        sent(registration(), authorization()),
        (Some(json!([own])), Some(own))
    );
    let two = registration()
        .redirect_uri("https://a/1")
        .redirect_uri("https://a/2");
    let both = Some(json!(["https://a/1", "https://a/2"]));
    assert_eq!(
        sent(two.clone(), authorization()),
        (both.clone(), Some(json!("https://a/1")))
    );
    assert_eq!(
        sent(two, authorization().redirect_uri("https://a/2")),
        (both, Some(json!("https://a/2")))
    );
    assert_eq!(
        sent(registration().without_redirect_uris(), authorization()),
        (None, None)
    );
}

#[test]
fn states_are_handed_over_and_resources_have_no_fragment() {
    let fake = Fake::strict(0);
    let client = fake.gateway(&config());
    client.set_credentials("ath_1", SECRET);
    let request = authorization()
        .state("of-my-own")
        .resource("https://api.example.com");
    assert_eq!(client.authorize(&request).unwrap().state, "of-my-own");
    let body = &fake.bodies()[0];
    assert_eq!(body["state"], "of-my-own");
    assert_eq!(body["resource"], "https://api.example.com");
    let error = client
        .authorize(&authorization().resource("https://a/#f"))
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InvalidInput);
    assert!(body.get("user_redirect_uri").is_none());
}
