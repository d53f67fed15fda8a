//! Free composition of services. The lists of C become lists of the library in
//! fixed memory on the stack, which is why they have limits.

use core::ffi::c_char;
use core::mem::size_of;

use heapless::Vec;
use tokenmint::agora::v007::{
    Issuer, Permission, PrivilegeChat, Service, ServiceApaas, ServiceChat, ServiceConvoAi,
    ServiceFcdn, ServiceFpa, ServiceRtc, ServiceRtm, ServiceRtm2, ServiceStreaming, ServiceStt,
    ServiceType,
};
use tokenmint::agora::{Account, ExpireIn};
use tokenmint::{Error, Field};

use super::inputs::tokenmint_agora_issuer;
use crate::frame::{Call, Guard, Params, Plain, tokenmint_text};
use crate::status::{Failure, TOKENMINT_ERR_UNKNOWN_VALUE, written};

/// Real-time audio and video: channel, user. Privileges 1 join, 2 publish
/// audio, 3 publish video, 4 publish data.
pub const TOKENMINT_AGORA_SERVICE_RTC: u16 = 1;
/// Signaling: user. Privilege 1 log in.
pub const TOKENMINT_AGORA_SERVICE_RTM: u16 = 2;
/// Media streaming: channel, user. Privileges 1 publish mixed, 2 publish raw.
pub const TOKENMINT_AGORA_SERVICE_STREAMING: u16 = 3;
/// Fusion player acceleration. Privilege 1 log in.
pub const TOKENMINT_AGORA_SERVICE_FPA: u16 = 4;
/// Chat: user, empty for the application. Privileges 1 user, 2 application.
pub const TOKENMINT_AGORA_SERVICE_CHAT: u16 = 5;
/// Fusion CDN: channel, user. Privileges 1 publish, 2 play.
pub const TOKENMINT_AGORA_SERVICE_FCDN: u16 = 6;
/// Flexible classroom: room (as channel), user, role. Privileges 1 room user,
/// 2 user, 3 application.
pub const TOKENMINT_AGORA_SERVICE_APAAS: u16 = 7;
/// Signaling with permissions: user, permissions. Privilege 1 log in.
pub const TOKENMINT_AGORA_SERVICE_RTM2: u16 = 8;
/// Conversational AI; no privileges.
pub const TOKENMINT_AGORA_SERVICE_CONVOAI: u16 = 9;
/// Speech to text; no privileges.
pub const TOKENMINT_AGORA_SERVICE_STT: u16 = 10;

/// The user is the text `user`.
pub const TOKENMINT_AGORA_USER_TEXT: u32 = 0;
/// The user is the number `uid`; 0: any user.
pub const TOKENMINT_AGORA_USER_UID: u32 = 1;

/// Resource type of an RTM2 permission: message channels.
pub const TOKENMINT_AGORA_RESOURCE_MESSAGE_CHANNELS: u16 = 0;
/// Resource type of an RTM2 permission: stream channels.
pub const TOKENMINT_AGORA_RESOURCE_STREAM_CHANNELS: u16 = 1;
/// Resource type of an RTM2 permission: group channels.
pub const TOKENMINT_AGORA_RESOURCE_GROUP_CHANNELS: u16 = 2;
/// Resource type of an RTM2 permission: server groups.
pub const TOKENMINT_AGORA_RESOURCE_SERVER_GROUPS: u16 = 3;
/// Resource type of an RTM2 permission: users.
pub const TOKENMINT_AGORA_RESOURCE_USERS: u16 = 4;
/// What an RTM2 permission allows: receive.
pub const TOKENMINT_AGORA_PERMISSION_READ: u16 = 0;
/// What an RTM2 permission allows: send.
pub const TOKENMINT_AGORA_PERMISSION_WRITE: u16 = 1;

/// The most services of one token.
pub const TOKENMINT_AGORA_SERVICES_MAX: usize = 8;
/// The most privileges of one token, over all its services.
pub const TOKENMINT_AGORA_PRIVILEGES_MAX: usize = 32;
/// The most permissions of one token.
pub const TOKENMINT_AGORA_PERMISSIONS_MAX: usize = 16;
/// The most resources of one token, over all its permissions.
pub const TOKENMINT_AGORA_RESOURCES_MAX: usize = 64;

/// A privilege and its end.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct tokenmint_agora_privilege {
    /// Its number; each service has its own.
    pub privilege: u16,
    /// 0.
    pub reserved: u16,
    /// 007: lifetime in seconds from the issue time, 0: as long as the token.
    /// 006: deadline in Unix seconds, 0: never.
    pub expire: u32,
}

/// What may be done with which resources (service RTM2).
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct tokenmint_agora_permission {
    /// The names of the resources.
    pub resources: *const tokenmint_text,
    /// How many.
    pub resources_count: usize,
    /// `TOKENMINT_AGORA_RESOURCE_...`, or a number unknown here.
    pub resource_type: u16,
    /// `TOKENMINT_AGORA_PERMISSION_...`, or a number unknown here.
    pub permission_type: u16,
}

/// One service of a token. Members that a service type does not have are not
/// looked at.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct tokenmint_agora_service {
    /// `sizeof(tokenmint_agora_service)`, the same in every element of a list.
    pub struct_size: usize,
    /// The channel; for APaaS the room.
    pub channel: *const c_char,
    /// Bytes of the channel.
    pub channel_len: usize,
    /// The user, when `user_kind` is `TOKENMINT_AGORA_USER_TEXT`.
    pub user: *const c_char,
    /// Bytes of the user.
    pub user_len: usize,
    /// The privileges, in any order; the last of a number counts.
    pub privileges: *const tokenmint_agora_privilege,
    /// How many.
    pub privileges_count: usize,
    /// The permissions (RTM2).
    pub permissions: *const tokenmint_agora_permission,
    /// How many.
    pub permissions_count: usize,
    /// The user, when `user_kind` is `TOKENMINT_AGORA_USER_UID`.
    pub uid: u32,
    /// `TOKENMINT_AGORA_USER_TEXT` or `TOKENMINT_AGORA_USER_UID`.
    /// @init TOKENMINT_AGORA_USER_TEXT
    pub user_kind: u32,
    /// `TOKENMINT_AGORA_SERVICE_...`.
    pub service_type: u16,
    /// The role (APaaS); -1: none.
    /// @init -1
    pub role: i16,
    /// 0.
    pub reserved: u32,
}

// SAFETY: integers.
unsafe impl Plain for tokenmint_agora_privilege {}
// SAFETY: integers and a pointer.
unsafe impl Plain for tokenmint_agora_permission {}
// SAFETY: integers and pointers.
unsafe impl Plain for tokenmint_agora_service {}
// SAFETY: `struct_size` comes first.
unsafe impl Params for tokenmint_agora_service {
    const FIRST_SIZE: usize = size_of::<Self>();
}

/// A token composed service by service (official name: AccessToken2). The same
/// service type may be there more than once.
///
/// @param services,services_count  The services, in any order: 1 to
///        `TOKENMINT_AGORA_SERVICES_MAX`.
/// @retvals mint names lifetimes list no_services
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tokenmint_agora_access_token2_build(
    issuer: *const tokenmint_agora_issuer,
    expire: u32,
    services: *const tokenmint_agora_service,
    services_count: usize,
    out: *mut c_char,
    out_cap: usize,
    out_len: *mut usize,
) -> i32 {
    // SAFETY: the pointer rules of the crate.
    unsafe {
        Call::text(out, out_cap, out_len).mint(
            issuer,
            (expire, services, services_count),
            |(expire, services, services_count), guard, issuer: &mut Issuer<_, _>, out| {
                // Lists stay where they are: a move is a copy.
                let mut given = Vec::new();
                read_services(guard, services, services_count, &mut given)?;
                let mut lists = Lists::default();
                lists.read(guard, &given)?;
                let mut permissions = Vec::new();
                lists.add_permissions(guard, &given, &mut permissions)?;
                let mut services = Vec::new();
                lists.add_services(guard, &given, &permissions, &mut services)?;
                written(issuer.mint(ExpireIn::seconds(expire), &services, out))
            },
        )
    }
}

// No aliases here: cbindgen would take them for types of the header.

unsafe fn read_services(
    guard: &Guard,
    services: *const tokenmint_agora_service,
    count: usize,
    list: &mut Vec<tokenmint_agora_service, TOKENMINT_AGORA_SERVICES_MAX>,
) -> Result<(), Failure> {
    // SAFETY: the pointer rules of the crate.
    for service in unsafe { guard.structs(services, count)? } {
        add(list, Field::Services, service?)?;
    }
    Ok(())
}

/// Privileges and resources of all services, one after another.
#[derive(Default)]
struct Lists<'g> {
    privileges: Vec<(u16, ExpireIn), TOKENMINT_AGORA_PRIVILEGES_MAX>,
    resources: Resources<'g>,
}

impl<'g> Lists<'g> {
    unsafe fn read(
        &mut self,
        guard: &'g Guard,
        services: &[tokenmint_agora_service],
    ) -> Result<(), Failure> {
        for service in services {
            // SAFETY: the pointer rules of the crate.
            let privileges = unsafe { guard.list(service.privileges, service.privileges_count)? };
            for privilege in privileges {
                if privilege.reserved != 0 {
                    return Err(Failure::call(TOKENMINT_ERR_UNKNOWN_VALUE));
                }
                let item = (privilege.privilege, ExpireIn::seconds(privilege.expire));
                add(&mut self.privileges, Field::Privileges, item)?;
            }
            if service.service_type == TOKENMINT_AGORA_SERVICE_RTM2 {
                let (permissions, count) = (service.permissions, service.permissions_count);
                // SAFETY: the pointer rules of the crate.
                unsafe { self.resources.add(guard, permissions, count)? };
            }
        }
        Ok(())
    }

    unsafe fn add_permissions<'r>(
        &'r self,
        guard: &Guard,
        services: &[tokenmint_agora_service],
        all: &mut Vec<Permission<'r>, TOKENMINT_AGORA_PERMISSIONS_MAX>,
    ) -> Result<(), Failure> {
        let mut resources = self.resources.0.as_slice();
        for service in services {
            if service.service_type == TOKENMINT_AGORA_SERVICE_RTM2 {
                let (permissions, count) = (service.permissions, service.permissions_count);
                // SAFETY: the pointer rules of the crate.
                unsafe { add_permissions(guard, permissions, count, &mut resources, all)? };
            }
        }
        Ok(())
    }

    unsafe fn add_services<'r>(
        &'r self,
        guard: &'r Guard,
        services: &[tokenmint_agora_service],
        permissions: &'r [Permission<'r>],
        all: &mut Vec<Service<'r>, TOKENMINT_AGORA_SERVICES_MAX>,
    ) -> Result<(), Failure> {
        let mut privileges = self.privileges.as_slice();
        let mut permissions = permissions;
        for service in services {
            let own = take(&mut privileges, service.privileges_count, Field::Privileges)?;
            let granted = match service.service_type {
                TOKENMINT_AGORA_SERVICE_RTM2 => take(
                    &mut permissions,
                    service.permissions_count,
                    Field::Permissions,
                )?,
                _ => &[],
            };
            // SAFETY: the pointer rules of the crate.
            let service = unsafe { read_service(guard, service, own, granted)? };
            add(all, Field::Services, service.with_privileges(own))?;
        }
        Ok(())
    }
}

unsafe fn read_service<'r>(
    guard: &'r Guard,
    service: &tokenmint_agora_service,
    privileges: &[(u16, ExpireIn)],
    permissions: &'r [Permission<'r>],
) -> Result<Service<'r>, Failure> {
    let unknown = Failure::call(TOKENMINT_ERR_UNKNOWN_VALUE);
    let kind = ServiceType::from_number(service.service_type).ok_or(unknown)?;
    if service.reserved != 0 {
        return Err(unknown);
    }
    // Each text is read in one place.
    let channel = match kind {
        ServiceType::Rtc | ServiceType::Streaming | ServiceType::Fcdn | ServiceType::Apaas => {
            // SAFETY: the pointer rules of the crate.
            unsafe { guard.text(service.channel, service.channel_len)? }
        }
        _ => "",
    };
    let user = match (kind, service.user_kind) {
        (ServiceType::Fpa | ServiceType::ConvoAi | ServiceType::Stt, _) => Account::ANY,
        (ServiceType::Apaas, _) | (_, TOKENMINT_AGORA_USER_TEXT) => {
            // SAFETY: the pointer rules of the crate.
            Account::Name(unsafe { guard.text(service.user, service.user_len)? })
        }
        (_, TOKENMINT_AGORA_USER_UID) => Account::Uid(service.uid),
        _ => return Err(unknown),
    };
    Ok(match kind {
        ServiceType::Rtc => ServiceRtc::new(channel, user).into(),
        ServiceType::Rtm => ServiceRtm::new(user).into(),
        ServiceType::Streaming => ServiceStreaming::new(channel, user).into(),
        ServiceType::Fpa => ServiceFpa::new().into(),
        ServiceType::Chat => {
            let needs_user =
                |(number, _): &(u16, ExpireIn)| *number == u16::from(PrivilegeChat::User);
            match user {
                Account::Name("") if !privileges.iter().any(needs_user) => {
                    ServiceChat::app().into()
                }
                user => ServiceChat::new(user).into(),
            }
        }
        ServiceType::Fcdn => ServiceFcdn::new(channel, user).into(),
        ServiceType::Apaas => {
            let Account::Name(name) = user else {
                return Err(unknown);
            };
            ServiceApaas::new(channel, name, service.role).into()
        }
        ServiceType::Rtm2 => ServiceRtm2::new(user, permissions).into(),
        ServiceType::ConvoAi => ServiceConvoAi::new().into(),
        ServiceType::Stt => ServiceStt::new().into(),
        _ => return Err(unknown),
    })
}

/// The resources of all permissions, one after another.
#[derive(Default)]
pub(super) struct Resources<'g>(Vec<&'g str, TOKENMINT_AGORA_RESOURCES_MAX>);

impl<'g> Resources<'g> {
    /// Adds those of one list of permissions.
    ///
    /// # Safety
    ///
    /// The pointer rules of the crate.
    #[inline(never)] // Two functions need it.
    pub(super) unsafe fn add(
        &mut self,
        guard: &'g Guard,
        permissions: *const tokenmint_agora_permission,
        count: usize,
    ) -> Result<(), Failure> {
        // SAFETY: the pointer rules of the crate.
        for permission in unsafe { guard.list(permissions, count)? } {
            let (resources, count) = (permission.resources, permission.resources_count);
            // SAFETY: the pointer rules of the crate.
            for resource in unsafe { guard.list(resources, count)? } {
                // SAFETY: the pointer rules of the crate.
                let resource = unsafe { guard.text(resource.data, resource.len)? };
                add(&mut self.0, Field::Resource, resource)?;
            }
        }
        Ok(())
    }

    /// Adds to `all` the list of permissions that these resources were read
    /// from.
    ///
    /// # Safety
    ///
    /// The pointer rules of the crate.
    pub(super) unsafe fn add_permissions<'r>(
        &'r self,
        guard: &Guard,
        permissions: *const tokenmint_agora_permission,
        count: usize,
        all: &mut Vec<Permission<'r>, TOKENMINT_AGORA_PERMISSIONS_MAX>,
    ) -> Result<(), Failure> {
        // SAFETY: the same promise.
        unsafe { add_permissions(guard, permissions, count, &mut self.0.as_slice(), all) }
    }
}

unsafe fn add_permissions<'r>(
    guard: &Guard,
    permissions: *const tokenmint_agora_permission,
    count: usize,
    resources: &mut &'r [&'r str],
    all: &mut Vec<Permission<'r>, TOKENMINT_AGORA_PERMISSIONS_MAX>,
) -> Result<(), Failure> {
    // SAFETY: the pointer rules of the crate.
    for permission in unsafe { guard.list(permissions, count)? } {
        let own = take(resources, permission.resources_count, Field::Resource)?;
        let item = Permission::new(permission.resource_type, permission.permission_type, own);
        add(all, Field::Permissions, item)?;
    }
    Ok(())
}

fn add<T, const N: usize>(list: &mut Vec<T, N>, field: Field, item: T) -> Result<(), Failure> {
    list.push(item)
        .map_err(|_| Error::TooMany { field, max: N }.into())
}

/// The first `count` items; there are as many, unless the caller's memory
/// changed meanwhile.
fn take<'r, T>(items: &mut &'r [T], count: usize, field: Field) -> Result<&'r [T], Failure> {
    let max = items.len();
    let (own, rest) = items
        .split_at_checked(count)
        .ok_or(Error::TooMany { field, max })?;
    *items = rest;
    Ok(own)
}
