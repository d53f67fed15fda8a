//! Options that several builders share.

mod columns;

use clap::{ArgGroup, Args, ValueEnum};
use tokenmint::agora::v007::Issuer;
use tokenmint::agora::{Account, ExpireIn, Role, Stamp};
use tokenmint::doctor;
use tokenmint::zlib::{Compression, Exact, Fixed, Stored};
use tokenmint::{Error, Limits};

use super::names;
use super::signer::Signer;
use crate::batch::columns::given;
use crate::credentials::{CredentialOptions, Project};
use crate::failure::Failure;
use crate::{clock, duration};

/// Who signs, when, and how much is said about it.
#[derive(Debug, Args)]
pub(crate) struct Signing {
    #[command(flatten)]
    credentials: CredentialOptions,
    #[command(flatten)]
    stamping: Stamping,
    /// Write the token only, without its explanation
    #[arg(short, long)]
    quiet: bool,
}

impl Signing {
    /// App id and certificate.
    pub(crate) fn project(&self) -> Result<Project, Failure> {
        self.credentials.project()
    }

    /// Issue time and salt.
    pub(crate) fn stamp(&self) -> Result<Stamp, Failure> {
        self.stamping.stamp(|| Ok(Stamp::from_os()?.salt()))
    }

    /// Issue time and salt as far as they are given.
    pub(crate) const fn stamping(&self) -> Stamping {
        self.stamping
    }

    /// Whether standard input has the certificate.
    pub(crate) const fn uses_stdin(&self) -> bool {
        self.credentials.uses_stdin()
    }

    /// Whether standard output is all that is wanted.
    pub(crate) const fn quiet(&self) -> bool {
        self.quiet
    }
}

/// When a token is issued, and its salt.
#[derive(Debug, Clone, Copy, Args)]
pub(crate) struct Stamping {
    /// Issue time: Unix seconds or RFC 3339, for reproducible output [default: now]
    #[arg(long, value_name = "TIME", value_parser = clock::parse)]
    issued_at: Option<u32>,
    /// Salt, for reproducible output [default: random]
    #[arg(long, value_name = "NUMBER", value_parser = names::parse_number::<u32>)]
    salt: Option<u32>,
}

impl Stamping {
    /// Issue time and salt: now, and a random one, unless they are given.
    pub(crate) fn stamp(
        self,
        random: impl FnOnce() -> Result<u32, Failure>,
    ) -> Result<Stamp, Failure> {
        let issued_at = self.issued_at.map_or_else(clock::now, Ok)?;
        let salt = self.salt.map_or_else(random, Ok)?;
        Ok(Stamp::new(issued_at, salt)?)
    }
}

/// How strict the builder is.
#[derive(Debug, Clone, Copy, Args)]
pub(crate) struct Strictness {
    /// Refuse only what the wire format cannot carry, not what the documents forbid
    #[arg(long)]
    lenient: bool,
}

impl Strictness {
    /// The limits for the builder.
    pub(crate) const fn limits(&self) -> Limits {
        if self.lenient {
            Limits::Wire
        } else {
            Limits::Documented
        }
    }
}

/// How a 007 token is written.
#[derive(Debug, Clone, Copy, Args)]
pub(crate) struct Encoding {
    /// How the content is compressed
    #[arg(long, value_enum, default_value = "exact")]
    compression: Strength,
    #[command(flatten)]
    strictness: Strictness,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Strength {
    /// As zlib level 6: the text that the official Python, C++ and Java libraries give
    Exact,
    /// One block of fixed codes
    Fixed,
    /// Not compressed
    Stored,
}

impl Encoding {
    /// An issuer with this encoding.
    pub(crate) fn issuer(&self, signer: Signer<'_>) -> Result<Issuer<AnyCompression>, Error> {
        let issuer = signer.issuer();
        let compression = match self.compression {
            Strength::Exact => AnyCompression::Exact,
            Strength::Fixed => AnyCompression::Fixed,
            Strength::Stored => AnyCompression::Stored,
        };
        Ok(issuer
            .limits(self.strictness.limits())
            .compression(compression))
    }

    /// The role, if it means in 007 what its name says.
    pub(crate) fn role(&self, role: Role) -> Result<Role, Failure> {
        if self.strictness.lenient || matches!(role, Role::Publisher | Role::Subscriber) {
            return Ok(role);
        }
        Err(Failure::usage(
            "attendee (0) and admin (101) are roles of 006; 007 would take them for a \
             subscriber: say publisher or subscriber (--lenient takes them as they are)",
        ))
    }
}

/// A compression chosen at run time.
#[derive(Debug, Clone, Copy)]
pub(crate) enum AnyCompression {
    /// As zlib level 6.
    Exact,
    /// Fixed codes.
    Fixed,
    /// None.
    Stored,
}

impl Compression for AnyCompression {
    fn compress(&mut self, content: &[u8], out: &mut [u8]) -> Result<usize, Error> {
        match self {
            Self::Exact => Exact.compress(content, out),
            Self::Fixed => Fixed.compress(content, out),
            Self::Stored => Stored.compress(content, out),
        }
    }
}

/// How long a 007 token lasts.
#[derive(Debug, Clone, Copy, Args)]
pub(crate) struct Expire {
    /// Lifetime of the token from its issue time: seconds, 90s, 30m, 24h, 1h30m
    #[arg(long, value_name = "DURATION", value_parser = duration::parse, default_value = "3600")]
    expire: u32,
}

impl Expire {
    /// The lifetime.
    pub(crate) const fn token(&self) -> ExpireIn {
        ExpireIn::seconds(self.expire)
    }
}

/// How long a 007 token and its privileges last.
#[derive(Debug, Clone, Copy, Args)]
pub(crate) struct Lifetimes {
    #[command(flatten)]
    expire: Expire,
    /// Lifetime of the privileges; 0: no limit of their own [default: as --expire]
    #[arg(long, value_name = "DURATION", value_parser = duration::parse)]
    privilege_expire: Option<u32>,
}

impl Lifetimes {
    /// The lifetime of the token.
    pub(crate) const fn token(&self) -> ExpireIn {
        self.expire.token()
    }

    /// The lifetime of the privileges.
    pub(crate) fn privilege(&self) -> ExpireIn {
        self.own_privilege().unwrap_or(self.token())
    }

    /// That of the privileges where it is not that of the token.
    pub(crate) fn own_privilege(&self) -> Option<ExpireIn> {
        self.privilege_expire.map(ExpireIn::seconds)
    }
}

/// The heading of single lifetimes in `--help`.
const SINGLE: &str = "Single privileges [default of each: --privilege-expire]";

/// A lifetime for each RTC privilege.
#[derive(Debug, Clone, Copy, Args)]
pub(crate) struct RtcPrivileges {
    /// Lifetime of joining
    #[arg(long, value_name = "DURATION", value_parser = duration::parse, help_heading = SINGLE)]
    join_expire: Option<u32>,
    /// Lifetime of publishing audio
    #[arg(long, value_name = "DURATION", value_parser = duration::parse, help_heading = SINGLE)]
    audio_expire: Option<u32>,
    /// Lifetime of publishing video
    #[arg(long, value_name = "DURATION", value_parser = duration::parse, help_heading = SINGLE)]
    video_expire: Option<u32>,
    /// Lifetime of publishing data
    #[arg(long, value_name = "DURATION", value_parser = duration::parse, help_heading = SINGLE)]
    data_expire: Option<u32>,
}

impl RtcPrivileges {
    /// All four: join, audio, video, data.
    pub(crate) fn or(&self, otherwise: ExpireIn) -> [ExpireIn; 4] {
        each_or(self.given(), otherwise)
    }

    /// Those that are given.
    pub(crate) const fn given(&self) -> [Option<u32>; 4] {
        [
            self.join_expire,
            self.audio_expire,
            self.video_expire,
            self.data_expire,
        ]
    }
}

/// Lifetimes, `otherwise` for those that are not given.
pub(crate) fn each_or(given: [Option<u32>; 4], otherwise: ExpireIn) -> [ExpireIn; 4] {
    given.map(|given| given.map_or(otherwise, ExpireIn::seconds))
}

/// The role of a user in a channel.
#[derive(Debug, Clone, Copy, Args)]
pub(crate) struct RoleOption {
    /// publisher (1; also host, broadcaster) or subscriber (2; also audience); in 006 also attendee
    /// (0) and admin (101)
    #[arg(long, default_value = "publisher", value_parser = doctor::names::parse_role)]
    role: Role,
}

impl RoleOption {
    /// The role.
    pub(crate) const fn get(&self) -> Role {
        self.role
    }
}

/// Who the token is for.
#[derive(Debug, Clone, Args)]
#[group(required = true, multiple = false)]
pub(crate) struct User {
    /// Numeric user; uid 0: any user may use the token
    #[arg(long, allow_negative_numbers = true, value_parser = names::parse_number::<u32>)]
    uid: Option<u32>,
    /// User as text
    #[arg(long, visible_alias = "user-id")]
    account: Option<String>,
}

impl User {
    /// Whoever is named, if somebody is.
    pub(crate) fn given(&self) -> Option<Account<'_>> {
        let name = self.account.as_deref().map(Account::Name);
        name.or(self.uid.map(Account::Uid))
    }

    /// The number, or else the text.
    pub(crate) fn account(&self) -> Account<'_> {
        self.given().unwrap_or(Account::ANY)
    }

    /// The text, for builders that take no number.
    pub(crate) fn text(&self) -> Result<String, Failure> {
        match self.account() {
            Account::Uid(0) => Err(Failure::usage(
                "this builder names its user in the token, and uid 0 (any user) is no name: give \
                 the uid or account that joins; a token for any user is made by `agora rtc --uid 0` \
                 (RTC alone)",
            )),
            account => Ok(account.text().as_str().to_owned()),
        }
    }
}

/// Who a token is for, where rows may say it as well.
#[derive(Debug, Clone, Args)]
#[command(
    mut_group("User", |group| group.required(false)),
    group(ArgGroup::new("who").args(["uid", "account", "batch"]).required(true).multiple(true)),
)]
pub(crate) struct RowUser {
    #[command(flatten)]
    user: User,
}

impl RowUser {
    /// The number, or else the text.
    pub(crate) fn account(&self) -> Account<'_> {
        self.user.account()
    }

    /// The text, for builders that take no number.
    pub(crate) fn text(&self) -> Result<String, Failure> {
        self.user.text()
    }
}

/// A channel, which rows may say as well.
#[derive(Debug, Clone, Args)]
pub(crate) struct Channel {
    /// Channel
    #[arg(long, required_unless_present = "batch")]
    channel: Option<String>,
}

impl Channel {
    /// The channel.
    pub(crate) fn get(&self) -> &str {
        given(&self.channel)
    }
}
