//! `ath serve`: approved providers as tools of a language model, by the Model
//! Context Protocol on standard input and output.
//!
//! ```text
//! model ──> tool ──> a good token? ──> call ──> answer, without secrets
//!                      └─ no: the page for the user, and waiting beside
//! ```

mod login;
mod tools;

use std::sync::Arc;
use std::time::Duration;

use clap::Args;
use rmcp::handler::server::ServerHandler;
use rmcp::model::{
    CallToolRequestParams, CallToolResponse, ErrorData, Implementation, ListToolsResult,
    PaginatedRequestParams, ServerCapabilities, ServerConfig,
};
use rmcp::service::{RequestContext, RoleServer};
use rmcp::{ServiceExt, transport};
use tokenmint::client::ath::ProviderScopes;

use super::agent::{Client, SigningOptions, provider};
use super::wait::{DEFAULT_PORT, WaitOptions, listener};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::run::Run;
use crate::{duration, output};
use tools::Tools;

/// Options of `ath serve`.
#[derive(Debug, Args)]
#[command(after_help = "\
Speaks MCP on standard input and output until the input ends. Every approved provider is a tool;
users are asked for the approved scopes and no others. Without a good token a tool answers with the
page for the user, waits as `login` does, and goes on when it is called again. Key, secret and tokens
never reach the model. `login` registers first.")]
pub(crate) struct Serve {
    /// Offer this alone, and ask users for these scopes alone; repeatable
    /// [default: everything approved]
    #[arg(long, value_name = "ID=SCOPE,SCOPE", value_parser = provider)]
    provider: Vec<ProviderScopes>,
    /// How long a call waits for the user before it answers with the page again
    #[arg(long, value_name = "TIME", value_parser = duration::parse, default_value = "45s")]
    answer_within: u32,
    /// Port of 127.0.0.1 for the browser
    #[arg(long, value_name = "PORT", default_value_t = DEFAULT_PORT, value_parser = clap::value_parser!(u16).range(1..))]
    listen: u16,
    #[command(flatten)]
    wait: WaitOptions,
    #[command(flatten)]
    signing: SigningOptions,
}

impl Run for Serve {
    fn run(&self, _: bool) -> Result<Exit, Failure> {
        if self.signing.reads_stdin() {
            return Err(Failure::usage(
                "standard input is for the protocol: the key comes from --key-file",
            ));
        }
        let agent = self.signing.known()?;
        if let Client::Native(client) = &agent.client {
            let found = client.discover();
            found.map_err(|error| agent.refused(&error))?;
        }
        let listener = listener(&agent, self.listen);
        let patience = Duration::from_secs(self.answer_within.into());
        let tools = Tools::new(
            agent,
            &self.provider,
            listener,
            self.wait.polling(),
            patience,
        )?;
        output::note(&format!(
            "serving {} on standard input",
            tools.names().join(", ")
        ));
        let system = |error: &dyn std::fmt::Display| Failure::system(format!("MCP: {error}"));
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(1)
            .enable_time()
            .build()
            .map_err(|error| system(&error))?;
        let server = Server(Arc::new(tools));
        let served = runtime.block_on(async {
            let running = server.serve(transport::stdio()).await;
            let running = running.map_err(|error| system(&error))?;
            running.waiting().await.map_err(|error| system(&error))
        });
        // A login that waits for a user holds up nobody.
        runtime.shutdown_background();
        served.map(|_| Exit::Ok)
    }
}

/// The tools, as the protocol sees them.
#[derive(Clone)]
struct Server(Arc<Tools>);

impl ServerHandler for Server {
    fn get_info(&self) -> ServerConfig {
        let capabilities = ServerCapabilities::builder().enable_tools().build();
        let mut info = ServerConfig::new(capabilities).with_instructions(
            "Each tool calls one service for the user. When an answer has a page, show it to the \
             user, and call the tool again with the same arguments once the user has consented.",
        );
        info.server_info = Implementation::new("tokenmint", env!("CARGO_PKG_VERSION"));
        info
    }

    async fn list_tools(
        &self,
        _: Option<PaginatedRequestParams>,
        _: RequestContext<RoleServer>,
    ) -> Result<ListToolsResult, ErrorData> {
        Ok(ListToolsResult::with_all_items(self.0.list()))
    }

    async fn call_tool(
        &self,
        request: CallToolRequestParams,
        _: RequestContext<RoleServer>,
    ) -> Result<CallToolResponse, ErrorData> {
        let tools = Arc::clone(&self.0);
        let call = move || tools.call(&request.name, &request.arguments.unwrap_or_default());
        let result = tokio::task::spawn_blocking(call).await;
        let stopped = |_| ErrorData::internal_error("the call did not come to its end", None);
        result.map_err(stopped)?.map(Into::into)
    }
}
