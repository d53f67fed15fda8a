//! Types of answers that begin with A.
//!
//! Written by `cargo xtask authing` from `answers.tsv`.

use crate::client::authing::answers::machinery::views;

views! {
    AccessToken {
        jti: Text = "jti";
        sub: Text = "sub";
        iat: Integer = "iat";
        exp: Integer = "exp";
        scope: Text = "scope";
        iss: Text = "iss";
        aud: Text = "aud";
        tenant_id: Text = "tenant_id";
    }

    AccessibleAppsDto {
        app_id: Text = "appId";
        app_name: Text = "appName";
        app_login_url: Text = "appLoginUrl";
        app_logo: Text = "appLogo";
        active: Flag = "active";
    }

    ActionAuth {
        user_ids: List Text = "userIds";
        action: Text = "action";
    }

    Address {
        country: Text = "country";
        postal_code: Text = "postal_code";
        region: Text = "region";
        formatted: Text = "formatted";
    }

    AdminAuditLogDto {
        admin_user_id: Text = "adminUserId";
        admin_user_avatar: Text = "adminUserAvatar";
        admin_user_display_name: Text = "adminUserDisplayName";
        client_ip: Text = "clientIp";
        operation_type: Choice OperationType = "operationType";
        resource_type: Choice ResourceType = "resourceType";
        event_details: Text = "eventDetails";
        operation_param: Text = "operationParam";
        origin_value: Text = "originValue";
        target_value: Text = "targetValue";
        success: Flag = "success";
        user_agent: Text = "userAgent";
        ua: View ParsedUserAgent = "ua";
        geoip: View GeoIp = "geoip";
        timestamp: Text = "timestamp";
        request_id: Text = "requestId";
        event_detail: Text = "eventDetail";
        parsed_user_agent: View ParsedUserAgent = "parsedUserAgent";
    }

    AdminAuditLogRespData {
        total_count: Integer = "totalCount";
        list: List View AdminAuditLogDto = "list";
    }

    AliExmailEmailProviderConfig {
        sender: Text = "sender";
        sender_pass: Text = "senderPass";
    }

    AlipayAuthInfoDataDto {
        auth_info: Text = "authInfo";
    }

    Any {}

    AppDto {
        app_id: Text = "appId";
        app_name: Text = "appName";
        app_logo: Text = "appLogo";
        app_login_url: Text = "appLoginUrl";
        app_default_login_strategy: Choice PermissionStrategy = "appDefaultLoginStrategy";
    }

    AppValidateRuleDto {
        r#type: Choice Content = "type";
        content: Choice Content = "content";
        error_message: Text = "errorMessage";
        i18n: View ErrMsgI18nDto = "i18n";
    }

    ApplicationAgreementDto {
        display_at: List Choice DisplayAt = "displayAt";
        is_required: Flag = "isRequired";
        lang: Choice DefaultLanguage = "lang";
        content: Text = "content";
    }

    ApplicationBrandingConfig {
        custom_css_enabled: Flag = "customCSSEnabled";
        custom_css: Text = "customCSS";
        guard_version: Choice GuardVersion = "guardVersion";
        custom_loading_image: Text = "customLoadingImage";
        custom_background: Text = "customBackground";
        show_change_language_button: Flag = "showChangeLanguageButton";
        default_language: Choice DefaultLanguage = "defaultLanguage";
        show_forget_password_button: Flag = "showForgetPasswordButton";
        show_enterprise_connections: Flag = "showEnterpriseConnections";
        show_social_connections: Flag = "showSocialConnections";
        show_agreement: Flag = "showAgreement";
        agreements: List View ApplicationAgreementDto = "agreements";
    }

    ApplicationDefaultLoginMethod {
        connection_type: Choice ConnectionType = "connectionType";
        qrcode_type: Choice QrcodeType = "qrcodeType";
        qrcode_ext_idp_conn_id: Text = "qrcodeExtIdpConnId";
        ad_ext_idp_conn_id: Text = "adExtIdpConnId";
        ldap_ext_idp_conn_id: Text = "ldapExtIdpConnId";
    }

    ApplicationDto {
        app_id: Text = "appId";
        app_identifier: Text = "appIdentifier";
        app_name: Text = "appName";
        app_logo: Text = "appLogo";
        app_description: Text = "appDescription";
        app_type: Choice AppType = "appType";
        user_pool_id: Text = "userPoolId";
        is_integrate_app: Flag = "isIntegrateApp";
        default_protocol: Choice DefaultProtocol = "defaultProtocol";
        redirect_uris: List Text = "redirectUris";
        logout_redirect_uris: List Text = "logoutRedirectUris";
        init_login_uri: Text = "initLoginUri";
        sso_enabled: Flag = "ssoEnabled";
        sso_enabled_at: Text = "ssoEnabledAt";
        login_config: View ApplicationLoginConfigDto = "loginConfig";
        register_config: View ApplicationRegisterConfig = "registerConfig";
        branding_config: View ApplicationBrandingConfig = "brandingConfig";
        oidc_config: View OIDCConfig = "oidcConfig";
        saml_provider_enabled: Flag = "samlProviderEnabled";
        saml_config: View SamlIdpConfig = "samlConfig";
        oauth_provider_enabled: Flag = "oauthProviderEnabled";
        oauth_config: View OauthIdpConfig = "oauthConfig";
        cas_provider_enabled: Flag = "casProviderEnabled";
        cas_config: View CasIdPConfig = "casConfig";
        custom_branding_enabled: Flag = "customBrandingEnabled";
        custom_security_enabled: Flag = "customSecurityEnabled";
        template: Text = "template";
    }

    ApplicationEnabledExtIdpConnDto {
        is_social: Flag = "isSocial";
        ext_idp_id: Text = "extIdpId";
        ext_idp_type: Choice CreateExtIdpType = "extIdpType";
        ext_idp_conn_id: Text = "extIdpConnId";
        ext_idp_conn_type: Choice CreateExtIdpConnType = "extIdpConnType";
        ext_idp_conn_identifier: Text = "extIdpConnIdentifier";
        ext_idp_conn_display_name: Text = "extIdpConnDisplayName";
        ext_idp_conn_logo: Text = "extIdpConnLogo";
        enabled: Flag = "enabled";
    }

    ApplicationLoginConfigDto {
        merge_login_and_register_page: Flag = "mergeLoginAndRegisterPage";
        enabled_basic_login_methods: List Choice EnabledBasicLoginMethods = "enabledBasicLoginMethods";
        default_login_method: View ApplicationDefaultLoginMethod = "defaultLoginMethod";
        enabled_ext_idp_conns: List View ApplicationEnabledExtIdpConnDto = "enabledExtIdpConns";
        show_authorization_page: Flag = "showAuthorizationPage";
    }

    ApplicationMfaDto {
        mfa_policy: Text = "mfaPolicy";
        status: Integer = "status";
        sort: Integer = "sort";
    }

    ApplicationPaginatedDataDto {
        list: List View ApplicationDto = "list";
        total_count: Integer = "totalCount";
    }

    ApplicationRegisterConfig {
        enabled_basic_register_methods: List Choice EnabledBasicRegisterMethods = "enabledBasicRegisterMethods";
        default_register_method: Any = "defaultRegisterMethod";
    }

    ApplicationSimpleInfoDto {
        app_id: Text = "appId";
        app_identifier: Text = "appIdentifier";
        app_name: Text = "appName";
        app_logo: Text = "appLogo";
        app_description: Text = "appDescription";
        app_type: Choice AppType = "appType";
        is_integrate_app: Flag = "isIntegrateApp";
    }

    ApplicationSimpleInfoPaginatedDataDto {
        list: List View ApplicationSimpleInfoDto = "list";
        total_count: Integer = "totalCount";
    }

    ApprovalDetailDto {
        approval_id: Integer = "approvalId";
        number: Text = "number";
        status: Choice ApprovalDetailStatus = "status";
        submit_time: Text = "submitTime";
        closed_time: Text = "closedTime";
        object_type: Choice ObjectType = "objectType";
        approval_object_list: Any = "approvalObjectList";
        extra_params: View ExtraParams = "extraParams";
    }

    ApprovalPageList {
        list: List View ApprovalDetailDto = "list";
        total_count: Integer = "totalCount";
    }

    ArchivedUsersListPagingDto {
        total_count: Integer = "totalCount";
        list: List View ListArchivedUsersRespDto = "list";
    }

    ArrResourceAuthAction {
        values: List Text = "values";
        actions: List Text = "actions";
    }

    ArrayAuthorize {
        values: List Text = "values";
        actions: List Text = "actions";
    }

    AsaAccountDto {
        app_id: Text = "appId";
        account_id: Text = "accountId";
        account_info: Any = "accountInfo";
    }

    AsaAccountPaginatedDataDto {
        list: List View AsaAccountDto = "list";
        total_count: Integer = "totalCount";
    }

    AsaAccountTargetDto {
        target_type: Choice TargetType = "targetType";
        target_identifier: Text = "targetIdentifier";
    }

    AuthenticationOptionsDto {
        authentication_options: View PublicKeyCredentialRequestOptionsDto = "authenticationOptions";
        ticket: Text = "ticket";
    }

    AuthorizedResourceDto {
        resource_code: Text = "resourceCode";
        description: Text = "description";
        condition: List View PolicyCondition = "condition";
        resource_type: Choice Type = "resourceType";
        api_identifier: Text = "apiIdentifier";
        actions: List Text = "actions";
        effect: Choice Effect = "effect";
    }

    AuthorizedResourcePagingDto {
        total_count: Integer = "totalCount";
        list: List View AuthorizedResourceDto = "list";
    }
}
