//! Organizations.
//!
//! Written by `cargo xtask authing` from `endpoints.tsv`.

use crate::client::authing::management::{AsyncManagementClient, Management, ManagementClient};
use crate::client::authing::requests::requests;

requests! {
    Management, ManagementClient, AsyncManagementClient:

    GET "/api/v3/get-organization" AccessKey get_organization GetOrganization
        [
            "Read one organization." "get_organization" "py,node,java,go,cs" "node"
            "GetOrganizationDto"
            "py=get_organization;node=getOrganization;java=getOrganization;go=GetOrganization;cs=GetOrganization|GetOrganization1"
            "" "OrganizationSingleRespDto" "OrganizationDto" "-"
        ]
        (organization_code: Text "organizationCode")
        {
            with_custom_data: Flag "withCustomData", with_post: Flag "withPost",
            tenant_id: Text "tenantId"
        };

    GET "/api/v3/get-organization-batch" AccessKey get_organizations_batch GetOrganizationsBatch
        [
            "Read many organizations." "get_organizations_batch" "py,node,java,go,cs" "node"
            "GetOrganizationBatchDto"
            "py=get_organizations_batch;node=getOrganizationsBatch;java=getOrganizationsBatch;go=GetOrganizationsBatch;cs=GetOrganizationsBatch"
            "" "OrganizationListRespDto" "list<OrganizationDto>" "array"
        ]
        (organization_code_list: Texts "organizationCodeList")
        {
            with_custom_data: Flag "withCustomData", with_post: Flag "withPost",
            tenant_id: Text "tenantId"
        };

    GET "/api/v3/list-organizations" AccessKey list_organizations ListOrganizations
        [
            "List organizations." "list_organizations" "py,node,java,go,cs" "node"
            "ListOrganizationsDto"
            "py=list_organizations;node=listOrganizations;java=listOrganizations;go=ListOrganizations;cs=ListOrganizations|ListOrganizations1"
            "" "OrganizationPaginatedRespDto" "OrganizationPagingDto" "list+totalCount"
        ]
        ()
        {
            page: Integer "page" / "from 1", limit: Integer "limit" / "entries a page, at most 50",
            fetch_all: Flag "fetchAll", with_custom_data: Flag "withCustomData",
            with_post: Flag "withPost", tenant_id: Text "tenantId", status: Flag "status"
        };

    POST "/api/v3/create-organization" AccessKey create_organization CreateOrganization
        [
            "Create an organization." "create_organization" "py,node,java,go,cs" "py+node"
            "CreateOrganizationReqDto"
            "py=create_organization;node=createOrganization;java=createOrganization;go=CreateOrganization;cs=CreateOrganization"
            "" "OrganizationSingleRespDto" "OrganizationDto" "-"
        ]
        (
            metadata: Object "metadata", organization_name: Text "organizationName",
            organization_code: Text "organizationCode"
        )
        {
            description: Text "description", open_department_id: Text "openDepartmentId",
            i18n: Object "i18n", tenant_id: Text "tenantId", post_id_list: Texts "postIdList"
        };

    POST "/api/v3/update-organization" AccessKey update_organization UpdateOrganization
        [
            "Change an organization." "update_organization" "py,node,java,go,cs" "node"
            "UpdateOrganizationReqDto"
            "py=update_organization;node=updateOrganization;java=updateOrganization;go=UpdateOrganization;cs=UpdateOrganization"
            "" "OrganizationSingleRespDto" "OrganizationDto" "-"
        ]
        (organization_code: Text "organizationCode")
        {
            description: Text "description", open_department_id: Text "openDepartmentId",
            leader_user_ids: Texts "leaderUserIds", i18n: Object "i18n", tenant_id: Text "tenantId",
            organization_new_code: Text "organizationNewCode",
            organization_name: Text "organizationName", post_id_list: Texts "postIdList"
        };

    POST "/api/v3/delete-organization" AccessKey delete_organization DeleteOrganization
        [
            "Delete an organization." "delete_organization" "py,node,java,go,cs" "node"
            "DeleteOrganizationReqDto"
            "py=delete_organization;node=deleteOrganization;java=deleteOrganization;go=DeleteOrganization;cs=DeleteOrganization"
            "" "IsSuccessRespDto" "IsSuccessDto" "-"
        ]
        (organization_code: Text "organizationCode")
        {tenant_id: Text "tenantId"};

    GET "/api/v3/search-organizations" AccessKey search_organizations SearchOrganizations
        [
            "Search organizations by keyword." "search_organizations" "py,node,java,go,cs" "node"
            "SearchOrganizationsDto"
            "py=search_organizations;node=searchOrganizations;java=searchOrganizations;go=SearchOrganizations;cs=SearchOrganizations"
            "" "OrganizationPaginatedRespDto" "OrganizationPagingDto" "list+totalCount"
        ]
        (keywords: Text "keywords")
        {
            page: Integer "page" / "from 1", limit: Integer "limit" / "entries a page, at most 50",
            with_custom_data: Flag "withCustomData", tenant_id: Text "tenantId"
        };

    POST "/api/v3/update-organization-status" AccessKey update_organization_status UpdateOrganizationStatus
        [
            "Switch an organization on or off." "update_organization_status" "py,node,java,go,cs"
            "node" "UpdateOrganizationStatusReqDto"
            "py=update_organization_status;node=updateOrganizationStatus;java=updateOrganizationStatus;go=UpdateOrganizationStatus;cs=UpdateOrganizationStatus"
            "" "IsSuccessRespDto" "IsSuccessDto" "-"
        ]
        (root_node_id: Text "rootNodeId")
        {status: Text "status"};
}
