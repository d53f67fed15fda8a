//! Which method belongs to which area: one begins with a method and goes on to
//! the next that begins one. An area may come more than once.

use crate::Result;

/// A client and its areas.
pub(super) struct Client {
    pub(super) name: &'static str,
    /// The marker type, the blocking and the async client.
    pub(super) types: [&'static str; 3],
    /// Area and its first method, in the order of the table.
    pub(super) areas: &'static [(&'static str, &'static str)],
}

impl Client {
    /// Where the files go.
    pub(super) fn folder(&self) -> String {
        format!("src/client/authing/{}", self.name)
    }

    /// The area that begins with `method`.
    pub(super) fn begins(&self, method: &str) -> Option<&'static str> {
        let mut areas = self.areas.iter();
        areas
            .find(|(_, first)| *first == method)
            .map(|(area, _)| *area)
    }

    /// Fails when an area begins with a method that is not there.
    pub(super) fn check(&self, methods: &[&str]) -> Result<()> {
        for (area, first) in self.areas {
            if !methods.contains(first) {
                return Err(format!(
                    "area {area:?} begins with {first:?}, which is no method"
                ));
            }
        }
        Ok(())
    }
}

/// The heading of an area's file.
pub(super) fn heading(area: &str) -> String {
    let mut text = area.replace('_', " ");
    if let Some(first) = text.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    text
}

pub(super) const CLIENTS: &[Client] = &[
    Client {
        name: "authentication",
        types: [
            "Authentication",
            "AuthenticationClient",
            "AsyncAuthenticationClient",
        ],
        areas: &[
            ("sign_in", "set_access_token"),
            ("sign_up", "sign_up_by_email_password"),
            ("identities", "generate_link_ext_idp_url"),
            ("sign_in", "sign_in_by_credentials"),
            ("identities", "get_alipay_auth_info"),
            ("codes", "gene_qr_code"),
            ("messages", "send_sms"),
            ("wechat", "decrypt_wechat_mini_program_data"),
            ("account", "get_login_history"),
            ("profile", "get_profile"),
            ("security", "get_security_level"),
            ("account", "list_public_accounts_for_switch_logged_in"),
            ("system", "get_system_info"),
            ("permissions", "check_permission_by_string_resource"),
            ("webauthn", "init_authentication_options"),
            ("devices", "list"),
            ("wechat", "auth_by_code_identity"),
            ("codes", "get_push_login_relation_apps"),
            ("messages", "pre_check_code"),
            ("webauthn", "list_credentials_by_page"),
            ("mfa", "verify_mfa_token"),
            ("events", "sub_event"),
            ("sign_in", "login_with_redirect"),
            ("codes", "get_qr_code_status_v2"),
            ("security", "validate_password"),
            ("identities", "decrypt_douyin_mini_program_data"),
            ("approvals", "get_enable_permission_apply_application_list"),
            ("invitations", "get_universal_invitation_public_config"),
            ("webauthn", "web_authn_admin_initialize"),
            ("permissions", "list_subject_auth"),
            ("webauthn", "list_web_authn_person_credentials"),
            ("system", "validate_token"),
            ("wechat", "get_wechat_miniprogram_phone"),
            ("account", "track_session"),
        ],
    },
    Client {
        name: "management",
        types: ["Management", "ManagementClient", "AsyncManagementClient"],
        areas: &[
            ("metadata", "list_row"),
            ("posts", "post_list"),
            ("devices", "delete_device"),
            ("public_accounts", "list_public_accounts"),
            ("organizations", "get_organization"),
            ("departments", "get_department"),
            ("users", "list_users"),
            ("public_accounts", "get_public_account_roles"),
            ("sync_tasks", "get_sync_task"),
            ("groups", "get_group"),
            ("roles", "get_role"),
            ("identity_providers", "list_ext_idp"),
            ("fields", "get_user_base_fields"),
            ("resources", "create_resource"),
            ("namespaces", "create_namespace"),
            ("resources", "authorize_resources"),
            ("audit_logs", "get_user_action_logs"),
            ("emails", "get_email_templates"),
            ("applications", "get_application"),
            ("asa_accounts", "create_asa_account"),
            ("settings", "get_security_settings"),
            ("tenants", "create_tenant"),
            ("permission_namespaces", "create_permission_namespace"),
            ("data_permissions", "create_data_resource"),
            ("billing", "get_current_package_info"),
            ("events", "create_event_app"),
            ("risk_lists", "add_whitelist"),
            ("devices", "create_device"),
            ("pipelines", "create_pipeline_function"),
            ("webhooks", "create_webhook"),
            ("ldap_server", "get_bind_pwd"),
            ("access_keys", "get_access_key_list"),
            ("applications", "get_verify_config_app"),
            ("events", "sub_event"),
            ("posts", "post_list_batch"),
            ("metadata", "get_all_metadata"),
            ("departments", "get_department_all_app"),
            ("users", "get_user_encrypt_password_batch"),
            ("invitations", "get_universal_invitation"),
            ("roles", "check_mutual_exclusion"),
            ("applications", "get_wechat_mp_access_token_info"),
            ("settings", "close_global_mfa_settings"),
            ("tenants", "create_tenant_enterprise_certification"),
            ("data_permissions", "create_dnef"),
            ("risk_lists", "add_whitelist_of_app"),
            ("device_scopes", "get_rule_settings"),
            ("approvals", "process_approval"),
            ("devices", "add_device"),
            ("users", "list_users_by_keywords"),
            ("tenants", "update_multiple_tenant_admin"),
            ("applications", "get_verify_config"),
            ("devices", "delete_device_v2"),
        ],
    },
];
