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
        ()
        {
            app_id: Text "appId", client_ip: Text "clientIp", success: Flag "success",
            start: Integer "start", end: Integer "end", page: Integer "page", limit: Integer "limit"
        };

    GET "/api/v3/get-my-logged-in-apps" UserToken get_logged_in_apps GetLoggedInApps;

    GET "/api/v3/get-my-accessible-apps" UserToken get_accessible_apps GetAccessibleApps;

    GET "/api/v3/get-my-tenant-list" UserToken get_tenant_list GetTenantList;

    GET "/api/v3/get-my-role-list" UserToken get_role_list GetRoleList
        ()
        {namespace: Text "namespace"};

    GET "/api/v3/get-my-group-list" UserToken get_group_list GetGroupList;

    GET "/api/v3/get-my-department-list" UserToken get_department_list GetDepartmentList
        ()
        {
            page: Integer "page", limit: Integer "limit", with_custom_data: Flag "withCustomData",
            sort_by: Text "sortBy", order_by: Text "orderBy"
        };

    GET "/api/v3/get-my-authorized-resources" UserToken get_authorized_resources GetAuthorizedResources
        ()
        {namespace: Text "namespace", resource_type: Text "resourceType"};

    GET "/api/v3/get-user-select-login-public-accounts" UserToken list_public_accounts_for_switch_logged_in ListPublicAccountsForSwitchLoggedIn
        ()
        {with_origin_user: Flag "withOriginUser"};
}
