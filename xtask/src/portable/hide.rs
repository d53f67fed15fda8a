//! What Rust hides from the optimizer, hidden from that of C, too.
//!
//! `core::hint::black_box` is a number that is stored, its address handed to
//! assembly that does nothing, and the number loaded. Of that WebAssembly keeps
//! an address that nobody reads, between the store and the load; and a compiler
//! for C sees through both. Where a mask comes of the number, it may make a
//! branch of the mask.

use super::tidy::assignment;
use super::translate::Line;

/// Hides each such number where it is stored.
pub(super) fn hide(lines: &mut [Line]) {
    for at in 2..lines.len() {
        let [store, address, load] = [at - 2, at - 1, at].map(|at| &lines[at]);
        let address = assignment(address).and_then(|(_, place)| place.strip_suffix(';'));
        let Some(place) = address else {
            continue;
        };
        if !load.text.contains("TM_LOAD") || !load.text.contains(&format!("({place})")) {
            continue;
        }
        let stored = store.text.split_once(&format!("({place}, "));
        let stored = stored.and_then(|(width, value)| Some((width, value.strip_suffix(");")?)));
        let Some((width, value)) = stored.filter(|(width, _)| width.starts_with("TM_STORE")) else {
            continue;
        };
        let hidden = match width.starts_with("TM_STORE64") {
            true => "tm_unseen_64",
            false => "tm_unseen_32",
        };
        lines[at - 2].text = format!("{width}({place}, {hidden}({value}));");
    }
}

#[cfg(test)]
mod tests {
    use super::super::translate::Line;

    fn hidden(lines: &[&str]) -> Vec<String> {
        let line = |&text: &&str| Line {
            depth: 0,
            text: text.to_owned(),
        };
        let mut lines: Vec<Line> = lines.iter().map(line).collect();
        super::hide(&mut lines);
        lines.into_iter().map(|line| line.text).collect()
    }

    #[test]
    fn a_number_behind_an_address_that_nobody_reads_is_hidden() {
        let lines = [
            "TM_STORE8(frame + 11u, p2 != (uint32_t)0);",
            "p2 = frame + 11u;",
            "v4 = TM_LOAD8(frame + 11u) != 0u;",
        ];
        let first = "TM_STORE8(frame + 11u, tm_unseen_32(p2 != (uint32_t)0));";
        assert_eq!(hidden(&lines), [first, lines[1], lines[2]]);
    }

    #[test]
    fn other_numbers_stay() {
        let lines = [
            "TM_STORE32(frame + 8u, v1);",
            "p2 = frame + 12u;",
            "v4 = TM_LOAD32(frame + 12u);",
        ];
        assert_eq!(hidden(&lines), lines);
    }
}
