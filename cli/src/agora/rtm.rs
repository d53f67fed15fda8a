//! `agora rtm` and `agora rtm-permissions`.

use clap::Args;
use tokenmint::agora::v007::{Issuer, Permission, PermissionType, ResourceType};
use tokenmint::agora::{ExpireIn, RtmTokenBuilder2};

use super::lasting::MintLasting;
use super::names;
use super::options::{AnyCompression, RowUser};
use super::present::Minted;
use crate::batch::columns::{Columns, Rows};
use crate::batch::spare::Spare;
use crate::failure::Failure;

/// Options of `agora rtm`.
#[derive(Debug, Clone, Args)]
pub(crate) struct Rtm {
    #[command(flatten)]
    user: RowUser,
}

impl Rows for Rtm {
    fn columns() -> Columns<Self> {
        Columns::<Self>::new().with(RowUser::columns(), |this| &mut this.user)
    }
}

impl MintLasting for Rtm {
    fn mint(&self, issuer: Issuer<AnyCompression>, expire: ExpireIn) -> Result<Minted, Failure> {
        let token = RtmTokenBuilder2::with_issuer(issuer)
            .build_token(self.user.account(), expire, Spare)
            .map_err(Failure::refused)?;
        Ok(Minted::new("RtmTokenBuilder2.build_token", token))
    }
}

/// Options of `agora rtm-permissions`.
#[derive(Debug, Clone, Args)]
pub(crate) struct RtmPermissions {
    #[command(flatten)]
    user: RowUser,
    /// RESOURCE:ACTION:NAME,NAME... with RESOURCE message-channels, stream-channels,
    /// group-channels, server-groups or users, ACTION read or write; repeatable
    #[arg(long, value_name = "PERMISSION", value_parser = OwnedPermission::parse)]
    permission: Vec<OwnedPermission>,
}

impl Rows for RtmPermissions {
    fn columns() -> Columns<Self> {
        Columns::<Self>::new().with(RowUser::columns(), |this| &mut this.user)
    }
}

impl MintLasting for RtmPermissions {
    fn mint(&self, issuer: Issuer<AnyCompression>, expire: ExpireIn) -> Result<Minted, Failure> {
        let names: Vec<_> = self.permission.iter().map(OwnedPermission::names).collect();
        let permissions = borrowed(&self.permission, &names);
        let token = RtmTokenBuilder2::with_issuer(issuer)
            .build_token_with_permissions(self.user.account(), &permissions, expire, Spare)
            .map_err(Failure::refused)?;
        Ok(Minted::new(
            "RtmTokenBuilder2.build_token_with_permissions",
            token,
        ))
    }
}

/// A permission that owns its texts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct OwnedPermission {
    /// Number of the kind of resource.
    pub(crate) resource_type: u16,
    /// Number of what may be done.
    pub(crate) permission_type: u16,
    /// The names of the resources.
    pub(crate) resources: Vec<String>,
}

impl OwnedPermission {
    /// Reads `RESOURCE:ACTION:NAME,NAME...`; nothing after the second colon is
    /// no name.
    pub(crate) fn parse(text: &str) -> Result<Self, String> {
        let mut parts = text.splitn(3, ':');
        let (Some(resource), Some(action), Some(names)) =
            (parts.next(), parts.next(), parts.next())
        else {
            return Err("expected RESOURCE:ACTION:NAMES, such as message-channels:read:a,b".into());
        };
        let resources = match names {
            "" => Vec::new(),
            _ => names.split(',').map(str::to_owned).collect(),
        };
        Ok(Self {
            resource_type: names::parse_listed(&ResourceType::NAMES, resource)?,
            permission_type: names::parse_listed(&PermissionType::NAMES, action)?,
            resources,
        })
    }

    /// The names, borrowed.
    pub(crate) fn names(&self) -> Vec<&str> {
        self.resources.iter().map(String::as_str).collect()
    }
}

/// The permissions as the library takes them; `names` are theirs, in order.
pub(crate) fn borrowed<'a>(
    permissions: &[OwnedPermission],
    names: &'a [Vec<&'a str>],
) -> Vec<Permission<'a>> {
    permissions
        .iter()
        .zip(names)
        .map(|(owned, names)| Permission::new(owned.resource_type, owned.permission_type, names))
        .collect()
}
