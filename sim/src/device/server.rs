//! Whom a device speaks to, and the requests that a step of its session stands
//! for.

use tokenmint::agora::v007::Issuer;
use tokenmint::agora::{AppId, Credentials, ExpireIn, Stamp};
use tokenmint::device::session::{Ask, Service, Session, Settings};
use tokenmint::device::{
    AgentName, Area, Authorization, FindAgents, Project, RenewToken, Server, StartAgent, StopAgent,
    TokenServer, mint_token, sample, ten,
};
use tokenmint::output::Owned;
use tokenmint::zlib::Stored;

use super::ten::GRAPH;
use super::wire::Came;
use crate::world::World;

pub(super) const APP_ID: &str = "970ca35de60c44645bbae8a215061b33";
pub(super) const CERTIFICATE: &str = "5cfd2fd1755d40ecb72977518be15d3b";

/// `customer:secret`.
pub(super) const BASIC: &str = "Basic Y3VzdG9tZXI6c2VjcmV0";
const CUSTOMER: (&str, &str) = ("customer", "secret");

pub(super) const BEARER: &str = "Bearer device-key-c0ffee";
const DEVICE_KEY: &str = "device-key-c0ffee";

/// Where the token servers are.
pub(super) const SAMPLE_ORIGIN: &[&str] = &["https://sample.example.com"];
pub(super) const TEN_ORIGIN: &[&str] = &["https://ten.example.com"];

/// Half an hour.
pub(super) const TOKEN_SECONDS: u32 = 1_800;

/// The agent leaves two minutes after the last user.
const IDLE_SECONDS: u32 = 120;

const WEEK_SECONDS: u32 = 7 * 86_400;

/// What a device is called, and where it is.
#[derive(Debug, Clone)]
pub(super) struct Seat {
    pub(super) name: String,
    pub(super) channel: String,
    pub(super) agent_uid: String,
}

/// The service or server of a device.
#[derive(Debug)]
pub(super) struct Counterpart {
    service: Service,
    server: Server<'static>,
    /// Requests have the customer's credentials in place of a token.
    is_basic: bool,
    seat: Seat,
}

impl Counterpart {
    pub(super) fn new(service: Service, seat: Seat, is_basic: bool) -> Result<Self, String> {
        let server = match service {
            Service::Sample => Server::new(SAMPLE_ORIGIN[0]),
            Service::Ten => Server::new(TEN_ORIGIN[0]),
            _ => Ok(Server::of(Area::Us)),
        };
        Ok(Self {
            service,
            server: server.map_err(wrong)?,
            is_basic,
            seat,
        })
    }

    pub(super) fn seat(&self) -> &Seat {
        &self.seat
    }

    pub(super) const fn service(&self) -> Service {
        self.service
    }

    pub(super) fn settings(&self) -> Settings {
        Settings::new(self.service)
            .token_seconds(match self.service {
                Service::ConvoAi => TOKEN_SECONDS,
                _ => 86_400,
            })
            .idle_seconds(IDLE_SECONDS)
    }

    /// After a failure another host is next.
    pub(super) fn failed(&mut self, came: &Came) {
        match came {
            Came::NotSent { is_of_the_name } => {
                self.server.fail_over(*is_of_the_name);
            }
            Came::Lost => {
                self.server.fail_over(false);
            }
            Came::Answer(answer) if answer.status() >= 500 => {
                self.server.fail_over(false);
            }
            Came::Answer(_) => {}
        }
    }

    /// Makes the request of a step and hands it to `send`.
    pub(super) fn request<T>(
        &self,
        world: &World,
        session: &Session,
        ask: Ask,
        send: impl FnOnce(&tokenmint::device::Request<'_>) -> Result<T, String>,
    ) -> Result<T, String> {
        match self.service {
            Service::ConvoAi => self.to_project(world, session, ask, send),
            _ => self.to_token_server(session, ask, send),
        }
    }

    fn to_project<T>(
        &self,
        world: &World,
        session: &Session,
        ask: Ask,
        send: impl FnOnce(&tokenmint::device::Request<'_>) -> Result<T, String>,
    ) -> Result<T, String> {
        let Seat {
            name,
            channel,
            agent_uid,
        } = &self.seat;
        let now = session.unix_seconds().unwrap_or(0);
        let token = match ask {
            Ask::Date => String::new(),
            _ => self.mint(world, now)?,
        };
        let authorization = match (ask, self.is_basic) {
            (Ask::Date, _) => Authorization::NONE,
            (_, false) => Authorization::token(&token),
            (_, true) => Authorization::basic(CUSTOMER.0, CUSTOMER.1),
        };
        let app_id = AppId::new(APP_ID).map_err(wrong)?;
        let project = Project::new(self.server, app_id, authorization);
        let agent_id = session.agent_id();
        match ask {
            Ask::Start => {
                let start = StartAgent::new(name, channel, &token, agent_uid, &["100"])
                    .preset("openai_gpt_4o_mini")
                    .idle_timeout(IDLE_SECONDS);
                send(&start.to(&project).map_err(wrong)?)
            }
            Ask::Find | Ask::Date => {
                let find = FindAgents::in_channel(channel)
                    .since(now.saturating_sub(WEEK_SECONDS))
                    .nth(session.place());
                send(&find.to(&project).map_err(wrong)?)
            }
            Ask::Whose => send(&AgentName::of(agent_id).to(&project).map_err(wrong)?),
            Ask::Renew => {
                let renew = RenewToken::new(agent_id, &token);
                send(&renew.to(&project).map_err(wrong)?)
            }
            Ask::Stop => send(&StopAgent::new(agent_id).to(&project).map_err(wrong)?),
            _ => Err(format!("{ask:?} is not for a project")),
        }
    }

    fn mint(&self, world: &World, now: u32) -> Result<String, String> {
        let credentials = Credentials::new(APP_ID, CERTIFICATE).map_err(wrong)?;
        let salt = {
            let mut state = world.lock();
            state.salts += 1;
            state.salts
        };
        // As devices do it.
        let issuer =
            Issuer::new(&credentials, Stamp::new(now, salt).map_err(wrong)?).compression(Stored);
        let (channel, uid) = (&self.seat.channel, &self.seat.agent_uid);
        let expire = ExpireIn::seconds(TOKEN_SECONDS);
        let token = mint_token(issuer, channel, uid, expire, Owned).map_err(wrong)?;
        world.lock().hide(&token);
        Ok(token)
    }

    fn to_token_server<T>(
        &self,
        session: &Session,
        ask: Ask,
        send: impl FnOnce(&tokenmint::device::Request<'_>) -> Result<T, String>,
    ) -> Result<T, String> {
        let server = TokenServer::new(self.server, Authorization::bearer(DEVICE_KEY));
        let channel = &self.seat.channel;
        match (self.service, ask) {
            (Service::Sample, Ask::Start) => {
                let uid = self.seat.agent_uid.as_str().into();
                let start = sample::StartAgent::new(channel, uid, "100".into());
                send(&start.to(&server).map_err(wrong)?)
            }
            (Service::Sample, Ask::Stop) => {
                let stop = sample::StopAgent::new(session.agent_id());
                send(&stop.to(&server).map_err(wrong)?)
            }
            (Service::Ten, Ask::Start) => {
                let start = ten::Start::new(channel, GRAPH).user_uid(100);
                send(&start.to(&server).map_err(wrong)?)
            }
            (Service::Ten, Ask::Ping) => send(&ten::Ping::new(channel).to(&server).map_err(wrong)?),
            (Service::Ten, Ask::Stop) => send(&ten::Stop::new(channel).to(&server).map_err(wrong)?),
            _ => Err(format!("{ask:?} is not for this server")),
        }
    }
}

fn wrong(error: tokenmint::Error) -> String {
    error.to_string()
}
