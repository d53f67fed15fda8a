//! What every command can do.

use crate::exit::Exit;
use crate::failure::Failure;

/// A command whose options have been read.
pub(crate) trait Run {
    /// Does it, and shows what came of it.
    fn run(&self, as_json: bool) -> Result<Exit, Failure>;
}
