//! Which hosts a command goes to, in which order.

use crate::run::{OTHER_CERTIFICATE, OTHER_ID, tokenmint};
use crate::service;

/// Where a call of `get` connects to when nobody can be reached: a proxy that
/// opens no way is asked for each host.
fn hosts_tried(options: &[&str], retries: u32) -> Vec<String> {
    let proxy = service(502, "");
    let run = tokenmint(["convoai", "get", "A1", "--timeout=20"]);
    let ran = options
        .iter()
        .fold(run, |run, word| run.arg(word))
        .arg(&format!("--max-retries={retries}"))
        .env("HTTPS_PROXY", &proxy.url())
        .project(OTHER_ID, OTHER_CERTIFICATE)
        .run();
    assert_eq!(ran.code, 30, "{ran:?}");
    let requests = proxy.received();
    let asked = requests.iter().map(|request| {
        let (method, host) = request.line();
        assert_eq!(method, "CONNECT");
        host.to_owned()
    });
    asked.collect()
}

#[test]
fn the_routing_of_mainland_china_chooses_the_hosts() {
    let one = "api.agora.io:443";
    let (east, north) = (
        "api-cn-east-1.sd-rtn.com:443",
        "api-cn-north-1.sd-rtn.com:443",
    );
    let cn = "--area=cn";
    assert_eq!(hosts_tried(&[cn], 2), [east, north, east]);
    assert_eq!(hosts_tried(&["--area=global"], 1), [one, one]);
    assert_eq!(hosts_tried(&[cn, "--cn-routing=one-host"], 1), [one, one]);
    let by_region = [cn, "--cn-routing=east-north"];
    assert_eq!(hosts_tried(&by_region, 2), [east, north, east]);
}

#[test]
fn failover_goes_to_the_next_region_unless_forbidden() {
    let (west, east) = ("api-us-west-1.agora.io:443", "api-us-east-1.agora.io:443");
    let us = "--area=us";
    assert_eq!(hosts_tried(&[us], 1), [west, east]);
    assert_eq!(hosts_tried(&[us, "--no-failover"], 1), [west, west]);
}
