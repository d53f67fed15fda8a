//! Ldap server.
//!
//! Written by `cargo xtask authing` from `endpoints.tsv`.

use crate::client::authing::management::{AsyncManagementClient, Management, ManagementClient};
use crate::client::authing::requests::requests;

requests! {
    Management, ManagementClient, AsyncManagementClient:

    GET "/api/v3/get-ldap-server-random-pwd" AccessKey get_bind_pwd GetBindPwd
        [
            "Create the LDAP server's administrator password." "get_bind_pwd" "py,node,java,go,cs"
            "node" "" "py=get_bind_pwd;node=getBindPwd;java=getBindPwd;go=GetBindPwd;cs=GetBindPwd"
            "" "LdapGetBindPwdRespDto" "str" "-"
        ];

    GET "/api/v3/get-ldap-server-config" AccessKey query_ldap_config_info QueryLdapConfigInfo
        [
            "Read the LDAP server settings." "query_ldap_config_info" "py,node,java,go,cs" "node" ""
            "py=query_ldap_config_info;node=queryLdapConfigInfo;java=queryLdapConfigInfo;go=QueryLdapConfigInfo;cs=QueryLdapConfigInfo"
            "" "LdapConfigInfoRespDto" "LdapConfigInfoDto" "-"
        ];

    POST "/api/v3/update-ldap-server-config" AccessKey update_ldap_config_info UpdateLdapConfigInfo
        [
            "Change the LDAP server settings." "update_ldap_config_info" "py,node,java,go,cs" "node"
            "LdapUpdateDto"
            "py=update_ldap_config_info;node=updateLdapConfigInfo;java=updateLdapConfigInfo;go=UpdateLdapConfigInfo;cs=UpdateLdapConfigInfo"
            "" "LdapOperateRespDto" "bool" "-"
        ]
        ()
        {bind_pwd: Text "bindPwd"};

    POST "/api/v3/enable-ldap-server" AccessKey save_ldap_config_info SaveLdapConfigInfo
        [
            "Initialise or restart the LDAP server." "save_ldap_config_info" "py,node,java,go,cs"
            "node" "LdapSaveDto"
            "py=save_ldap_config_info;node=saveLdapConfigInfo;java=saveLdapConfigInfo;go=SaveLdapConfigInfo;cs=SaveLdapConfigInfo"
            "" "LdapOperateRespDto" "bool" "-"
        ]
        (ldap_domain: Text "ldapDomain")
        {link_url: Text "linkUrl"};

    POST "/api/v3/disable-ldap-server" AccessKey disable_ldap_server DisableLdapServer
        [
            "Stop the LDAP server." "disable_ldap_server" "py,node,java,go,cs" "node"
            "LdapSetEnabledFlagDto"
            "py=disable_ldap_server;node=disableLdapServer;java=disableLdapServer;go=DisableLdapServer;cs=DisableLdapServer"
            "" "LdapOperateRespDto" "bool" "-"
        ]
        (enabled: Flag "enabled")
        {};

    GET "/api/v3/get-ldap-server-log" AccessKey query_ldap_log QueryLdapLog
        [
            "Search the LDAP server's log." "query_ldap_log" "py,node,java,go,cs" "node"
            "GetLdapServerLogDto"
            "py=query_ldap_log;node=queryLdapLog;java=queryLdapLog;go=QueryLdapLog;cs=QueryLdapLog"
            "" "LdapLogRespDto" "LdapLogDto" "list+totalCount"
        ]
        (r#type: Integer "type")
        {
            connection: Integer "connection", operation_number: Integer "operationNumber",
            error_code: Integer "errorCode", message: Text "message",
            start_time: Integer "startTime", end_time: Integer "endTime"
        }
        (page: Integer "page" / "from 1", limit: Integer "limit" / "entries a page, at most 50")
        {};

    GET "/api/v3/get-ldap-sub-entries" AccessKey query_ldap_sub_entries QueryLdapSubEntries
        [
            "List entries one level below a DN." "query_ldap_sub_entries" "py,node,java,go,cs"
            "node" "GetLdapSubEntriesDto"
            "py=query_ldap_sub_entries;node=queryLdapSubEntries;java=queryLdapSubEntries;go=QueryLdapSubEntries;cs=QueryLdapSubEntries"
            "" "LdapLogRespDto" "LdapLogDto" "list+totalCount"
        ]
        ()
        {dn: Text "dn"}
        (page: Integer "page" / "from 1", limit: Integer "limit" / "entries a page, at most 50")
        {};
}
