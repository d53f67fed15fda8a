//! HMAC (RFC 2104), the part that is the same for every hash.

/// The adapter of one hash: a type that takes its message in parts, and a
/// function for a message in one piece.
macro_rules! hmac_adapter {
    ($name:ident, $function:ident, $label:literal) => {
        /// A keyed hash that takes its message in parts; wiped when dropped. A
        /// clone of a fresh one saves working the key in again.
        #[derive(Clone)]
        pub struct $name(super::hashes::$name);

        impl $name {
            /// Starts with `key`, of any length.
            #[must_use]
            pub fn new(key: &[u8]) -> Self {
                Self(super::hashes::$name::new(key))
            }

            /// The keyed hash of one message.
            pub(crate) fn digest(key: &[u8], message: &[u8]) -> crate::secret::Secret<LEN> {
                let mut digest = crate::secret::Secret::new([0; LEN]);
                Self::digest_into(key, [message], digest.expose_mut());
                digest
            }

            /// Writes the keyed hash of the message that `parts` make in a row.
            /// Nothing of it is moved, which would be a copy.
            #[inline]
            pub fn digest_into<'p>(
                key: &[u8],
                parts: impl IntoIterator<Item = &'p [u8]>,
                out: &mut [u8; LEN],
            ) {
                super::hashes::$name::digest(key, parts, out);
            }

            /// Appends `part` to the message.
            pub fn update(&mut self, part: &[u8]) {
                self.0.update(part);
            }

            /// The result.
            #[must_use]
            pub fn finish(mut self) -> crate::secret::Secret<LEN> {
                self.end()
            }

            /// Where it stands: a move may be a copy.
            pub(crate) fn end(&mut self) -> crate::secret::Secret<LEN> {
                let mut digest = crate::secret::Secret::new([0; LEN]);
                self.0.finish(digest.expose_mut());
                digest
            }
        }

        impl core::fmt::Debug for $name {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.write_str(concat!($label, "(redacted)"))
            }
        }

        /// The keyed hash of one message.
        #[must_use]
        pub fn $function(key: &[u8], message: &[u8]) -> crate::secret::Secret<LEN> {
            $name::digest(key, message)
        }
    };
}
pub(super) use hmac_adapter;
