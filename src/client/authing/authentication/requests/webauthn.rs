//! Webauthn.
//!
//! Written by `cargo xtask authing` from `endpoints.tsv`.

use crate::client::authing::authentication::{
    AsyncAuthenticationClient, Authentication, AuthenticationClient,
};
use crate::client::authing::requests::requests;

requests! {
    Authentication, AuthenticationClient, AsyncAuthenticationClient:

    GET "/api/v3/webauthn/authentication" Nothing init_authentication_options InitAuthenticationOptions;

    POST "/api/v3/webauthn/authentication" Nothing verify_authentication VerifyAuthentication
        (ticket: Text "ticket", authentication_credential: Object "authenticationCredential")
        {options: Object "options"};

    GET "/api/v3/webauthn/registration" UserToken init_register_options InitRegisterOptions;

    POST "/api/v3/webauthn/registration" UserToken verify_register VerifyRegister
        (ticket: Text "ticket", registration_credential: Object "registrationCredential")
        {authenticator_code: Text "authenticatorCode"};

    POST "/api/v3/webauthn/page-authenticator-device" UserToken list_credentials_by_page ListCredentialsByPage
        ()
        {authenticator_code: Text "authenticatorCode"};

    POST "/api/v3/webauthn/check-valid-credentials-by-credIds" UserToken check_valid_credentials_by_cred_ids CheckValidCredentialsByCredIds
        ()
        {credential_ids: List "credentialIds", authenticator_code: Text "authenticatorCode"};

    POST "/api/v3/webauthn/remove-credentials-by-authenticator-code" UserToken remove_all_credentials RemoveAllCredentials
        ()
        {authenticator_code: Text "authenticatorCode"};

    POST "/api/v3/webauthn/remove-credential/{credentialID}" UserToken remove_credential RemoveCredential
        (credential_id: Text "credentialID")
        {};
}
