//! The query of a signed GET request: what is signed of it, and what is sent.

use serde_json::{Value, json};
use tokenmint::authing::QueryArgument;
use tokenmint::internals::wire::percent::{self, Style};

use crate::failure::Failure;

/// A query.
#[derive(Debug, Default)]
pub(super) struct Query {
    /// Names, and the texts that are signed of their values.
    pub(super) params: Vec<(String, String)>,
    pairs: Vec<String>,
    /// Whether lists or objects are in it, which have a form of their own.
    pub(super) has_lists: bool,
}

impl Query {
    /// Path and query as they are sent.
    pub(super) fn target(&self, path: &str) -> String {
        match self.pairs.is_empty() {
            true => path.to_owned(),
            false => format!("{path}?{}", self.pairs.join("&")),
        }
    }
}

/// The arguments in the path, and those that are given. One that is given again
/// is a list.
pub(super) fn arguments(
    raw: &str,
    given: &[(String, String)],
    warnings: &mut Vec<String>,
) -> Result<Query, Failure> {
    let mut values: Vec<(String, Value)> = Vec::new();
    for pair in raw.split('&').filter(|pair| !pair.is_empty()) {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        add(&mut values, decoded(name)?, decoded(value)?.into());
    }
    for (name, text) in given {
        if looks_encoded(text) {
            warnings.push(format!(
                "{name} is signed with its percent signs: give values that are not encoded"
            ));
        }
        let json: Option<Value> = serde_json::from_str(text).ok();
        let value = match json {
            Some(value @ (Value::Array(_) | Value::Object(_))) => value,
            _ => text.as_str().into(),
        };
        add(&mut values, name.clone(), value);
    }
    let mut query = Query::default();
    for (name, value) in values {
        let argument = QueryArgument::new(&name, &value)
            .map_err(|fault| Failure::usage(format!("{name} cannot be in a query: {fault}")))?;
        let Some(signed) = argument.signed() else {
            warnings.push(format!(
                "{name} is empty: it is neither signed nor to be sent"
            ));
            continue;
        };
        let written = value.to_string();
        if !value.is_string() && signed != written {
            warnings.push(format!(
                "{name} is signed as the service reads it: {signed}"
            ));
        }
        query.has_lists |= !value.is_string();
        for (name, value) in argument.pairs() {
            query
                .pairs
                .push(format!("{}={}", encoded(name), encoded(value)));
        }
        query.params.push((name, signed.to_owned()));
    }
    Ok(query)
}

fn add(values: &mut Vec<(String, Value)>, name: String, value: Value) {
    match values.iter_mut().find(|(known, _)| *known == name) {
        None => values.push((name, value)),
        Some((_, Value::Array(items))) => items.push(value),
        Some((_, first)) => *first = json!([first.take(), value]),
    }
}

/// Whether a text has something like `%20` in it.
fn looks_encoded(text: &str) -> bool {
    let mut parts = text.split('%').skip(1);
    parts.any(|part| part.len() >= 2 && part.bytes().take(2).all(|byte| byte.is_ascii_hexdigit()))
}

fn decoded(text: &str) -> Result<String, Failure> {
    let mut buffer = vec![0; text.len()];
    percent::decode(text.as_bytes(), Style::Form, &mut buffer)
        .ok()
        .and_then(|bytes| String::from_utf8(bytes.to_vec()).ok())
        .ok_or_else(|| Failure::usage("the query in the path is not percent-encoded rightly"))
}

fn encoded(text: &str) -> String {
    let mut out = String::new();
    percent::encode(text.as_bytes(), Style::Form, &mut |part| {
        // The encoder writes ASCII alone.
        out.extend(part.iter().copied().map(char::from));
    });
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_signed_and_sent_as_lists_and_oddities_are_told() {
        let given = |pairs: &[(&str, &str)]| {
            let pairs: Vec<_> = pairs
                .iter()
                .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
                .collect();
            let mut warnings = Vec::new();
            let query = arguments("x=1+2", &pairs, &mut warnings).unwrap();
            (
                query.target("/p"),
                query.params[1].1.clone(),
                warnings.len(),
            )
        };
        let list = r#"["u1","u2"]"#.to_owned();
        let target = "/p?x=1+2&ids%5B%5D=u1&ids%5B%5D=u2".to_owned();
        assert_eq!(
            given(&[("ids", "u1"), ("ids", "u2")]),
            (target.clone(), list.clone(), 0)
        );
        assert_eq!(given(&[("ids", &list)]), (target, list, 0));
        let one = ("/p?x=1+2&ids%5B%5D=7".to_owned(), r#"["7"]"#.to_owned(), 1);
        assert_eq!(given(&[("ids", "[7]")]), one);
        assert_eq!(given(&[("q", "a%20b")]).2, 1);
        assert_eq!(given(&[("q", "100%")]).2, 0);
    }
}
