//! Lists users, as types of one's own.
//!
//! ```text
//! AUTHING_ACCESS_KEY_ID=... AUTHING_ACCESS_KEY_SECRET=... \
//!     cargo run --example authing_list_users --features authing-client,ureq3
//! ```

use std::collections::BTreeMap;

use serde_json::Value;
use tokenmint::client::authing::management::ListUsers;
use tokenmint::client::authing::{
    ListOptions, ManagementClient, ManagementClientOptions, Pagination,
};
use tokenmint::http::Error;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let options = ManagementClientOptions::new(
        &std::env::var("AUTHING_ACCESS_KEY_ID")?,
        &std::env::var("AUTHING_ACCESS_KEY_SECRET")?,
    );
    for id in run(&options)? {
        println!("{id}");
    }
    Ok(())
}

/// The ids of the first users. A type that is `serde::Deserialize` does as
/// well as a map.
///
/// # Errors
///
/// Whatever keeps them from being listed.
pub fn run(options: &ManagementClientOptions) -> Result<Vec<String>, Error> {
    let client = ManagementClient::new(options)?;
    let first = Pagination::new().page(1).limit(10);
    let request = ListUsers::new().options(ListOptions::new().pagination(first));
    let page: BTreeMap<String, Value> = client.list_users(&request)?.into_data()?;
    let users = page.get("list").and_then(Value::as_array);
    Ok(users
        .into_iter()
        .flatten()
        .filter_map(|user| Some(user.get("userId")?.as_str()?.to_owned()))
        .collect())
}
