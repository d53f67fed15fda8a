//! The tools: one for each approved provider.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use rmcp::model::{CallToolResult, ContentBlock, ErrorData, JsonObject, Tool};
use serde_json::{Value, json};
use tokenmint::client::ath::{
    ApiAnswer, ApiRequest, AuthorizeRequest, Content, Error, Polling, ProviderScopes, Reaction,
    RedirectListener,
};
use tokenmint::http::Method;

use super::login::{Logins, Progress};
use crate::failure::Failure;
use crate::online::ath::agent::{Agent, Client, either};
use crate::online::service::Mask;

/// More of an answer is cut off: models pay by the word.
const ANSWER_MAX: usize = 100_000;

/// The longest name of a tool.
const NAME_MAX: usize = 64;

/// What a model can call.
pub(super) struct Tools {
    agent: Arc<Agent>,
    offered: Vec<Offered>,
    logins: Logins,
    listener: Arc<Mutex<Option<RedirectListener>>>,
    polling: Polling<'static>,
    patience: Duration,
}

/// One provider.
struct Offered {
    name: String,
    provider: ProviderScopes,
}

impl Tools {
    pub(super) fn new(
        agent: Agent,
        only: &[ProviderScopes],
        listener: Option<RedirectListener>,
        polling: Polling<'static>,
        patience: Duration,
    ) -> Result<Self, Failure> {
        let known = either!(agent, client => client.credentials());
        let approved = known
            .map(|known| known.approved_providers)
            .unwrap_or_default();
        let mut offered = Vec::new();
        for approval in &approved {
            let id = &approval.provider_id;
            let asked = only.iter().find(|asked| asked.provider_id == *id);
            let is_wanted = |scope: &&String| asked.is_none_or(|it| it.scopes.contains(scope));
            let scopes: Vec<&str> = approval
                .approved_scopes
                .iter()
                .filter(is_wanted)
                .map(String::as_str)
                .collect();
            if scopes.is_empty() || (asked.is_none() && !only.is_empty()) {
                continue;
            }
            offered.push(Offered {
                name: tool_name(id),
                provider: ProviderScopes::new(id, &scopes),
            });
        }
        // A file of another SDK does not say what is approved: then the options do.
        if approved.is_empty() {
            offered.extend(only.iter().map(|asked| Offered {
                name: tool_name(&asked.provider_id),
                provider: asked.clone(),
            }));
        }
        if offered.is_empty() {
            let failure = Failure::usage("there is nothing to offer: no provider is approved");
            let status = agent.words.command("status");
            return Err(failure.line(format!("hint: {status} says what is approved")));
        }
        Ok(Self {
            agent: Arc::new(agent),
            offered,
            logins: Logins::default(),
            listener: Arc::new(Mutex::new(listener)),
            polling,
            patience,
        })
    }

    pub(super) fn names(&self) -> Vec<&str> {
        self.offered.iter().map(|it| it.name.as_str()).collect()
    }

    pub(super) fn list(&self) -> Vec<Tool> {
        let tool = |offered: &Offered| {
            let ProviderScopes {
                provider_id,
                scopes,
                ..
            } = &offered.provider;
            let description = format!(
                "Calls the HTTP interface of {provider_id} for the user, with the scopes {}. The \
                 first call may answer with a page on which the user has to consent.",
                scopes.join(", ")
            );
            Tool::new(offered.name.clone(), description, schema())
        };
        self.offered.iter().map(tool).collect()
    }

    /// Calls a provider; what goes wrong on the way is an answer for the model.
    pub(super) fn call(
        &self,
        name: &str,
        arguments: &JsonObject,
    ) -> Result<CallToolResult, ErrorData> {
        let offered = self.offered.iter().find(|offered| offered.name == name);
        let offered = offered.ok_or_else(|| ErrorData::invalid_params("no such tool", None))?;
        let request = request(arguments)?;
        // A token that is refused is replaced once.
        for _ in 0..2 {
            match self.log_in(&offered.provider) {
                Progress::Done => {}
                Progress::Page(page) => return Ok(page_for_the_user(&page)),
                Progress::Failed(reason) => return Ok(failed(reason)),
            }
            match self.ask(&offered.provider.provider_id, &request) {
                Ok(answer) => return Ok(CallToolResult::success(vec![self.shown(&answer)])),
                Err(error) if error.reaction() == Reaction::Authorize => {}
                Err(error) => return Ok(self.refused(&error)),
            }
        }
        Ok(failed(
            "the service takes no token of this agent".to_owned(),
        ))
    }

    /// A good token, or what stands in the way of one.
    fn log_in(&self, provider: &ProviderScopes) -> Progress {
        let (agent, listener) = (Arc::clone(&self.agent), Arc::clone(&self.listener));
        let (polling, provider) = (self.polling, provider.clone());
        let id = provider.provider_id.clone();
        self.logins.progress(&id, self.patience, move |show| {
            let scopes: Vec<_> = provider.scopes.iter().map(String::as_str).collect();
            let request = AuthorizeRequest::new(&provider.provider_id, &scopes);
            // Whoever comes second asks the service alone.
            let listener = listener.try_lock().ok();
            let listener = listener.as_ref().and_then(|it| it.as_ref());
            let (request, polling) = match listener {
                Some(listener) => (
                    request.redirect_uri(&listener.redirect_uri()),
                    polling.redirects(listener),
                ),
                None => (request, polling),
            };
            let token = either!(agent, client => client.ensure_token(&request, polling, |page| {
                show(&page.authorization_url);
            }));
            let token = token.map_err(|error| agent.refused(&error).into_message())?;
            drop(token);
            either!(agent, client => client.keep()).map_err(|error| error.to_string())
        })
    }

    fn ask(&self, provider: &str, request: &ApiRequest) -> Result<ApiAnswer, Error> {
        match &self.agent.client {
            Client::Gateway(client) => client.proxy_with(provider, request),
            Client::Native(client) => client.api_with(request),
        }
    }

    /// An answer for a model, without what it must not know.
    fn shown(&self, answer: &ApiAnswer) -> ContentBlock {
        let text = match &answer.content {
            Content::Json(value) => value.to_string(),
            Content::Text(text) => text.clone(),
            Content::Bytes(bytes) => format!("({} bytes that are no text)", bytes.len()),
            _ => format!("(status {}, no content)", answer.status),
        };
        let mut text = self.mask().known(&text);
        if text.len() > ANSWER_MAX {
            let end = (0..=ANSWER_MAX).rev().find(|at| text.is_char_boundary(*at));
            text.truncate(end.unwrap_or_default());
            text += "\n(the rest is cut off)";
        }
        ContentBlock::text(text)
    }

    fn refused(&self, error: &Error) -> CallToolResult {
        let why = self.mask().apply(&error.to_string());
        let mut content = vec![ContentBlock::text(why)];
        content.extend(error.answer().map(|answer| self.shown(&answer)));
        CallToolResult::error(content)
    }

    /// Everything secret that there is by now.
    fn mask(&self) -> Mask {
        let mut mask = Mask::default();
        let known = either!(self.agent, client => client.credentials());
        if let Some(known) = known {
            mask.hide(known.client_secret.expose());
            for token in &known.tokens {
                mask.hide(token.access_token.expose());
            }
        }
        mask
    }
}

fn page_for_the_user(page: &str) -> CallToolResult {
    let text = format!(
        "The user has to consent first. Show this page to the user, then call the tool again with \
         the same arguments: it waits for the user.\n{page}"
    );
    CallToolResult::error(vec![ContentBlock::text(text)])
}

fn failed(reason: String) -> CallToolResult {
    CallToolResult::error(vec![ContentBlock::text(reason)])
}

/// A provider's id as models may write it.
fn tool_name(id: &str) -> String {
    let fits = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-');
    let name = id.chars().map(|c| if fits(c) { c } else { '_' });
    name.take(NAME_MAX).collect()
}

fn schema() -> Arc<JsonObject> {
    let schema = json!({
        "type": "object",
        "properties": {
            "method": {
                "type": "string",
                "enum": ["GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE"],
                "description": "HTTP method",
            },
            "path": {
                "type": "string",
                "description": "Path below the service, with its query: /user/repos?page=2",
            },
            "body": {"description": "JSON to send; absent when there is none"},
        },
        "required": ["method", "path"],
    });
    match schema {
        Value::Object(schema) => Arc::new(schema),
        _ => Arc::default(),
    }
}

/// The request that the arguments describe.
fn request(arguments: &JsonObject) -> Result<ApiRequest, ErrorData> {
    let text = |name: &str| {
        let text = arguments.get(name).and_then(Value::as_str);
        text.ok_or_else(|| ErrorData::invalid_params(format!("`{name}` is a text"), None))
    };
    let unknown = |_| ErrorData::invalid_params("`method` is none that is known", None);
    let method: Method = text("method")?.parse().map_err(unknown)?;
    let request = ApiRequest::new(method, text("path")?);
    match arguments.get("body") {
        None | Some(Value::Null) => Ok(request),
        Some(body) => request
            .json(body)
            .map_err(|_| ErrorData::invalid_params("`body` cannot be sent as JSON", None)),
    }
}
