//! Groups.
//!
//! Written by `cargo xtask authing` from `endpoints.tsv`.

use crate::client::authing::management::{AsyncManagementClient, Management, ManagementClient};
use crate::client::authing::requests::requests;

requests! {
    Management, ManagementClient, AsyncManagementClient:

    GET "/api/v3/get-group" AccessKey get_group GetGroup
        [
            "Read one group." "get_group" "py,node,java,go,cs" "node" "GetGroupDto"
            "py=get_group;node=getGroup;java=getGroup;go=GetGroup;cs=GetGroup" ""
            "GroupSingleRespDto" "GroupDto" "-"
        ]
        (code: Text "code")
        {with_custom_data: Flag "withCustomData"};

    GET "/api/v3/list-groups" AccessKey list_groups ListGroups
        [
            "List groups." "list_groups" "py,node,java,go,cs" "node" "ListGroupsDto"
            "py=list_groups;node=listGroups;java=listGroups;go=ListGroups;cs=ListGroups" ""
            "GroupPaginatedRespDto" "GroupPagingDto" "list+totalCount"
        ]
        ()
        {
            keywords: Text "keywords", page: Integer "page" / "from 1",
            limit: Integer "limit" / "entries a page, at most 50",
            with_metadata: Flag "withMetadata", with_custom_data: Flag "withCustomData",
            flat_custom_data: Flag "flatCustomData"
        };

    GET "/api/v3/get-all-groups" AccessKey get_all_groups GetAllGroups
        [
            "List every group at once." "get_all_groups" "py,node,java,go,cs" "node"
            "GetAllGroupsDto"
            "py=get_all_groups;node=getAllGroups;java=getAllGroups;go=GetAllGroups;cs=GetAllGroups"
            "" "GroupListRespDto" "list<GroupDto>" "array"
        ]
        ()
        {fetch_members: Flag "fetchMembers", with_custom_data: Flag "withCustomData"};

    POST "/api/v3/create-group" AccessKey create_group CreateGroup
        [
            "Create a group." "create_group" "py,node,java,go,cs" "node+py" "CreateGroupReqDto"
            "py=create_group;node=createGroup;java=createGroup;go=CreateGroup;cs=CreateGroup" ""
            "GroupSingleRespDto" "GroupDto" "-"
        ]
        (
            r#type: Text "type", description: Text "description", name: Text "name",
            code: Text "code"
        )
        {custom_data: Object "customData"};

    POST "/api/v3/create-or-update-group" AccessKey create_or_update_group CreateOrUpdateGroup
        [
            "Create a group or change the existing one." "create_or_update_group"
            "py,node,java,go,cs" "node" "CreateOrUpdateGroupReqDto"
            "py=create_or_update_group;node=createOrUpdateGroup;java=createOrUpdateGroup;go=CreateOrUpdateGroup;cs=CreateOrUpdateGroup"
            "" "CreateOrUpdateGroupRespDto" "CreateOrUpdateGroupDataDto" "-"
        ]
        (
            r#type: Text "type", description: Text "description", name: Text "name",
            code: Text "code"
        )
        {};

    POST "/api/v3/create-groups-batch" AccessKey create_groups_batch CreateGroupsBatch
        [
            "Create many groups." "create_groups_batch" "py,node,java,go,cs" "node"
            "CreateGroupBatchReqDto"
            "py=create_groups_batch;node=createGroupsBatch;java=createGroupsBatch;go=CreateGroupsBatch;cs=CreateGroupsBatch"
            "" "GroupListRespDto" "list<GroupDto>" "array"
        ]
        (list: Objects "list")
        {};

    POST "/api/v3/update-group" AccessKey update_group UpdateGroup
        [
            "Change a group." "update_group" "py,node,java,go,cs" "node+py" "UpdateGroupReqDto"
            "py=update_group;node=updateGroup;java=updateGroup;go=UpdateGroup;cs=UpdateGroup" ""
            "GroupSingleRespDto" "GroupDto" "-"
        ]
        (description: Text "description", code: Text "code")
        {name: Text "name", new_code: Text "newCode", custom_data: Object "customData"};

    POST "/api/v3/delete-groups-batch" AccessKey delete_groups_batch DeleteGroupsBatch
        [
            "Delete many groups." "delete_groups_batch" "py,node,java,go,cs" "node"
            "DeleteGroupsReqDto"
            "py=delete_groups_batch;node=deleteGroupsBatch;java=deleteGroupsBatch;go=DeleteGroupsBatch;cs=DeleteGroupsBatch"
            "" "IsSuccessRespDto" "IsSuccessDto" "-"
        ]
        (code_list: Texts "codeList")
        {};

    POST "/api/v3/add-group-members" AccessKey add_group_members AddGroupMembers
        [
            "Add members to a group." "add_group_members" "py,node,java,go,cs" "node"
            "AddGroupMembersReqDto"
            "py=add_group_members;node=addGroupMembers;java=addGroupMembers;go=AddGroupMembers;cs=AddGroupMembers"
            "" "IsSuccessRespDto" "IsSuccessDto" "-"
        ]
        (user_ids: Texts "userIds", code: Text "code")
        {};

    POST "/api/v3/remove-group-members" AccessKey remove_group_members RemoveGroupMembers
        [
            "Remove members from a group." "remove_group_members" "py,node,java,go,cs" "node"
            "RemoveGroupMembersReqDto"
            "py=remove_group_members;node=removeGroupMembers;java=removeGroupMembers;go=RemoveGroupMembers;cs=RemoveGroupMembers"
            "" "IsSuccessRespDto" "IsSuccessDto" "-"
        ]
        (user_ids: Texts "userIds", code: Text "code")
        {};

    GET "/api/v3/list-group-members" AccessKey list_group_members ListGroupMembers
        [
            "List a group's members." "list_group_members" "py,node,java,go,cs" "node"
            "ListGroupMembersDto"
            "py=list_group_members;node=listGroupMembers;java=listGroupMembers;go=ListGroupMembers;cs=ListGroupMembers"
            "" "UserPaginatedRespDto" "UserPagingDto" "list+totalCount"
        ]
        (code: Text "code")
        {
            page: Integer "page" / "from 1", limit: Integer "limit" / "entries a page, at most 50",
            with_custom_data: Flag "withCustomData", with_identities: Flag "withIdentities",
            with_department_ids: Flag "withDepartmentIds", flat_custom_data: Flag "flatCustomData"
        };

    GET "/api/v3/get-group-authorized-resources" AccessKey get_group_authorized_resources GetGroupAuthorizedResources
        [
            "List resources granted to a group." "get_group_authorized_resources"
            "py,node,java,go,cs" "node" "GetGroupAuthorizedResourcesDto"
            "py=get_group_authorized_resources;node=getGroupAuthorizedResources;java=getGroupAuthorizedResources;go=GetGroupAuthorizedResources;cs=GetGroupAuthorizedResources"
            "" "AuthorizedResourceListRespDto" "list<AuthorizedResourceDto>" "array"
        ]
        (code: Text "code")
        {
            namespace: Text "namespace",
            resource_type: Choice["DATA" "API" "MENU" "BUTTON" "UI"] "resourceType"
        };
}
