//! Signaling tokens.

use crate::Error;
use crate::agora::{AppId, Credentials, ExpireAt};
use crate::buffer::Writer;
use crate::crypto::md5::{HEX_LEN, md5_hex};
use crate::output::Output;
use crate::wire::decimal::Decimal;

/// Buffer size that is enough for every signaling token.
pub const SIGNALING_MAX: usize = 2 + AppId::LEN + 1 + 10 + 1 + HEX_LEN;

/// A signaling token (`SignalingToken.generateSignalingToken`).
///
/// `expires_at` is a Unix time, as in Python, Go, Java, C# and Perl; Node.js
/// and PHP take a duration and add the current time.
///
/// # Errors
///
/// [`Error::BufferTooSmall`] when the buffer is shorter than the token, at
/// most [`SIGNALING_MAX`].
#[deprecated(note = "signaling tokens are obsolete: use `v007::RtmTokenBuilder2` for new work")]
pub fn generate_signaling_token<O: Output>(
    credentials: &Credentials,
    account: &str,
    expires_at: ExpireAt,
    out: O,
) -> Result<O::Text, Error> {
    let end = Decimal::new(expires_at.as_unix().into());
    let app_id = credentials.app_id().as_bytes();
    let hash = md5_hex(&[
        account.as_bytes(),
        app_id,
        credentials.certificate().expose(),
        end.as_bytes(),
    ]);
    let parts: [&[u8]; 6] = [b"1:", app_id, b":", end.as_bytes(), b":", &hash];
    let len = parts
        .iter()
        .fold(0_usize, |len, part| len.saturating_add(part.len()));
    out.write_text(len, |buffer| {
        let mut writer = Writer::new(buffer);
        for part in parts {
            writer.put(part);
        }
        writer.finish().map(|text| text.len())
    })
}
