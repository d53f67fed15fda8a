//! What the clients have methods of their own for.
//!
//! Written by `cargo xtask authing` from `endpoints.tsv`.

use crate::client::authing::requests::rows;

rows! {
    Nowhere GET "-" Nothing set_access_token
        [
            "Store the user's access token for later calls." "set_access_token" "py,node,java,go,cs"
            "old-table" ""
            "py=set_access_token;node=setAccessToken;java=setAccessToken;go=SetAccessToken;cs=setAccessToken"
            "" "" "local" "-"
        ]
        (access_token: Text "access_token")
        {};

    Protocol POST "/{oidc|oauth}/token" AppSecret get_access_token_by_code
        [
            "Exchange an authorization code for tokens." "get_access_token_by_code"
            "py,node,java,go,cs" "old-table" ""
            "py=get_access_token_by_code;node=getAccessTokenByCode;java=getAccessTokenByCode;go=GetAccessTokenByCode;cs=GetAccessTokenByCode"
            "" "OIDCTokenResponse" "flat" "-"
        ]
        [grant_type "grant_type" = "authorization_code"]
        (code: Text "code", redirect_uri: Text "redirect_uri")
        {
            code_verifier: Text "code_verifier", client_id: Text "client_id",
            client_secret: Text "client_secret"
        };

    Protocol POST "/{oidc|oauth}/token" AppSecret get_access_token_by_client_credentials
        [
            "Fetch an access token with a programmatic access key pair."
            "get_access_token_by_client_credentials" "py,node,java,go,cs" "old-table"
            "ClientCredentialInput"
            "py=get_access_token_by_client_credentials;node=getAccessTokenByClientCredentials;java=getAccessTokenByClientCredentials;go=GetAccessTokenByClientCredentials;cs=GetAccessTokenByClientCredentials"
            "" "GetAccessTokenByClientCredentialsRespDto" "flat" "-"
        ]
        [grant_type "grant_type" = "client_credentials"]
        (access_key: Text "client_id", access_secret: Text "client_secret", scope: Text "scope")
        {};

    Protocol POST "/{oidc|oauth}/me" UserToken get_user_info_by_access_token
        [
            "Read the user's claims with an access token." "get_user_info_by_access_token"
            "py,node,java,go,cs" "hand" ""
            "py=get_user_info_by_access_token;node=getUserInfoByAccessToken;java=getUserInfoByAccessToken|getUserInfoMapByAccessToken;go=GetUserInfo;cs=GetUserInfo|GetUserInfoByAccessToken"
            "Python: POST with bearer header; Node default: GET with access_token in the query"
            "UserInfo" "flat" "-"
        ]
        (access_token: Text "access_token")
        {
            method: Choice["GET" "POST"] "method",
            token_place: Choice["query" "header" "body"] "token_place" / "where the token is sent"
        };

    Nowhere GET "/oidc/auth|/oauth/auth|/api/v2/saml-idp/{app_id}|/cas-idp/{app_id}" Nothing build_authorize_url
        [
            "Build the login page address without network traffic." "build_authorize_url"
            "py,node,java,go,cs" "old-table+hand" ""
            "py=build_authorize_url;node=buildAuthorizeUrl;java=buildAuthorizeUrl;go=BuildAuthorizeUrlByCas|BuildAuthorizeUrlByOauth|BuildAuthorizeUrlByOidc|BuildAuthorizeUrlBySaml;cs=BuildAuthUrl|BuildAuthorizeUrl"
            "forced means prompt=login (Node); tenantId and prompt from Node and Java" "" "local"
            "-"
        ]
        ()
        {
            redirect_uri: Text "redirect_uri", response_type: Text "response_type",
            response_mode: Text "response_mode", state: Text "state", nonce: Text "nonce",
            scope: Text "scope", code_challenge_method: Text "code_challenge_method",
            code_challenge: Text "code_challenge", service: Text "service", prompt: Text "prompt",
            forced: Flag "forced", tenant_id: Text "tenantId"
        };

    Nowhere GET "-" Nothing generate_code_challenge
        [
            "Draw a random PKCE verifier." "generate_code_challenge" "py,node,cs" "old-table" ""
            "py=generate_code_challenge;node=generateCodeChallenge;cs=GenerateCodeChallenge" "" ""
            "local" "-"
        ]
        ()
        {length: Integer "length" / "characters, 43 to 128"};

    Nowhere GET "-" Nothing generate_code_challenge_digest
        [
            "Derive the PKCE challenge from a verifier." "generate_code_challenge_digest"
            "py,node,java,cs" "old-table" ""
            "py=generate_code_challenge_digest;node=getCodeChallengeDigest;java=getCodeChallengeDigest;cs=GetCodeChallengeDigest"
            "" "" "local" "-"
        ]
        (code_challenge: Text "code_challenge")
        {method: Text "method"};

    Nowhere GET "/oidc/session/end|/cas-idp/logout|/login/profile/logout" Nothing build_logout_url
        [
            "Build the logout address without network traffic." "build_logout_url"
            "py,node,java,go,cs" "old-table" ""
            "py=build_logout_url;node=buildLogoutUrl;java=buildLogoutUrl;go=BuildLogoutUrl;cs=BuildLogoutUrl"
            "" "" "local" "-"
        ]
        ()
        {redirect_uri: Text "redirect_uri", id_token: Text "id_token", state: Text "state"};

    Protocol POST "/{oidc|oauth}/token" AppSecret get_new_access_token_by_refresh_token
        [
            "Swap a refresh token for fresh tokens." "get_new_access_token_by_refresh_token"
            "py,node,java,go,cs" "old-table" ""
            "py=get_new_access_token_by_refresh_token;node=getNewAccessTokenByRefreshToken;java=getNewAccessTokenByRefreshToken;go=GetNewAccessTokenByRefreshToken;cs=GetNewAccessTokenByRefreshToken"
            "" "GetNewAccessTokenByRefreshTokenRespDto" "flat" "-"
        ]
        [grant_type "grant_type" = "refresh_token"]
        (refresh_token: Text "refresh_token")
        {client_id: Text "client_id", client_secret: Text "client_secret"};

    Protocol POST "/{oidc|oauth}/token/revocation" AppSecret revoke_token
        [
            "Invalidate an access or refresh token." "revoke_token" "py,node,java,go,cs" "old-table"
            "" "py=revoke_token;node=revokeToken;java=revokeToken;go=RevokeToken;cs=RevokeToken" ""
            "" "bare" "-"
        ]
        (token: Text "token")
        {client_id: Text "client_id", client_secret: Text "client_secret"};

    Protocol POST "/{oidc|oauth}/token/introspection" AppSecret introspect_token
        [
            "Ask the server whether a token is live." "introspect_token" "py,node,java,go,cs"
            "old-table" ""
            "py=introspect_token;node=introspectToken;java=introspectToken;go=IntrospectToken;cs=IntrospectToken"
            "" "IntrospectTokenRespDto" "flat" "-"
        ]
        (token: Text "token")
        {client_id: Text "client_id", client_secret: Text "client_secret"};

    Protocol GET "/oidc/.well-known/jwks.json" Nothing introspect_token_offline
        [
            "Verify a token locally against the published keys." "introspect_token_offline"
            "py,java,go" "hand" ""
            "py=introspect_token_offline;java=introspectAccessTokenOffline;go=IntrospectAccessTokenOffline"
            "local arguments, nothing of them is sent" "AccessToken" "flat" "-"
        ]
        (token: Text "token")
        {server_jwks: Object "server_jwks"};

    Protocol GET "/cas-idp/{app_id}/validate" Nothing validate_ticket_v1
        [
            "Check a CAS 1.0 ticket." "validate_ticket_v1" "py,node,java,go,cs" "old-table" ""
            "py=validate_ticket_v1;node=validateTicketV1;java=validateTicketV1;go=ValidateTicketV1;cs=ValidateTicketV1"
            "" "ValidateTicketV1Response" "flat" "-"
        ]
        (service: Text "service", ticket: Text "ticket")
        {};

    Events GET "/events/v1/authentication/sub" UserToken sub_event
        [
            "Subscribe to user events over a websocket." "sub_event" "py,node,java,go,cs"
            "old-table" ""
            "py=sub_event;node=sub;java=subEvent;go=SubEvent|SubEventByReceiver;cs=Sub" "" "" "none"
            "-"
        ]
        (code: Text "code", token: Text "token")
        {};

    Nowhere GET "/oidc/auth|/oauth/auth" Nothing login_with_redirect
        [
            "Redirect the browser to login, storing state in a cookie." "begin" "node,cs" "hand" ""
            "node=loginWithRedirect;cs=LoginWithRedirect"
            "browser helper of a web server, arguments are local" "" "local" "-"
        ]
        ()
        {
            redirect_uri: Text "redirect_uri", scope: Text "scope", state: Text "state",
            nonce: Text "nonce", forced: Flag "forced"
        };

    Protocol POST "/{oidc|oauth}/token" AppSecret handle_redirect_callback
        [
            "Validate the callback's state and exchange its code." "finish" "node,cs" "hand" ""
            "node=handleRedirectCallback;cs=HandleRedirectCallback"
            "browser helper of a web server, arguments are local" "OIDCTokenResponse" "flat" "-"
        ]
        (request_url: Text "request_url", cookie_header: Text "cookie_header")
        {};

    Protocol GET "/cas-idp/{app_id}/serviceValidate" Nothing validate_ticket_v2
        [
            "Check a CAS 2.0 ticket, answer in JSON or XML." "validate_ticket_v2" "node,java,go,cs"
            "hand" ""
            "node=validateTicketV2;java=validateTicketV2;go=ValidateTicketV2;cs=ValidateTicketV2Json|ValidateTicketV2XML"
            "" "" "bare" "-"
        ]
        (ticket: Text "ticket", service: Text "service")
        {format: Choice["JSON" "XML"] "format"};

    Protocol GET "/{app_id}/oidc/.well-known/jwks.json" Nothing parse_access_token
        [
            "Verify and decode an access token locally." "introspect_token_offline" "node,cs" "hand"
            "" "node=parseAccessToken;cs=ParseAccessToken"
            "Node 4.0.2 path; Node 4.0.1, Python, Java, Go, C# use /oidc/.well-known/jwks.json"
            "AccessToken" "flat" "-"
        ]
        (token: Text "token")
        {server_jwks: Object "server_jwks"};

    Protocol GET "/{app_id}/oidc/.well-known/jwks.json" Nothing parse_id_token
        [
            "Verify and decode an ID token locally." "verify_id_token" "node,go,cs" "hand" ""
            "node=parseIDToken;go=ParseIDToken;cs=ParseIDToken"
            "Node 4.0.2 path; Node 4.0.1, Python, Java, Go, C# use /oidc/.well-known/jwks.json"
            "IDToken" "flat" "-"
        ]
        (token: Text "token")
        {server_jwks: Object "server_jwks"};

    Nowhere GET "/oidc/session/end|/cas-idp/logout|/login/profile/logout" Nothing logout_with_redirect
        [
            "Redirect the browser to the logout address." "build_logout_url" "node,cs" "hand" ""
            "node=logoutWithRedirect;cs=LogoutWithRedirect"
            "browser helper of a web server, arguments are local" "" "local" "-"
        ]
        ()
        {redirect_uri: Text "redirect_uri", id_token: Text "id_token", state: Text "state"};

    Anything GET "-" UserToken make_request
        [
            "Send a freely described call with the client's headers." "send" "go" "hand" ""
            "go=SendHttpRequest|SendProtocolHttpRequest" "" "" "local" "-"
        ]
        (method: Text "method", path: Text "path")
        {params: Object "params", body: Any "body", headers: Object "headers"};

    Protocol POST "/oidc/token" AppSecret get_login_state_by_auth_code
        [
            "Exchange a code and decode the tokens into a session." "get_access_token_by_code" "cs"
            "hand" "" "cs=GetLoginStateByAuthCode" "" "LoginState" "flat" "-"
        ]
        (code: Text "code", redirect_uri: Text "redirect_uri")
        {};

    Protocol POST "/oidc/token" AppSecret refresh_login_state
        [
            "Refresh tokens and decode them into a session." "get_new_access_token_by_refresh_token"
            "cs" "hand" "" "cs=RefreshLoginState" "" "LoginState" "flat" "-"
        ]
        (refresh_token: Text "refresh_token")
        {};
}
