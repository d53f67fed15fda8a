//! Permission namespaces.
//!
//! Written by `cargo xtask authing` from `endpoints.tsv`.

use crate::client::authing::management::{AsyncManagementClient, Management, ManagementClient};
use crate::client::authing::requests::requests;

requests! {
    Management, ManagementClient, AsyncManagementClient:

    POST "/api/v3/create-permission-namespace" AccessKey create_permission_namespace CreatePermissionNamespace
        [
            "Create a permission space." "create_permission_namespace" "py,node,java,go,cs" "node"
            "CreatePermissionNamespaceDto"
            "py=create_permission_namespace;node=createPermissionNamespace;java=createPermissionNamespace;go=CreatePermissionNamespace;cs=CreatePermissionNamespace"
            "" "CreatePermissionNamespaceResponseDto" "CreatePermissionNamespaceRespDto" "-"
        ]
        (name: Text "name", code: Text "code")
        {description: Text "description"};

    POST "/api/v3/create-permission-namespaces-batch" AccessKey create_permission_namespaces_batch CreatePermissionNamespacesBatch
        [
            "Create many permission spaces." "create_permission_namespaces_batch"
            "py,node,java,go,cs" "node" "CreatePermissionNamespacesBatchDto"
            "py=create_permission_namespaces_batch;node=createPermissionNamespacesBatch;java=createPermissionNamespacesBatch;go=CreatePermissionNamespacesBatch;cs=CreatePermissionNamespacesBatch"
            "" "IsSuccessRespDto" "IsSuccessDto" "-"
        ]
        (list: Objects "list")
        {};

    GET "/api/v3/get-permission-namespace" AccessKey get_permission_namespace GetPermissionNamespace
        [
            "Read one permission space." "get_permission_namespace" "py,node,java,go,cs" "node"
            "GetPermissionNamespaceDto"
            "py=get_permission_namespace;node=getPermissionNamespace;java=getPermissionNamespace;go=GetPermissionNamespace;cs=GetPermissionNamespace"
            "" "GetPermissionNamespaceResponseDto" "GetPermissionNamespaceRespDto" "-"
        ]
        (code: Text "code")
        {};

    GET "/api/v3/get-permission-namespaces-batch" AccessKey get_permission_namespaces_batch GetPermissionNamespacesBatch
        [
            "Read many permission spaces." "get_permission_namespaces_batch" "py,node,java,go,cs"
            "node" "GetPermissionNamespacesBatchDto"
            "py=get_permission_namespaces_batch;node=getPermissionNamespacesBatch;java=getPermissionNamespacesBatch;go=GetPermissionNamespacesBatch;cs=GetPermissionNamespacesBatch"
            "" "GetPermissionNamespaceListResponseDto" "list<GetPermissionNamespaceRespDto>" "array"
        ]
        (codes: Texts "codes")
        {};

    GET "/api/v3/list-permission-namespaces" AccessKey list_permission_namespaces ListPermissionNamespaces
        [
            "List permission spaces page by page." "list_permission_namespaces" "py,node,java,go,cs"
            "node" "ListPermissionNamespacesDto"
            "py=list_permission_namespaces;node=listPermissionNamespaces;java=listPermissionNamespaces;go=ListPermissionNamespaces;cs=ListPermissionNamespaces"
            "" "PermissionNamespaceListPaginatedRespDto" "PermissionNamespaceListPagingDto"
            "list+totalCount"
        ]
        ()
        {
            page: Integer "page" / "from 1", limit: Integer "limit" / "entries a page, at most 50",
            query: Text "query"
        };

    POST "/api/v3/update-permission-namespace" AccessKey update_permission_namespace UpdatePermissionNamespace
        [
            "Change a permission space." "update_permission_namespace" "py,node,java,go,cs" "node"
            "UpdatePermissionNamespaceDto"
            "py=update_permission_namespace;node=updatePermissionNamespace;java=updatePermissionNamespace;go=UpdatePermissionNamespace;cs=UpdatePermissionNamespace"
            "" "UpdatePermissionNamespaceResponseDto" "UpdatePermissionNamespaceRespDto" "-"
        ]
        (code: Text "code")
        {name: Text "name", new_code: Text "newCode", description: Text "description"};

    POST "/api/v3/delete-permission-namespace" AccessKey delete_permission_namespace DeletePermissionNamespace
        [
            "Delete a permission space." "delete_permission_namespace" "py,node,java,go,cs" "node"
            "DeletePermissionNamespaceDto"
            "py=delete_permission_namespace;node=deletePermissionNamespace;java=deletePermissionNamespace;go=DeletePermissionNamespace;cs=DeletePermissionNamespace"
            "" "IsSuccessRespDto" "IsSuccessDto" "-"
        ]
        (code: Text "code")
        {};

    POST "/api/v3/delete-permission-namespaces-batch" AccessKey delete_permission_namespaces_batch DeletePermissionNamespacesBatch
        [
            "Delete many permission spaces." "delete_permission_namespaces_batch"
            "py,node,java,go,cs" "node" "DeletePermissionNamespacesBatchDto"
            "py=delete_permission_namespaces_batch;node=deletePermissionNamespacesBatch;java=deletePermissionNamespacesBatch;go=DeletePermissionNamespacesBatch;cs=DeletePermissionNamespacesBatch"
            "" "IsSuccessRespDto" "IsSuccessDto" "-"
        ]
        (codes: Texts "codes")
        {};

    POST "/api/v3/check-permission-namespace-exists" AccessKey check_permission_namespace_exists CheckPermissionNamespaceExists
        [
            "Tell whether a permission space code or name is free."
            "check_permission_namespace_exists" "py,node,java,go,cs" "node"
            "CheckPermissionNamespaceExistsDto"
            "py=check_permission_namespace_exists;node=checkPermissionNamespaceExists;java=checkPermissionNamespaceExists;go=CheckPermissionNamespaceExists;cs=CheckPermissionNamespaceExists"
            "" "PermissionNamespaceCheckExistsRespDto" "CheckPermissionNamespaceExistsRespDto" "-"
        ]
        ()
        {code: Text "code", name: Text "name"};

    GET "/api/v3/list-permission-namespace-roles" AccessKey list_permission_namespace_roles ListPermissionNamespaceRoles
        [
            "List the roles of a permission space." "list_permission_namespace_roles"
            "py,node,java,go,cs" "node" "ListPermissionNamespaceRolesDto"
            "py=list_permission_namespace_roles;node=listPermissionNamespaceRoles;java=listPermissionNamespaceRoles;go=ListPermissionNamespaceRoles;cs=ListPermissionNamespaceRoles"
            "" "PermissionNamespaceRolesListPaginatedRespDto"
            "PermissionNamespaceRolesListPagingDto" "list+totalCount"
        ]
        ()
        {page: Integer "page" / "from 1", limit: Integer "limit" / "entries a page, at most 50"}
        (code: Text "code")
        {query: Text "query"};
}
