//! What a device needs to know of a token every day, without a certificate.

use super::parse::ParsedToken2;
use super::privilege::{PrivilegeRtc, ServiceType};
use crate::Error;
use crate::agora::ExpireIn;
use crate::wire::decimal::divide;

/// A token is renewed in the last tenth of its lifetime, but never with less
/// than this many seconds left.
const RENEW_AT_LEAST: u64 = 30;

/// App id, channel, account and end of a token. Nothing here is verified:
/// whoever can change the token can change all of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Peek<'w> {
    /// The app id.
    pub app_id: &'w str,
    /// The channel of the first service that has one.
    pub channel: Option<&'w str>,
    /// The user of the first service that has one; empty: any user.
    pub account: Option<&'w str>,
    /// Issue time in Unix seconds.
    pub issued_at: u32,
    /// When the token, or the right to join, ends, in Unix seconds.
    pub expires_at: u64,
}

impl Peek<'_> {
    /// Whether the token has ended at `now` (Unix seconds).
    #[must_use]
    pub fn has_expired(&self, now: u32) -> bool {
        u64::from(now) >= self.expires_at
    }

    /// Whether it is time for a new token at `now` (Unix seconds): in the last
    /// tenth of the lifetime, at the latest 30 seconds before the end.
    #[must_use]
    pub fn should_renew(&self, now: u32) -> bool {
        let lifetime = self.expires_at.saturating_sub(self.issued_at.into());
        let margin = divide(lifetime, 10).0.max(RENEW_AT_LEAST);
        u64::from(now).saturating_add(margin) >= self.expires_at
    }
}

impl<'w> ParsedToken2<'w> {
    /// The few facts a device needs.
    #[must_use]
    pub fn peek(&self) -> Peek<'w> {
        let mut peek = Peek {
            app_id: self.app_id(),
            channel: None,
            account: None,
            issued_at: self.issued_at(),
            expires_at: self.expires_at(),
        };
        for service in self.services() {
            peek.channel = peek.channel.or(service.channel());
            peek.account = peek.account.or(service.user());
            if service.service_type == ServiceType::Rtc
                && let Some(join) = service.privileges.get(PrivilegeRtc::JoinChannel)
                && join != ExpireIn::WITH_TOKEN
            {
                peek.expires_at = peek.expires_at.min(join.after(self.issued_at()));
            }
        }
        peek
    }
}

/// Reads `token` and gives the few facts a device needs.
///
/// # Errors
///
/// As [`ParsedToken2::parse`].
pub fn peek<'w>(token: &str, workspace: &'w mut [u8]) -> Result<Peek<'w>, Error> {
    ParsedToken2::parse(token, workspace).map(|parsed| parsed.peek())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn renewal_starts_in_the_last_tenth() {
        let peek = Peek {
            app_id: "",
            channel: None,
            account: None,
            issued_at: 1_000,
            expires_at: 4_600,
        };
        for (now, renew, expired) in [
            (1_000, false, false),
            (4_239, false, false),
            (4_240, true, false),
            (4_599, true, false),
            (4_600, true, true),
            (u32::MAX, true, true),
        ] {
            assert_eq!(peek.should_renew(now), renew, "{now}");
            assert_eq!(peek.has_expired(now), expired, "{now}");
        }
        let short = Peek {
            expires_at: 1_060,
            ..peek
        };
        assert!(!short.should_renew(1_029) && short.should_renew(1_030));
    }
}
