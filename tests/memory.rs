//! What an answer takes in memory: at most ten times its bytes, whatever JSON
//! is in it.
//!
//! A program without the test harness, whose own threads would use the heap at
//! the same time. `cargo test --test memory -- --unlimited` shows what the
//! same answers take where nothing counts their values.

#![allow(missing_docs)]

use std::alloc::{GlobalAlloc, Layout, System};
use std::fmt::Write as _;
use std::hint::black_box;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

use serde_json::{Map, Value};
use tokenmint::ath::SigningKey;
use tokenmint::client::ath::{self, GatewayClient};
use tokenmint::client::authing::{
    Authentication, AuthenticationClient, AuthenticationClientOptions, Envelope, Management,
    ManagementClient, ManagementClientOptions, Operation,
};
use tokenmint::client::convoai::{AgentClient, Area, ClientConfig};
use tokenmint::http::{Client, Headers, Request, Response, Settings, TransportError};

#[global_allocator]
static HEAP: Counted = Counted;

static NOW: AtomicUsize = AtomicUsize::new(0);
static PEAK: AtomicUsize = AtomicUsize::new(0);

/// The system's allocator, whose bytes are counted.
struct Counted;

impl Counted {
    fn grown(bytes: usize) {
        let now = NOW.fetch_add(bytes, Ordering::Relaxed) + bytes;
        PEAK.fetch_max(now, Ordering::Relaxed);
    }
}

// SAFETY: the system's allocator does it all.
unsafe impl GlobalAlloc for Counted {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        Self::grown(layout.size());
        // SAFETY: as the caller promises.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, at: *mut u8, layout: Layout) {
        NOW.fetch_sub(layout.size(), Ordering::Relaxed);
        // SAFETY: as the caller promises.
        unsafe { System.dealloc(at, layout) }
    }

    unsafe fn realloc(&self, at: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        // Both are there for a moment, as where the block has to move.
        Self::grown(size);
        NOW.fetch_sub(layout.size(), Ordering::Relaxed);
        // SAFETY: as the caller promises.
        unsafe { System.realloc(at, layout, size) }
    }
}

/// The most bytes that `work` held at one time.
fn peak(work: impl FnOnce()) -> usize {
    let before = NOW.load(Ordering::Relaxed);
    PEAK.store(before, Ordering::Relaxed);
    work();
    PEAK.load(Ordering::Relaxed) - before
}

/// The answer to every request.
static ANSWER: Mutex<String> = Mutex::new(String::new());

#[allow(clippy::unnecessary_wraps, clippy::needless_pass_by_value)]
fn send(_: Request) -> Result<Response, TransportError> {
    let mut headers = Headers::new();
    headers.add_received("content-type", b"application/json");
    let answer = ANSWER.lock().unwrap_or_else(PoisonError::into_inner);
    Ok(Response::new(200, headers, answer.as_bytes().to_vec()))
}

const BODY: usize = Settings::MAX_BODY;

/// What stands in a list, and how many brackets, commas and colons it has, with
/// the comma after it. `#` is another number each time.
const ITEMS: &[(&str, &str, usize)] = &[
    ("empty objects", "{}", 2),
    ("small objects", r#"{"":0}"#, 3),
    ("long names", r#"{"a name of some thirty characters":0}"#, 3),
    ("objects in objects", r#"{"":{}}"#, 4),
    ("repeated members", r#"{"a":{},"a":{},"a":{},"a":{}}"#, 13),
    ("empty lists", "[]", 2),
    ("small lists", "[0]", 2),
    ("deep lists", "[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]", 17),
    ("numbers", "1", 1),
    ("fractions", "-1.5e-300", 1),
    ("texts", r#""a""#, 1),
    ("escapes", r#""\u4e2d\n""#, 1),
];

/// What stands in an object.
const MEMBERS: &[(&str, &str, usize)] = &[
    ("members", r##""#":0"##, 2),
    ("members of one name", r#""a":[{}]"#, 4),
    ("objects", r##""#":{"":0}"##, 4),
];

/// Where the list or the members stand, and who reads them.
struct Reader {
    name: &'static str,
    items: &'static [(&'static str, &'static str, usize)],
    begin: &'static str,
    end: &'static str,
    ask: fn(&Clients) -> bool,
}

const READERS: &[Reader] = &[
    Reader {
        name: "convoai list",
        items: ITEMS,
        begin: r#"{"data":{"list":["#,
        end: r#"]},"meta":{}}"#,
        ask: |clients| kept(&clients.agents.agents().list(&Default::default())),
    },
    Reader {
        name: "convoai history",
        items: ITEMS,
        begin: r#"{"agent_id":"A","contents":["#,
        end: "]}",
        ask: |clients| kept(&clients.agents.agents().get_history("A")),
    },
    Reader {
        name: "convoai turns",
        items: ITEMS,
        begin: r#"{"turns":["#,
        end: "]}",
        ask: |clients| kept(&clients.agents.agents().turns("A", None, None)),
    },
    Reader {
        name: "convoai agent",
        items: ITEMS,
        begin: r#"{"agent_id":"A","extra":["#,
        end: "]}",
        ask: |clients| kept(&clients.agents.agents().get("A")),
    },
    Reader {
        name: "ath discovery",
        items: ITEMS,
        begin: r#"{"ath_version":"0.1","gateway_id":"","agent_registration_endpoint":"","extra":["#,
        end: "]}",
        ask: |clients| kept(&clients.gateway.discover()),
    },
    Reader {
        name: "ath proxied",
        items: ITEMS,
        begin: "[",
        end: "]",
        ask: |clients| kept(&clients.gateway.proxy("p", "GET", "/x", None)),
    },
    Reader {
        name: "authing typed",
        items: ITEMS,
        begin: r#"{"statusCode":200,"data":{"list":["#,
        end: "]}}",
        ask: |clients| {
            let users = Operation::<Management>::named("list_users").expect("a method");
            let answer = clients.pool.send(&users);
            kept(&answer.and_then(Envelope::into_data::<Map<String, Value>>))
        },
    },
    Reader {
        name: "authing",
        items: ITEMS,
        begin: r#"{"statusCode":200,"data":["#,
        end: "]}",
        ask: |clients| {
            let profile = Operation::<Authentication>::named("get_profile").expect("a method");
            kept(&clients.user.send(&profile))
        },
    },
    Reader {
        name: "authing introspect",
        items: ITEMS,
        begin: r#"{"active":["#,
        end: "]}",
        ask: |clients| kept(&clients.user.introspect_token("t")),
    },
    Reader {
        name: "convoai agent",
        items: MEMBERS,
        begin: r#"{"agent_id":"A","#,
        end: "}",
        ask: |clients| kept(&clients.agents.agents().get("A")),
    },
    Reader {
        name: "ath discovery",
        items: MEMBERS,
        begin: r#"{"ath_version":"0.1","gateway_id":"","agent_registration_endpoint":"","#,
        end: "}",
        ask: |clients| kept(&clients.gateway.discover()),
    },
    Reader {
        name: "authing introspect",
        items: MEMBERS,
        begin: "{",
        end: "}",
        ask: |clients| kept(&clients.user.introspect_token("t")),
    },
];

/// Whether there was an answer; it is there until the end.
fn kept<T, E>(answer: &Result<T, E>) -> bool {
    black_box(answer).is_ok()
}

struct Clients {
    agents: AgentClient,
    gateway: GatewayClient,
    pool: ManagementClient,
    user: AuthenticationClient,
}

impl Clients {
    fn new(max_body: usize) -> Self {
        let http = || Client::new(send);
        let convoai = ClientConfig::new(Area::Us, "0123456789abcdef0123456789abcdef")
            .basic("Aladdin", "open sesame")
            .max_body(max_body);
        let key = SigningKey::from_bytes(&[7; 32]).expect("a key");
        let agent = "https://agent.example.com/.well-known/agent.json";
        let ath =
            ath::ClientConfig::new("https://gateway.example.com", agent, key).max_body(max_body);
        let pool = ManagementClientOptions::new("ak", "sk").max_body(max_body);
        let user = AuthenticationClientOptions::new("app")
            .app_secret("secret")
            .app_host("https://authing.test")
            .max_body(max_body);
        let clients = Self {
            agents: AgentClient::with_http(&convoai, http()).expect("a client"),
            gateway: GatewayClient::with_http(&ath, http()).expect("a client"),
            pool: ManagementClient::with_http(&pool, http()).expect("a client"),
            user: AuthenticationClient::with_http(&user, http()).expect("a client"),
        };
        clients.gateway.set_token("ath_tk");
        clients
    }
}

/// A body of exactly [`BODY`] bytes, with at most `most` items.
fn body(reader: &Reader, item: &str, most: usize) -> String {
    let mut text = String::with_capacity(BODY);
    text.push_str(reader.begin);
    // A number has six digits.
    let len = item.replace('#', "000000").len() + 1;
    let room = (BODY - reader.begin.len() - reader.end.len()) / len;
    for number in 0..most.min(room) {
        match item.split_once('#') {
            None => text.push_str(item),
            Some((before, after)) => {
                write!(text, "{before}{number:06}{after}").expect("a string has room");
            }
        }
        text.push(',');
    }
    text.pop();
    text.push_str(reader.end);
    text.extend(std::iter::repeat_n(' ', BODY - text.len()));
    text
}

/// `bytes` as a multiple of the body.
fn times(bytes: usize) -> String {
    let tenths = bytes * 10 / BODY;
    format!("{}.{}", tenths / 10, tenths % 10)
}

fn main() {
    let unlimited = std::env::args().any(|word| word == "--unlimited");
    let clients = Clients::new(if unlimited { usize::MAX } else { BODY });
    let (mut worst, mut read) = (0, 0);
    println!("{:<20}{:<21}{:>9}", "answer", "of", "times");
    for reader in READERS {
        let peak_of = |item: &str, most| {
            let text = body(reader, item, most);
            *ANSWER.lock().unwrap_or_else(PoisonError::into_inner) = text;
            let mut is_read = false;
            (peak(|| is_read = (reader.ask)(&clients)), is_read)
        };
        for (name, item, values) in reader.items {
            let (bytes, is_read) = peak_of(item, BODY / 64 / values - 8);
            println!("{:<20}{name:<21}{:>9}", reader.name, times(bytes));
            read += usize::from(is_read);
            worst = worst.max(bytes);
        }
        // As many as there is room for.
        for (_, item, _) in reader.items.iter().take(1) {
            let (bytes, is_read) = peak_of(item, usize::MAX);
            println!("{:<20}{:<21}{:>9}", reader.name, "too many", times(bytes));
            assert_eq!(is_read, unlimited, "{}", reader.name);
            worst = worst.max(bytes);
        }
    }
    println!(
        "{read} of the allowed ones are read; worst: {}",
        times(worst)
    );
    assert!(read > 80, "the others end before anything is made of them");
    if !unlimited {
        assert!(worst <= 10 * BODY, "more than ten times the body");
    }
}
