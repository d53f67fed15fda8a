//! Authing credentials.

use tokenmint::authing::{
    AccessKey, DateFormat, HeaderOptions, Nonce, Request, SignatureHeaders, Value,
    authentication_events_target, management_events_target,
};

use crate::{Memory, part_mut, status, text};

/// What a caller brings to sign with.
#[repr(C)]
struct Inputs {
    id: Memory,
    id_len: usize,
    secret: Memory,
    secret_len: usize,
    path: Memory,
    path_len: usize,
    value: Memory,
    value_len: usize,
    unix_millis: u64,
    rfc1123: bool,
    random: [u8; 16],
}

impl Inputs {
    fn path(&self) -> &str {
        text(&self.path, self.path_len)
    }

    fn value(&self) -> &str {
        text(&self.value, self.value_len)
    }
}

#[unsafe(no_mangle)]
extern "C" fn bare_authing_sign(inputs: &Inputs, out: &mut Memory, cap: usize) -> i32 {
    let out = part_mut(out, cap);
    status((|| {
        let key = AccessKey::new(
            text(&inputs.id, inputs.id_len),
            text(&inputs.secret, inputs.secret_len),
        )?;
        let options = HeaderOptions {
            date_format: if inputs.rfc1123 {
                DateFormat::Rfc1123
            } else {
                DateFormat::UnixMillis
            },
            ..HeaderOptions::default()
        };
        let headers =
            SignatureHeaders::new(options, inputs.unix_millis, Nonce::new(inputs.random))?;
        let list = headers.list()?;
        let params = [
            ("a", Value::Null),
            ("b", Value::Bool(inputs.rfc1123)),
            ("c", Value::Unsigned(inputs.unix_millis)),
            ("d", Value::Signed(inputs.unix_millis.cast_signed())),
            ("e", Value::Text(inputs.value())),
            (inputs.value(), Value::Json(inputs.value())),
        ];
        let post = Request::post(inputs.path(), &params).with_headers(list.as_slice());
        let get = Request::get(inputs.path(), &params);
        let delete = Request::delete(inputs.path());
        key.verify(&delete, inputs.value())?;
        let mut len = post.string_to_sign(&mut *out)?.len();
        len ^= key.authorization(&get, &mut *out)?.len();
        len ^= key.events_authorization(&mut *out)?.len();
        Ok(len ^ key.authorization(&post, out)?.len())
    })())
}

#[unsafe(no_mangle)]
extern "C" fn bare_authing_events(inputs: &Inputs, out: &mut Memory, cap: usize) -> i32 {
    let out = part_mut(out, cap);
    status((|| {
        let len = management_events_target(inputs.path(), inputs.value(), &mut *out)?.len();
        let value = inputs.value();
        Ok(len ^ authentication_events_target(inputs.path(), value, value, out)?.len())
    })())
}
