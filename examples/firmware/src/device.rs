//! The issue time and the random values of a device.

use rand_core::TryRng;
use tokenmint::agora::Stamp;
use tokenmint::zego::Entropy;

/// A clock that knows the date.
pub trait Clock {
    /// Why it gives no time.
    type Error;

    /// Seconds since 1970, UTC.
    ///
    /// # Errors
    ///
    /// The clock's own.
    fn unix_seconds(&mut self) -> Result<u32, Self::Error>;
}

/// A clock and a random source. The source of a real device is that of its
/// chip; a generator that begins with the same seed after every reset makes
/// GCM tokens that can be forged.
#[derive(Debug)]
pub struct Device<C, R> {
    clock: C,
    random: R,
}

/// Why a device gives no issue time or no random values.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Error<C, R> {
    /// The clock failed.
    Clock(C),
    /// The random source failed.
    Random(R),
    /// The library refuses what they gave: the clock shows 1970.
    Refused(tokenmint::Error),
}

impl<C: Clock, R: TryRng> Device<C, R> {
    /// A device with these two.
    pub const fn new(clock: C, random: R) -> Self {
        Self { clock, random }
    }

    /// Time and salt of an Agora token, from 1 to 99,999,999.
    ///
    /// # Errors
    ///
    /// What clock, random source and library report.
    pub fn stamp(&mut self) -> Result<Stamp, Error<C::Error, R::Error>> {
        let issued_at = self.unix_seconds()?;
        let random = self.random.try_next_u32().map_err(Error::Random)?;
        Stamp::new(issued_at, 1 + random % 99_999_999).map_err(Error::Refused)
    }

    /// Time and random values of a ZEGO token.
    ///
    /// # Errors
    ///
    /// What clock and random source report.
    #[allow(clippy::type_complexity)]
    pub fn entropy<const N: usize>(
        &mut self,
    ) -> Result<(i64, Entropy<N>), Error<C::Error, R::Error>> {
        let issued_at = self.unix_seconds()?;
        let (mut iv, mut nonce) = ([0; N], [0; 4]);
        for bytes in [&mut iv[..], &mut nonce[..]] {
            self.random.try_fill_bytes(bytes).map_err(Error::Random)?;
        }
        Ok((issued_at.into(), Entropy::from_random(iv, nonce)))
    }

    fn unix_seconds(&mut self) -> Result<u32, Error<C::Error, R::Error>> {
        self.clock.unix_seconds().map_err(Error::Clock)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Fixed(Result<u32, &'static str>);

    impl Clock for Fixed {
        type Error = &'static str;

        fn unix_seconds(&mut self) -> Result<u32, Self::Error> {
            self.0
        }
    }

    /// Gives the bytes of a list, and fails at its end.
    struct Bytes(&'static [u8]);

    impl TryRng for Bytes {
        type Error = Empty;

        fn try_next_u32(&mut self) -> Result<u32, Empty> {
            let mut bytes = [0; 4];
            self.try_fill_bytes(&mut bytes)?;
            Ok(u32::from_le_bytes(bytes))
        }

        fn try_next_u64(&mut self) -> Result<u64, Empty> {
            let mut bytes = [0; 8];
            self.try_fill_bytes(&mut bytes)?;
            Ok(u64::from_le_bytes(bytes))
        }

        fn try_fill_bytes(&mut self, to: &mut [u8]) -> Result<(), Empty> {
            let (from, rest) = self.0.split_at_checked(to.len()).ok_or(Empty)?;
            to.copy_from_slice(from);
            self.0 = rest;
            Ok(())
        }
    }

    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    struct Empty;

    impl core::fmt::Display for Empty {
        fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
            f.write_str("no random bytes left")
        }
    }

    impl core::error::Error for Empty {}

    #[test]
    fn a_stamp_has_the_time_and_a_salt_in_range() {
        for (random, salt) in [
            (&[0, 0, 0, 0], 1),
            (&[1, 0, 0, 0], 2),
            // 4,294,967,295 = 42 * 99,999,999 + 94,967,337
            (&[0xff, 0xff, 0xff, 0xff], 94_967_338),
        ] {
            let stamp = Device::new(Fixed(Ok(1_700_000_000)), Bytes(random)).stamp();
            assert_eq!(stamp, Ok(Stamp::new(1_700_000_000, salt).unwrap()));
        }
    }

    #[test]
    fn every_random_byte_is_new() {
        let mut device = Device::new(Fixed(Ok(7)), Bytes(&[1, 2, 0xff, 0xff, 0xff, 0xff]));
        let (issued_at, entropy) = device.entropy::<2>().unwrap();
        assert_eq!(issued_at, 7);
        assert_eq!(entropy.nonce(), i64::from(i32::MAX));
        assert_eq!(device.entropy::<2>().unwrap_err(), Error::Random(Empty));
    }

    #[test]
    fn failures_are_told_apart() {
        let random = Bytes(&[0; 8]);
        let mut device = Device::new(Fixed(Err("no battery")), random);
        assert_eq!(device.stamp(), Err(Error::Clock("no battery")));
        device.clock = Fixed(Ok(0));
        let refused = Error::Refused(tokenmint::Error::IssueTimeZero);
        assert_eq!(device.stamp(), Err(refused));
        device.random = Bytes(&[]);
        assert_eq!(device.stamp(), Err(Error::Random(Empty)));
    }
}
