//! Organizations.
//!
//! Written by `cargo xtask authing` from `endpoints.tsv`.

use crate::client::authing::management::{AsyncManagementClient, Management, ManagementClient};
use crate::client::authing::requests::requests;

requests! {
    Management, ManagementClient, AsyncManagementClient:

    GET "/api/v3/get-organization" AccessKey get_organization GetOrganization
        (organization_code: Text "organizationCode")
        {
            with_custom_data: Flag "withCustomData", with_post: Flag "withPost",
            tenant_id: Text "tenantId"
        };

    GET "/api/v3/get-organization-batch" AccessKey get_organizations_batch GetOrganizationsBatch
        (organization_code_list: Texts "organizationCodeList")
        {
            with_custom_data: Flag "withCustomData", with_post: Flag "withPost",
            tenant_id: Text "tenantId"
        };

    GET "/api/v3/list-organizations" AccessKey list_organizations ListOrganizations
        ()
        {
            page: Integer "page", limit: Integer "limit", fetch_all: Flag "fetchAll",
            with_custom_data: Flag "withCustomData", with_post: Flag "withPost",
            tenant_id: Text "tenantId", status: Flag "status"
        };

    POST "/api/v3/create-organization" AccessKey create_organization CreateOrganization
        (
            metadata: Object "metadata", organization_name: Text "organizationName",
            organization_code: Text "organizationCode"
        )
        {
            description: Text "description", open_department_id: Text "openDepartmentId",
            i18n: Object "i18n", tenant_id: Text "tenantId", post_id_list: List "postIdList"
        };

    POST "/api/v3/update-organization" AccessKey update_organization UpdateOrganization
        (organization_code: Text "organizationCode")
        {
            description: Text "description", open_department_id: Text "openDepartmentId",
            leader_user_ids: List "leaderUserIds", i18n: Object "i18n", tenant_id: Text "tenantId",
            organization_new_code: Text "organizationNewCode",
            organization_name: Text "organizationName", post_id_list: List "postIdList"
        };

    POST "/api/v3/delete-organization" AccessKey delete_organization DeleteOrganization
        (organization_code: Text "organizationCode")
        {tenant_id: Text "tenantId"};

    GET "/api/v3/search-organizations" AccessKey search_organizations SearchOrganizations
        (keywords: Text "keywords")
        {
            page: Integer "page", limit: Integer "limit", with_custom_data: Flag "withCustomData",
            tenant_id: Text "tenantId"
        };

    POST "/api/v3/update-organization-status" AccessKey update_organization_status UpdateOrganizationStatus
        (root_node_id: Text "rootNodeId")
        {status: Text "status"};
}
