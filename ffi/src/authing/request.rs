//! What of a request is signed.

use core::ffi::c_char;
use core::mem::{MaybeUninit, offset_of, size_of};
use core::slice;

use tokenmint::authing::{Header, Param, Request, Value};
use tokenmint::internals::authing::RequestParts;

use crate::frame::{Guard, Kinds, Params, Plain, known_text};
use crate::status::{Failure, TOKENMINT_ERR_UNKNOWN_VALUE};

/// The most parameters of a request.
pub const TOKENMINT_AUTHING_PARAMS_MAX: usize = 128;
/// The most headers of a request, signed or not.
pub const TOKENMINT_AUTHING_HEADERS_MAX: usize = 32;

const _: () = assert!(TOKENMINT_AUTHING_PARAMS_MAX == Request::MAX_PARAMS);
const _: () = assert!(TOKENMINT_AUTHING_HEADERS_MAX == Request::MAX_HEADERS);

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

/// The parts of a request that its signature covers.
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
    const KINDS: Kinds = Kinds::NONE
        .and(Kinds::TEXT, offset_of!(Self, method))
        .and(Kinds::TEXT, offset_of!(Self, path));
}

/// A request whose lists stay where the caller has them: a copy of them would
/// take a kilobyte of stack.
pub(super) struct CallersRequest<'g> {
    guard: &'g Guard,
    it: &'g tokenmint_authing_request,
}

impl<'g> CallersRequest<'g> {
    /// Looks at every part of `request`.
    ///
    /// # Safety
    ///
    /// The pointer rules of the crate.
    #[inline(never)]
    pub(super) unsafe fn read(
        guard: &'g Guard,
        request: *const tokenmint_authing_request,
        place: &'g mut MaybeUninit<tokenmint_authing_request>,
    ) -> Result<Self, Failure> {
        // SAFETY: the promise of the caller.
        unsafe {
            let it = guard.read(request, place)?;
            let text = |data, len| guard.text(data, len);
            for param in guard.list(it.params, it.params_count)? {
                read_param(&param, text)?;
            }
            for header in guard.list(it.headers, it.headers_count)? {
                read_header(&header, text)?;
            }
            Ok(Self { guard, it })
        }
    }
}

impl RequestParts for CallersRequest<'_> {
    fn method(&self) -> &str {
        // SAFETY: the guard has looked at it.
        unsafe { known_text(self.it.method, self.it.method_len) }
    }

    fn path(&self) -> &str {
        // SAFETY: the guard has looked at it.
        unsafe { known_text(self.it.path, self.it.path_len) }
    }

    fn params_count(&self) -> usize {
        self.it.params_count
    }

    fn param(&self, at: usize) -> Option<Param<'_>> {
        // SAFETY: `read` has looked at all of them.
        let param = unsafe { self.guard.item(self.it.params, self.it.params_count, at)? };
        read_param(&param, known).ok()
    }

    fn headers_count(&self) -> usize {
        self.it.headers_count
    }

    fn header(&self, at: usize) -> Option<Header<'_>> {
        // SAFETY: `read` has looked at all of them.
        let header = unsafe {
            self.guard
                .item(self.it.headers, self.it.headers_count, at)?
        };
        read_header(&header, known).ok()
    }
}

/// A text that [`CallersRequest::read`] has looked at: not again, since the order
/// of the names asks for each many times.
fn known<'g>(data: *const c_char, len: usize) -> Result<&'g str, Failure> {
    if len == 0 {
        return Ok("");
    }
    // SAFETY: it is there, is a text, and stays both during the call.
    Ok(unsafe { str::from_utf8_unchecked(slice::from_raw_parts(data.cast(), len)) })
}

fn read_param<'g>(
    param: &tokenmint_authing_param,
    text: impl Fn(*const c_char, usize) -> Result<&'g str, Failure>,
) -> Result<Param<'g>, Failure> {
    let unknown = Failure::call(TOKENMINT_ERR_UNKNOWN_VALUE);
    let name = text(param.name, param.name_len)?;
    if param.reserved != 0 {
        return Err(unknown);
    }
    let value = match param.kind {
        TOKENMINT_AUTHING_NULL => Value::Null,
        TOKENMINT_AUTHING_BOOL => Value::Bool(param.number != 0),
        TOKENMINT_AUTHING_UNSIGNED => Value::Unsigned(param.number.cast_unsigned()),
        TOKENMINT_AUTHING_SIGNED => Value::Signed(param.number),
        TOKENMINT_AUTHING_TEXT => Value::Text(text(param.text, param.text_len)?),
        TOKENMINT_AUTHING_JSON => Value::Json(text(param.text, param.text_len)?),
        _ => return Err(unknown),
    };
    Ok((name, value))
}

fn read_header<'g>(
    header: &tokenmint_authing_header,
    text: impl Fn(*const c_char, usize) -> Result<&'g str, Failure>,
) -> Result<Header<'g>, Failure> {
    let name = text(header.name, header.name_len)?;
    Ok((name, text(header.value, header.value_len)?))
}
