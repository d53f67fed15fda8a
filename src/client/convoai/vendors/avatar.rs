//! Avatars: `avatar` of a start body.
//!
//! Written by `cargo xtask convoai` from `vendors.tsv`.

use crate::client::convoai::vendors::make::vendors;

vendors! {
    Avatar:

    /// `Akool`: avatar.
    ///
    /// Vendor `akool` on the wire.
    ///
    /// Needs speech with 16,000 samples a second.
    AkoolAvatar = Class::new(VendorKind::Avatar, "AkoolAvatar", VendorArea::Global)
        .vendor("akool")
        .rule(rules::akool);
    new {
        api_key: Text "params.api_key".required();
    }
    set {
        /// Sent as `avatar.params.avatar_id`.
        avatar_id: Text "params.avatar_id";
        /// Sent as `avatar.enable`. Default: `true`.
        enable: Flag "enable".default(Default::Flag(true));
        /// Further members of `avatar.params`.
        additional_params: Object "params.*";
    }

    /// `LiveAvatar`: avatar.
    ///
    /// Vendor `liveavatar` on the wire.
    ///
    /// Needs speech with 24,000 samples a second. Without `agora_token` a session makes one.
    LiveAvatarAvatar = Class::new(VendorKind::Avatar, "LiveAvatarAvatar", VendorArea::Global)
        .vendor("liveavatar")
        .rule(rules::live_avatar);
    new {
        api_key: Text "params.api_key".required();
        quality: Text "params.quality".required();
        agora_uid: Text "params.agora_uid".required();
    }
    set {
        /// Sent as `avatar.params.agora_token`.
        agora_token: Text "params.agora_token";
        /// Sent as `avatar.params.avatar_id`.
        avatar_id: Text "params.avatar_id";
        /// Sent as `avatar.enable`. Default: `true`.
        enable: Flag "enable".default(Default::Flag(true));
        /// Sent as `avatar.params.disable_idle_timeout`.
        disable_idle_timeout: Flag "params.disable_idle_timeout";
        /// Sent as `avatar.params.activity_idle_timeout`.
        activity_idle_timeout: Integer "params.activity_idle_timeout";
        /// Further members of `avatar.params`.
        additional_params: Object "params.*";
    }

    /// `Anam`: avatar.
    ///
    /// Vendor `anam` on the wire.
    AnamAvatar = Class::new(VendorKind::Avatar, "AnamAvatar", VendorArea::Global)
        .vendor("anam");
    new {
        api_key: Text "params.api_key".required();
        avatar_id: Text "params.avatar_id".required();
    }
    set {
        /// Sent as `avatar.enable`. Default: `true`.
        enable: Flag "enable".default(Default::Flag(true));
        /// Further members of `avatar.params`.
        additional_params: Object "params.*";
    }

    /// An endpoint of your own: avatar.
    ///
    /// Vendor `generic` on the wire.
    ///
    /// For Tavus, Protoface, LemonSlice and others. A session fills in app id, channel and token.
    GenericAvatar = Class::new(VendorKind::Avatar, "GenericAvatar", VendorArea::Global)
        .vendor("generic");
    new {
        api_key: Text "params.api_key".required();
        api_base_url: Text "params.api_base_url".required();
        avatar_id: Text "params.avatar_id".required();
        agora_uid: Text "params.agora_uid".required();
    }
    set {
        /// Sent as `avatar.params.agora_appid`.
        agora_appid: Text "params.agora_appid";
        /// Sent as `avatar.params.agora_token`.
        agora_token: Text "params.agora_token";
        /// Sent as `avatar.params.agora_channel`.
        agora_channel: Text "params.agora_channel";
        /// Sent as `avatar.enable`. Default: `true`.
        enable: Flag "enable".default(Default::Flag(true));
        /// Further members of `avatar.params`.
        additional_params: Object "params.*";
    }

    /// `HeyGen`: avatar.
    ///
    /// Vendor `heygen` on the wire.
    ///
    /// Deprecated, with a warning: use `LiveAvatarAvatar`. Needs speech with 24,000 samples a second.
    HeyGenAvatar = Class::new(VendorKind::Avatar, "HeyGenAvatar", VendorArea::Global)
        .vendor("heygen")
        .rule(rules::hey_gen);
    new {
        api_key: Text "params.api_key".required();
        quality: Text "params.quality".required();
        agora_uid: Text "params.agora_uid".required();
    }
    set {
        /// Sent as `avatar.params.agora_token`.
        agora_token: Text "params.agora_token";
        /// Sent as `avatar.params.avatar_id`.
        avatar_id: Text "params.avatar_id";
        /// Sent as `avatar.enable`. Default: `true`.
        enable: Flag "enable".default(Default::Flag(true));
        /// Sent as `avatar.params.disable_idle_timeout`.
        disable_idle_timeout: Flag "params.disable_idle_timeout";
        /// Sent as `avatar.params.activity_idle_timeout`.
        activity_idle_timeout: Integer "params.activity_idle_timeout";
        /// Further members of `avatar.params`.
        additional_params: Object "params.*";
    }
}
