//! Writing the files of a client.

use std::collections::BTreeMap;

use crate::Result;

use super::areas::{Client, heading};
use super::kinds::Kind;
use super::table::{Parameter, Row};
use super::{exceptions, notes};

const NOTE: &str = "//! Written by `cargo xtask authing` from `endpoints.tsv`.\n";

/// The longest line.
const WIDTH: usize = 100;

/// Names that Rust keeps for itself.
const KEYWORDS: &[&str] = &["type", "struct", "mod"];

/// The files below the client's folder and what is in them.
pub(super) fn files(client: &Client, rows: &[&Row]) -> Result<BTreeMap<String, String>> {
    let methods: Vec<&str> = rows.iter().map(|row| row.method.as_str()).collect();
    client.check(&methods)?;
    let mut areas: BTreeMap<&str, Vec<&Row>> = BTreeMap::new();
    let mut by_hand = Vec::new();
    let mut area = None;
    for row in rows {
        area = client.begins(&row.method).or(area);
        let area = area.ok_or("the first method begins no area")?;
        if exceptions::by_hand(&row.method).is_some() {
            by_hand.push(*row);
        } else {
            areas.entry(area).or_default().push(row);
        }
    }
    let mut files: BTreeMap<String, String> = BTreeMap::new();
    for (area, rows) in &areas {
        files.insert(
            format!("requests/{area}.rs"),
            calls_file(client, area, rows)?,
        );
    }
    files.insert("requests/by_hand.rs".to_owned(), by_hand_file(&by_hand)?);
    files.insert("requests.rs".to_owned(), index(client, &areas));
    Ok(files)
}

fn index(client: &Client, areas: &BTreeMap<&str, Vec<&Row>>) -> String {
    let mut text = format!(
        "//! The methods of the {} clients, a file an area.\n//!\n{NOTE}\n",
        client.name
    );
    let mut modules: Vec<&str> = areas.keys().copied().chain(["by_hand"]).collect();
    modules.sort_unstable();
    for module in &modules {
        text.push_str(&format!("mod {module};\n"));
    }
    text.push('\n');
    for (area, rows) in areas {
        let mut names: Vec<String> = rows.iter().map(|row| type_name(&row.method)).collect();
        names.sort_unstable();
        text.push_str(&use_list("pub use", area, &names));
    }
    text.push_str("\nuse crate::client::authing::Row;\n\n");
    text.push_str("/// All methods, by area.\n");
    text.push_str("pub(super) const ROWS: &[&[&Row]] = &[\n");
    for module in &modules {
        text.push_str(&format!("    {module}::ROWS,\n"));
    }
    text.push_str("];\n");
    text
}

/// `use path::{A, B};`, as rustfmt breaks it.
fn use_list(keywords: &str, path: &str, names: &[String]) -> String {
    if let [name] = names {
        return format!("{keywords} {path}::{name};\n");
    }
    let line = format!("{keywords} {path}::{{{}}};\n", names.join(", "));
    if line.len() <= WIDTH + 1 {
        return line;
    }
    let mut text = format!("{keywords} {path}::{{\n    ");
    let mut column = 4;
    for (at, name) in names.iter().enumerate() {
        if at > 0 && column + 1 + name.len() + 1 > WIDTH - 1 {
            text.push_str("\n    ");
            column = 4;
        } else if at > 0 {
            text.push(' ');
            column += 1;
        }
        text.push_str(name);
        text.push(',');
        column += name.len() + 1;
    }
    text.push_str("\n};\n");
    text
}

fn calls_file(client: &Client, area: &str, rows: &[&Row]) -> Result<String> {
    let [api, blocking, asynchronous] = client.types;
    let mut names = [api, blocking, asynchronous].map(str::to_owned);
    names.sort_unstable();
    let uses = use_list(
        "use",
        &format!("crate::client::authing::{}", client.name),
        &names,
    );
    let mut text = format!(
        "//! {}.\n//!\n{NOTE}\n\
         {uses}use crate::client::authing::requests::requests;\n\n\
         requests! {{\n    {api}, {blocking}, {asynchronous}:\n",
        heading(area),
    );
    for row in rows {
        let head = format!(
            "    {} {:?} {} {} {}",
            row.verb,
            row.path,
            auth(&row.auth)?,
            row.method,
            type_name(&row.method)
        );
        text.push('\n');
        text.push_str(&head);
        text.push_str(&facts(row, &row.method));
        text.push_str(&parameters(&row.parameters, 8)?);
        text.push_str(";\n");
    }
    text.push_str("}\n");
    Ok(text)
}

fn by_hand_file(rows: &[&Row]) -> Result<String> {
    let mut text = format!(
        "//! What the clients have methods of their own for.\n//!\n{NOTE}\n\
         use crate::client::authing::requests::rows;\n\n\
         rows! {{"
    );
    for row in rows {
        let (sent, name) = exceptions::by_hand(&row.method).unwrap_or_default();
        let verb = match row.verb.as_str() {
            "GET" | "POST" | "DELETE" | "PUT" => row.verb.as_str(),
            _ => "GET",
        };
        text.push_str(&format!(
            "\n    {sent} {verb} {:?} {} {}",
            row.path,
            auth(&row.auth)?,
            row.method
        ));
        text.push_str(&facts(row, name));
        text.push_str(&parameters(&row.parameters, 8)?);
        text.push_str(";\n");
    }
    text.push_str("}\n");
    Ok(text)
}

/// What is known of a method beside how it is sent.
fn facts(row: &Row, name: &str) -> String {
    let [sdks, summary, source, request, sdk_names, notes] = &row.facts;
    let answer = &row.answer;
    let facts = [
        summary.as_str(),
        name,
        sdks,
        source,
        request,
        sdk_names,
        notes,
        &answer.dto,
        &answer.data,
        &answer.paging,
    ];
    let items: Vec<String> = facts.iter().map(|fact| format!("{fact:?}")).collect();
    format!("\n        {}", wrapped('[', &items, " ", ']', 8))
}

/// Constants first, then required and optional parameters by turns.
fn parameters(parameters: &[Parameter], indent: usize) -> Result<String> {
    let mut text = String::new();
    let margin = " ".repeat(indent);
    let mut rest = parameters;
    if let [first, others @ ..] = rest
        && let Kind::Constant(constant) = &first.kind
    {
        text.push_str(&format!(
            "\n{margin}[{} {:?} = {constant:?}]",
            identifier(&first.name),
            first.wire
        ));
        rest = others;
    }
    while !rest.is_empty() {
        let required = rest.iter().take_while(|p| p.required).count();
        let (needs, others) = rest.split_at(required);
        let optional = others.iter().take_while(|p| !p.required).count();
        let (mays, others) = others.split_at(optional);
        rest = others;
        text.push_str(&format!("\n{margin}{}", group('(', needs, ')', indent)?));
        text.push_str(&format!("\n{margin}{}", group('{', mays, '}', indent)?));
    }
    Ok(text)
}

fn group(open: char, parameters: &[Parameter], close: char, indent: usize) -> Result<String> {
    let items = parameters
        .iter()
        .map(|parameter| match &parameter.kind {
            Kind::Constant(_) => Err(format!("the constant {:?} is not first", parameter.wire)),
            kind => {
                let name = identifier(&parameter.name);
                let note = notes::of(&parameter.wire);
                let note = note.map_or_else(String::new, |note| format!(" / {note:?}"));
                let kind = kind.written();
                Ok(format!("{name}: {kind} {:?}{note}", parameter.wire))
            }
        })
        .collect::<Result<Vec<_>>>()?;
    Ok(wrapped(open, &items, ", ", close, indent))
}

/// Items between brackets, on one line or on as many as it takes.
fn wrapped(open: char, items: &[String], separator: &str, close: char, indent: usize) -> String {
    let line = format!("{open}{}{close}", items.join(separator));
    if indent + line.len() < WIDTH {
        return line;
    }
    let inner = " ".repeat(indent + 4);
    let mut text = format!("{open}\n{inner}");
    let mut column = inner.len();
    for (at, item) in items.iter().enumerate() {
        let last = at + 1 == items.len();
        let item = match last {
            true => item.clone(),
            false => format!("{item}{}", separator.trim_end()),
        };
        if at > 0 && column + 1 + item.len() > WIDTH {
            text.push_str(&format!("\n{inner}"));
            column = inner.len();
        } else if at > 0 {
            text.push(' ');
            column += 1;
        }
        text.push_str(&item);
        column += item.len();
    }
    text.push_str(&format!("\n{}{close}", " ".repeat(indent)));
    text
}

fn identifier(name: &str) -> String {
    if KEYWORDS.contains(&name) {
        return format!("r#{name}");
    }
    name.to_owned()
}

/// `list_users`: `ListUsers`.
pub(super) fn type_name(method: &str) -> String {
    let mut text = String::new();
    for word in method.split('_') {
        let (first, rest) = word.split_at(word.len().min(1));
        text.push_str(&first.to_ascii_uppercase());
        text.push_str(rest);
    }
    text
}

/// The table's words as those of the macro.
fn auth(word: &str) -> Result<&'static str> {
    match word {
        "none" => Ok("Nothing"),
        "user-token" => Ok("UserToken"),
        "app-secret" => Ok("AppSecret"),
        "aksk" => Ok("AccessKey"),
        _ => Err(format!("unknown word for auth: {word:?}")),
    }
}
