//! Types of answers that begin with U.
//!
//! Written by `cargo xtask authing` from `answers.tsv`.

use crate::client::authing::answers::machinery::views;

views! {
    UniversalInvitationApplicantData {
        id: Text = "id";
        applicant: Text = "applicant";
        email: Text = "email";
        inviter_id: Text = "inviterId";
        operator_id: Text = "operatorId";
        status: Choice UniversalInvitationApplicantDataStatus = "status";
        channel: Choice UniversalInvitationApplicantDataChannel = "channel";
        inviter_detail: View CommonUserDto = "inviterDetail";
        operator_detail: View CommonUserDto = "operatorDetail";
    }

    UniversalInvitationJoinRespDto {
        status: Choice UniversalInvitationJoinStatus = "status";
    }

    UniversalInvitationPublicConfigDto {
        user_pool: View UserPoolPublicConfigDto = "userPool";
        inviter: View InviterDetailDto = "inviter";
    }

    UnlinkIdentityDataDto {
        success: Flag = "success";
    }

    UpdateDataPolicyRespDto {
        policy_id: Text = "policyId";
        policy_name: Text = "policyName";
        description: Text = "description";
        created_at: Text = "createdAt";
        updated_at: Text = "updatedAt";
    }

    UpdateDataResourceRespDto {
        resource_name: Text = "resourceName";
        resource_code: Text = "resourceCode";
        r#type: Choice CreateDataResourceType = "type";
        description: Text = "description";
        r#struct: Any = "struct";
        extend_field_list: List View ExtendField = "extendFieldList";
        actions: List Text = "actions";
    }

    UpdateNamespaceDto {
        code: Text = "code";
        description: Text = "description";
        name: Text = "name";
        new_code: Text = "newCode";
    }

    UpdatePermissionNamespaceRespDto {
        code: Text = "code";
        name: Text = "name";
        description: Text = "description";
    }

    User {}

    UserActionLogDto {
        user_id: Text = "userId";
        user_avatar: Text = "userAvatar";
        user_display_name: Text = "userDisplayName";
        user_logins_count: Integer = "userLoginsCount";
        app_id: Text = "appId";
        app_name: Text = "appName";
        client_ip: Text = "clientIp";
        event_type: Choice EventType = "eventType";
        event_detail: Text = "eventDetail";
        success: Flag = "success";
        app_login_url: Text = "appLoginUrl";
        app_logo: Text = "appLogo";
        user_agent: Text = "userAgent";
        parsed_user_agent: View ParsedUserAgent = "parsedUserAgent";
        geoip: View GeoIp = "geoip";
        timestamp: Text = "timestamp";
        request_id: Text = "requestId";
    }

    UserActionLogRespData {
        total_count: Integer = "totalCount";
        list: List View UserActionLogDto = "list";
    }

    UserAttributionDto {
        id: Text = "id";
        policy_id: Text = "policyId";
        target_identifier: Text = "targetIdentifier";
        namespace: Text = "namespace";
        target_type: Choice AddInvitationPolicyUserAttributionTargetType = "targetType";
        target_detail: Any = "targetDetail";
        created_at: Text = "createdAt";
        updated_at: Text = "updatedAt";
    }

    UserAttributionMainDepartmentDto {
        policy_id: Text = "policyId";
        department_id: Text = "departmentId";
        department_detail: View InvitationDepartmentRespDto = "departmentDetail";
    }

    UserAttributionPaginationDto {
        total_count: Integer = "totalCount";
        list: List View UserAttributionDto = "list";
    }

    UserAuthResourceListDto {
        user_id: Text = "userId";
        namespace_code: Text = "namespaceCode";
        resource_list: List View OpenResource = "resourceList";
    }

    UserDepartmentPagingDto {
        total_count: Integer = "totalCount";
        list: List View UserDepartmentRespDto = "list";
    }

    UserDepartmentRespDto {
        organization_code: Text = "organizationCode";
        department_id: Text = "departmentId";
        is_root: Flag = "isRoot";
        created_at: Text = "createdAt";
        name: Text = "name";
        description: Text = "description";
        open_department_id: Text = "openDepartmentId";
        is_leader: Flag = "isLeader";
        code: Text = "code";
        is_main_department: Flag = "isMainDepartment";
        joined_at: Text = "joinedAt";
        is_virtual_node: Flag = "isVirtualNode";
        i18n: View DepartmentI18nDto = "i18n";
        custom_data: Any = "customData";
        department_id_path: List Text = "departmentIdPath";
        department_code_path: List Text = "departmentCodePath";
        department_name_path: List Text = "departmentNamePath";
    }

    UserDto {
        user_id: Text = "userId";
        created_at: Text = "createdAt";
        updated_at: Text = "updatedAt";
        status: Choice Status = "status";
        work_status: Choice WorkStatus = "workStatus";
        external_id: Text = "externalId";
        email: Text = "email";
        phone: Text = "phone";
        phone_country_code: Text = "phoneCountryCode";
        username: Text = "username";
        name: Text = "name";
        nickname: Text = "nickname";
        photo: Text = "photo";
        logins_count: Integer = "loginsCount";
        last_login: Text = "lastLogin";
        last_ip: Text = "lastIp";
        gender: Choice UpdateUserProfileGender = "gender";
        email_verified: Flag = "emailVerified";
        phone_verified: Flag = "phoneVerified";
        password_last_set_at: Text = "passwordLastSetAt";
        birthdate: Text = "birthdate";
        country: Text = "country";
        province: Text = "province";
        city: Text = "city";
        address: Text = "address";
        street_address: Text = "streetAddress";
        postal_code: Text = "postalCode";
        company: Text = "company";
        browser: Text = "browser";
        device: Text = "device";
        given_name: Text = "givenName";
        family_name: Text = "familyName";
        middle_name: Text = "middleName";
        profile: Text = "profile";
        preferred_username: Text = "preferredUsername";
        website: Text = "website";
        zoneinfo: Text = "zoneinfo";
        locale: Text = "locale";
        formatted: Text = "formatted";
        region: Text = "region";
        user_source_type: Choice UserUserSourceType = "userSourceType";
        user_source_id: Text = "userSourceId";
        last_login_app: Text = "lastLoginApp";
        main_department_id: Text = "mainDepartmentId";
        last_mfa_time: Text = "lastMfaTime";
        password_security_level: Integer = "passwordSecurityLevel";
        reset_password_on_next_login: Flag = "resetPasswordOnNextLogin";
        register_source: List Text = "registerSource";
        department_ids: List Text = "departmentIds";
        identities: List View IdentityDto = "identities";
        identity_number: Text = "identityNumber";
        custom_data: Any = "customData";
        metadata_source: Any = "metadataSource";
        post_id_list: List Text = "postIdList";
        status_changed_at: Text = "statusChangedAt";
        tenant_id: Text = "tenantId";
        signed_up: Text = "signedUp";
        tenant_ids: List Text = "tenantIds";
    }

    UserFieldDecryptRespItemDto {
        user_id: Text = "userId";
        field_name: Text = "fieldName";
        decrypted_content: Text = "decryptedContent";
    }

    UserInfo {
        sub: Text = "sub";
        name: Text = "name";
        nickname: Text = "nickname";
        given_name: Text = "given_name";
        family_name: Text = "family_name";
        birthdate: Text = "birthdate";
        gender: Choice Gender = "gender";
        picture: Text = "picture";
        updated_at: Text = "updated_at";
        zoneinfo: Text = "zoneinfo";
        preferred_username: Text = "preferred_username";
        locale: Text = "locale";
        user_pool_id: Text = "userPoolId";
        username: Text = "username";
        email: Text = "email";
        email_verified: Flag = "email_verified";
        middle_name: Text = "middle_name";
        phone_number: Text = "phone_number";
        phone_number_verified: Flag = "phone_number_verified";
        unionid: Text = "unionid";
        photo: Text = "photo";
        device: Text = "device";
        browser: Text = "browser";
        company: Text = "company";
        website: Text = "website";
        address: View Address = "address";
        formatted: Text = "formatted";
        street_address: Text = "streetAddress";
        locality: Text = "locality";
        region: Text = "region";
        postal_code: Text = "postalCode";
        city: Text = "city";
        province: Text = "province";
        country: Text = "country";
        created_at: Text = "createdAt";
        external_id: Text = "external_id";
        token: Text = "token";
    }

    UserListPagingDto {
        total_count: Integer = "totalCount";
        list: List View RiskListItemDto = "list";
    }

    UserLoggedInAppsDto {
        app_id: Text = "appId";
        app_name: Text = "appName";
        app_logo: Text = "appLogo";
        app_login_url: Text = "appLoginUrl";
    }

    UserLoggedInIdentitiesDto {
        identity_id: Text = "identityId";
        idp_name: Text = "idpName";
        idp_name_en: Text = "idpNameEn";
        idp_logo: Text = "idpLogo";
        idp_id: Text = "idpId";
    }

    UserLoginHistoryDto {
        app_id: Text = "appId";
        app_name: Text = "appName";
        app_logo: Text = "appLogo";
        app_login_url: Text = "appLoginUrl";
        client_ip: Text = "clientIp";
        user_agent: Text = "userAgent";
        time: Text = "time";
    }

    UserLoginHistoryPagingDto {
        total_count: Integer = "totalCount";
        list: List View UserLoginHistoryDto = "list";
    }

    UserMfaRespDto {
        totp_status: Text = "totpStatus";
        face_mfa_status: Text = "faceMfaStatus";
        sms_mfa_status: Text = "smsMfaStatus";
        email_mfa_status: Text = "emailMfaStatus";
    }

    UserPagingDto {
        total_count: Integer = "totalCount";
        list: List View UserDto = "list";
    }

    UserPermissionListDto {
        user_id: Text = "userId";
        namespace_code: Text = "namespaceCode";
        resource_list: List View OpenResource = "resourceList";
    }

    UserPoolPublicConfigDto {
        name: Text = "name";
        logo: Text = "logo";
        description: Text = "description";
    }

    UserPoolTenantConfigDto {
        user_pool_id: Text = "userPoolId";
        is_user_pool_as_tenant: Flag = "isUserPoolAsTenant";
        enable_switch_type: Choice EnableSwitchType = "enableSwitchType";
        css: Text = "css";
        css_enabled: Flag = "cssEnabled";
        custom_loading: Text = "customLoading";
        enable_guard_version_switch: Flag = "enableGuardVersionSwitch";
        guard_version: Text = "guardVersion";
        loading_background: Text = "loadingBackground";
        enable_create_tenant: Flag = "enableCreateTenant";
        create_tenant_scenes: List Text = "createTenantScenes";
        enable_join_tenant: Flag = "enableJoinTenant";
        join_tenant_scenes: List Text = "joinTenantScenes";
        enable_verify_domain: Flag = "enableVerifyDomain";
        verify_domain_scenes: List Text = "verifyDomainScenes";
        sso_page_customization_settings: View ISsoPageCustomizationSettingsDto = "ssoPageCustomizationSettings";
        enable_multiple_tenant_portal: Flag = "enableMultipleTenantPortal";
        login_config: View ApplicationLoginConfigDto = "loginConfig";
    }

    UserSyncRelationDto {
        provider: Text = "provider";
        user_id_in_idp: Text = "userIdInIdp";
        user_info_in_idp: View User = "userInfoInIdp";
    }

    UserTenantListDto {
        tenant_id: Text = "tenantId";
        tenant_name: Text = "tenantName";
        join_at: Text = "joinAt";
    }
}
