//! Risk lists.
//!
//! Written by `cargo xtask authing` from `endpoints.tsv`.

use crate::client::authing::management::{AsyncManagementClient, Management, ManagementClient};
use crate::client::authing::requests::requests;

requests! {
    Management, ManagementClient, AsyncManagementClient:

    POST "/api/v3/add-whitelist" AccessKey add_whitelist AddWhitelist
        [
            "Add entries to the registration allow list." "add_whitelist" "py,node,java,go,cs"
            "node" "AddWhitelistDto"
            "py=add_whitelist;node=addWhitelist;java=addWhitelist;go=AddWhitelist;cs=AddWhitelist"
            "" "WhitelistListRespDto" "WhitelistRespDto" "-"
        ]
        (r#type: Choice["USERNAME" "EMAIL" "PHONE"] "type")
        {list: Texts "list"};

    GET "/api/v3/list-whitelist" AccessKey list_whitelists ListWhitelists
        [
            "List the registration allow list." "list_whitelists" "py,node,java,go,cs" "node"
            "ListWhitelistDto"
            "py=list_whitelists;node=listWhitelists;java=listWhitelists;go=ListWhitelists;cs=ListWhitelists"
            "" "WhitelistListRespDto" "WhitelistRespDto" "-"
        ]
        (r#type: Choice["USERNAME" "EMAIL" "PHONE"] "type")
        {};

    POST "/api/v3/delete-whitelist" AccessKey delete_whitelist DeleteWhitelist
        [
            "Remove entries from the registration allow list." "delete_whitelist"
            "py,node,java,go,cs" "node" "DeleteWhitelistDto"
            "py=delete_whitelist;node=deleteWhitelist;java=deleteWhitelist;go=DeleteWhitelist;cs=DeleteWhitelist"
            "" "IsSuccessDto" "flat" "-"
        ]
        (r#type: Choice["USERNAME" "EMAIL" "PHONE"] "type")
        {list: Texts "list"};

    GET "/api/v3/ip-list" AccessKey find_ip_list FindIpList
        [
            "List IP block and allow entries." "find_ip_list" "py,node,java,go,cs" "node"
            "IpListDto"
            "py=find_ip_list;node=findIpList;java=findIpList;go=FindIpList;cs=FindIpList" ""
            "IpListPaginatedRespDto" "IpListPagingDto" "list+totalCount"
        ]
        ()
        {page: Integer "page" / "from 1", limit: Integer "limit" / "entries a page, at most 50"}
        (ip_type: Choice["BLACK" "WHITE"] "ipType")
        {};

    POST "/api/v3/ip-list" AccessKey add Add
        [
            "Add an IP list entry." "add" "py,node,java,go,cs" "node" "IpListCreateDto"
            "py=add;node=add;java=add;go=Add;cs=Add" "" "CommonResponseDto" "none" "-"
        ]
        (
            expire_at: Text "expireAt", limit_list: Texts "limitList",
            remove_type: Text "removeType", add_type: Text "addType", ip_type: Text "ipType",
            ips: Text "ips"
        )
        {};

    DELETE "/api/v3/ip-list/{id}" AccessKey delete_by_id DeleteById
        [
            "Delete an IP list entry." "delete_by_id" "py,node" "node" ""
            "py=delete_by_id;node=deleteById" "path placeholder: id" "CommonResponseDto" "none" "-"
        ]
        (id: Text "id")
        {};

    GET "/api/v3/user-list" AccessKey find_user_list FindUserList
        [
            "List users under risk rules." "find_user_list" "py,node,java,go,cs" "node"
            "UserListDto"
            "py=find_user_list;node=findUserList;java=findUserList;go=FindUserList;cs=FindUserList"
            "" "UserListPaginatedRespDto" "UserListPagingDto" "list+totalCount"
        ]
        ()
        {page: Integer "page" / "from 1", limit: Integer "limit" / "entries a page, at most 50"}
        (user_list_type: Choice["BLACK" "WHITE"] "userListType")
        {};

    POST "/api/v3/user-list" AccessKey add_user AddUser
        [
            "Add a user list entry." "add_user" "py,node,java,go,cs" "node" "UserListCreateDto"
            "py=add_user;node=addUser;java=addUser;go=AddUser;cs=AddUser" "" "CommonResponseDto"
            "none" "-"
        ]
        (
            expire_at: Integer "expireAt", limit_list: Texts "limitList",
            remove_type: Text "removeType", add_type: Text "addType",
            user_list_type: Text "userListType", user_ids: Texts "userIds"
        )
        {};

    DELETE "/api/v3/user-list/{id}" AccessKey delete_user_list_by_id DeleteUserListById
        [
            "Delete a user list entry." "delete_user_list_by_id" "py,node" "node" ""
            "py=delete_user_list_by_id;node=deleteUserListById" "path placeholder: id"
            "CommonResponseDto" "none" "-"
        ]
        (id: Text "id")
        {};

    GET "/api/v3/risk-list-policy" AccessKey find_risk_list_policy FindRiskListPolicy
        [
            "List risk policies." "find_risk_list_policy" "py,node,java,go,cs" "node"
            "RiskListPolicyDto"
            "py=find_risk_list_policy;node=findRiskListPolicy;java=findRiskListPolicy;go=FindRiskListPolicy;cs=FindRiskListPolicy"
            "" "UserListPolicyPaginatedRespDto" "RiskListPolicyPagingDto" "list+totalCount"
        ]
        ()
        {page: Integer "page" / "from 1", limit: Integer "limit" / "entries a page, at most 50"}
        (opt_object: Choice["IP" "USER"] "optObject")
        {};

    POST "/api/v3/risk-list-policy" AccessKey add_risk_list_policy AddRiskListPolicy
        [
            "Create a risk policy." "add_risk_list_policy" "py,node,java,go,cs" "node"
            "RiskListPolicyCreateDto"
            "py=add_risk_list_policy;node=addRiskListPolicy;java=addRiskListPolicy;go=AddRiskListPolicy;cs=AddRiskListPolicy"
            "" "CommonResponseDto" "none" "-"
        ]
        (
            limit_list: Choice["FORBID_LOGIN" "FORBID_REGISTER"] "limitList",
            action: Choice["ADD_IP_BLACK_LIST" "ADD_USER_BLACK_LIST"] "action",
            remove_type: Choice["MANUAL" "SCHEDULE"] "removeType",
            event_state_type: Choice["password_wrong" "account_wrong"] "eventStateType",
            count_thr: Integer "countThr", time_range: Integer "timeRange",
            user_cond: Choice["NO_LIMIT" "ONE"] "userCond",
            ip_cond: Choice["NO_LIMIT" "ONE"] "ipCond",
            user_range: Choice["ALL" "NOT_IN_WHITE_LIST"] "userRange",
            ip_range: Choice["ALL" "NOT_IN_WHITE_LIST"] "ipRange",
            opt_object: Choice["IP" "USER"] "optObject"
        )
        {};

    DELETE "/api/v3/risk-list-policy/{id}" AccessKey delete_risk_list_policy_by_id DeleteRiskListPolicyById
        [
            "Delete a risk policy." "delete_risk_list_policy_by_id" "py,node" "node" ""
            "py=delete_risk_list_policy_by_id;node=deleteRiskListPolicyById" "path placeholder: id"
            "CommonResponseDto" "none" "-"
        ]
        (id: Text "id")
        {};

    POST "/api/v3/add-whitelist-of-app" AccessKey add_whitelist_of_app AddWhitelistOfApp
        [
            "Add entries to an application's registration allow list." "add_whitelist_of_app" "node"
            "node" "AddWhitelistOfAppDto" "node=addWhitelistOfApp" "" "WhitelistListRespDto"
            "WhitelistRespDto" "-"
        ]
        (app_id: Text "appId", r#type: Choice["USERNAME" "EMAIL" "PHONE"] "type")
        {list: Texts "list"};

    GET "/api/v3/list-whitelist-of-app" AccessKey list_whitelists_of_app ListWhitelistsOfApp
        [
            "List an application's registration allow list." "list_whitelists_of_app" "node" "node"
            "" "node=listWhitelistsOfApp" "" "WhitelistListRespDto" "WhitelistRespDto" "-"
        ]
        (r#type: Choice["USERNAME" "EMAIL" "PHONE"] "type", app_id: Text "appId")
        {};

    POST "/api/v3/delete-whitelist-of-app" AccessKey delete_whitelist_of_app DeleteWhitelistOfApp
        [
            "Remove entries from an application's registration allow list."
            "delete_whitelist_of_app" "node" "node" "DeleteWhitelistOfAppDto"
            "node=deleteWhitelistOfApp" "" "IsSuccessDto" "flat" "-"
        ]
        (r#type: Choice["USERNAME" "EMAIL" "PHONE"] "type", app_id: Text "appId")
        {list: Texts "list"};
}
