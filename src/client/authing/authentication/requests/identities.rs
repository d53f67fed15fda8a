//! Identities.
//!
//! Written by `cargo xtask authing` from `endpoints.tsv`.

use crate::client::authing::authentication::{
    AsyncAuthenticationClient, Authentication, AuthenticationClient,
};
use crate::client::authing::requests::requests;

requests! {
    Authentication, AuthenticationClient, AsyncAuthenticationClient:

    GET "/api/v3/generate-link-extidp-url" Nothing generate_link_ext_idp_url GenerateLinkExtIdpUrl
        (
            ext_idp_conn_identifier: Text "ext_idp_conn_identifier", app_id: Text "app_id",
            id_token: Text "id_token"
        )
        {};

    POST "/api/v3/unlink-extidp" UserToken unlink_ext_idp UnlinkExtIdp
        (ext_idp_id: Text "extIdpId")
        {};

    GET "/api/v3/get-identities" UserToken get_identities GetIdentities;

    GET "/api/v3/get-application-enabled-extidps" Nothing get_application_enabled_ext_idps GetApplicationEnabledExtIdps;

    GET "/api/v3/get-alipay-authinfo" Nothing get_alipay_auth_info GetAlipayAuthInfo
        (ext_idp_connidentifier: Text "extIdpConnidentifier")
        {};
}
