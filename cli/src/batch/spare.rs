//! Texts whose memory is used again: a row takes as many as the row before it,
//! and no allocation.

use std::cell::RefCell;

use tokenmint::Error;
use tokenmint::output::Output;

/// The most texts that are kept.
const TEXTS: usize = 8;

/// The most bytes of a text that is kept: a longer one is rare.
const BYTES: usize = 16 << 10;

thread_local! {
    static KEPT: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
}

/// A text that is equal to `text`.
pub(super) fn text(text: &str) -> String {
    let mut spare = take();
    spare.push_str(text);
    spare
}

/// Keeps the memory of a text that nobody reads any more.
pub(super) fn keep(text: String) {
    KEPT.with_borrow_mut(|kept| {
        if kept.len() < TEXTS && text.capacity() <= BYTES {
            kept.push(text);
        }
    });
}

fn take() -> String {
    let mut spare = KEPT.with_borrow_mut(Vec::pop).unwrap_or_default();
    spare.clear();
    spare
}

/// Asks for a `String`, as `Owned` does, in the memory of one that was kept.
pub(crate) struct Spare;

impl Output for Spare {
    type Text = String;

    fn write_text(
        self,
        capacity: usize,
        write: impl FnOnce(&mut [u8]) -> Result<usize, Error>,
    ) -> Result<String, Error> {
        let mut buffer = take().into_bytes();
        buffer.resize(capacity, 0);
        let len = write(&mut buffer)?;
        buffer.truncate(len);
        String::from_utf8(buffer).map_err(|error| Error::NotUtf8 {
            at: error.utf8_error().valid_up_to(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_next_text_has_the_memory_of_the_one_before_and_nothing_of_it() {
        let long = "a text that is longer than the next".to_owned();
        let memory = long.as_ptr();
        keep(long);
        let next = text("short");
        assert_eq!((next.as_str(), next.as_ptr()), ("short", memory));
        keep(next);
        let written = Spare.write_text(4, |buffer| {
            assert_eq!(buffer, [0; 4]);
            buffer[..3].copy_from_slice(b"abc");
            Ok(3)
        });
        let written = written.expect("a text");
        assert_eq!((written.as_str(), written.as_ptr()), ("abc", memory));
    }

    #[test]
    fn not_every_text_is_kept() {
        for _ in 0..2 * TEXTS {
            keep("some text".to_owned());
        }
        keep("x".repeat(BYTES + 1));
        let kept = std::iter::repeat_with(take).take_while(|text| text.capacity() > 0);
        assert!(kept.take(2 * TEXTS).count() <= TEXTS);
    }
}
