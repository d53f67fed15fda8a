//! The two code tables of the service, open: what this version does not know
//! stays a number.
//!
//! Source: the error code page of Authing's documentation.

use core::fmt;

/// Makes an enum of numbers that lets others pass.
macro_rules! codes {
    ($(#[$meta:meta])* $name:ident {
        $( $variant:ident = $number:literal, $text:literal; )*
    }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum $name {
            $(
                #[doc = concat!("`", stringify!($number), "`: ", $text, ".")]
                $variant,
            )*
            /// A number that this version does not know.
            Other(i64),
        }

        impl $name {
            /// Every code that this version knows.
            pub const ALL: &[Self] = &[$(Self::$variant),*];

            /// The number on the wire.
            #[must_use]
            pub const fn number(self) -> i64 {
                match self {
                    $( Self::$variant => $number, )*
                    Self::Other(number) => number,
                }
            }

            /// What it means, in a few words; nothing for a number that this
            /// version does not know.
            #[must_use]
            pub const fn meaning(self) -> Option<&'static str> {
                match self {
                    $( Self::$variant => Some($text), )*
                    Self::Other(_) => None,
                }
            }
        }

        impl From<i64> for $name {
            fn from(number: i64) -> Self {
                match number {
                    $( $number => Self::$variant, )*
                    other => Self::Other(other),
                }
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}", self.number())?;
                match self.meaning() {
                    Some(text) => write!(f, " ({text})"),
                    None => Ok(()),
                }
            }
        }
    };
}

codes! {
    /// `statusCode`: how a call ended. Enough for most callers.
    StatusCode {
        Ok = 200, "done";
        BadRequest = 400, "an argument is malformed";
        Unauthorized = 401, "not signed in";
        PaymentRequired = 402, "the plan has to be upgraded";
        Forbidden = 403, "no permission";
        NotFound = 404, "not found";
        Conflict = 409, "conflict with what exists";
        PayloadTooLarge = 413, "the body is too large";
        UnprocessableEntity = 422, "well-formed but not allowed";
        TooManyRequests = 429, "throttled";
        ClientError = 499, "another error of the caller";
        ServerError = 500, "error of the service";
        Unsupported = 501, "not supported";
        BadGateway = 502, "bad gateway";
        Maintenance = 503, "maintenance";
        ThirdPartyUnreachable = 601, "an endpoint of a third party cannot be reached";
        ThirdPartyError = 602, "an endpoint of a third party answered with an error";
        CustomCodeFailed = 603, "custom code failed";
    }
}

codes! {
    /// `apiCode`: the cause, where it has a meaning of its own.
    ApiCode {
        BadSignature = 1300, "the access key's signature is wrong";
        SignatureMethodMismatch = 1301, "the signature method does not match";
        SignatureVersionMismatch = 1302, "the signature version does not match";
        DateNotUnixMillis = 1303, "the date is not in Unix milliseconds";
        DateMissing = 1304, "the date is missing";
        ClockSkew = 1305, "the date is too far from the service's clock";
        SignatureReplayed = 1306, "the signature was used before";
        LoginFlowFinished = 1600, "the flow after login is finished";
        MfaRequired = 1635, "multi-factor authentication is needed";
        EnterpriseMfaRequired = 1636, "multi-factor authentication of the enterprise is needed";
        ResetPasswordAtFirstLogin = 1639, "the password has to be reset at first login; the old one is not needed";
        BindExistingAccount = 1640, "the federated identity has to be bound to an account that exists";
        BindAccount = 1641, "the federated identity has to be bound to an account that exists or a new one";
        CompleteProfile = 1642, "the profile has to be completed";
        SelfUnlock = 1643, "the account can be unlocked by its user";
        LoginFlowAborted = 1699, "the flow after login was aborted, back to login";
        FaceWithoutPhoto = 1700, "face: no photo";
        FaceWithoutComparison = 1701, "face: no photo to compare with";
        FaceMismatch = 1702, "face: no match";
        FaceWithoutContact = 1703, "face: neither email nor phone is bound";
        FacePhoneCheckFailed = 1704, "face: the check of the phone failed";
        FaceEmailCheckFailed = 1705, "face: the check of the email failed";
        FaceAlreadyBound = 1706, "face: bound already";
        FaceBindingFailed = 1707, "face: binding failed";
        UserNotFound = 2004, "there is no such user";
        UserLocked = 2005, "the user is locked";
        WrongPassword = 2006, "the password is wrong";
        AppNotFound = 2011, "there is no such application";
        NotSignedIn = 2020, "not signed in";
        RegistrationDisabled = 2031, "registration is disabled";
        AppDomainTaken = 2039, "the application's domain is taken";
        UserPoolDomainTaken = 2040, "the user pool's domain is taken";
        ResetPasswordForced = 2058, "the password has to be reset; the old one is needed";
        UserPoolNotFound = 2224, "there is no such user pool";
        UnknownAccountOrWrongPassword = 2333, "the account is unknown or the password is wrong";
        Billing = 4021, "billing";
        TotpWrongCode = 6001, "the one-time code is wrong";
        TotpWrongRecoveryCode = 6002, "the recovery code is wrong";
        TotpCodeMissing = 6003, "the one-time code is missing";
        TotpRecoveryCodeMissing = 6004, "the recovery code is missing";
        NotMemberOfTenant = 2_120_008, "not a member of the tenant";
        NotAllowedIntoTenant = 2_130_010, "not allowed into the tenant";
        BadLdapLink = 2_820_002, "the LDAP link is bad";
    }
}
