//! The functions of the header: what their arguments are called, and what is a
//! pointer.

use std::collections::BTreeMap;

use super::module::Signature;
use crate::{Result, header};

#[derive(Debug)]
pub(super) struct Prototypes(BTreeMap<String, Prototype>);

#[derive(Debug, PartialEq, Eq)]
pub(super) struct Prototype {
    pub(super) name: String,
    result: String,
    parameters: Vec<Parameter>,
}

#[derive(Debug, PartialEq, Eq)]
struct Parameter {
    kind: String,
    name: String,
}

impl Prototypes {
    /// Those of the headers of C.
    pub(super) fn read() -> Result<Self> {
        Self::parse(&header::all(header::HEADERS)?)
    }

    fn parse(text: &str) -> Result<Self> {
        let mut prototypes = BTreeMap::new();
        for declaration in code(text).split(';') {
            if let Some(prototype) = Prototype::parse(declaration)? {
                prototypes.insert(prototype.name.clone(), prototype);
            }
        }
        Ok(Self(prototypes))
    }

    pub(super) fn get(&self, name: &str) -> Option<&Prototype> {
        self.0.get(name)
    }
}

/// `text` without comments and what is for the preprocessor.
fn code(text: &str) -> String {
    let mut bare = String::new();
    let mut rest = text;
    while let Some((before, comment)) = rest.split_once("/*") {
        bare += before;
        rest = comment.split_once("*/").map_or("", |(_, after)| after);
    }
    bare += rest;
    let mut out = String::new();
    let mut goes_on = false;
    for line in bare.lines() {
        let is_directive = goes_on || line.starts_with('#');
        goes_on = is_directive && line.ends_with('\\');
        if !is_directive && !line.starts_with("extern \"C\"") && !line.starts_with("} //") {
            out += line;
            out.push(' ');
        }
    }
    out
}

impl Prototype {
    fn parse(declaration: &str) -> Result<Option<Self>> {
        let Some((head, rest)) = declaration.split_once('(') else {
            return Ok(None);
        };
        let head = head.trim();
        let Some(at) = head.rfind([' ', '*']) else {
            return Ok(None);
        };
        let (result, name) = head.split_at(at + 1);
        if !name.starts_with("tokenmint_") || head.contains(['{', '}']) {
            return Ok(None);
        }
        let result = result.trim().rsplit("TOKENMINT_NODISCARD").next();
        let arguments = rest.trim_end().strip_suffix(')').unwrap_or(rest);
        let mut parameters = Vec::new();
        for argument in arguments.split(',').map(str::trim) {
            if argument == "void" {
                continue;
            }
            let at = argument
                .rfind([' ', '*'])
                .ok_or_else(|| format!("{name}: {argument:?} has no name"))?;
            let (kind, parameter) = argument.split_at(at + 1);
            parameters.push(Parameter {
                kind: kind.trim().to_owned(),
                name: parameter.to_owned(),
            });
        }
        Ok(Some(Self {
            name: name.to_owned(),
            result: result.unwrap_or_default().trim().to_owned(),
            parameters,
        }))
    }

    /// Whether the function that was compiled takes and gives as many values.
    pub(super) fn fits(&self, signature: &Signature) -> bool {
        self.parameters.len() == signature.parameters.len()
            && (self.result == "void") == signature.result.is_none()
    }

    /// The beginning of its definition.
    pub(super) fn head(&self) -> String {
        let parameters: Vec<_> = (self.parameters.iter())
            .map(|it| format!("{}{}", spaced(&it.kind), it.name))
            .collect();
        let list = match parameters.is_empty() {
            true => "void".to_owned(),
            false => parameters.join(", "),
        };
        format!("{}{}({list})", spaced(&self.result), self.name)
    }

    /// Names of its arguments as numbers, and how each comes about where it is
    /// another variable.
    pub(super) fn numbers(&self) -> Vec<(String, Option<String>)> {
        (self.parameters.iter())
            .map(|it| match it.kind.as_str() {
                "size_t" | "uint32_t" | "uint64_t" => (it.name.clone(), None),
                kind if is_pointer(kind) => {
                    let number = format!("TM_ADDRESS({})", it.name);
                    (format!("{}_at", it.name), Some(number))
                }
                kind => {
                    let width = if kind == "int64_t" { 64 } else { 32 };
                    let number = format!("(uint{width}_t){}", it.name);
                    (format!("{}_value", it.name), Some(number))
                }
            })
            .collect()
    }

    /// The name of argument `at`.
    pub(super) fn argument(&self, at: usize) -> Option<String> {
        self.parameters.get(at).map(|it| it.name.clone())
    }

    /// A call with numbers.
    pub(super) fn call(&self, numbers: &[String]) -> String {
        let arguments: Vec<_> = (self.parameters.iter().zip(numbers))
            .map(|(it, number)| given(&it.kind, number))
            .collect();
        let call = format!("{}({})", self.name, arguments.join(", "));
        match self.result.as_str() {
            "void" | "size_t" | "uint32_t" => call,
            kind if is_pointer(kind) => format!("TM_ADDRESS({call})"),
            _ => format!("(uint32_t){call}"),
        }
    }

    /// The result, from a number.
    pub(super) fn returned(&self, number: &str) -> String {
        match self.result.as_str() {
            "size_t" | "uint32_t" | "uint64_t" => number.to_owned(),
            kind => given(kind, number),
        }
    }
}

fn is_pointer(kind: &str) -> bool {
    const NUMBERS: &[&str] = &[
        "bool", "int32_t", "int64_t", "size_t", "uint32_t", "uint64_t", "uint8_t", "void",
    ];
    // Of the types of the header only pointers to functions stand for themselves.
    !NUMBERS.contains(&kind)
}

/// `number` as a value of type `kind`.
fn given(kind: &str, number: &str) -> String {
    match kind {
        "size_t" | "uint32_t" | "uint64_t" => number.to_owned(),
        kind if is_pointer(kind) => format!("({kind})(uintptr_t)({number})"),
        kind => format!("({kind})({number})"),
    }
}

fn spaced(kind: &str) -> String {
    match kind.ends_with('*') {
        true => kind.to_owned(),
        false => format!("{kind} "),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn declarations_are_read() {
        let text = "/** A comment; with (signs). */\n\
            #define TOKENMINT_X(a) \\\n  (a)\n\
            TOKENMINT_NODISCARD int32_t\n\
            tokenmint_mint(\n    const tokenmint_issuer *issuer, size_t issuer_len, int32_t kind, char *out);\n\
            const char *tokenmint_status_name(int32_t status);\n\
            typedef int32_t (*tokenmint_compression)(const uint8_t *content);\n";
        let prototypes = Prototypes::parse(text).unwrap();
        let mint = prototypes.get("tokenmint_mint").unwrap();
        assert_eq!(
            mint.head(),
            "int32_t tokenmint_mint(const tokenmint_issuer *issuer, size_t issuer_len, int32_t kind, char *out)"
        );
        let numbers: Vec<_> = mint.numbers().into_iter().map(|(name, _)| name).collect();
        assert_eq!(numbers, ["issuer_at", "issuer_len", "kind_value", "out_at"]);
        let numbers = ["a", "b", "c", "d"].map(str::to_owned);
        assert_eq!(
            mint.call(&numbers),
            "(uint32_t)tokenmint_mint((const tokenmint_issuer *)(uintptr_t)(a), b, (int32_t)(c), (char *)(uintptr_t)(d))"
        );
        let name = prototypes.get("tokenmint_status_name").unwrap();
        assert_eq!(name.returned("x"), "(const char *)(uintptr_t)(x)");
        assert_eq!(prototypes.0.len(), 2);
    }
}
