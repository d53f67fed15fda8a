//! What all four clients share: who the agent is, where it talks to, and what
//! it has learned.

use core::fmt;
use core::time::Duration;
use std::format;
use std::string::{String, ToString};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use zeroize::Zeroizing;

use super::credentials::Credentials;
use super::state::{Now, State};
use super::{ClientConfig, CredentialStore, Error, Key, Warning};
use crate::Limits;
use crate::ath::{Attestation, Audience, HeaderForm, TokenId};
use crate::http::{self, BaseUrl, Environment, ErrorKind, RequestOptions, Service, Settings};
use crate::output::Owned;

/// Names the caller in calls that carry a token.
const AGENT_HEADER: &str = "x-ath-agent-id";

/// What a client and its operations are made of.
pub(super) struct Core {
    pub(super) base: BaseUrl,
    pub(super) agent_id: String,
    pub(super) key: Key,
    pub(super) settings: Settings,
    pub(super) environment: Arc<dyn Environment>,
    key_id: String,
    header_form: HeaderForm,
    limits: Limits,
    allow_other_origin: bool,
    once: RequestOptions,
    repeatable: RequestOptions,
    store: Option<Arc<dyn CredentialStore>>,
    user: Option<String>,
    state: Mutex<State>,
}

impl Core {
    pub(super) fn new(
        config: &ClientConfig,
        environment: &Arc<dyn Environment>,
    ) -> Result<Self, Error> {
        let base = BaseUrl::new(&config.url)?;
        config.settings.check_protection(&base)?;
        let core = Self {
            limits: config
                .limits
                .unwrap_or_else(|| usual_limits(&config.agent_id)),
            base,
            agent_id: config.agent_id.clone(),
            key: config.key.clone(),
            settings: config.settings.clone(),
            environment: Arc::clone(environment),
            key_id: config.key_id.clone(),
            header_form: config.header_form,
            allow_other_origin: config.allow_other_origin,
            once: match config.retry_posts {
                true => RequestOptions::new(),
                false => RequestOptions::new().max_retries(0),
            },
            repeatable: RequestOptions::new(),
            store: config.store.clone(),
            user: config.user.clone(),
            state: Mutex::default(),
        };
        // What no attestation can be made of is found out here, not later.
        let mut nobody = |_: &[u8; 32]| Ok([1; 64]);
        core.attestation(core.audience(), 1, "jti")
            .mint(&mut nobody, Owned)
            .map_err(no_attestation)?;
        core.agent_header(RequestOptions::new())?;
        if let Some(store) = &core.store
            && let Some(kept) = store.load()?
        {
            core.adopt(kept)?;
        }
        Ok(core)
    }

    /// Takes over what was kept, if it is of this server and agent.
    pub(super) fn adopt(&self, kept: Credentials) -> Result<(), Error> {
        kept.check(self.base.as_str(), &self.agent_id)?;
        self.state().adopt(kept, self.user(), self.clocks());
        Ok(())
    }

    /// Everything that has to be kept.
    pub(super) fn kept(&self) -> Result<Credentials, Error> {
        let kept = self.state().kept(self.user(), self.clocks())?;
        Ok(Credentials {
            url: Some(self.base.as_str().to_string()),
            agent_id: Some(self.agent_id.clone()),
            ..kept
        })
    }

    /// Makes sure that what is asked for can be kept.
    pub(super) fn prepare(&self) -> Result<(), http::Error> {
        self.store.as_ref().map_or(Ok(()), CredentialStore::prepare)
    }

    /// Writes everything to the store, if there is one and something to keep.
    pub(super) fn keep(&self) -> Result<(), Error> {
        match &self.store {
            Some(store) if self.state().proof().is_ok() => self.keep_in(&**store),
            _ => Ok(()),
        }
    }

    /// Writes everything to `store`.
    pub(super) fn keep_in(&self, store: &dyn CredentialStore) -> Result<(), Error> {
        let kept = self.kept()?;
        // What cannot be read is replaced: a secret is at stake.
        let before = store.load().ok().flatten();
        Ok(store.save(&kept.beside_others_of(before, self.user()))?)
    }

    /// [`Self::keep`] after something was given, which is handed over whatever
    /// comes of it.
    pub(super) fn keep_or_warn(&self) -> Option<Warning> {
        self.keep().err().map(|_| Warning::NotKept)
    }

    /// Forgets the registration, in the store too.
    pub(super) fn forget(&self) -> Result<(), http::Error> {
        self.state().forget();
        self.store.as_ref().map_or(Ok(()), CredentialStore::clear)
    }

    /// Whose tokens these are.
    pub(super) fn user(&self) -> Option<&str> {
        self.user.as_deref()
    }

    /// Both clocks at once.
    pub(super) fn clocks(&self) -> Now {
        Now {
            monotonic: self.now(),
            unix: self.environment.unix_time(),
        }
    }

    pub(super) fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Whom an attestation for registering and authorizing is for.
    pub(super) fn audience(&self) -> Audience<'_> {
        Audience::of_base(self.base.as_str())
    }

    /// Whom an attestation for the token exchange is for.
    pub(super) fn token_audience(&self) -> Audience<'_> {
        Audience::of_token_endpoint(self.base.as_str())
    }

    /// A new attestation.
    pub(super) fn attest(&self, audience: Audience<'_>) -> Result<Zeroizing<String>, http::Error> {
        let issued_at = self.environment.signing_time()?.as_secs();
        let id = TokenId::from_random(&*self.random()?);
        let attestation = self.attestation(audience, issued_at, id.as_str());
        let text = self
            .key
            .with_signer(|signer| attestation.mint(signer, Owned))?;
        Ok(Zeroizing::new(text))
    }

    fn attestation<'a>(
        &'a self,
        audience: Audience<'a>,
        issued_at: u64,
        token_id: &'a str,
    ) -> Attestation<'a> {
        Attestation::new(&self.agent_id, audience, issued_at, token_id)
            .key_id(&self.key_id)
            .header_form(self.header_form)
            .limits(self.limits)
    }

    /// Octets that nobody can guess.
    pub(super) fn random<const N: usize>(&self) -> Result<Zeroizing<[u8; N]>, http::Error> {
        let mut octets = Zeroizing::new([0; N]);
        self.environment.fill(&mut *octets)?;
        Ok(octets)
    }

    /// The options of a call that may be repeated, or may not.
    pub(super) const fn options(&self, repeatable: bool) -> &RequestOptions {
        if repeatable {
            &self.repeatable
        } else {
            &self.once
        }
    }

    /// Names the caller, as every call with a token does.
    pub(super) fn agent_header(
        &self,
        options: RequestOptions,
    ) -> Result<RequestOptions, http::Error> {
        options.header(AGENT_HEADER, &self.agent_id)
    }

    /// The interface of a native service, if a token may be sent there.
    pub(super) fn check_api_base(&self, text: &str) -> Result<BaseUrl, http::Error> {
        let api_base = BaseUrl::new(text)?;
        self.settings.check_protection(&api_base)?;
        if !self.allow_other_origin && !api_base.is_same_origin(&self.base) {
            let message = "api_base is on another origin than the service; \
                           ClientConfig::allow_other_origin permits it";
            return Err(http::Error::with_message(ErrorKind::BadUrl, message));
        }
        Ok(api_base)
    }

    /// The settings of a request to `base`: extra headers stay at home.
    pub(super) fn settings_for(&self, base: &BaseUrl) -> Settings {
        let mut settings = self.settings.clone();
        if !base.is_same_origin(&self.base) {
            settings.headers = http::Headers::new();
        }
        settings
    }

    /// Where the browser goes when nothing else is said.
    pub(super) fn default_redirect_uri(&self) -> String {
        format!("{}/{}", self.base, super::endpoints::CALLBACK)
    }

    /// The clock that tokens end by.
    pub(super) fn now(&self) -> Duration {
        self.environment.monotonic()
    }
}

impl Service for Core {
    type Error = Error;

    fn settings(&self) -> &Settings {
        &self.settings
    }
}

impl fmt::Debug for Core {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Core")
            .field("url", &self.base)
            .field("agent_id", &self.agent_id)
            .finish_non_exhaustive()
    }
}

/// Names an agent id that nobody can look up for what it is.
fn no_attestation(error: crate::Error) -> http::Error {
    let converted = http::Error::from(error);
    match error {
        crate::Error::BadCharacter {
            field: crate::Field::AgentId,
            ..
        } => {
            let message = "an agent id is the URL of an identity document, \
                           https://<domain>/.well-known/agent.json";
            http::Error::with_message(converted.kind(), message).with_source(error)
        }
        _ => converted,
    }
}

/// An agent under development is on this machine.
fn usual_limits(agent_id: &str) -> Limits {
    match BaseUrl::new(agent_id) {
        Ok(url) if url.is_loopback() => Limits::Wire,
        _ => Limits::Documented,
    }
}
