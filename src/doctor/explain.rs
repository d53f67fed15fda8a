//! What is inside a token: one tree, shown as text or as JSON.
//!
//! ```text
//! Explanation = format, title, root section, warnings
//! Section     = fields in order, then named lists of sections
//! ```

use alloc::borrow::{Cow, ToOwned};
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use serde_json::{Map, Value, json};

use super::forms::{Form, Unreadable};
use super::question::Question;
use crate::doctor::words::{lifetime, quoted, redact, time, utc};

/// A token, explained.
#[derive(Debug)]
pub struct Explanation {
    /// The stable name of its form, such as `agora-007`.
    pub format: &'static str,
    /// What people call it.
    pub title: String,
    /// What is in it.
    pub root: Section,
    /// Likely mistakes: stable name and message.
    pub warnings: Vec<(&'static str, String)>,
}

/// Fields, and lists of parts that have fields of their own.
#[derive(Debug, Default)]
pub struct Section {
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
    pub fn plain(&mut self, name: &'static str, label: &'static str, value: impl Into<String>) {
        let text = value.into();
        self.push(name, label, text.clone(), text.into());
    }

    /// A text that somebody else chose: quoted, control characters escaped.
    pub fn text(&mut self, name: &'static str, label: &'static str, value: &str) {
        self.push(name, label, quoted(value), value.into());
    }

    /// A number.
    pub fn number(&mut self, name: &'static str, label: &'static str, value: u64) {
        self.push(name, label, value.to_string(), value.into());
    }

    /// A lifetime in seconds.
    pub fn lifetime(&mut self, name: &'static str, label: &'static str, seconds: u32) {
        self.push(name, label, lifetime(seconds), seconds.into());
    }

    /// A point in time.
    pub fn time(&mut self, name: &'static str, label: &'static str, unix: u64, now: u32) {
        self.push(name, label, time(unix, now), time_json(unix));
    }

    /// A field with a text of its own.
    pub fn push(&mut self, name: &'static str, label: &'static str, text: String, json: Value) {
        self.fields.push(Field {
            name,
            shown: Some((label.into(), text)),
            json: Some(json),
        });
    }

    /// A field that only programs see: the title of the section says it to
    /// people.
    pub fn data(&mut self, name: &'static str, json: impl Into<Value>) {
        self.fields.push(Field {
            name,
            shown: None,
            json: Some(json.into()),
        });
    }

    /// A line that only people see: programs have it in another field. Somebody
    /// else chose the label.
    pub fn line(&mut self, label: &str, text: String) {
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
    pub fn item(&mut self, list: &'static str, title: String, section: Self) {
        self.list(list);
        let mut lists = self.lists.iter_mut();
        if let Some(found) = lists.find(|found| found.name == list) {
            found.items.push((title, section));
        }
    }

    /// Makes sure that a list is there, even if it stays empty.
    pub fn list(&mut self, name: &'static str) {
        if !self.lists.iter().any(|list| list.name == name) {
            let items = Vec::new();
            self.lists.push(List { name, items });
        }
    }

    /// The text for people, without a line feed at its end.
    pub fn shown(&self) -> String {
        let mut out = String::new();
        self.write_text(0, &mut out);
        out.truncate(out.trim_end().len());
        out
    }

    fn write_text(&self, indent: usize, out: &mut String) {
        let shown = || self.fields.iter().filter_map(|field| field.shown.as_ref());
        let width = shown().map(|(label, _)| label.len()).max().unwrap_or(0);
        for (label, text) in shown() {
            out.push_str(&format!("{:indent$}{label:width$}  {text}\n", ""));
        }
        for list in &self.lists {
            for (title, section) in &list.items {
                out.push_str(&format!("{:indent$}{title}\n", ""));
                section.write_text(indent.saturating_add(2), out);
            }
        }
    }

    fn redact(&mut self, secret: &str) {
        for field in &mut self.fields {
            if let Some((_, text)) = &mut field.shown {
                redact(text, secret);
            }
            if let Some(json) = &mut field.json {
                redact_json(json, secret);
            }
        }
        for (title, section) in self.lists.iter_mut().flat_map(|list| &mut list.items) {
            redact(title, secret);
            section.redact(secret);
        }
    }

    /// What is shown, as data: `fields` with `label`, `text` and for a point in
    /// time `unix`; `parts` with a `title` each and the same again.
    fn tree(&self) -> Map<String, Value> {
        let shown = self.fields.iter().filter_map(|field| {
            let (label, text) = field.shown.as_ref()?;
            let unix = field.json.as_ref().and_then(|json| json.get("unix"));
            Some(json!({ "label": label, "text": text, "unix": unix }))
        });
        let parts = self.lists.iter().flat_map(|list| &list.items);
        let parts = parts.map(|(title, section)| {
            let mut part = section.tree();
            part.insert("title".to_owned(), title.as_str().into());
            Value::Object(part)
        });
        let mut object = Map::new();
        object.insert("fields".to_owned(), shown.collect());
        object.insert("parts".to_owned(), parts.collect());
        object
    }

    fn fields_json(&self) -> Map<String, Value> {
        let mut object = Map::new();
        for field in &self.fields {
            if let Some(json) = &field.json {
                object.insert(field.name.to_owned(), json.clone());
            }
        }
        object
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
    /// What is inside `token`, which has to be one as it stands.
    ///
    /// # Errors
    ///
    /// [`Unreadable`] when it has no known form or is damaged.
    pub fn of(token: &str, question: &Question<'_>) -> Result<Self, Unreadable> {
        let form = Form::of(token).ok_or_else(|| Unreadable("no known form".to_owned()))?;
        form.explain(token, question)
    }

    /// Takes a secret out of everything that is shown.
    pub(super) fn redact(&mut self, secret: &str) {
        self.root.redact(secret);
        for (_, message) in &mut self.warnings {
            redact(message, secret);
        }
    }

    /// The text for people, without a line feed at its end.
    pub fn text(&self) -> String {
        let mut out = format!("{}\n", self.title);
        self.root.write_text(2, &mut out);
        for line in self.warning_lines() {
            out.push_str(&line);
            out.push('\n');
        }
        out.truncate(out.trim_end().len());
        out
    }

    /// What [`Explanation::text`] shows, as data: `fields` with `label`, `text`
    /// and for a point in time `unix` (Unix seconds); `parts` with a `title`
    /// each and the same again.
    #[must_use]
    pub fn tree(&self) -> Map<String, Value> {
        self.root.tree()
    }

    /// The warnings, a line each.
    pub fn warning_lines(&self) -> impl Iterator<Item = String> {
        let warnings = self.warnings.iter();
        warnings.map(|(name, message)| format!("warning: {message} [{name}]"))
    }

    /// The members of the JSON object.
    pub fn json(&self) -> Map<String, Value> {
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

/// Takes a secret out of the texts of a value; its parser has bounded how deep
/// it is.
fn redact_json(json: &mut Value, secret: &str) {
    match json {
        Value::String(text) => redact(text, secret),
        Value::Array(list) => list.iter_mut().for_each(|item| redact_json(item, secret)),
        Value::Object(members) => {
            members
                .values_mut()
                .for_each(|item| redact_json(item, secret));
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// A time for programs.
pub(super) fn time_json(unix: u64) -> Value {
    json!({ "unix": unix, "utc": utc(unix) })
}
