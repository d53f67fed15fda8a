//! Codes.
//!
//! Written by `cargo xtask authing` from `endpoints.tsv`.

use crate::client::authing::authentication::{
    AsyncAuthenticationClient, Authentication, AuthenticationClient,
};
use crate::client::authing::requests::requests;

requests! {
    Authentication, AuthenticationClient, AsyncAuthenticationClient:

    POST "/api/v3/gene-qrcode" Nothing gene_qr_code GeneQrCode
        (r#type: Text "type")
        {
            ext_idp_conn_id: Text "extIdpConnId", custom_data: Object "customData",
            context: Object "context", auto_merge_qr_code: Flag "autoMergeQrCode"
        };

    GET "/api/v3/check-qrcode-status" Nothing check_qr_code_status CheckQrCodeStatus
        (qrcode_id: Text "qrcodeId")
        {};

    POST "/api/v3/exchange-tokenset-with-qrcode-ticket" AppSecret exchange_token_set_with_qr_code_ticket ExchangeTokenSetWithQrCodeTicket
        (ticket: Text "ticket")
        {client_id: Text "client_id", client_secret: Text "client_secret"};

    POST "/api/v3/change-qrcode-status" UserToken change_qr_code_status ChangeQrCodeStatus
        (action: Text "action", qrcode_id: Text "qrcodeId")
        {};

    POST "/api/v3/signin-by-push" Nothing sign_in_by_push SignInByPush
        (account: Text "account")
        {options: Object "options"};

    GET "/api/v3/check-pushcode-status" Nothing check_push_code_status CheckPushCodeStatus
        (push_code_id: Text "pushCodeId")
        {};

    POST "/api/v3/change-pushcode-status" UserToken change_push_code_status ChangePushCodeStatus
        (action: Text "action", push_code_id: Text "pushCodeId")
        {};

    POST "/api/v3/get-pushlogin-relation-apps" UserToken get_push_login_relation_apps GetPushLoginRelationApps
        (app_id: Text "appId", push_code_id: Text "pushCodeId")
        {};

    POST "/api/v3/gene-fastpass-qrcode-info" Nothing gene_fastpass_qrcode_info GeneFastpassQrcodeInfo
        ()
        {options: Object "options"};

    GET "/api/v3/get-fastpass-client-apps" Nothing get_fastpass_params GetFastpassParams
        (qrcode_id: Text "qrcodeId", app_id: Text "appId")
        {};

    GET "/api/v3/get-app-login-qrcode-status" Nothing get_qr_code_status GetQrCodeStatus
        (qrcode_id: Text "qrcodeId")
        {};

    POST "/api/v3/qrcode-app-login" UserToken qr_code_app_login QrCodeAppLogin
        (action: Text "action", qrcode_id: Text "qrcodeId")
        {};
}
