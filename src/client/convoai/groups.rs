//! `client.agents().start(..)`: the operations as methods of both clients.

use std::vec::Vec;

use super::calls::{agents, phone_numbers, telephony};
use super::page::Page;
use super::types::agents::{
    Agent, AgentFilter, History, Speak, Spoken, StartAgent, StartedAgent, Think, Turns,
    UpdateProperties,
};
use super::types::phone_numbers::{AddNumber, PhoneNumber, UpdateNumber};
use super::types::telephony::{CallFilter, HungUp, PhoneCall, StartCall, StartedCall};
use super::{AgentClient, AsyncAgentClient, AsyncPages, Pages};
use crate::http::both::both;
use crate::http::{Error, RequestOptions};

/// One method that sends one operation.
macro_rules! call {
    (
        [$($async:ident)?] [$($await:tt)*]
        $module:ident fn $name:ident($($arg:ident: $ty:ty),*) -> $out:ty
    ) => {
        #[doc = concat!("Sends [`", stringify!($name), "`](super::", stringify!($module), "::", stringify!($name), ").")]
        ///
        /// # Errors
        ///
        /// Whatever [`ErrorKind`](crate::http::ErrorKind) lists.
        pub $($async)? fn $name(&self $(, $arg: $ty)*) -> Result<$out, Error> {
            let operation = $module::$name($($arg),*);
            self.client.send(&operation.with_options(self.options.clone()))$($await)*
        }
    };
}

macro_rules! group {
    (
        $kind:ident $async:tt $await:tt $group:ident $client:ident $pages:ident;
        $(#[$meta:meta])*
        $module:ident {
            $( fn $name:ident $arguments:tt -> $out:ty; )*
            $( pages fn $all:ident = $one:ident($($arg:ident: $ty:ty),*) -> $page:ty; )*
        }
    ) => {
        $(#[$meta])*
        #[derive(Debug, Clone)]
        pub struct $group<'a> {
            client: &'a $client,
            options: RequestOptions,
        }

        impl $client {
            #[doc = concat!("The operations of [`", stringify!($module), "`](super::", stringify!($module), ").")]
            #[must_use]
            pub fn $module(&self) -> $group<'_> {
                $group {
                    client: self,
                    options: RequestOptions::new(),
                }
            }
        }

        impl $group<'_> {
            /// Sets options for the calls that follow.
            #[must_use]
            pub fn with_options(mut self, options: RequestOptions) -> Self {
                self.options = options;
                self
            }

            $( call! { $async $await $module fn $name $arguments -> $out } )*

            $(
                #[doc = concat!("Sends [`", stringify!($one), "`](super::", stringify!($module), "::", stringify!($one), ") page by page.")]
                #[must_use]
                pub fn $all(&self $(, $arg: $ty)*) -> $pages<$page> {
                    let operation = $module::$one($($arg),*);
                    self.client.send_pages(operation.with_options(self.options.clone()))
                }
            )*
        }
    };
}

both! {
    group: Agents / AsyncAgents, AgentClient / AsyncAgentClient, Pages / AsyncPages;
    /// Operations on agents.
    agents {
        fn start(body: &StartAgent) -> StartedAgent;
        fn list(filter: &AgentFilter) -> Page<Agent>;
        fn get(agent_id: &str) -> Agent;
        fn get_history(agent_id: &str) -> History;
        fn stop(agent_id: &str) -> ();
        fn update(agent_id: &str, properties: &UpdateProperties) -> StartedAgent;
        fn speak(agent_id: &str, body: &Speak) -> Spoken;
        fn interrupt(agent_id: &str) -> Spoken;
        fn turns(agent_id: &str, page_index: Option<u32>, page_size: Option<u32>) -> Turns;
        fn think(agent_id: &str, body: &Think) -> Spoken;
        pages fn list_all = list(filter: &AgentFilter) -> Page<Agent>;
        pages fn all_turns = turns(
            agent_id: &str,
            page_index: Option<u32>,
            page_size: Option<u32>
        ) -> Turns;
    }
}

both! {
    group: Telephony / AsyncTelephony, AgentClient / AsyncAgentClient, Pages / AsyncPages;
    /// Operations on calls by telephone.
    telephony {
        fn list(filter: &CallFilter) -> Page<PhoneCall>;
        fn call(body: &StartCall) -> StartedCall;
        fn get(agent_id: &str) -> PhoneCall;
        fn hangup(agent_id: &str) -> HungUp;
        pages fn list_all = list(filter: &CallFilter) -> Page<PhoneCall>;
    }
}

both! {
    group: PhoneNumbers / AsyncPhoneNumbers, AgentClient / AsyncAgentClient, Pages / AsyncPages;
    /// Operations on telephone numbers.
    phone_numbers {
        fn list() -> Vec<PhoneNumber>;
        fn add(body: &AddNumber) -> PhoneNumber;
        fn get(phone_number: &str) -> PhoneNumber;
        fn update(phone_number: &str, body: &UpdateNumber) -> PhoneNumber;
        fn delete(phone_number: &str) -> ();
    }
}
