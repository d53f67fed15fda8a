//! Making attestations.
//!
//! [`Limits::Documented`]: the agent id is
//! `https://<domain>/.well-known/agent.json`; no text is empty, longer than its
//! maximum, or has a character that JSON escapes; the lifetime is at most
//! [`LIFETIME_MAX`]. [`Limits::Wire`] takes more, such as an agent on the local
//! host.

use super::{Audience, DEFAULT_KEY_ID, Es256Signer};
use crate::crypto::platform::{Crypto, Software};
use crate::output::Output;
use crate::wire::decimal::Decimal;
use crate::wire::json::Object;
use crate::wire::jws;
use crate::{Error, Field, Limits};

/// Seconds from issue to end, unless said otherwise: what both official SDKs
/// take.
pub const LIFETIME: u32 = 3600;
/// The longest lifetime that the documents recommend, in seconds.
pub const LIFETIME_MAX: u32 = 3600;

/// The most bytes of an agent id. The protocol names no lengths; this and the
/// next three are ours, to have a [`ATTESTATION_CAPACITY`].
pub const AGENT_ID_MAX: usize = 512;
/// The most bytes of an audience.
pub const AUDIENCE_MAX: usize = 512;
/// The most bytes of a key id.
pub const KEY_ID_MAX: usize = 128;
/// The most bytes of a token id.
pub const TOKEN_ID_MAX: usize = 128;

/// The last second that every JSON parser represents: 2^53 - 1.
const TIME_MAX: u64 = 9_007_199_254_740_991;

const AGENT_ID_START: &str = "https://";
const AGENT_ID_END: &str = "/.well-known/agent.json";

/// The longest attestation under [`Limits::Documented`] without capabilities.
///
/// Usual ones have 400 to 600 characters: see [`attestation_capacity`] for known inputs.
pub const ATTESTATION_CAPACITY: usize =
    attestation_capacity(AGENT_ID_MAX, KEY_ID_MAX, AUDIENCE_MAX, TOKEN_ID_MAX);

/// The longest attestation without capabilities for inputs of these lengths in
/// bytes, under [`Limits::Documented`].
///
/// ```
/// use tokenmint::ath::{TokenId, attestation_capacity};
///
/// const AGENT: &str = "https://agent.example.com/.well-known/agent.json";
/// const GATEWAY: &str = "https://gateway.example.com";
/// const LEN: usize = attestation_capacity(AGENT.len(), "default".len(), GATEWAY.len(), TokenId::LEN);
/// let buffer = [0; LEN];
/// assert!(buffer.len() < 600);
/// ```
#[must_use]
pub const fn attestation_capacity(
    agent_id_len: usize,
    key_id_len: usize,
    audience_len: usize,
    token_id_len: usize,
) -> usize {
    let header = r#"{"typ":"JWT","alg":"ES256","kid":""}"#.len();
    let claims = r#"{"capabilities":[],"iss":"","sub":"","aud":"","iat":,"exp":,"jti":""}"#.len();
    let times = Decimal::len_of(TIME_MAX).saturating_mul(2);
    jws::encoded_len(
        header.saturating_add(key_id_len),
        claims
            .saturating_add(times)
            .saturating_add(agent_id_len.saturating_mul(2))
            .saturating_add(audience_len)
            .saturating_add(token_id_len),
    )
}

/// The members of the header and their order. Verifiers take both.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum HeaderForm {
    /// `typ`, `alg`, `kid`: specification and Python SDK.
    #[default]
    WithType,
    /// `alg`, `kid`: TypeScript SDK.
    WithoutType,
}

/// What an attestation says; [`Attestation::mint`] signs it.
#[derive(Debug, Clone, Copy)]
pub struct Attestation<'a> {
    agent_id: &'a str,
    audience: Audience<'a>,
    issued_at: u64,
    token_id: &'a str,
    key_id: &'a str,
    lifetime: u32,
    capabilities: &'a [&'a str],
    header: HeaderForm,
    limits: Limits,
}

impl<'a> Attestation<'a> {
    /// An attestation of agent `agent_id` for `audience`, issued at `issued_at`
    /// (Unix seconds). `token_id` is unique to it: see [`super::TokenId`].
    ///
    /// Verifiers accept an issue time within 5 minutes of their own clock.
    #[must_use]
    pub const fn new(
        agent_id: &'a str,
        audience: Audience<'a>,
        issued_at: u64,
        token_id: &'a str,
    ) -> Self {
        Self {
            agent_id,
            audience,
            issued_at,
            token_id,
            key_id: DEFAULT_KEY_ID,
            lifetime: LIFETIME,
            capabilities: &[],
            header: HeaderForm::WithType,
            limits: Limits::Documented,
        }
    }

    /// The name of the key; `default` unless said.
    #[must_use]
    pub const fn key_id(mut self, key_id: &'a str) -> Self {
        self.key_id = key_id;
        self
    }

    /// Seconds from issue to end; [`LIFETIME`] unless said.
    #[must_use]
    pub const fn lifetime(mut self, seconds: u32) -> Self {
        self.lifetime = seconds;
        self
    }

    /// What the agent can do; an empty list unless said, as both SDKs send it.
    #[must_use]
    pub const fn capabilities(mut self, names: &'a [&'a str]) -> Self {
        self.capabilities = names;
        self
    }

    /// The members of the header.
    #[must_use]
    pub const fn header_form(mut self, form: HeaderForm) -> Self {
        self.header = form;
        self
    }

    /// How strict to be.
    #[must_use]
    pub const fn limits(mut self, limits: Limits) -> Self {
        self.limits = limits;
        self
    }

    /// Characters that [`Attestation::mint`] writes.
    #[must_use]
    pub fn encoded_len(&self) -> usize {
        jws::signed_len(
            |header| self.put_header(header),
            |claims| self.put_claims(claims),
        )
    }

    /// Signs it and writes the text to `out`: a buffer of
    /// [`Attestation::encoded_len`] bytes, or another [`Output`].
    ///
    /// # Errors
    ///
    /// [`Error::Empty`], [`Error::StringTooLong`], [`Error::BadCharacter`] and
    /// [`Error::ValueOutOfRange`] as [`Limits`] has it;
    /// [`Error::IssueTimeZero`]; [`Error::ValueOutOfRange`] for a lifetime of 0
    /// or an end beyond 2^53 - 1; [`Error::BufferTooSmall`] with the exact
    /// length; what the signer reports.
    pub fn mint<O: Output>(
        &self,
        signer: &mut (impl Es256Signer + ?Sized),
        out: O,
    ) -> Result<O::Text, Error> {
        self.mint_with(&mut Software, signer, out)
    }

    /// [`Attestation::mint`] with SHA-256 by `crypto`; the signature is the signer's.
    ///
    /// # Errors
    ///
    /// As [`Attestation::mint`], and [`Error::CryptoFailed`].
    pub fn mint_with<O: Output>(
        &self,
        crypto: &mut impl Crypto,
        signer: &mut (impl Es256Signer + ?Sized),
        out: O,
    ) -> Result<O::Text, Error> {
        self.check()?;
        jws::sign(
            |header| self.put_header(header),
            |claims| self.put_claims(claims),
            crypto,
            signer,
            out,
        )
    }

    fn put_header(&self, header: &mut Object<'_, '_>) {
        if self.header == HeaderForm::WithType {
            header.string("typ", "JWT");
        }
        header.string("alg", "ES256");
        header.string("kid", self.key_id);
    }

    fn put_claims(&self, claims: &mut Object<'_, '_>) {
        claims.array("capabilities", |names| {
            for name in self.capabilities {
                names.string(name);
            }
        });
        claims.string("iss", self.agent_id);
        claims.string("sub", self.agent_id);
        claims.joined("aud", &self.audience.parts());
        claims.unsigned("iat", self.issued_at);
        claims.unsigned("exp", self.expires_at());
        claims.string("jti", self.token_id);
    }

    fn expires_at(&self) -> u64 {
        self.issued_at.saturating_add(self.lifetime.into())
    }

    fn check(&self) -> Result<(), Error> {
        if self.issued_at == 0 {
            return Err(Error::IssueTimeZero);
        }
        if self.expires_at() > TIME_MAX {
            return Err(Error::ValueOutOfRange {
                field: Field::IssuedAt,
                min: 1,
                max: TIME_MAX.saturating_sub(self.lifetime.into()),
            });
        }
        let lifetime_max = match self.limits {
            Limits::Documented => LIFETIME_MAX,
            Limits::Wire => u32::MAX,
        };
        if !(1..=lifetime_max).contains(&self.lifetime) {
            return Err(Error::ValueOutOfRange {
                field: Field::ExpireIn,
                min: 1,
                max: lifetime_max.into(),
            });
        }
        if self.limits == Limits::Wire {
            return Ok(());
        }
        check_text(Field::AgentId, &[self.agent_id], AGENT_ID_MAX)?;
        check_agent_id(self.agent_id)?;
        check_text(Field::Audience, &self.audience.parts(), AUDIENCE_MAX)?;
        check_text(Field::KeyId, &[self.key_id], KEY_ID_MAX)?;
        check_text(Field::TokenId, &[self.token_id], TOKEN_ID_MAX)
    }
}

/// Length and characters of the text that `parts` make.
fn check_text(field: Field, parts: &[&str], max: usize) -> Result<(), Error> {
    let bytes = || parts.iter().flat_map(|part| part.bytes());
    let len = bytes().count();
    if len == 0 {
        return Err(Error::Empty { field });
    }
    if len > max {
        return Err(Error::StringTooLong { field, len, max });
    }
    match bytes().position(|byte| matches!(byte, ..0x20 | b'"' | b'\\')) {
        None => Ok(()),
        Some(at) => Err(Error::BadCharacter { field, at }),
    }
}

/// The URL of an identity document: a domain, perhaps a port, nothing else
/// between the fixed parts.
fn check_agent_id(text: &str) -> Result<(), Error> {
    let field = Field::AgentId;
    let Some(rest) = text.strip_prefix(AGENT_ID_START) else {
        let same = text
            .bytes()
            .zip(AGENT_ID_START.bytes())
            .take_while(|(is, should)| is == should);
        let at = same.count();
        return Err(Error::BadCharacter { field, at });
    };
    let domain_len = rest
        .bytes()
        .take_while(|byte| !matches!(byte, b'/' | b'?' | b'#' | b'@' | b'\\' | ..=b' ' | 0x7f))
        .count();
    let at = AGENT_ID_START.len().saturating_add(domain_len);
    if domain_len == 0 || rest.get(domain_len..) != Some(AGENT_ID_END) {
        return Err(Error::BadCharacter { field, at });
    }
    Ok(())
}
