//! The parts of a JSON Web Token.

use alloc::vec;
use alloc::vec::Vec;

use super::Layer;
use super::walk::Walk;
use crate::wire::jws::Jws;

/// Of a JSON Web Token.
pub(in crate::doctor) fn of_jwt(token: &str) -> Option<Vec<Layer>> {
    let jws = Jws::parse(token, token.len()).ok()?;
    let mut text = Walk::new(token.as_bytes());
    for (name, part) in ["header", "claims", "signature"]
        .into_iter()
        .zip(token.split('.'))
    {
        text.bytes(name, part.len());
        text.bytes("dot", 1);
    }
    let mut layers = vec![text.characters("token", "")];
    let mut workspace = vec![0; Jws::workspace_len(token.len())];
    for (name, json) in [
        ("header", jws.header(&mut workspace).ok()?.to_vec()),
        ("claims", jws.claims(&mut workspace).ok()?.to_vec()),
    ] {
        let mut layer = Walk::new(&json);
        layer.rest("JSON");
        layers.push(layer.characters(name, "base64url"));
    }
    Some(layers)
}
