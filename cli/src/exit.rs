//! Exit codes: fixed numbers, so that scripts can tell the reasons apart.

use std::process::ExitCode;

use tokenmint::doctor::{Fault, Judgement};

/// Why the command ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum Exit {
    /// Done; for `verify`: everything that was asked holds, the signature
    /// included.
    Ok = 0,
    /// The clock, the random source or the output failed.
    System = 1,
    /// An option or an input is missing or not valid.
    Usage = 2,
    /// The token has no known form or is damaged.
    Unreadable = 3,
    /// Rows of a batch were refused; the others have their tokens.
    RowsRefused = 4,
    /// The signature does not match key and content, or the secret does not
    /// open the token.
    Signature = 10,
    /// The token belongs to another app id.
    AppId = 11,
    /// The token was issued in the future.
    NotYetValid = 12,
    /// The token has ended.
    Expired = 13,
    /// The token is for another channel or room.
    Channel = 14,
    /// The token is for another user.
    User = 15,
    /// The token does not grant the role or privilege.
    NotGranted = 16,
    /// The role or privilege was granted and has ended.
    PrivilegeEnded = 17,
    /// The certificate, secret or public key itself is malformed.
    Certificate = 18,
    /// Nothing failed, but the signature could not be checked.
    Unproven = 20,
    /// The token is for another audience.
    Audience = 21,
    /// The token is by another issuer.
    Issuer = 22,
    /// The token is from another sign-in.
    Nonce = 23,
    /// The token is of a version that is not accepted.
    Version = 24,
    /// The content has the wrong types.
    Content = 25,
    /// The service gave no usable HTTP answer: no address, no connection, no
    /// trust, too slow, broken off.
    NoAnswer = 30,
    /// The service does not accept the credentials or what they may do (401,
    /// 403).
    Denied = 31,
    /// The service does not know what was named (404).
    NotFound = 32,
    /// Something of that name is there already (409).
    Conflict = 33,
    /// The service is overloaded or broken (429, 5xx): later it may work.
    Busy = 34,
    /// The service refuses the request for another reason.
    Refused = 35,
    /// The service says success, in words that cannot be used.
    BadAnswer = 36,
}

/// The table of `--help`.
pub(crate) const HELP: &str = "\
Exit codes:
   0  done; verify: everything asked holds, the signature included
   1  the clock, the random source or the output failed
   2  an option or an input is missing or not valid
   3  the token has no known form or is damaged
   4  rows of a batch were refused; the others have their tokens
 verify, the first answer that fails decides:
  18  the certificate, secret or public key is malformed
  10  the signature does not match, or the secret does not open the token
  22  another issuer
  11  another app id
  12  issued in the future
  13  the token has ended
  21  another audience
  23  the nonce of another sign-in
  14  another channel or room
  15  another user
  16  the role or privilege is not granted
  17  the role or privilege has ended
  24  a version that is not accepted
  25  the content has the wrong types
  20  nothing failed, but the signature could not be checked
 commands that call a service:
  30  no answer: no address, connection or trust, too slow, broken off
  31  the credentials are not accepted, or not for this (401, 403)
  32  what was named is not there (404)
  33  something of that name is there already (409)
  34  overloaded or broken, later it may work (429, 5xx)
  35  refused for another reason
  36  a success that cannot be used";

impl Exit {
    /// The number.
    pub(crate) const fn number(self) -> u8 {
        self as u8
    }
}

impl From<Fault> for Exit {
    fn from(fault: Fault) -> Self {
        match fault {
            Fault::Certificate => Self::Certificate,
            Fault::Version => Self::Version,
            Fault::Signature => Self::Signature,
            Fault::Issuer => Self::Issuer,
            Fault::AppId => Self::AppId,
            Fault::Issued => Self::NotYetValid,
            Fault::Time => Self::Expired,
            Fault::Content => Self::Content,
            Fault::Audience => Self::Audience,
            Fault::Nonce => Self::Nonce,
            Fault::Channel => Self::Channel,
            Fault::User => Self::User,
            Fault::Privilege => Self::NotGranted,
            Fault::PrivilegeEnded => Self::PrivilegeEnded,
            // A text that cannot be read, and what may be added to the list.
            _ => Self::Unreadable,
        }
    }
}

impl From<Judgement> for Exit {
    fn from(judgement: Judgement) -> Self {
        match judgement {
            Judgement::Holds => Self::Ok,
            Judgement::Fails(fault) => fault.into(),
            Judgement::Unproven => Self::Unproven,
        }
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit.number())
    }
}
