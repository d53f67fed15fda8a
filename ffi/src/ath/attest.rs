//! Making attestations.

use core::ffi::{c_char, c_void};
use core::mem::{MaybeUninit, offset_of, size_of};

use heapless::Vec;
use tokenmint::ath::{
    Attestation, Audience, DEFAULT_KEY_ID, Es256Signer, HeaderForm, LIFETIME, SigningKey,
    attestation_capacity,
};
use tokenmint::internals::wire::base64::url_encoded_len;
use tokenmint::{Error, Field, Limits};

use crate::crypto::{Es256, tokenmint_hash};
use crate::frame::{
    Buffer, Call, Guard, Kinds, Params, Plain, bytes, known_text, known_text_or_null, stack, text,
    tokenmint_text,
};
use crate::status::{
    Failure, TOKENMINT_ERR_NULL_POINTER, TOKENMINT_ERR_UNKNOWN_VALUE, TOKENMINT_OK,
};

/// The audience is exactly the text.
pub const TOKENMINT_ATH_AUDIENCE_EXACT: u32 = 0;
/// The text is the base URL of gateway or service; for register and authorize.
pub const TOKENMINT_ATH_AUDIENCE_BASE: u32 = 1;
/// The text is the base URL of gateway or service; for the token exchange.
pub const TOKENMINT_ATH_AUDIENCE_TOKEN_ENDPOINT: u32 = 2;

/// Header with `typ`, `alg`, `kid`: specification and Python SDK.
pub const TOKENMINT_ATH_HEADER_WITH_TYPE: u32 = 0;
/// Header with `alg`, `kid`: TypeScript SDK.
pub const TOKENMINT_ATH_HEADER_WITHOUT_TYPE: u32 = 1;

/// Agent ids are `https://<domain>/.well-known/agent.json`, no text is empty or
/// overlong, the lifetime is at most an hour.
pub const TOKENMINT_ATH_LIMITS_DOCUMENTED: u32 = 0;
/// Only what the wire cannot carry is refused.
pub const TOKENMINT_ATH_LIMITS_WIRE: u32 = 1;

/// The most capabilities of an attestation.
pub const TOKENMINT_ATH_CAPABILITIES_MAX: usize = 16;
/// Bytes of a private key, of a digest, and of half a signature.
pub const TOKENMINT_ATH_KEY_LEN: usize = 32;
/// Bytes of a signature.
pub const TOKENMINT_ATH_SIGNATURE_LEN: usize = 64;

/// What the path of a token endpoint adds to its base.
const TOKEN_PATH_LEN: usize = "/ath/token".len();

/// What an attestation says.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct tokenmint_ath_attestation {
    /// `sizeof(tokenmint_ath_attestation)`.
    pub struct_size: usize,
    /// The agent: the URL of its identity document.
    pub agent_id: *const c_char,
    /// Bytes of the agent id.
    pub agent_id_len: usize,
    /// Whom it is for; see `audience_form`.
    pub audience: *const c_char,
    /// Bytes of the audience.
    pub audience_len: usize,
    /// Unique to this attestation: see @ref tokenmint_ath_token_id.
    pub token_id: *const c_char,
    /// Bytes of the token id.
    pub token_id_len: usize,
    /// The name of the key; NULL: "default".
    pub key_id: *const c_char,
    /// Bytes of the key id.
    pub key_id_len: usize,
    /// What the agent can do; usually nothing is listed.
    pub capabilities: *const tokenmint_text,
    /// How many, at most `TOKENMINT_ATH_CAPABILITIES_MAX`.
    pub capabilities_count: usize,
    /// Computes SHA-256; not NULL.
    /// @init TOKENMINT_SHA256
    pub sha256: tokenmint_hash,
    /// Handed to `sha256` as it is; may be NULL.
    pub sha256_context: *mut c_void,
    /// 0; keeps the numbers that follow at the same place everywhere.
    pub reserved: usize,
    /// Issue time in Unix seconds, UTC. 0 is an error: the clock is not set.
    pub issued_at: u64,
    /// Seconds from issue to end; 0: an hour.
    pub lifetime: u32,
    /// `TOKENMINT_ATH_AUDIENCE_...`.
    /// @init TOKENMINT_ATH_AUDIENCE_EXACT
    pub audience_form: u32,
    /// `TOKENMINT_ATH_HEADER_...`.
    /// @init TOKENMINT_ATH_HEADER_WITH_TYPE
    pub header_form: u32,
    /// `TOKENMINT_ATH_LIMITS_...`.
    /// @init TOKENMINT_ATH_LIMITS_DOCUMENTED
    pub limits: u32,
}

// SAFETY: integers and pointers.
unsafe impl Plain for tokenmint_ath_attestation {}
// SAFETY: `struct_size` comes first.
unsafe impl Params for tokenmint_ath_attestation {
    const FIRST_SIZE: usize = size_of::<Self>();
    const KINDS: Kinds = Kinds::NONE
        .and(Kinds::TEXT, offset_of!(Self, agent_id))
        .and(Kinds::TEXT, offset_of!(Self, audience))
        .and(Kinds::TEXT, offset_of!(Self, token_id))
        .and(Kinds::TEXT_OR_NULL, offset_of!(Self, key_id));
}

/// Signs the SHA-256 digest of a message with a P-256 key that it keeps, such
/// as that of a secure element: 32 bytes `digest` in, 64 bytes `signature` out
/// (r and s, big-endian). `context` is what was given with it. Returns
/// `TOKENMINT_OK`, or anything else when it cannot sign now.
pub type tokenmint_ath_signer = Option<
    unsafe extern "C" fn(context: *mut c_void, digest: *const u8, signature: *mut u8) -> i32,
>;

/// An attestation, signed with a private key that the caller holds.
///
/// @param attestation  What it says.
/// @param key,key_len  The private key: `TOKENMINT_ATH_KEY_LEN` bytes,
///        big-endian. The library keeps no copy after the call.
/// @param out,out_cap,out_len  The attestation; see "Outputs".
/// @retvals ath_mint bad_key
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tokenmint_ath_attest(
    attestation: *const tokenmint_ath_attestation,
    key: *const u8,
    key_len: usize,
    out: *mut c_char,
    out_cap: usize,
    out_len: *mut usize,
) -> i32 {
    // SAFETY: the pointer rules of the crate.
    unsafe {
        Call::text(out, out_cap, out_len).with_deep::<{ stack::CURVE }, _, _>(
            (attestation, bytes(key, key_len)),
            |(attestation, key), guard, out| {
                let mut names = Vec::new();
                let statement = &Statement::read(guard, attestation, &mut names);
                let key = &mut signing_key(key);
                mint(statement, key, out)
            },
        )
    }
}

/// An attestation, signed with a private key in PEM: PKCS #8 or SEC 1.
///
/// @param attestation  What it says.
/// @param pem,pem_len  The text, `-----BEGIN` and `-----END` included. The
///        library keeps no copy after the call.
/// @param out,out_cap,out_len  The attestation; see "Outputs".
/// @retvals ath_mint bad_key pem
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tokenmint_ath_attest_with_pem(
    attestation: *const tokenmint_ath_attestation,
    pem: *const c_char,
    pem_len: usize,
    out: *mut c_char,
    out_cap: usize,
    out_len: *mut usize,
) -> i32 {
    // SAFETY: the pointer rules of the crate.
    unsafe {
        Call::text(out, out_cap, out_len).with_deep::<{ stack::PEM }, _, _>(
            (attestation, text(pem, pem_len)),
            |(attestation, pem), guard, out| {
                let mut names = Vec::new();
                let statement = &Statement::read(guard, attestation, &mut names);
                let key = &mut SigningKey::from_pem(pem);
                mint(statement, key, out)
            },
        )
    }
}

/// An attestation, signed by a function, for keys that do not leave a secure
/// element.
///
/// @param attestation  What it says.
/// @param signer   The function.
/// @param context  Handed to it as it is; may be NULL.
/// @param out,out_cap,out_len  The attestation; see "Outputs".
/// @retvals ath_mint signer_failed
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tokenmint_ath_attest_with_signer(
    attestation: *const tokenmint_ath_attestation,
    signer: tokenmint_ath_signer,
    context: *mut c_void,
    out: *mut c_char,
    out_cap: usize,
    out_len: *mut usize,
) -> i32 {
    // SAFETY: the pointer rules of the crate.
    unsafe {
        Call::text(out, out_cap, out_len).with(
            (attestation, signer, context),
            |(attestation, signer, context), guard, out| {
                let mut names = Vec::new();
                let statement = Statement::read(guard, attestation, &mut names)?;
                let sign = signer.ok_or(Failure::call(TOKENMINT_ERR_NULL_POINTER))?;
                let mut element = |digest: &[u8; TOKENMINT_ATH_KEY_LEN]| {
                    let mut signature = [0; TOKENMINT_ATH_SIGNATURE_LEN];
                    match sign(context, digest.as_ptr(), signature.as_mut_ptr()) {
                        TOKENMINT_OK => Ok(signature),
                        _ => Err(Error::SignerFailed),
                    }
                };
                statement.mint(&mut element, out)
            },
        )
    }
}

/// Neither is moved out of its result: a move may be a copy.
fn mint(
    statement: &Result<Statement<'_>, Failure>,
    key: &mut Result<SigningKey, Error>,
    out: &mut Buffer,
) -> Result<usize, Failure> {
    match (statement, key) {
        (Ok(statement), Ok(key)) => statement.mint(key, out),
        (Err(failure), _) => Err(*failure),
        (_, Err(error)) => Err((*error).into()),
    }
}

/// The private key of exactly 32 bytes.
pub(super) fn signing_key(bytes: &[u8]) -> Result<SigningKey, Error> {
    bytes
        .try_into()
        .map_err(|_| Error::BadKey)
        .and_then(SigningKey::from_bytes)
}

/// The audience of a text in one of its forms.
pub(super) fn audience(text: &str, form: u32) -> Result<Audience<'_>, Failure> {
    match form {
        TOKENMINT_ATH_AUDIENCE_EXACT => Ok(Audience::exact(text)),
        TOKENMINT_ATH_AUDIENCE_BASE => Ok(Audience::of_base(text)),
        TOKENMINT_ATH_AUDIENCE_TOKEN_ENDPOINT => Ok(Audience::of_token_endpoint(text)),
        _ => Err(Failure::call(TOKENMINT_ERR_UNKNOWN_VALUE)),
    }
}

/// An attestation struct, read and checked.
struct Statement<'n> {
    base: Attestation<'n>,
    /// Enough for inputs of these lengths.
    needed: usize,
    crypto: Es256,
}

impl<'n> Statement<'n> {
    /// `names` are where the statement finds them.
    unsafe fn read<'g: 'n>(
        guard: &'g Guard,
        attestation: *const tokenmint_ath_attestation,
        names: &'n mut Vec<&'g str, TOKENMINT_ATH_CAPABILITIES_MAX>,
    ) -> Result<Self, Failure> {
        let unknown = Failure::call(TOKENMINT_ERR_UNKNOWN_VALUE);
        let mut list_len = 0_usize;
        let mut place = MaybeUninit::uninit();
        // SAFETY: the pointer rules of the crate.
        let (it, agent_id, to, token_id, key_id) = unsafe {
            let it = guard.read(attestation, &mut place)?;
            for name in guard.list(it.capabilities, it.capabilities_count)? {
                let name = guard.text(name.data, name.len)?;
                // Every byte escaped, quotes and a comma.
                list_len = list_len.saturating_add(name.len().saturating_mul(6).saturating_add(3));
                names.push(name).map_err(|_| Error::TooMany {
                    field: Field::Permissions,
                    max: TOKENMINT_ATH_CAPABILITIES_MAX,
                })?;
            }
            (
                it,
                known_text(it.agent_id, it.agent_id_len),
                known_text(it.audience, it.audience_len),
                known_text(it.token_id, it.token_id_len),
                known_text_or_null(it.key_id, it.key_id_len).unwrap_or(DEFAULT_KEY_ID),
            )
        };
        if it.reserved != 0 {
            return Err(unknown);
        }
        // Under the documented limits nothing is escaped but capabilities.
        let (limits, growth) = match it.limits {
            TOKENMINT_ATH_LIMITS_DOCUMENTED => (Limits::Documented, 1_usize),
            TOKENMINT_ATH_LIMITS_WIRE => (Limits::Wire, 6),
            _ => return Err(unknown),
        };
        let form = match it.header_form {
            TOKENMINT_ATH_HEADER_WITH_TYPE => HeaderForm::WithType,
            TOKENMINT_ATH_HEADER_WITHOUT_TYPE => HeaderForm::WithoutType,
            _ => return Err(unknown),
        };
        let lifetime = if it.lifetime == 0 {
            LIFETIME
        } else {
            it.lifetime
        };
        let most = |text: &str| text.len().saturating_mul(growth);
        let needed = attestation_capacity(
            most(agent_id),
            most(key_id),
            most(to).saturating_add(TOKEN_PATH_LEN),
            most(token_id),
        )
        // The two parts of base64 may each begin anew.
        .saturating_add(url_encoded_len(list_len).saturating_add(1));
        let base = Attestation::new(
            agent_id,
            audience(to, it.audience_form)?,
            it.issued_at,
            token_id,
        )
        .key_id(key_id)
        .lifetime(lifetime)
        .capabilities(names)
        .header_form(form)
        .limits(limits);
        let crypto = Es256::hash(it.sha256, it.sha256_context)?;
        Ok(Self {
            base,
            needed,
            crypto,
        })
    }

    /// One for all signers: a device pays for it once.
    #[inline(never)]
    fn mint(&self, signer: &mut dyn Es256Signer, out: &mut Buffer) -> Result<usize, Failure> {
        self.base
            .mint_with(&mut { self.crypto }, signer, out)
            .map_err(|error| Failure::with_room(error, self.needed))
    }
}
