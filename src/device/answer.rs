//! What came back: read as it comes, and what it says.

use core::fmt;
use core::time::Duration;

use super::content::{Content, Reading};
use crate::Error;
use crate::buffer::as_text;
use crate::http::retry_after::Wait;
use crate::http::{Framing, Outcome, Part};
use crate::wire::fingerprint::Fingerprint;
use crate::wire::http_date;

/// The most bytes of an agent id, a name or an app id in an answer.
pub const TEXT_MAX: usize = 40;
/// The most bytes of a reason that are kept; what follows is cut off.
pub const REASON_MAX: usize = 24;

/// Which request an answer is to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Asked {
    Start,
    Stop,
    Update,
    Find,
    Name,
    SampleToken,
    SampleStop,
    TenToken,
    Ten,
}

/// What an answer says about what was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Said {
    /// It was done, and everything that was asked for is there.
    Done,
    /// What it is about is not there (404 or 410, with reason `TaskNotFound` or
    /// none): an agent that is to be stopped is stopped.
    Gone,
    /// An agent of this name, or in this channel, runs already (409).
    Conflict,
    /// It was not done, or it is not known whether it was:
    /// [`Answer::outcome`] says if it may have been.
    Refused,
    /// A success without what was asked for, such as a start without an agent id
    /// or the page of a proxy: it may have been done.
    Unusable,
    /// No whole answer came: it may have been done.
    Lost,
}

/// An answer that is being read: at most 256 bytes, whatever comes.
///
/// ```
/// use tokenmint::device::{Answer, Said};
/// # use tokenmint::agora::AppId;
/// # use tokenmint::device::{Area, Authorization, Project, Server, StopAgent};
/// # let app_id = AppId::new("970CA35de60c44645bbae8a215061b33")?;
/// # let project = Project::new(Server::of(Area::Us), app_id, Authorization::token("007..."));
/// # let stop = StopAgent::new("A1");
/// # let request = stop.to(&project)?;
///
/// let mut answer = request.answer();
/// let (one, two) = b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}".split_at(20);
/// answer.read(one)?;
/// answer.read(two)?;
/// assert!(answer.is_complete());
/// assert_eq!(answer.said(), Said::Done);
/// # Ok::<(), tokenmint::Error>(())
/// ```
pub struct Answer<'t> {
    framing: Framing,
    content: Content<'t>,
    head: Head,
}

/// The headers that count.
struct Head {
    wait: Option<Wait>,
    /// Unix seconds of `Date`; 0 without one.
    date: u32,
    /// Whether the body is compressed.
    encoded: bool,
}

impl<'t> Answer<'t> {
    pub(super) const fn new(
        reading: &'static Reading,
        asked: Asked,
        passed: u8,
        token: &'t mut [u8],
    ) -> Self {
        Self {
            framing: Framing::new(),
            content: Content::new(reading, asked, passed, token),
            head: Head {
                wait: None,
                date: 0,
                encoded: false,
            },
        }
    }

    /// Takes in what came next over the connection, and says how many bytes of it
    /// belong to the answer: all, until it [is complete](Self::is_complete).
    ///
    /// # Errors
    ///
    /// [`Error::Malformed`] for what is not HTTP or lies about its length,
    /// [`Error::TooLarge`] for what does not end. The connection is of no use
    /// after either.
    pub fn read(&mut self, bytes: &[u8]) -> Result<usize, Error> {
        let mut rest = bytes;
        loop {
            match self.framing.next(&mut rest) {
                Part::More | Part::Done => return Ok(bytes.len().saturating_sub(rest.len())),
                Part::Fault => return Err(self.framing.fault()),
                Part::Status => self.content.set_status(self.framing.status()),
                Part::Header => self.head.take(self.framing.name(), self.framing.value()),
                Part::Body(body) => self.content.read(body),
            }
        }
    }

    /// Takes in that the connection has ended, which is the end of an answer
    /// without a length.
    ///
    /// # Errors
    ///
    /// [`Error::Truncated`] when the answer is not complete; as [`Self::read`].
    pub fn end(&mut self) -> Result<(), Error> {
        self.framing.end()
    }

    /// Whether all of the answer is there; the connection may be used again.
    #[must_use]
    pub const fn is_complete(&self) -> bool {
        self.framing.is_done()
    }

    /// The status, from a library that has read the answer. Headers and body
    /// follow by [`Self::header`] and [`Self::body`], then [`Self::complete`].
    pub const fn status_is(&mut self, status: u16) {
        self.content.set_status(status);
    }

    /// A header, from a library that has read the answer: of interest are
    /// `Date`, `Retry-After`, `retry-after-ms` and `Content-Encoding`.
    pub fn header(&mut self, name: &str, value: &str) {
        let name = Fingerprint::of_lower(name.as_bytes());
        self.head.take(name, value.as_bytes().trim_ascii());
    }

    /// A piece of the body, from a library that has read the answer.
    pub fn body(&mut self, bytes: &[u8]) {
        self.content.read(bytes);
    }

    /// Says that a library has read the answer to its end.
    pub const fn complete(&mut self) {
        self.framing.complete();
    }

    /// The status; 0 until it is there.
    #[must_use]
    pub const fn status(&self) -> u16 {
        self.content.status()
    }

    /// The Unix seconds of the header `Date`, whatever the status: what a
    /// [`Clock`](super::Clock) is set by.
    #[must_use]
    pub const fn date(&self) -> Option<u32> {
        match self.head.date {
            0 => None,
            date => Some(date),
        }
    }

    /// How long the service asks to wait. A date is seen from that of the
    /// answer.
    #[must_use]
    pub fn retry_after(&self) -> Option<Duration> {
        let now = Duration::from_secs(self.head.date.into());
        self.head.wait.map(|wait| wait.seen_at(now))
    }

    /// The milliseconds of [`Self::retry_after`], as many as 32 bits hold.
    #[must_use]
    pub fn retry_after_ms(&self) -> Option<u32> {
        let date = self.head.date;
        self.head.wait.map(|wait| wait.millis_seen_at(date))
    }

    /// The status that is meant: of a TEN server the one in its answer.
    pub(super) fn meant_status(&self, said: Said) -> u16 {
        match said {
            Said::Gone | Said::Conflict | Said::Refused => self.content.meant_status(),
            Said::Done | Said::Unusable | Said::Lost => self.status(),
        }
    }

    /// What it says about what was asked for.
    #[must_use]
    pub fn said(&self) -> Said {
        match self.is_complete() {
            true if self.head.encoded => self.content.said_by_status(),
            true => self.content.said(),
            false => Said::Lost,
        }
    }

    /// What it is to [`RetryPolicy`](crate::http::RetryPolicy), which decides
    /// whether the request may be sent again; nothing when it is
    /// [done](Said::Done).
    #[must_use]
    pub fn outcome(&self) -> Option<Outcome> {
        match self.said() {
            Said::Done => None,
            Said::Lost if self.framing.is_too_large() => Some(Outcome::Fatal),
            Said::Lost => Some(Outcome::Lost),
            Said::Unusable => Some(Outcome::Fatal),
            Said::Gone | Said::Conflict | Said::Refused => Some(Outcome::Answered {
                status: self.content.meant_status(),
                retry_after: self.retry_after(),
            }),
        }
    }

    /// The agent: the one that was started, the one that was found, or the one
    /// that a conflict names. Nothing when the answer names none.
    #[must_use]
    pub fn agent_id(&self) -> Option<&str> {
        text(self.agent_id_bytes())
    }

    /// The bytes of [`Self::agent_id`]; empty without one.
    #[must_use]
    pub fn agent_id_bytes(&self) -> &[u8] {
        self.content.agent_id()
    }

    /// How many agents were found, at most 255.
    #[must_use]
    pub const fn found(&self) -> u8 {
        self.content.found()
    }

    /// The name of the agent that was asked for.
    #[must_use]
    pub fn name(&self) -> Option<&str> {
        text(self.name_bytes())
    }

    /// The bytes of the name; empty without one.
    pub(super) fn name_bytes(&self) -> &[u8] {
        self.content.name()
    }

    /// The app id that a token server gave with its token.
    #[must_use]
    pub fn app_id(&self) -> Option<&str> {
        text(self.content.app_id())
    }

    /// The token that a token server gave, in the buffer of
    /// [`Request::answer_into`](super::Request::answer_into).
    ///
    /// # Errors
    ///
    /// [`Error::BufferTooSmall`] with the size that is needed;
    /// [`Error::BadMember`] when the answer has none.
    pub fn token(&self) -> Result<&str, Error> {
        self.content.token()
    }

    /// Why it was refused, in the words of the service: `TaskConflict`, or the
    /// number of TEN; at most [`REASON_MAX`] bytes. Empty when it does not say.
    #[must_use]
    pub fn reason(&self) -> &str {
        as_text(self.reason_bytes()).unwrap_or_default()
    }

    /// The bytes of [`reason`](Self::reason).
    #[must_use]
    pub fn reason_bytes(&self) -> &[u8] {
        whole(self.content.reason())
    }
}

/// What is left of `text`, which may be cut off anywhere, without a character that
/// is not whole.
fn whole(text: &[u8]) -> &[u8] {
    let follows = |byte: &&u8| **byte & 0xC0 == 0x80;
    let behind = text.iter().rev().take_while(follows).count();
    let Some((&first, before)) = text
        .get(..text.len().saturating_sub(behind))
        .and_then(<[u8]>::split_last)
    else {
        return text;
    };
    match first >= 0xC0 && (first.leading_ones() as usize) > behind.saturating_add(1) {
        true => before,
        false => text,
    }
}

/// A text that has content.
fn text(bytes: &[u8]) -> Option<&str> {
    as_text(bytes).ok().filter(|text| !text.is_empty())
}

const DATE: Fingerprint = Fingerprint::of("date");
const RETRY_AFTER: Fingerprint = Fingerprint::of("retry-after");
const RETRY_AFTER_MS: Fingerprint = Fingerprint::of("retry-after-ms");
const CONTENT_ENCODING: Fingerprint = Fingerprint::of("content-encoding");

const IDENTITY: Fingerprint = Fingerprint::of("identity");

impl Head {
    #[cfg_attr(target_os = "none", inline(never))]
    fn take(&mut self, name: Fingerprint, value: &[u8]) {
        match name {
            DATE => {
                let seconds = http_date::parse(value);
                self.date = seconds.and_then(|date| date.try_into().ok()).unwrap_or(0);
            }
            // It is finer, so it counts.
            RETRY_AFTER_MS => self.wait = Wait::parse_millis(value).or(self.wait),
            RETRY_AFTER if !matches!(self.wait, Some(Wait::Millis(_))) => {
                self.wait = Wait::parse(value);
            }
            CONTENT_ENCODING => {
                let encoding = Fingerprint::of_lower(value);
                self.encoded = encoding != IDENTITY && encoding != Fingerprint::NONE;
            }
            _ => {}
        }
    }
}

/// Shows neither an id nor a token.
impl fmt::Debug for Answer<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Answer")
            .field("status", &self.status())
            .field("said", &self.said())
            .finish_non_exhaustive()
    }
}
