//! System.
//!
//! Written by `cargo xtask authing` from `endpoints.tsv`.

use crate::client::authing::authentication::{
    AsyncAuthenticationClient, Authentication, AuthenticationClient,
};
use crate::client::authing::requests::requests;

requests! {
    Authentication, AuthenticationClient, AsyncAuthenticationClient:

    GET "/api/v3/system" Nothing get_system_info GetSystemInfo
        [
            "Read the server's public keys and version data." "get_system_info" "py,node,java,go,cs"
            "node" ""
            "py=get_system_info;node=getSystemInfo;java=getSystemInfo;go=GetSystemInfo;cs=GetSystemInfo"
            "" "SystemInfoResp" "flat" "-"
        ];

    GET "/api/v3/get-country-list" Nothing get_country_list GetCountryList
        [
            "List countries with their codes." "get_country_list" "py,node,java,go,cs" "node" ""
            "py=get_country_list;node=getCountryList;java=getCountryList;go=GetCountryList;cs=GetCountryList"
            "" "GetCountryListRespDto" "list<CountryDetailInfo>" "array"
        ];

    GET "/api/v2/oidc/validate_token" Nothing validate_token ValidateToken
        [
            "Ask the server whether an access or ID token is valid." "validate_token" "java,cs"
            "hand" "" "java=validateToken;cs=ValidateToken" "exactly one of the two tokens"
            "ValidateTokenRespDto" "flat" "-"
        ]
        ()
        {access_token: Text "access_token", id_token: Text "id_token"};

    GET "/oidc/.well-known/jwks.json" Nothing get_jwks GetJwks
        [
            "Fetch the published signing keys." "get_jwks" "cs" "hand" "" "cs=GetJWKSJSONAsync" ""
            "" "unknown" "-"
        ];
}
