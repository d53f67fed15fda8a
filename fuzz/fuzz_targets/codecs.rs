//! Dates, base64, hexadecimal digits, percent-encoding, decimals and packed
//! binary on any bytes, against plain implementations of each.

#![no_main]

use std::time::{Duration, SystemTime};

use libfuzzer_sys::fuzz_target;
use tokenmint::internals::wire::percent::{self, Style};
use tokenmint::internals::wire::{base64, decimal, hex, http_date, packing};
use tokenmint::output::Writer;
use tokenmint::pkce::Verifier;

fuzz_target!(|data: &[u8]| {
    dates(data);
    base64s(data);
    hexes(data);
    percents(data);
    decimals(data);
    packed(data);
    if let Ok(text) = std::str::from_utf8(data)
        && let Ok(verifier) = Verifier::new(text)
    {
        assert_eq!(verifier.expose(), text);
        assert!(verifier.matches(verifier.challenge().as_str()));
        assert!(!verifier.matches(text) || text.len() == 43);
    }
});

fn dates(data: &[u8]) {
    let theirs = std::str::from_utf8(data)
        .ok()
        .and_then(|text| httpdate::parse_http_date(text).ok());
    if let Some(seconds) = http_date::parse(data) {
        let then = SystemTime::UNIX_EPOCH + Duration::from_secs(seconds);
        assert_eq!(theirs, Some(then));
        // Only one way of writing is read.
        assert_eq!(
            http_date::encode(seconds).as_ref().map(|text| &text[..]),
            Some(data)
        );
    }
    if let Some(seconds) = data.first_chunk().map(|bytes| u64::from_le_bytes(*bytes)) {
        for seconds in [seconds, seconds % (http_date::MAX_UNIX_SECONDS + 1)] {
            let text = http_date::encode(seconds);
            assert_eq!(text.is_some(), seconds <= http_date::MAX_UNIX_SECONDS);
            if let Some(text) = text {
                let then = SystemTime::UNIX_EPOCH + Duration::from_secs(seconds);
                assert_eq!(httpdate::fmt_http_date(then).as_bytes(), text);
                assert_eq!(http_date::parse(&text), Some(seconds));
            }
        }
    }
}

const STANDARD: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// Base64 bit by bit, padded.
fn plain_base64(data: &[u8]) -> String {
    let mut text = String::new();
    for group in data.chunks(3) {
        let bits = group
            .iter()
            .chain(std::iter::repeat(&0))
            .take(3)
            .fold(0_usize, |bits, byte| bits << 8 | usize::from(*byte));
        for at in 0..4 {
            if at <= group.len() {
                text.push(char::from(STANDARD[bits >> (18 - 6 * at) & 63]));
            } else {
                text.push('=');
            }
        }
    }
    text
}

fn base64s(data: &[u8]) {
    let expected = plain_base64(data);
    assert_eq!(base64::encoded_len(data.len()), expected.len());
    let mut memory = vec![0xA5; expected.len() + 8];
    let mut out = Writer::new(&mut memory[..expected.len()]);
    base64::put(&mut out, data);
    assert_eq!(out.finish_str(), Ok(expected.as_str()));
    assert_eq!(memory[expected.len()..], [0xA5; 8]);

    // In place.
    for at in [0, 3] {
        let mut buffer = vec![0; at + expected.len()];
        buffer[..data.len()].copy_from_slice(data);
        assert_eq!(
            base64::encode_at(&mut buffer, at, data.len()),
            Ok(at + expected.len())
        );
        assert_eq!(&buffer[at..], expected.as_bytes());
    }

    let url: String = expected
        .trim_end_matches('=')
        .chars()
        .map(|char| match char {
            '+' => '-',
            '/' => '_',
            other => other,
        })
        .collect();
    let mut out = vec![0; base64::url_encoded_len(data.len())];
    assert_eq!(base64::encode_url(data, &mut out), Ok(url.as_str()));
    let mut out = vec![0; url.len()];
    out[..data.len()].copy_from_slice(data);
    assert_eq!(
        base64::encode_url_in_place(&mut out, data.len()),
        Ok(url.len())
    );
    assert_eq!(out, url.as_bytes());

    // Whatever is read is the one way of writing it.
    let mut out = vec![0; base64::decoded_capacity(data.len())];
    if let Ok(bytes) = base64::decode(data, 0, &mut out) {
        assert_eq!(plain_base64(bytes).as_bytes(), data);
    }
    assert_eq!(
        base64::check_url(data, 0).is_ok(),
        base64::decode_url(data, 0, &mut out).is_ok()
    );
    let mut out = vec![0; base64::decoded_capacity(expected.len())];
    assert_eq!(
        base64::decode(expected.as_bytes(), 0, &mut out).map(|bytes| &*bytes),
        Ok(data)
    );
    assert_eq!(
        base64::decode_url(url.as_bytes(), 0, &mut out).map(|bytes| &*bytes),
        Ok(data)
    );
}

fn hexes(data: &[u8]) {
    let expected: String = data.iter().map(|byte| format!("{byte:02x}")).collect();
    let mut out = vec![0; expected.len()];
    hex::encode(data, hex::Case::Lower, &mut out);
    assert_eq!(out, expected.as_bytes());
    hex::encode(data, hex::Case::Upper, &mut out);
    assert_eq!(out, expected.to_uppercase().as_bytes());
    if let Some(bytes) = hex::decode::<4>(data) {
        let text = std::str::from_utf8(data).expect("digits");
        assert_eq!(u32::from_str_radix(text, 16), Ok(u32::from_be_bytes(bytes)));
    }
}

fn percents(data: &[u8]) {
    for style in [Style::Component, Style::Form] {
        let mut encoded = Vec::<u8>::new();
        percent::encode(data, style, &mut |part| encoded.extend(part));
        assert_eq!(percent::encoded_len(data, style), encoded.len());
        assert!(encoded.len() <= percent::encoded_capacity(data.len()));
        assert!(
            encoded
                .iter()
                .all(|byte| byte.is_ascii_alphanumeric() || b"-._~%+".contains(byte))
        );
        let mut out = vec![0; data.len()];
        assert_eq!(
            percent::decode(&encoded, style, &mut out).map(|bytes| &*bytes),
            Ok(data)
        );
        if let Ok(len) = percent::decoded_len(data, style) {
            let mut out = vec![0; len];
            assert_eq!(
                percent::decode(data, style, &mut out).map(|it| it.len()),
                Ok(len)
            );
        }
    }
}

fn decimals(data: &[u8]) {
    if let Ok(text) = std::str::from_utf8(data) {
        // Digits alone: the standard library would take a sign.
        let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        if let Some(number) = decimal::parse_u32(text) {
            assert!(digits);
            assert_eq!(text.parse(), Ok(number));
        }
    }
    if let Some(bytes) = data.first_chunk() {
        let number = u64::from_le_bytes(*bytes);
        assert_eq!(decimal::Decimal::new(number).as_str(), number.to_string());
        assert_eq!(decimal::Decimal::len_of(number), number.to_string().len());
    }
}

fn packed(data: &[u8]) {
    let mut reader = packing::Reader::new(data);
    let mut again = Vec::new();
    while let Ok(bytes) = reader.string() {
        again.extend((bytes.len() as u16).to_le_bytes());
        again.extend(bytes);
        assert_eq!(reader.position(), again.len());
    }
    assert!(data.starts_with(&again));
}
