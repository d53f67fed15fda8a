//! The members of an answer's body that count, kept while it passes.
//!
//! | asked | kept |
//! |---|---|
//! | a start, an update | `agent_id`; in a conflict also `agentId`, `taskId`, `task_id`, and those one object deeper |
//! | agents | `data.list[n].agent_id` |
//! | a name | `name` |
//! | a token of the sample server | `token`, `app_id` |
//! | a token of TEN | `data.token`, `data.appId` |
//! | anything | `reason`, else `error_type`, else `code`; of TEN `code`, and a number `data` |

use super::answer::{Asked, REASON_MAX, Said, TEXT_MAX};
use crate::Error;
use crate::buffer::as_text;
use crate::wire::decimal::parse_saturating;
use crate::wire::fingerprint::Fingerprint;
use crate::wire::json::{Event, Stream};

/// The names that count; a place in the list, counted from 1, stands for one.
const NAMES: [Fingerprint; 13] = [
    Fingerprint::of("agent_id"),
    Fingerprint::of("agentId"),
    Fingerprint::of("taskId"),
    Fingerprint::of("task_id"),
    Fingerprint::of("reason"),
    Fingerprint::of("error_type"),
    Fingerprint::of("code"),
    Fingerprint::of("name"),
    Fingerprint::of("token"),
    Fingerprint::of("app_id"),
    Fingerprint::of("appId"),
    Fingerprint::of("data"),
    Fingerprint::of("list"),
];
const AGENT_ID: u32 = 1;
const TASK_ID: u32 = 4;
const REASON: u32 = 5;
const CODE: u32 = 7;
const NAME: u32 = 8;
const TOKEN: u32 = 9;
const APP_ID: u32 = 10;
const APP_ID_OF_TEN: u32 = 11;
const DATA: u32 = 12;
const LIST: u32 = 13;
/// Any other name.
const OTHER: u32 = 0xFE;
/// A place in an array.
const ELEMENT: u32 = 0xFF;
/// The rank of what was not kept yet: the lowest.
const NONE: u32 = u32::MAX;

/// The way to a value: a byte a container, the outermost the lowest.
const fn way(names: &[u32]) -> u32 {
    match names {
        [name, inner @ ..] => *name | way(inner) << 8,
        [] => 0,
    }
}

/// The part of a way that is at most so deep.
fn outer(way: u32, depth: u8) -> u32 {
    way & !u32::MAX.checked_shl(u32::from(depth) << 3).unwrap_or(0)
}

const TOKEN_IN_DATA: u32 = way(&[DATA, TOKEN]);
const APP_ID_IN_DATA: u32 = way(&[DATA, APP_ID_OF_TEN]);
const AGENT_IN_LIST: u32 = way(&[DATA, LIST, ELEMENT, AGENT_ID]);

/// Where the bytes of a value go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Slot {
    None,
    Text,
    Reason,
    Token,
    /// The number in `data` that TEN means as the status.
    Meant,
}

/// The body of an answer, as far as it was seen.
pub(super) struct Content<'t> {
    json: Stream,
    /// Whether a byte did not fit.
    broken: bool,
    /// The first byte that is not white space; 0 before it.
    first: u8,
    kept: Kept<'t>,
}

struct Kept<'t> {
    token: &'t mut [u8],
    token_len: u16,
    /// The way to where the body is, as far as it has four names.
    way: u32,
    /// The name that is read.
    name: Fingerprint,
    slot: Slot,
    asked: Asked,
    /// Agents that are passed over.
    passed: u8,
    is_object: bool,
    status: u16,
    meant: u16,
    /// Agents in the list.
    found: u8,
    text_rank: u32,
    reason_rank: u32,
    text_len: u8,
    reason_len: u8,
    text: [u8; TEXT_MAX],
    reason: [u8; REASON_MAX],
}

impl<'t> Content<'t> {
    pub(super) const fn new(asked: Asked, passed: u8, token: &'t mut [u8]) -> Self {
        Self {
            json: Stream::new(),
            broken: false,
            first: 0,
            kept: Kept {
                token,
                token_len: 0,
                way: 0,
                name: Fingerprint::NONE,
                slot: Slot::None,
                asked,
                passed,
                is_object: false,
                status: 0,
                meant: 0,
                found: 0,
                text_rank: NONE,
                reason_rank: NONE,
                text_len: 0,
                reason_len: 0,
                text: [0; TEXT_MAX],
                reason: [0; REASON_MAX],
            },
        }
    }

    /// Takes in the status, which comes before the body.
    pub(super) const fn set_status(&mut self, status: u16) {
        self.kept.status = status;
    }

    pub(super) const fn status(&self) -> u16 {
        self.kept.status
    }

    pub(super) fn read(&mut self, body: &[u8]) {
        for byte in body {
            if self.first == 0 && !byte.is_ascii_whitespace() {
                self.first = *byte;
            }
            if !self.broken {
                let event = self.json.push(*byte);
                self.broken = event == Event::Fault;
                self.kept.take(&self.json, event, *byte);
            }
        }
    }

    /// Whether the body is one object of JSON.
    const fn is_object(&self) -> bool {
        self.kept.is_object && !self.broken && self.json.is_whole()
    }

    /// What the answer says.
    pub(super) fn said(&self) -> Said {
        if matches!(self.kept.asked, Asked::Ten | Asked::TenToken) {
            return self.said_by_ten();
        }
        if !matches!(self.kept.status, 200..=299) {
            return self.said_by_status();
        }
        let is_there = match (self.kept.asked, self.first) {
            // The service's answer is empty, which the sample server makes a second
            // status line of, in the body.
            (Asked::Stop | Asked::Update | Asked::SampleStop, 0) | (Asked::SampleStop, b'H') => {
                true
            }
            _ if !self.is_object() => false,
            (Asked::Start, _) => self.agent_id().is_some(),
            (Asked::SampleToken | Asked::TenToken, _) => self.has_token(),
            (_, _) => true,
        };
        match is_there {
            true => Said::Done,
            false => Said::Unusable,
        }
    }

    /// What the status alone says.
    pub(super) fn said_by_status(&self) -> Said {
        let is_about_one = matches!(
            self.kept.asked,
            Asked::Stop | Asked::SampleStop | Asked::Update | Asked::Name
        );
        match (self.kept.status, self.kept.reason()) {
            (200..=299, _) => Said::Unusable,
            (409, _) if self.kept.asked == Asked::Start => Said::Conflict,
            (404 | 410, b"" | b"TaskNotFound") if is_about_one => Said::Gone,
            _ => Said::Refused,
        }
    }

    /// TEN says everything with status 200, and means what is in `code`.
    fn said_by_ten(&self) -> Said {
        let has_all = self.kept.asked == Asked::Ten || self.has_token();
        match (self.kept.status, parse_saturating(self.kept.reason(), 10)) {
            (200..=299, _) if !self.is_object() => Said::Unusable,
            (200..=299, Some(0)) if has_all => Said::Done,
            (200..=299, Some(0)) => Said::Unusable,
            (200..=299, None) if self.kept.reason().is_empty() => Said::Unusable,
            (200..=299, Some(10_002)) => Said::Gone,
            (200..=299, Some(10_003)) => Said::Conflict,
            _ => Said::Refused,
        }
    }

    /// The status that is meant.
    pub(super) const fn meant_status(&self) -> u16 {
        match (self.kept.status, self.kept.meant) {
            (200..=299, meant @ 400..=599) => meant,
            (200..=299, _) => 400,
            (status, _) => status,
        }
    }

    pub(super) fn agent_id(&self) -> Option<&str> {
        match self.kept.asked {
            Asked::Start | Asked::Update | Asked::Find => self.text(),
            _ => None,
        }
    }

    /// The text that was asked for, of a body that was read to its end.
    fn text(&self) -> Option<&str> {
        match self.is_object() {
            true => self.kept.whole_text(),
            false => None,
        }
    }

    pub(super) const fn found(&self) -> u8 {
        self.kept.found
    }

    pub(super) fn name(&self) -> Option<&str> {
        match self.kept.asked {
            Asked::Name => self.text(),
            _ => None,
        }
    }

    pub(super) fn app_id(&self) -> Option<&str> {
        match self.kept.asked {
            Asked::SampleToken | Asked::TenToken => self.text(),
            _ => None,
        }
    }

    pub(super) fn token(&self) -> Result<&str, Error> {
        let len = usize::from(self.kept.token_len);
        match self.kept.token.get(..len) {
            _ if !self.is_object() => Err(Error::BadMember { name: "token" }),
            Some([]) => Err(Error::BadMember { name: "token" }),
            Some(token) => as_text(token),
            None => Err(Error::BufferTooSmall { needed: len }),
        }
    }

    fn has_token(&self) -> bool {
        self.kept.token_len > 0 && self.app_id().is_some()
    }

    pub(super) fn reason(&self) -> &str {
        let reason = self.kept.reason();
        match core::str::from_utf8(reason) {
            Ok(reason) => reason,
            // It was cut off within a character.
            Err(error) => {
                let whole = reason.get(..error.valid_up_to()).unwrap_or_default();
                as_text(whole).unwrap_or_default()
            }
        }
    }
}

impl Kept<'_> {
    fn reason(&self) -> &[u8] {
        let reason = self.reason.get(..usize::from(self.reason_len));
        reason.unwrap_or_default()
    }

    /// The text, unless it is empty or longer than the room.
    fn whole_text(&self) -> Option<&str> {
        let text = self.text.get(..usize::from(self.text_len))?;
        as_text(text).ok().filter(|text| !text.is_empty())
    }

    #[cfg_attr(target_os = "none", inline(never))]
    fn take(&mut self, json: &Stream, event: Event, byte: u8) {
        match event {
            Event::Nothing | Event::Fault => {}
            Event::Object | Event::Array => {
                self.slot = Slot::None;
                if json.depth() == 1 {
                    self.is_object = event == Event::Object;
                }
                self.lead(json.depth(), ELEMENT);
            }
            Event::Name => self.name = Fingerprint::NONE,
            Event::Named => {
                let place = NAMES.iter().zip(1..).find(|(name, _)| **name == self.name);
                self.lead(json.depth(), place.map_or(OTHER, |(_, place)| place));
            }
            Event::Text | Event::Number | Event::Word => {
                self.slot = self.slot_of(json.depth(), event);
                if event == Event::Number {
                    self.keep(byte);
                }
            }
            Event::Byte if json.is_name() => self.name.push(byte),
            Event::Byte => self.keep(byte),
            Event::Escaped => {
                let mut bytes = [0; 4];
                for byte in json.escaped().encode_utf8(&mut bytes).bytes() {
                    match json.is_name() {
                        true => self.name.push(byte),
                        false => self.keep(byte),
                    }
                }
            }
        }
    }

    /// Takes the way to the member or the elements that come.
    fn lead(&mut self, depth: u8, name: u32) {
        let above = depth.saturating_sub(1);
        let inner = name.checked_shl(u32::from(above) << 3).unwrap_or(0);
        self.way = outer(self.way, above) | inner;
    }

    /// Where a value that begins goes to.
    fn slot_of(&mut self, depth: u8, event: Event) -> Slot {
        let way = outer(self.way, depth);
        let is_text = event == Event::Text;
        if event == Event::Word || depth > 4 {
            return Slot::None;
        }
        if matches!(self.asked, Asked::Ten | Asked::TenToken) {
            return match way {
                CODE => self.begin_reason(0),
                DATA if !is_text => {
                    self.meant = 0;
                    Slot::Meant
                }
                TOKEN_IN_DATA if is_text => self.begin_token(Asked::TenToken),
                APP_ID_IN_DATA if is_text => self.begin_text(0),
                _ => Slot::None,
            };
        }
        if matches!(way, REASON..=CODE) && is_text {
            return self.begin_reason(way);
        }
        match self.asked {
            Asked::Start if self.status == 409 => match (way, way >> 8) {
                (AGENT_ID..=TASK_ID, _) => self.begin_text(way),
                (_, AGENT_ID..=TASK_ID) if way & 0xFF != ELEMENT => self.begin_text(way),
                _ => Slot::None,
            },
            Asked::Start | Asked::Update if way == AGENT_ID => self.begin_text(0),
            Asked::Find if way == AGENT_IN_LIST => {
                let found = self.found;
                self.found = found.saturating_add(1);
                match found == self.passed {
                    true => self.begin_text(0),
                    false => Slot::None,
                }
            }
            Asked::Name if way == NAME && is_text => self.begin_text(0),
            Asked::SampleToken if way == TOKEN && is_text => self.begin_token(Asked::SampleToken),
            Asked::SampleToken if way == APP_ID && is_text => self.begin_text(0),
            _ => Slot::None,
        }
    }

    fn begin_token(&mut self, asked: Asked) -> Slot {
        if self.asked != asked {
            return Slot::None;
        }
        self.token_len = 0;
        Slot::Token
    }

    /// A text begins, unless one of a better rank is there: a smaller one.
    const fn begin_text(&mut self, rank: u32) -> Slot {
        if rank > self.text_rank {
            return Slot::None;
        }
        self.text_rank = rank;
        self.text_len = 0;
        Slot::Text
    }

    const fn begin_reason(&mut self, rank: u32) -> Slot {
        if rank > self.reason_rank {
            return Slot::None;
        }
        self.reason_rank = rank;
        self.reason_len = 0;
        Slot::Reason
    }

    fn keep(&mut self, byte: u8) {
        match self.slot {
            Slot::None => {}
            Slot::Text => {
                put(&mut self.text, self.text_len, byte);
                // One that is too long is longer than the room.
                self.text_len = self.text_len.saturating_add(1);
            }
            Slot::Reason => {
                if put(&mut self.reason, self.reason_len, byte) {
                    self.reason_len = self.reason_len.saturating_add(1);
                }
            }
            Slot::Token => {
                put(self.token, self.token_len, byte);
                self.token_len = self.token_len.saturating_add(1);
            }
            Slot::Meant => {
                let digit = u16::from(byte.wrapping_sub(b'0'));
                self.meant = self.meant.saturating_mul(10).saturating_add(digit);
            }
        }
    }
}

fn put(room: &mut [u8], at: impl Into<usize>, byte: u8) -> bool {
    let place = room.get_mut(at.into());
    place.map(|place| *place = byte).is_some()
}
