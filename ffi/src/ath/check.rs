//! Checking attestations, for implementors.

use core::ffi::{c_char, c_void};
use core::mem::{MaybeUninit, offset_of, size_of};

use tokenmint::Error;
use tokenmint::ath::{Claims, Expected, ParsedAttestation, workspace_len};

use super::attest::audience;
use crate::crypto::{Es256, tokenmint_es256_verifier, tokenmint_hash};
use crate::frame::{Call, Kinds, Params, Plain, Unescaped, bytes, known_text, text};
use crate::status::{Failure, TOKENMINT_ERR_UNKNOWN_VALUE};

/// Seconds that an issue time may be off the clock of the verifier: what the
/// specification says.
pub const TOKENMINT_ATH_TOLERANCE: u32 = 300;

/// What an attestation must say.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct tokenmint_ath_expected {
    /// `sizeof(tokenmint_ath_expected)`.
    pub struct_size: usize,
    /// Whom it must be for: the verifier itself; see `audience_form`.
    pub audience: *const c_char,
    /// Bytes of the audience.
    pub audience_len: usize,
    /// Whose it must be: an agent id.
    pub subject: *const c_char,
    /// Bytes of the subject.
    pub subject_len: usize,
    /// Computes SHA-256; not NULL.
    /// @init TOKENMINT_SHA256
    pub sha256: tokenmint_hash,
    /// Handed to `sha256` as it is; may be NULL.
    pub sha256_context: *mut c_void,
    /// Checks the signature; not NULL.
    /// @init TOKENMINT_ES256_VERIFY
    pub verifier: tokenmint_es256_verifier,
    /// Handed to `verifier` as it is; may be NULL.
    pub verifier_context: *mut c_void,
    /// 0; keeps the numbers that follow at the same place everywhere.
    pub reserved: usize,
    /// The time, Unix seconds.
    pub now: u64,
    /// Seconds that the issue time may be off: `TOKENMINT_ATH_TOLERANCE`.
    /// @init TOKENMINT_ATH_TOLERANCE
    pub tolerance: u32,
    /// `TOKENMINT_ATH_AUDIENCE_...`.
    /// @init TOKENMINT_ATH_AUDIENCE_EXACT
    pub audience_form: u32,
}

/// What an attestation says; it points into the workspace.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct tokenmint_ath_claims {
    /// `sizeof(tokenmint_ath_claims)`.
    pub struct_size: usize,
    /// Whose key signs: the URL of the identity document.
    pub issuer: *const c_char,
    /// Bytes of the issuer.
    pub issuer_len: usize,
    /// Whose attestation it is.
    pub subject: *const c_char,
    /// Bytes of the subject.
    pub subject_len: usize,
    /// Whom it is for.
    pub audience: *const c_char,
    /// Bytes of the audience.
    pub audience_len: usize,
    /// The unique id. Remember it until `expires_at`, and refuse it the second
    /// time.
    pub token_id: *const c_char,
    /// Bytes of the token id.
    pub token_id_len: usize,
    /// How many capabilities are listed.
    pub capabilities_count: usize,
    /// Issue time, Unix seconds.
    pub issued_at: u64,
    /// End, Unix seconds.
    pub expires_at: u64,
}

// SAFETY: integers and pointers.
unsafe impl Plain for tokenmint_ath_expected {}
// SAFETY: `struct_size` comes first.
unsafe impl Params for tokenmint_ath_expected {
    const FIRST_SIZE: usize = size_of::<Self>();
    const KINDS: Kinds = Kinds::NONE
        .and(Kinds::TEXT, offset_of!(Self, audience))
        .and(Kinds::TEXT, offset_of!(Self, subject));
}
// SAFETY: integers and pointers.
unsafe impl Plain for tokenmint_ath_claims {}
// SAFETY: `struct_size` comes first.
unsafe impl Params for tokenmint_ath_claims {
    const FIRST_SIZE: usize = size_of::<Self>();
}

/// Workspace that is enough for an attestation of `token_len` characters.
///
/// @param token_len  Characters of the attestation.
/// @return Bytes of workspace.
#[unsafe(no_mangle)]
pub extern "C" fn tokenmint_ath_workspace_len(token_len: usize) -> usize {
    // Once for the claims, once for their texts without escapes.
    workspace_len(token_len).saturating_mul(2)
}

/// Reads an attestation without checking anything it says: to find out whose
/// identity document has the key.
///
/// @param token,token_len  The attestation.
/// @param workspace,workspace_cap  Receives what is in it; see
///        @ref tokenmint_ath_workspace_len.
/// @param claims  Receives what it says.
/// @retvals ath_read
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tokenmint_ath_inspect(
    token: *const c_char,
    token_len: usize,
    workspace: *mut u8,
    workspace_cap: usize,
    claims: *mut tokenmint_ath_claims,
) -> i32 {
    // SAFETY: the pointer rules of the crate.
    unsafe {
        Call::read(workspace, workspace_cap, claims).with(
            (text(token, token_len),),
            |(token,), _, workspace, out| {
                let (decoded, plain) = split(workspace.bytes(), token.len())?;
                let parsed = ParsedAttestation::parse(token, decoded)?;
                Ok(copy_out(parsed.claims(), plain, out)?)
            },
        )
    }
}

/// Checks an attestation. Whether its `token_id` was seen before is yours to
/// know.
///
/// @param token,token_len  The attestation.
/// @param public_key,public_key_len  The point, uncompressed or compressed.
/// @param expected  What it must say.
/// @param workspace,workspace_cap  Receives what is in it; see
///        @ref tokenmint_ath_workspace_len.
/// @param claims  Receives what it says.
/// @retvals ath_read bad_key unsupported_algorithm bad_signature audience_mismatch user_mismatch expired not_yet_valid value_out_of_range_ath unknown_value crypto_failed
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tokenmint_ath_check(
    token: *const c_char,
    token_len: usize,
    public_key: *const u8,
    public_key_len: usize,
    expected: *const tokenmint_ath_expected,
    workspace: *mut u8,
    workspace_cap: usize,
    claims: *mut tokenmint_ath_claims,
) -> i32 {
    // SAFETY: the pointer rules of the crate.
    unsafe {
        Call::read(workspace, workspace_cap, claims).with(
            (
                text(token, token_len),
                bytes(public_key, public_key_len),
                expected,
            ),
            |(token, public_key, expected), guard, workspace, out| {
                let mut place = MaybeUninit::uninit();
                let it = guard.read(expected, &mut place)?;
                let to = known_text(it.audience, it.audience_len);
                let subject = known_text(it.subject, it.subject_len);
                let mut crypto = Es256::hash(it.sha256, it.sha256_context)?
                    .verifier(it.verifier, it.verifier_context)?;
                if it.reserved != 0 {
                    return Err(Failure::call(TOKENMINT_ERR_UNKNOWN_VALUE));
                }
                let to = audience(to, it.audience_form)?;
                let expected = Expected::default()
                    .audience(to)
                    .subject(subject)
                    .now(it.now)
                    .tolerance(it.tolerance);
                let (decoded, plain) = split(workspace.bytes(), token.len())?;
                let parsed = ParsedAttestation::parse(token, decoded)?;
                parsed.check_with(&expected, public_key, &mut crypto).ok()?;
                Ok(copy_out(parsed.claims(), plain, out)?)
            },
        )
    }
}

fn split(workspace: &mut [u8], token_len: usize) -> Result<(&mut [u8], &mut [u8]), Error> {
    workspace
        .split_at_mut_checked(workspace_len(token_len))
        .ok_or(Error::BufferTooSmall {
            needed: tokenmint_ath_workspace_len(token_len),
        })
}

#[inline(never)] // Two functions need it.
fn copy_out(
    claims: &Claims<'_>,
    plain: &mut [u8],
    out: &mut tokenmint_ath_claims,
) -> Result<(), Error> {
    let mut texts = Unescaped::new(plain);
    (out.issuer, out.issuer_len) = texts.put(claims.issuer)?;
    (out.subject, out.subject_len) = texts.put(claims.subject)?;
    (out.audience, out.audience_len) = texts.put(claims.audience)?;
    (out.token_id, out.token_id_len) = texts.put(claims.token_id)?;
    out.capabilities_count = claims.capabilities().count();
    out.issued_at = claims.issued_at;
    out.expires_at = claims.expires_at;
    Ok(())
}
