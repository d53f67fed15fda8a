//! Answers as types.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use tokenmint::client::authing::answers::enums::{
    Gender, PasswordEncryptType, UpdateUserProfileGender,
};
use tokenmint::client::authing::answers::views::{IdentityDto, UserDto};
use tokenmint::client::authing::answers::{Answers, View};
use tokenmint::client::authing::authentication::{GetSystemInfo, UpdatePassword};
use tokenmint::client::authing::management::{
    CreateUser, DeleteRolesBatch, GetRole, GetUser, GetUserBatch, ListUsers,
};
use tokenmint::client::authing::{AsyncManagementClient, AuthenticationClient, ManagementClient};
use tokenmint::http::ErrorKind;

use crate::support::{Net, pool, user};

const TABLE: &str = include_str!("../../src/client/authing/answers.tsv");
const ENUMS: &str = include_str!("../../src/client/authing/enums.tsv");

fn client(net: &Net) -> ManagementClient {
    ManagementClient::with_http(&pool(), net.blocking()).unwrap()
}

#[test]
fn an_answer_is_seen_as_its_type_and_keeps_what_is_not_known() {
    let net = Net::saying(json!({
        "userId": "u1", "gender": "M", "status": "Frozen", "loginsCount": 3,
        "emailVerified": true, "email": 5, "departmentIds": ["d1", 7, "d2"],
        "identities": [{"identityId": "i1", "userInfoInIdp": {"name": "n"}}],
        "customData": {"a": 1}, "new": {"member": [1]},
    }));
    let answer = client(&net).fetch(&GetUser::new("u1")).unwrap();
    let user = answer.view().unwrap();
    assert_eq!(user.user_id(), Some("u1"));
    assert_eq!(user.gender(), Some(UpdateUserProfileGender::M));
    let status = user.status().unwrap();
    assert_eq!(status.as_str(), "Frozen");
    assert_eq!(user.logins_count(), Some(3));
    assert_eq!(user.email_verified(), Some(true));
    assert_eq!(user.email(), None, "not a text");
    assert!(user.department_ids().eq(["d1", "d2"]));
    let identity: IdentityDto<'_> = user.identities().next().unwrap();
    assert_eq!(identity.identity_id(), Some("i1"));
    assert_eq!(user.as_value()["new"]["member"][0], 1);
    let shown = format!("{answer:?} {user:?}");
    assert!(!shown.contains("u1"), "{shown}");
}

#[test]
fn lists_flags_and_refusals() {
    let net = Net::saying(json!([{"userId": "u1"}, {"userId": "u2"}]));
    let answer = client(&net)
        .fetch(&GetUserBatch::new(["u1", "u2"]))
        .unwrap();
    let ids: Vec<_> = answer
        .view()
        .unwrap()
        .filter_map(UserDto::user_id)
        .collect();
    assert_eq!(ids, ["u1", "u2"]);
    let net = Net::saying(json!({"success": true}));
    let answer = client(&net).fetch(&DeleteRolesBatch::new(["a"])).unwrap();
    assert_eq!(answer.view().unwrap().success(), Some(true));
    let net = Net::saying(json!("text"));
    let answer = client(&net).fetch(&GetRole::new("a")).unwrap();
    assert!(answer.view().is_none());
    let net = Net::new(|_| Some((200, r#"{"statusCode": 404, "message": "m"}"#.to_owned())));
    let error = client(&net).fetch(&GetRole::new("a")).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Refused);
    let net = Net::saying(json!({"totalCount": 2, "list": [{"userId": "u1"}, {"userId": "u2"}]}));
    let page = client(&net)
        .pages(&ListUsers::new())
        .next()
        .unwrap()
        .unwrap();
    assert!(
        page.views::<UserDto<'_>>()
            .filter_map(UserDto::user_id)
            .eq(["u1", "u2"])
    );
}

#[test]
fn an_answer_without_data_is_seen_as_well() {
    let bare = r#"{"rsa": {"publicKey": "k"}, "publicIps": ["1.2.3.4"]}"#;
    let inside = r#"{"statusCode": 200, "data": {"rsa": {"publicKey": "k"}}}"#;
    for body in [bare, inside] {
        let net = Net::new(move |_| Some((200, body.to_owned())));
        let client = AuthenticationClient::with_http(&user(), net.blocking()).unwrap();
        let answer = client.fetch(&GetSystemInfo::new()).unwrap();
        let rsa = answer.view().unwrap().rsa().unwrap();
        assert_eq!(rsa.public_key(), Some("k"), "{body}");
    }
}

#[test]
fn futures_and_parameters_take_the_types_too() {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    let net = Net::saying(json!({"userId": "u1"}));
    runtime.block_on(async {
        let client = AsyncManagementClient::with_http(&pool(), net.asynchronous()).unwrap();
        let request = CreateUser::new().gender(Gender::F);
        let answer = client.fetch(&request).await.unwrap();
        assert_eq!(answer.view().unwrap().user_id(), Some("u1"));
    });
    let requests = net.requests();
    let body: Value =
        serde_json::from_slice(requests[0].body.as_ref().unwrap().as_bytes()).unwrap();
    assert_eq!(body["gender"], "F");
    let _ = UpdatePassword::new("p").password_encrypt_type(PasswordEncryptType::Sm2);
}

/// Every value of a set, as the table has it, and one that it has not.
#[test]
fn enums_are_open() {
    let mut line = ENUMS
        .lines()
        .filter(|line| line.starts_with("PasswordEncryptType\t"));
    let values = line.next().unwrap().split('\t').nth(1).unwrap();
    let known: BTreeSet<_> = values
        .split('|')
        .map(PasswordEncryptType::from)
        .collect::<Vec<_>>()
        .iter()
        .map(|value| value.as_str().to_owned())
        .collect();
    assert_eq!(known, values.split('|').map(str::to_owned).collect());
    let other = PasswordEncryptType::from("rot13");
    assert_eq!(other, PasswordEncryptType::Unlisted("rot13".to_owned()));
    let other = json!("rot13");
    assert_eq!(PasswordEncryptType::view(&other).unwrap().as_str(), "rot13");
}

/// A line of the table and the type that is generated of it.
#[test]
fn the_members_are_those_of_the_table() {
    fn is_answers<R: Answers>() {}
    is_answers::<GetUser>();
    let line = TABLE
        .lines()
        .find(|line| line.starts_with("dto\t\tUserDto\t"))
        .unwrap();
    let members = line.split('\t').nth(6).unwrap();
    for name in [
        "userId:str",
        "departmentIds:list<str>",
        "identities:list<IdentityDto>",
    ] {
        assert!(members.contains(name), "{name}");
    }
}
