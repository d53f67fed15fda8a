//! One deadline for all requests of a call.

use core::time::Duration;

use crate::client::convoai::Operation;
use crate::client::convoai::shared::Core;
use crate::http::RequestOptions;

/// When a call has to end, by the monotonic clock.
#[derive(Debug, Clone, Copy)]
pub(super) struct Limit(Duration);

impl Limit {
    /// The deadline of a call that starts now.
    pub(super) fn of(core: &Core) -> Self {
        let total = core.settings.timeouts.total;
        Self(core.environment.monotonic().saturating_add(total))
    }

    /// Half of what is left: for what must not keep the rest from being done.
    pub(super) fn half(self, core: &Core) -> Self {
        let half = self.left(core).checked_div(2).unwrap_or_default();
        Self(self.0.saturating_sub(half))
    }

    /// The operation, to be over by then.
    pub(super) fn on<T>(self, core: &Core, operation: Operation<T>) -> Operation<T> {
        let timeouts = core.settings.timeouts.within(self.left(core));
        operation.with_options(RequestOptions::new().timeouts_each(timeouts))
    }

    fn left(self, core: &Core) -> Duration {
        self.0.saturating_sub(core.environment.monotonic())
    }
}
