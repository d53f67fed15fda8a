//! One header with some functions of the interface and what they need: for an
//! archive of one's own, and for the portable C file.
//!
//! | comes | when |
//! |---|---|
//! | a type, a macro | code that comes names it |
//! | a constant | code or a comment that comes names it or its family; sizes and limits with any function of their header; every status with `tokenmint_status_name` |
//! | the function that a macro names by default | the macro comes, and no other of its kind was asked for |

use std::cmp::Reverse;
use std::collections::BTreeSet;

use super::layout::family;
use super::part::{self, Kind, Part, Parts};
use super::{HEADERS, UMBRELLA, words};
use crate::{Result, tool};

/// What was cut out.
pub(crate) struct Cut {
    /// Those that were asked for, and those that their macros name, in the
    /// order of the header.
    pub(crate) functions: Vec<String>,
    /// The header.
    pub(crate) text: String,
}

/// For every program, whatever it calls.
const ALWAYS: &[&str] = &["TOKENMINT_TEXT", "TOKENMINT_VERSION"];

/// The headers of `include/`, cut to the functions `api`.
pub(crate) fn cut(api: &[&str]) -> Result<Cut> {
    let mut headers = Vec::new();
    for header in HEADERS {
        let text = tool::read(std::path::Path::new("include").join(header))?;
        let guard = match header.trim_start_matches("tokenmint/") {
            UMBRELLA => "TOKENMINT_H".to_owned(),
            name => format!("TOKENMINT_{}", name.to_ascii_uppercase().replace('.', "_")),
        };
        headers.push(part::read(&text, &guard)?);
    }
    let mut wanted = Wanted::new(&headers, api)?;
    wanted.close();
    let text = wanted.render();
    let functions = wanted
        .named(Kind::Function)
        .map(|part| part.name.clone())
        .collect();
    Ok(Cut { functions, text })
}

struct Wanted<'a> {
    headers: &'a [Parts],
    names: BTreeSet<&'a str>,
}

impl<'a> Wanted<'a> {
    fn new(headers: &'a [Parts], api: &[&str]) -> Result<Self> {
        let mut names = BTreeSet::new();
        for name in api.iter().chain(ALWAYS) {
            let part = headers
                .iter()
                .flat_map(|header| &header.parts)
                .find(|part| part.name == *name)
                .filter(|part| part.kind == Kind::Function || ALWAYS.contains(name))
                .ok_or_else(|| unknown(headers, name))?;
            names.insert(part.name.as_str());
        }
        Ok(Self { headers, names })
    }

    fn all(&self) -> impl Iterator<Item = &'a Part> + use<'a> {
        self.headers.iter().flat_map(|header| &header.parts)
    }

    fn has(&self, part: &Part) -> bool {
        self.names.contains(part.name.as_str())
    }

    fn named(&self, kind: Kind) -> impl Iterator<Item = &'a Part> {
        self.all()
            .filter(move |part| part.kind == kind && self.has(part))
    }

    /// Adds what is needed until nothing more is.
    fn close(&mut self) {
        loop {
            let before = self.names.len();
            let more: Vec<&str> = self
                .headers
                .iter()
                .flat_map(|header| header.parts.iter().map(move |part| (header, part)))
                .filter(|(header, part)| !self.has(part) && self.needs(header, part))
                .map(|(_, part)| part.name.as_str())
                .collect();
            self.names.extend(more);
            if self.names.len() == before {
                return;
            }
        }
    }

    /// Whether something that is here asks for `part` of `header`.
    fn needs(&self, header: &Parts, part: &Part) -> bool {
        let here = || self.all().filter(|it| self.has(it));
        match part.kind {
            Kind::Note => false,
            Kind::Alias => words(&part.code).any(|word| self.names.contains(word)),
            Kind::Function => self
                .named(Kind::Macro)
                .any(|it| self.default(it) == Some(&part.name)),
            Kind::Type | Kind::Macro => {
                here().any(|it| words(&it.code).any(|word| word == part.name))
            }
            Kind::Constant => {
                let all_of = match family(&part.name) {
                    "_MAX" => self.has_function(header),
                    "TOKENMINT_ERR" => self.names.contains("tokenmint_status_name"),
                    _ => false,
                };
                let said = || {
                    here().any(|it| part.is_said_in(&it.text))
                        || self.headers.iter().any(|it| {
                            self.is_used(it) && it.about.iter().any(|line| part.is_said_in(line))
                        })
                };
                all_of || said()
            }
        }
    }

    fn is_used(&self, header: &Parts) -> bool {
        header.parts.iter().any(|part| self.has(part))
    }

    fn has_function(&self, header: &Parts) -> bool {
        header
            .parts
            .iter()
            .any(|part| part.kind == Kind::Function && self.has(part))
    }

    /// The function that a macro stands for here, if it stands for one.
    fn default(&self, part: &Part) -> Option<&'a str> {
        let functions = || {
            self.all()
                .filter(|it| it.kind == Kind::Function)
                .map(|it| it.name.as_str())
        };
        let named: Vec<&str> = words(&part.code)
            .filter_map(|word| functions().find(|name| *name == word))
            .collect();
        // The last is for devices. Where it is the only one, no other will do.
        let last = *named.last()?;
        if named.len() == 1 {
            return Some(last);
        }
        let stem = last.rsplit_once('_').map_or(last, |(stem, _)| stem);
        let of_kind = |name: &&str| name.rsplit_once('_').is_some_and(|(it, _)| it == stem);
        let asked = |name: &&str| self.names.contains(name);
        named
            .iter()
            .copied()
            .find(asked)
            .or_else(|| functions().filter(of_kind).find(asked))
            .or(Some(last))
    }

    fn render(&self) -> String {
        let mut system = BTreeSet::new();
        let (mut types, mut functions) = (String::new(), String::new());
        for header in self.headers.iter().filter(|header| self.is_used(header)) {
            system.extend(&header.system);
            types += &about(&header.about, &[]);
            let (mut note, mut apart) = (None, false);
            for part in &header.parts {
                apart |= part.apart;
                if part.kind == Kind::Note {
                    note = Some(part);
                }
                if !self.has(part) {
                    continue;
                }
                let is_function = matches!(part.kind, Kind::Function | Kind::Alias);
                let out = if is_function {
                    &mut functions
                } else {
                    &mut types
                };
                if std::mem::take(&mut apart) {
                    out.push('\n');
                }
                if let Some(note) = note.take() {
                    *out += &note.text;
                    // Behind headings stands an empty line.
                    *out += if is_function { "\n" } else { "" };
                }
                *out += &self.written(part);
            }
        }
        let umbrella = self
            .headers
            .first()
            .map(|it| it.about.as_slice())
            .unwrap_or_default();
        let asked: Vec<_> = self
            .named(Kind::Function)
            .map(|it| it.name.as_str())
            .collect();
        let mut text = about(umbrella, &asked);
        text += "\n#ifndef TOKENMINT_H\n#define TOKENMINT_H\n\n";
        for name in system {
            text += &format!("#include <{name}>\n");
        }
        text += &types;
        text += "\n#ifdef __cplusplus\nextern \"C\" {\n#endif\n";
        text += &functions;
        text + "\n#ifdef __cplusplus\n} // extern \"C\"\n#endif\n\n#endif // TOKENMINT_H\n"
    }

    /// As it stands in the header, but for a macro whose functions are not all
    /// here.
    fn written(&self, part: &Part) -> String {
        let Some(default) = self.default(part) else {
            return part.text.clone();
        };
        let missing = self.all().any(|it| {
            it.kind == Kind::Function
                && !self.has(it)
                && words(&part.code).any(|word| word == it.name)
        });
        if part.kind != Kind::Macro || !missing {
            return part.text.clone();
        }
        let name = &part.name;
        format!("/** Unless defined before. */\n#ifndef {name}\n#define {name} {default}\n#endif\n")
    }
}

/// The opening comment of a header, as far as it is true of what was cut out:
/// of the umbrella its conventions, behind the functions that are here.
fn about(lines: &[String], functions: &[&str]) -> String {
    let mut out = Vec::new();
    if functions.is_empty() {
        let generated = |line: &&String| !line.starts_with("This file is generated");
        out.extend(lines.iter().take_while(generated).cloned());
    } else {
        out.push("tokenmint, cut to what these functions need:".to_owned());
        out.push(String::new());
        out.extend(functions.iter().map(|name| format!("  {name}")));
        out.push(String::new());
        out.push(format!(
            "Version {}. This file is generated.",
            env!("CARGO_PKG_VERSION")
        ));
        out.extend(["", ""].map(str::to_owned));
        let conventions = lines.iter().skip_while(|line| *line != "CONVENTIONS");
        out.extend(conventions.take_while(|line| *line != "EXAMPLE").cloned());
    }
    while out.last().is_some_and(String::is_empty) {
        out.pop();
    }
    let mut text = String::from(if functions.is_empty() {
        "\n/*\n"
    } else {
        "/*\n"
    });
    for line in out {
        text += format!(" * {line}").trim_end();
        text.push('\n');
    }
    text + " */\n"
}

/// What to say of a name that is no function.
fn unknown(headers: &[Parts], name: &str) -> String {
    let parts = || headers.iter().flat_map(|header| &header.parts);
    if let Some(alias) = parts().find(|part| part.kind == Kind::Alias && part.name == name) {
        let of = words(&alias.code).last().unwrap_or_default();
        return format!("`{name}` is another name of `{of}`: ask for that");
    }
    let likeness = |part: &&Part| {
        let pairs = part.name.bytes().zip(name.bytes());
        let same = pairs.take_while(|(one, other)| one == other).count();
        (same, Reverse(part.name.len().abs_diff(name.len())))
    };
    let near = parts()
        .filter(|part| part.kind == Kind::Function)
        .max_by_key(likeness);
    let near = near.map_or("", |part| part.name.as_str());
    format!("no function is called `{name}`: perhaps `{near}`? All are in include/")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(api: &[&str]) -> String {
        cut(api)
            .map(|cut| cut.text)
            .unwrap_or_else(|why| panic!("{why}"))
    }

    fn has(text: &str, name: &str) -> bool {
        words(text).any(|word| word == name)
    }

    #[test]
    fn a_function_brings_what_it_names() {
        let text = text(&["tokenmint_zego_generate_token04"]);
        for name in [
            "tokenmint_zego_generate_token04",
            "tokenmint_zego_issuer",
            "TOKENMINT_ZEGO_ISSUER_INIT",
            // Named by `_INIT`, by the comment of a member, and by nothing.
            "TOKENMINT_ZEGO_LIMITS_DOCUMENTED",
            "TOKENMINT_ZEGO_IV_LEN_CBC",
            "TOKENMINT_ZEGO_TOKEN04_CAPACITY",
            "TOKENMINT_ERR_BAD_SECRET",
            "TOKENMINT_ERR_OVERLAP",
            "TOKENMINT_NODISCARD",
            "TOKENMINT_TEXT",
        ] {
            assert!(has(&text, name), "{name}");
        }
        for name in [
            "tokenmint_zego_claims",
            "tokenmint_zego_generate_token03",
            "tokenmint_agora_issuer",
            "TOKENMINT_COMPRESSION",
            "TOKENMINT_AGORA_RTC_CAPACITY",
            "TOKENMINT_ERR_EXPIRED",
        ] {
            let code = text.split_once("#ifndef").map_or("", |(_, code)| code);
            assert!(!has(code, name), "{name}");
        }
    }

    #[test]
    fn an_issuer_brings_a_compression() {
        let rtc = "tokenmint_agora_rtc_build_token_with_uid";
        let functions = |api: &[&str]| cut(api).map(|cut| cut.functions);
        let hmac = "tokenmint_hmac_sha256";
        let both = |name: &str| Ok([hmac, name, rtc].map(str::to_owned).to_vec());
        assert_eq!(functions(&[rtc]), both("tokenmint_compress_fixed"));
        let stored = "tokenmint_compress_stored";
        assert_eq!(functions(&[rtc, stored]), both(stored));
        let define = format!("#define TOKENMINT_COMPRESSION {stored}\n");
        assert!(text(&[rtc, stored]).contains(&define));
        let whole = text(&[rtc, "tokenmint_compress_exact", "tokenmint_compress_fixed"]);
        assert!(whole.contains("defined(__unix__)"));
    }

    #[test]
    fn all_functions_bring_everything() {
        let headers = super::super::all(HEADERS).unwrap_or_default();
        let functions = super::super::functions().unwrap_or_default();
        let functions: Vec<_> = functions.iter().map(String::as_str).collect();
        let text = text(&functions);
        for line in headers
            .lines()
            .filter(|line| line.starts_with("#define TOKENMINT_"))
        {
            let name = words(line).nth(1).unwrap_or_default();
            assert!(has(&text, name) || name.ends_with("_H"), "{name}");
        }
    }

    #[test]
    fn a_wrong_name_has_an_answer() {
        let why = |name: &str| cut(&[name]).map(|cut| cut.functions);
        let near = why("tokenmint_agora_rtc_build_token_with_udi");
        assert!(near.is_err_and(|why| why.contains("`tokenmint_agora_rtc_build_token_with_uid`")));
        let alias = why("tokenmint_agora_apaas_build_app_token");
        assert!(alias.is_err_and(|why| why.contains("education_build_app_token")));
        assert!(why("tokenmint_agora_issuer").is_err());
    }
}
