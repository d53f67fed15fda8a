//! Types of answers that begin with L.
//!
//! Written by `cargo xtask authing` from `answers.tsv`.

use crate::client::authing::answers::machinery::views;

views! {
    LangObject {
        zh_cn: View LangUnit = "zh-CN";
        en_us: View LangUnit = "en-US";
        zh_tw: View LangUnit = "zh-TW";
        ja_jp: View LangUnit = "ja-JP";
    }

    LangUnit {
        enabled: Flag = "enabled";
        value: Text = "value";
    }

    LastExecuteStatus {}

    LdapConfigInfoDto {
        id: Text = "id";
        enabled: Integer = "enabled";
        user_pool_id: Text = "userPoolId";
        link_url: Text = "linkUrl";
        ldaps_link_url: Text = "ldapsLinkUrl";
        enable_privatization: Integer = "enablePrivatization";
        bind_dn: Text = "bindDn";
        ldap_domain: Text = "ldapDomain";
        enable_ssl: Integer = "enableSsl";
        base_dn: Text = "baseDn";
        bind_pwd: Text = "bindPwd";
        visible_org_nodes: Any = "visibleOrgNodes";
        visible_fields: Any = "visibleFields";
        udf_mapping: Any = "udfMapping";
    }

    LdapLogDto {
        total_count: Integer = "totalCount";
        list: Any = "list";
    }

    LinkIdentityDataDto {
        success: Flag = "success";
    }

    ListAccessKeyRespDto {
        access_key_id: Text = "accessKeyId";
        access_key_secret: Text = "accessKeySecret";
        user_id: Text = "userId";
        created_at: Text = "createdAt";
        status: Text = "status";
        last_date: Text = "lastDate";
        user_pool_id: Text = "userPoolId";
        enable: Flag = "enable";
    }

    ListApplicationAuthDataDto {
        id: Text = "id";
        target_id: Text = "targetId";
        target_name: Text = "targetName";
        target_type: Choice ListAuthSubjectTargetType = "targetType";
        effect: Choice Effect = "effect";
        enabled: Flag = "enabled";
        permission_type: Choice PermissionType = "permissionType";
    }

    ListApplicationAuthPaginatedDataDto {
        list: List View ListApplicationAuthDataDto = "list";
        total_count: Integer = "totalCount";
    }

    ListApplicationSubjectDataDto {
        app_id: Text = "appId";
        logo: Text = "logo";
        ext: Text = "ext";
        template: Text = "template";
        app_type: Choice ListApplicationSubjectAppType = "appType";
        effect: Choice Effect = "effect";
    }

    ListApplicationSubjectDataListDto {
        list: List View ListApplicationSubjectDataDto = "list";
    }

    ListArchivedUsersRespDto {
        user_id: Text = "userId";
        archived_at: Text = "archivedAt";
    }

    ListCustomFieldsDto {
        target_type: Text = "targetType";
        data_type: Text = "dataType";
        tenant_id: Text = "tenantId";
        page: Integer = "page";
        limit: Integer = "limit";
        user_visible: Flag = "userVisible";
        admin_visible: Flag = "adminVisible";
        access_control: Flag = "accessControl";
        keyword: Text = "keyword";
        lang: Text = "lang";
    }

    ListDataPoliciesRespDto {
        policy_name: Text = "policyName";
        description: Text = "description";
        resource_list: List View DataResourceSimpleRespDto = "resourceList";
        policy_id: Text = "policyId";
        target_list: List View SubjectRespDto = "targetList";
        updated_at: Text = "updatedAt";
    }

    ListDataPolicySubjectPageDto {
        total_count: Integer = "totalCount";
        list: List View DataSubjectRespDto = "list";
    }

    ListDataResourcesRespDto {
        resource_name: Text = "resourceName";
        resource_code: Text = "resourceCode";
        r#type: Choice CreateDataResourceType = "type";
        description: Text = "description";
        namespace_code: Text = "namespaceCode";
        namespace_name: Text = "namespaceName";
        authorization_num: Integer = "authorizationNum";
        updated_at: Text = "updatedAt";
    }

    ListPermissionViewPaginatedRespDto {
        total_count: Integer = "totalCount";
        list: List View ListPermissionViewRespDto = "list";
    }

    ListPermissionViewRespDto {
        user_id: Text = "userId";
        username: Text = "username";
        namespace_id: Text = "namespaceId";
        namespace_code: Text = "namespaceCode";
        namespace_name: Text = "namespaceName";
        data_resource_id: Text = "dataResourceId";
        data_resource_code: Text = "dataResourceCode";
        data_resource_name: Text = "dataResourceName";
        data_policy_list: List View PolicyBo = "dataPolicyList";
        role_list: List View RoleBo = "roleList";
        group_list: List View GroupBo = "groupList";
        node_list: List View NodeBo = "nodeList";
    }

    ListPublicAccountDataDto {
        user_id: Text = "userId";
        avatar: Text = "avatar";
        display_name: Text = "displayName";
        usertype: Choice Usertype = "usertype";
    }

    ListResourceTargetsDataDto {
        auth_user_list: List View ListResourceTargetsDtoResp = "authUserList";
    }

    ListResourceTargetsDtoResp {
        resource: Text = "resource";
        action_auth_list: List View ActionAuth = "actionAuthList";
    }

    ListSimpleDataPoliciesRespDto {
        policy_id: Text = "policyId";
        policy_name: Text = "policyName";
        description: Text = "description";
    }

    ListWebAuthnAuthenticatorDeviceDataDto {
        total_count: Integer = "totalCount";
        list: List Any = "list";
    }

    ListWebhookLogsData {
        total_count: Integer = "totalCount";
        list: List View WebhookLogDto = "list";
    }

    LoggedInAppsDto {
        app_id: Text = "appId";
        app_name: Text = "appName";
        app_login_url: Text = "appLoginUrl";
        app_logo: Text = "appLogo";
        active: Flag = "active";
    }

    LoginAnomalyDetectionConfigDto {
        login_fail_strategy: Choice LoginFailStrategy = "loginFailStrategy";
        robot_verify: Text = "robotVerify";
        account_lock: Text = "accountLock";
        login_fail_check: View LoginFailCheckConfigDto = "loginFailCheck";
        login_password_fail_check: View LoginPassowrdFailCheckConfigDto = "loginPasswordFailCheck";
        account_lock_login_password_fail_check: View LoginPassowrdFailCheckConfigDto = "accountLockLoginPasswordFailCheck";
        robot_verify_login_password_fail_check: View LoginPassowrdFailCheckConfigDto = "robotVerifyLoginPasswordFailCheck";
        robot_verify_login_ip_whitelist_check: View LoginIpWhitelistCheckConfigDto = "robotVerifyLoginIpWhitelistCheck";
        robot_verify_login_time_check_enable: Flag = "robotVerifyLoginTimeCheckEnable";
        robot_verifylogin_week_start_end_time: List Text = "robotVerifyloginWeekStartEndTime";
    }

    LoginFailCheckConfigDto {
        enabled: Flag = "enabled";
        limit: Integer = "limit";
        time_interval: Integer = "timeInterval";
        unit: Text = "unit";
    }

    LoginHistoryDto {
        user_id: Text = "userId";
        app_id: Text = "appId";
        app_name: Text = "appName";
        app_login_url: Text = "appLoginUrl";
        app_logo: Text = "appLogo";
        login_at: Text = "loginAt";
        client_ip: Text = "clientIp";
        success: Flag = "success";
        error_message: Text = "errorMessage";
        user_agent: Text = "userAgent";
        parsed_user_agent: View ParsedUserAgent = "parsedUserAgent";
        login_method: Text = "loginMethod";
        geoip: View GeoIp = "geoip";
        tenant_id: Text = "tenantId";
    }

    LoginHistoryPaginatedRespDto {
        total_count: Integer = "totalCount";
        list: List View LoginHistoryDto = "list";
    }

    LoginIpWhitelistCheckConfigDto {
        enabled: Flag = "enabled";
        ip_whitelist: Text = "ipWhitelist";
    }

    LoginPassowrdFailCheckConfigDto {
        enabled: Flag = "enabled";
        limit: Integer = "limit";
        time_interval: Integer = "timeInterval";
        unit: Text = "unit";
    }

    LoginState {
        access_token: Text = "accessToken";
        id_token: Text = "idToken";
        refresh_token: Text = "refreshToken";
        expire_at: Number = "expireAt";
        parsed_id_token: View IDToken = "parsedIDToken";
        parsed_access_token: View AccessToken = "parsedAccessToken";
    }

    LoginTokenResponseDataDto {
        scope: Text = "scope";
        access_token: Text = "access_token";
        id_token: Text = "id_token";
        refresh_token: Text = "refresh_token";
        token_type: Text = "token_type";
        expire_in: Integer = "expire_in";
    }
}
