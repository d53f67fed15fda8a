//! Webauthn.
//!
//! Written by `cargo xtask authing` from `endpoints.tsv`.

use crate::client::authing::authentication::{
    AsyncAuthenticationClient, Authentication, AuthenticationClient,
};
use crate::client::authing::requests::requests;

requests! {
    Authentication, AuthenticationClient, AsyncAuthenticationClient:

    GET "/api/v3/webauthn/authentication" Nothing init_authentication_options InitAuthenticationOptions
        [
            "Fetch start parameters for a WebAuthn sign-in." "init_authentication_options"
            "py,node,java,go" "node" ""
            "py=init_authentication_options;node=initAuthenticationOptions;java=initAuthenticationOptions;go=InitAuthenticationOptions"
            "" "GetAuthenticationOptionsRespDto" "AuthenticationOptionsDto" "-"
        ];

    POST "/api/v3/webauthn/authentication" Nothing verify_authentication VerifyAuthentication
        [
            "Verify a WebAuthn sign-in credential." "verify_authentication" "py,node,java,go" "node"
            "VerifyAuthenticationDto"
            "py=verify_authentication;node=verifyAuthentication;java=verifyAuthentication;go=VerifyAuthentication"
            "" "VerifyAuthenticationResultRespDto" "VerifyAuthenticationResultDto" "-"
        ]
        (ticket: Text "ticket", authentication_credential: Object "authenticationCredential")
        {options: Object "options"};

    GET "/api/v3/webauthn/registration" UserToken init_register_options InitRegisterOptions
        [
            "Fetch start parameters for a WebAuthn registration." "init_register_options"
            "py,node,java,go" "node" ""
            "py=init_register_options;node=initRegisterOptions;java=initRegisterOptions;go=InitRegisterOptions"
            "" "GetRegistrationOptionsRespDto" "RegistrationOptionsDto" "-"
        ];

    POST "/api/v3/webauthn/registration" UserToken verify_register VerifyRegister
        [
            "Verify and bind a WebAuthn authenticator." "verify_register" "py,node,java,go" "node"
            "VerifyRegistrationDto"
            "py=verify_register;node=verifyRegister;java=verifyRegister;go=VerifyRegister" ""
            "VerifyRegistrationResultRespDto" "VerifyRegistrationResultDto" "-"
        ]
        (ticket: Text "ticket", registration_credential: Object "registrationCredential")
        {authenticator_code: Choice["fingerprint" "face" "other"] "authenticatorCode"};

    POST "/api/v3/webauthn/page-authenticator-device" UserToken list_credentials_by_page ListCredentialsByPage
        [
            "List the user's WebAuthn credentials page by page." "list_credentials_by_page"
            "py,node,java,go" "node" "ListDeviceCredentialDto"
            "py=list_credentials_by_page;node=listCredentialsByPage;java=listCredentialsByPage;go=ListCredentialsByPage"
            "every SDK types the body as an empty object: fields unknown"
            "ListWebAuthnAuthenticatorDeviceDataDto" "flat" "list+totalCount"
        ]
        ()
        {authenticator_code: Text "authenticatorCode"};

    POST "/api/v3/webauthn/check-valid-credentials-by-credIds" UserToken check_valid_credentials_by_cred_ids CheckValidCredentialsByCredIds
        [
            "Tell which WebAuthn credential ids are still valid."
            "check_valid_credentials_by_cred_ids" "py,node,java,go" "node"
            "CheckDeviceCredentialIdDto"
            "py=check_valid_credentials_by_cred_ids;node=checkValidCredentialsByCredIds;java=checkValidCredentialsByCredIds;go=CheckValidCredentialsByCredIds"
            "every SDK types the body as an empty object: fields unknown"
            "WebAuthnCheckValidCredentialsByCredIdsRespDto" "list<any>" "array"
        ]
        ()
        {credential_ids: List "credentialIds", authenticator_code: Text "authenticatorCode"};

    POST "/api/v3/webauthn/remove-credentials-by-authenticator-code" UserToken remove_all_credentials RemoveAllCredentials
        [
            "Remove every credential of one authenticator." "remove_all_credentials"
            "py,node,java,go" "node" "RemoveDeviceCredentialDto"
            "py=remove_all_credentials;node=removeAllCredentials;java=removeAllCredentials;go=RemoveAllCredentials"
            "every SDK types the body as an empty object: fields unknown" "IsSuccessRespDto"
            "IsSuccessDto" "-"
        ]
        ()
        {authenticator_code: Text "authenticatorCode"};

    POST "/api/v3/webauthn/remove-credential/{credentialID}" UserToken remove_credential RemoveCredential
        [
            "Remove one WebAuthn credential." "remove_credential" "py,node,java,go" "node"
            "WebAuthnRemoveCredentialDto"
            "py=remove_credential;node=removeCredential;java=removeCredential;go=RemoveCredential"
            "path placeholder: credentialID; every SDK types the body as an empty object: fields unknown"
            "IsSuccessRespDto" "IsSuccessDto" "-"
        ]
        (credential_id: Text "credentialID")
        {};

    POST "/api/v3/webauthn/admin/initialize" UserToken web_authn_admin_initialize WebAuthnAdminInitialize
        [
            "Start a passkey ceremony as administrator." "web_authn_admin_initialize" "node" "node"
            "" "node=webAuthnAdminInitialize" "no SDK sends a body here" "" "unknown" "-"
        ];

    POST "/api/v3/webauthn/admin/registration/finalize" UserToken web_authn_admin_register_finalize WebAuthnAdminRegisterFinalize
        [
            "Finish a passkey registration as administrator." "web_authn_admin_register_finalize"
            "node" "node" "" "node=webAuthnAdminRegisterFinalize" "no SDK sends a body here" ""
            "unknown" "-"
        ];

    PUT "/api/v3/webauthn/admin/credentials/{credentialId}" UserToken update_web_authn_admin_credential UpdateWebAuthnAdminCredential
        [
            "Rename a user's passkey as administrator." "update_web_authn_admin_credential" "node"
            "node" "UpdatePasskeyDto" "node=updateWebAuthnAdminCredential"
            "path placeholder: credentialId" "" "unknown" "-"
        ]
        (credential_id: Text "credentialId", name: Text "name")
        {};

    DELETE "/api/v3/webauthn/admin/credentials/{credentialId}/{userId}/{appId}" UserToken delete_web_authn_admin_credential DeleteWebAuthnAdminCredential
        [
            "Delete a user's passkey as administrator." "delete_web_authn_admin_credential" "node"
            "node" "" "node=deleteWebAuthnAdminCredential"
            "path placeholder: credentialId userId appId" "" "unknown" "-"
        ]
        (credential_id: Text "credentialId", user_id: Text "userId", app_id: Text "appId")
        {};

    GET "/api/v3/webauthn/person/credentials" UserToken list_web_authn_person_credentials ListWebAuthnPersonCredentials
        [
            "List the person's passkeys." "list_web_authn_person_credentials" "node" "node" ""
            "node=listWebAuthnPersonCredentials" "" "" "unknown" "-"
        ]
        ()
        {page: Integer "page" / "from 1", limit: Integer "limit" / "entries a page, at most 50"}
        (user_id: Text "userId")
        {app_id: Text "appId"};

    POST "/api/v3/webauthn/login/initialize" Nothing web_authn_login_initalize WebAuthnLoginInitalize
        [
            "Fetch parameters for a passkey sign-in." "web_authn_login_initalize" "node" "node" ""
            "node=webAuthnLoginInitalize" "no SDK sends a body here" "" "unknown" "-"
        ];

    POST "/api/v3/webauthn/login/finalize" Nothing web_authn_login_finalize WebAuthnLoginFinalize
        [
            "Sign in with a passkey." "web_authn_login_finalize" "node" "node"
            "FinalizeWebAuthnLoginDto" "node=webAuthnLoginFinalize" "" "" "unknown" "-"
        ]
        (ticket: Text "ticket", credential: Object "credential")
        {options: Object "options"};

    POST "/api/v3/webauthn/registration/initialize" UserToken web_authn_register_initalize WebAuthnRegisterInitalize
        [
            "Fetch parameters for binding a passkey." "web_authn_register_initalize" "node" "node"
            "" "node=webAuthnRegisterInitalize" "no SDK sends a body here" "" "unknown" "-"
        ];

    POST "/api/v3/webauthn/mfa-bind/initialize" Nothing web_authn_mfa_bind_initialize WebAuthnMfaBindInitialize
        [
            "Fetch parameters for binding a passkey during MFA." "web_authn_mfa_bind_initialize"
            "node" "node" "" "node=webAuthnMfaBindInitialize" "no SDK sends a body here" ""
            "unknown" "-"
        ];

    POST "/api/v3/webauthn/mfa-verify/initialize" Nothing web_authn_mfa_verify_initalize WebAuthnMfaVerifyInitalize
        [
            "Fetch parameters for passing MFA with a passkey." "web_authn_mfa_verify_initalize"
            "node" "node" "" "node=webAuthnMfaVerifyInitalize" "no SDK sends a body here" ""
            "unknown" "-"
        ];

    POST "/api/v3/webauthn/registration/finalize" UserToken web_authn_register_finalize WebAuthnRegisterFinalize
        [
            "Bind a passkey." "web_authn_register_finalize" "node" "node" ""
            "node=webAuthnRegisterFinalize" "no SDK sends a body here" "" "unknown" "-"
        ];

    GET "/api/v3/webauthn/credentials" UserToken list_web_authn_credentials ListWebAuthnCredentials
        [
            "List bound passkeys." "list_web_authn_credentials" "node" "node" ""
            "node=listWebAuthnCredentials" "" "" "unknown" "-"
        ]
        ()
        {page: Integer "page" / "from 1", limit: Integer "limit" / "entries a page, at most 50"};

    PUT "/api/v3/webauthn/credentials/{credentialId}" UserToken update_web_authn_credential UpdateWebAuthnCredential
        [
            "Rename a passkey." "update_web_authn_credential" "node" "node" "UpdatePasskeyDto"
            "node=updateWebAuthnCredential" "path placeholder: credentialId" "IsSuccessRespDto"
            "IsSuccessDto" "-"
        ]
        (credential_id: Text "credentialId", name: Text "name")
        {};

    DELETE "/api/v3/webauthn/credentials/{credentialId}" UserToken delete_web_authn_credential DeleteWebAuthnCredential
        [
            "Delete a passkey." "delete_web_authn_credential" "node" "node" ""
            "node=deleteWebAuthnCredential" "path placeholder: credentialId" "" "unknown" "-"
        ]
        (credential_id: Text "credentialId")
        {};
}
