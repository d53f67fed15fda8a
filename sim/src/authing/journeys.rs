//! The journeys with Authing.

use std::time::Duration;

use tokenmint::client::authing::{
    AsyncAuthenticationClient, AsyncManagementClient, AuthenticationClient,
    AuthenticationClientOptions, ManagementAuth, ManagementClient, ManagementClientOptions,
};
use tokenmint::http::{AsyncClient, Client, Error, Timeouts};

use super::face::{PoolClient, UserClient};
use super::line::Dialer;
use super::service::{APP_ID, APP_SECRET, Authing, KEY_ID, KEY_SECRET};
use super::user::User;
use super::users::Admin;
use crate::caller::Caller;
use crate::double::Shared;
use crate::executor::{self, Task};
use crate::face::Face;
use crate::journey::Journey;
use crate::network::Network;
use crate::watch::{ANSWER, TOTAL};
use crate::world::World;

const APP_HOST: &str = "https://app.authing.example";
const POOL_HOST: &str = "https://pool.authing.example";
const EVENTS_HOST: &str = "https://events.authing.example";
const ORIGINS: &[&str] = &[APP_HOST, POOL_HOST, EVENTS_HOST];

/// All of them.
pub const JOURNEYS: &[Journey] = &[
    // Sign-in, profile, other tokens, sign-out.
    journey("sign-in", |world, face| {
        user(world, face, None, |user, _| Box::pin(sign_in(user)))
    }),
    // Hosted login, profile, sign-out.
    journey("hosted-login", |world, face| {
        user(world, face, None, |user, _| Box::pin(hosted(user)))
    }),
    // Events, while connections come and go; the async stream is on the time of
    // its runtime.
    Journey {
        faces: &[Face::Blocking],
        ..journey("event-stream", events)
    },
    // An access token ends, a machine has slept, keys are rotated.
    journey("key-rotation", |world, face| {
        user(world, face, None, |user, service| {
            Box::pin(rotation(user, service))
        })
    }),
    // Calls of a pool, each signed.
    journey("signed-batch", |world, face| {
        pool(world, face, ManagementAuth::Signature, |admins, _| {
            vec![Box::pin(batch(&admins[0]))]
        })
    }),
    // Calls of a pool with a token that is taken back early.
    journey("pool-token", |world, face| {
        pool(world, face, ManagementAuth::Bearer, |admins, service| {
            vec![Box::pin(taken_back(&admins[0], service))]
        })
    }),
    // Two administrators with one client, who share its token.
    journey("two-administrators", |world, face| {
        pool(world, face, ManagementAuth::Bearer, |admins, _| {
            let batches = admins.iter().map(batch);
            batches.map(|batch| Box::pin(batch) as Task<'_>).collect()
        })
    }),
    // Futures that are dropped after five seconds; a blocking call cannot be.
    Journey {
        faces: &[Face::Async],
        ..journey("impatient-user", |world, face| {
            let patience = Some(Duration::from_secs(5));
            user(world, face, patience, |user, _| Box::pin(sign_in(user)))
        })
    },
];

const fn journey(name: &'static str, run: fn(&World, Face) -> Result<(), String>) -> Journey {
    Journey {
        service: "authing",
        name,
        faces: &Face::ALL,
        has_other_hosts: false,
        has_power_cuts: false,
        run,
    }
}

/// A service in a world, and the way to it.
fn scene(world: &World) -> (Shared<Authing>, Network) {
    let service = Shared::new(Authing::new());
    world.lock().hide_secrets_of(&service);
    let network = Network::new(world).with(ORIGINS, &service);
    (service, network)
}

/// A journey of an end user.
fn user(
    world: &World,
    face: Face,
    patience: Option<Duration>,
    program: for<'a, 'b> fn(&'b User<'a>, &'b Shared<Authing>) -> Task<'b>,
) -> Result<(), String> {
    user_with(world, face, patience, |user, service, _| {
        program(user, service)
    })
}

fn user_with(
    world: &World,
    face: Face,
    patience: Option<Duration>,
    program: impl for<'a, 'b> Fn(&'b User<'a>, &'b Shared<Authing>, &'b Dialer) -> Task<'b>,
) -> Result<(), String> {
    let (service, network) = scene(world);
    let dialer = Dialer::new(world, network.clone());
    let options = AuthenticationClientOptions::new(APP_ID)
        .app_secret(APP_SECRET)
        .app_host(APP_HOST)
        .redirect_uri("https://site.example/callback")
        .websocket_host(&EVENTS_HOST.replace("https", "wss"))
        .timeouts_each(Timeouts::of(ANSWER).total(TOTAL));
    let wrong = |error: Error| error.to_string();
    let client = match face {
        Face::Blocking => {
            let http = Client::new(network).with_environment(world.clone());
            let client = AuthenticationClient::with_http(&options, http);
            UserClient::Blocking(client.map_err(wrong)?)
        }
        Face::Async => {
            let http = AsyncClient::new(network).with_environment(world.clone());
            let client = AsyncAuthenticationClient::with_http(&options, http);
            UserClient::Async(client.map_err(wrong)?)
        }
    };
    let caller = Caller {
        patience,
        ..Caller::new(world)
    };
    let user = User::new(caller, &service, &client);
    executor::run(world, vec![program(&user, &service, &dialer)]);
    user.look_at_end();
    Ok(())
}

/// A journey of somebody who listens.
fn events(world: &World, face: Face) -> Result<(), String> {
    user_with(world, face, None, |user, _, dialer| {
        Box::pin(user.listen(dialer))
    })
}

/// A journey of those who administer a pool.
fn pool(
    world: &World,
    face: Face,
    auth: ManagementAuth,
    programs: for<'a, 'b> fn(&'b [Admin<'a>; 2], &'b Shared<Authing>) -> Vec<Task<'b>>,
) -> Result<(), String> {
    let (service, network) = scene(world);
    let options = ManagementClientOptions::new(KEY_ID, KEY_SECRET)
        .host(POOL_HOST)
        .auth(auth)
        .timeouts_each(Timeouts::of(ANSWER).total(TOTAL));
    let wrong = |error: Error| error.to_string();
    let client = match face {
        Face::Blocking => {
            let http = Client::new(network).with_environment(world.clone());
            let client = ManagementClient::with_http(&options, http);
            PoolClient::Blocking(client.map_err(wrong)?)
        }
        Face::Async => {
            let http = AsyncClient::new(network).with_environment(world.clone());
            let client = AsyncManagementClient::with_http(&options, http);
            PoolClient::Async(client.map_err(wrong)?)
        }
    };
    let admins = [(0, "a-"), (1, "b-")].map(|(task, prefix)| Admin {
        caller: Caller {
            task,
            ..Caller::new(world)
        },
        service: &service,
        client: &client,
        prefix,
    });
    executor::run(world, programs(&admins, &service));
    admins.iter().for_each(Admin::look_at_end);
    Ok(())
}

async fn sign_in(user: &User<'_>) {
    if !user.sign_in().await {
        return;
    }
    user.profile().await;
    user.update_profile("Ada").await;
    user.refresh().await;
    user.introspect().await;
    user.profile().await;
    user.sign_out().await;
}

async fn hosted(user: &User<'_>) {
    if user.hosted_login().await {
        user.profile().await;
        user.sign_out().await;
    }
}

async fn rotation(user: &User<'_>, service: &Shared<Authing>) {
    if !user.sign_in().await {
        return;
    }
    user.verify().await;
    user.wait(Duration::from_secs(2 * 60 * 60)).await;
    service.lock().rotate_keys();
    user.profile().await;
    user.verify().await;
    user.sign_out().await;
}

async fn batch(admin: &Admin<'_>) {
    admin.create_user("u1").await;
    admin.create_user("u2").await;
    admin.find(&["u1", "u2"]).await;
    admin.find(&["u1"]).await;
    admin.list().await;
    admin.create_role("editor").await;
    admin.delete_roles(&["editor"]).await;
}

async fn taken_back(admin: &Admin<'_>, service: &Shared<Authing>) {
    admin.create_role("editor").await;
    service.lock().revoke_pool_tokens();
    admin.delete_roles(&["editor"]).await;
    admin.caller.wait(Duration::from_secs(3 * 60 * 60)).await;
    admin.list().await;
}
