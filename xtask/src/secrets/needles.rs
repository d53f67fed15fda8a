//! What must not stay: for each credential the secrets it is made with, and
//! what is derived from them.

use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::{Result, vectors};

/// A secret in the forms that memory may hold it in.
pub(super) struct Needle {
    pub(super) what: &'static str,
    pub(super) forms: Vec<(&'static str, Vec<u8>)>,
}

impl Needle {
    /// Bytes, big-endian words as a processor keeps them, a big number by its
    /// smallest limb first.
    pub(super) fn new(what: &'static str, bytes: &[u8]) -> Self {
        Self {
            what,
            forms: vec![
                ("as it is", bytes.to_vec()),
                ("as words", words(bytes)),
                ("reversed", bytes.iter().rev().copied().collect()),
            ],
        }
    }

    /// A key of HMAC in its forms: as it is, and padded and masked twice.
    pub(super) fn key(what: &'static str, bytes: &[u8]) -> Self {
        let mut needle = Self::new(what, bytes);
        for (form, form_as_words, mask) in [
            ("inner pad", "inner pad as words", 0x36),
            ("outer pad", "outer pad as words", 0x5c),
        ] {
            let masked: Vec<u8> = bytes.iter().map(|byte| byte ^ mask).collect();
            needle.forms.push((form_as_words, words(&masked)));
            needle.forms.push((form, masked));
        }
        needle
    }
}

fn words(bytes: &[u8]) -> Vec<u8> {
    bytes
        .chunks(4)
        .flat_map(|word| word.iter().rev().copied())
        .collect()
}

/// The needles of the case that `name` names, as in `tests/vectors/`.
pub(super) fn of(name: &str) -> Result<Vec<Needle>> {
    let case = vectors::case(name)?;
    let text = |pointer: &str| -> Result<Vec<u8>> {
        case.pointer(pointer)
            .and_then(Value::as_str)
            .map(|text| text.as_bytes().to_vec())
            .ok_or_else(|| format!("{name} has no {pointer}"))
    };
    let number = |pointer: &str| {
        case.pointer(pointer)
            .and_then(Value::as_u64)
            .and_then(|number| u32::try_from(number).ok())
            .ok_or_else(|| format!("{name} has no {pointer}"))
    };
    match name.split_once('/').unwrap_or_default() {
        ("agora", _) => {
            let certificate = text("/inputs/app_certificate")?;
            let mut needles = vec![Needle::key("certificate", &certificate)];
            if case["format"] == "007" {
                let time_key = hmac(&number("/inputs/issue_ts")?.to_le_bytes(), &certificate);
                let key = hmac(&number("/inputs/salt")?.to_le_bytes(), &time_key);
                needles.push(Needle::key("k1", &time_key));
                needles.push(Needle::key("k2", &key));
                needles.extend(states_256("state of k2", &key));
            } else {
                needles.extend(states_256("state of the certificate", &certificate));
            }
            Ok(needles)
        }
        ("zego", _) => {
            let secret = text("/input/secret")?;
            let mut needles = vec![Needle::new("server secret", &secret)];
            needles.extend(secret.as_chunks().0.iter().map(first_round_key));
            Ok(needles)
        }
        ("authing", _) => {
            let secret = text("/access_key_secret")?;
            let mut needles = vec![Needle::key("access key secret", &secret)];
            needles.extend(states_1("state of the access key secret", &secret));
            Ok(needles)
        }
        ("ath", _) => {
            let key = vectors::private_key(&case)?;
            Ok(vec![
                Needle::key("private key", &hex(&key)?),
                Needle::new(
                    "number of the signature",
                    &hex(std::str::from_utf8(&text("/k_hex")?).unwrap_or_default())?,
                ),
            ])
        }
        _ => Err(format!("nobody knows the secrets of {name}")),
    }
}

/// What AES makes of half of a key before its first round: of all bytes the lowest
/// bit, then the next, row by row of the square that a block is.
fn first_round_key(half: &[u8; 16]) -> Needle {
    let word = |bit: usize| {
        (0..16).fold(0_u16, |word, at| {
            let byte = half[4 * (at % 4) + at / 4];
            word | u16::from(byte >> bit & 1) << at
        })
    };
    let plain: Vec<u8> = (0..8).flat_map(|bit| word(bit).to_le_bytes()).collect();
    let inverted = plain.iter().map(|byte| !byte).collect();
    Needle {
        what: "round key of the server secret",
        forms: vec![("by bits", plain), ("by bits, inverted", inverted)],
    }
}

fn hmac(key: &[u8], message: &[u8]) -> Vec<u8> {
    let mut inner = Sha256::new_with_prefix(pad(key, 0x36));
    inner.update(message);
    let mut outer = Sha256::new_with_prefix(pad(key, 0x5c));
    outer.update(inner.finalize());
    outer.finalize().to_vec()
}

fn pad(key: &[u8], mask: u8) -> [u8; 64] {
    let mut block = [mask; 64];
    for (byte, key) in block.iter_mut().zip(key) {
        *byte ^= key;
    }
    block
}

/// What the hash is after the padded key: as good as the key itself.
fn states_256(what: &'static str, key: &[u8]) -> [Needle; 2] {
    const START: [u32; 8] = [
        0x6a09_e667,
        0xbb67_ae85,
        0x3c6e_f372,
        0xa54f_f53a,
        0x510e_527f,
        0x9b05_688c,
        0x1f83_d9ab,
        0x5be0_cd19,
    ];
    [0x36, 0x5c].map(|mask| {
        let mut state = START;
        sha2::block_api::compress256(&mut state, &[pad(key, mask)]);
        Needle::new(what, &big_endian(&state))
    })
}

fn states_1(what: &'static str, key: &[u8]) -> [Needle; 2] {
    const START: [u32; 5] = [
        0x6745_2301,
        0xefcd_ab89,
        0x98ba_dcfe,
        0x1032_5476,
        0xc3d2_e1f0,
    ];
    [0x36, 0x5c].map(|mask| {
        let mut state = START;
        sha1::block_api::compress(&mut state, &[pad(key, mask)]);
        Needle::new(what, &big_endian(&state))
    })
}

fn big_endian(state: &[u32]) -> Vec<u8> {
    state.iter().flat_map(|word| word.to_be_bytes()).collect()
}

pub(super) fn hex(digits: &str) -> Result<Vec<u8>> {
    digits
        .as_bytes()
        .chunks(2)
        .map(|pair| {
            std::str::from_utf8(pair)
                .ok()
                .and_then(|pair| u8::from_str_radix(pair, 16).ok())
                .ok_or_else(|| "no hexadecimal digits".to_owned())
        })
        .collect()
}
