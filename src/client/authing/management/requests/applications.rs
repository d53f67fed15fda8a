//! Applications.
//!
//! Written by `cargo xtask authing` from `endpoints.tsv`.

use crate::client::authing::management::{AsyncManagementClient, Management, ManagementClient};
use crate::client::authing::requests::requests;

requests! {
    Management, ManagementClient, AsyncManagementClient:

    GET "/api/v3/get-application" AccessKey get_application GetApplication
        (app_id: Text "appId")
        {};

    GET "/api/v3/get-subject-auth-detail" AccessKey detail_auth_subject DetailAuthSubject
        (target_id: Text "targetId", target_type: Text "targetType", app_id: Text "appId")
        {};

    POST "/api/v3/list-subject-auth" AccessKey list_auth_subject ListAuthSubject
        (target_type: Text "targetType", target_id: Text "targetId")
        {
            app_name: Text "appName", app_type_list: List "appTypeList", effect: List "effect",
            enabled: Flag "enabled"
        };

    POST "/api/v3/list-applications-auth" AccessKey list_auth_application ListAuthApplication
        (app_id: Text "appId")
        {
            page: Integer "page", limit: Integer "limit", target_name: Text "targetName",
            target_type_list: List "targetTypeList", effect: Text "effect", enabled: Flag "enabled"
        };

    POST "/api/v3/update-auth-enabled" AccessKey enabled_auth EnabledAuth
        (enabled: Flag "enabled", id: Text "id")
        {};

    DELETE "/api/v3/batch-applications-auth" AccessKey delete_auth DeleteAuth
        (auth_ids: Texts "authIds")
        {};

    GET "/api/v3/list-applications" AccessKey list_applications ListApplications
        ()
        {
            page: Integer "page", limit: Integer "limit", is_integrate_app: Flag "isIntegrateApp",
            is_self_built_app: Flag "isSelfBuiltApp", sso_enabled: Flag "ssoEnabled",
            keywords: Text "keywords", all: Flag "all"
        };

    GET "/api/v3/get-application-simple-info" AccessKey get_application_simple_info GetApplicationSimpleInfo
        (app_id: Text "appId")
        {};

    GET "/api/v3/list-application-simple-info" AccessKey list_application_simple_info ListApplicationSimpleInfo
        ()
        {
            page: Integer "page", limit: Integer "limit", is_integrate_app: Flag "isIntegrateApp",
            is_self_built_app: Flag "isSelfBuiltApp", sso_enabled: Flag "ssoEnabled",
            keywords: Text "keywords"
        };

    POST "/api/v3/create-application" AccessKey create_application CreateApplication
        (app_name: Text "appName")
        {
            template: Text "template", template_data: Text "templateData",
            app_identifier: Text "appIdentifier", app_logo: Text "appLogo",
            app_description: Text "appDescription", app_type: Text "appType",
            default_protocol: Text "defaultProtocol", redirect_uris: List "redirectUris",
            logout_redirect_uris: List "logoutRedirectUris", init_login_uri: Text "initLoginUri",
            sso_enabled: Flag "ssoEnabled", oidc_config: Object "oidcConfig",
            saml_provider_enabled: Flag "samlProviderEnabled", saml_config: Object "samlConfig",
            oauth_provider_enabled: Flag "oauthProviderEnabled", oauth_config: Object "oauthConfig",
            cas_provider_enabled: Flag "casProviderEnabled", cas_config: Object "casConfig",
            login_config: Object "loginConfig", register_config: Object "registerConfig",
            branding_config: Object "brandingConfig"
        };

    POST "/api/v3/delete-application" AccessKey delete_application DeleteApplication
        (app_id: Text "appId")
        {};

    GET "/api/v3/get-application-secret" AccessKey get_application_secret GetApplicationSecret
        (app_id: Text "appId")
        {};

    POST "/api/v3/refresh-application-secret" AccessKey refresh_application_secret RefreshApplicationSecret
        (app_id: Text "appId")
        {};

    POST "/api/v3/list-application-active-users" AccessKey list_application_active_users ListApplicationActiveUsers
        (app_id: Text "appId")
        {options: Object "options"};

    GET "/api/v3/get-application-permission-strategy" AccessKey get_application_permission_strategy GetApplicationPermissionStrategy
        (app_id: Text "appId")
        {};

    POST "/api/v3/update-application-permission-strategy" AccessKey update_application_permission_strategy UpdateApplicationPermissionStrategy
        (permission_strategy: Text "permissionStrategy", app_id: Text "appId")
        {};

    POST "/api/v3/authorize-application-access" AccessKey authorize_application_access AuthorizeApplicationAccess
        (app_id: Text "appId", list: List "list")
        {};

    POST "/api/v3/revoke-application-access" AccessKey revoke_application_access RevokeApplicationAccess
        (app_id: Text "appId", list: List "list")
        {};

    POST "/api/v3/check-domain-available" AccessKey check_domain_available CheckDomainAvailable
        (domain: Text "domain")
        {};

    GET "/api/v3/list-tenant-applications" AccessKey list_tenant_applications ListTenantApplications
        (
            page: Text "page", limit: Text "limit", keywords: Text "keywords",
            sso_enabled: Flag "sso_enabled"
        )
        {};

    POST "/api/v3/update-login-page-config" AccessKey update_login_page_config UpdateLoginPageConfig
        (update: Object "update")
        {};

    GET "/api/v3/userpool-tenant-config" AccessKey userpoll_tenant_config UserpollTenantConfig;

    POST "/api/v3/update-userpool-tenant-config" AccessKey update_user_pool_tenant_config UpdateUserPoolTenantConfig
        (update: Object "update")
        {};

    POST "/api/v3/update-userpool-tenant-appqrcode-state" AccessKey update_tenant_qr_code_state UpdateTenantQrCodeState
        (enabled: Flag "enabled")
        {};

    POST "/api/v3/change-userpool-tenant-ext-idp-conn-state" AccessKey change_userpool_tenan_ext_idp_conn_state ChangeUserpoolTenanExtIdpConnState
        (enabled: Flag "enabled", conn_ids: List "connIds")
        {};

    POST "/api/v3/update-application-mfa-settings" AccessKey update_application_mfa_settings UpdateApplicationMfaSettings
        (app_id: Text "appId")
        {enabled_factors: List "enabledFactors", disabled_factors: List "disabledFactors"};

    GET "/api/v3/get-mfa-trigger-data" AccessKey get_mfa_trigger_data GetMfaTriggerData
        (app_id: Text "appId", user_id: Text "userId")
        {user_id_type: Text "userIdType"};

    GET "/api/v3/verify-config-app" AccessKey get_verify_config_app GetVerifyConfigApp
        ()
        {keywords: Text "keywords"};
}
