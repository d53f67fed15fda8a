//! The headers that a signed request carries beside `authorization`.
//!
//! | header | value |
//! |---|---|
//! | `x-authing-signature-nonce` | 32 hexadecimal digits, fresh for every request |
//! | `x-authing-signature-method` | `HMAC-SHA1` |
//! | `x-authing-signature-version` | `1.0` |
//! | `x-authing-sdk-version` | name and version of the caller's library |
//! | `x-authing-lang` | language of messages, unless there is none |
//! | `x-authing-app-id` | the tenant, if there is one |
//! | `date` | see [`DateFormat`] |

use super::canonical::{check_header_name, check_no_controls};
use super::date::{Date, DateFormat};
use super::parts::Header;
use super::request::Request;
use crate::buffer::ascii;
#[cfg(feature = "std")]
use crate::os;
use crate::wire::hex;
use crate::{Error, Field};

/// The nonce of one request: the service refuses a second one with the same
/// (error code 1306), so it cannot be copied and signing uses it up.
#[derive(Debug)]
pub struct Nonce([u8; Nonce::LEN]);

impl Nonce {
    /// Characters of a nonce.
    pub const LEN: usize = 32;

    /// A nonce from 16 random bytes.
    #[must_use]
    pub fn new(random: [u8; 16]) -> Self {
        let mut text = [0; Self::LEN];
        hex::encode(&random, hex::Case::Lower, &mut text);
        Self(text)
    }

    /// A nonce from the operating system.
    ///
    /// # Errors
    ///
    /// [`Error::NoRandomness`] when it has none to give.
    #[cfg(feature = "std")]
    pub fn from_os() -> Result<Self, Error> {
        let mut random = [0; 16];
        os::fill(&mut random)?;
        Ok(Self::new(random))
    }

    /// The text as bytes.
    #[must_use]
    pub const fn as_bytes(&self) -> &[u8] {
        &self.0
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        ascii(&self.0)
    }
}

/// What a client sends with every request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HeaderOptions<'a> {
    /// `x-authing-lang`: `zh-CN` (default), `en-US`, `ja-JP` or `zh-TW`.
    pub lang: Option<&'a str>,
    /// `x-authing-app-id`: the tenant; none by default.
    pub tenant_id: Option<&'a str>,
    /// `x-authing-sdk-version`: `tokenmint:` and the version by default.
    pub sdk_version: &'a str,
    /// How `date` is written.
    pub date_format: DateFormat,
}

impl Default for HeaderOptions<'_> {
    fn default() -> Self {
        Self {
            lang: Some("zh-CN"),
            tenant_id: None,
            sdk_version: concat!("tokenmint:", env!("CARGO_PKG_VERSION")),
            date_format: DateFormat::default(),
        }
    }
}

/// The headers of one request, good for one sending: a retry needs new ones.
#[derive(Debug)]
pub struct SignatureHeaders<'a> {
    options: HeaderOptions<'a>,
    nonce: Nonce,
    date: Date,
}

impl<'a> SignatureHeaders<'a> {
    /// The headers of a request sent at `unix_millis` (milliseconds since
    /// 1970, UTC).
    ///
    /// # Errors
    ///
    /// As [`Date::new`].
    pub fn new(options: HeaderOptions<'a>, unix_millis: u64, nonce: Nonce) -> Result<Self, Error> {
        Ok(Self {
            options,
            nonce,
            date: Date::new(unix_millis, options.date_format)?,
        })
    }

    /// The headers of a request sent now, with a random nonce.
    ///
    /// # Errors
    ///
    /// [`Error::NoRandomness`] when the operating system has none to give,
    /// [`Error::ValueOutOfRange`] when its clock stands before 1970, and as
    /// [`Date::new`] for its time.
    #[cfg(feature = "std")]
    pub fn from_os(options: HeaderOptions<'a>) -> Result<Self, Error> {
        // Beyond 64 bits it is beyond the last date, too.
        let unix_millis = u64::try_from(os::unix_time()?.as_millis()).unwrap_or(u64::MAX);
        Self::new(options, unix_millis, Nonce::from_os()?)
    }

    /// The value of `date`.
    #[must_use]
    pub fn date(&self) -> &str {
        self.date.as_str()
    }

    /// The value of `x-authing-signature-nonce`.
    #[must_use]
    pub fn nonce(&self) -> &str {
        self.nonce.as_str()
    }

    /// All of them, to be signed and sent.
    ///
    /// # Errors
    ///
    /// [`Error::BadCharacter`] when an option has a control character.
    pub fn list(&self) -> Result<HeaderList<'_>, Error> {
        let mut list = HeaderList::default();
        list.push("x-authing-signature-nonce", self.nonce())?;
        list.push("x-authing-signature-method", "HMAC-SHA1")?;
        list.push("x-authing-signature-version", "1.0")?;
        list.push("x-authing-sdk-version", self.options.sdk_version)?;
        if let Some(lang) = self.options.lang {
            list.push("x-authing-lang", lang)?;
        }
        if let Some(tenant_id) = self.options.tenant_id {
            list.push("x-authing-app-id", tenant_id)?;
        }
        list.push("date", self.date())?;
        Ok(list)
    }
}

/// A bounded list of headers.
#[derive(Debug, Clone, Copy)]
pub struct HeaderList<'a> {
    headers: [Header<'a>; Request::MAX_HEADERS],
    len: usize,
}

impl Default for HeaderList<'_> {
    fn default() -> Self {
        Self {
            headers: [("", ""); Request::MAX_HEADERS],
            len: 0,
        }
    }
}

impl<'a> HeaderList<'a> {
    /// Adds a header; `x-authing-*` ones are signed too.
    ///
    /// # Errors
    ///
    /// [`Error::Empty`] without a name; [`Error::BadCharacter`] for a name that is none or a control character
    /// in the value; [`Error::Duplicate`] for a name that is there already, in
    /// whatever letter case; [`Error::TooMany`] above
    /// [`Request::MAX_HEADERS`].
    pub fn push(&mut self, name: &'a str, value: &'a str) -> Result<(), Error> {
        check_header_name(name)?;
        check_no_controls(value, Field::Header)?;
        let field = Field::Header;
        let is_this = |(other, _): &Header<'_>| other.eq_ignore_ascii_case(name);
        if self.as_slice().iter().any(is_this) {
            return Err(Error::Duplicate { field });
        }
        let free = self.headers.get_mut(self.len).ok_or(Error::TooMany {
            field,
            max: Request::MAX_HEADERS,
        })?;
        *free = (name, value);
        self.len = self.len.saturating_add(1);
        Ok(())
    }

    /// The headers, in the order added.
    #[must_use]
    pub fn as_slice(&self) -> &[Header<'a>] {
        self.headers.get(..self.len).unwrap_or(&[])
    }
}
