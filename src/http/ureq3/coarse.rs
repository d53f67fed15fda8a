//! Limits that stay the same from one request to the next.
//!
//! What is left of a limit is another number each time, and a socket is told
//! each number by a call of the operating system: twice a request. Where much is
//! left, a quarter of a second more changes nothing, and the socket knows the
//! number already. Whether a limit is over is looked at before each step, as
//! precisely as ever.

use core::time::Duration;
use std::boxed::Box;

use ureq::unversioned::transport::{Buffers, NextTimeout, Transport, time};

/// Less than that is told as it is.
const MUCH: Duration = Duration::from_secs(10);
/// What is more is told in whole steps of so many milliseconds.
const STEP: u64 = 250;

/// A connection that is told of limits in steps.
#[derive(Debug)]
pub(super) struct Coarse(pub(super) Box<dyn Transport>);

impl Transport for Coarse {
    fn buffers(&mut self) -> &mut dyn Buffers {
        self.0.buffers()
    }

    fn transmit_output(&mut self, amount: usize, timeout: NextTimeout) -> Result<(), ureq::Error> {
        self.0.transmit_output(amount, in_steps(timeout))
    }

    fn await_input(&mut self, timeout: NextTimeout) -> Result<bool, ureq::Error> {
        self.0.await_input(in_steps(timeout))
    }

    fn is_open(&mut self) -> bool {
        self.0.is_open()
    }

    fn is_tls(&self) -> bool {
        self.0.is_tls()
    }
}

fn in_steps(timeout: NextTimeout) -> NextTimeout {
    let after = match timeout.after {
        time::Duration::Exact(left) if left >= MUCH => time::Duration::Exact(rounded_up(left)),
        exact => exact,
    };
    NextTimeout { after, ..timeout }
}

fn rounded_up(left: Duration) -> Duration {
    let milliseconds = u64::try_from(left.as_millis()).unwrap_or(u64::MAX);
    // What has been cut off is less than a step.
    let steps = milliseconds.saturating_add(1).div_ceil(STEP);
    Duration::from_millis(steps.saturating_mul(STEP))
}

#[cfg(test)]
mod tests {
    use ureq::unversioned::transport::LazyBuffers;

    use super::*;

    #[test]
    fn much_is_rounded_up_and_little_is_not() {
        for (left, told) in [
            (59_999_990, 60_000_000),
            (59_750_000, 60_000_000),
            (59_749_000, 59_750_000),
            (10_000_000, 10_250_000),
            (9_999_999, 9_999_999),
            (1_000, 1_000),
            (0, 0),
        ] {
            let timeout = NextTimeout {
                after: Duration::from_micros(left).into(),
                ..NextTimeout::default()
            };
            let after = in_steps(timeout).after;
            assert_eq!(after, Duration::from_micros(told).into(), "{left}");
        }
        let never = NextTimeout {
            after: time::Duration::NotHappening,
            ..NextTimeout::default()
        };
        assert_eq!(in_steps(never).after, time::Duration::NotHappening);
    }

    #[derive(Debug)]
    struct Plain {
        is_open: bool,
        buffers: LazyBuffers,
    }

    impl Transport for Plain {
        fn buffers(&mut self) -> &mut dyn Buffers {
            &mut self.buffers
        }

        fn transmit_output(&mut self, _: usize, _: NextTimeout) -> Result<(), ureq::Error> {
            Ok(())
        }

        fn await_input(&mut self, _: NextTimeout) -> Result<bool, ureq::Error> {
            Ok(false)
        }

        fn is_open(&mut self) -> bool {
            self.is_open
        }
    }

    #[test]
    fn a_connection_says_how_it_is() {
        for is_open in [false, true] {
            let buffers = LazyBuffers::new(1, 1);
            let mut coarse = Coarse(Box::new(Plain { is_open, buffers }));
            assert_eq!(coarse.is_open(), is_open);
            assert!(!coarse.is_tls());
        }
    }
}
