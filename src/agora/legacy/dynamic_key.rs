//! Dynamic keys 001 to 004: text only.

use crate::Error;
use crate::agora::{AppCertificate, Credentials, ExpireAt, Stamp};
use crate::buffer::Writer;
use crate::crypto::hmac_sha1::HmacSha1;
use crate::output::Output;
use crate::wire::decimal::Decimal;
use crate::wire::hex::{self, Case};

/// Characters of the longest key (003).
pub const KEY_CAPACITY: usize = 113;

/// Characters of a signature: HMAC-SHA1 in hexadecimal digits.
pub(super) const SIGNATURE_LEN: usize = 40;

/// What 004 signs before the rest, to tell its services apart.
pub(super) const MEDIA_CHANNEL: &[u8] = b"ACS";
pub(super) const RECORDING: &[u8] = b"ARS";
pub(super) const PUBLIC_SHARING: &[u8] = b"APSS";

/// What keys 002 to 005 are made of.
#[derive(Debug, Clone, Copy)]
pub struct KeyInputs<'a> {
    /// App id and certificate.
    pub credentials: &'a Credentials,
    /// Time of issue, and the random number as salt.
    pub stamp: Stamp,
    /// The channel.
    pub channel: &'a str,
    /// The user; 0: any.
    pub uid: u32,
    /// When the key ends.
    pub expires_at: ExpireAt,
}

/// A 001 key (`DynamicKey.generate`).
///
/// # Errors
///
/// [`Error::BufferTooSmall`] below 90 characters.
#[deprecated(note = "001 is obsolete: use `agora::RtcTokenBuilder2` for new work")]
pub fn generate<O: Output>(
    credentials: &Credentials,
    stamp: Stamp,
    channel: &str,
    out: O,
) -> Result<O::Text, Error> {
    let head = Head::of(credentials, stamp);
    let signature = head.sign(credentials.certificate(), b"", &[channel.as_bytes()]);
    write(90, &[&signature], &head, &[], out)
}

/// A 002 key (`DynamicKey2.generate`).
///
/// # Errors
///
/// [`Error::BufferTooSmall`] below 110 characters.
#[deprecated(note = "002 is obsolete: use `agora::RtcTokenBuilder2` for new work")]
pub fn generate2<O: Output>(inputs: &KeyInputs<'_>, out: O) -> Result<O::Text, Error> {
    generate_2_or_3(inputs, b"", 110, out)
}

/// A 003 key (`DynamicKey3.generate`).
///
/// # Errors
///
/// [`Error::BufferTooSmall`] below 113 characters.
#[deprecated(note = "003 is obsolete: use `agora::RtcTokenBuilder2` for new work")]
pub fn generate3<O: Output>(inputs: &KeyInputs<'_>, out: O) -> Result<O::Text, Error> {
    generate_2_or_3(inputs, b"003", 113, out)
}

/// A 004 key for public sharing (`DynamicKey4.generatePublicSharingKey`).
///
/// # Errors
///
/// [`Error::BufferTooSmall`] below 103 characters.
#[deprecated(note = "004 is obsolete: use `agora::RtcTokenBuilder2` for new work")]
pub fn generate_public_sharing_key<O: Output>(
    inputs: &KeyInputs<'_>,
    out: O,
) -> Result<O::Text, Error> {
    generate_4(inputs, PUBLIC_SHARING, out)
}

/// A 004 key for recording (`DynamicKey4.generateRecordingKey`).
///
/// # Errors
///
/// [`Error::BufferTooSmall`] below 103 characters.
#[deprecated(note = "004 is obsolete: use `agora::RtcTokenBuilder2` for new work")]
pub fn generate_recording_key<O: Output>(inputs: &KeyInputs<'_>, out: O) -> Result<O::Text, Error> {
    generate_4(inputs, RECORDING, out)
}

/// A 004 key for a media channel (`DynamicKey4.generateMediaChannelKey`).
///
/// # Errors
///
/// [`Error::BufferTooSmall`] below 103 characters.
#[deprecated(note = "004 is obsolete: use `agora::RtcTokenBuilder2` for new work")]
pub fn generate_media_channel_key<O: Output>(
    inputs: &KeyInputs<'_>,
    out: O,
) -> Result<O::Text, Error> {
    generate_4(inputs, MEDIA_CHANNEL, out)
}

fn generate_2_or_3<O: Output>(
    inputs: &KeyInputs<'_>,
    version: &[u8],
    len: usize,
    out: O,
) -> Result<O::Text, Error> {
    let head = Head::of(inputs.credentials, inputs.stamp);
    let uid = dec10(inputs.uid);
    let end = dec10(inputs.expires_at.as_unix());
    let tail = [inputs.channel.as_bytes(), uid.as_bytes(), end.as_bytes()];
    let signature = head.sign(inputs.credentials.certificate(), b"", &tail);
    let after = [uid.as_bytes(), end.as_bytes()];
    write(len, &[version, &signature], &head, &after, out)
}

fn generate_4<O: Output>(inputs: &KeyInputs<'_>, service: &[u8], out: O) -> Result<O::Text, Error> {
    let head = Head::of(inputs.credentials, inputs.stamp);
    let uid = dec10(inputs.uid);
    let end = dec10(inputs.expires_at.as_unix());
    let tail = [inputs.channel.as_bytes(), uid.as_bytes(), end.as_bytes()];
    let signature = head.sign(inputs.credentials.certificate(), service, &tail);
    write(103, &[b"004", &signature], &head, &[end.as_bytes()], out)
}

/// App id, dec10 time and hex8 random number: part of what is signed and of
/// the key itself.
pub(super) struct Head<'a> {
    app_id: &'a [u8],
    ts: Decimal,
    random: [u8; 8],
}

impl<'a> Head<'a> {
    fn of(credentials: &'a Credentials, stamp: Stamp) -> Self {
        let app_id = credentials.app_id().as_bytes();
        Self::new(app_id, stamp.issued_at(), stamp.salt())
    }

    pub(super) fn new(app_id: &'a [u8], issued_at: u32, random: u32) -> Self {
        let mut digits = [0; 8];
        hex::encode(&random.to_be_bytes(), Case::Lower, &mut digits);
        Self {
            app_id,
            ts: dec10(issued_at),
            random: digits,
        }
    }

    fn parts(&self) -> [&[u8]; 3] {
        [self.app_id, self.ts.as_bytes(), &self.random]
    }

    pub(super) fn sign(
        &self,
        certificate: &AppCertificate,
        service: &[u8],
        tail: &[&[u8]],
    ) -> [u8; SIGNATURE_LEN] {
        let mut mac = HmacSha1::new(certificate.expose());
        mac.update(service);
        for part in self.parts().iter().chain(tail) {
            mac.update(part);
        }
        let mut text = [0; SIGNATURE_LEN];
        hex::encode(mac.end().expose(), Case::Lower, &mut text);
        text
    }
}

pub(super) fn dec10(value: u32) -> Decimal {
    Decimal::padded(value.into(), 10)
}

fn write<O: Output>(
    len: usize,
    before: &[&[u8]],
    head: &Head<'_>,
    after: &[&[u8]],
    out: O,
) -> Result<O::Text, Error> {
    out.write_text(len, |buffer| {
        let mut writer = Writer::new(buffer);
        for part in before.iter().chain(&head.parts()).chain(after) {
            writer.put(part);
        }
        writer.finish().map(|text| text.len())
    })
}
