//! Settings.
//!
//! Written by `cargo xtask authing` from `endpoints.tsv`.

use crate::client::authing::management::{AsyncManagementClient, Management, ManagementClient};
use crate::client::authing::requests::requests;

requests! {
    Management, ManagementClient, AsyncManagementClient:

    GET "/api/v3/get-security-settings" AccessKey get_security_settings GetSecuritySettings;

    POST "/api/v3/update-security-settings" AccessKey update_security_settings UpdateSecuritySettings
        ()
        {
            allowed_origins: List "allowedOrigins",
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

    GET "/api/v3/get-global-mfa-settings" AccessKey get_global_mfa_settings GetGlobalMfaSettings;

    POST "/api/v3/update-global-mfa-settings" AccessKey update_global_mfa_settings UpdateGlobalMfaSettings
        (enabled_factors: List "enabledFactors")
        {};
}
