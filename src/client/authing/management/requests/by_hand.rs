//! What the clients have methods of their own for.
//!
//! Written by `cargo xtask authing` from `endpoints.tsv`.

use crate::client::authing::requests::rows;

rows! {
    Events GET "/events/v1/management/sub" AccessKey sub_event
        [
            "Subscribe to pool events over a websocket." "sub_event" "py,node,java,go,cs"
            "old-table" ""
            "py=sub_event;node=sub;java=subEvent;go=SubEvent|SubEventByReceiver;cs=Sub" "" "" "none"
            "-"
        ]
        (code: Text "code")
        {};

    Anything GET "-" AccessKey make_request
        [
            "Send a freely described signed request." "send" "node,java,go" "hand" ""
            "node=makeRequest;java=makeRequest;go=SendHttpRequest" "" "" "local" "-"
        ]
        (method: Text "method", path: Text "path")
        {params: Object "params", body: Any "body", headers: Object "headers"};
}
