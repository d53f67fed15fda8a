//! What a server says on a stream (RFC 6455).

use tungstenite::handshake::derive_accept_key;

use crate::server::{Act, Received, Script};

/// The answer that opens a stream, and what comes then.
pub fn open(received: &Received, acts: impl IntoIterator<Item = Act>) -> Script {
    let key = received.header("sec-websocket-key").expect("a key");
    let accept = derive_accept_key(key.as_bytes());
    let head = format!(
        "HTTP/1.1 101 Switching Protocols\r\nconnection: Upgrade\r\nupgrade: websocket\r\n\
         sec-websocket-accept: {accept}\r\n\r\n"
    );
    Script::acts([Act::Send(head.into_bytes())].into_iter().chain(acts))
}

fn frame(first: u8, payload: &[u8]) -> Act {
    let mut bytes = vec![first];
    match u8::try_from(payload.len()) {
        Ok(len) if len < 126 => bytes.push(len),
        _ => {
            bytes.push(127);
            bytes.extend((payload.len() as u64).to_be_bytes());
        }
    }
    bytes.extend(payload);
    Act::Send(bytes)
}

pub fn text(text: &str) -> Act {
    frame(0x81, text.as_bytes())
}

#[allow(dead_code)]
pub fn bytes(bytes: &[u8]) -> Act {
    frame(0x82, bytes)
}

#[allow(dead_code)]
pub fn ping() -> Act {
    frame(0x89, b"")
}

#[allow(dead_code)]
pub fn close() -> Act {
    frame(0x88, &1001_u16.to_be_bytes())
}

/// The bytes of a frame without content from a client.
#[allow(dead_code)]
pub const EMPTY_FRAME: usize = 6;
