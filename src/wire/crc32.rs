//! CRC-32 as in zlib: reflected polynomial `0xEDB88320`, initial value and
//! final exclusive-or all ones; the empty input gives 0.

use crc::{CRC_32_ISO_HDLC, Crc, NoTable};

/// Sixteen entries instead of 256 would be faster; without any, the code is
/// smallest, and the inputs are names of a few dozen bytes.
const CRC: Crc<u32, NoTable> = Crc::<u32, NoTable>::new(&CRC_32_ISO_HDLC);

/// The checksum of `bytes`.
#[must_use]
pub fn crc32(bytes: &[u8]) -> u32 {
    CRC.checksum(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn check_value_of_the_catalogue() {
        assert_eq!(crc32(b"123456789"), 0xCBF4_3926);
        assert_eq!(crc32(b""), 0);
    }
}
