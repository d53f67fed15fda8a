//! Names that are told apart by a number, so that nothing keeps them while they
//! come byte by byte.
//!
//! Who makes two names of one number on purpose could as well have sent the other
//! name; it is no protection against anybody.

/// The number of the bytes that were seen (FNV-1a, 32 bits).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fingerprint(u32);

impl Fingerprint {
    /// That of no bytes.
    pub const NONE: Self = Self(0x811C_9DC5);

    /// That of a name.
    #[must_use]
    pub const fn of(name: &str) -> Self {
        let mut number = Self::NONE;
        let mut rest = name.as_bytes();
        while let [byte, after @ ..] = rest {
            number.push(*byte);
            rest = after;
        }
        number
    }

    /// That of a name in any letter case: the one that it has in lower case.
    #[must_use]
    #[cfg_attr(target_os = "none", inline(never))]
    pub fn of_lower(name: &[u8]) -> Self {
        let mut number = Self::NONE;
        for byte in name {
            number.push(byte.to_ascii_lowercase());
        }
        number
    }

    /// Takes the next byte in.
    pub const fn push(&mut self, byte: u8) {
        self.0 = (self.0 ^ byte as u32).wrapping_mul(0x0100_0193);
    }
}

#[cfg(test)]
mod tests {
    extern crate std;

    use super::*;

    #[test]
    fn known_answers() {
        // The test vectors of FNV-1a by its authors.
        for (name, number) in [
            ("", 0x811C_9DC5),
            ("a", 0xE40C_292C),
            ("b", 0xE70C_2DE5),
            ("foobar", 0xBF9C_F968),
        ] {
            assert_eq!(Fingerprint::of(name).0, number, "{name}");
            let upper = name.to_ascii_uppercase();
            assert_eq!(Fingerprint::of_lower(upper.as_bytes()).0, number, "{name}");
        }
    }
}
