//! How strict a builder is.

/// How strict a builder is with what it is given.
///
/// What the documents of each service allow stands with the service: the
/// modules `agora`, `zego` and `ath`.
///
/// ```
/// # #[cfg(feature = "zego")] {
/// use tokenmint::zego::{Mode, Token04};
/// use tokenmint::{Error, Limits};
///
/// let token = Token04::new(1, "demo", 3600);
/// assert_eq!(token.len(Mode::Cbc, 0, 1), Err(Error::IssueTimeZero));
/// assert!(token.limits(Limits::Wire).len(Mode::Cbc, 0, 1).is_ok());
/// # }
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Limits {
    /// Names, lifetimes and times as the service documents them, and as every
    /// official library takes them.
    #[default]
    Documented,
    /// Only what the wire format cannot carry is refused. For tests and for
    /// services that accept more than the documents say.
    Wire,
}
