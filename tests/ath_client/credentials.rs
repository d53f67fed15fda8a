//! Credentials in files.

use std::fs;
use std::path::PathBuf;

use serde_json::{Value, json};
use tokenmint::client::ath::{ErrorCode, Warning};
use tokenmint::http::ErrorKind;

use crate::fake::{Fake, SECRET, START, TOKEN, config, registration};

/// A folder of its own, gone afterwards.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path =
            std::env::temp_dir().join(format!("tokenmint-ath-{}-{name}", std::process::id()));
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    fn file(&self) -> PathBuf {
        self.0.join("credentials.json")
    }

    fn names(&self) -> Vec<String> {
        let names = fs::read_dir(&self.0).unwrap();
        let mut names: Vec<_> = names
            .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

#[cfg(unix)]
fn mode(path: &PathBuf) -> u32 {
    use std::os::unix::fs::PermissionsExt;
    fs::metadata(path).unwrap().permissions().mode() & 0o777
}

#[test]
fn a_file_is_the_one_of_the_python_sdk() {
    let folder = Folder::new("python");
    let client = Fake::strict(0).gateway(&config());
    let error = client.save_credentials(folder.file()).unwrap_err();
    assert_eq!(*error.code(), ErrorCode::NotRegistered);
    assert!(folder.names().is_empty());
    client.register(&registration()).unwrap();
    client.set_token(TOKEN);
    client.save_credentials(folder.file()).unwrap();
    let text = fs::read_to_string(folder.file()).unwrap();
    let saved: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(saved["client_id"], "ath_1");
    assert_eq!(saved["client_secret"], SECRET);
    assert_eq!(saved["url"], crate::fake::URL);
    assert_eq!(saved["agent_id"], crate::fake::AGENT);
    assert_eq!(
        folder.names(),
        ["credentials.json"],
        "nothing is left beside it"
    );
    #[cfg(unix)]
    assert_eq!(mode(&folder.file()), 0o600);
}

#[test]
fn another_process_goes_on_where_this_one_stopped() {
    let folder = Folder::new("everything");
    let fake = Fake::strict(0);
    let client = fake.gateway(&config());
    client.register(&registration()).unwrap();
    client.authorize(&crate::fake::authorization()).unwrap();
    client.exchange_token("", "ath_sess_1").unwrap();
    client.authorize(&crate::fake::authorization()).unwrap();
    client.save_credentials(folder.file()).unwrap();
    let saved: Value = serde_json::from_slice(&fs::read(folder.file()).unwrap()).unwrap();
    assert_eq!(
        saved["tokens"],
        json!([{
            "access_token": TOKEN, "provider_id": "github", "expires_at": START + 3600,
            "effective_scopes": ["repo"], "requested_scopes": ["repo"],
        }])
    );
    assert_eq!(saved["sessions"][0]["ath_session_id"], "ath_sess_1");
    assert_eq!(saved["sessions"][0]["began_at"], START);
    assert_eq!(
        saved["redirect_uris"],
        json!(["https://gateway.example.com/ath/callback"])
    );

    let later = Fake::strict(0);
    later.pass(500);
    let next = later.async_gateway(&config());
    assert_eq!(next.load_credentials(folder.file()).unwrap(), []);
    let session = next.open_session(Some("github")).unwrap();
    assert_eq!(session.ath_session_id, "ath_sess_1");
    assert!(next.open_session(Some("calendar")).is_none());
    assert_eq!(next.expires_at("github").unwrap().as_secs(), START + 3600);
    later.pass(2500);
    assert!(next.open_session(None).is_none(), "ten minutes are over");
    assert_eq!(next.time_left("github").unwrap().as_secs(), 600);
    crate::fake::now(next.proxy("github", "GET", "/x", None)).unwrap();
    later.pass(600);
    let error = crate::fake::now(next.proxy("github", "GET", "/x", None)).unwrap_err();
    assert_eq!(
        (error.code(), error.status()),
        (&ErrorCode::TokenExpired, None)
    );
}

#[test]
fn loading_takes_what_it_knows_and_no_half() {
    let folder = Folder::new("load");
    let client = Fake::strict(0).gateway(&config());
    client.set_credentials("before", "before");
    client.set_token(TOKEN);
    for text in [
        "",
        "[]",
        "null",
        "not json",
        "{\"client_id\":\"a\"}",
        "{\"client_secret\":\"a\"}",
        "{\"client_id\":null,\"client_secret\":\"s\"}",
        "{\"client_id\":\"a\",\"client_secret\":5}",
        "{\"client_id\":\"\",\"client_secret\":\"s\"}",
        "{\"client_id\":\"a\",\"client_secret\":\"S3CRET\",\"tokens\":5}",
        "{\"client_id\":\"a\",\"client_secret\":\"S3CRET\",\"url\":5}",
    ] {
        fs::write(folder.file(), text).unwrap();
        let error = client.load_credentials(folder.file()).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::File, "{text}");
        assert!(!format!("{error} {error:?} {}", error.message()).contains("S3CRET"));
        assert_eq!(client.client_id().as_deref(), Some("before"), "{text}");
    }
    let error = client.load_credentials(folder.0.join("none")).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::File);

    let text = "{\"client_secret\":\"s\",\"registeredAt\":1,\"client_id\":\"after\",\"x\":[]}";
    fs::write(folder.file(), text).unwrap();
    client.load_credentials(folder.file()).unwrap();
    assert_eq!(client.client_id().as_deref(), Some("after"));
    assert!(client.open_session(None).is_none());
    assert_eq!(client.credentials().unwrap().redirect_uris, [""; 0]);
    assert!(client.access_token().is_some(), "the token stays");
}

#[cfg(unix)]
#[test]
fn a_file_that_others_can_read_is_a_warning() {
    use std::os::unix::fs::PermissionsExt;
    let folder = Folder::new("wide");
    let client = Fake::strict(0).gateway(&config());
    client.set_credentials("ath_1", SECRET);
    client.save_credentials(folder.file()).unwrap();
    for (mode, warnings) in [
        (0o600, &[][..]),
        (0o400, &[]),
        (0o640, &[Warning::ReadableByOthers]),
        (0o604, &[Warning::ReadableByOthers]),
    ] {
        fs::set_permissions(folder.file(), fs::Permissions::from_mode(mode)).unwrap();
        let found = client.load_credentials(folder.file()).unwrap();
        assert_eq!(found, warnings, "{mode:o}");
    }
    // The next one is narrow again.
    client.save_credentials(folder.file()).unwrap();
    assert_eq!(mode(&folder.file()), 0o600);
}

#[cfg(unix)]
#[test]
fn writing_replaces_and_never_shortens() {
    let folder = Folder::new("replace");
    let client = Fake::strict(0).gateway(&config());
    client.set_credentials("ath_1", SECRET);
    // A link is replaced, and what it points to is left alone.
    let precious = folder.0.join("precious");
    fs::write(&precious, "as it was").unwrap();
    std::os::unix::fs::symlink(&precious, folder.file()).unwrap();
    client.save_credentials(folder.file()).unwrap();
    assert_eq!(fs::read_to_string(&precious).unwrap(), "as it was");
    assert!(!fs::symlink_metadata(folder.file()).unwrap().is_symlink());
    // What cannot be replaced stays, and nothing is left beside it.
    let taken = folder.0.join("taken");
    fs::create_dir_all(taken.join("inside")).unwrap();
    let before = folder.names();
    let error = client.save_credentials(&taken).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::File);
    assert_eq!(folder.names(), before);
    let error = client
        .save_credentials(folder.0.join("no/folder"))
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::File);
}
