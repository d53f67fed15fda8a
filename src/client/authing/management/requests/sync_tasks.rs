//! Sync tasks.
//!
//! Written by `cargo xtask authing` from `endpoints.tsv`.

use crate::client::authing::management::{AsyncManagementClient, Management, ManagementClient};
use crate::client::authing::requests::requests;

requests! {
    Management, ManagementClient, AsyncManagementClient:

    GET "/api/v3/get-sync-task" AccessKey get_sync_task GetSyncTask
        [
            "Read one directory sync task." "get_sync_task" "py,node,java,go,cs" "node"
            "GetSyncTaskDto"
            "py=get_sync_task;node=getSyncTask;java=getSyncTask;go=GetSyncTask;cs=GetSyncTask" ""
            "SyncTaskSingleRespDto" "SyncTaskDto" "-"
        ]
        (sync_task_id: Integer "syncTaskId")
        {};

    GET "/api/v3/list-sync-tasks" AccessKey list_sync_tasks ListSyncTasks
        [
            "List directory sync tasks." "list_sync_tasks" "py,node,java,go,cs" "node"
            "ListSyncTasksDto"
            "py=list_sync_tasks;node=listSyncTasks;java=listSyncTasks;go=ListSyncTasks;cs=ListSyncTasks"
            "" "SyncTaskPaginatedRespDto" "SyncTaskPagingDto" "list+totalCount"
        ]
        ()
        {page: Integer "page" / "from 1", limit: Integer "limit" / "entries a page, at most 50"};

    POST "/api/v3/create-sync-task" AccessKey create_sync_task CreateSyncTask
        [
            "Create a directory sync task." "create_sync_task" "py,node,java,go,cs" "node"
            "CreateSyncTaskDto"
            "py=create_sync_task;node=createSyncTask;java=createSyncTask;go=CreateSyncTask;cs=CreateSyncTask"
            "" "SyncTaskPaginatedRespDto" "SyncTaskPagingDto" "list+totalCount"
        ]
        (
            field_mapping: Objects "fieldMapping",
            sync_task_trigger: Choice["manually" "timed" "automatic"] "syncTaskTrigger",
            sync_task_flow: Choice["upstream" "downstream"] "syncTaskFlow",
            client_config: Object "clientConfig",
            sync_task_type: Choice["lark" "lark-international" "wechatwork" "dingtalk" "active-directory" "italent" "maycur" "ldap" "moka" "fxiaoke" "scim" "xiaoshouyi" "kayang" "custom"] "syncTaskType",
            sync_task_name: Text "syncTaskName"
        )
        {
            organization_code: Text "organizationCode",
            provisioning_scope: Object "provisioningScope", timed_scheduler: Object "timedScheduler"
        };

    POST "/api/v3/update-sync-task" AccessKey update_sync_task UpdateSyncTask
        [
            "Change a directory sync task." "update_sync_task" "py,node,java,go,cs" "node"
            "UpdateSyncTaskDto"
            "py=update_sync_task;node=updateSyncTask;java=updateSyncTask;go=UpdateSyncTask;cs=UpdateSyncTask"
            "" "SyncTaskPaginatedRespDto" "SyncTaskPagingDto" "list+totalCount"
        ]
        (sync_task_id: Integer "syncTaskId")
        {
            sync_task_name: Text "syncTaskName",
            sync_task_type: Choice["lark" "lark-international" "wechatwork" "dingtalk" "active-directory" "italent" "maycur" "ldap" "moka" "fxiaoke" "scim" "xiaoshouyi" "kayang" "custom"] "syncTaskType",
            client_config: Object "clientConfig",
            sync_task_flow: Choice["upstream" "downstream"] "syncTaskFlow",
            sync_task_trigger: Choice["manually" "timed" "automatic"] "syncTaskTrigger",
            organization_code: Text "organizationCode",
            provisioning_scope: Object "provisioningScope", field_mapping: Objects "fieldMapping",
            timed_scheduler: Object "timedScheduler"
        };

    POST "/api/v3/trigger-sync-task" AccessKey trigger_sync_task TriggerSyncTask
        [
            "Run a directory sync task now." "trigger_sync_task" "py,node,java,go,cs" "node"
            "TriggerSyncTaskDto"
            "py=trigger_sync_task;node=triggerSyncTask;java=triggerSyncTask;go=TriggerSyncTask;cs=TriggerSyncTask"
            "" "TriggerSyncTaskRespDto" "TriggerSyncTaskDataDto" "-"
        ]
        (sync_task_id: Integer "syncTaskId")
        {};

    GET "/api/v3/get-sync-job" AccessKey get_sync_job GetSyncJob
        [
            "Read one sync job." "get_sync_job" "py,node,java,go,cs" "node" "GetSyncJobDto"
            "py=get_sync_job;node=getSyncJob;java=getSyncJob;go=GetSyncJob;cs=GetSyncJob" ""
            "SyncJobSingleRespDto" "SyncJobDto" "-"
        ]
        (sync_job_id: Integer "syncJobId")
        {};

    GET "/api/v3/list-sync-jobs" AccessKey list_sync_jobs ListSyncJobs
        [
            "List jobs of a sync task." "list_sync_jobs" "py,node,java,go,cs" "node"
            "ListSyncJobsDto"
            "py=list_sync_jobs;node=listSyncJobs;java=listSyncJobs;go=ListSyncJobs;cs=ListSyncJobs"
            "" "SyncJobPaginatedRespDto" "SyncJobPagingDto" "list+totalCount"
        ]
        (sync_task_id: Integer "syncTaskId")
        {
            page: Integer "page" / "from 1", limit: Integer "limit" / "entries a page, at most 50",
            sync_trigger: Choice["manually" "timed" "automatic"] "syncTrigger"
        };

    GET "/api/v3/list-sync-job-logs" AccessKey list_sync_job_logs ListSyncJobLogs
        [
            "List the log lines of a sync job." "list_sync_job_logs" "py,node,java,go,cs" "node"
            "ListSyncJobLogsDto"
            "py=list_sync_job_logs;node=listSyncJobLogs;java=listSyncJobLogs;go=ListSyncJobLogs;cs=ListSyncJobLogs"
            "" "TriggerSyncTaskRespDto" "TriggerSyncTaskDataDto" "-"
        ]
        (sync_job_id: Integer "syncJobId")
        {
            page: Integer "page" / "from 1", limit: Integer "limit" / "entries a page, at most 50",
            success: Flag "success",
            action: Choice["CreateUser" "UpdateUser" "DeleteUser" "UpdateUserIdentifier" "ChangeUserDepartment" "CreateDepartment" "UpdateDepartment" "DeleteDepartment" "MoveDepartment" "UpdateDepartmentLeader" "CreateGroup" "UpdateGroup" "DeleteGroup" "Updateless"] "action",
            object_type: Choice["DEPARTMENT" "USER"] "objectType"
        };

    GET "/api/v3/list-sync-risk-operations" AccessKey list_sync_risk_operations ListSyncRiskOperations
        [
            "List sync operations held back as risky." "list_sync_risk_operations"
            "py,node,java,go,cs" "node" "ListSyncRiskOperationsDto"
            "py=list_sync_risk_operations;node=listSyncRiskOperations;java=listSyncRiskOperations;go=ListSyncRiskOperations;cs=ListSyncRiskOperations"
            "" "SyncRiskOperationPaginatedRespDto" "SyncRiskOperationPagingDto" "list+totalCount"
        ]
        (sync_task_id: Integer "syncTaskId")
        {
            page: Integer "page" / "from 1", limit: Integer "limit" / "entries a page, at most 50",
            status: Choices["PENDING" "SUCCESS" "FAILED" "CANCELED" "EXECUTING"] "status",
            object_type: Choices["DEPARTMENT" "USER"] "objectType"
        };

    POST "/api/v3/trigger-sync-risk-operations" AccessKey trigger_sync_risk_operations TriggerSyncRiskOperations
        [
            "Execute sync operations held back as risky." "trigger_sync_risk_operations"
            "py,node,java,go,cs" "node" "TriggerSyncRiskOperationDto"
            "py=trigger_sync_risk_operations;node=triggerSyncRiskOperations;java=triggerSyncRiskOperations;go=TriggerSyncRiskOperations;cs=TriggerSyncRiskOperations"
            "" "TriggerSyncRiskOperationsRespDto" "TriggerSyncRiskOperationsDataDto" "-"
        ]
        (sync_risk_operation_ids: Integers "syncRiskOperationIds")
        {};

    POST "/api/v3/cancel-sync-risk-operation" AccessKey cancel_sync_risk_operation CancelSyncRiskOperation
        [
            "Cancel sync operations held back as risky." "cancel_sync_risk_operation"
            "py,node,java,go,cs" "node" "CancelSyncRiskOperationDto"
            "py=cancel_sync_risk_operation;node=cancelSyncRiskOperation;java=cancelSyncRiskOperation;go=CancelSyncRiskOperation;cs=CancelSyncRiskOperation"
            "" "CancelSyncRiskOperationsRespDto" "CancelSyncRiskOperationsDataDto" "-"
        ]
        (sync_risk_operation_ids: Integers "syncRiskOperationIds")
        {};
}
