//! Names for C, from the paths of Rust.

use std::collections::{BTreeMap, BTreeSet};

use super::module::Module;

/// Characters of a name: C99 looks at 63.
const LONGEST: usize = 60;

/// What every libc has. The module's own copies are not translated.
pub(super) const LIBC: &[&str] = &["memcpy", "memmove", "memset", "memcmp", "bcmp"];

/// The name of every function, and no name twice.
pub(super) fn all(module: &Module<'_>) -> Vec<String> {
    let mut names = Vec::new();
    let mut taken: BTreeSet<String> = BTreeSet::new();
    let mut last: BTreeMap<String, u32> = BTreeMap::new();
    for (index, function) in (0..).zip(&module.functions) {
        if let Some(name) = module.exports.get(&index) {
            names.push(name.clone());
            continue;
        }
        if LIBC.contains(&function.name.as_str()) {
            names.push(function.name.clone());
            continue;
        }
        let plain = plain(&function.name);
        let mut name = plain.clone();
        while !taken.insert(name.clone()) {
            let number = last.entry(plain.clone()).or_insert(1);
            *number += 1;
            name = format!("{plain}_{number}");
        }
        names.push(name);
    }
    names
}

/// The words of a path, as far as they say something: `tm_wire_hex_is_hex`.
fn plain(path: &str) -> String {
    let mut text = path.to_owned();
    // The hash at the end of a path.
    if let Some((head, hash)) = text.rsplit_once("::h")
        && hash.len() == 16
        && hash.bytes().all(|byte| byte.is_ascii_hexdigit())
    {
        text = head.to_owned();
    }
    let mut words: Vec<String> = Vec::new();
    for part in text.split('$') {
        // Between dollars stand escapes, such as `LT` and `u20`.
        let is_escape = part.len() <= 3
            && (part.starts_with('u') || part.bytes().all(|byte| byte.is_ascii_uppercase()));
        if is_escape && text.contains('$') {
            continue;
        }
        words.extend(
            part.split(|sign: char| !sign.is_ascii_alphanumeric() && sign != '_')
                .map(|word| word.trim_matches('_').to_ascii_lowercase()),
        );
    }
    words.retain(|word| {
        word.len() > 1
            && !matches!(
                word.as_str(),
                "tokenmint" | "tokenmint_ffi" | "impl" | "as" | "for" | "core" | "dyn" | "mut"
            )
    });
    words.dedup();
    let mut name = words.join("_");
    while name.len() + 3 > LONGEST {
        match name.split_once('_') {
            Some((_, rest)) => name = rest.to_owned(),
            None => name.truncate(LONGEST - 3),
        }
    }
    format!("tm_{name}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_become_names() {
        for (path, name) in [
            (
                "tokenmint::agora::v007::issuer::sign::hf99329b4ee4ab30c",
                "tm_agora_v007_issuer_sign",
            ),
            (
                "_$LT$F$u20$as$u20$tokenmint_ffi..frame..call..Body$LT$S$C$R$GT$$GT$::run::h4153ac3f3c7604fc",
                "tm_frame_call_body_run",
            ),
            (
                "tokenmint::agora::limits::_$LT$impl$u20$tokenmint..limits..Limits$GT$::name::h54b8b382467e4aab",
                "tm_agora_limits_name",
            ),
        ] {
            assert_eq!(plain(path), name);
        }
    }
}
