//! Roles.
//!
//! Written by `cargo xtask authing` from `endpoints.tsv`.

use crate::client::authing::management::{AsyncManagementClient, Management, ManagementClient};
use crate::client::authing::requests::requests;

requests! {
    Management, ManagementClient, AsyncManagementClient:

    GET "/api/v3/get-role" AccessKey get_role GetRole
        [
            "Read one role." "get_role" "py,node,java,go,cs" "node" "GetRoleDto"
            "py=get_role;node=getRole;java=getRole;go=GetRole;cs=GetRole" "" "RoleSingleRespDto"
            "RoleDto" "-"
        ]
        (code: Text "code")
        {namespace: Text "namespace"};

    POST "/api/v3/assign-role" AccessKey assign_role AssignRole
        [
            "Grant a role to several targets." "assign_role" "py,node,java,go,cs" "node"
            "AssignRoleDto"
            "py=assign_role;node=assignRole;java=assignRole;go=AssignRole;cs=AssignRole" ""
            "IsSuccessRespDto" "IsSuccessDto" "-"
        ]
        (targets: Objects "targets", code: Text "code")
        {
            end_time: Integer "endTime", enable_time: Integer "enableTime",
            namespace: Text "namespace"
        };

    POST "/api/v3/assign-role-batch" AccessKey assign_role_batch AssignRoleBatch
        [
            "Grant many roles to many targets." "assign_role_batch" "py,node,java,go,cs" "node"
            "AssignRoleBatchDto"
            "py=assign_role_batch;node=assignRoleBatch;java=assignRoleBatch;go=AssignRoleBatch;cs=AssignRoleBatch"
            "" "IsSuccessRespDto" "IsSuccessDto" "-"
        ]
        (targets: Objects "targets", roles: Objects "roles")
        {};

    POST "/api/v3/revoke-role" AccessKey revoke_role RevokeRole
        [
            "Take a role away from targets." "revoke_role" "py,node,java,go,cs" "node"
            "RevokeRoleDto"
            "py=revoke_role;node=revokeRole;java=revokeRole;go=RevokeRole;cs=RevokeRole" ""
            "IsSuccessRespDto" "IsSuccessDto" "-"
        ]
        (targets: Objects "targets", code: Text "code")
        {namespace: Text "namespace"};

    POST "/api/v3/revoke-role-batch" AccessKey revoke_role_batch RevokeRoleBatch
        [
            "Take many roles away from many targets." "revoke_role_batch" "py,node,java,go,cs"
            "node" "RevokeRoleBatchDto"
            "py=revoke_role_batch;node=revokeRoleBatch;java=revokeRoleBatch;go=RevokeRoleBatch;cs=RevokeRoleBatch"
            "" "IsSuccessRespDto" "IsSuccessDto" "-"
        ]
        (targets: Objects "targets", roles: Objects "roles")
        {};

    GET "/api/v3/get-role-authorized-resources" AccessKey get_role_authorized_resources GetRoleAuthorizedResources
        [
            "List resources granted to a role." "get_role_authorized_resources" "py,node,java,go,cs"
            "node" "GetRoleAuthorizedResourcesDto"
            "py=get_role_authorized_resources;node=getRoleAuthorizedResources;java=getRoleAuthorizedResources;go=GetRoleAuthorizedResources;cs=GetRoleAuthorizedResources"
            "" "RoleAuthorizedResourcePaginatedRespDto" "RoleAuthorizedResourcePagingDto"
            "list+totalCount"
        ]
        (code: Text "code")
        {
            namespace: Text "namespace",
            resource_type: Choice["DATA" "API" "MENU" "BUTTON" "UI"] "resourceType"
        };

    GET "/api/v3/list-role-members" AccessKey list_role_members ListRoleMembers
        [
            "List a role's members." "list_role_members" "py,node,java,go,cs" "node"
            "ListRoleMembersDto"
            "py=list_role_members;node=listRoleMembers;java=listRoleMembers;go=ListRoleMembers;cs=ListRoleMembers"
            "" "UserPaginatedRespDto" "UserPagingDto" "list+totalCount"
        ]
        ()
        {
            page: Integer "page" / "from 1", limit: Integer "limit" / "entries a page, at most 50",
            with_custom_data: Flag "withCustomData", with_identities: Flag "withIdentities",
            with_department_ids: Flag "withDepartmentIds"
        }
        (code: Text "code")
        {namespace: Text "namespace"};

    GET "/api/v3/list-role-departments" AccessKey list_role_departments ListRoleDepartments
        [
            "List departments holding a role." "list_role_departments" "py,node,java,go,cs" "node"
            "ListRoleDepartmentsDto"
            "py=list_role_departments;node=listRoleDepartments;java=listRoleDepartments;go=ListRoleDepartments;cs=ListRoleDepartments"
            "" "RoleDepartmentListPaginatedRespDto" "RoleDepartmentListPagingDto" "list+totalCount"
        ]
        (code: Text "code")
        {
            namespace: Text "namespace", page: Integer "page" / "from 1",
            limit: Integer "limit" / "entries a page, at most 50"
        };

    POST "/api/v3/create-role" AccessKey create_role CreateRole
        [
            "Create a role." "create_role" "py,node,java,go,cs" "node" "CreateRoleDto"
            "py=create_role;node=createRole;java=createRole;go=CreateRole;cs=CreateRole" ""
            "RoleSingleRespDto" "RoleDto" "-"
        ]
        (code: Text "code")
        {
            name: Text "name", namespace: Text "namespace", description: Text "description",
            disable_time: Text "disableTime"
        };

    GET "/api/v3/list-roles" AccessKey list_roles ListRoles
        [
            "List roles." "list_roles" "py,node,java,go,cs" "node" "ListRolesDto"
            "py=list_roles;node=listRoles;java=listRoles;go=ListRoles;cs=ListRoles" ""
            "RolePaginatedRespDto" "RolePagingDto" "list+totalCount"
        ]
        ()
        {
            page: Integer "page" / "from 1", limit: Integer "limit" / "entries a page, at most 50",
            keywords: Text "keywords", namespace: Text "namespace"
        };

    POST "/api/v3/delete-roles-batch" AccessKey delete_roles_batch DeleteRolesBatch
        [
            "Delete roles within one permission namespace." "delete_roles_batch"
            "py,node,java,go,cs" "node" "DeleteRoleDto"
            "py=delete_roles_batch;node=deleteRolesBatch;java=deleteRolesBatch;go=DeleteRolesBatch;cs=DeleteRolesBatch"
            "" "IsSuccessRespDto" "IsSuccessDto" "-"
        ]
        (code_list: Texts "codeList")
        {namespace: Text "namespace"};

    POST "/api/v3/create-roles-batch" AccessKey create_roles_batch CreateRolesBatch
        [
            "Create many roles." "create_roles_batch" "py,node,java,go,cs" "node" "CreateRolesBatch"
            "py=create_roles_batch;node=createRolesBatch;java=createRolesBatch;go=CreateRolesBatch;cs=CreateRolesBatch"
            "" "IsSuccessRespDto" "IsSuccessDto" "-"
        ]
        (list: Objects "list")
        {};

    POST "/api/v3/update-role" AccessKey update_role UpdateRole
        [
            "Change a role." "update_role" "py,node,java,go,cs" "node" "UpdateRoleDto"
            "py=update_role;node=updateRole;java=updateRole;go=UpdateRole;cs=UpdateRole" ""
            "IsSuccessRespDto" "IsSuccessDto" "-"
        ]
        (name: Text "name", new_code: Text "newCode", code: Text "code")
        {
            namespace: Text "namespace", description: Text "description", status: Text "status",
            disable_time: Text "disableTime", enable_permission_apply: Flag "enablePermissionApply"
        };

    POST "/api/v3/multiple-namespace-delete-roles-batch" AccessKey delete_roles DeleteRoles
        [
            "Delete roles across permission namespaces." "delete_roles" "py,node,java,go,cs" "node"
            "DeleteRoleBatchDto"
            "py=delete_roles;node=deleteRoles;java=deleteRoles;go=DeleteRoles;cs=DeleteRoles" ""
            "IsSuccessRespDto" "IsSuccessDto" "-"
        ]
        (role_list: Objects "roleList")
        {};

    POST "/api/v3/check-role-params" AccessKey check_params_namespace CheckParamsNamespace
        [
            "Tell whether a role code or name is free." "check_params_namespace"
            "py,node,java,go,cs" "node" "CheckRoleParamsDto"
            "py=check_params_namespace;node=checkParamsNamespace;java=checkParamsNamespace;go=CheckParamsNamespace;cs=CheckParamsNamespace"
            "" "RoleCheckParamsRespDto" "CheckRoleParamsRespDto" "-"
        ]
        (code: Text "code", namespace: Text "namespace")
        {name: Text "name"};

    GET "/api/v3/list-role-assignments" AccessKey list_role_assignments ListRoleAssignments
        [
            "List who holds a role and until when." "list_role_assignments" "py,node,java,go,cs"
            "node" "ListRoleAssignmentsDto"
            "py=list_role_assignments;node=listRoleAssignments;java=listRoleAssignments;go=ListRoleAssignments;cs=ListRoleAssignments"
            "" "RoleListPageRespDto" "RoleListPageDto" "-"
        ]
        ()
        {
            page: Integer "page" / "from 1", limit: Integer "limit" / "entries a page, at most 50",
            query: Text "query"
        }
        (role_code: Text "roleCode")
        {namespace_code: Text "namespaceCode", target_type: Choices["USER" "ORG"] "targetType"};

    POST "/api/v3/create-admin-role" AccessKey create_admin_role CreateAdminRole
        [
            "Create an administrator role." "create_admin_role" "py,node,java,go,cs" "node"
            "CreateAdminRoleDto"
            "py=create_admin_role;node=createAdminRole;java=createAdminRole;go=CreateAdminRole;cs=CreateAdminRole"
            "" "RoleCheckParamsRespDto" "CheckRoleParamsRespDto" "-"
        ]
        (name: Text "name", code: Text "code")
        {description: Text "description"};

    POST "/api/v3/delete-admin-roles" AccessKey delete_admin_roles_batch DeleteAdminRolesBatch
        [
            "Delete custom administrator roles." "delete_admin_roles_batch" "py,node,java,go,cs"
            "node" "DeleteAdminRoleDto"
            "py=delete_admin_roles_batch;node=deleteAdminRolesBatch;java=deleteAdminRolesBatch;go=DeleteAdminRolesBatch;cs=DeleteAdminRolesBatch"
            "" "IsSuccessRespDto" "IsSuccessDto" "-"
        ]
        (code_list: Texts "codeList")
        {};

    POST "/api/v3/check-role-mutual-exclusion" AccessKey check_mutual_exclusion CheckMutualExclusion
        [
            "Tell whether roles exclude one another." "check_mutual_exclusion" "node,java" "node"
            "CheckRoleMutualExclusionReqDto" "node=checkMutualExclusion;java=checkMutualExclusion"
            "" "CheckRoleMutualExclusionRespDto" "CheckRoleMutualExclusionResultDto" "-"
        ]
        (roles: Objects "roles")
        {};
}
