//! Reading and checking.

use core::ffi::{c_char, c_void};
use core::mem::{MaybeUninit, offset_of, size_of};

use tokenmint::platform::{Crypto, Software};
use tokenmint::zego::{
    Expected, Mode, ParsedPayload, Privilege, Sealed03, Sealed04, ServerSecret, Wanted,
    workspace_len,
};
use tokenmint::{Error, Verdict};

use crate::crypto::{Cipher, tokenmint_cipher};
use crate::frame::{
    Call, Guard, Kinds, Params, Plain, Unescaped, Workspace, known_text, stack, text,
};
use crate::status::{Failure, TOKENMINT_ERR_UNKNOWN_VALUE, lend};

/// How a token is encrypted: AES-256-CBC.
pub const TOKENMINT_ZEGO_MODE_CBC: u32 = 0;
/// How a token is encrypted: AES-256-GCM.
pub const TOKENMINT_ZEGO_MODE_GCM: u32 = 1;

/// What a token says; it points into the workspace. CBC encrypts but does not
/// authenticate: what such a token says is something to look into, not something
/// to rely on.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct tokenmint_zego_claims {
    /// `sizeof(tokenmint_zego_claims)`.
    pub struct_size: usize,
    /// The room (token03), else NULL.
    pub room_id: *const c_char,
    /// Bytes of the room.
    pub room_id_len: usize,
    /// The user.
    pub user_id: *const c_char,
    /// Bytes of the user.
    pub user_id_len: usize,
    /// The payload of a strict token04, else NULL.
    pub payload: *const c_char,
    /// Bytes of the payload.
    pub payload_len: usize,
    /// 0.
    pub reserved: usize,
    /// The application.
    pub app_id: i64,
    /// The random number.
    pub nonce: i64,
    /// When it was made, Unix seconds.
    pub issued_at: i64,
    /// When it ends, Unix seconds.
    pub expires_at: i64,
    /// The privilege to log in (token03): 1 allows, 0 denies, -1 is not there.
    pub login: i32,
    /// The privilege to publish (token03).
    pub publish: i32,
    /// `TOKENMINT_ZEGO_MODE_CBC` or `TOKENMINT_ZEGO_MODE_GCM`.
    pub mode: u32,
    /// 3 or 4.
    pub version: u32,
}

// SAFETY: integers and pointers.
unsafe impl Plain for tokenmint_zego_claims {}
// SAFETY: `struct_size` comes first.
unsafe impl Params for tokenmint_zego_claims {
    const FIRST_SIZE: usize = size_of::<Self>();
}

/// What is wanted: to log in where a room is expected.
pub const TOKENMINT_ZEGO_WANT_LOGIN: u32 = 0;
/// What is wanted: to log in and to publish.
pub const TOKENMINT_ZEGO_WANT_PUBLISH: u32 = 1;
/// What is wanted: no privilege.
pub const TOKENMINT_ZEGO_WANT_NOTHING: u32 = 2;

/// What a token must be for.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct tokenmint_zego_expected {
    /// `sizeof(tokenmint_zego_expected)`.
    pub struct_size: usize,
    /// The room. Empty for a token04: it is not asked.
    pub room_id: *const c_char,
    /// Bytes of the room.
    pub room_id_len: usize,
    /// The user.
    pub user_id: *const c_char,
    /// Bytes of the user.
    pub user_id_len: usize,
    /// 0.
    pub reserved: usize,
    /// The time at which it must be good, Unix seconds.
    pub now: i64,
    /// The application.
    pub app_id: u32,
    /// `TOKENMINT_ZEGO_WANT_...`
    pub wanted: u32,
}

// SAFETY: integers and pointers.
unsafe impl Plain for tokenmint_zego_expected {}
// SAFETY: `struct_size` comes first.
unsafe impl Params for tokenmint_zego_expected {
    const FIRST_SIZE: usize = size_of::<Self>();
    const KINDS: Kinds = Kinds::NONE
        .and(Kinds::TEXT, offset_of!(Self, room_id))
        .and(Kinds::TEXT, offset_of!(Self, user_id));
}

/// Workspace that is enough to open a token of `token_len` characters.
///
/// @param token_len  Characters of the token.
/// @return Bytes of workspace.
#[unsafe(no_mangle)]
pub extern "C" fn tokenmint_zego_workspace_len(token_len: usize) -> usize {
    // Once for the token, once for its names without escapes.
    workspace_len(token_len).saturating_mul(2)
}

/// The clear copy of the expiry of a token04 or token03, which needs no secret
/// and proves nothing: for a device that wants to know when to renew.
///
/// @param token,token_len  The token.
/// @param workspace,workspace_cap  Scratch memory; see
///        @ref tokenmint_zego_workspace_len.
/// @param info  Receives `expires_at`, `mode` and `version`; the rest is 0.
/// @retvals zego_read
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tokenmint_zego_peek(
    token: *const c_char,
    token_len: usize,
    workspace: *mut u8,
    workspace_cap: usize,
    info: *mut tokenmint_zego_claims,
) -> i32 {
    // SAFETY: the pointer rules of the crate.
    unsafe {
        Call::read(workspace, workspace_cap, info).with(
            (text(token, token_len),),
            |(token,), _, workspace, info| {
                let workspace = workspace.bytes();
                let (expires_at, mode, version) = if token.starts_with("03") {
                    (
                        Sealed03::parse(token, workspace)?.expires_at(),
                        Mode::Cbc,
                        3,
                    )
                } else {
                    let sealed = Sealed04::parse(token, workspace)?;
                    (sealed.expires_at(), sealed.mode(), 4)
                };
                info.expires_at = expires_at;
                info.login = UNKNOWN;
                info.publish = UNKNOWN;
                info.mode = number(mode);
                info.version = version;
                Ok(())
            },
        )
    }
}

/// Decrypts a token04 of either mode, or a token03, refuses one whose two
/// expiries differ, and compares it with what is expected.
///
/// @param token,token_len  The token.
/// @param secret,secret_len  The server secret: 32 ASCII characters.
/// @param expected  What it must be for; NULL: anything, also when it has
///        ended. Room and privileges of a token04 stand in its payload.
/// @param workspace,workspace_cap  Receives the decrypted token; see
///        @ref tokenmint_zego_workspace_len.
/// @param info  Receives what it says.
/// @retvals zego_read bad_secret bad_character decrypt_failed expiry_mismatch app_id_mismatch channel_mismatch user_mismatch expired not_yet_valid not_authorized undecided bad_json bad_member unknown_value
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tokenmint_zego_open(
    token: *const c_char,
    token_len: usize,
    secret: *const c_char,
    secret_len: usize,
    expected: *const tokenmint_zego_expected,
    workspace: *mut u8,
    workspace_cap: usize,
    info: *mut tokenmint_zego_claims,
) -> i32 {
    // SAFETY: the pointer rules of the crate.
    unsafe {
        stack::run::<{ stack::OPEN }, _>(|| {
            Call::read(workspace, workspace_cap, info).with(
                (text(token, token_len), text(secret, secret_len), expected),
                |(token, secret, expected), guard, workspace, info| {
                    let secret = &ServerSecret::new(secret);
                    let key = (&mut Software, Some(lend(secret)?));
                    open(guard, token, key, expected, workspace, info)
                },
            )
        })
    }
}

/// @ref tokenmint_zego_open with AES-256 of the platform.
///
/// @param token,token_len  The token.
/// @param secret,secret_len  The server secret: 32 ASCII characters; empty: the
///        key that `context` names, if that is not NULL.
/// @param cipher   Decrypts: both modes, or those that are to be read.
/// @param context  Handed to it as it is; may be NULL.
/// @param expected  What it must be for; NULL: anything, also when it has
///        ended. Room and privileges of a token04 stand in its payload.
/// @param workspace,workspace_cap  Receives the decrypted token; see
///        @ref tokenmint_zego_workspace_len.
/// @param info  Receives what it says.
/// @retvals zego_read bad_secret bad_character decrypt_failed expiry_mismatch app_id_mismatch channel_mismatch user_mismatch expired not_yet_valid not_authorized undecided bad_json bad_member unknown_value crypto_failed_cbc
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tokenmint_zego_open_with_cipher(
    token: *const c_char,
    token_len: usize,
    secret: *const c_char,
    secret_len: usize,
    cipher: tokenmint_cipher,
    context: *mut c_void,
    expected: *const tokenmint_zego_expected,
    workspace: *mut u8,
    workspace_cap: usize,
    info: *mut tokenmint_zego_claims,
) -> i32 {
    // SAFETY: the pointer rules of the crate.
    unsafe {
        stack::run::<{ stack::HASHES }, _>(|| {
            Call::read(workspace, workspace_cap, info).with(
                (
                    text(token, token_len),
                    text(secret, secret_len),
                    cipher,
                    context,
                    expected,
                ),
                |(token, secret, cipher, context, expected), guard, workspace, info| {
                    let mut cipher = Cipher::new(cipher, context)?;
                    let secret = match secret {
                        "" if !context.is_null() => None,
                        text => Some(ServerSecret::new(text)),
                    };
                    let secret = secret.as_ref().map(lend).transpose()?;
                    open(
                        guard,
                        token,
                        (&mut cipher, secret),
                        expected,
                        workspace,
                        info,
                    )
                },
            )
        })
    }
}

/// Opens a token of either version by what decrypts, with a secret or one of the
/// platform.
///
/// # Safety
///
/// The pointer rules of the crate.
unsafe fn open(
    guard: &Guard,
    token: &str,
    key: (&mut impl Crypto, Option<&ServerSecret>),
    expected: *const tokenmint_zego_expected,
    workspace: &mut Workspace,
    info: &mut tokenmint_zego_claims,
) -> Result<(), Failure> {
    // SAFETY: the same promise.
    let expected = unsafe { questions(guard, expected)? };
    let too_small = Error::BufferTooSmall {
        needed: tokenmint_zego_workspace_len(token.len()),
    };
    let (sealed, plain) = workspace
        .bytes()
        .split_at_mut_checked(workspace_len(token.len()))
        .ok_or(too_small)?;
    let open = if token.starts_with("03") {
        open03
    } else {
        open04
    };
    Ok(open(token, key, expected, sealed, plain, info)?)
}

/// `None` for NULL.
///
/// # Safety
///
/// The pointer rules of the crate.
unsafe fn questions(
    guard: &Guard,
    expected: *const tokenmint_zego_expected,
) -> Result<Option<Expected<'_>>, Failure> {
    if expected.is_null() {
        return Ok(None);
    }
    let mut place = MaybeUninit::uninit();
    // SAFETY: the same promise.
    let (it, room_id, user_id) = unsafe {
        let it = guard.read(expected, &mut place)?;
        let room_id = known_text(it.room_id, it.room_id_len);
        (it, room_id, known_text(it.user_id, it.user_id_len))
    };
    let mut expected = Expected::of(it.app_id, user_id, it.now);
    // No room has an empty name.
    expected.room_id = (!room_id.is_empty()).then_some(room_id);
    expected.wanted = match (it.wanted, it.reserved) {
        (TOKENMINT_ZEGO_WANT_LOGIN, 0) => Wanted::Login,
        (TOKENMINT_ZEGO_WANT_PUBLISH, 0) => Wanted::Publish,
        (TOKENMINT_ZEGO_WANT_NOTHING, 0) => Wanted::Nothing,
        _ => return Err(Failure::call(TOKENMINT_ERR_UNKNOWN_VALUE)),
    };
    Ok(Some(expected))
}

fn open04(
    token: &str,
    (crypto, secret): (&mut impl Crypto, Option<&ServerSecret>),
    expected: Option<Expected<'_>>,
    sealed: &mut [u8],
    plain: &mut [u8],
    info: &mut tokenmint_zego_claims,
) -> Result<(), Error> {
    let sealed = Sealed04::parse(token, sealed)?;
    let mode = sealed.mode();
    let claims = sealed.open_with(crypto, secret)?;
    if let Some(expected) = expected {
        let mut report = claims.check(&expected);
        let in_room = report.room != Verdict::NotAsked || report.privilege != Verdict::NotAsked;
        if let (true, Some(payload)) = (in_room, claims.payload()) {
            let payload = ParsedPayload::parse(payload.unescape_into(plain)?)?;
            report = report.with_payload(&expected, &payload);
        }
        report.ok()?;
    }
    let mut texts = Unescaped::new(plain);
    (info.user_id, info.user_id_len) = texts.put(claims.user_id())?;
    if let Some(payload) = claims.payload() {
        (info.payload, info.payload_len) = texts.put(payload)?;
    }
    info.app_id = claims.app_id();
    info.nonce = claims.nonce();
    info.issued_at = claims.issued_at();
    info.expires_at = claims.expires_at();
    info.login = UNKNOWN;
    info.publish = UNKNOWN;
    info.mode = number(mode);
    info.version = 4;
    Ok(())
}

fn open03(
    token: &str,
    (crypto, secret): (&mut impl Crypto, Option<&ServerSecret>),
    expected: Option<Expected<'_>>,
    sealed: &mut [u8],
    plain: &mut [u8],
    info: &mut tokenmint_zego_claims,
) -> Result<(), Error> {
    let claims = Sealed03::parse(token, sealed)?.open_with(crypto, secret)?;
    if let Some(expected) = expected {
        // This version has a room in every token.
        let room_id = expected.room_id.unwrap_or("");
        claims.check(&expected.room(room_id)).ok()?;
    }
    let mut texts = Unescaped::new(plain);
    (info.room_id, info.room_id_len) = texts.put(claims.room_id())?;
    (info.user_id, info.user_id_len) = texts.put(claims.user_id())?;
    let access = |privilege| match claims.privilege(privilege) {
        Some(0) => 0,
        Some(1) => 1,
        _ => UNKNOWN,
    };
    info.app_id = claims.app_id();
    info.nonce = claims.nonce();
    info.issued_at = claims.issued_at();
    info.expires_at = claims.expires_at();
    info.login = access(Privilege::Login);
    info.publish = access(Privilege::Publish);
    info.mode = TOKENMINT_ZEGO_MODE_CBC;
    info.version = 3;
    Ok(())
}

/// What a token does not say about a privilege.
const UNKNOWN: i32 = -1;

const fn number(mode: Mode) -> u32 {
    match mode {
        Mode::Cbc => TOKENMINT_ZEGO_MODE_CBC,
        Mode::Gcm => TOKENMINT_ZEGO_MODE_GCM,
    }
}
