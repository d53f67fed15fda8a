//! The face of the official libraries: numeric codes, and one function that
//! always answers.

use super::ServerSecret;
use super::inputs;
use crate::{Error, Field, Limits};

/// Success.
pub const ERROR_CODE_SUCCESS: i32 = 0;
/// The app id is 0.
pub const ERROR_CODE_APP_ID_INVALID: i32 = 1;
/// The room id is not valid (token03).
pub const ERROR_CODE_ROOM_ID_INVALID: i32 = 2;
/// The user id is not valid.
pub const ERROR_CODE_USER_ID_INVALID: i32 = 3;
/// The privileges are not valid (token03).
pub const ERROR_CODE_PRIVILEGE_INVALID: i32 = 4;
/// The secret does not have 32 bytes.
pub const ERROR_CODE_SECRET_INVALID: i32 = 5;
/// The effective time is not above 0.
pub const ERROR_CODE_EFFECTIVE_TIME_IN_SECONDS_INVALID: i32 = 6;
/// Any other failure; of the official libraries, Java's has this code.
pub const ERROR_CODE_OTHER: i32 = -1;

/// The official code of an error.
///
/// ```
/// use tokenmint::zego::{ERROR_CODE_APP_ID_INVALID, Mode, Token04, error_code};
///
/// let error = Token04::new(0, "user", 3600).len(Mode::Cbc, 1_700_000_000, 1).unwrap_err();
/// assert_eq!(error_code(&error), ERROR_CODE_APP_ID_INVALID);
/// ```
#[must_use]
pub const fn error_code(error: &Error) -> i32 {
    match error {
        Error::BadAppId { .. } => ERROR_CODE_APP_ID_INVALID,
        Error::BadSecret { .. } => ERROR_CODE_SECRET_INVALID,
        Error::Empty { field }
        | Error::BadCharacter { field, .. }
        | Error::ValueOutOfRange { field, .. } => match field {
            Field::Room => ERROR_CODE_ROOM_ID_INVALID,
            Field::UserId => ERROR_CODE_USER_ID_INVALID,
            Field::Privileges => ERROR_CODE_PRIVILEGE_INVALID,
            Field::Secret => ERROR_CODE_SECRET_INVALID,
            Field::ExpireIn => ERROR_CODE_EFFECTIVE_TIME_IN_SECONDS_INVALID,
            _ => ERROR_CODE_OTHER,
        },
        _ => ERROR_CODE_OTHER,
    }
}

/// The official checks of the inputs of a token04, in the official order: app
/// id, user id, secret, effective time. The mint checks all but the secret
/// again; ask this first where the order of the codes matters.
///
/// # Errors
///
/// [`Error::BadAppId`]; [`Error::Empty`] or, under [`Limits::Documented`],
/// [`Error::ValueOutOfRange`] for the user id; as [`ServerSecret::new`];
/// [`Error::ValueOutOfRange`] for the effective time.
pub fn check_token04(
    app_id: u32,
    user_id: &str,
    secret: &str,
    effective_time_in_seconds: i64,
    limits: Limits,
) -> Result<ServerSecret, Error> {
    inputs::app_id(app_id)?;
    inputs::id(Field::UserId, user_id, limits)?;
    let secret = ServerSecret::new(secret)?;
    inputs::effective(effective_time_in_seconds)?;
    Ok(secret)
}

/// As [`check_token04`] for a token03: app id, room id, user id, secret,
/// effective time. What is wrong with privileges ([`ERROR_CODE_PRIVILEGE_INVALID`],
/// between user id and secret) the types of this library do not let in.
///
/// # Errors
///
/// As [`check_token04`], and the same for the room id as for the user id.
pub fn check_token03(
    app_id: u32,
    room_id: &str,
    user_id: &str,
    secret: &str,
    effective_time_in_seconds: i64,
    limits: Limits,
) -> Result<ServerSecret, Error> {
    inputs::app_id(app_id)?;
    inputs::id(Field::Room, room_id, limits)?;
    inputs::id(Field::UserId, user_id, limits)?;
    let secret = ServerSecret::new(secret)?;
    inputs::effective(effective_time_in_seconds)?;
    Ok(secret)
}

#[cfg(feature = "alloc")]
pub use with_alloc::{TokenInfo, generate_token04_at};

#[cfg(feature = "std")]
pub use with_std::generate_token04;

#[cfg(feature = "alloc")]
mod with_alloc {
    use alloc::string::{String, ToString};
    use core::fmt;

    use super::*;
    use crate::output::Owned;
    use crate::zego::{CbcEntropy, Token04};

    /// What `generate_token04` answers.
    #[derive(Clone, PartialEq, Eq)]
    pub struct TokenInfo {
        /// The token; empty unless it succeeded.
        pub token: String,
        /// One of the `ERROR_CODE_` constants.
        pub error_code: i32,
        /// `success`, or the message of the official Python library; for
        /// [`ERROR_CODE_OTHER`] the text of the error.
        pub error_message: String,
    }

    impl fmt::Debug for TokenInfo {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.debug_struct("TokenInfo")
                .field("token", &format_args!("{} characters", self.token.len()))
                .field("error_code", &self.error_code)
                .field("error_message", &self.error_message)
                .finish()
        }
    }

    impl From<Result<String, Error>> for TokenInfo {
        fn from(result: Result<String, Error>) -> Self {
            match result {
                Ok(token) => Self {
                    token,
                    error_code: ERROR_CODE_SUCCESS,
                    error_message: "success".into(),
                },
                Err(error) => Self {
                    token: String::new(),
                    error_code: error_code(&error),
                    error_message: message(&error),
                },
            }
        }
    }

    fn message(error: &Error) -> String {
        match error_code(error) {
            ERROR_CODE_APP_ID_INVALID => "appID invalid".into(),
            ERROR_CODE_USER_ID_INVALID => "userID invalid".into(),
            ERROR_CODE_SECRET_INVALID => "secret must be a 32 byte string".into(),
            ERROR_CODE_EFFECTIVE_TIME_IN_SECONDS_INVALID => {
                "effective_time_in_seconds invalid".into()
            }
            _ => error.to_string(),
        }
    }

    /// As `generate_token04`, with the issue time (Unix seconds) and the random
    /// values given, as for a test or where there is no operating system.
    #[must_use]
    pub fn generate_token04_at(
        app_id: u32,
        user_id: &str,
        secret: &str,
        effective_time_in_seconds: i64,
        payload: &str,
        issued_at: i64,
        entropy: CbcEntropy,
    ) -> TokenInfo {
        check_token04(
            app_id,
            user_id,
            secret,
            effective_time_in_seconds,
            Limits::Wire,
        )
        .and_then(|secret| {
            Token04::new(app_id, user_id, effective_time_in_seconds)
                .payload(payload)
                .limits(Limits::Wire)
                .mint(&secret, entropy, issued_at, Owned)
        })
        .into()
    }
}

#[cfg(feature = "std")]
mod with_std {
    use super::*;
    use crate::os;
    use crate::zego::CbcEntropy;

    /// A token04 (CBC), issued now, with random values of the operating system:
    /// the function of the official libraries, with the checks, the codes and
    /// the messages of the one for Python. It has no limit for the length of a
    /// user id ([`Limits::Wire`]).
    ///
    /// ```
    /// use tokenmint::zego::{ERROR_CODE_SUCCESS, generate_token04};
    ///
    /// let secret = "fa94dd0f974cf2e293728a526b028271";
    /// let info = generate_token04(1_234_567_890, "user", secret, 3600, "");
    /// assert_eq!(info.error_code, ERROR_CODE_SUCCESS);
    /// assert!(info.token.starts_with("04"));
    ///
    /// let info = generate_token04(1_234_567_890, "", secret, 3600, "");
    /// assert_eq!((info.error_code, &*info.error_message), (3, "userID invalid"));
    /// ```
    #[must_use]
    pub fn generate_token04(
        app_id: u32,
        user_id: &str,
        secret: &str,
        effective_time_in_seconds: i64,
        payload: &str,
    ) -> TokenInfo {
        // What the caller gave is judged before clock and random source are.
        let checked = check_token04(
            app_id,
            user_id,
            secret,
            effective_time_in_seconds,
            Limits::Wire,
        );
        match checked.and_then(|_| Ok((unix_now()?, CbcEntropy::from_os()?))) {
            Err(error) => Err(error).into(),
            Ok((issued_at, entropy)) => generate_token04_at(
                app_id,
                user_id,
                secret,
                effective_time_in_seconds,
                payload,
                issued_at,
                entropy,
            ),
        }
    }

    fn unix_now() -> Result<i64, Error> {
        // Beyond 63 bits the mint refuses what it is added to.
        match i64::try_from(os::unix_time()?.as_secs()).unwrap_or(i64::MAX) {
            0 => Err(Error::IssueTimeZero),
            seconds => Ok(seconds),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::TextFault;

    #[test]
    fn every_code_has_its_error() {
        let range = |field| Error::ValueOutOfRange {
            field,
            min: 1,
            max: 2,
        };
        for (error, code) in [
            (
                Error::BadAppId {
                    fault: TextFault::Zero,
                },
                1,
            ),
            (Error::Empty { field: Field::Room }, 2),
            (
                Error::Empty {
                    field: Field::UserId,
                },
                3,
            ),
            (range(Field::UserId), 3),
            (
                Error::Empty {
                    field: Field::Privileges,
                },
                4,
            ),
            (
                Error::BadSecret {
                    expected: 32,
                    fault: TextFault::Zero,
                },
                5,
            ),
            (
                Error::BadCharacter {
                    field: Field::Secret,
                    at: 0,
                },
                5,
            ),
            (range(Field::ExpireIn), 6),
            (range(Field::ExpireAt), -1),
            (Error::ContentTooLarge { max: 1 }, -1),
            (Error::IssueTimeZero, -1),
        ] {
            assert_eq!(error_code(&error), code, "{error:?}");
        }
    }
}
