//! `agora legacy`: dynamic keys 001 to 005 and signaling tokens. Their
//! deadlines are absolute times.
#![allow(deprecated)] // This group is for those who still need them.

use clap::{Args, Subcommand, ValueEnum};
use tokenmint::Error;
use tokenmint::agora::legacy::{self, KeyInputs};
use tokenmint::agora::{Credentials, ExpireAt, ExpireIn, Stamp};
use tokenmint::output::Owned;

use super::options::{Signing, User};
use super::present::{Builder, Mint, Minted};
use super::signer::Signer;
use crate::failure::Failure;
use crate::{clock, duration};

/// The kinds of key.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// 001 (DynamicKey): for a channel, without an end of its own
    #[command(name = "001")]
    V001(Key1),
    /// 002 (DynamicKey2)
    #[command(name = "002")]
    V002(Key),
    /// 003 (DynamicKey3)
    #[command(name = "003")]
    V003(Key),
    /// 004 (DynamicKey4): public sharing, recording or media channel
    #[command(name = "004")]
    V004(Key4),
    /// 005 (DynamicKey5): as 004, and in-channel permission
    #[command(name = "005")]
    V005(Key5),
    /// Signaling token
    Signaling(Signaling),
}

/// When a key ends.
#[derive(Debug, Args)]
struct Deadline {
    /// Lifetime from the issue time, converted to the time that the key takes
    /// [default: 3600]
    #[arg(long, value_name = "DURATION", value_parser = duration::parse, conflicts_with = "expire_at")]
    expire: Option<u32>,
    /// When the key ends: Unix seconds or RFC 3339
    #[arg(long, value_name = "TIME", value_parser = clock::parse)]
    expire_at: Option<u32>,
}

impl Deadline {
    fn get(&self, stamp: Stamp) -> Result<ExpireAt, Error> {
        match self.expire_at {
            Some(at) => Ok(ExpireAt::unix(at)),
            None => {
                let lifetime = ExpireIn::seconds(self.expire.unwrap_or(3600));
                ExpireAt::after(stamp.issued_at(), lifetime)
            }
        }
    }
}

/// Options of `agora legacy 001`.
#[derive(Debug, Args)]
#[command(after_help = "The salt is the random number of the key.")]
pub(crate) struct Key1 {
    /// Channel
    #[arg(long)]
    channel: String,
    #[command(flatten)]
    signing: Signing,
}

/// Options of `agora legacy 002` and `003`.
#[derive(Debug, Args)]
#[command(after_help = "The salt is the random number of the key.")]
pub(crate) struct Key {
    /// Channel
    #[arg(long)]
    channel: String,
    /// Numeric user; uid 0: any user may use the key
    #[arg(long, allow_negative_numbers = true)]
    uid: u32,
    #[command(flatten)]
    deadline: Deadline,
    #[command(flatten)]
    signing: Signing,
}

impl Key {
    fn inputs<'a>(
        &'a self,
        credentials: &'a Credentials,
        stamp: Stamp,
    ) -> Result<KeyInputs<'a>, Error> {
        Ok(KeyInputs {
            credentials,
            stamp,
            channel: &self.channel,
            uid: self.uid,
            expires_at: self.deadline.get(stamp)?,
        })
    }
}

/// Options of `agora legacy 004`.
#[derive(Debug, Args)]
pub(crate) struct Key4 {
    /// What the key is for
    #[arg(long, value_enum, default_value = "media-channel")]
    service: Service4,
    #[command(flatten)]
    key: Key,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Service4 {
    /// Media channel
    MediaChannel,
    /// Recording
    Recording,
    /// Public sharing
    PublicSharing,
}

/// Options of `agora legacy 005`.
#[derive(Debug, Args)]
pub(crate) struct Key5 {
    /// What the key is for
    #[arg(long, value_enum, default_value = "media-channel")]
    service: Service4,
    /// Make an in-channel permission key with this upload permission
    #[arg(long, value_enum, conflicts_with = "service")]
    permission: Option<Upload>,
    #[command(flatten)]
    key: Key,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Upload {
    /// No upload
    None,
    /// Audio and video
    AudioVideo,
}

/// Options of `agora legacy signaling`.
#[derive(Debug, Args)]
pub(crate) struct Signaling {
    #[command(flatten)]
    user: User,
    #[command(flatten)]
    deadline: Deadline,
    #[command(flatten)]
    signing: Signing,
}

impl Builder for Command {
    fn signing(&self) -> &Signing {
        match self {
            Self::V001(options) => &options.signing,
            Self::V002(options) | Self::V003(options) => &options.signing,
            Self::V004(options) => &options.key.signing,
            Self::V005(options) => &options.key.signing,
            Self::Signaling(options) => &options.signing,
        }
    }
}

impl Mint for Command {
    fn mint(&self, signer: Signer<'_>) -> Result<Minted, Failure> {
        let Signer {
            credentials, stamp, ..
        } = signer;
        let (function, token) = match self {
            Self::V001(options) => (
                "DynamicKey.generate",
                legacy::generate(credentials, stamp, &options.channel, Owned),
            ),
            Self::V002(options) => (
                "DynamicKey2.generate",
                legacy::generate2(&options.inputs(credentials, stamp)?, Owned),
            ),
            Self::V003(options) => (
                "DynamicKey3.generate",
                legacy::generate3(&options.inputs(credentials, stamp)?, Owned),
            ),
            Self::V004(options) => mint_4(options, &options.key.inputs(credentials, stamp)?),
            Self::V005(options) => mint_5(options, &options.key.inputs(credentials, stamp)?),
            Self::Signaling(options) => (
                "SignalingToken.generateSignalingToken",
                legacy::generate_signaling_token(
                    credentials,
                    &options.user.text()?,
                    options.deadline.get(stamp)?,
                    Owned,
                ),
            ),
        };
        Ok(Minted::new(function, token?))
    }
}

fn mint_4(options: &Key4, inputs: &KeyInputs<'_>) -> (&'static str, Result<String, Error>) {
    match options.service {
        Service4::MediaChannel => (
            "DynamicKey4.generateMediaChannelKey",
            legacy::generate_media_channel_key(inputs, Owned),
        ),
        Service4::Recording => (
            "DynamicKey4.generateRecordingKey",
            legacy::generate_recording_key(inputs, Owned),
        ),
        Service4::PublicSharing => (
            "DynamicKey4.generatePublicSharingKey",
            legacy::generate_public_sharing_key(inputs, Owned),
        ),
    }
}

fn mint_5(options: &Key5, inputs: &KeyInputs<'_>) -> (&'static str, Result<String, Error>) {
    let permission = options.permission.map(|upload| match upload {
        Upload::None => legacy::NO_UPLOAD,
        Upload::AudioVideo => legacy::AUDIO_VIDEO_UPLOAD,
    });
    match (permission, options.service) {
        (Some(permission), _) => (
            "DynamicKey5.generateInChannelPermissionKey",
            legacy::generate_in_channel_permission_key(inputs, permission, Owned),
        ),
        (None, Service4::MediaChannel) => (
            "DynamicKey5.generateMediaChannelKey",
            legacy::generate_media_channel_key5(inputs, Owned),
        ),
        (None, Service4::Recording) => (
            "DynamicKey5.generateRecordingKey",
            legacy::generate_recording_key5(inputs, Owned),
        ),
        (None, Service4::PublicSharing) => (
            "DynamicKey5.generatePublicSharingKey",
            legacy::generate_public_sharing_key5(inputs, Owned),
        ),
    }
}
