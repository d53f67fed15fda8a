//! Avatars: `avatar` of a start body. In mainland China.
//!
//! Written by `cargo xtask convoai` from `vendors.tsv`.

use crate::client::convoai::vendors::make::vendors;

vendors! {
    Avatar:

    /// `SenseTime`: avatar.
    ///
    /// Vendor `sensetime` on the wire.
    ///
    /// Without `agora_token` a session makes one.
    SenseTimeAvatar = Class::new(VendorKind::Avatar, "SenseTimeAvatar", VendorArea::Cn)
        .vendor("sensetime");
    new {
        agora_uid: Text "params.agora_uid".required();
        app_key: Text "params.app_key".required();
    }
    set {
        /// Sent as `avatar.params.agora_token`.
        agora_token: Text "params.agora_token";
        /// Sent as `avatar.params.appId`.
        app_id: Text "params.appId".alias("appId");
        /// Sent as `avatar.params.sceneList`.
        scene_list: Objects "params.sceneList".alias("sceneList");
        /// Sent as `avatar.enable`. Default: `true`.
        enable: Flag "enable".default(Default::Flag(true));
        /// Further members of `avatar.params`.
        additional_params: Object "params.*";
    }

    /// `Spatius`: avatar.
    ///
    /// Vendor `spatius` on the wire.
    ///
    /// The speech must have its `sample_rate`, where that is given. Without `agora_token` a session makes one.
    SpatiusAvatar = Class::new(VendorKind::Avatar, "SpatiusAvatar", VendorArea::Cn)
        .vendor("spatius")
        .rule(rules::spatius);
    new {
        spatius_api_key: Text "params.spatius_api_key".required();
        spatius_app_id: Text "params.spatius_app_id".required();
        spatius_avatar_id: Text "params.spatius_avatar_id".required();
        agora_uid: Text "params.agora_uid".required();
    }
    set {
        /// Sent as `avatar.params.agora_token`.
        agora_token: Text "params.agora_token";
        /// Sent as `avatar.params.region`.
        region: Text "params.region";
        /// Sent as `avatar.params.sample_rate`.
        sample_rate: Integer "params.sample_rate";
        /// Sent as `avatar.params.session_expire_minutes`.
        session_expire_minutes: Integer "params.session_expire_minutes";
        /// Sent as `avatar.enable`. Default: `true`.
        enable: Flag "enable".default(Default::Flag(true));
        /// Further members of `avatar.params`.
        additional_params: Object "params.*";
    }
}
