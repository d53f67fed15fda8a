//! Devices.
//!
//! Written by `cargo xtask authing` from `endpoints.tsv`.

use crate::client::authing::authentication::{
    AsyncAuthenticationClient, Authentication, AuthenticationClient,
};
use crate::client::authing::requests::requests;

requests! {
    Authentication, AuthenticationClient, AsyncAuthenticationClient:

    GET "/api/v3/mydevices/list" UserToken list List
        [
            "List the signed-in user's devices." "list" "py,node,java,go" "node" "ListDto"
            "py=list;node=list;java=list;go=List" "" "TerminalSessionRespDto"
            "list<TerminalSessionDto>" "array"
        ]
        ()
        {page: Integer "page" / "from 1", limit: Integer "limit" / "entries a page, at most 50"};

    POST "/api/v3/mydevices/unbind" UserToken unbind Unbind
        [
            "Remove one of the user's devices." "unbind" "py,node,java,go" "node" "UnbindDeviceDto"
            "py=unbind;node=unbind;java=unbind;go=Unbind" "" "CommonResponseDto" "none" "-"
        ]
        (device_id: Text "deviceId")
        {};

    POST "/api/v3/mydevices/revoke-session" UserToken revoke Revoke
        [
            "End the session on one device." "revoke" "py,node,java,go" "node"
            "RevokeDeviceSessionDto" "py=revoke;node=revoke;java=revoke;go=Revoke" ""
            "CommonResponseDto" "none" "-"
        ]
        (device_id: Text "deviceId")
        {};
}
