//! A call of C, and what its function does.

use super::guard::Guard;
use crate::status::Failure;

/// A call, by what it gives: a text, bytes, a struct, an item, or a status only.
/// [`Call`]'s methods `run` check the outputs, let a [`Body`] do the work, and
/// settle the outputs.
#[derive(Clone, Copy)]
pub(crate) struct Call<Output>(pub(super) Output);

/// What a function does once the outputs are checked: it reads its inputs
/// through the guard, works on an `S`, and gives an `R`.
///
/// The frame is one function for all bodies, so that a device pays for it once,
/// and takes them as objects. One of the traits of closures would do, but the
/// table of such an object names a second copy of the body, which is then linked.
pub(crate) trait Body<S: ?Sized, R> {
    fn run(&mut self, guard: &Guard, on: &mut S) -> Result<R, Failure>;
}

impl<S: ?Sized, R, F: FnMut(&Guard, &mut S) -> Result<R, Failure>> Body<S, R> for F {
    fn run(&mut self, guard: &Guard, on: &mut S) -> Result<R, Failure> {
        self(guard, on)
    }
}
