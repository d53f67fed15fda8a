//! A device that holds a conversation: an agent is started, its token renewed,
//! and it is stopped when somebody presses the button, whatever gets lost on the
//! way and whenever the power goes. `cargo xtask conversation` plays the rest of
//! the world: a modem, the service, and what goes wrong.

#![no_std]
#![no_main]

mod board;

use board::{Clock, Line};
#[cfg(feature = "cortex-m-rt")]
use cortex_m_rt::entry;
use embedded_hal::delay::DelayNs;
#[cfg(feature = "riscv-rt")]
use riscv_rt::entry;
use semihosting::io;
use semihosting::process::ExitCode;
use semihosting::{print, println};
use tokenmint::Error;
use tokenmint::agora::v007::{Issuer, RTC_CAPACITY};
use tokenmint::agora::{Credentials, ExpireIn, Stamp};
use tokenmint::device::session::{
    Ask, End, Event, KEPT_LEN, Reply, Service, Session, Settings, Step,
};
use tokenmint::device::{
    AgentName, Answer, Area, Authorization, FindAgents, Project, RenewToken, Request, Server,
    StartAgent, StopAgent, mint_token,
};
use tokenmint::zlib::Fixed;
use tokenmint_firmware::modem::{self, Modem};

const NAME: &str = "kitchen-0042";
const CHANNEL: &str = "kitchen-0042-talk";
const AGENT_UID: &str = "1001";
const REMOTE_UIDS: &[&str] = &["1002"];
const PRESET: &str = "deepgram_nova_3,openai_gpt_4o_mini,minimax_speech_2_6_turbo";

/// Short enough to see a renewal; on a device a day.
const TOKEN_SECONDS: u32 = 16;
/// An agent of the channel is not older.
const LOOKED_BACK_SECONDS: u32 = 30 * 86_400;

const STARTED_WITHIN_MS: u32 = 60_000;
const STOPPED_WITHIN_MS: u32 = 600_000;

#[entry]
fn main() -> ! {
    let code = match converse() {
        Ok(End::Stopped) => ExitCode::SUCCESS,
        Ok(end) => {
            println!("ended: {end:?}");
            ExitCode::FAILURE
        }
        Err(fault) => {
            println!("{fault:?}");
            ExitCode::FAILURE
        }
    };
    code.exit_process()
}

/// What a device cannot go on with.
#[derive(Debug)]
enum Fault {
    /// A mistake in this program.
    Library,
    /// No page, or no random number.
    Board,
    /// The serial line.
    Line,
}

impl From<Error> for Fault {
    fn from(error: Error) -> Self {
        println!("{error}");
        Self::Library
    }
}

impl From<io::Error> for Fault {
    fn from(_: io::Error) -> Self {
        Self::Board
    }
}

fn converse() -> Result<End, Fault> {
    let mut device = Device {
        modem: Modem::new(Line::start()),
        is_pressed: false,
    };
    let settings = Settings::new(Service::ConvoAi).token_seconds(TOKEN_SECONDS);
    let kept = board::load_page::<KEPT_LEN>();
    let kept = kept.as_ref().map_or(&[][..], |kept| kept);
    let mut session = Session::new(settings, kept, board::millis(), board::random()?);
    session.start(board::millis(), STARTED_WITHIN_MS);
    let mut step = session.next(Event::Tick, board::millis());
    loop {
        tell(&step, session.agent_id());
        step = match step {
            Step::Keep(bytes) => {
                board::store_page(&bytes)?;
                session.next(Event::Kept, board::millis())
            }
            Step::Send { ask, within_ms } => device.exchange(&mut session, ask, within_ms)?,
            Step::Wait { ms } => {
                if device.waits(ms)? {
                    println!("button");
                    session.stop(board::millis(), STOPPED_WITHIN_MS);
                }
                session.next(Event::Tick, board::millis())
            }
            Step::Done(end) => return Ok(end),
            _ => return Err(Fault::Library),
        };
    }
}

fn tell(step: &Step, agent_id: &str) {
    match step {
        Step::Keep(_) => print!("writes its page"),
        Step::Send { ask, .. } => print!("{}", said(*ask)),
        Step::Wait { ms } => print!("waits {ms} ms"),
        other => print!("{other:?}"),
    }
    match agent_id {
        "" => println!(),
        id => println!(", agent {id}"),
    }
}

const fn said(ask: Ask) -> &'static str {
    match ask {
        Ask::Date => "asks for the time",
        Ask::Start => "starts an agent",
        Ask::Find => "looks for an agent",
        Ask::Whose => "asks whose an agent is",
        Ask::Renew => "renews the token",
        Ask::Stop => "stops the agent",
        _ => "pings",
    }
}

struct Device {
    modem: Modem<Line>,
    /// Somebody has pressed the button while something else was going on.
    is_pressed: bool,
}

impl Device {
    /// Sends what is asked, reads the answer as it comes, and says what is next.
    fn exchange(&mut self, session: &mut Session, ask: Ask, within_ms: u32) -> Result<Step, Fault> {
        // Where these come from is the most important question of a device: see
        // SECURITY.md.
        let credentials = Credentials::new(
            "970ca35de60c44645bbae8a215061b33",
            "5cfd2fd1755d40ecb72977518be15d3b",
        )?;
        let mut buffer = [0; RTC_CAPACITY];
        let token = match session.unix_seconds() {
            Some(now) => {
                let stamp = Stamp::new(now, board::random()?)?;
                let issuer = Issuer::new(&credentials, stamp).compression(Fixed);
                let expire = ExpireIn::seconds(TOKEN_SECONDS);
                mint_token(issuer, CHANNEL, AGENT_UID, expire, &mut buffer)?
            }
            None => "",
        };
        let authorization = match ask {
            Ask::Date => Authorization::NONE,
            _ => Authorization::token(token),
        };
        let server = Server::of(Area::Global);
        let project = Project::new(server, *credentials.app_id(), authorization);
        let find = FindAgents::in_channel(CHANNEL);
        let answer = match ask {
            Ask::Date => self.send(find.to(&project)?, within_ms)?,
            Ask::Find => {
                let since = session.unix_seconds().unwrap_or(0);
                let find = find
                    .since(since.saturating_sub(LOOKED_BACK_SECONDS))
                    .nth(session.place());
                self.send(find.to(&project)?, within_ms)?
            }
            Ask::Start => {
                let start = StartAgent::new(NAME, CHANNEL, token, AGENT_UID, REMOTE_UIDS)
                    .preset(PRESET)
                    .idle_timeout(120);
                self.send(start.to(&project)?, within_ms)?
            }
            Ask::Whose => {
                let whose = AgentName::of(session.agent_id());
                self.send(whose.to(&project)?, within_ms)?
            }
            Ask::Renew => {
                let renew = RenewToken::new(session.agent_id(), token);
                self.send(renew.to(&project)?, within_ms)?
            }
            Ask::Stop => {
                let stop = StopAgent::new(session.agent_id());
                self.send(stop.to(&project)?, within_ms)?
            }
            _ => return Err(Fault::Library),
        };
        let event = Event::Answered(Reply::of(&answer, NAME));
        Ok(session.next(event, board::millis()))
    }

    /// Sends a request without a buffer for it, and reads what comes in time.
    fn send(&mut self, request: Request<'_>, within_ms: u32) -> Result<Answer<'static>, Fault> {
        let begin = board::millis();
        let mut host = [0; 64];
        let host = request.server().write_host(&mut host)?;
        self.modem.open(host).map_err(|_| Fault::Line)?;
        let modem = &mut self.modem;
        let sent = request
            .closing()
            .send(&mut [0; 255], |piece| modem.send(piece));
        sent.map_err(|_| Fault::Line)?;
        let mut answer = request.answer();
        let mut bytes = [0; 255];
        while !answer.is_complete() && board::millis().wrapping_sub(begin) < within_ms {
            match self.modem.poll(&mut bytes).map_err(|_| Fault::Line)? {
                Some(modem::Event::Bytes(len)) => {
                    if answer.read(bytes.get(..len).unwrap_or_default()).is_err() {
                        break;
                    }
                }
                Some(modem::Event::Closed) => {
                    // The end of an answer without a length, or half of one.
                    let _ = answer.end();
                    break;
                }
                Some(modem::Event::Button) => self.is_pressed = true,
                None => {}
            }
        }
        self.modem.close().map_err(|_| Fault::Line)?;
        Ok(answer)
    }

    /// Until the time is over, or the button is pressed.
    fn waits(&mut self, ms: u32) -> Result<bool, Fault> {
        let begin = board::millis();
        let mut bytes = [0; 255];
        while !self.is_pressed && board::millis().wrapping_sub(begin) < ms {
            match self.modem.poll(&mut bytes).map_err(|_| Fault::Line)? {
                Some(modem::Event::Button) => self.is_pressed = true,
                Some(_) => {}
                None => Clock.delay_ms(1),
            }
        }
        Ok(core::mem::take(&mut self.is_pressed))
    }
}
