//! Attestations: signature, audience, subject and time are the library's own
//! check; that none is used twice is looked at here.

use std::time::Duration;

use tokenmint::Error;
use tokenmint::ath::{Audience, Expectation, PublicKey, TOLERANCE, verify, workspace_len};

use crate::memo::Memo;

/// The unique id of a good attestation, and when it ends.
pub(super) fn attested(
    token: &str,
    key: &PublicKey,
    audience: Audience<'_>,
    subject: &str,
    now: Duration,
) -> Result<(String, Duration), Error> {
    type Key = ([u8; 65], u64, String);
    static MEMO: Memo<Key, Result<(String, Duration), Error>> = Memo::new();
    let now = now.as_secs();
    let question = format!("{audience} {subject} {token}");
    MEMO.get((key.to_point(), now, question), |_| {
        let expected = Expectation {
            audience,
            subject,
            now,
            tolerance: TOLERANCE,
        };
        let mut workspace = vec![0; workspace_len(token.len()).min(8192)];
        let claims = verify(token, key, &expected, &mut workspace)?;
        let id = claims.token_id.as_plain().unwrap_or_default();
        Ok((id.to_owned(), Duration::from_secs(claims.expires_at)))
    })
}
