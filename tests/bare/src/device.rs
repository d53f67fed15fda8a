//! Requests of a device, and what reads their answers.

use core::time::Duration;

use tokenmint::agora::{AppId, v007::Issuer};
use tokenmint::device::{
    AgentName, Answer, Area, Authorization, Clock, Codec, FindAgents, Project, RenewToken, Request,
    Said, Server, Skew, StartAgent, StopAgent, TokenServer, mint_token, sample, ten,
};
use tokenmint::http::{Decision, RetryPolicy};
use tokenmint::zlib::Stored;
use tokenmint::{Error, agora::ExpireIn};

use crate::agora::Inputs;
use crate::{Memory, part, part_mut, status, text};

/// What a caller brings to a request.
#[repr(C)]
struct Call {
    url: Memory,
    url_len: usize,
    app_id: Memory,
    app_id_len: usize,
    proof: Memory,
    proof_len: usize,
    one: Memory,
    one_len: usize,
    two: Memory,
    two_len: usize,
    json: Memory,
    json_len: usize,
    number: u32,
}

impl Call {
    fn one(&self) -> &str {
        text(&self.one, self.one_len)
    }

    fn two(&self) -> &str {
        text(&self.two, self.two_len)
    }

    fn json(&self) -> &str {
        text(&self.json, self.json_len)
    }

    fn proof(&self) -> &str {
        text(&self.proof, self.proof_len)
    }

    fn project(&self) -> Result<Project<'_>, Error> {
        let server = match self.url_len {
            0 => Server::of(Area::Us),
            len => Server::new(text(&self.url, len))?,
        };
        let app_id = AppId::new(text(&self.app_id, self.app_id_len))?;
        Ok(Project::new(server, app_id, Authorization::token(self.proof())))
    }

    fn server(&self) -> Result<TokenServer<'_>, Error> {
        let server = Server::new(text(&self.url, self.url_len))?;
        Ok(TokenServer::new(server, Authorization::bearer(self.proof())))
    }
}

/// A root for a request of each kind, in one form.
macro_rules! roots {
    ($($name:ident: |$call:ident, $to:ident| $make:expr, $request:expr;)+) => {$(
        #[unsafe(no_mangle)]
        extern "C" fn $name($call: &Call, out: &mut Memory, cap: usize) -> i32 {
            let out = part_mut(out, cap);
            status((|| -> Result<usize, Error> {
                let $to = $make?;
                write(&$request?, out)
            })())
        }
    )+};
}

fn write(request: &Request<'_>, out: &mut [u8]) -> Result<usize, Error> {
    request.write(out).map(<[u8]>::len)
}

roots! {
    bare_device_start: |call, project| call.project(), StartAgent::new(
        call.one(), call.two(), call.proof(), call.one(), &[call.two()])
        .pipeline(call.json())
        .idle_timeout(call.number)
        .output_codec(Codec::G722)
        .to(&project);
    bare_device_start_text: |call, project| call.project(), StartAgent::new(
        call.one(), call.two(), call.proof(), call.one(), &[call.two()])
        .properties(call.json())
        .to(&project);
    bare_device_stop: |call, project| call.project(), StopAgent::new(call.one()).to(&project);
    bare_device_renew: |call, project| call.project(),
        RenewToken::new(call.one(), call.proof()).to(&project);
    bare_device_find: |call, project| call.project(), FindAgents::in_channel(call.one())
        .since(call.number)
        .to(&project);
    bare_device_name: |call, project| call.project(), AgentName::of(call.one()).to(&project);
    bare_device_sample_token: |call, server| call.server(),
        sample::GetToken::new(call.one(), call.number.into()).to(&server);
    bare_device_sample_start: |call, server| call.server(),
        sample::StartAgent::new(call.one(), call.two().into(), call.number.into()).to(&server);
    bare_device_sample_stop: |call, server| call.server(),
        sample::StopAgent::new(call.one()).to(&server);
    bare_device_ten_token: |call, server| call.server(),
        ten::GetToken::new(call.one()).uid(call.number).to(&server);
    bare_device_ten_start: |call, server| call.server(),
        ten::Start::new(call.one(), call.two()).properties(call.json()).to(&server);
    bare_device_ten_ping: |call, server| call.server(), ten::Ping::new(call.one()).to(&server);
    bare_device_ten_stop: |call, server| call.server(), ten::Stop::new(call.one()).to(&server);
}

/// Of one request, every other form.
#[unsafe(no_mangle)]
extern "C" fn bare_device_forms(call: &Call, out: &mut Memory, cap: usize) -> i32 {
    let out = part_mut(out, cap);
    status((|| -> Result<usize, Error> {
        let server = Server::plain_http(text(&call.url, call.url_len))?;
        let secret = Authorization::basic(call.one(), call.two());
        let app_id = AppId::new(text(&call.app_id, call.app_id_len))?;
        let project = Project::new(server, app_id, secret);
        let renew = RenewToken::without_token(call.one(), call.json());
        let request = renew.to(&project)?.closing();
        let mut len = request.write_url(out)?.len();
        len += request.write_authorization(out)?.len();
        len += request.write_target(out)?.len();
        len += request.write_body(out)?.len();
        len += request.server().write_host(out)?.len();
        len += usize::from(request.server().port());
        len += request.content_type().map_or(0, str::len) + request.body_size();
        let (small, out) = out.split_at_mut_checked(16).unwrap_or_default();
        let mut rest = out.iter_mut();
        request.send(small, |piece| {
            for (to, from) in rest.by_ref().zip(piece) {
                *to = *from;
            }
            if call.number == 0 { Err(Error::BadKey) } else { Ok(()) }
        })?;
        Ok(len)
    })())
}

#[unsafe(no_mangle)]
extern "C" fn bare_device_mint(inputs: &Inputs, out: &mut Memory, cap: usize) -> i32 {
    let out = part_mut(out, cap);
    status((|| -> Result<usize, Error> {
        let issuer = Issuer::new(&inputs.credentials()?, inputs.stamp()?).compression(Stored);
        let expire = ExpireIn::seconds(3600);
        Ok(mint_token(issuer, inputs.channel(), inputs.account(), expire, out)?.len())
    })())
}

/// A reader for an answer, in the caller's memory.
#[unsafe(no_mangle)]
extern "C" fn bare_device_answer(call: &Call, answer: &mut Option<Answer<'static>>) -> i32 {
    status((|| -> Result<usize, Error> {
        let project = call.project()?;
        let stop = StopAgent::new(call.one());
        *answer = Some(stop.to(&project)?.answer());
        Ok(size_of::<Answer<'_>>())
    })())
}

#[unsafe(no_mangle)]
extern "C" fn bare_device_read(answer: &mut Answer<'static>, bytes: &Memory, len: usize) -> i32 {
    status(match len {
        0 => answer.end().map(|()| 0),
        len => answer.read(part(bytes, len)),
    })
}

#[unsafe(no_mangle)]
extern "C" fn bare_device_said(answer: &Answer<'static>, out: &mut Memory) -> i32 {
    let said = match answer.said() {
        Said::Done => 0,
        Said::Gone => 1,
        Said::Conflict => 2,
        _ => 3,
    };
    let texts = [answer.agent_id().unwrap_or_default(), answer.reason()];
    for (to, from) in out.iter_mut().zip(texts.iter().flat_map(|text| text.bytes())) {
        *to = from;
    }
    said
}

#[unsafe(no_mangle)]
extern "C" fn bare_device_parts(answer: &mut Answer<'static>, call: &Call) -> i32 {
    answer.status_is(200);
    answer.header(call.one(), call.two());
    answer.body(call.json().as_bytes());
    answer.complete();
    let texts = [answer.name(), answer.app_id(), answer.token().ok()];
    let len = texts.iter().flatten().map(|text| text.len()).sum();
    status(Ok(len))
}

#[unsafe(no_mangle)]
extern "C" fn bare_device_decide(
    answer: &Answer<'static>,
    attempt: u32,
    elapsed: u32,
    jitter: u32,
) -> u64 {
    let Some(outcome) = answer.outcome() else {
        return 0;
    };
    let elapsed = Duration::from_secs(elapsed.into());
    let total = Duration::from_secs(60);
    match RetryPolicy::DEFAULT.decide(attempt, true, outcome, elapsed, total, jitter) {
        Decision::Retry { after } => after.as_secs() << 32 | u64::from(after.subsec_nanos()),
        _ => 1,
    }
}

#[unsafe(no_mangle)]
extern "C" fn bare_device_clock(
    clock: &mut Clock,
    date: u32,
    sent_ms: u64,
    received_ms: u64,
) -> u32 {
    let fits = clock.learn(date, sent_ms, received_ms);
    let skew = match clock.skew_of(date, sent_ms) {
        Skew::Behind(seconds) | Skew::Ahead(seconds) => seconds,
        _ => 0,
    };
    let stamp = clock.stamp(received_ms, date);
    u32::from(fits) + skew + stamp.map_or(0, |stamp| stamp.issued_at())
}

#[unsafe(no_mangle)]
extern "C" fn bare_device_next_host(server: &mut Server<'static>, by_name: bool) -> bool {
    server.next_region();
    server.fail_over(by_name)
}
