//! What of a request is signed.

use core::ffi::c_char;
use core::mem::{MaybeUninit, size_of};

use heapless::Vec;
use tokenmint::authing::{Header, Param, Request, Value};
use tokenmint::{Error, Field};

use crate::frame::{Guard, Params, Plain};
use crate::status::{Failure, TOKENMINT_ERR_UNKNOWN_VALUE};

/// The most parameters of a request.
pub const TOKENMINT_AUTHING_PARAMS_MAX: usize = 32;
/// The most headers of a request, signed or not.
pub const TOKENMINT_AUTHING_HEADERS_MAX: usize = 16;

/// A parameter with the value null.
pub const TOKENMINT_AUTHING_NULL: u32 = 0;
/// A parameter that is a boolean: `number` is not 0.
pub const TOKENMINT_AUTHING_BOOL: u32 = 1;
/// A parameter that is an integer: `number`, as uint64_t.
pub const TOKENMINT_AUTHING_UNSIGNED: u32 = 2;
/// A parameter that is an integer: `number`.
pub const TOKENMINT_AUTHING_SIGNED: u32 = 3;
/// A parameter that is a text: `text`, nothing escaped.
pub const TOKENMINT_AUTHING_TEXT: u32 = 4;
/// A parameter that is a list, an object or a number with a fraction: `text` is
/// the JSON exactly as sent.
pub const TOKENMINT_AUTHING_JSON: u32 = 5;

/// An argument of the query (GET) or a top-level field of the JSON body (POST).
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct tokenmint_authing_param {
    /// Its name.
    pub name: *const c_char,
    /// Bytes of the name.
    pub name_len: usize,
    /// Its value, where that is text.
    pub text: *const c_char,
    /// Bytes of the text.
    pub text_len: usize,
    /// Its value, where that is a number.
    pub number: i64,
    /// `TOKENMINT_AUTHING_NULL` to `TOKENMINT_AUTHING_JSON`.
    pub kind: u32,
    /// 0.
    pub reserved: u32,
}

/// A header.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct tokenmint_authing_header {
    /// Its name, in any letter case.
    pub name: *const c_char,
    /// Bytes of the name.
    pub name_len: usize,
    /// Its value.
    pub value: *const c_char,
    /// Bytes of the value.
    pub value_len: usize,
}

/// The parts of a request that its signature covers. Begin with
/// `TOKENMINT_AUTHING_REQUEST_INIT`.
///
/// A server wants these headers, and signs all of them: `date`
/// (@ref tokenmint_authing_date), `x-authing-signature-nonce`
/// (@ref tokenmint_authing_nonce), `x-authing-signature-method: HMAC-SHA1`,
/// `x-authing-signature-version: 1.0`, `x-authing-sdk-version`, and where they
/// apply `x-authing-lang` and `x-authing-app-id`.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct tokenmint_authing_request {
    /// `sizeof(tokenmint_authing_request)`.
    pub struct_size: usize,
    /// The method as it is sent: "GET".
    pub method: *const c_char,
    /// Bytes of the method.
    pub method_len: usize,
    /// The path: it begins with "/" and has no host.
    pub path: *const c_char,
    /// Bytes of the path.
    pub path_len: usize,
    /// The parameters, not percent-encoded, in any order.
    pub params: *const tokenmint_authing_param,
    /// How many.
    pub params_count: usize,
    /// The headers, in any order; only `date` and `x-authing-*` are signed.
    pub headers: *const tokenmint_authing_header,
    /// How many.
    pub headers_count: usize,
}

// SAFETY: integers and pointers.
unsafe impl Plain for tokenmint_authing_param {}
// SAFETY: integers and pointers.
unsafe impl Plain for tokenmint_authing_header {}
// SAFETY: integers and pointers.
unsafe impl Plain for tokenmint_authing_request {}
// SAFETY: `struct_size` comes first.
unsafe impl Params for tokenmint_authing_request {
    const FIRST_SIZE: usize = size_of::<Self>();
}

/// The lists of a request, as the library wants them.
pub(super) struct Parts<'g> {
    method: &'g str,
    path: &'g str,
    params: Vec<Param<'g>, TOKENMINT_AUTHING_PARAMS_MAX>,
    headers: Vec<Header<'g>, TOKENMINT_AUTHING_HEADERS_MAX>,
}

impl<'g> Parts<'g> {
    /// Runs `body` on the request: in one place, since the lists are the better
    /// part of a kilobyte.
    ///
    /// # Safety
    ///
    /// The pointer rules of the crate.
    #[inline(never)]
    pub(super) unsafe fn with<T>(
        guard: &'g Guard,
        request: *const tokenmint_authing_request,
        body: impl FnOnce(&Request<'_>) -> Result<T, Error>,
    ) -> Result<T, Failure> {
        let mut parts = Self {
            method: "",
            path: "",
            params: Vec::new(),
            headers: Vec::new(),
        };
        // SAFETY: the same promise.
        unsafe { parts.read(guard, request)? };
        Ok(body(&parts.request())?)
    }

    #[inline(never)]
    unsafe fn read(
        &mut self,
        guard: &'g Guard,
        request: *const tokenmint_authing_request,
    ) -> Result<(), Failure> {
        let mut place = MaybeUninit::uninit();
        // SAFETY: the promise of the caller.
        unsafe {
            let request = guard.read(request, &mut place)?;
            self.method = guard.text(request.method, request.method_len)?;
            self.path = guard.text(request.path, request.path_len)?;
            for param in guard.list(request.params, request.params_count)? {
                let name = guard.text(param.name, param.name_len)?;
                let item = (name, value(guard, &param)?);
                self.params.push(item).map_err(|_| Error::TooMany {
                    field: Field::Query,
                    max: TOKENMINT_AUTHING_PARAMS_MAX,
                })?;
            }
            for header in guard.list(request.headers, request.headers_count)? {
                let name = guard.text(header.name, header.name_len)?;
                let item = (name, guard.text(header.value, header.value_len)?);
                self.headers.push(item).map_err(|_| Error::TooMany {
                    field: Field::Header,
                    max: TOKENMINT_AUTHING_HEADERS_MAX,
                })?;
            }
        }
        Ok(())
    }

    fn request(&self) -> Request<'_> {
        Request::new(self.method, self.path)
            .with_params(&self.params)
            .with_headers(&self.headers)
    }
}

unsafe fn value<'g>(
    guard: &'g Guard,
    param: &tokenmint_authing_param,
) -> Result<Value<'g>, Failure> {
    if param.reserved != 0 {
        return Err(Failure::call(TOKENMINT_ERR_UNKNOWN_VALUE));
    }
    // SAFETY: the pointer rules of the crate.
    let text = || unsafe { guard.text(param.text, param.text_len) };
    Ok(match param.kind {
        TOKENMINT_AUTHING_NULL => Value::Null,
        TOKENMINT_AUTHING_BOOL => Value::Bool(param.number != 0),
        TOKENMINT_AUTHING_UNSIGNED => Value::Unsigned(param.number.cast_unsigned()),
        TOKENMINT_AUTHING_SIGNED => Value::Signed(param.number),
        TOKENMINT_AUTHING_TEXT => Value::Text(text()?),
        TOKENMINT_AUTHING_JSON => Value::Json(text()?),
        _ => return Err(Failure::call(TOKENMINT_ERR_UNKNOWN_VALUE)),
    })
}
