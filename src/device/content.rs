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
use crate::wire::json::{Event, Stream};

/// The names that count. The ids and the reasons begin with what is asked first.
const NAMES: [&str; 13] = [
    "agent_id",
    "agentId",
    "taskId",
    "task_id",
    "reason",
    "error_type",
    "code",
    "name",
    "token",
    "app_id",
    "appId",
    "data",
    "list",
];
const AGENT_ID: u8 = 0;
const LAST_ID: u8 = 3;
const REASON: u8 = 4;
const CODE: u8 = 6;
const NAME: u8 = 7;
const TOKEN: u8 = 8;
const APP_ID: u8 = 9;
const APP_ID_OF_TEN: u8 = 10;
const DATA: u8 = 11;
const LIST: u8 = 12;
/// Any other name.
const OTHER: u8 = u8::MAX;
/// A place in an array.
const ELEMENT: u8 = 0x80;
/// The rank of what was not kept yet: the lowest.
const NONE: u8 = u8::MAX;

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
    /// The names that lead to where the body is.
    path: [u8; 4],
    /// The names that one may still be of which this many bytes were read.
    may_be: u16,
    name_len: u8,
    slot: Slot,
    asked: Asked,
    is_object: bool,
    status: u16,
    meant: u16,
    /// Agents in the list.
    found: u8,
    text_rank: u8,
    text_len: u8,
    reason_rank: u8,
    reason_len: u8,
    text: [u8; TEXT_MAX],
    reason: [u8; REASON_MAX],
}

impl<'t> Content<'t> {
    pub(super) const fn new(asked: Asked, token: &'t mut [u8]) -> Self {
        Self {
            json: Stream::new(),
            broken: false,
            first: 0,
            kept: Kept {
                token,
                token_len: 0,
                path: [OTHER; 4],
                may_be: 0,
                name_len: 0,
                slot: Slot::None,
                asked,
                is_object: false,
                status: 0,
                meant: 0,
                found: 0,
                text_rank: NONE,
                text_len: 0,
                reason_rank: NONE,
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
        let Self {
            json,
            broken,
            first,
            kept,
        } = self;
        for byte in body {
            if *first == 0 && !byte.is_ascii_whitespace() {
                *first = *byte;
            }
            *broken = *broken || json.push(*byte, &mut |event| kept.take(event)).is_none();
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
        match (self.kept.status, self.reason()) {
            (200..=299, _) => Said::Unusable,
            (409, _) if self.kept.asked == Asked::Start => Said::Conflict,
            (404 | 410, "" | "TaskNotFound") if is_about_one => Said::Gone,
            _ => Said::Refused,
        }
    }

    /// TEN says everything with status 200, and means what is in `code`.
    fn said_by_ten(&self) -> Said {
        let has_all = self.kept.asked == Asked::Ten || self.has_token();
        match (self.kept.status, self.reason()) {
            (200..=299, _) if !self.is_object() => Said::Unusable,
            (200..=299, "0") if has_all => Said::Done,
            (200..=299, "0" | "") => Said::Unusable,
            (200..=299, "10002") => Said::Gone,
            (200..=299, "10003") => Said::Conflict,
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
            Asked::Start | Asked::Update | Asked::Find(_) => self.kept.whole_text(),
            _ => None,
        }
    }

    pub(super) const fn found(&self) -> u8 {
        self.kept.found
    }

    pub(super) fn name(&self) -> Option<&str> {
        match self.kept.asked {
            Asked::Name => self.kept.whole_text(),
            _ => None,
        }
    }

    pub(super) fn app_id(&self) -> Option<&str> {
        match self.kept.asked {
            Asked::SampleToken | Asked::TenToken => self.kept.whole_text(),
            _ => None,
        }
    }

    pub(super) fn token(&self) -> Result<&str, Error> {
        let len = usize::from(self.kept.token_len);
        match self.kept.token.get(..len) {
            Some([]) => Err(Error::BadMember { name: "token" }),
            Some(token) => as_text(token),
            None => Err(Error::BufferTooSmall { needed: len }),
        }
    }

    fn has_token(&self) -> bool {
        self.kept.token_len > 0 && self.app_id().is_some()
    }

    pub(super) fn reason(&self) -> &str {
        let len = usize::from(self.kept.reason_len);
        let reason = self.kept.reason.get(..len).unwrap_or_default();
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
    /// The text, unless it is empty or longer than the room.
    fn whole_text(&self) -> Option<&str> {
        let text = self.text.get(..usize::from(self.text_len))?;
        as_text(text).ok().filter(|text| !text.is_empty())
    }

    fn take(&mut self, event: Event) {
        match event {
            Event::Open { depth, is_object } => {
                self.is_object |= depth == 1 && is_object;
                self.slot = Slot::None;
                self.lead(depth, if is_object { OTHER } else { ELEMENT });
            }
            Event::Name => {
                self.may_be = u16::MAX;
                self.name_len = 0;
            }
            Event::NameByte(byte) => self.narrow(byte),
            Event::Named { depth } => {
                let name = (0..).zip(NAMES).find(|(number, name)| {
                    self.may_be & 1 << number != 0 && name.len() == usize::from(self.name_len)
                });
                self.lead(depth, name.map_or(OTHER, |(number, _)| number));
            }
            Event::Value { depth, first } => self.begin(usize::from(depth), first),
            Event::ValueByte(byte) => self.keep(byte),
        }
    }

    fn lead(&mut self, depth: u8, name: u8) {
        let place = usize::from(depth).checked_sub(1);
        if let Some(place) = place.and_then(|place| self.path.get_mut(place)) {
            *place = name;
        }
    }

    /// Drops the names that have another byte here.
    fn narrow(&mut self, byte: u8) {
        for (number, name) in NAMES.iter().enumerate() {
            if name.as_bytes().get(usize::from(self.name_len)) != Some(&byte) {
                self.may_be &= !(1 << number);
            }
        }
        self.name_len = self.name_len.saturating_add(1);
    }

    /// A value begins: where it goes to.
    fn begin(&mut self, depth: usize, first: u8) {
        let is_text = first == b'"';
        let is_number = matches!(first, b'-' | b'0'..=b'9');
        let conflict = self.asked == Asked::Start && self.status == 409;
        self.slot = Slot::None;
        let Some(path) = self.path.get(..depth) else {
            return;
        };
        match (self.asked, path) {
            (Asked::Ten | Asked::TenToken, [CODE]) if is_text || is_number => self.reason(0),
            (Asked::Ten | Asked::TenToken, [DATA]) if is_number => {
                self.meant = 0;
                self.slot = Slot::Meant;
            }
            (Asked::TenToken, [DATA, TOKEN]) | (Asked::SampleToken, [TOKEN]) if is_text => {
                self.token_len = 0;
                self.slot = Slot::Token;
            }
            (Asked::TenToken, [DATA, APP_ID_OF_TEN]) | (Asked::SampleToken, [APP_ID])
                if is_text =>
            {
                self.text(0);
            }
            (Asked::Name, [NAME]) if is_text => self.text(0),
            (Asked::Find(passed), [DATA, LIST, ELEMENT, AGENT_ID]) if is_text || is_number => {
                if self.found == passed {
                    self.text(0);
                }
                self.found = self.found.saturating_add(1);
            }
            (Asked::Start | Asked::Update, [AGENT_ID]) if is_text || is_number => self.text(0),
            (_, [rank @ ..=LAST_ID]) if conflict && (is_text || is_number) => self.text(*rank),
            (_, [_, rank @ ..=LAST_ID]) if conflict && (is_text || is_number) => {
                self.text(rank.saturating_add(REASON));
            }
            (_, [rank @ REASON..=CODE]) if is_text => self.reason(*rank),
            _ => {}
        }
    }

    /// A text begins, unless one of a better rank is there.
    const fn text(&mut self, rank: u8) {
        if rank <= self.text_rank {
            self.text_rank = rank;
            self.text_len = 0;
            self.slot = Slot::Text;
        }
    }

    const fn reason(&mut self, rank: u8) {
        if rank <= self.reason_rank {
            self.reason_rank = rank;
            self.reason_len = 0;
            self.slot = Slot::Reason;
        }
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
