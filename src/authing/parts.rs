//! What a request is made of, as far as it is signed.

use super::value::Value;

/// A parameter: name and value.
pub type Param<'a> = (&'a str, Value<'a>);

/// A header: name, in any letter case, and value.
pub type Header<'a> = (&'a str, &'a str);

/// The most parameters of a request.
pub(super) const PARAMS_MAX: usize = 128;
/// The most headers of a request, signed or not.
pub(super) const HEADERS_MAX: usize = 32;

/// The parts of a request that its signature covers, wherever they are: a
/// [`Request`](super::Request) has them in slices, another program perhaps in structs of its
/// own. What is at a place may not change as long as it is signed.
pub trait RequestParts {
    /// As in [`Request::new`](super::Request::new).
    fn method(&self) -> &str;

    /// As in [`Request::new`](super::Request::new).
    fn path(&self) -> &str;

    /// How many parameters there are: at most `PARAMS_MAX`.
    fn params_count(&self) -> usize;

    /// The parameter at a place below [`RequestParts::params_count`].
    fn param(&self, at: usize) -> Option<Param<'_>>;

    /// How many headers there are: at most `HEADERS_MAX`.
    fn headers_count(&self) -> usize;

    /// The header at a place below [`RequestParts::headers_count`].
    fn header(&self, at: usize) -> Option<Header<'_>>;
}
