//! Identities.
//!
//! Written by `cargo xtask authing` from `endpoints.tsv`.

use crate::client::authing::authentication::{
    AsyncAuthenticationClient, Authentication, AuthenticationClient,
};
use crate::client::authing::requests::requests;

requests! {
    Authentication, AuthenticationClient, AsyncAuthenticationClient:

    GET "/api/v3/generate-link-extidp-url" Nothing generate_link_ext_idp_url GenerateLinkExtIdpUrl
        [
            "Build a link that binds an external identity source." "generate_link_ext_idp_url"
            "py,node,java,go,cs" "node" "GenerateLinkExtidpUrlDto"
            "py=generate_link_ext_idp_url;node=generateLinkExtIdpUrl;java=generateLinkExtIdpUrl;go=GenerateLinkExtIdpUrl;cs=GenerateLinkExtIdpUrl"
            "" "GenerateBindExtIdpLinkRespDto" "GenerateBindExtIdpLinkDataDto" "-"
        ]
        (
            ext_idp_conn_identifier: Text "ext_idp_conn_identifier", app_id: Text "app_id",
            id_token: Text "id_token"
        )
        {
            need_url_redirect: Text "need_url_redirect",
            only_redirect_token: Text "only_redirect_token", need_form_post: Text "need_form_post",
            target_url: Text "target_url"
        };

    POST "/api/v3/unlink-extidp" UserToken unlink_ext_idp UnlinkExtIdp
        [
            "Detach an external identity source from the signed-in user." "unlink_ext_idp"
            "py,node,java,go,cs" "node" "UnlinkExtIdpDto"
            "py=unlink_ext_idp;node=unlinkExtIdp;java=unlinkExtIdp;go=UnlinkExtIdp;cs=UnlinkExtIdp"
            "" "CommonResponseDto" "none" "-"
        ]
        (ext_idp_id: Text "extIdpId")
        {};

    GET "/api/v3/get-identities" UserToken get_identities GetIdentities
        [
            "List external identities bound to the signed-in user." "get_identities"
            "py,node,java,go,cs" "node" ""
            "py=get_identities;node=getIdentities;java=getIdentities;go=GetIdentities;cs=GetIdentities"
            "" "GetIdentitiesRespDto" "list<IdentityDto>" "array"
        ];

    GET "/api/v3/get-application-enabled-extidps" Nothing get_application_enabled_ext_idps GetApplicationEnabledExtIdps
        [
            "List external identity sources the application has switched on."
            "get_application_enabled_ext_idps" "py,node,java,go,cs" "node" ""
            "py=get_application_enabled_ext_idps;node=getApplicationEnabledExtIdps;java=getApplicationEnabledExtIdps;go=GetApplicationEnabledExtIdps;cs=GetApplicationEnabledExtIdps"
            "" "GetExtIdpsRespDto" "list<ExtIdpInfoDto>" "array"
        ];

    GET "/api/v3/get-alipay-authinfo" Nothing get_alipay_auth_info GetAlipayAuthInfo
        [
            "Fetch the Alipay authorization string." "get_alipay_auth_info" "py,node,java,go,cs"
            "node" "GetAlipayAuthinfoDto"
            "py=get_alipay_auth_info;node=getAlipayAuthInfo;java=getAlipayAuthInfo;go=GetAlipayAuthInfo;cs=GetAlipayAuthInfo"
            "" "GetAlipayAuthInfoRespDto" "AlipayAuthInfoDataDto" "-"
        ]
        (ext_idp_connidentifier: Text "extIdpConnidentifier")
        {};

    POST "/api/v3/decrypt-douyin-miniprogram-data" Nothing decrypt_douyin_mini_program_data DecryptDouyinMiniProgramData
        [
            "Decrypt user data from a Douyin mini program." "decrypt_douyin_mini_program_data"
            "node" "node" "DecryptDouyinMiniProgramDataDto" "node=decryptDouyinMiniProgramData" ""
            "DecryptDouyinMiniProgramDataRespDto" "any" "-"
        ]
        (
            code: Text "code", iv: Text "iv", encrypted_data: Text "encryptedData",
            ext_idp_connidentifier: Text "extIdpConnidentifier"
        )
        {};
}
