//! Fields.
//!
//! Written by `cargo xtask authing` from `endpoints.tsv`.

use crate::client::authing::management::{AsyncManagementClient, Management, ManagementClient};
use crate::client::authing::requests::requests;

requests! {
    Management, ManagementClient, AsyncManagementClient:

    GET "/api/v3/get-user-base-fields" AccessKey get_user_base_fields GetUserBaseFields;

    GET "/api/v3/list-user-base-fields" AccessKey list_user_base_fields ListUserBaseFields
        ()
        {tenant_id: Text "tenantId"}
        (target_type: Text "targetType", data_type: Text "dataType")
        {
            page: Integer "page", limit: Integer "limit", user_visible: Flag "userVisible",
            admin_visible: Flag "adminVisible", access_control: Flag "accessControl",
            keyword: Text "keyword", lang: Text "lang"
        };

    POST "/api/v3/set-user-base-fields" AccessKey set_user_base_fields SetUserBaseFields
        (list: List "list")
        {};

    GET "/api/v3/get-custom-fields" AccessKey get_custom_fields GetCustomFields
        (target_type: Text "targetType")
        {tenant_id: Text "tenantId"};

    GET "/api/v3/list-custom-fields" AccessKey list_cust_fields ListCustFields
        ()
        {tenant_id: Text "tenantId"}
        (target_type: Text "targetType", data_type: Text "dataType")
        {
            page: Integer "page", limit: Integer "limit", user_visible: Flag "userVisible",
            admin_visible: Flag "adminVisible", access_control: Flag "accessControl",
            keyword: Text "keyword", lang: Text "lang"
        };

    POST "/api/v3/set-custom-fields" AccessKey set_custom_fields SetCustomFields
        (list: List "list")
        {tenant_id: Text "tenantId"};

    POST "/api/v3/delete-custom-fields" AccessKey delete_custom_fields DeleteCustomFields
        (tenant_id: Text "tenantId", list: List "list")
        {};

    POST "/api/v3/set-custom-data" AccessKey set_custom_data SetCustomData
        (
            list: List "list", target_identifier: Text "targetIdentifier",
            target_type: Text "targetType"
        )
        {tenant_id: Text "tenantId", namespace: Text "namespace"};

    GET "/api/v3/get-custom-data" AccessKey get_custom_data GetCustomData
        (
            tenant_id: Text "tenantId", target_type: Text "targetType",
            target_identifier: Text "targetIdentifier"
        )
        {namespace: Text "namespace"};
}
