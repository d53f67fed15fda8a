//! A server that receives notifications: who signed them, what happened, and
//! each once.
//!
//! ```text
//! AGORA_NOTIFICATION_SECRET=... cargo run --example convoai_notifications --features convoai
//! ```
//!
//! The address `https://your.host/notifications` goes into the console, which
//! shows the secret. TLS is the task of what stands before this server.

use std::sync::Arc;

use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::routing::post;
use tokenmint::client::convoai::notification::{Event, Notification, Receiver, Signatures};
use tokenmint::http::ErrorKind;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let receiver = Receiver::new(&std::env::var("AGORA_NOTIFICATION_SECRET")?)?;
    let listener = tokio::net::TcpListener::bind("127.0.0.1:8080").await?;
    axum::serve(listener, server(receiver)).await?;
    Ok(())
}

/// The routes; the receiver is shared by all requests.
pub fn server(receiver: Receiver) -> Router {
    Router::new()
        .route("/notifications", post(receive))
        .with_state(Arc::new(receiver))
}

/// Checks the raw body, before anything parses it. The service sends again what
/// is not answered with 200: answer first, work later.
async fn receive(
    State(receiver): State<Arc<Receiver>>,
    headers: HeaderMap,
    body: Bytes,
) -> StatusCode {
    let header = |name| headers.get(name).and_then(|value| value.to_str().ok());
    let signatures = Signatures::of(header("agora-signature-v2"), header("agora-signature"));
    match receiver.receive(&body, signatures) {
        Ok(received) => {
            if !received.is_duplicate {
                tokio::spawn(async move { handle(&received.notification) });
            }
            StatusCode::OK
        }
        Err(error) if error.kind() == ErrorKind::TokenRefused => StatusCode::UNAUTHORIZED,
        Err(_) => StatusCode::BAD_REQUEST,
    }
}

/// What your program does with it.
fn handle(notification: &Notification) {
    match notification.event() {
        Event::AgentJoined(agent) => println!("{:?} joined {:?}", agent.agent_id, agent.channel),
        Event::AgentLeft(agent) => println!("{:?} left {:?}", agent.agent_id, agent.channel),
        Event::AgentHistory(agent) => {
            let lines = agent.contents.unwrap_or_default();
            println!("{} things were said in {:?}", lines.len(), agent.channel);
        }
        other => println!("{other:?}"),
    }
}
