//! What came before 006.

#![allow(deprecated, reason = "they exist, so they are linked")]

use tokenmint::agora::{Expected, ExpireAt};
use tokenmint::agora::legacy::{
    KeyInputs, ParsedKey, ParsedKey5, ParsedSignalingToken, generate, generate_in_channel_permission_key,
    generate_media_channel_key, generate_media_channel_key5, generate_public_sharing_key,
    generate_public_sharing_key5, generate_recording_key, generate_recording_key5,
    generate_signaling_token, generate2, generate3,
};

use super::Inputs;
use crate::{Memory, part_mut, status, text};

#[unsafe(no_mangle)]
extern "C" fn bare_legacy_mint(inputs: &Inputs, out: &mut Memory, cap: usize) -> i32 {
    let out = part_mut(out, cap);
    status((|| {
        let credentials = &inputs.credentials()?;
        let (stamp, channel) = (inputs.stamp()?, inputs.channel());
        let expires_at = ExpireAt::unix(inputs.expire);
        let key = KeyInputs {
            credentials,
            stamp,
            channel,
            uid: inputs.uid,
            expires_at,
        };
        let mut len = generate(credentials, stamp, channel, &mut *out)?.len();
        len ^= generate2(&key, &mut *out)?.len();
        len ^= generate3(&key, &mut *out)?.len();
        len ^= generate_public_sharing_key(&key, &mut *out)?.len();
        len ^= generate_recording_key(&key, &mut *out)?.len();
        len ^= generate_media_channel_key(&key, &mut *out)?.len();
        len ^= generate_public_sharing_key5(&key, &mut *out)?.len();
        len ^= generate_recording_key5(&key, &mut *out)?.len();
        len ^= generate_media_channel_key5(&key, &mut *out)?.len();
        len ^= generate_in_channel_permission_key(&key, inputs.account(), &mut *out)?.len();
        len ^= generate_signaling_token(credentials, inputs.account(), expires_at, out)?.len();
        Ok(len)
    })())
}

#[unsafe(no_mangle)]
extern "C" fn bare_legacy_check(
    inputs: &Inputs,
    key: &Memory,
    key_len: usize,
    now: u32,
    workspace: &mut Memory,
) -> i32 {
    status((|| {
        let credentials = &inputs.credentials()?;
        let expected = Expected::to_join(inputs.channel(), inputs.account(), inputs.role())
            .certificate(credentials.certificate())
            .app_id(credentials.app_id())
            .now(now);
        let key = text(key, key_len);
        if let Ok(parsed) = ParsedKey::parse(key) {
            parsed.check(&expected).ok()?;
            return Ok(parsed.signature.len());
        }
        if let Ok(parsed) = ParsedKey5::parse(key, workspace) {
            parsed.check(&expected).ok()?;
            return Ok(parsed.signature.len());
        }
        let parsed = ParsedSignalingToken::parse(key)?;
        parsed.check(&expected).ok()?;
        Ok(parsed.hash.len())
    })())
}
