//! How much work a text may cost.

/// How much may still be tried: what fails costs, so that the work is linear.
#[derive(Debug, Clone)]
pub(super) struct Budget(usize);

impl Budget {
    /// What is never too much.
    const BASE: usize = 1 << 21;

    pub(super) const fn for_text(len: usize) -> Self {
        Self((len / 2).saturating_add(Self::BASE))
    }

    /// Whether `cost` can be paid; then it is.
    pub(super) const fn pay(&mut self, cost: usize) -> bool {
        match self.0.checked_sub(cost) {
            Some(left) => {
                self.0 = left;
                true
            }
            None => false,
        }
    }
}
