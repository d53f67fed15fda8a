//! Bytes as hexadecimal digits.

/// Letter case of the digits above 9.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Case {
    /// `a` to `f`.
    Lower,
    /// `A` to `F`.
    Upper,
}

/// Writes two digits a byte; `out` beyond `2 * bytes.len()` is left alone and
/// bytes without room are left out, so give it exactly that length.
pub fn encode(bytes: &[u8], case: Case, out: &mut [u8]) {
    for (byte, pair) in bytes.iter().zip(out.chunks_exact_mut(2)) {
        if let [high, low] = pair {
            *high = digit(byte >> 4, case);
            *low = digit(byte & 15, case);
        }
    }
}

/// The bytes that `text` spells, or nothing unless it has exactly `2 * N`
/// digits of either case.
#[must_use]
pub fn decode<const N: usize>(text: &[u8]) -> Option<[u8; N]> {
    let mut out = [0; N];
    if text.len() != N.checked_mul(2)? {
        return None;
    }
    for (byte, pair) in out.iter_mut().zip(text.chunks_exact(2)) {
        let [high, low] = pair else { return None };
        *byte = (value(*high)? << 4) | value(*low)?;
    }
    Some(out)
}

/// The two digits of a byte, in lower case.
pub(crate) const fn digits(byte: u8) -> [u8; 2] {
    [digit(byte >> 4, Case::Lower), digit(byte & 15, Case::Lower)]
}

const fn digit(nibble: u8, case: Case) -> u8 {
    let letters = match case {
        Case::Lower => b'a',
        Case::Upper => b'A',
    };
    if nibble < 10 {
        b'0'.wrapping_add(nibble)
    } else {
        letters.wrapping_add(nibble.wrapping_sub(10))
    }
}

const fn value(digit: u8) -> Option<u8> {
    match digit {
        b'0'..=b'9' => Some(digit.wrapping_sub(b'0')),
        b'a'..=b'f' => Some(digit.wrapping_sub(b'a').wrapping_add(10)),
        b'A'..=b'F' => Some(digit.wrapping_sub(b'A').wrapping_add(10)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_cases_and_back() {
        let mut out = [0; 8];
        encode(&[0x00, 0x9a, 0xf0, 0xff], Case::Lower, &mut out);
        assert_eq!(&out, b"009af0ff");
        encode(&[0x00, 0x9a, 0xf0, 0xff], Case::Upper, &mut out);
        assert_eq!(&out, b"009AF0FF");
        assert_eq!(decode(b"009aF0fF"), Some([0x00, 0x9a, 0xf0, 0xff]));
    }

    #[test]
    fn only_whole_hex_is_decoded() {
        for text in [&b"0"[..], b"000", b"0g", b" 0", b"00 "] {
            assert_eq!(decode::<1>(text), None, "{text:?}");
        }
    }
}
