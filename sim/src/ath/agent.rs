//! The agent of all journeys, and the implementors that it meets.

use std::sync::OnceLock;
use std::time::Duration;

use base64ct::{Base64UrlUnpadded, Encoding as _};
use tokenmint::ath::{PublicKey, SigningKey};
use tokenmint::client::ath::{ClientConfig, Developer, Key, RegisterRequest};
use tokenmint::http::{Error, Timeouts};
use tokenmint::internals::crypto::sha256::sha256;

use super::service::{Ath, Flavour};
use crate::memo::Memo;
use crate::watch::{ANSWER, TOTAL};

pub(super) const AGENT_ID: &str = "https://agent.example.com/.well-known/agent.json";
pub(super) const REDIRECT_URI: &str = "http://127.0.0.1:8765/callback";
pub(super) const GATEWAY: &str = "https://gateway.example.com";
pub(super) const OTHER_GATEWAY: &str = "https://standalone.example.org";
pub(super) const NATIVE: &str = "https://mail.example.net";

/// What the standalone gateway knows its user by.
pub(super) const USER_TOKEN: &str = "user-token-c0ffee";

/// What is the agent's alone.
const SECRET_KEY: [u8; 32] = [7; 32];

static KEY: OnceLock<(PublicKey, Key)> = OnceLock::new();
static SIGNED: Memo<[u8; 32], Result<[u8; 64], tokenmint::Error>> = Memo::new();

/// Whether the agent has made this signature of `signed`: then nobody needs to
/// compute that it is good.
pub(super) fn has_signed(signed: &[u8], signature: &str, key: &PublicKey) -> bool {
    let made = SIGNED.peek(&sha256(&[signed])).and_then(Result::ok);
    let is_mine = KEY.get().is_some_and(|mine| mine.0 == *key);
    is_mine && made.is_some_and(|made| Base64UrlUnpadded::encode_string(&made) == signature)
}

/// The agent's key. What it has signed once, it need not sign again: the world
/// gives the same randomness each time.
fn key() -> Result<&'static (PublicKey, Key), tokenmint::Error> {
    if let Some(key) = KEY.get() {
        return Ok(key);
    }
    let software = SigningKey::from_bytes(&SECRET_KEY)?;
    let public = software.public_key();
    let sign = move |digest: &[u8; 32]| SIGNED.get(*digest, |digest| software.sign_prehash(digest));
    let key = Key::external(sign, public);
    Ok(KEY.get_or_init(|| (public, key)))
}

pub(super) fn config(flavour: Flavour) -> Result<ClientConfig, Error> {
    let config = ClientConfig::new(base(flavour), AGENT_ID, key()?.1.clone())
        .timeouts_each(Timeouts::of(ANSWER).total(TOTAL));
    match flavour {
        Flavour::Standalone => config.header("x-ath-user-token", USER_TOKEN),
        Flavour::Handlers | Flavour::Native => Ok(config),
    }
}

/// An implementor whose users take so long to consent.
pub(super) fn service(flavour: Flavour, consent_after: Duration) -> Result<Ath, tokenmint::Error> {
    let seed = match flavour {
        Flavour::Handlers => 1,
        Flavour::Standalone => 1 << 32,
        Flavour::Native => 2 << 32,
    };
    let service = Ath::new(flavour, base(flavour), seed);
    let service = service.with_identity(AGENT_ID, key()?.0);
    let mut service = match flavour {
        Flavour::Standalone => service.with_user_token(USER_TOKEN),
        Flavour::Handlers | Flavour::Native => service,
    };
    service.consent_after = consent_after;
    Ok(service)
}

pub(super) fn base(flavour: Flavour) -> &'static str {
    match flavour {
        Flavour::Handlers => GATEWAY,
        Flavour::Standalone => OTHER_GATEWAY,
        Flavour::Native => NATIVE,
    }
}

pub(super) const fn origins(flavour: Flavour) -> &'static [&'static str] {
    match flavour {
        Flavour::Handlers => &[GATEWAY],
        Flavour::Standalone => &[OTHER_GATEWAY],
        Flavour::Native => &[NATIVE],
    }
}

/// Providers and scopes that the agent asks for.
pub(super) const fn wanted(flavour: Flavour) -> &'static [(&'static str, &'static [&'static str])] {
    match flavour {
        Flavour::Native => &[("mail", &["read", "send"])],
        _ => &[("github", &["repo"]), ("calendar", &["events"])],
    }
}

pub(super) fn registration(flavour: Flavour) -> RegisterRequest {
    let request = RegisterRequest::new(Developer::new("Example", "example.com"))
        .purpose("reviews pull requests")
        .redirect_uri(REDIRECT_URI);
    let wanted = wanted(flavour).iter();
    wanted.fold(request, |request, (provider, scopes)| {
        request.provider(provider, scopes)
    })
}
