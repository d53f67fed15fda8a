//! HMAC (RFC 2104), the part that is the same for every hash.
//!
//! `hmac`'s core with a buffer beside it, which is what `hmac::Hmac` is too;
//! but that one ends by value, and a copy of the state costs a device stack.

/// The adapter of one hash: a type that takes its message in parts, and a
/// function for a message in one piece.
macro_rules! hmac_adapter {
    ($name:ident, $function:ident, $hash:ty, $label:literal) => {
        /// A keyed hash that takes its message in parts; wiped when dropped. A
        /// clone of a fresh one saves working the key in again.
        #[derive(Clone)]
        pub struct $name {
            core: hmac::block_api::HmacCore<$hash>,
            // Its own drop would be part of every user, with a block of zeros.
            buffer: core::mem::ManuallyDrop<
                hmac::digest::block_api::Buffer<hmac::block_api::HmacCore<$hash>>,
            >,
        }

        impl Drop for $name {
            #[inline(never)]
            fn drop(&mut self) {
                zeroize::Zeroize::zeroize(&mut *self.buffer);
            }
        }

        impl $name {
            /// Starts with `key`, of any length.
            #[must_use]
            pub fn new(key: &[u8]) -> Self {
                // HMAC takes keys of every length: the compiler sees that the
                // error of the trait does not happen.
                let core = hmac::KeyInit::new_from_slice(key);
                Self {
                    core: core.unwrap_or_else(|_| hmac::KeyInit::new(&Default::default())),
                    buffer: Default::default(),
                }
            }

            /// The keyed hash of one message.
            pub(crate) fn digest(key: &[u8], message: &[u8]) -> crate::secret::Secret<LEN> {
                let mut mac = Self::new(key);
                mac.update(message);
                mac.end()
            }

            /// Appends `part` to the message.
            pub fn update(&mut self, part: &[u8]) {
                use hmac::digest::block_api::UpdateCore;
                let core = &mut self.core;
                self.buffer
                    .digest_blocks(part, |blocks| core.update_blocks(blocks));
            }

            /// The result.
            #[must_use]
            pub fn finish(mut self) -> crate::secret::Secret<LEN> {
                self.end()
            }

            /// Where it stands: a move may be a copy.
            pub(crate) fn end(&mut self) -> crate::secret::Secret<LEN> {
                use hmac::digest::block_api::FixedOutputCore;
                let mut digest = crate::secret::Secret::new([0; LEN]);
                self.core
                    .finalize_fixed_core(&mut self.buffer, digest.expose_mut().into());
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
