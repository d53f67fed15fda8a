//! The one output rule, checked around any function that writes a text.

use tokenmint::Error;

const CANARY: u8 = 0xA5;
const BEHIND: usize = 64;

/// Runs `write` with buffers of no, of `size`, and of sufficient bytes:
///
/// - the size that an error names does not depend on the buffer, and suffices;
/// - one byte less does not; the text is the same wherever it fits;
/// - nothing is written behind the buffer, nor into one that is too small.
pub fn obeys(
    size: u16,
    write: impl for<'b> Fn(&'b mut [u8]) -> Result<&'b str, Error>,
) -> Result<String, Error> {
    let needed = match run(0, &write) {
        Err(Error::BufferTooSmall { needed }) => needed,
        Err(other) => {
            assert_eq!(run(usize::from(size), &write), Err(other));
            return Err(other);
        }
        Ok(text) => panic!("a text of {} bytes in no buffer", text.len()),
    };
    assert!(needed > 0);
    let text = run(needed, &write);
    assert!(!matches!(text, Err(Error::BufferTooSmall { .. })));
    let too_small = Err(Error::BufferTooSmall { needed });
    assert_eq!(run(needed - 1, &write), too_small);
    let size = usize::from(size) % (needed + BEHIND);
    let expected = if size < needed { &too_small } else { &text };
    assert_eq!(run(size, &write), *expected);
    text
}

fn run(
    size: usize,
    write: impl for<'b> Fn(&'b mut [u8]) -> Result<&'b str, Error>,
) -> Result<String, Error> {
    let mut memory = vec![CANARY; size + BEHIND];
    let (buffer, behind) = memory.split_at_mut(size);
    let result = write(buffer).map(str::to_owned);
    assert!(behind.iter().all(|byte| *byte == CANARY), "written behind");
    if matches!(result, Err(Error::BufferTooSmall { .. })) {
        assert!(buffer.iter().all(|byte| *byte == CANARY), "written anyway");
    }
    result
}
