//! Every function with arguments that no careful caller gives: NULL, no length,
//! a lying length, text in the output, structs of no size, structs of zeros, off
//! their alignment, numbers that mean nothing, buffers that are too small or not
//! there. Miri runs this, and looks for undefined behaviour.
//!
//! | file | what |
//! |---|---|
//! | this | the ways to call a function, and what has to hold after each |
//! | `arguments.rs` | an argument of each kind, in one of these ways |
//! | `rows.rs` | the functions, each with the kinds of its arguments |

mod arguments;
mod rows;

use core::ffi::c_char;
use core::ptr::{null, without_provenance};

use crate::status::{TOKENMINT_ERR_BUFFER_TOO_SMALL, TOKENMINT_ERR_OVERLAP, TOKENMINT_OK};
use arguments::{CANARY, Memory, Structs, Way};

/// Of the output, small, because Miri looks at every byte.
const ROOM: usize = 48;

/// How an input is given: where it begins, and how long it says to be.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Text {
    At(*const c_char, usize),
    /// In the output.
    Overlapping,
}

/// How an output is given: whether there is a buffer, its size, and whether
/// there is a place for the length.
#[derive(Clone, Copy, Debug)]
struct Output {
    buffer: bool,
    cap: usize,
    len: bool,
}

const OUTPUTS: [Output; 6] = [
    out(false, 0, true),
    out(false, 1, true),
    out(true, 0, true),
    out(true, 1, true),
    out(true, ROOM, true),
    out(true, ROOM, false),
];

const fn out(buffer: bool, cap: usize, len: bool) -> Output {
    Output { buffer, cap, len }
}

/// Calls `function` in every way.
fn run(name: &str, function: &dyn Fn(&Memory) -> i32) {
    let letter: *const c_char = c"x".as_ptr();
    let all = &[Structs::Null, Structs::Zeroed, Structs::Sized][..];
    // Of the last texts a function hears when its structs are good.
    let good = &[Structs::Sized][..];
    for (text, structs) in [
        (Text::At(null(), 0), all),
        (Text::At(null(), 1), all),
        (Text::At(letter, 0), all),
        (Text::At(letter, 1), all),
        (Text::At(letter, isize::MAX as usize + 1), all),
        (Text::At(without_provenance(usize::MAX), 2), good),
        (Text::Overlapping, good),
    ] {
        for structs in structs.iter().copied() {
            for output in OUTPUTS {
                let mut way = Way {
                    text,
                    structs,
                    output,
                    most: false,
                };
                once(name, function, &way);
                // Numbers are looked at where the rest is good.
                if (text, structs) == (Text::At(letter, 1), Structs::Sized) {
                    way.most = true;
                    once(name, function, &way);
                }
            }
        }
    }
}

fn once(name: &str, function: &dyn Fn(&Memory) -> i32, way: &Way) {
    let memory = Memory::new(way);
    let status = function(&memory);
    let seen = memory.seen();
    // Written only where it is wanted: Miri takes long for it.
    let case = || std::format!("{name}, {way:?}: {status}");
    assert!(status <= 1, "{}", case());
    let untouched = |bytes: &[u8]| bytes.iter().all(|byte| *byte == CANARY);
    assert!(
        untouched(seen.before),
        "{}: written before the buffer",
        case()
    );
    assert!(untouched(seen.after), "{}: written past the buffer", case());

    let len = memory.len();
    if status != TOKENMINT_OK && !untouched(seen.buffer) {
        // A workspace may keep what was decoded; an output may not.
        let wiped = seen.buffer.iter().all(|byte| *byte == 0);
        assert!(len.is_none() || wiped, "{}: not wiped", case());
    }
    if let Some(len) = len
        && way.output.len
        && status != TOKENMINT_OK
    {
        let too_small = status == TOKENMINT_ERR_BUFFER_TOO_SMALL;
        assert_eq!(too_small, len > 0, "{}: {len}", case());
    }
    if way.text == Text::Overlapping && memory.overlaps() {
        assert!(status < TOKENMINT_OK, "{}: read what it writes", case());
        let refused = status == TOKENMINT_ERR_OVERLAP;
        assert!(
            !refused || untouched(seen.buffer),
            "{}: written over its input",
            case()
        );
    }
}
