//! Types of answers that begin with I.
//!
//! Written by `cargo xtask authing` from `answers.tsv`.

use crate::client::authing::answers::machinery::views;

views! {
    IDToken {
        sub: Text = "sub";
        aud: Text = "aud";
        exp: Number = "exp";
        iat: Number = "iat";
        iss: Text = "iss";
        nonce: Text = "nonce";
        at_hash: Text = "at_hash";
        s_hash: Text = "s_hash";
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
    }

    IPRuleDto {
        max_online_i_ps: Integer = "maxOnlineIPs";
    }

    ISsoPageCustomizationSettingsDto {}

    IdentityDto {
        identity_id: Text = "identityId";
        ext_idp_id: Text = "extIdpId";
        provider: Choice CreateExtIdpType = "provider";
        r#type: Text = "type";
        user_id_in_idp: Text = "userIdInIdp";
        user_info_in_idp: Any = "userInfoInIdp";
        access_token: Text = "accessToken";
        refresh_token: Text = "refreshToken";
        origin_conn_ids: List Text = "originConnIds";
    }

    ImportExportTemplateRespDto {
        key: Text = "key";
        url: Text = "url";
    }

    ImportInviteeDto {
        success: Flag = "success";
        msg: Flag = "msg";
        failed: List Any = "failed";
        insert_res: List Any = "insertRes";
    }

    ImportTenantDataDto {
        success: Flag = "success";
    }

    ImportTenantHistoryDataDto {
        total_count: Integer = "totalCount";
        list: List Any = "list";
    }

    ImportTenantNotifyUseDataDto {
        total_count: Integer = "totalCount";
        list: List Any = "list";
    }

    InitiatedApproval {
        approval_id: Integer = "approvalId";
        number: Text = "number";
        status: Choice ApprovalDetailStatus = "status";
        submit_time: Text = "submitTime";
        closed_time: Text = "closedTime";
        object_type: Choice ObjectType = "objectType";
        approval_object_list: Any = "approvalObjectList";
        extra_params: View ExtraParams = "extraParams";
    }

    InitiatedApprovalPageList {
        list: List View InitiatedApproval = "list";
        total_count: Integer = "totalCount";
    }

    IntrospectTokenRespDto {
        active: Flag = "active";
        sub: Text = "sub";
        client_id: Text = "client_id";
        exp: Integer = "exp";
        iat: Integer = "iat";
        iss: Text = "iss";
        jti: Text = "jti";
        scope: Text = "scope";
        token_type: Text = "token_type";
    }

    InvitationConfigDto {
        expired_time_of_day: Integer = "expiredTimeOfDay";
        join_same_department: Flag = "joinSameDepartment";
        department_ids: List Text = "departmentIds";
        enabled_admin_consent: Flag = "enabledAdminConsent";
    }

    InvitationDepartmentRespDto {
        organization_code: Text = "organizationCode";
        department_id: Text = "departmentId";
        created_at: Text = "createdAt";
        updated_at: Text = "updatedAt";
        open_department_id: Text = "openDepartmentId";
        name: Text = "name";
        leader_user_ids: List Text = "leaderUserIds";
        description: Text = "description";
        parent_department_id: Text = "parentDepartmentId";
        code: Text = "code";
        parent_department_code: Text = "parentDepartmentCode";
        members_count: Integer = "membersCount";
        has_children: Flag = "hasChildren";
        is_virtual_node: Flag = "isVirtualNode";
        i18n: View DepartmentI18nDto = "i18n";
        custom_data: Any = "customData";
        posts: List Text = "posts";
        post_id_list: List Text = "postIdList";
        status: Flag = "status";
        allow: Text = "allow";
        id: Text = "id";
        id_path: List Text = "idPath";
        name_path: List Text = "namePath";
        code_path: Text = "codePath";
    }

    InvitationRosterDto {
        roster_id: Text = "rosterId";
        name: Text = "name";
        policy_id: Text = "policyId";
        status: Choice InvitationRosterStatus = "status";
        creator_id: Text = "creatorId";
        creator_detail: View CommonUserDto = "creatorDetail";
        created_at: Text = "createdAt";
        updated_at: Text = "updatedAt";
        user_count: Integer = "userCount";
        assigned_policy: View GetInvitationPolicyDto = "assignedPolicy";
    }

    InvitationRosterPaginationDto {
        total_count: Integer = "totalCount";
        list: List View InvitationRosterDto = "list";
    }

    InvitationUserDto {
        roster_id: Text = "rosterId";
        invitee_id: Text = "inviteeId";
        name: Text = "name";
        phone_country_code: Text = "phoneCountryCode";
        phone: Text = "phone";
        email: Text = "email";
        status: Choice InviteeStatus = "status";
        source: Choice InviteeSource = "source";
        creator_id: Text = "creatorId";
        creator_detail: View CommonUserDto = "creatorDetail";
        created_at: Text = "createdAt";
        updated_at: Text = "updatedAt";
    }

    InvitationUserPaginationDto {
        total_count: Integer = "totalCount";
        list: List View InvitationUserDto = "list";
    }

    InviteTenantUserRecord {
        record_id: Integer = "recordId";
        invite_account: Text = "inviteAccount";
        verified_status: Text = "verifiedStatus";
        invite_link: Text = "inviteLink";
        created_at: Text = "createdAt";
        activated_at: Text = "activatedAt";
    }

    InviteTenantUserRecordListDto {
        total_count: Integer = "totalCount";
        list: List View InviteTenantUserRecord = "list";
    }

    InviteTenantUsersDto {
        err_msgs: List View ErrorEmailMsg = "errMsgs";
        list: List View InviteTenantUserRecord = "list";
    }

    InviteeContextDto {
        enabled_identifier_verify: Flag = "enabledIdentifierVerify";
        send_verify_code_method: Choice SendVerifyCodeMethod = "sendVerifyCodeMethod";
        enabled_info_fill: Flag = "enabledInfoFill";
        register_info_fill_msg: Text = "registerInfoFillMsg";
        extends_fields: List View ExtendsFieldDto = "extendsFields";
        extends_fields_i18n: Any = "extendsFieldsI18n";
        extends_fields_options: List Any = "extendsFieldsOptions";
        email: Text = "email";
        phone: Text = "phone";
        phone_country_code: Text = "phoneCountryCode";
        invitee_name: Text = "inviteeName";
        verify_code_max_err_count: Integer = "verifyCodeMaxErrCount";
    }

    InviterDetailDto {
        display_name: Text = "displayName";
    }

    IpListPagingDto {
        total_count: Integer = "totalCount";
        list: List View IpListRespDto = "list";
    }

    IpListRespDto {
        id: Text = "id";
        ip: Text = "ip";
        ip_type: Text = "ipType";
        add_type: Text = "addType";
        remove_type: Text = "removeType";
        limit_list: List Text = "limitList";
    }

    IsActionAllowedDataDto {
        allowed: Flag = "allowed";
    }

    IsSuccessDto {
        success: Flag = "success";
    }

    IsUserExistsDto {
        exists: Flag = "exists";
    }

    IsUserInDepartmentDataDto {
        in_department: Flag = "inDepartment";
    }
}
