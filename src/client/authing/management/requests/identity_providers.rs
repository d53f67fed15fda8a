//! Identity providers.
//!
//! Written by `cargo xtask authing` from `endpoints.tsv`.

use crate::client::authing::management::{AsyncManagementClient, Management, ManagementClient};
use crate::client::authing::requests::requests;

requests! {
    Management, ManagementClient, AsyncManagementClient:

    GET "/api/v3/list-ext-idp" AccessKey list_ext_idp ListExtIdp
        ()
        {tenant_id: Text "tenantId", app_id: Text "appId"};

    GET "/api/v3/get-ext-idp" AccessKey get_ext_idp GetExtIdp
        ()
        {tenant_id: Text "tenantId", app_id: Text "appId"}
        (id: Text "id")
        {r#type: Text "type"};

    POST "/api/v3/create-ext-idp" AccessKey create_ext_idp CreateExtIdp
        (name: Text "name", r#type: Text "type")
        {tenant_id: Text "tenantId"};

    POST "/api/v3/update-ext-idp" AccessKey update_ext_idp UpdateExtIdp
        (name: Text "name", id: Text "id")
        {tenant_id: Text "tenantId"};

    POST "/api/v3/delete-ext-idp" AccessKey delete_ext_idp DeleteExtIdp
        (id: Text "id")
        {tenant_id: Text "tenantId"};

    POST "/api/v3/create-ext-idp-conn" AccessKey create_ext_idp_conn CreateExtIdpConn
        (
            ext_idp_id: Text "extIdpId", r#type: Text "type", identifier: Text "identifier",
            display_name: Text "displayName", fields: Object "fields"
        )
        {login_only: Flag "loginOnly", logo: Text "logo", tenant_id: Text "tenantId"};

    POST "/api/v3/update-ext-idp-conn" AccessKey update_ext_idp_conn UpdateExtIdpConn
        (id: Text "id", display_name: Text "displayName", fields: Object "fields")
        {logo: Text "logo", login_only: Flag "loginOnly", tenant_id: Text "tenantId"};

    POST "/api/v3/delete-ext-idp-conn" AccessKey delete_ext_idp_conn DeleteExtIdpConn
        (id: Text "id")
        {tenant_id: Text "tenantId"};

    POST "/api/v3/change-ext-idp-conn-state" AccessKey change_ext_idp_conn_state ChangeExtIdpConnState
        (id: Text "id", enabled: Flag "enabled", app_id: Text "appId")
        {tenant_id: Text "tenantId", app_ids: List "appIds"};

    POST "/api/v3/change-ext-idp-conn-association-state" AccessKey change_ext_idp_conn_association_state ChangeExtIdpConnAssociationState
        (id: Text "id", association: Flag "association")
        {tenant_id: Text "tenantId"};

    GET "/api/v3/list-tenant-ext-idp" AccessKey list_tenant_ext_idp ListTenantExtIdp
        ()
        {
            tenant_id: Text "tenantId", app_id: Text "appId", r#type: Text "type",
            page: Integer "page", limit: Integer "limit"
        };

    GET "/api/v3/ext-idp-conn-apps" AccessKey ext_idp_conn_state_by_apps ExtIdpConnStateByApps
        ()
        {tenant_id: Text "tenantId", app_id: Text "appId"}
        (id: Text "id")
        {r#type: Text "type"};
}
