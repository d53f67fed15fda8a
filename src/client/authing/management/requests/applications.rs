//! Applications.
//!
//! Written by `cargo xtask authing` from `endpoints.tsv`.

use crate::client::authing::management::{AsyncManagementClient, Management, ManagementClient};
use crate::client::authing::requests::requests;

requests! {
    Management, ManagementClient, AsyncManagementClient:

    GET "/api/v3/get-application" AccessKey get_application GetApplication
        [
            "Read one application." "get_application" "py,node,java,go,cs" "node"
            "GetApplicationDto"
            "py=get_application;node=getApplication;java=getApplication;go=GetApplication;cs=GetApplication|GetApplication1"
            "" "ApplicationSingleRespDto" "ApplicationDto" "-"
        ]
        (app_id: Text "appId")
        {};

    GET "/api/v3/get-subject-auth-detail" AccessKey detail_auth_subject DetailAuthSubject
        [
            "Read the detail of one access grant." "detail_auth_subject" "py,node,java,go,cs" "node"
            "GetSubjectAuthDetailDto"
            "py=detail_auth_subject;node=detailAuthSubject;java=detailAuthSubject;go=DetailAuthSubject;cs=DetailAuthSubject"
            "" "GetSubjectAuthRespDto" "GetSubjectAuthDataDto" "-"
        ]
        (
            target_id: Text "targetId",
            target_type: Choice["USER" "ROLE" "GROUP" "ORG" "AK_SK"] "targetType",
            app_id: Text "appId"
        )
        {};

    POST "/api/v3/list-subject-auth" AccessKey list_auth_subject ListAuthSubject
        [
            "List grants of one target." "list_auth_subject" "py,node,java,go,cs" "node"
            "ListAuthSubjectDto"
            "py=list_auth_subject;node=listAuthSubject;java=listAuthSubject;go=ListAuthSubject;cs=ListAuthSubject"
            "" "ListApplicationSubjectRespDto" "ListApplicationSubjectDataListDto" "list"
        ]
        (
            target_type: Choice["USER" "ROLE" "GROUP" "ORG" "AK_SK"] "targetType",
            target_id: Text "targetId"
        )
        {
            app_name: Text "appName", app_type_list: Texts "appTypeList", effect: Texts "effect",
            enabled: Flag "enabled"
        };

    POST "/api/v3/list-applications-auth" AccessKey list_auth_application ListAuthApplication
        [
            "List grants of one application." "list_auth_application" "py,node,java,go,cs" "node"
            "ListApplicationAuthDto"
            "py=list_auth_application;node=listAuthApplication;java=listAuthApplication;go=ListAuthApplication;cs=ListAuthApplication"
            "" "ListApplicationAuthPaginatedRespDto" "ListApplicationAuthPaginatedDataDto"
            "list+totalCount"
        ]
        (app_id: Text "appId")
        {
            page: Integer "page" / "from 1", limit: Integer "limit" / "entries a page, at most 50",
            target_name: Text "targetName", target_type_list: Texts "targetTypeList",
            effect: Choice["ALLOW" "DENY"] "effect", enabled: Flag "enabled"
        };

    POST "/api/v3/update-auth-enabled" AccessKey enabled_auth EnabledAuth
        [
            "Switch an access grant on or off." "enabled_auth" "py,node,java,go,cs" "node"
            "UpdateAuthEnabledDto"
            "py=enabled_auth;node=enabledAuth;java=enabledAuth;go=EnabledAuth;cs=EnabledAuth" ""
            "IsSuccessRespDto" "IsSuccessDto" "-"
        ]
        (enabled: Flag "enabled", id: Text "id")
        {};

    DELETE "/api/v3/batch-applications-auth" AccessKey delete_auth DeleteAuth
        [
            "Delete many access grants of applications." "delete_auth" "py,node" "node" ""
            "py=delete_auth;node=deleteAuth" "" "IsSuccessRespDto" "IsSuccessDto" "-"
        ]
        (auth_ids: Texts "authIds")
        {};

    GET "/api/v3/list-applications" AccessKey list_applications ListApplications
        [
            "List applications." "list_applications" "py,node,java,go,cs" "node"
            "ListApplicationsDto"
            "py=list_applications;node=listApplications;java=listApplications;go=ListApplications;cs=ListApplications"
            "" "ApplicationPaginatedRespDto" "ApplicationPaginatedDataDto" "list+totalCount"
        ]
        ()
        {
            page: Integer "page" / "from 1", limit: Integer "limit" / "entries a page, at most 50",
            is_integrate_app: Flag "isIntegrateApp", is_self_built_app: Flag "isSelfBuiltApp",
            sso_enabled: Flag "ssoEnabled", keywords: Text "keywords", all: Flag "all"
        };

    GET "/api/v3/get-application-simple-info" AccessKey get_application_simple_info GetApplicationSimpleInfo
        [
            "Read an application's short form." "get_application_simple_info" "py,node,java,go,cs"
            "node" "GetApplicationSimpleInfoDto"
            "py=get_application_simple_info;node=getApplicationSimpleInfo;java=getApplicationSimpleInfo;go=GetApplicationSimpleInfo;cs=GetApplicationSimpleInfo|GetApplicationSimpleInfo1"
            "" "ApplicationSimpleInfoSingleRespDto" "ApplicationSimpleInfoDto" "-"
        ]
        (app_id: Text "appId")
        {};

    GET "/api/v3/list-application-simple-info" AccessKey list_application_simple_info ListApplicationSimpleInfo
        [
            "List applications in short form." "list_application_simple_info" "py,node,java,go,cs"
            "node" "ListApplicationSimpleInfoDto"
            "py=list_application_simple_info;node=listApplicationSimpleInfo;java=listApplicationSimpleInfo;go=ListApplicationSimpleInfo;cs=ListApplicationSimpleInfo"
            "" "ApplicationSimpleInfoPaginatedRespDto" "ApplicationSimpleInfoPaginatedDataDto"
            "list+totalCount"
        ]
        ()
        {
            page: Integer "page" / "from 1", limit: Integer "limit" / "entries a page, at most 50",
            is_integrate_app: Flag "isIntegrateApp", is_self_built_app: Flag "isSelfBuiltApp",
            sso_enabled: Flag "ssoEnabled", keywords: Text "keywords"
        };

    POST "/api/v3/create-application" AccessKey create_application CreateApplication
        [
            "Create an application." "create_application" "py,node,java,go,cs" "node+java"
            "CreateApplicationDto"
            "py=create_application;node=createApplication;java=createApplication;go=CreateApplication;cs=CreateApplication"
            "" "CreateApplicationRespDto" "CreateApplicationRespDataDto" "-"
        ]
        (app_name: Text "appName")
        {
            template: Text "template", template_data: Text "templateData",
            app_identifier: Text "appIdentifier", app_logo: Text "appLogo",
            app_description: Text "appDescription",
            app_type: Choice["web" "spa" "native" "api" "mfa" "mini-program" "gateway-app" "gateway-agent"] "appType",
            default_protocol: Choice["oidc" "oauth" "saml" "cas" "asa"] "defaultProtocol",
            redirect_uris: Texts "redirectUris", logout_redirect_uris: Texts "logoutRedirectUris",
            init_login_uri: Text "initLoginUri", sso_enabled: Flag "ssoEnabled",
            oidc_config: Object "oidcConfig", saml_provider_enabled: Flag "samlProviderEnabled",
            saml_config: Object "samlConfig", oauth_provider_enabled: Flag "oauthProviderEnabled",
            oauth_config: Object "oauthConfig", cas_provider_enabled: Flag "casProviderEnabled",
            cas_config: Object "casConfig", login_config: Object "loginConfig",
            register_config: Object "registerConfig", branding_config: Object "brandingConfig"
        };

    POST "/api/v3/delete-application" AccessKey delete_application DeleteApplication
        [
            "Delete an application." "delete_application" "py,node,java,go,cs" "node"
            "DeleteApplicationDto"
            "py=delete_application;node=deleteApplication;java=deleteApplication;go=DeleteApplication;cs=DeleteApplication"
            "" "IsSuccessRespDto" "IsSuccessDto" "-"
        ]
        (app_id: Text "appId")
        {};

    GET "/api/v3/get-application-secret" AccessKey get_application_secret GetApplicationSecret
        [
            "Read an application's secret." "get_application_secret" "py,node,java,go,cs" "node"
            "GetApplicationSecretDto"
            "py=get_application_secret;node=getApplicationSecret;java=getApplicationSecret;go=GetApplicationSecret;cs=GetApplicationSecret"
            "" "GetApplicationSecretRespDto" "GetApplicationSecretDataDto" "-"
        ]
        (app_id: Text "appId")
        {};

    POST "/api/v3/refresh-application-secret" AccessKey refresh_application_secret RefreshApplicationSecret
        [
            "Issue a new application secret." "refresh_application_secret" "py,node,java,go,cs"
            "node" "RefreshApplicationSecretDto"
            "py=refresh_application_secret;node=refreshApplicationSecret;java=refreshApplicationSecret;go=RefreshApplicationSecret;cs=RefreshApplicationSecret"
            "" "RefreshApplicationSecretRespDto" "RefreshApplicationSecretDataDto" "-"
        ]
        (app_id: Text "appId")
        {};

    POST "/api/v3/list-application-active-users" AccessKey list_application_active_users ListApplicationActiveUsers
        [
            "List users currently signed in to an application." "list_application_active_users"
            "py,node,java,go,cs" "node" "ListApplicationActiveUsersDto"
            "py=list_application_active_users;node=listApplicationActiveUsers;java=listApplicationActiveUsers;go=ListApplicationActiveUsers;cs=ListApplicationActiveUsers"
            "" "UserPaginatedRespDto" "UserPagingDto" "list+totalCount"
        ]
        (app_id: Text "appId")
        {options: Object "options"};

    GET "/api/v3/get-application-permission-strategy" AccessKey get_application_permission_strategy GetApplicationPermissionStrategy
        [
            "Read an application's default access policy." "get_application_permission_strategy"
            "py,node,java,go,cs" "node" "GetApplicationPermissionStrategyDto"
            "py=get_application_permission_strategy;node=getApplicationPermissionStrategy;java=getApplicationPermissionStrategy;go=GetApplicationPermissionStrategy;cs=GetApplicationPermissionStrategy"
            "" "GetApplicationPermissionStrategyRespDto" "GetApplicationPermissionStrategyDataDto"
            "-"
        ]
        (app_id: Text "appId")
        {};

    POST "/api/v3/update-application-permission-strategy" AccessKey update_application_permission_strategy UpdateApplicationPermissionStrategy
        [
            "Change an application's default access policy."
            "update_application_permission_strategy" "py,node,java,go,cs" "node"
            "UpdateApplicationPermissionStrategyDataDto"
            "py=update_application_permission_strategy;node=updateApplicationPermissionStrategy;java=updateApplicationPermissionStrategy;go=UpdateApplicationPermissionStrategy;cs=UpdateApplicationPermissionStrategy"
            "" "IsSuccessRespDto" "IsSuccessDto" "-"
        ]
        (
            permission_strategy: Choice["ALLOW_ALL" "DENY_ALL"] "permissionStrategy",
            app_id: Text "appId"
        )
        {};

    POST "/api/v3/authorize-application-access" AccessKey authorize_application_access AuthorizeApplicationAccess
        [
            "Grant targets access to an application." "authorize_application_access"
            "py,node,java,go,cs" "node" "AuthorizeApplicationAccessDto"
            "py=authorize_application_access;node=authorizeApplicationAccess;java=authorizeApplicationAccess;go=AuthorizeApplicationAccess;cs=AuthorizeApplicationAccess|AuthorizeApplicationAccess1"
            "" "IsSuccessRespDto" "IsSuccessDto" "-"
        ]
        (app_id: Text "appId", list: Objects "list")
        {};

    POST "/api/v3/revoke-application-access" AccessKey revoke_application_access RevokeApplicationAccess
        [
            "Take back access to an application." "revoke_application_access" "py,node,java,go,cs"
            "node" "RevokeApplicationAccessDto"
            "py=revoke_application_access;node=revokeApplicationAccess;java=revokeApplicationAccess;go=RevokeApplicationAccess;cs=RevokeApplicationAccess|RevokeApplicationAccess1"
            "" "IsSuccessRespDto" "IsSuccessDto" "-"
        ]
        (app_id: Text "appId", list: Objects "list")
        {};

    POST "/api/v3/check-domain-available" AccessKey check_domain_available CheckDomainAvailable
        [
            "Tell whether a domain is still free." "check_domain_available" "py,node,java,go,cs"
            "node" "CheckDomainAvailable"
            "py=check_domain_available;node=checkDomainAvailable;java=checkDomainAvailable;go=CheckDomainAvailable;cs=CheckDomainAvailable"
            "" "CheckDomainAvailableSecretRespDto" "CheckDomainAvailableDataDto" "-"
        ]
        (domain: Text "domain")
        {};

    GET "/api/v3/list-tenant-applications" AccessKey list_tenant_applications ListTenantApplications
        [
            "List a tenant's applications." "list_tenant_applications" "py,node,java,go,cs" "node"
            "ListTenantApplicationsDto"
            "py=list_tenant_applications;node=listTenantApplications;java=listTenantApplications;go=ListTenantApplications;cs=ListTenantApplications|ListTenantApplications1"
            "" "TenantApplicationListPaginatedRespDto" "TenantApplicationListPagingDto"
            "list+totalCount"
        ]
        (
            page: Text "page" / "from 1", limit: Text "limit" / "entries a page, at most 50",
            keywords: Text "keywords", sso_enabled: Flag "sso_enabled"
        )
        {};

    POST "/api/v3/update-login-page-config" AccessKey update_login_page_config UpdateLoginPageConfig
        [
            "Change an application's login page settings." "update_login_page_config"
            "py,node,java,go,cs" "node" "UpdateLoginConfigDto"
            "py=update_login_page_config;node=updateLoginPageConfig;java=updateLoginPageConfig;go=UpdateLoginPageConfig;cs=UpdateLoginPageConfig"
            "" "IsSuccessRespDto" "IsSuccessDto" "-"
        ]
        (update: Object "update")
        {};

    GET "/api/v3/userpool-tenant-config" AccessKey userpoll_tenant_config UserpollTenantConfig
        [
            "Read the user pool's tenant settings." "userpoll_tenant_config" "py,node,java,go,cs"
            "node" ""
            "py=userpoll_tenant_config;node=userpollTenantConfig;java=userpollTenantConfig;go=UserpollTenantConfig;cs=UserpollTenantConfig"
            "" "UserPoolTenantConfigDtoRespDto" "UserPoolTenantConfigDto" "-"
        ];

    POST "/api/v3/update-userpool-tenant-config" AccessKey update_user_pool_tenant_config UpdateUserPoolTenantConfig
        [
            "Change the user pool's tenant settings." "update_user_pool_tenant_config"
            "py,node,java,go,cs" "node" "UpdateUserPoolTenantLoginConfigDto"
            "py=update_user_pool_tenant_config;node=updateUserPoolTenantConfig;java=updateUserPoolTenantConfig;go=UpdateUserPoolTenantConfig;cs=UpdateUserPoolTenantConfig"
            "" "IsSuccessRespDto" "IsSuccessDto" "-"
        ]
        (update: Object "update")
        {};

    POST "/api/v3/update-userpool-tenant-appqrcode-state" AccessKey update_tenant_qr_code_state UpdateTenantQrCodeState
        [
            "Switch QR sign-in of the tenant console." "update_tenant_qr_code_state"
            "py,node,java,go,cs" "node" "UpdateTenantAppqrcodeState"
            "py=update_tenant_qr_code_state;node=updateTenantQrCodeState;java=updateTenantQrCodeState;go=UpdateTenantQrCodeState;cs=UpdateTenantQrCodeState"
            "" "IsSuccessRespDto" "IsSuccessDto" "-"
        ]
        (enabled: Flag "enabled")
        {};

    POST "/api/v3/change-userpool-tenant-ext-idp-conn-state" AccessKey change_userpool_tenan_ext_idp_conn_state ChangeUserpoolTenanExtIdpConnState
        [
            "Switch a pool-wide tenant identity source connection."
            "change_userpool_tenan_ext_idp_conn_state" "py,node,java,go,cs" "node"
            "ChangeUserPoolTenantExtIdpConnDto"
            "py=change_userpool_tenan_ext_idp_conn_state;node=changeUserpoolTenanExtIdpConnState;java=changeUserpoolTenanExtIdpConnState;go=ChangeUserpoolTenanExtIdpConnState;cs=ChangeUserpoolTenanExtIdpConnState"
            "" "IsSuccessRespDto" "IsSuccessDto" "-"
        ]
        (enabled: Flag "enabled", conn_ids: Texts "connIds")
        {};

    POST "/api/v3/update-application-mfa-settings" AccessKey update_application_mfa_settings UpdateApplicationMfaSettings
        [
            "Change an application's MFA settings." "update_application_mfa_settings"
            "py,node,java,go,cs" "node" "UpdateApplicationMfaSettingsDto"
            "py=update_application_mfa_settings;node=updateApplicationMfaSettings;java=updateApplicationMfaSettings;go=UpdateApplicationMfaSettings;cs=UpdateApplicationMfaSettings"
            "" "MFASettingsRespDto" "MFASettingsDto" "-"
        ]
        (app_id: Text "appId")
        {
            enabled_factors: Choices["OTP" "SMS" "EMAIL" "FACE"] "enabledFactors",
            disabled_factors: Choices["OTP" "SMS" "EMAIL" "FACE"] "disabledFactors"
        };

    GET "/api/v3/get-mfa-trigger-data" AccessKey get_mfa_trigger_data GetMfaTriggerData
        [
            "Read what triggers MFA for an application's user." "get_mfa_trigger_data"
            "py,node,java,go,cs" "node" "GetMfaTriggerDataDto"
            "py=get_mfa_trigger_data;node=getMfaTriggerData;java=getMfaTriggerData;go=GetMfaTriggerData;cs=GetMfaTriggerData"
            "" "GetMapInfoRespDto" "GetMfaInfoDataDto" "-"
        ]
        (app_id: Text "appId", user_id: Text "userId")
        {
            user_id_type: Choice["user_id" "external_id" "phone" "email" "username" "identity" "sync_relation" "custom_field"] "userIdType" / "what `userId` is; by default `user_id`"
        };

    GET "/api/v3/verify-config-app" AccessKey get_verify_config_app GetVerifyConfigApp
        [
            "List verify-app configurations." "get_verify_config_app" "py,node,java,go,cs" "node"
            "VerifyConfigAppDto"
            "py=get_verify_config_app;node=getVerifyConfigApp;java=getVerifyConfigApp;go=GetVerifyConfigApp;cs=GetVerifyConfigApp"
            "" "ApplicationDto" "flat" "-"
        ]
        ()
        {keywords: Text "keywords"};

    POST "/api/v3/get-weixin-access-token" AccessKey get_wechat_mp_access_token_info GetWechatMpAccessTokenInfo
        [
            "Fetch the WeChat access token on the pool's behalf." "get_wechat_mp_access_token_info"
            "node" "node" "GetWechatAccessTokenDto" "node=getWechatMpAccessTokenInfo" ""
            "GetWechatAccessTokenInfoRespDto" "GetWechatAccessTokenDataDto" "-"
        ]
        (app_id: Text "appId", app_secret: Text "appSecret")
        {};

    POST "/api/v3/update-application" AccessKey update_application UpdateApplication
        [
            "Change an application." "update_application" "node" "node" "UpdateApplicationDto"
            "node=updateApplication" "" "IsSuccessRespDto" "IsSuccessDto" "-"
        ]
        (app_id: Text "appId")
        {
            app_name: Text "appName", template_data: Any "templateData",
            app_identifier: Text "appIdentifier", app_logo: Text "appLogo",
            app_description: Text "appDescription",
            default_protocol: Choice["oidc" "oauth" "saml" "cas" "asa"] "defaultProtocol",
            redirect_uris: Texts "redirectUris", logout_redirect_uris: Texts "logoutRedirectUris",
            init_login_uri: Text "initLoginUri", sso_enabled: Flag "ssoEnabled",
            oidc_config: Object "oidcConfig", saml_provider_enabled: Flag "samlProviderEnabled",
            saml_config: Object "samlConfig", oauth_provider_enabled: Flag "oauthProviderEnabled",
            oauth_config: Object "oauthConfig", cas_provider_enabled: Flag "casProviderEnabled",
            cas_config: Object "casConfig", login_config: Object "loginConfig",
            register_config: Object "registerConfig", branding_config: Object "brandingConfig",
            sso_show_launchpad: Flag "ssoShowLaunchpad",
            enable_permission_apply: Flag "enablePermissionApply"
        };

    GET "/api/v3/verify-config" AccessKey get_verify_config GetVerifyConfig
        [
            "Read the verify-app configuration." "get_verify_config" "go" "go" ""
            "go=GetVerifyConfig" "" "VerifyConfigInfoRespDto" "VerifyConfigDataDto" "-"
        ];
}
