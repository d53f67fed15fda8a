//! What stands in a token, in one shape for all versions.

mod zego;

use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use super::cause::Cause;
use super::question::{Question, Version};
use super::words::quoted;
use crate::agora::v007::{FieldsRef, ParsedToken2, PrivilegesRef, ServiceType};
use crate::agora::{ExpireIn, v006};
use crate::wire::crc32::crc32;

pub(super) use zego::open;

/// A channel, room or user, as far as the token tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Name {
    Text(String),
    Checksum(u32),
}

impl Name {
    /// Whether it is `text`, by its checksum if that is all there is.
    pub(super) fn is(&self, text: &str) -> bool {
        match self {
            Self::Text(name) => name == text,
            Self::Checksum(crc) => crc32(text.as_bytes()) == *crc,
        }
    }

    /// The empty name: any.
    pub(super) fn is_any(&self) -> bool {
        self.is("")
    }

    pub(super) fn text(&self) -> Option<&str> {
        match self {
            Self::Text(name) => Some(name),
            Self::Checksum(_) => None,
        }
    }

    /// For people.
    pub(super) fn shown(&self) -> String {
        match self {
            Self::Text(name) if name.is_empty() => "any".to_owned(),
            Self::Text(name) => clipped(name),
            Self::Checksum(_) => "a name of which the token has the checksum only".to_owned(),
        }
    }
}

/// A foreign text, quoted, and not at any length.
pub(super) fn clipped(text: &str) -> String {
    const MAX: usize = 80;
    match text.char_indices().nth(MAX) {
        None => quoted(text),
        Some((at, _)) => format!("{}...", quoted(text.get(..at).unwrap_or(""))),
    }
}

/// How long a privilege lasts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum End {
    /// ZEGO: it is denied.
    Denied,
    /// As long as the token.
    WithToken,
    /// Until this Unix time.
    At(i64),
}

/// A privilege that a token names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Grant {
    pub(super) number: u16,
    /// As it stands in the token.
    pub(super) value: u32,
    pub(super) end: End,
}

/// What a token may be used for, by whom and where.
#[derive(Debug, Clone)]
pub(super) struct Use {
    /// Nothing for ZEGO, which has one service.
    pub(super) service: Option<ServiceType>,
    pub(super) channel: Option<Name>,
    pub(super) user: Option<Name>,
    pub(super) grants: Vec<Grant>,
}

impl Use {
    /// Whether it is for `channel`; a service without channels is for none.
    pub(super) fn is_in(&self, channel: &str) -> bool {
        let any_room = self.service.is_none();
        let holds = |name: &Name| name.is(channel) || (any_room && name.is_any());
        self.channel.as_ref().is_some_and(holds)
    }

    /// Whether `user` may use it; who is not named is not kept out.
    pub(super) fn allows(&self, user: &str) -> bool {
        let allows = |name: &Name| name.is(user) || (self.service.is_some() && name.is_any());
        self.user.as_ref().is_none_or(allows)
    }

    /// The last value of a number counts.
    pub(super) fn grant(&self, number: u16) -> Option<&Grant> {
        let mut same = self.grants.iter().rev();
        same.find(|grant| grant.number == number && grant.end != End::Denied)
    }

    pub(super) fn denies(&self, number: u16) -> bool {
        let denied = |grant: &Grant| grant.number == number && grant.end == End::Denied;
        self.grants.iter().any(denied)
    }

    /// The service by its name.
    pub(super) fn title(&self) -> &'static str {
        self.service.map_or("ZEGO", ServiceType::name)
    }
}

/// A token that has been read.
#[derive(Debug)]
pub(super) struct Facts {
    pub(super) version: Version,
    pub(super) token: String,
    /// Agora: the decoded content, with the signature.
    pub(super) content: Vec<u8>,
    /// Nothing, when no secret opens it.
    pub(super) inside: Option<Inside>,
    /// ZEGO: the end that stands in clear.
    pub(super) clear_end: Option<i64>,
}

/// What only who can read it knows.
#[derive(Debug)]
pub(super) struct Inside {
    pub(super) app_id: String,
    /// For 006 a day before its end, as all builders have it.
    pub(super) issued_at: i64,
    pub(super) expires_at: i64,
    pub(super) uses: Vec<Use>,
    /// What has the wrong type.
    pub(super) wrong: Vec<Cause>,
}

/// Seconds from the making of a 006 token to its end.
pub(super) const V006_LIFETIME: i64 = 86_400;

impl Facts {
    /// Reads `token`, if it is of a version that this reasons about.
    pub(super) fn read(token: &str, question: &Question<'_>) -> Option<Self> {
        let facts = match token.get(..3)? {
            "007" => read_007(token),
            "006" => read_006(token),
            _ => return zego::read(token, question),
        };
        facts.map(|(version, content, inside)| Self {
            version,
            token: token.to_owned(),
            content,
            inside: Some(inside),
            clear_end: None,
        })
    }
}

type Read = (Version, Vec<u8>, Inside);

fn read_007(token: &str) -> Option<Read> {
    let mut workspace = Vec::new();
    let parsed = ParsedToken2::parse_in(token, &mut workspace).ok()?;
    let issued_at = i64::from(parsed.issued_at());
    let grants = |privileges: &PrivilegesRef<'_>| {
        privileges
            .iter()
            .map(|(number, expire)| Grant {
                number,
                value: expire.as_seconds(),
                end: match expire {
                    ExpireIn::WITH_TOKEN => End::WithToken,
                    own => End::At(own.after(parsed.issued_at()).cast_signed()),
                },
            })
            .collect()
    };
    let uses = parsed.services().map(|service| Use {
        service: Some(service.service_type),
        channel: match service.fields {
            FieldsRef::Classroom { room_uuid, .. } => Some(room_uuid),
            _ => service.channel(),
        }
        .map(|text| Name::Text(text.to_owned())),
        user: service.user().map(|text| Name::Text(text.to_owned())),
        grants: grants(&service.privileges),
    });
    let inside = Inside {
        app_id: parsed.app_id().to_owned(),
        issued_at,
        expires_at: parsed.expires_at().cast_signed(),
        uses: uses.collect(),
        wrong: Vec::new(),
    };
    Some((Version::V007, parsed.content().to_vec(), inside))
}

/// The services of 006 are told by the numbers of their privileges.
fn read_006(token: &str) -> Option<Read> {
    let mut workspace = vec![0; token.len()];
    let parsed = v006::ParsedToken::parse(token, &mut workspace).ok()?;
    let expires_at = i64::from(parsed.expires_at().as_unix());
    let login = u16::from(v006::Privilege::RtmLogin);
    let grants = |rtm: bool| {
        let of_service = parsed
            .privileges()
            .filter(move |(number, _)| (*number == login) == rtm);
        of_service
            .map(|(number, end)| Grant {
                number: if rtm { 1 } else { number },
                value: end.as_unix(),
                end: match end.as_unix() {
                    0 => End::WithToken,
                    unix => End::At(unix.into()),
                },
            })
            .collect::<Vec<_>>()
    };
    let mut uses = Vec::new();
    if parsed.privileges().next().is_none() || !grants(false).is_empty() {
        uses.push(Use {
            service: Some(ServiceType::Rtc),
            channel: Some(Name::Checksum(parsed.channel_crc())),
            user: Some(Name::Checksum(parsed.account_crc())),
            grants: grants(false),
        });
    }
    if !grants(true).is_empty() {
        uses.push(Use {
            service: Some(ServiceType::Rtm),
            channel: None,
            user: Some(Name::Checksum(parsed.channel_crc())),
            grants: grants(true),
        });
    }
    let inside = Inside {
        app_id: parsed.app_id().to_owned(),
        issued_at: expires_at.saturating_sub(V006_LIFETIME),
        expires_at,
        uses,
        wrong: Vec::new(),
    };
    Some((Version::V006, parsed.content().to_vec(), inside))
}
