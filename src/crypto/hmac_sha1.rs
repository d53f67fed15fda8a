//! HMAC-SHA1 (RFC 2104).

use super::hmac_adapter::hmac_adapter;

/// Bytes of the result.
pub const LEN: usize = super::sha1::LEN;

hmac_adapter!(HmacSha1, hmac_sha1, "HmacSha1");

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wire::hex;

    #[test]
    fn rfc_2202_answers() {
        let cases: [(&[u8], &[u8], &[u8]); 2] = [
            (
                b"Jefe",
                b"what do ya want for nothing?",
                b"effcdf6ae5eb2fa2d27416d5f184df9c259a7c79",
            ),
            (
                &[0xaa; 80],
                b"Test Using Larger Than Block-Size Key - Hash Key First",
                b"aa4ae5e15272d00e95705637ce8a3b55ed402112",
            ),
        ];
        for (key, message, answer) in cases {
            assert_eq!(Some(*hmac_sha1(key, message).expose()), hex::decode(answer));
        }
    }
}
