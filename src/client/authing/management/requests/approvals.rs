//! Approvals.
//!
//! Written by `cargo xtask authing` from `endpoints.tsv`.

use crate::client::authing::management::{AsyncManagementClient, Management, ManagementClient};
use crate::client::authing::requests::requests;

requests! {
    Management, ManagementClient, AsyncManagementClient:

    PUT "/api/v3/approval-process" AccessKey process_approval ProcessApproval
        [
            "Decide one approval request." "process_approval" "node" "node" "ApprovalProcessReq"
            "node=processApproval" "" "IsSuccessRespDto" "IsSuccessDto" "-"
        ]
        (number: Text "number")
        {is_agreed: Flag "isAgreed"};

    PUT "/api/v3/approval-batch-process" AccessKey batch_process_approval BatchProcessApproval
        [
            "Decide many approval requests." "batch_process_approval" "node" "node"
            "ApprovalBatchProcessReq" "node=batchProcessApproval" "" "IsSuccessRespDto"
            "IsSuccessDto" "-"
        ]
        (numbers: Integers "numbers")
        {is_agreed: Flag "isAgreed"};

    GET "/api/v3/approval" AccessKey get_detail GetDetail
        [
            "Read one approval request." "get_detail" "node" "node" "" "node=getDetail" ""
            "ApprovalDetailRes" "ApprovalDetailDto" "-"
        ]
        (number: Text "number")
        {};

    GET "/api/v3/approval-pending-list" AccessKey pend_list PendList
        [
            "List approval requests awaiting a decision." "pend_list" "node" "node" ""
            "node=pendList" "" "ApprovalListRes" "ApprovalPageList" "list+totalCount"
        ]
        ()
        {
            page_no: Integer "pageNo" / "from 1", page_size: Integer "pageSize" / "entries a page",
            object_type: Choice["APP_PERMISSION_APPLY" "ROLE_PERMISSION_APPLY"] "objectType",
            keyword: Text "keyword"
        };

    GET "/api/v3/approval-closed-list" AccessKey closed_list ClosedList
        [
            "List decided approval requests." "closed_list" "node" "node" "" "node=closedList" ""
            "ApprovalListRes" "ApprovalPageList" "list+totalCount"
        ]
        ()
        {
            page_no: Integer "pageNo" / "from 1", page_size: Integer "pageSize" / "entries a page",
            object_type: Choice["APP_PERMISSION_APPLY" "ROLE_PERMISSION_APPLY"] "objectType",
            keyword: Text "keyword"
        };

    GET "/api/v3/approval-log-list" AccessKey log_list LogList
        [
            "List approval history entries." "log_list" "node" "node" "" "node=logList" ""
            "ApprovalListRes" "ApprovalPageList" "list+totalCount"
        ]
        ()
        {
            page_no: Integer "pageNo" / "from 1", page_size: Integer "pageSize" / "entries a page",
            object_type: Choice["APP_PERMISSION_APPLY" "ROLE_PERMISSION_APPLY"] "objectType",
            keyword: Text "keyword"
        };
}
