//! From the cells of a row to its token.

use super::columns::{Cells, Columns, Rows};
use super::spare;
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

/// What a thread keeps from row to row, so that a row allocates nothing.
pub(super) struct Kept<M: Maker> {
    state: M::State,
    /// What a row does not say, and the same without texts.
    defaults: M::Options,
    bare: M::Options,
    /// Those of the row before.
    options: M::Options,
    cells: Cells<'static>,
    /// Bytes of the chunk before: the next one has about as many.
    pub(super) output_len: usize,
}

impl<M: Maker> Kept<M> {
    /// No cells, in the memory of those of the row before.
    pub(super) fn cells<'r>(&mut self) -> Cells<'r> {
        emptied(std::mem::take(&mut self.cells))
    }

    /// Keeps the memory of cells that were read.
    pub(super) fn keep(&mut self, cells: Cells<'_>) {
        self.cells = emptied(cells);
    }
}

/// No cells, in the memory of `cells`: a list that is collected from one with
/// elements of the same size takes its place.
fn emptied<'r>(mut cells: Cells<'_>) -> Cells<'r> {
    cells.clear();
    cells.into_iter().map(|_| None).collect()
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
    pub(super) fn kept(&self) -> Kept<M> {
        let mut bare = self.defaults.clone();
        self.columns.take_texts(&mut bare);
        Kept {
            state: self.maker.state(),
            defaults: self.defaults.clone(),
            options: bare.clone(),
            bare,
            cells: Cells::new(),
            output_len: 0,
        }
    }

    /// The token of a row, and what is odd about it.
    pub(super) fn mint(
        &self,
        kept: &mut Kept<M>,
        cells: &Cells<'_>,
    ) -> Result<(String, Option<String>), Failure> {
        self.columns.take_texts(&mut kept.options);
        kept.options.clone_from(&kept.bare);
        self.columns
            .copy_texts(&mut kept.defaults, &mut kept.options);
        let applied = self.columns.apply(&mut kept.options, cells);
        applied.map_err(Failure::usage)?;
        let token = self.maker.make(&mut kept.state, &kept.options)?;
        let odd = self.columns.odd_text(cells);
        Ok((token, odd.or_else(|| kept.options.warning())))
    }

    /// A token that was written: the next one gets its memory.
    pub(super) fn written(&self, token: String) {
        spare::keep(token);
    }
}
