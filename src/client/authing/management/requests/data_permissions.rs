//! Data permissions.
//!
//! Written by `cargo xtask authing` from `endpoints.tsv`.

use crate::client::authing::management::{AsyncManagementClient, Management, ManagementClient};
use crate::client::authing::requests::requests;

requests! {
    Management, ManagementClient, AsyncManagementClient:

    POST "/api/v3/create-data-resource" AccessKey create_data_resource CreateDataResource
        (
            actions: List "actions", r#struct: Any "struct", r#type: Text "type",
            resource_code: Text "resourceCode", resource_name: Text "resourceName",
            namespace_code: Text "namespaceCode"
        )
        {description: Text "description"};

    POST "/api/v3/create-string-data-resource" AccessKey create_data_resource_by_string CreateDataResourceByString
        (
            actions: List "actions", r#struct: Text "struct", resource_code: Text "resourceCode",
            resource_name: Text "resourceName", namespace_code: Text "namespaceCode"
        )
        {description: Text "description"};

    POST "/api/v3/create-array-data-resource" AccessKey create_data_resource_by_array CreateDataResourceByArray
        (
            actions: List "actions", r#struct: List "struct", resource_code: Text "resourceCode",
            resource_name: Text "resourceName", namespace_code: Text "namespaceCode"
        )
        {description: Text "description"};

    POST "/api/v3/create-tree-data-resource" AccessKey create_data_resource_by_tree CreateDataResourceByTree
        (
            actions: List "actions", r#struct: List "struct", resource_code: Text "resourceCode",
            resource_name: Text "resourceName", namespace_code: Text "namespaceCode"
        )
        {description: Text "description"};

    GET "/api/v3/list-data-resources" AccessKey list_data_resources ListDataResources
        ()
        {
            page: Integer "page", limit: Integer "limit", query: Text "query",
            namespace_codes: Texts "namespaceCodes"
        };

    GET "/api/v3/get-data-resource" AccessKey get_data_resource GetDataResource
        (namespace_code: Text "namespaceCode", resource_code: Text "resourceCode")
        {};

    POST "/api/v3/update-data-resource" AccessKey update_data_resource UpdateDataResource
        (resource_code: Text "resourceCode", namespace_code: Text "namespaceCode")
        {
            resource_name: Text "resourceName", description: Text "description",
            r#struct: Any "struct", actions: List "actions"
        };

    POST "/api/v3/delete-data-resource" AccessKey delete_data_resource DeleteDataResource
        (resource_code: Text "resourceCode", namespace_code: Text "namespaceCode")
        {};

    GET "/api/v3/check-data-resource-exists" AccessKey check_data_resource_exists CheckDataResourceExists
        (namespace_code: Text "namespaceCode")
        {resource_name: Text "resourceName", resource_code: Text "resourceCode"};

    POST "/api/v3/create-data-policy" AccessKey create_data_policy CreateDataPolicy
        (statement_list: List "statementList", policy_name: Text "policyName")
        {description: Text "description"};

    GET "/api/v3/list-data-policies" AccessKey list_data_polices ListDataPolices
        ()
        {page: Integer "page", limit: Integer "limit", query: Text "query"};

    GET "/api/v3/list-simple-data-policies" AccessKey list_simple_data_polices ListSimpleDataPolices
        ()
        {page: Integer "page", limit: Integer "limit", query: Text "query"};

    GET "/api/v3/get-data-policy" AccessKey get_data_policy GetDataPolicy
        (policy_id: Text "policyId")
        {};

    POST "/api/v3/update-data-policy" AccessKey update_data_policy UpdateDataPolicy
        (policy_id: Text "policyId")
        {
            policy_name: Text "policyName", description: Text "description",
            statement_list: List "statementList"
        };

    POST "/api/v3/delete-data-policy" AccessKey delete_data_policy DeleteDataPolicy
        (policy_id: Text "policyId")
        {};

    GET "/api/v3/check-data-policy-exists" AccessKey check_data_policy_exists CheckDataPolicyExists
        (policy_name: Text "policyName")
        {};

    GET "/api/v3/list-data-policy-targets" AccessKey list_data_policy_targets ListDataPolicyTargets
        (policy_id: Text "policyId")
        {
            page: Integer "page", limit: Integer "limit", query: Text "query",
            target_type: Text "targetType"
        };

    POST "/api/v3/authorize-data-policies" AccessKey authorize_data_policies AuthorizeDataPolicies
        (target_list: List "targetList", policy_ids: List "policyIds")
        {};

    POST "/api/v3/revoke-data-policy" AccessKey revoke_data_policy RevokeDataPolicy
        (
            target_type: Text "targetType", target_identifier: Text "targetIdentifier",
            policy_id: Text "policyId"
        )
        {};

    POST "/api/v3/get-user-permission-list" AccessKey get_user_permission_list GetUserPermissionList
        (user_ids: List "userIds")
        {namespace_codes: List "namespaceCodes"};

    POST "/api/v3/check-permission" AccessKey check_permission CheckPermission
        (
            resources: List "resources", action: Text "action", user_id: Text "userId",
            namespace_code: Text "namespaceCode"
        )
        {
            judge_condition_enabled: Flag "judgeConditionEnabled",
            auth_env_params: Object "authEnvParams"
        };

    POST "/api/v3/check-external-user-permission" AccessKey check_external_user_permission CheckExternalUserPermission
        (
            resources: List "resources", action: Text "action", external_id: Text "externalId",
            namespace_code: Text "namespaceCode"
        )
        {
            judge_condition_enabled: Flag "judgeConditionEnabled",
            auth_env_params: Object "authEnvParams"
        };

    POST "/api/v3/get-user-resource-permission-list" AccessKey get_user_resource_permission_list GetUserResourcePermissionList
        (resources: List "resources", user_id: Text "userId", namespace_code: Text "namespaceCode")
        {};

    POST "/api/v3/list-resource-targets" AccessKey list_resource_targets ListResourceTargets
        (
            resources: List "resources", actions: List "actions",
            namespace_code: Text "namespaceCode"
        )
        {};

    POST "/api/v3/get-user-resource-struct" AccessKey get_user_resource_struct GetUserResourceStruct
        (
            resource_code: Text "resourceCode", user_id: Text "userId",
            namespace_code: Text "namespaceCode"
        )
        {};

    POST "/api/v3/get-external-user-resource-struct" AccessKey get_external_user_resource_struct GetExternalUserResourceStruct
        (
            resource_code: Text "resourceCode", external_id: Text "externalId",
            namespace_code: Text "namespaceCode"
        )
        {};

    POST "/api/v3/check-user-same-level-permission" AccessKey check_user_same_level_permission CheckUserSameLevelPermission
        (
            resource_node_codes: List "resourceNodeCodes", resource: Text "resource",
            action: Text "action", user_id: Text "userId", namespace_code: Text "namespaceCode"
        )
        {
            judge_condition_enabled: Flag "judgeConditionEnabled",
            auth_env_params: Object "authEnvParams"
        };

    POST "/api/v3/list-permission-view/data" AccessKey list_permission_view ListPermissionView
        ()
        {page: Integer "page", limit: Integer "limit", keyword: Text "keyword"};
}
