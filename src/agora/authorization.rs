//! Values of the HTTP `Authorization` header.
//!
//! | form | function |
//! |---|---|
//! | `agora token=<007 token>` | [`token_header`] |
//! | `Basic <base64 of id:secret>` | [`basic_header`] |

use crate::buffer::Writer;
use crate::output::Output;
use crate::wire::base64::{encode_at, encoded_len};
use crate::{Error, Field};

/// What stands before the token.
pub const TOKEN_PREFIX: &str = "agora token=";

const BASIC_PREFIX: &str = "Basic ";

/// Characters of the header value for a token of `token_len` characters.
#[must_use]
pub const fn token_header_capacity(token_len: usize) -> usize {
    TOKEN_PREFIX.len().saturating_add(token_len)
}

/// Characters of the header value for a customer id and secret.
#[must_use]
pub const fn basic_header_capacity(id_len: usize, secret_len: usize) -> usize {
    let pair = id_len.saturating_add(secret_len).saturating_add(1);
    BASIC_PREFIX.len().saturating_add(encoded_len(pair))
}

/// The header value for `token`. A token that already has the prefix is taken
/// as it is, not given it twice.
///
/// # Errors
///
/// - [`Error::Empty`] for an empty token.
/// - [`Error::BadCharacter`] when it has anything but visible ASCII, which
///   would break the header line.
/// - [`Error::BufferTooSmall`] below [`token_header_capacity`].
pub fn token_header<O: Output>(token: &str, out: O) -> Result<O::Text, Error> {
    let field = Field::Secret;
    let token = token.strip_prefix(TOKEN_PREFIX).unwrap_or(token);
    if token.is_empty() {
        return Err(Error::Empty { field });
    }
    if let Some(at) = token.bytes().position(|c| !c.is_ascii_graphic()) {
        return Err(Error::BadCharacter { field, at });
    }
    out.write_text(token_header_capacity(token.len()), |buffer| {
        let mut writer = Writer::new(buffer);
        writer.put_str(TOKEN_PREFIX);
        writer.put_str(token);
        writer.finish().map(|text| text.len())
    })
}

/// The header value for a customer id and secret (RFC 7617, UTF-8).
///
/// # Errors
///
/// - [`Error::Empty`] when either is empty.
/// - [`Error::BadCharacter`] when the id has a colon or either has a control
///   character.
/// - [`Error::BufferTooSmall`] below [`basic_header_capacity`].
pub fn basic_header<O: Output>(
    customer_id: &str,
    customer_secret: &str,
    out: O,
) -> Result<O::Text, Error> {
    check(Field::Username, customer_id, |c| c == ':')?;
    check(Field::Secret, customer_secret, |_| false)?;
    let capacity = basic_header_capacity(customer_id.len(), customer_secret.len());
    out.write_text(capacity, |buffer| {
        let mut writer = Writer::new(buffer);
        writer.put_str(customer_id);
        writer.put_str(":");
        writer.put_str(customer_secret);
        let pair_len = writer.finish()?.len();
        let len = encode_at(buffer, BASIC_PREFIX.len(), pair_len);
        Writer::new(buffer).put_str(BASIC_PREFIX);
        len
    })
}

fn check(field: Field, text: &str, extra: impl Fn(char) -> bool) -> Result<(), Error> {
    if text.is_empty() {
        return Err(Error::Empty { field });
    }
    match text
        .char_indices()
        .find(|(_, c)| c.is_control() || extra(*c))
    {
        Some((at, _)) => Err(Error::BadCharacter { field, at }),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_prefix_is_never_doubled() {
        let expected = "agora token=007abc";
        for token in ["007abc", "agora token=007abc"] {
            assert_eq!(token_header(token, &mut [0; 64]), Ok(expected));
        }
        let needed = expected.len();
        assert_eq!(
            token_header("007abc", &mut [0; 17]),
            Err(Error::BufferTooSmall { needed })
        );
    }

    #[test]
    fn rfc_7617_answer() {
        let expected = "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==";
        assert_eq!(
            basic_header("Aladdin", "open sesame", &mut [0; 64]),
            Ok(expected)
        );
        assert_eq!(basic_header_capacity(7, 11), expected.len());
    }

    #[test]
    fn what_would_break_a_header_is_refused() {
        for token in ["", "agora token=", "a b", "a\r\nb", "a\u{e9}"] {
            assert!(token_header(token, &mut [0; 64]).is_err(), "{token:?}");
        }
        for (id, secret) in [("", "s"), ("i", ""), ("i:d", "s"), ("i", "s\n")] {
            assert!(basic_header(id, secret, &mut [0; 64]).is_err(), "{id:?}");
        }
    }
}
