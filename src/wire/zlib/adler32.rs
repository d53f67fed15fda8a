//! Adler-32, the checksum at the end of a zlib stream (RFC 1950, section 9).

/// Largest prime below 65,536.
const MODULUS: u32 = 65_521;

/// As many bytes as fit before the larger sum could pass 32 bits, so that the
/// two divisions are paid once per run and not once per byte.
const RUN: usize = 5_552;

/// The checksum of `bytes`; the empty input gives 1.
#[must_use]
#[cfg_attr(target_os = "none", inline(never))]
pub fn adler32(bytes: &[u8]) -> u32 {
    if cfg!(target_os = "none") {
        by_bytes(bytes)
    } else {
        by_runs(bytes)
    }
}

/// Fast where a division is paid once per run.
fn by_runs(bytes: &[u8]) -> u32 {
    let mut low: u32 = 1;
    let mut high: u32 = 0;
    for run in bytes.chunks(RUN) {
        for &byte in run {
            low = low.wrapping_add(u32::from(byte));
            high = high.wrapping_add(low);
        }
        low %= MODULUS;
        high %= MODULUS;
    }
    (high << 16) | low
}

/// Small: without a division.
fn by_bytes(bytes: &[u8]) -> u32 {
    let reduced = |sum: u32| {
        if sum < MODULUS {
            sum
        } else {
            sum.wrapping_sub(MODULUS)
        }
    };
    let (low, high) = bytes.iter().fold((1, 0_u32), |(low, high), &byte| {
        let low = reduced(u32::wrapping_add(low, byte.into()));
        (low, reduced(high.wrapping_add(low)))
    });
    (high << 16) | low
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_answers() {
        for adler32 in [by_runs, by_bytes] {
            assert_eq!(adler32(b""), 1);
            assert_eq!(adler32(b"a"), 0x0062_0062);
            assert_eq!(adler32(b"Wikipedia"), 0x11E6_0398);
        }
    }

    #[test]
    #[cfg_attr(miri, ignore = "22,000 sums")]
    fn the_sums_are_reduced_and_do_not_overflow_before() {
        let long = [0xFF; 4 * RUN + 7];
        // The first sum is the modulus itself, then the second one is.
        let mut first = [0xFF; 257];
        first[256] = 240;
        let second = [0; 65_521];
        for bytes in [&long[..], &first, &second, &second[1..]] {
            let (mut low, mut high) = (1_u64, 0_u64);
            for byte in bytes {
                low = (low + u64::from(*byte)) % u64::from(MODULUS);
                high = (high + low) % u64::from(MODULUS);
            }
            let expected = (high << 16) | low;
            for adler32 in [by_runs, by_bytes, adler32] {
                assert_eq!(u64::from(adler32(bytes)), expected, "{}", bytes.len());
            }
        }
    }
}
