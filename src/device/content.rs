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
const OTHER: u8 = 0xFE;
/// A place in an array.
const ELEMENT: u8 = 0xFF;
/// The rank of what was not kept yet: the lowest.
const NONE: u32 = u32::MAX;

/// The deepest value that counts.
const DEEP: usize = 4;

/// The way to a value: a byte a container, the outermost the lowest.
const fn way(names: &[u32]) -> u32 {
    match names {
        [name, inner @ ..] => *name | way(inner) << 8,
        [] => 0,
    }
}

const TOKEN_IN_DATA: u32 = way(&[DATA, TOKEN]);
const APP_ID_IN_DATA: u32 = way(&[DATA, APP_ID_OF_TEN]);
const AGENT_IN_LIST: u32 = way(&[DATA, LIST, ELEMENT as u32, AGENT_ID]);

/// How the answers of a service are read: a device links that of its own.
pub(super) struct Reading {
    /// Where a value at a way goes; `is_text`: it is no number.
    slot: fn(&mut Kept<'_>, u32, bool) -> Slot,
    said: fn(&Content<'_>) -> Said,
}

/// What Conversational AI answers.
pub(super) const OF_SERVICE: Reading = Reading {
    slot: |kept, way, is_text| kept.slot_of_service(way, is_text),
    said: |content| content.said_by_service(),
};

/// What Shengwang's sample server answers.
pub(super) const OF_SAMPLE: Reading = Reading {
    slot: |kept, way, is_text| kept.slot_of_sample(way, is_text),
    said: |content| content.said_by_service(),
};

/// What a server of TEN answers.
pub(super) const OF_TEN: Reading = Reading {
    slot: |kept, way, is_text| kept.slot_of_ten(way, is_text),
    said: |content| content.said_by_ten(),
};

/// Where the bytes of a value go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Slot {
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

pub(super) struct Kept<'t> {
    reading: &'static Reading,
    token: &'t mut [u8],
    /// The way to where the body is, as far as it has so many names.
    way: [u8; DEEP],
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
    /// Bytes that have come; more than there is room for are too many.
    token_len: u16,
    text_len: u16,
    reason_len: u16,
    text: [u8; TEXT_MAX],
    reason: [u8; REASON_MAX],
}

impl<'t> Content<'t> {
    pub(super) const fn new(
        reading: &'static Reading,
        asked: Asked,
        passed: u8,
        token: &'t mut [u8],
    ) -> Self {
        Self {
            json: Stream::new(),
            broken: false,
            first: 0,
            kept: Kept {
                reading,
                token,
                way: [0; DEEP],
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
                token_len: 0,
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
        (self.kept.reading.said)(self)
    }

    fn said_by_service(&self) -> Said {
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
            (Asked::Start, _) => !self.agent_id().is_empty(),
            (Asked::SampleToken, _) => self.has_token(),
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

    pub(super) fn agent_id(&self) -> &[u8] {
        match self.kept.asked {
            Asked::Start | Asked::Update | Asked::Find => self.text(),
            _ => b"",
        }
    }

    /// The text that was asked for, of a body that was read to its end.
    #[cfg_attr(target_os = "none", inline(never))]
    fn text(&self) -> &[u8] {
        let text = self.kept.text.get(..usize::from(self.kept.text_len));
        match text {
            Some(text) if self.is_object() => text,
            _ => b"",
        }
    }

    pub(super) const fn found(&self) -> u8 {
        self.kept.found
    }

    pub(super) fn name(&self) -> &[u8] {
        match self.kept.asked {
            Asked::Name => self.text(),
            _ => b"",
        }
    }

    pub(super) fn app_id(&self) -> &[u8] {
        match self.kept.asked {
            Asked::SampleToken | Asked::TenToken => self.text(),
            _ => b"",
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
        self.kept.token_len > 0 && !self.app_id().is_empty()
    }

    pub(super) fn reason(&self) -> &[u8] {
        self.kept.reason()
    }
}

impl Kept<'_> {
    fn reason(&self) -> &[u8] {
        let reason = self.reason.get(..usize::from(self.reason_len));
        reason.unwrap_or(&self.reason)
    }

    #[cfg_attr(target_os = "none", inline(never))]
    fn take(&mut self, json: &Stream, event: Event, byte: u8) {
        let depth = usize::from(json.depth());
        match event {
            Event::Nothing | Event::Fault => {}
            Event::Object | Event::Array => {
                self.slot = Slot::None;
                if depth == 1 {
                    self.is_object = event == Event::Object;
                }
                self.lead(depth, ELEMENT);
            }
            Event::Name => self.name = Fingerprint::NONE,
            Event::Named => {
                let place = NAMES.iter().zip(1..).find(|(name, _)| **name == self.name);
                self.lead(depth, place.map_or(OTHER, |(_, place)| place));
            }
            Event::Text | Event::Number | Event::Word => {
                self.slot = Slot::None;
                if event != Event::Word && depth <= DEEP {
                    // What is deeper than the value does not count.
                    let inner = DEEP.wrapping_sub(depth).wrapping_mul(8);
                    let inner = u32::try_from(inner).unwrap_or(0);
                    let mask = u32::MAX.checked_shr(inner).unwrap_or(0);
                    let way = u32::from_le_bytes(self.way) & mask;
                    self.slot = (self.reading.slot)(self, way, event == Event::Text);
                }
                if event == Event::Number {
                    self.keep(byte);
                }
            }
            Event::Byte => self.byte(json, byte),
            Event::Escaped => {
                let mut bytes = [0; 4];
                for byte in json.escaped().encode_utf8(&mut bytes).bytes() {
                    self.byte(json, byte);
                }
            }
        }
    }

    fn byte(&mut self, json: &Stream, byte: u8) {
        match json.is_name() {
            true => self.name.push(byte),
            false => self.keep(byte),
        }
    }

    /// Takes the way to the member or the elements that come.
    fn lead(&mut self, depth: usize, name: u8) {
        if let Some(place) = self.way.get_mut(depth.wrapping_sub(1)) {
            *place = name;
        }
    }

    fn slot_of_service(&mut self, way: u32, is_text: bool) -> Slot {
        if matches!(way, REASON..=CODE) && is_text {
            return self.begin_reason(way);
        }
        match self.asked {
            Asked::Start if self.status == 409 => match (way, way >> 8) {
                (AGENT_ID..=TASK_ID, _) => self.begin_text(way),
                (_, AGENT_ID..=TASK_ID) if way & 0xFF != u32::from(ELEMENT) => self.begin_text(way),
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
            _ => Slot::None,
        }
    }

    fn slot_of_sample(&mut self, way: u32, is_text: bool) -> Slot {
        match (self.asked, way) {
            (Asked::SampleToken, TOKEN) if is_text => self.begin_token(),
            (Asked::SampleToken, APP_ID) if is_text => self.begin_text(0),
            _ => self.slot_of_service(way, is_text),
        }
    }

    fn slot_of_ten(&mut self, way: u32, is_text: bool) -> Slot {
        match way {
            CODE => self.begin_reason(0),
            DATA if !is_text => {
                self.meant = 0;
                Slot::Meant
            }
            TOKEN_IN_DATA if is_text && self.asked == Asked::TenToken => self.begin_token(),
            APP_ID_IN_DATA if is_text => self.begin_text(0),
            _ => Slot::None,
        }
    }

    const fn begin_token(&mut self) -> Slot {
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

    #[cfg_attr(target_os = "none", inline(never))]
    fn keep(&mut self, byte: u8) {
        let (room, len): (&mut [u8], _) = match self.slot {
            Slot::None => return,
            Slot::Text => (&mut self.text, &mut self.text_len),
            Slot::Reason => (&mut self.reason, &mut self.reason_len),
            Slot::Token => (self.token, &mut self.token_len),
            Slot::Meant => {
                let digit = u16::from(byte.wrapping_sub(b'0'));
                self.meant = self.meant.saturating_mul(10).saturating_add(digit);
                return;
            }
        };
        if let Some(place) = room.get_mut(usize::from(*len)) {
            *place = byte;
        }
        *len = len.saturating_add(1);
    }
}
