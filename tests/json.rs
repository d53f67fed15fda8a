//! The JSON writer and scanner beside serde_json.
#![cfg(any(feature = "zego", feature = "ath"))]

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Map, Value as Tree};
use tokenmint::internals::wire::json::{self, Value};
use tokenmint::output::Writer;

/// Any text; that of proptest has no control characters.
fn text() -> impl Strategy<Value = String> {
    vec(
        prop_oneof![
            any::<char>(),
            prop::char::range('\0', '\x1f'),
            Just('"'),
            Just('\\')
        ],
        0..12,
    )
    .prop_map(|chars| chars.into_iter().collect())
}

fn tree() -> impl Strategy<Value = Tree> {
    // serde_json reads a double to the last digit but one: trees that were read
    // from the same text are compared, not those that were written.
    let leaf = prop_oneof![
        Just(Tree::Null),
        any::<bool>().prop_map(Tree::from),
        any::<i64>().prop_map(Tree::from),
        any::<u64>().prop_map(Tree::from),
        any::<f64>().prop_map(Tree::from),
        text().prop_map(Tree::from),
    ];
    leaf.prop_recursive(4, 32, 5, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..5).prop_map(Tree::from),
            vec((text(), inner), 0..5)
                .prop_map(|entries| Tree::Object(entries.into_iter().collect::<Map<_, _>>())),
        ]
    })
}

/// Fragments that make and break JSON.
fn soup() -> impl Strategy<Value = Vec<u8>> {
    let fragment = prop::sample::select(vec![
        &b"{"[..],
        b"}",
        b"[",
        b"]",
        b",",
        b":",
        b"\"",
        b"\"a\"",
        b"\"a\":",
        b"\\",
        b"\\n",
        b"\\u0041",
        b"\\ud83d",
        b"\\ude00",
        b"\\u00e",
        b"1",
        b"0",
        b"-",
        b"+",
        b".5",
        b"e",
        b"E-2",
        b"true",
        b"false",
        b"null",
        b"nul",
        b" ",
        b"\t",
        b"\n",
        b"\r",
        b"\x0b",
        b"\x1f",
        b"\x7f",
        b"\xc3\xa9",
        b"\xf0\x9f\x98\x80",
        b"\xff",
        b"\xed\xa0\x80",
        b"/",
    ]);
    vec(fragment, 0..24).prop_map(|fragments| fragments.concat())
}

/// What serde_json thinks, where the two may be compared: it has a range for
/// numbers (a double) and its own depth limit, which is none of the grammar.
fn serde_accepts(json: &[u8]) -> Option<bool> {
    match serde_json::from_slice::<Tree>(json) {
        Ok(_) => Some(true),
        Err(error) => {
            let text = error.to_string();
            let incomparable =
                text.starts_with("number out of range") || text.starts_with("recursion limit");
            (!incomparable).then_some(false)
        }
    }
}

fn agrees(json: &[u8]) -> Result<(), TestCaseError> {
    if let Some(accepts) = serde_accepts(json) {
        prop_assert_eq!(
            json::validate(json).is_ok(),
            accepts,
            "{}",
            String::from_utf8_lossy(json)
        );
    }
    Ok(())
}

/// The scanner's values as a tree.
fn rebuild(value: Value<'_>) -> Tree {
    match value {
        Value::Null => Tree::Null,
        Value::Bool(value) => value.into(),
        Value::Number(text) => serde_json::from_str(text).unwrap(),
        Value::String(text) => text.chars().collect::<String>().into(),
        Value::Array(text) => json::elements(text.as_bytes())
            .unwrap()
            .map(|element| rebuild(element.unwrap()))
            .collect::<Vec<_>>()
            .into(),
        Value::Object(text) => Tree::Object(
            json::entries(text.as_bytes())
                .unwrap()
                .map(|entry| {
                    let (name, value) = entry.unwrap();
                    (name.chars().collect(), rebuild(value))
                })
                .collect(),
        ),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(1024) })]

    #[test]
    fn what_serde_json_writes_is_read_the_same(tree in tree(), pretty in any::<bool>()) {
        let wrapped = Tree::Array(vec![tree]);
        let text = if pretty {
            serde_json::to_string_pretty(&wrapped)
        } else {
            serde_json::to_string(&wrapped)
        }
        .unwrap();
        prop_assert_eq!(json::validate(text.as_bytes()), Ok(()));
        let mut elements = json::elements(text.as_bytes()).unwrap();
        let read = Tree::Array(vec![rebuild(elements.next().unwrap().unwrap())]);
        prop_assert_eq!(read, serde_json::from_str::<Tree>(&text).unwrap());
        prop_assert!(elements.next().is_none());
    }

    #[test]
    fn soup_is_accepted_exactly_where_serde_json_does(soup in soup()) {
        agrees(&soup)?;
    }

    #[test]
    fn damaged_json_is_accepted_exactly_where_serde_json_does(
        tree in tree(),
        at in any::<Index>(),
        byte in any::<u8>(),
        how in 0..3,
    ) {
        let mut text = serde_json::to_vec(&tree).unwrap();
        let at = at.index(text.len());
        match how {
            0 => text[at] = byte,
            1 => text.insert(at, byte),
            _ => { text.remove(at); }
        }
        agrees(&text)?;
    }

    #[test]
    fn escapes_are_accepted_and_resolved_as_serde_json_does(
        units in vec(prop_oneof![0xd7f0_u16..0xe010, any::<u16>()], 0..6),
    ) {
        let text: String = units.iter().map(|unit| format!("\\u{unit:04X}")).collect();
        let json = format!("\"{text}\"");
        agrees(json.as_bytes())?;
        if let Ok(Tree::String(expected)) = serde_json::from_str(&json) {
            let array = format!("[{json}]");
            let value = json::elements(array.as_bytes()).unwrap().next().unwrap().unwrap();
            let found = value.as_text().unwrap();
            let mut out = vec![0; expected.len()];
            prop_assert_eq!(found.unescape_into(&mut out).unwrap(), expected.as_str());
            prop_assert_eq!(found.unescaped_len(), expected.len());
            prop_assert!(found.eq_str(&expected));
        }
    }

    #[test]
    fn written_strings_are_those_of_serde_json(text in text()) {
        let expected = serde_json::to_string(&text).unwrap();
        let mut buffer = vec![0; expected.len() + 2];
        let mut out = Writer::new(&mut buffer);
        json::array(&mut out, |array| array.string(&text));
        prop_assert_eq!(out.finish_str().unwrap(), format!("[{expected}]"));
        prop_assert_eq!(json::escaped_len(&text) + 2, expected.len());
        let twice = serde_json::to_string(&expected).unwrap();
        // The outer quotes, and the inner ones with their backslashes.
        prop_assert_eq!(json::escaped_len_times(&text, 2) + 2 + 4, twice.len());
    }

    #[test]
    fn members_are_those_of_serde_json(
        a in proptest::option::of(tree()),
        b in proptest::option::of(tree()),
        other in vec(tree(), 0..3),
    ) {
        let mut map = Map::new();
        for (at, value) in other.into_iter().enumerate() {
            map.insert(format!("other{at}"), value);
        }
        if let Some(b) = &b {
            map.insert("b\"".into(), b.clone());
        }
        if let Some(a) = &a {
            map.insert("a".into(), a.clone());
        }
        let text = Tree::Object(map).to_string();
        let found = json::members(text.as_bytes(), &["a", "b\""]).unwrap();
        let tree: Tree = serde_json::from_str(&text).unwrap();
        let expected = ["a", "b\""].map(|name| tree.get(name).cloned());
        prop_assert_eq!(found.map(|value| value.map(rebuild)), expected);
    }
}
