//! The management token: asked for once, kept, renewed by one caller while the
//! others wait for it or go on with the old one.
//!
//! ```text
//!  issued                                   renewal is due          expires
//!    |------------ everybody uses it -------------|-- one renews -----|-- all wait
//!                                                  others use it on
//! ```

use core::time::Duration;
use std::string::{String, ToString};

use serde_json::Value;
use zeroize::Zeroizing;

use crate::client::authing::Envelope;
use crate::client::authing::shared_value::{Freshness, SharedValue};
use crate::http::{Error, ErrorKind};
use crate::wire::base64;

/// Renewal is due this long before the end, at most.
const MARGIN: Duration = Duration::from_secs(60);

/// It is due at the earliest when one part in so many of the lifetime is left.
const MARGIN_PART: u32 = 20;

/// A token and what is in it.
pub(super) struct Token {
    pub(super) text: Zeroizing<String>,
    pub(super) user_pool_id: Option<String>,
    renew_at: Duration,
    expires_at: Duration,
}

impl Token {
    /// From what the service answered at `now`.
    pub(super) fn read(answer: Envelope, now: Duration) -> Result<Self, Error> {
        let data = answer.into_result()?;
        let unusable = |message| Error::with_message(ErrorKind::Answer, message);
        let text = data.get("access_token").and_then(Value::as_str);
        let text = text
            .filter(|text| !text.is_empty())
            .ok_or_else(|| unusable("there is no management token in it"))?;
        let seconds = data.get("expires_in").and_then(Value::as_f64);
        let lifetime = seconds
            .and_then(|seconds| Duration::try_from_secs_f64(seconds).ok())
            .ok_or_else(|| unusable("the management token has no lifetime"))?;
        let margin = MARGIN.min(lifetime.checked_div(MARGIN_PART).unwrap_or_default());
        Ok(Self {
            user_pool_id: user_pool_id(text),
            text: Zeroizing::new(text.to_string()),
            renew_at: now.saturating_add(lifetime.saturating_sub(margin)),
            expires_at: now.saturating_add(lifetime),
        })
    }
}

/// The claim `scoped_userpool_id`; whether the token is genuine is for the
/// service to say.
fn user_pool_id(token: &str) -> Option<String> {
    let payload = token.split('.').nth(1)?.trim_end_matches('=');
    let mut buffer = std::vec![0; base64::decoded_capacity(payload.len())];
    let decoded = base64::decode_url(payload.as_bytes(), 0, &mut buffer).ok()?;
    let claims: Value = serde_json::from_slice(decoded).ok()?;
    Some(claims.get("scoped_userpool_id")?.as_str()?.to_string())
}

/// Where the token is kept.
pub(super) type Tokens = SharedValue<Token>;

impl Token {
    /// Whether it can be used at `now`.
    pub(super) fn freshness(&self, now: Duration) -> Freshness {
        if now < self.renew_at {
            Freshness::Fresh
        } else if now < self.expires_at {
            Freshness::Due
        } else {
            Freshness::Stale
        }
    }
}
