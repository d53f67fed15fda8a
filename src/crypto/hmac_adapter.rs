//! HMAC (RFC 2104), the part that is the same for every hash.

/// The adapter of one hash: a type that takes its message in parts, and a
/// function for a message in one piece.
macro_rules! hmac_adapter {
    ($name:ident, $function:ident, $hash:ty, $label:literal) => {
        /// A keyed hash that takes its message in parts; wiped when dropped. A
        /// clone of a fresh one saves working the key in again.
        #[derive(Clone)]
        pub struct $name(hmac::Hmac<$hash>);

        impl $name {
            /// Starts with `key`, of any length.
            ///
            /// # Errors
            ///
            /// [`Error::BadKey`](crate::Error::BadKey) is what the trait behind
            /// it foresees; HMAC takes keys of every length, so it does not
            /// happen.
            pub fn new(key: &[u8]) -> Result<Self, crate::Error> {
                hmac::KeyInit::new_from_slice(key)
                    .map(Self)
                    .map_err(|_| crate::Error::BadKey)
            }

            /// Appends `part` to the message.
            pub fn update(&mut self, part: &[u8]) {
                hmac::Mac::update(&mut self.0, part);
            }

            /// The result.
            #[must_use]
            pub fn finish(self) -> crate::secret::Secret<LEN> {
                crate::secret::Secret::new(hmac::Mac::finalize(self.0).into_bytes().into())
            }
        }

        impl core::fmt::Debug for $name {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.write_str(concat!($label, "(redacted)"))
            }
        }

        /// The keyed hash of one message.
        ///
        /// # Errors
        ///
        /// As for the type that takes its message in parts.
        pub fn $function(
            key: &[u8],
            message: &[u8],
        ) -> Result<crate::secret::Secret<LEN>, crate::Error> {
            let mut mac = $name::new(key)?;
            mac.update(message);
            Ok(mac.finish())
        }
    };
}
pub(super) use hmac_adapter;
