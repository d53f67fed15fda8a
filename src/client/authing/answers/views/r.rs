//! Types of answers that begin with R.
//!
//! Written by `cargo xtask authing` from `answers.tsv`.

use crate::client::authing::answers::machinery::views;

views! {
    RefreshApplicationSecretDataDto {
        secret: Text = "secret";
    }

    RegisterAnomalyDetectionConfigDto {
        enabled: Flag = "enabled";
        limit: Integer = "limit";
        time_interval: Integer = "timeInterval";
    }

    RegistrationOptionsDto {
        registration_options: View PublicKeyCredentialCreationOptionsDto = "registrationOptions";
        ticket: Text = "ticket";
    }

    RelationOptionalRange {
        conjunction: Text = "conjunction";
        conditions: View Condition = "conditions";
    }

    RelationValueListDto {
        total_count: Integer = "totalCount";
        list: List Text = "list";
    }

    ResGroupDto {
        id: Text = "id";
        code: Text = "code";
        name: Text = "name";
        description: Text = "description";
        r#type: Text = "type";
        metadata_source: List Text = "metadataSource";
        members: List View UserDto = "members";
    }

    ResetPasswordVerify {
        password_reset_token: Text = "passwordResetToken";
        token_expires_in: Integer = "tokenExpiresIn";
    }

    ResignUserDataDto {
        success: Flag = "success";
    }

    ResourceAction {
        name: Text = "name";
        description: Text = "description";
    }

    ResourceAuthorizedTargetDto {
        target_type: Choice TargetType = "targetType";
        target_identifier: Text = "targetIdentifier";
        actions: List Text = "actions";
    }

    ResourceDto {
        code: Text = "code";
        description: Text = "description";
        name: Text = "name";
        r#type: Choice Type = "type";
        actions: List View ResourceAction = "actions";
        api_identifier: Text = "apiIdentifier";
        namespace: Text = "namespace";
        linked_to_tenant: Flag = "linkedToTenant";
    }

    Result {
        add_user: Integer = "addUser";
        update_user: Integer = "updateUser";
        add_department: Integer = "addDepartment";
        update_department: Integer = "updateDepartment";
    }

    RightItemDto {
        rights_model_code: Text = "rightsModelCode";
        rights_model_name: Text = "rightsModelName";
        data_type: Text = "dataType";
        data_value: Text = "dataValue";
    }

    RightItemRes {
        rights_items: List View RightItemDto = "rightsItems";
    }

    RiskListItemDto {
        id: Text = "id";
        user_id: Text = "userId";
        add_type: Text = "addType";
        user_list_type: Text = "userListType";
        remove_type: Text = "removeType";
        limit_list: List Text = "limitList";
        add_at: Text = "addAt";
    }

    RiskListPolicyPagingDto {
        total_count: Integer = "totalCount";
        list: List View RiskListPolicyRespDto = "list";
    }

    RiskListPolicyRespDto {
        id: Text = "id";
        opt_object: Choice OptObject = "optObject";
        ip_range: Choice IpRange = "ipRange";
        user_range: Choice IpRange = "userRange";
        ip_cond: Choice IpCond = "ipCond";
        user_cond: Choice IpCond = "userCond";
        time_range: Integer = "timeRange";
        count_thr: Integer = "countThr";
        event_state_type: Choice EventStateType = "eventStateType";
        remove_type: Choice RemoveType = "removeType";
        action: Choice RiskListPolicyCreateAction = "action";
        limit_list: Choice LimitList = "limitList";
        created_at: Text = "createdAt";
    }

    RoleAuthorizedResourcePagingDto {
        total_count: Integer = "totalCount";
        list: List View RoleAuthorizedResourcesRespDto = "list";
    }

    RoleAuthorizedResourcesRespDto {
        resource_code: Text = "resourceCode";
        resource_type: Choice Type = "resourceType";
        actions: List Text = "actions";
        api_identifier: Text = "apiIdentifier";
    }

    RoleBo {
        role_id: Text = "roleId";
        role_name: Text = "roleName";
        role_code: Text = "roleCode";
    }

    RoleDepartmentListPagingDto {
        total_count: Integer = "totalCount";
        list: List View RoleDepartmentRespDto = "list";
    }

    RoleDepartmentRespDto {
        id: Text = "id";
        code: Text = "code";
        name: Text = "name";
        description: Text = "description";
    }

    RoleDto {
        id: Text = "id";
        code: Text = "code";
        name: Text = "name";
        description: Text = "description";
        namespace: Text = "namespace";
        namespace_name: Text = "namespaceName";
        status: Text = "status";
        disable_time: Integer = "disableTime";
        enable_permission_apply: Flag = "enablePermissionApply";
    }

    RoleListPageDto {
        total_count: Integer = "totalCount";
        data: List View RolePermissionListDto = "data";
    }

    RolePagingDto {
        total_count: Integer = "totalCount";
        list: List View RoleDto = "list";
    }

    RolePermissionListDto {
        role_id: Text = "roleId";
        status: Text = "status";
        enable_time: Integer = "enableTime";
        end_time: Integer = "endTime";
        user_pool_id: Text = "userPoolId";
        role_name: Text = "roleName";
        role_code: Text = "roleCode";
        description: Text = "description";
        created_at: Text = "createdAt";
        updated_at: Text = "updatedAt";
    }

    RowDto {
        row_id: Text = "rowId";
        cell_list: List View CellDto = "cellList";
    }
}
