//! What is no error and worth a look.

use core::fmt;

/// Something to tell a human about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Warning {
    /// The authorization URL has no `code_challenge` with method `S256`: the
    /// implementor is bound to use PKCE and does not.
    NoPkce,
    /// The implementor speaks another version than [`crate::ath::VERSION`].
    OtherVersion,
    /// The token is for another agent.
    OtherAgent,
    /// The token is for another provider than was asked for.
    OtherProvider,
    /// The token has a scope that was not asked for.
    ExcessScopes,
    /// Others than its owner can read the credentials file.
    ReadableByOthers,
    /// What was given could not be kept in the store of the client, which has it
    /// in memory alone: mend the store and call `keep`, or put `credentials` of
    /// the client somewhere else.
    NotKept,
}

impl fmt::Display for Warning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NoPkce => "the authorization URL has no S256 code challenge (PKCE)",
            Self::OtherVersion => "the implementor speaks another version of the protocol",
            Self::OtherAgent => "the token is for another agent",
            Self::OtherProvider => "the token is for another provider",
            Self::ExcessScopes => "the token has a scope that was not asked for",
            Self::ReadableByOthers => "the credentials file can be read by other users",
            Self::NotKept => {
                "the credentials could not be kept: they are in memory alone, and nobody gives \
                 them out again"
            }
        })
    }
}
