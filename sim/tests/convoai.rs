//! The service's double keeps to what is known of the service.

use std::time::Duration;

use tokenmint::agora::Stamp;
use tokenmint::client::convoai::types::agents::{
    AgentFilter, AgentStatus, Properties, Speak, StartAgent,
};
use tokenmint::client::convoai::{AgentClient, Area, ClientConfig, generate_convo_ai_token};
use tokenmint::client::convoai::{ConvoAiTokenOptions, agents};
use tokenmint::http::Error;
use tokenmint_sim::convoai::{self, ConvoAi, ErrorBody, Leaving};
use tokenmint_sim::{Shared, Simulation};

const APP_ID: &str = "970ca35de60c44645bbae8a215061b33";
const CERTIFICATE: &str = "5cfd2fd1755d40ecb72977518be15d3b";
const OTHER: &str = "0123456789abcdef0123456789abcdef";

struct Scene {
    simulation: Simulation,
    service: Shared<ConvoAi>,
}

fn scene() -> Scene {
    let service = ConvoAi::new(APP_ID, CERTIFICATE).unwrap();
    let service = service.with_basic("Basic Y3VzdG9tZXI6c2VjcmV0");
    let simulation = Simulation::with_seed(7);
    Scene {
        service: simulation.add(convoai::US, service),
        simulation,
    }
}

fn client(scene: &Scene, config: &ClientConfig) -> AgentClient {
    AgentClient::with_http(config, scene.simulation.client()).unwrap()
}

fn config() -> ClientConfig {
    ClientConfig::new(Area::Us, APP_ID).app_certificate(CERTIFICATE)
}

fn stamp(scene: &Scene) -> Stamp {
    let now = u32::try_from(scene.simulation.now().as_secs()).unwrap();
    Stamp::new(now, 1).unwrap()
}

fn token(scene: &Scene, channel: &str, account: &str, seconds: u32) -> String {
    let options = ConvoAiTokenOptions::new()
        .token_expire(seconds)
        .stamp(stamp(scene));
    generate_convo_ai_token(APP_ID, CERTIFICATE, channel, account, options).unwrap()
}

fn start(scene: &Scene, name: &str, channel: &str, token: &str) -> Result<String, Error> {
    let mut properties = Properties::joining(channel, token, "1001", &["100"]);
    properties.idle_timeout = Some(120);
    let body = StartAgent::named(name, properties);
    let started = client(scene, &config()).send(&agents::start(&body))?;
    Ok(started.agent_id.unwrap_or_default())
}

#[test]
fn a_name_is_unique_while_its_agent_runs_and_the_conflict_names_it() {
    for (form, member, code) in [
        (ErrorBody::Current, "agent_id", Some("TaskConflict")),
        (ErrorBody::Older, "taskId", None),
    ] {
        let scene = scene();
        scene.service.lock().error_body = form;
        let token = token(&scene, "lobby", "1001", 3600);
        let id = start(&scene, "a", "lobby", &token).unwrap();
        let error = start(&scene, "a", "lobby", &token).unwrap_err();
        assert_eq!((error.status(), error.code()), (Some(409), code));
        assert_eq!(error.body_json().unwrap()[member], id);
        assert_eq!(error.running_agent_id().as_deref(), Some(id.as_str()));
        client(&scene, &config()).stop_agent(&id).unwrap();
        assert_ne!(start(&scene, "a", "lobby", &token).unwrap(), id);
    }
}

#[test]
fn join_tokens_have_to_be_for_the_channel_the_uid_and_now() {
    let scene = scene();
    let good = token(&scene, "lobby", "1001", 3600);
    let other_key = {
        let options = ConvoAiTokenOptions::new().stamp(stamp(&scene));
        generate_convo_ai_token(APP_ID, OTHER, "lobby", "1001", options).unwrap()
    };
    for token in [
        token(&scene, "attic", "1001", 3600),
        token(&scene, "lobby", "1002", 3600),
        other_key,
        good.replace("007", "006"),
    ] {
        let error = start(&scene, "a", "lobby", &token).unwrap_err();
        assert_eq!(
            (error.status(), error.code()),
            (Some(400), Some("InvalidFieldValue"))
        );
    }
    scene.simulation.advance(Duration::from_secs(3600));
    assert!(start(&scene, "a", "lobby", &good).is_err());
}

#[test]
fn requests_need_a_token_of_the_project_or_its_basic_credentials() {
    let scene = scene();
    let filter = AgentFilter::default();
    let basic = |secret| ClientConfig::new(Area::Us, APP_ID).basic("customer", secret);
    for (config, status) in [
        (config(), None),
        (basic("secret"), None),
        (basic("wrong"), Some(401)),
        (
            ClientConfig::new(Area::Us, APP_ID).app_certificate(OTHER),
            Some(401),
        ),
        (
            ClientConfig::new(Area::Us, OTHER).app_certificate(CERTIFICATE),
            Some(401),
        ),
    ] {
        let client = client(&scene, &config);
        let result = client.agents().list(&filter);
        assert_eq!(
            result.err().and_then(|error| error.status()),
            status,
            "{config:?}"
        );
    }
}

#[test]
fn listings_go_from_cursor_to_cursor() {
    let scene = scene();
    for n in 0..5 {
        let channel = if n == 3 { "attic" } else { "lobby" };
        let token = token(&scene, channel, "1001", 3600);
        start(&scene, &format!("a{n}"), channel, &token).unwrap();
    }
    let client = client(&scene, &config());
    client.stop_agent("A2").unwrap();
    let ids = |filter: &AgentFilter| -> Vec<String> {
        let all = client.agents().list_all(filter);
        all.map(|agent| agent.unwrap().agent_id.unwrap()).collect()
    };
    let mut filter = AgentFilter::new().limit(2);
    assert_eq!(ids(&filter), ["A1", "A2", "A3", "A4", "A5"]);
    filter.channel = Some("lobby".to_owned());
    filter.state = Some("2".to_owned());
    assert_eq!(ids(&filter), ["A1", "A3", "A5"]);
}

#[test]
fn listings_show_two_hours_unless_they_are_asked_for_more() {
    let scene = scene();
    let token = token(&scene, "lobby", "1001", 20_000);
    start(&scene, "old", "lobby", &token).unwrap();
    scene.simulation.advance(Duration::from_secs(7201));
    start(&scene, "new", "lobby", &token).unwrap();
    let client = client(&scene, &config());
    client.stop_agent("A2").unwrap();
    let ids = |filter: &AgentFilter| -> Vec<String> {
        let page = client.agents().list(filter).unwrap();
        page.items
            .into_iter()
            .filter_map(|agent| agent.agent_id)
            .collect()
    };
    assert_eq!(ids(&AgentFilter::new()), ["A2"]);
    assert_eq!(ids(&AgentFilter::new().from_time(0.0)), ["A1", "A2"]);
    assert_eq!(ids(&AgentFilter::new().from_time(0.0).state("1,2")), ["A1"]);
    let found = client.find_agents("lobby").unwrap();
    assert_eq!(found[0].agent_id.as_deref(), Some("A1"));
    let turns = client.agents().turns("A1", None, None).unwrap();
    assert_eq!(
        (turns.name.as_deref(), turns.channel.as_deref()),
        (Some("old"), Some("lobby"))
    );
    assert_eq!(
        client
            .agents()
            .turns("A2", None, None)
            .unwrap_err()
            .status(),
        Some(404)
    );
}

#[test]
fn agents_leave_by_themselves_and_the_bill_ends_there() {
    for (leave, why, seconds) in [
        (true, Leaving::Idle, 120),
        (false, Leaving::TokenEnded, 3600),
    ] {
        let scene = scene();
        let token = token(&scene, "lobby", "1001", 3600);
        let id = start(&scene, "a", "lobby", &token).unwrap();
        let began = scene.service.lock().agents()[0].started;
        if leave {
            scene.service.lock().users_leave("lobby", began);
        }
        scene.simulation.advance(Duration::from_secs(7200));
        let client = client(&scene, &config());
        let said = client
            .agents()
            .speak(&id, &Speak::text_of("?"))
            .unwrap_err();
        assert_eq!(
            (said.status(), said.code()),
            (Some(404), Some("TaskNotFound"))
        );
        let agent = client.agents().get(&id).unwrap();
        assert_eq!(agent.status, Some(AgentStatus::Stopped));
        let now = scene.simulation.now();
        let mut service = scene.service.lock();
        service.pass(now);
        assert_eq!(service.agents()[0].left.map(|(_, why)| why), Some(why));
        let bill = service.bill(now).as_secs();
        assert!(bill.abs_diff(seconds) <= 1, "{bill} s");
    }
}
