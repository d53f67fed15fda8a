//! MD5 (RFC 1321), for formats that still ask for it; no security rests on it.

use super::hashes;
use crate::wire::hex::{self, Case};

/// Bytes of the result.
pub(super) const LEN: usize = 16;

/// Bytes of the result as hexadecimal text.
pub const HEX_LEN: usize = 32;

/// The hash of all parts in a row, as lower-case hexadecimal text.
#[must_use]
pub fn md5_hex(parts: &[&[u8]]) -> [u8; HEX_LEN] {
    let mut hash = hashes::Md5::new();
    for part in parts {
        hash.update(part);
    }
    let mut digest = [0; LEN];
    hash.finish(&mut digest);
    let mut text = [0; HEX_LEN];
    hex::encode(&digest, Case::Lower, &mut text);
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rfc_1321_answers() {
        assert_eq!(&md5_hex(&[]), b"d41d8cd98f00b204e9800998ecf8427e");
        assert_eq!(
            &md5_hex(&[b"a", b"bc"]),
            b"900150983cd24fb0d6963f7d28e17f72"
        );
    }
}
