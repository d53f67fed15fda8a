//! The two clients, and the listings they give.

use core::fmt;
use core::pin::Pin;
use core::task::{Context, Poll};
use std::boxed::Box;
use std::string::String;
use std::vec::Vec;

use futures_core::Stream;

use super::calls::agents::{self, ensure_stopped};
use super::names::unique_name;
use super::operation::{Answer, Operation};
use super::page::{Paged, Pager};
use super::shared::Core;
use super::types::agents::Agent;
use super::{AuthMode, ClientConfig, DomainPool};
use crate::client::clients::client;
use crate::http::both::both;
use crate::http::{BoxFuture, Error, ErrorKind, unblock};

client! {
    AgentClient / AsyncAgentClient: ClientConfig;
    of "Conversational AI. Clones share connections and the current host.";
    connecting "";
    /// [`ErrorKind::Credentials`] or [`ErrorKind::EmptyCertificate`] by the rules
    /// of [`AuthMode`], [`ErrorKind::BadUrl`] for a base URL that cannot be used.
}

macro_rules! methods {
    (
        $kind:ident [$($async:ident)?] [$($await:tt)*]
        $client:ident $pages:ident $unblocked:ident
    ) => {
        impl $client {
            /// How requests prove who sends them.
            #[must_use]
            pub fn auth_mode(&self) -> AuthMode {
                self.core.auth.mode()
            }

            /// The app id.
            #[must_use]
            pub fn app_id(&self) -> &str {
                self.core.auth.app_id()
            }

            /// The hosts; what is changed there holds for the next request.
            #[must_use]
            pub fn pool(&self) -> &DomainPool {
                &self.core.pool
            }

            /// The base URL of the next request.
            #[must_use]
            pub fn current_url(&self) -> String {
                self.core.pool.current_url()
            }

            /// Goes on to the next region of the area.
            pub fn next_region(&self) {
                self.core.pool.next_region();
            }

            /// Sends an operation and gives its content. Dropping a future of it
            /// cancels it.
            ///
            /// # Errors
            ///
            /// Whatever [`ErrorKind`] lists.
            pub $($async)? fn send<T>(&self, operation: &Operation<T>) -> Result<T, Error> {
                self.send_raw(operation)$($await)*.map(|answer| answer.value)
            }

            /// Sends an operation and gives its content with the headers.
            ///
            /// # Errors
            ///
            /// As [`Self::send`].
            pub $($async)? fn send_raw<T>(
                &self,
                operation: &Operation<T>,
            ) -> Result<Answer<T>, Error> {
                self.http.run(&*self.core, operation)$($await)*
            }

            /// Sends a listing page by page.
            #[must_use]
            pub fn send_pages<P: Paged>(&self, operation: Operation<P>) -> $pages<P> {
                $pages::new(self.clone(), Pager::new(operation))
            }

            /// Stops an agent; one that is not there counts as stopped.
            ///
            /// # Errors
            ///
            /// As [`Self::send`].
            pub $($async)? fn stop_agent(&self, agent_id: &str) -> Result<(), Error> {
                self.send(&ensure_stopped(agent_id))$($await)*
            }

            /// The agents that start or run in a channel, of the last seven days.
            ///
            /// # Errors
            ///
            /// As [`Self::send`].
            pub $($async)? fn find_agents(&self, channel: &str) -> Result<Vec<Agent>, Error> {
                let operation = agents::running(Some(channel), self.core.a_week_ago());
                let mut pages = self.send_pages(operation);
                let mut found = Vec::new();
                while let Some(page) = pages.next_page()$($await)*? {
                    found.extend(page.items);
                }
                Ok(found)
            }

            /// A name that no other agent has: `prefix`, the time and a random
            /// number.
            ///
            /// # Errors
            ///
            /// [`ErrorKind::Token`] when there is no randomness.
            pub fn unique_name(&self, prefix: &str) -> Result<String, Error> {
                Ok(unique_name(prefix, &*self.core.environment)?)
            }

            /// Looks up which domain answers, unless that was done in the last
            /// 30 s. Any number of calls may run at once; one of them asks.
            ///
            /// # Errors
            ///
            /// [`ErrorKind::Resolve`] when none does.
            pub $($async)? fn select_best_domain(&self) -> Result<(), Error> {
                let pool = self.core.pool.clone();
                unblock::$unblocked(move || pool.select_best_domain())$($await)*
                    .unwrap_or_else(|| Err(Error::new(ErrorKind::Resolve)))
            }
        }

        impl<P: Paged> $pages<P> {
            /// The next page as a whole; nothing after the last.
            ///
            /// # Errors
            ///
            #[doc = concat!("As [`", stringify!($client), "::send`], and [`ErrorKind::RepeatedCursor`].")]
            pub $($async)? fn next_page(&mut self) -> Result<Option<P>, Error> {
                let Some(operation) = self.pager.operation() else {
                    return Ok(None);
                };
                let page = self.client.send(&operation)$($await)*?;
                self.pager.received(&page)?;
                Ok(Some(page))
            }

            /// Whether there is a page to ask for.
            #[must_use]
            pub fn has_next(&self) -> bool {
                self.pager.has_next()
            }
        }

        impl<P: Paged> fmt::Debug for $pages<P> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.debug_struct(stringify!($pages)).finish_non_exhaustive()
            }
        }
    };
}

both! { methods: AgentClient / AsyncAgentClient, Pages / AsyncPages, here / aside }

/// A listing as an iterator of its items. The first error ends it.
pub struct Pages<P: Paged> {
    client: AgentClient,
    pager: Pager<P>,
}

impl<P: Paged> Pages<P> {
    const fn new(client: AgentClient, pager: Pager<P>) -> Self {
        Self { client, pager }
    }
}

impl<P: Paged> Iterator for Pages<P> {
    type Item = Result<P::Item, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(item) = self.pager.item() {
                return Some(Ok(item));
            }
            let operation = self.pager.operation()?;
            let kept = self
                .client
                .send(&operation)
                .and_then(|page| self.pager.keep(page));
            if let Err(error) = kept {
                return Some(Err(error));
            }
        }
    }
}

/// A listing as a stream of its items. The first error ends it.
pub struct AsyncPages<P: Paged> {
    client: AsyncAgentClient,
    pager: Pager<P>,
    asking: Option<BoxFuture<'static, Result<P, Error>>>,
}

impl<P: Paged> AsyncPages<P> {
    const fn new(client: AsyncAgentClient, pager: Pager<P>) -> Self {
        Self {
            client,
            pager,
            asking: None,
        }
    }

    /// The next item; nothing after the last. (The stream without its trait.)
    pub async fn next_item(&mut self) -> Option<Result<P::Item, Error>> {
        core::future::poll_fn(|context| self.poll_item(context)).await
    }

    fn poll_item(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<P::Item, Error>>> {
        loop {
            if let Some(item) = self.pager.item() {
                return Poll::Ready(Some(Ok(item)));
            }
            let asking = match &mut self.asking {
                Some(asking) => asking,
                None => {
                    let Some(operation) = self.pager.operation() else {
                        return Poll::Ready(None);
                    };
                    let client = self.client.clone();
                    self.asking
                        .insert(Box::pin(async move { client.send(&operation).await }))
                }
            };
            let Poll::Ready(page) = asking.as_mut().poll(context) else {
                return Poll::Pending;
            };
            self.asking = None;
            if let Err(error) = page.and_then(|page| self.pager.keep(page)) {
                return Poll::Ready(Some(Err(error)));
            }
        }
    }
}

impl<P: Paged + Unpin> Stream for AsyncPages<P> {
    type Item = Result<P::Item, Error>;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.get_mut().poll_item(context)
    }
}
