//! `ath attestation`.

use clap::{Args, ValueEnum};
use tokenmint::Limits;
use tokenmint::ath::{self, Audience, HeaderForm, LIFETIME, TokenId};
use tokenmint::doctor::{Explanation, Question};
use tokenmint::output::Owned;

use super::key::KeyOptions;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::minted::Minted;
use crate::{clock, duration};

/// Options of `ath attestation`.
#[derive(Debug, Args)]
#[command(after_help = "\
Every request takes a new attestation, a repeated request too: servers refuse one that they have
seen.")]
pub(crate) struct Attestation {
    /// URL of the agent's identity document
    #[arg(long, value_name = "URL")]
    agent_id: String,
    /// Audience, exactly this text
    #[arg(
        long,
        value_name = "TEXT",
        required_unless_present = "base",
        conflicts_with = "base"
    )]
    audience: Option<String>,
    /// Base URL of the gateway or service that it is for
    #[arg(long, value_name = "URL")]
    base: Option<String>,
    /// The request that carries it
    #[arg(
        long = "for",
        value_enum,
        default_value = "register",
        conflicts_with = "audience"
    )]
    request: RequestKind,
    /// Name of the key
    #[arg(long, value_name = "TEXT", default_value = ath::DEFAULT_KEY_ID)]
    key_id: String,
    /// What the agent can do; repeatable
    #[arg(long, value_name = "NAME")]
    capability: Vec<String>,
    /// Lifetime from its issue time: seconds, 90s, 30m, 1h
    #[arg(long, value_name = "DURATION", value_parser = duration::parse, default_value_t = LIFETIME)]
    lifetime: u32,
    /// Issue time: Unix seconds or RFC 3339, for reproducible output [default: now]
    #[arg(long, value_name = "TIME", value_parser = clock::parse_long)]
    issued_at: Option<u64>,
    /// Its unique id, for reproducible output [default: random]
    #[arg(long, value_name = "TEXT")]
    jti: Option<String>,
    /// Leave `typ` out of the header, as the TypeScript SDK does
    #[arg(long)]
    without_type: bool,
    /// Refuse only what the wire format cannot carry, such as an agent on the local host
    #[arg(long)]
    lenient: bool,
    /// Write the attestation only, without its explanation
    #[arg(short, long)]
    quiet: bool,
    #[command(flatten)]
    key: KeyOptions,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum RequestKind {
    /// Registration
    Register,
    /// Authorization, with the same audience
    Authorize,
    /// The token exchange
    Token,
}

impl Attestation {
    fn audience(&self) -> Audience<'_> {
        if let Some(text) = &self.audience {
            return Audience::exact(text);
        }
        debug_assert!(self.base.is_some(), "one of the two has to be given");
        let base = self.base.as_deref().unwrap_or_default();
        match self.request {
            RequestKind::Token => Audience::of_token_endpoint(base),
            RequestKind::Register | RequestKind::Authorize => Audience::of_base(base),
        }
    }
}

/// Signs and shows.
pub(crate) fn run(options: &Attestation, as_json: bool) -> Result<Exit, Failure> {
    let now = clock::now()?;
    let random = TokenId::from_os()?;
    let jti = options.jti.as_deref().unwrap_or(random.as_str());
    let capabilities: Vec<_> = options.capability.iter().map(String::as_str).collect();
    let (limits, header) = (
        if options.lenient {
            Limits::Wire
        } else {
            Limits::Documented
        },
        if options.without_type {
            HeaderForm::WithoutType
        } else {
            HeaderForm::WithType
        },
    );
    let issued_at = options.issued_at.unwrap_or(now.into());
    let mut key = options.key.private()?;
    let token = ath::Attestation::new(&options.agent_id, options.audience(), issued_at, jti)
        .key_id(&options.key_id)
        .lifetime(options.lifetime)
        .capabilities(&capabilities)
        .header_form(header)
        .limits(limits)
        .mint(&mut key, Owned)
        .map_err(Failure::refused)?;
    let explanation = Explanation::of(&token, &Question::at(now))?;
    Minted::new("Attestation.mint", token).show(&explanation, &[], options.quiet, as_json)
}
