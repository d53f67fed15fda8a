//! Names to addresses without a thread for every request.
//!
//! `ureq` asks its resolver before each request, also where a kept connection
//! serves it, and a lookup with a time limit is a thread of its own.

use core::fmt;
use core::net::SocketAddr;
use core::time::Duration;
use std::string::String;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Instant;
use std::vec::Vec;

use ureq::config::Config;
use ureq::http::Uri;
use ureq::unversioned::resolver::{DefaultResolver, ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::NextTimeout;

/// How long an answer is used again.
const FRESH: Duration = Duration::from_secs(10);
/// A client speaks to few hosts.
const MAX_NAMES: usize = 16;

/// The resolver of the system, asked seldom: never for an address, and for a
/// name once in [`FRESH`], unless something failed since.
#[derive(Debug)]
pub(super) struct Names<R = DefaultResolver> {
    memory: Memory,
    lookup: R,
}

impl Names {
    pub(super) fn new(memory: Memory) -> Self {
        let lookup = DefaultResolver::default();
        Self { memory, lookup }
    }
}

impl<R: Resolver> Resolver for Names<R> {
    fn resolve(
        &self,
        uri: &Uri,
        config: &Config,
        timeout: NextTimeout,
    ) -> Result<ResolvedSocketAddrs, ureq::Error> {
        let name = uri.scheme().zip(uri.authority());
        let name = name.and_then(|(scheme, host)| DefaultResolver::host_and_port(scheme, host));
        let Some(name) = name else {
            return self.lookup.resolve(uri, config, timeout);
        };
        let known = match name.parse() {
            Ok(address) => config
                .ip_family()
                .keep_wanted([address].into_iter())
                .collect(),
            Err(_) => self.memory.recall(&name, Instant::now()),
        };
        if known.is_empty() {
            let found = self.lookup.resolve(uri, config, timeout)?;
            self.memory.keep(name, &found, Instant::now());
            return Ok(found);
        }
        let mut addresses = self.empty();
        for address in known {
            addresses.push(address);
        }
        Ok(addresses)
    }
}

/// What the latest lookups found. Clones are the same memory.
#[derive(Clone, Default)]
pub(super) struct Memory(Arc<Mutex<Vec<Found>>>);

struct Found {
    name: String,
    addresses: Vec<SocketAddr>,
    at: Instant,
}

impl Memory {
    /// For after a failure: perhaps the name has moved.
    pub(super) fn forget(&self) {
        self.with(Vec::clear);
    }

    fn recall(&self, name: &str, now: Instant) -> Vec<SocketAddr> {
        self.with(|all| {
            all.retain(|found| now.saturating_duration_since(found.at) < FRESH);
            let found = all.iter().find(|found| found.name == name);
            found
                .map(|found| found.addresses.clone())
                .unwrap_or_default()
        })
    }

    fn keep(&self, name: String, addresses: &[SocketAddr], at: Instant) {
        self.with(|all| {
            all.retain(|found| found.name != name);
            if all.len() >= MAX_NAMES {
                all.remove(0);
            }
            let addresses = addresses.to_vec();
            all.push(Found {
                name,
                addresses,
                at,
            });
        });
    }

    fn with<T>(&self, action: impl FnOnce(&mut Vec<Found>) -> T) -> T {
        action(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl fmt::Debug for Memory {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Memory").finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use core::sync::atomic::{AtomicU8, Ordering};
    use std::format;
    use std::string::ToString;

    use ureq::unversioned::transport::time;

    use super::*;

    /// Gives another address to each question.
    #[derive(Debug, Default)]
    struct Counted(AtomicU8);

    impl Resolver for Counted {
        fn resolve(
            &self,
            _: &Uri,
            _: &Config,
            _: NextTimeout,
        ) -> Result<ResolvedSocketAddrs, ureq::Error> {
            let number = self.0.fetch_add(1, Ordering::Relaxed);
            let mut addresses = self.empty();
            addresses.push(SocketAddr::from(([192, 0, 2, number], 443)));
            Ok(addresses)
        }
    }

    fn ask(names: &Names<Counted>, url: &str) -> SocketAddr {
        let none_left = NextTimeout {
            after: time::Duration::from_secs(0),
            ..NextTimeout::default()
        };
        let uri = url.parse().unwrap();
        let found = names.resolve(&uri, &Config::default(), none_left).unwrap();
        assert_eq!(found.len(), 1, "{url}");
        *found.first().unwrap()
    }

    fn counted() -> Names<Counted> {
        Names {
            memory: Memory::default(),
            lookup: Counted::default(),
        }
    }

    #[test]
    fn an_address_is_not_looked_up() {
        let names = counted();
        for (url, address) in [
            ("http://127.0.0.1:8080/a", "127.0.0.1:8080"),
            ("http://127.0.0.1/", "127.0.0.1:80"),
            ("https://[::1]/", "[::1]:443"),
            ("https://[2001:db8::1]:9/", "[2001:db8::1]:9"),
        ] {
            assert_eq!(ask(&names, url).to_string(), address, "{url}");
        }
        assert_eq!(names.lookup.0.load(Ordering::Relaxed), 0);
    }

    #[test]
    fn a_name_is_looked_up_once_and_again_after_a_failure() {
        let names = counted();
        let first = ask(&names, "https://a.example/x");
        assert_eq!(ask(&names, "https://a.example/y"), first);
        assert_ne!(ask(&names, "https://b.example/x"), first, "another name");
        assert_ne!(ask(&names, "http://a.example/x"), first, "another port");
        names.memory.forget();
        assert_ne!(ask(&names, "https://a.example/x"), first);
    }

    #[test]
    fn an_answer_grows_old() {
        let memory = Memory::default();
        assert_eq!(format!("{memory:?}"), "Memory { .. }");
        let address = [SocketAddr::from(([192, 0, 2, 1], 443))];
        let at = Instant::now();
        memory.keep("a:443".to_string(), &address, at);
        let just_before = FRESH - Duration::from_nanos(1);
        assert_eq!(memory.recall("a:443", at + just_before), address);
        assert_eq!(memory.recall("a:443", at + FRESH), []);
    }

    #[test]
    fn the_oldest_name_makes_room() {
        let memory = Memory::default();
        let at = Instant::now();
        let address = [SocketAddr::from(([192, 0, 2, 1], 443))];
        for number in 0..=MAX_NAMES {
            memory.keep(format!("{number}:443"), &address, at);
        }
        assert_eq!(memory.recall("0:443", at), []);
        for number in 1..=MAX_NAMES {
            assert_eq!(memory.recall(&format!("{number}:443"), at), address);
        }
    }
}
