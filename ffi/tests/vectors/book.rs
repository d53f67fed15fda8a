//! Runs calls, and writes them down as C.

use std::collections::BTreeMap;
use std::ffi::c_char;
use std::fmt::Write as _;

use tokenmint_ffi::{TOKENMINT_ERR_BUFFER_TOO_SMALL, TOKENMINT_OK};

/// What a call that writes a text should come to.
#[derive(Clone)]
pub(crate) enum Want {
    Text(String),
    /// A 007 token with this content, whatever its text.
    Content(Vec<u8>),
    Status(i32),
}

/// An argument that is a struct or a list: live for ever, and as C.
pub(crate) struct Of<T: 'static> {
    pub(crate) rust: &'static [T],
    pub(crate) setup: String,
    pub(crate) name: String,
}

#[derive(Default)]
pub(crate) struct Book {
    pub(crate) counts: BTreeMap<String, usize>,
    texts: BTreeMap<Vec<u8>, String>,
    names: usize,
    functions: String,
    text_cases: String,
    checks: String,
}

pub(crate) fn leak(bytes: impl AsRef<[u8]>) -> &'static [u8] {
    bytes.as_ref().to_vec().leak()
}

impl Book {
    /// The C name of an array with these bytes.
    pub(crate) fn intern(&mut self, bytes: &[u8]) -> String {
        if bytes.is_empty() {
            return "NULL".to_owned();
        }
        let next = format!("bytes_{}", self.texts.len());
        self.texts.entry(bytes.to_vec()).or_insert(next).clone()
    }

    /// `(const char *)bytes_7, 5`.
    pub(crate) fn text_args(&mut self, bytes: &[u8]) -> String {
        let name = self.intern(bytes);
        format!("(const char *){name}, {}", bytes.len())
    }

    pub(crate) fn name(&mut self) -> String {
        self.names += 1;
        format!("v{}", self.names)
    }

    pub(crate) fn count(&mut self, what: &str) {
        *self.counts.entry(what.to_owned()).or_default() += 1;
    }

    /// Runs a call that writes a text, the way every caller may: asks for the
    /// size, gives too little, the exact size, and more.
    pub(crate) fn text(
        &mut self,
        id: &str,
        setup: &str,
        call_c: &str,
        want: &Want,
        call: &dyn Fn(*mut c_char, usize, *mut usize) -> i32,
    ) -> String {
        let text = run(id, want, call);
        let name = self.name();
        let _ = write!(
            self.functions,
            "static int32_t call_{name}(char *out, size_t out_cap, size_t *out_len) {{\n{setup}  \
             return {call_c};\n}}\n\n"
        );
        let (status, text_c, content) = match want {
            Want::Text(text) => (
                TOKENMINT_OK,
                self.text_args(text.as_bytes()),
                "NULL, 0".into(),
            ),
            Want::Content(content) => {
                let name = self.intern(content);
                (
                    TOKENMINT_OK,
                    "NULL, 0".to_owned(),
                    format!("{name}, {}", content.len()),
                )
            }
            Want::Status(status) => (*status, "NULL, 0".to_owned(), "NULL, 0".to_owned()),
        };
        let _ = writeln!(
            self.text_cases,
            "  {{{id:?}, call_{name}, {status}, {text_c}, {content}}},"
        );
        text
    }

    /// A check in C that has been made in Rust already: statements that fail
    /// with `FAIL_UNLESS(id, condition)`.
    pub(crate) fn check(&mut self, id: &str, statements: &str) {
        let name = self.name();
        let _ = write!(
            self.functions,
            "static void check_{name}(const char *id) {{\n{statements}}}\n\n"
        );
        let _ = writeln!(self.checks, "  {{{id:?}, check_{name}}},");
    }

    pub(crate) fn to_c(&self) -> String {
        let mut out = String::from(
            "/* Generated from the test vectors: do not edit. */\n\n#include \"driver.h\"\n\n",
        );
        for (bytes, name) in &self.texts {
            let _ = write!(out, "static const uint8_t {name}[] = {{");
            for (at, byte) in bytes.iter().enumerate() {
                let _ = write!(out, "{}{byte},", if at % 24 == 0 { "\n  " } else { "" });
            }
            out.push_str("\n};\n");
        }
        let _ = write!(
            out,
            "\n{}const text_case text_cases[] = {{\n{}}};\nconst size_t text_cases_count = \
             sizeof text_cases / sizeof text_cases[0];\n\nconst check_case check_cases[] = \
             {{\n{}}};\nconst size_t check_cases_count = sizeof check_cases / sizeof \
             check_cases[0];\n",
            self.functions, self.text_cases, self.checks
        );
        out
    }
}

const CANARY: u8 = 0xC5;

/// Calls with a buffer of `cap` bytes between canaries.
fn once(
    id: &str,
    cap: usize,
    call: &dyn Fn(*mut c_char, usize, *mut usize) -> i32,
) -> (i32, usize, Vec<u8>) {
    let mut memory = vec![CANARY; cap + 16];
    let mut len = usize::MAX;
    let out = memory[8..].as_mut_ptr().cast();
    let status = call(out, cap, &raw mut len);
    for at in (0..8).chain(cap + 8..cap + 16) {
        assert_eq!(memory[at], CANARY, "{id}: written outside the buffer");
    }
    (status, len, memory[8..cap + 8].to_vec())
}

fn run(id: &str, want: &Want, call: &dyn Fn(*mut c_char, usize, *mut usize) -> i32) -> String {
    if let Want::Status(status) = want {
        for cap in [0, 4096] {
            let (found, len, memory) = once(id, cap, call);
            assert_eq!(found, *status, "{id}");
            assert_eq!(len, 0, "{id}: a length after an error");
            assert!(memory.iter().all(|byte| *byte == 0), "{id}: not wiped");
        }
        return String::new();
    }
    let mut needed = 0;
    let status = call(std::ptr::null_mut(), 0, &raw mut needed);
    assert_eq!(status, TOKENMINT_ERR_BUFFER_TOO_SMALL, "{id}");
    let mut texts = Vec::new();
    for cap in [needed, needed + 33] {
        let (status, len, memory) = once(id, cap, call);
        assert_eq!(status, TOKENMINT_OK, "{id}");
        assert!(
            memory[len..].iter().all(|byte| *byte == 0),
            "{id}: no NUL, or not wiped"
        );
        texts.push(String::from_utf8(memory[..len].to_vec()).expect(id));
    }
    assert_eq!(texts[0], texts[1], "{id}");
    let text = texts.remove(0);
    // No room for the NUL is too small, whatever the needed size is.
    let (status, again, memory) = once(id, text.len(), call);
    assert_eq!(
        (status, again),
        (TOKENMINT_ERR_BUFFER_TOO_SMALL, needed),
        "{id}"
    );
    assert!(memory.iter().all(|byte| *byte == 0), "{id}: not wiped");
    match want {
        Want::Text(expected) => assert_eq!(text, *expected, "{id}"),
        Want::Content(expected) => assert_eq!(crate::agora::content_of(&text), *expected, "{id}"),
        Want::Status(_) => {}
    }
    text
}

/// Runs a call and writes it down: `text!(book, id, want, function, arguments)`
/// with arguments `text(t)`, `bytes(b)`, `int(i)`, `one(struct)`, `many(list)`.
#[macro_export]
macro_rules! text {
    ($book:expr, $id:expr, $want:expr, $function:ident $(, $kind:ident($value:expr))* $(,)?) => {{
        #[allow(unused_mut)] // Not every call has structs.
        let mut setup = String::new();
        let mut args: Vec<String> = Vec::new();
        $crate::text!(@ $book, $id, $want, $function, setup, args, [] $(, $kind($value))*)
    }};
    (@ $book:expr, $id:expr, $want:expr, $function:ident, $setup:ident, $args:ident, [$($rust:tt)*]
        , text($value:expr) $($rest:tt)*) => {{
        let value = $crate::book::leak($value);
        $args.push($book.text_args(value));
        $crate::text!(@ $book, $id, $want, $function, $setup, $args,
            [$($rust)* value.as_ptr().cast(), value.len(),] $($rest)*)
    }};
    (@ $book:expr, $id:expr, $want:expr, $function:ident, $setup:ident, $args:ident, [$($rust:tt)*]
        , bytes($value:expr) $($rest:tt)*) => {{
        let value = $crate::book::leak($value);
        let name = $book.intern(value);
        $args.push(format!("{name}, {}", value.len()));
        $crate::text!(@ $book, $id, $want, $function, $setup, $args,
            [$($rust)* value.as_ptr(), value.len(),] $($rest)*)
    }};
    (@ $book:expr, $id:expr, $want:expr, $function:ident, $setup:ident, $args:ident, [$($rust:tt)*]
        , int($value:expr) $($rest:tt)*) => {{
        let value = $value;
        $args.push(value.to_string());
        $crate::text!(@ $book, $id, $want, $function, $setup, $args, [$($rust)* value,] $($rest)*)
    }};
    (@ $book:expr, $id:expr, $want:expr, $function:ident, $setup:ident, $args:ident, [$($rust:tt)*]
        , one($value:expr) $($rest:tt)*) => {{
        let value = &$value;
        $setup += &value.setup;
        $args.push(format!("&{}", value.name));
        let rust = value.rust.as_ptr();
        $crate::text!(@ $book, $id, $want, $function, $setup, $args, [$($rust)* rust,] $($rest)*)
    }};
    (@ $book:expr, $id:expr, $want:expr, $function:ident, $setup:ident, $args:ident, [$($rust:tt)*]
        , many($value:expr) $($rest:tt)*) => {{
        let value = &$value;
        $setup += &value.setup;
        $args.push(format!("{}, {}", value.name, value.rust.len()));
        let rust = value.rust;
        $crate::text!(@ $book, $id, $want, $function, $setup, $args,
            [$($rust)* rust.as_ptr(), rust.len(),] $($rest)*)
    }};
    (@ $book:expr, $id:expr, $want:expr, $function:ident, $setup:ident, $args:ident, [$($rust:tt)*]) => {{
        $args.push("out, out_cap, out_len".to_owned());
        let call_c = format!("{}({})", stringify!($function), $args.join(", "));
        $book.text($id, &$setup, &call_c, $want, &|out, out_cap, out_len| {
            // SAFETY: every argument is live for ever.
            unsafe { $function($($rust)* out, out_cap, out_len) }
        })
    }};
}
