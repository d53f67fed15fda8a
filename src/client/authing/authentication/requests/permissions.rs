//! Permissions.
//!
//! Written by `cargo xtask authing` from `endpoints.tsv`.

use crate::client::authing::authentication::{
    AsyncAuthenticationClient, Authentication, AuthenticationClient,
};
use crate::client::authing::requests::requests;

requests! {
    Authentication, AuthenticationClient, AsyncAuthenticationClient:

    POST "/api/v3/check-permission-string-resource" UserToken check_permission_by_string_resource CheckPermissionByStringResource
        (resources: List "resources", action: Text "action")
        {};

    POST "/api/v3/check-permission-array-resource" UserToken check_permission_by_array_resource CheckPermissionByArrayResource
        (resources: List "resources", action: Text "action")
        {};

    POST "/api/v3/check-permission-tree-resource" UserToken check_permission_by_tree_resource CheckPermissionByTreeResource
        (resources: List "resources", action: Text "action")
        {};

    GET "/api/v3/get-user-auth-resource-list" UserToken get_user_authorized_resources_list GetUserAuthorizedResourcesList;

    POST "/api/v3/get-user-auth-resource-permission-list" UserToken get_user_auth_resource_permission_list GetUserAuthResourcePermissionList
        (resources: List "resources")
        {};

    POST "/api/v3/get-user-auth-resource-struct" UserToken get_user_auth_resource_struct GetUserAuthResourceStruct
        (resource: Text "resource")
        {};
}
