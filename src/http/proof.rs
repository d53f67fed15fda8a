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
    let fault = |text: &str, field, allowed: fn(char) -> bool| {
        let found = text.char_indices().find(|(_, c)| !allowed(*c));
        found.map_or(Ok(()), |(at, _)| Err(Error::BadCharacter { field, at }))
    };
    fault(name, Field::Username, |c| c != ':' && !c.is_control())?;
    fault(password, Field::Secret, |c| !c.is_control())
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
    !name.is_empty()
        && name
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte))
}

/// Whether `value` has visible ASCII, spaces and tabs alone.
pub(crate) fn is_header_value(value: &str) -> bool {
    value
        .bytes()
        .all(|byte| byte == b'\t' || (b' '..=b'~').contains(&byte))
}
