//! The signature part of `authing.json`.

use serde_json::Value;
use tokenmint_ffi::authing::*;
use tokenmint_ffi::*;

use crate::book::{Book, Of, Want, leak};
use crate::json::{list, text};
use crate::text;

pub(crate) fn run(file: &Value, book: &mut Book) {
    let signature = &file["signature"];
    for name in ["request_signing_node_sdk", "request_signing_go_sdk"] {
        for (at, case) in list(&signature[name]).iter().enumerate() {
            let id = format!("authing {name} {at}");
            if applies(case, book) {
                signing(&patched(case, &id), &id, book);
            }
        }
    }
    for (at, case) in list(&signature["request_signing_recorded_node_sdk"])
        .iter()
        .enumerate()
    {
        let id = format!("authing recorded {at}");
        if applies(case, book) {
            recorded(&patched(case, &id), &id, book);
        }
    }
    for (at, case) in list(&signature["websocket_python_sdk"]).iter().enumerate() {
        let id = &format!("authing websocket {at}");
        if applies(case, book) {
            let case = patched(case, id);
            let want = Want::Text(text(&case, "authorization", id).to_owned());
            text!(
                book,
                id,
                &want,
                tokenmint_authing_events_authorization,
                text(text(&case, "access_key_id", id)),
                text(text(&case, "access_key_secret", id))
            );
            book.count("authing: event streams");
        }
    }
}

fn applies(case: &Value, book: &mut Book) -> bool {
    let applies = case["not_applicable"].is_null();
    if !applies {
        book.count("authing: marked as not applicable");
    }
    applies
}

fn patched(case: &Value, id: &str) -> Value {
    let mut patched = case.clone();
    for patch in case["corrected"]["patch"].as_array().into_iter().flatten() {
        let path = text(patch, "path", id);
        *patched.pointer_mut(path).expect(id) = patch["value"].clone();
    }
    patched
}

/// A parameter: kind, text, number.
fn value_of(value: &Value, id: &str) -> (u32, String, i64) {
    match value {
        Value::Null => (TOKENMINT_AUTHING_NULL, String::new(), 0),
        Value::Bool(value) => (TOKENMINT_AUTHING_BOOL, String::new(), i64::from(*value)),
        Value::Number(number) => match number.as_i64() {
            Some(number) if number.unsigned_abs() < 1 << 53 => {
                (TOKENMINT_AUTHING_SIGNED, String::new(), number)
            }
            _ => (TOKENMINT_AUTHING_JSON, json(value, id), 0),
        },
        Value::String(text) => (TOKENMINT_AUTHING_TEXT, text.clone(), 0),
        Value::Array(_) | Value::Object(_) => (TOKENMINT_AUTHING_JSON, json(value, id), 0),
    }
}

/// `JSON.stringify`, for the numbers that the file has.
fn json(value: &Value, id: &str) -> String {
    match value {
        Value::Array(items) => {
            let items: Vec<_> = items.iter().map(|item| json(item, id)).collect();
            format!("[{}]", items.join(","))
        }
        Value::Object(members) => {
            let members: Vec<_> = members
                .iter()
                .map(|(name, value)| format!("{}:{}", Value::from(name.as_str()), json(value, id)))
                .collect();
            format!("{{{}}}", members.join(","))
        }
        Value::Number(number) => {
            let number = number.as_f64().expect(id);
            if number == 0.0 || (1e-6..1e21).contains(&number.abs()) {
                return if number == 0.0 {
                    "0".to_owned()
                } else {
                    number.to_string()
                };
            }
            let text = format!("{number:e}");
            if text.contains("e-") {
                text
            } else {
                text.replace('e', "e+")
            }
        }
        other => other.to_string(),
    }
}

fn request(
    method: &str,
    path: &str,
    params: &[(String, (u32, String, i64))],
    headers: &Value,
    id: &str,
    book: &mut Book,
) -> Of<tokenmint_authing_request> {
    let name = book.name();
    let (mut setup, mut items) = (String::new(), String::new());
    let (method, path) = (leak(method), leak(path));
    let mut list = Vec::new();
    for (param, (kind, value, number)) in params {
        let (param, value) = (leak(param), leak(value));
        items += &format!(
            "{{{}, {}, INT64_C({number}), {kind}, 0}}, ",
            book.text_args(param),
            book.text_args(value)
        );
        list.push(tokenmint_authing_param {
            name: param.as_ptr().cast(),
            name_len: param.len(),
            text: value.as_ptr().cast(),
            text_len: value.len(),
            number: *number,
            kind: *kind,
            reserved: 0,
        });
    }
    if !list.is_empty() {
        setup += &format!("  const tokenmint_authing_param {name}_params[] = {{{items}}};\n");
    }
    let params: &'static [_] = list.leak();
    let mut list = Vec::new();
    items.clear();
    for (header, value) in headers.as_object().expect(id) {
        let value = value
            .as_str()
            .map_or_else(|| json(value, id), str::to_owned);
        let (header, value) = (leak(header), leak(value));
        items += &format!(
            "{{{}, {}}}, ",
            book.text_args(header),
            book.text_args(value)
        );
        list.push(tokenmint_authing_header {
            name: header.as_ptr().cast(),
            name_len: header.len(),
            value: value.as_ptr().cast(),
            value_len: value.len(),
        });
    }
    if !list.is_empty() {
        setup += &format!("  const tokenmint_authing_header {name}_headers[] = {{{items}}};\n");
    }
    let headers: &'static [_] = list.leak();
    let of = |list: &str, count: usize| {
        if count == 0 {
            "NULL, 0".to_owned()
        } else {
            format!("{name}_{list}, {count}")
        }
    };
    setup += &format!(
        "  const tokenmint_authing_request {name} = {{sizeof(tokenmint_authing_request), {}, {}, \
         {}, {}}};\n",
        book.text_args(method),
        book.text_args(path),
        of("params", params.len()),
        of("headers", headers.len()),
    );
    Of {
        rust: vec![tokenmint_authing_request {
            struct_size: size_of::<tokenmint_authing_request>(),
            method: method.as_ptr().cast(),
            method_len: method.len(),
            path: path.as_ptr().cast(),
            path_len: path.len(),
            params: params.as_ptr(),
            params_count: params.len(),
            headers: headers.as_ptr(),
            headers_count: headers.len(),
        }]
        .leak(),
        setup,
        name,
    }
}

fn signing(case: &Value, id: &str, book: &mut Book) {
    let params: Vec<_> = case["params"]
        .as_object()
        .expect(id)
        .iter()
        .map(|(name, value)| (name.clone(), value_of(value, id)))
        .collect();
    let request = request(
        text(case, "method", id),
        text(case, "path", id),
        &params,
        &case["headers"],
        id,
        book,
    );
    let (key_id, secret) = (
        text(case, "access_key_id", id),
        text(case, "access_key_secret", id),
    );
    let want = Want::Text(text(case, "string_to_sign", id).to_owned());
    text!(
        book,
        id,
        &want,
        tokenmint_authing_string_to_sign,
        one(request)
    );
    if let Some(signature) = case["signature"].as_str() {
        let want = Want::Text(signature.to_owned());
        text!(
            book,
            id,
            &want,
            tokenmint_authing_sign,
            text(key_id),
            text(secret),
            one(request)
        );
    }
    authorized(
        text(case, "authorization", id),
        key_id,
        secret,
        &request,
        id,
        book,
    );
    book.count("authing: requests signed");
}

/// A request as it came over the wire; its parameters are taken as signed,
/// as one raw query, because other tests have them one by one.
fn recorded(case: &Value, id: &str, book: &mut Book) {
    let options = &case["options"];
    let (key_id, secret) = (
        text(options, "accessKeyId", id),
        text(options, "accessKeySecret", id),
    );
    for recorded in list(&case["requests"]) {
        let Some(signed) = recorded["string_to_sign"].as_str() else {
            book.count("authing: recorded without the text that was signed");
            continue;
        };
        let path = signed.find("\n/").map_or("", |at| &signed[at + 1..]);
        let request = request(
            text(recorded, "method", id),
            path,
            &[],
            &recorded["headers"],
            id,
            book,
        );
        let want = Want::Text(signed.to_owned());
        text!(
            book,
            id,
            &want,
            tokenmint_authing_string_to_sign,
            one(request)
        );
        let authorization = text(&recorded["headers"], "authorization", id);
        authorized(authorization, key_id, secret, &request, id, book);
        book.count("authing: recorded requests signed");
    }
}

fn authorized(
    authorization: &str,
    key_id: &str,
    secret: &str,
    request: &Of<tokenmint_authing_request>,
    id: &str,
    book: &mut Book,
) {
    let want = Want::Text(authorization.to_owned());
    text!(
        book,
        id,
        &want,
        tokenmint_authing_authorization,
        text(key_id),
        text(secret),
        one(*request)
    );
    for (secret, status) in [
        (secret, TOKENMINT_OK),
        ("another secret", TOKENMINT_ERR_BAD_SIGNATURE),
    ] {
        // SAFETY: every pointer is live for its length.
        let found = unsafe {
            tokenmint_authing_verify(
                key_id.as_ptr().cast(),
                key_id.len(),
                secret.as_ptr().cast(),
                secret.len(),
                request.rust.as_ptr(),
                authorization.as_ptr().cast(),
                authorization.len(),
            )
        };
        assert_eq!(found, status, "{id}");
        let args = [key_id, secret, authorization].map(|text| book.text_args(text.as_bytes()));
        book.check(
            id,
            &format!(
                "{}  FAIL_UNLESS(id, tokenmint_authing_verify({}, {}, &{}, {}) == {status});\n",
                request.setup, args[0], args[1], request.name, args[2]
            ),
        );
    }
}
