//! The journeys with Conversational AI.

use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;

use tokenmint::client::convoai::{Agent, OnConflict, SessionOptions};

use super::agent::Leaving;
use super::face::{Client, Session};
use super::project;
use super::service::ConvoAi;
use super::user::{Unsure, User};
use crate::caller::Caller;
use crate::double::Shared;
use crate::executor::{self, Sleep, Task};
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
    // A start that is not tried again, of a session without a name.
    journey("one-try-unnamed", |world, face| {
        perform(world, face, |scene| {
            vec![Box::pin(one_try(scene.unnamed()))]
        })
    }),
    // Two sessions at once for hours, with tokens of one hour.
    journey("hours", |world, face| {
        perform(world, face, |scene| {
            [0, 1]
                .map(|task| Box::pin(hours(scene, task)) as Task<'_>)
                .into()
        })
    }),
    // The same, with renewals on a task of their own; a blocking client takes a
    // thread for that.
    Journey {
        faces: &[Face::Async],
        ..journey("keeper", |world, face| {
            perform(world, face, |scene| {
                let user = scene.hourly_user(0);
                let session = user.session.clone();
                let over = Rc::new(Cell::new(false));
                let done = over.clone();
                vec![
                    Box::pin(async move {
                        talk_for_hours(&user).await;
                        done.set(true);
                    }),
                    Box::pin(keep(scene, session, over)),
                ]
            })
        })
    },
    // A program that was restarted finds its agent again.
    journey("adopt", |world, face| {
        perform(world, face, |scene| vec![Box::pin(adopt(scene))])
    }),
    // It replaces its agent.
    journey("replace", |world, face| {
        perform(world, face, |scene| vec![Box::pin(replace(scene))])
    }),
    // It is told that its agent runs, and stops that.
    journey("taken", |world, face| {
        perform(world, face, |scene| vec![Box::pin(taken(scene))])
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
        has_power_cuts: false,
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
    let config = project::config();
    let wrong = |error: tokenmint::http::Error| error.to_string();
    let client = Client::new(face, &config, world, network).map_err(wrong)?;
    let scene = Scene {
        world,
        service: &service,
        client: &client,
        agent: project::agent().map_err(wrong)?,
    };
    let tasks = tasks(&scene);
    executor::run(world, tasks);
    let mut state = world.lock();
    if state.faults.count() == 0 {
        watch::texts(
            &mut state,
            &format!("{client:?} {:?} {config:?}", scene.agent),
        );
    }
    drop(state);
    look_at_end(world, &mut service.lock());
    Ok(())
}

/// What is asked when a journey is over: a channel has one session, and one agent
/// at a time.
fn look_at_end(world: &World, service: &mut ConvoAi) {
    let mut state = world.lock();
    service.pass(state.clock.true_time());
    for agent in service.running() {
        state.violated(Invariant::NoGhost, format!("agent {} still runs", agent.id));
    }
    for (n, one) in service.agents().iter().enumerate() {
        let others = service.agents().iter().skip(n + 1);
        for other in others.filter(|other| other.channel == one.channel) {
            if one.left.is_none_or(|(then, _)| then > other.started) {
                let text = format!("agents {} and {} run at once", one.id, other.id);
                state.violated(Invariant::NoGhost, text);
            }
        }
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
    user.say("Hello.", Unsure::GoOn).await;
    user.ask().await;
    user.renew().await;
    user.say("Goodbye.", Unsure::Again).await;
    user.stop().await;
}

async fn renewals(scene: &Scene<'_>) {
    let options = scene.options(0).name("agent-0").expires_in(30 * 60);
    let user = scene.user_with(0, options);
    if !user.start().await {
        return;
    }
    for text in ["One.", "Two.", "Three.", "Four.", "Five.", "Six."] {
        user.caller.wait(Duration::from_secs(9 * 60)).await;
        user.say(text, Unsure::Again).await;
    }
    user.stop().await;
}

async fn hours(scene: &Scene<'_>, task: usize) {
    talk_for_hours(&scene.hourly_user(task)).await;
}

/// Three hours and more.
async fn talk_for_hours(user: &User<'_>) {
    if !user.start().await {
        return;
    }
    for text in ["1.", "2.", "3.", "4.", "5.", "6.", "7.", "8."] {
        user.caller.wait(Duration::from_secs(25 * 60)).await;
        user.say(text, Unsure::GoOn).await;
    }
    user.stop().await;
}

/// Renews the token of whatever agent the session has, until it is over.
async fn keep(scene: &Scene<'_>, session: Session, over: Rc<Cell<bool>>) {
    while !over.get() {
        // Its failures are events; the talk goes on.
        let _ = session.run_renewals().await;
        Sleep::new(scene.world.clone(), Duration::from_secs(30)).await;
    }
}

async fn adopt(scene: &Scene<'_>) {
    let Some((id, user)) = after_restart(scene, OnConflict::Adopt).await else {
        return;
    };
    if user.start().await && user.session.id() != Some(id) {
        user.caller.lost("the agent of before was not found");
    }
    user.say("Hello.", Unsure::GoOn).await;
    user.stop().await;
}

async fn replace(scene: &Scene<'_>) {
    let Some((id, user)) = after_restart(scene, OnConflict::Replace).await else {
        return;
    };
    if user.start().await && user.session.id() == Some(id) {
        user.caller.lost("the agent of before was not replaced");
    }
    user.say("Hello.", Unsure::Again).await;
    user.stop().await;
}

async fn taken(scene: &Scene<'_>) {
    let Some((id, user)) = after_restart(scene, OnConflict::Fail).await else {
        return;
    };
    if user.find().await != [id.clone()] {
        user.caller
            .lost("the agent of before is not in its channel");
    }
    user.start_over(&id).await;
    user.stop().await;
}

/// A program that has forgotten its session: the id of the agent that runs, and
/// the user with another session of the same name.
async fn after_restart<'a>(scene: &Scene<'a>, policy: OnConflict) -> Option<(String, User<'a>)> {
    let before = scene.user(0);
    if !before.start().await {
        return None;
    }
    let options = scene.options(0).name("agent-0").on_conflict(policy);
    Some((before.session.id()?, scene.user_with(0, options)))
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
        user.say("Hello.", Unsure::GoOn).await;
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
        self.user_with(task, self.options(task).name(&name))
    }

    fn unnamed(&self) -> User<'a> {
        self.user_with(0, self.options(0))
    }

    /// One whose tokens last an hour.
    fn hourly_user(&self, task: usize) -> User<'a> {
        self.user_with(task, self.options(task).expires_in(60 * 60))
    }

    fn user_with(&self, task: usize, options: SessionOptions) -> User<'a> {
        User {
            caller: Caller {
                task,
                ..Caller::new(self.world)
            },
            service: self.service,
            client: self.client,
            session: self.client.session(self.agent, options),
            channel: channel(task),
        }
    }
}

fn channel(task: usize) -> String {
    format!("room-{task}")
}
