//! Writing the files.

use std::fmt::Write as _;

use crate::Result;

use super::Files;
use super::exceptions;
use super::table::{Class, Row};

const KINDS: [(&str, &str, &str); 5] = [
    ("stt", "Stt", "Speech recognition: `asr` of a start body."),
    ("llm", "Llm", "Language models: `llm` of a start body."),
    ("tts", "Tts", "Speech: `tts` of a start body."),
    (
        "mllm",
        "Mllm",
        "Models that hear and speak by themselves: `mllm` of a start body.",
    ),
    ("avatar", "Avatar", "Avatars: `avatar` of a start body."),
];

/// The files of the catalogue and what is in them.
pub(super) fn files(classes: &[Class]) -> Result<Files> {
    let mut files = Files::new();
    for (kind, variant, about) in KINDS {
        for (folder, in_cn) in [("", false), ("cn/", true)] {
            let mine = classes
                .iter()
                .filter(|class| class.kind == kind && (class.area == "cn") == in_cn);
            let where_ = if in_cn { " In mainland China." } else { "" };
            let mut text = format!(
                "//! {about}{where_}\n//!\n\
                 //! Written by `cargo xtask convoai` from `vendors.tsv`.\n\n\
                 use crate::client::convoai::vendors::make::vendors;\n\n"
            );
            if in_cn && kind == "tts" {
                text.push_str("pub use crate::client::convoai::vendors::tts::GenericTts;\n\n");
            }
            let _ = writeln!(text, "vendors! {{\n    {variant}:");
            for one in mine {
                class(one, variant, &mut text)?;
            }
            text.push_str("}\n");
            files.insert(format!("{folder}{kind}.rs"), text);
        }
    }
    let known = KINDS.map(|(kind, _, _)| kind);
    if let Some(class) = classes.iter().find(|it| !known.contains(&it.kind.as_str())) {
        return Err(format!("{}: unknown kind {:?}", class.name, class.kind));
    }
    Ok(files)
}

fn class(class: &Class, variant: &str, text: &mut String) -> Result<()> {
    let area = match class.area.as_str() {
        "global" => "Global",
        "cn" => "Cn",
        "both" => "Both",
        "preview" => "Preview",
        other => return Err(format!("{}: unknown area {other:?}", class.name)),
    };
    let name = type_name(class);
    let mut made = format!(
        "Class::new(VendorKind::{variant}, {:?}, VendorArea::{area})",
        class.name
    );
    let style = class
        .wire_vendor
        .strip_prefix("(none; style ")
        .and_then(|rest| rest.strip_suffix(')'));
    match (class.kind.as_str(), style) {
        ("llm", Some(style)) => _ = write!(made, "\n        .style({style:?})"),
        // What speaks the language of OpenAI; its vendor is an option.
        ("llm", None) => made.push_str("\n        .style(\"openai\")"),
        _ => _ = write!(made, "\n        .vendor({:?})", class.wire_vendor),
    }
    if exceptions::empty_params(class) {
        made.push_str("\n        .empty_params()");
    }
    if let Some(rule) = exceptions::rule(class) {
        _ = write!(made, "\n        .rule(rules::{rule})");
    }
    _ = writeln!(text, "\n    /// {}", heading(class));
    for line in notes(class) {
        _ = writeln!(text, "    ///\n    /// {line}");
    }
    if name != class.name {
        _ = writeln!(text, "    #[doc(alias = {:?})]", class.name);
    }
    _ = writeln!(text, "    {name} = {made};");
    for (word, needed) in [("new", true), ("set", false)] {
        _ = writeln!(text, "    {word} {{");
        for row in &class.options {
            if exceptions::is_needed(class, row) == needed {
                option(class, row, needed, text)?;
            }
        }
        text.push_str("    }\n");
    }
    Ok(())
}

/// The first sentence.
fn heading(class: &Class) -> String {
    let product = ["STT", "TTS", "LLM", "Avatar"]
        .iter()
        .find_map(|suffix| class.name.strip_suffix(suffix))
        .unwrap_or(&class.name);
    let product = match product {
        "" => &class.name,
        "Xfyun" => "iFLYTEK",
        "XfyunBigModel" => "iFLYTEK's big model",
        "XfyunDialect" => "iFLYTEK for dialects",
        "Generic" => "An endpoint of your own",
        "Custom" => "A model of your own",
        product => product,
    };
    let what = match class.kind.as_str() {
        "stt" => "speech recognition",
        "llm" => "language model",
        "tts" => "speech",
        "mllm" => "a model that hears and speaks by itself",
        _ => "avatar",
    };
    let own = if product.contains(' ') {
        product.to_owned()
    } else {
        format!("`{product}`")
    };
    format!("{own}: {what}.")
}

/// Further paragraphs.
fn notes(class: &Class) -> Vec<String> {
    let wire = class.wire_vendor.as_str();
    let vendor = (!wire.starts_with('(')).then(|| format!("Vendor `{wire}` on the wire."));
    let rule = exceptions::note(class).map(str::to_owned);
    vendor.into_iter().chain(rule).collect()
}

fn option(class: &Class, row: &Row, needed: bool, text: &mut String) -> Result<()> {
    let of = |message: String| format!("{}.{}: {message}", class.name, row.name);
    let path = path(class, row);
    let kind = kind(class, row).map_err(of)?;
    let (check, range) = check(class, row).map_err(of)?;
    let mut more = String::new();
    match row.required.as_str() {
        "yes" => more.push_str(".required()"),
        "at start" => more.push_str(".at_start()"),
        "no" | "see class_rule" => {}
        other => return Err(of(format!("unknown need {other:?}"))),
    }
    if let Some(alias) = exceptions::alias(class, row) {
        _ = write!(more, ".alias({alias:?})");
    }
    if exceptions::is_first(class, row) {
        more.push_str(".first()");
    }
    if !check.is_empty() {
        _ = write!(more, ".check(Check::{check})");
    }
    let default = default(class, row).map_err(of)?;
    if !default.is_empty() {
        _ = write!(more, ".default(Default::{default})");
    }
    if !needed {
        let named = row.wire_path.split(" (").next().unwrap_or_default();
        let mut about = match (named.strip_suffix(".*"), row.wire_path.strip_prefix('(')) {
            (_, Some(text)) => capital(text.trim_end_matches(')')),
            (Some(object), None) => format!("Further members of `{object}`"),
            (None, None) => format!("Sent as `{}`", named.replace(" , ", "` and `")),
        };
        about.push('.');
        if !range.is_empty() {
            _ = write!(about, " {range}.");
        }
        if !row.default.is_empty() {
            _ = write!(about, " Default: {}.", shown_default(&row.default));
        }
        _ = writeln!(text, "        /// {about}");
    }
    let name = match row.name.as_str() {
        "type" => "r#type",
        name => name,
    };
    _ = writeln!(text, "        {name}: {kind} {path:?}{more};");
    Ok(())
}

fn shown_default(default: &str) -> String {
    match default
        .strip_prefix('"')
        .and_then(|rest| rest.split_once('"'))
    {
        Some((text, rest)) => format!("`{text}`{rest}"),
        None => format!("`{default}`"),
    }
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(|first| first.to_ascii_uppercase());
    first.into_iter().chain(letters).collect()
}

/// The path below the part.
fn path(class: &Class, row: &Row) -> String {
    if row.wire_path.starts_with('(') || exceptions::is_sent_by_rule(class, row) {
        return String::new();
    }
    let path = row.wire_path.split([' ', ',']).next().unwrap_or_default();
    let (_, below) = path.split_once('.').unwrap_or(("", path));
    below.to_owned()
}

fn kind(class: &Class, row: &Row) -> Result<&'static str> {
    if exceptions::is_text_flag(class, row) {
        return Ok("TextFlag");
    }
    Ok(match row.kind.as_str() {
        "str" => "Text",
        "int" => "Integer",
        "float" => "Number",
        "bool" => "Flag",
        "[str]" => "Texts",
        "[int]" => "Integers",
        "map" => "Object",
        "[map]" => "Objects",
        "[map(mcp server)]" => "McpServers",
        "[map(inline tool)]" => "Tools",
        "map(mllm turn detection)" => "MllmTurns",
        "any" => "Any",
        kind if kind.starts_with("enum(") => match choices(kind).first() {
            Some(first) if first.parse::<i64>().is_ok() => "Integer",
            _ => "Text",
        },
        other => return Err(format!("unknown type {other:?}")),
    })
}

fn choices(kind: &str) -> Vec<&str> {
    let list = kind
        .strip_prefix("enum(")
        .and_then(|rest| rest.strip_suffix(')'));
    list.unwrap_or_default().split(',').collect()
}

/// The check, and what the documentation says of it.
fn check(class: &Class, row: &Row) -> Result<(String, String)> {
    if row.kind.starts_with("enum(") {
        let choices = choices(&row.kind);
        let shown = format!("One of {}", choices.join(", "));
        let check = match choices.first().map(|first| first.parse::<i64>()) {
            Some(Ok(_)) => format!("Rates(&[{}])", choices.join(", ")),
            _ if exceptions::check_by_rule(class, row) => String::new(),
            _ => format!("Choice(&{choices:?})"),
        };
        return Ok((check, shown));
    }
    let number = |text: &str| {
        let number: f64 = text.parse().map_err(|_| format!("no number {text:?}"))?;
        Ok::<_, String>((format!("{number:?}"), format!("{number}")))
    };
    Ok(match row.constraint.as_str() {
        "" => (String::new(), String::new()),
        "length>=1" => ("NotEmpty".to_owned(), "Not empty".to_owned()),
        "low, medium, high" => (String::new(), "`low`, `medium` or `high`".to_owned()),
        "http(s) with host" => (String::new(), "HTTP or HTTPS".to_owned()),
        "each server without transport gets streamable_http" => (
            String::new(),
            "A server without `transport` gets `streamable_http`".to_owned(),
        ),
        range => match range.split_once("; ") {
            Some((least, most)) => {
                let (least, shown_least) = number(least.trim_start_matches(">="))?;
                let (most, shown_most) = number(most.trim_start_matches("<="))?;
                (
                    format!("Within({least}, {most})"),
                    format!("{shown_least} to {shown_most}"),
                )
            }
            None if range.starts_with(">=") => {
                let (least, shown) = number(&range[2..])?;
                (format!("AtLeast({least})"), format!("At least {shown}"))
            }
            None if range.starts_with('>') => {
                let (least, shown) = number(&range[1..])?;
                (format!("Above({least})"), format!("Above {shown}"))
            }
            None => return Err(format!("unknown constraint {range:?}")),
        },
    })
}

fn default(class: &Class, row: &Row) -> Result<String> {
    if row.default.is_empty() || exceptions::default_by_rule(class, row) {
        return Ok(String::new());
    }
    let default = row.default.as_str();
    Ok(match default {
        "true" | "false" => format!("Flag({default})"),
        _ if default.parse::<i64>().is_ok() => format!("Integer({default})"),
        _ if default.starts_with('"') && default.ends_with('"') => format!("Text({default})"),
        other => return Err(format!("unknown default {other:?}")),
    })
}

/// The official name, Rust's way.
fn type_name(class: &Class) -> String {
    let mut name = class.name.clone();
    for (official, ours) in [
        ("STT", "Stt"),
        ("TTS", "Tts"),
        ("LLM", "Llm"),
        ("GPT", "Gpt"),
        ("AI", "Ai"),
    ] {
        name = name.replace(official, ours);
    }
    if class.kind == "llm" && !name.ends_with("Llm") {
        name.push_str("Llm");
    }
    name
}
