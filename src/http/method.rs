//! Request methods.

use core::fmt;

/// The method of a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Method {
    /// Reads.
    Get,
    /// Creates or does something; not repeatable.
    Post,
    /// Replaces.
    Put,
    /// Changes in part.
    Patch,
    /// Removes.
    Delete,
    /// Reads the headers alone.
    Head,
    /// Asks what is allowed.
    Options,
}

impl Method {
    /// The name on the wire.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
            Self::Put => "PUT",
            Self::Patch => "PATCH",
            Self::Delete => "DELETE",
            Self::Head => "HEAD",
            Self::Options => "OPTIONS",
        }
    }

    /// The method of a name in any letter case.
    ///
    /// ```
    /// use tokenmint::http::Method;
    ///
    /// assert_eq!(Method::from_name("get"), Some(Method::Get));
    /// assert_eq!(Method::from_name("CONNECT"), None);
    /// ```
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        const ALL: [Method; 7] = [
            Method::Get,
            Method::Post,
            Method::Put,
            Method::Patch,
            Method::Delete,
            Method::Head,
            Method::Options,
        ];
        ALL.into_iter()
            .find(|method| method.as_str().eq_ignore_ascii_case(name))
    }

    /// Whether a lost answer is repaired by asking again: GET, DELETE and what
    /// changes nothing. (PUT would be by the book; services differ, so an
    /// endpoint has to say it.)
    #[must_use]
    pub const fn is_repeatable(self) -> bool {
        matches!(self, Self::Get | Self::Delete | Self::Head | Self::Options)
    }
}

impl fmt::Display for Method {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
