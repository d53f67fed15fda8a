//! A simulated world as a test holds it.

use std::error::Error;
use std::fmt;
use std::future::Future;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use tokenmint::http::{
    AsyncClient, AsyncTransport, BoxFuture, Client, Environment, Request, Response, Transport,
    TransportError,
};

use crate::double::{Double, Shared};
use crate::executor;
use crate::fault::{Fault, Faults};
use crate::network::Network;
use crate::script::{On, Strike};
use crate::story::Story;
use crate::violation::Violation;
use crate::watch;
use crate::world::{Exchange, World};

/// Services, the way to them, and what goes wrong on it, on virtual time.
///
/// It is a [`Transport`] and an [`AsyncTransport`]; [`Self::client`] and
/// [`Self::async_client`] have its clock as well. Clones are the same simulation.
/// See the [example](crate) of this crate.
#[derive(Debug, Clone)]
pub struct Simulation {
    world: World,
    network: Arc<Mutex<Network>>,
}

impl Default for Simulation {
    fn default() -> Self {
        Self::new()
    }
}

impl Simulation {
    /// A simulation without a service, in which nothing goes wrong.
    #[must_use]
    pub fn new() -> Self {
        Self::with_seed(0)
    }

    /// A simulation whose jitter follows from `seed`.
    #[must_use]
    pub fn with_seed(seed: u64) -> Self {
        let world = World::new(Faults::default(), seed);
        world.lock().tells = true;
        let network = Arc::new(Mutex::new(Network::new(&world)));
        Self { world, network }
    }

    /// A service at these origins, such as `https://api.example.com`. A request
    /// to an origin that no service is at is a violation.
    pub fn add<D: Double + 'static>(
        &self,
        origins: &'static [&'static str],
        double: D,
    ) -> Shared<D> {
        let double = Shared::new(double);
        self.world.lock().hide_secrets_of(&double);
        let mut network = self.network.lock().unwrap_or_else(PoisonError::into_inner);
        *network = network.clone().with(origins, &double);
        double
    }

    /// From now on this goes wrong; of several faults at one request the one
    /// that was said first counts.
    pub fn fault(&self, on: On, fault: Fault) {
        self.world.lock().script.add(Strike { on, fault });
    }

    /// A blocking HTTP client on the clock of the simulation, for `with_http` of
    /// a service's client.
    #[must_use]
    pub fn client(&self) -> Client {
        Client::new(self.clone()).with_environment(self.world.clone())
    }

    /// An async HTTP client on the clock of the simulation.
    #[must_use]
    pub fn async_client(&self) -> AsyncClient {
        AsyncClient::new(self.clone()).with_environment(self.world.clone())
    }

    /// Time and chance of the simulation, for a client that is put together by hand.
    #[must_use]
    pub fn environment(&self) -> impl Environment + Clone + use<> {
        self.world.clone()
    }

    /// Runs async code to its end; when all of it waits, time passes.
    ///
    /// # Panics
    ///
    /// When it waits for something that never comes, such as a real socket.
    pub fn block_on<T>(&self, future: impl Future<Output = T>) -> T {
        let mut output = None;
        let store = async { output = Some(future.await) };
        executor::run(&self.world, vec![Box::pin(store)]);
        output.unwrap_or_else(|| panic!("the future waits for nothing in this simulation"))
    }

    /// One call of the code under test: nothing may be done twice in it, and
    /// there may be no secret in its error. [`Self::check`] tells, and the story
    /// has its name.
    ///
    /// # Errors
    ///
    /// That of the call.
    pub fn call<T, E: Error>(
        &self,
        name: &'static str,
        call: impl FnOnce() -> Result<T, E>,
    ) -> Result<T, E> {
        let number = self.world.lock().begin(0, name);
        let result = call();
        self.end(number, &result);
        result
    }

    /// [`Self::call`] for the future of an async call.
    ///
    /// # Errors
    ///
    /// That of the call.
    pub async fn call_async<T, E: Error>(
        &self,
        name: &'static str,
        call: impl Future<Output = Result<T, E>>,
    ) -> Result<T, E> {
        let number = self.world.lock().begin(0, name);
        let result = call.await;
        self.end(number, &result);
        result
    }

    fn end<T, E: Error>(&self, number: usize, result: &Result<T, E>) {
        let failure = result.as_ref().err();
        let mut state = self.world.lock();
        state.end(number, failure.map(|error| error as &dyn Error));
        state.current[0] = None;
    }

    /// Time passes.
    pub fn advance(&self, duration: Duration) {
        self.world.advance(duration);
    }

    /// True time since 1970, as the services see it.
    #[must_use]
    pub fn now(&self) -> Duration {
        self.world.lock().clock.true_time()
    }

    /// A text of the test's own that may be in no error, log line or `Debug`;
    /// the secrets of the services are known.
    pub fn hide(&self, secret: &str) {
        self.world.lock().hide(secret);
    }

    /// Looks for secrets in a text of the code under test: a log, a `Debug`.
    pub fn look_at(&self, text: &str) {
        watch::texts(&mut self.world.lock(), text);
    }

    /// Every request so far, and what became of it.
    #[must_use]
    pub fn exchanges(&self) -> Vec<Exchange> {
        self.world.lock().exchanges.clone()
    }

    /// What happened, exchange by exchange.
    #[must_use]
    pub fn story(&self) -> String {
        Story(&self.world).to_string()
    }

    /// Whether every invariant held so far; what is still running is for the
    /// test to ask the service.
    ///
    /// # Errors
    ///
    /// What did not hold, with the story.
    pub fn check(&self) -> Result<(), Broken> {
        let violations = self.world.lock().violations.clone();
        if violations.is_empty() {
            return Ok(());
        }
        let story = self.story();
        Err(Broken { violations, story })
    }

    fn network(&self) -> Network {
        let network = self.network.lock().unwrap_or_else(PoisonError::into_inner);
        network.clone()
    }
}

impl Transport for Simulation {
    fn send(&self, request: Request) -> Result<Response, TransportError> {
        Transport::send(&self.network(), request)
    }
}

impl AsyncTransport for Simulation {
    fn send(&self, request: Request) -> BoxFuture<'_, Result<Response, TransportError>> {
        let network = self.network();
        Box::pin(async move { AsyncTransport::send(&network, request).await })
    }
}

/// Invariants that did not hold. Its text has the story; `Debug` as well, so
/// that `unwrap` shows it.
#[derive(Clone)]
pub struct Broken {
    /// Which, and how.
    pub violations: Vec<Violation>,
    story: String,
}

impl fmt::Display for Broken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} violated:\n{}", self.violations.len(), self.story)
    }
}

impl fmt::Debug for Broken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}

impl Error for Broken {}
