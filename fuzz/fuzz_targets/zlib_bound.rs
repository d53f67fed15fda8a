//! The bound that spares `Exact` its trees: never above what they cost, and
//! where it decides, they decide alike.

#![no_main]

use libfuzzer_sys::fuzz_target;
use tokenmint::internals::wire::zlib::{Costs, EXACT_MAX};

/// Literals and lengths but for the end of a block, which is counted already.
const LITERALS: usize = 286;
const DISTANCES: usize = 30;
/// Fewer symbols than a block has.
const SYMBOLS: u32 = 16_000;

/// A length that bytes give.
fn stored_len(bytes: [u8; 2]) -> usize {
    usize::from(u16::from_le_bytes(bytes))
}

/// The weights of a block: pairs of a step and a weight. A weight of 255 is
/// followed by one that is 16 times as large.
fn weights(data: &[u8]) -> ([u16; LITERALS], [u16; DISTANCES]) {
    let (mut literals, mut distances) = ([0; LITERALS], [0; DISTANCES]);
    let mut at = 0;
    let mut left = SYMBOLS;
    let mut bytes = data.iter().copied();
    while let Some((step, weight)) = bytes.next().zip(bytes.next()) {
        at += usize::from(step);
        let weight = match weight {
            255 => 16 * u16::from(bytes.next().unwrap_or(0)),
            _ => u16::from(weight),
        };
        let weight = weight.min(left as u16);
        let slot = if at < LITERALS {
            &mut literals[at]
        } else if at < LITERALS + DISTANCES {
            &mut distances[at - LITERALS]
        } else {
            break;
        };
        if *slot == 0 {
            *slot = weight;
            left -= u32::from(weight);
        }
        at += 1;
    }
    (literals, distances)
}

fuzz_target!(|data: &[u8]| {
    let Some((&[flags, low, high], data)) = data.split_first_chunk() else {
        return;
    };
    let (costs, stored_len) = if flags & 1 == 0 {
        let (literals, distances) = weights(data);
        let stored_len = stored_len([low, high]);
        (
            Costs::of_weights(&literals, &distances, stored_len),
            stored_len,
        )
    } else {
        let content = &data[..data.len().min(EXACT_MAX)];
        (Costs::of_content(content), content.len())
    };
    if let Some(least) = costs.least_own {
        assert!(least <= costs.own, "{costs:?}");
    }
    if costs.decided {
        let bytes = |bits: u32| u64::from(bits + 10) / 8;
        let best = bytes(costs.fixed).min(stored_len as u64 + 4);
        assert!(bytes(costs.own) >= best, "{costs:?}, stored {stored_len}");
    }
});
