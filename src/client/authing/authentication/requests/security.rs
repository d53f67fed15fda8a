//! Security.
//!
//! Written by `cargo xtask authing` from `endpoints.tsv`.

use crate::client::authing::authentication::{
    AsyncAuthenticationClient, Authentication, AuthenticationClient,
};
use crate::client::authing::requests::requests;

requests! {
    Authentication, AuthenticationClient, AsyncAuthenticationClient:

    GET "/api/v3/get-security-info" UserToken get_security_level GetSecurityLevel
        [
            "Rate the account's password strength and safety level." "get_security_level"
            "py,node,java,go,cs" "node" ""
            "py=get_security_level;node=getSecurityLevel;java=getSecurityLevel;go=GetSecurityLevel;cs=GetSecurityLevel"
            "" "GetSecurityInfoRespDto" "GetSecurityInfoDto" "-"
        ];

    POST "/api/v3/update-password" UserToken update_password UpdatePassword
        [
            "Change the user's own password." "update_password" "py,node,java,go,cs" "node"
            "UpdatePasswordDto"
            "py=update_password;node=updatePassword;java=updatePassword;go=UpdatePassword;cs=UpdatePassword"
            "" "CommonResponseDto" "none" "-"
        ]
        (new_password: Text "newPassword")
        {
            old_password: Text "oldPassword",
            password_encrypt_type: Choice["sm2" "rsa" "none"] "passwordEncryptType" / "how the caller has encrypted the password",
            password_reset_token: Text "passwordResetToken"
        };

    POST "/api/v3/verify-update-email-request" UserToken verify_update_email_request VerifyUpdateEmailRequest
        [
            "Start an e-mail change by proving control of the address."
            "verify_update_email_request" "py,node,java,go,cs" "node" "VerifyUpdateEmailRequestDto"
            "py=verify_update_email_request;node=verifyUpdateEmailRequest;java=verifyUpdateEmailRequest;go=VerifyUpdateEmailRequest;cs=VerifyUpdateEmailRequest"
            "" "VerifyUpdateEmailRequestRespDto" "VerifyUpdateEmailRequestData" "-"
        ]
        (
            email_pass_code_payload: Object "emailPassCodePayload",
            verify_method: Choice["EMAIL_PASSCODE"] "verifyMethod"
        )
        {};

    POST "/api/v3/update-email" UserToken update_email UpdateEmail
        [
            "Finish an e-mail change with the issued token." "update_email" "py,node,java,go,cs"
            "node" "UpdateEmailDto"
            "py=update_email;node=updateEmail;java=updateEmail;go=UpdateEmail;cs=UpdateEmail" ""
            "IsSuccessRespDto" "IsSuccessDto" "-"
        ]
        (update_email_token: Text "updateEmailToken")
        {};

    POST "/api/v3/verify-update-phone-request" UserToken verify_update_phone_request VerifyUpdatePhoneRequest
        [
            "Start a phone change by proving control of the number." "verify_update_phone_request"
            "py,node,java,go,cs" "node" "VerifyUpdatePhoneRequestDto"
            "py=verify_update_phone_request;node=verifyUpdatePhoneRequest;java=verifyUpdatePhoneRequest;go=VerifyUpdatePhoneRequest;cs=VerifyUpdatePhoneRequest"
            "" "VerifyUpdatePhoneRequestRespDto" "VerifyUpdatePhoneRequestData" "-"
        ]
        (
            phone_pass_code_payload: Object "phonePassCodePayload",
            verify_method: Choice["PHONE_PASSCODE"] "verifyMethod"
        )
        {};

    POST "/api/v3/update-phone" UserToken update_phone UpdatePhone
        [
            "Finish a phone change with the issued token." "update_phone" "py,node,java,go,cs"
            "node" "UpdatePhoneDto"
            "py=update_phone;node=updatePhone;java=updatePhone;go=UpdatePhone;cs=UpdatePhone" ""
            "IsSuccessRespDto" "IsSuccessDto" "-"
        ]
        (update_phone_token: Text "updatePhoneToken")
        {};

    POST "/api/v3/verify-reset-password-request" Nothing verify_reset_password_request VerifyResetPasswordRequest
        [
            "Start a forgotten-password reset." "verify_reset_password_request" "py,node,java,go,cs"
            "node" "VerifyResetPasswordRequestDto"
            "py=verify_reset_password_request;node=verifyResetPasswordRequest;java=verifyResetPasswordRequest;go=VerifyResetPasswordRequest;cs=VerifyResetPasswordRequest"
            "" "PasswordResetVerifyResp" "ResetPasswordVerify" "-"
        ]
        (verify_method: Choice["EMAIL_PASSCODE" "PHONE_PASSCODE"] "verifyMethod")
        {
            phone_pass_code_payload: Object "phonePassCodePayload",
            email_pass_code_payload: Object "emailPassCodePayload"
        };

    POST "/api/v3/reset-password" Nothing reset_password ResetPassword
        [
            "Set a new password with the reset token." "reset_password" "py,node,java,go,cs" "node"
            "ResetPasswordDto"
            "py=reset_password;node=resetPassword;java=resetPassword;go=ResetPassword;cs=ResetPassword"
            "" "IsSuccessRespDto" "IsSuccessDto" "-"
        ]
        (
            password: Text "password" / "in clear unless the encryption is said: `PasswordKey` encrypts",
            password_reset_token: Text "passwordResetToken"
        )
        {
            password_encrypt_type: Choice["sm2" "rsa" "none"] "passwordEncryptType" / "how the caller has encrypted the password"
        };

    POST "/api/v3/verify-delete-account-request" UserToken verify_delete_account_request VerifyDeleteAccountRequest
        [
            "Start closing the account by proving identity." "verify_delete_account_request"
            "py,node,java,go,cs" "node" "VerifyDeleteAccountRequestDto"
            "py=verify_delete_account_request;node=verifyDeleteAccountRequest;java=verifyDeleteAccountRequest;go=VerifyDeleteAccountRequest;cs=VerifyDeleteAccountRequest"
            "" "VerifyDeleteAccountRequestRespDto" "VerifyDeleteAccountRequestDataDto" "-"
        ]
        (verify_method: Choice["PHONE_PASSCODE" "EMAIL_PASSCODE" "PASSWORD"] "verifyMethod")
        {
            phone_pass_code_payload: Object "phonePassCodePayload",
            email_pass_code_payload: Object "emailPassCodePayload",
            password_payload: Object "passwordPayload"
        };

    POST "/api/v3/delete-account" UserToken delete_account DeleteAccount
        [
            "Close the account with the issued token." "delete_account" "py,node,java,go,cs" "node"
            "DeleteAccounDto"
            "py=delete_account;node=deleteAccount;java=deleteAccount;go=DeleteAccount;cs=DeleteAccount"
            "" "IsSuccessRespDto" "IsSuccessDto" "-"
        ]
        (delete_account_token: Text "deleteAccountToken")
        {};

    POST "/api/v3/validate-password" Nothing validate_password ValidatePassword
        [
            "Check an account's password without signing in." "validate_password" "node,java" "node"
            "ValidatePasswordDto" "node=validatePassword;java=validatePassword" ""
            "ValidatePasswordRespDto" "ValidatePasswordResultDto" "-"
        ]
        ()
        {
            phone: Text "phone", email: Text "email", username: Text "username",
            phone_country_code: Text "phoneCountryCode" / "with the plus sign, such as +86",
            password: Text "password" / "in clear unless the encryption is said: `PasswordKey` encrypts",
            password_encrypt_type: Choice["sm2" "rsa" "none"] "passwordEncryptType" / "how the caller has encrypted the password"
        };
}
