//! What a device is: whom it asks, who it is, and which agent it wants.

use core::ffi::c_char;
use core::mem::{MaybeUninit, size_of};

use tokenmint::agora::AppId;
use tokenmint::device::session::Service;
use tokenmint::device::{Area, Authorization, Codec, Server, StartAgent};

use crate::agora::tokenmint_agora_issuer;
use crate::frame::{Guard, Params, Plain, tokenmint_text};
use crate::status::{Failure, TOKENMINT_ERR_UNKNOWN_VALUE};

/// Agora Conversational AI.
pub const TOKENMINT_DEVICE_SERVICE_CONVOAI: u32 = 0;
/// Shengwang's sample token server at `base_url`: `/agent/start`, `/agent/stop`.
/// Models, idle time and name are its configuration.
pub const TOKENMINT_DEVICE_SERVICE_SAMPLE: u32 = 1;
/// A server of TEN at `base_url`: `/start`, `/ping`, `/stop`. `pipeline` is the
/// name of its graph, and user ids are numbers.
pub const TOKENMINT_DEVICE_SERVICE_TEN: u32 = 2;

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

/// The token that `issuer` makes, new for every request.
pub const TOKENMINT_DEVICE_AUTHORIZATION_MINTED: u32 = 0;
/// A token that somebody else made: `secret`.
pub const TOKENMINT_DEVICE_AUTHORIZATION_TOKEN: u32 = 1;
/// A customer id, `secret_name`, and its secret. It opens every project of the
/// customer to whoever reads the flash of one device.
pub const TOKENMINT_DEVICE_AUTHORIZATION_BASIC: u32 = 2;
/// A bearer token, such as an attestation: `secret`.
pub const TOKENMINT_DEVICE_AUTHORIZATION_BEARER: u32 = 3;
/// A header called `secret_name` with the value `secret`.
pub const TOKENMINT_DEVICE_AUTHORIZATION_HEADER: u32 = 4;

/// Nothing: a token server that asks for none.
pub const TOKENMINT_DEVICE_AUTHORIZATION_NONE: u32 = 5;

/// Makes a token: @ref tokenmint_agora_generate_convo_ai_token, or a function of
/// your own with its arguments and its rules for outputs.
pub type tokenmint_device_mint = Option<
    unsafe extern "C" fn(
        issuer: *const tokenmint_agora_issuer,
        channel: *const c_char,
        channel_len: usize,
        account: *const c_char,
        account_len: usize,
        token_expire: u32,
        privilege_expire: u32,
        out: *mut c_char,
        out_cap: usize,
        out_len: *mut usize,
    ) -> i32,
>;

/// A device: whom it asks, what proves it, and the agent that it wants. Nothing
/// of it changes during a conversation but issue time and salt of the issuer.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct tokenmint_device {
    /// `sizeof(tokenmint_device)`.
    pub struct_size: usize,
    /// A server of your own, `https://...`; NULL: the hosts of `area`.
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
    /// object; NULL: none.
    pub properties: *const c_char,
    /// Bytes of the properties.
    pub properties_len: usize,
    /// What the agent's speech is encoded with: "PCMU", "G711A", "G722"; NULL: as
    /// the service likes.
    pub codec: *const c_char,
    /// Bytes of the codec.
    pub codec_len: usize,
    /// The token that the agent joins its channel with where `issuer` is NULL.
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
    /// Makes them: of the issuer, for `agent_uid` in `channel`. A device without
    /// an issuer need not link it: `TOKENMINT_DEVICE_MINT` may be NULL.
    /// @init TOKENMINT_DEVICE_MINT
    pub mint: tokenmint_device_mint,
    /// `TOKENMINT_DEVICE_AREA_...`.
    /// @init TOKENMINT_DEVICE_AREA_GLOBAL
    pub area: u32,
    /// Which region of the area, from 0, over and over: add 1 after a failure.
    pub region: u32,
    /// What proves the device: `TOKENMINT_DEVICE_AUTHORIZATION_...`.
    /// @init TOKENMINT_DEVICE_AUTHORIZATION_MINTED
    pub authorization: u32,
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
    /// 1: `base_url` may be `http://...`, on a workbench: everybody on the way
    /// reads the tokens.
    pub plain_http: u32,
    /// Who is asked: `TOKENMINT_DEVICE_SERVICE_...`.
    /// @init TOKENMINT_DEVICE_SERVICE_CONVOAI
    pub service: u32,
}

// SAFETY: integers, pointers and an optional function pointer.
unsafe impl Plain for tokenmint_device {}
// SAFETY: `struct_size` comes first.
unsafe impl Params for tokenmint_device {
    const FIRST_SIZE: usize = size_of::<Self>();
}

/// How many texts there are; their order is that of [`Setup::read`].
const TEXTS: usize = 13;

/// A device, read.
pub(super) struct Setup<'g> {
    pub(super) given: tokenmint_device,
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
    ) -> Result<Self, Failure> {
        let mut place = MaybeUninit::uninit();
        // SAFETY: the same promise.
        let it = *unsafe { guard.read(device, &mut place)? };
        if it.plain_http > 1 {
            return Err(UNKNOWN);
        }
        let places = [
            tokenmint_text::new(it.base_url, it.base_url_len),
            tokenmint_text::new(it.app_id, it.app_id_len),
            tokenmint_text::new(it.name, it.name_len),
            tokenmint_text::new(it.channel, it.channel_len),
            tokenmint_text::new(it.agent_uid, it.agent_uid_len),
            tokenmint_text::new(it.remote_uid, it.remote_uid_len),
            tokenmint_text::new(it.preset, it.preset_len),
            tokenmint_text::new(it.pipeline, it.pipeline_len),
            tokenmint_text::new(it.properties, it.properties_len),
            tokenmint_text::new(it.codec, it.codec_len),
            tokenmint_text::new(it.token, it.token_len),
            tokenmint_text::new(it.secret_name, it.secret_name_len),
            tokenmint_text::new(it.secret, it.secret_len),
        ];
        let mut texts = [""; TEXTS];
        for (text, place) in texts.iter_mut().zip(places) {
            // SAFETY: the same promise.
            *text = unsafe { guard.text(place.data, place.len)? };
        }
        Ok(Self { given: it, texts })
    }

    pub(super) fn server(&self) -> Result<Server<'g>, Failure> {
        let [base_url, ..] = self.texts;
        let mut server = match (base_url, self.given.plain_http) {
            ("", _) => Server::of(area(self.given.area)?),
            (url, 0) => Server::new(url)?,
            (url, _) => Server::plain_http(url)?,
        };
        // No area has more.
        for _ in 0..self.given.region % 4 {
            server.next_region();
        }
        Ok(server)
    }

    pub(super) fn app_id(&self) -> Result<AppId, Failure> {
        let [_, app_id, ..] = self.texts;
        Ok(AppId::new(app_id)?)
    }

    pub(super) const fn name(&self) -> &'g str {
        self.texts[2]
    }

    pub(super) const fn channel(&self) -> &'g str {
        self.texts[3]
    }

    /// The agent that joins with `token` and listens to `remote_uids`.
    pub(super) fn start<'a>(&self, token: &'a str, remote_uids: &'a [&'a str]) -> StartAgent<'a>
    where
        'g: 'a,
    {
        let [
            _,
            _,
            name,
            channel,
            uid,
            _,
            preset,
            pipeline,
            properties,
            codec,
            ..,
        ] = self.texts;
        let mut start = StartAgent::new(name, channel, token, uid, remote_uids)
            .idle_timeout(self.given.idle_seconds);
        if !preset.is_empty() {
            start = start.preset(preset);
        }
        if !pipeline.is_empty() {
            start = start.pipeline(pipeline);
        }
        if !properties.is_empty() {
            start = start.properties(properties);
        }
        if !codec.is_empty() {
            start = start.output_codec(Codec::Other(codec));
        }
        start
    }

    pub(super) const fn agent_uid(&self) -> &'g str {
        self.texts[4]
    }

    /// The graph of a TEN server.
    pub(super) const fn graph(&self) -> &'g str {
        self.texts[7]
    }

    pub(super) const fn service(&self) -> Result<Service, Failure> {
        Ok(match self.given.service {
            TOKENMINT_DEVICE_SERVICE_CONVOAI => Service::ConvoAi,
            TOKENMINT_DEVICE_SERVICE_SAMPLE => Service::Sample,
            TOKENMINT_DEVICE_SERVICE_TEN => Service::Ten,
            _ => return Err(UNKNOWN),
        })
    }

    pub(super) const fn remote_uid(&self) -> &'g str {
        self.texts[5]
    }

    pub(super) const fn token(&self) -> &'g str {
        self.texts[10]
    }

    /// What proves the device; `minted` is the token that was.
    pub(super) fn authorization<'a>(&self, minted: &'a str) -> Result<Authorization<'a>, Failure>
    where
        'g: 'a,
    {
        let [.., name, secret] = self.texts;
        Ok(match self.given.authorization {
            TOKENMINT_DEVICE_AUTHORIZATION_MINTED => Authorization::Token(minted),
            TOKENMINT_DEVICE_AUTHORIZATION_TOKEN => Authorization::Token(secret),
            TOKENMINT_DEVICE_AUTHORIZATION_BASIC => Authorization::Basic { name, secret },
            TOKENMINT_DEVICE_AUTHORIZATION_BEARER => Authorization::Bearer(secret),
            TOKENMINT_DEVICE_AUTHORIZATION_HEADER => Authorization::Header {
                name,
                value: secret,
            },
            TOKENMINT_DEVICE_AUTHORIZATION_NONE => Authorization::None,
            _ => return Err(UNKNOWN),
        })
    }
}

const UNKNOWN: Failure = Failure::call(TOKENMINT_ERR_UNKNOWN_VALUE);

const fn area(number: u32) -> Result<Area, Failure> {
    Ok(match number {
        TOKENMINT_DEVICE_AREA_GLOBAL => Area::Global,
        TOKENMINT_DEVICE_AREA_US => Area::Us,
        TOKENMINT_DEVICE_AREA_EU => Area::Eu,
        TOKENMINT_DEVICE_AREA_AP => Area::Ap,
        TOKENMINT_DEVICE_AREA_CN => Area::Cn,
        _ => return Err(UNKNOWN),
    })
}
