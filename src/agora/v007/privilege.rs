//! Service types and the privileges of each.

/// A service that a token can grant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[repr(u16)]
#[non_exhaustive]
pub enum ServiceType {
    /// Real-time audio and video.
    Rtc = 1,
    /// Signaling (real-time messages).
    Rtm = 2,
    /// Media streaming.
    Streaming = 3,
    /// Fusion player acceleration.
    Fpa = 4,
    /// Chat.
    Chat = 5,
    /// Fusion CDN.
    Fcdn = 6,
    /// Flexible classroom, also called Education.
    Apaas = 7,
    /// Signaling with permissions per resource.
    Rtm2 = 8,
    /// Conversational AI.
    ConvoAi = 9,
    /// Speech to text.
    Stt = 10,
}

impl ServiceType {
    /// The number on the wire.
    #[must_use]
    pub const fn number(self) -> u16 {
        self as u16
    }

    /// The service of a number, if it is known.
    #[must_use]
    pub const fn from_number(number: u16) -> Option<Self> {
        Some(match number {
            1 => Self::Rtc,
            2 => Self::Rtm,
            3 => Self::Streaming,
            4 => Self::Fpa,
            5 => Self::Chat,
            6 => Self::Fcdn,
            7 => Self::Apaas,
            8 => Self::Rtm2,
            9 => Self::ConvoAi,
            10 => Self::Stt,
            _ => return None,
        })
    }

    /// The name used in reports.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Rtc => "RTC",
            Self::Rtm => "RTM",
            Self::Streaming => "Streaming",
            Self::Fpa => "FPA",
            Self::Chat => "Chat",
            Self::Fcdn => "FCDN",
            Self::Apaas => "APaaS",
            Self::Rtm2 => "RTM2",
            Self::ConvoAi => "ConvoAI",
            Self::Stt => "STT",
        }
    }

    /// Whether it is for a channel, or for the room of a classroom.
    #[must_use]
    pub const fn has_channel(self) -> bool {
        matches!(self, Self::Rtc | Self::Streaming | Self::Fcdn | Self::Apaas)
    }

    /// The privilege to join its channel, if it has one.
    #[must_use]
    pub const fn join_privilege(self) -> Option<u16> {
        match self {
            Self::Rtc => Some(PrivilegeRtc::JoinChannel as u16),
            Self::Apaas => Some(PrivilegeApaas::RoomUser as u16),
            _ => None,
        }
    }

    /// The name of one of its privileges, if it is known.
    #[must_use]
    pub const fn privilege_name(self, privilege: u16) -> Option<&'static str> {
        Some(match (self, privilege) {
            (Self::Rtc, 1) => "join channel",
            (Self::Rtc, 2) => "publish audio",
            (Self::Rtc, 3) => "publish video",
            (Self::Rtc, 4) => "publish data",
            (Self::Rtm | Self::Rtm2 | Self::Fpa, 1) => "login",
            (Self::Streaming, 1) => "publish mix stream",
            (Self::Streaming, 2) => "publish raw stream",
            (Self::Chat, 1) | (Self::Apaas, 2) => "user",
            (Self::Chat, 2) | (Self::Apaas, 3) => "app",
            (Self::Fcdn, 1) => "publish",
            (Self::Fcdn, 2) => "play",
            (Self::Apaas, 1) => "room user",
            _ => return None,
        })
    }
}

macro_rules! privileges {
    ($($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $number:literal,)+ })+) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        #[repr(u16)]
        pub enum $name {
            $($(#[$variant_doc])* $variant = $number,)+
        }

        impl From<$name> for u16 {
            fn from(privilege: $name) -> Self {
                privilege as Self
            }
        }
    )+};
}

privileges! {
    /// Privileges of service RTC.
    PrivilegeRtc {
        /// Join the channel.
        JoinChannel = 1,
        /// Publish audio.
        PublishAudioStream = 2,
        /// Publish video.
        PublishVideoStream = 3,
        /// Publish data.
        PublishDataStream = 4,
    }
    /// Privileges of services RTM and RTM2.
    PrivilegeRtm {
        /// Log in.
        Login = 1,
    }
    /// Privileges of service Streaming.
    PrivilegeStreaming {
        /// Publish a mixed stream.
        PublishMixStream = 1,
        /// Publish a raw stream.
        PublishRawStream = 2,
    }
    /// Privileges of service FPA.
    PrivilegeFpa {
        /// Log in.
        Login = 1,
    }
    /// Privileges of service Chat.
    PrivilegeChat {
        /// Act as one user.
        User = 1,
        /// Act as the application.
        App = 2,
    }
    /// Privileges of service FCDN.
    PrivilegeFcdn {
        /// Publish.
        Publish = 1,
        /// Play.
        Play = 2,
    }
    /// Privileges of service APaaS.
    PrivilegeApaas {
        /// Enter a room as a user.
        RoomUser = 1,
        /// Act as one user.
        User = 2,
        /// Act as the application.
        App = 3,
    }
}
