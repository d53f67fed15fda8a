//! The kinds of token.

/// A kind of token.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TokenKind {
    /// Agora AccessToken2, which begins with `007`.
    Agora007,
    /// Agora AccessToken, which begins with `006`.
    Agora006,
    /// An Agora dynamic key, 001 to 005.
    AgoraKey,
    /// An Agora signaling token, `1:app_id:deadline:md5`.
    AgoraSignaling,
    /// ZEGO token04.
    Zego04,
    /// ZEGO token03.
    Zego03,
    /// A JSON Web Token.
    Jwt,
}

impl TokenKind {
    /// Whether it is not of Agora.
    pub(in crate::doctor) const fn is_of_another_service(self) -> bool {
        matches!(self, Self::Zego04 | Self::Zego03 | Self::Jwt)
    }
}
