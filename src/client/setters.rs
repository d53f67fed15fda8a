//! What every configuration of a client can change about its calls.

/// Writes the methods into the `impl` of a type with a field `settings`; with
/// them goes the time limit that holds unless another is set.
macro_rules! setters {
    ($timeout:literal) => {
        /// A header of every request. It never replaces `Authorization`.
        ///
        /// # Errors
        ///
        /// As [`Headers::set`](crate::http::Headers::set).
        pub fn header(mut self, name: &str, value: &str) -> Result<Self, crate::http::Error> {
            self.settings.headers.set(name, value)?;
            Ok(self)
        }

        /// Another time limit for a request, as
        #[doc = concat!("[`Timeouts::of`](crate::http::Timeouts::of); ", $timeout, " unless said.")]
        #[must_use]
        pub fn timeout(self, timeout: core::time::Duration) -> Self {
            self.timeouts_each(crate::http::Timeouts::of(timeout))
        }

        /// Other time limits, one by one.
        #[must_use]
        pub const fn timeouts_each(mut self, timeouts: crate::http::Timeouts) -> Self {
            self.settings.timeouts = timeouts;
            self
        }

        /// Another number of attempts after the first.
        #[must_use]
        pub const fn max_retries(mut self, max_retries: u32) -> Self {
            self.settings.retry.max_retries = max_retries;
            self
        }

        /// When to try again.
        #[must_use]
        pub const fn retry(mut self, policy: crate::http::RetryPolicy) -> Self {
            self.settings.retry = policy;
            self
        }

        /// Lets a URL begin with `http://`, or `ws://`, on a host that is not
        /// this machine. Credentials and tokens are then readable on the way.
        #[must_use]
        pub const fn allow_plain_http(mut self, allow: bool) -> Self {
            self.settings.allow_plain_http = allow;
            self
        }

        /// The most bytes of an answer; one that is JSON has at most a value for
        /// every 64 of them.
        #[must_use]
        pub const fn max_body(mut self, bytes: usize) -> Self {
            self.settings.max_body = bytes;
            self
        }
    };
}
pub(super) use setters;
