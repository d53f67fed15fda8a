//! As many agents as requests are under way at once.
//!
//! The pool of a `ureq` agent is one for all threads: while a request looks
//! through it and asks a socket whether it is open, all others wait. So each
//! request has an agent to itself, whose pool holds one connection to a host:
//! the one that was given back last, which has the youngest connections.

use core::fmt;
use core::time::Duration;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Instant;
use std::vec::Vec;

use ureq::Agent;
use ureq::tls::TlsConfig;
use ureq::unversioned::transport::{ConnectionDetails, Connector, DefaultConnector};

use super::coarse::Coarse;
use super::names::{Memory, Names};

/// How many agents are kept: so many threads find one again each.
const IDLE_AGENTS: usize = 128;

/// A request speaks to one host, and a client to few.
const HOSTS: usize = 8;

/// How long a connection waits for another request: as `ureq` has it.
const IDLE_AGE: Duration = Duration::from_secs(15);

/// What an attempt may take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Limits {
    pub(super) connect: Duration,
    pub(super) response: Duration,
    pub(super) attempt: Duration,
}

impl Limits {
    /// The limit of a step, unless that of the attempt ends it as early.
    pub(super) fn step(self) -> Option<Duration> {
        (self.response < self.attempt).then_some(self.response)
    }
}

/// An agent, and the limits that hold unless a request has others.
pub(super) struct OfOne {
    pub(super) agent: Agent,
    pub(super) limits: Limits,
}

/// Clones share the agents.
#[derive(Clone)]
pub(super) struct Pool(Arc<Shared>);

struct Shared {
    idle: Mutex<Vec<(Instant, OfOne)>>,
    connector: Connect,
    tls: TlsConfig,
    names: Memory,
}

impl Pool {
    pub(super) fn new(tls: TlsConfig, names: Memory) -> Self {
        Self(Arc::new(Shared {
            idle: Mutex::default(),
            connector: Connect(Arc::default()),
            tls,
            names,
        }))
    }

    /// Lets `action` have an agent; a new one has `limits`.
    pub(super) fn with<T>(&self, limits: Limits, action: impl FnOnce(&OfOne) -> T) -> T {
        let idle = self.locked(Vec::pop);
        let one = idle.map_or_else(|| self.make(limits), |(_, one)| one);
        let result = action(&one);
        self.give_back(one, Instant::now());
        result
    }

    /// Keeps `one` for the next, and drops what nobody has needed for long.
    fn give_back(&self, one: OfOne, now: Instant) {
        let old: Vec<_> = self.locked(|idle| {
            idle.push((now, one));
            let is_old = |since: &Instant| now.saturating_duration_since(*since) > IDLE_AGE;
            // The oldest come first.
            let old = idle.iter().take_while(|(since, _)| is_old(since)).count();
            let more = idle.len().saturating_sub(IDLE_AGENTS);
            idle.drain(..old.max(more)).collect()
        });
        // Their connections are closed while nobody waits.
        drop(old);
    }

    fn locked<T>(&self, action: impl FnOnce(&mut Vec<(Instant, OfOne)>) -> T) -> T {
        action(&mut self.0.idle.lock().unwrap_or_else(PoisonError::into_inner))
    }

    fn make(&self, limits: Limits) -> OfOne {
        let config = Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .allow_non_standard_methods(true)
            .max_idle_connections(HOSTS)
            .max_idle_connections_per_host(1)
            .max_idle_age(IDLE_AGE)
            .timeout_global(Some(limits.attempt))
            .timeout_resolve(Some(limits.connect))
            .timeout_connect(Some(limits.connect))
            .timeout_send_request(limits.step())
            .timeout_send_body(limits.step())
            .timeout_recv_response(limits.step())
            // Each request says for itself.
            .proxy(None)
            .tls_config(self.0.tls.clone())
            .build();
        let resolver = Names::new(self.0.names.clone());
        OfOne {
            agent: Agent::with_parts(config, self.0.connector.clone(), resolver),
            limits,
        }
    }
}

impl fmt::Debug for Pool {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Pool").finish_non_exhaustive()
    }
}

/// The connector of all agents: TLS is set up once, and its sessions are
/// resumed by all.
#[derive(Debug, Clone)]
struct Connect(Arc<DefaultConnector>);

impl Connector for Connect {
    type Out = Coarse;

    fn connect(
        &self,
        details: &ConnectionDetails<'_>,
        chained: Option<()>,
    ) -> Result<Option<Self::Out>, ureq::Error> {
        Ok(self.0.connect(details, chained)?.map(Coarse))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MINUTE: Duration = Duration::from_secs(60);

    const LIMITS: Limits = Limits {
        connect: MINUTE,
        response: MINUTE,
        attempt: MINUTE,
    };

    fn pool() -> Pool {
        Pool::new(TlsConfig::default(), Memory::default())
    }

    fn idle(pool: &Pool) -> usize {
        pool.locked(|idle| idle.len())
    }

    #[test]
    fn requests_in_turn_share_an_agent_and_at_once_do_not() {
        let pool = pool();
        for _ in 0..3 {
            pool.with(LIMITS, |_| assert_eq!(idle(&pool), 0));
        }
        assert_eq!(idle(&pool), 1);
        pool.with(LIMITS, |_| {
            pool.with(LIMITS, |_| assert_eq!(idle(&pool), 0));
        });
        assert_eq!(idle(&pool), 2);
    }

    #[test]
    fn an_agent_keeps_its_limits() {
        let (pool, other) = (
            pool(),
            Limits {
                attempt: MINUTE / 2,
                ..LIMITS
            },
        );
        pool.with(LIMITS, |_| ());
        pool.with(other, |one| assert_eq!(one.limits, LIMITS));
    }

    #[test]
    fn the_oldest_are_dropped_and_no_more_are_kept_than_128() {
        let pool = pool();
        let start = Instant::now();
        for at in 0..=IDLE_AGENTS {
            pool.give_back(pool.make(LIMITS), start);
            assert_eq!(idle(&pool), IDLE_AGENTS.min(at + 1));
        }
        pool.give_back(pool.make(LIMITS), start + IDLE_AGE);
        assert_eq!(idle(&pool), IDLE_AGENTS);
        let later = start + IDLE_AGE + Duration::from_nanos(1);
        pool.give_back(pool.make(LIMITS), later);
        assert_eq!(idle(&pool), 2, "the two of later");
    }

    #[test]
    fn a_step_has_a_limit_where_it_is_the_shorter_one() {
        let second = Duration::from_secs(1);
        for (response, step) in [
            (MINUTE - second, Some(MINUTE - second)),
            (MINUTE, None),
            (MINUTE + second, None),
        ] {
            let limits = Limits { response, ..LIMITS };
            assert_eq!(limits.step(), step, "{response:?}");
        }
    }

    #[test]
    fn a_pool_shows_nothing_of_itself() {
        assert_eq!(std::format!("{:?}", pool()), "Pool { .. }");
    }
}
