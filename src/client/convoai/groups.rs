//! `client.agents().start(..)`: the operations as methods of both clients,
//! written once.

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
use crate::http::{Error, RequestOptions};

macro_rules! groups {
    ($(
        $(#[$meta:meta])*
        $blocking:ident, $asynchronous:ident, $module:ident {
            $( fn $name:ident($($arg:ident: $ty:ty),*) -> $out:ty; )*
            $( pages fn $all:ident = $one:ident($($page_arg:ident: $page_ty:ty),*) -> $page:ty; )*
        }
    )*) => {
        $(
            groups!(@struct $(#[$meta])* $blocking, AgentClient);
            groups!(@struct $(#[$meta])* $asynchronous, AsyncAgentClient);

            impl $blocking<'_> {
                $(
                    #[doc = concat!("Sends [`", stringify!($name), "`](super::", stringify!($module), "::", stringify!($name), ").")]
                    ///
                    /// # Errors
                    ///
                    /// As [`AgentClient::send`].
                    pub fn $name(&self $(, $arg: $ty)*) -> Result<$out, Error> {
                        let operation = $module::$name($($arg),*);
                        self.client.send(&operation.with_options(self.options.clone()))
                    }
                )*
                $(
                    #[doc = concat!("Sends [`", stringify!($one), "`](super::", stringify!($module), "::", stringify!($one), ") page by page.")]
                    #[must_use]
                    pub fn $all(&self $(, $page_arg: $page_ty)*) -> Pages<$page> {
                        let operation = $module::$one($($page_arg),*);
                        self.client.send_pages(operation.with_options(self.options.clone()))
                    }
                )*
            }

            impl $asynchronous<'_> {
                $(
                    #[doc = concat!("Sends [`", stringify!($name), "`](super::", stringify!($module), "::", stringify!($name), ").")]
                    ///
                    /// # Errors
                    ///
                    /// As [`AsyncAgentClient::send`].
                    pub async fn $name(&self $(, $arg: $ty)*) -> Result<$out, Error> {
                        let operation = $module::$name($($arg),*);
                        self.client.send(&operation.with_options(self.options.clone())).await
                    }
                )*
                $(
                    #[doc = concat!("Sends [`", stringify!($one), "`](super::", stringify!($module), "::", stringify!($one), ") page by page.")]
                    #[must_use]
                    pub fn $all(&self $(, $page_arg: $page_ty)*) -> AsyncPages<$page> {
                        let operation = $module::$one($($page_arg),*);
                        self.client.send_pages(operation.with_options(self.options.clone()))
                    }
                )*
            }
        )*

        groups!(@accessors AgentClient $($blocking $module)*);
        groups!(@accessors AsyncAgentClient $($asynchronous $module)*);
    };

    (@struct $(#[$meta:meta])* $group:ident, $client:ident) => {
        $(#[$meta])*
        #[derive(Debug, Clone)]
        pub struct $group<'a> {
            client: &'a $client,
            options: RequestOptions,
        }

        impl $group<'_> {
            /// The same with options for the calls that follow.
            #[must_use]
            pub fn with_options(mut self, options: RequestOptions) -> Self {
                self.options = options;
                self
            }
        }
    };

    (@accessors $client:ident $($group:ident $module:ident)*) => {
        impl $client {
            $(
                #[doc = concat!("The operations of [`", stringify!($module), "`](super::", stringify!($module), ").")]
                #[must_use]
                pub fn $module(&self) -> $group<'_> {
                    $group {
                        client: self,
                        options: RequestOptions::new(),
                    }
                }
            )*
        }
    };
}

groups! {
    /// Operations on agents.
    Agents, AsyncAgents, agents {
        fn start(app_id: &str, body: &StartAgent) -> StartedAgent;
        fn list(app_id: &str, filter: &AgentFilter) -> Page<Agent>;
        fn get(app_id: &str, agent_id: &str) -> Agent;
        fn get_history(app_id: &str, agent_id: &str) -> History;
        fn stop(app_id: &str, agent_id: &str) -> ();
        fn update(app_id: &str, agent_id: &str, properties: &UpdateProperties) -> StartedAgent;
        fn speak(app_id: &str, agent_id: &str, body: &Speak) -> Spoken;
        fn interrupt(app_id: &str, agent_id: &str) -> Spoken;
        fn turns(
            app_id: &str,
            agent_id: &str,
            page_index: Option<u32>,
            page_size: Option<u32>
        ) -> Turns;
        fn think(app_id: &str, agent_id: &str, body: &Think) -> Spoken;
        pages fn list_all = list(app_id: &str, filter: &AgentFilter) -> Page<Agent>;
        pages fn all_turns = turns(
            app_id: &str,
            agent_id: &str,
            page_index: Option<u32>,
            page_size: Option<u32>
        ) -> Turns;
    }

    /// Operations on calls by telephone.
    Telephony, AsyncTelephony, telephony {
        fn list(app_id: &str, filter: &CallFilter) -> Page<PhoneCall>;
        fn call(app_id: &str, body: &StartCall) -> StartedCall;
        fn get(app_id: &str, agent_id: &str) -> PhoneCall;
        fn hangup(app_id: &str, agent_id: &str) -> HungUp;
        pages fn list_all = list(app_id: &str, filter: &CallFilter) -> Page<PhoneCall>;
    }

    /// Operations on telephone numbers.
    PhoneNumbers, AsyncPhoneNumbers, phone_numbers {
        fn list() -> Vec<PhoneNumber>;
        fn add(body: &AddNumber) -> PhoneNumber;
        fn get(phone_number: &str) -> PhoneNumber;
        fn update(phone_number: &str, body: &UpdateNumber) -> PhoneNumber;
        fn delete(phone_number: &str) -> ();
    }
}
