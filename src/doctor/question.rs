//! What is asked about a token.

use core::fmt;

use crate::agora::v007::ServiceType;
use crate::agora::{Account, Role};

/// A privilege of a service, by their numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(clippy::exhaustive_structs)] // Two numbers of the wire format.
pub struct Privilege {
    /// Type of the service.
    pub service: u16,
    /// Number of the privilege.
    pub number: u16,
}

impl Privilege {
    /// `RTC publish audio`, for messages.
    #[must_use]
    pub fn title(self) -> alloc::string::String {
        let Self { service, number } = self;
        match ServiceType::from_number(service) {
            Some(known) => match known.privilege_name(number) {
                Some(name) => alloc::format!("{} {name}", known.name()),
                None => alloc::format!("{} privilege {number}", known.name()),
            },
            None => alloc::format!("service {service} privilege {number}"),
        }
    }
}

/// The version of token that an SDK or service takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Version {
    /// Agora AccessToken2.
    V007,
    /// Agora AccessToken.
    V006,
    /// ZEGO token03.
    V03,
    /// ZEGO token04.
    V04,
}

impl Version {
    /// Every version.
    pub const ALL: [Self; 4] = [Self::V007, Self::V006, Self::V04, Self::V03];

    /// The digits that such a token begins with.
    #[must_use]
    pub const fn digits(self) -> &'static str {
        match self {
            Self::V007 => "007",
            Self::V006 => "006",
            Self::V03 => "03",
            Self::V04 => "04",
        }
    }
}

/// Everything that is known of what a token should be. What is left out is not
/// asked; a channel asks for joining it, unless role or privileges say more.
#[derive(Clone, Copy)]
#[non_exhaustive]
pub struct Question<'a> {
    /// The time, in Unix seconds.
    pub now: u32,
    /// The app id, as somebody believes it to be.
    pub app_id: Option<&'a str>,
    /// The app certificate or server secret, as somebody believes it to be.
    pub secret: Option<&'a str>,
    /// The content of the public key's file.
    pub public_key: Option<&'a [u8]>,
    /// Whom an assertion is for.
    pub audience: Option<&'a str>,
    /// The channel or room that is joined.
    pub channel: Option<&'a str>,
    /// The user that joins.
    pub user: Option<Account<'a>>,
    /// What the user wants to be.
    pub role: Option<Role>,
    /// Single privileges that are wanted.
    pub privileges: &'a [Privilege],
    /// Whether joining is left out of the question, although there is a channel.
    pub without_privilege: bool,
    /// The only version that is accepted.
    pub accepts: Option<Version>,
    /// What the SDK said.
    pub sdk_error: Option<&'a str>,
}

impl Question<'_> {
    /// Nothing is expected; the time is known (Unix seconds).
    #[must_use]
    pub const fn at(now: u32) -> Self {
        Self {
            now,
            app_id: None,
            secret: None,
            public_key: None,
            audience: None,
            channel: None,
            user: None,
            role: None,
            privileges: &[],
            without_privilege: false,
            accepts: None,
            sdk_error: None,
        }
    }
}

impl fmt::Debug for Question<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let secret = self.secret.map(|_| "[redacted]");
        f.debug_struct("Question")
            .field("now", &self.now)
            .field("app_id", &self.app_id)
            .field("secret", &secret)
            .field("audience", &self.audience)
            .field("channel", &self.channel)
            .field("user", &self.user)
            .field("role", &self.role)
            .field("privileges", &self.privileges)
            .field("without_privilege", &self.without_privilege)
            .field("accepts", &self.accepts)
            .field("sdk_error", &self.sdk_error)
            .finish_non_exhaustive()
    }
}
