//! What is checked before a token is made.
//!
//! [`Limits::Documented`] is what every official library takes: user and room
//! ids of at most 64 UTF-16 units (checked by Java and by the GCM revision for
//! Node.js) and a clock that is set (an issue time above 0). [`Limits::Wire`]
//! is all that the format can carry, as Python, Go, PHP and C++ do.

use crate::{Error, Field, Limits, TextFault};

/// The most UTF-16 units of an id.
const ID_MAX: usize = 64;

/// Reads an app id: a decimal number from 1 to 4294967295, digits only.
///
/// # Errors
///
/// [`Error::BadAppId`] for anything else.
pub fn parse_app_id(text: &str) -> Result<u32, Error> {
    let is_digits = text.bytes().all(|c| c.is_ascii_digit());
    let number = text.parse().ok().filter(|_| is_digits);
    let number = number.ok_or_else(|| Error::BadAppId {
        fault: TextFault::of(text, |c| c.is_ascii_digit()),
    })?;
    app_id(number)?;
    Ok(number)
}

pub(super) const fn app_id(app_id: u32) -> Result<(), Error> {
    match app_id {
        0 => Err(Error::BadAppId {
            fault: TextFault::Zero,
        }),
        _ => Ok(()),
    }
}

pub(super) fn id(field: Field, id: &str, limits: Limits) -> Result<(), Error> {
    if id.is_empty() {
        return Err(Error::Empty { field });
    }
    if limits == Limits::Documented && id.encode_utf16().count() > ID_MAX {
        return Err(Error::ValueOutOfRange {
            field,
            min: 1,
            max: ID_MAX as u64,
        });
    }
    Ok(())
}

pub(super) const fn effective(seconds: i64) -> Result<(), Error> {
    if seconds > 0 {
        return Ok(());
    }
    Err(Error::ValueOutOfRange {
        field: Field::ExpireIn,
        min: 1,
        max: i64::MAX as u64,
    })
}

/// The second at which a token expires.
pub(super) fn expires_at(
    issued_at: i64,
    effective_seconds: i64,
    limits: Limits,
) -> Result<i64, Error> {
    let out_of_range = |field, min| {
        Err(Error::ValueOutOfRange {
            field,
            min,
            max: i64::MAX.unsigned_abs(),
        })
    };
    match (limits, issued_at) {
        (Limits::Documented, 0) => return Err(Error::IssueTimeZero),
        (Limits::Documented, ..0) => return out_of_range(Field::IssuedAt, 1),
        _ => {}
    }
    match issued_at.checked_add(effective_seconds) {
        Some(expires_at) => Ok(expires_at),
        None => out_of_range(Field::ExpireAt, 0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_counted_in_utf_16() {
        let ascii = [b'u'; 65];
        let cjk = ["漢".as_bytes(); 65].map(|char| [char[0], char[1], char[2]]);
        let emoji = ["😀".as_bytes(); 33].map(|char| [char[0], char[1], char[2], char[3]]);
        let texts = [&ascii[..], cjk.as_flattened(), emoji.as_flattened()];
        let bad = Err(Error::ValueOutOfRange {
            field: Field::UserId,
            min: 1,
            max: 64,
        });
        for (text, last) in texts.into_iter().zip([1, 3, 4]) {
            let text = core::str::from_utf8(text).unwrap();
            let fits = &text[..text.len() - last];
            assert_eq!(id(Field::UserId, fits, Limits::Documented), Ok(()));
            assert_eq!(id(Field::UserId, text, Limits::Documented), bad);
            assert_eq!(id(Field::UserId, text, Limits::Wire), Ok(()));
        }
        for limits in [Limits::Documented, Limits::Wire] {
            assert_eq!(
                id(Field::Room, "", limits),
                Err(Error::Empty { field: Field::Room })
            );
        }
    }

    #[test]
    fn the_sum_is_checked() {
        assert_eq!(expires_at(1, i64::MAX - 1, Limits::Wire), Ok(i64::MAX));
        assert_eq!(
            expires_at(2, i64::MAX - 1, Limits::Wire),
            Err(Error::ValueOutOfRange {
                field: Field::ExpireAt,
                min: 0,
                max: i64::MAX as u64
            })
        );
        assert_eq!(expires_at(0, 5, Limits::Wire), Ok(5));
        assert_eq!(
            expires_at(0, 5, Limits::Documented),
            Err(Error::IssueTimeZero)
        );
        assert!(expires_at(-1, 5, Limits::Documented).is_err());
    }
}
