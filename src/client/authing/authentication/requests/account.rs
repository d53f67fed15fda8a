//! Account.
//!
//! Written by `cargo xtask authing` from `endpoints.tsv`.

use crate::client::authing::authentication::{
    AsyncAuthenticationClient, Authentication, AuthenticationClient,
};
use crate::client::authing::requests::requests;

requests! {
    Authentication, AuthenticationClient, AsyncAuthenticationClient:

    GET "/api/v3/get-my-login-history" UserToken get_login_history GetLoginHistory
        [
            "List the signed-in user's login records." "get_login_history" "py,node,java,go,cs"
            "node" "GetMyLoginHistoryDto"
            "py=get_login_history;node=getLoginHistory;java=getLoginHistory;go=GetLoginHistory;cs=GetLoginHistory"
            "" "GetLoginHistoryRespDto" "LoginHistoryPaginatedRespDto" "list+totalCount"
        ]
        ()
        {
            app_id: Text "appId", client_ip: Text "clientIp", success: Flag "success",
            start: Integer "start", end: Integer "end", page: Integer "page" / "from 1",
            limit: Integer "limit" / "entries a page, at most 50"
        };

    GET "/api/v3/get-my-logged-in-apps" UserToken get_logged_in_apps GetLoggedInApps
        [
            "List applications the user has signed in to." "get_logged_in_apps" "py,node,java,go,cs"
            "node" ""
            "py=get_logged_in_apps;node=getLoggedInApps;java=getLoggedInApps;go=GetLoggedInApps;cs=GetLoggedInApps"
            "" "GetLoggedInAppsRespDto" "list<LoggedInAppsDto>" "array"
        ];

    GET "/api/v3/get-my-accessible-apps" UserToken get_accessible_apps GetAccessibleApps
        [
            "List applications the user may open." "get_accessible_apps" "py,node,java,go,cs" "node"
            ""
            "py=get_accessible_apps;node=getAccessibleApps;java=getAccessibleApps;go=GetAccessibleApps;cs=GetAccessibleApps"
            "" "GetAccessibleAppsRespDto" "list<AccessibleAppsDto>" "array"
        ];

    GET "/api/v3/get-my-tenant-list" UserToken get_tenant_list GetTenantList
        [
            "List tenants of the signed-in user." "get_tenant_list" "py,node,java,go,cs" "node" ""
            "py=get_tenant_list;node=getTenantList;java=getTenantList;go=GetTenantList;cs=GetTenantList"
            "" "GetTenantListRespDto" "list<UserTenantListDto>" "array"
        ];

    GET "/api/v3/get-my-role-list" UserToken get_role_list GetRoleList
        [
            "List roles of the signed-in user." "get_role_list" "py,node,java,go,cs" "node"
            "GetMyRoleListDto"
            "py=get_role_list;node=getRoleList;java=getRoleList;go=GetRoleList;cs=GetRoleList" ""
            "RoleListRespDto" "list<RoleDto>" "array"
        ]
        ()
        {namespace: Text "namespace"};

    GET "/api/v3/get-my-group-list" UserToken get_group_list GetGroupList
        [
            "List groups of the signed-in user." "get_group_list" "py,node,java,go,cs" "node" ""
            "py=get_group_list;node=getGroupList;java=getGroupList;go=GetGroupList;cs=GetGroupList"
            "" "GroupListRespDto" "list<GroupDto>" "array"
        ];

    GET "/api/v3/get-my-department-list" UserToken get_department_list GetDepartmentList
        [
            "List departments of the signed-in user." "get_department_list" "py,node,java,go,cs"
            "node" "GetMyDepartmentListDto"
            "py=get_department_list;node=getDepartmentList;java=getDepartmentList;go=GetDepartmentList;cs=GetDepartmentList"
            "" "UserDepartmentPaginatedRespDto" "UserDepartmentPagingDto" "list+totalCount"
        ]
        ()
        {
            page: Integer "page" / "from 1", limit: Integer "limit" / "entries a page, at most 50",
            with_custom_data: Flag "withCustomData",
            sort_by: Choice["DepartmentCreatedAt" "JoinDepartmentAt" "DepartmentName" "DepartmemtCode"] "sortBy",
            order_by: Choice["Asc" "Desc"] "orderBy"
        };

    GET "/api/v3/get-my-authorized-resources" UserToken get_authorized_resources GetAuthorizedResources
        [
            "List resources granted to the signed-in user." "get_authorized_resources"
            "py,node,java,go,cs" "node" "GetMyAuthorizedResourcesDto"
            "py=get_authorized_resources;node=getAuthorizedResources;java=getAuthorizedResources;go=GetAuthorizedResources;cs=GetAuthorizedResources"
            "" "AuthorizedResourcePaginatedRespDto" "AuthorizedResourcePagingDto" "list+totalCount"
        ]
        ()
        {
            namespace: Text "namespace",
            resource_type: Choice["DATA" "API" "MENU" "BUTTON" "UI"] "resourceType"
        };

    GET "/api/v3/get-user-select-login-public-accounts" UserToken list_public_accounts_for_switch_logged_in ListPublicAccountsForSwitchLoggedIn
        [
            "List public accounts the user can switch to."
            "list_public_accounts_for_switch_logged_in" "py,node,java,go" "node"
            "GetUserSelectLoginPublicAccountsDto"
            "py=list_public_accounts_for_switch_logged_in;node=listPublicAccountsForSwitchLoggedIn;java=listPublicAccountsForSwitchLoggedIn;go=ListPublicAccountsForSwitchLoggedIn"
            "" "GetPublicAccountDataRespDto" "list<GetUserSelectLoginPublicAccountsDataDto>" "array"
        ]
        ()
        {with_origin_user: Flag "withOriginUser"};

    GET "/cas/session" Nothing track_session TrackSession
        [
            "Read the CAS session of the browser." "track_session" "cs" "hand" "" "cs=TrackSession"
            "relies on the browser cookie" "UserInfo" "flat" "-"
        ];
}
