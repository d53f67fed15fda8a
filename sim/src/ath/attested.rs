//! Attestations: signature, audience, subject and time are the library's own
//! check; that none is used twice is for whoever asks.

use std::time::Duration;

use tokenmint::Error;
use tokenmint::ath::{Audience, Expected, ParsedAttestation, PublicKey, workspace_len};

use crate::memo::Memo;

/// The unique id of a good attestation, and when it ends.
pub(super) fn attested(
    token: &str,
    key: &PublicKey,
    audience: Audience<'_>,
    subject: &str,
    now: Duration,
) -> Result<(String, Duration), Error> {
    static SIGNED: Memo<([u8; 65], String), Result<(), Error>> = Memo::new();
    let mut workspace = vec![0; workspace_len(token.len()).min(8192)];
    let parsed = ParsedAttestation::parse(token, &mut workspace)?;
    if !is_of_the_journeys(token, key) {
        SIGNED.get((key.to_point(), token.to_owned()), |_| {
            parsed
                .check(&Expected::default().key(key))
                .signature
                .result()
        })?;
    }
    // What is cheap to ask is asked each time.
    let unsigned = Expected::default()
        .audience(audience)
        .subject(subject)
        .now(now.as_secs());
    let report = parsed.check(&unsigned);
    for answer in [report.audience, report.subject, report.time] {
        answer.result()?;
    }
    let claims = parsed.claims();
    let id = claims.token_id.as_plain().unwrap_or_default();
    Ok((id.to_owned(), Duration::from_secs(claims.expires_at)))
}

#[cfg(feature = "journeys")]
fn is_of_the_journeys(token: &str, key: &PublicKey) -> bool {
    let parts = token.rsplit_once('.');
    parts.is_some_and(|(signed, signature)| {
        super::agent::has_signed(signed.as_bytes(), signature, key)
    })
}

#[cfg(not(feature = "journeys"))]
const fn is_of_the_journeys(_: &str, _: &PublicKey) -> bool {
    false
}
