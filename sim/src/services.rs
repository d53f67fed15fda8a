//! The services that are simulated: the one list of them.

use crate::convoai;
use crate::journey::Journey;

/// The journeys of every service.
pub const SERVICES: &[&[Journey]] = &[convoai::JOURNEYS];

/// Every journey.
pub fn journeys() -> impl Iterator<Item = &'static Journey> {
    SERVICES.iter().copied().flatten()
}
