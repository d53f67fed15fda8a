//! Taking secrets out of what a service says: some repeat what they were sent.

use serde_json::Value;
use zeroize::Zeroizing;

/// In place of what is taken out.
const REDACTED: &str = "(redacted)";

/// A shorter text is no secret, and would be found everywhere.
const SHORTEST: usize = 4;

/// Words from this length on are keys or tokens, whoever made them.
const LONGEST_WORD: usize = 40;

/// The secrets that a command knows.
#[derive(Default)]
pub(crate) struct Mask(Vec<Zeroizing<String>>);

impl Mask {
    /// Knows this one too.
    pub(crate) fn hide(&mut self, secret: &str) {
        if secret.len() >= SHORTEST {
            self.0.push(Zeroizing::new(secret.to_owned()));
        }
    }

    /// Knows every text below a name that speaks of a secret too.
    pub(crate) fn hide_in(&mut self, value: &Value) {
        let mut rest = vec![(value, false)];
        while let Some((value, secret)) = rest.pop() {
            match value {
                Value::String(text) if secret => self.hide(text),
                Value::Array(list) => rest.extend(list.iter().map(|item| (item, secret))),
                Value::Object(members) => rest.extend(
                    members
                        .iter()
                        .map(|(name, value)| (value, secret || is_secret(name))),
                ),
                _ => {}
            }
        }
    }

    /// The text without them, and without long words that may be keys.
    pub(crate) fn apply(&self, text: &str) -> String {
        without_long_words(&self.known(text))
    }

    /// The text without them.
    pub(crate) fn known(&self, text: &str) -> String {
        let mut text = text.to_owned();
        let mut secrets: Vec<&str> = self.0.iter().map(|secret| secret.as_str()).collect();
        // One may be a part of another.
        secrets.sort_by_key(|secret| std::cmp::Reverse(secret.len()));
        for secret in secrets {
            text = text.replace(secret, REDACTED);
        }
        text
    }
}

/// Whether values of this name are secret in the bodies of the services.
fn is_secret(name: &str) -> bool {
    const PARTS: [&str; 7] = [
        "token",
        "key",
        "secret",
        "password",
        "authorization",
        "credential",
        "salt",
    ];
    let name = name.to_ascii_lowercase();
    PARTS.iter().any(|part| name.contains(part))
}

fn without_long_words(text: &str) -> String {
    let of_word = |c: char| c.is_ascii_alphanumeric() || "+/_-.".contains(c);
    let mut out = String::new();
    for piece in text.split_inclusive(|c| !of_word(c)) {
        let word = piece.trim_end_matches(|c| !of_word(c));
        if word.len() >= LONGEST_WORD {
            out += REDACTED;
            out += &piece[word.len()..];
        } else {
            out += piece;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_is_known_and_what_looks_like_a_key_goes() {
        let mut mask = Mask::default();
        mask.hide("s3cret");
        mask.hide("s3cret-and-more");
        mask.hide("");
        mask.hide_in(&json!({"llm": {"api_key": "sk-1234", "model": "gpt"}, "headers": [1]}));
        mask.hide_in(&json!([{"Credentials": {"user": "alice"}}]));
        let long = "A".repeat(LONGEST_WORD);
        for (text, expected) in [
            ("nothing here", "nothing here"),
            ("key s3cret, s3cret-and-more", "key (redacted), (redacted)"),
            (
                "sk-1234 for gpt of alice",
                "(redacted) for gpt of (redacted)",
            ),
            (&format!("agora token={long}!"), "agora token=(redacted)!"),
            (&format!("\u{e9}{long}"), "\u{e9}(redacted)"),
            (
                "1NT29X10YHWPEL0Q8R4Z\u{65e5}",
                "1NT29X10YHWPEL0Q8R4Z\u{65e5}",
            ),
        ] {
            assert_eq!(mask.apply(text), expected);
        }
    }
}
