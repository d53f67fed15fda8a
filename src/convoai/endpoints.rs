//! Every endpoint, one line each. All paths are below the base URL of the
//! area.
//!
//! `content-type` is sent with every JSON endpoint, also where the body is
//! left out; `agents.stop` and `phone_numbers.delete` have none.
//!
//! `agents.stop` and `agents.interrupt` are repeated like a GET when their
//! answer is lost, and so is an `agents.update` that has a token and nothing
//! else: doing them again changes nothing.
//!
//! Sources: the official SDK (Shengwang-Community/agent-server-sdk-python
//! 1.0.3); `agents.turns` and `agents.think` from its sister
//! (AgoraIO/agora-agents-python 2.12.0).

use crate::http::{BodyKind, Endpoint, Method};

const fn get(name: &'static str, path: &'static str) -> Endpoint {
    Endpoint::new(name, Method::Get, path)
}

const fn post(name: &'static str, path: &'static str) -> Endpoint {
    Endpoint::new(name, Method::Post, path).body(BodyKind::Json)
}

const AGENT: &str = "v2/projects/{appid}/agents/{agent_id}";
const CALLS: &str = "v2/projects/{appid}/call";
const NUMBERS: &str = "v2/phone-numbers";
const NUMBER: &str = "v2/phone-numbers/{phone_number}";

macro_rules! table {
    ($($constant:ident = $line:expr;)*) => {
        $(
            #[doc = concat!("The line `", stringify!($constant), "` of the table.")]
            pub const $constant: Endpoint = $line;
        )*

        /// The whole table.
        pub const ALL: &[Endpoint] = &[$($constant),*];
    };
}

table! {
    AGENTS_START = post("agents.start", "v2/projects/{appid}/join");
    AGENTS_LIST = get("agents.list", "v2/projects/{appid}/agents");
    AGENTS_GET = get("agents.get", AGENT);
    AGENTS_GET_HISTORY = get(
        "agents.get_history",
        "v2/projects/{appid}/agents/{agent_id}/history",
    );
    AGENTS_STOP = Endpoint::new(
        "agents.stop",
        Method::Post,
        "v2/projects/{appid}/agents/{agent_id}/leave",
    )
    .repeatable(true);
    AGENTS_UPDATE = post("agents.update", "v2/projects/{appid}/agents/{agent_id}/update");
    AGENTS_SPEAK = post("agents.speak", "v2/projects/{appid}/agents/{agent_id}/speak");
    AGENTS_INTERRUPT = post(
        "agents.interrupt",
        "v2/projects/{appid}/agents/{agent_id}/interrupt",
    )
    .repeatable(true);
    AGENTS_TURNS = get("agents.turns", "v2/projects/{appid}/agents/{agent_id}/turns");
    AGENTS_THINK = post("agents.think", "v2/projects/{appid}/agents/{agent_id}/think");

    TELEPHONY_LIST = get("telephony.list", CALLS);
    TELEPHONY_CALL = post("telephony.call", CALLS);
    TELEPHONY_GET = get("telephony.get", "v2/projects/{appid}/calls/{agent_id}");
    TELEPHONY_HANGUP = post(
        "telephony.hangup",
        "v2/projects/{appid}/calls/{agent_id}/hangup",
    );

    PHONE_NUMBERS_LIST = get("phone_numbers.list", NUMBERS);
    PHONE_NUMBERS_ADD = post("phone_numbers.add", NUMBERS);
    PHONE_NUMBERS_GET = get("phone_numbers.get", NUMBER);
    PHONE_NUMBERS_UPDATE = Endpoint::new("phone_numbers.update", Method::Patch, NUMBER)
        .body(BodyKind::Json);
    PHONE_NUMBERS_DELETE = Endpoint::new("phone_numbers.delete", Method::Delete, NUMBER);
}
