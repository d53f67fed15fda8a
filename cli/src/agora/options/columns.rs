//! The columns that stand for these options.

use tokenmint::agora::Role;
use tokenmint::doctor;

use super::{Channel, Expire, Lifetimes, RoleOption, RowUser, RtcPrivileges, Stamping};
use crate::agora::names;
use crate::batch::columns::{Columns, Rows};
use crate::{clock, duration};

impl Rows for Channel {
    fn columns() -> Columns<Self> {
        Columns::<Self>::new()
            .text(&["channel", "channel_name"], |this| &mut this.channel)
            .needs(&["channel"], |this| this.channel.is_some(), "channel")
    }
}

impl Rows for RowUser {
    fn columns() -> Columns<Self> {
        let account = &["account", "user_account", "user_id"];
        Columns::<Self>::new()
            .optional(&["uid"], names::parse_number, |this| &mut this.user.uid)
            .text(account, |this| &mut this.user.account)
            .one_of(&["uid", "account"], |this| {
                this.user.uid = None;
                this.user.account = None;
            })
            .needs(&["uid", "account"], |this| this.user.given().is_some(), "1")
    }
}

impl Rows for RoleOption {
    fn columns() -> Columns<Self> {
        Columns::<Self>::new().value(&["role"], builders_role, |this| &mut this.role)
    }
}

/// The builder's word for a role, or its number: in a file, another word is more
/// likely a mistake of the program that wrote it.
fn builders_role(text: &str) -> Result<Role, String> {
    let role = doctor::names::parse_role(text)?;
    let is_number = text.bytes().all(|byte| byte.is_ascii_digit());
    if is_number || text.eq_ignore_ascii_case(role.name()) {
        return Ok(role);
    }
    Err(format!("in a row, this role is called {}", role.name()))
}

impl Rows for Expire {
    fn columns() -> Columns<Self> {
        let names = &["expire", "token_expire"];
        Columns::<Self>::new().value(names, duration::parse, |this| &mut this.expire)
    }
}

impl Rows for Lifetimes {
    fn columns() -> Columns<Self> {
        let privilege = &["privilege_expire"];
        Columns::<Self>::new()
            .with(Expire::columns(), |this| &mut this.expire)
            .optional(privilege, duration::parse, |this| {
                &mut this.privilege_expire
            })
    }
}

impl Rows for RtcPrivileges {
    fn columns() -> Columns<Self> {
        let parse = duration::parse;
        Columns::<Self>::new()
            .optional(&["join_expire"], parse, |this| &mut this.join_expire)
            .optional(&["audio_expire"], parse, |this| &mut this.audio_expire)
            .optional(&["video_expire"], parse, |this| &mut this.video_expire)
            .optional(&["data_expire"], parse, |this| &mut this.data_expire)
    }
}

impl Rows for Stamping {
    fn columns() -> Columns<Self> {
        Columns::<Self>::new()
            .optional(&["issued_at"], clock::parse, |this| &mut this.issued_at)
            .optional(&["salt"], names::parse_number, |this| &mut this.salt)
    }
}
