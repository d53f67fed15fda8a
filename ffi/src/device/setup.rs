//! What a device is: whom it asks, who it is, and which agent it wants.

use core::ffi::{c_char, c_void};
use core::mem::{MaybeUninit, offset_of, size_of};
use core::ptr;

use crate::agora::tokenmint_agora_issuer;
use crate::frame::{Guard, Params, Plain, tokenmint_text};
use crate::status::{Failure, TOKENMINT_ERR_UNKNOWN_VALUE};

/// `api.agora.io`.
pub const TOKENMINT_DEVICE_AREA_GLOBAL: u32 = 0;
/// North America.
pub const TOKENMINT_DEVICE_AREA_US: u32 = 1;
/// Europe.
pub const TOKENMINT_DEVICE_AREA_EU: u32 = 2;
/// Asia without mainland China.
pub const TOKENMINT_DEVICE_AREA_AP: u32 = 3;
/// Mainland China.
pub const TOKENMINT_DEVICE_AREA_CN: u32 = 4;

/// What not every device needs: it names the functions that it takes, and no
/// other is linked. They are not called directly.
pub type tokenmint_device_part = Option<unsafe extern "C" fn(making: *mut c_void) -> i32>;

/// A device: whom it asks, what proves it, and the agent that it wants. Nothing
/// of it changes during a conversation but issue time and salt of the issuer.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct tokenmint_device {
    /// `sizeof(tokenmint_device)`.
    pub struct_size: usize,
    /// A server of your own, `https://...`, where `server` takes one.
    pub base_url: *const c_char,
    /// Bytes of the base URL.
    pub base_url_len: usize,
    /// The app id: 32 hexadecimal digits.
    pub app_id: *const c_char,
    /// Bytes of the app id.
    pub app_id_len: usize,
    /// The name of the agent: the device's own, since the service has an agent
    /// of a name but once.
    pub name: *const c_char,
    /// Bytes of the name.
    pub name_len: usize,
    /// The channel of the conversation.
    pub channel: *const c_char,
    /// Bytes of the channel.
    pub channel_len: usize,
    /// The user id that the agent has there: a number, or a text with a letter.
    pub agent_uid: *const c_char,
    /// Bytes of the agent's user id.
    pub agent_uid_len: usize,
    /// The user id of the device, to whom the agent listens; "*": to everybody.
    pub remote_uid: *const c_char,
    /// Bytes of the device's user id.
    pub remote_uid_len: usize,
    /// The models as a preset, its names separated by commas; NULL: none.
    pub preset: *const c_char,
    /// Bytes of the preset.
    pub preset_len: usize,
    /// The models as the id of a pipeline; NULL: none.
    pub pipeline: *const c_char,
    /// Bytes of the pipeline.
    pub pipeline_len: usize,
    /// More members of the start's `properties`, such as `{"llm": {...}}`: a JSON
    /// object, where `more` takes one.
    pub properties: *const c_char,
    /// Bytes of the properties.
    pub properties_len: usize,
    /// What the agent's speech is encoded with: "PCMU", "G711A", "G722"; NULL: as
    /// the service likes.
    pub codec: *const c_char,
    /// Bytes of the codec.
    pub codec_len: usize,
    /// A token that somebody else made, where `issuer` is NULL: the agent joins
    /// its channel with it, and it proves the device.
    pub token: *const c_char,
    /// Bytes of the token.
    pub token_len: usize,
    /// See `authorization`.
    pub secret_name: *const c_char,
    /// Bytes of the secret's name.
    pub secret_name_len: usize,
    /// See `authorization`. The library keeps no copy after a call.
    pub secret: *const c_char,
    /// Bytes of the secret.
    pub secret_len: usize,
    /// Who issues the tokens of requests and agent; NULL: nobody here does.
    /// Before a request `issued_at` is to be set from the step, and `salt` to a
    /// random number.
    pub issuer: *const tokenmint_agora_issuer,
    /// Makes them: @ref tokenmint_device_mint; NULL where nobody here does.
    /// @init TOKENMINT_DEVICE_MINT
    pub mint: tokenmint_device_part,
    /// Who is asked: @ref tokenmint_device_convoai, or a server of your own,
    /// @ref tokenmint_device_sample or @ref tokenmint_device_ten.
    /// @init TOKENMINT_DEVICE_SERVICE
    pub service: tokenmint_device_part,
    /// Where: @ref tokenmint_device_area, @ref tokenmint_device_url, or
    /// @ref tokenmint_device_plain_url.
    /// @init TOKENMINT_DEVICE_SERVER
    pub server: tokenmint_device_part,
    /// What proves the device: @ref tokenmint_device_token,
    /// @ref tokenmint_device_bearer, @ref tokenmint_device_basic or
    /// @ref tokenmint_device_header; NULL: nothing.
    /// @init TOKENMINT_DEVICE_AUTHORIZATION
    pub authorization: tokenmint_device_part,
    /// @ref tokenmint_device_properties where `properties` are given; else NULL.
    pub more: tokenmint_device_part,
    /// `TOKENMINT_DEVICE_AREA_...`.
    /// @init TOKENMINT_DEVICE_AREA_GLOBAL
    pub area: u32,
    /// Which region of the area, from 0, over and over: add 1 after a failure.
    pub region: u32,
    /// Seconds that a token lasts which `issuer` makes: 1 to 86,400. It is
    /// renewed when three eighths of them are over.
    /// @init 86400
    pub token_seconds: u32,
    /// Seconds after which the agent leaves when no user is there; 0: never.
    /// @init 120
    pub idle_seconds: u32,
    /// The most milliseconds that an answer may take: 1,000 to 600,000.
    /// @init 20000
    pub answer_ms: u32,
    /// Always 0.
    pub reserved: u32,
}

// SAFETY: integers, pointers and optional function pointers.
unsafe impl Plain for tokenmint_device {}
// SAFETY: `struct_size` comes first.
unsafe impl Params for tokenmint_device {
    const FIRST_SIZE: usize = size_of::<Self>();
}

/// How many texts there are, one behind the other.
const TEXTS: usize = 13;

const _: () = assert!(
    offset_of!(tokenmint_device, issuer)
        == FIRST_TEXT.saturating_add(TEXTS.saturating_mul(size_of::<tokenmint_text>()))
);

/// A device, read.
pub(super) struct Setup<'g> {
    pub(super) given: &'g tokenmint_device,
    texts: [&'g str; TEXTS],
}

impl<'g> Setup<'g> {
    /// # Safety
    ///
    /// The pointer rules of the crate.
    #[inline(never)]
    pub(super) unsafe fn read(
        guard: &'g Guard,
        device: *const tokenmint_device,
        place: &'g mut MaybeUninit<tokenmint_device>,
    ) -> Result<Self, Failure> {
        // SAFETY: the same promise.
        let given = unsafe { guard.read(device, place)? };
        if given.reserved != 0 {
            return Err(Failure::call(TOKENMINT_ERR_UNKNOWN_VALUE));
        }
        let mut texts = [""; TEXTS];
        for (at, text) in texts.iter_mut().enumerate() {
            // SAFETY: the same promise; there are so many pairs of a pointer and a
            // length.
            unsafe {
                let place = *ptr::from_ref(given)
                    .byte_add(FIRST_TEXT)
                    .cast::<tokenmint_text>()
                    .add(at);
                *text = guard.text(place.data, place.len)?;
            }
        }
        Ok(Self { given, texts })
    }

    pub(super) fn text<const AT: usize>(&self) -> &'g str {
        const { assert!(AT < TEXTS) };
        self.texts.get(AT).copied().unwrap_or_default()
    }
}

pub(super) const BASE_URL: usize = 0;
pub(super) const APP_ID: usize = 1;
pub(super) const NAME: usize = 2;
pub(super) const CHANNEL: usize = 3;
pub(super) const AGENT_UID: usize = 4;
pub(super) const REMOTE_UID: usize = 5;
pub(super) const PRESET: usize = 6;
pub(super) const PIPELINE: usize = 7;
pub(super) const PROPERTIES: usize = 8;
pub(super) const CODEC: usize = 9;
pub(super) const TOKEN: usize = 10;
pub(super) const SECRET_NAME: usize = 11;
pub(super) const SECRET: usize = 12;

const FIRST_TEXT: usize = offset_of!(tokenmint_device, base_url);
