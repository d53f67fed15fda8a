//! Permissions of service RTM2: which resources may be read or written.

/// A kind of resource.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
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
#[repr(u16)]
pub enum PermissionType {
    /// Receive from it.
    Read = 0,
    /// Send to it.
    Write = 1,
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
