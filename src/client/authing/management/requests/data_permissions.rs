//! Data permissions.
//!
//! Written by `cargo xtask authing` from `endpoints.tsv`.

use crate::client::authing::management::{AsyncManagementClient, Management, ManagementClient};
use crate::client::authing::requests::requests;

requests! {
    Management, ManagementClient, AsyncManagementClient:

    POST "/api/v3/create-data-resource" AccessKey create_data_resource CreateDataResource
        [
            "Create a data resource of any type." "create_data_resource" "py,node,java,go,cs" "node"
            "CreateDataResourceDto"
            "py=create_data_resource;node=createDataResource;java=createDataResource;go=CreateDataResource;cs=CreateDataResource"
            "" "CreateDataResourceResponseDto" "CreateDataResourceRespDto" "-"
        ]
        (
            actions: Texts "actions", r#struct: Any "struct",
            r#type: Choice["TREE" "STRING" "ARRAY"] "type", resource_code: Text "resourceCode",
            resource_name: Text "resourceName", namespace_code: Text "namespaceCode"
        )
        {description: Text "description", extend_field_list: Objects "extendFieldList"};

    POST "/api/v3/create-string-data-resource" AccessKey create_data_resource_by_string CreateDataResourceByString
        [
            "Create a text data resource." "create_data_resource_by_string" "py,node,java,go,cs"
            "node" "CreateStringDataResourceDto"
            "py=create_data_resource_by_string;node=createDataResourceByString;java=createDataResourceByString;go=CreateDataResourceByString;cs=CreateDataResourceByString"
            "" "CreateStringDataResourceResponseDto" "CreateStringDataResourceRespDto" "-"
        ]
        (
            actions: Texts "actions", r#struct: Text "struct", resource_code: Text "resourceCode",
            resource_name: Text "resourceName", namespace_code: Text "namespaceCode"
        )
        {description: Text "description"};

    POST "/api/v3/create-array-data-resource" AccessKey create_data_resource_by_array CreateDataResourceByArray
        [
            "Create an array data resource." "create_data_resource_by_array" "py,node,java,go,cs"
            "node" "CreateArrayDataResourceDto"
            "py=create_data_resource_by_array;node=createDataResourceByArray;java=createDataResourceByArray;go=CreateDataResourceByArray;cs=CreateDataResourceByArray"
            "" "CreateArrayDataResourceResponseDto" "CreateArrayDataResourceRespDto" "-"
        ]
        (
            actions: Texts "actions", r#struct: Texts "struct", resource_code: Text "resourceCode",
            resource_name: Text "resourceName", namespace_code: Text "namespaceCode"
        )
        {description: Text "description"};

    POST "/api/v3/create-tree-data-resource" AccessKey create_data_resource_by_tree CreateDataResourceByTree
        [
            "Create a tree data resource." "create_data_resource_by_tree" "py,node,java,go,cs"
            "node" "CreateTreeDataResourceDto"
            "py=create_data_resource_by_tree;node=createDataResourceByTree;java=createDataResourceByTree;go=CreateDataResourceByTree;cs=CreateDataResourceByTree"
            "" "CreateTreeDataResourceResponseDto" "CreateTreeDataResourceRespDto" "-"
        ]
        (
            actions: Texts "actions", r#struct: Objects "struct",
            resource_code: Text "resourceCode", resource_name: Text "resourceName",
            namespace_code: Text "namespaceCode"
        )
        {description: Text "description", extend_field_list: Objects "extendFieldList"};

    GET "/api/v3/list-data-resources" AccessKey list_data_resources ListDataResources
        [
            "List data resources." "list_data_resources" "py,node,java,go,cs" "node"
            "ListDataResourcesDto"
            "py=list_data_resources;node=listDataResources;java=listDataResources;go=ListDataResources;cs=ListDataResources"
            "" "ListDataResourcesPaginatedRespDto" "DataResourcesPaginatedRespDto" "list+totalCount"
        ]
        ()
        {
            page: Integer "page" / "from 1", limit: Integer "limit" / "entries a page, at most 50",
            query: Text "query", namespace_codes: Texts "namespaceCodes"
        };

    GET "/api/v3/get-data-resource" AccessKey get_data_resource GetDataResource
        [
            "Read one data resource." "get_data_resource" "py,node,java,go,cs" "node"
            "GetDataResourceDto"
            "py=get_data_resource;node=getDataResource;java=getDataResource;go=GetDataResource;cs=GetDataResource"
            "" "GetDataResourceResponseDto" "GetDataResourceRespDto" "-"
        ]
        (namespace_code: Text "namespaceCode", resource_code: Text "resourceCode")
        {};

    POST "/api/v3/update-data-resource" AccessKey update_data_resource UpdateDataResource
        [
            "Change a data resource." "update_data_resource" "py,node,java,go,cs" "node"
            "UpdateDataResourceDto"
            "py=update_data_resource;node=updateDataResource;java=updateDataResource;go=UpdateDataResource;cs=UpdateDataResource"
            "" "UpdateDataResourceResponseDto" "UpdateDataResourceRespDto" "-"
        ]
        (resource_code: Text "resourceCode", namespace_code: Text "namespaceCode")
        {
            resource_name: Text "resourceName", description: Text "description",
            r#struct: Any "struct", actions: Texts "actions"
        };

    POST "/api/v3/delete-data-resource" AccessKey delete_data_resource DeleteDataResource
        [
            "Delete a data resource." "delete_data_resource" "py,node,java,go,cs" "node"
            "DeleteDataResourceDto"
            "py=delete_data_resource;node=deleteDataResource;java=deleteDataResource;go=DeleteDataResource;cs=DeleteDataResource"
            "" "CommonResponseDto" "none" "-"
        ]
        (resource_code: Text "resourceCode", namespace_code: Text "namespaceCode")
        {};

    GET "/api/v3/check-data-resource-exists" AccessKey check_data_resource_exists CheckDataResourceExists
        [
            "Tell whether a data resource code or name is free." "check_data_resource_exists"
            "py,node,java,go,cs" "node" "CheckDataResourceExistsDto"
            "py=check_data_resource_exists;node=checkDataResourceExists;java=checkDataResourceExists;go=CheckDataResourceExists;cs=CheckDataResourceExists"
            "" "CheckParamsDataResourceResponseDto" "CheckParamsDataResourceRespDto" "-"
        ]
        (namespace_code: Text "namespaceCode")
        {resource_name: Text "resourceName", resource_code: Text "resourceCode"};

    POST "/api/v3/create-data-policy" AccessKey create_data_policy CreateDataPolicy
        [
            "Create a data policy." "create_data_policy" "py,node,java,go,cs" "node"
            "CreateDataPolicyDto"
            "py=create_data_policy;node=createDataPolicy;java=createDataPolicy;go=CreateDataPolicy;cs=CreateDataPolicy"
            "" "CreateDataPolicyResponseDto" "CreateDataPolicyRespDto" "-"
        ]
        (statement_list: Objects "statementList", policy_name: Text "policyName")
        {description: Text "description"};

    GET "/api/v3/list-data-policies" AccessKey list_data_polices ListDataPolices
        [
            "List data policies." "list_data_polices" "py,node,java,go,cs" "node"
            "ListDataPoliciesDto"
            "py=list_data_polices;node=listDataPolices;java=listDataPolices;go=ListDataPolices;cs=ListDataPolices"
            "" "ListDataPoliciesPaginatedRespDto" "DataPoliciesPaginatedRespDto" "list+totalCount"
        ]
        ()
        {
            page: Integer "page" / "from 1", limit: Integer "limit" / "entries a page, at most 50",
            query: Text "query"
        };

    GET "/api/v3/list-simple-data-policies" AccessKey list_simple_data_polices ListSimpleDataPolices
        [
            "List data policies in short form." "list_simple_data_polices" "py,node,java,go,cs"
            "node" "ListSimpleDataPoliciesDto"
            "py=list_simple_data_polices;node=listSimpleDataPolices;java=listSimpleDataPolices;go=ListSimpleDataPolices;cs=ListSimpleDataPolices"
            "" "ListSimpleDataPoliciesPaginatedRespDto" "DataPoliciesSimplePaginatedRespDto"
            "list+totalCount"
        ]
        ()
        {
            page: Integer "page" / "from 1", limit: Integer "limit" / "entries a page, at most 50",
            query: Text "query"
        };

    GET "/api/v3/get-data-policy" AccessKey get_data_policy GetDataPolicy
        [
            "Read one data policy." "get_data_policy" "py,node,java,go,cs" "node" "GetDataPolicyDto"
            "py=get_data_policy;node=getDataPolicy;java=getDataPolicy;go=GetDataPolicy;cs=GetDataPolicy"
            "" "GetDataPolicyResponseDto" "GetDataPolicyRespDto" "-"
        ]
        (policy_id: Text "policyId")
        {};

    POST "/api/v3/update-data-policy" AccessKey update_data_policy UpdateDataPolicy
        [
            "Change a data policy." "update_data_policy" "py,node,java,go,cs" "node"
            "UpdateDataPolicyDto"
            "py=update_data_policy;node=updateDataPolicy;java=updateDataPolicy;go=UpdateDataPolicy;cs=UpdateDataPolicy"
            "" "UpdateDataPolicyResponseDto" "UpdateDataPolicyRespDto" "-"
        ]
        (policy_id: Text "policyId")
        {
            policy_name: Text "policyName", description: Text "description",
            statement_list: Objects "statementList"
        };

    POST "/api/v3/delete-data-policy" AccessKey delete_data_policy DeleteDataPolicy
        [
            "Delete a data policy." "delete_data_policy" "py,node,java,go,cs" "node"
            "DeleteDataPolicyDto"
            "py=delete_data_policy;node=deleteDataPolicy;java=deleteDataPolicy;go=DeleteDataPolicy;cs=DeleteDataPolicy"
            "" "CommonResponseDto" "none" "-"
        ]
        (policy_id: Text "policyId")
        {};

    GET "/api/v3/check-data-policy-exists" AccessKey check_data_policy_exists CheckDataPolicyExists
        [
            "Tell whether a data policy name is free." "check_data_policy_exists"
            "py,node,java,go,cs" "node" "CheckDataPolicyExistsDto"
            "py=check_data_policy_exists;node=checkDataPolicyExists;java=checkDataPolicyExists;go=CheckDataPolicyExists;cs=CheckDataPolicyExists"
            "" "CheckParamsDataPolicyResponseDto" "CheckParamsDataPolicyRespDto" "-"
        ]
        (policy_name: Text "policyName")
        {};

    GET "/api/v3/list-data-policy-targets" AccessKey list_data_policy_targets ListDataPolicyTargets
        [
            "List targets granted a data policy." "list_data_policy_targets" "py,node,java,go,cs"
            "node" "ListDataPolicyTargetsDto"
            "py=list_data_policy_targets;node=listDataPolicyTargets;java=listDataPolicyTargets;go=ListDataPolicyTargets;cs=ListDataPolicyTargets"
            "" "ListDataPolicySubjectPaginatedRespDto" "ListDataPolicySubjectPageDto"
            "list+totalCount"
        ]
        (policy_id: Text "policyId")
        {
            page: Integer "page" / "from 1", limit: Integer "limit" / "entries a page, at most 50",
            query: Text "query", target_type: Choices["USER" "ORG" "GROUP" "ROLE"] "targetType"
        };

    POST "/api/v3/authorize-data-policies" AccessKey authorize_data_policies AuthorizeDataPolicies
        [
            "Grant data policies to targets." "authorize_data_policies" "py,node,java,go,cs" "node"
            "CreateAuthorizeDataPolicyDto"
            "py=authorize_data_policies;node=authorizeDataPolicies;java=authorizeDataPolicies;go=AuthorizeDataPolicies;cs=AuthorizeDataPolicies"
            "" "CommonResponseDto" "none" "-"
        ]
        (target_list: Objects "targetList", policy_ids: Texts "policyIds")
        {};

    POST "/api/v3/revoke-data-policy" AccessKey revoke_data_policy RevokeDataPolicy
        [
            "Take a data policy away from a target." "revoke_data_policy" "py,node,java,go,cs"
            "node" "DeleteAuthorizeDataPolicyDto"
            "py=revoke_data_policy;node=revokeDataPolicy;java=revokeDataPolicy;go=RevokeDataPolicy;cs=RevokeDataPolicy"
            "" "CommonResponseDto" "none" "-"
        ]
        (
            target_type: Choice["USER" "ORG" "GROUP" "ROLE"] "targetType",
            target_identifier: Text "targetIdentifier", policy_id: Text "policyId"
        )
        {};

    POST "/api/v3/get-user-permission-list" AccessKey get_user_permission_list GetUserPermissionList
        [
            "List permissions of several users." "get_user_permission_list" "py,node,java,go,cs"
            "node" "GetUserPermissionListDto"
            "py=get_user_permission_list;node=getUserPermissionList;java=getUserPermissionList;go=GetUserPermissionList;cs=GetUserPermissionList"
            "" "GetUserPermissionListRespDto" "GetUserPermissionListDataDto" "-"
        ]
        (user_ids: Texts "userIds")
        {namespace_codes: Texts "namespaceCodes"};

    POST "/api/v3/check-permission" AccessKey check_permission CheckPermission
        [
            "Check a user's rights on data resources." "check_permission" "py,node,java,go,cs"
            "node" "CheckPermissionDto"
            "py=check_permission;node=checkPermission;java=checkPermission;go=CheckPermission;cs=CheckPermission"
            "" "CheckPermissionRespDto" "CheckPermissionDataDto" "-"
        ]
        (
            resources: Texts "resources", action: Text "action", user_id: Text "userId",
            namespace_code: Text "namespaceCode"
        )
        {
            judge_condition_enabled: Flag "judgeConditionEnabled",
            auth_env_params: Object "authEnvParams"
        };

    POST "/api/v3/check-external-user-permission" AccessKey check_external_user_permission CheckExternalUserPermission
        [
            "Check an outside user's rights on data resources." "check_external_user_permission"
            "py,node,java,go,cs" "node" "CheckExternalUserPermissionDto"
            "py=check_external_user_permission;node=checkExternalUserPermission;java=checkExternalUserPermission;go=CheckExternalUserPermission;cs=CheckExternalUserPermission"
            "" "CheckExternalUserPermissionRespDto" "CheckExternalUserPermissionDataDto" "-"
        ]
        (
            resources: Texts "resources", action: Text "action", external_id: Text "externalId",
            namespace_code: Text "namespaceCode"
        )
        {
            judge_condition_enabled: Flag "judgeConditionEnabled",
            auth_env_params: Object "authEnvParams"
        };

    POST "/api/v3/get-user-resource-permission-list" AccessKey get_user_resource_permission_list GetUserResourcePermissionList
        [
            "List a user's rights on chosen resources." "get_user_resource_permission_list"
            "py,node,java,go,cs" "node" "GetUserResourcePermissionListDto"
            "py=get_user_resource_permission_list;node=getUserResourcePermissionList;java=getUserResourcePermissionList;go=GetUserResourcePermissionList;cs=GetUserResourcePermissionList"
            "" "GetUserResourcePermissionListRespDto" "GetUserResourcePermissionListDataDto" "-"
        ]
        (
            resources: Texts "resources", user_id: Text "userId",
            namespace_code: Text "namespaceCode"
        )
        {};

    POST "/api/v3/list-resource-targets" AccessKey list_resource_targets ListResourceTargets
        [
            "List users holding rights on resources." "list_resource_targets" "py,node,java,go,cs"
            "node" "ListResourceTargetsDto"
            "py=list_resource_targets;node=listResourceTargets;java=listResourceTargets;go=ListResourceTargets;cs=ListResourceTargets"
            "" "ListResourceTargetsRespDto" "ListResourceTargetsDataDto" "-"
        ]
        (
            resources: Texts "resources", actions: Texts "actions",
            namespace_code: Text "namespaceCode"
        )
        {};

    POST "/api/v3/get-user-resource-struct" AccessKey get_user_resource_struct GetUserResourceStruct
        [
            "Read a resource's structure with the user's rights." "get_user_resource_struct"
            "py,node,java,go,cs" "node" "GetUserResourceStructDto"
            "py=get_user_resource_struct;node=getUserResourceStruct;java=getUserResourceStruct;go=GetUserResourceStruct;cs=GetUserResourceStruct"
            "" "GetUserResourceStructRespDto" "GetUserResourceStructDataDto" "-"
        ]
        (
            resource_code: Text "resourceCode", user_id: Text "userId",
            namespace_code: Text "namespaceCode"
        )
        {};

    POST "/api/v3/get-external-user-resource-struct" AccessKey get_external_user_resource_struct GetExternalUserResourceStruct
        [
            "Read a resource's structure with an outside user's rights."
            "get_external_user_resource_struct" "py,node,java,go,cs" "node"
            "GetExternalUserResourceStructDto"
            "py=get_external_user_resource_struct;node=getExternalUserResourceStruct;java=getExternalUserResourceStruct;go=GetExternalUserResourceStruct;cs=GetExternalUserResourceStruct"
            "" "GetExternalUserResourceStructRespDto" "GetExternalUserResourceStructDataDto" "-"
        ]
        (
            resource_code: Text "resourceCode", external_id: Text "externalId",
            namespace_code: Text "namespaceCode"
        )
        {};

    POST "/api/v3/check-user-same-level-permission" AccessKey check_user_same_level_permission CheckUserSameLevelPermission
        [
            "Check a user's rights on one tree level." "check_user_same_level_permission"
            "py,node,java,go,cs" "node" "CheckUserSameLevelPermissionDto"
            "py=check_user_same_level_permission;node=checkUserSameLevelPermission;java=checkUserSameLevelPermission;go=CheckUserSameLevelPermission;cs=CheckUserSameLevelPermission"
            "" "CheckUserSameLevelPermissionResponseDto" "CheckUserSameLevelPermissionDataDto" "-"
        ]
        (
            resource_node_codes: Texts "resourceNodeCodes", resource: Text "resource",
            action: Text "action", user_id: Text "userId", namespace_code: Text "namespaceCode"
        )
        {
            judge_condition_enabled: Flag "judgeConditionEnabled",
            auth_env_params: Object "authEnvParams"
        };

    POST "/api/v3/list-permission-view/data" AccessKey list_permission_view ListPermissionView
        [
            "List rows of the permission overview." "list_permission_view" "py,node,java,go,cs"
            "node" "ListPermissionViewDto"
            "py=list_permission_view;node=listPermissionView;java=listPermissionView;go=ListPermissionView;cs=ListPermissionView"
            "" "ListPermissionViewResponseDto" "ListPermissionViewPaginatedRespDto"
            "list+totalCount"
        ]
        ()
        {
            page: Integer "page" / "from 1", limit: Integer "limit" / "entries a page, at most 50",
            keyword: Text "keyword"
        };

    POST "/api/v3/create-dnef" AccessKey create_dnef CreateDnef
        [
            "Add an extra field to tree resources." "create_dnef" "node,java" "node" "CreateDnefReq"
            "node=createDnef;java=createDnef" "" "IsSuccessRespDto" "IsSuccessDto" "-"
        ]
        (
            resource_code: Text "resourceCode", namespace_code: Text "namespaceCode",
            label: Text "label", value_type: Choice["STRING" "SELECT"] "valueType", key: Text "key"
        )
        {description: Text "description", config: Object "config"};

    POST "/api/v3/batch-create-dnef" AccessKey batch_create_dnef BatchCreateDnef
        [
            "Add many extra fields to tree resources." "batch_create_dnef" "node,java" "node"
            "BatchCreateDnefReq" "node=batchCreateDnef;java=batchCreateDnef" "" "IsSuccessRespDto"
            "IsSuccessDto" "-"
        ]
        (
            resource_code: Text "resourceCode", namespace_code: Text "namespaceCode",
            field_list: Objects "fieldList"
        )
        {};

    POST "/api/v3/delete-dnef" AccessKey delete_dnef DeleteDnef
        [
            "Delete an extra field of tree resources." "delete_dnef" "node,java" "node"
            "DeleteDnefReq" "node=deleteDnef;java=deleteDnef" "" "IsSuccessRespDto" "IsSuccessDto"
            "-"
        ]
        (key: Text "key", resource_code: Text "resourceCode", namespace_code: Text "namespaceCode")
        {};

    POST "/api/v3/update-dnef" AccessKey update_dnef UpdateDnef
        [
            "Change an extra field of tree resources." "update_dnef" "node,java" "node+java"
            "UpdateDnefReq" "node=updateDnef;java=updateDnef" "" "IsSuccessRespDto" "IsSuccessDto"
            "-"
        ]
        (key: Text "key", resource_code: Text "resourceCode", namespace_code: Text "namespaceCode")
        {
            description: Text "description", label: Text "label", config: Object "config",
            value_type: Choice["STRING" "SELECT"] "valueType"
        };

    GET "/api/v3/list-dnef" AccessKey list_dnef ListDnef
        [
            "List extra fields of tree resources." "list_dnef" "node,java" "node" "GetDenfListDto"
            "node=listDnef;java=getDnefList" "" "ListDnefPaginatedRespDto" "DnefPaginatedRespDto"
            "list"
        ]
        ()
        {
            start_index: Integer "startIndex" / "entries to pass over",
            max_size: Integer "maxSize" / "entries a page", query: Text "query"
        }
        (namespace_code: Text "namespaceCode", resource_code: Text "resourceCode")
        {};
}
