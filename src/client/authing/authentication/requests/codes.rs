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
        [
            "Create a QR code for signing in." "gene_qr_code" "py,node,java,go,cs" "node+py"
            "GenerateQrcodeDto"
            "py=gene_qr_code;node=geneQrCode;java=geneQrCode;go=GeneQrCode;cs=GeneQrCode" ""
            "GeneQRCodeRespDto" "GeneQRCodeDataDto" "-"
        ]
        (r#type: Choice["MOBILE_APP" "WECHAT_MINIPROGRAM" "WECHAT_OFFICIAL_ACCOUNT"] "type")
        {
            ext_idp_conn_id: Text "extIdpConnId", custom_data: Object "customData",
            context: Object "context", auto_merge_qr_code: Flag "autoMergeQrCode"
        };

    GET "/api/v3/check-qrcode-status" Nothing check_qr_code_status CheckQrCodeStatus
        [
            "Poll the state of a login QR code." "check_qr_code_status" "py,node,java,go,cs" "node"
            "CheckQrcodeStatusDto"
            "py=check_qr_code_status;node=checkQrCodeStatus;java=checkQrCodeStatus;go=CheckQrCodeStatus;cs=CheckQrCodeStatus"
            "deprecated upstream" "CheckQRCodeStatusRespDto" "CheckQRCodeStatusDataDto" "-"
        ]
        (qrcode_id: Text "qrcodeId")
        {};

    POST "/api/v3/exchange-tokenset-with-qrcode-ticket" AppSecret exchange_token_set_with_qr_code_ticket ExchangeTokenSetWithQrCodeTicket
        [
            "Trade a QR ticket for tokens." "exchange_token_set_with_qr_code_ticket"
            "py,node,java,go,cs" "node" "ExchangeTokenSetWithQRcodeTicketDto"
            "py=exchange_token_set_with_qr_code_ticket;node=exchangeTokenSetWithQrCodeTicket;java=exchangeTokenSetWithQrCodeTicket;go=ExchangeTokenSetWithQrCodeTicket;cs=ExchangeTokenSetWithQrCodeTicket"
            "" "LoginTokenRespDto" "LoginTokenResponseDataDto" "-"
        ]
        (ticket: Text "ticket")
        {client_id: Text "client_id", client_secret: Text "client_secret"};

    POST "/api/v3/change-qrcode-status" UserToken change_qr_code_status ChangeQrCodeStatus
        [
            "Set a QR code's state from the scanning app." "change_qr_code_status"
            "py,node,java,go,cs" "node" "ChangeQRCodeStatusDto"
            "py=change_qr_code_status;node=changeQrCodeStatus;java=changeQrCodeStatus;go=ChangeQrCodeStatus;cs=ChangeQrCodeStatus"
            "deprecated upstream" "CommonResponseDto" "none" "-"
        ]
        (action: Choice["SCAN" "CONFIRM" "CANCEL"] "action", qrcode_id: Text "qrcodeId")
        {};

    POST "/api/v3/signin-by-push" Nothing sign_in_by_push SignInByPush
        [
            "Start a sign-in confirmed by push message." "sign_in_by_push" "py,node,java,go" "node"
            "SignInByPushDto"
            "py=sign_in_by_push;node=signInByPush;java=signInByPush;go=SignInByPush" ""
            "GenePushCodeRespDto" "GenePushCodeDataDto" "-"
        ]
        (account: Text "account")
        {options: Object "options"};

    GET "/api/v3/check-pushcode-status" Nothing check_push_code_status CheckPushCodeStatus
        [
            "Poll the state of a push sign-in." "check_push_code_status" "py,node,java,go" "node"
            "CheckPushcodeStatusDto"
            "py=check_push_code_status;node=checkPushCodeStatus;java=checkPushCodeStatus;go=CheckPushCodeStatus"
            "" "CheckPushCodeStatusRespDto" "CheckPushCodeStatusDataDto" "-"
        ]
        (push_code_id: Text "pushCodeId")
        {};

    POST "/api/v3/change-pushcode-status" UserToken change_push_code_status ChangePushCodeStatus
        [
            "Set a push sign-in's state from the app." "change_push_code_status" "py,node,java,go"
            "node" "ChangePushCodeStatusDto"
            "py=change_push_code_status;node=changePushCodeStatus;java=changePushCodeStatus;go=ChangePushCodeStatus"
            "deprecated upstream" "CommonResponseDto" "none" "-"
        ]
        (action: Choice["CONFIRM" "CANCEL"] "action", push_code_id: Text "pushCodeId")
        {};

    POST "/api/v3/get-pushlogin-relation-apps" UserToken get_push_login_relation_apps GetPushLoginRelationApps
        [
            "List client applications tied to a push sign-in." "get_push_login_relation_apps"
            "py,node,java,go" "node" "GetPushCodeRelationAppsDto"
            "py=get_push_login_relation_apps;node=getPushLoginRelationApps;java=getPushLoginRelationApps;go=GetPushLoginRelationApps"
            "" "GetPushCodeRelationAppsRespDto" "GetPushCodeRelationAppsDataDto" "-"
        ]
        (app_id: Text "appId", push_code_id: Text "pushCodeId")
        {};

    POST "/api/v3/gene-fastpass-qrcode-info" Nothing gene_fastpass_qrcode_info GeneFastpassQrcodeInfo
        [
            "Create the fast-pass QR code data." "gene_fastpass_qrcode_info" "py,node,java,go"
            "node" "SignInFastpassDto"
            "py=gene_fastpass_qrcode_info;node=geneFastpassQrcodeInfo;java=geneFastpassQrcodeInfo;go=GeneFastpassQrcodeInfo"
            "" "GeneFastpassQRCodeRespDto" "GeneFastpassQRCodeInfoDto" "-"
        ]
        ()
        {options: Object "options"};

    GET "/api/v3/get-fastpass-client-apps" Nothing get_fastpass_params GetFastpassParams
        [
            "List applications offered by a fast-pass code." "get_fastpass_params" "py,node,java,go"
            "node" "GetFastpassClientAppsDto"
            "py=get_fastpass_params;node=getFastpassParams;java=getFastpassParams;go=GetFastpassParams"
            "" "GetFastpassQRCodeRelationAppsRespDto" "GetFastpassQRCodeRelationAppsDto" "-"
        ]
        (qrcode_id: Text "qrcodeId", app_id: Text "appId")
        {};

    GET "/api/v3/get-app-login-qrcode-status" Nothing get_qr_code_status GetQrCodeStatus
        [
            "Poll the state of an app-login (fast-pass) QR code." "get_qr_code_status"
            "py,node,java,go" "node" "GetAppLoginQrcodeStatusDto"
            "py=get_qr_code_status;node=getAppLoginQrCodeStatus;java=getQrCodeStatus;go=GetQrCodeStatus"
            "" "CheckQRCodeStatusRespDto" "CheckQRCodeStatusDataDto" "-"
        ]
        (qrcode_id: Text "qrcodeId")
        {};

    POST "/api/v3/qrcode-app-login" UserToken qr_code_app_login QrCodeAppLogin
        [
            "Confirm or cancel a QR sign-in inside the app." "qr_code_app_login" "py,node,java,go"
            "node" "AppQRCodeLoginDto"
            "py=qr_code_app_login;node=qrCodeAppLogin;java=qrCodeAppLogin;go=QrCodeAppLogin" ""
            "LoginTokenRespDto" "LoginTokenResponseDataDto" "-"
        ]
        (action: Choice["APP_LOGIN"] "action", qrcode_id: Text "qrcodeId")
        {};

    GET "/api/v3/get-qrcode-status" Nothing get_qr_code_status_v2 GetQrCodeStatusV2
        [
            "Poll the state of a login QR code (newer endpoint)." "get_qr_code_status_v2" "node"
            "node" "" "node=getQrCodeStatus" "" "CheckQRCodeStatusRespDto"
            "CheckQRCodeStatusDataDto" "-"
        ]
        (qrcode_id: Text "qrcodeId")
        {};

    GET "/api/v3/get-captcha-code" Nothing gene_catcha_code_and_token GeneCatchaCodeAndToken
        [
            "Create a picture captcha with its token." "gene_catcha_code_and_token" "node,java"
            "node" "" "node=geneCatchaCodeAndToken;java=getCaptchaCode" "" "GetCaptchaCodeRespDto"
            "GetCaptchaCodeDataDto" "-"
        ];

    POST "/api/v3/set-qrcode-status" UserToken set_qr_code_status SetQrCodeStatus
        [
            "Set a QR code's state from the app (newer endpoint)." "set_qr_code_status" "node"
            "node" "ChangeQRCodeStatusDto" "node=setQrCodeStatus" "" "IsSuccessRespDto"
            "IsSuccessDto" "-"
        ]
        (qrcode_id: Text "qrcodeId", action: Choice["SCAN" "CONFIRM" "CANCEL"] "action")
        {};

    POST "/api/v3/set-pushcode-status" UserToken set_push_code_status SetPushCodeStatus
        [
            "Set a push sign-in's state from the app (newer endpoint)." "set_push_code_status"
            "node" "node" "ChangePushCodeStatusDto" "node=setPushCodeStatus" "" "IsSuccessRespDto"
            "IsSuccessDto" "-"
        ]
        (push_code_id: Text "pushCodeId", action: Choice["CONFIRM" "CANCEL"] "action")
        {};
}
