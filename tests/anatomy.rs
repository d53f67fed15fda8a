//! The picture of a token's bytes, against what the official libraries were
//! given for it.

#![cfg(feature = "doctor")]
#![allow(missing_docs)]

use std::fs;

use serde_json::Value;
use tokenmint::doctor::{Form, Layer, Question};

fn vectors(name: &str) -> Value {
    let path = format!("{}/tests/vectors/{name}.json", env!("CARGO_MANIFEST_DIR"));
    let text = fs::read_to_string(path).expect("a file of vectors");
    serde_json::from_str(&text).expect("JSON")
}

fn anatomy(token: &str) -> Vec<Layer> {
    let form = Form::of(token).unwrap_or_else(|| panic!("no form: {token}"));
    let layers = form.anatomy(token, &Question::at(0));
    assert_eq!(layers[0].bytes, token.as_bytes());
    for layer in &layers {
        let len: usize = layer.pieces.iter().map(|piece| piece.len).sum();
        assert_eq!(len, layer.bytes.len(), "{}: {token}", layer.name);
        assert!(layer.pieces.iter().all(|piece| piece.len > 0));
    }
    layers
}

/// The values of the pieces of this name, in their order.
fn values<'l>(layer: &'l Layer, name: &str) -> Vec<&'l str> {
    let pieces = layer.pieces.iter();
    pieces
        .filter(|piece| piece.name == name)
        .map(|piece| piece.value.as_str())
        .collect()
}

fn quoted(texts: impl Iterator<Item = Value>) -> Vec<String> {
    texts
        .map(|text| format!("{:?}", text.as_str().unwrap()))
        .collect()
}

#[test]
fn access_token2_is_cut_where_its_fields_end() {
    let mut seen = 0;
    for case in vectors("agora")["cases"].as_array().unwrap() {
        if case["format"] != "007" {
            continue;
        }
        seen += 1;
        let id = &case["id"];
        let layers = anatomy(case["token"].as_str().unwrap());
        let content = &layers[1];
        let inputs = &case["inputs"];
        assert_eq!(
            values(content, "salt"),
            [inputs["salt"].to_string()],
            "{id}"
        );
        let app_id = quoted([inputs["app_id"].clone()].into_iter());
        assert_eq!(values(content, "app id"), app_id, "{id}");
        assert!(values(content, "rest").is_empty(), "{id}");
        let services = case["services"].as_array().unwrap();
        let count = services.len().to_string();
        assert_eq!(values(content, "number of services"), [count], "{id}");
        for (pieces, member) in [("channel", "channel"), ("room", "room_uuid")] {
            let named = services.iter().filter_map(|it| it.get(member).cloned());
            // What is empty has no bytes.
            let named = named.filter(|name| name != "");
            assert_eq!(values(content, pieces), quoted(named), "{id}: {pieces}");
        }
        let privileges = services
            .iter()
            .flat_map(|it| it["privileges"].as_array().unwrap());
        // A row may give them in another order than builders write.
        let mut numbers: Vec<String> = privileges.map(|it| it[0].to_string()).collect();
        if services.len() == 1 {
            numbers.sort();
        }
        let told = values(content, "privilege").into_iter();
        let told: Vec<&str> = told.map(|it| it.split(':').next().unwrap()).collect();
        assert_eq!(told, numbers, "{id}");
    }
    assert!(seen > 50);
}

#[test]
fn access_token_is_cut_where_its_fields_end() {
    let mut seen = 0;
    for case in vectors("agora")["cases"].as_array().unwrap() {
        if case["format"] != "006" {
            continue;
        }
        seen += 1;
        let layers = anatomy(case["token"].as_str().unwrap());
        assert_eq!(
            values(&layers[1], "salt"),
            [case["inputs"]["salt"].to_string()]
        );
        assert!(values(&layers[1], "rest").is_empty());
    }
    assert!(seen > 20);
}

#[test]
fn zego_tokens_show_what_stands_in_clear() {
    let mut seen = 0;
    for case in vectors("zego")["vectors"].as_array().unwrap() {
        let Some(token) = case["output"]["token"].as_str().filter(|it| !it.is_empty()) else {
            continue;
        };
        seen += 1;
        let layers = anatomy(token);
        let body = &layers[1];
        let mode = values(body, "encryption");
        if case["mode"] == "gcm" {
            assert_eq!(mode, ["1: AES-256-GCM"]);
        } else {
            assert!(mode.iter().all(|mode| *mode == "0: AES-256-CBC"));
            if let Some(iv) = case["input"]["iv_hex"].as_str() {
                assert_eq!(values(body, "initialization vector"), [iv]);
            }
        }
        assert!(values(body, "rest").is_empty());
    }
    assert!(seen > 20);
}

#[test]
fn what_the_web_kit_appends_is_a_piece_of_its_own() {
    let token = vectors("zego")["vectors"][0]["output"]["token"]
        .as_str()
        .unwrap()
        .to_owned();
    let layers = anatomy(&format!("{token}#eyJ9"));
    assert_eq!(
        layers[0].pieces.last().map(|it| (it.name, it.len)),
        Some(("appended by the web kit", 5))
    );
    assert_eq!(layers[1..], anatomy(&token)[1..]);
}

#[test]
fn a_signed_json_is_three_parts() {
    // RFC 7515, appendix A.3: the signature is over other claims than ours.
    let token = "eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ.DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q";
    let layers = anatomy(token);
    let names: Vec<_> = layers[0].pieces.iter().map(|it| it.name).collect();
    assert_eq!(names, ["header", "dot", "claims", "dot", "signature"]);
    assert_eq!(layers[1].bytes, br#"{"alg":"ES256"}"#);
    assert!(layers[2].bytes.starts_with(br#"{"iss":"joe","#));
}

#[test]
fn a_damaged_token_has_no_picture() {
    let token = vectors("agora")["cases"][0]["token"]
        .as_str()
        .unwrap()
        .to_owned();
    let cut = &token[..token.len() - 4];
    let form = Form::of(cut).expect("007");
    assert!(form.anatomy(cut, &Question::at(0)).is_empty());
}
