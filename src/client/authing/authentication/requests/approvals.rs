//! Approvals.
//!
//! Written by `cargo xtask authing` from `endpoints.tsv`.

use crate::client::authing::authentication::{
    AsyncAuthenticationClient, Authentication, AuthenticationClient,
};
use crate::client::authing::requests::requests;

requests! {
    Authentication, AuthenticationClient, AsyncAuthenticationClient:

    GET "/api/v3/applications-permission-applicable" UserToken get_enable_permission_apply_application_list GetEnablePermissionApplyApplicationList
        [
            "List applications the user may request access to."
            "get_enable_permission_apply_application_list" "node" "node" ""
            "node=getEnablePermissionApplyApplicationList" ""
            "EnablePermissionApplyApplicationListRes" "EnablePermissionApplyApplicationList" "list"
        ]
        ()
        {app_name: Text "appName"};

    GET "/api/v3/roles-permission-applicable" UserToken get_enable_permission_apply_role_list GetEnablePermissionApplyRoleList
        [
            "List roles the user may request." "get_enable_permission_apply_role_list" "node" "node"
            "" "node=getEnablePermissionApplyRoleList" "" "EnablePermissionApplyRoleListRes"
            "EnablePermissionApplyRolePageList" "list+totalCount"
        ]
        ()
        {
            page: Integer "page" / "from 1", limit: Integer "limit" / "entries a page, at most 50",
            keyword: Text "keyword"
        }
        (app_id: Text "appId")
        {};

    POST "/api/v3/approval" UserToken create_approval CreateApproval
        [
            "File one approval request." "create_approval" "node" "node" "CreateApprovalReq"
            "node=createApproval" "" "CreateApprovalRes" "CreateApprovalDto" "-"
        ]
        (
            object_type: Choice["APP_PERMISSION_APPLY" "ROLE_PERMISSION_APPLY"] "objectType",
            object_id: Text "objectId"
        )
        {extra_params: Object "extraParams"};

    GET "/api/v3/approval" UserToken get_detail GetDetail
        [
            "Read one approval request." "get_detail" "node" "node" "" "node=getDetail" ""
            "ApprovalDetailRes" "ApprovalDetailDto" "-"
        ]
        (number: Text "number")
        {};

    POST "/api/v3/approval-batch" UserToken batch_create_approval BatchCreateApproval
        [
            "File many approval requests." "batch_create_approval" "node" "node"
            "BatchCreateApprovalReq" "node=batchCreateApproval" "" "IsSuccessRespDto" "IsSuccessDto"
            "-"
        ]
        (
            object_type: Choice["APP_PERMISSION_APPLY" "ROLE_PERMISSION_APPLY"] "objectType",
            object_ids: Texts "objectIds"
        )
        {extra_params: Object "extraParams"};

    GET "/api/v3/approval-initiated-list" UserToken initiated_list InitiatedList
        [
            "List approval requests the user filed." "initiated_list" "node" "node" ""
            "node=initiatedList" "" "InitiatedApprovalListRes" "InitiatedApprovalPageList"
            "list+totalCount"
        ]
        ()
        {
            page_no: Integer "pageNo" / "from 1", page_size: Integer "pageSize" / "entries a page",
            object_type: Choice["APP_PERMISSION_APPLY" "ROLE_PERMISSION_APPLY"] "objectType",
            keyword: Text "keyword"
        };
}
