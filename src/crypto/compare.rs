//! Comparison whose time does not depend on where the inputs differ.

use subtle::ConstantTimeEq;

/// Whether both are equal; only their lengths influence the time.
#[must_use]
pub fn equal(a: &[u8], b: &[u8]) -> bool {
    a.ct_eq(b).into()
}
