//! Variables that a function assigns and never reads.

use super::translate::{Line, Translated};

impl Translated {
    /// Removes assignments to what is not read.
    pub(super) fn tidy(&mut self) {
        loop {
            let unread: Vec<String> = self
                .variables
                .iter()
                .map(|named| named.name.clone())
                .filter(|name| !self.reads(name))
                .collect();
            let before = self.lines.len();
            let mut has_changed = false;
            self.lines.retain_mut(|line| {
                let Some((name, value)) = assignment(line) else {
                    return true;
                };
                if !unread.iter().any(|it| it == name) {
                    return true;
                }
                // A call is done for its effect.
                if is_call(value) {
                    line.text = format!("(void){value}");
                    has_changed = true;
                    return true;
                }
                false
            });
            if self.lines.len() == before && !has_changed {
                return;
            }
        }
    }

    /// Whether any line reads `name`.
    pub(super) fn reads(&self, name: &str) -> bool {
        self.lines.iter().any(|line| {
            let text = match assignment(line) {
                Some((assigned, value)) if assigned == name => value,
                _ => line.text.as_str(),
            };
            has_word(text, name)
        })
    }

    /// Whether any line has `name`.
    pub(super) fn mentions(&self, name: &str) -> bool {
        self.lines.iter().any(|line| has_word(&line.text, name))
    }
}

pub(super) fn assignment(line: &Line) -> Option<(&str, &str)> {
    let (name, value) = line.text.split_once(" = ")?;
    let is_name = name
        .bytes()
        .all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    is_name.then_some((name, value))
}

/// Whether `value` begins with a call of another function, or of a pointer to
/// one.
fn is_call(value: &str) -> bool {
    let value = value.trim_start_matches("(uint32_t)");
    ["tm_", "tokenmint_", "TM_FUNCTION("]
        .iter()
        .any(|start| value.starts_with(start))
        && !value.starts_with("tm_rotate")
}

fn has_word(text: &str, word: &str) -> bool {
    let is_part =
        |sign: Option<char>| sign.is_some_and(|sign| sign.is_ascii_alphanumeric() || sign == '_');
    text.match_indices(word).any(|(at, _)| {
        !is_part(text[..at].chars().next_back()) && !is_part(text[at + word.len()..].chars().next())
    })
}
