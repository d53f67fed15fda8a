//! What clears the stack after a call that used a key, which C has to be told.
//!
//! In Rust a function with the work is never inlined, and one called `clear`
//! writes zeros over as much of the stack as the work may have used. How much
//! that is, is up to the compiler of C.

use std::collections::{BTreeMap, BTreeSet};

use super::translate::{House, Translated};
use crate::Result;

/// Bytes of a frame from which on it is not to be one with that of a caller.
const LARGE: u32 = 64;

const CLEAR: &str = "tokenmint_ffi::frame::stack::clear";

#[derive(Default)]
pub(super) struct Wipe {
    /// Functions that clear, and how many words.
    clearing: BTreeMap<u32, u32>,
    /// Functions that must not be inlined.
    apart: BTreeSet<u32>,
}

impl Wipe {
    pub(super) fn find(house: &House<'_>, functions: &BTreeMap<u32, Translated>) -> Result<Self> {
        let mut wipe = Self::default();
        for (index, function) in functions {
            let path = &house.module.function(*index)?.name;
            if !path.contains("frame") || !path.starts_with(CLEAR) {
                continue;
            }
            let frame = function.frame.as_ref().map_or(0, |frame| frame.size);
            let signature = house.module.signature_of(*index)?;
            if frame == 0 || !signature.parameters.is_empty() || signature.result.is_some() {
                return Err(format!("{path} does not clear the stack below its caller"));
            }
            wipe.clearing.insert(*index, frame / 4);
        }
        // What the caller of such a function calls besides is the work.
        for function in functions.values() {
            if function
                .functions
                .iter()
                .any(|it| wipe.clearing.contains_key(it))
            {
                wipe.apart.extend(&function.functions);
            }
        }
        // Frames that become one are as large as all of them, all the time.
        let has_large = |function: &Translated| {
            (function.frame.as_ref()).is_some_and(|frame| frame.size >= LARGE)
        };
        let large = functions.iter().filter(|(_, function)| has_large(function));
        wipe.apart.extend(large.map(|(index, _)| *index));
        Ok(wipe)
    }

    /// How many words function `index` clears, if that is what it does.
    pub(super) fn words(&self, index: u32) -> Option<u32> {
        self.clearing.get(&index).copied()
    }

    /// What stands before the declaration of function `index`.
    pub(super) fn apart(&self, index: u32) -> &'static str {
        match self.apart.contains(&index) {
            true => "TOKENMINT_PORTABLE_NOINLINE ",
            false => "",
        }
    }
}

/// The function that clears `words` words of the stack.
pub(super) fn definition(head: &str, words: u32) -> String {
    format!(
        "static {head} {{\n  \
           volatile uint32_t dead[{words}ul * TOKENMINT_PORTABLE_WIPE / 100];\n  \
           volatile uint32_t *at = dead;\n  \
           while (at < dead + sizeof dead / sizeof dead[0]) {{\n    \
             *at++ = 0;\n  \
           }}\n\
         }}\n\n"
    )
}
