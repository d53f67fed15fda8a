//! Whether bytes are UTF-8 (RFC 3629), in a quarter of the code that `core`
//! takes for it: every call reads texts, and most calls need nothing else of
//! `core::str`.

pub(crate) fn is_text(bytes: &[u8]) -> bool {
    let mut bytes = bytes.iter();
    while let Some(&lead) = bytes.next() {
        // How many bytes follow.
        let more = match lead {
            0..=0x7F => continue,
            0xC2..=0xDF => 1,
            0xE0..=0xEF => 2,
            0xF0..=0xF4 => 3,
            _ => return false,
        };
        // The range of the first of them rules out overlong forms, surrogates, and
        // what lies past U+10FFFF.
        let mut low = match lead {
            0xE0 => 0xA0,
            0xF0 => 0x90,
            _ => 0x80,
        };
        let mut high = match lead {
            0xED => 0x9F,
            0xF4 => 0x8F,
            _ => 0xBF,
        };
        for _ in 0..more {
            match bytes.next() {
                Some(&byte) if low <= byte && byte <= high => {}
                _ => return false,
            }
            (low, high) = (0x80, 0xBF);
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    fn agrees(bytes: &[u8]) {
        assert_eq!(
            is_text(bytes),
            core::str::from_utf8(bytes).is_ok(),
            "{bytes:?}"
        );
    }

    #[test]
    fn every_two_bytes_are_judged_as_core_does() {
        let step = if cfg!(miri) { 61 } else { 1 };
        for a in (0..=255).step_by(step) {
            agrees(&[a]);
            for b in 0..=255 {
                agrees(&[a, b]);
                agrees(&[b'x', a, b]);
            }
        }
    }

    #[test]
    fn every_edge_of_longer_characters_is_judged_as_core_does() {
        const EDGES: [u8; 18] = [
            0x00, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC2, 0xDF, 0xE0, 0xEC, 0xED,
            0xEF, 0xF0, 0xF4, 0xF5,
        ];
        // Miri takes minutes for all of them.
        let (leads, step) = if cfg!(miri) {
            (0xEF..=0xF1, 5)
        } else {
            (0..=255, 1)
        };
        let edges = || EDGES.into_iter().step_by(step);
        for lead in leads {
            for a in edges() {
                for b in edges() {
                    agrees(&[lead, a, b]);
                    for c in edges() {
                        agrees(&[lead, a, b, c]);
                        agrees(&[lead, a, b, c, b'x']);
                    }
                }
            }
        }
    }
}
