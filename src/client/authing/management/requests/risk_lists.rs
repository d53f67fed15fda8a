//! Risk lists.
//!
//! Written by `cargo xtask authing` from `endpoints.tsv`.

use crate::client::authing::management::{AsyncManagementClient, Management, ManagementClient};
use crate::client::authing::requests::requests;

requests! {
    Management, ManagementClient, AsyncManagementClient:

    POST "/api/v3/add-whitelist" AccessKey add_whitelist AddWhitelist
        (r#type: Text "type")
        {list: List "list"};

    GET "/api/v3/list-whitelist" AccessKey list_whitelists ListWhitelists
        (r#type: Text "type")
        {};

    POST "/api/v3/delete-whitelist" AccessKey delete_whitelist DeleteWhitelist
        (r#type: Text "type")
        {list: List "list"};

    GET "/api/v3/ip-list" AccessKey find_ip_list FindIpList
        ()
        {page: Integer "page", limit: Integer "limit"}
        (ip_type: Text "ipType")
        {};

    POST "/api/v3/ip-list" AccessKey add Add
        (
            expire_at: Text "expireAt", limit_list: List "limitList",
            remove_type: Text "removeType", add_type: Text "addType", ip_type: Text "ipType",
            ips: Texts "ips"
        )
        {};

    DELETE "/api/v3/ip-list/{id}" AccessKey delete_by_id DeleteById
        (id: Text "id")
        {};

    GET "/api/v3/user-list" AccessKey find_user_list FindUserList
        ()
        {page: Integer "page", limit: Integer "limit"}
        (user_list_type: Text "userListType")
        {};

    POST "/api/v3/user-list" AccessKey add_user AddUser
        (
            expire_at: Integer "expireAt", limit_list: List "limitList",
            remove_type: Text "removeType", add_type: Text "addType",
            user_list_type: Text "userListType", user_ids: List "userIds"
        )
        {};

    DELETE "/api/v3/user-list/{id}" AccessKey delete_user_list_by_id DeleteUserListById
        (id: Text "id")
        {};

    GET "/api/v3/risk-list-policy" AccessKey find_risk_list_policy FindRiskListPolicy
        ()
        {page: Integer "page", limit: Integer "limit"}
        (opt_object: Text "optObject")
        {};

    POST "/api/v3/risk-list-policy" AccessKey add_risk_list_policy AddRiskListPolicy
        (
            limit_list: Texts "limitList", action: Text "action", remove_type: Text "removeType",
            event_state_type: Text "eventStateType", count_thr: Integer "countThr",
            time_range: Integer "timeRange", user_cond: Text "userCond", ip_cond: Text "ipCond",
            user_range: Text "userRange", ip_range: Text "ipRange", opt_object: Text "optObject"
        )
        {};

    DELETE "/api/v3/risk-list-policy/{id}" AccessKey delete_risk_list_policy_by_id DeleteRiskListPolicyById
        (id: Text "id")
        {};
}
