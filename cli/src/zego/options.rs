//! Options that several ZEGO commands share.

use clap::{Args, ValueEnum};
use tokenmint::doctor::{Explanation, Question};
use tokenmint::internals::os::Block;
use tokenmint::internals::wire::hex;
use tokenmint::zego::{Access, Entropy, ServerSecret, parse_app_id};
use tokenmint::{Error, Field, Limits, TextFault};
use zeroize::Zeroizing;

use crate::batch::columns::{Columns, Rows};
use crate::environment::{self, Form, Variables};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::minted::Minted;
use crate::secret::SecretOptions;
use crate::{clock, duration, output};

/// The heading of these options in `--help`.
const HEADING: &str = "Credentials (server secret: environment ZEGO_SERVER_SECRET)";

/// What is said when the initialization vector is given.
const REUSE: &str = "the initialization vector was given: a second token with the same one is not \
    safe (with GCM it gives away the key of the tag); leave --iv-hex away but to reproduce a token";

/// Options that name the project.
#[derive(Debug, Args)]
#[command(next_help_heading = HEADING)]
pub(super) struct Project {
    /// App id, a number [env: ZEGO_APP_ID]
    #[arg(long, value_name = "NUMBER")]
    app_id: Option<String>,
    #[command(flatten)]
    secret: SecretOptions,
}

impl Project {
    /// Whether standard input has the secret.
    pub(super) const fn uses_stdin(&self) -> bool {
        self.secret.uses_stdin()
    }

    /// The app id.
    pub(super) fn app_id(&self) -> Result<u32, Failure> {
        let given = self.app_id.as_deref();
        let text = environment::option(given, "--app-id", Variables::ZEGO.app_id, Form::Fixed)?;
        let text = text.ok_or_else(|| {
            Failure::usage(format!(
                "there is no app id: set {} or use --app-id",
                Variables::ZEGO.app_id
            ))
        })?;
        parse_app_id(&text).map_err(|_| Failure::usage(bad_app_id(&text)))
    }

    /// The server secret: its text, and as the key.
    pub(super) fn secret(&self) -> Result<(Zeroizing<String>, ServerSecret), Failure> {
        let text = self
            .secret
            .read("server secret", Variables::ZEGO.secret, Form::Fixed)?;
        let key = ServerSecret::new(&text)?;
        Ok((text, key))
    }
}

/// Where the random part of tokens comes from.
pub(super) enum Randomness<'a> {
    /// The operating system, or the options.
    Options(&'a Making),
    /// A block for many tokens.
    Block(&'a mut Block),
}

impl Randomness<'_> {
    /// That of one token.
    pub(super) fn entropy<const N: usize>(self) -> Result<Entropy<N>, Failure> {
        match self {
            Self::Options(making) => making.entropy(),
            Self::Block(block) => Ok(Entropy::from_random(block.bytes()?, block.bytes()?)),
        }
    }
}

/// What is there in place of an app id.
fn bad_app_id(text: &str) -> String {
    let told = match TextFault::of(text, |c| c.is_ascii_digit()) {
        TextFault::Length { .. } => "it is out of range".to_owned(),
        fault => fault.to_string(),
    };
    let hint = match text.len() {
        32 => " (the server secret has 32)",
        64 => " (an AppSign has 64)",
        _ => "",
    };
    format!("app id is not valid: {told}{hint}; ZEGO's is a number from 1 to 4294967295")
}

/// When a token begins and ends.
#[derive(Debug, Clone, Copy, Args)]
pub(super) struct Times {
    /// Lifetime of the token from its issue time: seconds, 90s, 30m, 24h, 1h30m
    #[arg(long, value_name = "DURATION", value_parser = lifetime, default_value = "3600")]
    expire: i64,
    /// Issue time: Unix seconds or RFC 3339, for reproducible output [default: now]
    #[arg(long, value_name = "TIME", value_parser = time)]
    issued_at: Option<i64>,
}

/// The longest lifetime of a row: more is mostly milliseconds or a point in time.
const LONG: i64 = 30 * 86_400;

impl Times {
    /// The lifetime in seconds.
    pub(super) const fn expire(self) -> i64 {
        self.expire
    }

    /// The issue time.
    pub(super) fn issued_at(self) -> Result<i64, Failure> {
        self.issued_at
            .map_or_else(|| clock::now().map(i64::from), Ok)
    }

    /// Why a row cannot mean its lifetime.
    pub(super) fn objection(self) -> Option<String> {
        (self.expire > LONG).then(|| {
            format!(
                "expire: {} s are {} days, and more than 30 are mostly milliseconds or a point in \
                 time (--lenient takes it)",
                self.expire,
                self.expire / 86_400
            )
        })
    }
}

impl Rows for Times {
    fn columns() -> Columns<Self> {
        Columns::<Self>::new()
            .value(&["expire"], lifetime, |this| &mut this.expire)
            .optional(&["issued_at"], time, |this| &mut this.issued_at)
    }
}

/// How long a token lasts, and what makes it another one.
#[derive(Debug, Args)]
pub(super) struct Making {
    #[command(flatten)]
    times: Times,
    /// Initialization vector, for reproducible output only: 32 hexadecimal
    /// digits, with --gcm 24 [default: random]
    #[arg(long, value_name = "HEX")]
    iv_hex: Option<String>,
    /// The number in the token, for reproducible output only [default: random]
    #[arg(
        long,
        value_name = "NUMBER",
        allow_negative_numbers = true,
        requires = "iv_hex"
    )]
    nonce: Option<i64>,
    /// Refuse only what the wire format cannot carry, not what only some libraries take
    #[arg(long)]
    lenient: bool,
    /// Write the token only, without its explanation
    #[arg(short, long)]
    quiet: bool,
}

impl Making {
    /// When a token begins and ends.
    pub(super) const fn times(&self) -> Times {
        self.times
    }

    /// Whether standard output is all that is wanted.
    pub(super) const fn quiet(&self) -> bool {
        self.quiet
    }

    /// The limits of the library.
    pub(super) const fn limits(&self) -> Limits {
        if self.lenient {
            Limits::Wire
        } else {
            Limits::Documented
        }
    }

    /// Whether an initialization vector is given.
    pub(super) const fn has_iv(&self) -> bool {
        self.iv_hex.is_some()
    }

    /// Random, unless given.
    fn entropy<const N: usize>(&self) -> Result<Entropy<N>, Failure> {
        let random = Entropy::from_os()?;
        let Some(digits) = &self.iv_hex else {
            return Ok(random);
        };
        let iv = hex::decode(digits.as_bytes()).ok_or_else(|| {
            Failure::usage(format!("--iv-hex needs {} hexadecimal digits here", 2 * N))
        })?;
        let nonce = self.nonce.unwrap_or_else(|| random.nonce());
        Ok(Entropy::new(iv, nonce))
    }

    /// Shows a token that was made with the secret.
    pub(super) fn show(
        &self,
        function: &'static str,
        token: String,
        secret: &Zeroizing<String>,
        as_json: bool,
    ) -> Result<Exit, Failure> {
        let explanation = explain(&token, secret)?;
        let mut minted = Minted::new(function, token);
        if self.iv_hex.is_some() {
            if as_json {
                minted.notes.push(REUSE.to_owned());
            } else {
                output::note(&format!("warning: {REUSE}"));
            }
        }
        minted.show(&explanation, &[], self.quiet, as_json)
    }
}

fn explain(token: &str, secret: &str) -> Result<Explanation, Failure> {
    let mut question = Question::at(clock::now()?);
    question.secret = Some(secret);
    Ok(Explanation::of(token, &question)?)
}

/// An input was refused that `--lenient` would perhaps let pass.
pub(super) fn refused(error: Error) -> Failure {
    match error {
        Error::ValueOutOfRange {
            field: field @ (Field::UserId | Field::Room),
            max,
            ..
        } => Failure::usage(format!(
            "{field} is too long: at most {max} UTF-16 units (--lenient lifts this limit)"
        )),
        other => other.into(),
    }
}

/// Whether something is allowed.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(super) enum AccessWord {
    /// Allowed, 1
    Allow,
    /// Denied, 0
    Deny,
}

impl From<AccessWord> for Access {
    fn from(word: AccessWord) -> Self {
        match word {
            AccessWord::Allow => Self::Allow,
            AccessWord::Deny => Self::Deny,
        }
    }
}

/// Reads what is or is not allowed.
pub(super) fn access(text: &str) -> Result<AccessWord, String> {
    AccessWord::from_str(text, false).map_err(|_| "expected allow or deny".to_owned())
}

fn lifetime(text: &str) -> Result<i64, String> {
    duration::refuse_point_in_time(text)?;
    match text.parse() {
        Ok(seconds) => Ok(seconds),
        Err(_) => duration::parse(text).map(i64::from),
    }
}

/// A time that fits a signed number.
pub(super) fn time(text: &str) -> Result<i64, String> {
    i64::try_from(clock::parse_long(text)?).map_err(|_| "the time is too far away".to_owned())
}
