//! Resources.
//!
//! Written by `cargo xtask authing` from `endpoints.tsv`.

use crate::client::authing::management::{AsyncManagementClient, Management, ManagementClient};
use crate::client::authing::requests::requests;

requests! {
    Management, ManagementClient, AsyncManagementClient:

    POST "/api/v3/create-resource" AccessKey create_resource CreateResource
        (r#type: Text "type", code: Text "code")
        {
            description: Text "description", name: Text "name", actions: List "actions",
            api_identifier: Text "apiIdentifier", namespace: Text "namespace"
        };

    POST "/api/v3/create-resources-batch" AccessKey create_resources_batch CreateResourcesBatch
        (list: List "list")
        {namespace: Text "namespace"};

    GET "/api/v3/get-resource" AccessKey get_resource GetResource
        (code: Text "code")
        {namespace: Text "namespace"};

    GET "/api/v3/get-resources-batch" AccessKey get_resources_batch GetResourcesBatch
        ()
        {namespace: Text "namespace"}
        (code_list: Texts "codeList")
        {};

    GET "/api/v3/list-common-resource" AccessKey list_common_resource ListCommonResource
        ()
        {
            page: Integer "page", limit: Integer "limit", keyword: Text "keyword",
            namespace_code_list: Texts "namespaceCodeList"
        };

    GET "/api/v3/list-resources" AccessKey list_resources ListResources
        ()
        {
            namespace: Text "namespace", r#type: Text "type", page: Integer "page",
            limit: Integer "limit"
        };

    POST "/api/v3/update-resource" AccessKey update_resource UpdateResource
        (code: Text "code")
        {
            description: Text "description", name: Text "name", actions: List "actions",
            api_identifier: Text "apiIdentifier", namespace: Text "namespace", r#type: Text "type"
        };

    POST "/api/v3/delete-resource" AccessKey delete_resource DeleteResource
        (code: Text "code")
        {namespace: Text "namespace"};

    POST "/api/v3/delete-resources-batch" AccessKey delete_resources_batch DeleteResourcesBatch
        ()
        {namespace: Text "namespace", code_list: List "codeList", ids: List "ids"};

    POST "/api/v3/delete-common-resources-batch" AccessKey batch_delete_common_resource BatchDeleteCommonResource
        (ids: List "ids")
        {};

    POST "/api/v3/associate-tenant-resource" AccessKey associate_tenant_resource AssociateTenantResource
        (code: Text "code", association: Flag "association", app_id: Text "appId")
        {tenant_id: Text "tenantId"};

    POST "/api/v3/authorize-resources" AccessKey authorize_resources AuthorizeResources
        (list: List "list")
        {namespace: Text "namespace"};

    GET "/api/v3/get-authorized-resources" AccessKey get_authorized_resources GetAuthorizedResources
        (target_type: Text "targetType", target_identifier: Text "targetIdentifier")
        {
            namespace: Text "namespace", resource_type: Text "resourceType",
            resource_list: Texts "resourceList", with_denied: Flag "withDenied"
        };

    POST "/api/v3/is-action-allowed" AccessKey is_action_allowed IsActionAllowed
        (user_id: Text "userId", action: Text "action", resource: Text "resource")
        {namespace: Text "namespace"};

    POST "/api/v3/get-resource-authorized-targets" AccessKey get_resource_authorized_targets GetResourceAuthorizedTargets
        (resource: Text "resource")
        {
            namespace: Text "namespace", target_type: Text "targetType", page: Integer "page",
            limit: Integer "limit"
        };
}
