//! Types of answers that begin with P.
//!
//! Written by `cargo xtask authing` from `answers.tsv`.

use crate::client::authing::answers::machinery::views;

views! {
    PaginationInvitationPolicyDataDto {
        total_count: Integer = "totalCount";
        list: List View GetInvitationPolicyDto = "list";
    }

    PaginationUniversalInvitationApplicantDataDto {
        total_count: Integer = "totalCount";
        list: List View UniversalInvitationApplicantData = "list";
    }

    ParsedUserAgent {
        device: Text = "device";
        name: Text = "name";
        os: Text = "os";
        browser: Text = "browser";
    }

    PermissionNamespaceListPagingDto {
        total_count: Integer = "totalCount";
        list: List View PermissionNamespacesListRespDto = "list";
    }

    PermissionNamespaceRolesListPagingDto {
        total_count: Integer = "totalCount";
        list: List View PermissionNamespaceRolesListRespDto = "list";
    }

    PermissionNamespaceRolesListRespDto {
        name: Text = "name";
        code: Text = "code";
        description: Text = "description";
        namespace: Text = "namespace";
        updated_at: Text = "updatedAt";
    }

    PermissionNamespacesListRespDto {
        name: Text = "name";
        code: Text = "code";
        description: Text = "description";
        status: Integer = "status";
    }

    PipelineFunctionDto {
        func_id: Text = "funcId";
        func_name: Text = "funcName";
        func_description: Text = "funcDescription";
        scene: Choice Scene = "scene";
        created_at: Text = "createdAt";
        updated_at: Text = "updatedAt";
        is_asynchronous: Flag = "isAsynchronous";
        timeout: Integer = "timeout";
        terminate_on_timeout: Flag = "terminateOnTimeout";
        source_code: Text = "sourceCode";
        status: Choice PipelineFunctionStatus = "status";
        upload_err_msg: Text = "uploadErrMsg";
        enabled: Flag = "enabled";
        is_cloud: Flag = "isCloud";
        last_execute_status: View LastExecuteStatus = "lastExecuteStatus";
    }

    PipelineFunctionPagingDto {
        total_count: Integer = "totalCount";
        list: List View PipelineFunctionDto = "list";
    }

    PolicyBo {
        data_policy_id: Text = "dataPolicyId";
        data_policy_name: Text = "dataPolicyName";
    }

    PolicyCondition {
        param: Choice Param = "param";
        operator: Choice PolicyConditionOperator = "operator";
        value: Text = "value";
    }

    PostDto {
        id: Text = "id";
        code: Text = "code";
        name: Text = "name";
        description: Text = "description";
    }

    PostInfoDto {
        id: Text = "id";
        code: Text = "code";
        name: Text = "name";
        description: Text = "description";
        department_id_list: List Text = "departmentIdList";
    }

    PostItemDto {
        id: Text = "id";
        code: Text = "code";
        name: Text = "name";
        description: Text = "description";
        user_count: Integer = "userCount";
        department_count: Integer = "departmentCount";
        metadata_source: List Text = "metadataSource";
    }

    PostPagingDto {
        total_count: Integer = "totalCount";
        list: List View PostItemDto = "list";
    }

    PreCheckCodeDataDto {
        is_valid: Flag = "isValid";
        message: Text = "message";
    }

    PreviewEmailTemplateDataDto {
        content: Text = "content";
        subject: Text = "subject";
        sender: Text = "sender";
    }

    PreviewEmailTemplateRespDto {
        data: View PreviewEmailTemplateDataDto = "data";
    }

    PrincipalAuthenticationInfoDto {
        authenticated: Flag = "authenticated";
        principal_type: Text = "principalType";
        principal_code: Text = "principalCode";
        principal_name: Text = "principalName";
        authenticated_at: Text = "authenticatedAt";
    }

    PrincipalAuthenticationInfoPagingDto {
        total_count: Integer = "totalCount";
        list: List View PrincipalAuthenticationInfoDto = "list";
    }

    PubEventRespDataDto {
        success: Flag = "success";
        err_msg: Flag = "errMsg";
    }

    PublicAccountDto {
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
        user_source_type: Choice UserSourceType = "userSourceType";
        user_source_id: Text = "userSourceId";
        last_login_app: Text = "lastLoginApp";
        main_department_id: Text = "mainDepartmentId";
        last_mfa_time: Text = "lastMfaTime";
        password_security_level: Integer = "passwordSecurityLevel";
        reset_password_on_next_login: Flag = "resetPasswordOnNextLogin";
        register_source: List Text = "registerSource";
        department_ids: List Text = "departmentIds";
        identity_number: Text = "identityNumber";
        custom_data: Any = "customData";
        status_changed_at: Text = "statusChangedAt";
        tenant_id: Text = "tenantId";
    }

    PublicAccountPagingDto {
        total_count: Integer = "totalCount";
        list: List View PublicAccountDto = "list";
    }

    PublicKeyCredentialCreationOptionsDto {
        challenge: Text = "challenge";
        exclude_credentials: List View PublicKeyCredentialDescriptorDto = "excludeCredentials";
        pub_key_cred_params: List View PublicKeyCredentialParametersDto = "pubKeyCredParams";
        rp: View PublicKeyCredentialRpEntityDto = "rp";
        timeout: Integer = "timeout";
        user: View PublicKeyCredentialUserEntityDto = "user";
    }

    PublicKeyCredentialDescriptorDto {
        id: Text = "id";
        transports: List Text = "transports";
        r#type: Text = "type";
    }

    PublicKeyCredentialParametersDto {
        alg: Integer = "alg";
        r#type: Text = "type";
    }

    PublicKeyCredentialRequestOptionsDto {
        challenge: Text = "challenge";
        allow_credentials: List View PublicKeyCredentialDescriptorDto = "allowCredentials";
        rp_id: Text = "rpId";
        timeout: Integer = "timeout";
    }

    PublicKeyCredentialRpEntityDto {
        id: Text = "id";
        name: Text = "name";
    }

    PublicKeyCredentialUserEntityDto {
        id: Text = "id";
        name: Text = "name";
        display_name: Text = "displayName";
    }
}
