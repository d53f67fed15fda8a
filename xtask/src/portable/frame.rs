//! The frame of a function: what it keeps in memory, below the stack pointer.
//!
//! In WebAssembly that is global 0, which C has no need of: the frame becomes an
//! array. Only the shapes that the compiler writes today are known; any other
//! use of the global is an error.
//!
//! | | instructions |
//! |---|---|
//! | opened | `global.get`, `const N`, `sub`, `set` or `tee base`; with calls inside `global.set` |
//! | opened late | `global.get`, `set top`; before any branch `get top`, `const N`, `sub`, `set` or `tee base` |
//! | closed | `get` what holds `base`, `const N`, `add`, `global.set` |

use std::collections::BTreeMap;

use wasmparser::Operator;

use crate::Result;

/// What its address is called.
pub(super) const FRAME: &str = "frame";

/// Bytes that a frame is aligned to in WebAssembly.
const ALIGNMENT: i32 = 16;

#[derive(Debug)]
pub(super) struct Frame {
    pub(super) size: u32,
    /// The variable that its address is put in.
    pub(super) base: u32,
    /// The variable never holds anything else.
    pub(super) is_alone: bool,
    /// The code counts on [`ALIGNMENT`]: half of it is what numbers of 64 bits
    /// have anyway.
    pub(super) is_aligned: bool,
    /// The instructions that it is made with, by the first.
    skipped: BTreeMap<usize, Skipped>,
}

/// Instructions that have no translation.
#[derive(Clone, Copy, Debug)]
pub(super) struct Skipped {
    pub(super) count: usize,
    /// They put the address of the frame into its variable.
    pub(super) opens: bool,
    /// They leave it behind, too.
    pub(super) gives_base: bool,
}

impl Skipped {
    fn of(count: usize) -> Self {
        Self {
            count,
            opens: false,
            gives_base: false,
        }
    }
}

impl Frame {
    pub(super) fn find(code: &[(Operator<'_>, u64)]) -> Result<Option<Self>> {
        let code: Vec<&Operator<'_>> = code.iter().map(|(operator, _)| operator).collect();
        let Some(first) = code
            .iter()
            .position(|it| matches!(it, Operator::GlobalGet { .. }))
        else {
            return Ok(None);
        };
        let mut skipped = BTreeMap::new();
        let begin = match code.get(first + 1) {
            Some(Operator::LocalSet { local_index: top }) => {
                skipped.insert(first, Skipped::of(2));
                late(&code, first + 2, *top)?
            }
            _ => first,
        };
        let (size, base, is_tee) = opened(code.get(begin + 1..).unwrap_or_default())?;
        let sets_global = is_tee && matches!(code.get(begin + 4), Some(Operator::GlobalSet { .. }));
        let opening = Skipped {
            count: 4 + usize::from(sets_global),
            opens: true,
            gives_base: is_tee && !sets_global,
        };
        let next = begin + opening.count;
        skipped.insert(begin, opening);
        for at in next..code.len() {
            if is_closed(code.get(at..).unwrap_or_default(), size) {
                skipped.insert(at, Skipped::of(4));
            }
        }
        let globals = code.iter().enumerate().filter(|(_, it)| {
            matches!(it, Operator::GlobalGet { .. } | Operator::GlobalSet { .. })
        });
        for (at, _) in globals {
            let is_known = skipped
                .range(..=at)
                .next_back()
                .is_some_and(|(begin, it)| at < begin + it.count);
            if !is_known {
                return Err(format!("an unknown use of the stack pointer, at {at}"));
            }
        }
        Ok(Some(Self {
            size,
            base,
            is_alone: sets(&code, base) == 1,
            is_aligned: leans_on_alignment(&code),
            skipped,
        }))
    }

    /// Instructions of the frame's own that begin at `at`.
    pub(super) fn skipped(&self, at: usize) -> Option<Skipped> {
        self.skipped.get(&at).copied()
    }
}

/// Where the stack pointer, which is in `top`, is read: once, and on every way.
fn late(code: &[&Operator<'_>], begin: usize, top: u32) -> Result<usize> {
    let mut reads = (begin..code.len()).filter(|at| is_get(code.get(*at), top));
    let read = reads.next().ok_or("a stack pointer that nobody reads")?;
    let before = code.get(begin..read).unwrap_or_default();
    let branches = before.iter().any(|it| {
        matches!(
            it,
            Operator::Block { .. }
                | Operator::Loop { .. }
                | Operator::If { .. }
                | Operator::Br { .. }
                | Operator::BrIf { .. }
                | Operator::End
        )
    });
    let is_replaced = matches!(
        code.get(read + 3),
        Some(Operator::LocalTee { local_index } | Operator::LocalSet { local_index })
            if *local_index == top
    );
    if branches || !(is_replaced || reads.next().is_none()) {
        return Err("a stack pointer that is kept".to_owned());
    }
    Ok(read)
}

/// `const N`, `sub`, `set` or `tee base`: `N`, `base`, and whether it is `tee`.
fn opened(code: &[&Operator<'_>]) -> Result<(u32, u32, bool)> {
    match code {
        [
            Operator::I32Const { value },
            Operator::I32Sub,
            place @ (Operator::LocalTee { local_index } | Operator::LocalSet { local_index }),
            ..,
        ] => {
            let size = u32::try_from(*value).map_err(|_| "a frame of a negative size")?;
            let is_tee = matches!(place, Operator::LocalTee { .. });
            Ok((size, *local_index, is_tee))
        }
        _ => Err("a frame that is opened in an unknown way".to_owned()),
    }
}

/// The address may have come back from `memset` in another variable.
fn is_closed(code: &[&Operator<'_>], size: u32) -> bool {
    matches!(
        code,
        [
            Operator::LocalGet { .. },
            Operator::I32Const { value },
            Operator::I32Add,
            Operator::GlobalSet { .. },
            ..,
        ] if u32::try_from(*value) == Ok(size)
    )
}

fn is_get(operator: Option<&&Operator<'_>>, variable: u32) -> bool {
    matches!(operator, Some(Operator::LocalGet { local_index }) if *local_index == variable)
}

/// How often `variable` is set.
fn sets(code: &[&Operator<'_>], variable: u32) -> usize {
    let sets = code.iter().filter(|it| {
        matches!(it, Operator::LocalSet { local_index } | Operator::LocalTee { local_index }
            if *local_index == variable)
    });
    sets.count()
}

/// Where a sum needs no carry, it may be written as `|`.
fn leans_on_alignment(code: &[&Operator<'_>]) -> bool {
    code.windows(2).any(|pair| {
        matches!(pair, [Operator::I32Const { value }, Operator::I32Or]
            if (ALIGNMENT / 2..ALIGNMENT).contains(value))
    })
}
