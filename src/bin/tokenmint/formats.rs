//! The forms of token that this command knows, and how one is recognised.
//!
//! A service brings its forms as constants; `FORMATS` lists them. The first
//! that recognises a text is asked to read it, and no other.

use zeroize::Zeroizing;

use tokenmint::agora::{Account, Role};

use crate::agora::{self, names::Privilege};
use crate::credentials::{SAMPLE_APP_ID, SAMPLE_CERTIFICATE};
use crate::explain::Explanation;
use crate::failure::Failure;
use crate::verify::Answer;
use crate::{ath, zego};

/// The environment variables that have a service's credentials.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Variables {
    /// That of the app id.
    pub(crate) app_id: &'static str,
    /// That of the certificate or secret.
    pub(crate) secret: &'static str,
}

/// A form of token.
pub(crate) struct Format {
    /// Where its credentials are, if it has any.
    pub(crate) variables: Option<Variables>,
    /// Whether a text begins, or is built, like this form.
    pub(crate) matches: fn(&str) -> bool,
    /// What is inside.
    pub(crate) explain: fn(&str, &Question<'_>) -> Result<Explanation, Failure>,
    /// What holds and what does not.
    pub(crate) verify: fn(&str, &Question<'_>) -> Result<Vec<Answer>, Failure>,
}

/// Every form. Keys without a version come first: they are told by their length
/// and their digits, and may begin like any other.
const FORMATS: &[&Format] = &[
    &agora::read_text_keys::FORMAT,
    &agora::read_007::FORMAT,
    &agora::read_006::FORMAT,
    &agora::read_005::FORMAT,
    &agora::read_signaling::FORMAT,
    &zego::read::TOKEN04,
    &zego::read::TOKEN03,
    &ath::read::FORMAT,
];

/// What is expected of a token.
#[derive(Debug)]
pub(crate) struct Question<'a> {
    /// The time, in Unix seconds.
    pub(crate) now: u32,
    /// The app id, as given.
    pub(crate) app_id: Option<&'a str>,
    /// The certificate or secret, as given.
    pub(crate) secret: Option<Zeroizing<String>>,
    /// The content of the public key's file.
    pub(crate) public_key: Option<&'a [u8]>,
    /// Whom an assertion is for.
    pub(crate) audience: Option<&'a str>,
    /// The channel.
    pub(crate) channel: Option<&'a str>,
    /// The user.
    pub(crate) account: Option<Account<'a>>,
    /// The role.
    pub(crate) role: Option<Role>,
    /// Single privileges.
    pub(crate) privileges: &'a [Privilege],
}

impl Question<'_> {
    /// Nothing is expected; the time is known.
    pub(crate) const fn at(now: u32) -> Self {
        Self {
            now,
            app_id: None,
            secret: None,
            public_key: None,
            audience: None,
            channel: None,
            account: None,
            role: None,
            privileges: &[],
        }
    }

    /// The certificate to check with: the one given, or the public one when
    /// the token has the public sample app id; and whether it is that.
    pub(crate) fn certificate_for(&self, app_id: &str) -> Option<(&str, bool)> {
        match &self.secret {
            Some(certificate) => Some((certificate, false)),
            None if app_id == SAMPLE_APP_ID => Some((SAMPLE_CERTIFICATE, true)),
            None => None,
        }
    }
}

/// The form of a token.
pub(crate) fn recognise(token: &str) -> Result<&'static Format, Failure> {
    let found = FORMATS.iter().find(|format| (format.matches)(token));
    found.copied().ok_or_else(|| unknown(token))
}

/// A token of no known form, with the likely reason.
fn unknown(token: &str) -> Failure {
    let reason = if token.is_empty() {
        "the token is empty: several official libraries return an empty text, without an error, \
         when app id or certificate are not 32 hexadecimal digits"
    } else if token.starts_with("eJ") || token.starts_with("eA") {
        "no known form; it begins like an Agora 007 token that has lost its first three characters"
    } else if token.contains(char::is_whitespace) {
        "no known form; there is white space inside, as after copying a wrapped line"
    } else {
        "no known form; Agora tokens begin with 007 or 006, ZEGO's with 04 or 03 (letters and \
         digits, then + / =), and a JWT has two dots"
    };
    Failure::unreadable(reason)
}
