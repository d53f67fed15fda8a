//! What the clients have methods of their own for.
//!
//! Written by `cargo xtask authing` from `endpoints.tsv`.

use crate::client::authing::requests::rows;

rows! {
    Nowhere GET "-" Nothing set_access_token
        (access_token: Text "access_token")
        {};

    Protocol POST "/{oidc|oauth}/token" AppSecret get_access_token_by_code
        [grant_type "grant_type" = "authorization_code"]
        (code: Text "code", redirect_uri: Text "redirect_uri")
        {
            code_verifier: Text "code_verifier", client_id: Text "client_id",
            client_secret: Text "client_secret"
        };

    Protocol POST "/{oidc|oauth}/token" AppSecret get_access_token_by_client_credentials
        [grant_type "grant_type" = "client_credentials"]
        (client_id: Text "client_id", client_secret: Text "client_secret", scope: Text "scope")
        {};

    Protocol POST "/{oidc|oauth}/me" UserToken get_user_info_by_access_token;

    Nowhere GET "/oidc/auth|/oauth/auth|/api/v2/saml-idp/{app_id}|/cas-idp/{app_id}" Nothing build_authorize_url
        ()
        {
            redirect_uri: Text "redirect_uri", response_type: Text "response_type",
            response_mode: Text "response_mode", state: Text "state", nonce: Text "nonce",
            scope: Text "scope", code_challenge_method: Text "code_challenge_method",
            code_challenge: Text "code_challenge", service: Text "service"
        };

    Nowhere GET "-" Nothing generate_code_challenge
        ()
        {length: Integer "length"};

    Nowhere GET "-" Nothing generate_code_challenge_digest
        (code_challenge: Text "code_challenge")
        {method: Text "method"};

    Nowhere GET "/oidc/session/end|/cas-idp/logout|/login/profile/logout" Nothing build_logout_url
        ()
        {redirect_uri: Text "redirect_uri", id_token: Text "id_token", state: Text "state"};

    Protocol POST "/{oidc|oauth}/token" AppSecret get_new_access_token_by_refresh_token
        [grant_type "grant_type" = "refresh_token"]
        (refresh_token: Text "refresh_token")
        {client_id: Text "client_id", client_secret: Text "client_secret"};

    Protocol POST "/{oidc|oauth}/token/revocation" AppSecret revoke_token
        (token: Text "token")
        {client_id: Text "client_id", client_secret: Text "client_secret"};

    Protocol POST "/{oidc|oauth}/token/introspection" AppSecret introspect_token
        (token: Text "token")
        {client_id: Text "client_id", client_secret: Text "client_secret"};

    Protocol GET "/oidc/.well-known/jwks.json" Nothing introspect_token_offline;

    Protocol GET "/cas-idp/{app_id}/validate" Nothing validate_ticket_v1
        (service: Text "service", ticket: Text "ticket")
        {};

    Events GET "/events/v1/authentication/sub" UserToken sub_event
        (code: Text "code", token: Text "token")
        {};
}
