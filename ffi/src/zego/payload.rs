//! The payload of a strict token.

use core::ffi::c_char;

use heapless::Vec;
use tokenmint::zego::{Privileges, RoomPayload};
use tokenmint::{Error, Field};

use super::mint::access;
use crate::frame::{Call, text, tokenmint_text};
use crate::status::{Failure, TOKENMINT_ERR_UNKNOWN_VALUE};

/// Leaves a privilege out of a payload. One of the two must be there.
pub const TOKENMINT_ZEGO_ABSENT: u32 = 2;

/// `stream_id_list` is null, as in the official samples.
pub const TOKENMINT_ZEGO_STREAMS_NULL: u32 = 0;
/// `stream_id_list` is left out.
pub const TOKENMINT_ZEGO_STREAMS_ABSENT: u32 = 1;
/// `stream_id_list` is the list that is given.
pub const TOKENMINT_ZEGO_STREAMS_LIST: u32 = 2;

/// The most stream ids of a payload.
pub const TOKENMINT_ZEGO_STREAMS_MAX: usize = 32;

/// Characters of a payload around its names, and of each name at most.
const FRAME: usize = 66;
const PER_BYTE: usize = 6;
const PER_STREAM: usize = 3;

/// The payload of a strict token, JSON text for one room.
///
/// @param room_id,room_id_len  The room; empty: any.
/// @param login    `TOKENMINT_ZEGO_ALLOW`, `TOKENMINT_ZEGO_DENY` or
///                 `TOKENMINT_ZEGO_ABSENT`.
/// @param publish  As `login`, for publishing a stream.
/// @param streams_kind  `TOKENMINT_ZEGO_STREAMS_...`
/// @param streams,streams_count  The streams that may be published, at most
///        `TOKENMINT_ZEGO_STREAMS_MAX`; none named: any.
/// @param out,out_cap,out_len  The payload; see "Outputs".
/// @retvals text_call unknown_value too_many
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tokenmint_zego_room_payload(
    room_id: *const c_char,
    room_id_len: usize,
    login: u32,
    publish: u32,
    streams_kind: u32,
    streams: *const tokenmint_text,
    streams_count: usize,
    out: *mut c_char,
    out_cap: usize,
    out_len: *mut usize,
) -> i32 {
    // SAFETY: the pointer rules of the crate.
    unsafe {
        Call::text(out, out_cap, out_len).with(
            (
                text(room_id, room_id_len),
                login,
                publish,
                streams_kind,
                streams,
                streams_count,
            ),
            |(room_id, login, publish, streams_kind, streams, streams_count), guard, out| {
                let mut list = Vec::<&str, TOKENMINT_ZEGO_STREAMS_MAX>::new();
                let mut bytes = room_id.len();
                for stream in guard.list(streams, streams_count)? {
                    let name = guard.text(stream.data, stream.len)?;
                    bytes = bytes.saturating_add(name.len());
                    list.push(name).map_err(|_| Error::TooMany {
                        field: Field::Resource,
                        max: TOKENMINT_ZEGO_STREAMS_MAX,
                    })?;
                }
                let payload = RoomPayload::new(room_id, privileges(login, publish)?);
                let payload = match streams_kind {
                    TOKENMINT_ZEGO_STREAMS_NULL => payload,
                    TOKENMINT_ZEGO_STREAMS_ABSENT => payload.without_streams(),
                    TOKENMINT_ZEGO_STREAMS_LIST => payload.streams(&list),
                    _ => return Err(Failure::call(TOKENMINT_ERR_UNKNOWN_VALUE)),
                };
                let needed = FRAME
                    .saturating_add(bytes.saturating_mul(PER_BYTE))
                    .saturating_add(streams_count.saturating_mul(PER_STREAM));
                payload
                    .write(out)
                    .map_err(|error| Failure::with_room(error, needed))
            },
        )
    }
}

fn privileges(login: u32, publish: u32) -> Result<Privileges, Failure> {
    Ok(match (login, publish) {
        (TOKENMINT_ZEGO_ABSENT, TOKENMINT_ZEGO_ABSENT) => {
            return Err(Failure::call(TOKENMINT_ERR_UNKNOWN_VALUE));
        }
        (login, TOKENMINT_ZEGO_ABSENT) => Privileges::login(access(login)?),
        (TOKENMINT_ZEGO_ABSENT, publish) => Privileges::publish(access(publish)?),
        (login, publish) => Privileges::both(access(login)?, access(publish)?),
    })
}
