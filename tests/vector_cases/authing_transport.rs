//! What calls hand to the transport: time limits, and whether certificates are
//! verified.

use serde_json::{Map, Value, json};
use tokenmint::client::authing::{Api, Authentication, Management, Row};

use super::options;
use super::player::Player;
use super::world::World;
use crate::same::same;
use crate::support::{known, object};

/// The host of the recorded URLs.
const HOST: &str = "https://authing.test";

/// What comes by itself before the first call of a user pool.
const TOKEN: &str = "/api/v3/get-management-token";

pub fn run(id: &str, case: &Value) {
    known(
        id,
        case,
        &["options", "transport_calls", "corrected", "id", "note"],
    );
    for asynchronous in [false, true] {
        play(id, case, asynchronous);
    }
}

fn play(id: &str, case: &Value, asynchronous: bool) {
    let token = json!({"access_token": "a.e30.c", "expires_in": 7200});
    let world = World::new(
        id,
        &json!([
            {"status": 200, "body": {"statusCode": 200, "data": {}}},
            {"status": 200, "body": {"access_token": "at"}},
            {"status": 200, "body": {"statusCode": 200, "data": token}},
        ]),
    );
    let with = |more: Value| {
        let mut options = object(id, &case["options"]).clone();
        options.extend(object(id, &more).clone());
        Value::Object(options)
    };
    let authentication = with(json!({
        "app_id": "app", "app_host": HOST, "app_secret": "secret",
        "redirect_uri": "https://app.example.com/callback",
    }));
    let management = with(json!({
        "host": HOST, "access_key_id": "ak", "access_key_secret": "sk", "auth": "bearer",
    }));
    let player = |client: &str, options: &Value| {
        Player::new(id, &client.into(), options, &world, asynchronous).expect(id)
    };
    let user = player("authentication", &authentication);
    let pool = player("management", &management);

    let recorded = case["transport_calls"].as_array().expect(id);
    for call in recorded {
        let url = call["url"].as_str().expect(id);
        let path = url.strip_prefix(HOST).expect(id);
        let (player, name) = match (path, find::<Authentication>(path), find::<Management>(path)) {
            (TOKEN, ..) => continue,
            ("/oidc/token", ..) => (&user, "get_access_token_by_code"),
            (_, Some(row), _) => (&user, row.name()),
            (_, None, Some(row)) => (&pool, row.name()),
            _ => panic!("{id}: no method has the path {path:?}"),
        };
        let kwargs = match name {
            "get_access_token_by_code" => Map::from_iter([("code".to_owned(), "c".into())]),
            _ => Map::new(),
        };
        player.call(id, name, &kwargs).expect(id);
    }

    let requests = world.take_requests();
    assert_eq!(requests.len(), recorded.len(), "{id}: requests");
    for (recorded, request) in recorded.iter().zip(&requests) {
        let verify = if request.url.contains("management") || request.url.contains("groups") {
            verifies_management(id, &management)
        } else {
            verifies_authentication(id, &authentication)
        };
        let found = json!({
            "url": request.url,
            "verify": verify,
            "timeout": request.timeouts.response.as_secs_f64() * 1000.0,
        });
        same(id, "call", recorded, Some(&found), &|_, _, _| false);
    }
}

fn find<A: Api>(path: &str) -> Option<&'static Row> {
    let mut rows = A::rows().iter().copied().flatten();
    rows.find(|row| path.strip_prefix('/') == Some(row.endpoint.path))
        .copied()
}

fn verifies_authentication(id: &str, options: &Value) -> bool {
    let options = options::authentication(id, options).expect(id);
    #[cfg(any(feature = "ureq3", feature = "reqwest013"))]
    assert_eq!(
        options.connection().tls.accepts_invalid_certificates(),
        !options.verifies_certificates(),
        "{id}"
    );
    options.verifies_certificates()
}

fn verifies_management(id: &str, options: &Value) -> bool {
    let options = options::management(id, options).expect(id);
    #[cfg(any(feature = "ureq3", feature = "reqwest013"))]
    assert_eq!(
        options.connection().tls.accepts_invalid_certificates(),
        !options.verifies_certificates(),
        "{id}"
    );
    options.verifies_certificates()
}
