//! What is in a token.

use core::ffi::c_char;
use core::mem::{MaybeUninit, offset_of, size_of};
use core::ptr::null;

use tokenmint::agora::v007::{
    FieldsRef, ParsedToken2, PermissionRef, PermissionsRef, ServiceRef, workspace_len,
};

use crate::agora::access_token2::{tokenmint_agora_permission, tokenmint_agora_privilege};
use crate::frame::{Call, Guard, Kinds, Params, Plain, known_bytes, text, tokenmint_text};
use crate::status::{Failure, TOKENMINT_ERR_NOT_FOUND};

/// A token that has been read; it points into the workspace. Nothing in it is
/// verified.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct tokenmint_agora_token {
    /// `sizeof(tokenmint_agora_token)`.
    pub struct_size: usize,
    /// The decoded content: what two implementations have to agree on.
    pub content: *const u8,
    /// Bytes of the content.
    pub content_len: usize,
    /// The app id, of any form.
    pub app_id: *const c_char,
    /// Bytes of the app id.
    pub app_id_len: usize,
    /// Signed bytes after the last service; 0 in a regular token.
    pub trailing_len: usize,
    /// End of the token in Unix seconds.
    pub expires_at: u64,
    /// Issue time in Unix seconds.
    pub issued_at: u32,
    /// Lifetime in seconds from the issue time.
    pub expire: u32,
    /// The salt.
    pub salt: u32,
    /// How many services the token says it has.
    pub service_count: u16,
    /// Number of the service type at which reading stopped, because nobody
    /// knows how long it is; 0: all were read.
    pub unknown_service: u16,
}

/// A service of a token that has been read.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct tokenmint_agora_service_info {
    /// `sizeof(tokenmint_agora_service_info)`.
    pub struct_size: usize,
    /// The channel, for APaaS the room; NULL where the service has none.
    pub channel: *const c_char,
    /// Bytes of the channel.
    pub channel_len: usize,
    /// The account or user id, empty: any user; NULL where the service has
    /// none.
    pub user: *const c_char,
    /// Bytes of the user.
    pub user_len: usize,
    /// For @ref tokenmint_agora_token_privilege.
    pub privileges_count: usize,
    /// For @ref tokenmint_agora_token_permission.
    pub permissions_count: usize,
    /// `TOKENMINT_AGORA_SERVICE_...`.
    pub service_type: u16,
    /// The role (APaaS); -1: none.
    /// @init -1
    pub role: i16,
    /// 0.
    pub reserved: u32,
}

// SAFETY: integers and pointers.
unsafe impl Plain for tokenmint_agora_token {}
// SAFETY: `struct_size` comes first.
unsafe impl Params for tokenmint_agora_token {
    const FIRST_SIZE: usize = size_of::<Self>();
    const KINDS: Kinds = Kinds::NONE.and(Kinds::BYTES, offset_of!(Self, content));
}
// SAFETY: integers and pointers.
unsafe impl Plain for tokenmint_agora_service_info {}
// SAFETY: `struct_size` comes first.
unsafe impl Params for tokenmint_agora_service_info {
    const FIRST_SIZE: usize = size_of::<Self>();
}

/// Workspace that is enough to read any token of `token_len` characters: more
/// than 256 KiB. A device gives less: `TOKENMINT_AGORA_RTC_CAPACITY` bytes are
/// enough for every RTC token within the documented limits, and too little is
/// an error.
///
/// @param token_len  Characters of the token.
/// @return Bytes of workspace.
#[unsafe(no_mangle)]
pub extern "C" fn tokenmint_agora_workspace_len(token_len: usize) -> usize {
    workspace_len(token_len)
}

/// Reads an AccessToken2. Whether it is genuine is
/// @ref tokenmint_agora_verify, whether it is the expected one
/// @ref tokenmint_agora_check.
///
/// @param token,token_len  The token.
/// @param workspace,workspace_cap  Receives the decoded token; see
///        @ref tokenmint_agora_workspace_len.
/// @param info  Receives what is in the token.
/// @retvals read007
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tokenmint_agora_parse(
    token: *const c_char,
    token_len: usize,
    workspace: *mut u8,
    workspace_cap: usize,
    info: *mut tokenmint_agora_token,
) -> i32 {
    // SAFETY: the pointer rules of the crate.
    unsafe {
        Call::read(workspace, workspace_cap, info).with(
            (text(token, token_len),),
            |(token,), _, workspace, info| {
                let parsed = ParsedToken2::parse(token, workspace.bytes())?;
                let content = parsed.content();
                (info.content, info.content_len) = (content.as_ptr(), content.len());
                (info.app_id, info.app_id_len) = pointer(Some(parsed.app_id()));
                info.trailing_len = parsed.trailing_len();
                info.expires_at = parsed.expires_at();
                info.issued_at = parsed.issued_at();
                info.expire = parsed.expire().as_seconds();
                info.salt = parsed.salt();
                info.service_count = parsed.service_count();
                info.unknown_service = parsed.unknown_service().unwrap_or(0);
                Ok(())
            },
        )
    }
}

/// The token whose content `token` points to.
///
/// # Safety
///
/// The pointer rules of the crate.
pub(super) unsafe fn parsed(
    guard: &Guard,
    token: *const tokenmint_agora_token,
) -> Result<ParsedToken2<'_>, Failure> {
    let mut place = MaybeUninit::uninit();
    // SAFETY: the same promise.
    let content = unsafe {
        let token = guard.read(token, &mut place)?;
        known_bytes(token.content, token.content_len)
    };
    Ok(ParsedToken2::from_content(content)?)
}

/// The service at `index` of a token that has been read.
///
/// @param info   Receives the service; it points into the workspace.
/// @retvals item
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tokenmint_agora_token_service(
    token: *const tokenmint_agora_token,
    index: usize,
    info: *mut tokenmint_agora_service_info,
) -> i32 {
    // SAFETY: the pointer rules of the crate.
    unsafe {
        Call::fill(info).with((token, index), |(token, index), guard, _, info| {
            let service = service(guard, token, index)?;
            let (room, role) = match service.fields {
                FieldsRef::Classroom {
                    room_uuid, role, ..
                } => (Some(room_uuid), role),
                _ => (service.channel(), -1),
            };
            (info.channel, info.channel_len) = pointer(room);
            (info.user, info.user_len) = pointer(service.user());
            info.privileges_count = service.privileges.iter().count();
            info.permissions_count = permissions(&service).map_or(0, |list| list.iter().count());
            info.service_type = service.service_type.number();
            info.role = role;
            Ok(())
        })
    }
}

/// The privilege at `index` of a service, as it stands in the token.
///
/// @param privilege      Receives number and lifetime.
/// @retvals item
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tokenmint_agora_token_privilege(
    token: *const tokenmint_agora_token,
    service_index: usize,
    index: usize,
    privilege: *mut tokenmint_agora_privilege,
) -> i32 {
    // SAFETY: the pointer rules of the crate.
    unsafe {
        Call::item(privilege).with(
            (token, service_index, index),
            |(token, service_index, index), guard, privilege| {
                let service = service(guard, token, service_index)?;
                let (number, expire) = service.privileges.iter().nth(index).ok_or(NOT_FOUND)?;
                privilege.privilege = number;
                privilege.expire = expire.as_seconds();
                Ok(())
            },
        )
    }
}

/// The permission at `index` of an RTM2 service. Its resources are not listed:
/// ask @ref tokenmint_agora_token_resource for each.
///
/// @param permission     Receives the permission, with `resources` NULL and
///                       `resources_count` as it is.
/// @retvals item
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tokenmint_agora_token_permission(
    token: *const tokenmint_agora_token,
    service_index: usize,
    index: usize,
    permission: *mut tokenmint_agora_permission,
) -> i32 {
    // SAFETY: the pointer rules of the crate.
    unsafe {
        Call::item(permission).with(
            (token, service_index, index),
            |(token, service_index, index), guard, permission| {
                let found = found_permission(guard, token, service_index, index)?;
                permission.resources_count = found.resources().count();
                permission.resource_type = found.resource_type;
                permission.permission_type = found.permission_type;
                Ok(())
            },
        )
    }
}

/// The resource at `index` of a permission.
///
/// @param resource          Receives the name; it points into the workspace.
/// @retvals item
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tokenmint_agora_token_resource(
    token: *const tokenmint_agora_token,
    service_index: usize,
    permission_index: usize,
    index: usize,
    resource: *mut tokenmint_text,
) -> i32 {
    // SAFETY: the pointer rules of the crate.
    unsafe {
        Call::item(resource).with(
            (token, service_index, permission_index, index),
            |(token, service_index, permission_index, index), guard, resource| {
                let found = found_permission(guard, token, service_index, permission_index)?;
                let name = found.resources().nth(index).ok_or(NOT_FOUND)?;
                (resource.data, resource.len) = pointer(Some(name));
                Ok(())
            },
        )
    }
}

pub(crate) const NOT_FOUND: Failure = Failure::call(TOKENMINT_ERR_NOT_FOUND);

/// # Safety
///
/// The pointer rules of the crate.
#[inline(never)]
unsafe fn service(
    guard: &Guard,
    token: *const tokenmint_agora_token,
    index: usize,
) -> Result<ServiceRef<'_>, Failure> {
    // SAFETY: the same promise.
    let token = unsafe { parsed(guard, token)? };
    token.services().nth(index).ok_or(NOT_FOUND)
}

/// # Safety
///
/// The pointer rules of the crate.
#[inline(never)]
unsafe fn found_permission(
    guard: &Guard,
    token: *const tokenmint_agora_token,
    service_index: usize,
    index: usize,
) -> Result<PermissionRef<'_>, Failure> {
    // SAFETY: the same promise.
    let service = unsafe { service(guard, token, service_index)? };
    let list = permissions(&service).ok_or(NOT_FOUND)?;
    list.iter().nth(index).ok_or(NOT_FOUND)
}

fn permissions<'w>(service: &ServiceRef<'w>) -> Option<PermissionsRef<'w>> {
    match service.fields {
        FieldsRef::Permissions { permissions, .. } => Some(permissions),
        _ => None,
    }
}

/// NULL for what is not there.
pub(in crate::agora) fn pointer(text: Option<&str>) -> (*const c_char, usize) {
    text.map_or((null(), 0), |text| (text.as_ptr().cast(), text.len()))
}
