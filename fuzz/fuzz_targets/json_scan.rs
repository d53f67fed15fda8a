//! The JSON scanner against serde_json: the same texts, the same values.

#![no_main]

use libfuzzer_sys::fuzz_target;
use serde_json::Value as Serde;
use tokenmint::internals::wire::json::{
    DEPTH_MAX, Event, Stream, Value, elements, entries, members, validate,
};

fuzz_target!(|data: &[u8]| {
    let ours = validate(data);
    let mut stream = Stream::new();
    let fits = data.iter().all(|byte| stream.push(*byte) != Event::Fault);
    assert_eq!(fits && stream.is_whole(), ours.is_ok());
    let theirs = serde_json::from_slice::<Serde>(data);
    match (&ours, &theirs) {
        (Ok(()), Err(error)) => {
            // A value of serde_json holds no number beyond its range.
            assert!(error.to_string().contains("number out of range"), "{error}");
        }
        (Err(error), Ok(value)) => assert!(depth(value) > DEPTH_MAX, "{error}"),
        _ => {}
    }
    let object = entries(data).and_then(Iterator::collect::<Result<Vec<_>, _>>);
    let array = elements(data).and_then(Iterator::collect::<Result<Vec<_>, _>>);
    match (&ours, &theirs) {
        (Ok(()), Ok(value)) => {
            assert_eq!(object.is_ok(), value.is_object());
            assert_eq!(array.is_ok(), value.is_array());
            if let (Ok(list), Serde::Array(values)) = (&array, value) {
                assert_eq!(list.len(), values.len());
                for (ours, theirs) in list.iter().zip(values) {
                    compare(*ours, theirs, 0);
                }
            }
            if let (Ok(list), Serde::Object(values)) = (&object, value) {
                for (name, ours) in list {
                    let name = name.to_string();
                    let count = list.iter().filter(|(other, _)| other.eq_str(&name)).count();
                    let found = members(data, &[&name]);
                    assert_eq!(found.is_ok(), count == 1);
                    if count == 1 {
                        compare(*ours, &values[&name], 0);
                    }
                }
                assert!(matches!(
                    members(data, &["no such member, surely"]),
                    Ok([None])
                ));
            }
        }
        (Err(_), _) => assert!(object.is_err() && array.is_err()),
        _ => {}
    }
});

fn compare(ours: Value<'_>, theirs: &Serde, depth: u32) {
    assert!(depth <= DEPTH_MAX);
    match (ours, theirs) {
        (Value::Null, Serde::Null) => {}
        (Value::Bool(ours), Serde::Bool(theirs)) => assert_eq!(ours, *theirs),
        (Value::Number(text), Serde::Number(theirs)) => match ours.as_i64() {
            // serde_json makes a float of `-0`.
            Some(number) => assert!(theirs.as_i64() == Some(number) || text == "-0"),
            None => assert!(theirs.as_i64().is_none()),
        },
        (Value::String(text), Serde::String(theirs)) => {
            assert!(text.eq_str(theirs));
            assert_eq!(text.to_string(), *theirs);
            assert_eq!(text.unescaped_len(), theirs.len());
            let mut out = vec![0; theirs.len()];
            assert_eq!(text.unescape_into(&mut out), Ok(theirs.as_str()));
            if let Some(plain) = text.as_plain() {
                assert_eq!(plain, theirs);
            }
        }
        (Value::Array(text), Serde::Array(theirs)) => {
            let list: Vec<_> = elements(text.as_bytes()).expect("an array").collect();
            assert_eq!(list.len(), theirs.len());
            for (ours, theirs) in list.into_iter().zip(theirs) {
                compare(ours.expect("checked before"), theirs, depth + 1);
            }
        }
        (Value::Object(text), Serde::Object(_)) => {
            assert!(
                entries(text.as_bytes())
                    .expect("an object")
                    .all(|it| it.is_ok())
            );
        }
        (ours, theirs) => panic!("{ours:?} {theirs:?}"),
    }
}

fn depth(value: &Serde) -> u32 {
    match value {
        Serde::Array(list) => 1 + list.iter().map(depth).max().unwrap_or(0),
        Serde::Object(list) => 1 + list.values().map(depth).max().unwrap_or(0),
        _ => 0,
    }
}
