//! Names of roles and permissions.

use crate::agora::Role;

/// The name of a role.
pub(super) const fn role_name(role: Role) -> &'static str {
    match role {
        Role::Attendee => "attendee",
        Role::Publisher => "publisher",
        Role::Subscriber => "subscriber",
        Role::Admin => "admin",
    }
}

/// Kinds of resources of RTM2 permissions, by their numbers.
pub(super) const RESOURCE_TYPES: [&str; 5] = [
    "message-channels",
    "stream-channels",
    "group-channels",
    "server-groups",
    "users",
];

/// What may be done with them, by their numbers.
pub(super) const PERMISSION_TYPES: [&str; 2] = ["read", "write"];
