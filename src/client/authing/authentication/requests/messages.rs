//! Messages.
//!
//! Written by `cargo xtask authing` from `endpoints.tsv`.

use crate::client::authing::authentication::{
    AsyncAuthenticationClient, Authentication, AuthenticationClient,
};
use crate::client::authing::requests::requests;

requests! {
    Authentication, AuthenticationClient, AsyncAuthenticationClient:

    POST "/api/v3/send-sms" Nothing send_sms SendSms
        [
            "Send a text-message code." "send_sms" "py,node,java,go,cs" "node" "SendSMSDto"
            "py=send_sms;node=sendSms;java=sendSms;go=SendSms;cs=SendSms" "" "SendSMSRespDto" "none"
            "-"
        ]
        (
            channel: Choice["CHANNEL_LOGIN" "CHANNEL_REGISTER" "CHANNEL_RESET_PASSWORD" "CHANNEL_BIND_PHONE" "CHANNEL_UNBIND_PHONE" "CHANNEL_BIND_MFA" "CHANNEL_VERIFY_MFA" "CHANNEL_UNBIND_MFA" "CHANNEL_COMPLETE_PHONE" "CHANNEL_IDENTITY_VERIFICATION" "CHANNEL_DELETE_ACCOUNT"] "channel",
            phone_number: Text "phoneNumber"
        )
        {phone_country_code: Text "phoneCountryCode" / "with the plus sign, such as +86"};

    POST "/api/v3/send-email" Nothing send_email SendEmail
        [
            "Send an e-mail code." "send_email" "py,node,java,go,cs" "node" "SendEmailDto"
            "py=send_email;node=sendEmail;java=sendEmail;go=SendEmail;cs=SendEmail" ""
            "SendEmailRespDto" "none" "-"
        ]
        (
            channel: Choice["CHANNEL_LOGIN" "CHANNEL_REGISTER" "CHANNEL_RESET_PASSWORD" "CHANNEL_VERIFY_EMAIL_LINK" "CHANNEL_UPDATE_EMAIL" "CHANNEL_BIND_EMAIL" "CHANNEL_UNBIND_EMAIL" "CHANNEL_VERIFY_MFA" "CHANNEL_UNLOCK_ACCOUNT" "CHANNEL_COMPLETE_EMAIL" "CHANNEL_DELETE_ACCOUNT"] "channel",
            email: Text "email"
        )
        {};

    POST "/api/v3/pre-check-code" Nothing pre_check_code PreCheckCode
        [
            "Check a passcode without using it up." "pre_check_code" "py,node,java,go,cs" "node"
            "PreCheckCodeDto"
            "py=pre_check_code;node=preCheckCode;java=preCheckCode;go=PreCheckCode;cs=PreCheckCode"
            "" "PreCheckCodeRespDto" "PreCheckCodeDataDto" "-"
        ]
        (code_type: Choice["SMS" "EMAIL"] "codeType")
        {sms_code_payload: Object "smsCodePayload", email_code_payload: Object "emailCodePayload"};
}
