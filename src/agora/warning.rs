//! What is legal in a token and still likely a mistake.

use core::fmt;

use super::limits::is_documented_character;
use crate::Field;

/// A likely mistake. `service` and `privilege` are numbers on the wire.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Warning {
    /// 007: the lifetime has the size of a Unix time.
    LifetimeLooksAbsolute {
        /// The lifetime in seconds.
        seconds: u32,
    },
    /// 007: the lifetime exceeds the documented 24 hours.
    LifetimeAboveMaximum {
        /// The lifetime in seconds.
        seconds: u32,
    },
    /// 007: the lifetime is 0.
    LifetimeZero,
    /// 007: the lifetime of privileges has the size of a Unix time.
    PrivilegeLooksAbsolute {
        /// The service.
        service: u16,
        /// The first of them.
        privilege: u16,
        /// How many there are.
        count: u16,
        /// The lifetime of the first, in seconds.
        seconds: u32,
    },
    /// 007: privileges are longer than the token, which ends first.
    PrivilegeOutlivesToken {
        /// The service.
        service: u16,
        /// The first of them.
        privilege: u16,
        /// How many there are.
        count: u16,
        /// The lifetime of the first, in seconds.
        seconds: u32,
    },
    /// Privileges have no limit of their own.
    PrivilegeWithoutLimit {
        /// The service.
        service: u16,
        /// The first of them.
        privilege: u16,
        /// How many there are.
        count: u16,
    },
    /// A privilege has ended although the token has not.
    PrivilegeExpired {
        /// The service.
        service: u16,
        /// The privilege.
        privilege: u16,
    },
    /// A privilege is given twice; the last value counts.
    RepeatedPrivilege {
        /// The service.
        service: u16,
        /// The privilege.
        privilege: u16,
    },
    /// A service that has privileges grants none.
    NoPrivileges {
        /// The service.
        service: u16,
    },
    /// A service that is for a channel does not grant joining it.
    NoJoinPrivilege {
        /// The service.
        service: u16,
    },
    /// The account is empty (uid 0): any user may use the token.
    AnyUser {
        /// The service.
        service: u16,
    },
    /// The account is the text `"0"`, which is not uid 0.
    AccountIsTextZero {
        /// The service.
        service: u16,
    },
    /// The account is what a program writes when it has none, or has made a
    /// number of something else.
    OddAccount {
        /// The service.
        service: u16,
        /// What it is.
        odd: OddAccount,
    },
    /// The channel is empty.
    EmptyChannel {
        /// The service.
        service: u16,
    },
    /// A name is longer than documented or has other characters.
    UndocumentedName {
        /// The service.
        service: u16,
        /// Which name.
        field: Field,
        /// What is wrong with it.
        fault: NameFault,
    },
    /// A service type that is unknown hides every service after it.
    UnknownService {
        /// Its number.
        service: u16,
    },
    /// Signed bytes after the last service.
    TrailingData {
        /// How many.
        len: usize,
    },
    /// 007: services or privileges are not in the order that every builder
    /// writes. (In 006 the official libraries themselves differ.)
    Unsorted,
    /// The token has no services.
    NoServices,
    /// The app id is not 32 hexadecimal digits.
    OddAppId,
    /// The issue time is 0.
    IssueTimeZero,
    /// The token was issued in the future.
    IssuedInFuture {
        /// By how many seconds.
        seconds: u64,
    },
    /// The token has ended.
    Expired {
        /// How many seconds ago.
        seconds: u64,
    },
    /// 006: deadlines have the size of a lifetime; they lie in 1970.
    DeadlineLooksRelative {
        /// The first privilege of them.
        privilege: u16,
        /// How many there are.
        count: u16,
        /// The deadline of the first.
        seconds: u32,
    },
}

/// An account that is hardly meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum OddAccount {
    /// How a language writes a value that is not there, such as `undefined`.
    NoValue(&'static str),
    /// A number with a fraction or an exponent.
    Fraction,
    /// A negative number: a uid that wrapped, perhaps.
    Negative,
    /// A whole number that no uid of 32 bits reaches.
    Above32Bits,
}

impl OddAccount {
    /// How JavaScript and Python, and languages like them, write what is not
    /// there.
    pub(super) const NO_VALUES: [&'static str; 5] =
        ["undefined", "null", "None", "NaN", "[object Object]"];

    /// What stands for nothing in some language.
    pub(super) fn no_value(user: &str) -> Option<Self> {
        let mut values = Self::NO_VALUES.iter();
        values
            .find(|value| **value == user)
            .map(|value| Self::NoValue(value))
    }

    /// A number that is no uid, although it was written as one.
    pub(super) fn number(account: &str) -> Option<Self> {
        let (digits, negative) = match account.strip_prefix('-') {
            Some(digits) => (digits, true),
            None => (account, false),
        };
        let mut whole = true;
        for byte in digits.bytes() {
            match byte {
                b'0'..=b'9' => {}
                b'.' | b'e' | b'+' => whole = false,
                _ => return None,
            }
        }
        let is_number = digits.as_bytes().first().is_some_and(u8::is_ascii_digit)
            && digits.as_bytes().last().is_some_and(u8::is_ascii_digit);
        match (is_number, whole, negative) {
            (false, ..) => None,
            (_, false, _) => Some(Self::Fraction),
            (_, _, true) => Some(Self::Negative),
            _ => digits.parse::<u32>().is_err().then_some(Self::Above32Bits),
        }
    }
}

/// Why a name is not a documented one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum NameFault {
    /// It is too long.
    TooLong {
        /// Its bytes.
        len: usize,
        /// The most that are documented.
        max: usize,
    },
    /// It has a character outside the documented set.
    Character {
        /// The first one.
        character: char,
        /// The byte at which it begins.
        at: usize,
    },
}

impl NameFault {
    pub(super) fn of(name: &str, max: usize) -> Option<Self> {
        let len = name.len();
        if len > max {
            return Some(Self::TooLong { len, max });
        }
        let documented =
            |character: char| u8::try_from(character).is_ok_and(is_documented_character);
        let mut characters = name.char_indices();
        let (at, character) = characters.find(|(_, character)| !documented(*character))?;
        Some(Self::Character { character, at })
    }
}

/// Of so many privileges of a service each is told about by itself. No service
/// has more, and a token of a stranger may have tens of thousands.
pub(super) const PRIVILEGES_TOLD: usize = 32;

/// So many services are told about, for the same reason: there are ten types.
pub(super) const SERVICES_TOLD: usize = 32;

/// Privileges that have one thing in common: one warning for all of them.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Group {
    pub(super) privilege: u16,
    pub(super) count: u16,
    pub(super) seconds: u32,
}

impl Group {
    pub(super) const fn add(&mut self, privilege: u16, seconds: u32) {
        if self.count == 0 {
            self.privilege = privilege;
            self.seconds = seconds;
        }
        self.count = self.count.saturating_add(1);
    }

    /// What to say of privileges that have no limit of their own.
    pub(super) fn without_limit(self, service: u16) -> Option<Warning> {
        (self.count > 0).then_some(Warning::PrivilegeWithoutLimit {
            service,
            privilege: self.privilege,
            count: self.count,
        })
    }
}

impl Warning {
    /// A stable name for machines.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::LifetimeLooksAbsolute { .. } => "lifetime-looks-absolute",
            Self::LifetimeAboveMaximum { .. } => "lifetime-above-maximum",
            Self::LifetimeZero => "lifetime-zero",
            Self::PrivilegeLooksAbsolute { .. } => "privilege-looks-absolute",
            Self::PrivilegeOutlivesToken { .. } => "privilege-outlives-token",
            Self::PrivilegeWithoutLimit { .. } => "privilege-without-limit",
            Self::PrivilegeExpired { .. } => "privilege-expired",
            Self::RepeatedPrivilege { .. } => "repeated-privilege",
            Self::NoPrivileges { .. } => "no-privileges",
            Self::NoJoinPrivilege { .. } => "no-join-privilege",
            Self::AnyUser { .. } => "any-user",
            Self::AccountIsTextZero { .. } => "account-is-text-zero",
            Self::OddAccount { odd, .. } => match odd {
                OddAccount::NoValue(_) => "account-is-no-value",
                OddAccount::Fraction => "account-is-fraction",
                OddAccount::Negative => "account-is-negative",
                OddAccount::Above32Bits => "account-above-32-bits",
            },
            Self::EmptyChannel { .. } => "empty-channel",
            Self::UndocumentedName { .. } => "undocumented-name",
            Self::UnknownService { .. } => "unknown-service",
            Self::TrailingData { .. } => "trailing-data",
            Self::Unsorted => "unsorted",
            Self::NoServices => "no-services",
            Self::OddAppId => "odd-app-id",
            Self::IssueTimeZero => "issue-time-zero",
            Self::IssuedInFuture { .. } => "issued-in-future",
            Self::Expired { .. } => "expired",
            Self::DeadlineLooksRelative { .. } => "deadline-looks-relative",
        }
    }
}

impl fmt::Display for Warning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::LifetimeLooksAbsolute { seconds } => write!(
                f,
                "token lifetime {seconds} looks like a Unix time; 007 counts from the issue time"
            ),
            Self::LifetimeAboveMaximum { seconds } => write!(
                f,
                "token lifetime {seconds} s exceeds the documented maximum of 86400 s"
            ),
            Self::LifetimeZero => f.write_str("token lifetime is 0"),
            Self::PrivilegeLooksAbsolute {
                service,
                privilege,
                count,
                seconds,
            } => write!(
                f,
                "service {service} privilege {privilege}{}: lifetime {seconds} looks like a Unix \
                 time; 007 counts from the issue time",
                Others(count)
            ),
            Self::PrivilegeOutlivesToken {
                service,
                privilege,
                count,
                seconds,
            } => write!(
                f,
                "service {service} privilege {privilege}{}: lifetime {seconds} s is longer than \
                 that of the token, which ends first",
                Others(count)
            ),
            Self::PrivilegeWithoutLimit {
                service,
                privilege,
                count,
            } => write!(
                f,
                "service {service} privilege {privilege}{}: no limit but that of the token",
                Others(count)
            ),
            Self::PrivilegeExpired { service, privilege } => {
                write!(f, "service {service} privilege {privilege} has ended")
            }
            Self::RepeatedPrivilege { service, privilege } => write!(
                f,
                "service {service} privilege {privilege} is given twice; the last value counts"
            ),
            Self::NoPrivileges { service } => {
                write!(f, "service {service} grants no privilege")
            }
            Self::NoJoinPrivilege { service } => {
                write!(f, "service {service} does not grant joining its channel")
            }
            Self::AnyUser { service } => write!(
                f,
                "service {service}: uid 0 (the user is empty), so any user may use the token; give \
                 the uid that joins, unless any is meant"
            ),
            Self::AccountIsTextZero { service } => write!(
                f,
                "service {service}: the account is the text \"0\", which is not uid 0 (any user): \
                 give the uid that joins, or the number 0"
            ),
            Self::OddAccount { service, odd } => match odd {
                OddAccount::NoValue(value) => write!(
                    f,
                    "service {service}: the account is the text \"{value}\": a variable had no \
                     value when the token was made"
                ),
                OddAccount::Fraction => write!(
                    f,
                    "service {service}: the account is a number with a fraction or an exponent, \
                     which no uid has"
                ),
                OddAccount::Negative => write!(
                    f,
                    "service {service}: the account is a negative number; a uid is from 1 to \
                     4294967295"
                ),
                OddAccount::Above32Bits => write!(
                    f,
                    "service {service}: the account is a number above 4294967295, the greatest \
                     uid"
                ),
            },
            Self::EmptyChannel { service } => {
                write!(f, "service {service}: the channel is empty")
            }
            Self::UndocumentedName {
                service,
                field,
                fault,
            } => match fault {
                NameFault::TooLong { len, max } => write!(
                    f,
                    "service {service}: the {field} has {len} bytes, at most {max} are documented"
                ),
                NameFault::Character { character, at } => write!(
                    f,
                    "service {service}: the {field} has the character U+{:04X} at byte {at}, \
                     outside the documented set",
                    u32::from(character)
                ),
            },
            Self::UnknownService { service } => write!(
                f,
                "service type {service} is unknown; it hides every service after it"
            ),
            Self::TrailingData { len } => {
                write!(f, "{len} signed bytes follow the last service")
            }
            Self::Unsorted => {
                f.write_str("services or privileges are not in the order that builders write")
            }
            Self::NoServices => f.write_str("the token has no services"),
            Self::OddAppId => f.write_str("the app id is not 32 hexadecimal digits"),
            Self::IssueTimeZero => f.write_str("the issue time is 0: the clock was not set"),
            Self::IssuedInFuture { seconds } => write!(
                f,
                "the token was issued {seconds} s in the future: compare the clocks"
            ),
            Self::Expired { seconds } => write!(f, "the token ended {seconds} s ago"),
            Self::DeadlineLooksRelative {
                privilege,
                count,
                seconds,
            } => write!(
                f,
                "privilege {privilege}{}: deadline {seconds} looks like a lifetime; 006 has Unix \
                 times, so this one ended in 1970",
                Others(count)
            ),
        }
    }
}

/// That a warning is about others beside the privilege that it names.
struct Others(u16);

impl fmt::Display for Others {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0.saturating_sub(1) {
            0 => Ok(()),
            1 => f.write_str(" and 1 other"),
            others => write!(f, " and {others} others"),
        }
    }
}

/// Above this many seconds (the year 2001), a lifetime is a Unix time, and
/// below it a Unix time is a lifetime.
pub(super) const LOOKS_LIKE_UNIX_TIME: u32 = 1_000_000_000;
