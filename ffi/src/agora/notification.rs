//! The signature of notifications.

use core::ffi::c_char;

use tokenmint::agora::notification::verify;

use crate::frame::{Call, bytes, text};

/// Checks the signature of the raw body of a webhook, in constant time.
///
/// @param signature,signature_len  The header "Agora-Signature-V2".
/// @retvals check_call empty bad_signature
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tokenmint_agora_verify_notification(
    secret: *const c_char,
    secret_len: usize,
    body: *const u8,
    body_len: usize,
    signature: *const c_char,
    signature_len: usize,
) -> i32 {
    // SAFETY: the pointer rules of the crate.
    unsafe {
        Call::judge().with(
            (
                text(secret, secret_len),
                bytes(body, body_len),
                text(signature, signature_len),
            ),
            |(secret, body, signature), _| Ok(verify(secret, body, signature)?),
        )
    }
}
