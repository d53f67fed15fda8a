//! What a token should be, and the answers: one for tokens and keys of every
//! version.
//!
//! Channel, user and privileges are answered for the same service of a token:
//! a right of one user in one channel is never put together with that of
//! another. What is asked of services without a channel, such as logging in to
//! RTM, is answered with the user of that service.

use super::{Account, AppCertificate, AppId, Role};
use crate::{Error, Verdict};

/// What a token should be; what is left out is not asked.
///
/// ```
/// use tokenmint::agora::{Credentials, Expected, ExpireIn, Role, RtcTokenBuilder2, Stamp, v007};
/// use tokenmint::Error;
///
/// let credentials = Credentials::new(
///     "970CA35de60c44645bbae8a215061b33",
///     "5CFd2fd1755d40ecb72977518be15d3b",
/// )?;
/// let hour = ExpireIn::hours(1);
/// let mut buffer = [0; v007::RTC_CAPACITY];
/// let token = RtcTokenBuilder2::new(&credentials, Stamp::new(1_700_000_000, 7)?)
///     .build_token_with_uid("lobby", 7, Role::Subscriber, hour, hour, &mut buffer)?;
///
/// let mut workspace = [0; v007::RTC_CAPACITY];
/// let parsed = v007::ParsedToken2::parse(token, &mut workspace)?;
/// let expected = Expected::to_join("lobby", 7, Role::Subscriber)
///     .certificate(credentials.certificate())
///     .app_id(credentials.app_id())
///     .now(1_700_000_060);
/// assert_eq!(parsed.check(&expected).ok(), Ok(()));
///
/// let expected = expected.role(Role::Publisher);
/// assert_eq!(parsed.check(&expected).ok(), Err(Error::NotAuthorized));
/// # Ok::<(), Error>(())
/// ```
#[derive(Debug, Clone, Copy, Default)]
#[non_exhaustive]
pub struct Expected<'a> {
    /// The certificate that should have signed it.
    pub certificate: Option<&'a AppCertificate>,
    /// The app id it should belong to.
    pub app_id: Option<&'a AppId>,
    /// The time at which it should be valid, in Unix seconds.
    pub now: Option<u32>,
    /// The channel it should be for; the room of a classroom.
    pub channel: Option<&'a str>,
    /// The user it should be for.
    pub account: Option<Account<'a>>,
    /// What it should grant; at `now`, when that is given.
    pub wanted: Wanted<'a>,
}

/// What a token should grant.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Wanted<'a> {
    /// To join, when a channel is expected; otherwise nothing.
    #[default]
    Join,
    /// What a role needs: a publisher joins and publishes audio, video and
    /// data, a subscriber joins.
    Role(Role),
    /// These privileges, each a service type and a number, and joining when a
    /// channel is expected. (006 has one space of numbers: those of RTC are the
    /// same there, the login of RTM is 1000.)
    Privileges(&'a [(u16, u16)]),
    /// Nothing: a token whose privileges have ended, or were never granted,
    /// will do.
    Nothing,
}

impl<'a> Expected<'a> {
    /// The everyday question: `account` (uid or text) joins `channel` as
    /// `role`. Add the certificate, the app id and the time.
    #[must_use]
    pub fn to_join(channel: &'a str, account: impl Into<Account<'a>>, role: Role) -> Self {
        Self::default().channel(channel).account(account).role(role)
    }

    /// Signed by `certificate`.
    #[must_use]
    pub const fn certificate(mut self, certificate: &'a AppCertificate) -> Self {
        self.certificate = Some(certificate);
        self
    }

    /// Of the project `app_id`.
    #[must_use]
    pub const fn app_id(mut self, app_id: &'a AppId) -> Self {
        self.app_id = Some(app_id);
        self
    }

    /// Valid at `now`, in Unix seconds.
    #[must_use]
    pub const fn now(mut self, now: u32) -> Self {
        self.now = Some(now);
        self
    }

    /// For `channel`, and to join it unless something else is wanted.
    #[must_use]
    pub const fn channel(mut self, channel: &'a str) -> Self {
        self.channel = Some(channel);
        self
    }

    /// For `account`, a uid or a text.
    #[must_use]
    pub fn account(mut self, account: impl Into<Account<'a>>) -> Self {
        self.account = Some(account.into());
        self
    }

    /// With everything that `role` needs.
    #[must_use]
    pub const fn role(mut self, role: Role) -> Self {
        self.wanted = Wanted::Role(role);
        self
    }

    /// With `privileges`, each a service type and a number.
    #[must_use]
    pub const fn privileges(mut self, privileges: &'a [(u16, u16)]) -> Self {
        self.wanted = Wanted::Privileges(privileges);
        self
    }

    /// Whatever it grants, even nothing: not even joining is asked.
    #[must_use]
    pub const fn without_privileges(mut self) -> Self {
        self.wanted = Wanted::Nothing;
        self
    }

    /// Whether joining is wanted because of the channel.
    pub(super) const fn joins(&self) -> bool {
        self.channel.is_some() && !matches!(self.wanted, Wanted::Nothing)
    }

    /// Whether any privilege is wanted.
    pub(super) const fn wants_privileges(&self) -> bool {
        match self.wanted {
            Wanted::Nothing => false,
            Wanted::Join => self.channel.is_some(),
            Wanted::Role(_) => true,
            Wanted::Privileges(list) => self.channel.is_some() || !list.is_empty(),
        }
    }

    /// The privileges that are named one by one.
    pub(super) const fn named(&self) -> &'a [(u16, u16)] {
        match self.wanted {
            Wanted::Privileges(list) => list,
            _ => &[],
        }
    }
}

/// The answers, one a question. There is no tolerance for clocks: give a `now`
/// that has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Report {
    /// Signed by the certificate ([`Error::BadSignature`]). 006 and older sign
    /// names that are not in the token: undecided unless they are known.
    pub signature: Verdict,
    /// Of this app id, letter case included ([`Error::AppIdMismatch`]).
    pub app_id: Verdict,
    /// Issued and not yet ended ([`Error::NotYetValid`], [`Error::Expired`]).
    pub time: Verdict,
    /// A service for this channel ([`Error::ChannelMismatch`]).
    pub channel: Verdict,
    /// That service is for this user, or for any ([`Error::UserMismatch`]).
    pub user: Verdict,
    /// And grants what is wanted ([`Error::NotAuthorized`]), which has not
    /// ended ([`Error::Expired`]).
    pub privilege: Verdict,
    /// The service that channel, user and privilege are answered for: its
    /// place in a 007 token, which may have several. Of those that could be
    /// meant it is the one that comes closest.
    pub service: Option<usize>,
}

impl Report {
    /// The answers with their names, in the order they matter.
    #[must_use]
    pub const fn answers(&self) -> [(&'static str, Verdict); 6] {
        [
            ("signature", self.signature),
            ("app id", self.app_id),
            ("time", self.time),
            ("channel", self.channel),
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
