//! Permission namespaces.
//!
//! Written by `cargo xtask authing` from `endpoints.tsv`.

use crate::client::authing::management::{AsyncManagementClient, Management, ManagementClient};
use crate::client::authing::requests::requests;

requests! {
    Management, ManagementClient, AsyncManagementClient:

    POST "/api/v3/create-permission-namespace" AccessKey create_permission_namespace CreatePermissionNamespace
        (name: Text "name", code: Text "code")
        {description: Text "description"};

    POST "/api/v3/create-permission-namespaces-batch" AccessKey create_permission_namespaces_batch CreatePermissionNamespacesBatch
        (list: List "list")
        {};

    GET "/api/v3/get-permission-namespace" AccessKey get_permission_namespace GetPermissionNamespace
        (code: Text "code")
        {};

    GET "/api/v3/get-permission-namespaces-batch" AccessKey get_permission_namespaces_batch GetPermissionNamespacesBatch
        (codes: Texts "codes")
        {};

    GET "/api/v3/list-permission-namespaces" AccessKey list_permission_namespaces ListPermissionNamespaces
        ()
        {page: Integer "page", limit: Integer "limit", query: Text "query"};

    POST "/api/v3/update-permission-namespace" AccessKey update_permission_namespace UpdatePermissionNamespace
        (code: Text "code")
        {name: Text "name", new_code: Text "newCode", description: Text "description"};

    POST "/api/v3/delete-permission-namespace" AccessKey delete_permission_namespace DeletePermissionNamespace
        (code: Text "code")
        {};

    POST "/api/v3/delete-permission-namespaces-batch" AccessKey delete_permission_namespaces_batch DeletePermissionNamespacesBatch
        (codes: List "codes")
        {};

    POST "/api/v3/check-permission-namespace-exists" AccessKey check_permission_namespace_exists CheckPermissionNamespaceExists
        ()
        {code: Text "code", name: Text "name"};

    GET "/api/v3/list-permission-namespace-roles" AccessKey list_permission_namespace_roles ListPermissionNamespaceRoles
        ()
        {page: Integer "page", limit: Integer "limit"}
        (code: Text "code")
        {query: Text "query"};
}
