//! Who may do what: every token is read and checked by the library's own
//! `check`.

use std::time::Duration;

use tokenmint::agora::v007::{ParsedToken2, workspace_len};
use tokenmint::agora::{Expected, Role};

use super::answers::Refusal;
use super::service::ConvoAi;

impl ConvoAi {
    /// Whether a request may be made at all.
    pub(super) fn authorize(
        &self,
        app_id: &str,
        value: Option<&str>,
        now: Duration,
    ) -> Result<(), Refusal> {
        let Some(value) = value else {
            return Err(Refusal::gateway(401, "no credentials"));
        };
        let refused = || {
            let detail = format!("authentication failed for {value}");
            Refusal::new(401, "InvalidPermission", detail)
        };
        if app_id != self.app_id.as_str() {
            return Err(refused());
        }
        if self.basic.as_deref() == Some(value) {
            return Ok(());
        }
        let token = value.strip_prefix("agora token=").ok_or_else(refused)?;
        self.check(token, &self.expected(now))
            .map_err(|_| refused())?;
        Ok(())
    }

    /// Whether a token lets the agent into its channel, and until when.
    pub(super) fn may_join(
        &self,
        token: &str,
        channel: &str,
        uid: &str,
        now: Duration,
    ) -> Result<Duration, Refusal> {
        let expected = self
            .expected(now)
            .channel(channel)
            .account(uid)
            .role(Role::Publisher);
        self.check(token, &expected).map_err(|error| {
            let detail = format!("create agent failed: {error}: {token}");
            Refusal::new(400, "InvalidFieldValue", detail)
        })
    }

    fn expected(&self, now: Duration) -> Expected<'_> {
        let now = u32::try_from(now.as_secs()).unwrap_or(u32::MAX);
        Expected::default()
            .certificate(&self.certificate)
            .app_id(&self.app_id)
            .now(now)
    }

    /// When `token` ends, if it is as expected.
    fn check(&self, token: &str, expected: &Expected<'_>) -> Result<Duration, tokenmint::Error> {
        let mut workspace = vec![0; workspace_len(token.len()).min(4096)];
        let token = ParsedToken2::parse(token, &mut workspace)?;
        token.check(expected).ok()?;
        Ok(Duration::from_secs(token.expires_at()))
    }
}
