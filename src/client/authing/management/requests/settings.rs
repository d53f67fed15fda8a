//! Settings.
//!
//! Written by `cargo xtask authing` from `endpoints.tsv`.

use crate::client::authing::management::{AsyncManagementClient, Management, ManagementClient};
use crate::client::authing::requests::requests;

requests! {
    Management, ManagementClient, AsyncManagementClient:

    GET "/api/v3/get-security-settings" AccessKey get_security_settings GetSecuritySettings
        [
            "Read the security settings." "get_security_settings" "py,node,java,go,cs" "node" ""
            "py=get_security_settings;node=getSecuritySettings;java=getSecuritySettings;go=GetSecuritySettings;cs=GetSecuritySettings"
            "" "SecuritySettingsRespDto" "SecuritySettingsDto" "-"
        ];

    POST "/api/v3/update-security-settings" AccessKey update_security_settings UpdateSecuritySettings
        [
            "Change the security settings." "update_security_settings" "py,node,java,go,cs" "node"
            "UpdateSecuritySettingsDto"
            "py=update_security_settings;node=updateSecuritySettings;java=updateSecuritySettings;go=UpdateSecuritySettings;cs=UpdateSecuritySettings"
            "" "SecuritySettingsRespDto" "SecuritySettingsDto" "-"
        ]
        ()
        {
            allowed_origins: Texts "allowedOrigins",
            authing_token_expires_in: Integer "authingTokenExpiresIn",
            verify_code_length: Integer "verifyCodeLength",
            verify_code_max_attempts: Integer "verifyCodeMaxAttempts",
            change_email_strategy: Object "changeEmailStrategy",
            change_phone_strategy: Object "changePhoneStrategy",
            cookie_settings: Object "cookieSettings", register_disabled: Flag "registerDisabled",
            register_anomaly_detection: Object "registerAnomalyDetection",
            complete_password_after_pass_code_login: Flag "completePasswordAfterPassCodeLogin",
            login_anomaly_detection: Object "loginAnomalyDetection",
            login_require_email_verified: Flag "loginRequireEmailVerified",
            self_unlock_account: Object "selfUnlockAccount",
            enable_login_account_switch: Flag "enableLoginAccountSwitch",
            qrcode_login_strategy: Object "qrcodeLoginStrategy"
        };

    GET "/api/v3/get-global-mfa-settings" AccessKey get_global_mfa_settings GetGlobalMfaSettings
        [
            "Read pool-wide MFA settings." "get_global_mfa_settings" "py,node,java,go,cs" "node" ""
            "py=get_global_mfa_settings;node=getGlobalMfaSettings;java=getGlobalMfaSettings;go=GetGlobalMfaSettings;cs=GetGlobalMfaSettings"
            "" "MFASettingsRespDto" "MFASettingsDto" "-"
        ];

    POST "/api/v3/update-global-mfa-settings" AccessKey update_global_mfa_settings UpdateGlobalMfaSettings
        [
            "Change pool-wide MFA settings." "update_global_mfa_settings" "py,node,java,go,cs"
            "node" "MFASettingsDto"
            "py=update_global_mfa_settings;node=updateGlobalMfaSettings;java=updateGlobalMfaSettings;go=UpdateGlobalMfaSettings;cs=UpdateGlobalMfaSettings"
            "" "MFASettingsRespDto" "MFASettingsDto" "-"
        ]
        (enabled_factors: Choices["OTP" "SMS" "EMAIL" "FACE"] "enabledFactors")
        {};

    POST "/api/v3/disable-global-mfa-settings" AccessKey close_global_mfa_settings CloseGlobalMfaSettings
        [
            "Switch pool-wide MFA off." "close_global_mfa_settings" "node" "node"
            "MFADisableSettingsDto" "node=closeGlobalMfaSettings" "" "MFASettingsRespDto"
            "MFASettingsDto" "-"
        ]
        (disable_factors: Choices["OTP" "SMS" "EMAIL" "FACE"] "disableFactors")
        {};
}
