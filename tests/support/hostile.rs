//! Tokens that no builder makes: each repeats what it says.

use tokenmint::internals::wire::base64;

pub(crate) const NOW: u32 = 1_700_000_000;
pub(crate) const APP_ID: &str = "970CA35de60c44645bbae8a215061b33";

/// The number of the privilege at a place.
pub(crate) type Number = fn(usize) -> u16;

/// Each once, backwards.
pub(crate) fn distinct(at: usize) -> u16 {
    u16::MAX - u16::try_from(at).expect("16 bits")
}

/// A 006 token with so many privileges.
pub(crate) fn token_006(privileges: usize, number: Number) -> String {
    let mut message = vec![0; 4];
    message.extend(NOW.to_le_bytes());
    message.extend(u16::try_from(privileges).expect("few").to_le_bytes());
    for at in 0..privileges {
        message.extend(number(at).to_le_bytes());
        message.extend(NOW.to_le_bytes());
    }
    let mut content = vec![32, 0];
    content.extend([7; 32 + 4 + 4]);
    content.extend(u16::try_from(message.len()).expect("short").to_le_bytes());
    content.extend(message);
    format!("006{APP_ID}{}", base64_text(&content))
}

/// The content of a 007 token with so many services, each with so many
/// privileges.
pub(crate) fn content_007(services: usize, privileges: usize, number: Number) -> Vec<u8> {
    let mut content = vec![32, 0];
    content.extend([7; 32]);
    content.extend([32, 0]);
    content.extend(APP_ID.as_bytes());
    content.extend(NOW.to_le_bytes());
    content.extend(3600_u32.to_le_bytes());
    content.extend(7_u32.to_le_bytes());
    content.extend(u16::try_from(services).expect("few").to_le_bytes());
    for _ in 0..services {
        content.extend([4, 0]);
        content.extend(u16::try_from(privileges).expect("few").to_le_bytes());
        for at in 0..privileges {
            content.extend(number(at).to_le_bytes());
            content.extend(1_u32.to_le_bytes());
        }
    }
    content
}

pub(crate) fn base64_text(bytes: &[u8]) -> String {
    let mut text = vec![0; base64::encoded_len(bytes.len())];
    text[..bytes.len()].copy_from_slice(bytes);
    base64::encode_at(&mut text, 0, bytes.len()).expect("room");
    String::from_utf8(text).expect("base64")
}
