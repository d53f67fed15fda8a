//! AccessToken2, version "007".
//!
//! ```text
//! token   = "007" base64(zlib(content))
//! content = str(signature) signed
//! signed  = str(app_id) u32 issue_ts, u32 expire, u32 salt, u16 count, services
//! service = u16 type, map(privileges), the fields of the type
//!
//! k1        = HMAC-SHA256(key = u32 issue_ts, data = certificate text)
//! k2        = HMAC-SHA256(key = u32 salt,     data = k1)
//! signature = HMAC-SHA256(key = k2,           data = signed)
//! ```
//!
//! Integers are little-endian, `str` has a 16-bit length. Services are sorted
//! by type (equal types keep their order), privileges by number. All lifetimes
//! are seconds relative to the issue time.
//!
//! Two tokens with the same content may differ as text, because compressors
//! differ: compare contents, or use [`Exact`](crate::wire::zlib::Exact), which
//! gives what the official Python, C++ and Java libraries give.

pub(super) mod builders;
mod content;
mod inspect;
pub(crate) mod issuer;
mod parse;
mod peek;
mod permission;
mod privilege;
mod service;
mod stated;
pub(crate) mod time_key;
pub(super) mod token;
mod verify;

pub use content::{
    CONTENT_OVERHEAD, PRIVILEGE_LEN, RTC_CAPACITY, RTC_TOKEN_CAPACITY, mint_capacity,
    rtc_content_len, token_capacity,
};
pub use issuer::{Issuer, Minter};
pub use parse::{
    FieldsRef, ParsedToken2, PermissionRef, PermissionsRef, PrivilegesRef, ServiceRef, Services,
    workspace_len,
};
pub use peek::{Peek, peek};
pub use permission::{Permission, PermissionType, ResourceType};
pub use privilege::{
    PrivilegeApaas, PrivilegeChat, PrivilegeFcdn, PrivilegeFpa, PrivilegeRtc, PrivilegeRtm,
    PrivilegeStreaming, ServiceType,
};
pub use service::{
    Service, ServiceApaas, ServiceChat, ServiceConvoAi, ServiceFcdn, ServiceFpa, ServiceRtc,
    ServiceRtm, ServiceRtm2, ServiceStreaming, ServiceStt,
};
pub use time_key::TimeKey;

/// The first three characters of a token.
pub const VERSION: &str = "007";

/// What the official libraries write when an expiry is left out.
pub const DEFAULT_EXPIRE: super::ExpireIn = super::ExpireIn::seconds(900);
