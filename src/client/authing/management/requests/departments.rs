//! Departments.
//!
//! Written by `cargo xtask authing` from `endpoints.tsv`.

use crate::client::authing::management::{AsyncManagementClient, Management, ManagementClient};
use crate::client::authing::requests::requests;

requests! {
    Management, ManagementClient, AsyncManagementClient:

    GET "/api/v3/get-department" AccessKey get_department GetDepartment
        [
            "Read one department." "get_department" "py,node,java,go,cs" "node" "GetDepartmentDto"
            "py=get_department;node=getDepartment;java=getDepartment;go=GetDepartment;cs=GetDepartment|GetDepartment1"
            "" "DepartmentSingleRespDto" "DepartmentDto" "-"
        ]
        ()
        {
            organization_code: Text "organizationCode", department_id: Text "departmentId",
            department_code: Text "departmentCode",
            department_id_type: Choice["department_id" "open_department_id" "sync_relation" "custom_field" "code"] "departmentIdType" / "what `departmentId` is; by default `department_id`",
            with_custom_data: Flag "withCustomData", flat_custom_data: Flag "flatCustomData",
            tenant_id: Text "tenantId"
        };

    POST "/api/v3/create-department" AccessKey create_department CreateDepartment
        [
            "Create a department." "create_department" "py,node,java,go,cs" "node+py"
            "CreateDepartmentReqDto"
            "py=create_department;node=createDepartment;java=createDepartment;go=CreateDepartment;cs=CreateDepartment|CreateDepartment1"
            "" "DepartmentSingleRespDto" "DepartmentDto" "-"
        ]
        (
            organization_code: Text "organizationCode", name: Text "name",
            parent_department_id: Text "parentDepartmentId", metadata: Object "metadata"
        )
        {
            open_department_id: Text "openDepartmentId", description: Text "description",
            code: Text "code", is_virtual_node: Flag "isVirtualNode", i18n: Object "i18n",
            custom_data: Object "customData",
            department_id_type: Choice["department_id" "open_department_id" "sync_relation" "custom_field" "code"] "departmentIdType" / "what `departmentId` is; by default `department_id`",
            post_id_list: Texts "postIdList", tenant_id: Text "tenantId"
        };

    POST "/api/v3/update-department" AccessKey update_department UpdateDepartment
        [
            "Change a department." "update_department" "py,node,java,go,cs" "node+py"
            "UpdateDepartmentReqDto"
            "py=update_department;node=updateDepartment;java=updateDepartment;go=UpdateDepartment;cs=UpdateDepartment|UpdateDepartment1"
            "" "DepartmentSingleRespDto" "DepartmentDto" "-"
        ]
        (organization_code: Text "organizationCode", department_id: Text "departmentId")
        {
            leader_user_ids: Texts "leaderUserIds", description: Text "description",
            code: Text "code", i18n: Object "i18n", status: Flag "status", name: Text "name",
            department_id_type: Choice["department_id" "open_department_id" "sync_relation" "custom_field" "code"] "departmentIdType" / "what `departmentId` is; by default `department_id`",
            parent_department_id: Text "parentDepartmentId", custom_data: Object "customData",
            post_id_list: Texts "postIdList", tenant_id: Text "tenantId", metadata: Any "metadata"
        };

    POST "/api/v3/delete-department" AccessKey delete_department DeleteDepartment
        [
            "Delete a department." "delete_department" "py,node,java,go,cs" "node"
            "DeleteDepartmentReqDto"
            "py=delete_department;node=deleteDepartment;java=deleteDepartment;go=DeleteDepartment;cs=DeleteDepartment|DeleteDepartment1"
            "" "IsSuccessRespDto" "IsSuccessDto" "-"
        ]
        (organization_code: Text "organizationCode", department_id: Text "departmentId")
        {
            department_id_type: Choice["department_id" "open_department_id" "sync_relation" "custom_field" "code"] "departmentIdType" / "what `departmentId` is; by default `department_id`",
            tenant_id: Text "tenantId"
        };

    POST "/api/v3/search-departments" AccessKey search_departments SearchDepartments
        [
            "Search departments of an organization." "search_departments" "py,node,java,go,cs"
            "node" "SearchDepartmentsReqDto"
            "py=search_departments;node=searchDepartments;java=searchDepartments;go=SearchDepartments;cs=SearchDepartments"
            "deprecated upstream" "DepartmentListRespDto" "list<DepartmentDto>" "array"
        ]
        (keywords: Text "keywords", organization_code: Text "organizationCode")
        {with_custom_data: Flag "withCustomData", tenant_id: Text "tenantId"};

    POST "/api/v3/search-departments-list" AccessKey search_departments_list SearchDepartmentsList
        [
            "Search departments with filters and paging." "search_departments_list"
            "py,node,java,go,cs" "node" "SearchDepartmentsListReqDto"
            "py=search_departments_list;node=searchDepartmentsList;java=searchDepartmentsList;go=SearchDepartmentsList;cs=SearchDepartmentsList"
            "" "DepartmentListRespDto" "list<DepartmentDto>" "array"
        ]
        (organization_code: Text "organizationCode")
        {
            with_custom_data: Flag "withCustomData", with_post: Flag "withPost",
            page: Integer "page" / "from 1", limit: Integer "limit" / "entries a page, at most 50",
            advanced_filter: Objects "advancedFilter",
            sort_by: Choice["updatedAt" "createdAt"] "sortBy",
            order_by: Choice["ASC" "DESC"] "orderBy", sort: Objects "sort",
            tenant_id: Text "tenantId"
        };

    GET "/api/v3/list-children-departments" AccessKey list_children_departments ListChildrenDepartments
        [
            "List a department's child departments." "list_children_departments"
            "py,node,java,go,cs" "node" "ListChildrenDepartmentsDto"
            "py=list_children_departments;node=listChildrenDepartments;java=listChildrenDepartments;go=ListChildrenDepartments;cs=ListChildrenDepartments|ListChildrenDepartments1"
            "" "DepartmentPaginatedRespDto" "DepartmentPagingDto" "list+totalCount"
        ]
        (organization_code: Text "organizationCode", department_id: Text "departmentId")
        {
            status: Flag "status",
            department_id_type: Choice["department_id" "open_department_id" "sync_relation" "custom_field" "code"] "departmentIdType" / "what `departmentId` is; by default `department_id`",
            exclude_virtual_node: Flag "excludeVirtualNode",
            only_virtual_node: Flag "onlyVirtualNode", with_custom_data: Flag "withCustomData",
            tenant_id: Text "tenantId"
        };

    GET "/api/v3/get-all-departments" AccessKey get_all_departments GetAllDepartments
        [
            "List every department of an organization." "get_all_departments" "py,node,java,go,cs"
            "node" "GetAllDepartmentsDto"
            "py=get_all_departments;node=getAllDepartments;java=getAllDepartments;go=GetAllDepartments;cs=GetAllDepartments"
            "" "DepartmentPaginatedRespDto" "DepartmentPagingDto" "list+totalCount"
        ]
        (organization_code: Text "organizationCode")
        {
            department_id: Text "departmentId",
            department_id_type: Choice["department_id" "open_department_id"] "departmentIdType" / "what `departmentId` is; by default `department_id`",
            with_custom_data: Flag "withCustomData"
        };

    GET "/api/v3/list-department-members" AccessKey list_department_members ListDepartmentMembers
        [
            "List a department's members." "list_department_members" "py,node,java,go,cs" "node"
            "ListDepartmentMembersDto"
            "py=list_department_members;node=listDepartmentMembers;java=listDepartmentMembers;go=ListDepartmentMembers;cs=ListDepartmentMembers|ListDepartmentMembers1"
            "" "UserPaginatedRespDto" "UserPagingDto" "list+totalCount"
        ]
        (organization_code: Text "organizationCode", department_id: Text "departmentId")
        {
            sort_by: Choice["Default" "JoinDepartmentAt" "userId" "createAt" "updatedAt"] "sortBy",
            order_by: Choice["Asc" "Desc"] "orderBy",
            department_id_type: Choice["department_id" "open_department_id" "sync_relation" "custom_field" "code"] "departmentIdType" / "what `departmentId` is; by default `department_id`",
            include_children_departments: Flag "includeChildrenDepartments",
            page: Integer "page" / "from 1", limit: Integer "limit" / "entries a page, at most 50",
            with_custom_data: Flag "withCustomData", with_identities: Flag "withIdentities",
            with_department_ids: Flag "withDepartmentIds", tenant_id: Text "tenantId"
        };

    GET "/api/v3/list-department-member-ids" AccessKey list_department_member_ids ListDepartmentMemberIds
        [
            "List ids of a department's direct members." "list_department_member_ids"
            "py,node,java,go,cs" "node" "ListDepartmentMemberIdsDto"
            "py=list_department_member_ids;node=listDepartmentMemberIds;java=listDepartmentMemberIds;go=ListDepartmentMemberIds;cs=ListDepartmentMemberIds"
            "" "UserIdListRespDto" "list<str>" "array"
        ]
        (organization_code: Text "organizationCode", department_id: Text "departmentId")
        {
            department_id_type: Choice["department_id" "open_department_id" "sync_relation" "custom_field" "code"] "departmentIdType" / "what `departmentId` is; by default `department_id`",
            tenant_id: Text "tenantId"
        };

    GET "/api/v3/search-department-members" AccessKey search_department_members SearchDepartmentMembers
        [
            "Search members of a department." "search_department_members" "py,node,java,go,cs"
            "node" "SearchDepartmentMembersDto"
            "py=search_department_members;node=searchDepartmentMembers;java=searchDepartmentMembers;go=SearchDepartmentMembers;cs=SearchDepartmentMembers"
            "" "UserPaginatedRespDto" "UserPagingDto" "list+totalCount"
        ]
        (
            organization_code: Text "organizationCode", department_id: Text "departmentId",
            keywords: Text "keywords"
        )
        {
            page: Integer "page" / "from 1", limit: Integer "limit" / "entries a page, at most 50",
            department_id_type: Choice["department_id" "open_department_id" "sync_relation" "custom_field" "code"] "departmentIdType" / "what `departmentId` is; by default `department_id`",
            include_children_departments: Flag "includeChildrenDepartments",
            with_custom_data: Flag "withCustomData", with_identities: Flag "withIdentities",
            with_department_ids: Flag "withDepartmentIds", tenant_id: Text "tenantId"
        };

    POST "/api/v3/add-department-members" AccessKey add_department_members AddDepartmentMembers
        [
            "Add members to a department." "add_department_members" "py,node,java,go,cs" "node"
            "AddDepartmentMembersReqDto"
            "py=add_department_members;node=addDepartmentMembers;java=addDepartmentMembers;go=AddDepartmentMembers;cs=AddDepartmentMembers"
            "" "IsSuccessRespDto" "IsSuccessDto" "-"
        ]
        (
            user_ids: Texts "userIds", organization_code: Text "organizationCode",
            department_id: Text "departmentId"
        )
        {
            department_id_type: Choice["department_id" "open_department_id" "sync_relation" "custom_field" "code"] "departmentIdType" / "what `departmentId` is; by default `department_id`",
            tenant_id: Text "tenantId"
        };

    POST "/api/v3/remove-department-members" AccessKey remove_department_members RemoveDepartmentMembers
        [
            "Remove members from a department." "remove_department_members" "py,node,java,go,cs"
            "node" "RemoveDepartmentMembersReqDto"
            "py=remove_department_members;node=removeDepartmentMembers;java=removeDepartmentMembers;go=RemoveDepartmentMembers;cs=RemoveDepartmentMembers"
            "" "IsSuccessRespDto" "IsSuccessDto" "-"
        ]
        (
            user_ids: Texts "userIds", organization_code: Text "organizationCode",
            department_id: Text "departmentId"
        )
        {
            department_id_type: Choice["department_id" "open_department_id" "sync_relation" "custom_field" "code"] "departmentIdType" / "what `departmentId` is; by default `department_id`",
            tenant_id: Text "tenantId"
        };

    GET "/api/v3/get-parent-department" AccessKey get_parent_department GetParentDepartment
        [
            "Read a department's parent." "get_parent_department" "py,node,java,go,cs" "node"
            "GetParentDepartmentDto"
            "py=get_parent_department;node=getParentDepartment;java=getParentDepartment;go=GetParentDepartment;cs=GetParentDepartment"
            "" "DepartmentSingleRespDto" "DepartmentDto" "-"
        ]
        (organization_code: Text "organizationCode", department_id: Text "departmentId")
        {
            department_id_type: Choice["department_id" "open_department_id" "sync_relation" "custom_field" "code"] "departmentIdType" / "what `departmentId` is; by default `department_id`",
            with_custom_data: Flag "withCustomData", tenant_id: Text "tenantId"
        };

    GET "/api/v3/is-user-in-department" AccessKey is_user_in_department IsUserInDepartment
        [
            "Tell whether a user belongs to a department." "is_user_in_department"
            "py,node,java,go,cs" "node" "IsUserInDepartmentDto"
            "py=is_user_in_department;node=isUserInDepartment;java=isUserInDepartment;go=IsUserInDepartment;cs=IsUserInDepartment"
            "" "IsUserInDepartmentRespDto" "IsUserInDepartmentDataDto" "-"
        ]
        (
            user_id: Text "userId", organization_code: Text "organizationCode",
            department_id: Text "departmentId"
        )
        {
            department_id_type: Choice["department_id" "open_department_id" "sync_relation" "custom_field" "code"] "departmentIdType" / "what `departmentId` is; by default `department_id`",
            include_children_departments: Flag "includeChildrenDepartments",
            tenant_id: Text "tenantId"
        };

    GET "/api/v3/get-department-by-id" AccessKey get_department_by_id GetDepartmentById
        [
            "Read a department by its id." "get_department_by_id" "py,node,java,go,cs" "node"
            "GetDepartmentByIdDto"
            "py=get_department_by_id;node=getDepartmentById;java=getDepartmentById;go=GetDepartmentById;cs=GetDepartmentById"
            "" "DepartmentSingleRespDto" "DepartmentDto" "-"
        ]
        (department_id: Text "departmentId")
        {
            tenant_id: Text "tenantId", with_custom_data: Flag "withCustomData",
            app_type_list: Texts "appTypeList"
        };

    POST "/api/v3/create-department-tree" AccessKey create_department_tree CreateDepartmentTree
        [
            "Create departments in bulk from a tree." "create_department_tree" "py,node,java,go,cs"
            "node" "CreateDepartmentTreeReqDto"
            "py=create_department_tree;node=createDepartmentTree;java=createDepartmentTree;go=CreateDepartmentTree;cs=CreateDepartmentTree"
            "" "CreateDepartmentTreeRespDto" "Result" "-"
        ]
        (name: Text "name")
        {children: Texts "children", members: Object "members", tenant_id: Text "tenantId"};

    GET "/api/v3/get-department-sync-relations" AccessKey get_department_sync_relations GetDepartmentSyncRelations
        [
            "List a department's links to outside directories." "get_department_sync_relations"
            "py,node,java,go,cs" "node" "GetDepartmentSyncRelationsDto"
            "py=get_department_sync_relations;node=getDepartmentSyncRelations;java=getDepartmentSyncRelations;go=GetDepartmentSyncRelations;cs=GetDepartmentSyncRelations"
            "" "SyncRelationListRespDto" "list<UserSyncRelationDto>" "array"
        ]
        (organization_code: Text "organizationCode")
        {
            department_id: Text "departmentId",
            department_id_type: Choice["department_id" "open_department_id" "sync_relation" "custom_field" "code"] "departmentIdType" / "what `departmentId` is; by default `department_id`",
            with_custom_data: Flag "withCustomData", tenant_id: Text "tenantId"
        };

    POST "/api/v3/delete-department-sync-relations" AccessKey delete_department_sync_relations DeleteDepartmentSyncRelations
        [
            "Delete a department's link to an outside directory." "delete_department_sync_relations"
            "py,node,java,go,cs" "node" "DeleteDepartmentSyncRelationReqDto"
            "py=delete_department_sync_relations;node=deleteDepartmentSyncRelations;java=deleteDepartmentSyncRelations;go=DeleteDepartmentSyncRelations;cs=DeleteDepartmentSyncRelations"
            "" "IsSuccessRespDto" "IsSuccessDto" "-"
        ]
        (
            provider: Text "provider", department_id: Text "departmentId",
            organization_code: Text "organizationCode"
        )
        {
            department_id_type: Choice["department_id" "open_department_id" "sync_relation" "custom_field" "code"] "departmentIdType" / "what `departmentId` is; by default `department_id`"
        };

    POST "/api/v3/update-department-status" AccessKey update_node_status UpdateNodeStatus
        [
            "Switch a department on or off." "update_node_status" "py,node,java,go,cs" "node"
            "UpdateDepartmentStatusReqDto"
            "py=update_node_status;node=updateNodeStatus;java=updateNodeStatus;go=UpdateNodeStatus;cs=UpdateNodeStatus"
            "" "Node" "flat" "-"
        ]
        (status: Flag "status", department_id: Text "departmentId")
        {};

    POST "/api/v3/get-department-available-app" AccessKey get_department_all_app GetDepartmentAllApp
        [
            "List applications granted to a department." "get_department_all_app" "node" "node"
            "GetDepartmentByIdReqDto" "node=getDepartmentAllApp" "" "DepartmentSingleRespDto"
            "DepartmentDto" "-"
        ]
        (department_id: Text "departmentId")
        {
            tenant_id: Text "tenantId", app_type_list: Texts "appTypeList",
            with_custom_data: Flag "withCustomData"
        };
}
