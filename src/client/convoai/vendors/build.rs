//! From options to a part of the start body.
//!
//! | step | what is written |
//! |---|---|
//! | 1 | `vendor` and `style` of the class |
//! | 2 | options that the objects below may overrule |
//! | 3 | the members of `additional_params` or `params` |
//! | 4 | named options, and defaults of those that were not given |
//! | 5 | what the rule of the class makes of it |
//! | 6 | `extra` |

use core::fmt;
use std::format;
use std::string::String;

use serde_json::Value;

use super::class::{Class, Need, Row, VendorKind};
use super::{Options, VendorConfig};
use crate::client::convoai::object::Shown;
use crate::http::{Error, ErrorKind};

/// A vendor of the catalogue with its options.
#[derive(Clone)]
pub(super) struct Catalogued {
    pub(super) class: &'static Class,
    options: Options,
    extra: Options,
}

impl PartialEq for Catalogued {
    fn eq(&self, other: &Self) -> bool {
        core::ptr::eq(self.class, other.class)
            && self.options == other.options
            && self.extra == other.extra
    }
}

impl Catalogued {
    pub(super) fn new(class: &'static Class) -> Self {
        Self {
            class,
            options: Options::new(),
            extra: Options::new(),
        }
    }

    pub(super) fn set(&mut self, name: &str, value: Value) {
        self.options.insert(name.into(), value);
    }

    pub(super) fn extra(&mut self, name: &str, value: Value) {
        self.extra.insert(name.into(), value);
    }

    pub(super) fn from_options(class: &'static Class, options: Options) -> Result<Self, Error> {
        let mut vendor = Self::new(class);
        for (name, value) in options {
            let row = class.row(&name).ok_or_else(|| {
                refused(
                    class,
                    &name,
                    "is unknown; see `extra` and the options that are maps",
                )
            })?;
            vendor.options.insert(row.name.into(), value);
        }
        vendor.check()?;
        Ok(vendor)
    }

    fn check(&self) -> Result<(), Error> {
        for row in self.class.rows {
            let given = self.given(row.name);
            if given.is_none() && row.need == Need::Required {
                return Err(refused(self.class, row.name, "is required"));
            }
            let Some(value) = given else { continue };
            if row.kind.read(value).is_none() {
                return Err(refused(self.class, row.name, "is of another type"));
            }
            if let Some(complaint) = row.check.complaint(value) {
                return Err(refused(self.class, row.name, &complaint));
            }
        }
        Ok(())
    }

    fn given(&self, name: &str) -> Option<&Value> {
        self.options.get(name).filter(|value| !value.is_null())
    }

    pub(super) fn config(&self) -> Result<VendorConfig, Error> {
        self.check()?;
        let class = self.class;
        let mut part = Options::new();
        for (name, value) in [("vendor", class.vendor), ("style", class.style)] {
            if let Some(value) = value {
                part.insert(name.into(), value.into());
            }
        }
        if class.empty_params {
            part.insert("params".into(), Options::new().into());
        }
        let rows = || class.rows.iter().filter(|row| !row.path.is_empty());
        rows()
            .filter(|row| row.first)
            .for_each(|row| self.write(row, &mut part));
        for row in rows() {
            if let Some(path) = row.path.strip_suffix(".*") {
                let members = self.given(row.name).and_then(Value::as_object);
                for (name, value) in members.into_iter().flatten() {
                    place(&mut part, &format!("{path}.{name}"), value.clone());
                }
            }
        }
        rows()
            .filter(|row| !row.first && !row.path.ends_with('*'))
            .for_each(|row| self.write(row, &mut part));
        let mut built = Built {
            class,
            options: &self.options,
            part: VendorConfig::new(part),
        };
        (class.rule)(&mut built)?;
        let mut part = built.part;
        let extra = match class.kind {
            VendorKind::Llm => "",
            _ => "params.",
        };
        for (name, value) in &self.extra {
            place(&mut part.config, &format!("{extra}{name}"), value.clone());
        }
        part.kind = Some(class.kind);
        if class.kind == VendorKind::Stt {
            part.language = spoken(&part.config);
        }
        part.missing = self.missing();
        Ok(part)
    }

    fn write(&self, row: &Row, part: &mut Options) {
        let value = match self.options.get(row.name) {
            None => row.default.value(),
            Some(value) => row.kind.read(value),
        };
        if let Some(value) = value {
            place(part, row.path, value);
        }
    }

    fn missing(&self) -> std::vec::Vec<String> {
        let member = self.class.kind.member();
        self.class
            .rows
            .iter()
            .filter(|row| row.need == Need::AtStart && self.given(row.name).is_none())
            .map(|row| format!("{member}.{}", row.path))
            .collect()
    }

    pub(super) fn show(&self, name: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct(name)
            .field("options", &Shown(&self.options))
            .finish_non_exhaustive()
    }
}

/// A part that the rule of its class looks at and completes.
pub(super) struct Built<'a> {
    pub(super) class: &'static Class,
    options: &'a Options,
    pub(super) part: VendorConfig,
}

impl Built<'_> {
    /// An option that was given.
    pub(super) fn option(&self, name: &str) -> Option<&Value> {
        self.options.get(name).filter(|value| !value.is_null())
    }

    /// A text that was given and is not empty.
    pub(super) fn text(&self, name: &str) -> Option<&str> {
        let text = self.option(name)?.as_str()?;
        (!text.is_empty()).then_some(text)
    }

    /// Whether a flag was given and is set.
    pub(super) fn is_set(&self, name: &str) -> bool {
        self.option(name).and_then(Value::as_bool) == Some(true)
    }

    /// Whether an option was left out, and not set to null.
    pub(super) fn left_out(&self, name: &str) -> bool {
        !self.options.contains_key(name)
    }

    pub(super) fn place(&mut self, path: &str, value: impl Into<Value>) {
        place(&mut self.part.config, path, value.into());
    }

    pub(super) fn at(&self, path: &str) -> Option<&Value> {
        let mut parts = path.split('.');
        let first = self.part.config.get(parts.next()?)?;
        parts.try_fold(first, |value, name| value.get(name))
    }

    pub(super) fn take(&mut self, path: &str) -> Option<Value> {
        match path.split_once('.') {
            None => self.part.config.remove(path),
            Some((object, name)) => self
                .part
                .config
                .get_mut(object)?
                .as_object_mut()?
                .remove(name),
        }
    }

    pub(super) fn warn(&mut self, text: &str) {
        self.part
            .warnings
            .push(format!("{}: {text}", self.class.name));
    }

    pub(super) fn refuse<T>(&self, name: &str, why: &str) -> Result<T, Error> {
        Err(refused(self.class, name, why))
    }
}

/// The language of a recognition, wherever its vendor has it.
fn spoken(asr: &Options) -> Option<String> {
    let params = asr.get("params")?;
    let places = [
        "/language",
        "/language_code",
        "/input_audio_transcription/language",
    ];
    let text = places
        .iter()
        .find_map(|path| params.pointer(path)?.as_str());
    text.filter(|text| !text.is_empty()).map(String::from)
}

/// Writes a member below objects, which are made where they are missing.
fn place(object: &mut Options, path: &str, value: Value) {
    let Some((name, rest)) = path.split_once('.') else {
        object.insert(path.into(), value);
        return;
    };
    let below = object.entry(name).or_insert(Value::Null);
    if !below.is_object() {
        *below = Options::new().into();
    }
    if let Some(below) = below.as_object_mut() {
        place(below, rest, value);
    }
}

/// The error for an option; never its value.
fn refused(class: &Class, name: &str, why: &str) -> Error {
    let class = class.name;
    Error::with_message(
        ErrorKind::InvalidInput,
        format!("{class}: option `{name}` {why}"),
    )
}
