//! System.
//!
//! Written by `cargo xtask authing` from `endpoints.tsv`.

use crate::client::authing::authentication::{
    AsyncAuthenticationClient, Authentication, AuthenticationClient,
};
use crate::client::authing::requests::requests;

requests! {
    Authentication, AuthenticationClient, AsyncAuthenticationClient:

    GET "/api/v3/system" Nothing get_system_info GetSystemInfo;

    GET "/api/v3/get-country-list" Nothing get_country_list GetCountryList;
}
