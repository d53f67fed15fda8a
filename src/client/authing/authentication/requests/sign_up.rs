//! Sign up.
//!
//! Written by `cargo xtask authing` from `endpoints.tsv`.

use crate::client::authing::authentication::{
    AsyncAuthenticationClient, Authentication, AuthenticationClient,
};
use crate::client::authing::requests::requests;

requests! {
    Authentication, AuthenticationClient, AsyncAuthenticationClient:

    POST "/api/v3/signup" Nothing sign_up_by_email_password SignUpByEmailPassword
        [
            "Register with e-mail and password." "sign_up_by_email_password" "py,node,java,go,cs"
            "old-table" "SignUpOptionsDto"
            "py=sign_up_by_email_password;node=signUpByEmailPassword;java=signUpByEmailPassword;go=SignUpByEmailPassword;cs=SignUpByEmailPassword"
            "" "UserSingleRespDto" "UserDto" "-"
        ]
        [connection "connection" = "PASSWORD"]
        (email: Text "passwordPayload.email", password: Text "passwordPayload.password")
        {profile: Object "profile", options: Object "options"};

    POST "/api/v3/signup" Nothing sign_up_by_username_password SignUpByUsernamePassword
        [
            "Register with username and password." "sign_up_by_username_password"
            "py,node,java,go,cs" "old-table" "SignUpOptionsDto"
            "py=sign_up_by_username_password;node=signUpByUsernamePassword;java=signUpByUsernamePassword;go=SignUpByUsernamePassword;cs=signUpByUsernamePassword"
            "" "UserSingleRespDto" "UserDto" "-"
        ]
        [connection "connection" = "PASSWORD"]
        (username: Text "passwordPayload.username", password: Text "passwordPayload.password")
        {profile: Object "profile", options: Object "options"};

    POST "/api/v3/signup" Nothing sign_up_by_email_passcode SignUpByEmailPasscode
        [
            "Register with a code sent by e-mail." "sign_up_by_email_passcode" "py,node,java,go,cs"
            "old-table" "SignUpOptionsDto"
            "py=sign_up_by_email_passcode;node=signUpByEmailCode;java=signUpByEmailPassCode;go=SignUpByEmailPassCode;cs=SignUpByEmailCode"
            "" "UserSingleRespDto" "UserDto" "-"
        ]
        [connection "connection" = "PASSCODE"]
        (email: Text "passCodePayload.email", pass_code: Text "passCodePayload.passCode")
        {profile: Object "profile", options: Object "options"};

    POST "/api/v3/signup" Nothing sign_up_by_phone_passcode SignUpByPhonePasscode
        [
            "Register with a code sent by text message." "sign_up_by_phone_passcode"
            "py,node,java,go,cs" "old-table" "SignUpOptionsDto"
            "py=sign_up_by_phone_passcode;node=signUpByPhoneCode;java=signUpByPhonePassCode;go=SignUpByPhonePassCode;cs=SignUpByPhoneCode"
            "" "UserSingleRespDto" "UserDto" "-"
        ]
        [connection "connection" = "PASSCODE"]
        (phone: Text "passCodePayload.phone", pass_code: Text "passCodePayload.passCode")
        {
            phone_country_code: Text "passCodePayload.phoneCountryCode", profile: Object "profile",
            options: Object "options"
        };

    POST "/api/v3/signup" Nothing sign_up SignUp
        [
            "Register a user by password or passcode." "sign_up" "py,node,java,go,cs" "node"
            "SignUpDto" "py=sign_up;node=signUp;java=signUp;go=SignUp;cs=SignUp" ""
            "UserSingleRespDto" "UserDto" "-"
        ]
        (connection: Choice["PASSWORD" "PASSCODE"] "connection")
        {
            password_payload: Object "passwordPayload", pass_code_payload: Object "passCodePayload",
            profile: Object "profile", options: Object "options"
        };
}
