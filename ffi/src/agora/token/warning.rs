//! What is legal in a token and still likely a mistake.

use core::ffi::c_char;
use core::mem::size_of;

use tokenmint::agora::Warning;

use super::parse::{NOT_FOUND, parsed, tokenmint_agora_token};
use crate::frame::{Params, Plain, fill};
use crate::status::Failure;

/// A likely mistake. Begin with `TOKENMINT_AGORA_WARNING_INIT`. Numbers that a
/// warning does not have are 0.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct tokenmint_agora_warning {
    /// `sizeof(tokenmint_agora_warning)`.
    pub struct_size: usize,
    /// Its name, static text without a NUL: "lifetime-looks-absolute" and so
    /// on.
    pub name: *const c_char,
    /// Bytes of the name.
    pub name_len: usize,
    /// Seconds or bytes that it is about.
    pub value: u64,
    /// The service type it is about.
    pub service_type: u16,
    /// The privilege it is about.
    pub privilege: u16,
    /// 0.
    pub reserved: u32,
}

// SAFETY: integers and pointers.
unsafe impl Plain for tokenmint_agora_warning {}
// SAFETY: `struct_size` comes first.
unsafe impl Params for tokenmint_agora_warning {
    const FIRST_SIZE: usize = size_of::<Self>();
}

/// The warning at `index` about a token.
///
/// @param token    What @ref tokenmint_agora_parse gave.
/// @param now      Unix seconds; 0: leave out what depends on the time.
/// @param index    0 for the first.
/// @param warning  Receives it.
/// @retvals item
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tokenmint_agora_token_warning(
    token: *const tokenmint_agora_token,
    now: u32,
    index: usize,
    warning: *mut tokenmint_agora_warning,
) -> i32 {
    // SAFETY: the pointer rules of the crate.
    unsafe {
        fill(warning, core::ptr::null_mut(), 0, move |guard, _| {
            let token = parsed(guard, token)?;
            pick(index, |report| {
                token.warnings(Some(now).filter(|now| *now != 0), report);
            })
        })
    }
}

/// The warning at `index` of those that `all` reports.
pub(in crate::agora) fn pick(
    index: usize,
    all: impl FnOnce(&mut dyn FnMut(Warning)),
) -> Result<tokenmint_agora_warning, Failure> {
    let (mut at, mut found) = (0_usize, None);
    all(&mut |warning| {
        if at == index {
            found = Some(warning);
        }
        at = at.saturating_add(1);
    });
    described(found)
}

/// One for tokens of all versions: a device pays for it once.
#[inline(never)]
fn described(found: Option<Warning>) -> Result<tokenmint_agora_warning, Failure> {
    let warning = found.ok_or(NOT_FOUND)?;
    let name = warning.name();
    let (service_type, privilege, value) = numbers(warning);
    Ok(tokenmint_agora_warning {
        struct_size: 0,
        name: name.as_ptr().cast(),
        name_len: name.len(),
        value,
        service_type,
        privilege,
        reserved: 0,
    })
}

/// Service type, privilege, and seconds or bytes.
fn numbers(warning: Warning) -> (u16, u16, u64) {
    match warning {
        Warning::LifetimeLooksAbsolute { seconds } | Warning::LifetimeAboveMaximum { seconds } => {
            (0, 0, seconds.into())
        }
        Warning::PrivilegeLooksAbsolute {
            service,
            privilege,
            seconds,
        }
        | Warning::PrivilegeOutlivesToken {
            service,
            privilege,
            seconds,
        } => (service, privilege, seconds.into()),
        Warning::PrivilegeWithoutLimit { service, privilege }
        | Warning::PrivilegeExpired { service, privilege }
        | Warning::RepeatedPrivilege { service, privilege } => (service, privilege, 0),
        Warning::NoPrivileges { service }
        | Warning::AnyUser { service }
        | Warning::AccountIsTextZero { service }
        | Warning::EmptyChannel { service }
        | Warning::UndocumentedName { service, .. }
        | Warning::UnknownService { service } => (service, 0, 0),
        Warning::TrailingData { len } => (0, 0, u64::try_from(len).unwrap_or(u64::MAX)),
        Warning::IssuedInFuture { seconds } | Warning::Expired { seconds } => (0, 0, seconds),
        Warning::DeadlineLooksRelative { privilege, seconds } => (0, privilege, seconds.into()),
        _ => (0, 0, 0),
    }
}
