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
        [
            "Decrypt data from a WeChat mini program." "decrypt_wechat_mini_program_data"
            "py,node,java,go,cs" "node" "DecryptWechatMiniProgramDataDto"
            "py=decrypt_wechat_mini_program_data;node=decryptWechatMiniProgramData;java=decryptWechatMiniProgramData;go=DecryptWechatMiniProgramData;cs=DecryptWechatMiniProgramData"
            "" "DecryptWechatMiniProgramDataRespDto" "any" "-"
        ]
        (
            code: Text "code", iv: Text "iv", encrypted_data: Text "encryptedData",
            ext_idp_connidentifier: Text "extIdpConnidentifier"
        )
        {};

    POST "/api/v3/get-wechat-access-token" Nothing get_wechat_mp_access_token GetWechatMpAccessToken
        [
            "Fetch the WeChat official-account access token." "get_wechat_mp_access_token"
            "py,node,java,go,cs" "node" "GetWechatAccessTokenDto"
            "py=get_wechat_mp_access_token;node=getWechatMpAccessToken;java=getWechatMpAccessToken;go=GetWechatMpAccessToken;cs=GetWechatMpAccessToken"
            "deprecated upstream" "GetWechatAccessTokenRespDto" "GetWechatAccessTokenDataDto" "-"
        ]
        (app_id: Text "appId", app_secret: Text "appSecret")
        {};

    POST "/api/v3/get-wechat-access-token-info" Nothing get_wechat_mp_access_token_info GetWechatMpAccessTokenInfo
        [
            "Fetch the WeChat access token with its lifetime details."
            "get_wechat_mp_access_token_info" "py,node,java,go" "node" "GetWechatAccessTokenDto"
            "py=get_wechat_mp_access_token_info;node=getWechatMpAccessTokenInfo;java=getWechatMpAccessTokenInfo;go=GetWechatMpAccessTokenInfo"
            "" "GetWechatAccessTokenInfoRespDto" "GetWechatAccessTokenDataDto" "-"
        ]
        (app_id: Text "appId", app_secret: Text "appSecret")
        {};

    POST "/api/v2/ecConn/wechatMobile/authByCodeIdentity" Nothing auth_by_code_identity AuthByCodeIdentity
        [
            "Sign in from the WeChat mobile kit." "auth_by_code_identity" "py,node,java,go" "node"
            "WechatMobileAuthByCodeIdentityInput"
            "py=auth_by_code_identity;node=authByCodeIdentity;java=authByCodeIdentity;go=AuthByCodeIdentity"
            "" "LoginTokenResponseDataDto" "flat" "-"
        ]
        (code: Text "code")
        {app_id: Text "appId", conn_id: Text "connId", options: Object "options"};

    POST "/api/v2/ecConn/wechatMobile/register" Nothing register_new_user RegisterNewUser
        [
            "Create a user from WeChat identity data." "register_new_user" "py,node,java,go" "node"
            "BindByRegiserInputApi"
            "py=register_new_user;node=registerNewUser;java=registerNewUser;go=RegisterNewUser" ""
            "WechatLoginTokenRespDto" "flat" "-"
        ]
        (key: Text "key", action: Text "action")
        {};

    POST "/api/v2/ecConn/wechatMobile/byEmailCode" Nothing bind_by_email_code BindByEmailCode
        [
            "Bind a WeChat identity through an e-mail code." "bind_by_email_code" "py,node,java,go"
            "node" "BindByEmailCodeInputApi"
            "py=bind_by_email_code;node=bindByEmailCode;java=bindByEmailCode;go=BindByEmailCode" ""
            "WechatLoginTokenRespDto" "flat" "-"
        ]
        (key: Text "key", action: Text "action", code: Text "code", email: Text "email")
        {};

    POST "/api/v2/ecConn/wechatMobile/byPhoneCode" Nothing bind_by_phone_code BindByPhoneCode
        [
            "Bind a WeChat identity through a phone code." "bind_by_phone_code" "py,node,java,go"
            "node" "BindByPhoneCodeInputApi"
            "py=bind_by_phone_code;node=bindByPhoneCode;java=bindByPhoneCode;go=BindByPhoneCode" ""
            "WechatLoginTokenRespDto" "flat" "-"
        ]
        (key: Text "key", action: Text "action", code: Text "code", phone: Text "phone")
        {phone_country_code: Text "phoneCountryCode" / "with the plus sign, such as +86"};

    POST "/api/v2/ecConn/wechatMobile/byAccount" Nothing bind_by_account BindByAccount
        [
            "Bind a WeChat identity through account and password." "bind_by_account"
            "py,node,java,go" "node" "BindByAccountInputApi"
            "py=bind_by_account;node=bindByAccount;java=bindByAccount;go=BindByAccount" ""
            "WechatLoginTokenRespDto" "flat" "-"
        ]
        (
            key: Text "key", action: Text "action",
            password: Text "password" / "in clear unless the encryption is said: `PasswordKey` encrypts",
            account: Text "account"
        )
        {};

    POST "/api/v2/ecConn/wechatMobile/select" Nothing select_account SelectAccount
        [
            "Pick one of several accounts for a WeChat identity." "select_account" "py,node,java,go"
            "node" "BindByAccountsInputApi"
            "py=select_account;node=selectAccount;java=selectAccount;go=SelectAccount" ""
            "WechatLoginTokenRespDto" "flat" "-"
        ]
        (key: Text "key", action: Text "action", account: Text "account")
        {};

    POST "/api/v2/ecConn/wechatMobile/byAccountId" Nothing bind_by_account_id BindByAccountId
        [
            "Bind a WeChat identity to a known account id." "bind_by_account_id" "py,node,java,go"
            "node" "BindByAccountIdInputApi"
            "py=bind_by_account_id;node=bindByAccountId;java=bindByAccountId;go=BindByAccountId" ""
            "WechatLoginTokenRespDto" "flat" "-"
        ]
        (key: Text "key", action: Text "action", account_id: Text "accountId")
        {};

    POST "/api/v3/get-wechat-miniprogram-phone" Nothing get_wechat_miniprogram_phone GetWechatMiniprogramPhone
        [
            "Read the phone number of a WeChat mini program user." "get_wechat_miniprogram_phone"
            "cs" "cs" "GetWechatMiniProgramPhoneDto" "cs=GetWechatMiniprogramPhone" ""
            "GetWechatMiniProgramPhoneRespDto" "GetWechatMiniProgramPhoneDataDto" "-"
        ]
        ()
        {code: Text "code", ext_idp_connidentifier: Text "extIdpConnidentifier"};
}
