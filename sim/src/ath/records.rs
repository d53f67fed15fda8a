//! What an implementor remembers.

use std::time::Duration;

/// An agent that has registered.
#[derive(Debug, Clone)]
pub struct Registration {
    /// Its id here.
    pub client_id: String,
    /// The secret that goes with it; it was given once.
    pub client_secret: String,
    /// The URL of its identity document.
    pub agent_id: String,
    /// Where browsers may be sent back to.
    pub redirect_uris: Vec<String>,
    /// Providers and the scopes that were approved.
    pub approved: Vec<(String, Vec<String>)>,
}

impl Registration {
    /// The approved scopes of a provider.
    #[must_use]
    pub fn scopes_of(&self, provider: &str) -> Option<&[String]> {
        let mut approved = self.approved.iter();
        let found = approved.find(|(known, _)| known == provider);
        found.map(|(_, scopes)| scopes.as_slice())
    }
}

/// An authorization that has begun.
#[derive(Debug, Clone)]
pub struct Session {
    /// Its id.
    pub id: String,
    /// Whose it is.
    pub client_id: String,
    /// The provider.
    pub provider: String,
    /// What was asked for.
    pub scopes: Vec<String>,
    /// Where the browser goes at the end.
    pub redirect_uri: Option<String>,
    /// When it began, since 1970.
    pub began: Duration,
    /// When the user is done with it.
    pub decided: Option<Duration>,
    /// Whether a token was given for it.
    pub used: bool,
}

/// How long a session lives.
const SESSION: Duration = Duration::from_secs(10 * 60);

impl Session {
    /// Whether it has ended unused.
    #[must_use]
    pub fn is_too_old(&self, now: Duration) -> bool {
        now >= self.began + SESSION
    }
}

/// A token that was given.
#[derive(Debug, Clone)]
pub struct Issued {
    /// The token.
    pub text: String,
    /// The session that it was given for.
    pub session_id: String,
    /// To whom.
    pub agent_id: String,
    /// For which provider.
    pub provider: String,
    /// When it ends, since 1970.
    pub ends: Duration,
    /// Whether it was taken back.
    pub revoked: bool,
}

impl Issued {
    /// Whether it can be used.
    #[must_use]
    pub fn is_live(&self, now: Duration) -> bool {
        !self.revoked && now < self.ends
    }
}
