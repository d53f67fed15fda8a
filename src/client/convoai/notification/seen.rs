//! Ids that were seen, the oldest forgotten first.

use std::collections::{BTreeSet, VecDeque};
use std::string::{String, ToString};

/// No id is longer than this in memory; longer ones are told apart by their
/// beginning.
const LONGEST: usize = 256;

pub(super) struct Seen {
    most: usize,
    ids: BTreeSet<String>,
    order: VecDeque<String>,
}

impl Seen {
    pub(super) const fn new(most: usize) -> Self {
        Self {
            most,
            ids: BTreeSet::new(),
            order: VecDeque::new(),
        }
    }

    /// Remembers an id; whether it is new.
    pub(super) fn insert(&mut self, id: &str) -> bool {
        let id = bounded(id);
        if self.ids.contains(id) {
            return false;
        }
        self.ids.insert(id.to_string());
        self.order.push_back(id.to_string());
        while self.order.len() > self.most {
            if let Some(oldest) = self.order.pop_front() {
                self.ids.remove(&oldest);
            }
        }
        true
    }

    pub(super) fn remove(&mut self, id: &str) {
        let id = bounded(id);
        if self.ids.remove(id) {
            self.order.retain(|other| other != id);
        }
    }
}

fn bounded(id: &str) -> &str {
    let mut ends = id.char_indices().map(|(at, _)| at);
    ends.find(|at| *at >= LONGEST)
        .and_then(|end| id.get(..end))
        .unwrap_or(id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_oldest_is_forgotten_first() {
        let mut seen = Seen::new(2);
        assert!(seen.insert("a"));
        assert!(seen.insert("b"));
        assert!(!seen.insert("a"));
        assert!(seen.insert("c"));
        assert!(!seen.insert("b"));
        assert!(seen.insert("a"), "a was forgotten for c");
    }

    #[test]
    fn what_is_removed_is_new_again() {
        let mut seen = Seen::new(9);
        assert!(seen.insert("a"));
        seen.remove("a");
        assert!(seen.insert("a"));
        assert_eq!(seen.order.len(), 1);
    }

    #[test]
    fn long_ids_take_bounded_memory() {
        let mut seen = Seen::new(9);
        let long = "é".repeat(1_000);
        assert!(seen.insert(&long));
        assert!(!seen.insert(&long));
        assert!(seen.order[0].len() <= LONGEST + 1);
    }
}
