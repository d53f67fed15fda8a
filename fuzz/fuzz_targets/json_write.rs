//! The JSON writer against serde_json, byte for byte.

#![no_main]

use arbitrary::Arbitrary;
use libfuzzer_sys::fuzz_target;
use serde_json::Value;
use tokenmint::Error;
use tokenmint::internals::wire::json::{
    self, Array, Object, escaped_len, escaped_len_times, put_escaped,
};
use tokenmint::output::Writer;

/// Deeper ones take more time than they are worth.
const DEPTH_MAX: u32 = 6;

#[derive(Debug, Arbitrary)]
enum Node {
    Text(String),
    Joined(Vec<String>),
    Unsigned(u64),
    Signed(i64),
    Bool(bool),
    Null,
    Object(Members),
    Inside(Members),
    Array(Vec<Element>),
    Raw(Members),
}

#[derive(Debug, Arbitrary)]
struct Members(Vec<(String, Node)>);

#[derive(Debug, Arbitrary)]
enum Element {
    Text(String),
    Unsigned(u64),
    Signed(i64),
    Object(Members),
    Raw(Members),
}

impl Members {
    fn value(&self) -> Value {
        // A map has each name once: the writer writes what it is told.
        Value::Object(
            self.once()
                .map(|(name, node)| (name.clone(), node.value()))
                .collect(),
        )
    }

    /// Every object that is carried as text doubles the escapes inside it.
    fn depth(&self) -> u32 {
        let inner = self.0.iter().map(|(_, node)| match node {
            Node::Object(inner) | Node::Inside(inner) | Node::Raw(inner) => inner.depth(),
            Node::Array(elements) => elements.iter().map(Element::depth).max().unwrap_or(0),
            _ => 0,
        });
        1 + inner.max().unwrap_or(0)
    }

    fn once(&self) -> impl Iterator<Item = &(String, Node)> {
        self.0
            .iter()
            .enumerate()
            .filter(|(at, (name, _))| !self.0[..*at].iter().any(|(other, _)| other == name))
            .map(|(_, member)| member)
    }

    fn write(&self, object: &mut Object<'_, '_>) {
        for (name, node) in self.once() {
            match node {
                Node::Text(text) => object.string(name, text),
                Node::Joined(parts) => {
                    let parts: Vec<_> = parts.iter().map(String::as_str).collect();
                    object.joined(name, &parts);
                }
                Node::Unsigned(number) => object.unsigned(name, *number),
                Node::Signed(number) => object.signed(name, *number),
                Node::Bool(value) => object.boolean(name, *value),
                Node::Null => object.null(name),
                Node::Object(inner) => object.object(name, |object| inner.write(object)),
                Node::Inside(inner) => object.object_as_text(name, |object| inner.write(object)),
                Node::Array(elements) => object.array(name, |array| {
                    for element in elements {
                        element.write(array);
                    }
                }),
                Node::Raw(inner) => object.raw(name, &inner.value().to_string()),
            }
        }
    }
}

impl Node {
    fn value(&self) -> Value {
        match self {
            Self::Text(text) => text.clone().into(),
            Self::Joined(parts) => parts.concat().into(),
            Self::Unsigned(number) => (*number).into(),
            Self::Signed(number) => (*number).into(),
            Self::Bool(value) => (*value).into(),
            Self::Null => Value::Null,
            Self::Object(inner) | Self::Raw(inner) => inner.value(),
            Self::Inside(inner) => inner.value().to_string().into(),
            Self::Array(elements) => elements.iter().map(Element::value).collect(),
        }
    }
}

impl Element {
    fn value(&self) -> Value {
        match self {
            Self::Text(text) => text.clone().into(),
            Self::Unsigned(number) => (*number).into(),
            Self::Signed(number) => (*number).into(),
            Self::Object(inner) | Self::Raw(inner) => inner.value(),
        }
    }

    fn depth(&self) -> u32 {
        match self {
            Self::Object(inner) | Self::Raw(inner) => inner.depth(),
            _ => 0,
        }
    }

    fn write(&self, array: &mut Array<'_, '_>) {
        match self {
            Self::Text(text) => array.string(text),
            Self::Unsigned(number) => array.unsigned(*number),
            Self::Signed(number) => array.signed(*number),
            Self::Object(inner) => array.object(|object| inner.write(object)),
            Self::Raw(inner) => array.raw(&inner.value().to_string()),
        }
    }
}

fuzz_target!(|input: (Members, String, u16)| {
    let (members, text, size) = input;
    if members.depth() > DEPTH_MAX {
        return;
    }
    let expected = members.value().to_string();
    let mut counter = Writer::new(&mut []);
    json::object(&mut counter, |object| members.write(object));
    assert_eq!(counter.len(), expected.len());

    let size = usize::from(size) % (expected.len() + 16);
    let mut memory = vec![0xA5; expected.len().max(size) + 16];
    for room in [size, expected.len()] {
        memory.fill(0xA5);
        let mut out = Writer::new(&mut memory[..room]);
        json::object(&mut out, |object| members.write(object));
        match out.finish_str() {
            Ok(text) => assert_eq!(text, expected),
            Err(Error::BufferTooSmall { needed }) => {
                assert_eq!(needed, expected.len());
                assert!(room < needed);
            }
            Err(other) => panic!("{other:?}"),
        }
        assert!(
            memory[room..].iter().all(|byte| *byte == 0xA5),
            "written behind"
        );
    }
    escapes(&text);
});

/// Escaped once, twice and three times over.
fn escapes(text: &str) {
    let mut expected = text.to_owned();
    for times in 1..=3 {
        let quoted = Value::from(expected).to_string();
        expected = quoted[1..quoted.len() - 1].to_owned();
        assert_eq!(escaped_len_times(text, times), expected.len());
        let mut memory = vec![0; expected.len()];
        let mut out = Writer::new(&mut memory);
        put_escaped(&mut out, text, times);
        assert_eq!(out.finish_str(), Ok(expected.as_str()));
    }
    assert_eq!(escaped_len(text), escaped_len_times(text, 1));
}
