//! Creates a role, and tells apart why the service may say no.
//!
//! ```text
//! AUTHING_ACCESS_KEY_ID=... AUTHING_ACCESS_KEY_SECRET=... \
//!     cargo run --example authing_create_role --features authing-client,reqwest013
//! ```

use tokenmint::client::authing::management::CreateRole;
use tokenmint::client::authing::{
    ApiCode, AsyncManagementClient, ManagementClientOptions, StatusCode,
};
use tokenmint::http::Error;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let options = ManagementClientOptions::new(
        &std::env::var("AUTHING_ACCESS_KEY_ID")?,
        &std::env::var("AUTHING_ACCESS_KEY_SECRET")?,
    );
    let runtime = tokio::runtime::Runtime::new()?;
    println!("{}", runtime.block_on(run(&options))?);
    Ok(())
}

/// What became of it.
///
/// # Errors
///
/// When the service could not be asked: no connection, no trust, no JSON.
pub async fn run(options: &ManagementClientOptions) -> Result<String, Error> {
    let client = AsyncManagementClient::new(options)?;
    let request = CreateRole::new("admin").description("Administrators");
    // A refusal is an answer; `?` on the result of `into_result` makes it an error.
    let answer = client.create_role(&request).await?;
    Ok(match answer.into_result() {
        Ok(role) => format!("created: {}", role["code"]),
        Err(refusal) if refusal.status_code == StatusCode::Conflict => "is there already".into(),
        Err(refusal) if refusal.api_code == Some(ApiCode::DateNotUnixMillis) => {
            "the service wants the other `date_format`".into()
        }
        Err(refusal) => format!(
            "refused: {refusal}; the service says {:?}, request {:?}",
            refusal.message, refusal.request_id
        ),
    })
}
