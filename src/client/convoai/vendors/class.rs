//! The classes of the catalogue: their options, and what holds for all of one
//! class.

use std::string::String;
use std::vec::Vec;

use serde_json::Value;

use super::build::Built;
use crate::client::convoai::object::Member;
use crate::client::convoai::types::pipeline::{McpServer, MllmTurnDetection, Tool};
use crate::http::Error;

/// What a vendor is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum VendorKind {
    /// Speech recognition, `asr`.
    Stt,
    /// A language model, `llm`.
    Llm,
    /// Speech, `tts`.
    Tts,
    /// A model that hears and speaks by itself, `mllm`.
    Mllm,
    /// An avatar, `avatar`.
    Avatar,
}

impl VendorKind {
    /// The member of a start body.
    pub(super) const fn member(self) -> &'static str {
        match self {
            Self::Stt => "asr",
            Self::Llm => "llm",
            Self::Tts => "tts",
            Self::Mllm => "mllm",
            Self::Avatar => "avatar",
        }
    }
}

/// Which service has a vendor. The SDKs keep the two catalogues apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum VendorArea {
    /// Every area but mainland China.
    Global,
    /// Mainland China.
    Cn,
    /// Both.
    Both,
    /// A preview, on a host of its own.
    Preview,
}

/// A class of the catalogue.
#[derive(Debug)]
pub(super) struct Class {
    pub(super) kind: VendorKind,
    /// The official name.
    pub(super) name: &'static str,
    pub(super) area: VendorArea,
    /// `vendor` on the wire, where the class fixes it.
    pub(super) vendor: Option<&'static str>,
    /// `style` on the wire, of a language model.
    pub(super) style: Option<&'static str>,
    /// Whether `params` is sent when it is empty.
    pub(super) empty_params: bool,
    /// What its options ask of each other.
    pub(super) rule: fn(&mut Built<'_>) -> Result<(), Error>,
    pub(super) rows: &'static [Row],
}

impl Class {
    pub(super) const fn new(kind: VendorKind, name: &'static str, area: VendorArea) -> Self {
        Self {
            kind,
            name,
            area,
            vendor: None,
            style: None,
            empty_params: matches!(kind, VendorKind::Stt | VendorKind::Tts | VendorKind::Avatar),
            rule: super::rules::none,
            rows: &[],
        }
    }

    pub(super) const fn vendor(mut self, vendor: &'static str) -> Self {
        self.vendor = Some(vendor);
        self
    }

    pub(super) const fn style(mut self, style: &'static str) -> Self {
        self.style = Some(style);
        self
    }

    pub(super) const fn empty_params(mut self) -> Self {
        self.empty_params = true;
        self
    }

    pub(super) const fn rule(mut self, rule: fn(&mut Built<'_>) -> Result<(), Error>) -> Self {
        self.rule = rule;
        self
    }

    pub(super) const fn rows(mut self, rows: &'static [Row]) -> Self {
        self.rows = rows;
        self
    }

    pub(super) fn row(&self, name: &str) -> Option<&'static Row> {
        let mut rows = self.rows.iter();
        rows.find(|row| row.name == name || row.alias == Some(name))
    }
}

/// An option.
#[derive(Debug)]
pub(super) struct Row {
    pub(super) name: &'static str,
    pub(super) alias: Option<&'static str>,
    pub(super) kind: OptionKind,
    /// Members below the vendor's part, separated by dots; `*` at the end: the
    /// members of the option's object. Empty: a rule of the class sends it.
    pub(super) path: &'static str,
    pub(super) need: Need,
    /// Whether the members of an object win over this option.
    pub(super) first: bool,
    pub(super) check: Check,
    pub(super) default: Default,
}

/// Whether an option has to be given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Need {
    Optional,
    Required,
    /// By the service, unless a preset brings the part.
    AtStart,
}

/// The range of an option.
#[derive(Debug, Clone, Copy)]
pub(super) enum Check {
    Any,
    Above(f64),
    AtLeast(f64),
    Within(f64, f64),
    NotEmpty,
    Choice(&'static [&'static str]),
    Rates(&'static [i64]),
}

/// What is sent without an option.
#[derive(Debug, Clone, Copy)]
pub(super) enum Default {
    Nothing,
    Text(&'static str),
    Integer(i64),
    Flag(bool),
}

impl Row {
    pub(super) const fn new(name: &'static str, kind: OptionKind, path: &'static str) -> Self {
        Self {
            name,
            alias: None,
            kind,
            path,
            need: Need::Optional,
            first: false,
            check: Check::Any,
            default: Default::Nothing,
        }
    }

    pub(super) const fn required(mut self) -> Self {
        self.need = Need::Required;
        self
    }

    pub(super) const fn at_start(mut self) -> Self {
        self.need = Need::AtStart;
        self
    }

    pub(super) const fn alias(mut self, alias: &'static str) -> Self {
        self.alias = Some(alias);
        self
    }

    pub(super) const fn first(mut self) -> Self {
        self.first = true;
        self
    }

    pub(super) const fn check(mut self, check: Check) -> Self {
        self.check = check;
        self
    }

    pub(super) const fn default(mut self, default: Default) -> Self {
        self.default = default;
        self
    }
}

/// The type of an option.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum OptionKind {
    Text,
    Integer,
    Number,
    Flag,
    /// A flag that is sent as text.
    TextFlag,
    Texts,
    Integers,
    Object,
    Objects,
    McpServers,
    Tools,
    MllmTurns,
    Any,
}

/// The Rust type of an option kind.
macro_rules! option_type {
    (Text) => { std::string::String };
    (Integer) => { i64 };
    (Number) => { f64 };
    (Flag) => { bool };
    (TextFlag) => { bool };
    (Texts) => { std::vec::Vec<std::string::String> };
    (Integers) => { std::vec::Vec<i64> };
    (Object) => { $crate::client::convoai::vendors::Options };
    (Objects) => { std::vec::Vec<$crate::client::convoai::vendors::Options> };
    (McpServers) => { std::vec::Vec<$crate::client::convoai::types::pipeline::McpServer> };
    (Tools) => { std::vec::Vec<$crate::client::convoai::types::pipeline::Tool> };
    (MllmTurns) => { $crate::client::convoai::types::pipeline::MllmTurnDetection };
    (Any) => { serde_json::Value };
}
pub(super) use option_type;

impl OptionKind {
    /// The value as it is sent, when it is of this type.
    pub(super) fn read(self, value: &Value) -> Option<Value> {
        fn as_type<T: Member>(value: &Value) -> Option<Value> {
            T::read(value).map(|value| value.write())
        }
        match self {
            Self::Text => as_type::<String>(value),
            Self::Integer => as_type::<i64>(value),
            Self::Number => as_type::<f64>(value),
            Self::Flag => as_type::<bool>(value),
            Self::TextFlag => Some(if value.as_bool()? { "true" } else { "false" }.into()),
            Self::Texts => as_type::<Vec<String>>(value),
            Self::Integers => as_type::<Vec<i64>>(value),
            Self::Object => value.is_object().then(|| value.clone()),
            Self::Objects => as_type::<Vec<super::Options>>(value),
            Self::McpServers => as_type::<Vec<McpServer>>(value),
            Self::Tools => as_type::<Vec<Tool>>(value),
            Self::MllmTurns => as_type::<MllmTurnDetection>(value),
            Self::Any => Some(value.clone()),
        }
    }
}

impl Check {
    /// What is wrong with a value; `None` when nothing is.
    pub(super) fn complaint(&self, value: &Value) -> Option<String> {
        use std::format;
        let number = || value.as_f64();
        match *self {
            Self::Any => None,
            Self::Above(least) if number()? > least => None,
            Self::Above(least) => Some(format!("has to be above {least}")),
            Self::AtLeast(least) if number()? >= least => None,
            Self::AtLeast(least) => Some(format!("has to be at least {least}")),
            Self::Within(least, most) if (least..=most).contains(&number()?) => None,
            Self::Within(least, most) => Some(format!("has to be {least} to {most}")),
            Self::NotEmpty if value.as_str()?.is_empty() => Some("is empty".into()),
            Self::NotEmpty => None,
            Self::Choice(texts) if texts.contains(&value.as_str()?) => None,
            Self::Choice(texts) => Some(format!("has to be one of {}", texts.join(", "))),
            Self::Rates(rates) if rates.contains(&value.as_i64()?) => None,
            Self::Rates(rates) => Some(format!("has to be one of {rates:?}")),
        }
    }
}

impl Default {
    pub(super) fn value(self) -> Option<Value> {
        match self {
            Self::Nothing => None,
            Self::Text(text) => Some(text.into()),
            Self::Integer(number) => Some(number.into()),
            Self::Flag(flag) => Some(flag.into()),
        }
    }
}
