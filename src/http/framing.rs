//! An answer of HTTP/1.1 that comes in pieces of any size: where its head ends,
//! and which bytes are its body.
//!
//! ```text
//! 1xx answers -> status line -> headers -> body: by length | chunked | to the end
//! ```
//!
//! Redirects, encodings and what is in the body are for others. Nothing of an
//! answer is kept but the begin of the value that is being read.
//!
//! | limit | bytes |
//! |---|---|
//! | a value that counts | [`VALUE_MAX`] |
//! | status lines, headers and trailers, extensions of chunks | [`ANSWER_HEAD_MAX`] |
//! | the body | [`ANSWER_BODY_MAX`] |

use crate::Error;
use crate::wire::decimal::parse_saturating;
use crate::wire::fingerprint::Fingerprint;

/// The most bytes of a value that counts: those of a date, and one.
const VALUE_MAX: usize = 30;
/// The most bytes beside the body: 16 KiB.
pub const ANSWER_HEAD_MAX: u32 = 0x4000;
/// The most bytes of a body: 64 KiB.
pub const ANSWER_BODY_MAX: u32 = 0x1_0000;

const CONTENT_LENGTH: Fingerprint = Fingerprint::of("content-length");
const TRANSFER_ENCODING: Fingerprint = Fingerprint::of("transfer-encoding");

const CHUNKED: Fingerprint = Fingerprint::of("chunked");

/// What the next bytes of an answer are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part<'b> {
    /// There are no more bytes.
    More,
    /// The answer is at its end; what follows is of another.
    Done,
    /// It is no answer, or too large.
    Fault,
    /// The status line; of 1xx answers nothing is told.
    Status,
    /// A header: [`Framing::name`] and [`Framing::value`].
    Header,
    /// Some of the body.
    Body(&'b [u8]),
}

/// How far an answer is.
#[derive(Clone)]
pub(crate) struct Framing {
    /// Bytes of the answer so far.
    at: u32,
    /// Bytes beside the body.
    beside: u32,
    /// Bytes of the body.
    body: u32,
    /// Bytes that are left of the body or the chunk.
    left: u32,
    name: Fingerprint,
    status: u16,
    state: State,
    length: Length,
    line: Line,
    value_len: u8,
    value: [u8; VALUE_MAX],
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    StatusLine,
    Headers,
    Body,
    ChunkSize,
    Chunk,
    /// The line end after the data of a chunk.
    ChunkEnd,
    Trailers,
    Done,
    Malformed,
    TooLarge,
}

/// How the end of the body is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Length {
    ToTheEnd,
    Known,
    Chunked,
}

/// Where in a line it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Line {
    Begin,
    Name,
    Value,
    /// After a carriage return.
    End,
}

impl Framing {
    pub(crate) const fn new() -> Self {
        Self {
            at: 0,
            beside: 0,
            body: 0,
            left: 0,
            name: Fingerprint::NONE,
            status: 0,
            state: State::StatusLine,
            length: Length::ToTheEnd,
            line: Line::Begin,
            value_len: 0,
            value: [0; VALUE_MAX],
        }
    }

    /// Whether the answer is there as a whole.
    pub(crate) const fn is_done(&self) -> bool {
        matches!(self.state, State::Done)
    }

    /// Whether what came is too much: it would be so again.
    pub(crate) const fn is_too_large(&self) -> bool {
        matches!(self.state, State::TooLarge)
    }

    /// The status of the answer.
    pub(crate) const fn status(&self) -> u16 {
        self.status
    }

    /// The name of the header, in lower case.
    pub(crate) const fn name(&self) -> Fingerprint {
        self.name
    }

    /// The value of the header; one that is too long is cut off.
    #[cfg_attr(target_os = "none", inline(never))]
    pub(crate) fn value(&self) -> &[u8] {
        let value = self.value.get(..usize::from(self.value_len));
        value.unwrap_or_default().trim_ascii_end()
    }

    /// Whether one more byte makes the value one that is too long.
    fn is_full(&self) -> bool {
        usize::from(self.value_len) == VALUE_MAX.saturating_sub(1)
    }

    /// Whether more of the value was there than is kept of it.
    fn is_longer(&self) -> bool {
        usize::from(self.value_len) == VALUE_MAX
    }

    /// Takes bytes from the front of `bytes`, up to the next part.
    pub(crate) fn next<'b>(&mut self, bytes: &mut &'b [u8]) -> Part<'b> {
        loop {
            match self.state {
                State::Done => return Part::Done,
                State::Malformed | State::TooLarge => return Part::Fault,
                _ if bytes.is_empty() => return Part::More,
                State::Body | State::Chunk => {
                    let body = self.body(bytes);
                    if !self.is_too_large() {
                        return Part::Body(body);
                    }
                }
                _ => {
                    let Some((byte, rest)) = bytes.split_first() else {
                        return Part::More;
                    };
                    *bytes = rest;
                    self.at = self.at.saturating_add(1);
                    let before = self.state;
                    if self.byte(*byte) {
                        match before {
                            State::StatusLine => return Part::Status,
                            _ => return Part::Header,
                        }
                    }
                }
            }
        }
    }

    /// Somebody else has read the answer to its end.
    pub(crate) const fn complete(&mut self) {
        self.state = State::Done;
    }

    /// Takes in that the connection has ended.
    ///
    /// # Errors
    ///
    /// [`Error::Truncated`] unless that is the end of the answer; as
    /// [`Self::fault`].
    pub(crate) fn end(&mut self) -> Result<(), Error> {
        match (self.state, self.length) {
            (State::Done, _) => Ok(()),
            (State::Body, Length::ToTheEnd) => {
                self.state = State::Done;
                Ok(())
            }
            (State::Malformed | State::TooLarge, _) => Err(self.fault()),
            _ => Err(Error::Truncated { at: self.place() }),
        }
    }

    /// What is wrong after [`Part::Fault`]: [`Error::Malformed`] with the place in
    /// the answer, or [`Error::TooLarge`].
    pub(crate) fn fault(&self) -> Error {
        match self.state {
            State::TooLarge => Error::TooLarge {
                max: usize::try_from(ANSWER_BODY_MAX).unwrap_or(usize::MAX),
            },
            _ => Error::Malformed { at: self.place() },
        }
    }

    fn place(&self) -> usize {
        usize::try_from(self.at).unwrap_or(usize::MAX)
    }

    /// Takes what there is of the body or the chunk.
    fn body<'b>(&mut self, bytes: &mut &'b [u8]) -> &'b [u8] {
        if self.length == Length::ToTheEnd {
            self.left = u32::MAX;
        }
        let left = usize::try_from(self.left).unwrap_or(usize::MAX);
        let len = left.min(bytes.len());
        let (body, rest) = bytes.split_at_checked(len).unwrap_or((bytes, &[]));
        *bytes = rest;
        let len = u32::try_from(len).unwrap_or(u32::MAX);
        self.at = self.at.saturating_add(len);
        self.body = self.body.saturating_add(len);
        self.left = self.left.saturating_sub(len);
        if self.body > ANSWER_BODY_MAX {
            self.state = State::TooLarge;
        } else if self.left == 0 {
            self.state = match self.state {
                State::Chunk => State::ChunkEnd,
                _ => State::Done,
            };
        }
        body
    }

    /// A byte of a line; whether a part that counts is there.
    #[cfg_attr(target_os = "none", inline(never))]
    fn byte(&mut self, byte: u8) -> bool {
        // What a chunk needs is paid for by its body.
        let is_paid = matches!(self.state, State::ChunkSize | State::ChunkEnd);
        if !is_paid || self.value_len > 16 {
            self.beside = self.beside.saturating_add(1);
            if self.beside > ANSWER_HEAD_MAX {
                self.state = State::TooLarge;
                return false;
            }
        }
        if byte == b'\n' {
            let after = self.line_ended();
            let counts = match (self.state, after) {
                (State::StatusLine, Some(State::Headers)) => self.status >= 200,
                (State::Headers, Some(State::Headers)) => self.status >= 200 && !self.is_longer(),
                _ => false,
            };
            self.state = after.unwrap_or(State::Malformed);
            self.line = Line::Begin;
            return counts;
        }
        if self.line == Line::Begin {
            self.value_len = 0;
            self.name = Fingerprint::NONE;
            self.line = match self.state {
                State::Headers => Line::Name,
                // Nothing but its end comes.
                State::ChunkEnd if byte != b'\r' => Line::End,
                _ => Line::Value,
            };
        }
        match (self.line, byte) {
            (Line::End, _) | (_, 0..=8 | 10..=12 | 14..=31 | 127) => self.state = State::Malformed,
            (_, b'\r') => {
                // It ends a line without a colon, too, unless there is something.
                if self.line == Line::Name && self.name != Fingerprint::NONE {
                    self.state = State::Malformed;
                }
                self.line = Line::End;
            }
            (Line::Name, b':') if self.name != Fingerprint::NONE => self.line = Line::Value,
            (Line::Name, _) if super::proof::is_header_name_byte(byte) => {
                self.name.push(byte.to_ascii_lowercase());
            }
            (Line::Name, _) => self.state = State::Malformed,
            // Before the value, or after the longest one that counts.
            (_, b' ' | b'\t') if self.value_len == 0 || self.is_full() => {}
            _ => {
                if let Some(place) = self.value.get_mut(usize::from(self.value_len)) {
                    *place = byte;
                    self.value_len = self.value_len.saturating_add(1);
                }
            }
        }
        false
    }

    /// What comes after the line; nothing when it is malformed.
    #[cfg_attr(target_os = "none", inline(never))]
    fn line_ended(&mut self) -> Option<State> {
        let is_empty = self.line == Line::Begin || self.value_len == 0 && self.is_nameless();
        match self.state {
            // Among chunks, where it would hide a length that is wrong by one, a line
            // end is not taken for one without its carriage return.
            State::ChunkSize | State::ChunkEnd if self.line != Line::End => None,
            // Some servers send one line end too many after an answer.
            State::StatusLine if is_empty => Some(State::StatusLine),
            State::StatusLine => {
                self.status = status(self.value())?;
                self.length = Length::ToTheEnd;
                self.left = 0;
                Some(State::Headers)
            }
            State::Headers if is_empty => self.head_ended(),
            // No colon came.
            State::Headers if self.line == Line::Name => None,
            State::Headers => self.header(),
            State::ChunkSize => {
                self.left = chunk_size(self.value(), self.is_longer())?;
                Some(match self.left {
                    0 => State::Trailers,
                    left if self.body.saturating_add(left) > ANSWER_BODY_MAX => State::TooLarge,
                    _ => State::Chunk,
                })
            }
            State::ChunkEnd => is_empty.then_some(State::ChunkSize),
            State::Trailers if is_empty => Some(State::Done),
            state => Some(state),
        }
    }

    fn is_nameless(&self) -> bool {
        self.name == Fingerprint::NONE
    }

    fn head_ended(&self) -> Option<State> {
        match (self.status, self.length) {
            // Another protocol would follow, which nobody asked for.
            (101, _) => None,
            (100..200, _) => Some(State::StatusLine),
            (204 | 304, _) => Some(State::Done),
            (_, Length::Chunked) => Some(State::ChunkSize),
            (_, Length::Known) if self.left == 0 => Some(State::Done),
            (_, Length::Known) if self.left > ANSWER_BODY_MAX => Some(State::TooLarge),
            _ => Some(State::Body),
        }
    }

    fn header(&mut self) -> Option<State> {
        let value = self.value();
        match self.name {
            TRANSFER_ENCODING if Fingerprint::of_lower(value) == CHUNKED => {
                self.length = Length::Chunked;
            }
            TRANSFER_ENCODING => return None,
            CONTENT_LENGTH => {
                let value = parse_saturating(value, 10).filter(|_| !self.is_longer())?;
                match self.length {
                    Length::Chunked => {}
                    Length::Known if self.left != value => return None,
                    _ => {
                        self.length = Length::Known;
                        self.left = value;
                    }
                }
            }
            _ => {}
        }
        Some(State::Headers)
    }
}

/// The status of `HTTP/1.1 200 OK`.
fn status(line: &[u8]) -> Option<u16> {
    let rest = line.strip_prefix(b"HTTP/1.")?;
    let [b'0' | b'1', b' ', digits @ ..] = rest else {
        return None;
    };
    let (digits, after) = digits.split_at_checked(3)?;
    if !matches!(after.first(), None | Some(b' ')) {
        return None;
    }
    let status = parse_saturating(digits, 10)?;
    u16::try_from(status).ok().filter(|status| *status >= 100)
}

/// The size of a chunk; what comes after a semicolon is for nobody.
fn chunk_size(line: &[u8], longer: bool) -> Option<u32> {
    let end = line.iter().position(|byte| *byte == b';');
    if longer && end.is_none() {
        return None;
    }
    let digits = line.get(..end.unwrap_or(line.len()))?;
    parse_saturating(digits.trim_ascii_end(), 16)
}
