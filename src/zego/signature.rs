//! The signature of a request to ZEGO's server API.
//!
//! `MD5(AppId || SignatureNonce || ServerSecret || Timestamp)`, numbers in
//! decimal, nothing in between, as lower-case hexadecimal digits. The request
//! carries it in its query together with the same `AppId`, `SignatureNonce` and
//! `Timestamp`, and `SignatureVersion=2.0`. From ZEGO's server API
//! documentation ("Accessing server APIs").

use super::{ServerSecret, inputs};
use crate::Error;
use crate::buffer::Writer;
use crate::crypto::md5;
use crate::output::Output;
use crate::wire::decimal::Decimal;

/// The query parameter `SignatureVersion`.
pub const SIGNATURE_VERSION: &str = "2.0";

/// Characters of a signature.
pub const SIGNATURE_LEN: usize = md5::HEX_LEN;

/// The query parameter `Signature`, in `out`: a buffer of [`SIGNATURE_LEN`]
/// bytes, or another [`Output`].
///
/// `signature_nonce` goes into the query as it is here; it should be new for
/// every request, such as 16 hexadecimal digits of 8 random bytes. `timestamp`
/// is in Unix seconds; ZEGO takes it for ten minutes.
///
/// ```
/// use tokenmint::zego::{SIGNATURE_LEN, ServerSecret, server_api_signature};
///
/// let secret = ServerSecret::new("fa94dd0f974cf2e293728a526b028271")?;
/// let mut buffer = [0; SIGNATURE_LEN];
/// assert_eq!(
///     server_api_signature(1_234_567_890, "0123456789abcdef", &secret, 1_700_000_000, &mut buffer)?,
///     "cc040de47db6a2bea5d1e53cb5c497ef"
/// );
/// # Ok::<(), tokenmint::Error>(())
/// ```
///
/// # Errors
///
/// [`Error::BadAppId`] for app id 0, [`Error::BufferTooSmall`] below
/// [`SIGNATURE_LEN`] bytes.
pub fn server_api_signature<O: Output>(
    app_id: u32,
    signature_nonce: &str,
    secret: &ServerSecret,
    timestamp: u64,
    out: O,
) -> Result<O::Text, Error> {
    inputs::app_id(app_id)?;
    out.write_text(SIGNATURE_LEN, |buffer| {
        let mut writer = Writer::new(buffer);
        writer.put(&md5::md5_hex(&[
            Decimal::new(app_id.into()).as_bytes(),
            signature_nonce.as_bytes(),
            secret.key().expose(),
            Decimal::new(timestamp).as_bytes(),
        ]));
        writer.finish().map(|signature| signature.len())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::TextFault;

    #[test]
    fn app_id_and_size_are_checked() {
        let secret = ServerSecret::new("fa94dd0f974cf2e293728a526b028271").unwrap();
        let mut out = [0; SIGNATURE_LEN];
        assert_eq!(
            server_api_signature(0, "", &secret, 1, &mut out),
            Err(Error::BadAppId {
                fault: TextFault::Zero
            })
        );
        assert_eq!(
            server_api_signature(1, "", &secret, 1, &mut out[1..]),
            Err(Error::BufferTooSmall { needed: 32 })
        );
    }
}
