//! A page of flash, which is half written when the power goes.

use tokenmint::device::session::KEPT_LEN;

use crate::fault::Fault;
use crate::random::Random;
use crate::world::World;

/// The page that a session keeps its record in.
#[derive(Debug, Default)]
pub(super) struct Flash {
    page: Vec<u8>,
    /// The power goes in the middle of the next write.
    is_doomed: bool,
    /// The exchange whose fault has struck already.
    struck: Option<usize>,
}

/// The power was cut.
#[derive(Debug)]
pub(super) struct NoPower;

impl Flash {
    pub(super) fn page(&self) -> &[u8] {
        &self.page
    }

    /// An exchange is over: its fault may be one of the next write.
    pub(super) fn exchanged(&mut self, world: &World) {
        let state = world.lock();
        let number = state.exchanges.len().checked_sub(1);
        let fault = number.and_then(|number| state.exchanges[number].fault);
        self.is_doomed |= fault == Some(Fault::PowerCutWriting) && self.struck != number;
    }

    /// Writes the page, as far as the power lasts.
    pub(super) fn write(&mut self, world: &World, record: [u8; KEPT_LEN]) -> Result<(), NoPower> {
        let mut state = world.lock();
        let next = state.exchanges.len();
        if state.faults.at(next) == Some(Fault::PowerCutWriting) && self.struck != Some(next) {
            self.struck = Some(next);
            self.is_doomed = true;
        }
        if !std::mem::take(&mut self.is_doomed) {
            self.page = record.to_vec();
            return Ok(());
        }
        state.struck += 1;
        let mut random = Random::new(state.random.number());
        drop(state);
        let written = random.below(KEPT_LEN + 1);
        // Flash is erased before it is written; memory of other kinds is not.
        if self.page.is_empty() || random.below(2) == 0 {
            self.page = vec![0xFF; KEPT_LEN];
        }
        self.page[..written].copy_from_slice(&record[..written]);
        Err(NoPower)
    }
}
