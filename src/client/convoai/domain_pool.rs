//! Which host the next request goes to. One state for a client and its clones.
//!
//! ```text
//! https://{region}.{domain}{path}
//!          │        └ select_best_domain: the first that resolves, kept for 30 s;
//!          │          failover when the name does not resolve or TLS fails
//!          └ next_region; failover after no connection, a lost answer, a 5xx
//! ```

use core::fmt;
use core::time::Duration;
use std::borrow::Cow;
use std::format;
use std::net::ToSocketAddrs;
use std::string::{String, ToString};
use std::sync::mpsc;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::{Area, CnRouting};
use crate::convoai::{Hosts, Turn};
use crate::http::{BaseUrl, Environment, Error, ErrorKind};

/// A selection is kept this long before names are looked up again.
pub const SELECTION_AGE: Duration = Duration::from_secs(30);

/// The longest wait for one round of name lookups.
const LOOKUP_LIMIT: Duration = Duration::from_secs(5);

/// Finds out which domain answers first.
pub trait Resolver: Send + Sync {
    /// The first of `domains` for which `{region}.{domain}` has an address, or
    /// nothing. May block.
    fn first(&self, region: &str, domains: &[&str]) -> Option<String>;
}

impl<F: Fn(&str, &[&str]) -> Option<String> + Send + Sync> Resolver for F {
    fn first(&self, region: &str, domains: &[&str]) -> Option<String> {
        self(region, domains)
    }
}

/// Asks the resolver of the system for all domains at once.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemResolver;

impl Resolver for SystemResolver {
    fn first(&self, region: &str, domains: &[&str]) -> Option<String> {
        let (sender, receiver) = mpsc::channel();
        for domain in domains {
            let (sender, domain) = (sender.clone(), (*domain).to_string());
            let host = format!("{region}.{domain}");
            // Without a thread this name counts as not resolved.
            let _ = std::thread::Builder::new().spawn(move || {
                let found = (host.as_str(), 443)
                    .to_socket_addrs()
                    .is_ok_and(|mut addresses| addresses.next().is_some());
                if found {
                    let _ = sender.send(domain);
                }
            });
        }
        // The last sender goes with the last thread, so failure is known early.
        drop(sender);
        receiver.recv_timeout(LOOKUP_LIMIT).ok()
    }
}

/// The hosts of an area. Clones share their state.
#[derive(Clone)]
pub struct DomainPool(Arc<Shared>);

struct Shared {
    area: Area,
    hosts: Hosts,
    fixed: Option<BaseUrl>,
    resolver: Arc<dyn Resolver>,
    environment: Arc<dyn Environment>,
    state: Mutex<State>,
    selecting: Mutex<()>,
}

#[derive(Debug, Clone, Copy, Default)]
struct State {
    turn: Turn,
    selected_at: Option<Duration>,
}

impl DomainPool {
    pub(super) fn new(
        area: Area,
        routing: CnRouting,
        fixed: Option<BaseUrl>,
        resolver: Arc<dyn Resolver>,
        environment: Arc<dyn Environment>,
    ) -> Self {
        Self(Arc::new(Shared {
            area,
            hosts: area.hosts(routing),
            fixed,
            resolver,
            environment,
            state: Mutex::default(),
            selecting: Mutex::default(),
        }))
    }

    /// The area.
    #[must_use]
    pub fn area(&self) -> Area {
        self.0.area
    }

    /// The base URL of the next request.
    #[must_use]
    pub fn current_url(&self) -> String {
        match &self.0.fixed {
            Some(fixed) => fixed.to_string(),
            None => self.url_of(self.state().turn),
        }
    }

    /// Goes on to the next region; after the last comes the first. Nothing
    /// happens where there is only one, or a base URL was set.
    pub fn next_region(&self) {
        self.state().turn.next_region(self.0.hosts);
    }

    /// Looks up which domain answers, unless that was done in the last 30 s,
    /// and uses it from now on. Blocks; see
    /// [`AsyncAgentClient::select_best_domain`](super::AsyncAgentClient::select_best_domain)
    /// for a future.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Resolve`] when no name has an address; nothing changes.
    pub fn select_best_domain(&self) -> Result<(), Error> {
        if self.0.fixed.is_some() || !self.is_due() {
            return Ok(());
        }
        // One caller asks, the others wait and find its result.
        let _turn = lock(&self.0.selecting);
        if !self.is_due() {
            return Ok(());
        }
        let Hosts { domains, .. } = self.0.hosts;
        let region = self.state().turn.region(self.0.hosts);
        let found = self
            .0
            .resolver
            .first(region, domains)
            .ok_or_else(|| Error::with_message(ErrorKind::Resolve, "of all domains"))?;
        if let Some(domain) = domains.iter().position(|domain| *domain == found) {
            let mut state = self.state();
            state.turn.take_domain(domain);
            state.selected_at = Some(self.0.environment.monotonic());
        }
        Ok(())
    }

    /// The base URL of a request, and the number of its host.
    pub(super) fn target(&self) -> Result<(Cow<'_, BaseUrl>, usize), Error> {
        let turn = self.state().turn;
        let url = match &self.0.fixed {
            Some(fixed) => Cow::Borrowed(fixed),
            None => Cow::Owned(BaseUrl::new(&self.url_of(turn))?),
        };
        Ok((url, turn.host()))
    }

    /// Leaves `host`, unless another caller has done so already: of many
    /// requests that fail together only one moves the pool. What is wrong with
    /// its name is wrong with those of the domain. Whether the next request
    /// goes elsewhere.
    pub(super) fn fail_over(&self, host: usize, is_of_the_name: bool) -> bool {
        if self.0.fixed.is_some() {
            return false;
        }
        let mut state = self.state();
        if state.turn.host() != host {
            return true;
        }
        if is_of_the_name {
            // Whoever asks for the best is told anew.
            state.selected_at = None;
        }
        state.turn.fail_over(self.0.hosts, is_of_the_name);
        state.turn.host() != host
    }

    fn is_due(&self) -> bool {
        let now = self.0.environment.monotonic();
        let selected_at = self.state().selected_at;
        selected_at.is_none_or(|then| now.saturating_sub(then) > SELECTION_AGE)
    }

    fn url_of(&self, turn: Turn) -> String {
        let hosts = self.0.hosts;
        let (region, domain, path) = (turn.region(hosts), turn.domain(hosts), hosts.path);
        format!("https://{region}.{domain}{path}")
    }

    fn state(&self) -> MutexGuard<'_, State> {
        lock(&self.0.state)
    }
}

/// The state is whole after every statement, so a panic elsewhere spoils none.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl fmt::Debug for DomainPool {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("DomainPool")
            .field("area", &self.area())
            .field("current_url", &self.current_url())
            .finish_non_exhaustive()
    }
}
