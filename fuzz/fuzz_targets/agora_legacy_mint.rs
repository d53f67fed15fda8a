//! Keys 001 to 005 and signaling tokens: the output rule and the way back.

#![no_main]
#![allow(deprecated)] // What is obsolete is checked as well.

use arbitrary::Arbitrary;
use libfuzzer_sys::fuzz_target;
use tokenmint::agora::legacy::{
    self, KEY_CAPACITY, KeyInputs, ParsedKey, ParsedKey5, SIGNALING_CAPACITY, key5_capacity,
};
use tokenmint::agora::{ExpireAt, Stamp};
use tokenmint_fuzz::{APP_ID, Name, credentials, obeys};

#[derive(Debug, Arbitrary)]
struct Input {
    issued_at: u32,
    random: u32,
    uid: u32,
    ends: u32,
    size: u16,
    channel: Name,
    permission: Name,
    format: u8,
}

fuzz_target!(|input: Input| {
    let Ok(stamp) = Stamp::new(input.issued_at, input.random) else {
        return;
    };
    let credentials = credentials();
    let channel = input.channel.0.as_str();
    let expires_at = ExpireAt::unix(input.ends);
    let keys = KeyInputs {
        credentials: &credentials,
        stamp,
        channel,
        uid: input.uid,
        expires_at,
    };
    let format = input.format % 11;
    let minted = obeys(input.size, |out| match format {
        0 => legacy::generate(&credentials, stamp, channel, out),
        1 => legacy::generate2(&keys, out),
        2 => legacy::generate3(&keys, out),
        3 => legacy::generate_public_sharing_key(&keys, out),
        4 => legacy::generate_recording_key(&keys, out),
        5 => legacy::generate_media_channel_key(&keys, out),
        6 => legacy::generate_public_sharing_key5(&keys, out),
        7 => legacy::generate_recording_key5(&keys, out),
        8 => legacy::generate_media_channel_key5(&keys, out),
        9 => legacy::generate_in_channel_permission_key(&keys, &input.permission.0, out),
        _ => legacy::generate_signaling_token(&credentials, channel, expires_at, out),
    });
    let Ok(key) = minted else {
        return;
    };
    match format {
        0..=5 => {
            assert!(key.len() <= KEY_CAPACITY);
            let parsed = ParsedKey::parse(&key).expect("a key");
            assert_eq!(parsed.version, [1, 2, 3, 4, 4, 4][usize::from(format)]);
            assert_eq!(parsed.app_id, APP_ID);
            assert_eq!(parsed.issued_at, input.issued_at);
            assert_eq!(parsed.random, input.random);
            assert!(parsed.uid.is_none_or(|uid| uid == input.uid));
            assert!(parsed.expires_at.is_none_or(|at| at == expires_at));
            assert_eq!(parsed.expires_at.is_none(), format == 0);
        }
        6..=9 => {
            let permission = (format == 9).then_some(input.permission.0.as_str());
            assert_eq!(key.len(), key5_capacity(permission.map(str::len)));
            let mut workspace = vec![0; key.len()];
            let parsed = ParsedKey5::parse(&key, &mut workspace).expect("a key");
            assert_eq!(parsed.service, [3, 2, 1, 4][usize::from(format) - 6]);
            assert_eq!(parsed.issued_at, input.issued_at);
            assert_eq!(parsed.salt, input.random);
            assert_eq!(parsed.expires_at, expires_at);
            assert_eq!(parsed.permission, permission);
            let hex: String = parsed
                .app_id
                .iter()
                .map(|byte| format!("{byte:02x}"))
                .collect();
            assert_eq!(hex, APP_ID.to_lowercase());
        }
        _ => {
            assert!(key.len() <= SIGNALING_CAPACITY);
            let head = format!("1:{APP_ID}:{}:", input.ends);
            assert_eq!(key.strip_prefix(&head).map(str::len), Some(32));
        }
    }
});
