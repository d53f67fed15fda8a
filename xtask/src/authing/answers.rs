//! Writing the typed answers: a view for every type of the tables, an open enum
//! for every set of values, and which request is answered with which.

use std::collections::{BTreeMap, BTreeSet};

use super::areas::Client;
use super::kinds::{self, values};
use super::table::{Row, snake_case};
use super::write::type_name;

const NOTE: &str = "//!\n//! Written by `cargo xtask authing` from";

/// The types of answers and the sets of values.
pub(super) struct Types {
    /// Members by the name of the type.
    views: BTreeMap<String, Vec<(String, String)>>,
    /// Names by the set of values.
    enums: BTreeMap<Vec<String>, String>,
}

impl Types {
    /// Of the types, those that an answer of `rows` has somewhere.
    pub(super) fn parse(answers: &str, enums: &str, rows: &[Row]) -> Self {
        let fields = |line: &str| -> Vec<String> { line.split('\t').map(str::to_owned).collect() };
        let mut types = Self {
            views: BTreeMap::new(),
            enums: BTreeMap::new(),
        };
        for line in answers.lines().filter(|line| line.starts_with("dto\t")) {
            let line = fields(line);
            let members = kinds::split(&line[6]).into_iter().filter_map(|text| {
                let (name, kind) = text.trim_end_matches('?').split_once(':')?;
                Some((name.to_owned(), kind.to_owned()))
            });
            types.views.insert(line[2].clone(), members.collect());
        }
        for line in enums.lines().skip(1) {
            let line = fields(line);
            let values = line[1].split('|').map(str::to_owned).collect();
            let name = type_name(&snake_case(&line[0]));
            types.enums.entry(values).or_insert(name);
        }
        let reached = types.reached(rows);
        types.views.retain(|name, _| reached.contains(name));
        types
    }

    fn reached(&self, rows: &[Row]) -> BTreeSet<String> {
        let mut reached = BTreeSet::new();
        let mut rest: Vec<String> = rows
            .iter()
            .flat_map(|row| [row.answer.dto.clone(), row.answer.data.clone()])
            .filter(|name| !self.is_envelope(name))
            .collect();
        while let Some(kind) = rest.pop() {
            let name = kind.trim_start_matches("list<").trim_end_matches('>');
            if let Some(members) = self.views.get(name)
                && reached.insert(name.to_owned())
            {
                rest.extend(members.iter().map(|(_, kind)| kind.clone()));
            }
        }
        reached
    }

    /// Whether a type is the whole of an answer, which `Envelope` is for all.
    fn is_envelope(&self, name: &str) -> bool {
        let members = self.views.get(name).into_iter().flatten();
        members.into_iter().any(|(name, _)| name == "statusCode")
    }

    /// A kind of the table as the macro reads it.
    fn kind(&self, kind: &str) -> String {
        let list = kind
            .strip_prefix("list<")
            .and_then(|it| it.strip_suffix('>'));
        let inner = list.unwrap_or(kind);
        let word = match inner {
            "str" => "Text".to_owned(),
            "int" => "Integer".to_owned(),
            "num" => "Number".to_owned(),
            "bool" => "Flag".to_owned(),
            name if self.views.contains_key(name) => format!("View {}", view_name(name)),
            other => match values(other).and_then(|values| self.enums.get(&values)) {
                Some(name) => format!("Choice {name}"),
                None => "Any".to_owned(),
            },
        };
        match list {
            Some(_) => format!("List {word}"),
            None => word,
        }
    }

    /// The type of a request's answer.
    fn data(&self, row: &Row) -> String {
        let name = match row.answer.data.as_str() {
            "flat" => row.answer.dto.as_str(),
            data => data,
        };
        self.kind(name)
    }

    /// The views, by their first letters; and the enums.
    pub(super) fn files(&self) -> BTreeMap<String, String> {
        let mut letters: BTreeMap<char, String> = BTreeMap::new();
        for (name, members) in &self.views {
            let name = view_name(name);
            let letter = name.chars().next().unwrap_or('x').to_ascii_lowercase();
            let text = letters.entry(letter).or_default();
            text.push_str(&format!("\n    {name} {{"));
            for (wire, kind) in members {
                let (name, kind) = (accessor(wire), self.kind(kind));
                text.push_str(&format!("\n        {name}: {kind} = {wire:?};"));
            }
            text.push_str(if members.is_empty() {
                "}\n"
            } else {
                "\n    }\n"
            });
        }
        let mut files = BTreeMap::new();
        let mut index = format!("//! The types of answers.\n{NOTE} `answers.tsv`.\n\n");
        for letter in letters.keys() {
            index.push_str(&format!("mod {letter};\n"));
        }
        index.push('\n');
        for letter in letters.keys() {
            index.push_str(&format!("pub use {letter}::*;\n"));
        }
        for (letter, text) in letters {
            let head = format!(
                "//! Types of answers that begin with {}.\n{NOTE} `answers.tsv`.\n\n\
                 use crate::client::authing::answers::machinery::views;\n\nviews! {{",
                letter.to_ascii_uppercase()
            );
            let text = format!("{head}{text}}}\n");
            files.insert(format!("views/{letter}.rs"), text);
        }
        files.insert("views.rs".to_owned(), index);
        files.insert("enums.rs".to_owned(), self.enums_file());
        files
    }

    fn enums_file(&self) -> String {
        let mut by_name: BTreeMap<&String, &Vec<String>> = BTreeMap::new();
        for (values, name) in &self.enums {
            by_name.insert(name, values);
        }
        let mut text = format!(
            "//! Sets of values, open: what this version does not know is kept as text.\n\
             {NOTE} `enums.tsv`.\n\n\
             use crate::client::authing::answers::machinery::choices;\n\nchoices! {{"
        );
        for (name, values) in by_name {
            text.push_str(&format!("\n    {name} {{\n"));
            let mut taken = BTreeSet::new();
            for value in values {
                let mut variant = variant(value);
                while !taken.insert(variant.clone()) {
                    variant.push('_');
                }
                text.push_str(&format!("        {variant} = {value:?};\n"));
            }
            text.push_str("    }\n");
        }
        text + "}\n"
    }

    /// Which request of a client is answered with what.
    pub(super) fn of_client(&self, client: &Client, rows: &[&Row]) -> String {
        let mut text = format!(
            "//! What the requests of the {0} clients are answered with.\n{NOTE} `answers.tsv`.\n\n\
             use crate::client::authing::answers::machinery::answers;\n\n\
             answers! {{\n    {0}:\n",
            client.name
        );
        for row in rows {
            if super::exceptions::by_hand(&row.method).is_some() {
                continue;
            }
            let place = if row.answer.data == "flat" {
                "flat"
            } else {
                "data"
            };
            let name = type_name(&row.method);
            text.push_str(&format!("    {name} = {place} {};\n", self.data(row)));
        }
        text + "}\n"
    }
}

/// `errorEmailMsg`: `ErrorEmailMsg`.
fn view_name(name: &str) -> String {
    let (first, rest) = name.split_at(1);
    first.to_ascii_uppercase() + rest
}

fn accessor(wire: &str) -> String {
    let name = snake_case(&wire.replace('-', "_"));
    match name.as_str() {
        "type" | "struct" | "mod" | "enum" | "ref" | "use" | "where" | "match" | "loop" => {
            format!("r#{name}")
        }
        // A view has these methods already.
        "as_value" | "clone" => format!("{name}_"),
        _ => name,
    }
}

/// `user_id`, `USER_ID`, `userId`, `user:id`: `UserId`.
fn variant(value: &str) -> String {
    let mut text = String::new();
    if value.starts_with(|c: char| !c.is_ascii_alphabetic()) {
        text.push_str(if value.starts_with('-') { "Minus" } else { "N" });
    }
    for word in value.split(|c: char| !c.is_ascii_alphanumeric()) {
        let is_constant = !word.chars().any(|c| c.is_ascii_lowercase());
        let (first, rest) = word.split_at(word.len().min(1));
        text.push_str(&first.to_ascii_uppercase());
        match is_constant {
            true => text.push_str(&rest.to_ascii_lowercase()),
            false => text.push_str(rest),
        }
    }
    match text.as_str() {
        "Self" => "Self_".to_owned(),
        _ => text,
    }
}
