//! Sync tasks.
//!
//! Written by `cargo xtask authing` from `endpoints.tsv`.

use crate::client::authing::management::{AsyncManagementClient, Management, ManagementClient};
use crate::client::authing::requests::requests;

requests! {
    Management, ManagementClient, AsyncManagementClient:

    GET "/api/v3/get-sync-task" AccessKey get_sync_task GetSyncTask
        (sync_task_id: Integer "syncTaskId")
        {};

    GET "/api/v3/list-sync-tasks" AccessKey list_sync_tasks ListSyncTasks
        ()
        {page: Integer "page", limit: Integer "limit"};

    POST "/api/v3/create-sync-task" AccessKey create_sync_task CreateSyncTask
        (
            field_mapping: List "fieldMapping", sync_task_trigger: Text "syncTaskTrigger",
            sync_task_flow: Text "syncTaskFlow", client_config: Object "clientConfig",
            sync_task_type: Text "syncTaskType", sync_task_name: Text "syncTaskName"
        )
        {
            organization_code: Text "organizationCode",
            provisioning_scope: Object "provisioningScope", timed_scheduler: Object "timedScheduler"
        };

    POST "/api/v3/update-sync-task" AccessKey update_sync_task UpdateSyncTask
        (sync_task_id: Integer "syncTaskId")
        {
            sync_task_name: Text "syncTaskName", sync_task_type: Text "syncTaskType",
            client_config: Object "clientConfig", sync_task_flow: Text "syncTaskFlow",
            sync_task_trigger: Text "syncTaskTrigger", organization_code: Text "organizationCode",
            provisioning_scope: Object "provisioningScope", field_mapping: List "fieldMapping",
            timed_scheduler: Object "timedScheduler"
        };

    POST "/api/v3/trigger-sync-task" AccessKey trigger_sync_task TriggerSyncTask
        (sync_task_id: Integer "syncTaskId")
        {};

    GET "/api/v3/get-sync-job" AccessKey get_sync_job GetSyncJob
        (sync_job_id: Integer "syncJobId")
        {};

    GET "/api/v3/list-sync-jobs" AccessKey list_sync_jobs ListSyncJobs
        (sync_task_id: Integer "syncTaskId")
        {page: Integer "page", limit: Integer "limit", sync_trigger: Text "syncTrigger"};

    GET "/api/v3/list-sync-job-logs" AccessKey list_sync_job_logs ListSyncJobLogs
        (sync_job_id: Integer "syncJobId")
        {
            page: Integer "page", limit: Integer "limit", success: Flag "success",
            action: Text "action", object_type: Text "objectType"
        };

    GET "/api/v3/list-sync-risk-operations" AccessKey list_sync_risk_operations ListSyncRiskOperations
        (sync_task_id: Integer "syncTaskId")
        {
            page: Integer "page", limit: Integer "limit", status: Text "status",
            object_type: Text "objectType"
        };

    POST "/api/v3/trigger-sync-risk-operations" AccessKey trigger_sync_risk_operations TriggerSyncRiskOperations
        (sync_risk_operation_ids: List "syncRiskOperationIds")
        {};

    POST "/api/v3/cancel-sync-risk-operation" AccessKey cancel_sync_risk_operation CancelSyncRiskOperation
        (sync_risk_operation_ids: List "syncRiskOperationIds")
        {};
}
