//! Which numbers are addresses: the linker's relocations, each held against the
//! number that it stands for.

use std::collections::BTreeMap;

use wasmparser::{BinaryReader, RelocationEntry, RelocationType, SymbolInfo};

use super::module::{Module, failed};
use crate::Result;

/// What an address is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Target {
    Function(u32),
    /// So many bytes from the beginning of a constant.
    Object(u32, i32),
}

/// A relocation, and the section that it is in.
pub(super) struct Entry {
    pub(super) section: u32,
    pub(super) entry: RelocationEntry,
}

/// The addresses in `bytes`, by place.
pub(super) fn resolve(
    bytes: &[u8],
    module: &Module<'_>,
    sections: &[u64],
    symbols: &[SymbolInfo<'_>],
    entries: &[Entry],
) -> Result<BTreeMap<u64, Target>> {
    let mut addresses = BTreeMap::new();
    for Entry { section, entry } in entries {
        let begin = sections.get(*section as usize).ok_or("no such section")?;
        let place = begin + u64::from(entry.offset);
        let symbol = symbols.get(entry.index as usize);
        let is_meant = |target| -> Result<Target> {
            let (number, meant) = (number(bytes, place, entry.ty)?, value(module, target)?);
            if number == meant {
                return Ok(target);
            }
            Err(format!("at {place}: {number}, and {meant} is meant"))
        };
        match (entry.ty, symbol) {
            (
                RelocationType::TableIndexSleb | RelocationType::TableIndexI32,
                Some(SymbolInfo::Func { index, .. }),
            ) => {
                addresses.insert(place, is_meant(Target::Function(*index))?);
            }
            (
                RelocationType::MemoryAddrSleb
                | RelocationType::MemoryAddrLeb
                | RelocationType::MemoryAddrI32,
                Some(SymbolInfo::Data {
                    symbol: Some(symbol),
                    ..
                }),
            ) => {
                let offset = i64::from(symbol.offset) + entry.addend;
                let offset = i32::try_from(offset).map_err(failed)?;
                addresses.insert(place, is_meant(Target::Object(symbol.index, offset))?);
            }
            // The index of a function that is called, of a type, of a global or
            // a table is what it is.
            (
                RelocationType::FunctionIndexLeb
                | RelocationType::TypeIndexLeb
                | RelocationType::GlobalIndexLeb
                | RelocationType::TableNumberLeb,
                _,
            ) => {}
            (kind, _) => return Err(format!("a relocation {kind:?} at {place}")),
        }
    }
    Ok(addresses)
}

/// The number that stands at `place`.
fn number(bytes: &[u8], place: u64, kind: RelocationType) -> Result<u32> {
    let at = usize::try_from(place).map_err(failed)?;
    let bytes = bytes.get(at..).ok_or("a relocation past the end")?;
    let mut reader = BinaryReader::new(bytes, place);
    match kind {
        RelocationType::TableIndexI32 | RelocationType::MemoryAddrI32 => reader.read_u32(),
        RelocationType::MemoryAddrLeb => reader.read_var_u32(),
        _ => reader.read_var_i32().map(i32::cast_unsigned),
    }
    .map_err(failed)
}

/// The number that `target` has in the module.
fn value(module: &Module<'_>, target: Target) -> Result<u32> {
    match target {
        Target::Function(index) => module
            .table
            .iter()
            .find_map(|(slot, function)| (*function == index).then_some(*slot))
            .ok_or_else(|| format!("function {index} has no address")),
        Target::Object(index, offset) => {
            Ok(module.object(index)?.address.wrapping_add_signed(offset))
        }
    }
}
