//! Namespaces.
//!
//! Written by `cargo xtask authing` from `endpoints.tsv`.

use crate::client::authing::management::{AsyncManagementClient, Management, ManagementClient};
use crate::client::authing::requests::requests;

requests! {
    Management, ManagementClient, AsyncManagementClient:

    POST "/api/v3/create-namespace" AccessKey create_namespace CreateNamespace
        [
            "Create a permission group (namespace)." "create_namespace" "py,node,java,go,cs" "node"
            "CreateNamespaceDto"
            "py=create_namespace;node=createNamespace;java=createNamespace;go=CreateNamespace;cs=CreateNamespace"
            "" "NamespaceRespDto" "NamespaceDto" "-"
        ]
        (code: Text "code")
        {name: Text "name", description: Text "description"};

    POST "/api/v3/create-namespaces-batch" AccessKey create_namespaces_batch CreateNamespacesBatch
        [
            "Create many permission groups." "create_namespaces_batch" "py,node,java,go,cs" "node"
            "CreateNamespacesBatchDto"
            "py=create_namespaces_batch;node=createNamespacesBatch;java=createNamespacesBatch;go=CreateNamespacesBatch;cs=CreateNamespacesBatch"
            "" "IsSuccessRespDto" "IsSuccessDto" "-"
        ]
        (list: Objects "list")
        {};

    GET "/api/v3/get-namespace" AccessKey get_namespace GetNamespace
        [
            "Read one permission group." "get_namespace" "py,node,java,go,cs" "node"
            "GetNamespaceDto"
            "py=get_namespace;node=getNamespace;java=getNamespace;go=GetNamespace;cs=GetNamespace"
            "" "NamespaceRespDto" "NamespaceDto" "-"
        ]
        (code: Text "code")
        {};

    GET "/api/v3/get-namespaces-batch" AccessKey get_namespaces_batch GetNamespacesBatch
        [
            "Read many permission groups." "get_namespaces_batch" "py,node,java,go,cs" "node"
            "GetNamespacesBatchDto"
            "py=get_namespaces_batch;node=getNamespacesBatch;java=getNamespacesBatch;go=GetNamespacesBatch;cs=GetNamespacesBatch"
            "" "NamespaceListRespDto" "list<NamespaceDto>" "array"
        ]
        (code_list: Texts "codeList")
        {};

    POST "/api/v3/update-namespace" AccessKey update_namespace UpdateNamespace
        [
            "Change a permission group." "update_namespace" "py,node,java,go,cs" "node"
            "UpdateNamespaceDto"
            "py=update_namespace;node=updateNamespace;java=updateNamespace;go=UpdateNamespace;cs=UpdateNamespace"
            "" "UpdateNamespaceRespDto" "UpdateNamespaceDto" "-"
        ]
        (code: Text "code")
        {description: Text "description", name: Text "name", new_code: Text "newCode"};

    POST "/api/v3/delete-namespace" AccessKey delete_namespace DeleteNamespace
        [
            "Delete a permission group." "delete_namespace" "py,node,java,go,cs" "node"
            "DeleteNamespaceDto"
            "py=delete_namespace;node=deleteNamespace;java=deleteNamespace;go=DeleteNamespace;cs=DeleteNamespace"
            "" "IsSuccessRespDto" "IsSuccessDto" "-"
        ]
        (code: Text "code")
        {};

    POST "/api/v3/delete-namespaces-batch" AccessKey delete_namespaces_batch DeleteNamespacesBatch
        [
            "Delete many permission groups." "delete_namespaces_batch" "py,node,java,go,cs" "node"
            "DeleteNamespacesBatchDto"
            "py=delete_namespaces_batch;node=deleteNamespacesBatch;java=deleteNamespacesBatch;go=DeleteNamespacesBatch;cs=DeleteNamespacesBatch"
            "" "IsSuccessRespDto" "IsSuccessDto" "-"
        ]
        (code_list: Texts "codeList")
        {};

    GET "/api/v3/list-namespaces" AccessKey list_namespaces ListNamespaces
        [
            "List permission groups page by page." "list_namespaces" "py,node,java,go,cs" "node"
            "ListNamespacesDto"
            "py=list_namespaces;node=listNamespaces;java=listNamespaces;go=ListNamespaces;cs=ListNamespaces"
            "" "NamespaceListPaginatedRespDto" "NamespaceListPagingDto" "list+totalCount"
        ]
        ()
        {
            page: Integer "page" / "from 1", limit: Integer "limit" / "entries a page, at most 50",
            keywords: Text "keywords"
        };

    GET "/api/v3/list-namespace-roles" AccessKey list_namespace_roles ListNamespaceRoles
        [
            "List the roles of a permission group." "list_namespace_roles" "py,node,java,go,cs"
            "node" "ListNamespaceRolesDto"
            "py=list_namespace_roles;node=listNamespaceRoles;java=listNamespaceRoles;go=ListNamespaceRoles;cs=ListNamespaceRoles"
            "" "NamespaceRolesListPaginatedRespDto" "NamespaceRolesListRespDto" "-"
        ]
        ()
        {page: Integer "page" / "from 1", limit: Integer "limit" / "entries a page, at most 50"}
        (code: Text "code")
        {keywords: Text "keywords"};
}
