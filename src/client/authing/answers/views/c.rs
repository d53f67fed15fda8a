//! Types of answers that begin with C.
//!
//! Written by `cargo xtask authing` from `answers.tsv`.

use crate::client::authing::answers::machinery::views;

views! {
    CancelSyncRiskOperationsDataDto {
        success_list: List Integer = "successList";
        faild_list: List Integer = "faildList";
    }

    CasIdPConfig {}

    CellDto {
        field_id: Text = "fieldId";
        value: Any = "value";
    }

    ChangeEmailStrategyDto {
        verify_old_email: Flag = "verifyOldEmail";
    }

    ChangePhoneStrategyDto {
        verify_old_phone: Flag = "verifyOldPhone";
    }

    CheckDomainAvailableDataDto {
        available: Flag = "available";
    }

    CheckExternalUserPermissionDataDto {
        check_result_list: List View CheckExternalUserPermissionsRespDto = "checkResultList";
    }

    CheckExternalUserPermissionsRespDto {
        namespace_code: Text = "namespaceCode";
        action: Text = "action";
        resource: Text = "resource";
        enabled: Flag = "enabled";
    }

    CheckParamsDataPolicyRespDto {
        is_valid: Flag = "isValid";
        message: Text = "message";
    }

    CheckParamsDataResourceRespDto {
        is_valid: Flag = "isValid";
        message: Text = "message";
    }

    CheckPermissionDataDto {
        check_result_list: List View CheckPermissionsRespDto = "checkResultList";
    }

    CheckPermissionNamespaceExistsRespDto {
        is_valid: Flag = "isValid";
        message: Text = "message";
    }

    CheckPermissionsRespDto {
        namespace_code: Text = "namespaceCode";
        action: Text = "action";
        resource: Text = "resource";
        enabled: Flag = "enabled";
    }

    CheckPushCodeStatusDataDto {
        status: Choice CheckPushCodeStatusStatus = "status";
        token_set: View LoginTokenResponseDataDto = "tokenSet";
    }

    CheckQRCodeStatusDataDto {
        status: Choice CheckQrCodeStatusStatus = "status";
        ticket: Text = "ticket";
        brief_user_info: View QRCodeStatusBriefUserInfoDto = "briefUserInfo";
        token_set: View LoginTokenResponseDataDto = "tokenSet";
    }

    CheckResourcePermissionDataDto {
        check_result_list: List View CheckResourcePermissionRespDto = "checkResultList";
    }

    CheckResourcePermissionRespDto {
        namespace_code: Text = "namespaceCode";
        action: Text = "action";
        resource: Text = "resource";
        enabled: Flag = "enabled";
    }

    CheckRoleMutualExclusionResultDto {
        exist_mutually_exclusive: Flag = "existMutuallyExclusive";
    }

    CheckRoleParamsRespDto {
        is_valid: Flag = "isValid";
        message: Flag = "message";
    }

    CheckSessionStatusDataDto {
        active: Flag = "active";
    }

    CheckUserSameLevelPermissionDataDto {
        check_level_result_list: List View CheckUserSameLevelPermissionRespDto = "checkLevelResultList";
    }

    CheckUserSameLevelPermissionRespDto {
        action: Text = "action";
        resource_node_code: Text = "resourceNodeCode";
        enabled: Flag = "enabled";
    }

    CommonUserDto {
        id: Text = "id";
        display_name: Text = "displayName";
        photo: Text = "photo";
    }

    Condition {
        key: Text = "key";
        value: Any = "value";
        operator: Text = "operator";
    }

    Config {
        options: List View Option = "options";
    }

    CookieSettingsDto {
        cookie_expires_in: Integer = "cookieExpiresIn";
        cookie_expires_on_browser_session: Flag = "cookieExpiresOnBrowserSession";
    }

    CostCurrentPackageInfo {
        code: Text = "code";
        end_time: Text = "endTime";
        overdue_days: Text = "overdueDays";
        goods_package: View GoodsPackageDto = "goodsPackage";
    }

    CostGetOrderPayDetail {
        order_no: Text = "orderNo";
        channel_order_no: Text = "channelOrderNo";
        paid_amount: Text = "paidAmount";
        paid_time: Text = "paidTime";
        paid_account_no: Text = "paidAccountNo";
        pay_status: Text = "payStatus";
        create_time: Text = "createTime";
        pay_type: Text = "payType";
    }

    CountryDetailInfo {
        alpha2: Text = "alpha2";
        alpha3: Text = "alpha3";
        phone_country_code: Text = "phoneCountryCode";
        flag: Text = "flag";
        name: View LangObject = "name";
    }

    CreateAccessKeyRespDto {
        access_key_id: Text = "accessKeyId";
        access_key_secret: Text = "accessKeySecret";
        user_id: Text = "userId";
        created_at: Text = "createdAt";
        status: Text = "status";
        last_date: Text = "lastDate";
        user_pool_id: Text = "userPoolId";
        enable: Flag = "enable";
    }

    CreateApplicationRespDataDto {
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

    CreateApprovalDto {
        approval_id: Integer = "approvalId";
        number: Text = "number";
    }

    CreateArrayDataResourceRespDto {
        resource_name: Text = "resourceName";
        resource_code: Text = "resourceCode";
        r#type: Choice CreateDataResourceType = "type";
        description: Text = "description";
        r#struct: List Text = "struct";
        actions: List Text = "actions";
    }

    CreateDataPolicyRespDto {
        policy_id: Text = "policyId";
        policy_name: Text = "policyName";
        description: Text = "description";
        created_at: Text = "createdAt";
        updated_at: Text = "updatedAt";
    }

    CreateDataResourceRespDto {
        resource_name: Text = "resourceName";
        resource_code: Text = "resourceCode";
        r#type: Choice CreateDataResourceType = "type";
        description: Text = "description";
        r#struct: Any = "struct";
        extend_field_list: List View ExtendField = "extendFieldList";
        actions: List Text = "actions";
    }

    CreateOrUpdateGroupDataDto {
        created: Flag = "created";
        data: View GroupDto = "data";
    }

    CreatePermissionNamespaceRespDto {
        code: Text = "code";
        name: Text = "name";
        description: Text = "description";
    }

    CreatePostDto {
        code: Text = "code";
        name: Text = "name";
        id: Text = "id";
        description: Text = "description";
        department_id_list: Text = "departmentIdList";
    }

    CreateStringDataResourceRespDto {
        resource_name: Text = "resourceName";
        resource_code: Text = "resourceCode";
        r#type: Choice CreateDataResourceType = "type";
        description: Text = "description";
        r#struct: Text = "struct";
        actions: List Text = "actions";
    }

    CreateTreeDataResourceRespDto {
        resource_name: Text = "resourceName";
        resource_code: Text = "resourceCode";
        r#type: Choice CreateDataResourceType = "type";
        description: Text = "description";
        r#struct: List View DataResourceTreeStructs = "struct";
        actions: List Text = "actions";
        extend_field_list: List View ExtendField = "extendFieldList";
    }

    CurrentUsageDto {
        amount: Text = "amount";
        current: Text = "current";
        experience: Flag = "experience";
        model_code: Text = "modelCode";
        model_name: Text = "modelName";
    }

    CurrentUsageRespDto {
        usages: List View CurrentUsageDto = "usages";
    }

    CustomFieldDto {
        target_type: Choice TargetType = "targetType";
        created_at: Text = "createdAt";
        data_type: Choice CustomFieldDataType = "dataType";
        key: Text = "key";
        label: Text = "label";
        description: Text = "description";
        encrypted: Flag = "encrypted";
        is_unique: Flag = "isUnique";
        user_editable: Flag = "userEditable";
        visible_in_admin_console: Flag = "visibleInAdminConsole";
        visible_in_user_center: Flag = "visibleInUserCenter";
        i18n: View CustomFieldI18n = "i18n";
        options: List View CustomFieldSelectOption = "options";
    }

    CustomFieldI18n {
        label: View LangObject = "label";
    }

    CustomFieldSelectOption {
        value: Text = "value";
        label: Text = "label";
    }
}
