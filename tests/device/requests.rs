//! The forms of a request, and what is refused before a byte is written.

use serde_json::{Value, json};
use tokenmint::device::{
    AgentName, Area, Authorization, Codec, FindAgents, Project, RenewToken, Request, Server,
    StartAgent, StopAgent, TokenServer, sample, ten,
};
use tokenmint::{Error, Field};

use crate::project;

fn bytes(request: &Request<'_>) -> String {
    let mut buffer = vec![0; request.size()];
    let bytes = request.write(&mut buffer).expect("it fits").to_vec();
    String::from_utf8(bytes).expect("text")
}

fn body(request: &Request<'_>) -> Value {
    let mut buffer = vec![0; request.body_size()];
    let body = request.write_body(&mut buffer).expect("it fits");
    serde_json::from_str(body).unwrap_or_else(|error| panic!("{body}: {error}"))
}

/// A request of each kind.
fn each(check: &mut dyn FnMut(&Request<'_>)) {
    let project = project();
    let start = StartAgent::new("n\"1", "room", "007T", "1", &["2", "3"])
        .pipeline("p")
        .preset("a,b")
        .idle_timeout(0)
        .output_codec(Codec::Pcmu)
        .properties(" {\"llm\": {\"url\": \"x\"}}\n");
    check(&start.to(&project).unwrap());
    check(&StopAgent::new("A1").to(&project).unwrap());
    let renew = RenewToken::new("A1", "007U").properties("{}");
    check(&renew.to(&project).unwrap());
    let find = FindAgents::in_channel("a b&c").since(7).limit(20);
    check(&find.to(&project).unwrap());
    check(&AgentName::of("A1").to(&project).unwrap().closing());
    let url = "https://tokens.example.com:8443/v1/";
    let secret = Authorization::basic("key", "p:ässword");
    let server = TokenServer::new(Server::new(url).unwrap(), secret);
    let get = sample::GetToken::new("c", sample::Uid::Text("u"));
    check(&get.to(&server).unwrap());
    check(
        &sample::StartAgent::new("c", 11.into(), 1.into())
            .to(&server)
            .unwrap(),
    );
    check(&sample::StopAgent::new("A1").to(&server).unwrap());
    let key = Authorization::header("x-device-key", "k 1");
    let server = TokenServer::new(Server::plain_http("http://192.0.2.1").unwrap(), key);
    check(&ten::GetToken::new("c").uid(0).to(&server).unwrap());
    let start = ten::Start::new("c", "g")
        .timeout(3)
        .token("T")
        .properties("{\"a\":{}}");
    check(&start.to(&server).unwrap());
    check(&ten::Ping::new("c").request_id("r").to(&server).unwrap());
    check(&ten::Stop::new("c").to(&server).unwrap());
}

#[test]
fn the_whole_request() {
    let project = project();
    let find = FindAgents::in_channel("room 1").limit(20);
    assert_eq!(
        bytes(&find.to(&project).unwrap()),
        "GET /api/conversational-ai-agent/v2/projects/970CA35de60c44645bbae8a215061b33/agents\
         ?channel=room+1&state=1%2C2&limit=20 HTTP/1.1\r\n\
         Host: api-us-west-1.agora.io\r\n\
         Authorization: agora token=007T\r\n\
         Accept-Encoding: identity\r\n\r\n"
    );
    let server = Server::new("https://tokens.example.com:8443/v1/").unwrap();
    let server = TokenServer::new(server, Authorization::bearer("key"));
    let stop = sample::StopAgent::new("A\u{1F600}");
    assert!(stop.to(&server).is_ok());
    let stop = sample::StopAgent::new("A1");
    assert_eq!(
        bytes(&stop.to(&server).unwrap().closing()),
        "POST /v1/agent/stop HTTP/1.1\r\n\
         Host: tokens.example.com:8443\r\n\
         Authorization: Bearer key\r\n\
         Accept-Encoding: identity\r\n\
         Content-Type: application/json\r\n\
         Content-Length: 17\r\n\
         Connection: close\r\n\r\n\
         {\"agent_id\":\"A1\"}"
    );
}

#[test]
fn every_form_is_the_same_request() {
    each(&mut |request| {
        let whole = bytes(request);
        let (mut url, mut value, mut content) = ([0; 512], [0; 512], [0; 1024]);
        let url = request.write_url(&mut url).unwrap();
        assert_eq!(url.len(), request.url_size());
        let value = request.write_authorization(&mut value).unwrap();
        assert_eq!(value.len(), request.authorization_size());
        let content = request.write_body(&mut content).unwrap();
        let (head, body) = whole.split_once("\r\n\r\n").unwrap();
        assert_eq!(body, content);
        let name = request.authorization().name().unwrap();
        assert!(head.contains(&format!("\r\n{name}: {value}")), "{head}");
        let target = head.split(' ').nth(1).unwrap();
        assert!(url.ends_with(target), "{url}");
        let has_type = request.content_type().is_some();
        assert_eq!(
            head.contains("\r\nContent-Type: application/json"),
            has_type,
            "{head}"
        );
        for size in [0, 1, 2, 3, 16, 100, 4096] {
            let mut pieces = Vec::new();
            let sent = request.send(&mut vec![0; size], |piece| {
                assert!(size == 0 || piece.len() <= size);
                assert!(!piece.is_empty());
                pieces.extend_from_slice(piece);
                Ok::<(), ()>(())
            });
            assert_eq!(sent, Ok(()));
            assert_eq!(pieces, whole.as_bytes(), "pieces of {size}");
        }
    });
}

#[test]
fn what_does_not_fit_says_how_much_is_needed() {
    each(&mut |request| {
        let needed = request.size();
        for room in 0..needed {
            let error = request.write(&mut vec![0; room]).unwrap_err();
            assert_eq!(error, Error::BufferTooSmall { needed });
        }
        let needed = request.url_size();
        let error = request.write_url(&mut vec![0; needed - 1]).unwrap_err();
        assert_eq!(error, Error::BufferTooSmall { needed });
        let needed = request.authorization_size();
        let error = request
            .write_authorization(&mut vec![0; needed - 1])
            .unwrap_err();
        assert_eq!(error, Error::BufferTooSmall { needed });
        let needed = request.body_size();
        if needed > 0 {
            let error = request.write_body(&mut vec![0; needed - 1]).unwrap_err();
            assert_eq!(error, Error::BufferTooSmall { needed });
        }
    });
}

#[test]
fn sending_ends_at_the_first_error() {
    each(&mut |request| {
        for fails_at in 0..5 {
            let mut calls = 0;
            let sent = request.send(&mut [0; 20], |_| {
                calls += 1;
                if calls > fails_at { Err(calls) } else { Ok(()) }
            });
            assert_eq!((sent, calls), (Err(fails_at + 1), fails_at + 1));
        }
    });
}

#[test]
fn no_secret_is_shown() {
    let project = project();
    let start =
        StartAgent::new("n", "c", "007SECRET", "1", &["2"]).properties("{\"k\":\"SECRET\"}");
    let shown = format!("{start:?} {project:?} {:?}", start.to(&project).unwrap());
    let renew = RenewToken::new("A1", "007SECRET");
    let shown = format!("{shown} {renew:?} {:?}", renew.to(&project).unwrap());
    let secret = Authorization::basic("SECRET", "SECRET");
    let shown = format!(
        "{shown} {secret:?} {:?}",
        ten::Start::new("c", "g").token("SECRET")
    );
    assert!(
        !shown.contains("SECRET") && !shown.contains("007T"),
        "{shown}"
    );
}

/// Texts that would break out of where they stand.
const STRAY: [&str; 9] = [
    "\"",
    "\\",
    "a\"b\\c",
    "x\",\"token\":\"y",
    "\u{7f}x",
    "é用😀",
    "</a>",
    "a/b?c#d",
    "${x}",
];

#[test]
fn texts_stay_where_they_are_put() {
    let project = project();
    for stray in STRAY {
        let remotes = [stray];
        let start = StartAgent::new(stray, stray, stray, "1", &remotes)
            .enable_string_uid(true)
            .preset(stray)
            .pipeline(stray)
            .output_codec(Codec::Other(stray));
        let Ok(request) = start.to(&project) else {
            // A control character.
            assert!(stray.contains('\u{7f}'), "{stray}");
            continue;
        };
        let expected = json!({
            "name": stray, "preset": stray, "pipeline_id": stray,
            "properties": {
                "agent_rtc_uid": "1", "channel": stray, "enable_string_uid": true,
                "parameters": {"output_audio_codec": stray},
                "remote_rtc_uids": [stray], "token": stray,
            },
        });
        assert_eq!(body(&request), expected);
        let find = FindAgents::in_channel(stray);
        let request = find.to(&project).unwrap();
        let mut target = [0; 512];
        let target = request.write_target(&mut target).unwrap();
        assert_eq!(
            target.matches(['?', '&', '#', ' ', '"']).count(),
            2,
            "{target}"
        );
    }
    // The token is whatever the caller has, so it is escaped and not refused.
    let start = StartAgent::new("n", "c", "\u{1}\r\n", "1", &["2"]);
    assert_eq!(
        body(&start.to(&project).unwrap())["properties"]["token"],
        "\u{1}\r\n"
    );
}

#[test]
fn a_start_that_cannot_work_is_refused() {
    let project = project();
    let good = StartAgent::new("n", "c", "T", "1", &["2"]);
    assert!(good.to(&project).is_ok());
    let empty = |field| Error::Empty { field };
    let stray = |field| Error::BadCharacter { field, at: 0 };
    let long = "a".repeat(256);
    let with = |agent: &'static str, remote: &'static [&'static str]| {
        StartAgent::new("n", "c", "T", agent, remote)
            .to(&project)
            .map(|_| ())
            .unwrap_err()
    };
    let refused = |start: StartAgent<'_>| start.to(&project).map(|_| ()).unwrap_err();
    assert_eq!(
        refused(StartAgent::new("", "c", "T", "1", &["2"])),
        empty(Field::Name)
    );
    assert_eq!(
        refused(StartAgent::new("n", "", "T", "1", &["2"])),
        empty(Field::Channel)
    );
    let error = refused(StartAgent::new("a\r\nb", "c", "T", "1", &["2"]));
    assert_eq!(
        error,
        Error::BadCharacter {
            field: Field::Name,
            at: 1
        }
    );
    assert_eq!(with("", &["2"]), empty(Field::Uid));
    assert_eq!(with("1", &[]), empty(Field::Uid));
    assert_eq!(with("1", &[""]), empty(Field::Uid));
    assert_eq!(with("1", &["1"]), Error::Duplicate { field: Field::Uid });
    for uid in [
        "007",
        "4294967296",
        "-1",
        "1.0",
        " 1",
        "0x10",
        "+1",
        "\u{661}",
    ] {
        let error = StartAgent::new("n", "c", "T", uid, &["2"])
            .to(&project)
            .err();
        assert_eq!(error, Some(stray(Field::Uid)), "{uid}");
        let remotes = [uid];
        let error = StartAgent::new("n", "c", "T", "1", &remotes)
            .to(&project)
            .err();
        assert_eq!(error, Some(stray(Field::Uid)), "{uid}");
        let text = StartAgent::new("n", "c", "T", uid, &["2"]).enable_string_uid(true);
        assert!(text.to(&project).is_ok(), "{uid}");
    }
    let remotes = [long.as_str()];
    let error = refused(StartAgent::new("n", "c", "T", "1", &remotes).enable_string_uid(true));
    assert_eq!(
        error,
        Error::StringTooLong {
            field: Field::Uid,
            len: 256,
            max: 255
        }
    );
    assert_eq!(
        refused(good.enable_string_uid(false).preset("")),
        empty(Field::Payload)
    );
    let named = StartAgent::new("n", "c", "T", "alice", &["2"]);
    assert_eq!(refused(named.enable_string_uid(false)), stray(Field::Uid));
    assert_eq!(
        body(&named.to(&project).unwrap())["properties"]["enable_string_uid"],
        true
    );
    assert!(
        StartAgent::new("n", "c", "T", "1", &["*"])
            .to(&project)
            .is_ok()
    );
}

#[test]
fn json_given_as_text_is_an_object_that_says_nothing_twice() {
    let project = project();
    fn start(json: &str) -> Result<Value, Error> {
        let project = crate::project();
        let start = StartAgent::new("n", "c", "T", "1", &["2"]).idle_timeout(1);
        let start = start.properties(json);
        let request = start.to(&project)?;
        Ok(body(&request)["properties"].clone())
    }
    let plain = start("{}").unwrap();
    assert_eq!(start(" \n{ }\t").unwrap(), plain);
    assert_eq!(
        start("{\"llm\":{\"token\":\"x\"}}").unwrap()["llm"]["token"],
        "x"
    );
    for (json, at) in [
        ("", 0),
        (" ", 1),
        ("[]", 2),
        ("\"x\"", 3),
        ("null", 4),
        ("{", 1),
        ("{}}", 2),
        ("{}{}", 2),
        ("{\"a\":1,}", 7),
        ("{\"a\":01}", 6),
        ("{'a':1}", 1),
        ("{\"a\":\"\n\"}", 6),
        ("{\"a\":1} x", 8),
        ("}{", 0),
        ("\"\":1", 2),
        ("{\"a\":1},\"token\":{\"b\":1}", 7),
    ] {
        assert_eq!(start(json), Err(Error::BadJson { at }), "{json}");
    }
    let twice = Err(Error::Duplicate {
        field: Field::Payload,
    });
    for name in [
        "channel",
        "token",
        "agent_rtc_uid",
        "remote_rtc_uids",
        "idle_timeout",
    ] {
        assert_eq!(
            start(&format!("{{\"a\":{{}},\"{name}\":1}}")),
            twice,
            "{name}"
        );
    }
    assert_eq!(start("{\"\\u0074oken\":\"x\"}"), twice);
    // What this start does not say is for the text to say.
    assert!(start("{\"enable_string_uid\":false,\"parameters\":{}}").is_ok());
    let codec = StartAgent::new("n", "c", "T", "1", &["2"])
        .output_codec(Codec::G722)
        .properties("{\"parameters\":{}}");
    assert_eq!(codec.to(&project).err(), twice.clone().err());
    let renew = RenewToken::new("A1", "T").properties("{\"token\":\"U\"}");
    assert_eq!(renew.to(&project).err(), twice.err());
    let deep = format!("{{\"a\":{}1{}}}", "[".repeat(40), "]".repeat(40));
    assert!(matches!(start(&deep), Err(Error::BadJson { .. })));
}

#[test]
fn what_would_change_a_path_or_a_header_is_refused() {
    let project = project();
    for id in [
        "", ".", "..", "a/b", "a\\b", "%2e", "a%2fb", "..;x", "a\r\nb", "a b", "é", "a\0",
    ] {
        assert!(StopAgent::new(id).to(&project).is_err(), "{id:?}");
        assert!(AgentName::of(id).to(&project).is_err(), "{id:?}");
        assert!(RenewToken::new(id, "T").to(&project).is_err(), "{id:?}");
    }
    let mut target = [0; 256];
    let stop = StopAgent::new("a?b#c&d+e");
    let target = stop
        .to(&project)
        .unwrap()
        .write_target(&mut target)
        .unwrap()
        .to_owned();
    assert!(
        target.ends_with("/agents/a%3Fb%23c%26d+e/leave"),
        "{target}"
    );

    let header = |name, value| Authorization::header(name, value);
    for authorization in [
        Authorization::token(""),
        Authorization::token("a b"),
        Authorization::bearer("a\r\nHost: x"),
        Authorization::bearer("é"),
        Authorization::basic("", "s"),
        Authorization::basic("a:b", "s"),
        Authorization::basic("a", "s\n"),
        Authorization::basic("a\u{85}", "s"),
        header("", "x"),
        header("a b", "x"),
        header("a:", "x"),
        header("x", "a\r\nb"),
        header("Host", "x"),
        header("content-length", "0"),
        header("Transfer-Encoding", "chunked"),
    ] {
        let project = Project {
            authorization,
            ..project
        };
        assert!(
            StopAgent::new("A1").to(&project).is_err(),
            "{authorization:?}"
        );
    }
}

#[test]
fn a_server_of_ones_own_is_protected_unless_it_is_said() {
    for url in [
        "https://a",
        "HTTPS://a:1/b/",
        "https://[::1]:5/x",
        "https://a_b.c-d/e",
    ] {
        assert!(Server::new(url).is_ok(), "{url}");
    }
    for url in [
        "",
        "a",
        "http://a",
        "http://localhost",
        "ftp://a",
        "https://",
        "https://u@a",
        "https://a?q",
        "https://a/#f",
        "https://a/../b",
        "https://a/%2e%2e/",
        "https://a b",
        "https://a:0",
        "https://a:99999",
        "https://a\r\n",
        "https://é",
    ] {
        assert!(Server::new(url).is_err(), "{url}");
    }
    assert!(Server::plain_http("http://192.0.2.1:5001").is_ok());
    assert!(Server::plain_http("ftp://a").is_err());
    let server = Server::new("https://[2001:db8::1]:5/x").unwrap();
    let mut host = [0; 32];
    assert_eq!(server.write_host(&mut host).unwrap(), "2001:db8::1");
    assert_eq!(format!("{server:?}"), "https://[2001:db8::1]:5/x");
}

#[test]
fn hosts_follow_each_other_as_in_the_clients() {
    let mut server = Server::of(Area::Cn);
    let host = |server: &Server<'_>| {
        let mut buffer = [0; 64];
        server.write_host(&mut buffer).unwrap().to_owned()
    };
    assert_eq!(host(&server), "api-cn-east-1.sd-rtn.com");
    assert!(server.fail_over(true));
    assert_eq!(host(&server), "api-cn-east-1.agora.io");
    assert!(server.fail_over(false));
    assert_eq!(host(&server), "api-cn-north-1.agora.io");
    assert!(!Server::of(Area::Global).fail_over(false));
    assert!(!Server::new("https://a").unwrap().fail_over(true));
}
