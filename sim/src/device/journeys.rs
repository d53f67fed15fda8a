//! The journeys of devices, whose power may be cut at any time.

use tokenmint::device::session::{End, Service};

use super::Services;
use super::machine::Machine;
use super::owner::{Failure, Owner};
use super::sample::SampleServer;
use super::server::{
    APP_ID, BASIC, BEARER, CERTIFICATE, Counterpart, SAMPLE_ORIGIN, Seat, TEN_ORIGIN,
};
use super::ten::Ten;
use crate::caller::Caller;
use crate::convoai::{self, ConvoAi, ErrorBody};
use crate::double::Shared;
use crate::executor;
use crate::face::Face;
use crate::journey::Journey;
use crate::network::Network;
use crate::violation::Invariant;
use crate::world::World;

/// All of them.
pub const JOURNEYS: &[Journey] = &[
    // An hour with tokens of half an hour.
    journey("device", |world, _| {
        perform(world, async |scene| {
            scene.owner(Service::ConvoAi, 0)?.talk(&[20, 20, 20]).await;
            Ok(())
        })
    }),
    // Three short conversations of one device.
    journey("device-again", |world, _| {
        perform(world, async |scene| {
            let mut owner = scene.owner(Service::ConvoAi, 0)?;
            for _ in 0..3 {
                owner.talk(&[1]).await;
            }
            Ok(())
        })
    }),
    // A start that is not tried again.
    journey("device-one-try", |world, _| {
        perform(world, async |scene| {
            let mut owner = scene.owner(Service::ConvoAi, 0)?;
            if let Err(failed) = owner.try_to_start().await {
                owner.caller.check("start", &failed);
            }
            owner.stop().await;
            Ok(())
        })
    }),
    // Somebody who changes his mind in the middle of a start.
    journey("device-hasty", |world, _| {
        perform(world, async |scene| {
            let mut owner = scene.owner(Service::ConvoAi, 0)?;
            for steps in 1..5 {
                owner.start_in_part(steps).await;
                owner.stop().await;
            }
            Ok(())
        })
    }),
    // All users leave; the agent leaves by itself.
    journey("device-left", |world, _| {
        perform(world, async |scene| {
            let mut owner = scene.owner(Service::ConvoAi, 0)?;
            if !owner.start().await {
                return Ok(());
            }
            let now = owner.caller.true_time();
            let channel = owner.machine.counterpart().seat().channel.clone();
            scene.services.convoai.lock().users_leave(&channel, now);
            owner.talk(&[30, 1]).await;
            Ok(())
        })
    }),
    // Another device is in the same channel.
    journey("device-neighbour", |world, _| {
        perform(world, async |scene| {
            let mut one = scene.owner(Service::ConvoAi, 0)?;
            let mut other = scene.owner_of(
                Service::ConvoAi,
                Seat {
                    name: "device-other".to_owned(),
                    channel: "home-0".to_owned(),
                    agent_uid: "2000".to_owned(),
                },
            )?;
            if !other.start().await || !one.start().await {
                return Ok(());
            }
            one.stop().await;
            if scene.has_left(&other) {
                one.violated(Invariant::NoGhost, "the other's agent was stopped".into());
            }
            one.start_in_part(2).await;
            one.stop().await;
            other.stop().await;
            Ok(())
        })
    }),
    // Another device has the same name.
    journey("device-taken", |world, _| {
        perform(world, async |scene| {
            let mut one = scene.owner(Service::ConvoAi, 0)?;
            let seat = |name: &str, agent_uid: &str| Seat {
                name: name.to_owned(),
                channel: "home-1".to_owned(),
                agent_uid: agent_uid.to_owned(),
            };
            let mut other = scene.owner_of(Service::ConvoAi, seat("device-0", "1001"))?;
            // In the other's channel, so that a listing is not empty.
            let mut guest = scene.owner_of(Service::ConvoAi, seat("guest", "1002"))?;
            if !one.start().await || !guest.start().await {
                return Ok(());
            }
            let before = one.running();
            for _ in 0..10 {
                match other.try_to_start().await {
                    Err(failed) if matches!(failed.error, Failure::Ended(End::Taken)) => break,
                    Err(failed) => other.caller.check("start", &failed),
                    // It may have left meanwhile.
                    Ok(()) if one.running() == 0 => break,
                    Ok(()) => other.violated(Invariant::NotTwice, "a name is taken twice".into()),
                }
            }
            if one.running() < before && !scene.has_ended(&one) {
                one.violated(Invariant::NoGhost, "another's agent was stopped".into());
            }
            other.stop().await;
            one.stop().await;
            guest.stop().await;
            Ok(())
        })
    }),
    // By way of a token server.
    journey_of_server("device-sample", |world, _| {
        perform(world, async |scene| {
            let mut owner = scene.owner(Service::Sample, 0)?;
            owner.talk(&[5, 5]).await;
            owner.talk(&[1]).await;
            Ok(())
        })
    }),
    journey_of_server("device-ten", |world, _| {
        perform(world, async |scene| {
            let mut owner = scene.owner(Service::Ten, 0)?;
            owner.talk(&[1, 1]).await;
            owner.start_in_part(2).await;
            owner.stop().await;
            Ok(())
        })
    }),
];

const fn journey(name: &'static str, run: fn(&World, Face) -> Result<(), String>) -> Journey {
    Journey {
        service: "device",
        name,
        faces: &[Face::Blocking],
        has_other_hosts: true,
        has_power_cuts: true,
        run,
    }
}

const fn journey_of_server(
    name: &'static str,
    run: fn(&World, Face) -> Result<(), String>,
) -> Journey {
    Journey {
        has_other_hosts: false,
        ..journey(name, run)
    }
}

/// What devices share.
struct Scene<'a> {
    world: &'a World,
    network: &'a Network,
    services: &'a Services,
    is_basic: bool,
}

/// Runs a journey to its end and looks at what is left.
fn perform(
    world: &World,
    program: impl AsyncFnOnce(&Scene<'_>) -> Result<(), String>,
) -> Result<(), String> {
    let odd = {
        let mut state = world.lock();
        state.outages.fragile_domain = Some("agora.io");
        state.random.number()
    };
    let wrong = |error: tokenmint::Error| error.to_string();
    let mut convoai = ConvoAi::new(APP_ID, CERTIFICATE)
        .map_err(wrong)?
        .with_basic(BASIC);
    if odd % 2 == 1 {
        convoai.error_body = ErrorBody::Older;
    }
    let services = Services {
        convoai: Shared::new(convoai),
        ten: Shared::new(Ten::new(BEARER)),
    };
    let sample = SampleServer::new(&services.convoai, APP_ID, CERTIFICATE, BASIC, BEARER);
    let sample = Shared::new(sample.map_err(wrong)?);
    {
        let mut state = world.lock();
        state.hide_secrets_of(&services.convoai);
        state.hide_secrets_of(&sample);
        state.hide_secrets_of(&services.ten);
    }
    let network = Network::new(world)
        .with(convoai::US, &services.convoai)
        .with(SAMPLE_ORIGIN, &sample)
        .with(TEN_ORIGIN, &services.ten);
    let scene = Scene {
        world,
        network: &network,
        services: &services,
        is_basic: odd % 3 == 0,
    };
    let mut result = Ok(());
    executor::run(
        world,
        vec![Box::pin(async {
            result = program(&scene).await;
        })],
    );
    result?;
    look_at_end(world, &services);
    Ok(())
}

/// What is asked when a journey is over: nothing runs, and a seat never had two
/// agents at once.
fn look_at_end(world: &World, services: &Services) {
    let now = world.lock().clock.true_time();
    let (mut convoai, mut ten) = (services.convoai.lock(), services.ten.lock());
    convoai.pass(now);
    ten.pass(now);
    let agents = convoai.agents().iter().map(|agent| {
        let seat = (agent.channel.clone(), agent.uid.clone());
        (seat, agent.started, agent.left.map(|(then, _)| then))
    });
    let workers = ten.workers().iter().map(|worker| {
        let seat = (worker.channel.clone(), String::new());
        (seat, worker.started, worker.left)
    });
    let all: Vec<_> = agents.chain(workers).collect();
    let mut state = world.lock();
    for (n, (seat, _, left)) in all.iter().enumerate() {
        if left.is_none() {
            state.violated(Invariant::NoGhost, format!("an agent of {seat:?} runs"));
        }
        for (other, started, _) in &all[n + 1..] {
            if seat == other && left.is_none_or(|left| left > *started) {
                state.violated(Invariant::NoGhost, format!("two of {seat:?} run at once"));
            }
        }
    }
    if state.tells {
        for (seat, started, left) in &all {
            let text = format!("agent of {seat:?}: {started:?} to {left:?}");
            state.remarks.push(text);
        }
    }
}

impl<'a> Scene<'a> {
    fn owner(&self, service: Service, number: usize) -> Result<Owner<'a>, String> {
        self.owner_of(
            service,
            Seat {
                name: format!("device-{number}"),
                channel: format!("home-{number}"),
                agent_uid: (1000 + number).to_string(),
            },
        )
    }

    fn owner_of(&self, service: Service, seat: Seat) -> Result<Owner<'a>, String> {
        let counterpart = Counterpart::new(service, seat, self.is_basic)?;
        Ok(Owner {
            caller: Caller::new(self.world),
            machine: Machine::new(self.world, self.network, self.services, counterpart),
            services: self.services,
        })
    }

    /// Whether the device's agent is gone although it has not ended by itself.
    fn has_left(&self, owner: &Owner<'_>) -> bool {
        owner.running() == 0 && !self.has_ended(owner)
    }

    /// Whether the device's last agent has ended by itself.
    fn has_ended(&self, owner: &Owner<'_>) -> bool {
        let seat = owner.machine.counterpart().seat();
        let convoai = self.services.convoai.lock();
        let mut agents = convoai.agents().iter();
        let last = agents.rfind(|agent| agent.uid == seat.agent_uid);
        last.and_then(|agent| agent.left)
            .is_some_and(|(_, why)| why != convoai::Leaving::Asked)
    }
}
