//! What a token should be, and what a check of it found.

use super::{ParsedPayload, Privilege};
use crate::wire::json::Text;
use crate::{Error, Verdict};

/// What a token should be; what is left out is not asked.
///
/// ```
/// use tokenmint::Error;
/// use tokenmint::zego::{CbcEntropy, Expected, Sealed04, ServerSecret, Token04};
///
/// let secret = ServerSecret::new("fa94dd0f974cf2e293728a526b028271")?;
/// let mut buffer = [0; Token04::capacity(4, 0)];
/// let token = Token04::new(1, "demo", 3600).mint(
///     &secret,
///     CbcEntropy::new(*b"0123456789abcdef", 1),
///     1_700_000_000,
///     &mut buffer,
/// )?;
/// let mut workspace = [0; 256];
/// let claims = Sealed04::parse(token, &mut workspace)?.open(&secret)?;
/// assert_eq!(claims.check(&Expected::of(1, "demo", 1_700_000_001)).ok(), Ok(()));
///
/// let report = claims.check(&Expected::of(1, "other", 1_700_003_600));
/// assert!(report.user.fails() && report.time.fails());
/// assert_eq!(report.ok(), Err(Error::Expired));
/// # Ok::<(), Error>(())
/// ```
#[derive(Debug, Clone, Copy, Default)]
#[non_exhaustive]
pub struct Expected<'a> {
    /// The application it should belong to.
    pub app_id: Option<u32>,
    /// The user it should be for.
    pub user_id: Option<&'a str>,
    /// The time at which it should be good, in Unix seconds.
    pub now: Option<i64>,
    /// The room it should be for.
    pub room_id: Option<&'a str>,
    /// What it should grant.
    pub wanted: Wanted,
}

/// What a token should grant.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Wanted {
    /// To log in, when a room is expected; otherwise nothing.
    #[default]
    Login,
    /// To log in and to publish.
    Publish,
    /// Nothing.
    Nothing,
}

impl<'a> Expected<'a> {
    /// The everyday question: a token of `app_id` for `user_id`, good at `now`
    /// (Unix seconds). Add the room if the token is for one.
    #[must_use]
    pub const fn of(app_id: u32, user_id: &'a str, now: i64) -> Self {
        Self {
            app_id: Some(app_id),
            user_id: Some(user_id),
            now: Some(now),
            room_id: None,
            wanted: Wanted::Login,
        }
    }

    /// For the room `room_id`, and to log in there unless something else is
    /// wanted.
    #[must_use]
    pub const fn room(mut self, room_id: &'a str) -> Self {
        self.room_id = Some(room_id);
        self
    }

    /// With the privileges to log in and to publish.
    #[must_use]
    pub const fn publisher(mut self) -> Self {
        self.wanted = Wanted::Publish;
        self
    }

    /// Whatever it grants, even nothing.
    #[must_use]
    pub const fn without_privileges(mut self) -> Self {
        self.wanted = Wanted::Nothing;
        self
    }

    /// What has to be granted.
    const fn needs(&self) -> &'static [Privilege] {
        match self.wanted {
            Wanted::Publish => &[Privilege::Login, Privilege::Publish],
            Wanted::Login if self.room_id.is_some() => &[Privilege::Login],
            Wanted::Login | Wanted::Nothing => &[],
        }
    }
}

/// The answers of a check, one a question. There is no tolerance for clocks:
/// give a `now` that has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Report {
    /// The clear copy of the expiry is that of the JSON
    /// ([`Error::ExpiryMismatch`]).
    pub expiry: Verdict,
    /// Of the expected application ([`Error::AppIdMismatch`]).
    pub app_id: Verdict,
    /// Issued and not yet ended ([`Error::NotYetValid`], [`Error::Expired`]).
    pub time: Verdict,
    /// For the expected room, or for any ([`Error::ChannelMismatch`]).
    /// Undecided for an identity token04, which names none.
    pub room: Verdict,
    /// For the expected user ([`Error::UserMismatch`]).
    pub user: Verdict,
    /// What is wanted is allowed ([`Error::NotAuthorized`]). Undecided for an
    /// identity token04, which works where ZEGO does not check privileges.
    pub privilege: Verdict,
}

impl Report {
    /// The answers with their names, in the order they matter.
    #[must_use]
    pub const fn answers(&self) -> [(&'static str, Verdict); 6] {
        [
            ("expiry", self.expiry),
            ("app id", self.app_id),
            ("time", self.time),
            ("room", self.room),
            ("user", self.user),
            ("privilege", self.privilege),
        ]
    }

    /// The first failure as an error.
    ///
    /// # Errors
    ///
    /// The error of the first answer that does not hold, or
    /// [`Error::Undecided`] when none fails and one cannot be told.
    pub fn ok(&self) -> Result<(), Error> {
        Verdict::first_bad(&self.answers().map(|(_, verdict)| verdict))
    }
}

/// What a token of either version says.
pub(super) struct Claims<'w> {
    pub(super) app_id: i64,
    pub(super) user_id: Text<'w>,
    pub(super) issued_at: i64,
    pub(super) expires_at: i64,
    pub(super) clear_expires_at: i64,
}

impl Claims<'_> {
    /// The answers but those about room and privileges, which are undecided
    /// when they are asked.
    pub(super) fn check(&self, expected: &Expected<'_>) -> Report {
        let undecided = |asked| {
            if asked {
                Verdict::Undecided
            } else {
                Verdict::NotAsked
            }
        };
        let is_app = |app_id| self.app_id == i64::from(app_id);
        let is_user = |user_id| self.user_id.eq_str(user_id);
        Report {
            expiry: Verdict::asked(
                Some(self.clear_expires_at == self.expires_at),
                Error::ExpiryMismatch,
            ),
            app_id: Verdict::asked(expected.app_id.map(is_app), Error::AppIdMismatch),
            time: match expected.now {
                Some(now) if now < self.issued_at => Verdict::Fails(Error::NotYetValid),
                now => Verdict::asked(now.map(|now| now < self.expires_at), Error::Expired),
            },
            room: undecided(expected.room_id.is_some()),
            user: Verdict::asked(expected.user_id.map(is_user), Error::UserMismatch),
            privilege: undecided(!expected.needs().is_empty()),
        }
    }
}

impl Report {
    /// With the answers about the room that a token names (empty: any) and the
    /// privileges that it has.
    pub(super) fn in_room(
        self,
        expected: &Expected<'_>,
        room_id: Option<Text<'_>>,
        privilege: impl Fn(Privilege) -> Option<i64>,
    ) -> Self {
        let is_room = |wanted: &str| {
            room_id.is_some_and(|room_id| room_id.is_empty() || room_id.eq_str(wanted))
        };
        let needs = expected.needs();
        let granted = needs.iter().all(|needed| privilege(*needed) == Some(1));
        Self {
            room: Verdict::asked(expected.room_id.map(is_room), Error::ChannelMismatch),
            privilege: Verdict::asked((!needs.is_empty()).then_some(granted), Error::NotAuthorized),
            ..self
        }
    }

    /// With the answers that the payload of a strict token04 gives.
    #[must_use]
    pub fn with_payload(self, expected: &Expected<'_>, payload: &ParsedPayload<'_>) -> Self {
        self.in_room(expected, payload.room_id(), |privilege| {
            payload.privilege(privilege)
        })
    }
}
