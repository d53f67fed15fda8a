//! The id of an agent, in as many bytes as a device has for it.

use core::fmt;

/// Most bytes of an id. A service's answer with a longer one is not understood.
pub const AGENT_ID_MAX: usize = 40;

/// An id, or none.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Id {
    len: u8,
    bytes: [u8; AGENT_ID_MAX],
}

impl Id {
    /// No id.
    pub(super) const NONE: Self = Self {
        len: 0,
        bytes: [0; AGENT_ID_MAX],
    };

    /// Nothing when it is empty or too long.
    pub(super) fn new(text: &[u8]) -> Option<Self> {
        let mut id = Self::NONE;
        for byte in text {
            id.push(*byte)?;
        }
        (!id.is_empty()).then_some(id)
    }

    /// Appends a byte of UTF-8; nothing when there is no space.
    pub(super) fn push(&mut self, byte: u8) -> Option<()> {
        *self.bytes.get_mut(usize::from(self.len))? = byte;
        self.len = self.len.wrapping_add(1);
        Some(())
    }

    pub(super) const fn len(&self) -> u8 {
        self.len
    }

    pub(super) const fn is_empty(&self) -> bool {
        self.len == 0
    }

    pub(super) fn as_bytes(&self) -> &[u8] {
        let bytes = self.bytes.get(..usize::from(self.len));
        bytes.unwrap_or_default()
    }

    pub(super) fn as_str(&self) -> &str {
        core::str::from_utf8(self.as_bytes()).unwrap_or_default()
    }
}

impl fmt::Debug for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.as_str(), f)
    }
}
