//! Objects and arrays: commas, colons and closing brackets cannot be forgotten
//! or doubled, since a container lives only as long as the call that opened it.

use super::escape::put_escaped;
use crate::buffer::Writer;
use crate::wire::decimal::Decimal;

/// Appends an object; `fill` adds its members.
pub fn object(out: &mut Writer<'_>, fill: impl FnOnce(&mut Object<'_, '_>)) {
    Output { out, times: 0 }.object(fill);
}

/// Appends an array; `fill` adds its elements.
pub fn array(out: &mut Writer<'_>, fill: impl FnOnce(&mut Array<'_, '_>)) {
    Output { out, times: 0 }.array(fill);
}

/// An object that is being written.
#[derive(Debug)]
pub struct Object<'w, 'b> {
    output: Output<'w, 'b>,
    empty: bool,
}

impl<'b> Object<'_, 'b> {
    /// Adds a string.
    pub fn string(&mut self, name: &str, value: &str) {
        self.member(name).string(value);
    }

    /// Adds a string that `parts` make in a row: no buffer joins them.
    pub fn joined(&mut self, name: &str, parts: &[&str]) {
        self.member(name).joined(parts);
    }

    /// Adds an unsigned integer.
    pub fn unsigned(&mut self, name: &str, value: u64) {
        self.member(name).unsigned(value);
    }

    /// Adds a signed integer.
    pub fn signed(&mut self, name: &str, value: i64) {
        self.member(name).signed(value);
    }

    /// Adds `true` or `false`.
    pub fn boolean(&mut self, name: &str, value: bool) {
        self.member(name)
            .structure(if value { "true" } else { "false" });
    }

    /// Adds `null`.
    pub fn null(&mut self, name: &str) {
        self.member(name).structure("null");
    }

    /// Adds `json`, which the caller vouches for, as a value.
    pub fn raw(&mut self, name: &str, json: &str) {
        self.member(name).structure(json);
    }

    /// Adds an object; `fill` adds its members.
    pub fn object(&mut self, name: &str, fill: impl FnOnce(&mut Object<'_, '_>)) {
        self.member(name).object(fill);
    }

    /// Adds an array; `fill` adds its elements.
    pub fn array(&mut self, name: &str, fill: impl FnOnce(&mut Array<'_, '_>)) {
        self.member(name).array(fill);
    }

    /// Adds a string whose content is the JSON text of an object, escaped on
    /// the way: no buffer holds the text in between.
    pub fn object_as_text(&mut self, name: &str, fill: impl FnOnce(&mut Object<'_, '_>)) {
        let mut output = self.member(name);
        output.structure("\"");
        output.inside().object(fill);
        output.structure("\"");
    }

    fn member(&mut self, name: &str) -> Output<'_, 'b> {
        separate(&mut self.output, &mut self.empty);
        self.output.string(name);
        self.output.structure(":");
        self.output.again()
    }
}

/// An array that is being written.
#[derive(Debug)]
pub struct Array<'w, 'b> {
    output: Output<'w, 'b>,
    empty: bool,
}

impl<'b> Array<'_, 'b> {
    /// Adds a string.
    pub fn string(&mut self, value: &str) {
        self.element().string(value);
    }

    /// Adds an unsigned integer.
    pub fn unsigned(&mut self, value: u64) {
        self.element().unsigned(value);
    }

    /// Adds a signed integer.
    pub fn signed(&mut self, value: i64) {
        self.element().signed(value);
    }

    /// Adds `json`, which the caller vouches for, as a value.
    pub fn raw(&mut self, json: &str) {
        self.element().structure(json);
    }

    /// Adds an object; `fill` adds its members.
    pub fn object(&mut self, fill: impl FnOnce(&mut Object<'_, '_>)) {
        self.element().object(fill);
    }

    fn element(&mut self) -> Output<'_, 'b> {
        separate(&mut self.output, &mut self.empty);
        self.output.again()
    }
}

fn separate(output: &mut Output<'_, '_>, empty: &mut bool) {
    if !core::mem::take(empty) {
        output.structure(",");
    }
}

/// Where a value goes, and how many strings it is inside of.
#[derive(Debug)]
struct Output<'w, 'b> {
    out: &'w mut Writer<'b>,
    times: u32,
}

impl<'b> Output<'_, 'b> {
    fn again(&mut self) -> Output<'_, 'b> {
        Output {
            out: self.out,
            times: self.times,
        }
    }

    fn inside(&mut self) -> Output<'_, 'b> {
        Output {
            out: self.out,
            times: self.times.saturating_add(1),
        }
    }

    fn structure(&mut self, json: &str) {
        put_escaped(self.out, json, self.times);
    }

    fn string(&mut self, value: &str) {
        self.joined(&[value]);
    }

    fn joined(&mut self, parts: &[&str]) {
        self.structure("\"");
        for part in parts {
            put_escaped(self.out, part, self.times.saturating_add(1));
        }
        self.structure("\"");
    }

    fn unsigned(&mut self, value: u64) {
        self.out.put(Decimal::new(value).as_bytes());
    }

    fn signed(&mut self, value: i64) {
        if value < 0 {
            self.out.put(b"-");
        }
        self.unsigned(value.unsigned_abs());
    }

    fn object(mut self, fill: impl FnOnce(&mut Object<'_, '_>)) {
        self.structure("{");
        fill(&mut Object {
            output: self.again(),
            empty: true,
        });
        self.structure("}");
    }

    fn array(mut self, fill: impl FnOnce(&mut Array<'_, '_>)) {
        self.structure("[");
        fill(&mut Array {
            output: self.again(),
            empty: true,
        });
        self.structure("]");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_value() {
        let mut buffer = [0; 256];
        let mut out = Writer::new(&mut buffer);
        object(&mut out, |all| {
            all.string("s\n", "\"");
            all.joined("j", &["a", "\t", ""]);
            all.unsigned("u", u64::MAX);
            all.signed("min", i64::MIN);
            all.signed("zero", 0);
            all.boolean("t", true);
            all.boolean("f", false);
            all.null("n");
            all.raw("r", "[1, 2]");
            all.object("empty", |_| {});
            all.array("a", |array| {
                array.string("x");
                array.signed(-1);
                array.unsigned(1);
                array.raw("null");
                array.object(|object| object.null("o"));
            });
            all.array("none", |_| {});
        });
        assert_eq!(
            out.finish_str(),
            Ok(concat!(
                r#"{"s\n":"\"","j":"a\t","u":18446744073709551615,"min":-9223372036854775808,"#,
                r#""zero":0,"t":true,"f":false,"n":null,"r":[1, 2],"empty":{},"#,
                r#""a":["x",-1,1,null,{"o":null}],"none":[]}"#
            ))
        );
    }

    #[test]
    fn text_in_text_in_text() {
        let mut buffer = [0; 128];
        let mut out = Writer::new(&mut buffer);
        object(&mut out, |outer| {
            outer.object_as_text("a", |middle| {
                middle.object_as_text("b", |inner| inner.string("c", "\"\n"));
                middle.unsigned("d", 1);
            });
            outer.null("e");
        });
        let text = out.finish_str().unwrap();
        let outer: serde_json::Value = serde_json::from_str(text).unwrap();
        assert!(outer["e"].is_null());
        let middle: serde_json::Value = serde_json::from_str(outer["a"].as_str().unwrap()).unwrap();
        assert_eq!(middle["d"], 1);
        let inner: serde_json::Value = serde_json::from_str(middle["b"].as_str().unwrap()).unwrap();
        assert_eq!(inner["c"], "\"\n");
    }

    #[test]
    fn a_top_level_array() {
        let mut buffer = [0; 16];
        let mut out = Writer::new(&mut buffer);
        array(&mut out, |array| array.string("x"));
        assert_eq!(out.finish_str(), Ok(r#"["x"]"#));
    }
}
