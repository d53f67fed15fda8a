//! The double of Authing keeps to what is known of the service.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use serde_json::{Value, json};
use tokenmint::client::authing::authentication::{GetProfile, SignInByEmailPassword};
use tokenmint::client::authing::management::{CreateRole, CreateUser, GetUserBatch, ListUsers};
use tokenmint::client::authing::{
    AuthenticationClient, AuthenticationClientOptions, Envelope, ManagementAuth, ManagementClient,
    ManagementClientOptions,
};
use tokenmint::http::{Body, Client, Error, Request, Transport as _};
use tokenmint_sim::authing::{APP_ID, APP_SECRET, Authing, EMAIL, KEY_ID, KEY_SECRET, PASSWORD};
use tokenmint_sim::double::Double as _;
use tokenmint_sim::{Shared, Simulation};

const APP: &str = "https://app.authing.example";
const POOL: &str = "https://pool.authing.example";

struct Scene {
    simulation: Simulation,
    service: Shared<Authing>,
    /// What was sent.
    sent: Arc<Mutex<Vec<Request>>>,
}

fn scene() -> Scene {
    let simulation = Simulation::new();
    Scene {
        service: simulation.add(&[APP, POOL], Authing::new()),
        simulation,
        sent: Arc::default(),
    }
}

impl Scene {
    fn http(&self) -> Client {
        let (network, sent) = (self.simulation.clone(), Arc::clone(&self.sent));
        let http = Client::new(move |request: Request| {
            sent.lock().unwrap().push(request.clone());
            network.send(request)
        });
        http.with_environment(self.simulation.environment())
    }

    fn user(&self) -> AuthenticationClient {
        let options = AuthenticationClientOptions::new(APP_ID)
            .app_secret(APP_SECRET)
            .app_host(APP);
        AuthenticationClient::with_http(&options, self.http()).unwrap()
    }

    fn pool(&self, secret: &str, auth: ManagementAuth) -> ManagementClient {
        let options = ManagementClientOptions::new(KEY_ID, secret)
            .host(POOL)
            .auth(auth);
        ManagementClient::with_http(&options, self.http()).unwrap()
    }

    /// The answer to the last request, sent again after a change.
    fn again(&self, change: impl FnOnce(&mut Request)) -> Value {
        let mut request = self.sent.lock().unwrap().last().unwrap().clone();
        change(&mut request);
        let now = self.simulation.now();
        let served = self.service.lock().serve(&request, now);
        serde_json::from_slice(&served.response.body).unwrap()
    }
}

/// The status code of an envelope, and that of the interface.
fn codes(answer: Result<Envelope, Error>) -> (Option<u64>, Option<u64>) {
    let answer = answer.unwrap();
    let number = |name: &str| answer.answer().get(name).and_then(Value::as_u64);
    (number("statusCode"), number("apiCode"))
}

#[test]
fn signatures_are_those_of_a_server_in_javascript() {
    let scene = scene();
    let pool = scene.pool(KEY_SECRET, ManagementAuth::Signature);
    let custom = json!({"b": 1.0, "10": [1e21, "é/"], "a": {"z": null, "1": true}});
    let user = CreateUser::new().username("u1").custom_data(custom);
    assert_eq!(codes(pool.create_user(&user)), (Some(200), None));
    for ids in [&["u1"][..], &["u1", "u2"], &["a b&c=d", "ü"]] {
        let ids: Vec<String> = ids.iter().map(|id| (*id).to_owned()).collect();
        let found = pool.get_user_batch(&GetUserBatch::new(ids));
        assert_eq!(codes(found), (Some(200), None));
    }
    let wrong = scene.pool("wrong", ManagementAuth::Signature);
    let refused = wrong.create_role(&CreateRole::new("a"));
    assert_eq!(codes(refused), (Some(403), Some(1300)));
    assert!(scene.service.lock().roles().is_empty());
}

#[test]
fn signed_requests_are_for_now_for_once_and_as_they_were_signed() {
    let scene = scene();
    let pool = scene.pool(KEY_SECRET, ManagementAuth::Signature);
    pool.create_role(&CreateRole::new("a")).unwrap();
    let changed = scene.again(|request| {
        request.body = Some(Body::raw(br#"{"code":"b"}"#.to_vec()));
    });
    assert_eq!(changed["apiCode"], 1300);
    assert_eq!(scene.again(|_| {})["apiCode"], 1306);
    for (header, value, code) in [
        ("x-authing-signature-method", "HMAC-MD5", 1301),
        ("x-authing-signature-version", "2.0", 1302),
        ("date", "yesterday", 1303),
        ("date", "1600000000000", 1305),
    ] {
        let refused = scene.again(|request| request.headers.set(header, value).unwrap());
        assert_eq!(refused["apiCode"], code, "{header}");
    }
    scene.simulation.advance(Duration::from_secs(301));
    assert_eq!(scene.again(|_| {})["apiCode"], 1305);
    assert_eq!(scene.service.lock().roles(), ["a"]);
}

#[test]
fn names_are_taken_once_and_pages_are_as_long_as_asked_for() {
    let scene = scene();
    let pool = scene.pool(KEY_SECRET, ManagementAuth::Signature);
    for (name, status) in [("u1", 200), ("u2", 200), ("u1", 409), ("u3", 200)] {
        let user = CreateUser::new().username(name);
        assert_eq!(codes(pool.create_user(&user)).0, Some(status), "{name}");
    }
    let page = ListUsers::new().options(json!({"pagination": {"page": 2, "limit": 2}}));
    let listed = pool.list_users(&page).unwrap();
    let data = listed.data();
    assert_eq!(
        (&data["totalCount"], &data["list"]),
        (&json!(3), &json!([{"userId": "u3"}]))
    );
}

#[test]
fn a_management_token_is_for_the_right_secret_until_it_ends_or_is_taken_back() {
    let scene = scene();
    let wrong = scene.pool("wrong", ManagementAuth::Bearer);
    assert!(wrong.create_role(&CreateRole::new("a")).is_err());
    let pool = scene.pool(KEY_SECRET, ManagementAuth::Bearer);
    let created = pool.create_role(&CreateRole::new("a"));
    assert_eq!(codes(created), (Some(200), None));
    // Names are looked at after the token.
    assert_eq!(scene.again(|_| {})["statusCode"], 409);
    scene.simulation.advance(Duration::from_secs(2 * 60 * 60));
    assert_eq!(scene.again(|_| {})["apiCode"], 2020);
    let taken = pool.create_role(&CreateRole::new("a"));
    assert_eq!(codes(taken).0, Some(409));
    scene.service.lock().revoke_pool_tokens();
    assert_eq!(scene.again(|_| {})["apiCode"], 2020);
}

#[test]
fn tokens_of_a_user_are_used_up_and_revoked() {
    let scene = scene();
    let user = scene.user();
    let sign_in =
        |password| user.sign_in_by_email_password(&SignInByEmailPassword::new(EMAIL, password));
    assert_eq!(codes(sign_in("wrong")).0, Some(403));
    let tokens = sign_in(PASSWORD).unwrap().data().clone();
    let refresh = tokens["refresh_token"].as_str().unwrap();
    let next = user.get_new_access_token_by_refresh_token(refresh).unwrap();
    let used = user.get_new_access_token_by_refresh_token(refresh);
    assert_eq!(used.unwrap_err().code(), Some("invalid_grant"));

    let access = next.access_token().unwrap().to_owned();
    user.set_access_token(&access);
    let profile = || codes(user.get_profile(&GetProfile::new()));
    assert_eq!(profile(), (Some(200), None));
    assert_eq!(user.introspect_token(&access).unwrap()["active"], true);
    user.revoke_token(&access).unwrap();
    assert_eq!(profile().0, Some(401));
    assert_eq!(user.introspect_token(&access).unwrap()["active"], false);

    let first = tokens["access_token"].as_str().unwrap();
    user.set_access_token(first);
    assert_eq!(profile(), (Some(200), None));
    scene.simulation.advance(Duration::from_secs(60 * 60));
    assert_eq!(profile().0, Some(401));
}

#[test]
fn a_rotated_key_signs_and_the_one_before_is_still_published() {
    let scene = scene();
    let user = scene.user();
    let sign_in = || {
        let request = SignInByEmailPassword::new(EMAIL, PASSWORD);
        let tokens = user.sign_in_by_email_password(&request).unwrap();
        tokens.data()["id_token"].as_str().unwrap().to_owned()
    };
    let before = sign_in();
    user.verify_id_token(&before, None).unwrap();
    scene.service.lock().rotate_keys();
    scene.simulation.advance(Duration::from_secs(120));
    let after = sign_in();
    assert_ne!(before, after);
    user.verify_id_token(&after, None).unwrap();
    user.verify_id_token(&before, None).unwrap();
    let (signed, _) = after.rsplit_once('.').unwrap();
    let (_, signature) = before.rsplit_once('.').unwrap();
    let forged = format!("{signed}.{signature}");
    user.verify_id_token(&forged, None).unwrap_err();
}
