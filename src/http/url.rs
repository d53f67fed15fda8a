//! A base URL in its parts.

#[cfg(feature = "http")]
use super::escapes::{Hidden, hidden};

/// `http` or `https`, a host, perhaps a port, perhaps a path. The slices are
/// those of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct UrlParts<'a> {
    /// All of it, without slashes at its end.
    pub(crate) text: &'a str,
    pub(crate) is_https: bool,
    /// The host and the port, as they are written.
    pub(crate) authority: &'a str,
    /// The host without brackets.
    pub(crate) host: &'a str,
    /// The port that is written.
    pub(crate) port: Option<u16>,
    /// Empty, or with a slash before it and none at its end.
    pub(crate) path: &'a str,
}

impl<'a> UrlParts<'a> {
    /// Takes a URL apart; slashes at its end are dropped.
    ///
    /// Refused with what is wrong: a user, a query or a fragment, and what is not
    /// visible ASCII. What is in brackets has the characters of an address and is not
    /// looked at more closely, and the path is for the caller to look at: see
    /// [`check_path`].
    pub(crate) fn new(text: &'a str) -> Result<Self, &'static str> {
        let text = text.trim_end_matches('/');
        let (is_https, rest) = strip_scheme(text).ok_or("it starts with http:// or https://")?;
        let end = rest.find('/').unwrap_or(rest.len());
        let (authority, path) = rest.split_at_checked(end).unwrap_or((rest, ""));
        let (host, port) = host_and_port(authority).ok_or("the host is not valid")?;
        let plain =
            |byte: u8| byte.is_ascii_alphanumeric() || b"-._~!$&'()*+,;=:@%/".contains(&byte);
        if !path.bytes().all(plain) {
            return Err("the path has a character that is not allowed");
        }
        Ok(Self {
            text,
            is_https,
            authority,
            host,
            port,
            path,
        })
    }

    /// The port, also where the scheme alone says it.
    pub(crate) fn port(&self) -> u16 {
        self.port.unwrap_or(if self.is_https { 443 } else { 80 })
    }
}

/// Checks that a path has no dot segments, control characters or more slashes for a
/// server that decodes it.
#[cfg(feature = "http")]
pub(crate) fn check_path(path: &str) -> Result<(), &'static str> {
    match hidden(path.as_bytes()) {
        None => Ok(()),
        Some(Hidden::DotSegment) => Err("the path has a dot segment"),
        Some(Hidden::ControlCharacter) => Err("the path has a control character"),
        Some(Hidden::Separator) => Err("the path has an escaped slash"),
    }
}

/// Whether it is `https`, and what follows.
fn strip_scheme(text: &str) -> Option<(bool, &str)> {
    [("https://", true), ("http://", false)]
        .iter()
        .find_map(|(scheme, is_https)| {
            let (head, rest) = text.split_at_checked(scheme.len())?;
            head.eq_ignore_ascii_case(scheme)
                .then_some((*is_https, rest))
        })
}

/// The host of `authority`, and the port that it names, unless one of them is
/// malformed.
fn host_and_port(authority: &str) -> Option<(&str, Option<u16>)> {
    let (host, port) = match authority.strip_prefix('[') {
        Some(rest) => {
            let (host, port) = rest.split_once(']')?;
            if !host.contains(':') {
                return None;
            }
            (host, port)
        }
        None => {
            let end = authority.find(':').unwrap_or(authority.len());
            authority.split_at_checked(end)?
        }
    };
    let named =
        |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b':');
    if host.is_empty() || !host.bytes().all(named) {
        return None;
    }
    let port = match port.strip_prefix(':') {
        Some(digits) if !digits.starts_with('+') => {
            let port = digits.parse::<u16>().ok().filter(|port| *port > 0)?;
            Some(port)
        }
        None if port.is_empty() => None,
        _ => return None,
    };
    Some((host, port))
}
