//! Identity providers.
//!
//! Written by `cargo xtask authing` from `endpoints.tsv`.

use crate::client::authing::management::{AsyncManagementClient, Management, ManagementClient};
use crate::client::authing::requests::requests;

requests! {
    Management, ManagementClient, AsyncManagementClient:

    GET "/api/v3/list-ext-idp" AccessKey list_ext_idp ListExtIdp
        [
            "List external identity sources." "list_ext_idp" "py,node,java,go,cs" "node"
            "ListExtIdpDto"
            "py=list_ext_idp;node=listExtIdp;java=listExtIdp;go=ListExtIdp;cs=ListExtIdp|ListExtIdp1"
            "" "ExtIdpListPaginatedRespDto" "ExtIdpListPagingDto" "list+totalCount"
        ]
        ()
        {tenant_id: Text "tenantId", app_id: Text "appId"};

    GET "/api/v3/get-ext-idp" AccessKey get_ext_idp GetExtIdp
        [
            "Read one external identity source." "get_ext_idp" "py,node,java,go,cs" "node"
            "GetExtIdpDto"
            "py=get_ext_idp;node=getExtIdp;java=getExtIdp;go=GetExtIdp;cs=GetExtIdp|GetExtIdp1" ""
            "ExtIdpDetailSingleRespDto" "ExtIdpDetail" "-"
        ]
        ()
        {tenant_id: Text "tenantId", app_id: Text "appId"}
        (id: Text "id")
        {r#type: Choice["social" "enterprise"] "type"};

    POST "/api/v3/create-ext-idp" AccessKey create_ext_idp CreateExtIdp
        [
            "Create an external identity source." "create_ext_idp" "py,node,java,go,cs" "node"
            "CreateExtIdpDto"
            "py=create_ext_idp;node=createExtIdp;java=createExtIdp;go=CreateExtIdp;cs=CreateExtIdp|CreateExtIdp1"
            "" "ExtIdpSingleRespDto" "ExtIdpDto" "-"
        ]
        (
            name: Text "name",
            r#type: Choice["oidc" "oauth2" "saml" "ldap" "ad" "cas" "azure-ad" "wechat" "google" "qq" "wechatwork" "dingtalk" "weibo" "github" "alipay" "apple" "baidu" "lark" "gitlab" "twitter" "facebook" "slack" "linkedin" "yidun" "qingcloud" "gitee" "instagram" "welink" "huawei" "honor" "xiaomi" "oppo" "aws" "amazon" "douyin" "kuaishou" "line" "sdbz" "zjzwfw" "zzding" "seeyona8v5"] "type"
        )
        {tenant_id: Text "tenantId"};

    POST "/api/v3/update-ext-idp" AccessKey update_ext_idp UpdateExtIdp
        [
            "Change an external identity source." "update_ext_idp" "py,node,java,go,cs" "node"
            "UpdateExtIdpDto"
            "py=update_ext_idp;node=updateExtIdp;java=updateExtIdp;go=UpdateExtIdp;cs=UpdateExtIdp|UpdateExtIdp1"
            "" "ExtIdpSingleRespDto" "ExtIdpDto" "-"
        ]
        (name: Text "name", id: Text "id")
        {tenant_id: Text "tenantId"};

    POST "/api/v3/delete-ext-idp" AccessKey delete_ext_idp DeleteExtIdp
        [
            "Delete an external identity source." "delete_ext_idp" "py,node,java,go,cs" "node"
            "DeleteExtIdpDto"
            "py=delete_ext_idp;node=deleteExtIdp;java=deleteExtIdp;go=DeleteExtIdp;cs=DeleteExtIdp|DeleteExtIdp1"
            "" "IsSuccessRespDto" "IsSuccessDto" "-"
        ]
        (id: Text "id")
        {tenant_id: Text "tenantId"};

    POST "/api/v3/create-ext-idp-conn" AccessKey create_ext_idp_conn CreateExtIdpConn
        [
            "Add a connection to an external identity source." "create_ext_idp_conn"
            "py,node,java,go,cs" "node+py" "CreateExtIdpConnDto"
            "py=create_ext_idp_conn;node=createExtIdpConn;java=createExtIdpConn;go=CreateExtIdpConn;cs=CreateExtIdpConn|CreateExtIdpConn1"
            "" "ExtIdpConnDetailSingleRespDto" "ExtIdpConnDetail" "-"
        ]
        (
            ext_idp_id: Text "extIdpId",
            r#type: Choice["oidc" "oauth" "saml" "ldap" "ad" "cas" "azure-ad" "alipay" "facebook" "facebook:mobile" "twitter" "google:mobile" "google" "wechat:pc" "wechat:mobile" "wechat:webpage-authorization" "wechatmp-qrcode" "wechat:miniprogram:default" "wechat:miniprogram:qrconnect" "wechat:miniprogram:app-launch" "github" "github:mobile" "qq" "qq:mobile" "wechatwork:corp:qrconnect" "wechatwork:agency:qrconnect" "wechatwork:service-provider:qrconnect" "wechatwork:mobile" "wechatwork:agency:mobile" "dingtalk" "dingtalk:mobile" "dingtalk:provider" "weibo" "weibo:mobile" "apple" "apple:web" "baidu" "baidu:mobile" "lark-internal" "lark-public" "lark-block" "gitlab" "gitlab:mobile" "linkedin" "linkedin:mobile" "slack" "slack:mobile" "yidun" "qingcloud" "gitee" "gitee:mobile" "instagram" "welink" "ad-kerberos" "huawei" "huawei:mobile" "honor" "xiaomi" "xiaomi:mobile" "aws" "amazon" "amazon:mobile" "douyin:mobile" "douyin:miniprogram:default" "kuaishou:mobile" "line:mobile" "oppo:mobile" "wechatwork:qrconnect:of:authing:agency" "sdbz" "zjzwfw-qrcode" "zzding" "seeyona8v5"] "type",
            identifier: Text "identifier", display_name: Text "displayName", fields: Object "fields"
        )
        {login_only: Flag "loginOnly", logo: Text "logo", tenant_id: Text "tenantId"};

    POST "/api/v3/update-ext-idp-conn" AccessKey update_ext_idp_conn UpdateExtIdpConn
        [
            "Change a connection of an external identity source." "update_ext_idp_conn"
            "py,node,java,go,cs" "node+py" "UpdateExtIdpConnDto"
            "py=update_ext_idp_conn;node=updateExtIdpConn;java=updateExtIdpConn;go=UpdateExtIdpConn;cs=UpdateExtIdpConn|UpdateExtIdpConn1"
            "" "ExtIdpConnDetailSingleRespDto" "ExtIdpConnDetail" "-"
        ]
        (id: Text "id", display_name: Text "displayName", fields: Object "fields")
        {logo: Text "logo", login_only: Flag "loginOnly", tenant_id: Text "tenantId"};

    POST "/api/v3/delete-ext-idp-conn" AccessKey delete_ext_idp_conn DeleteExtIdpConn
        [
            "Delete a connection of an external identity source." "delete_ext_idp_conn"
            "py,node,java,go,cs" "node" "DeleteExtIdpConnDto"
            "py=delete_ext_idp_conn;node=deleteExtIdpConn;java=deleteExtIdpConn;go=DeleteExtIdpConn;cs=DeleteExtIdpConn|DeleteExtIdpConn1"
            "" "IsSuccessRespDto" "IsSuccessDto" "-"
        ]
        (id: Text "id")
        {tenant_id: Text "tenantId"};

    POST "/api/v3/change-ext-idp-conn-state" AccessKey change_ext_idp_conn_state ChangeExtIdpConnState
        [
            "Switch an identity source connection on or off." "change_ext_idp_conn_state"
            "py,node,java,go,cs" "node" "ChangeExtIdpConnStateDto"
            "py=change_ext_idp_conn_state;node=changeExtIdpConnState;java=changeExtIdpConnState;go=ChangeExtIdpConnState;cs=ChangeExtIdpConnState|ChangeExtIdpConnState1"
            "" "IsSuccessRespDto" "IsSuccessDto" "-"
        ]
        (id: Text "id", enabled: Flag "enabled", app_id: Text "appId")
        {tenant_id: Text "tenantId", app_ids: Texts "appIds"};

    POST "/api/v3/change-ext-idp-conn-association-state" AccessKey change_ext_idp_conn_association_state ChangeExtIdpConnAssociationState
        [
            "Tie an identity source to a tenant or untie it."
            "change_ext_idp_conn_association_state" "py,node,java,go,cs" "node"
            "ChangeExtIdpAssociationStateDto"
            "py=change_ext_idp_conn_association_state;node=changeExtIdpConnAssociationState;java=changeExtIdpConnAssociationState;go=ChangeExtIdpConnAssociationState;cs=ChangeExtIdpConnAssociationState|ChangeExtIdpConnAssociationState1"
            "" "IsSuccessRespDto" "IsSuccessDto" "-"
        ]
        (id: Text "id", association: Flag "association")
        {tenant_id: Text "tenantId"};

    GET "/api/v3/list-tenant-ext-idp" AccessKey list_tenant_ext_idp ListTenantExtIdp
        [
            "List identity sources as the tenant console sees them." "list_tenant_ext_idp"
            "py,node,java,go,cs" "node" "ListTenantExtIdpDto"
            "py=list_tenant_ext_idp;node=listTenantExtIdp;java=listTenantExtIdp;go=ListTenantExtIdp;cs=ListTenantExtIdp|ListTenantExtIdp1"
            "" "ExtIdpListPaginatedRespDto" "ExtIdpListPagingDto" "list+totalCount"
        ]
        ()
        {
            tenant_id: Text "tenantId", app_id: Text "appId",
            r#type: Choice["social" "enterprise"] "type", page: Integer "page" / "from 1",
            limit: Integer "limit" / "entries a page, at most 50"
        };

    GET "/api/v3/ext-idp-conn-apps" AccessKey ext_idp_conn_state_by_apps ExtIdpConnStateByApps
        [
            "Show a source's connection state per application." "ext_idp_conn_state_by_apps"
            "py,node,java,go,cs" "node" "ExtIdpConnAppsDto"
            "py=ext_idp_conn_state_by_apps;node=extIdpConnStateByApps;java=extIdpConnStateByApps;go=ExtIdpConnStateByApps;cs=ExtIdpConnStateByApps|ExtIdpConnStateByApps1"
            "" "ExtIdpListPaginatedRespDto" "ExtIdpListPagingDto" "list+totalCount"
        ]
        ()
        {tenant_id: Text "tenantId", app_id: Text "appId"}
        (id: Text "id")
        {r#type: Choice["social" "enterprise"] "type"};
}
