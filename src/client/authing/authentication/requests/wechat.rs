//! Wechat.
//!
//! Written by `cargo xtask authing` from `endpoints.tsv`.

use crate::client::authing::authentication::{
    AsyncAuthenticationClient, Authentication, AuthenticationClient,
};
use crate::client::authing::requests::requests;

requests! {
    Authentication, AuthenticationClient, AsyncAuthenticationClient:

    POST "/api/v3/decrypt-wechat-miniprogram-data" Nothing decrypt_wechat_mini_program_data DecryptWechatMiniProgramData
        (
            code: Text "code", iv: Text "iv", encrypted_data: Text "encryptedData",
            ext_idp_connidentifier: Text "extIdpConnidentifier"
        )
        {};

    POST "/api/v3/get-wechat-access-token" Nothing get_wechat_mp_access_token GetWechatMpAccessToken
        (app_id: Text "appId", app_secret: Text "appSecret")
        {};

    POST "/api/v3/get-wechat-access-token-info" Nothing get_wechat_mp_access_token_info GetWechatMpAccessTokenInfo
        (app_id: Text "appId", app_secret: Text "appSecret")
        {};

    POST "/api/v2/ecConn/wechatMobile/authByCodeIdentity" Nothing auth_by_code_identity AuthByCodeIdentity
        (code: Text "code")
        {app_id: Text "appId", conn_id: Text "connId", options: Object "options"};

    POST "/api/v2/ecConn/wechatMobile/register" Nothing register_new_user RegisterNewUser
        (key: Text "key", action: Text "action")
        {};

    POST "/api/v2/ecConn/wechatMobile/byEmailCode" Nothing bind_by_email_code BindByEmailCode
        (key: Text "key", action: Text "action", code: Text "code", email: Text "email")
        {};

    POST "/api/v2/ecConn/wechatMobile/byPhoneCode" Nothing bind_by_phone_code BindByPhoneCode
        (key: Text "key", action: Text "action", code: Text "code", phone: Text "phone")
        {phone_country_code: Text "phoneCountryCode"};

    POST "/api/v2/ecConn/wechatMobile/byAccount" Nothing bind_by_account BindByAccount
        (
            key: Text "key", action: Text "action", password: Text "password",
            account: Text "account"
        )
        {};

    POST "/api/v2/ecConn/wechatMobile/select" Nothing select_account SelectAccount
        (key: Text "key", action: Text "action", account: Text "account")
        {};

    POST "/api/v2/ecConn/wechatMobile/byAccountId" Nothing bind_by_account_id BindByAccountId
        (key: Text "key", action: Text "action", account_id: Text "accountId")
        {};
}
