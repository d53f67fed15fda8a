//! Types of answers that begin with T.
//!
//! Written by `cargo xtask authing` from `answers.tsv`.

use crate::client::authing::answers::machinery::views;

views! {
    TenantApplicationDto {
        user_pool_id: Text = "userPoolId";
        tenant_app_id: Text = "tenantAppId";
        name: Text = "name";
        description: Text = "description";
        logo: Text = "logo";
        application_type: Text = "applicationType";
        sso_enabled: Flag = "ssoEnabled";
        app_id: Text = "appId";
    }

    TenantApplicationListPagingDto {
        total_count: Integer = "totalCount";
        list: List View TenantApplicationDto = "list";
    }

    TenantCooperatorDto {
        user_id: Text = "userId";
        r#type: Text = "type";
        external: Flag = "external";
        user: View UserDto = "user";
        tenant_user: View TenantUserDto = "tenantUser";
    }

    TenantCooperatorListPagingDto {
        total_count: Integer = "totalCount";
        list: List View TenantCooperatorDto = "list";
    }

    TenantCooperatorSingleDto {
        list: List Text = "list";
        authorized_policies_code: List Text = "authorizedPoliciesCode";
    }

    TenantDto {
        tenant_id: Text = "tenantId";
        user_pool_id: Text = "userPoolId";
        name: Text = "name";
        description: Text = "description";
        logo: Text = "logo";
        reject_hint: Text = "rejectHint";
        app_ids: List Text = "appIds";
        creator: Text = "creator";
        source_app_id: Text = "sourceAppId";
        source: Text = "source";
        code: Text = "code";
        host: Text = "host";
        enterprise_domains: List Text = "enterpriseDomains";
    }

    TenantEnterpriseCertificationRespDto {
        business_name: Text = "businessName";
        business_license: Text = "businessLicense";
        updated_at: Text = "updatedAt";
        business_registration_name: Text = "businessRegistrationName";
        unified_social_credit: Text = "unifiedSocialCredit";
        legal_representative_name: Text = "legalRepresentativeName";
        national_identification_number: Text = "nationalIdentificationNumber";
        personal_bank_card_number: Text = "personalBankCardNumber";
        bank_reserved_phone: Text = "bankReservedPhone";
        review_reason: Text = "reviewReason";
        enterprise_certification_status: Choice EnterpriseCertificationStatus = "enterpriseCertificationStatus";
    }

    TenantListPagingDto {
        total_count: Integer = "totalCount";
        list: List View TenantRespDto = "list";
    }

    TenantRespDto {
        tenant_id: Text = "tenantId";
        user_pool_id: Text = "userPoolId";
        name: Text = "name";
        description: Text = "description";
        logo: Text = "logo";
        reject_hint: Text = "rejectHint";
        app_ids: List Text = "appIds";
        creator: Text = "creator";
        source_app_id: Text = "sourceAppId";
        source: Text = "source";
        code: Text = "code";
        host: Text = "host";
        enterprise_domains: List Text = "enterpriseDomains";
        creator_detail: Any = "creatorDetail";
        source_app_detail: Any = "sourceAppDetail";
        members_count: Integer = "membersCount";
    }

    TenantUserDto {
        email: Text = "email";
        phone: Text = "phone";
        phone_country_code: Text = "phoneCountryCode";
        username: Text = "username";
        name: Text = "name";
        nickname: Text = "nickname";
        photo: Text = "photo";
        logins_count: Integer = "loginsCount";
        last_ip: Text = "lastIp";
        gender: Choice UpdateUserProfileGender = "gender";
        birthdate: Text = "birthdate";
        country: Text = "country";
        province: Text = "province";
        city: Text = "city";
        address: Text = "address";
        street_address: Text = "streetAddress";
        postal_code: Text = "postalCode";
        given_name: Text = "givenName";
        family_name: Text = "familyName";
        middle_name: Text = "middleName";
        preferred_username: Text = "preferredUsername";
        last_login_app: Text = "lastLoginApp";
        user_pool_id: Text = "userPoolId";
        tenant_id: Text = "tenantId";
        member_id: Text = "memberId";
        link_user_id: Text = "linkUserId";
        is_tenant_admin: Flag = "isTenantAdmin";
        password: Text = "password";
        salt: Text = "salt";
        department_ids: List Text = "departmentIds";
    }

    TenantUserListPagingDto {
        total_count: Integer = "totalCount";
        list: List View TenantUserDto = "list";
    }

    TencentExmailEmailProviderConfig {
        sender: Text = "sender";
        sender_pass: Text = "senderPass";
    }

    TerminalInfoDto {
        id: Text = "id";
        device_unique_id: Text = "deviceUniqueId";
    }

    TerminalSessionDto {
        device: View DeviceInfo = "device";
        last_login_time: Text = "lastLoginTime";
        last_ip: Text = "lastIp";
        online: Flag = "online";
    }

    TreeAuthBo {
        node_path: Text = "nodePath";
        node_name: Text = "nodeName";
        node_actions: List Text = "nodeActions";
        node_value: Text = "nodeValue";
        node_extend_field_value: Any = "nodeExtendFieldValue";
    }

    TreeAuthorize {
        auth_list: List View TreeAuthBo = "authList";
    }

    TreeResourceAuthAction {
        node_auth_action_list: List View TreeStructs = "nodeAuthActionList";
    }

    TreeStructs {
        code: Text = "code";
        name: Text = "name";
        value: Text = "value";
        actions: List Text = "actions";
        children: List View TreeStructs = "children";
    }

    TriggerSyncRiskOperationsDataDto {
        success_list: List Integer = "successList";
        faild_list: List Integer = "faildList";
    }

    TriggerSyncTaskDataDto {
        sync_job_id: Integer = "syncJobId";
    }

    TriggerWebhookData {
        response: View Any = "response";
    }
}
