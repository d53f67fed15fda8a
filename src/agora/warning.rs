//! What is legal in a token and still likely a mistake.

use core::fmt;

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
    /// 007: the lifetime of a privilege has the size of a Unix time.
    PrivilegeLooksAbsolute {
        /// The service.
        service: u16,
        /// The privilege.
        privilege: u16,
        /// Its lifetime in seconds.
        seconds: u32,
    },
    /// 007: a privilege is longer than the token, which ends first.
    PrivilegeOutlivesToken {
        /// The service.
        service: u16,
        /// The privilege.
        privilege: u16,
        /// Its lifetime in seconds.
        seconds: u32,
    },
    /// A privilege has no limit of its own.
    PrivilegeWithoutLimit {
        /// The service.
        service: u16,
        /// The privilege.
        privilege: u16,
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
    /// Services or privileges are not in the order that builders write.
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
    /// 006: a deadline has the size of a lifetime; it lies in 1970.
    DeadlineLooksRelative {
        /// The privilege.
        privilege: u16,
        /// The deadline.
        seconds: u32,
    },
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
            Self::AnyUser { .. } => "any-user",
            Self::AccountIsTextZero { .. } => "account-is-text-zero",
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
                seconds,
            } => write!(
                f,
                "service {service} privilege {privilege}: lifetime {seconds} looks like a Unix \
                 time; 007 counts from the issue time"
            ),
            Self::PrivilegeOutlivesToken {
                service,
                privilege,
                seconds,
            } => write!(
                f,
                "service {service} privilege {privilege} lasts {seconds} s, longer than the \
                 token, which ends first"
            ),
            Self::PrivilegeWithoutLimit { service, privilege } => write!(
                f,
                "service {service} privilege {privilege} has no limit of its own"
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
            Self::EmptyChannel { service } => {
                write!(f, "service {service}: the channel is empty")
            }
            Self::UndocumentedName { service, field } => write!(
                f,
                "service {service}: the {field} is longer than documented or has characters \
                 outside the documented set"
            ),
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
            Self::DeadlineLooksRelative { privilege, seconds } => write!(
                f,
                "privilege {privilege}: deadline {seconds} looks like a lifetime; 006 has Unix \
                 times, so this one ended in 1970"
            ),
        }
    }
}

/// Above this many seconds (the year 2001), a lifetime is a Unix time, and
/// below it a Unix time is a lifetime.
pub(super) const LOOKS_LIKE_UNIX_TIME: u32 = 1_000_000_000;
