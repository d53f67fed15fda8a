//! An endpoint as data, and its path with parameters filled in.
//!
//! | template | parameters | path |
//! |---|---|---|
//! | `v2/projects/{appid}/agents/{agent_id}` | `app/id`, `a?b` | `v2/projects/app%2Fid/agents/a%3Fb` |
//! | `v2/phone-numbers/{phone_number}` | `+15550100` | `v2/phone-numbers/+15550100` |
//!
//! A parameter is one segment: everything but the unreserved characters and
//! `+` is percent-encoded.

use core::fmt;

use super::Method;
use super::escapes::has_dot_segment;
use crate::buffer::Writer;
use crate::wire::percent::{self, Style};

/// What a request to an endpoint has to prove.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum AuthKind {
    /// Nothing.
    None,
    /// The credentials of the client.
    Client,
    /// A token that the call brings along.
    Bearer,
}

/// The body of a request to an endpoint.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum BodyKind {
    /// None, and no `content-type`.
    None,
    /// JSON; `content-type` is sent also where the body is left out.
    Json,
    /// A form.
    Form,
}

impl BodyKind {
    /// The `content-type` of every request to the endpoint.
    #[must_use]
    pub const fn content_type(self) -> Option<&'static str> {
        match self {
            Self::None => None,
            Self::Json => Some("application/json"),
            Self::Form => Some("application/x-www-form-urlencoded"),
        }
    }
}

/// One line of an endpoint table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Endpoint {
    /// The name in errors and logs, for example `agents.start`.
    pub name: &'static str,
    /// The method.
    pub method: Method,
    /// The path below the base URL, parameters as `{name}`.
    pub path: &'static str,
    /// What the body is.
    pub body: BodyKind,
    /// What proves the caller.
    pub auth: AuthKind,
    /// Whether the call may be repeated when its answer is lost.
    pub repeatable: bool,
}

impl Endpoint {
    /// An endpoint with the client's credentials and no body, repeatable as
    /// its method is.
    #[must_use]
    pub const fn new(name: &'static str, method: Method, path: &'static str) -> Self {
        Self {
            name,
            method,
            path,
            body: BodyKind::None,
            auth: AuthKind::Client,
            repeatable: method.is_repeatable(),
        }
    }

    /// Says what the body is.
    #[must_use]
    pub const fn body(mut self, body: BodyKind) -> Self {
        self.body = body;
        self
    }

    /// Says what proves the caller.
    #[must_use]
    pub const fn auth(mut self, auth: AuthKind) -> Self {
        self.auth = auth;
        self
    }

    /// Says whether the call may be repeated when its answer is lost.
    #[must_use]
    pub const fn repeatable(mut self, repeatable: bool) -> Self {
        self.repeatable = repeatable;
        self
    }

    /// The names of the parameters of the path, in order.
    pub fn parameters(&self) -> impl Iterator<Item = &'static str> {
        let mut rest = self.path;
        core::iter::from_fn(move || {
            let (_, from) = split_at_byte(rest, b'{')?;
            let (name, after) = split_at_byte(from, b'}')?;
            rest = after;
            Some(name)
        })
    }

    /// Writes the path; `values` are the parameters in order.
    ///
    /// ```
    /// use tokenmint::output::Writer;
    /// use tokenmint::http::{Endpoint, Method};
    ///
    /// let endpoint = Endpoint::new("numbers.get", Method::Get, "v2/numbers/{number}");
    /// let mut buffer = [0; 64];
    /// let mut out = Writer::new(&mut buffer);
    /// endpoint.write_path(&["+1 555"], &mut out)?;
    /// assert_eq!(out.finish_str().unwrap(), "v2/numbers/+1%20555");
    /// # Ok::<(), tokenmint::http::PathError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// - [`PathError::Empty`], [`PathError::DotSegment`],
    ///   [`PathError::ControlCharacter`] for a parameter that must not be sent.
    /// - [`PathError::Count`] unless there are as many values as parameters.
    pub fn write_path(&self, values: &[&str], out: &mut Writer<'_>) -> Result<(), PathError> {
        self.visit_path(values, &mut |part| out.put(part))
    }

    /// Hands the path to `sink` in pieces.
    ///
    /// # Errors
    ///
    /// As [`Self::write_path`].
    pub fn visit_path(
        &self,
        values: &[&str],
        sink: &mut dyn FnMut(&[u8]),
    ) -> Result<(), PathError> {
        self.check(values)?;
        self.visit_checked_path(values, sink);
        Ok(())
    }

    /// Whether the path can be made of `values`.
    pub(crate) fn check(&self, values: &[&str]) -> Result<(), PathError> {
        let mut rest = values;
        for name in self.parameters() {
            let (value, others) = rest.split_first().ok_or(PathError::Count)?;
            check(name, value)?;
            rest = others;
        }
        match rest {
            [] => Ok(()),
            _ => Err(PathError::Count),
        }
    }

    /// Hands the path to `sink` in pieces; the values are known to be ones that may
    /// be sent.
    #[cfg_attr(target_os = "none", inline(never))]
    pub(crate) fn visit_checked_path(
        &self,
        values: &[impl AsRef<[u8]>],
        sink: &mut dyn FnMut(&[u8]),
    ) {
        let mut rest = self.path.as_bytes();
        for value in values {
            let open = rest.iter().position(|byte| *byte == b'{');
            let close = rest.iter().position(|byte| *byte == b'}');
            let (Some(open), Some(close)) = (open, close) else {
                break;
            };
            sink(rest.get(..open).unwrap_or_default());
            encode(value.as_ref(), sink);
            rest = rest.get(close.saturating_add(1)..).unwrap_or_default();
        }
        sink(rest);
    }
}

/// What is before and after a byte of ASCII: a path is too short for the search that
/// `split_once` makes.
fn split_at_byte(text: &'static str, byte: u8) -> Option<(&'static str, &'static str)> {
    let at = text.bytes().position(|other| other == byte)?;
    Some((text.get(..at)?, text.get(at.saturating_add(1)..)?))
}

/// Why a path cannot be made; names the parameter, never its value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum PathError {
    /// The parameter is empty: the request would go to another endpoint.
    Empty(&'static str),
    /// The parameter has a part `.` or `..`, plain or percent-encoded, however
    /// often, and perhaps with `;` and more after it.
    DotSegment(&'static str),
    /// The parameter has a control character.
    ControlCharacter(&'static str),
    /// There are more or fewer values than parameters.
    Count,
}

impl fmt::Display for PathError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty(name) => write!(f, "path parameter `{name}` is empty"),
            Self::DotSegment(name) => write!(f, "path parameter `{name}` has a dot segment"),
            Self::ControlCharacter(name) => {
                write!(f, "path parameter `{name}` has a control character")
            }
            Self::Count => f.write_str("the path takes another number of parameters"),
        }
    }
}

impl core::error::Error for PathError {}

fn check(name: &'static str, value: &str) -> Result<(), PathError> {
    if value.is_empty() {
        return Err(PathError::Empty(name));
    }
    if value.chars().any(char::is_control) {
        return Err(PathError::ControlCharacter(name));
    }
    if has_dot_segment(value.as_bytes()) {
        return Err(PathError::DotSegment(name));
    }
    Ok(())
}

/// A value as one segment; `+` stands for itself.
fn encode(value: &[u8], sink: &mut dyn FnMut(&[u8])) {
    let mut rest = value;
    loop {
        let plus = rest.iter().position(|byte| *byte == b'+');
        let (part, from) = rest
            .split_at_checked(plus.unwrap_or(rest.len()))
            .unwrap_or((rest, &[]));
        percent::encode(part, Style::Component, sink);
        let Some((_, after)) = from.split_first() else {
            return;
        };
        sink(b"+");
        rest = after;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TWO: Endpoint = Endpoint::new("x.get", Method::Get, "v2/{a}/fixed/{b}");

    fn path(values: &[&str]) -> Result<([u8; 128], usize), PathError> {
        let mut buffer = [0; 128];
        let mut out = Writer::new(&mut buffer);
        TWO.write_path(values, &mut out)?;
        let len = out.len();
        Ok((buffer, len))
    }

    #[test]
    fn parameters_are_one_segment_each() {
        let (buffer, len) = path(&["app/id", "a?b#c+d e%"]).unwrap();
        assert_eq!(&buffer[..len], b"v2/app%2Fid/fixed/a%3Fb%23c+d%20e%25");
        assert!(TWO.parameters().eq(["a", "b"]));
    }

    #[test]
    fn what_would_change_the_target_is_refused() {
        for value in [
            ".", "..", "a/../b", "a/..", "./a", "%2e", "%2E.", ".%2e", "a%2f..", "a\\..", "..%5cb",
        ] {
            assert_eq!(
                path(&["x", value]).err(),
                Some(PathError::DotSegment("b")),
                "{value:?}"
            );
        }
        for value in ["...", "a..", "..a", "a.b", "%2e%2e%2e", "a/b", "%", "%2"] {
            assert!(path(&["x", value]).is_ok(), "{value:?}");
        }
        assert_eq!(path(&["", "b"]).err(), Some(PathError::Empty("a")));
        assert_eq!(
            path(&["a\r\nb", "b"]).err(),
            Some(PathError::ControlCharacter("a"))
        );
        assert_eq!(path(&["a"]).err(), Some(PathError::Count));
        assert_eq!(path(&["a", "b", "c"]).err(), Some(PathError::Count));
    }
}
