//! The content of a token: how long it is, and how it is written.

use super::permission::Permission;
use super::service::{ChannelUser, Fields, Service, check_resource, last_value, next_key};
use crate::agora::limits::{ACCOUNT_MAX, CHANNEL_MAX};
use crate::agora::{Account, ExpireIn};
use crate::buffer::Writer;
use crate::wire::base64::encoded_len;
use crate::wire::packing::{STRING_OVERHEAD, count, put_string, put_u16, put_u32};
use crate::wire::zlib::{CONTENT_MAX, compressed_max};
use crate::{Error, Field};

/// Bytes of the signature at the start of the content, with its length.
pub(super) const SIGNATURE_LEN: usize = 34;

/// Content bytes of a token beside its services.
pub const CONTENT_OVERHEAD: usize = 82;

/// Content bytes of one privilege.
pub const PRIVILEGE_LEN: usize = 6;

/// Characters before the base64 part.
pub(super) const VERSION_LEN: usize = 3;

/// Content bytes of a token with one RTC service.
///
/// `account_len` is 0 for uid 0, at most 10 for other uids.
#[must_use]
pub const fn rtc_content_len(channel_len: usize, account_len: usize, privileges: usize) -> usize {
    CONTENT_OVERHEAD
        .saturating_add(4)
        .saturating_add(privileges.saturating_mul(PRIVILEGE_LEN))
        .saturating_add(2 * STRING_OVERHEAD)
        .saturating_add(channel_len)
        .saturating_add(account_len)
}

/// Buffer size that minting a token with `content_len` bytes of content
/// takes, whatever the compression. It is more than the token has: the buffer
/// is also the workspace, with the content at its end and the compressed
/// content at its start.
#[must_use]
pub const fn mint_capacity(content_len: usize) -> usize {
    let workspace = VERSION_LEN
        .saturating_add(compressed_max(content_len))
        .saturating_add(content_len);
    let text = token_max(content_len);
    if workspace > text { workspace } else { text }
}

/// The longest token that `content_len` bytes of content can give.
#[must_use]
pub const fn token_max(content_len: usize) -> usize {
    VERSION_LEN.saturating_add(encoded_len(compressed_max(content_len)))
}

/// Buffer size that is enough for every RTC token within the documented
/// limits: 64 bytes of channel, 255 of account, four privileges.
pub const RTC_CAPACITY: usize = mint_capacity(rtc_content_len(CHANNEL_MAX, ACCOUNT_MAX, 4));

/// The longest RTC token within the documented limits, in characters.
pub const RTC_TOKEN_MAX: usize = token_max(rtc_content_len(CHANNEL_MAX, ACCOUNT_MAX, 4));

/// The signed part of a content, before it is written.
#[derive(Debug, Clone, Copy)]
pub(super) struct Signed<'a> {
    pub(super) app_id: &'a [u8],
    pub(super) issued_at: u32,
    pub(super) expire: ExpireIn,
    pub(super) salt: u32,
    pub(super) services: &'a [Service<'a>],
}

impl Signed<'_> {
    /// Bytes of the whole content, the signature included.
    pub(super) fn content_len(&self) -> Result<usize, Error> {
        // Counting is writing into nothing: one walk, so no second truth.
        let mut counter = Writer::new(&mut []);
        self.write(&mut counter)?;
        let len = counter.len().saturating_add(SIGNATURE_LEN);
        if len > CONTENT_MAX {
            return Err(Error::ContentTooLarge { max: CONTENT_MAX });
        }
        Ok(len)
    }

    pub(super) fn write(&self, out: &mut Writer<'_>) -> Result<(), Error> {
        put_string(out, Field::AppId, self.app_id)?;
        put_u32(out, self.issued_at);
        put_u32(out, self.expire.as_seconds());
        put_u32(out, self.salt);
        put_u16(out, count(Field::Services, self.services.len())?);
        let numbers = || self.services.iter().map(|s| s.service_type().number());
        let mut last = None;
        while let Some(number) = next_key(numbers(), last) {
            for service in self.services {
                if service.service_type().number() == number {
                    write_service(out, service)?;
                }
            }
            last = Some(number);
        }
        Ok(())
    }
}

fn write_service(out: &mut Writer<'_>, service: &Service<'_>) -> Result<(), Error> {
    put_u16(out, service.service_type().number());
    write_privileges(out, service.privileges())?;
    match service.fields {
        Fields::Rtc(user) | Fields::Streaming(user) | Fields::Fcdn(user) => {
            write_channel_user(out, user)
        }
        Fields::Rtm { user_id, .. } | Fields::Chat { user_id, .. } => {
            write_account(out, Field::UserId, user_id)
        }
        Fields::Apaas(classroom) => {
            put_string(out, Field::Room, classroom.room_uuid.as_bytes())?;
            put_string(out, Field::UserId, classroom.user_uuid.as_bytes())?;
            out.put(&classroom.role.to_le_bytes());
            Ok(())
        }
        Fields::Rtm2 {
            user_id,
            permissions,
        } => {
            write_account(out, Field::UserId, user_id)?;
            write_permissions(out, permissions)
        }
        Fields::Fpa | Fields::ConvoAi | Fields::Stt => Ok(()),
    }
}

fn write_channel_user(out: &mut Writer<'_>, user: ChannelUser<'_>) -> Result<(), Error> {
    put_string(out, Field::Channel, user.channel.as_bytes())?;
    write_account(out, Field::Account, user.account)
}

fn write_account(out: &mut Writer<'_>, field: Field, account: Account<'_>) -> Result<(), Error> {
    put_string(out, field, account.text().as_str().as_bytes())
}

/// Ascending by number, the last value of a number.
fn write_privileges(out: &mut Writer<'_>, privileges: &[(u16, ExpireIn)]) -> Result<(), Error> {
    let numbers = || privileges.iter().map(|(number, _)| *number);
    put_u16(out, distinct(Field::Privileges, numbers)?);
    let mut last = None;
    while let Some(number) = next_key(numbers(), last) {
        put_u16(out, number);
        let value = last_value(privileges, number).unwrap_or(ExpireIn::WITH_TOKEN);
        put_u32(out, value.as_seconds());
        last = Some(number);
    }
    Ok(())
}

/// Ascending by resource type, then permission type, the last list of a pair.
fn write_permissions(out: &mut Writer<'_>, permissions: &[Permission<'_>]) -> Result<(), Error> {
    let kinds = || permissions.iter().map(Permission::resource_type);
    put_u16(out, distinct(Field::Permissions, kinds)?);
    let mut last_kind = None;
    while let Some(kind) = next_key(kinds(), last_kind) {
        put_u16(out, kind);
        let of_kind = || permissions.iter().filter(|p| p.resource_type() == kind);
        let actions = || of_kind().map(Permission::permission_type);
        put_u16(out, distinct(Field::Permissions, actions)?);
        let mut last_action = None;
        while let Some(action) = next_key(actions(), last_action) {
            put_u16(out, action);
            let last = of_kind().rfind(|p| p.permission_type() == action);
            let resources = last.map_or(&[][..], Permission::resources);
            put_u16(out, count(Field::Permissions, resources.len())?);
            for resource in resources {
                put_u16(out, check_resource(resource)?);
                out.put_str(resource);
            }
            last_action = Some(action);
        }
        last_kind = Some(kind);
    }
    Ok(())
}

/// How many different keys there are.
fn distinct<I: Iterator<Item = u16>>(field: Field, keys: impl Fn() -> I) -> Result<u16, Error> {
    let mut different = 0_usize;
    let mut last = None;
    while let Some(key) = next_key(keys(), last) {
        different = different.saturating_add(1);
        last = Some(key);
    }
    count(field, different)
}
