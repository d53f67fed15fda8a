//! What a path means to a server that decodes it, perhaps more than once,
//! before it splits it.
//!
//! | written | read by somebody as |
//! |---|---|
//! | `%2e%2E`, `%252e.`, `%%32e.` | `..` |
//! | `..;x` | `..` with a parameter |
//! | `%2f`, `%255C` | a separator |
//! | `%00`, `%0d%0a` | the end of a text, or of a line |

/// Escapes whose digits are escapes themselves are read to this depth.
const DEPTH: u32 = 3;

/// Why a path is not sent.
#[cfg(feature = "http")]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Hidden {
    /// A segment `.` or `..`.
    DotSegment,
    /// An escaped control character.
    ControlCharacter,
    /// An escaped slash or backslash, or a backslash.
    Separator,
}

/// What is hidden in a path that will be sent as it is.
#[cfg(feature = "http")]
pub(super) fn hidden(path: &[u8]) -> Option<Hidden> {
    if has_dot_segment(path) {
        return Some(Hidden::DotSegment);
    }
    let mut rest = path;
    while let Some(Read {
        byte,
        escaped,
        after,
    }) = read(rest, DEPTH)
    {
        match byte {
            b'\\' => return Some(Hidden::Separator),
            b'/' if escaped => return Some(Hidden::Separator),
            0..0x20 | 0x7F => return Some(Hidden::ControlCharacter),
            _ => {}
        }
        rest = after;
    }
    None
}

/// Whether a part between separators is `.` or `..` for somebody.
pub(super) fn has_dot_segment(text: &[u8]) -> bool {
    // Most have nothing that could be a dot.
    if !text.iter().any(|byte| matches!(byte, b'.' | b'%')) {
        return false;
    }
    let mut rest = text;
    let (mut dots, mut others, mut parameter) = (0_usize, false, false);
    while let Some(Read { byte, after, .. }) = read(rest, DEPTH) {
        match byte {
            b'/' | b'\\' => {
                if !others && matches!(dots, 1 | 2) {
                    return true;
                }
                (dots, others, parameter) = (0, false, false);
            }
            _ if parameter => {}
            b'.' => dots = dots.saturating_add(1),
            b';' => parameter = true,
            _ => others = true,
        }
        rest = after;
    }
    !others && matches!(dots, 1 | 2)
}

/// One character, decoded until nothing is left to decode.
struct Read<'a> {
    byte: u8,
    // Without the HTTP layer, nothing but dot segments is looked for.
    #[cfg_attr(not(feature = "http"), allow(dead_code))]
    escaped: bool,
    after: &'a [u8],
}

fn read(text: &[u8], depth: u32) -> Option<Read<'_>> {
    let (&byte, mut after) = text.split_first()?;
    let mut escaped = false;
    if byte == b'%' {
        // What is decoded to a percent sign begins another escape.
        while let Some((byte, rest)) = escape(after, depth) {
            (escaped, after) = (true, rest);
            if byte != b'%' {
                return Some(Read {
                    byte,
                    escaped,
                    after,
                });
            }
        }
    }
    Some(Read {
        byte,
        escaped,
        after,
    })
}

fn escape(text: &[u8], depth: u32) -> Option<(u8, &[u8])> {
    let (high, after) = digit(text, depth)?;
    let (low, after) = digit(after, depth)?;
    let [byte] = crate::wire::hex::decode(&[high, low])?;
    Some((byte, after))
}

/// A hexadecimal digit, which may be escaped itself.
fn digit(text: &[u8], depth: u32) -> Option<(u8, &[u8])> {
    let read = match text.split_first()? {
        (b'%', _) => read(text, depth.checked_sub(1)?)?,
        (&byte, after) => Read {
            byte,
            escaped: false,
            after,
        },
    };
    read.byte
        .is_ascii_hexdigit()
        .then_some((read.byte, read.after))
}

#[cfg(all(test, feature = "http"))]
mod tests {
    use super::*;

    #[test]
    fn what_servers_read_in_a_path() {
        for (path, expected) in [
            ("", None),
            ("a/b.c/...", None),
            ("a%20b/%C3%A9", None),
            ("100%/%zz/%4", None),
            ("100%25", None),
            ("%2525", None),
            ("a;v=1/b", None),
            ("a..;b", None),
            ("..", Some(Hidden::DotSegment)),
            ("a/..;/b", Some(Hidden::DotSegment)),
            ("a/..;x=1", Some(Hidden::DotSegment)),
            ("a/.%3b", Some(Hidden::DotSegment)),
            ("%2e%2E", Some(Hidden::DotSegment)),
            ("%2E/x", Some(Hidden::DotSegment)),
            ("a/%252e%252E/b", Some(Hidden::DotSegment)),
            ("a/%25252e.", Some(Hidden::DotSegment)),
            ("a/%%32e%2%65", Some(Hidden::DotSegment)),
            ("a%2f..%2fb", Some(Hidden::DotSegment)),
            ("a%5c..", Some(Hidden::DotSegment)),
            ("a%00", Some(Hidden::ControlCharacter)),
            ("a%0d%0Ab", Some(Hidden::ControlCharacter)),
            ("a%250a", Some(Hidden::ControlCharacter)),
            ("a%7F", Some(Hidden::ControlCharacter)),
            ("a%2fb", Some(Hidden::Separator)),
            ("a%252Fb", Some(Hidden::Separator)),
            ("a%5Cb", Some(Hidden::Separator)),
            ("a\\b", Some(Hidden::Separator)),
        ] {
            assert_eq!(hidden(path.as_bytes()), expected, "{path}");
        }
    }

    #[test]
    fn long_paths_take_no_time() {
        for piece in ["%", "%25", "%%32", "%%%%25"] {
            let path = piece.repeat(1 << 18);
            assert_eq!(hidden(path.as_bytes()), None, "{piece}");
        }
    }
}
