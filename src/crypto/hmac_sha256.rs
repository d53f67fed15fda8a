//! HMAC-SHA256 (RFC 2104).

use super::hmac_adapter::hmac_adapter;

/// Bytes of the result.
pub const LEN: usize = 32;

hmac_adapter!(HmacSha256, hmac_sha256, "HmacSha256");

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wire::hex;

    #[test]
    fn rfc_4231_answers() {
        let cases: [(&[u8], &[u8], &[u8]); 2] = [
            (
                b"Jefe",
                b"what do ya want for nothing?",
                b"5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
            ),
            (
                &[0xaa; 131],
                b"Test Using Larger Than Block-Size Key - Hash Key First",
                b"60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54",
            ),
        ];
        for (key, message, answer) in cases {
            assert_eq!(
                Some(*hmac_sha256(key, message).expose()),
                hex::decode(answer)
            );
        }
    }
}
