//! The journeys of agents.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

use tokenmint::client::ath::{ClientConfig, Error};

use super::agent;
use super::face::Client;
use super::keeping::Keeping;
use super::service::{Ath, Flavour};
use super::user::{User, Way};
use crate::caller::Caller;
use crate::double::Shared;
use crate::executor::{self, Task};
use crate::face::Face;
use crate::journey::Journey;
use crate::network::Network;
use crate::watch;
use crate::world::World;

/// All of them.
pub const JOURNEYS: &[Journey] = &[
    // From discovery to a proxied call and a revocation; the browser comes back.
    journey("handshake", |world, face| {
        perform(world, face, &PLAN, |user| Box::pin(handshake(user)))
    }),
    // The gateway that never sends the browser back; consent takes minutes.
    journey("slow-consent", |world, face| {
        let plan = Plan {
            flavours: &[Flavour::Standalone],
            consent_after: Duration::from_secs(4 * 60),
            way: Way::Poll,
            ..PLAN
        };
        perform(world, face, &plan, |user| Box::pin(handshake(user)))
    }),
    // A service that speaks ATH itself.
    journey("native", |world, face| {
        let flavours = &[Flavour::Native];
        let plan = Plan { flavours, ..PLAN };
        perform(world, face, &plan, |user| Box::pin(handshake(user)))
    }),
    // A service that sends tokens to another origin.
    journey("elsewhere", |world, face| {
        let plan = Plan {
            flavours: &[Flavour::Native],
            prepare: |service| service.api_base = "https://elsewhere.example/api".to_owned(),
            ..PLAN
        };
        perform(world, face, &plan, |user| Box::pin(elsewhere(user)))
    }),
    // Two gateways at once: nothing of one goes to the other.
    journey("two-gateways", |world, face| {
        let flavours = &[Flavour::Handlers, Flavour::Standalone];
        let plan = Plan { flavours, ..PLAN };
        perform(world, face, &plan, |user| Box::pin(handshake(user)))
    }),
    // Two providers behind one gateway, with a token each.
    journey("two-providers", |world, face| {
        perform(world, face, &PLAN, |user| Box::pin(two_providers(user)))
    }),
    // The token ends, and another is asked for.
    journey("token-ends", |world, face| {
        perform(world, face, &PLAN, |user| Box::pin(token_ends(user)))
    }),
    // The user says no.
    journey("denied", |world, face| {
        let plan = Plan {
            flavours: &[Flavour::Handlers],
            prepare: |service| service.denies = true,
            ..PLAN
        };
        perform(world, face, &plan, |user| Box::pin(denied(user)))
    }),
    // The file is lost, and with it the secret: the gateway knows the agent still.
    journey("lost-secret", |world, face| {
        let flavours = &[Flavour::Standalone];
        let plan = Plan { flavours, ..PLAN };
        perform(world, face, &plan, |user| Box::pin(lost_secret(user)))
    }),
    // What keeps the credentials fails: before something is sent, and after.
    journey("keeping-fails", |world, face| {
        let keeping = || Keeping::that_fails(1, 2);
        let plan = Plan { keeping, ..PLAN };
        perform(world, face, &plan, |user| Box::pin(handshake(user)))
    }),
    // Each step by another process, with what the one before has kept.
    journey("resumed-login", |world, face| {
        let restarts = true;
        let plan = Plan { restarts, ..PLAN };
        perform(world, face, &plan, |user| Box::pin(handshake(user)))
    }),
    // The same with a service that speaks ATH itself, and without a browser that
    // comes back.
    journey("resumed-native", |world, face| {
        let plan = Plan {
            flavours: &[Flavour::Native],
            way: Way::Poll,
            restarts: true,
            ..PLAN
        };
        perform(world, face, &plan, |user| Box::pin(handshake(user)))
    }),
    // Every request is tried again where that is safe.
    journey("retried-posts", |world, face| {
        let configure = |config: ClientConfig| config.retry_posts(true);
        let plan = Plan { configure, ..PLAN };
        perform(world, face, &plan, |user| Box::pin(handshake(user)))
    }),
    // Futures that are dropped after five seconds; a blocking call cannot be.
    Journey {
        faces: &[Face::Async],
        ..journey("impatient-agent", |world, face| {
            let patience = Some(Duration::from_secs(5));
            let plan = Plan { patience, ..PLAN };
            perform(world, face, &plan, |user| Box::pin(handshake(user)))
        })
    },
];

const fn journey(name: &'static str, run: fn(&World, Face) -> Result<(), String>) -> Journey {
    Journey {
        service: "ath",
        name,
        faces: &Face::ALL,
        has_other_hosts: false,
        has_power_cuts: false,
        run,
    }
}

/// What a journey differs in.
struct Plan {
    /// One user for each.
    flavours: &'static [Flavour],
    consent_after: Duration,
    way: Way,
    patience: Option<Duration>,
    restarts: bool,
    keeping: fn() -> Keeping,
    prepare: fn(&mut Ath),
    configure: fn(ClientConfig) -> ClientConfig,
}

const PLAN: Plan = Plan {
    flavours: &[Flavour::Handlers],
    consent_after: Duration::from_secs(2),
    way: Way::Redirect,
    patience: None,
    restarts: false,
    keeping: Keeping::default,
    prepare: |_| {},
    configure: |config| config,
};

/// Runs a journey to its end and looks at what is left.
fn perform(
    world: &World,
    face: Face,
    plan: &Plan,
    program: for<'a, 'b> fn(&'b User<'a>) -> Task<'b>,
) -> Result<(), String> {
    let wrong = |error: Error| error.to_string();
    let mut network = Network::new(world);
    let mut services = Vec::new();
    for flavour in plan.flavours {
        let service = agent::service(*flavour, plan.consent_after);
        let mut service = service.map_err(|error| error.to_string())?;
        (plan.prepare)(&mut service);
        let service = Shared::new(service);
        world.lock().hide_secrets_of(&service);
        network = network.with(agent::origins(*flavour), &service);
        services.push((*flavour, service));
    }
    let mut users = Vec::new();
    for (task, (flavour, service)) in services.iter().enumerate() {
        let keeping = Arc::new((plan.keeping)());
        let config = agent::config(*flavour).map_err(|error| error.to_string())?;
        let config = (plan.configure)(config.store(Arc::clone(&keeping)));
        let mut state = world.lock();
        if state.faults.count() == 0 {
            watch::texts(&mut state, &format!("{config:?}"));
        }
        drop(state);
        let network = network.clone();
        let make = move || Client::new(*flavour, face, &config, world, network.clone());
        users.push(User {
            caller: Caller {
                world,
                task,
                patience: plan.patience,
            },
            flavour: *flavour,
            client: RefCell::new(Rc::new(make().map_err(wrong)?)),
            make: Box::new(make),
            keeping,
            service,
            way: match flavour {
                // Its browsers end on a page of its own.
                Flavour::Standalone => Way::Poll,
                _ => plan.way,
            },
            restarts: plan.restarts,
        });
    }
    executor::run(world, users.iter().map(program).collect());
    users.iter().for_each(User::look_at_end);
    Ok(())
}

async fn handshake(user: &User<'_>) {
    let provider = agent::wanted(user.flavour)[0].0;
    if user.enrol().await && user.obtain(provider).await {
        user.ask(provider, "/posts").await;
        user.post(provider, "Hello.").await;
        user.ask(provider, "/search?q=a%20b").await;
        user.revoke(None).await;
    }
}

async fn elsewhere(user: &User<'_>) {
    if user.enrol().await && user.obtain("mail").await {
        user.ask_elsewhere("mail").await;
        user.revoke(None).await;
    }
}

async fn two_providers(user: &User<'_>) {
    let providers = ["github", "calendar"];
    if !user.enrol().await {
        return;
    }
    for provider in providers {
        if !user.obtain(provider).await {
            return;
        }
    }
    for provider in providers {
        user.ask(provider, "/posts").await;
    }
    user.revoke_all_but("github", "calendar").await;
    user.ask("calendar", "/posts").await;
    user.revoke(None).await;
}

async fn lost_secret(user: &User<'_>) {
    if !user.enrol().await {
        return;
    }
    user.lose_everything();
    if user.register().await && user.obtain("github").await {
        user.ask("github", "/posts").await;
        user.revoke(None).await;
    }
}

async fn token_ends(user: &User<'_>) {
    if user.enrol().await && user.obtain("github").await {
        user.ask("github", "/posts").await;
        user.caller.wait(Duration::from_secs(61 * 60)).await;
        user.ask("github", "/posts").await;
        user.revoke(None).await;
    }
}

async fn denied(user: &User<'_>) {
    if user.enrol().await && user.obtain("github").await {
        user.ask("github", "/posts").await;
    }
}
