//! What an input gives for each type of argument.

use std::ffi::{c_char, c_void};

use tokenmint_fuzz::{APP_ID, CERTIFICATE, SERVER_SECRET};

use super::caller::Caller;

pub trait Argument: Sized {
    fn give(caller: &mut Caller<'_>) -> Self;
}

macro_rules! numbers {
    ($($type:ident)+) => {$(
        impl Argument for $type {
            fn give(caller: &mut Caller<'_>) -> Self {
                match caller.up_to(7) {
                    0 => caller.any(),
                    1 => 1_700_000_000_u32 as Self,
                    2 => 3_600_u32 as Self,
                    _ => caller.up_to(11) as Self,
                }
            }
        }
    )+};
}

numbers! { u16 i16 u32 i32 u64 i64 }

impl Argument for bool {
    fn give(caller: &mut Caller<'_>) -> Self {
        caller.any()
    }
}

/// The length of the pointer before it, mostly the true one; after no pointer,
/// an index.
impl Argument for usize {
    fn give(caller: &mut Caller<'_>) -> Self {
        let len = match caller.behind.take() {
            None => caller.up_to(4),
            Some(behind) => match caller.up_to(31) {
                0 => isize::MAX as Self + 1 + caller.up_to(9),
                1 => Self::MAX - caller.up_to(9),
                2 => caller.up_to(behind),
                _ => behind,
            },
        };
        caller.note_cap(len);
        len
    }
}

impl Argument for *const c_char {
    fn give(caller: &mut Caller<'_>) -> Self {
        let bytes = match caller.up_to(15) {
            0 => {
                caller.behind = Some(caller.up_to(1));
                return std::ptr::null();
            }
            1 => caller.raw(300),
            2 => {
                let byte: u8 = caller.any();
                vec![byte; caller.up_to(70_000)]
            }
            3 => APP_ID.into(),
            4 => CERTIFICATE.into(),
            5 => SERVER_SECRET.into(),
            6 => "https://agent/.well-known/agent.json".into(),
            7..=9 => match caller.token() {
                Some(token) => token.into_bytes(),
                None => caller.raw(64),
            },
            10 => {
                // A token with one byte changed.
                let mut token = caller.token().unwrap_or_default().into_bytes();
                if !token.is_empty() {
                    let at = caller.up_to(token.len() - 1);
                    token[at] = caller.any();
                }
                token
            }
            _ => {
                let mut name = caller.raw(40);
                for byte in &mut name {
                    *byte = b'a' + *byte % 26;
                }
                name
            }
        };
        text(caller, &bytes)
    }
}

/// Exactly these bytes.
pub fn text(caller: &mut Caller<'_>, bytes: &[u8]) -> *const c_char {
    caller.behind = Some(bytes.len());
    Caller::as_text(caller.keep(bytes))
}

/// The text that is right there, or any.
pub fn usually(caller: &mut Caller<'_>, right: &str) -> *const c_char {
    if caller.once_in(8) {
        Argument::give(caller)
    } else {
        text(caller, right.as_bytes())
    }
}

impl Argument for *const u8 {
    fn give(caller: &mut Caller<'_>) -> Self {
        let bytes = match caller.up_to(7) {
            0 => {
                caller.behind = Some(caller.up_to(1));
                return std::ptr::null();
            }
            1 => caller.raw(2_000),
            2 => vec![caller.any(); 12],
            3 => vec![caller.any(); 16],
            4 => vec![caller.any(); 24],
            5 | 6 => vec![caller.any(); 32],
            _ => caller.raw(96),
        };
        caller.behind = Some(bytes.len());
        caller.keep(&bytes)
    }
}

fn buffer(caller: &mut Caller<'_>, nul: bool) -> *mut u8 {
    let place = match caller.alias() {
        Some((place, len)) => {
            caller.behind = Some(len);
            place
        }
        None => {
            let len = match caller.up_to(15) {
                0 => {
                    caller.behind = Some(caller.up_to(1));
                    caller.note_out(std::ptr::null_mut(), nul);
                    return std::ptr::null_mut();
                }
                1 => caller.up_to(4),
                2..=4 => caller.up_to(600),
                5 => caller.up_to(300_000),
                _ => 2_048,
            };
            caller.behind = Some(len);
            caller.output(&[], len)
        }
    };
    caller.note_out(place, nul);
    place
}

impl Argument for *mut c_char {
    fn give(caller: &mut Caller<'_>) -> Self {
        buffer(caller, true).cast()
    }
}

impl Argument for *mut u8 {
    fn give(caller: &mut Caller<'_>) -> Self {
        buffer(caller, false)
    }
}

impl Argument for *mut usize {
    fn give(caller: &mut Caller<'_>) -> Self {
        let place = if caller.once_in(32) {
            std::ptr::null_mut()
        } else {
            caller
                .output(&[0; size_of::<usize>()], size_of::<usize>())
                .cast()
        };
        caller.note_len(place);
        place
    }
}

impl Argument for *mut c_void {
    fn give(_: &mut Caller<'_>) -> Self {
        std::ptr::null_mut()
    }
}

impl Argument for *mut bool {
    fn give(caller: &mut Caller<'_>) -> Self {
        caller.output(&[0], 1).cast()
    }
}
