//! Requests to the server API, and the codes of the official libraries.

use core::ffi::c_char;

use tokenmint::Limits;
use tokenmint::zego::{
    ERROR_CODE_OTHER, ERROR_CODE_SUCCESS, ServerSecret, check_token04, error_code,
    server_api_signature,
};

use crate::frame::{Call, text};
use crate::status::{Failure, TOKENMINT_OK, lend, written};

/// The query parameter `Signature` of a request to the server API, which also
/// carries `AppId`, `SignatureNonce` and `Timestamp` as given here, and
/// `SignatureVersion=2.0`.
///
/// @param app_id  The application, not 0.
/// @param signature_nonce,signature_nonce_len  New for every request, such as
///        16 hexadecimal digits of 8 random bytes.
/// @param secret,secret_len  The server secret: 32 ASCII characters.
/// @param timestamp  Unix seconds.
/// @param out,out_cap,out_len  The signature; see "Outputs".
/// @retvals text_call bad_zego_app_id bad_secret bad_character
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tokenmint_zego_server_api_signature(
    app_id: u32,
    signature_nonce: *const c_char,
    signature_nonce_len: usize,
    secret: *const c_char,
    secret_len: usize,
    timestamp: u64,
    out: *mut c_char,
    out_cap: usize,
    out_len: *mut usize,
) -> i32 {
    // SAFETY: the pointer rules of the crate.
    unsafe {
        Call::text(out, out_cap, out_len).with(
            (
                app_id,
                text(signature_nonce, signature_nonce_len),
                text(secret, secret_len),
                timestamp,
            ),
            |(app_id, signature_nonce, secret, timestamp), _, out| {
                let secret = &ServerSecret::new(secret);
                let secret = lend(secret)?;
                written(server_api_signature(
                    app_id,
                    signature_nonce,
                    secret,
                    timestamp,
                    out,
                ))
            },
        )
    }
}

/// What the official libraries answer to the inputs of a token04.
///
/// @param app_id  The application.
/// @param user_id,user_id_len  The user.
/// @param secret,secret_len  The server secret.
/// @param effective_seconds  Lifetime in seconds.
/// @return Their code, not a status: 0 good, 1 app id, 3 user id, 5 secret, 6
///         effective time, -1 anything else.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tokenmint_zego_official_code(
    app_id: u32,
    user_id: *const c_char,
    user_id_len: usize,
    secret: *const c_char,
    secret_len: usize,
    effective_seconds: i64,
) -> i32 {
    let mut code = ERROR_CODE_OTHER;
    let status = Call::judge().run(|guard| {
        // SAFETY: the pointer rules of the crate.
        let (user_id, secret) = unsafe {
            (
                guard.text(user_id, user_id_len)?,
                guard.text(secret, secret_len)?,
            )
        };
        code = check_token04(app_id, user_id, secret, effective_seconds, Limits::Wire)
            .map_or_else(|error| error_code(&error), |_| ERROR_CODE_SUCCESS);
        Ok::<(), Failure>(())
    });
    if status == TOKENMINT_OK {
        code
    } else {
        ERROR_CODE_OTHER
    }
}
