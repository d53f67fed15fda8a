//! The string to sign against one composed plainly, the output rule, and
//! signatures that verify for nothing else.

#![no_main]

use arbitrary::Arbitrary;
use libfuzzer_sys::fuzz_target;
use tokenmint::authing::{AccessKey, Request, Value};
use tokenmint::{Error, Field};
use tokenmint_fuzz::{Name, obeys};

#[derive(Debug, Arbitrary)]
struct Input {
    method: Option<String>,
    path: String,
    absolute: bool,
    params: Vec<(String, Param)>,
    headers: Vec<(HeaderName, String)>,
    secret: String,
    id: Name,
    size: u16,
}

#[derive(Debug, Arbitrary)]
enum Param {
    Null,
    Bool(bool),
    Unsigned(u64),
    Signed(i64),
    Text(String),
    Json(String),
}

#[derive(Debug, Arbitrary)]
enum HeaderName {
    Date,
    UpperDate,
    Signed(Name),
    UpperSigned(Name),
    Any(String),
}

impl HeaderName {
    fn text(&self) -> String {
        match self {
            Self::Date => "date".into(),
            Self::UpperDate => "DATE".into(),
            Self::Signed(name) => format!("x-authing-{}", name.0),
            Self::UpperSigned(name) => format!("X-Authing-{}", name.0),
            Self::Any(name) => name.clone(),
        }
    }
}

impl Param {
    fn value(&self) -> Value<'_> {
        match self {
            Self::Null => Value::Null,
            Self::Bool(value) => Value::Bool(*value),
            Self::Unsigned(value) => Value::Unsigned(*value),
            Self::Signed(value) => Value::Signed(*value),
            Self::Text(text) => Value::Text(text),
            Self::Json(text) => Value::Json(text),
        }
    }

    fn text(&self) -> String {
        match self {
            Self::Null => "null".into(),
            Self::Bool(value) => value.to_string(),
            Self::Unsigned(value) => value.to_string(),
            Self::Signed(value) => value.to_string(),
            Self::Text(text) | Self::Json(text) => text.clone(),
        }
    }
}

/// What JavaScript's `trim` takes away.
fn is_space(char: char) -> bool {
    char == '\u{feff}' || (char.is_whitespace() && char != '\u{85}')
}

/// Method, headers, path and parameters as the format has them; `None` where a
/// name is there twice.
fn compose(input: &Input, method: &str, path: &str, headers: &[(String, &str)]) -> Option<String> {
    let mut signed: Vec<(String, String)> = headers
        .iter()
        .map(|(name, value)| (name.to_ascii_lowercase(), *value))
        .filter(|(name, _)| name == "date" || name.starts_with("x-authing-"))
        .map(|(name, value)| {
            let value = value.replace(['\t', '\n', '\r', '\x0c'], " ");
            (name, value.trim_matches(is_space).to_owned())
        })
        .collect();
    signed.sort();
    let (path, raw) = path
        .split_once('?')
        .map_or((path, None), |(path, raw)| (path, Some(raw)));
    let mut params: Vec<(&str, Option<String>)> = input
        .params
        .iter()
        .map(|(name, value)| (name.as_str(), Some(value.text())))
        .chain(raw.map(|raw| (raw, None)))
        .collect();
    params.sort_by_cached_key(|(name, _)| name.encode_utf16().collect::<Vec<_>>());
    if signed.windows(2).any(|pair| pair[0].0 == pair[1].0)
        || params.windows(2).any(|pair| pair[0].0 == pair[1].0)
    {
        return None;
    }
    let mut text = format!("{method}\n");
    for (name, value) in signed {
        text += &format!("{name}:{value}\n");
    }
    text += path;
    for (at, (name, value)) in params.iter().enumerate() {
        text += if at == 0 { "?" } else { "&" };
        text += name;
        if let Some(value) = value {
            text += "=";
            text += value;
        }
    }
    Some(text)
}

fuzz_target!(|input: Input| {
    let method = input.method.as_deref().unwrap_or("POST");
    let path = if input.absolute {
        format!("/{}", input.path)
    } else {
        input.path.clone()
    };
    let named: Vec<(String, &str)> = input
        .headers
        .iter()
        .map(|(name, value)| (name.text(), value.as_str()))
        .collect();
    let headers: Vec<_> = named
        .iter()
        .map(|(name, value)| (name.as_str(), *value))
        .collect();
    let params: Vec<_> = input
        .params
        .iter()
        .map(|(name, value)| (name.as_str(), value.value()))
        .collect();
    let request = Request::new(method, &path)
        .with_params(&params)
        .with_headers(&headers);
    let composed = compose(&input, method, &path, &named);
    let ours = obeys(input.size, |out| request.string_to_sign(out));
    match &ours {
        Ok(text) => {
            assert_eq!(composed.as_ref(), Some(text));
            assert_eq!(request.string_to_sign_len(), Ok(text.len()));
        }
        Err(Error::Duplicate { .. }) => assert_eq!(composed, None),
        Err(Error::Empty { field }) => {
            assert!(matches!(field, Field::Method | Field::Header));
        }
        Err(Error::BadCharacter { .. } | Error::TooMany { .. }) => {}
        Err(other) => panic!("{other:?}"),
    }
    let debug = format!("{request:?}");
    assert!(!debug.is_empty());

    let Ok(key) = AccessKey::new(&input.id.0, &input.secret) else {
        return;
    };
    let authorization = obeys(input.size, |out| key.authorization(&request, out));
    assert_eq!(authorization.is_ok(), ours.is_ok());
    let Ok(authorization) = authorization else {
        return;
    };
    assert_eq!(authorization.len(), key.authorization_len());
    assert_eq!(key.verify(&request, &authorization), Ok(()));
    let other = AccessKey::new(&input.id.0, &format!("{}x", input.secret)).expect("a key");
    assert!(other.verify(&request, &authorization).is_err());
    let longer = format!("{method}x");
    let changed = Request::new(&longer, &path)
        .with_params(&params)
        .with_headers(&headers);
    assert!(key.verify(&changed, &authorization).is_err());
});
