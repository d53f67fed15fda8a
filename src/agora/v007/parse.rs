//! Reading a token: total, without an allocator, in a caller's workspace.
//!
//! Parsing proves the form only. Whether the signature holds, and whether the
//! token is the expected one, is [`ParsedToken2::verify`] and
//! [`ParsedToken2::check`].

#[cfg(feature = "alloc")]
use super::content::RTC_CAPACITY;
use super::content::{VERSION_LEN, token_capacity};
use super::privilege::ServiceType;
use crate::Error;
use crate::agora::ExpireIn;
use crate::agora::reading::Reading;
use crate::wire::base64::{decode, decoded_capacity};
use crate::wire::packing::Reader;
use crate::wire::zlib::{CONTENT_MAX, inflate};

/// No token that parses has more characters.
const TOKEN_MAX: usize = token_capacity(CONTENT_MAX);

/// Workspace that is enough to parse any token of `token_len` characters that
/// parses at all. Real tokens need far less: [`RTC_CAPACITY`] bytes are enough
/// for every RTC token within the documented limits.
///
/// [`RTC_CAPACITY`]: super::RTC_CAPACITY
#[must_use]
pub const fn workspace_len(token_len: usize) -> usize {
    decoded_capacity(token_len.saturating_sub(VERSION_LEN)).saturating_add(CONTENT_MAX)
}

/// Writes the content of `token` to the front of `workspace`; gives its length.
fn unpack(token: &str, workspace: &mut [u8]) -> Result<usize, Error> {
    let text = token
        .strip_prefix(super::VERSION)
        .ok_or(Error::UnsupportedVersion)?;
    if token.len() > TOKEN_MAX {
        return Err(Error::TooLarge { max: CONTENT_MAX });
    }
    let too_small = Error::BufferTooSmall {
        needed: workspace_len(token.len()),
    };
    let tail = workspace
        .len()
        .checked_sub(decoded_capacity(text.len()))
        .ok_or(too_small)?;
    let (head, tail) = workspace.split_at_mut_checked(tail).ok_or(too_small)?;
    let compressed = decode(text.as_bytes(), VERSION_LEN, tail)?;
    inflate(compressed, head).map_err(|error| match error {
        Error::BufferTooSmall { .. } => too_small,
        other => other,
    })
}

/// A token that has been read; borrows the workspace.
#[derive(Debug, Clone, Copy)]
pub struct ParsedToken2<'w> {
    content: &'w [u8],
    pub(super) signature: &'w [u8],
    pub(super) signed: &'w [u8],
    app_id: &'w str,
    issued_at: u32,
    expire: ExpireIn,
    salt: u32,
    service_count: u16,
    services: Reader<'w>,
    unknown: Option<u16>,
    trailing: usize,
}

impl<'w> ParsedToken2<'w> {
    /// Reads `token`. `workspace` receives the decoded token; how large it has
    /// to be depends on the content, see [`workspace_len`].
    ///
    /// A service of unknown type ends the list, because its length is unknown:
    /// [`ParsedToken2::unknown_service`] tells. Bytes after the last service
    /// are signed like the rest and are reported by
    /// [`ParsedToken2::trailing_len`].
    ///
    /// # Errors
    ///
    /// - [`Error::UnsupportedVersion`] unless it starts with `007`.
    /// - [`Error::BadBase64`] for anything but canonical base64 with padding
    ///   (several official libraries are laxer).
    /// - [`Error::BadCompression`] for a broken zlib stream,
    ///   [`Error::TrailingData`] when bytes follow it, [`Error::TooLarge`] when
    ///   it inflates to more than [`CONTENT_MAX`] bytes, or the text is longer
    ///   than [`token_capacity`] says for so many.
    /// - [`Error::Truncated`] when a field runs past the end,
    ///   [`Error::NotUtf8`] when a name is no text.
    /// - [`Error::BufferTooSmall`] when the workspace is too small; the size it
    ///   names is enough in any case.
    pub fn parse(token: &str, workspace: &'w mut [u8]) -> Result<Self, Error> {
        let content = unpack(token, workspace)?;
        Self::from_content(workspace.get(..content).unwrap_or_default())
    }

    /// Reads `token` in a vector that grows to what the token needs: from
    /// [`RTC_CAPACITY`](super::RTC_CAPACITY) bytes, or four for each character, to
    /// [`workspace_len`]. What is in it at first does not matter.
    ///
    /// # Errors
    ///
    /// Those of [`ParsedToken2::parse`] but [`Error::BufferTooSmall`].
    #[cfg(feature = "alloc")]
    pub fn parse_in(token: &str, workspace: &'w mut alloc::vec::Vec<u8>) -> Result<Self, Error> {
        let likely = RTC_CAPACITY.max(token.len().min(TOKEN_MAX).saturating_mul(4));
        workspace.resize(workspace.len().max(likely), 0);
        let content = match unpack(token, workspace) {
            Err(Error::BufferTooSmall { needed }) => {
                workspace.resize(needed, 0);
                unpack(token, workspace)
            }
            result => result,
        }?;
        Self::from_content(workspace.get(..content).unwrap_or_default())
    }

    /// Reads a content that has been decoded already.
    ///
    /// # Errors
    ///
    /// [`Error::Truncated`] and [`Error::NotUtf8`] as [`ParsedToken2::parse`].
    pub fn from_content(content: &'w [u8]) -> Result<Self, Error> {
        let mut fields = Reading::new(Reader::new(content));
        let signature = fields.string();
        let signed = fields.reader().rest();
        let app_id = fields.text();
        let issued_at = fields.u32();
        let expire = ExpireIn::seconds(fields.u32());
        let salt = fields.u32();
        let service_count = fields.u16();
        let services = fields.reader();
        let mut unknown = None;
        for _ in 0..service_count {
            if let Read::Unknown(number) = read_service(&mut fields) {
                unknown = Some(number);
                break;
            }
            if fields.failed() {
                break;
            }
        }
        let trailing = match unknown {
            Some(_) => 0,
            None => fields.reader().rest().len(),
        };
        fields.end(Self {
            content,
            signature,
            signed,
            app_id,
            issued_at,
            expire,
            salt,
            service_count,
            services,
            unknown,
            trailing,
        })
    }

    /// The decoded content: what two implementations have to agree on.
    #[must_use]
    pub const fn content(&self) -> &'w [u8] {
        self.content
    }

    /// The app id as the token has it; nothing has checked its form.
    #[must_use]
    pub const fn app_id(&self) -> &'w str {
        self.app_id
    }

    /// Issue time in Unix seconds.
    #[must_use]
    pub const fn issued_at(&self) -> u32 {
        self.issued_at
    }

    /// Lifetime, counted from the issue time.
    #[must_use]
    pub const fn expire(&self) -> ExpireIn {
        self.expire
    }

    /// End of the token in Unix seconds.
    #[must_use]
    pub const fn expires_at(&self) -> u64 {
        self.expire.after(self.issued_at)
    }

    /// The salt.
    #[must_use]
    pub const fn salt(&self) -> u32 {
        self.salt
    }

    /// The services up to the first unknown one.
    #[must_use]
    pub const fn services(&self) -> Services<'w> {
        Services {
            reader: self.services,
            left: self.service_count,
        }
    }

    /// How many services the token says it has.
    #[must_use]
    pub const fn service_count(&self) -> u16 {
        self.service_count
    }

    /// The type number at which reading stopped, if it is unknown.
    #[must_use]
    pub const fn unknown_service(&self) -> Option<u16> {
        self.unknown
    }

    /// Signed bytes after the last service; 0 in a regular token.
    #[must_use]
    pub const fn trailing_len(&self) -> usize {
        self.trailing
    }
}

/// The services of a token, in the order of the token.
#[derive(Debug, Clone)]
pub struct Services<'w> {
    reader: Reader<'w>,
    left: u16,
}

impl<'w> Iterator for Services<'w> {
    type Item = ServiceRef<'w>;

    fn next(&mut self) -> Option<ServiceRef<'w>> {
        self.left = self.left.checked_sub(1)?;
        let mut fields = Reading::new(self.reader);
        let read = read_service(&mut fields);
        self.reader = fields.reader();
        match read {
            Read::Service(service) => Some(service),
            // `from_content` has read them all, so only an unknown one ends it.
            Read::Unknown(_) => {
                self.left = 0;
                None
            }
        }
    }
}

/// A service that has been read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct ServiceRef<'w> {
    /// Its type.
    pub service_type: ServiceType,
    /// Its privileges.
    pub privileges: PrivilegesRef<'w>,
    /// The fields of its type.
    pub fields: FieldsRef<'w>,
}

impl<'w> ServiceRef<'w> {
    /// The channel, where the service has one; the room of a classroom.
    #[must_use]
    pub const fn channel(&self) -> Option<&'w str> {
        match self.fields {
            FieldsRef::ChannelUser { channel, .. }
            | FieldsRef::Classroom {
                room_uuid: channel, ..
            } => Some(channel),
            _ => None,
        }
    }

    /// The account or user id, where the service has one; empty: any user.
    #[must_use]
    pub const fn user(&self) -> Option<&'w str> {
        match self.fields {
            FieldsRef::ChannelUser { account, .. } => Some(account),
            FieldsRef::User { user_id } | FieldsRef::Permissions { user_id, .. } => Some(user_id),
            FieldsRef::Classroom { user_uuid, .. } => Some(user_uuid),
            FieldsRef::None => None,
        }
    }
}

/// The fields of a service, by their shape.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum FieldsRef<'w> {
    /// RTC, Streaming, FCDN.
    ChannelUser {
        /// The channel.
        channel: &'w str,
        /// The account; empty: any user.
        account: &'w str,
    },
    /// RTM, Chat.
    User {
        /// The user id; empty for the Chat application.
        user_id: &'w str,
    },
    /// APaaS.
    Classroom {
        /// The room.
        room_uuid: &'w str,
        /// The user.
        user_uuid: &'w str,
        /// The role; -1: none.
        role: i16,
    },
    /// RTM2.
    Permissions {
        /// The user id.
        user_id: &'w str,
        /// What may be done with which resources.
        permissions: PermissionsRef<'w>,
    },
    /// FPA, ConvoAI, STT.
    None,
}

/// The privileges of a service.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PrivilegesRef<'w>(pub(in crate::agora) &'w [u8]);

impl<'w> PrivilegesRef<'w> {
    /// Numbers and lifetimes as they stand in the token, repeats included.
    pub fn iter(&self) -> impl Iterator<Item = (u16, ExpireIn)> + use<'w> {
        let (entries, _) = self.0.as_chunks();
        entries.iter().map(|&[a, b, c, d, e, f]| {
            let expire = ExpireIn::seconds(u32::from_le_bytes([c, d, e, f]));
            (u16::from_le_bytes([a, b]), expire)
        })
    }

    /// The lifetime of a privilege; of a repeated one the last value counts.
    #[must_use]
    pub fn get(&self, privilege: impl Into<u16>) -> Option<ExpireIn> {
        self.last(privilege.into())
    }

    #[cfg_attr(target_os = "none", inline(never))]
    fn last(&self, wanted: u16) -> Option<ExpireIn> {
        self.iter()
            .filter(|(number, _)| *number == wanted)
            .last()
            .map(|(_, expire)| expire)
    }

    /// Whether there are none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether they are in the order that builders write.
    #[cfg_attr(target_os = "none", inline(never))]
    pub(in crate::agora) fn are_sorted(&self) -> bool {
        self.iter().map(|(number, _)| number).is_sorted()
    }

    /// Whether `number` is among the first `count` of them.
    #[cfg_attr(target_os = "none", inline(never))]
    pub(in crate::agora) fn begin_with(&self, count: usize, number: u16) -> bool {
        self.iter().take(count).any(|(other, _)| other == number)
    }
}

/// The permissions of service RTM2.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PermissionsRef<'w>(&'w [u8]);

/// One permission of service RTM2.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct PermissionRef<'w> {
    /// The kind of resource.
    pub resource_type: u16,
    /// What may be done.
    pub permission_type: u16,
    resources: &'w [u8],
}

impl<'w> PermissionRef<'w> {
    /// The names of the resources.
    pub fn resources(&self) -> impl Iterator<Item = &'w str> + use<'w> {
        let mut reader = Reader::new(self.resources);
        core::iter::from_fn(move || reader.text().ok())
    }
}

impl<'w> PermissionsRef<'w> {
    /// One entry for each pair of resource and permission type.
    pub fn iter(&self) -> impl Iterator<Item = PermissionRef<'w>> + use<'w> {
        let mut fields = Reading::new(Reader::new(self.0));
        let mut walk = Permissions {
            kinds: fields.u16(),
            resource_type: 0,
            actions: 0,
            fields,
        };
        core::iter::from_fn(move || walk.next())
    }
}

/// A walk over permissions.
struct Permissions<'w> {
    fields: Reading<'w>,
    /// Left to read.
    kinds: u16,
    /// Whose actions are read.
    resource_type: u16,
    /// Left to read.
    actions: u16,
}

impl<'w> Permissions<'w> {
    #[cfg_attr(target_os = "none", inline(never))]
    fn next(&mut self) -> Option<PermissionRef<'w>> {
        while self.actions == 0 {
            self.kinds = self.kinds.checked_sub(1)?;
            self.resource_type = self.fields.u16();
            self.actions = self.fields.u16();
        }
        self.actions = self.actions.saturating_sub(1);
        let permission = PermissionRef {
            resource_type: self.resource_type,
            permission_type: self.fields.u16(),
            resources: read_resources(&mut self.fields),
        };
        (!self.fields.failed()).then_some(permission)
    }
}

enum Read<'w> {
    Service(ServiceRef<'w>),
    Unknown(u16),
}

/// Nothing of it counts when reading has failed.
#[cfg_attr(target_os = "none", inline(never))]
fn read_service<'w>(fields: &mut Reading<'w>) -> Read<'w> {
    let number = fields.u16();
    let Some(service_type) = ServiceType::from_number(number) else {
        return Read::Unknown(number);
    };
    let count = fields.u16();
    let privileges = PrivilegesRef(fields.take(usize::from(count).saturating_mul(6)));
    // All texts are read in one place.
    let texts = match service_type {
        ServiceType::Rtc | ServiceType::Streaming | ServiceType::Fcdn | ServiceType::Apaas => 2,
        ServiceType::Rtm | ServiceType::Chat | ServiceType::Rtm2 => 1,
        ServiceType::Fpa | ServiceType::ConvoAi | ServiceType::Stt => 0,
    };
    let [mut first, mut second] = [""; 2];
    for text in [&mut first, &mut second].into_iter().take(texts) {
        *text = fields.text();
    }
    let fields = match service_type {
        ServiceType::Rtc | ServiceType::Streaming | ServiceType::Fcdn => FieldsRef::ChannelUser {
            channel: first,
            account: second,
        },
        ServiceType::Rtm | ServiceType::Chat => FieldsRef::User { user_id: first },
        ServiceType::Apaas => FieldsRef::Classroom {
            room_uuid: first,
            user_uuid: second,
            role: fields.u16().cast_signed(),
        },
        ServiceType::Rtm2 => FieldsRef::Permissions {
            user_id: first,
            permissions: read_permissions(fields),
        },
        ServiceType::Fpa | ServiceType::ConvoAi | ServiceType::Stt => FieldsRef::None,
    };
    Read::Service(ServiceRef {
        service_type,
        privileges,
        fields,
    })
}

fn read_permissions<'w>(fields: &mut Reading<'w>) -> PermissionsRef<'w> {
    let start = fields.reader();
    for _ in 0..fields.u16() {
        fields.u16();
        for _ in 0..fields.u16() {
            fields.u16();
            read_resources(fields);
            if fields.failed() {
                return PermissionsRef(&[]);
            }
        }
    }
    PermissionsRef(consumed(start, &fields.reader()))
}

/// The strings of one list, checked, without their count.
#[cfg_attr(target_os = "none", inline(never))]
fn read_resources<'w>(fields: &mut Reading<'w>) -> &'w [u8] {
    let count = fields.u16();
    let start = fields.reader();
    for _ in 0..count {
        fields.text();
        if fields.failed() {
            return &[];
        }
    }
    consumed(start, &fields.reader())
}

fn consumed<'w>(start: Reader<'w>, end: &Reader<'_>) -> &'w [u8] {
    let len = end.position().saturating_sub(start.position());
    start.rest().get(..len).unwrap_or(&[])
}
