//! Contents that take turns, so that no work is measured on a token that the
//! processor has learned by heart.

use tokenmint::agora::Stamp;

/// Values in turn, from the first again after the last. Copies start where the
/// original is.
#[derive(Debug)]
pub(crate) struct Rotation<T: 'static> {
    all: &'static [T],
    at: usize,
}

impl<T> Rotation<T> {
    /// So many values.
    pub(crate) fn new(count: usize, make: impl FnMut() -> T) -> Self {
        Self::of(std::iter::repeat_with(make).take(count).collect())
    }

    pub(crate) fn of(all: Vec<T>) -> Self {
        assert!(!all.is_empty(), "a rotation of nothing");
        Self {
            all: all.leak(),
            at: 0,
        }
    }

    /// All values, in the order of their turns.
    pub(crate) const fn all(&self) -> &'static [T] {
        self.all
    }

    /// The next value.
    pub(crate) fn turn(&mut self) -> &'static T {
        let value = &self.all[self.at];
        self.at = if self.at + 1 == self.all.len() {
            0
        } else {
            self.at + 1
        };
        value
    }

    /// What `make` makes of each, in the same order.
    pub(crate) fn map<U>(&self, make: impl FnMut(&'static T) -> U) -> Rotation<U> {
        Rotation::of(self.all.iter().map(make).collect())
    }
}

impl<T> Clone for Rotation<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Rotation<T> {}

/// Random numbers that are the same on every run (SplitMix64).
#[derive(Debug)]
pub(crate) struct Random(u64);

impl Random {
    pub(crate) const fn new(seed: u64) -> Self {
        Self(seed)
    }

    pub(crate) fn number(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// Less than `bound`.
    pub(crate) fn below(&mut self, bound: u32) -> u32 {
        u32::try_from(self.number() % u64::from(bound)).expect("below a u32")
    }

    pub(crate) fn bytes<const N: usize>(&mut self) -> [u8; N] {
        std::array::from_fn(|_| self.number().to_le_bytes()[7])
    }

    /// Lower-case letters and digits.
    pub(crate) fn text(&mut self, len: usize) -> String {
        let one = |random: &mut Self| {
            let at = random.below(36);
            char::from_digit(at, 36).expect("a digit of base 36")
        };
        (0..len).map(|_| one(self)).collect()
    }

    /// An issue time of some day in 2023 and a salt as builders make them.
    pub(crate) fn stamp(&mut self) -> Stamp {
        let (second, salt) = (self.below(86_400), self.below(99_999_999));
        Stamp::new(1_700_000_000 + second, 1 + salt).expect("a stamp")
    }

    /// A channel of one of the kinds that are met: a hash, a number, words, a
    /// UUID.
    pub(crate) fn channel(&mut self) -> String {
        const WORDS: [&str; 8] = [
            "lobby",
            "support",
            "classroom",
            "standup",
            "live",
            "consult",
            "game",
            "radio",
        ];
        match self.below(4) {
            0 => format!("{:016x}{:016x}", self.number(), self.number()),
            1 => format!("room-{}", self.below(1_000_000)),
            2 => {
                let [one, two] = [(); 2].map(|()| WORDS[self.below(8) as usize]);
                format!("{one}_{two}_{}", self.below(100))
            }
            _ => {
                let (high, low) = (self.number(), self.number());
                format!(
                    "{:08x}-{:04x}-4{:03x}-a{:03x}-{:012x}",
                    high >> 32,
                    high >> 16 & 0xffff,
                    high & 0xfff,
                    low >> 52,
                    low & 0xffff_ffff_ffff
                )
            }
        }
    }
}
