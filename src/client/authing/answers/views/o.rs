//! Types of answers that begin with O.
//!
//! Written by `cargo xtask authing` from `answers.tsv`.

use crate::client::authing::answers::machinery::views;

views! {
    OIDCConfig {}

    OIDCTokenResponse {
        access_token: Text = "access_token";
        id_token: Text = "id_token";
        expires_in: Number = "expires_in";
        refresh_token: Text = "refresh_token";
        token_type: Text = "token_type";
        error: Text = "error";
        error_description: Text = "error_description";
    }

    OauthIdpConfig {}

    OpenEventDto {
        id: Text = "id";
        code: Text = "code";
        topic: Text = "topic";
        name: Text = "name";
        desc: Text = "desc";
    }

    OpenEventPagingDto {
        total_count: Integer = "totalCount";
        list: List View OpenEventDto = "list";
    }

    OpenResource {
        resource_code: Text = "resourceCode";
        resource_type: Choice CreateDataResourceType = "resourceType";
        str_authorize: View StrAuthorize = "strAuthorize";
        arr_authorize: View ArrayAuthorize = "arrAuthorize";
        tree_authorize: View TreeAuthorize = "treeAuthorize";
    }

    OperateModelDto {
        id: Text = "id";
        user_pool_id: Text = "userPoolId";
        model_id: Text = "modelId";
        operate_name: Text = "operateName";
        operate_key: Text = "operateKey";
        show: Flag = "show";
        is_default: Flag = "isDefault";
        created_at: Text = "createdAt";
        updated_at: Text = "updatedAt";
    }

    Option {
        value: Text = "value";
    }

    OrderItem {
        order_no: Text = "orderNo";
        goods_name: Text = "goodsName";
        goods_name_en: Text = "goodsNameEn";
        goods_unit_price: Text = "goodsUnitPrice";
        quantity: Text = "quantity";
        actual_amount: Text = "actualAmount";
        status: Text = "status";
        order_type: Text = "orderType";
        create_time: Text = "createTime";
        source: Text = "source";
    }

    OrganizationDto {
        organization_code: Text = "organizationCode";
        organization_name: Text = "organizationName";
        description: Text = "description";
        created_at: Text = "createdAt";
        updated_at: Text = "updatedAt";
        department_id: Text = "departmentId";
        open_department_id: Text = "openDepartmentId";
        has_children: Flag = "hasChildren";
        leader_user_ids: List Text = "leaderUserIds";
        members_count: Integer = "membersCount";
        is_virtual_node: Flag = "isVirtualNode";
        i18n: View OrganizationNameI18nDto = "i18n";
        custom_data: Any = "customData";
        tenant_id: Text = "tenantId";
        post_id_list: List Text = "postIdList";
        status: Text = "status";
        allow: Text = "allow";
    }

    OrganizationNameI18nDto {
        organization_name: View LangObject = "organizationName";
    }

    OrganizationPagingDto {
        total_count: Integer = "totalCount";
        list: List View OrganizationDto = "list";
    }

    OtpSecretRespDto {
        secret: Text = "secret";
    }

    OtpVerityRespDto {
        verified: Flag = "verified";
    }
}
