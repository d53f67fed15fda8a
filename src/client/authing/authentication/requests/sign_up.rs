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
        [connection "connection" = "PASSWORD"]
        (email: Text "passwordPayload.email", password: Text "passwordPayload.password")
        {profile: Object "profile", options: Object "options"};

    POST "/api/v3/signup" Nothing sign_up_by_username_password SignUpByUsernamePassword
        [connection "connection" = "PASSWORD"]
        (username: Text "passwordPayload.username", password: Text "passwordPayload.password")
        {profile: Object "profile", options: Object "options"};

    POST "/api/v3/signup" Nothing sign_up_by_email_passcode SignUpByEmailPasscode
        [connection "connection" = "PASSCODE"]
        (email: Text "passCodePayload.email", pass_code: Text "passCodePayload.passCode")
        {profile: Object "profile", options: Object "options"};

    POST "/api/v3/signup" Nothing sign_up_by_phone_passcode SignUpByPhonePasscode
        [connection "connection" = "PASSCODE"]
        (phone: Text "passCodePayload.phone", pass_code: Text "passCodePayload.passCode")
        {
            phone_country_code: Text "passCodePayload.phoneCountryCode", profile: Object "profile",
            options: Object "options"
        };

    POST "/api/v3/signup" Nothing sign_up SignUp
        (connection: Text "connection")
        {
            password_payload: Object "passwordPayload", pass_code_payload: Object "passCodePayload",
            profile: Object "profile", options: Object "options"
        };
}
