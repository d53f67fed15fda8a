//! Audit logs.
//!
//! Written by `cargo xtask authing` from `endpoints.tsv`.

use crate::client::authing::management::{AsyncManagementClient, Management, ManagementClient};
use crate::client::authing::requests::requests;

requests! {
    Management, ManagementClient, AsyncManagementClient:

    POST "/api/v3/get-user-action-logs" AccessKey get_user_action_logs GetUserActionLogs
        ()
        {
            request_id: Text "requestId", client_ip: Text "clientIp", event_type: Text "eventType",
            user_id: Text "userId", app_id: Text "appId", start: Integer "start",
            end: Integer "end", success: Flag "success", pagination: Object "pagination"
        };

    POST "/api/v3/get-admin-audit-logs" AccessKey get_admin_audit_logs GetAdminAuditLogs
        ()
        {
            request_id: Text "requestId", client_ip: Text "clientIp",
            operation_type: Text "operationType", resource_type: Text "resourceType",
            user_id: Text "userId", success: Flag "success", start: Integer "start",
            end: Integer "end", pagination: Object "pagination"
        };
}
