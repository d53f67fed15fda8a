//! What the clients have methods of their own for.
//!
//! Written by `cargo xtask authing` from `endpoints.tsv`.

use crate::client::authing::requests::rows;

rows! {
    Events GET "/events/v1/management/sub" AccessKey sub_event
        (code: Text "code")
        {};
}
