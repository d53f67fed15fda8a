//! What the operating system is asked for: time and randomness, here and
//! nowhere else. (`ring` and `rustls` ask for themselves.)

#[cfg(any(feature = "agora", feature = "http", feature = "internals"))]
#[cfg_attr(not(feature = "internals"), allow(unreachable_pub))]
mod block;

use core::time::Duration;
use std::time::{SystemTime, UNIX_EPOCH};

#[cfg(feature = "authing-password")]
pub(crate) use getrandom::SysRng;

#[cfg(any(feature = "ath", feature = "authing"))]
use crate::secret::Secret;
use crate::{Error, Field};

#[cfg(any(feature = "agora", feature = "internals"))]
#[cfg_attr(not(feature = "internals"), allow(unreachable_pub))]
pub use block::Block;

/// Fills `bytes` with what nobody can guess.
///
/// # Errors
///
/// [`Error::NoRandomness`] when there is none to give.
pub(crate) fn fill(bytes: &mut [u8]) -> Result<(), Error> {
    getrandom::fill(bytes).map_err(|_| Error::NoRandomness)
}

/// `N` bytes that nobody can guess.
///
/// # Errors
///
/// [`Error::NoRandomness`] when there are none to give.
#[cfg(any(feature = "ath", feature = "authing"))]
pub(crate) fn secret<const N: usize>() -> Result<Secret<N>, Error> {
    let mut bytes = Secret::new([0; N]);
    fill(bytes.expose_mut())?;
    Ok(bytes)
}

/// A random number.
///
/// # Errors
///
/// [`Error::NoRandomness`] when there is none to give.
pub(crate) fn number() -> Result<u32, Error> {
    getrandom::u32().map_err(|_| Error::NoRandomness)
}

/// A random number from 1 to `max`, each as likely as any other, that need not be
/// secret: of the block of this thread.
///
/// # Errors
///
/// [`Error::NoRandomness`] when there is none to give.
#[cfg(any(feature = "agora", feature = "http"))]
pub(crate) fn number_up_to(max: u32) -> Result<u32, Error> {
    block::of_this_thread().map(|bits| up_to(u64::from_le_bytes(bits), max))
}

/// A number from 1 to `max` of random bits. Of 64, no number is more than one in
/// 2^32 likelier than another.
pub(crate) fn up_to(bits: u64, max: u32) -> u32 {
    let below = bits.checked_rem(max.into()).unwrap_or_default();
    u32::try_from(below).unwrap_or_default().saturating_add(1)
}

/// Time since 1970, UTC.
///
/// # Errors
///
/// [`Error::ValueOutOfRange`] when the clock stands before 1970.
pub(crate) fn unix_time() -> Result<Duration, Error> {
    since_1970(SystemTime::now())
}

fn since_1970(now: SystemTime) -> Result<Duration, Error> {
    now.duration_since(UNIX_EPOCH)
        .map_err(|_| clock_out_of_range(u64::MAX))
}

/// The current second, where a format has 32 bits for it.
///
/// # Errors
///
/// [`Error::ValueOutOfRange`] when the clock stands before 1970 or past the
/// year 2106.
#[cfg(feature = "agora")]
pub(crate) fn unix_seconds_u32() -> Result<u32, Error> {
    in_32_bits(unix_time()?)
}

/// `time` in seconds, where a format has 32 bits for it.
///
/// # Errors
///
/// [`Error::ValueOutOfRange`] past the year 2106.
#[cfg(feature = "agora")]
pub(crate) fn in_32_bits(time: Duration) -> Result<u32, Error> {
    u32::try_from(time.as_secs()).map_err(|_| clock_out_of_range(u32::MAX.into()))
}

/// It is set, but to a time that cannot be written.
pub(crate) const fn clock_out_of_range(max: u64) -> Error {
    Error::ValueOutOfRange {
        field: Field::IssuedAt,
        min: 1,
        max,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_before_1970_is_out_of_range() {
        let before = UNIX_EPOCH - Duration::from_secs(1);
        assert_eq!(since_1970(before), Err(clock_out_of_range(u64::MAX)));
        assert_eq!(since_1970(UNIX_EPOCH), Ok(Duration::ZERO));
    }

    // Each of these fails once in more than 2^90 runs.

    #[test]
    fn numbers_are_random() {
        let numbers = [(); 4].map(|()| number().unwrap());
        assert!(numbers.iter().any(|it| *it != numbers[0]), "{numbers:?}");
    }

    #[cfg(any(feature = "agora", feature = "http"))]
    #[test]
    fn numbers_are_no_larger_than_asked_for() {
        for (max, least) in [(1, 1), (3, 3), (6, 6), (u32::MAX, 200)] {
            let mut seen = [(); 400].map(|()| number_up_to(max).unwrap());
            assert!(seen.iter().all(|it| (1..=max).contains(it)), "up to {max}");
            seen.sort_unstable();
            let different = 1 + seen.windows(2).filter(|pair| pair[0] != pair[1]).count();
            assert!(different >= least, "up to {max}: {different}");
        }
    }

    #[cfg(feature = "agora")]
    #[test]
    fn a_clock_past_2106_is_out_of_range_of_32_bits() {
        let last = Duration::from_secs(u32::MAX.into());
        assert_eq!(in_32_bits(last), Ok(u32::MAX));
        assert_eq!(
            in_32_bits(last + Duration::from_secs(1)),
            Err(clock_out_of_range(u32::MAX.into()))
        );
    }
}
