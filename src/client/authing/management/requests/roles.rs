//! Roles.
//!
//! Written by `cargo xtask authing` from `endpoints.tsv`.

use crate::client::authing::management::{AsyncManagementClient, Management, ManagementClient};
use crate::client::authing::requests::requests;

requests! {
    Management, ManagementClient, AsyncManagementClient:

    GET "/api/v3/get-role" AccessKey get_role GetRole
        (code: Text "code")
        {namespace: Text "namespace"};

    POST "/api/v3/assign-role" AccessKey assign_role AssignRole
        (targets: List "targets", code: Text "code")
        {
            end_time: Integer "endTime", enable_time: Integer "enableTime",
            namespace: Text "namespace"
        };

    POST "/api/v3/assign-role-batch" AccessKey assign_role_batch AssignRoleBatch
        (targets: List "targets", roles: List "roles")
        {};

    POST "/api/v3/revoke-role" AccessKey revoke_role RevokeRole
        (targets: List "targets", code: Text "code")
        {namespace: Text "namespace"};

    POST "/api/v3/revoke-role-batch" AccessKey revoke_role_batch RevokeRoleBatch
        (targets: List "targets", roles: List "roles")
        {};

    GET "/api/v3/get-role-authorized-resources" AccessKey get_role_authorized_resources GetRoleAuthorizedResources
        (code: Text "code")
        {namespace: Text "namespace", resource_type: Text "resourceType"};

    GET "/api/v3/list-role-members" AccessKey list_role_members ListRoleMembers
        ()
        {
            page: Integer "page", limit: Integer "limit", with_custom_data: Flag "withCustomData",
            with_identities: Flag "withIdentities", with_department_ids: Flag "withDepartmentIds"
        }
        (code: Text "code")
        {namespace: Text "namespace"};

    GET "/api/v3/list-role-departments" AccessKey list_role_departments ListRoleDepartments
        (code: Text "code")
        {namespace: Text "namespace", page: Integer "page", limit: Integer "limit"};

    POST "/api/v3/create-role" AccessKey create_role CreateRole
        (code: Text "code")
        {
            name: Text "name", namespace: Text "namespace", description: Text "description",
            disable_time: Text "disableTime"
        };

    GET "/api/v3/list-roles" AccessKey list_roles ListRoles
        ()
        {
            page: Integer "page", limit: Integer "limit", keywords: Text "keywords",
            namespace: Text "namespace"
        };

    POST "/api/v3/delete-roles-batch" AccessKey delete_roles_batch DeleteRolesBatch
        (code_list: List "codeList")
        {namespace: Text "namespace"};

    POST "/api/v3/create-roles-batch" AccessKey create_roles_batch CreateRolesBatch
        (list: List "list")
        {};

    POST "/api/v3/update-role" AccessKey update_role UpdateRole
        (name: Text "name", new_code: Text "newCode", code: Text "code")
        {
            namespace: Text "namespace", description: Text "description", status: Text "status",
            disable_time: Text "disableTime"
        };

    POST "/api/v3/multiple-namespace-delete-roles-batch" AccessKey delete_roles DeleteRoles
        (role_list: List "roleList")
        {};

    POST "/api/v3/check-role-params" AccessKey check_params_namespace CheckParamsNamespace
        (code: Text "code", namespace: Text "namespace")
        {name: Text "name"};

    GET "/api/v3/list-role-assignments" AccessKey list_role_assignments ListRoleAssignments
        ()
        {page: Integer "page", limit: Integer "limit", query: Text "query"}
        (role_code: Text "roleCode")
        {namespace_code: Text "namespaceCode", target_type: Text "targetType"};

    POST "/api/v3/create-admin-role" AccessKey create_admin_role CreateAdminRole
        (name: Text "name", code: Text "code")
        {description: Text "description"};

    POST "/api/v3/delete-admin-roles" AccessKey delete_admin_roles_batch DeleteAdminRolesBatch
        (code_list: List "codeList")
        {};
}
