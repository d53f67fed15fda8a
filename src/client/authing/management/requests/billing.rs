//! Billing.
//!
//! Written by `cargo xtask authing` from `endpoints.tsv`.

use crate::client::authing::management::{AsyncManagementClient, Management, ManagementClient};
use crate::client::authing::requests::requests;

requests! {
    Management, ManagementClient, AsyncManagementClient:

    GET "/api/v3/get-current-package-info" AccessKey get_current_package_info GetCurrentPackageInfo
        [
            "Read the subscribed plan." "get_current_package_info" "py,node,java,go,cs" "node" ""
            "py=get_current_package_info;node=getCurrentPackageInfo;java=getCurrentPackageInfo;go=GetCurrentPackageInfo;cs=GetCurrentPackageInfo"
            "" "CostGetCurrentPackageRespDto" "CostCurrentPackageInfo" "-"
        ];

    GET "/api/v3/get-usage-info" AccessKey get_usage_info GetUsageInfo
        [
            "Read current usage figures." "get_usage_info" "py,node,java,go,cs" "node" ""
            "py=get_usage_info;node=getUsageInfo;java=getUsageInfo;go=GetUsageInfo;cs=GetUsageInfo"
            "" "CostGetCurrentUsageRespDto" "CurrentUsageRespDto" "-"
        ];

    GET "/api/v3/get-mau-period-usage-history" AccessKey get_mau_period_usage_history GetMauPeriodUsageHistory
        [
            "Read monthly-active-user history." "get_mau_period_usage_history" "py,node,java,go,cs"
            "node" "GetMauPeriodUsageHistoryDto"
            "py=get_mau_period_usage_history;node=getMauPeriodUsageHistory;java=getMauPeriodUsageHistory;go=GetMauPeriodUsageHistory;cs=GetMauPeriodUsageHistory"
            "" "CostGetMauPeriodUsageHistoryRespDto" "MauPeriodUsageHistory" "-"
        ]
        (start_time: Text "startTime", end_time: Text "endTime")
        {};

    GET "/api/v3/get-all-rights-items" AccessKey get_all_rights_item GetAllRightsItem
        [
            "List every entitlement of the plan." "get_all_rights_item" "py,node,java,go,cs" "node"
            ""
            "py=get_all_rights_item;node=getAllRightsItem;java=getAllRightsItem;go=GetAllRightsItem;cs=GetAllRightsItem"
            "" "CostGetAllRightItemRespDto" "RightItemRes" "-"
        ];

    GET "/api/v3/get-orders" AccessKey get_orders GetOrders
        [
            "List orders." "get_orders" "py,node,java,go,cs" "node" "GetOrdersDto"
            "py=get_orders;node=getOrders;java=getOrders;go=GetOrders;cs=GetOrders" ""
            "CostGetOrdersRespDto" "GetOrdersRes" "list+totalCount"
        ]
        ()
        {page: Integer "page" / "from 1", limit: Integer "limit" / "entries a page, at most 50"};

    GET "/api/v3/get-order-detail" AccessKey get_order_detail GetOrderDetail
        [
            "Read one order." "get_order_detail" "py,node,java,go,cs" "node" "GetOrderDetailDto"
            "py=get_order_detail;node=getOrderDetail;java=getOrderDetail;go=GetOrderDetail;cs=GetOrderDetail"
            "" "CostGetOrderDetailRespDto" "OrderItem" "-"
        ]
        (order_no: Text "orderNo")
        {};

    GET "/api/v3/get-order-pay-detail" AccessKey get_order_pay_detail GetOrderPayDetail
        [
            "Read the payments of one order." "get_order_pay_detail" "py,node,java,go,cs" "node"
            "GetOrderPayDetailDto"
            "py=get_order_pay_detail;node=getOrderPayDetail;java=getOrderPayDetail;go=GetOrderPayDetail;cs=GetOrderPayDetail"
            "" "CostGetOrderPayDetailRespDto" "CostGetOrderPayDetail" "-"
        ]
        (order_no: Text "orderNo")
        {};
}
