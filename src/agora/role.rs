//! What a user may do in a channel.

use core::fmt;
use core::str::FromStr;

use crate::{Error, Field};

/// A role as the builders number them.
///
/// | role | 006 | 007 |
/// |---|---|---|
/// | attendee 0 | join and publish | join |
/// | publisher 1 | join and publish | join and publish |
/// | subscriber 2 | join | join |
/// | admin 101 | join and publish | join |
///
/// The 006 column is what all official languages but Java and Ruby do: those
/// two let a subscriber publish.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[repr(u32)]
pub enum Role {
    /// 006 only: the same as a publisher.
    Attendee = 0,
    /// May join and publish audio, video and data.
    Publisher = 1,
    /// May only join.
    Subscriber = 2,
    /// 006 only: the same as a publisher.
    Admin = 101,
}

const UNKNOWN: Error = Error::ValueOutOfRange {
    field: Field::Role,
    min: 0,
    max: 101,
};

impl Role {
    const ALL: [Self; 4] = [
        Self::Attendee,
        Self::Publisher,
        Self::Subscriber,
        Self::Admin,
    ];

    /// The number of the role.
    #[must_use]
    pub const fn number(self) -> u32 {
        self as u32
    }

    /// The name: `publisher`, `subscriber`, `attendee` or `admin`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Attendee => "attendee",
            Self::Publisher => "publisher",
            Self::Subscriber => "subscriber",
            Self::Admin => "admin",
        }
    }

    /// The role that official libraries take `number` for: every unknown
    /// number is a subscriber. [`Role::try_from`] refuses those instead.
    #[must_use]
    pub const fn from_number_lossy(number: u32) -> Self {
        match number {
            0 => Self::Attendee,
            1 => Self::Publisher,
            101 => Self::Admin,
            _ => Self::Subscriber,
        }
    }

    pub(super) const fn publishes_in_007(self) -> bool {
        matches!(self, Self::Publisher)
    }

    pub(super) const fn publishes_in_006(self) -> bool {
        !matches!(self, Self::Subscriber)
    }
}

impl fmt::Display for Role {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for Role {
    type Err = Error;

    /// The role of a [name](Role::name), in lower case.
    fn from_str(name: &str) -> Result<Self, Error> {
        let mut roles = Self::ALL.into_iter();
        roles.find(|role| role.name() == name).ok_or(UNKNOWN)
    }
}

impl TryFrom<u32> for Role {
    type Error = Error;

    /// The role of a number. Official libraries take an unknown number for a
    /// subscriber; here it is an error.
    fn try_from(number: u32) -> Result<Self, Error> {
        match number {
            0 => Ok(Self::Attendee),
            1 => Ok(Self::Publisher),
            2 => Ok(Self::Subscriber),
            101 => Ok(Self::Admin),
            _ => Err(UNKNOWN),
        }
    }
}

#[cfg(all(test, feature = "alloc"))]
mod tests {
    use alloc::string::ToString;

    use super::*;

    #[test]
    fn what_a_role_is_called_is_read_again() {
        for (role, name) in [
            (Role::Attendee, "attendee"),
            (Role::Publisher, "publisher"),
            (Role::Subscriber, "subscriber"),
            (Role::Admin, "admin"),
        ] {
            assert_eq!(role.to_string(), name);
            assert_eq!(name.parse(), Ok(role));
        }
        for name in ["", "Publisher", "host"] {
            assert_eq!(name.parse::<Role>(), Err(UNKNOWN), "{name}");
        }
    }
}
