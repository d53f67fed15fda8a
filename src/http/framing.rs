//! An answer of HTTP/1.1 that comes in pieces of any size: where its head ends,
//! and which bytes are its body.
//!
//! ```text
//! 1xx answers -> status line -> headers -> body: by length | chunked | to the end
//! ```
//!
//! Redirects, encodings and what is in the body are for others. The state is
//! less than a hundred bytes, and nothing of an answer is kept but the line that
//! is being read; what does not fit into it is of no interest here.
//!
//! | limit | bytes |
//! |---|---|
//! | a line whose content counts | [`LINE_MAX`] |
//! | status lines, headers and trailers, extensions of chunks | [`ANSWER_HEAD_MAX`] |
//! | the body | [`ANSWER_BODY_MAX`] |

use crate::Error;

/// The most bytes of a line that says something about the body or the time.
pub(crate) const LINE_MAX: usize = 48;
/// The most bytes beside the body.
pub const ANSWER_HEAD_MAX: u32 = 16 * 1024;
/// The most bytes of a body.
pub const ANSWER_BODY_MAX: u32 = 64 * 1024;

/// A part of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part<'a> {
    /// The status; of 1xx answers nothing is told.
    Status(u16),
    /// A header whose line is short enough.
    Header { name: &'a [u8], value: &'a [u8] },
    /// Some of the body.
    Body(&'a [u8]),
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
    status: u16,
    state: State,
    length: Length,
    line_len: u8,
    /// Whether the line had more than is kept of it, and a colon in it.
    longer: bool,
    colon: bool,
    carriage_return: bool,
    line: [u8; LINE_MAX],
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

impl Framing {
    pub(crate) const fn new() -> Self {
        Self {
            at: 0,
            beside: 0,
            body: 0,
            left: 0,
            status: 0,
            state: State::StatusLine,
            length: Length::ToTheEnd,
            line_len: 0,
            longer: false,
            colon: false,
            carriage_return: false,
            line: [0; LINE_MAX],
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

    /// Takes the next bytes in, and says how many of them belong to the answer:
    /// all, until it is [done](Self::is_done).
    ///
    /// # Errors
    ///
    /// [`Error::Malformed`] with the place in the answer, [`Error::TooLarge`];
    /// again each time.
    pub(crate) fn read(
        &mut self,
        bytes: &[u8],
        on: &mut dyn FnMut(Part<'_>),
    ) -> Result<usize, Error> {
        let mut rest = bytes;
        while let Some((&byte, after)) = rest.split_first() {
            match self.state {
                State::Done => break,
                State::Malformed | State::TooLarge => return Err(self.fault()),
                State::Body | State::Chunk => rest = self.body(rest, on),
                _ => {
                    self.at = self.at.saturating_add(1);
                    rest = after;
                    self.byte(byte, on);
                }
            }
        }
        match self.state {
            State::Malformed | State::TooLarge => Err(self.fault()),
            _ => Ok(bytes.len().saturating_sub(rest.len())),
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
    /// [`Self::read`].
    pub(crate) fn end(&mut self) -> Result<(), Error> {
        match (self.state, self.length) {
            (State::Done, _) => Ok(()),
            (State::Body, Length::ToTheEnd) => {
                self.state = State::Done;
                Ok(())
            }
            (State::Malformed | State::TooLarge, _) => Err(self.fault()),
            _ => Err(Error::Truncated {
                at: usize::try_from(self.at).unwrap_or(usize::MAX),
            }),
        }
    }

    fn fault(&self) -> Error {
        match self.state {
            State::TooLarge => Error::TooLarge {
                max: usize::try_from(ANSWER_BODY_MAX).unwrap_or(usize::MAX),
            },
            _ => Error::Malformed {
                at: usize::try_from(self.at).unwrap_or(usize::MAX),
            },
        }
    }

    /// Hands on what there is of the body or the chunk.
    fn body<'b>(&mut self, bytes: &'b [u8], on: &mut dyn FnMut(Part<'_>)) -> &'b [u8] {
        let left = match self.length {
            Length::ToTheEnd => u32::MAX,
            _ => self.left,
        };
        let len = usize::try_from(left).unwrap_or(usize::MAX).min(bytes.len());
        let (body, rest) = bytes.split_at_checked(len).unwrap_or((bytes, &[]));
        let len = u32::try_from(len).unwrap_or(u32::MAX);
        self.at = self.at.saturating_add(len);
        self.body = self.body.saturating_add(len);
        if self.body > ANSWER_BODY_MAX {
            self.state = State::TooLarge;
            return rest;
        }
        on(Part::Body(body));
        if self.length != Length::ToTheEnd {
            self.left = self.left.saturating_sub(len);
            if self.left == 0 {
                self.state = match self.state {
                    State::Chunk => State::ChunkEnd,
                    _ => State::Done,
                };
            }
        }
        rest
    }

    /// A byte of a line.
    fn byte(&mut self, byte: u8, on: &mut dyn FnMut(Part<'_>)) {
        // What a chunk needs is paid for by its body.
        if self.state != State::ChunkSize && self.state != State::ChunkEnd || self.line_len > 16 {
            self.beside = self.beside.saturating_add(1);
        }
        if self.beside > ANSWER_HEAD_MAX {
            self.state = State::TooLarge;
            return;
        }
        match byte {
            b'\n' => {
                let ended = self.line_ended(on);
                self.state = ended.unwrap_or(State::Malformed);
                self.line_len = 0;
                (self.longer, self.colon, self.carriage_return) = (false, false, false);
            }
            _ if self.carriage_return => self.state = State::Malformed,
            b'\r' => self.carriage_return = true,
            0..=8 | 11..=31 | 127 => self.state = State::Malformed,
            _ => {
                self.colon |= byte == b':';
                match self.line.get_mut(usize::from(self.line_len)) {
                    Some(place) => {
                        *place = byte;
                        self.line_len = self.line_len.saturating_add(1);
                    }
                    None => self.longer = true,
                }
            }
        }
    }

    /// What comes after the line; nothing when it is malformed.
    fn line_ended(&mut self, on: &mut dyn FnMut(Part<'_>)) -> Option<State> {
        let kept = self.line;
        let line = kept.get(..usize::from(self.line_len))?;
        match self.state {
            // Some servers send one line end too many after an answer.
            State::StatusLine if line.is_empty() => Some(State::StatusLine),
            State::StatusLine => {
                self.status = status(line)?;
                self.length = Length::ToTheEnd;
                self.left = 0;
                if self.status >= 200 {
                    on(Part::Status(self.status));
                }
                Some(State::Headers)
            }
            State::Headers if line.is_empty() => self.head_ended(),
            State::Headers => {
                self.header(line, on)?;
                Some(State::Headers)
            }
            State::ChunkSize => {
                self.left = chunk_size(line, self.longer)?;
                if self.body.saturating_add(self.left) > ANSWER_BODY_MAX {
                    return Some(State::TooLarge);
                }
                Some(match self.left {
                    0 => State::Trailers,
                    _ => State::Chunk,
                })
            }
            State::ChunkEnd => line.is_empty().then_some(State::ChunkSize),
            State::Trailers if line.is_empty() => Some(State::Done),
            _ => Some(self.state),
        }
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

    fn header(&mut self, line: &[u8], on: &mut dyn FnMut(Part<'_>)) -> Option<()> {
        let Some(end) = line.iter().position(|byte| *byte == b':') else {
            // A name that is longer than all that count.
            return (self.longer && self.colon).then_some(());
        };
        let (name, value) = line.split_at_checked(end)?;
        let value = value.get(1..)?.trim_ascii();
        if !core::str::from_utf8(name).is_ok_and(super::proof::is_header_name) {
            return None;
        }
        let is = |other: &str| name.eq_ignore_ascii_case(other.as_bytes());
        if is("content-length") {
            let value = decimal(value).filter(|_| !self.longer)?;
            match self.length {
                Length::Chunked => {}
                Length::Known if self.left != value => return None,
                _ => {
                    self.length = Length::Known;
                    self.left = value;
                }
            }
        } else if is("transfer-encoding") {
            if self.longer || !value.eq_ignore_ascii_case(b"chunked") {
                return None;
            }
            self.length = Length::Chunked;
            self.left = 0;
        } else if !self.longer && self.status >= 200 {
            on(Part::Header { name, value });
        }
        Some(())
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
    let status = decimal(digits)?;
    u16::try_from(status).ok().filter(|status| *status >= 100)
}

/// A number of digits alone; one that is too large is the largest.
fn decimal(text: &[u8]) -> Option<u32> {
    let mut value: u32 = 0;
    for byte in text {
        let digit = byte.checked_sub(b'0').filter(|digit| *digit < 10)?;
        value = value.saturating_mul(10).saturating_add(digit.into());
    }
    (!text.is_empty()).then_some(value)
}

/// The size of a chunk; what comes after a semicolon is for nobody.
fn chunk_size(line: &[u8], longer: bool) -> Option<u32> {
    let end = line.iter().position(|byte| *byte == b';');
    if longer && end.is_none() {
        return None;
    }
    let digits = line.get(..end.unwrap_or(line.len()))?.trim_ascii_end();
    let mut value: u32 = 0;
    for byte in digits {
        let digit = char::from(*byte).to_digit(16)?;
        value = value.saturating_mul(16).saturating_add(digit);
    }
    (!digits.is_empty()).then_some(value)
}
