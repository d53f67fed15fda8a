//! Signaling tokens: making, reading, checking.

use super::check::time;
use crate::agora::check::{Expected, Report};
use crate::agora::v007::{PrivilegeRtm, ServiceType};
use crate::agora::{Account, AppCertificate, AppId, Credentials, ExpireAt};
use crate::buffer::Writer;
use crate::crypto::compare::equal;
use crate::crypto::md5::{HEX_LEN, md5_hex};
use crate::output::Output;
use crate::wire::decimal::Decimal;
use crate::{Error, Verdict};

/// Buffer size that is enough for every signaling token: `1:`, an app id, the ten
/// digits of the last deadline and an MD5, with colons between them.
pub const SIGNALING_CAPACITY: usize = 78;

/// A signaling token (`SignalingToken.generateSignalingToken`).
///
/// `expires_at` is a Unix time, as in Python, Go, Java, C# and Perl; Node.js
/// and PHP take a duration and add the current time.
///
/// # Errors
///
/// [`Error::BufferTooSmall`] when the buffer is shorter than the token, at
/// most [`SIGNALING_CAPACITY`].
#[deprecated(note = "signaling tokens are obsolete: use `agora::RtmTokenBuilder2` for new work")]
pub fn generate_signaling_token<O: Output>(
    credentials: &Credentials,
    account: &str,
    expires_at: ExpireAt,
    out: O,
) -> Result<O::Text, Error> {
    let end = Decimal::new(expires_at.as_unix().into());
    let app_id = credentials.app_id().as_bytes();
    let hash = hash_of(account.as_bytes(), app_id, credentials.certificate(), &end);
    let parts: [&[u8]; 6] = [b"1:", app_id, b":", end.as_bytes(), b":", &hash];
    let len = parts
        .iter()
        .fold(0_usize, |len, part| len.saturating_add(part.len()));
    out.write_text(len, |buffer| {
        let mut writer = Writer::new(buffer);
        for part in parts {
            writer.put(part);
        }
        writer.finish().map(|text| text.len())
    })
}

fn hash_of(
    account: &[u8],
    app_id: &[u8],
    certificate: &AppCertificate,
    end: &Decimal,
) -> [u8; HEX_LEN] {
    md5_hex(&[account, app_id, certificate.expose(), end.as_bytes()])
}

/// A signaling token that has been read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct ParsedSignalingToken<'a> {
    /// The app id; nothing has checked its form.
    pub app_id: &'a str,
    /// When the token ends.
    pub expires_at: ExpireAt,
    /// The MD5 that stands for a signature, 32 hexadecimal digits.
    pub hash: &'a str,
}

impl<'a> ParsedSignalingToken<'a> {
    /// Reads `token`.
    ///
    /// # Errors
    ///
    /// [`Error::UnsupportedVersion`] unless it starts with `1:`,
    /// [`Error::TooLarge`] above [`SIGNALING_CAPACITY`] characters,
    /// [`Error::Malformed`] unless app id, deadline and MD5 follow, with colons
    /// between them.
    pub fn parse(token: &'a str) -> Result<Self, Error> {
        let rest = token.strip_prefix("1:").ok_or(Error::UnsupportedVersion)?;
        if token.len() > SIGNALING_CAPACITY {
            let max = SIGNALING_CAPACITY;
            return Err(Error::TooLarge { max });
        }
        let at = |part: &str| Error::Malformed {
            at: token.len().saturating_sub(part.len()),
        };
        let (app_id, rest) = rest.split_once(':').ok_or(at(rest))?;
        let (end, hash) = rest.split_once(':').ok_or(at(rest))?;
        let is_number = end.bytes().all(|digit| digit.is_ascii_digit());
        let expires_at = end.parse().ok().filter(|_| is_number).ok_or(at(rest))?;
        if hash.len() != HEX_LEN || !hash.bytes().all(|digit| digit.is_ascii_hexdigit()) {
            return Err(at(hash));
        }
        Ok(Self {
            app_id,
            expires_at: ExpireAt::unix(expires_at),
            hash,
        })
    }

    /// Answers every question of `expected`. The user is signed, but not in the
    /// token; the token is for no channel and grants the login of RTM.
    #[must_use]
    pub fn check(&self, expected: &Expected<'_>) -> Report {
        let account = expected.account.map(Account::text);
        let signed = account
            .zip(expected.certificate)
            .map(|(account, certificate)| {
                let end = Decimal::new(self.expires_at.as_unix().into());
                let app_id = self.app_id.as_bytes();
                let hash = hash_of(account.as_bytes(), app_id, certificate, &end);
                equal(&hash, self.hash.as_bytes())
            });
        let is_app = |app_id: &AppId| app_id.as_str() == self.app_id;
        let login = (ServiceType::Rtm.number(), PrivilegeRtm::Login.into());
        let logs_in = !expected.joins()
            && !expected.named().is_empty()
            && expected.named().iter().all(|wanted| *wanted == login);
        Report {
            signature: match (expected.certificate, signed) {
                (Some(_), None) => Verdict::Undecided,
                (_, signed) => Verdict::asked(signed, Error::BadSignature),
            },
            app_id: Verdict::asked(expected.app_id.map(is_app), Error::AppIdMismatch),
            time: time(expected.now, None, Some(self.expires_at)),
            channel: Verdict::asked(expected.channel.map(|_| false), Error::ChannelMismatch),
            user: match (account, signed) {
                (None, _) => Verdict::NotAsked,
                (Some(_), Some(true)) => Verdict::Holds,
                (Some(_), _) => Verdict::Undecided,
            },
            privilege: Verdict::asked(
                expected.wants_privileges().then_some(logs_in),
                Error::NotAuthorized,
            ),
            service: None,
        }
    }
}
