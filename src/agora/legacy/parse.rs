//! Reading legacy keys. Nothing here is verified.

use super::dynamic_key5::key5_capacity;
use crate::Error;
use crate::agora::ExpireAt;
use crate::wire::base64::decode;
use crate::wire::hex;
use crate::wire::packing::{Reader, STRING_MAX};

/// A 001 to 004 key that has been read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct ParsedKey<'a> {
    /// 1 to 4.
    pub version: u8,
    /// The signature, 40 hexadecimal digits.
    pub signature: &'a str,
    /// The app id.
    pub app_id: &'a str,
    /// Issue time in Unix seconds.
    pub issued_at: u32,
    /// The random number.
    pub random: u32,
    /// The user, which only 002 and 003 carry; 0: any.
    pub uid: Option<u32>,
    /// When the key ends; 001 has none.
    pub expires_at: Option<ExpireAt>,
}

impl<'a> ParsedKey<'a> {
    /// Reads `key`. 001 and 002 have no version on the wire and are told by
    /// their lengths, 90 and 110; 003 has 113 and 004 103 characters.
    ///
    /// # Errors
    ///
    /// [`Error::UnsupportedVersion`] for other lengths and prefixes,
    /// [`Error::Malformed`] when a number is none.
    pub fn parse(key: &'a str) -> Result<Self, Error> {
        let (version, prefix) = match (key.len(), key.get(..3)) {
            (90, _) => (1, 0),
            (110, _) => (2, 0),
            (113, Some("003")) => (3, 3),
            (103, Some("004")) => (4, 3),
            _ => return Err(Error::UnsupportedVersion),
        };
        let mut cursor = Cursor {
            text: key,
            at: prefix,
        };
        let signature = cursor.hex(40)?;
        let app_id = cursor.hex(32)?;
        let issued_at = cursor.dec10()?;
        let random = cursor.hex8()?;
        let uid = match version {
            2 | 3 => Some(cursor.dec10()?),
            _ => None,
        };
        let expires_at = match version {
            1 => None,
            _ => Some(ExpireAt::unix(cursor.dec10()?)),
        };
        Ok(Self {
            version,
            signature,
            app_id,
            issued_at,
            random,
            uid,
            expires_at,
        })
    }
}

/// No valid 005 key has more characters.
const KEY5_MAX: usize = key5_capacity(Some(STRING_MAX));

/// A 005 key that has been read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct ParsedKey5<'w> {
    /// 1 media channel, 2 recording, 3 public sharing, 4 in-channel permission.
    pub service: u16,
    /// The signature, 40 hexadecimal digits.
    pub signature: &'w str,
    /// The app id, decoded.
    pub app_id: [u8; 16],
    /// Issue time in Unix seconds.
    pub issued_at: u32,
    /// The random number.
    pub salt: u32,
    /// When the key ends.
    pub expires_at: ExpireAt,
    /// Whether upload is allowed, of an in-channel permission key.
    pub permission: Option<&'w str>,
}

impl<'w> ParsedKey5<'w> {
    /// Reads `key`; a workspace as long as the key is enough.
    ///
    /// # Errors
    ///
    /// [`Error::UnsupportedVersion`], [`Error::TooLarge`] for a text longer than
    /// any valid one, [`Error::BadBase64`], [`Error::Truncated`], [`Error::TrailingData`], [`Error::NotUtf8`] and
    /// [`Error::BufferTooSmall`], as for newer tokens; [`Error::Malformed`]
    /// when the app id does not have 16 bytes or an extra is unknown.
    pub fn parse(key: &str, workspace: &'w mut [u8]) -> Result<Self, Error> {
        let text = key.strip_prefix("005").ok_or(Error::UnsupportedVersion)?;
        if key.len() > KEY5_MAX {
            return Err(Error::TooLarge { max: KEY5_MAX });
        }
        let mut reader = Reader::new(decode(text.as_bytes(), 3, workspace)?);
        let service = reader.u16()?;
        let signature = reader.text()?;
        let at = reader.position();
        let app_id = <[u8; 16]>::try_from(reader.string()?).map_err(|_| Error::Malformed { at })?;
        let issued_at = reader.u32()?;
        let salt = reader.u32()?;
        let expires_at = ExpireAt::unix(reader.u32()?);
        let permission = match reader.u16()? {
            0 => None,
            1 => Some(read_permission(&mut reader)?),
            _ => {
                return Err(Error::Malformed {
                    at: reader.position(),
                });
            }
        };
        if !reader.rest().is_empty() {
            return Err(Error::TrailingData {
                at: reader.position(),
            });
        }
        Ok(Self {
            service,
            signature,
            app_id,
            issued_at,
            salt,
            expires_at,
            permission,
        })
    }
}

fn read_permission<'w>(reader: &mut Reader<'w>) -> Result<&'w str, Error> {
    let at = reader.position();
    match reader.u16()? {
        1 => reader.text(),
        _ => Err(Error::Malformed { at }),
    }
}

struct Cursor<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Cursor<'a> {
    fn take(&mut self, len: usize, allowed: fn(&u8) -> bool) -> Result<&'a str, Error> {
        let at = self.at;
        let end = at.saturating_add(len);
        let part = self.text.get(at..end).ok_or(Error::Malformed { at })?;
        if !part.as_bytes().iter().all(allowed) {
            return Err(Error::Malformed { at });
        }
        self.at = end;
        Ok(part)
    }

    fn hex(&mut self, len: usize) -> Result<&'a str, Error> {
        self.take(len, u8::is_ascii_hexdigit)
    }

    fn hex8(&mut self) -> Result<u32, Error> {
        let at = self.at;
        hex::decode(self.hex(8)?.as_bytes())
            .map(u32::from_be_bytes)
            .ok_or(Error::Malformed { at })
    }

    fn dec10(&mut self) -> Result<u32, Error> {
        let at = self.at;
        self.take(10, u8::is_ascii_digit)?
            .parse()
            .map_err(|_| Error::Malformed { at })
    }
}
