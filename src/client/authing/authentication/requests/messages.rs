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
        (channel: Text "channel", phone_number: Text "phoneNumber")
        {phone_country_code: Text "phoneCountryCode"};

    POST "/api/v3/send-email" Nothing send_email SendEmail
        (channel: Text "channel", email: Text "email")
        {};

    POST "/api/v3/pre-check-code" Nothing pre_check_code PreCheckCode
        (code_type: Text "codeType")
        {sms_code_payload: Object "smsCodePayload", email_code_payload: Object "emailCodePayload"};
}
