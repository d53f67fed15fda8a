//! Schedules: a journey, a client, and what goes wrong when.

use std::fmt;
use std::str::FromStr;

use crate::face::Face;
use crate::fault::{Fault, Faults};
use crate::journey::Journey;
use crate::log::Listening;
use crate::random::Random;
use crate::services;
use crate::world::World;

/// Everything that a run follows from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Schedule {
    /// What the user does.
    pub journey: &'static Journey,
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
        let all: usize = services::journeys()
            .map(|journey| journey.faces.len())
            .sum();
        let mut pairs = with_each_face();
        let (journey, face) = pairs
            .nth(random.below(all))
            .unwrap_or_else(|| unreachable!("it is below their number"));
        let possible: Vec<Fault> = journey.faults().collect();
        let faults = (0..=random.below(6)).map(|_| {
            let fault = possible[random.below(possible.len())];
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
    /// What a client cannot be made of: a defect of this package.
    pub fn run(&self) -> Result<World, String> {
        let world = World::new(self.faults.clone(), self.seed);
        self.make(world)
    }

    /// Runs it and keeps what a [`Story`](crate::story::Story) is made of.
    ///
    /// # Errors
    ///
    /// As [`Self::run`].
    pub fn tell(&self) -> Result<World, String> {
        let world = World::new(self.faults.clone(), self.seed);
        world.lock().tells = true;
        self.make(world)
    }

    fn make(&self, world: World) -> Result<World, String> {
        let _listening = Listening::to(&world);
        (self.journey.run)(&world, self.face)?;
        Ok(world)
    }

    /// Every journey with each client, without faults.
    pub fn plain() -> impl Iterator<Item = Self> {
        with_each_face().map(|(journey, face)| Self {
            journey,
            face,
            faults: Faults::default(),
            seed: 0,
        })
    }

    /// This schedule with every fault at each exchange from `first` to before
    /// `end`, in addition to `before`.
    pub fn with_each_fault(
        &self,
        before: Option<(usize, Fault)>,
        first: usize,
        end: usize,
    ) -> impl Iterator<Item = (Self, (usize, Fault))> {
        let places =
            (first..end).flat_map(|at| self.journey.faults().map(move |fault| (at, fault)));
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

fn with_each_face() -> impl Iterator<Item = (&'static Journey, Face)> {
    services::journeys().flat_map(|journey| journey.faces.iter().map(move |face| (journey, *face)))
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
            journey: services::journeys()
                .find(|known| known.name == *journey)
                .ok_or_else(|| format!("no journey is called `{journey}`"))?,
            face: face.parse()?,
            faults: faults.parse()?,
            seed: seed.parse().map_err(|_| format!("`{seed}` is no seed"))?,
        })
    }
}
