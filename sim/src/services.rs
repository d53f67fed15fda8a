//! The services that are simulated: the one list of them.

use crate::journey::Journey;
use crate::{ath, authing, convoai, device};

/// The journeys of every service.
pub const SERVICES: &[&[Journey]] = &[
    convoai::JOURNEYS,
    ath::JOURNEYS,
    authing::JOURNEYS,
    device::JOURNEYS,
];

/// Every journey.
pub fn journeys() -> impl Iterator<Item = &'static Journey> {
    SERVICES.iter().copied().flatten()
}
