//! A client of either kind, blocking or async, and calls by their names.

use serde_json::{Map, Value};
use tokenmint::client::authing::{
    Api, ApiRequest, AsyncAuthenticationClient, AsyncManagementClient, AuthenticationClient,
    Envelope, ManagementClient, Operation, Sent,
};
use tokenmint::http::Error;

use super::by_hand;
use super::options;
use super::world::World;
use crate::now::now;

pub enum Player {
    Authentication(AuthenticationClient),
    AsyncAuthentication(AsyncAuthenticationClient),
    Management(ManagementClient),
    AsyncManagement(AsyncManagementClient),
}

impl Player {
    /// The client that a case names, made from its options.
    pub fn new(
        id: &str,
        client: &Value,
        options: &Value,
        world: &World,
        asynchronous: bool,
    ) -> Result<Self, Error> {
        match (client.as_str().expect(id), asynchronous) {
            ("authentication", false) => {
                let options = options::authentication(id, options)?;
                AuthenticationClient::with_http(&options, world.blocking())
                    .map(Self::Authentication)
            }
            ("authentication", true) => {
                let options = options::authentication(id, options)?;
                AsyncAuthenticationClient::with_http(&options, world.asynchronous())
                    .map(Self::AsyncAuthentication)
            }
            ("management", false) => {
                let options = options::management(id, options)?;
                ManagementClient::with_http(&options, world.blocking()).map(Self::Management)
            }
            ("management", true) => {
                let options = options::management(id, options)?;
                AsyncManagementClient::with_http(&options, world.asynchronous())
                    .map(Self::AsyncManagement)
            }
            (other, _) => panic!("{id}: unknown client {other:?}"),
        }
    }

    /// Calls a method by its name in the recorded SDK; the result as the JSON
    /// of its answer.
    pub fn call(&self, id: &str, name: &str, kwargs: &Map<String, Value>) -> Result<Value, Error> {
        let answer = match self {
            Self::Authentication(client) => operation(id, name, kwargs)?.map(|it| client.send(&it)),
            Self::AsyncAuthentication(client) => {
                operation(id, name, kwargs)?.map(|it| now(client.send(&it)))
            }
            Self::Management(client) => operation(id, name, kwargs)?.map(|it| client.send(&it)),
            Self::AsyncManagement(client) => {
                operation(id, name, kwargs)?.map(|it| now(client.send(&it)))
            }
        };
        match answer {
            Some(answer) => answer.map(|answer: Envelope| answer.answer().clone()),
            None => self.call_by_hand(id, name, kwargs),
        }
    }

    /// What the clients have methods of their own for.
    fn call_by_hand(
        &self,
        id: &str,
        name: &str,
        kwargs: &Map<String, Value>,
    ) -> Result<Value, Error> {
        match self {
            Self::Authentication(client) => by_hand::call(client, id, name, kwargs),
            Self::AsyncAuthentication(client) => by_hand::call_async(client, id, name, kwargs),
            _ => panic!("{id}: unknown method {name:?}"),
        }
    }
}

/// The call, where the method is one that is sent as a call.
fn operation<A: Api>(
    id: &str,
    name: &str,
    kwargs: &Map<String, Value>,
) -> Result<Option<Operation<A>>, Error> {
    let row = A::row(name).unwrap_or_else(|| panic!("{id}: unknown method {name:?}"));
    if row.sent != Sent::Call {
        return Ok(None);
    }
    let mut operation = Operation::new(row);
    for (name, value) in kwargs {
        operation = operation.argument(name, value.clone())?;
    }
    assert_eq!(operation.operation().row(), row, "{id}");
    Ok(Some(operation))
}
