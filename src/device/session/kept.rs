//! What is in flash while an agent may run: 32 bytes.
//!
//! | offset | bytes | |
//! |---|---|---|
//! | 0 | 1 | version in the upper half (1), state in the lower: 0 nothing runs, 1 an agent may run, 2 the agent of this id runs |
//! | 1 | 1 | characters of the id, 0 to 36 |
//! | 2 | 27 | the id, six bits a character (letters, digits, `-`, `_`), rest 0 |
//! | 29 | 3 | the lower three bytes of the CRC-32 of the bytes before, little-endian |
//!
//! Whatever is not such a record, a page that is half written or erased, is read
//! as "an agent may run": the session then looks for it.

use super::id::Id;
use crate::wire::crc32::crc32;

/// Bytes of a record.
pub const KEPT_LEN: usize = 32;

/// Most characters of an id that is kept; a longer one is looked for.
const ID_MAX: usize = 36;

const VERSION: u8 = 1;
const NOTHING: u8 = 0;
const MAY_RUN: u8 = 1;
const RUNS: u8 = 2;

/// Bytes that have the id.
const PACKED: usize = 27;

/// The bytes before the check.
const CHECKED: usize = KEPT_LEN - 3;

/// What a record says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Record {
    /// No agent of this device runs.
    Nothing,
    /// One may run whose id is not known.
    MayRun,
    /// This one was started and not stopped.
    Runs(Id),
}

impl Record {
    /// The bytes to keep.
    pub(super) fn to_bytes(self) -> [u8; KEPT_LEN] {
        let (state, id) = match self {
            Self::Nothing => (NOTHING, Id::NONE),
            Self::MayRun => (MAY_RUN, Id::NONE),
            Self::Runs(id) => (RUNS, id),
        };
        let Some(packed) = pack(id.as_bytes()) else {
            return Self::MayRun.to_bytes();
        };
        let mut bytes = [0; KEPT_LEN];
        let (checked, check) = bytes.split_at_mut(CHECKED);
        if let [first, len, rest @ ..] = checked {
            *first = VERSION << 4 | state;
            *len = id.len();
            for (to, from) in rest.iter_mut().zip(packed) {
                *to = from;
            }
        }
        for (to, from) in check.iter_mut().zip(crc32(checked).to_le_bytes()) {
            *to = from;
        }
        bytes
    }

    /// What `bytes` say.
    pub(super) fn from_bytes(bytes: &[u8]) -> Self {
        Self::read(bytes).unwrap_or(Self::MayRun)
    }

    fn read(bytes: &[u8]) -> Option<Self> {
        let bytes: &[u8; KEPT_LEN] = bytes.try_into().ok()?;
        let (checked, check) = bytes.split_at(CHECKED);
        let expected = crc32(checked).to_le_bytes();
        let [first, len, packed @ ..] = checked else {
            return None;
        };
        if !expected.starts_with(check) || first >> 4 != VERSION {
            return None;
        }
        match first & 0x0F {
            NOTHING => Some(Self::Nothing),
            RUNS => Some(Self::Runs(unpack(packed, (*len).into())?)),
            _ => None,
        }
    }
}

/// Six bits a character, the first one lowest; nothing when the text does not fit.
fn pack(id: &[u8]) -> Option<[u8; PACKED]> {
    let mut packed = [0; PACKED];
    if id.len() > ID_MAX {
        return None;
    }
    let mut out = packed.iter_mut();
    let (mut bits, mut held) = (0_u32, 0_u32);
    for byte in id {
        bits |= u32::from(code(*byte)?) << held;
        held = held.wrapping_add(6);
        if held >= 8 {
            let [low, ..] = bits.to_le_bytes();
            *out.next()? = low;
            bits >>= 8;
            held = held.wrapping_sub(8);
        }
    }
    if let Some(last) = out.next() {
        let [low, ..] = bits.to_le_bytes();
        *last = low;
    }
    Some(packed)
}

fn unpack(packed: &[u8], len: usize) -> Option<Id> {
    let mut id = Id::NONE;
    let mut rest = packed.iter();
    let (mut bits, mut held) = (0_u32, 0_u32);
    for _ in 0..len {
        if held < 6 {
            bits |= u32::from(*rest.next()?) << held;
            held = held.wrapping_add(8);
        }
        let [low, ..] = bits.to_le_bytes();
        id.push(character(low & 0x3F))?;
        bits >>= 6;
        held = held.wrapping_sub(6);
    }
    (!id.is_empty()).then_some(id)
}

const fn code(byte: u8) -> Option<u8> {
    Some(match byte {
        b'A'..=b'Z' => byte.wrapping_sub(b'A'),
        b'a'..=b'z' => byte.wrapping_sub(b'a').wrapping_add(26),
        b'0'..=b'9' => byte.wrapping_sub(b'0').wrapping_add(52),
        b'-' => 62,
        b'_' => 63,
        _ => return None,
    })
}

const fn character(code: u8) -> u8 {
    match code {
        0..=25 => code.wrapping_add(b'A'),
        26..=51 => code.wrapping_sub(26).wrapping_add(b'a'),
        52..=61 => code.wrapping_sub(52).wrapping_add(b'0'),
        62 => b'-',
        _ => b'_',
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const IDS: [&str; 5] = [
        "A1",
        "A42AC47HY8CH7FR6N5",
        "1NT29X10YHxxxxxWJOXLYHNYB",
        "00112233-4455-6677-8899-aabbccddeeff",
        "_-zZ",
    ];

    #[test]
    fn records_come_back() {
        for record in [Record::Nothing, Record::MayRun] {
            assert_eq!(Record::from_bytes(&record.to_bytes()), record);
        }
        for id in IDS {
            let record = Record::Runs(Id::new(id.as_bytes()).unwrap());
            assert_eq!(Record::from_bytes(&record.to_bytes()), record, "{id}");
        }
    }

    /// The CRC is that of zlib: `python3 -c "import zlib; ..."`.
    #[test]
    fn the_bytes_are_as_documented() {
        let mut nothing = [0; KEPT_LEN];
        nothing[0] = 0x10;
        nothing[29..].copy_from_slice(&[0x23, 0x48, 0x9C]);
        assert_eq!(Record::Nothing.to_bytes(), nothing);
        let mut runs = [0; KEPT_LEN];
        // `A` is 0, `1` is 53: 53 << 6 is 0x0D40.
        runs[..4].copy_from_slice(&[0x12, 2, 0x40, 0x0D]);
        runs[29..].copy_from_slice(&[0xB1, 0xB6, 0xFB]);
        let record = Record::Runs(Id::new(b"A1").unwrap());
        assert_eq!(record.to_bytes(), runs);
    }

    #[test]
    fn an_id_that_does_not_fit_is_one_that_may_run() {
        for id in ["00112233-4455-6677-8899-aabbccddeeffA", "a.b", "a b"] {
            let record = Record::Runs(Id::new(id.as_bytes()).unwrap());
            assert_eq!(Record::from_bytes(&record.to_bytes()), Record::MayRun);
        }
    }

    #[test]
    fn a_half_written_or_erased_page_is_noticed() {
        let old = Record::Nothing.to_bytes();
        for id in IDS {
            let new = Record::Runs(Id::new(id.as_bytes()).unwrap()).to_bytes();
            for erased in [0xFF, 0x00] {
                for written in 1..KEPT_LEN - 1 {
                    let mut page = [erased; KEPT_LEN];
                    page[..written].copy_from_slice(&new[..written]);
                    if page != new {
                        assert_eq!(Record::from_bytes(&page), Record::MayRun, "{id} {written}");
                    }
                    let mut page = old;
                    page[..written].copy_from_slice(&new[..written]);
                    assert_eq!(Record::from_bytes(&page), Record::MayRun, "{id} {written}");
                }
            }
        }
        for page in [
            &[0xFF; KEPT_LEN][..],
            &[0; KEPT_LEN],
            &[0x10],
            &[0x10; 31],
            &[0x10; 33],
        ] {
            assert_eq!(Record::from_bytes(page), Record::MayRun);
        }
    }

    #[test]
    fn every_flipped_bit_and_another_version_are_noticed() {
        let record = Record::Runs(Id::new(IDS[1].as_bytes()).unwrap()).to_bytes();
        for bit in 0..KEPT_LEN * 8 {
            let mut bytes = record;
            bytes[bit / 8] ^= 1 << (bit % 8);
            assert_eq!(Record::from_bytes(&bytes), Record::MayRun, "bit {bit}");
        }
        let mut other = Record::Nothing.to_bytes();
        other[0] = 0x20;
        let check = crc32(&other[..CHECKED]).to_le_bytes();
        other[CHECKED..].copy_from_slice(&check[..3]);
        assert_eq!(Record::from_bytes(&other), Record::MayRun);
    }
}
