//! Which host of an area is next: a few numbers, and where they go after a
//! failure.
//!
//! ```text
//! https://{region}.{domain}{path}
//!          │        └ when the name does not resolve or TLS fails
//!          └ after no connection, a lost answer, a 5xx
//! ```

use super::area::Hosts;

/// A region and a domain of an area.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Turn {
    region: u8,
    domain: u8,
    /// Domains whose names have failed since the region was chosen.
    failed_domains: u8,
}

impl Turn {
    /// The name of the region.
    pub(crate) fn region(self, hosts: Hosts) -> &'static str {
        named(hosts.regions, self.region)
    }

    /// The name of the domain.
    pub(crate) fn domain(self, hosts: Hosts) -> &'static str {
        named(hosts.domains, self.domain)
    }

    /// A number of its own for each host; no area has as many regions.
    pub(crate) const fn host(self) -> usize {
        const MANY: usize = 100;
        (self.domain as usize)
            .saturating_mul(MANY)
            .saturating_add(self.region as usize)
    }

    /// Goes on to the next region; after the last comes the first.
    pub(crate) const fn next_region(&mut self, hosts: Hosts) {
        self.region = following(self.region, hosts.regions.len());
        self.failed_domains = 0;
    }

    /// Takes the domain with this number.
    #[cfg(feature = "convoai")]
    pub(crate) fn take_domain(&mut self, number: usize) {
        self.domain = u8::try_from(number).unwrap_or(0);
    }

    /// Leaves a host that has failed. What is wrong with its name is wrong with
    /// those of the domain.
    pub(crate) const fn fail_over(&mut self, hosts: Hosts, is_of_the_name: bool) {
        let domains = hosts.domains.len();
        if is_of_the_name {
            self.domain = following(self.domain, domains);
            self.failed_domains = self.failed_domains.saturating_add(1);
        }
        // With all domains tried it may be the region after all.
        if !is_of_the_name || self.failed_domains as usize >= domains {
            self.next_region(hosts);
        }
    }
}

fn named(names: &'static [&'static str], number: u8) -> &'static str {
    debug_assert!(usize::from(number) < names.len(), "no such host");
    names.get(usize::from(number)).copied().unwrap_or_default()
}

/// The number after this one, of so many.
const fn following(number: u8, of: usize) -> u8 {
    let next = number.saturating_add(1);
    if (next as usize) < of { next } else { 0 }
}
