//! Namespaces.
//!
//! Written by `cargo xtask authing` from `endpoints.tsv`.

use crate::client::authing::management::{AsyncManagementClient, Management, ManagementClient};
use crate::client::authing::requests::requests;

requests! {
    Management, ManagementClient, AsyncManagementClient:

    POST "/api/v3/create-namespace" AccessKey create_namespace CreateNamespace
        (code: Text "code")
        {name: Text "name", description: Text "description"};

    POST "/api/v3/create-namespaces-batch" AccessKey create_namespaces_batch CreateNamespacesBatch
        (list: List "list")
        {};

    GET "/api/v3/get-namespace" AccessKey get_namespace GetNamespace
        (code: Text "code")
        {};

    GET "/api/v3/get-namespaces-batch" AccessKey get_namespaces_batch GetNamespacesBatch
        (code_list: Texts "codeList")
        {};

    POST "/api/v3/update-namespace" AccessKey update_namespace UpdateNamespace
        (code: Text "code")
        {description: Text "description", name: Text "name", new_code: Text "newCode"};

    POST "/api/v3/delete-namespace" AccessKey delete_namespace DeleteNamespace
        (code: Text "code")
        {};

    POST "/api/v3/delete-namespaces-batch" AccessKey delete_namespaces_batch DeleteNamespacesBatch
        (code_list: List "codeList")
        {};

    GET "/api/v3/list-namespaces" AccessKey list_namespaces ListNamespaces
        ()
        {page: Integer "page", limit: Integer "limit", keywords: Text "keywords"};

    GET "/api/v3/list-namespace-roles" AccessKey list_namespace_roles ListNamespaceRoles
        ()
        {page: Integer "page", limit: Integer "limit"}
        (code: Text "code")
        {keywords: Text "keywords"};
}
