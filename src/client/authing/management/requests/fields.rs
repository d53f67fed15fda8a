//! Fields.
//!
//! Written by `cargo xtask authing` from `endpoints.tsv`.

use crate::client::authing::management::{AsyncManagementClient, Management, ManagementClient};
use crate::client::authing::requests::requests;

requests! {
    Management, ManagementClient, AsyncManagementClient:

    GET "/api/v3/get-user-base-fields" AccessKey get_user_base_fields GetUserBaseFields
        [
            "Read the built-in user fields." "get_user_base_fields" "py,node,java,go,cs" "node" ""
            "py=get_user_base_fields;node=getUserBaseFields;java=getUserBaseFields;go=GetUserBaseFields;cs=GetUserBaseFields"
            "" "CustomFieldListRespDto" "list<CustomFieldDto>" "array"
        ];

    GET "/api/v3/list-user-base-fields" AccessKey list_user_base_fields ListUserBaseFields
        [
            "List the built-in user fields page by page." "list_user_base_fields"
            "py,node,java,go,cs" "node" "ListUserBaseFieldsDto"
            "py=list_user_base_fields;node=listUserBaseFields;java=listUserBaseFields;go=ListUserBaseFields;cs=ListUserBaseFields"
            "" "ListCistomFieldsResDto" "ListCustomFieldsDto" "-"
        ]
        ()
        {tenant_id: Text "tenantId"}
        (
            target_type: Choice["USER" "ROLE" "GROUP" "DEPARTMENT"] "targetType",
            data_type: Choice["STRING" "NUMBER" "DATETIME" "BOOLEAN" "OBJECT" "SELECT"] "dataType"
        )
        {
            page: Integer "page" / "from 1", limit: Integer "limit" / "entries a page, at most 50",
            user_visible: Flag "userVisible", admin_visible: Flag "adminVisible",
            access_control: Flag "accessControl", keyword: Text "keyword", lang: Text "lang"
        };

    POST "/api/v3/set-user-base-fields" AccessKey set_user_base_fields SetUserBaseFields
        [
            "Configure the built-in user fields." "set_user_base_fields" "py,node,java,go,cs" "node"
            "SetUserBaseFieldsReqDto"
            "py=set_user_base_fields;node=setUserBaseFields;java=setUserBaseFields;go=SetUserBaseFields;cs=SetUserBaseFields"
            "" "CustomFieldListRespDto" "list<CustomFieldDto>" "array"
        ]
        (list: Objects "list")
        {};

    GET "/api/v3/get-custom-fields" AccessKey get_custom_fields GetCustomFields
        [
            "Read custom field definitions." "get_custom_fields" "py,node,java,go,cs" "node"
            "GetCustomFieldsDto"
            "py=get_custom_fields;node=getCustomFields;java=getCustomFields;go=GetCustomFields;cs=GetCustomFields"
            "" "CustomFieldListRespDto" "list<CustomFieldDto>" "array"
        ]
        (target_type: Choice["USER" "ROLE" "GROUP" "DEPARTMENT"] "targetType")
        {tenant_id: Text "tenantId"};

    GET "/api/v3/list-custom-fields" AccessKey list_cust_fields ListCustFields
        [
            "List custom field definitions page by page." "list_cust_fields" "py,node,java,go,cs"
            "node" "ListCustomFieldsDto"
            "py=list_cust_fields;node=listCustFields;java=listCustFields;go=ListCustFields;cs=ListCustFields"
            "" "ListCistomFieldsResDto" "ListCustomFieldsDto" "-"
        ]
        ()
        {tenant_id: Text "tenantId"}
        (
            target_type: Choice["USER" "ROLE" "GROUP" "DEPARTMENT"] "targetType",
            data_type: Choice["STRING" "NUMBER" "DATETIME" "BOOLEAN" "OBJECT" "SELECT"] "dataType"
        )
        {
            page: Integer "page" / "from 1", limit: Integer "limit" / "entries a page, at most 50",
            user_visible: Flag "userVisible", admin_visible: Flag "adminVisible",
            access_control: Flag "accessControl", keyword: Text "keyword", lang: Text "lang"
        };

    POST "/api/v3/set-custom-fields" AccessKey set_custom_fields SetCustomFields
        [
            "Create or change custom field definitions." "set_custom_fields" "py,node,java,go,cs"
            "node" "SetCustomFieldsReqDto"
            "py=set_custom_fields;node=setCustomFields;java=setCustomFields;go=SetCustomFields;cs=SetCustomFields"
            "" "CustomFieldListRespDto" "list<CustomFieldDto>" "array"
        ]
        (list: Objects "list")
        {tenant_id: Text "tenantId"};

    POST "/api/v3/delete-custom-fields" AccessKey delete_custom_fields DeleteCustomFields
        [
            "Delete custom field definitions." "delete_custom_fields" "py,node,java,go,cs" "node"
            "DeleteCustomFieldsReqDto"
            "py=delete_custom_fields;node=deleteCustomFields;java=deleteCustomFields;go=DeleteCustomFields;cs=DeleteCustomFields"
            "" "IsSuccessRespDto" "IsSuccessDto" "-"
        ]
        (tenant_id: Text "tenantId", list: Objects "list")
        {};

    POST "/api/v3/set-custom-data" AccessKey set_custom_data SetCustomData
        [
            "Set custom field values on a target." "set_custom_data" "py,node,java,go,cs" "node"
            "SetCustomDataReqDto"
            "py=set_custom_data;node=setCustomData;java=setCustomData;go=SetCustomData;cs=SetCustomData"
            "" "IsSuccessRespDto" "IsSuccessDto" "-"
        ]
        (
            list: Objects "list", target_identifier: Text "targetIdentifier",
            target_type: Choice["USER" "ROLE" "GROUP" "DEPARTMENT"] "targetType"
        )
        {tenant_id: Text "tenantId", namespace: Text "namespace"};

    GET "/api/v3/get-custom-data" AccessKey get_custom_data GetCustomData
        [
            "Read custom field values of a target." "get_custom_data" "py,node,java,go,cs" "node"
            "GetCustomDataDto"
            "py=get_custom_data;node=getCustomData;java=getCustomData;go=GetCustomData;cs=GetCustomData"
            "" "GetCustomDataRespDto" "any" "-"
        ]
        (
            tenant_id: Text "tenantId",
            target_type: Choice["USER" "ROLE" "GROUP" "DEPARTMENT"] "targetType",
            target_identifier: Text "targetIdentifier"
        )
        {namespace: Text "namespace"};
}
