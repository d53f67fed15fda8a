//! Groups.
//!
//! Written by `cargo xtask authing` from `endpoints.tsv`.

use crate::client::authing::management::{AsyncManagementClient, Management, ManagementClient};
use crate::client::authing::requests::requests;

requests! {
    Management, ManagementClient, AsyncManagementClient:

    GET "/api/v3/get-group" AccessKey get_group GetGroup
        (code: Text "code")
        {with_custom_data: Flag "withCustomData"};

    GET "/api/v3/list-groups" AccessKey list_groups ListGroups
        ()
        {
            keywords: Text "keywords", page: Integer "page", limit: Integer "limit",
            with_metadata: Flag "withMetadata", with_custom_data: Flag "withCustomData",
            flat_custom_data: Flag "flatCustomData"
        };

    GET "/api/v3/get-all-groups" AccessKey get_all_groups GetAllGroups
        ()
        {fetch_members: Flag "fetchMembers", with_custom_data: Flag "withCustomData"};

    POST "/api/v3/create-group" AccessKey create_group CreateGroup
        (
            r#type: Text "type", description: Text "description", name: Text "name",
            code: Text "code"
        )
        {custom_data: Object "customData"};

    POST "/api/v3/create-or-update-group" AccessKey create_or_update_group CreateOrUpdateGroup
        (
            r#type: Text "type", description: Text "description", name: Text "name",
            code: Text "code"
        )
        {};

    POST "/api/v3/create-groups-batch" AccessKey create_groups_batch CreateGroupsBatch
        (list: List "list")
        {};

    POST "/api/v3/update-group" AccessKey update_group UpdateGroup
        (description: Text "description", code: Text "code")
        {name: Text "name", new_code: Text "newCode", custom_data: Object "customData"};

    POST "/api/v3/delete-groups-batch" AccessKey delete_groups_batch DeleteGroupsBatch
        (code_list: List "codeList")
        {};

    POST "/api/v3/add-group-members" AccessKey add_group_members AddGroupMembers
        (user_ids: List "userIds", code: Text "code")
        {};

    POST "/api/v3/remove-group-members" AccessKey remove_group_members RemoveGroupMembers
        (user_ids: List "userIds", code: Text "code")
        {};

    GET "/api/v3/list-group-members" AccessKey list_group_members ListGroupMembers
        (code: Text "code")
        {
            page: Integer "page", limit: Integer "limit", with_custom_data: Flag "withCustomData",
            with_identities: Flag "withIdentities", with_department_ids: Flag "withDepartmentIds"
        };

    GET "/api/v3/get-group-authorized-resources" AccessKey get_group_authorized_resources GetGroupAuthorizedResources
        (code: Text "code")
        {namespace: Text "namespace", resource_type: Text "resourceType"};
}
