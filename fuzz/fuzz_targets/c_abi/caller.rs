//! A caller's memory, and what an input makes of it.

use std::ffi::c_char;

use arbitrary::Unstructured;
use tokenmint_ffi::{TOKENMINT_ERR_BUFFER_TOO_SMALL, TOKENMINT_OK};

const CANARY: u8 = 0xC5;
const AROUND: usize = 16;

/// An output of the call that is being made.
struct Out {
    memory: usize,
    len: usize,
}

/// The outputs that the rule about texts speaks of.
#[derive(Default)]
struct Text {
    out: Option<*mut u8>,
    cap: Option<usize>,
    len: Option<*mut usize>,
    /// Whether a NUL follows: `char`, not bytes.
    nul: bool,
}

pub struct Caller<'a> {
    input: Unstructured<'a>,
    /// Never freed nor moved while the input runs, as structs point into it.
    memory: Vec<Box<[u8]>>,
    /// Blocks that are aligned, and live as long.
    held: Vec<Box<[u64]>>,
    outs: Vec<Out>,
    text: Text,
    /// Bytes or elements behind the last pointer that was given.
    pub behind: Option<usize>,
    /// Structs that earlier calls filled, by type.
    pub filled: Vec<(*mut u8, &'static str)>,
    /// Texts that earlier calls wrote.
    tokens: Vec<String>,
}

impl<'a> Caller<'a> {
    pub fn new(data: &'a [u8]) -> Self {
        Self {
            input: Unstructured::new(data),
            memory: Vec::new(),
            held: Vec::new(),
            outs: Vec::new(),
            text: Text::default(),
            behind: None,
            filled: Vec::new(),
            tokens: Vec::new(),
        }
    }

    pub fn byte(&mut self) -> Option<u8> {
        (!self.input.is_empty()).then(|| self.input.arbitrary().unwrap_or_default())
    }

    /// 0 to `max`.
    pub fn up_to(&mut self, max: usize) -> usize {
        self.input.int_in_range(0..=max).unwrap_or_default()
    }

    pub fn number(&mut self) -> usize {
        self.input.arbitrary().unwrap_or_default()
    }

    pub fn any<T: arbitrary::Arbitrary<'a> + Default>(&mut self) -> T {
        self.input.arbitrary().unwrap_or_default()
    }

    /// One time in `times`.
    pub fn once_in(&mut self, times: usize) -> bool {
        self.up_to(times - 1) == times - 1
    }

    pub fn raw(&mut self, max: usize) -> Vec<u8> {
        let len = self.up_to(max).min(self.input.len());
        self.input.bytes(len).unwrap_or_default().to_vec()
    }

    pub fn token(&mut self) -> Option<String> {
        let at = self.up_to(self.tokens.len().saturating_sub(1));
        self.tokens.get(at).cloned()
    }

    /// A block of exactly these bytes: what is read past it, the sanitizer sees.
    pub fn keep(&mut self, bytes: &[u8]) -> *mut u8 {
        let mut block = Box::<[u8]>::from(bytes);
        let place = block.as_mut_ptr();
        self.memory.push(block);
        place
    }

    /// Aligned memory that nobody but the library writes to.
    pub fn hold(&mut self, words: Vec<u64>) -> *mut u8 {
        let mut block = words.into_boxed_slice();
        let place = block.as_mut_ptr().cast();
        self.held.push(block);
        place
    }

    /// An output of `len` bytes at an odd address, canaries around it.
    pub fn output(&mut self, start: &[u8], len: usize) -> *mut u8 {
        let mut block = vec![CANARY; AROUND + 1 + len + AROUND].into_boxed_slice();
        block[AROUND + 1..][..start.len()].copy_from_slice(start);
        let place = block.as_mut_ptr().wrapping_add(AROUND + 1);
        let memory = self.memory.len();
        self.memory.push(block);
        self.outs.push(Out { memory, len });
        place
    }

    /// A place in memory that is somewhere else as well.
    pub fn alias(&mut self) -> Option<(*mut u8, usize)> {
        if self.memory.is_empty() || !self.once_in(64) {
            return None;
        }
        let at = self.up_to(self.memory.len() - 1);
        let block = &mut self.memory[at];
        // Outputs keep their canaries.
        if block.first() == Some(&CANARY) {
            return None;
        }
        Some((block.as_mut_ptr(), block.len()))
    }

    pub fn note_out(&mut self, out: *mut u8, nul: bool) {
        self.text.out = Some(out);
        self.text.nul = nul;
        self.text.cap = None;
    }

    pub fn note_cap(&mut self, cap: usize) {
        if self.text.out.is_some() && self.text.cap.is_none() {
            self.text.cap = Some(cap);
        }
    }

    pub fn note_len(&mut self, len: *mut usize) {
        self.text.len = Some(len);
    }

    pub fn begin(&mut self) {
        self.outs.clear();
        self.text = Text::default();
        self.behind = None;
    }

    pub fn settle(&mut self, status: i32) {
        for out in &self.outs {
            let block = &self.memory[out.memory];
            let (before, rest) = block.split_at(AROUND + 1);
            let (_, after) = rest.split_at(out.len);
            let untouched = |part: &[u8]| part.iter().all(|byte| *byte == CANARY);
            assert!(untouched(before), "written before an output");
            assert!(untouched(after), "written behind an output");
        }
        let (Some(out), Some(cap), Some(len)) = (self.text.out, self.text.cap, self.text.len)
        else {
            return;
        };
        if len.is_null() {
            assert_ne!(status, TOKENMINT_OK);
            return;
        }
        if out.is_null() && cap > 0 || cap > isize::MAX as usize {
            assert_ne!(status, TOKENMINT_OK);
            return;
        }
        // SAFETY: it is an output of this call, perhaps unaligned.
        let len = unsafe { len.read_unaligned() };
        match status {
            TOKENMINT_OK => {
                assert!(len + usize::from(self.text.nul) <= cap);
                // SAFETY: the output has `cap` bytes, all written.
                let bytes = unsafe { std::slice::from_raw_parts(out, cap) };
                assert!(bytes[len..].iter().all(|byte| *byte == 0), "rest not wiped");
                if self.text.nul {
                    let text = std::str::from_utf8(&bytes[..len]).expect("text");
                    self.tokens.push(text.to_owned());
                }
            }
            TOKENMINT_ERR_BUFFER_TOO_SMALL => assert!(len > cap),
            _ => {}
        }
    }

    pub fn as_text(place: *mut u8) -> *const c_char {
        place.cast_const().cast()
    }
}
