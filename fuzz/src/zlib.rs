//! zlib itself.

use std::mem::MaybeUninit;

use libz_sys::{uLong, z_stream};

/// `content` compressed at level 6 in one call.
pub fn compress(content: &[u8]) -> Vec<u8> {
    let content_len = content.len() as uLong;
    // SAFETY: it only computes.
    let mut len = unsafe { libz_sys::compressBound(content_len) };
    let mut out = vec![0; len as usize];
    // SAFETY: both pointers come from live slices with the lengths given.
    let status = unsafe {
        libz_sys::compress2(
            out.as_mut_ptr(),
            &raw mut len,
            content.as_ptr(),
            content_len,
            6,
        )
    };
    assert_eq!(status, libz_sys::Z_OK);
    out.truncate(len as usize);
    out
}

/// The content of a whole stream that nothing follows and that has at most
/// `room` bytes, or nothing.
pub fn inflate(stream: &[u8], room: usize) -> Option<Vec<u8>> {
    run(stream, room, 15)
}

/// What zlib makes of deflate blocks without a frame.
pub fn inflate_raw(blocks: &[u8], room: usize) -> Option<Vec<u8>> {
    run(blocks, room, -15)
}

/// `window`: 15 with a frame, -15 without.
fn run(stream: &[u8], room: usize, window: i32) -> Option<Vec<u8>> {
    let mut out = vec![0; room + 1];
    let mut state = MaybeUninit::<z_stream>::zeroed();
    // SAFETY: all zeros is a `z_stream` that `inflateInit2_` accepts; the
    // pointers are live slices with their own lengths; the state is freed.
    unsafe {
        let init = libz_sys::inflateInit2_(
            state.as_mut_ptr(),
            window,
            libz_sys::zlibVersion(),
            size_of::<z_stream>() as i32,
        );
        assert_eq!(init, libz_sys::Z_OK);
        let state = &mut *state.as_mut_ptr();
        state.next_in = stream.as_ptr().cast_mut();
        state.avail_in = stream.len() as u32;
        state.next_out = out.as_mut_ptr();
        state.avail_out = out.len() as u32;
        let status = libz_sys::inflate(state, libz_sys::Z_FINISH);
        let (left, len) = (state.avail_in, state.total_out as usize);
        libz_sys::inflateEnd(state);
        out.truncate(len);
        (status == libz_sys::Z_STREAM_END && left == 0 && len <= room).then_some(out)
    }
}
