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
        [
            "Sign in with e-mail and password." "sign_in_by_email_password" "py,node,java,go,cs"
            "old-table" "SignInOptionsDto"
            "py=sign_in_by_email_password;node=signInByEmailPassword;java=signInByEmailPassword;go=SignInByEmailPassword;cs=SignInByEmailPassword"
            "" "LoginTokenRespDto" "LoginTokenResponseDataDto" "-"
        ]
        [connection "connection" = "PASSWORD"]
        (email: Text "passwordPayload.email", password: Text "passwordPayload.password")
        {
            options: Object "options", client_id: Text "client_id",
            client_secret: Text "client_secret"
        };

    POST "/api/v3/signin" AppSecret sign_in_by_phone_password SignInByPhonePassword
        [
            "Sign in with phone number and password." "sign_in_by_phone_password"
            "py,node,java,go,cs" "old-table" "SignInOptionsDto"
            "py=sign_in_by_phone_password;node=signInByPhonePassword;java=signInByPhonePassword;go=SignInByPhonePassword;cs=SignInByPhonePassword"
            "" "LoginTokenRespDto" "LoginTokenResponseDataDto" "-"
        ]
        [connection "connection" = "PASSWORD"]
        (phone: Text "passwordPayload.phone", password: Text "passwordPayload.password")
        {
            options: Object "options", client_id: Text "client_id",
            client_secret: Text "client_secret"
        };

    POST "/api/v3/signin" AppSecret sign_in_by_username_password SignInByUsernamePassword
        [
            "Sign in with username and password." "sign_in_by_username_password"
            "py,node,java,go,cs" "old-table" "SignInOptionsDto"
            "py=sign_in_by_username_password;node=signInByUsernamePassword;java=signInByUsernamePassword;go=SignInByUsernamePassword;cs=SignInByUsernamePassword"
            "" "LoginTokenRespDto" "LoginTokenResponseDataDto" "-"
        ]
        [connection "connection" = "PASSWORD"]
        (username: Text "passwordPayload.username", password: Text "passwordPayload.password")
        {
            options: Object "options", client_id: Text "client_id",
            client_secret: Text "client_secret"
        };

    POST "/api/v3/signin" AppSecret sign_in_by_account_password SignInByAccountPassword
        [
            "Sign in with any account identifier and password." "sign_in_by_account_password"
            "py,node,java,go,cs" "old-table" "SignInOptionsDto"
            "py=sign_in_by_account_password;node=signInByAccountPassword;java=signInByAccountPassword;go=SignInByAccountPassword;cs=SignInByAccountPassword"
            "" "LoginTokenRespDto" "LoginTokenResponseDataDto" "-"
        ]
        [connection "connection" = "PASSWORD"]
        (account: Text "passwordPayload.account", password: Text "passwordPayload.password")
        {
            options: Object "options", client_id: Text "client_id",
            client_secret: Text "client_secret"
        };

    POST "/api/v3/signin" AppSecret sign_in_by_email_passcode SignInByEmailPasscode
        [
            "Sign in with a code sent by e-mail." "sign_in_by_email_passcode" "py,node,java,go,cs"
            "old-table" "SignInOptionsDto"
            "py=sign_in_by_email_passcode;node=signInByEmailPassCode;java=signInByEmailPassCode;go=SignInByEmailPassCode;cs=SignInByEmailPassCode"
            "" "LoginTokenRespDto" "LoginTokenResponseDataDto" "-"
        ]
        [connection "connection" = "PASSCODE"]
        (email: Text "passCodePayload.email", pass_code: Text "passCodePayload.passCode")
        {
            options: Object "options", client_id: Text "client_id",
            client_secret: Text "client_secret"
        };

    POST "/api/v3/signin" AppSecret sign_in_by_phone_passcode SignInByPhonePasscode
        [
            "Sign in with a code sent by text message." "sign_in_by_phone_passcode"
            "py,node,java,go,cs" "old-table" "SignInOptionsDto"
            "py=sign_in_by_phone_passcode;node=signInByPhonePassCode;java=signInByPhonePassCode;go=SignInByPhonePassCode;cs=SignInByPhonePassCode"
            "" "LoginTokenRespDto" "LoginTokenResponseDataDto" "-"
        ]
        [connection "connection" = "PASSCODE"]
        (phone: Text "passCodePayload.phone", pass_code: Text "passCodePayload.passCode")
        {
            phone_country_code: Text "passCodePayload.phoneCountryCode", options: Object "options",
            client_id: Text "client_id", client_secret: Text "client_secret"
        };

    POST "/api/v3/signin" AppSecret sign_in_by_ldap SignInByLdap
        [
            "Sign in with LDAP credentials." "sign_in_by_ldap" "py,node,java,go,cs" "old-table"
            "SignInOptionsDto"
            "py=sign_in_by_ldap;node=signInByLDAP;java=signInByLDAP;go=SignInByLDAP;cs=signInByLDAP"
            "" "LoginTokenRespDto" "LoginTokenResponseDataDto" "-"
        ]
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
        [
            "Sign in with Active Directory credentials." "sign_in_by_ad" "py,node,java,go,cs"
            "old-table" "SignInOptionsDto"
            "py=sign_in_by_ad;node=signInByAD;java=signInByAD;go=SignInByAD;cs=SignInByAD" ""
            "LoginTokenRespDto" "LoginTokenResponseDataDto" "-"
        ]
        [connection "connection" = "AD"]
        (sam_account_name: Text "adPayload.sAMAccountName", password: Text "adPayload.password")
        {
            options: Object "options", client_id: Text "client_id",
            client_secret: Text "client_secret"
        };

    POST "/api/v3/signin" AppSecret sign_in_by_credentials SignInByCredentials
        [
            "Sign in with a freely chosen credential payload." "sign_in_by_credentials"
            "py,node,java,go,cs" "node" "SigninByCredentialsDto"
            "py=sign_in_by_credentials;node=signInByCredentials;java=signInByCredentials;go=SignInByCredentials;cs=SignInByCredentials"
            "" "LoginTokenRespDto" "LoginTokenResponseDataDto" "-"
        ]
        (connection: Choice["PASSWORD" "PASSCODE" "LDAP" "AD"] "connection")
        {
            password_payload: Object "passwordPayload", pass_code_payload: Object "passCodePayload",
            ad_payload: Object "adPayload", ldap_payload: Object "ldapPayload",
            options: Object "options", client_id: Text "client_id",
            client_secret: Text "client_secret"
        };

    POST "/api/v3/signin-by-mobile" AppSecret sign_in_by_mobile SignInByMobile
        [
            "Sign in through a social provider's mobile kit." "sign_in_by_mobile"
            "py,node,java,go,cs" "node" "SigninByMobileDto"
            "py=sign_in_by_mobile;node=signInByMobile;java=signInByMobile;go=SignInByMobile;cs=SignInByMobile"
            "" "LoginTokenRespDto" "LoginTokenResponseDataDto" "-"
        ]
        (
            ext_idp_connidentifier: Text "extIdpConnidentifier",
            connection: Choice["apple" "wechat" "alipay" "wechatwork" "wechatwork_agency" "lark_internal" "lark_public" "lark_block" "yidun" "wechat_mini_program_code" "wechat_mini_program_phone" "wechat_mini_program_code_and_phone" "google" "facebook" "qq" "weibo" "baidu" "linkedin" "dingtalk" "github" "gitee" "gitlab" "douyin" "kuaishou" "xiaomi" "line" "slack" "oppo" "huawei" "amazon" "douyin_mini_program_code" "douyin_mini_program_code_and_phone"] "connection"
        )
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
            client_secret: Text "client_secret",
            douyin_mini_program_code_payload: Object "douyinMiniProgramCodePayload",
            douyin_mini_program_code_and_phone_payload: Object "douyinMiniProgramCodeAndPhonePayload"
        };

    POST "/api/v3/switch-login-by-user" UserToken switch_login_by_user SwitchLoginByUser
        [
            "Switch the session to a shared public account." "switch_login_by_user"
            "py,node,java,go" "node" "PublicAccountSwitchLoginDto"
            "py=switch_login_by_user;node=switchLoginByUser;java=switchLoginByUser;go=SwitchLoginByUser"
            "" "LoginTokenRespDto" "LoginTokenResponseDataDto" "-"
        ]
        (target_user_id: Text "targetUserId")
        {options: Object "options"};
}
