//! Sizes of static buffers. A test of the interface asks the functions for
//! them, and writes what they say.

use super::item::{Item, Kind};
use crate::{Result, tool};

/// What the test writes: a line for each size, with its name, the number of
/// bytes and what it is enough for, tabs between.
pub(super) fn ask() -> Result<Vec<Item>> {
    let file = tool::target_dir().join("sizes.tsv");
    let mut test =
        tool::cargo("test --quiet --package tokenmint-ffi --features legacy --test sizes");
    tool::run(test.env("TOKENMINT_SIZES", &file))?;
    let text = std::fs::read_to_string(&file)
        .map_err(|error| format!("cannot read {}: {error}", file.display()))?;
    let size = |line: &str| {
        let (name, rest) = line.split_once('\t')?;
        let (capacity, meaning) = rest.split_once('\t')?;
        Some(Item {
            kind: Kind::Size,
            name: name.to_owned(),
            comment: vec![meaning.to_owned()],
            body: vec![format!("#define {name} {capacity}")],
        })
    };
    text.lines()
        .map(|line| size(line).ok_or_else(|| format!("{}: {line:?}", file.display())))
        .collect()
}
