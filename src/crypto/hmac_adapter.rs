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
                Ok(Self::keyed(key))
            }

            /// [`Self::new`] without the error that does not happen.
            pub(crate) fn keyed(key: &[u8]) -> Self {
                // The compiler sees that there is no error.
                let mac = hmac::KeyInit::new_from_slice(key);
                Self(mac.unwrap_or_else(|_| hmac::KeyInit::new(&Default::default())))
            }

            /// The keyed hash of one message.
            pub(crate) fn digest(key: &[u8], message: &[u8]) -> crate::secret::Secret<LEN> {
                let mut mac = Self::keyed(key);
                mac.update(message);
                mac.finish()
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
            Ok($name::digest(key, message))
        }
    };
}
pub(super) use hmac_adapter;
