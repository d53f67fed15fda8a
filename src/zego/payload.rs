//! What a strict token allows: the JSON text inside the member `payload`.
//!
//! | member | type | meaning |
//! |---|---|---|
//! | `room_id` | string | the room; `""` is any |
//! | `privilege` | object | `"1"` log in to the room, `"2"` publish a stream; 1 allows, 0 denies |
//! | `stream_id_list` | array of strings, null or absent | the streams that may be published; none named is any |
//!
//! ZEGO has to enable privilege checks for an application; its chat service
//! (ZIM) takes no payload.

use crate::Error;
use crate::buffer::Writer;
use crate::output::Output;
use crate::wire::json::{self, Array, Object, Text, Value};

/// Whether something is allowed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Access {
    /// Written as 0.
    Deny,
    /// Written as 1.
    Allow,
}

impl Access {
    const fn value(self) -> u64 {
        match self {
            Self::Deny => 0,
            Self::Allow => 1,
        }
    }
}

/// What can be allowed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Privilege {
    /// Logging in to a room, key `"1"`.
    Login,
    /// Publishing a stream, key `"2"`.
    Publish,
}

impl Privilege {
    const fn key(self) -> &'static str {
        match self {
            Self::Login => "1",
            Self::Publish => "2",
        }
    }

    /// The integer at this key in `object`, the JSON text of a `privilege`
    /// member: 1 is meant to allow, 0 to deny.
    pub(super) fn value_in(self, object: &str) -> Option<i64> {
        let [value] = json::members(object.as_bytes(), &[self.key()]).ok()?;
        value?.as_i64()
    }
}

/// One privilege or both; a payload without any means nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Privileges {
    login: Option<Access>,
    publish: Option<Access>,
}

impl Privileges {
    /// Both privileges.
    #[must_use]
    pub const fn both(login: Access, publish: Access) -> Self {
        Self {
            login: Some(login),
            publish: Some(publish),
        }
    }

    /// The privilege to log in alone.
    #[must_use]
    pub const fn login(login: Access) -> Self {
        Self {
            login: Some(login),
            publish: None,
        }
    }

    /// The privilege to publish alone.
    #[must_use]
    pub const fn publish(publish: Access) -> Self {
        Self {
            login: None,
            publish: Some(publish),
        }
    }

    pub(super) fn fill(self, object: &mut Object<'_, '_>) {
        for (privilege, access) in [
            (Privilege::Login, self.login),
            (Privilege::Publish, self.publish),
        ] {
            if let Some(access) = access {
                object.unsigned(privilege.key(), access.value());
            }
        }
    }
}

/// The member `stream_id_list`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Streams<'a> {
    Absent,
    Null,
    List(&'a [&'a str]),
}

/// A typed payload, for one room.
///
/// ```
/// use tokenmint::zego::{Access, Privileges, RoomPayload};
///
/// let payload = RoomPayload::new("demo", Privileges::both(Access::Allow, Access::Deny))
///     .streams(&["camera"]);
/// let mut buffer = [0; 128];
/// assert_eq!(
///     payload.write(&mut buffer)?,
///     r#"{"room_id":"demo","privilege":{"1":1,"2":0},"stream_id_list":["camera"]}"#
/// );
/// # Ok::<(), tokenmint::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RoomPayload<'a> {
    room_id: &'a str,
    privileges: Privileges,
    streams: Streams<'a>,
}

impl<'a> RoomPayload<'a> {
    /// `privileges` in the room `room_id` (`""`: any), with `stream_id_list`
    /// null, as in the official samples.
    #[must_use]
    pub const fn new(room_id: &'a str, privileges: Privileges) -> Self {
        Self {
            room_id,
            privileges,
            streams: Streams::Null,
        }
    }

    /// Only the streams called `stream_ids` may be published; an empty list
    /// means any, as null does.
    #[must_use]
    pub const fn streams(mut self, stream_ids: &'a [&'a str]) -> Self {
        self.streams = Streams::List(stream_ids);
        self
    }

    /// Leaves the member `stream_id_list` out.
    #[must_use]
    pub const fn without_streams(mut self) -> Self {
        self.streams = Streams::Absent;
        self
    }

    /// Writes the JSON text, for whoever hands it on unchanged; a token takes
    /// the payload itself.
    ///
    /// # Errors
    ///
    /// [`Error::BufferTooSmall`] with the exact length.
    pub fn write<O: Output>(&self, out: O) -> Result<O::Text, Error> {
        let mut counter = Writer::new(&mut []);
        json::object(&mut counter, |object| self.fill(object));
        out.write_text(counter.len(), |buffer| {
            let mut writer = Writer::new(buffer);
            json::object(&mut writer, |object| self.fill(object));
            writer.finish().map(|text| text.len())
        })
    }

    pub(super) fn fill(&self, object: &mut Object<'_, '_>) {
        object.string("room_id", self.room_id);
        object.object("privilege", |object| self.privileges.fill(object));
        match self.streams {
            Streams::Absent => {}
            Streams::Null => object.null("stream_id_list"),
            Streams::List(ids) => object.array("stream_id_list", |array: &mut Array<'_, '_>| {
                for id in ids {
                    array.string(id);
                }
            }),
        }
    }

    /// Bytes that the text takes up at most inside another JSON text, for a
    /// room id of `room_id_len` bytes and `stream_count` stream ids of together
    /// `stream_ids_len` bytes.
    pub(super) const fn escaped_max(
        room_id_len: usize,
        stream_count: usize,
        stream_ids_len: usize,
    ) -> usize {
        const FRAME: usize =
            json::escaped_len(r#"{"room_id":"","privilege":{"1":1,"2":1},"stream_id_list":null}"#);
        // A control character becomes `\\u0000`; quotes and comma of an id
        // become `\"\",`.
        FRAME
            .saturating_add(room_id_len.saturating_mul(7))
            .saturating_add(stream_ids_len.saturating_mul(7))
            .saturating_add(stream_count.saturating_mul(5))
    }
}

/// A payload that was read from a token.
///
/// ```
/// use tokenmint::zego::{ParsedPayload, Privilege};
///
/// let payload = ParsedPayload::parse(r#"{"room_id": "demo", "privilege": {"1": 1}}"#)?;
/// assert!(payload.room_id().is_some_and(|room| room.eq_str("demo")));
/// assert_eq!(payload.privilege(Privilege::Login), Some(1));
/// assert_eq!(payload.privilege(Privilege::Publish), None);
/// assert_eq!(payload.streams().count(), 0);
/// # Ok::<(), tokenmint::Error>(())
/// ```
#[derive(Debug, Clone, Copy)]
pub struct ParsedPayload<'a> {
    room_id: Option<Text<'a>>,
    privilege: Option<&'a str>,
    streams: &'a str,
}

impl<'a> ParsedPayload<'a> {
    /// Reads the text of a payload, escapes of the outer JSON resolved; other
    /// members than those of the table are skipped.
    ///
    /// # Errors
    ///
    /// [`Error::BadJson`] unless it is a JSON object, [`Error::BadMember`] when
    /// a member has another type than in the table.
    pub fn parse(text: &'a str) -> Result<Self, Error> {
        let [room_id, privilege, streams] =
            json::members(text.as_bytes(), &["room_id", "privilege", "stream_id_list"])?;
        let room_id = match room_id {
            None => None,
            Some(Value::String(room_id)) => Some(room_id),
            Some(_) => return Err(Error::BadMember { name: "room_id" }),
        };
        let privilege = match privilege {
            None => None,
            Some(Value::Object(privilege)) => Some(privilege),
            Some(_) => return Err(Error::BadMember { name: "privilege" }),
        };
        let bad_streams = Error::BadMember {
            name: "stream_id_list",
        };
        let streams = match streams {
            None | Some(Value::Null) => "[]",
            Some(Value::Array(streams)) => streams,
            Some(_) => return Err(bad_streams),
        };
        for stream in json::elements(streams.as_bytes())? {
            stream?.as_text().ok_or(bad_streams)?;
        }
        Ok(Self {
            room_id,
            privilege,
            streams,
        })
    }

    /// The room, when the payload names one; empty is any.
    #[must_use]
    pub const fn room_id(&self) -> Option<Text<'a>> {
        self.room_id
    }

    /// The value of a privilege, when it is there as an integer: 1 allows, 0
    /// denies, other values have no documented meaning.
    #[must_use]
    pub fn privilege(&self, privilege: Privilege) -> Option<i64> {
        privilege.value_in(self.privilege?)
    }

    /// The streams that may be published; none at all means any.
    pub fn streams(&self) -> impl Iterator<Item = Text<'a>> + use<'a> {
        json::elements(self.streams.as_bytes())
            .into_iter()
            .flatten()
            .filter_map(|stream| stream.ok()?.as_text())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_forms_of_the_samples() {
        use Access::{Allow, Deny};
        for (payload, text) in [
            (
                RoomPayload::new("demo", Privileges::both(Allow, Allow)),
                r#"{"room_id":"demo","privilege":{"1":1,"2":1},"stream_id_list":null}"#,
            ),
            (
                RoomPayload::new("", Privileges::login(Deny)).streams(&[]),
                r#"{"room_id":"","privilege":{"1":0},"stream_id_list":[]}"#,
            ),
            (
                RoomPayload::new("\n", Privileges::publish(Allow)).streams(&["a\"", "b"]),
                r#"{"room_id":"\n","privilege":{"2":1},"stream_id_list":["a\"","b"]}"#,
            ),
            (
                RoomPayload::new("r", Privileges::both(Deny, Deny)).without_streams(),
                r#"{"room_id":"r","privilege":{"1":0,"2":0}}"#,
            ),
        ] {
            assert_eq!(payload.write(&mut [0; 128]), Ok(text));
            assert_eq!(
                payload.write(&mut [0; 8]),
                Err(Error::BufferTooSmall { needed: text.len() })
            );
            let parsed = ParsedPayload::parse(text).unwrap();
            assert!(parsed.room_id().unwrap().eq_str(payload.room_id));
            let ids = match payload.streams {
                Streams::List(ids) => ids,
                _ => &[],
            };
            assert!(parsed.streams().count() == ids.len());
            assert!(parsed.streams().zip(ids).all(|(a, b)| a.eq_str(b)));
        }
    }

    #[test]
    fn other_types_are_named() {
        for (text, name) in [
            (r#"{"room_id":1}"#, "room_id"),
            (r#"{"privilege":[]}"#, "privilege"),
            (r#"{"stream_id_list":{}}"#, "stream_id_list"),
            (r#"{"stream_id_list":["a",1]}"#, "stream_id_list"),
        ] {
            assert_eq!(
                ParsedPayload::parse(text).unwrap_err(),
                Error::BadMember { name },
                "{text}"
            );
        }
        assert!(matches!(
            ParsedPayload::parse("not json at all"),
            Err(Error::BadJson { at: 0 })
        ));
    }
}
