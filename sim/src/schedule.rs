//! Schedules: a journey, a client, and what goes wrong when.

use std::fmt;
use std::str::FromStr;

use crate::fault::{Fault, Faults};
use crate::journey::{self, Face, Journey};
use crate::random::Random;
use crate::world::World;

/// Everything that a run follows from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Schedule {
    /// What the user does.
    pub journey: Journey,
    /// With which client.
    pub face: Face,
    /// What goes wrong when.
    pub faults: Faults,
    /// The rest of chance.
    pub seed: u64,
}

impl Schedule {
    /// The schedule that `seed` stands for: up to six faults.
    #[must_use]
    pub fn random(seed: u64) -> Self {
        let mut random = Random::new(seed);
        let (journey, face) = loop {
            let journey = Journey::ALL[random.below(Journey::ALL.len())];
            let face = Face::ALL[random.below(Face::ALL.len())];
            if journey.has(face) {
                break (journey, face);
            }
        };
        let faults = (0..=random.below(6)).map(|_| {
            let fault = Fault::ALL[random.below(Fault::ALL.len())];
            (random.below(20), fault)
        });
        let faults = Faults::new(faults.collect());
        Self {
            journey,
            face,
            faults,
            seed,
        }
    }

    /// Runs it.
    ///
    /// # Errors
    ///
    /// As [`journey::run`].
    pub fn run(&self) -> Result<World, String> {
        journey::run(self.journey, self.face, self.faults.clone(), self.seed)
    }

    /// Every journey with each client, without faults.
    pub fn plain() -> impl Iterator<Item = Self> {
        let pairs = Journey::ALL
            .into_iter()
            .flat_map(|journey| Face::ALL.map(|face| (journey, face)));
        pairs
            .filter(|(journey, face)| journey.has(*face))
            .map(|(journey, face)| Self {
                journey,
                face,
                faults: Faults::default(),
                seed: 0,
            })
    }

    /// The same with every fault at each exchange from `first` to before `end`,
    /// in addition to `before`.
    pub fn with_each_fault(
        &self,
        before: Option<(usize, Fault)>,
        first: usize,
        end: usize,
    ) -> impl Iterator<Item = (Self, (usize, Fault))> {
        let places = (first..end).flat_map(|at| Fault::ALL.iter().map(move |fault| (at, *fault)));
        places.map(move |place| {
            let faults = Faults::new(before.into_iter().chain([place]).collect());
            let seed = place.0 as u64;
            let schedule = Self {
                faults,
                seed,
                ..self.clone()
            };
            (schedule, place)
        })
    }
}

/// `one-session async 3:answer-lost,5:html 7`: journey, client, faults, seed.
impl fmt::Display for Schedule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            journey,
            face,
            faults,
            seed,
        } = self;
        write!(f, "{journey} {face} {faults} {seed}")
    }
}

impl FromStr for Schedule {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let words: Vec<&str> = text.split_whitespace().collect();
        let [journey, face, faults, seed] = words.as_slice() else {
            return Err("a schedule is `JOURNEY CLIENT FAULTS SEED`".to_owned());
        };
        Ok(Self {
            journey: journey.parse()?,
            face: face.parse()?,
            faults: faults.parse()?,
            seed: seed.parse().map_err(|_| format!("`{seed}` is no seed"))?,
        })
    }
}
