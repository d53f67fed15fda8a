//! Checking attestations, for implementors.

use super::{Audience, PublicKey};
use crate::crypto::platform::Crypto;
use crate::wire::base64;
use crate::wire::json::{self, Elements, Text, Value};
use crate::wire::jws::Jws;
use crate::{Error, Field, Verdict};

/// Seconds that the issue time may be off the verifier's clock: the 5 minutes
/// of the specification.
pub const TOLERANCE: u32 = 300;

/// The most characters of an attestation that is read.
pub const TOKEN_MAX: usize = 8192;

/// Bytes of workspace that are enough for an attestation of `token_len`
/// characters.
#[must_use]
pub const fn workspace_len(token_len: usize) -> usize {
    base64::decoded_capacity(token_len)
}

/// What an attestation should say; what is left out is not asked.
///
/// ```
/// use tokenmint::Error;
/// use tokenmint::ath::{
///     Attestation, Audience, Expected, ParsedAttestation, SigningKey, TokenId,
/// };
///
/// let mut key = SigningKey::from_bytes(&[7; 32])?;
/// let (agent, now) = ("https://agent.example.com/.well-known/agent.json", 1_720_000_000);
/// let audience = Audience::of_base("https://gateway.example.com");
/// let id = TokenId::from_random(&[1; 24]);
/// let mut buffer = [0; 512];
/// let token = Attestation::new(agent, audience, now, id.as_str()).mint(&mut key, &mut buffer)?;
///
/// let mut workspace = [0; 512];
/// let parsed = ParsedAttestation::parse(token, &mut workspace)?;
/// let public_key = key.public_key();
/// let expected = Expected::of(&public_key, audience, agent, now + 10);
/// assert_eq!(parsed.check(&expected).ok(), Ok(()));
///
/// let expected = expected.audience(Audience::of_base("https://other.example.com"));
/// assert_eq!(parsed.check(&expected).ok(), Err(Error::AudienceMismatch));
/// # Ok::<(), Error>(())
/// ```
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Expected<'a> {
    /// The public half of the key that should have signed it.
    pub key: Option<&'a PublicKey>,
    /// Whom it should be for: the verifier itself.
    pub audience: Option<Audience<'a>>,
    /// Whose it should be: the agent id that the request or the registration
    /// names.
    pub subject: Option<&'a str>,
    /// The time at which it should be valid, in Unix seconds.
    pub now: Option<u64>,
    /// Seconds that the issue time may be off `now`; [`TOLERANCE`] unless said.
    pub tolerance: u32,
}

impl Default for Expected<'_> {
    fn default() -> Self {
        Self {
            key: None,
            audience: None,
            subject: None,
            now: None,
            tolerance: TOLERANCE,
        }
    }
}

impl<'a> Expected<'a> {
    /// The everyday question: signed with `key`, for `audience`, of the agent
    /// `subject`, valid at `now` (Unix seconds).
    #[must_use]
    pub const fn of(
        key: &'a PublicKey,
        audience: Audience<'a>,
        subject: &'a str,
        now: u64,
    ) -> Self {
        Self {
            key: Some(key),
            audience: Some(audience),
            subject: Some(subject),
            now: Some(now),
            tolerance: TOLERANCE,
        }
    }

    /// Signed with `key`.
    #[must_use]
    pub const fn key(mut self, key: &'a PublicKey) -> Self {
        self.key = Some(key);
        self
    }

    /// For `audience`.
    #[must_use]
    pub const fn audience(mut self, audience: Audience<'a>) -> Self {
        self.audience = Some(audience);
        self
    }

    /// Of the agent `subject`.
    #[must_use]
    pub const fn subject(mut self, subject: &'a str) -> Self {
        self.subject = Some(subject);
        self
    }

    /// Valid at `now`, in Unix seconds.
    #[must_use]
    pub const fn now(mut self, now: u64) -> Self {
        self.now = Some(now);
        self
    }

    /// Issued within `seconds` of `now`, before or after.
    #[must_use]
    pub const fn tolerance(mut self, seconds: u32) -> Self {
        self.tolerance = seconds;
        self
    }
}

/// The answers of a check, one a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Report {
    /// Signed with the key ([`Error::BadSignature`]), and by ES256
    /// ([`Error::UnsupportedAlgorithm`] for all else, `none` included).
    pub signature: Verdict,
    /// For the expected audience ([`Error::AudienceMismatch`]).
    pub audience: Verdict,
    /// Of the expected agent ([`Error::UserMismatch`]).
    pub subject: Verdict,
    /// Not yet ended ([`Error::Expired`]), and issued not too long after
    /// ([`Error::NotYetValid`]) or before `now` ([`Error::ValueOutOfRange`]).
    pub time: Verdict,
}

impl Report {
    /// The answers with their names, in the order they matter.
    #[must_use]
    pub const fn answers(&self) -> [(&'static str, Verdict); 4] {
        [
            ("signature", self.signature),
            ("audience", self.audience),
            ("subject", self.subject),
            ("time", self.time),
        ]
    }

    /// The first failure as an error.
    ///
    /// # Errors
    ///
    /// The error of the first answer that does not hold.
    pub fn ok(&self) -> Result<(), Error> {
        Verdict::first_bad(&self.answers().map(|(_, verdict)| verdict))
    }
}

/// What an attestation says.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Claims<'w> {
    /// Whose key signs: the URL of the identity document.
    pub issuer: Text<'w>,
    /// Whose attestation it is.
    pub subject: Text<'w>,
    /// Whom it is for.
    pub audience: Text<'w>,
    /// Issue time, Unix seconds.
    pub issued_at: u64,
    /// End, Unix seconds.
    pub expires_at: u64,
    /// The unique id. Remember it until the attestation can no longer be
    /// valid, and refuse it the second time.
    pub token_id: Text<'w>,
    capabilities: &'w str,
}

impl<'w> Claims<'w> {
    /// What the agent says it can do.
    #[must_use]
    pub fn capabilities(&self) -> Capabilities<'w> {
        Capabilities(json::elements(self.capabilities.as_bytes()).ok())
    }

    fn read(json: &'w [u8]) -> Result<Self, Error> {
        let names = &["capabilities", "iss", "sub", "aud", "iat", "exp", "jti"];
        let [capabilities, iss, sub, aud, iat, exp, jti] = json::members(json, names)?;
        Ok(Self {
            issuer: text(iss, "iss")?,
            subject: text(sub, "sub")?,
            audience: text(aud, "aud")?,
            issued_at: time(iat, "iat")?,
            expires_at: time(exp, "exp")?,
            token_id: text(jti, "jti")?,
            capabilities: list(capabilities)?,
        })
    }
}

/// The names in a list of capabilities.
#[derive(Debug, Clone)]
pub struct Capabilities<'w>(Option<Elements<'w>>);

impl<'w> Iterator for Capabilities<'w> {
    type Item = Text<'w>;

    fn next(&mut self) -> Option<Text<'w>> {
        self.0.as_mut()?.next()?.ok()?.as_text()
    }
}

/// An attestation that has been read; whether it holds is for
/// [`ParsedAttestation::check`] to say.
#[derive(Debug, Clone, Copy)]
pub struct ParsedAttestation<'w> {
    jws: Jws<'w>,
    /// What speaks against its header.
    header: Option<Error>,
    claims: Claims<'w>,
}

impl<'w> ParsedAttestation<'w> {
    /// Reads `token`, decoded into `workspace`. Nothing it says is checked; to
    /// find the key, fetch the document at the issuer.
    ///
    /// # Errors
    ///
    /// [`Error::TooLarge`] above [`TOKEN_MAX`]; [`Error::Malformed`],
    /// [`Error::BadBase64`], [`Error::BadJson`] and [`Error::BadMember`] when
    /// it is no attestation; [`Error::BufferTooSmall`] when `workspace` is
    /// shorter than [`workspace_len`].
    pub fn parse(token: &'w str, workspace: &'w mut [u8]) -> Result<Self, Error> {
        let jws = Jws::parse(token, TOKEN_MAX)?;
        let header = check_header(jws.header(workspace)?).err();
        let claims = Claims::read(jws.claims(workspace)?)?;
        Ok(Self {
            jws,
            header,
            claims,
        })
    }

    /// What it says.
    #[must_use]
    pub const fn claims(&self) -> &Claims<'w> {
        &self.claims
    }

    /// Answers every question of `expected`. Whether the token id has been seen
    /// before is left to the caller, who has the memory for it.
    #[must_use]
    pub fn check(&self, expected: &Expected<'_>) -> Report {
        let signed = expected.key.map(|key| self.jws.verify_es256(key));
        self.report(expected, signed)
    }

    /// [`ParsedAttestation::check`] with SHA-256 and ES256 by `crypto`; the key that
    /// should have signed it is `point`, whatever `expected` says.
    #[must_use]
    pub fn check_with(
        &self,
        expected: &Expected<'_>,
        point: &[u8],
        crypto: &mut impl Crypto,
    ) -> Report {
        self.report(expected, Some(self.jws.verify_es256_with(crypto, point)))
    }

    fn report(&self, expected: &Expected<'_>, signed: Option<Result<(), Error>>) -> Report {
        let claims = &self.claims;
        let is_for = |audience: Audience<'_>| audience.is(claims.audience);
        let is_of = |subject: &str| claims.subject.eq_str(subject);
        Report {
            signature: Verdict::tried(signed.map(|signed| self.header.map_or(signed, Err))),
            audience: Verdict::asked(expected.audience.map(is_for), Error::AudienceMismatch),
            subject: Verdict::asked(expected.subject.map(is_of), Error::UserMismatch),
            time: expected.now.map_or(Verdict::NotAsked, |now| {
                match claims.check_time(now, expected.tolerance) {
                    Ok(()) => Verdict::Holds,
                    Err(error) => Verdict::Fails(error),
                }
            }),
        }
    }
}

impl Claims<'_> {
    fn check_time(&self, now: u64, tolerance: u32) -> Result<(), Error> {
        if self.expires_at <= now {
            return Err(Error::Expired);
        }
        let earliest = now.saturating_sub(tolerance.into());
        let latest = now.saturating_add(tolerance.into());
        if self.issued_at > latest {
            return Err(Error::NotYetValid);
        }
        if self.issued_at < earliest {
            return Err(Error::ValueOutOfRange {
                field: Field::IssuedAt,
                min: earliest,
                max: latest,
            });
        }
        Ok(())
    }
}

/// The algorithm is fixed, and no extension is known (RFC 7515, section
/// 4.1.11: then `crit` must be refused).
fn check_header(json: &[u8]) -> Result<(), Error> {
    let [alg, crit] = json::members(json, &["alg", "crit"])?;
    if text(alg, "alg")?.eq_str("ES256") && crit.is_none() {
        Ok(())
    } else {
        Err(Error::UnsupportedAlgorithm)
    }
}

/// A text that is not empty.
fn text<'w>(value: Option<Value<'w>>, name: &'static str) -> Result<Text<'w>, Error> {
    value
        .and_then(|value| value.as_text())
        .filter(|text| !text.is_empty())
        .ok_or(Error::BadMember { name })
}

/// A whole number of seconds.
fn time(value: Option<Value<'_>>, name: &'static str) -> Result<u64, Error> {
    value
        .and_then(|value| value.as_i64())
        .and_then(|seconds| u64::try_from(seconds).ok())
        .ok_or(Error::BadMember { name })
}

/// A list of texts; none when the member is missing.
fn list(value: Option<Value<'_>>) -> Result<&str, Error> {
    let bad = Error::BadMember {
        name: "capabilities",
    };
    match value {
        None => Ok("[]"),
        Some(Value::Array(list)) => {
            for element in json::elements(list.as_bytes())? {
                element?.as_text().ok_or(bad)?;
            }
            Ok(list)
        }
        Some(_) => Err(bad),
    }
}
