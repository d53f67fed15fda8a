//! token04 in both modes and token03: the output rule, the way back, and the
//! JSON inside as serde_json reads it.

#![no_main]

use arbitrary::Arbitrary;
use libfuzzer_sys::fuzz_target;
use serde_json::{Value, json};
use tokenmint::zego::{
    Access, CbcEntropy, Expected, GcmEntropy, JSON_MAX, Mode, ParsedPayload, Privilege, Privileges,
    RoomPayload, Sealed03, Sealed04, ServerSecret, Token03, Token04, workspace_len,
};
use tokenmint::{Error, Limits};
use tokenmint_fuzz::{Name, SERVER_SECRET, obeys};

#[derive(Debug, Arbitrary)]
struct Input {
    app_id: u32,
    user_id: Name,
    effective: Effective,
    issued_at: Effective,
    nonce: i64,
    iv: [u8; 16],
    wire: bool,
    size: u16,
    kind: Kind,
}

#[derive(Debug, Clone, Copy, Arbitrary)]
enum Effective {
    Likely(u32),
    Any(i64),
}

impl Effective {
    fn seconds(self) -> i64 {
        match self {
            Self::Likely(seconds) => seconds.into(),
            Self::Any(seconds) => seconds,
        }
    }
}

#[derive(Debug, Arbitrary)]
enum Kind {
    Text {
        gcm: bool,
        payload: Name,
    },
    Room {
        gcm: bool,
        room: Room,
    },
    Token03 {
        room_id: Name,
        login: bool,
        publish: bool,
    },
}

#[derive(Debug, Arbitrary)]
struct Room {
    room_id: Name,
    login: Option<bool>,
    publish: bool,
    streams: Option<Vec<Name>>,
    without: bool,
}

const fn access(allow: bool) -> Access {
    if allow { Access::Allow } else { Access::Deny }
}

fn room<'a>(input: &'a Room, streams: &'a [&'a str]) -> RoomPayload<'a> {
    let publish = access(input.publish);
    let privileges = match input.login {
        Some(login) => Privileges::both(access(login), publish),
        None => Privileges::publish(publish),
    };
    let payload = RoomPayload::new(&input.room_id.0, privileges);
    match (&input.streams, input.without) {
        (Some(_), _) => payload.streams(streams),
        (None, true) => payload.without_streams(),
        (None, false) => payload,
    }
}

fuzz_target!(|input: Input| {
    let secret = ServerSecret::new(SERVER_SECRET).expect("32 characters");
    let limits = if input.wire {
        Limits::Wire
    } else {
        Limits::Documented
    };
    let (effective, issued_at) = (input.effective.seconds(), input.issued_at.seconds());
    let user_id = input.user_id.0.as_str();
    match &input.kind {
        Kind::Token03 {
            room_id,
            login,
            publish,
        } => {
            let token = Token03::new(
                input.app_id,
                &room_id.0,
                user_id,
                access(*login),
                access(*publish),
                effective,
            )
            .limits(limits);
            let minted = obeys(input.size, |out| {
                token.mint(
                    &secret,
                    CbcEntropy::new(input.iv, input.nonce),
                    issued_at,
                    out,
                )
            });
            assert_eq!(
                minted.as_ref().map(String::len).map_err(|error| *error),
                token.len(issued_at, input.nonce)
            );
            let Ok(text) = minted else { return };
            assert!(text.len() <= Token03::capacity(room_id.0.len(), user_id.len()));
            let mut workspace = vec![0; workspace_len(text.len())];
            let claims = Sealed03::parse(&text, &mut workspace)
                .and_then(|sealed| sealed.open(&secret))
                .expect("its own token");
            let expected = json!({
                "app_id": input.app_id,
                "room_id": room_id.0,
                "user_id": user_id,
                "privilege": { "1": u8::from(*login), "2": u8::from(*publish) },
                "create_time": issued_at,
                "expire_time": issued_at + effective,
                "nonce": input.nonce,
            });
            assert_eq!(claims.as_json(), expected.to_string());
            assert!(claims.room_id().eq_str(&room_id.0));
            assert!(claims.user_id().eq_str(user_id));
            assert_eq!(claims.privilege(Privilege::Login), Some((*login).into()));
            assert_eq!(
                claims.privilege(Privilege::Publish),
                Some((*publish).into())
            );
        }
        Kind::Text { gcm, payload } => {
            let token = Token04::new(input.app_id, user_id, effective)
                .payload(&payload.0)
                .limits(limits);
            let Some((text, parsed)) = mint_04(&input, &token, *gcm, &secret, issued_at) else {
                return;
            };
            let mode = if *gcm { Mode::Gcm } else { Mode::Cbc };
            let capacity = Token04::capacity_in(mode, user_id.len(), payload.0.len());
            assert!(text.len() <= capacity);
            assert_eq!(parsed, payload.0);
        }
        Kind::Room { gcm, room: it } => {
            let streams: Vec<&str> = it.streams.iter().flatten().map(AsRef::as_ref).collect();
            let payload = room(it, &streams);
            let token = Token04::new(input.app_id, user_id, effective)
                .room(payload)
                .limits(limits);
            let Some((text, parsed)) = mint_04(&input, &token, *gcm, &secret, issued_at) else {
                return;
            };
            let mode = if *gcm { Mode::Gcm } else { Mode::Cbc };
            let capacity = Token04::room_capacity_in(
                mode,
                user_id.len(),
                it.room_id.0.len(),
                streams.len(),
                streams.iter().map(|stream| stream.len()).sum(),
            );
            assert!(text.len() <= capacity);
            assert_eq!(
                obeys(input.size, |out| payload.write(out)),
                Ok(parsed.clone())
            );
            let value: Value = serde_json::from_str(&parsed).expect("JSON");
            assert_eq!(value["room_id"], it.room_id.0);
            let back = ParsedPayload::parse(&parsed).expect("a payload");
            assert!(back.room_id().is_some_and(|id| id.eq_str(&it.room_id.0)));
            assert_eq!(back.privilege(Privilege::Login), it.login.map(i64::from));
            assert_eq!(back.privilege(Privilege::Publish), Some(it.publish.into()));
            assert!(back.streams().map(|stream| stream.to_string()).eq(streams));
        }
    }
});

/// The token, and the payload that came back.
fn mint_04(
    input: &Input,
    token: &Token04<'_>,
    gcm: bool,
    secret: &ServerSecret,
    issued_at: i64,
) -> Option<(String, String)> {
    let nonce: [u8; 12] = input.iv[..12].try_into().expect("12 bytes");
    let minted = obeys(input.size, |out| {
        if gcm {
            token.mint_gcm(secret, GcmEntropy::new(nonce, input.nonce), issued_at, out)
        } else {
            token.mint(
                secret,
                CbcEntropy::new(input.iv, input.nonce),
                issued_at,
                out,
            )
        }
    });
    let mode = if gcm { Mode::Gcm } else { Mode::Cbc };
    assert_eq!(
        minted.as_ref().map(String::len).map_err(|error| *error),
        token.len(mode, issued_at, input.nonce)
    );
    let text = match minted {
        Ok(text) => text,
        Err(Error::ContentTooLarge { max }) => {
            assert_eq!(max, JSON_MAX);
            return None;
        }
        Err(_) => return None,
    };
    let mut workspace = vec![0; workspace_len(text.len())];
    let sealed = Sealed04::parse(&text, &mut workspace).expect("its own token");
    assert_eq!(sealed.mode(), mode);
    let claims = sealed.open(secret).expect("its own token");
    let expires_at = issued_at + input.effective.seconds();
    assert!(
        claims
            .check(&Expected::of(
                input.app_id,
                &input.user_id.0,
                expires_at - 1
            ))
            .ok()
            .is_ok()
    );
    assert!(
        claims
            .check(&Expected::of(input.app_id, &input.user_id.0, expires_at))
            .ok()
            .is_err()
    );
    let payload = claims
        .payload()
        .map(|text| text.to_string())
        .unwrap_or_default();
    let expected = json!({
        "app_id": input.app_id,
        "user_id": input.user_id.0,
        "nonce": input.nonce,
        "ctime": issued_at,
        "expire": expires_at,
        "payload": payload,
    });
    assert_eq!(claims.as_json(), expected.to_string());
    Some((text, payload))
}
