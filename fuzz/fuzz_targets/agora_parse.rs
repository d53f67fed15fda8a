//! 001 to 007 on any text, and what 006 and 007 contain on any bytes.

#![no_main]

use libfuzzer_sys::fuzz_target;
use tokenmint::Error;
use tokenmint::agora::legacy::{ParsedKey, ParsedKey5};
use tokenmint::agora::v006::ParsedToken;
use tokenmint::agora::v007::{self, FieldsRef, ParsedToken2, workspace_len};
use tokenmint::agora::{AppId, Expected, Role};
use tokenmint_fuzz::{APP_ID, credentials};

fuzz_target!(|data: &[u8]| {
    if let Ok(token) = std::str::from_utf8(data) {
        text(token);
    }
    if let Ok(parsed) = ParsedToken2::from_content(data) {
        read_007(&parsed);
    }
    if let Ok(parsed) = ParsedToken::from_content(APP_ID, data) {
        read_006(&parsed);
    }
});

fn text(token: &str) {
    let mut workspace = vec![0; workspace_len(token.len())];
    match ParsedToken2::parse(token, &mut workspace) {
        Ok(parsed) => {
            assert!(token.starts_with("007"));
            read_007(&parsed);
        }
        Err(Error::BufferTooSmall { .. }) => panic!("the workspace is enough for any token"),
        Err(_) => {}
    }
    // A workspace without room is an error, and one of some room no panic.
    for len in [0, token.len() / 2, token.len() * 3 / 4, token.len(), 1_024] {
        let mut workspace = vec![0; len];
        if let Err(Error::BufferTooSmall { needed }) = ParsedToken2::parse(token, &mut workspace) {
            assert_eq!(needed, workspace_len(token.len()));
        }
    }
    let mut workspace = vec![0; workspace_len(token.len())];
    if let Ok(peeked) = v007::peek(token, &mut workspace) {
        for now in [0, peeked.issued_at, u32::MAX] {
            // A token that has ended is to be renewed.
            assert!(!peeked.has_expired(now) || peeked.should_renew(now));
        }
    }

    let mut workspace = vec![0; token.len()];
    if let Ok(parsed) = ParsedToken::parse(token, &mut workspace) {
        assert!(token.starts_with("006"));
        read_006(&parsed);
    }
    if let Ok(key) = ParsedKey::parse(token) {
        assert_eq!(key.signature.len(), 40);
        assert_eq!(key.app_id.len(), 32);
    }
    let mut workspace = vec![0; token.len()];
    if let Ok(key) = ParsedKey5::parse(token, &mut workspace) {
        assert!(token.starts_with("005"));
        let _ = (key.signature, key.permission);
    }
}

fn read_007(parsed: &ParsedToken2<'_>) {
    let count = parsed.services().count();
    let said = usize::from(parsed.service_count());
    assert!(count <= said);
    assert_eq!(count == said, parsed.unknown_service().is_none());
    for service in parsed.services() {
        for (number, expire) in service.privileges.iter() {
            assert!(service.privileges.get(number).is_some());
            assert!(expire.after(parsed.issued_at()) >= parsed.issued_at().into());
        }
        let _ = (service.channel(), service.user());
        if let FieldsRef::Permissions { permissions, .. } = service.fields {
            for permission in permissions.iter() {
                assert!(permission.resources().count() <= usize::from(u16::MAX));
            }
        }
    }
    let mut warnings = 0;
    parsed.warnings(Some(1_700_000_000), |_| warnings += 1);
    let mut timeless = 0;
    parsed.warnings(None, |warning| {
        assert!(!warning.name().is_empty() && !warning.to_string().is_empty());
        timeless += 1;
    });
    assert!(timeless <= warnings);
    let credentials = credentials();
    let app_id = AppId::new(APP_ID).expect("an app id");
    let expected = Expected::to_join("lobby", 7, Role::Publisher)
        .certificate(credentials.certificate())
        .app_id(&app_id)
        .now(1_700_000_000);
    let report = parsed.check(&expected);
    assert_eq!(
        report.signature.fails(),
        parsed.verify(credentials.certificate()).is_err()
    );
    let _ = report.ok();
}

fn read_006(parsed: &ParsedToken<'_>) {
    for (number, _) in parsed.privileges() {
        assert!(parsed.privilege(number).is_some());
    }
    parsed.warnings(Some(1_700_000_000), |warning| {
        assert!(!warning.name().is_empty());
    });
    let credentials = credentials();
    let expected = Expected::to_join("lobby", 7, Role::Publisher)
        .certificate(credentials.certificate())
        .now(1_700_000_000);
    let report = parsed.check(&expected);
    let _ = report.ok();
}
