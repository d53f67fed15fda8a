//! Permissions of service RTM2: which resources may be read or written.

use crate::buffer::Writer;
use crate::wire::packing::{
    Counted, count, next_key, put_checked, put_checked_len, put_u16, string_len,
};
use crate::{Error, Field};

/// A kind of resource.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
#[repr(u16)]
pub enum ResourceType {
    /// Message channels.
    MessageChannels = 0,
    /// Stream channels.
    StreamChannels = 1,
    /// Group channels.
    GroupChannels = 2,
    /// Server groups.
    ServerGroups = 3,
    /// Users.
    Users = 4,
}

/// What may be done with a resource.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
#[repr(u16)]
pub enum PermissionType {
    /// Receive from it.
    Read = 0,
    /// Send to it.
    Write = 1,
}

impl ResourceType {
    /// The names of the kinds, by their numbers.
    pub const NAMES: [&str; 5] = [
        "message-channels",
        "stream-channels",
        "group-channels",
        "server-groups",
        "users",
    ];
}

impl PermissionType {
    /// The names of what may be done, by their numbers.
    pub const NAMES: [&str; 2] = ["read", "write"];
}

impl From<ResourceType> for u16 {
    fn from(resource_type: ResourceType) -> Self {
        resource_type as Self
    }
}

impl From<PermissionType> for u16 {
    fn from(permission_type: PermissionType) -> Self {
        permission_type as Self
    }
}

/// One permission: what may be done with which resources of a kind.
///
/// A list of permissions is written sorted by resource type, then permission
/// type; the same pair given again replaces the earlier list. Resources keep
/// their order, are not de-duplicated and may be absent. Wildcards have no
/// special coding: they are texts like others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Permission<'a> {
    resource_type: u16,
    permission_type: u16,
    resources: &'a [&'a str],
}

impl<'a> Permission<'a> {
    /// Grants `permission_type` on `resources` of `resource_type`; plain
    /// numbers are accepted for kinds that this library does not name.
    #[must_use]
    pub fn new(
        resource_type: impl Into<u16>,
        permission_type: impl Into<u16>,
        resources: &'a [&'a str],
    ) -> Self {
        Self {
            resource_type: resource_type.into(),
            permission_type: permission_type.into(),
            resources,
        }
    }

    /// The number of the kind of resource.
    #[must_use]
    pub const fn resource_type(&self) -> u16 {
        self.resource_type
    }

    /// The number of what may be done.
    #[must_use]
    pub const fn permission_type(&self) -> u16 {
        self.permission_type
    }

    /// Both numbers as one, the resource type first.
    pub(super) fn pair(&self) -> u32 {
        u32::from(self.resource_type) << 16 | u32::from(self.permission_type)
    }

    /// The names of the resources.
    #[must_use]
    pub const fn resources(&self) -> &'a [&'a str] {
        self.resources
    }
}

/// The permissions of a service.
///
/// The functions are named where the list is: a device without permissions
/// does not link them.
#[derive(Debug, Clone, Copy)]
pub(super) struct Permissions<'a> {
    list: &'a [Permission<'a>],
    check: fn(&[Permission<'_>]) -> Result<(), Error>,
    write: fn(&mut Writer<'_>, &[Permission<'_>]),
}

impl PartialEq for Permissions<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.list == other.list
    }
}

impl Eq for Permissions<'_> {}

impl<'a> Permissions<'a> {
    pub(super) const fn new(list: &'a [Permission<'a>]) -> Self {
        Self {
            list,
            check: check_permissions,
            write: write_permissions,
        }
    }

    /// Checks that lists and texts have 16-bit lengths.
    pub(super) fn check(&self) -> Result<(), Error> {
        (self.check)(self.list)
    }

    pub(super) fn write(&self, out: &mut Writer<'_>) {
        (self.write)(out, self.list);
    }
}

fn check_permissions(permissions: &[Permission<'_>]) -> Result<(), Error> {
    count(Field::Permissions, permissions.len())?;
    for permission in permissions {
        count(Field::Permissions, permission.resources().len())?;
        for resource in permission.resources() {
            string_len(Field::Resource, resource.len())?;
        }
    }
    Ok(())
}

/// Ascending by resource type, then permission type, the last list of a pair.
fn write_permissions(out: &mut Writer<'_>, permissions: &[Permission<'_>]) {
    let pairs = |at: usize| permissions.get(at).map(Permission::pair);
    let mut kinds = Counted::begin(out);
    let mut actions = None;
    let mut last = None;
    while let Some((pair, at)) = next_key(&pairs, last) {
        let Some(permission) = permissions.get(at) else {
            break;
        };
        if last.is_none_or(|last| last >> 16 != pair >> 16) {
            if let Some(actions) = actions.take() {
                Counted::end(actions, out);
            }
            kinds.count();
            put_u16(out, permission.resource_type());
            actions = Some(Counted::begin(out));
        }
        if let Some(actions) = &mut actions {
            actions.count();
        }
        put_u16(out, permission.permission_type());
        put_checked_len(out, permission.resources().len());
        for resource in permission.resources() {
            put_checked(out, resource.as_bytes());
        }
        last = Some(pair);
    }
    if let Some(actions) = actions {
        actions.end(out);
    }
    kinds.end(out);
}
