//! Ldap server.
//!
//! Written by `cargo xtask authing` from `endpoints.tsv`.

use crate::client::authing::management::{AsyncManagementClient, Management, ManagementClient};
use crate::client::authing::requests::requests;

requests! {
    Management, ManagementClient, AsyncManagementClient:

    GET "/api/v3/get-ldap-server-random-pwd" AccessKey get_bind_pwd GetBindPwd;

    GET "/api/v3/get-ldap-server-config" AccessKey query_ldap_config_info QueryLdapConfigInfo;

    POST "/api/v3/update-ldap-server-config" AccessKey update_ldap_config_info UpdateLdapConfigInfo
        ()
        {bind_pwd: Text "bindPwd"};

    POST "/api/v3/enable-ldap-server" AccessKey save_ldap_config_info SaveLdapConfigInfo
        (ldap_domain: Text "ldapDomain")
        {link_url: Text "linkUrl"};

    POST "/api/v3/disable-ldap-server" AccessKey disable_ldap_server DisableLdapServer
        (enabled: Flag "enabled")
        {};

    GET "/api/v3/get-ldap-server-log" AccessKey query_ldap_log QueryLdapLog
        (r#type: Integer "type")
        {
            connection: Integer "connection", operation_number: Integer "operationNumber",
            error_code: Integer "errorCode", message: Text "message",
            start_time: Integer "startTime", end_time: Integer "endTime"
        }
        (page: Integer "page", limit: Integer "limit")
        {};

    GET "/api/v3/get-ldap-sub-entries" AccessKey query_ldap_sub_entries QueryLdapSubEntries
        ()
        {dn: Text "dn"}
        (page: Integer "page", limit: Integer "limit")
        {};
}
