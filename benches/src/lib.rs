//! What is measured: works of the library beside the cryptography, or the HTTP
//! library, that they cannot do without.
//!
//! A work is measured in three ways: its processor time by [`serve`], which
//! whoever asks lets take turns with other programs; its instructions and its
//! heap operations by `src/bin/measure.rs`, which does one work under callgrind.
//! `cargo xtask bench` does it all and prints a table.

#![forbid(unsafe_code)]

use std::fmt;
use std::hint::black_box;

use tokenmint::agora::Credentials;

mod clock;
mod rotation;
pub mod scaling;
mod serve;
mod works {
    pub(crate) mod agora;
    pub(crate) mod ath;
    pub(crate) mod authing;
    pub(crate) mod hostile;
    pub(crate) mod zego;
}

pub use clock::{nanos, stay_on_one_core};
pub use serve::{Timed, serve};

/// Instructions of a work as a multiple of its floor.
#[derive(Debug, Clone, Copy)]
pub struct Budget {
    /// What is wanted.
    pub goal: f64,
    /// Above it, the check fails.
    pub limit: f64,
}

/// What is told of a work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measured {
    /// Time and instructions.
    Both,
    /// Time alone: what the operating system does is part of it, or code that
    /// chooses its instructions by the processor.
    Time,
    /// Instructions alone: what matters is how they grow.
    Growth,
}

/// A line of the table, before anything is measured.
#[derive(Debug, Clone, Copy)]
pub struct Row {
    /// What belongs together, and is compared.
    pub group: &'static str,
    /// Unique within its group.
    pub name: &'static str,
    /// The row of the same group that this one stands on. A floor has none.
    pub floor: Option<&'static str>,
    /// What is told of it.
    pub measured: Measured,
    /// What it may cost.
    pub budget: Option<Budget>,
    /// Time as a multiple of its floor: what is wanted.
    pub time_goal: Option<f64>,
    /// The most heap operations, where that is for us to say.
    pub heap_limit: Option<u64>,
}

impl Row {
    /// A row without a budget.
    #[must_use]
    pub const fn new(group: &'static str, name: &'static str, floor: Option<&'static str>) -> Self {
        Self {
            group,
            name,
            floor,
            measured: Measured::Both,
            budget: None,
            time_goal: None,
            heap_limit: Some(0),
        }
    }
}

/// The fields, separated by tabs.
impl fmt::Display for Row {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let number =
            |number: Option<f64>| number.map(|number| number.to_string()).unwrap_or_default();
        let goal = number(self.budget.map(|budget| budget.goal));
        let limit = number(self.budget.map(|budget| budget.limit));
        write!(
            f,
            "{}\t{}\t{}\t{:?}\t{goal}\t{limit}\t{}\t{}",
            self.group,
            self.name,
            self.floor.unwrap_or_default(),
            self.measured,
            number(self.time_goal),
            self.heap_limit
                .map(|limit| limit.to_string())
                .unwrap_or_default()
        )
    }
}

/// Something to measure.
pub struct Work {
    /// What is known before.
    pub row: Row,
    /// Does it once, for the next of the contents that take turns.
    pub run: Box<dyn FnMut()>,
}

impl Work {
    /// As [`serve()`] takes it.
    #[must_use]
    pub fn timed(self) -> Timed<'static> {
        let mut run = self.run;
        Box::new(move |count| serve::time(count, &mut run))
    }
}

impl fmt::Debug for Work {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.row.group, self.row.name)
    }
}

/// The certificate of [`credentials`].
pub const CERTIFICATE: &str = "5CFd2fd1755d40ecb72977518be15d3b";

/// Those of the official samples, which those who mint beside us take too.
#[must_use]
pub fn credentials() -> Credentials {
    Credentials::new("970CA35de60c44645bbae8a215061b33", CERTIFICATE).expect("sample credentials")
}

/// Contents that take turns while time is measured.
pub const CONTENTS: usize = 1_024;

/// The works of a group, or all; each goes through so many contents.
#[must_use]
pub fn works(contents: usize, group: Option<&str>) -> Vec<Work> {
    let mut list = List::new(contents, group);
    works::agora::add(&mut list);
    works::zego::add(&mut list);
    works::ath::add(&mut list);
    works::authing::add(&mut list);
    works::hostile::add(&mut list);
    list.works
}

/// What is different where `ring` is linked.
#[cfg(feature = "requests")]
#[must_use]
pub fn works_by_ring() -> Vec<Work> {
    let mut list = List::new(CONTENTS, None);
    works::ath::add_by_ring(&mut list);
    list.works
}

/// Collects works.
pub(crate) struct List {
    works: Vec<Work>,
    /// How many contents a work goes through.
    pub(crate) contents: usize,
    wanted: Option<String>,
    row: Row,
}

impl List {
    fn new(contents: usize, group: Option<&str>) -> Self {
        Self {
            works: Vec::new(),
            contents,
            wanted: group.map(str::to_owned),
            row: Row::new("", "", None),
        }
    }

    /// What comes next is of this group, and told of in this way. Whether
    /// anybody wants it.
    pub(crate) fn group(&mut self, name: &'static str, measured: Measured) -> bool {
        self.row = Row::new(name, "", None);
        self.row.measured = measured;
        self.wanted.as_deref().is_none_or(|wanted| wanted == name)
    }

    /// Cryptography alone.
    pub(crate) fn floor<T>(&mut self, name: &'static str, run: impl FnMut() -> T + 'static) {
        let row = Row { name, ..self.row };
        self.push(row, run);
    }

    /// A work of the library, on a floor of its group.
    pub(crate) fn work<T>(
        &mut self,
        name: &'static str,
        floor: &'static str,
        run: impl FnMut() -> T + 'static,
    ) {
        let floor = Some(floor);
        self.push(
            Row {
                name,
                floor,
                ..self.row
            },
            run,
        );
    }

    /// Adds a work that has a floor, and what it may cost beside it.
    pub(crate) fn budgeted<T>(
        &mut self,
        name: &'static str,
        floor: &'static str,
        (goal, limit): (f64, f64),
        run: impl FnMut() -> T + 'static,
    ) {
        let budget = Some(Budget { goal, limit });
        let floor = Some(floor);
        self.push(
            Row {
                name,
                floor,
                budget,
                ..self.row
            },
            run,
        );
    }

    /// Adds a work of which the time is told alone; `heap_limit` are the heap
    /// operations that are meant.
    pub(crate) fn timed<T>(
        &mut self,
        name: &'static str,
        floor: &'static str,
        (time_goal, heap_limit): (Option<f64>, u64),
        run: impl FnMut() -> T + 'static,
    ) {
        let row = Row {
            name,
            floor: Some(floor),
            measured: Measured::Time,
            time_goal,
            heap_limit: Some(heap_limit),
            ..self.row
        };
        self.push(row, run);
    }

    fn push<T>(&mut self, row: Row, mut run: impl FnMut() -> T + 'static) {
        self.works.push(Work {
            row,
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
    text.to_owned().leak()
}
