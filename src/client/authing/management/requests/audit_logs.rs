//! Audit logs.
//!
//! Written by `cargo xtask authing` from `endpoints.tsv`.

use crate::client::authing::management::{AsyncManagementClient, Management, ManagementClient};
use crate::client::authing::requests::requests;

requests! {
    Management, ManagementClient, AsyncManagementClient:

    POST "/api/v3/get-user-action-logs" AccessKey get_user_action_logs GetUserActionLogs
        [
            "List user behaviour logs." "get_user_action_logs" "py,node,java,go,cs" "node"
            "GetUserActionLogsDto"
            "py=get_user_action_logs;node=getUserActionLogs;java=getUserActionLogs;go=GetUserActionLogs;cs=GetUserActionLogs"
            "" "UserActionLogRespDto" "UserActionLogRespData" "list+totalCount"
        ]
        ()
        {
            request_id: Text "requestId", client_ip: Text "clientIp", event_type: Text "eventType",
            user_id: Text "userId", app_id: Text "appId", start: Integer "start",
            end: Integer "end", success: Flag "success", pagination: Object "pagination"
        };

    POST "/api/v3/get-admin-audit-logs" AccessKey get_admin_audit_logs GetAdminAuditLogs
        [
            "List administrator audit logs." "get_admin_audit_logs" "py,node,java,go,cs" "node"
            "GetAdminAuditLogsDto"
            "py=get_admin_audit_logs;node=getAdminAuditLogs;java=getAdminAuditLogs;go=GetAdminAuditLogs;cs=GetAdminAuditLogs"
            "" "AdminAuditLogRespDto" "AdminAuditLogRespData" "list+totalCount"
        ]
        ()
        {
            request_id: Text "requestId", client_ip: Text "clientIp",
            operation_type: Text "operationType", resource_type: Text "resourceType",
            user_id: Text "userId", success: Flag "success", start: Integer "start",
            end: Integer "end", pagination: Object "pagination"
        };
}
