//! The list of privileges, which 006 and 007 write alike: their number in 16
//! bits, and for each its number in 16 and a time in 32.

use crate::buffer::Writer;
use crate::wire::packing::{Counted, next_key, put_u16, put_u32};

/// Ascending by number, the last time of a number.
#[cfg_attr(target_os = "none", inline(never))]
pub(super) fn put_privileges<T: Copy>(
    out: &mut Writer<'_>,
    privileges: &[(u16, T)],
    seconds: impl Fn(T) -> u32,
) {
    let numbers = |at: usize| Some(privileges.get(at)?.0.into());
    let mut list = Counted::begin(out);
    let mut last = None;
    while let Some((number, at)) = next_key(&numbers, last) {
        if let Some((number, time)) = privileges.get(at) {
            list.count();
            put_u16(out, *number);
            put_u32(out, seconds(*time));
        }
        last = Some(number);
    }
    list.end(out);
}
