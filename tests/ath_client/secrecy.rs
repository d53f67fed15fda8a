//! No secret in a `Debug` text or an error of these clients.

use std::error::Error as _;
use std::fmt::Debug;

use serde_json::json;
use tokenmint::client::ath::{ApiRequest, Error};
use tokenmint::http::Method;

use crate::fake::{Fake, SECRET, TOKEN, answer, authorization, config, ok, registration};

/// The mark of everything secret below.
const MARK: &str = "S3CRET";

fn assert_silent(shown: &dyn Debug) {
    for text in [format!("{shown:?}"), format!("{shown:#?}")] {
        assert!(!text.contains(MARK), "{text}");
        // An attestation begins so.
        assert!(!text.contains("eyJ"), "{text}");
        let scalar: String = [7_u8; 4].iter().map(|byte| format!("{byte:02x}")).collect();
        assert!(!text.contains(&scalar), "{text}");
    }
}

fn assert_silent_error(error: &Error) {
    assert_silent(error);
    let mut text = error.to_string();
    let mut source = error.source();
    while let Some(cause) = source {
        text += &cause.to_string();
        source = cause.source();
    }
    assert!(!text.contains(MARK), "{text}");
}

#[test]
fn nothing_that_is_shown_has_a_secret() {
    let config = config().header("x-ath-user-token", MARK).unwrap();
    assert_silent(&config);
    let fake = Fake::strict(0);
    let client = fake.gateway(&config);
    assert_silent(&client.register(&registration()).unwrap());
    assert_silent(&client.authorize(&authorization()).unwrap());
    assert_silent(&client.exchange_token(MARK, "ath_sess_1").unwrap());
    assert_silent(&client.access_token().unwrap());
    assert_silent(&client);
    assert_silent(client.key());
    let request = ApiRequest::new(Method::Post, "/x")
        .json(&json!({"password": MARK}))
        .and_then(|request| request.header("x-key", MARK))
        .unwrap();
    assert_silent(&request);
    assert_silent(&client.proxy_with("github", &request).unwrap());
    for request in fake.requests() {
        assert_silent(&request);
    }
}

#[test]
fn errors_do_not_repeat_what_services_repeat() {
    let echo =
        json!({"code": "ECHO", "message": format!("{SECRET} {TOKEN}"), "details": {"x": MARK}});
    for status in [200, 302, 400, 500] {
        let body = echo.clone();
        let fake = Fake::rule(move |_| answer(status, &body));
        let client = fake.gateway(&config().max_retries(0));
        client.set_credentials("ath_1", SECRET);
        client.set_token(TOKEN);
        let errors = [
            client.discover().err(),
            client.register(&registration()).err(),
            client.exchange_token("", "s").err(),
            client
                .proxy("github", "GET", &format!("/x?key={MARK}"), None)
                .err(),
        ];
        for error in errors.into_iter().flatten() {
            assert_silent_error(&error);
        }
    }
    let fake = Fake::answers(vec![ok(json!({"access_token": MARK, "expires_in": MARK}))]);
    let client = fake.gateway(&config());
    client.set_credentials("ath_1", SECRET);
    let error = client.exchange_token("", "s").unwrap_err();
    assert_silent_error(&error);
    assert!(!error.message().contains(MARK), "{}", error.message());
}
