//! What is legal in a token and still likely a mistake.

use core::ffi::c_char;
use core::mem::size_of;

use tokenmint::agora::{NameFault, Warning};

use super::check::given;
use super::parse::{NOT_FOUND, parsed, pointer, tokenmint_agora_token};
use crate::frame::{Call, Params, Plain};
use crate::status::Failure;

/// A likely mistake. Numbers that a warning does not have are 0.
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
    /// Seconds or bytes that it is about: of a name that is too long its bytes,
    /// else the byte at which the character begins.
    pub value: u64,
    /// The service type it is about.
    pub service_type: u16,
    /// The privilege it is about; of several the first.
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
/// @param now      Unix seconds; 0: leave out what depends on the time.
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
        Call::fill(warning).with(
            (token, now, index),
            |(token, now, index), guard, _, warning| {
                let token = parsed(guard, token)?;
                let mut picked = Pick::new(index);
                token.warnings(given(now), |found| picked.offer(found));
                picked.describe(warning)
            },
        )
    }
}

/// The warning at an index, out of all that are offered.
pub(in crate::agora) struct Pick {
    left: usize,
    found: Option<Warning>,
}

impl Pick {
    pub(in crate::agora) const fn new(index: usize) -> Self {
        Self {
            left: index,
            found: None,
        }
    }

    #[inline(never)] // There are many places that offer.
    pub(in crate::agora) fn offer(&mut self, warning: Warning) {
        if self.left == 0 {
            self.found.get_or_insert(warning);
        }
        self.left = self.left.saturating_sub(1);
    }

    /// One for tokens of all versions: a device pays for it once.
    #[inline(never)]
    pub(in crate::agora) fn describe(
        &self,
        out: &mut tokenmint_agora_warning,
    ) -> Result<(), Failure> {
        let warning = self.found.ok_or(NOT_FOUND)?;
        (out.name, out.name_len) = pointer(Some(name(&warning)));
        (out.service_type, out.privilege, out.value) = numbers(warning);
        Ok(())
    }
}

/// Apart from the numbers: so it is a table, not a branch for each.
#[inline(never)]
const fn name(warning: &Warning) -> &'static str {
    warning.name()
}

fn bytes(count: usize) -> u64 {
    u64::try_from(count).unwrap_or(u64::MAX)
}

fn place(fault: NameFault) -> u64 {
    match fault {
        NameFault::TooLong { len, .. } => bytes(len),
        NameFault::Character { at, .. } => bytes(at),
        _ => 0,
    }
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
            ..
        }
        | Warning::PrivilegeOutlivesToken {
            service,
            privilege,
            seconds,
            ..
        } => (service, privilege, seconds.into()),
        Warning::PrivilegeWithoutLimit {
            service, privilege, ..
        }
        | Warning::PrivilegeExpired { service, privilege }
        | Warning::RepeatedPrivilege { service, privilege } => (service, privilege, 0),
        Warning::UndocumentedName { service, fault, .. } => (service, 0, place(fault)),
        Warning::NoPrivileges { service }
        | Warning::NoJoinPrivilege { service }
        | Warning::AnyUser { service }
        | Warning::AccountIsTextZero { service }
        | Warning::OddAccount { service, .. }
        | Warning::EmptyChannel { service }
        | Warning::UnknownService { service } => (service, 0, 0),
        Warning::TrailingData { len } => (0, 0, bytes(len)),
        Warning::IssuedInFuture { seconds } | Warning::Expired { seconds } => (0, 0, seconds),
        Warning::DeadlineLooksRelative {
            privilege, seconds, ..
        } => (0, privilege, seconds.into()),
        _ => (0, 0, 0),
    }
}
