//! Billing.
//!
//! Written by `cargo xtask authing` from `endpoints.tsv`.

use crate::client::authing::management::{AsyncManagementClient, Management, ManagementClient};
use crate::client::authing::requests::requests;

requests! {
    Management, ManagementClient, AsyncManagementClient:

    GET "/api/v3/get-current-package-info" AccessKey get_current_package_info GetCurrentPackageInfo;

    GET "/api/v3/get-usage-info" AccessKey get_usage_info GetUsageInfo;

    GET "/api/v3/get-mau-period-usage-history" AccessKey get_mau_period_usage_history GetMauPeriodUsageHistory
        (start_time: Text "startTime", end_time: Text "endTime")
        {};

    GET "/api/v3/get-all-rights-items" AccessKey get_all_rights_item GetAllRightsItem;

    GET "/api/v3/get-orders" AccessKey get_orders GetOrders
        ()
        {page: Integer "page", limit: Integer "limit"};

    GET "/api/v3/get-order-detail" AccessKey get_order_detail GetOrderDetail
        (order_no: Text "orderNo")
        {};

    GET "/api/v3/get-order-pay-detail" AccessKey get_order_pay_detail GetOrderPayDetail
        (order_no: Text "orderNo")
        {};
}
