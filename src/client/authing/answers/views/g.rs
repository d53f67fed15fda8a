//! Types of answers that begin with G.
//!
//! Written by `cargo xtask authing` from `answers.tsv`.

use crate::client::authing::answers::machinery::views;

views! {
    GeneFastpassQRCodeInfoDto {
        scene: Text = "scene";
        qrcode_id: Text = "qrcodeId";
        api_host: Text = "apiHost";
        user: View FastpassUserInfoDto = "user";
        app_id: Text = "appId";
        userpool: View FastpassUserInfoDto = "userpool";
    }

    GenePushCodeDataDto {
        push_code_id: Text = "pushCodeId";
        expire_time: Integer = "expireTime";
    }

    GeneQRCodeDataDto {
        qrcode_id: Text = "qrcodeId";
        url: Text = "url";
        custom_logo_url: Text = "customLogoUrl";
    }

    GenerateBindExtIdpLinkDataDto {
        url: Text = "url";
    }

    GenerateInvitationLinkDto {
        link: Text = "link";
    }

    GenerateInviteeTokenDto {
        token: Text = "token";
        invitation_context: View InviteeContextDto = "invitationContext";
    }

    GeoIp {
        location: View GeoIpLocation = "location";
        country_name: Text = "country_name";
        country_code2: Text = "country_code2";
        country_code3: Text = "country_code3";
        region_name: Text = "region_name";
        region_code: Text = "region_code";
        city_name: Text = "city_name";
        continent_code: Text = "continent_code";
        timezone: Text = "timezone";
    }

    GeoIpLocation {
        lon: Integer = "lon";
        lat: Integer = "lat";
    }

    GetAccessKeyRespDto {
        access_key_id: Text = "accessKeyId";
        access_key_secret: Text = "accessKeySecret";
        user_id: Text = "userId";
        created_at: Text = "createdAt";
        status: Text = "status";
        last_date: Text = "lastDate";
        user_pool_id: Text = "userPoolId";
        enable: Flag = "enable";
    }

    GetAccessTokenByClientCredentialsRespDto {
        access_token: Text = "access_token";
        expires_in: Text = "expires_in";
        scope: Text = "scope";
        token_type: Text = "token_type";
    }

    GetAllRowByScrollidDto {
        scroll_id: Text = "scrollId";
        list: List Text = "list";
    }

    GetApplicationPermissionStrategyDataDto {
        permission_strategy: Choice PermissionStrategy = "permissionStrategy";
    }

    GetApplicationSecretDataDto {
        secret: Text = "secret";
    }

    GetAsaAccountAssignedTargetDataDto {
        total_count: Integer = "totalCount";
        list: List View AsaAccountTargetDto = "list";
    }

    GetCaptchaCodeDataDto {
        captcha_code_svg: Text = "captchaCodeSvg";
        captcha_token: Text = "captchaToken";
    }

    GetDataPolicyRespDto {
        policy_id: Text = "policyId";
        policy_name: Text = "policyName";
        description: Text = "description";
        created_at: Text = "createdAt";
        updated_at: Text = "updatedAt";
    }

    GetDataResourceRespDto {
        resource_name: Text = "resourceName";
        resource_code: Text = "resourceCode";
        r#type: Choice CreateDataResourceType = "type";
        description: Text = "description";
        r#struct: Any = "struct";
        extend_field_list: List View ExtendField = "extendFieldList";
        namespace_code: Text = "namespaceCode";
        actions: List Text = "actions";
    }

    GetDeviceExclusiveRuleDataDto {
        rule: Choice Rule = "rule";
        device_rule: View DeviceRuleDto = "deviceRule";
        ip_rule: View IPRuleDto = "ipRule";
    }

    GetDeviceExclusiveValidScopeDataDto {
        app_id: Text = "appId";
        app_name: Text = "appName";
        app_logo: Text = "appLogo";
        created_at: Text = "createdAt";
        is_default: Flag = "isDefault";
    }

    GetDeviceExclusiveWhiteListDataDto {
        name: Text = "name";
        name_path: Text = "namePath";
        target_type: Choice GetDeviceExclusiveWhiteListTargetType = "targetType";
        target_id: Text = "targetId";
        photo: Text = "photo";
        created_at: Text = "createdAt";
    }

    GetEmailTemplatesDataDto {
        templates: List View EmailTemplateDto = "templates";
        categories: List View EmailTemplateCategoryDto = "categories";
    }

    GetExtendsFieldsDto {
        extends_fields: List View ExtendsFieldDto = "extendsFields";
    }

    GetExternalUserResourceStructDataDto {
        namespace_code: Text = "namespaceCode";
        resource_code: Text = "resourceCode";
        resource_type: Choice CreateDataResourceType = "resourceType";
        str_resource_auth_action: View StrResourceAuthAction = "strResourceAuthAction";
        arr_resource_auth_action: View ArrResourceAuthAction = "arrResourceAuthAction";
        tree_resource_auth_action: View TreeResourceAuthAction = "treeResourceAuthAction";
    }

    GetFastpassQRCodeRelationAppsDto {
        relation_apps: List View FastpassQRCodeRelationAppDto = "relationApps";
    }

    GetInvitationPolicyDto {
        policy_id: Any = "policyId";
        roster_id: Any = "rosterId";
        with_creator_detail: Any = "withCreatorDetail";
    }

    GetMfaInfoDataDto {
        mfa_token: Text = "mfaToken";
        mfa_phone: Text = "mfaPhone";
        mfa_phone_country_code: Text = "mfaPhoneCountryCode";
        mfa_email: Text = "mfaEmail";
        nickname: Text = "nickname";
        username: Text = "username";
        phone: Text = "phone";
        phone_country_code: Text = "phoneCountryCode";
        face_mfa_enabled: Flag = "faceMfaEnabled";
        totp_mfa_enabled: Flag = "totpMfaEnabled";
        application_mfa: List View ApplicationMfaDto = "applicationMfa";
    }

    GetNewAccessTokenByRefreshTokenRespDto {
        access_token: Text = "access_token";
        expires_in: Integer = "expires_in";
        id_token: Text = "id_token";
        refresh_token: Text = "refresh_token";
        scope: Text = "scope";
        token_type: Text = "token_type";
    }

    GetOrdersRes {
        total_count: Text = "totalCount";
        list: List View OrderItem = "list";
    }

    GetPermissionNamespaceRespDto {
        code: Text = "code";
        name: Text = "name";
        description: Text = "description";
    }

    GetPushCodeRelationAppsDataDto {
        app_ids: List Text = "appIds";
    }

    GetResourceAuthorizedTargetDataDto {
        total_count: Integer = "totalCount";
        list: List View ResourceAuthorizedTargetDto = "list";
    }

    GetSecurityInfoDto {
        password_security_level: Integer = "passwordSecurityLevel";
        mfa_enrolled: Flag = "mfaEnrolled";
        password_set: Flag = "passwordSet";
        email_binded: Flag = "emailBinded";
        phone_binded: Flag = "phoneBinded";
        security_score: Integer = "securityScore";
    }

    GetSubjectAuthDataDto {
        app_id: Text = "appId";
        app_name: Text = "appName";
        req_target_id: Text = "reqTargetId";
        req_target_name: Text = "reqTargetName";
        req_target_type: Choice ListAuthSubjectTargetType = "reqTargetType";
        target_type: Choice ListAuthSubjectTargetType = "targetType";
        target_name: Text = "targetName";
        auth_type: Choice AuthType = "authType";
    }

    GetUniversalInvitationDto {
        admin_invitation_config: View InvitationConfigDto = "adminInvitationConfig";
        member_invitation_config: View InvitationConfigDto = "memberInvitationConfig";
        enabled_member_invitation: Flag = "enabledMemberInvitation";
    }

    GetUserAuthResourceListDataDto {
        user_permission_list: List View UserAuthResourceListDto = "userPermissionList";
    }

    GetUserAuthResourcePermissionList {
        namespace_code: Text = "namespaceCode";
        actions: List Text = "actions";
        resource: Text = "resource";
    }

    GetUserAuthResourcePermissionListDataDto {
        permission_list: List View GetUserAuthResourcePermissionList = "permissionList";
    }

    GetUserAuthResourceStructDataDto {
        namespace_code: Text = "namespaceCode";
        resource_code: Text = "resourceCode";
        resource_type: Choice CreateDataResourceType = "resourceType";
        str_resource_auth_action: View StrResourceAuthAction = "strResourceAuthAction";
        arr_resource_auth_action: View ArrResourceAuthAction = "arrResourceAuthAction";
        tree_resource_auth_action: View TreeResourceAuthAction = "treeResourceAuthAction";
    }

    GetUserEncryptPasswordBatchDataDto {
        user_id: Text = "userId";
        encrypted_password: Text = "encryptedPassword";
    }

    GetUserPasswordCiphertextDataDto {
        ciphertext: Text = "ciphertext";
    }

    GetUserPermissionListDataDto {
        user_permission_list: List View UserPermissionListDto = "userPermissionList";
    }

    GetUserResourcePermissionList {
        namespace_code: Text = "namespaceCode";
        actions: List Text = "actions";
        resource: Text = "resource";
    }

    GetUserResourcePermissionListDataDto {
        permission_list: List View GetUserResourcePermissionList = "permissionList";
    }

    GetUserResourceStructDataDto {
        namespace_code: Text = "namespaceCode";
        resource_code: Text = "resourceCode";
        resource_type: Choice CreateDataResourceType = "resourceType";
        str_resource_auth_action: View StrResourceAuthAction = "strResourceAuthAction";
        arr_resource_auth_action: View ArrResourceAuthAction = "arrResourceAuthAction";
        tree_resource_auth_action: View TreeResourceAuthAction = "treeResourceAuthAction";
    }

    GetUserSelectLoginPublicAccountsDataDto {
        public_accounts: List View ListPublicAccountDataDto = "publicAccounts";
        origin_user: View GetUserSelectLoginPublicAccountsOriginUserDto = "originUser";
    }

    GetUserSelectLoginPublicAccountsOriginUserDto {
        user_id: Text = "userId";
        avatar: Text = "avatar";
        display_name: Text = "displayName";
        usertype: Choice Usertype = "usertype";
    }

    GetWebhooksData {
        total_count: Integer = "totalCount";
        list: List View WebhookDto = "list";
    }

    GetWechatAccessTokenDataDto {
        access_token: Text = "accessToken";
        expires_at: Text = "expiresAt";
    }

    GetWechatMiniProgramPhoneDataDto {
        phone_number: Text = "phoneNumber";
        pure_phone_number: Text = "purePhoneNumber";
        country_code: Text = "countryCode";
    }

    GoodsPackageDto {
        name: Text = "name";
        name_en: Text = "nameEn";
        unit_price: Text = "unitPrice";
        code: Text = "code";
        group: Text = "group";
        scene_code: Text = "sceneCode";
        amount: Text = "amount";
    }

    GroupBo {
        group_id: Text = "groupId";
        group_name: Text = "groupName";
        group_code: Text = "groupCode";
    }

    GroupDto {
        id: Text = "id";
        code: Text = "code";
        name: Text = "name";
        description: Text = "description";
        r#type: Text = "type";
        metadata_source: List Text = "metadataSource";
        members: List View UserDto = "members";
    }

    GroupPagingDto {
        total_count: Integer = "totalCount";
        list: List View ResGroupDto = "list";
    }
}
