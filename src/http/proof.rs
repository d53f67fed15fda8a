//! What may prove a caller in a header: the checks, for every form of a request.

use crate::{Error, Field};

/// Checks the two parts of `Basic` (RFC 7617).
///
/// # Errors
///
/// [`Error::Empty`] and [`Error::BadCharacter`]: the name has content and no
/// colon, and neither has a control character.
pub(crate) fn check_basic(name: &str, password: &str) -> Result<(), Error> {
    if name.is_empty() {
        return Err(Error::Empty {
            field: Field::Username,
        });
    }
    let (at, field) = match name.bytes().position(|byte| byte == b':') {
        Some(at) => (Some(at), Field::Username),
        None => match control_in(name) {
            Some(at) => (Some(at), Field::Username),
            None => (control_in(password), Field::Secret),
        },
    };
    at.map_or(Ok(()), |at| Err(Error::BadCharacter { field, at }))
}

/// Where a control character is in a text that anything else may be in.
#[cfg_attr(target_os = "none", inline(never))]
pub(crate) fn control_in(text: &str) -> Option<usize> {
    let mut before = 0;
    text.bytes().position(|byte| {
        // U+0080 to U+009F are control characters, too.
        let is_second = before == 0xC2 && byte < 0xA0;
        before = byte;
        byte.is_ascii_control() || is_second
    })
}

/// Checks what follows a scheme such as `Bearer` (RFC 6750).
///
/// # Errors
///
/// [`Error::Empty`], and [`Error::BadCharacter`] unless it is visible ASCII.
pub(crate) fn check_token(token: &str) -> Result<(), Error> {
    let field = Field::Token;
    if token.is_empty() {
        return Err(Error::Empty { field });
    }
    let found = token.bytes().position(|byte| !byte.is_ascii_graphic());
    found.map_or(Ok(()), |at| Err(Error::BadCharacter { field, at }))
}

/// Whether `name` is the name of a header: a token (RFC 9110).
pub(crate) fn is_header_name(name: &str) -> bool {
    !name.is_empty() && name.bytes().all(is_header_name_byte)
}

/// Whether a byte may be in the name of a header.
pub(crate) const fn is_header_name_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric()
        || matches!(
            byte,
            b'!' | b'#'..=b'\'' | b'*' | b'+' | b'-' | b'.' | b'^'..=b'`' | b'|' | b'~'
        )
}

/// Whether `value` has visible ASCII, spaces and tabs alone.
pub(crate) fn is_header_value(value: &str) -> bool {
    value
        .bytes()
        .all(|byte| byte == b'\t' || (b' '..=b'~').contains(&byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn control_characters_of_both_rows_are_found() {
        for (text, at) in [
            ("", None),
            ("a\tb", Some(1)),
            ("a\u{1f}", Some(1)),
            ("a b~", None),
            ("\u{7f}", Some(0)),
            // The second bytes of U+0080, U+009F and U+00A0.
            ("a\u{80}", Some(2)),
            ("a\u{9f}", Some(2)),
            ("a\u{a0}", None),
            // A second byte below 0xA0 of another character.
            ("\u{100}", None),
        ] {
            assert_eq!(control_in(text), at, "{text:?}");
        }
    }
}
