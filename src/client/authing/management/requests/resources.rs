//! Resources.
//!
//! Written by `cargo xtask authing` from `endpoints.tsv`.

use crate::client::authing::management::{AsyncManagementClient, Management, ManagementClient};
use crate::client::authing::requests::requests;

requests! {
    Management, ManagementClient, AsyncManagementClient:

    POST "/api/v3/create-resource" AccessKey create_resource CreateResource
        [
            "Create a resource." "create_resource" "py,node,java,go,cs" "node" "CreateResourceDto"
            "py=create_resource;node=createResource;java=createResource;go=CreateResource;cs=CreateResource"
            "" "ResourceRespDto" "ResourceDto" "-"
        ]
        (r#type: Choice["DATA" "API" "MENU" "BUTTON" "UI"] "type", code: Text "code")
        {
            description: Text "description", name: Text "name", actions: Objects "actions",
            api_identifier: Text "apiIdentifier", namespace: Text "namespace"
        };

    POST "/api/v3/create-resources-batch" AccessKey create_resources_batch CreateResourcesBatch
        [
            "Create many resources." "create_resources_batch" "py,node,java,go,cs" "node"
            "CreateResourcesBatchDto"
            "py=create_resources_batch;node=createResourcesBatch;java=createResourcesBatch;go=CreateResourcesBatch;cs=CreateResourcesBatch"
            "" "IsSuccessRespDto" "IsSuccessDto" "-"
        ]
        (list: Objects "list")
        {namespace: Text "namespace"};

    GET "/api/v3/get-resource" AccessKey get_resource GetResource
        [
            "Read one resource." "get_resource" "py,node,java,go,cs" "node" "GetResourceDto"
            "py=get_resource;node=getResource;java=getResource;go=GetResource;cs=GetResource" ""
            "ResourceRespDto" "ResourceDto" "-"
        ]
        (code: Text "code")
        {namespace: Text "namespace"};

    GET "/api/v3/get-resources-batch" AccessKey get_resources_batch GetResourcesBatch
        [
            "Read many resources." "get_resources_batch" "py,node,java,go,cs" "node"
            "GetResourcesBatchDto"
            "py=get_resources_batch;node=getResourcesBatch;java=getResourcesBatch;go=GetResourcesBatch;cs=GetResourcesBatch"
            "" "ResourceListRespDto" "list<ResourceDto>" "array"
        ]
        ()
        {namespace: Text "namespace"}
        (code_list: Texts "codeList")
        {};

    GET "/api/v3/list-common-resource" AccessKey list_common_resource ListCommonResource
        [
            "List ordinary resources page by page." "list_common_resource" "py,node,java,go,cs"
            "node" "ListCommonResourceDto"
            "py=list_common_resource;node=listCommonResource;java=listCommonResource;go=ListCommonResource;cs=ListCommonResource|ListCommonResource1"
            "" "CommonResourcePaginatedRespDto" "CommonResourcePagingDto" "list+totalCount"
        ]
        ()
        {
            page: Integer "page" / "from 1", limit: Integer "limit" / "entries a page, at most 50",
            keyword: Text "keyword", namespace_code_list: Text "namespaceCodeList"
        };

    GET "/api/v3/list-resources" AccessKey list_resources ListResources
        [
            "List resources page by page." "list_resources" "py,node,java,go,cs" "node"
            "ListResourcesDto"
            "py=list_resources;node=listResources;java=listResources;go=ListResources;cs=ListResources|ListResources1"
            "" "ResourcePaginatedRespDto" "ResourcePagingDto" "list+totalCount"
        ]
        ()
        {
            namespace: Text "namespace", r#type: Choice["DATA" "API" "MENU" "BUTTON" "UI"] "type",
            page: Integer "page" / "from 1", limit: Integer "limit" / "entries a page, at most 50"
        };

    POST "/api/v3/update-resource" AccessKey update_resource UpdateResource
        [
            "Change a resource." "update_resource" "py,node,java,go,cs" "node" "UpdateResourceDto"
            "py=update_resource;node=updateResource;java=updateResource;go=UpdateResource;cs=UpdateResource"
            "" "ResourceRespDto" "ResourceDto" "-"
        ]
        (code: Text "code")
        {
            description: Text "description", name: Text "name", actions: Objects "actions",
            api_identifier: Text "apiIdentifier", namespace: Text "namespace",
            r#type: Choice["DATA" "API" "MENU" "BUTTON" "UI"] "type"
        };

    POST "/api/v3/delete-resource" AccessKey delete_resource DeleteResource
        [
            "Delete a resource." "delete_resource" "py,node,java,go,cs" "node" "DeleteResourceDto"
            "py=delete_resource;node=deleteResource;java=deleteResource;go=DeleteResource;cs=DeleteResource"
            "" "IsSuccessRespDto" "IsSuccessDto" "-"
        ]
        (code: Text "code")
        {namespace: Text "namespace"};

    POST "/api/v3/delete-resources-batch" AccessKey delete_resources_batch DeleteResourcesBatch
        [
            "Delete many resources of a namespace." "delete_resources_batch" "py,node,java,go,cs"
            "node" "DeleteResourcesBatchDto"
            "py=delete_resources_batch;node=deleteResourcesBatch;java=deleteResourcesBatch;go=DeleteResourcesBatch;cs=DeleteResourcesBatch"
            "" "IsSuccessRespDto" "IsSuccessDto" "-"
        ]
        ()
        {namespace: Text "namespace", code_list: Texts "codeList", ids: Texts "ids"};

    POST "/api/v3/delete-common-resources-batch" AccessKey batch_delete_common_resource BatchDeleteCommonResource
        [
            "Delete many resources by id." "batch_delete_common_resource" "py,node,java,go,cs"
            "node" "DeleteCommonResourcesBatchDto"
            "py=batch_delete_common_resource;node=batchDeleteCommonResource;java=batchDeleteCommonResource;go=BatchDeleteCommonResource;cs=BatchDeleteCommonResource"
            "" "IsSuccessRespDto" "IsSuccessDto" "-"
        ]
        (ids: Texts "ids")
        {};

    POST "/api/v3/associate-tenant-resource" AccessKey associate_tenant_resource AssociateTenantResource
        [
            "Tie application resources to a tenant or untie them." "associate_tenant_resource"
            "py,node,java,go,cs" "node" "AssociateTenantResourceDto"
            "py=associate_tenant_resource;node=associateTenantResource;java=associateTenantResource;go=AssociateTenantResource;cs=AssociateTenantResource|AssociateTenantResource1"
            "" "IsSuccessRespDto" "IsSuccessDto" "-"
        ]
        (code: Text "code", association: Flag "association", app_id: Text "appId")
        {tenant_id: Text "tenantId"};

    POST "/api/v3/authorize-resources" AccessKey authorize_resources AuthorizeResources
        [
            "Grant resources to targets." "authorize_resources" "py,node,java,go,cs" "node"
            "AuthorizeResourcesDto"
            "py=authorize_resources;node=authorizeResources;java=authorizeResources;go=AuthorizeResources;cs=AuthorizeResources|AuthorizeResources1"
            "" "IsSuccessRespDto" "IsSuccessDto" "-"
        ]
        (list: Objects "list")
        {namespace: Text "namespace"};

    GET "/api/v3/get-authorized-resources" AccessKey get_authorized_resources GetAuthorizedResources
        [
            "List resources granted to one target." "get_authorized_resources" "py,node,java,go,cs"
            "node" "GetAuthorizedResourcesDto"
            "py=get_authorized_resources;node=getAuthorizedResources;java=getAuthorizedResources;go=GetAuthorizedResources;cs=GetAuthorizedResources"
            "" "AuthorizedResourcePaginatedRespDto" "AuthorizedResourcePagingDto" "list+totalCount"
        ]
        (
            target_type: Choice["USER" "ROLE" "GROUP" "DEPARTMENT"] "targetType",
            target_identifier: Text "targetIdentifier"
        )
        {
            namespace: Text "namespace",
            resource_type: Choice["DATA" "API" "MENU" "BUTTON" "UI"] "resourceType",
            resource_list: Texts "resourceList", with_denied: Flag "withDenied"
        };

    POST "/api/v3/is-action-allowed" AccessKey is_action_allowed IsActionAllowed
        [
            "Tell whether a user may perform an action." "is_action_allowed" "py,node,java,go,cs"
            "node" "IsActionAllowedDto"
            "py=is_action_allowed;node=isActionAllowed;java=isActionAllowed;go=IsActionAllowed;cs=IsActionAllowed|IsActionAllowed1"
            "" "IsActionAllowedRespDtp" "IsActionAllowedDataDto" "-"
        ]
        (user_id: Text "userId", action: Text "action", resource: Text "resource")
        {namespace: Text "namespace"};

    POST "/api/v3/get-resource-authorized-targets" AccessKey get_resource_authorized_targets GetResourceAuthorizedTargets
        [
            "List targets a resource is granted to." "get_resource_authorized_targets"
            "py,node,java,go,cs" "node" "GetResourceAuthorizedTargetsDto"
            "py=get_resource_authorized_targets;node=getResourceAuthorizedTargets;java=getResourceAuthorizedTargets;go=GetResourceAuthorizedTargets;cs=GetResourceAuthorizedTargets"
            "" "GetResourceAuthorizedTargetRespDto" "GetResourceAuthorizedTargetDataDto"
            "list+totalCount"
        ]
        (resource: Text "resource")
        {
            namespace: Text "namespace",
            target_type: Choice["USER" "ROLE" "GROUP" "DEPARTMENT"] "targetType",
            page: Integer "page" / "from 1", limit: Integer "limit" / "entries a page, at most 50"
        };
}
