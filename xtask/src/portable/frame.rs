//! The frame of a function: what it keeps in memory, below the stack pointer.
//!
//! In WebAssembly that is global 0, which C has no need of: the frame becomes an
//! array. Only the shapes that the compiler writes today are known; any other
//! use of the global is an error.
//!
//! | | instructions |
//! |---|---|
//! | opened | `global.get`, `const N`, `sub`, `set` or `tee base`; with calls inside `global.set` |
//! | opened late | `global.get`, `set top`; somewhere `get top`, `const N`, `sub`, `set` or `tee base` |
//! | closed | `get base`, `const N`, `add`, `global.set` |

use std::collections::BTreeMap;

use wasmparser::Operator;

use crate::Result;

/// Bytes that a frame is aligned to in WebAssembly.
const ALIGNMENT: i32 = 16;

#[derive(Debug)]
pub(super) struct Frame {
    pub(super) size: u32,
    /// The variable that holds its address.
    pub(super) base: u32,
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
    /// What they leave behind is the address of the frame.
    pub(super) gives_base: bool,
}

impl Skipped {
    fn of(count: usize) -> Self {
        Self {
            count,
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
                once(&code, *top)?;
                skipped.insert(first, Skipped::of(2));
                let reads = (0..code.len()).filter(|at| is_get(code.get(*at), *top));
                match reads.collect::<Vec<_>>()[..] {
                    [read] => read,
                    ref reads => return Err(format!("{} reads of the stack pointer", reads.len())),
                }
            }
            _ => first,
        };
        let (size, base, is_tee) = opened(code.get(begin + 1..).unwrap_or_default())?;
        let opening = match (is_tee, code.get(begin + 4)) {
            (true, Some(Operator::GlobalSet { .. })) => Skipped::of(5),
            (true, _) => Skipped {
                count: 4,
                gives_base: true,
            },
            (false, _) => Skipped::of(4),
        };
        let next = begin + opening.count;
        skipped.insert(begin, opening);
        for at in next..code.len() {
            if is_closed(code.get(at..).unwrap_or_default(), base, size) {
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
            is_aligned: leans_on_alignment(&code),
            skipped,
        }))
    }

    /// Instructions of the frame's own that begin at `at`.
    pub(super) fn skipped(&self, at: usize) -> Option<Skipped> {
        self.skipped.get(&at).copied()
    }
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

fn is_closed(code: &[&Operator<'_>], base: u32, size: u32) -> bool {
    matches!(
        code,
        [
            Operator::LocalGet { local_index },
            Operator::I32Const { value },
            Operator::I32Add,
            Operator::GlobalSet { .. },
            ..,
        ] if *local_index == base && u32::try_from(*value) == Ok(size)
    )
}

fn is_get(operator: Option<&&Operator<'_>>, variable: u32) -> bool {
    matches!(operator, Some(Operator::LocalGet { local_index }) if *local_index == variable)
}

/// The variable holds what it was set to once.
fn once(code: &[&Operator<'_>], variable: u32) -> Result<()> {
    let sets = code.iter().filter(|it| {
        matches!(it, Operator::LocalSet { local_index } | Operator::LocalTee { local_index }
            if *local_index == variable)
    });
    match sets.count() {
        1 => Ok(()),
        count => Err(format!("the stack pointer is set {count} times")),
    }
}

/// Where a sum needs no carry, it may be written as `|`.
fn leans_on_alignment(code: &[&Operator<'_>]) -> bool {
    code.windows(2).any(|pair| {
        matches!(pair, [Operator::I32Const { value }, Operator::I32Or]
            if (ALIGNMENT / 2..ALIGNMENT).contains(value))
    })
}
