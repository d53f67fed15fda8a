//! The journeys with Conversational AI.

use std::time::Duration;

use tokenmint::client::convoai::{Agent, SessionOptions};

use super::agent::Leaving;
use super::face::Client;
use super::project;
use super::service::ConvoAi;
use super::user::User;
use crate::caller::Caller;
use crate::double::Shared;
use crate::executor::{self, Task};
use crate::face::Face;
use crate::journey::Journey;
use crate::network::Network;
use crate::violation::Invariant;
use crate::watch;
use crate::world::World;

/// All of them.
pub const JOURNEYS: &[Journey] = &[
    // Start, talk, ask, renew, stop.
    journey("one-session", |world, face| {
        perform(world, face, |scene| {
            vec![Box::pin(one_session(scene.user(0)))]
        })
    }),
    // An hour with tokens of half an hour, renewed by the calls.
    journey("renewals", |world, face| {
        perform(world, face, |scene| vec![Box::pin(renewals(scene))])
    }),
    // Two sessions of one client at once.
    journey("two-sessions", |world, face| {
        perform(world, face, |scene| {
            let users = [0, 1].map(|task| scene.user(task));
            users
                .map(|user| Box::pin(one_session(user)) as Task<'_>)
                .into()
        })
    }),
    // A session without a name of the user's.
    journey("unnamed", |world, face| {
        perform(world, face, |scene| {
            vec![Box::pin(one_session(scene.unnamed()))]
        })
    }),
    // Start, stop, and both again.
    journey("restart", |world, face| {
        perform(world, face, |scene| vec![Box::pin(restart(scene.user(0)))])
    }),
    // All users leave; the agent leaves by itself.
    journey("users-leave", |world, face| {
        perform(world, face, |scene| vec![Box::pin(users_leave(scene))])
    }),
    // A start that is not tried again.
    journey("one-try", |world, face| {
        perform(world, face, |scene| vec![Box::pin(one_try(scene.user(0)))])
    }),
    // Futures that are dropped after five seconds; a blocking call cannot be.
    Journey {
        faces: &[Face::Async],
        ..journey("impatient", |world, face| {
            perform(world, face, |scene| {
                let mut user = scene.user(0);
                user.caller.patience = Some(Duration::from_secs(5));
                vec![Box::pin(one_session(user))]
            })
        })
    },
];

const fn journey(name: &'static str, run: fn(&World, Face) -> Result<(), String>) -> Journey {
    Journey {
        service: "convoai",
        name,
        faces: &Face::ALL,
        has_other_hosts: true,
        run,
    }
}

/// What users share.
struct Scene<'a> {
    world: &'a World,
    service: &'a Shared<ConvoAi>,
    client: &'a Client,
    agent: &'a Agent,
}

/// Runs a journey to its end and looks at what is left.
fn perform(
    world: &World,
    face: Face,
    tasks: for<'a> fn(&'a Scene<'a>) -> Vec<Task<'a>>,
) -> Result<(), String> {
    let odd = {
        let mut state = world.lock();
        for secret in project::SECRETS {
            state.hide(secret);
        }
        state.outages.fragile_domain = Some(project::FIRST_DOMAIN);
        state.random.number() % 2 == 1
    };
    let service = project::service(odd).map_err(|error| error.to_string())?;
    let service = Shared::new(service);
    world.lock().hide_secrets_of(&service);
    let network = Network::new(world).with(project::ORIGINS, &service);
    let config = project::config(world);
    let wrong = |error: tokenmint::http::Error| error.to_string();
    let client = Client::new(face, &config, world, network).map_err(wrong)?;
    let scene = Scene {
        world,
        service: &service,
        client: &client,
        agent: project::agent().map_err(wrong)?,
    };
    let tasks = tasks(&scene);
    let sessions = tasks.len();
    executor::run(world, tasks);
    let mut state = world.lock();
    if state.faults.count() == 0 {
        watch::texts(
            &mut state,
            &format!("{client:?} {:?} {config:?}", scene.agent),
        );
    }
    drop(state);
    look_at_end(world, &mut service.lock(), sessions);
    Ok(())
}

/// What is asked when a journey with so many sessions is over.
fn look_at_end(world: &World, service: &mut ConvoAi, sessions: usize) {
    let mut state = world.lock();
    service.pass(state.clock.true_time());
    for agent in service.running() {
        state.violated(Invariant::NoGhost, format!("agent {} still runs", agent.id));
    }
    let most = service.most_running();
    if most > sessions {
        let text = format!("{most} agents at once for {sessions} sessions");
        state.violated(Invariant::NoGhost, text);
    }
    if state.tells {
        for agent in service.agents() {
            let end = match agent.left {
                None => "runs".to_owned(),
                Some((_, Leaving::Asked)) => "was stopped".to_owned(),
                Some((_, why)) => format!("left: {why:?}"),
            };
            let text = format!("agent {} ({}): {end}", agent.id, agent.name);
            state.remarks.push(text);
        }
    }
}

async fn one_session(user: User<'_>) {
    if !user.start().await {
        return;
    }
    user.say("Hello.").await;
    user.ask().await;
    user.renew().await;
    user.say("Goodbye.").await;
    user.stop().await;
}

async fn renewals(scene: &Scene<'_>) {
    let options = scene
        .options(0)
        .name("agent-0")
        .expires_in(30 * 60)
        .renew_before(Duration::from_secs(10 * 60));
    let user = scene.user_with(0, true, options);
    if !user.start().await {
        return;
    }
    for text in ["One.", "Two.", "Three.", "Four.", "Five.", "Six."] {
        user.caller.wait(Duration::from_secs(9 * 60)).await;
        user.say(text).await;
    }
    user.stop().await;
}

async fn restart(user: User<'_>) {
    for _ in 0..2 {
        if !user.start().await {
            return;
        }
        user.stop().await;
    }
}

async fn users_leave(scene: &Scene<'_>) {
    let user = scene.user(0);
    if !user.start().await {
        return;
    }
    let now = scene.world.lock().clock.true_time();
    scene.service.lock().users_leave(&user.channel, now);
    user.caller.wait(Duration::from_secs(5 * 60)).await;
    user.stop().await;
}

async fn one_try(user: User<'_>) {
    if user.start_or_leave_it().await {
        user.say("Hello.").await;
        user.stop().await;
    }
}

impl<'a> Scene<'a> {
    fn options(&self, task: usize) -> SessionOptions {
        let (channel, uid) = (channel(task), (1000 + task).to_string());
        SessionOptions::new(&channel, &uid, &["100"]).idle_timeout(120)
    }

    /// The user on a task, whose session has a name.
    fn user(&self, task: usize) -> User<'a> {
        let name = format!("agent-{task}");
        self.user_with(task, true, self.options(task).name(&name))
    }

    fn unnamed(&self) -> User<'a> {
        self.user_with(0, false, self.options(0))
    }

    fn user_with(&self, task: usize, named: bool, options: SessionOptions) -> User<'a> {
        User {
            caller: Caller {
                task,
                ..Caller::new(self.world)
            },
            service: self.service,
            client: self.client,
            session: self.client.session(self.agent, options),
            channel: channel(task),
            named,
        }
    }
}

fn channel(task: usize) -> String {
    format!("room-{task}")
}
