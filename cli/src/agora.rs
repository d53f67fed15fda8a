//! `tokenmint agora`: one subcommand an official builder.

mod by_row;
mod channel_media;
mod chat;
mod classroom;
mod combined;
mod compose;
mod compose_json;
mod compose_text;
mod description;
mod fpa;
mod header;
mod lasting;
mod legacy;
pub(crate) mod names;
mod options;
mod present;
mod rtc;
mod rtm;
mod signer;
mod v006;

use clap::Subcommand;

use crate::exit::Exit;
use crate::failure::Failure;
use by_row::ByRow;
use lasting::Lasting;

/// The builders.
#[derive(Debug, Subcommand)]
#[command(after_help = "\
The token alone goes to standard output, its explanation to standard error. Without credentials
the public sample of the official documents is used, and standard error says so.")]
pub(crate) enum Command {
    /// Audio and video in a channel (RtcTokenBuilder2)
    Rtc(ByRow<rtc::Rtc>),
    /// Audio, video and signaling for one account (build_token_with_rtm)
    RtcRtm(ByRow<rtc::RtcRtm>),
    /// Audio, video and signaling, each with its account and lifetimes (build_token_with_rtm2)
    RtcRtm2(ByRow<combined::RtcRtm2>),
    /// Signaling (RtmTokenBuilder2)
    Rtm(ByRow<Lasting<rtm::Rtm>>),
    /// Signaling with permissions per resource (build_token_with_permissions)
    RtmPermissions(ByRow<Lasting<rtm::RtmPermissions>>),
    /// Chat, for one user (ChatTokenBuilder2)
    ChatUser(ByRow<Lasting<chat::ChatUser>>),
    /// Chat, for the application itself
    ChatApp(ByRow<Lasting<chat::ChatApp>>),
    /// Flexible classroom: a user in a room (EducationTokenBuilder2, ApaasTokenBuilder)
    #[command(visible_alias = "apaas-room-user")]
    EducationRoomUser(ByRow<Lasting<classroom::RoomUser>>),
    /// Flexible classroom: a user without a room
    #[command(visible_alias = "apaas-user")]
    EducationUser(ByRow<Lasting<classroom::User>>),
    /// Flexible classroom: the application itself
    #[command(visible_alias = "apaas-app")]
    EducationApp(ByRow<Lasting<classroom::App>>),
    /// Fusion player acceleration (FpaTokenBuilder); lasts 24 hours
    Fpa(ByRow<fpa::Fpa>),
    /// Conversational AI, service type 9 (ConvoAITokenBuilder)
    Convoai(ByRow<combined::ConvoAi>),
    /// Conversational AI, as its SDK makes it (generate_convo_ai_token)
    ConvoaiToken(ByRow<combined::ConvoAiToken>),
    /// Speech to text, service type 10 (SttTokenBuilder)
    Stt(ByRow<combined::Stt>),
    /// Media streaming in a channel, service type 3
    Streaming(ByRow<channel_media::Streaming>),
    /// Fusion CDN in a channel, service type 6
    Fcdn(ByRow<channel_media::Fcdn>),
    /// Any services together (AccessToken2)
    Compose(compose::Compose),
    /// 006: audio and video in a channel (RtcTokenBuilder)
    Rtc006(ByRow<v006::Rtc006>),
    /// 006: signaling (RtmTokenBuilder)
    Rtm006(ByRow<v006::Rtm006>),
    /// 001 to 005 and signaling tokens: old installations only
    #[command(subcommand)]
    Legacy(legacy::Command),
    /// Values of the HTTP Authorization header
    #[command(subcommand)]
    Header(header::Command),
}

/// Mints, or writes a header.
pub(crate) fn run(command: &Command, as_json: bool) -> Result<Exit, Failure> {
    let builder: &dyn present::Builder = match command {
        Command::Rtc(options) => options,
        Command::RtcRtm(options) => options,
        Command::RtcRtm2(options) => options,
        Command::Rtm(options) => options,
        Command::RtmPermissions(options) => options,
        Command::ChatUser(options) => options,
        Command::ChatApp(options) => options,
        Command::EducationRoomUser(options) => options,
        Command::EducationUser(options) => options,
        Command::EducationApp(options) => options,
        Command::Fpa(options) => options,
        Command::Convoai(options) => options,
        Command::ConvoaiToken(options) => options,
        Command::Stt(options) => options,
        Command::Streaming(options) => options,
        Command::Fcdn(options) => options,
        Command::Compose(options) => options,
        Command::Rtc006(options) => options,
        Command::Rtm006(options) => options,
        Command::Legacy(command) => command,
        Command::Header(command) => return header::run(command, as_json),
    };
    present::run(builder, as_json)
}
