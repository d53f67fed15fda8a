//! Security.
//!
//! Written by `cargo xtask authing` from `endpoints.tsv`.

use crate::client::authing::authentication::{
    AsyncAuthenticationClient, Authentication, AuthenticationClient,
};
use crate::client::authing::requests::requests;

requests! {
    Authentication, AuthenticationClient, AsyncAuthenticationClient:

    GET "/api/v3/get-security-info" UserToken get_security_level GetSecurityLevel;

    POST "/api/v3/update-password" UserToken update_password UpdatePassword
        (new_password: Text "newPassword")
        {old_password: Text "oldPassword", password_encrypt_type: Text "passwordEncryptType"};

    POST "/api/v3/verify-update-email-request" UserToken verify_update_email_request VerifyUpdateEmailRequest
        (
            email_pass_code_payload: Object "emailPassCodePayload",
            verify_method: Text "verifyMethod"
        )
        {};

    POST "/api/v3/update-email" UserToken update_email UpdateEmail
        (update_email_token: Text "updateEmailToken")
        {};

    POST "/api/v3/verify-update-phone-request" UserToken verify_update_phone_request VerifyUpdatePhoneRequest
        (
            phone_pass_code_payload: Object "phonePassCodePayload",
            verify_method: Text "verifyMethod"
        )
        {};

    POST "/api/v3/update-phone" UserToken update_phone UpdatePhone
        (update_phone_token: Text "updatePhoneToken")
        {};

    POST "/api/v3/verify-reset-password-request" Nothing verify_reset_password_request VerifyResetPasswordRequest
        (verify_method: Text "verifyMethod")
        {
            phone_pass_code_payload: Object "phonePassCodePayload",
            email_pass_code_payload: Object "emailPassCodePayload"
        };

    POST "/api/v3/reset-password" Nothing reset_password ResetPassword
        (password: Text "password", password_reset_token: Text "passwordResetToken")
        {password_encrypt_type: Text "passwordEncryptType"};

    POST "/api/v3/verify-delete-account-request" UserToken verify_delete_account_request VerifyDeleteAccountRequest
        (verify_method: Text "verifyMethod")
        {
            phone_pass_code_payload: Object "phonePassCodePayload",
            email_pass_code_payload: Object "emailPassCodePayload",
            password_payload: Object "passwordPayload"
        };

    POST "/api/v3/delete-account" UserToken delete_account DeleteAccount
        (delete_account_token: Text "deleteAccountToken")
        {};
}
