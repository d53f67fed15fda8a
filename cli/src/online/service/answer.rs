//! What a service answered, for people or for programs.

use serde_json::{Map, Value};

use crate::exit::Exit;
use crate::failure::Failure;
use crate::{clock, output};
use tokenmint::doctor::Section;
use tokenmint::doctor::words::{safe, time as time_text};

/// Writes an answer to standard output.
pub(crate) fn show(answer: &Map<String, Value>, as_json: bool) -> Result<Exit, Failure> {
    if as_json {
        output::json(&Value::Object(answer.clone()))?;
    } else if answer.is_empty() {
        output::note("done: the service has no more to say");
    } else {
        output::line(&text(answer)?)?;
    }
    Ok(Exit::Ok)
}

/// One member a line, what is inside others indented.
pub(crate) fn text(answer: &Map<String, Value>) -> Result<String, Failure> {
    Ok(section(answer, clock::now()?).shown())
}

fn section(object: &Map<String, Value>, now: u32) -> Section {
    let mut section = Section::default();
    for (name, value) in object {
        add(&mut section, name, value, now);
    }
    section
}

/// Adds a member; the parser has bounded how deep one can be.
fn add(to: &mut Section, name: &str, value: &Value, now: u32) {
    match value {
        Value::Object(inner) if !inner.is_empty() => {
            to.item("", safe(name), section(inner, now));
        }
        Value::Array(list) if list.iter().any(|item| item.is_object() || item.is_array()) => {
            for (at, item) in list.iter().enumerate() {
                add(to, &format!("{name} {}", at + 1), item, now);
            }
        }
        other => to.line(name, scalar(name, other, now)),
    }
}

/// A value on one line.
pub(super) fn scalar(name: &str, value: &Value, now: u32) -> String {
    match value {
        Value::Null => "none".to_owned(),
        Value::Array(list) if list.is_empty() => "none".to_owned(),
        Value::Object(members) if members.is_empty() => "none".to_owned(),
        Value::String(text) => safe(text),
        Value::Number(number) => match number.as_u64().filter(|_| is_time(name)) {
            Some(unix @ 1..) => time_text(unix, now),
            _ => number.to_string(),
        },
        Value::Array(list) => {
            let items: Vec<_> = list.iter().map(|item| scalar(name, item, now)).collect();
            items.join(", ")
        }
        other => other.to_string(),
    }
}

/// Whether numbers of this name are Unix seconds.
fn is_time(name: &str) -> bool {
    name.ends_with("_ts")
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn every_kind_of_value() {
        let answer = json!({
            "id": "A1",
            "evil": "\u{1b}[2J",
            "start_ts": 1_700_000_000,
            "stop_ts": 0,
            "tags": ["a", "b"],
            "empty": [],
            "nothing": null,
            "inner": {"n": 1.5, "deep": {"ok": true}},
            "list": [{"x": 1}, {"x": 2}],
        });
        let shown = section(answer.as_object().unwrap(), 1_700_000_060).shown();
        let expected = "\
id        A1
evil      \"\\u{1b}[2J\"
start_ts  2023-11-14T22:13:20Z (60 s ago)
stop_ts   0
tags      a, b
empty     none
nothing   none
inner
  n  1.5
  deep
    ok  true
list 1
  x  1
list 2
  x  2";
        assert_eq!(shown, expected);
    }
}
