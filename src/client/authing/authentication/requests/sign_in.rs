//! Sign in.
//!
//! Written by `cargo xtask authing` from `endpoints.tsv`.

use crate::client::authing::authentication::{
    AsyncAuthenticationClient, Authentication, AuthenticationClient,
};
use crate::client::authing::requests::requests;

requests! {
    Authentication, AuthenticationClient, AsyncAuthenticationClient:

    POST "/api/v3/signin" AppSecret sign_in_by_email_password SignInByEmailPassword
        [connection "connection" = "PASSWORD"]
        (email: Text "passwordPayload.email", password: Text "passwordPayload.password")
        {
            options: Object "options", client_id: Text "client_id",
            client_secret: Text "client_secret"
        };

    POST "/api/v3/signin" AppSecret sign_in_by_phone_password SignInByPhonePassword
        [connection "connection" = "PASSWORD"]
        (phone: Text "passwordPayload.phone", password: Text "passwordPayload.password")
        {
            options: Object "options", client_id: Text "client_id",
            client_secret: Text "client_secret"
        };

    POST "/api/v3/signin" AppSecret sign_in_by_username_password SignInByUsernamePassword
        [connection "connection" = "PASSWORD"]
        (username: Text "passwordPayload.username", password: Text "passwordPayload.password")
        {
            options: Object "options", client_id: Text "client_id",
            client_secret: Text "client_secret"
        };

    POST "/api/v3/signin" AppSecret sign_in_by_account_password SignInByAccountPassword
        [connection "connection" = "PASSWORD"]
        (account: Text "passwordPayload.account", password: Text "passwordPayload.password")
        {
            options: Object "options", client_id: Text "client_id",
            client_secret: Text "client_secret"
        };

    POST "/api/v3/signin" AppSecret sign_in_by_email_passcode SignInByEmailPasscode
        [connection "connection" = "PASSCODE"]
        (email: Text "passCodePayload.email", pass_code: Text "passCodePayload.passCode")
        {
            options: Object "options", client_id: Text "client_id",
            client_secret: Text "client_secret"
        };

    POST "/api/v3/signin" AppSecret sign_in_by_phone_passcode SignInByPhonePasscode
        [connection "connection" = "PASSCODE"]
        (phone: Text "passCodePayload.phone", pass_code: Text "passCodePayload.passCode")
        {
            phone_country_code: Text "passCodePayload.phoneCountryCode", options: Object "options",
            client_id: Text "client_id", client_secret: Text "client_secret"
        };

    POST "/api/v3/signin" AppSecret sign_in_by_ldap SignInByLdap
        [connection "connection" = "LDAP"]
        (
            sam_account_name: Text "ldapPayload.sAMAccountName",
            password: Text "ldapPayload.password"
        )
        {
            options: Object "options", client_id: Text "client_id",
            client_secret: Text "client_secret"
        };

    POST "/api/v3/signin" AppSecret sign_in_by_ad SignInByAd
        [connection "connection" = "AD"]
        (sam_account_name: Text "adPayload.sAMAccountName", password: Text "adPayload.password")
        {
            options: Object "options", client_id: Text "client_id",
            client_secret: Text "client_secret"
        };

    POST "/api/v3/signin" AppSecret sign_in_by_credentials SignInByCredentials
        (connection: Text "connection")
        {
            password_payload: Object "passwordPayload", pass_code_payload: Object "passCodePayload",
            ad_payload: Object "adPayload", ldap_payload: Object "ldapPayload",
            options: Object "options", client_id: Text "client_id",
            client_secret: Text "client_secret"
        };

    POST "/api/v3/signin-by-mobile" AppSecret sign_in_by_mobile SignInByMobile
        (ext_idp_connidentifier: Text "extIdpConnidentifier", connection: Text "connection")
        {
            wechat_payload: Object "wechatPayload", apple_payload: Object "applePayload",
            alipay_payload: Object "alipayPayload", wechatwork_payload: Object "wechatworkPayload",
            wechatwork_agency_payload: Object "wechatworkAgencyPayload",
            lark_public_payload: Object "larkPublicPayload",
            lark_internal_payload: Object "larkInternalPayload",
            lark_block_payload: Object "larkBlockPayload", yidun_payload: Object "yidunPayload",
            wechat_mini_program_code_payload: Object "wechatMiniProgramCodePayload",
            wechat_mini_program_phone_payload: Object "wechatMiniProgramPhonePayload",
            wechat_mini_program_code_and_phone_payload: Object "wechatMiniProgramCodeAndPhonePayload",
            google_payload: Object "googlePayload", facebook_payload: Object "facebookPayload",
            qq_payload: Object "qqPayload", weibo_payload: Object "weiboPayload",
            baidu_payload: Object "baiduPayload", linked_in_payload: Object "linkedInPayload",
            ding_talk_payload: Object "dingTalkPayload", github_payload: Object "githubPayload",
            gitee_payload: Object "giteePayload", gitlab_payload: Object "gitlabPayload",
            douyin_payload: Object "douyinPayload", kuaishou_payload: Object "kuaishouPayload",
            xiaomi_payload: Object "xiaomiPayload", line_payload: Object "linePayload",
            slack_payload: Object "slackPayload", oppo_payload: Object "oppoPayload",
            huawei_payload: Object "huaweiPayload", amazon_payload: Object "amazonPayload",
            options: Object "options", client_id: Text "client_id",
            client_secret: Text "client_secret"
        };

    POST "/api/v3/switch-login-by-user" UserToken switch_login_by_user SwitchLoginByUser
        (target_user_id: Text "targetUserId")
        {options: Object "options"};
}
