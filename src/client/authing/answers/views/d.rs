//! Types of answers that begin with D.
//!
//! Written by `cargo xtask authing` from `answers.tsv`.

use crate::client::authing::answers::machinery::views;

views! {
    DataPoliciesPaginatedRespDto {
        total_count: Integer = "totalCount";
        list: List View ListDataPoliciesRespDto = "list";
    }

    DataPoliciesSimplePaginatedRespDto {
        total_count: Integer = "totalCount";
        list: List View ListSimpleDataPoliciesRespDto = "list";
    }

    DataResourceSimpleRespDto {
        resource_id: Text = "resourceId";
        resource_name: Text = "resourceName";
    }

    DataResourceTreeStructs {
        code: Text = "code";
        name: Text = "name";
        value: Text = "value";
        children: List Any = "children";
        extend_field_value: Any = "extendFieldValue";
    }

    DataResourcesPaginatedRespDto {
        total_count: Integer = "totalCount";
        list: List View ListDataResourcesRespDto = "list";
    }

    DataSubjectRespDto {
        target_identifier: Text = "targetIdentifier";
        target_type: Choice DeleteAuthorizeDataPolicyTargetType = "targetType";
        target_name: Text = "targetName";
        authorization_time: Text = "authorizationTime";
    }

    DepartmentDto {
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
    }

    DepartmentI18nDto {
        name: View LangObject = "name";
    }

    DepartmentPagingDto {
        total_count: Flag = "totalCount";
        list: List View DepartmentDto = "list";
    }

    DeviceExclusiveValidScopeAppDataDto {
        app_id: Text = "appId";
        app_name: Text = "appName";
        app_logo: Text = "appLogo";
        is_default: Text = "isDefault";
    }

    DeviceInfo {
        device_id: Text = "deviceId";
        name: Text = "name";
        version: Text = "version";
        r#type: Choice CreateTerminalType = "type";
        r#mod: Text = "mod";
        os: Text = "os";
        status: Choice DeviceStatusResponseStatus = "status";
        user_agent: Text = "userAgent";
    }

    DeviceRuleDto {
        max_online_devices: Integer = "maxOnlineDevices";
    }

    DeviceStatusResponseDataDto {
        status: Choice DeviceStatusResponseStatus = "status";
        diff_time: Integer = "diffTime";
    }

    DnefPaginatedRespDto {
        next_start_index: Integer = "nextStartIndex";
        truncated: Flag = "truncated";
        list: List View ExtendField = "list";
    }
}
