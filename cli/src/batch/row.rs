//! From the cells of a row to its token.

use super::columns::{Cells, Columns, Rows};
use crate::failure::Failure;

/// Something that makes a token of options.
pub(crate) trait Maker: Sync {
    /// The options that a row may give.
    type Options: Rows;

    /// What a thread keeps from row to row.
    type State;

    /// The state at the start of a thread.
    fn state(&self) -> Self::State;

    /// Makes a token. A failure of the surroundings ends the run, any other
    /// refuses the row.
    fn make(&self, state: &mut Self::State, options: &Self::Options) -> Result<String, Failure>;
}

/// Makes tokens of rows.
pub(crate) struct Minting<'a, M: Maker> {
    maker: &'a M,
    pub(crate) columns: Columns<M::Options>,
    /// What a row does not say.
    pub(crate) defaults: M::Options,
}

impl<'a, M: Maker> Minting<'a, M> {
    /// Tries the options once, so that a wrong one is one error and not one a
    /// row.
    pub(crate) fn new(maker: &'a M, defaults: M::Options) -> Result<Self, Failure> {
        let columns = M::Options::columns();
        let mut options = defaults.clone();
        columns.complete(&mut options);
        maker.make(&mut maker.state(), &options)?;
        Ok(Self {
            maker,
            columns,
            defaults,
        })
    }

    /// What a thread keeps from row to row.
    pub(crate) fn state(&self) -> M::State {
        self.maker.state()
    }

    /// The token of a row, and what is odd about it.
    pub(crate) fn mint(
        &self,
        state: &mut M::State,
        cells: &Cells<'_>,
    ) -> Result<(String, Option<String>), Failure> {
        let mut options = self.defaults.clone();
        let applied = self.columns.apply(&mut options, cells);
        applied.map_err(Failure::usage)?;
        let token = self.maker.make(state, &options)?;
        let odd = self.columns.odd_text(cells);
        Ok((token, odd.or_else(|| options.warning())))
    }
}
