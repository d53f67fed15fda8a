//! The content of a token: how long it is, and how it is written.

use super::stated::Services;
use crate::Error;
use crate::agora::ExpireIn;
use crate::agora::limits::{ACCOUNT_MAX, CHANNEL_MAX};
use crate::buffer::Writer;
use crate::wire::base64::encoded_len;
use crate::wire::packing::{STRING_OVERHEAD, put_checked, put_u32};
use crate::wire::zlib::{CONTENT_MAX, compressed_capacity};

/// Bytes of the signature at the start of the content.
pub(super) const SIGNATURE_LEN: u16 = 32;
/// Bytes of it with its length.
const SIGNATURE_PART: usize = SIGNATURE_LEN as usize + STRING_OVERHEAD;

/// Content bytes of a token beside its services.
pub const CONTENT_OVERHEAD: usize = 82;

/// Content bytes of one privilege.
pub const PRIVILEGE_LEN: usize = 6;

/// Characters before the base64 part.
pub(super) const VERSION_LEN: usize = 3;

/// Content bytes of a token with one RTC service.
///
/// `account_len` is 0 for uid 0, at most 10 for other uids.
#[must_use]
pub const fn rtc_content_len(channel_len: usize, account_len: usize, privileges: usize) -> usize {
    CONTENT_OVERHEAD
        .saturating_add(4)
        .saturating_add(privileges.saturating_mul(PRIVILEGE_LEN))
        .saturating_add(2 * STRING_OVERHEAD)
        .saturating_add(channel_len)
        .saturating_add(account_len)
}

/// Buffer size that minting a token with `content_len` bytes of content
/// takes, whatever the compression. It is more than the token has: the buffer
/// is also the workspace, with the content at its end and the compressed
/// content at its start.
#[must_use]
pub const fn mint_capacity(content_len: usize) -> usize {
    let workspace = compressed_capacity(content_len)
        .saturating_add(content_len)
        .saturating_add(VERSION_LEN);
    let text = token_capacity(content_len);
    if workspace > text { workspace } else { text }
}

/// [`mint_capacity`] of a whole content of at most [`CONTENT_MAX`] bytes: from
/// [`CONTENT_OVERHEAD`] bytes on the text is never the longer one.
pub(super) const fn workspace(content_len: usize) -> usize {
    compressed_capacity(content_len)
        .wrapping_add(content_len)
        .wrapping_add(VERSION_LEN)
}

/// The longest token that `content_len` bytes of content can give.
#[must_use]
pub const fn token_capacity(content_len: usize) -> usize {
    VERSION_LEN.saturating_add(encoded_len(compressed_capacity(content_len)))
}

/// Buffer size that is enough for every RTC token within the documented
/// limits: 64 bytes of channel, 255 of account, four privileges.
pub const RTC_CAPACITY: usize = mint_capacity(rtc_content_len(CHANNEL_MAX, ACCOUNT_MAX, 4));

/// The longest RTC token within the documented limits, in characters.
pub const RTC_TOKEN_CAPACITY: usize = token_capacity(rtc_content_len(CHANNEL_MAX, ACCOUNT_MAX, 4));

/// The signed part of a content, before it is written.
#[derive(Clone, Copy)]
pub(super) struct Signed<'a> {
    pub(super) app_id: &'a [u8],
    pub(super) issued_at: u32,
    pub(super) expire: ExpireIn,
    pub(super) salt: u32,
    pub(super) services: &'a dyn Services,
}

impl Signed<'_> {
    /// Bytes of the whole content, the signature included.
    pub(super) fn content_len(&self) -> Result<usize, Error> {
        // Counting is writing into nothing: one walk, so no second truth.
        let mut counter = Writer::new(&mut []);
        self.write(&mut counter);
        let len = counter.len();
        if len > CONTENT_MAX - SIGNATURE_PART {
            return Err(Error::ContentTooLarge { max: CONTENT_MAX });
        }
        Ok(len.wrapping_add(SIGNATURE_PART))
    }

    /// The services are checked: every text and list has a 16-bit length.
    #[inline(never)]
    pub(super) fn write(&self, out: &mut Writer<'_>) {
        put_checked(out, self.app_id);
        put_u32(out, self.issued_at);
        put_u32(out, self.expire.as_seconds());
        put_u32(out, self.salt);
        self.services.write(out);
    }
}

#[cfg(test)]
mod tests {
    extern crate std;

    use super::*;
    use crate::Limits;

    #[test]
    fn a_whole_content_needs_its_workspace() {
        // Miri takes minutes for all of them.
        let step = if cfg!(miri) { 9973 } else { 1 };
        for content_len in (CONTENT_OVERHEAD..=CONTENT_MAX).step_by(step) {
            assert_eq!(workspace(content_len), mint_capacity(content_len));
        }
    }

    /// So many bytes.
    struct Bulk(usize);

    impl Services for Bulk {
        fn check(&self, _: Limits) -> Result<(), Error> {
            Ok(())
        }

        fn write(&self, out: &mut Writer<'_>) {
            out.put(&std::vec![0; self.0]);
        }
    }

    #[test]
    fn a_content_has_at_most_256_kib() {
        // Signature, app id, three numbers: what stands before the services, with
        // the lengths of the first two.
        let before = (2 + 32) + (2 + 32) + 3 * 4;
        for (services, len) in [
            (CONTENT_MAX - before, Ok(CONTENT_MAX)),
            (
                CONTENT_MAX - before + 1,
                Err(Error::ContentTooLarge { max: CONTENT_MAX }),
            ),
        ] {
            let signed = Signed {
                app_id: &[b'a'; 32],
                issued_at: 1,
                expire: ExpireIn::hours(1),
                salt: 1,
                services: &Bulk(services),
            };
            assert_eq!(signed.content_len(), len);
        }
    }
}
