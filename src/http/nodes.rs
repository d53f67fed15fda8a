//! How many values a JSON text has, before any memory is spent on them: an
//! empty object takes two bytes as text and some hundred as a value.

/// Whether `text` is no JSON object or list, or has at most `max` brackets,
/// commas and colons outside of texts.
pub(super) fn are_at_most(max: usize, text: &[u8]) -> bool {
    let first = text.iter().find(|byte| !byte.is_ascii_whitespace());
    // No byte is more than one value.
    if text.len() <= max || !matches!(first, Some(b'{' | b'[')) {
        return true;
    }
    let (mut count, mut in_text, mut escaped) = (0_usize, false, false);
    for byte in text {
        match byte {
            _ if escaped => escaped = false,
            // Outside of a text it is no JSON, and the reader stops there.
            b'\\' => escaped = true,
            b'"' => in_text = !in_text,
            b'{' | b'[' | b',' | b':' if !in_text => count = count.saturating_add(1),
            _ => {}
        }
    }
    count <= max
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_counted_and_texts_are_not() {
        for (text, count) in [
            ("{}", 1),
            ("[{},{}]", 4),
            ("{\"a\":[1,2]}", 4),
            ("[\"{[,:\\\"{,\"]", 1),
            ("  [\"\\\\\",1]", 2),
        ] {
            assert!(are_at_most(count, text.as_bytes()), "{text}");
            assert!(!are_at_most(count - 1, text.as_bytes()), "{text}");
        }
        for text in ["", "\"[,,,]\"", "<a>,,,,</a>"] {
            assert!(are_at_most(0, text.as_bytes()), "{text}");
        }
    }
}
