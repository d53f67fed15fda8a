//! The endpoint table against the list of the official SDKs.

use std::collections::BTreeSet;

use tokenmint::client::convoai::endpoints::ALL;
use tokenmint::http::BodyKind;

/// Name, method, path, and whether `content-type: application/json` is sent.
const LIST: [(&str, &str, &str, bool); 19] = [
    ("agents.start", "POST", "v2/projects/{appid}/join", true),
    ("agents.list", "GET", "v2/projects/{appid}/agents", false),
    (
        "agents.get",
        "GET",
        "v2/projects/{appid}/agents/{agent_id}",
        false,
    ),
    (
        "agents.get_history",
        "GET",
        "v2/projects/{appid}/agents/{agent_id}/history",
        false,
    ),
    (
        "agents.stop",
        "POST",
        "v2/projects/{appid}/agents/{agent_id}/leave",
        false,
    ),
    (
        "agents.update",
        "POST",
        "v2/projects/{appid}/agents/{agent_id}/update",
        true,
    ),
    (
        "agents.speak",
        "POST",
        "v2/projects/{appid}/agents/{agent_id}/speak",
        true,
    ),
    (
        "agents.interrupt",
        "POST",
        "v2/projects/{appid}/agents/{agent_id}/interrupt",
        true,
    ),
    (
        "agents.turns",
        "GET",
        "v2/projects/{appid}/agents/{agent_id}/turns",
        false,
    ),
    (
        "agents.think",
        "POST",
        "v2/projects/{appid}/agents/{agent_id}/think",
        true,
    ),
    ("telephony.list", "GET", "v2/projects/{appid}/call", false),
    ("telephony.call", "POST", "v2/projects/{appid}/call", true),
    (
        "telephony.get",
        "GET",
        "v2/projects/{appid}/calls/{agent_id}",
        false,
    ),
    (
        "telephony.hangup",
        "POST",
        "v2/projects/{appid}/calls/{agent_id}/hangup",
        true,
    ),
    ("phone_numbers.list", "GET", "v2/phone-numbers", false),
    ("phone_numbers.add", "POST", "v2/phone-numbers", true),
    (
        "phone_numbers.get",
        "GET",
        "v2/phone-numbers/{phone_number}",
        false,
    ),
    (
        "phone_numbers.update",
        "PATCH",
        "v2/phone-numbers/{phone_number}",
        true,
    ),
    (
        "phone_numbers.delete",
        "DELETE",
        "v2/phone-numbers/{phone_number}",
        false,
    ),
];

#[test]
fn the_table_is_the_list() {
    let found: BTreeSet<_> = ALL
        .iter()
        .map(|line| {
            (
                line.name,
                line.method.as_str(),
                line.path,
                line.body == BodyKind::Json,
            )
        })
        .collect();
    assert_eq!(found, LIST.into_iter().collect());
    assert_eq!(ALL.len(), LIST.len());
}

#[test]
fn reading_deleting_and_stopping_may_be_repeated() {
    for line in ALL {
        let repeatable = matches!(line.method.as_str(), "GET" | "DELETE")
            || matches!(line.name, "agents.stop" | "agents.interrupt");
        assert_eq!(line.repeatable, repeatable, "{}", line.name);
    }
}
