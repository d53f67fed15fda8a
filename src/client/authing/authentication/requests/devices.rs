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
        ()
        {page: Integer "page", limit: Integer "limit"};

    POST "/api/v3/mydevices/unbind" UserToken unbind Unbind
        (device_id: Text "deviceId")
        {};

    POST "/api/v3/mydevices/revoke-session" UserToken revoke Revoke
        (device_id: Text "deviceId")
        {};
}
