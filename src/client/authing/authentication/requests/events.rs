//! Events.
//!
//! Written by `cargo xtask authing` from `endpoints.tsv`.

use crate::client::authing::authentication::{
    AsyncAuthenticationClient, Authentication, AuthenticationClient,
};
use crate::client::authing::requests::requests;

requests! {
    Authentication, AuthenticationClient, AsyncAuthenticationClient:

    POST "/api/v3/pub-userEvent" UserToken put_event PutEvent
        [
            "Publish a user event." "put_event" "py,node,java,go,cs" "node" ""
            "py=put_event;node=pub;java=pubtEvent;go=PubEvent;cs=PubEvent" "" "CommonResponseDto"
            "none" "-"
        ]
        (event_code: Text "eventType", data: JsonText "eventData")
        {source: Text "source"};
}
