//! The calls that the record writes in words:
//! `Name(key='text', other={a: b}, bare) + Other(..)`.

use serde_json::{Map, Value};

/// One `Name(..)`.
#[derive(Debug)]
pub struct Written {
    pub name: String,
    pub args: Vec<Value>,
    pub kwargs: Map<String, Value>,
}

/// All calls of a text, joined by `+`.
pub fn calls(text: &str) -> Vec<Written> {
    let mut reader = Reader { rest: text };
    let mut calls = vec![reader.call()];
    while reader.accept("+") {
        calls.push(reader.call());
    }
    assert!(reader.rest.trim().is_empty(), "unread: {:?}", reader.rest);
    calls
}

struct Reader<'a> {
    rest: &'a str,
}

impl Reader<'_> {
    fn accept(&mut self, token: &str) -> bool {
        let rest = self.rest.trim_start();
        match rest.strip_prefix(token) {
            Some(after) => {
                self.rest = after;
                true
            }
            None => false,
        }
    }

    fn expect(&mut self, token: &str) {
        assert!(self.accept(token), "{token:?} expected at {:?}", self.rest);
    }

    fn word(&mut self) -> String {
        let rest = self.rest.trim_start();
        let end = rest
            .find(|c: char| ",:=(){}[]".contains(c))
            .unwrap_or(rest.len());
        let (word, after) = rest.split_at(end);
        self.rest = after;
        word.trim().to_string()
    }

    fn call(&mut self) -> Written {
        let name = self.word();
        let (mut args, mut kwargs) = (Vec::new(), Map::new());
        if self.accept("(") && !self.accept(")") {
            loop {
                let value = self.value();
                if self.accept("=") {
                    let name = value.as_str().expect("a name").to_string();
                    kwargs.insert(name, self.value());
                } else {
                    args.push(value);
                }
                if self.accept(")") {
                    break;
                }
                self.expect(",");
            }
        }
        Written { name, args, kwargs }
    }

    fn value(&mut self) -> Value {
        if self.accept("'") {
            let (text, after) = self.rest.split_once('\'').expect("an end of text");
            self.rest = after;
            return text.into();
        }
        if self.accept("{") {
            let mut members = Map::new();
            loop {
                let name = self.word();
                self.expect(":");
                members.insert(name, self.value());
                if self.accept("}") {
                    return members.into();
                }
                self.expect(",");
            }
        }
        if self.accept("[...]") {
            return "[...]".into();
        }
        match self.word().as_str() {
            "True" => true.into(),
            "False" => false.into(),
            word => serde_json::from_str(word).unwrap_or_else(|_| word.into()),
        }
    }
}
