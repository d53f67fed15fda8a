//! What is inside a token: one tree, shown as text or as JSON.
//!
//! ```text
//! Explanation = format, title, root section, warnings
//! Section     = fields in order, then named lists of sections
//! ```

use std::borrow::Cow;

use serde_json::{Map, Value, json};

use crate::{clock, duration};

/// A token, explained.
#[derive(Debug)]
pub(crate) struct Explanation {
    /// The stable name of its form, such as `agora-007`.
    pub(crate) format: &'static str,
    /// What people call it.
    pub(crate) title: String,
    /// What is in it.
    pub(crate) root: Section,
    /// Likely mistakes: stable name and message.
    pub(crate) warnings: Vec<(&'static str, String)>,
}

/// Fields, and lists of parts that have fields of their own.
#[derive(Debug, Default)]
pub(crate) struct Section {
    fields: Vec<Field>,
    lists: Vec<List>,
}

#[derive(Debug)]
struct Field {
    name: &'static str,
    /// Label and text for people; JSON only when there is none.
    shown: Option<(Cow<'static, str>, String)>,
    /// For people only when there is none.
    json: Option<Value>,
}

#[derive(Debug)]
struct List {
    name: &'static str,
    items: Vec<(String, Section)>,
}

impl Section {
    /// A value that is shown as it is.
    pub(crate) fn plain(
        &mut self,
        name: &'static str,
        label: &'static str,
        value: impl Into<String>,
    ) {
        let text = value.into();
        self.push(name, label, text.clone(), text.into());
    }

    /// A text that somebody else chose: quoted, control characters escaped.
    pub(crate) fn text(&mut self, name: &'static str, label: &'static str, value: &str) {
        self.push(name, label, quoted(value), value.into());
    }

    /// A number.
    pub(crate) fn number(&mut self, name: &'static str, label: &'static str, value: u64) {
        self.push(name, label, value.to_string(), value.into());
    }

    /// A lifetime in seconds.
    pub(crate) fn lifetime(&mut self, name: &'static str, label: &'static str, seconds: u32) {
        self.push(name, label, duration::text(seconds), seconds.into());
    }

    /// A point in time.
    pub(crate) fn time(&mut self, name: &'static str, label: &'static str, unix: u64, now: u32) {
        self.push(name, label, time_text(unix, now), time_json(unix));
    }

    /// A field with a text of its own.
    pub(crate) fn push(
        &mut self,
        name: &'static str,
        label: &'static str,
        text: String,
        json: Value,
    ) {
        self.fields.push(Field {
            name,
            shown: Some((label.into(), text)),
            json: Some(json),
        });
    }

    /// A field that only programs see: the title of the section says it to
    /// people.
    pub(crate) fn data(&mut self, name: &'static str, json: impl Into<Value>) {
        self.fields.push(Field {
            name,
            shown: None,
            json: Some(json.into()),
        });
    }

    /// A line that only people see: programs have it in another field. Somebody
    /// else chose the label.
    pub(crate) fn line(&mut self, label: &str, text: String) {
        let plain = label.bytes().all(|c| c.is_ascii_graphic() || c == b' ');
        let label = if plain {
            label.to_owned()
        } else {
            quoted(label)
        };
        self.fields.push(Field {
            name: "",
            shown: Some((label.into(), text)),
            json: None,
        });
    }

    /// Adds a part to a list, which is there from its first mention on.
    pub(crate) fn item(&mut self, list: &'static str, title: String, section: Self) {
        self.list(list).push((title, section));
    }

    /// Makes sure that a list is there, even if it stays empty.
    pub(crate) fn list(&mut self, name: &'static str) -> &mut Vec<(String, Self)> {
        let at = match self.lists.iter().position(|list| list.name == name) {
            Some(at) => at,
            None => {
                self.lists.push(List {
                    name,
                    items: Vec::new(),
                });
                self.lists.len() - 1
            }
        };
        &mut self.lists[at].items
    }

    /// The text for people, without a line feed at its end.
    pub(crate) fn shown(&self) -> String {
        let mut out = String::new();
        self.write_text(0, &mut out);
        out.truncate(out.trim_end().len());
        out
    }

    fn write_text(&self, indent: usize, out: &mut String) {
        let shown = || self.fields.iter().filter_map(|field| field.shown.as_ref());
        let width = shown().map(|(label, _)| label.len()).max().unwrap_or(0);
        for (label, text) in shown() {
            *out += &format!("{:indent$}{label:width$}  {text}\n", "");
        }
        for list in &self.lists {
            for (title, section) in &list.items {
                *out += &format!("{:indent$}{title}\n", "");
                section.write_text(indent + 2, out);
            }
        }
    }

    fn fields_json(&self) -> Map<String, Value> {
        self.fields
            .iter()
            .filter_map(|field| Some((field.name.to_owned(), field.json.clone()?)))
            .collect()
    }

    fn lists_json(&self) -> impl Iterator<Item = (String, Value)> {
        self.lists.iter().map(|list| {
            let items = list.items.iter().map(|(_, section)| {
                let mut object = section.fields_json();
                object.extend(section.lists_json().collect::<Vec<_>>());
                Value::Object(object)
            });
            (list.name.to_owned(), items.collect())
        })
    }
}

impl Explanation {
    /// The text for people, without a line feed at its end.
    pub(crate) fn text(&self) -> String {
        let mut out = format!("{}\n", self.title);
        self.root.write_text(2, &mut out);
        for (name, message) in &self.warnings {
            out += &format!("warning: {message} [{name}]\n");
        }
        out.truncate(out.trim_end().len());
        out
    }

    /// The members of the JSON object.
    pub(crate) fn json(&self) -> Map<String, Value> {
        let mut object = Map::new();
        object.insert("format".to_owned(), self.format.into());
        object.insert("title".to_owned(), self.title.clone().into());
        object.insert("fields".to_owned(), self.root.fields_json().into());
        object.extend(self.root.lists_json());
        let warnings = self
            .warnings
            .iter()
            .map(|(name, message)| json!({ "name": name, "message": message }));
        object.insert("warnings".to_owned(), warnings.collect());
        object
    }
}

/// A text that somebody else chose, safe to show on a terminal.
pub(crate) fn quoted(text: &str) -> String {
    format!("{text:?}")
}

/// The same, bare where that changes nothing and nothing could be mistaken.
pub(crate) fn safe(text: &str) -> String {
    let quoted = quoted(text);
    let inside = quoted.get(1..quoted.len() - 1);
    if inside == Some(text) && !text.is_empty() && text.trim() == text {
        text.to_owned()
    } else {
        quoted
    }
}

/// `2023-11-14T22:13:20Z (in 59 min)`.
pub(crate) fn time_text(unix: u64, now: u32) -> String {
    format!("{} ({})", clock::utc(unix), clock::relative(unix, now))
}

/// A time for programs.
pub(crate) fn time_json(unix: u64) -> Value {
    json!({ "unix": unix, "utc": clock::utc(unix) })
}

/// Lower-case hexadecimal digits.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
