//! Departments.
//!
//! Written by `cargo xtask authing` from `endpoints.tsv`.

use crate::client::authing::management::{AsyncManagementClient, Management, ManagementClient};
use crate::client::authing::requests::requests;

requests! {
    Management, ManagementClient, AsyncManagementClient:

    GET "/api/v3/get-department" AccessKey get_department GetDepartment
        ()
        {
            organization_code: Text "organizationCode", department_id: Text "departmentId",
            department_code: Text "departmentCode", department_id_type: Text "departmentIdType",
            with_custom_data: Flag "withCustomData", flat_custom_data: Flag "flatCustomData",
            tenant_id: Text "tenantId"
        };

    POST "/api/v3/create-department" AccessKey create_department CreateDepartment
        (
            organization_code: Text "organizationCode", name: Text "name",
            parent_department_id: Text "parentDepartmentId", metadata: Object "metadata"
        )
        {
            open_department_id: Text "openDepartmentId", description: Text "description",
            code: Text "code", is_virtual_node: Flag "isVirtualNode", i18n: Object "i18n",
            custom_data: Object "customData", department_id_type: Text "departmentIdType",
            post_id_list: List "postIdList", tenant_id: Text "tenantId"
        };

    POST "/api/v3/update-department" AccessKey update_department UpdateDepartment
        (organization_code: Text "organizationCode", department_id: Text "departmentId")
        {
            leader_user_ids: List "leaderUserIds", description: Text "description",
            code: Text "code", i18n: Object "i18n", status: Flag "status", name: Text "name",
            department_id_type: Text "departmentIdType",
            parent_department_id: Text "parentDepartmentId", custom_data: Object "customData",
            post_id_list: List "postIdList", tenant_id: Text "tenantId"
        };

    POST "/api/v3/delete-department" AccessKey delete_department DeleteDepartment
        (organization_code: Text "organizationCode", department_id: Text "departmentId")
        {department_id_type: Text "departmentIdType", tenant_id: Text "tenantId"};

    POST "/api/v3/search-departments" AccessKey search_departments SearchDepartments
        (keywords: Text "keywords", organization_code: Text "organizationCode")
        {with_custom_data: Flag "withCustomData", tenant_id: Text "tenantId"};

    POST "/api/v3/search-departments-list" AccessKey search_departments_list SearchDepartmentsList
        (organization_code: Text "organizationCode")
        {
            with_custom_data: Flag "withCustomData", with_post: Flag "withPost",
            page: Integer "page", limit: Integer "limit", advanced_filter: List "advancedFilter",
            sort_by: Text "sortBy", order_by: Text "orderBy", sort: List "sort",
            tenant_id: Text "tenantId"
        };

    GET "/api/v3/list-children-departments" AccessKey list_children_departments ListChildrenDepartments
        (organization_code: Text "organizationCode", department_id: Text "departmentId")
        {
            status: Flag "status", department_id_type: Text "departmentIdType",
            exclude_virtual_node: Flag "excludeVirtualNode",
            only_virtual_node: Flag "onlyVirtualNode", with_custom_data: Flag "withCustomData",
            tenant_id: Text "tenantId"
        };

    GET "/api/v3/get-all-departments" AccessKey get_all_departments GetAllDepartments
        (organization_code: Text "organizationCode")
        {
            department_id: Text "departmentId", department_id_type: Text "departmentIdType",
            with_custom_data: Flag "withCustomData"
        };

    GET "/api/v3/list-department-members" AccessKey list_department_members ListDepartmentMembers
        (organization_code: Text "organizationCode", department_id: Text "departmentId")
        {
            sort_by: Text "sortBy", order_by: Text "orderBy",
            department_id_type: Text "departmentIdType",
            include_children_departments: Flag "includeChildrenDepartments", page: Integer "page",
            limit: Integer "limit", with_custom_data: Flag "withCustomData",
            with_identities: Flag "withIdentities", with_department_ids: Flag "withDepartmentIds",
            tenant_id: Text "tenantId"
        };

    GET "/api/v3/list-department-member-ids" AccessKey list_department_member_ids ListDepartmentMemberIds
        (organization_code: Text "organizationCode", department_id: Text "departmentId")
        {department_id_type: Text "departmentIdType", tenant_id: Text "tenantId"};

    GET "/api/v3/search-department-members" AccessKey search_department_members SearchDepartmentMembers
        (
            organization_code: Text "organizationCode", department_id: Text "departmentId",
            keywords: Text "keywords"
        )
        {
            page: Integer "page", limit: Integer "limit",
            department_id_type: Text "departmentIdType",
            include_children_departments: Flag "includeChildrenDepartments",
            with_custom_data: Flag "withCustomData", with_identities: Flag "withIdentities",
            with_department_ids: Flag "withDepartmentIds", tenant_id: Text "tenantId"
        };

    POST "/api/v3/add-department-members" AccessKey add_department_members AddDepartmentMembers
        (
            user_ids: List "userIds", organization_code: Text "organizationCode",
            department_id: Text "departmentId"
        )
        {department_id_type: Text "departmentIdType", tenant_id: Text "tenantId"};

    POST "/api/v3/remove-department-members" AccessKey remove_department_members RemoveDepartmentMembers
        (
            user_ids: List "userIds", organization_code: Text "organizationCode",
            department_id: Text "departmentId"
        )
        {department_id_type: Text "departmentIdType", tenant_id: Text "tenantId"};

    GET "/api/v3/get-parent-department" AccessKey get_parent_department GetParentDepartment
        (organization_code: Text "organizationCode", department_id: Text "departmentId")
        {
            department_id_type: Text "departmentIdType", with_custom_data: Flag "withCustomData",
            tenant_id: Text "tenantId"
        };

    GET "/api/v3/is-user-in-department" AccessKey is_user_in_department IsUserInDepartment
        (
            user_id: Text "userId", organization_code: Text "organizationCode",
            department_id: Text "departmentId"
        )
        {
            department_id_type: Text "departmentIdType",
            include_children_departments: Flag "includeChildrenDepartments",
            tenant_id: Text "tenantId"
        };

    GET "/api/v3/get-department-by-id" AccessKey get_department_by_id GetDepartmentById
        (department_id: Text "departmentId")
        {tenant_id: Text "tenantId", with_custom_data: Flag "withCustomData"};

    POST "/api/v3/create-department-tree" AccessKey create_department_tree CreateDepartmentTree
        (name: Text "name")
        {children: List "children", members: Object "members", tenant_id: Text "tenantId"};

    GET "/api/v3/get-department-sync-relations" AccessKey get_department_sync_relations GetDepartmentSyncRelations
        (organization_code: Text "organizationCode")
        {
            department_id: Text "departmentId", department_id_type: Text "departmentIdType",
            with_custom_data: Flag "withCustomData", tenant_id: Text "tenantId"
        };

    POST "/api/v3/delete-department-sync-relations" AccessKey delete_department_sync_relations DeleteDepartmentSyncRelations
        (
            provider: Text "provider", department_id: Text "departmentId",
            organization_code: Text "organizationCode"
        )
        {department_id_type: Text "departmentIdType"};

    POST "/api/v3/update-department-status" AccessKey update_node_status UpdateNodeStatus
        (status: Flag "status", department_id: Text "departmentId")
        {};
}
