//! `authing verify-token`: ID and access tokens against a key set.

use std::path::PathBuf;
use std::time::Duration;

use clap::Args;
use tokenmint::client::authing::{Claims, Jwks, TokenError, TokenVerifier};

use super::app::AppOptions;
use super::key_set::Way;
use crate::credentials::find_secret;
use crate::environment::Form;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::online::service::time_limit;
use crate::run::Run;
use crate::verify;
use crate::{clock, input};
use tokenmint::doctor::words::{quoted, time as time_text};
use tokenmint::doctor::{Answer, Fault, Missing};

const SECRET_VARIABLE: &str = "AUTHING_APP_SECRET";

/// Options of `authing verify-token`.
#[derive(Debug, Args)]
#[command(after_help = "\
The questions are answered in this order; after the first that fails, the others are not checked.
HS256 is taken with --hs256 alone. The application's secret comes from the environment
(AUTHING_APP_SECRET), a file or standard input.")]
pub(crate) struct VerifyToken {
    #[arg(help = input::TOKEN_HELP)]
    token: String,
    #[command(flatten)]
    app: AppOptions,
    /// Issuer, where it is not {app-host}/oidc
    #[arg(long, value_name = "URL")]
    issuer: Option<String>,
    /// File that has the key set, in place of asking the host
    #[arg(long, value_name = "PATH", conflicts_with = "jwks_url")]
    jwks: Option<PathBuf>,
    /// Where to get the key set, in place of {app-host}/oidc/.well-known/jwks.json, or
    /// {app-host}/{app-id}/oidc/... where that is not there
    #[arg(long, value_name = "URL")]
    jwks_url: Option<String>,
    /// Certificates of the authority that the host of the key set is trusted by
    #[arg(long, value_name = "PATH")]
    ca_file: Option<PathBuf>,
    /// Let the address of the key set begin with http:// on another machine: whoever is on the way
    /// can send another set
    #[arg(long)]
    allow_plain_http: bool,
    /// Time limit for getting the key set: seconds, or 90s, 2m
    #[arg(long, value_name = "TIME", value_parser = time_limit, default_value = "10s")]
    timeout: Duration,
    /// The nonce of the sign-in, for an ID token
    #[arg(long)]
    nonce: Option<String>,
    /// It is an access token: no nonce, no authorized party
    #[arg(long, conflicts_with = "nonce")]
    access_token: bool,
    /// Take tokens signed with HS256 and the application's secret, too
    #[arg(long)]
    hs256: bool,
    /// File that has the application's secret
    #[arg(
        long,
        value_name = "PATH",
        requires = "hs256",
        conflicts_with = "secret_stdin"
    )]
    secret_file: Option<PathBuf>,
    /// Read the application's secret from standard input
    #[arg(long, requires = "hs256")]
    secret_stdin: bool,
    /// How many seconds the clocks may differ
    #[arg(long, value_name = "SECONDS", default_value_t = 0)]
    clock_tolerance: u32,
    /// The time to check at: Unix seconds or RFC 3339 [default: now]
    #[arg(long, value_name = "TIME", value_parser = clock::parse)]
    now: Option<u32>,
}

impl Run for VerifyToken {
    fn run(&self, as_json: bool) -> Result<Exit, Failure> {
        let token = input::token(&self.token, self.secret_stdin)?;
        let now = self.now.map_or_else(clock::now, Ok)?;
        let issuer = match &self.issuer {
            Some(issuer) => issuer.clone(),
            None => format!("{}/oidc", self.app.app_host()?),
        };
        let verifier = TokenVerifier::new(&issuer, &self.app.app_id()?)
            .clock_tolerance(Duration::from_secs(self.clock_tolerance.into()));
        let verifier = if self.hs256 {
            verifier.hs256(&app_secret(self)?)?
        } else {
            verifier
        };
        let keys = match verifier.key_id_of(&token) {
            Ok(Some(_)) => read_keys(self)?,
            // The secret is the key, or the header says that it is not good.
            Ok(None) | Err(_) => Jwks::empty(),
        };
        let at = Duration::from_secs(now.into());
        let result = if self.access_token {
            verifier.verify_access_token(&token, &keys, at)
        } else {
            verifier.verify_id_token(&token, &keys, self.nonce.as_deref(), at)
        };
        let kid = verifier.key_id_of(&token).ok().flatten();
        let asked = Asked {
            options: self,
            issuer: &issuer,
            kid: kid.as_deref(),
            now,
        };
        verify::show(&asked.answers(&result)?, as_json)
    }
}

fn app_secret(options: &VerifyToken) -> Result<zeroize::Zeroizing<String>, Failure> {
    let path = options.secret_file.as_deref();
    find_secret(
        options.secret_stdin,
        path,
        Some(SECRET_VARIABLE),
        Form::Free,
    )?
    .ok_or_else(|| {
        Failure::usage(format!(
            "there is no application secret: set {SECRET_VARIABLE}, or use --secret-file or \
             --secret-stdin"
        ))
    })
}

fn read_keys(options: &VerifyToken) -> Result<Jwks, Failure> {
    let way = Way {
        ca_file: options.ca_file.as_deref(),
        allow_plain_http: options.allow_plain_http,
        timeout: options.timeout,
    };
    let text = match (&options.jwks, &options.jwks_url) {
        (Some(path), _) => input::file(path, "the key set")?.to_vec(),
        (None, Some(url)) => way.fetch(std::slice::from_ref(url))?,
        (None, None) => {
            let (host, id) = (options.app.app_host()?, options.app.app_id()?);
            let path = "oidc/.well-known/jwks.json";
            way.fetch(&[format!("{host}/{path}"), format!("{host}/{id}/{path}")])?
        }
    };
    Jwks::parse(&text).map_err(|error| Failure::usage(format!("the key set is no good: {error}")))
}

/// What was asked for.
struct Asked<'a> {
    options: &'a VerifyToken,
    issuer: &'a str,
    kid: Option<&'a str>,
    now: u32,
}

const SIGNATURE: &str = "signature";
const AUDIENCE: &str = "audience";
const ISSUER: &str = "issuer";
const TIME: &str = "time";
const PARTY: &str = "authorized party";
const NONCE: &str = "nonce";

impl Asked<'_> {
    fn answers(&self, result: &Result<Claims, TokenError>) -> Result<Vec<Answer>, Failure> {
        let failed = match result {
            Ok(_) => None,
            Err(TokenError::TooLarge | TokenError::Malformed) => {
                return Err(Failure::unreadable("the token is no JWT, or damaged"));
            }
            Err(error) => Some((question(*error), *error)),
        };
        let mut answers = Vec::new();
        let mut over = false;
        for name in [SIGNATURE, ISSUER, AUDIENCE, TIME, PARTY, NONCE] {
            let skipped = self.options.access_token && matches!(name, PARTY | NONCE);
            answers.push(match failed {
                _ if skipped => continue,
                _ if over => Answer::undecided(name, "an earlier answer fails"),
                Some(((at, fault), error)) if at == name => {
                    over = true;
                    Answer::fails(name, fault, self.failure(name, error))
                }
                _ if name == NONCE && self.options.nonce.is_none() => {
                    Answer::not_asked(name, Missing::Nonce, "not asked for: use --nonce")
                }
                _ => Answer::holds(name, self.holding(name, result.as_ref().ok())),
            });
        }
        Ok(answers)
    }

    fn failure(&self, name: &str, error: TokenError) -> String {
        match (error, self.kid) {
            (
                TokenError::UnknownKeyId | TokenError::WeakKey | TokenError::UnusableKey,
                Some(kid),
            ) => {
                format!("{error}: {}", quoted(kid))
            }
            _ if name == ISSUER => format!("{error}, not {}", quoted(self.issuer)),
            (TokenError::Algorithm, _) if !self.options.hs256 => {
                format!("{error}: RS256 alone is (HS256 with --hs256)")
            }
            _ => error.to_string(),
        }
    }

    fn holding(&self, name: &str, claims: Option<&Claims>) -> String {
        match name {
            SIGNATURE => match self.kid {
                Some(kid) => format!("RS256, by the key {}", quoted(kid)),
                None => "HS256, by the application's secret".to_owned(),
            },
            ISSUER => quoted(self.issuer),
            AUDIENCE => "this application".to_owned(),
            TIME => {
                let end = claims.and_then(|claims| claims.get("exp")?.as_u64());
                end.map_or_else(
                    || "the token has not ended".to_owned(),
                    |end| format!("ends at {}", time_text(end, self.now)),
                )
            }
            PARTY => "this application, or not named".to_owned(),
            _ => "that of this sign-in".to_owned(),
        }
    }
}

/// The question that an error answers, and what a script is told.
fn question(error: TokenError) -> (&'static str, Fault) {
    match error {
        TokenError::WeakKey | TokenError::UnusableKey => (SIGNATURE, Fault::Certificate),
        TokenError::Issuer | TokenError::Missing("iss") | TokenError::WrongType("iss") => {
            (ISSUER, Fault::Issuer)
        }
        TokenError::Audience | TokenError::Missing("aud") | TokenError::WrongType("aud") => {
            (AUDIENCE, Fault::Audience)
        }
        TokenError::Expired | TokenError::Missing("exp") | TokenError::WrongType("exp") => {
            (TIME, Fault::Time)
        }
        TokenError::NotYetValid
        | TokenError::IssuedInFuture
        | TokenError::WrongType("nbf" | "iat") => (TIME, Fault::Issued),
        TokenError::AuthorizedParty | TokenError::WrongType("azp") => (PARTY, Fault::AppId),
        TokenError::Nonce | TokenError::Missing("nonce") | TokenError::WrongType("nonce") => {
            (NONCE, Fault::Nonce)
        }
        _ => (SIGNATURE, Fault::Signature),
    }
}
