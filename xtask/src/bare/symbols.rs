//! Reading what llvm-nm, llvm-size and llvm-objdump print.

use std::collections::BTreeSet;

/// Whether `symbol` is part of a panic. `panicked` is where the panic handler
/// of the image ends: it is there even if everything before was inlined.
pub(crate) fn is_panic(symbol: &str) -> bool {
    symbol.contains("panic")
        || symbol.contains("rust_begin_unwind")
        || symbol.ends_with("_fail")
        || symbol.ends_with("_failed")
        || symbol.contains("slice_index_")
}

/// Whether `symbol` is part of an allocator or of what uses one.
pub(crate) fn is_allocation(symbol: &str) -> bool {
    symbol.starts_with("alloc::")
        || symbol.starts_with("__rustc::__rust_")
        || matches!(symbol, "malloc" | "calloc" | "realloc" | "free")
}

/// A demangled name without what changes from build to build: the hash at its
/// end, the disambiguators of crates, the suffix of a clone.
pub(crate) fn plain(symbol: &str) -> String {
    let symbol = symbol.split(" (.llvm.").next().unwrap_or(symbol);
    let symbol = symbol.split(".llvm.").next().unwrap_or(symbol);
    let symbol = match symbol.rsplit_once("::h") {
        Some((name, hash)) if hash.len() == 16 && hash.bytes().all(|b| b.is_ascii_hexdigit()) => {
            name
        }
        _ => symbol,
    };
    let mut out = String::new();
    let mut rest = symbol;
    while let Some((before, after)) = rest.split_once('[') {
        out.push_str(before);
        match after.split_once(']') {
            Some((inner, left))
                if !inner.is_empty() && inner.bytes().all(|b| b.is_ascii_hexdigit()) =>
            {
                rest = left;
            }
            _ => {
                out.push('[');
                rest = after;
            }
        }
    }
    out.push_str(rest);
    ESCAPES
        .iter()
        .fold(out, |name, (escape, text)| name.replace(escape, text))
}

/// What the older mangling leaves in a demangled name.
const ESCAPES: &[(&str, &str)] = &[
    ("_$LT$", "<"),
    ("$LT$", "<"),
    ("$GT$", ">"),
    ("$RF$", "&"),
    ("$C$", ","),
    ("$u20$", " "),
    ("$u27$", "'"),
    ("$u5b$", "["),
    ("$u5d$", "]"),
    ("$u7b$", "{"),
    ("$u7d$", "}"),
    ("..", "::"),
];

/// Sections that are in flash.
pub(crate) const FLASH: &[&str] = &[".text", ".rodata", ".srodata", ".data", ".sdata"];

/// Bytes of all sections in a System V size table whose names are one of
/// `names` or begin with one and a dot.
pub(crate) fn section_sizes(table: &str, names: &[&str]) -> u64 {
    table
        .lines()
        .filter_map(|line| {
            let mut words = line.split_whitespace();
            let (section, size) = (words.next()?, words.next()?);
            let counts = names.iter().any(|name| {
                section
                    .strip_prefix(name)
                    .is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
            });
            if counts {
                size.parse::<u64>().ok()
            } else {
                None
            }
        })
        .sum()
}

/// The ways into a panic in a disassembly, as `caller -> panic`: references
/// from functions that are no part of it. A panic of `panics` that nothing
/// visible refers to has `?` for a caller.
pub(crate) fn ways_to_panic(listing: &str, panics: &BTreeSet<String>) -> BTreeSet<String> {
    let mut ways = BTreeSet::new();
    let mut reached = BTreeSet::new();
    let mut function = String::new();
    for line in listing.lines() {
        let name = line
            .split_once('<')
            .and_then(|(_, rest)| rest.rsplit_once('>'))
            .map(|(name, _)| plain(name));
        let Some(name) = name else { continue };
        if line.ends_with(">:") {
            function = name;
        } else if panics.contains(&name) && name != function {
            if !panics.contains(&function) {
                ways.insert(format!("{function} -> {name}"));
            }
            reached.insert(name);
        }
    }
    let lost = panics
        .difference(&reached)
        .map(|name| format!("? -> {name}"));
    ways.into_iter().chain(lost).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn panics_by_name() {
        for symbol in [
            "panicked",
            "__rustc::rust_begin_unwind",
            "core::panicking::panic_fmt",
            "core::panicking::panic_bounds_check",
            "core::slice::index::slice_index_fail",
            "core::slice::copy_from_slice_impl::len_mismatch_fail",
            "core::option::unwrap_failed",
            "core::option::expect_failed",
            "core::str::slice_error_fail",
        ] {
            assert!(is_panic(symbol), "{symbol}");
        }
        for symbol in [
            "memcpy",
            "bare_hex",
            "tokenmint::agora::failure",
            "core::str::from_utf8",
        ] {
            assert!(!is_panic(symbol), "{symbol}");
        }
    }

    #[test]
    fn allocations_by_name() {
        assert!(is_allocation("__rustc::__rust_alloc"));
        assert!(is_allocation("alloc::raw_vec::finish_grow"));
        assert!(is_allocation("malloc"));
        assert!(!is_allocation("bare_base64"));
    }

    #[test]
    fn names_without_hashes() {
        assert_eq!(plain("a::b::h0123456789abcdef"), "a::b");
        assert_eq!(plain("a::b (.llvm.586486155059987)"), "a::b");
        assert_eq!(plain("core[1a2b]::f::<[u8]>"), "core::f::<[u8]>");
        assert_eq!(plain("a::hat"), "a::hat");
        assert_eq!(
            plain("_$LT$a..B$u20$as$u20$c..D$GT$::f::h0123456789abcdef"),
            "<a::B as c::D>::f"
        );
    }

    #[test]
    fn sections_with_their_parts() {
        let table = "file  :\nsection size addr\n.text 10 0\n.text.a 5 0\n.textile 7 0\n.rodata 3 0\nTotal 25";
        assert_eq!(section_sizes(table, &[".text", ".rodata"]), 18);
        assert_eq!(section_sizes(table, &[".bss"]), 0);
    }

    #[test]
    fn ways_to_panic_begin_outside() {
        let listing = "\
00020ac6 <bare_x>:
   20c82:      \tbl\t0x21af6 <a::fail::h0123456789abcdef> @ imm = #0xe70
   20c86:      \tbl\t0x21bf6 <memcpy>
   20c88:      \tb\t0x20c82 <bare_x+0x10>
00021af6 <a::fail::h0123456789abcdef>:
   21afa:      \tb\t0x21af6 <a::fail::h0123456789abcdef> @ imm = #-0x4
   21afc:      \tbl\t0x21cf6 <panicked>
";
        let names = |names: &[&str]| names.iter().map(|&name| name.to_owned()).collect();
        assert_eq!(
            ways_to_panic(listing, &names(&["a::fail", "panicked"])),
            names(&["bare_x -> a::fail"])
        );
        assert_eq!(
            ways_to_panic(listing, &names(&["elsewhere"])),
            names(&["? -> elsewhere"])
        );
        assert_eq!(ways_to_panic(listing, &names(&[])), names(&[]));
    }
}
