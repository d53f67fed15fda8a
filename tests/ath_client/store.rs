//! What is given only once is kept, or handed over all the same.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use serde_json::json;
use tokenmint::client::ath::{
    AuthorizeRequest, CredentialStore, Credentials, ErrorCode, FileStore, MemoryStore, Reaction,
    Warning,
};
use tokenmint::http::{Error, ErrorKind};

use crate::fake::{
    Fake, SECRET, TOKEN, answer, authorization, authorized, config, exchanged, ok, registered,
    registration,
};

/// A store that breaks when a test says so.
#[derive(Default)]
struct Fragile {
    inside: MemoryStore,
    unready: AtomicBool,
    full: AtomicBool,
    prepared: AtomicUsize,
}

fn broken(switch: &AtomicBool) -> Result<(), Error> {
    match switch.load(Ordering::Relaxed) {
        true => Err(Error::new(ErrorKind::File)),
        false => Ok(()),
    }
}

impl CredentialStore for Fragile {
    fn load(&self) -> Result<Option<Credentials>, Error> {
        self.inside.load()
    }

    fn prepare(&self) -> Result<(), Error> {
        self.prepared.fetch_add(1, Ordering::Relaxed);
        broken(&self.unready)
    }

    fn save(&self, credentials: &Credentials) -> Result<(), Error> {
        broken(&self.full)?;
        self.inside.save(credentials)
    }

    fn clear(&self) -> Result<(), Error> {
        self.inside.clear()
    }
}

#[test]
fn nothing_is_asked_for_that_could_not_be_kept() {
    let store = Arc::new(Fragile::default());
    let fake = Fake::strict(0);
    let client = fake.gateway(&config().store(store.clone()));
    store.unready.store(true, Ordering::Relaxed);
    let error = client.register(&registration()).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::File);
    client.set_credentials("ath_1", SECRET);
    let error = client.exchange_token("", "ath_sess_1").unwrap_err();
    assert_eq!(error.kind(), ErrorKind::File);
    assert_eq!(fake.requests().len(), 0);
    assert_eq!(store.prepared.load(Ordering::Relaxed), 2);
}

#[test]
fn what_could_not_be_kept_is_handed_over_and_can_be_kept_later() {
    let store = Arc::new(Fragile::default());
    let client = Fake::strict(0).gateway(&config().store(store.clone()));
    store.full.store(true, Ordering::Relaxed);
    let registration = client.register(&registration()).unwrap();
    assert_eq!(registration.warnings, [Warning::NotKept]);
    assert_eq!(registration.client_secret.expose(), SECRET);
    let session = client.authorize(&authorization()).unwrap();
    assert_eq!(session.warnings(), [Warning::NotKept]);
    let token = client.exchange_token("", "ath_sess_1").unwrap();
    assert_eq!(token.warnings, [Warning::NotKept]);
    assert!(client.keep().is_err());
    assert!(store.load().unwrap().is_none());
    store.full.store(false, Ordering::Relaxed);
    client.keep().unwrap();
    let kept = store.load().unwrap().unwrap();
    assert_eq!(Some(&kept), client.credentials().as_ref());
    assert_eq!(kept.client_secret.expose(), SECRET);
    assert_eq!(kept.tokens[0].access_token.expose(), TOKEN);
    assert_eq!(kept.sessions, [], "it was used");
}

#[test]
fn a_new_client_on_the_same_store_goes_on() {
    let store = Arc::new(MemoryStore::new());
    let fake = Fake::strict(0);
    let client = fake.gateway(&config().store(store.clone()));
    client.register(&registration()).unwrap();
    client.authorize(&authorization()).unwrap();
    client.exchange_token("", "ath_sess_1").unwrap();
    let next = fake.gateway(&config().store(store.clone()));
    next.proxy("github", "GET", "/x", None).unwrap();
    let approved = next.credentials().unwrap().approved_providers;
    assert_eq!(approved[0].approved_scopes, ["repo"]);
    next.revoke().unwrap();
    assert_eq!(store.load().unwrap().unwrap().tokens, []);
    next.deregister("ath_1").unwrap();
    assert!(store.load().unwrap().is_none() && next.client_id().is_none());
}

#[test]
fn credentials_of_another_server_or_agent_are_refused() {
    let kept = |url: Option<&str>, agent: Option<&str>| {
        let mut kept = Credentials::new("ath_1", SECRET);
        kept.url = url.map(Into::into);
        kept.agent_id = agent.map(Into::into);
        let store = MemoryStore::new();
        store.save(&kept).unwrap();
        store
    };
    let (url, agent) = (crate::fake::URL, crate::fake::AGENT);
    for (store, expected) in [
        (kept(None, None), None),
        (kept(Some(url), Some(agent)), None),
        (kept(Some("https://gateway.example.com//"), None), None),
        (
            kept(Some("https://other.example.com"), Some(agent)),
            Some(ErrorCode::OtherServer),
        ),
        (
            kept(Some("https://gateway.example.com:8443"), None),
            Some(ErrorCode::OtherServer),
        ),
        (
            kept(
                Some(url),
                Some("https://other.example.com/.well-known/agent.json"),
            ),
            Some(ErrorCode::OtherAgent),
        ),
    ] {
        let fake = Fake::answers(vec![]);
        let config = config().store(store);
        let made = tokenmint::client::ath::GatewayClient::with_http(&config, fake.http());
        let error = made.err();
        assert_eq!(error.as_ref().map(|error| error.code().clone()), expected);
        assert!(error.is_none_or(|error| error.reaction() == Reaction::Fix));
    }
}

#[test]
fn a_token_for_each_provider() {
    let given = |provider: &str, token: &str| {
        let mut body = exchanged();
        body["provider_id"] = provider.into();
        body["access_token"] = token.into();
        ok(body)
    };
    let fake = Fake::rule(move |request| {
        let body = request.body.as_ref().map(tokenmint::http::Body::as_bytes);
        let body: serde_json::Value =
            body.map_or(json!(null), |body| serde_json::from_slice(body).unwrap());
        match body["ath_session_id"].as_str() {
            Some("s1") => given("github", "ath_tk_1"),
            Some("s2") => given("calendar", "ath_tk_2"),
            _ => ok(json!({})),
        }
    });
    let client = fake.gateway(&config());
    client.set_credentials("ath_1", SECRET);
    client.exchange_token("", "s1").unwrap();
    client.exchange_token("", "s2").unwrap();
    let sent = |provider: &str| {
        client.proxy(provider, "GET", "/x", None).unwrap();
        let request = fake.requests().pop().unwrap();
        request.headers.get("authorization").unwrap().to_string()
    };
    assert_eq!(sent("github"), "Bearer ath_tk_1");
    assert_eq!(sent("calendar"), "Bearer ath_tk_2");
    client.revoke_for("github").unwrap();
    assert_eq!(fake.bodies().last().unwrap()["token"], "ath_tk_1");
    assert!(client.token("github").is_none() && client.token("calendar").is_some());
    client.exchange_token("", "s1").unwrap();
    let before = fake.requests().len();
    client.revoke().unwrap();
    let ended: Vec<_> = fake.bodies()[before..]
        .iter()
        .map(|body| body["token"].clone())
        .collect();
    assert_eq!(ended, ["ath_tk_1", "ath_tk_2"]);
    assert!(client.access_token().is_none());
    // One that was set is for all without one of their own, as in the official SDKs.
    client.exchange_token("", "s2").unwrap();
    client.set_token("ath_tk_3");
    client.exchange_token("", "s1").unwrap();
    assert_eq!(sent("github"), "Bearer ath_tk_1");
    assert_eq!(sent("calendar"), "Bearer ath_tk_3");
}

#[test]
fn users_share_a_store_and_no_token() {
    let store = Arc::new(MemoryStore::new());
    let fake = Fake::strict(0);
    let client = |user: &str| fake.gateway(&config().store(store.clone()).user(user));
    let alice = client("alice");
    alice.register(&registration()).unwrap();
    let bob = client("bob");
    alice.exchange_token("", "s1").unwrap();
    assert!(bob.token("github").is_none());
    bob.exchange_token("", "s2").unwrap();
    let users = |store: &MemoryStore| -> Vec<_> {
        let kept = store.load().unwrap().unwrap();
        let mut users: Vec<_> = kept.tokens.into_iter().map(|token| token.user).collect();
        users.sort();
        users
    };
    let name = |name: &str| Some(name.to_string());
    assert_eq!(users(&store), [name("alice"), name("bob")]);
    assert!(client("alice").token("github").is_some());
    alice.revoke().unwrap();
    assert_eq!(users(&store), [name("bob")]);
}

#[test]
fn an_answer_without_something_that_is_not_essential_keeps_the_rest() {
    let mut token = exchanged();
    token.as_object_mut().unwrap().remove("scope_intersection");
    let mut known = registered("approved");
    known["approved_providers"] = json!("all");
    let fake = Fake::answers(vec![answer(201, &known), ok(authorized()), ok(token)]);
    let store = Arc::new(MemoryStore::new());
    let client = fake.gateway(&config().store(store.clone()));
    let error = client.register(&registration()).unwrap_err();
    assert_eq!(*error.code(), ErrorCode::InvalidResponse);
    // The member is named, and its value is not.
    assert!(
        error.message().contains("`approved_providers`"),
        "{}",
        error.message()
    );
    assert!(
        error.message().contains("has id and secret"),
        "{}",
        error.message()
    );
    assert_eq!(
        store.load().unwrap().unwrap().client_secret.expose(),
        SECRET
    );
    client.authorize(&authorization()).unwrap();
    let error = client.exchange_token("", "ath_sess_1").unwrap_err();
    assert!(
        error.message().contains("`scope_intersection`"),
        "{}",
        error.message()
    );
    let kept = store.load().unwrap().unwrap();
    assert_eq!(kept.tokens[0].access_token.expose(), TOKEN);
    assert_eq!(kept.tokens[0].provider_id.as_deref(), Some("github"));
}

#[test]
fn a_token_that_no_header_can_carry_is_refused() {
    for token in ["", "ath\ntk", "ath\u{7f}", "ath tk", "ath\u{e9}"] {
        let mut body = exchanged();
        body["access_token"] = token.into();
        let client = Fake::answers(vec![ok(body)]).gateway(&config());
        client.set_credentials("ath_1", SECRET);
        let error = client.exchange_token("", "s").unwrap_err();
        assert_eq!(*error.code(), ErrorCode::InvalidResponse, "{token:?}");
        assert!(
            error.message().contains("`access_token`"),
            "{}",
            error.message()
        );
        assert!(client.access_token().is_none());
    }
}

#[test]
fn a_conflict_says_the_id_and_the_registration_can_be_taken_away() {
    let conflict = json!({"code": "CONFLICT", "message": "no", "client_id": "ath_0"});
    let gone = json!({"code": "AGENT_NOT_REGISTERED", "message": "Agent not found"});
    let fake = Fake::answers(vec![
        answer(409, &conflict),
        ok(json!({"message": "Agent registration revoked"})),
        answer(404, &gone),
        answer(404, &json!({"message": "Not Found"})),
        answer(201, &registered("approved")),
    ]);
    let client = fake.gateway(&config());
    let error = client.register(&registration()).unwrap_err();
    let id = error.client_id().unwrap();
    assert_eq!(id, "ath_0");
    client.deregister(&id).unwrap();
    client.deregister(&id).unwrap();
    assert_eq!(client.deregister(&id).unwrap_err().status(), Some(404));
    client.register(&registration()).unwrap();
    let sent = &fake.requests()[1];
    assert_eq!(sent.method.as_str(), "DELETE");
    assert!(sent.url.ends_with("/ath/agents/ath_0"), "{}", sent.url);
}

#[test]
fn resources_are_absolute() {
    for (uri, fits) in [
        ("https://api.example.com", true),
        ("https://api.example.com/v1?x=1", true),
        ("urn:example:calendar", true),
        ("api.example.com", false),
        ("/v1", false),
        ("//api.example.com", false),
        ("https://", false),
        ("https:///v1", false),
        ("1http://x", false),
        ("https://x/#f", false),
        ("https://x/ y", false),
        ("https://x/\n", false),
        ("", false),
    ] {
        let client = Fake::rule(|_| ok(authorized())).gateway(&config());
        client.set_credentials("ath_1", SECRET);
        let result = client.authorize(&AuthorizeRequest::new("github", &["repo"]).resource(uri));
        assert_eq!(result.is_ok(), fits, "{uri}");
        let kind = result.err().map(|error| error.kind());
        assert!(
            kind.is_none_or(|kind| kind == ErrorKind::InvalidInput),
            "{uri}"
        );
    }
}

/// A folder of its own, gone afterwards.
struct Folder(std::path::PathBuf);

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

#[test]
fn a_file_is_made_ready_before_anything_is_sent() {
    let name = format!("tokenmint-ath-{}-ready", std::process::id());
    let folder = Folder(std::env::temp_dir().join(name));
    std::fs::create_dir_all(&folder.0).unwrap();
    let names = Mutex::new(Vec::new());
    let (seen, at) = (Arc::new(names), folder.0.clone());
    let tap = seen.clone();
    let fake = Fake::rule(move |_| {
        let entries = std::fs::read_dir(&at).unwrap().map(|entry| entry.unwrap());
        let sizes = entries.map(|entry| entry.metadata().unwrap().len());
        tap.lock().unwrap().extend(sizes);
        answer(201, &registered("approved"))
    });
    let path = folder.0.join("credentials.json");
    let client = fake.gateway(&config().store(FileStore::new(&path)));
    client.register(&registration()).unwrap();
    assert_eq!(
        *seen.lock().unwrap(),
        [16 << 10],
        "the room is there while the request is out"
    );
    let files: Vec<_> = std::fs::read_dir(&folder.0).unwrap().collect();
    assert_eq!(files.len(), 1, "nothing is left beside it: {files:?}");
    let text = std::fs::read_to_string(&path).unwrap();
    assert!(text.ends_with('}'), "shorter than what was prepared");

    // No such folder, and a folder in the place of the file: nothing is sent.
    for path in [folder.0.join("no/folder.json"), folder.0.clone()] {
        let fake = Fake::answers(vec![]);
        let config = config().store(FileStore::new(&path));
        let made = tokenmint::client::ath::GatewayClient::with_http(&config, fake.http());
        let error = made
            .and_then(|client| client.register(&registration()))
            .unwrap_err();
        assert_eq!(error.kind(), ErrorKind::File);
    }
}
