//! The journeys.

use std::fmt;
use std::str::FromStr;
use std::time::Duration;

use tokenmint::client::convoai::{Agent, SessionOptions};

use super::face::{Client, Face};
use super::user::User;
use crate::executor::Task;
use crate::world::World;

/// A journey.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Journey {
    /// Start, talk, ask, renew, stop.
    OneSession,
    /// An hour with tokens of half an hour, renewed by the calls.
    Renewals,
    /// Two sessions of one client at once.
    TwoSessions,
    /// A session without a name of the user's.
    Unnamed,
    /// Start, stop, and both again.
    Restart,
    /// All users leave; the agent leaves by itself.
    UsersLeave,
    /// A start that is not tried again.
    OneTry,
    /// Futures that are dropped after five seconds.
    Impatient,
}

impl Journey {
    /// All of them.
    pub const ALL: [Self; 8] = [
        Self::OneSession,
        Self::Renewals,
        Self::TwoSessions,
        Self::Unnamed,
        Self::Restart,
        Self::UsersLeave,
        Self::OneTry,
        Self::Impatient,
    ];

    /// Its name on the command line.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::OneSession => "one-session",
            Self::Renewals => "renewals",
            Self::TwoSessions => "two-sessions",
            Self::Unnamed => "unnamed",
            Self::Restart => "restart",
            Self::UsersLeave => "users-leave",
            Self::OneTry => "one-try",
            Self::Impatient => "impatient",
        }
    }

    /// Whether it can be made with a client: a blocking call cannot be dropped.
    #[must_use]
    pub fn has(self, face: Face) -> bool {
        self != Self::Impatient || face == Face::Async
    }

    pub(super) fn tasks<'a>(self, scene: &'a Scene<'a>) -> Vec<Task<'a>> {
        match self {
            Self::OneSession => vec![Box::pin(one_session(scene.user(0)))],
            Self::Renewals => vec![Box::pin(renewals(scene))],
            Self::TwoSessions => vec![
                Box::pin(one_session(scene.user(0))),
                Box::pin(one_session(scene.user(1))),
            ],
            Self::Unnamed => vec![Box::pin(one_session(scene.unnamed()))],
            Self::Restart => vec![Box::pin(restart(scene.user(0)))],
            Self::UsersLeave => vec![Box::pin(users_leave(scene.user(0)))],
            Self::OneTry => vec![Box::pin(one_try(scene.user(0)))],
            Self::Impatient => {
                let patience = Some(Duration::from_secs(5));
                let user = scene.user(0);
                vec![Box::pin(one_session(User { patience, ..user }))]
            }
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
        user.wait(Duration::from_secs(9 * 60)).await;
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

async fn users_leave(user: User<'_>) {
    if !user.start().await {
        return;
    }
    {
        let mut state = user.world.lock();
        let now = state.clock.true_time();
        state.service.users_leave(&user.channel, now);
    }
    user.wait(Duration::from_secs(5 * 60)).await;
    user.stop().await;
}

async fn one_try(user: User<'_>) {
    if user.start_or_leave_it().await {
        user.say("Hello.").await;
        user.stop().await;
    }
}

/// What users share.
#[derive(Debug)]
pub(super) struct Scene<'a> {
    world: &'a World,
    client: &'a Client,
    agent: &'a Agent,
}

impl<'a> Scene<'a> {
    pub(super) const fn new(world: &'a World, client: &'a Client, agent: &'a Agent) -> Self {
        Self {
            world,
            client,
            agent,
        }
    }

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
            world: self.world,
            task,
            client: self.client,
            session: self.client.session(self.agent, options),
            channel: channel(task),
            named,
            patience: None,
        }
    }
}

fn channel(task: usize) -> String {
    format!("room-{task}")
}

impl fmt::Display for Journey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for Journey {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let found = Self::ALL.into_iter().find(|journey| journey.name() == text);
        found.ok_or_else(|| format!("no journey is called `{text}`"))
    }
}
