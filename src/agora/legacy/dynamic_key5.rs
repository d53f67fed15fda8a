//! Dynamic key 005: packed binary in base64.

use super::dynamic_key::{KeyInputs, SIGNATURE_LEN};
use crate::agora::AppCertificate;
use crate::buffer::Writer;
use crate::crypto::hmac_sha1::HmacSha1;
use crate::output::Output;
use crate::secret::Secret;
use crate::wire::base64::{encode_at, encoded_len};
use crate::wire::hex::{self, Case};
use crate::wire::packing::{put_string, put_u16, put_u32, string_len};
use crate::{Error, Field, TextFault};

/// In-channel permission: no upload.
pub const NO_UPLOAD: &str = "0";

/// In-channel permission: audio and video upload.
pub const AUDIO_VIDEO_UPLOAD: &str = "3";

/// Both texts were checked when they were taken over.
const NO_DIGITS: TextFault = TextFault::Length { chars: 32 };

pub(super) const MEDIA_CHANNEL: u16 = 1;
const RECORDING: u16 = 2;
const PUBLIC_SHARING: u16 = 3;
const IN_CHANNEL_PERMISSION: u16 = 4;

/// The key of the only extra: whether upload is allowed.
const ALLOW_UPLOAD: u16 = 1;

const VERSION: &str = "005";

/// Binary bytes of a key without an extra.
const BINARY_LEN: usize = 76;

/// Characters of a key; `permission_len` is `None` but for the in-channel
/// permission key.
#[must_use]
pub const fn key5_capacity(permission_len: Option<usize>) -> usize {
    VERSION
        .len()
        .saturating_add(encoded_len(binary_len(permission_len)))
}

const fn binary_len(permission_len: Option<usize>) -> usize {
    match permission_len {
        None => BINARY_LEN,
        Some(len) => BINARY_LEN.saturating_add(4).saturating_add(len),
    }
}

/// A 005 key for public sharing (`DynamicKey5.generatePublicSharingKey`).
///
/// # Errors
///
/// [`Error::BufferTooSmall`] below [`key5_capacity`], [`Error::StringTooLong`] for
/// a channel above 65,535 bytes.
#[deprecated(note = "005 is obsolete: use `agora::RtcTokenBuilder2` for new work")]
pub fn generate_public_sharing_key5<O: Output>(
    inputs: &KeyInputs<'_>,
    out: O,
) -> Result<O::Text, Error> {
    generate_5(inputs, PUBLIC_SHARING, None, out)
}

/// A 005 key for recording (`DynamicKey5.generateRecordingKey`).
///
/// # Errors
///
/// As [`generate_public_sharing_key5`].
#[deprecated(note = "005 is obsolete: use `agora::RtcTokenBuilder2` for new work")]
pub fn generate_recording_key5<O: Output>(
    inputs: &KeyInputs<'_>,
    out: O,
) -> Result<O::Text, Error> {
    generate_5(inputs, RECORDING, None, out)
}

/// A 005 key for a media channel (`DynamicKey5.generateMediaChannelKey`).
///
/// # Errors
///
/// As [`generate_public_sharing_key5`].
#[deprecated(note = "005 is obsolete: use `agora::RtcTokenBuilder2` for new work")]
pub fn generate_media_channel_key5<O: Output>(
    inputs: &KeyInputs<'_>,
    out: O,
) -> Result<O::Text, Error> {
    generate_5(inputs, MEDIA_CHANNEL, None, out)
}

/// A 005 key for a permission in a channel
/// (`DynamicKey5.generateInChannelPermissionKey`): [`NO_UPLOAD`] or
/// [`AUDIO_VIDEO_UPLOAD`].
///
/// # Errors
///
/// As [`generate_public_sharing_key5`].
#[deprecated(note = "005 is obsolete: use `agora::RtcTokenBuilder2` for new work")]
pub fn generate_in_channel_permission_key<O: Output>(
    inputs: &KeyInputs<'_>,
    permission: &str,
    out: O,
) -> Result<O::Text, Error> {
    generate_5(inputs, IN_CHANNEL_PERMISSION, Some(permission), out)
}

fn generate_5<O: Output>(
    inputs: &KeyInputs<'_>,
    service: u16,
    permission: Option<&str>,
    out: O,
) -> Result<O::Text, Error> {
    string_len(Field::Channel, inputs.channel.len())?;
    if let Some(permission) = permission {
        string_len(Field::Permission, permission.len())?;
    }
    let app_id = hex::decode::<16>(inputs.credentials.app_id().as_bytes())
        .ok_or(Error::BadAppId { fault: NO_DIGITS })?;
    let signed = Signed5 {
        service,
        app_id: &app_id,
        issued_at: inputs.stamp.issued_at(),
        salt: inputs.stamp.salt(),
        expires_at: inputs.expires_at.as_unix(),
        permission,
    };
    let certificate = inputs.credentials.certificate();
    let signature = signed.sign(certificate, inputs.channel, inputs.uid)?;

    let permission_len = permission.map(str::len);
    let needed = key5_capacity(permission_len);
    out.write_text(needed, |buffer| {
        let mut writer = Writer::new(buffer);
        put_u16(&mut writer, service);
        put_string(&mut writer, Field::Secret, &signature)?;
        put_string(&mut writer, Field::AppId, &app_id)?;
        put_u32(&mut writer, inputs.stamp.issued_at());
        put_u32(&mut writer, inputs.stamp.salt());
        put_u32(&mut writer, inputs.expires_at.as_unix());
        put_extra(&mut writer, permission)?;
        let len = writer.finish()?.len();
        debug_assert_eq!(len, binary_len(permission_len));
        let len = encode_at(buffer, VERSION.len(), len);
        Writer::new(buffer).put_str(VERSION);
        len
    })
}

/// What a key signs, beside the names that are not in it.
pub(super) struct Signed5<'a> {
    pub(super) service: u16,
    pub(super) app_id: &'a [u8; 16],
    pub(super) issued_at: u32,
    pub(super) salt: u32,
    pub(super) expires_at: u32,
    pub(super) permission: Option<&'a str>,
}

impl Signed5<'_> {
    /// Upper-case hexadecimal text. The message is packed like the key, with
    /// the channel and uid in it, and streamed: the channel may be long.
    pub(super) fn sign(
        &self,
        certificate: &AppCertificate,
        channel: &str,
        uid: u32,
    ) -> Result<[u8; SIGNATURE_LEN], Error> {
        let secret = Secret::new(
            hex::decode::<16>(certificate.expose())
                .ok_or(Error::BadCertificate { fault: NO_DIGITS })?,
        );
        let mut mac = HmacSha1::new(secret.expose());
        mac.update(&self.service.to_le_bytes());
        mac.update(&16_u16.to_le_bytes());
        mac.update(self.app_id);
        mac.update(&self.issued_at.to_le_bytes());
        mac.update(&self.salt.to_le_bytes());
        mac.update(&string_len(Field::Channel, channel.len())?.to_le_bytes());
        mac.update(channel.as_bytes());
        mac.update(&uid.to_le_bytes());
        mac.update(&self.expires_at.to_le_bytes());
        match self.permission {
            None => mac.update(&0_u16.to_le_bytes()),
            Some(permission) => {
                mac.update(&1_u16.to_le_bytes());
                mac.update(&ALLOW_UPLOAD.to_le_bytes());
                mac.update(&string_len(Field::Permission, permission.len())?.to_le_bytes());
                mac.update(permission.as_bytes());
            }
        }
        let mut text = [0; SIGNATURE_LEN];
        hex::encode(mac.end().expose(), Case::Upper, &mut text);
        Ok(text)
    }
}

fn put_extra(writer: &mut Writer<'_>, permission: Option<&str>) -> Result<(), Error> {
    let Some(permission) = permission else {
        put_u16(writer, 0);
        return Ok(());
    };
    put_u16(writer, 1);
    put_u16(writer, ALLOW_UPLOAD);
    put_string(writer, Field::Permission, permission.as_bytes())
}
