//! What is measured: works of the library beside the cryptography that they
//! cannot do without.
//!
//! Each is measured in three ways: its time by criterion (`speed/main.rs`), its
//! instructions and its heap operations by `src/bin/measure.rs`, which runs one
//! of them under callgrind. `cargo xtask bench` does it all and prints a table.

#![forbid(unsafe_code)]

use std::hint::black_box;

pub mod scaling;
mod works {
    pub(crate) mod agora;
    pub(crate) mod ath;
    pub(crate) mod authing;
    pub(crate) mod hostile;
    pub(crate) mod zego;
}

/// Instructions of a work as a multiple of its floor.
#[derive(Debug, Clone, Copy)]
pub struct Budget {
    /// What is wanted.
    pub goal: f64,
    /// Above it, the check fails.
    pub limit: f64,
}

/// Something to measure.
pub struct Work {
    /// What belongs together, and is compared.
    pub group: &'static str,
    /// Unique within its group.
    pub name: &'static str,
    /// The work of the same group that this one stands on. A floor has none.
    pub floor: Option<&'static str>,
    /// What it may cost.
    pub budget: Option<Budget>,
    /// Does it once.
    pub run: Box<dyn FnMut()>,
}

impl std::fmt::Debug for Work {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}/{}", self.group, self.name)
    }
}

/// All works.
#[must_use]
pub fn works() -> Vec<Work> {
    let mut list = List::default();
    works::agora::add(&mut list);
    works::zego::add(&mut list);
    works::ath::add(&mut list);
    works::authing::add(&mut list);
    works::hostile::add(&mut list);
    list.works
}

/// Collects the works of a group.
#[derive(Default)]
pub(crate) struct List {
    works: Vec<Work>,
    group: &'static str,
}

impl List {
    /// What comes next is of this group.
    pub(crate) fn group(&mut self, name: &'static str) {
        self.group = name;
    }

    /// Cryptography alone.
    pub(crate) fn floor<T>(&mut self, name: &'static str, run: impl FnMut() -> T + 'static) {
        self.push(name, None, None, run);
    }

    /// A work of the library, on a floor of its group.
    pub(crate) fn work<T>(
        &mut self,
        name: &'static str,
        floor: &'static str,
        run: impl FnMut() -> T + 'static,
    ) {
        self.push(name, Some(floor), None, run);
    }

    /// Adds a work that has a floor, and what it may cost beside it.
    pub(crate) fn budgeted<T>(
        &mut self,
        name: &'static str,
        floor: &'static str,
        (goal, limit): (f64, f64),
        run: impl FnMut() -> T + 'static,
    ) {
        self.push(name, Some(floor), Some(Budget { goal, limit }), run);
    }

    fn push<T>(
        &mut self,
        name: &'static str,
        floor: Option<&'static str>,
        budget: Option<Budget>,
        mut run: impl FnMut() -> T + 'static,
    ) {
        self.works.push(Work {
            group: self.group,
            name,
            floor,
            budget,
            run: Box::new(move || {
                black_box(run());
            }),
        });
    }
}

/// A value for all works of a process.
pub(crate) fn keep<T>(value: T) -> &'static T {
    Box::leak(Box::new(value))
}

/// A text for all works of a process.
pub(crate) fn keep_text(text: &str) -> &'static str {
    Box::leak(text.to_owned().into_boxed_str())
}
