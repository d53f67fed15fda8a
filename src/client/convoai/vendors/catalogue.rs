//! Vendors by the names of their classes.

use core::fmt;
use std::format;

use super::build::Catalogued;
use super::class::Class;
use super::{
    AvatarVendor, LlmVendor, MllmVendor, Options, SttVendor, TtsVendor, Vendor, VendorArea,
    VendorConfig, VendorKind,
};
use super::{avatar, cn, llm, mllm, stt, tts};
use crate::http::{Error, ErrorKind};

/// A vendor whose class is named at run time, for example by a file.
///
/// It can join an agent in every place; the agent refuses it in a place that is
/// not its [`kind`](Self::kind)'s.
#[derive(Clone, PartialEq)]
pub struct AnyVendor(Catalogued);

impl AnyVendor {
    /// The vendor of an official class with these options. With
    /// [`VendorArea::Cn`] the classes for mainland China are looked at first,
    /// otherwise the global ones.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::InvalidInput`] for a class that the catalogue does not have
    /// in this kind, and as `from_options` of its type.
    pub fn from_class(
        kind: VendorKind,
        area: VendorArea,
        class: &str,
        options: Options,
    ) -> Result<Self, Error> {
        let mut found = classes(kind).filter(|it| it.name.eq_ignore_ascii_case(class));
        let first = found.next();
        let wanted = match area {
            VendorArea::Cn => found.last().or(first),
            _ => first,
        };
        let class = wanted.ok_or_else(|| {
            Error::with_message(
                ErrorKind::InvalidInput,
                format!("the catalogue has no class {class:?} of this kind"),
            )
        })?;
        Catalogued::from_options(class, options).map(Self)
    }

    /// What it is for.
    #[must_use]
    pub const fn kind(&self) -> VendorKind {
        self.0.class.kind
    }

    /// Which service has it.
    #[must_use]
    pub const fn area(&self) -> VendorArea {
        self.0.class.area
    }
}

/// The classes of a kind: global ones first.
fn classes(kind: VendorKind) -> impl Iterator<Item = &'static Class> {
    let [global, cn] = match kind {
        VendorKind::Stt => [stt::CLASSES, cn::stt::CLASSES],
        VendorKind::Llm => [llm::CLASSES, cn::llm::CLASSES],
        VendorKind::Tts => [tts::CLASSES, cn::tts::CLASSES],
        VendorKind::Mllm => [mllm::CLASSES, cn::mllm::CLASSES],
        VendorKind::Avatar => [avatar::CLASSES, cn::avatar::CLASSES],
    };
    global.iter().chain(cn).copied()
}

impl Vendor for AnyVendor {
    fn config(&self) -> Result<VendorConfig, Error> {
        self.0.config()
    }
}

impl SttVendor for AnyVendor {}
impl LlmVendor for AnyVendor {}
impl TtsVendor for AnyVendor {}
impl MllmVendor for AnyVendor {}
impl AvatarVendor for AnyVendor {}

impl fmt::Debug for AnyVendor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.show(self.0.class.name, f)
    }
}
