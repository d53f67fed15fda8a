//! Runs every example; each checks its own result.

#![allow(missing_docs, unreachable_pub)]

/// These need a server or another program; `tests/ath_examples.rs`,
/// `tests/authing_examples.rs` and `tests/convoai_examples.rs` bring one and run
/// them.
const AGAINST_A_SERVER: &[&str] = &[
    "ath_gateway",
    "ath_gateway_async",
    "ath_keyring",
    "ath_native",
    "ath_native_async",
    "authing_create_role",
    "authing_list_users",
    "authing_private_deployment",
    "authing_hosted_login",
    "authing_events",
    "authing_sign_in",
    "convoai_app_credentials",
    "convoai_app_credentials_async",
    "convoai_basic",
    "convoai_manual_tokens",
    "convoai_notifications",
    "convoai_session",
    "convoai_token",
];

macro_rules! examples {
    ($($feature:literal: $($name:ident = $path:literal)+;)+) => {$($(
        #[cfg(feature = $feature)]
        #[path = $path]
        mod $name;
    )+)+

        mod run {
            $($(
                #[cfg(feature = $feature)]
                #[test]
                fn $name() {
                    super::$name::main().expect(stringify!($name));
                }
            )+)+
        }

        /// Every file of the folder is in the list below.
        #[test]
        fn none_is_left_out() {
            let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/examples");
            let mut files: Vec<String> = std::fs::read_dir(folder)
                .expect("examples")
                .filter_map(|entry| entry.expect("entry").file_name().into_string().ok())
                .filter_map(|name| name.strip_suffix(".rs").map(str::to_owned))
                .collect();
            files.sort();
            let mut listed = vec![$($(stringify!($name)),+),+];
            listed.extend(AGAINST_A_SERVER.iter().copied());
            listed.sort_unstable();
            assert_eq!(files, listed);
        }
    };
}

examples! {
    "agora":
        agora_access_token2 = "../examples/agora_access_token2.rs"
        agora_build_token_with_rtm = "../examples/agora_build_token_with_rtm.rs"
        agora_build_token_with_uid = "../examples/agora_build_token_with_uid.rs"
        agora_build_token_with_uid_and_privilege = "../examples/agora_build_token_with_uid_and_privilege.rs"
        agora_build_token_with_user_account = "../examples/agora_build_token_with_user_account.rs"
        agora_is_it_time_to_renew = "../examples/agora_is_it_time_to_renew.rs"
        agora_time_key = "../examples/agora_time_key.rs";
    "ath":
        ath_attestation_by_external_signer = "../examples/ath_attestation_by_external_signer.rs"
        ath_attestation_in_software = "../examples/ath_attestation_in_software.rs";
    "authing":
        authing_signed_request = "../examples/authing_signed_request.rs";
    "zego":
        zego_general_token04 = "../examples/zego_general_token04.rs"
        zego_strict_token04 = "../examples/zego_strict_token04.rs";
}
