//! Asa accounts.
//!
//! Written by `cargo xtask authing` from `endpoints.tsv`.

use crate::client::authing::management::{AsyncManagementClient, Management, ManagementClient};
use crate::client::authing::requests::requests;

requests! {
    Management, ManagementClient, AsyncManagementClient:

    POST "/api/v3/create-asa-account" AccessKey create_asa_account CreateAsaAccount
        [
            "Create a form-fill (ASA) account." "create_asa_account" "py,node,java,go,cs" "py+node"
            "CreateAsaAccountDto"
            "py=create_asa_account;node=createAsaAccount;java=createAsaAccount;go=CreateAsaAccount;cs=CreateAsaAccount"
            "" "AsaAccountSingleRespDto" "AsaAccountDto" "-"
        ]
        (account_info: Object "accountInfo", app_id: Text "appId")
        {};

    POST "/api/v3/create-asa-accounts-batch" AccessKey create_asa_account_batch CreateAsaAccountBatch
        [
            "Create many form-fill accounts." "create_asa_account_batch" "py,node,java,go,cs" "node"
            "CreateAsaAccountsBatchDto"
            "py=create_asa_account_batch;node=createAsaAccountBatch;java=createAsaAccountBatch;go=CreateAsaAccountBatch;cs=CreateAsaAccountBatch"
            "" "IsSuccessRespDto" "IsSuccessDto" "-"
        ]
        (list: Objects "list", app_id: Text "appId")
        {};

    POST "/api/v3/update-asa-account" AccessKey update_asa_account UpdateAsaAccount
        [
            "Change a form-fill account." "update_asa_account" "py,node,java,go,cs" "py+node"
            "UpdateAsaAccountDto"
            "py=update_asa_account;node=updateAsaAccount;java=updateAsaAccount;go=UpdateAsaAccount;cs=UpdateAsaAccount"
            "" "AsaAccountSingleRespDto" "AsaAccountDto" "-"
        ]
        (account_info: Object "accountInfo", account_id: Text "accountId", app_id: Text "appId")
        {};

    GET "/api/v3/list-asa-accounts" AccessKey list_asa_account ListAsaAccount
        [
            "List form-fill accounts." "list_asa_account" "py,node,java,go,cs" "node"
            "ListAsaAccountsDto"
            "py=list_asa_account;node=listAsaAccount;java=listAsaAccount;go=ListAsaAccount;cs=ListAsaAccount"
            "" "AsaAccountPaginatedRespDto" "AsaAccountPaginatedDataDto" "list+totalCount"
        ]
        (app_id: Text "appId")
        {page: Integer "page" / "from 1", limit: Integer "limit" / "entries a page, at most 50"};

    GET "/api/v3/get-asa-account" AccessKey get_asa_account GetAsaAccount
        [
            "Read one form-fill account." "get_asa_account" "py,node,java,go,cs" "node"
            "GetAsaAccountDto"
            "py=get_asa_account;node=getAsaAccount;java=getAsaAccount;go=GetAsaAccount;cs=GetAsaAccount"
            "" "AsaAccountSingleRespDto" "AsaAccountDto" "-"
        ]
        (app_id: Text "appId", account_id: Text "accountId")
        {};

    POST "/api/v3/get-asa-accounts-batch" AccessKey get_asa_account_batch GetAsaAccountBatch
        [
            "Read many form-fill accounts." "get_asa_account_batch" "py,node,java,go,cs" "node"
            "GetAsaAccountBatchDto"
            "py=get_asa_account_batch;node=getAsaAccountBatch;java=getAsaAccountBatch;go=GetAsaAccountBatch;cs=GetAsaAccountBatch"
            "" "AsaAccountListRespDto" "list<AsaAccountDto>" "array"
        ]
        (account_ids: Texts "accountIds", app_id: Text "appId")
        {};

    POST "/api/v3/delete-asa-account" AccessKey delete_asa_account DeleteAsaAccount
        [
            "Delete a form-fill account." "delete_asa_account" "py,node,java,go,cs" "node"
            "DeleteAsaAccountDto"
            "py=delete_asa_account;node=deleteAsaAccount;java=deleteAsaAccount;go=DeleteAsaAccount;cs=DeleteAsaAccount"
            "" "IsSuccessRespDto" "IsSuccessDto" "-"
        ]
        (account_id: Text "accountId", app_id: Text "appId")
        {};

    POST "/api/v3/delete-asa-accounts-batch" AccessKey delete_asa_account_batch DeleteAsaAccountBatch
        [
            "Delete many form-fill accounts." "delete_asa_account_batch" "py,node,java,go,cs" "node"
            "DeleteAsaAccountBatchDto"
            "py=delete_asa_account_batch;node=deleteAsaAccountBatch;java=deleteAsaAccountBatch;go=DeleteAsaAccountBatch;cs=DeleteAsaAccountBatch"
            "" "IsSuccessRespDto" "IsSuccessDto" "-"
        ]
        (account_ids: Texts "accountIds", app_id: Text "appId")
        {};

    POST "/api/v3/assign-asa-account" AccessKey assign_asa_account AssignAsaAccount
        [
            "Assign a form-fill account to targets." "assign_asa_account" "py,node,java,go,cs"
            "node" "AssignAsaAccountsDto"
            "py=assign_asa_account;node=assignAsaAccount;java=assignAsaAccount;go=AssignAsaAccount;cs=AssignAsaAccount"
            "" "IsSuccessRespDto" "IsSuccessDto" "-"
        ]
        (app_id: Text "appId", account_id: Text "accountId", targets: Objects "targets")
        {};

    POST "/api/v3/unassign-asa-account" AccessKey unassign_asa_account UnassignAsaAccount
        [
            "Withdraw a form-fill account from targets." "unassign_asa_account" "py,node,java,go,cs"
            "node" "AssignAsaAccountsDto"
            "py=unassign_asa_account;node=unassignAsaAccount;java=unassignAsaAccount;go=UnassignAsaAccount;cs=UnassignAsaAccount"
            "" "IsSuccessRespDto" "IsSuccessDto" "-"
        ]
        (app_id: Text "appId", account_id: Text "accountId", targets: Objects "targets")
        {};

    GET "/api/v3/get-asa-account-assigned-targets" AccessKey get_asa_account_assigned_targets GetAsaAccountAssignedTargets
        [
            "List targets of a form-fill account." "get_asa_account_assigned_targets"
            "py,node,java,go,cs" "node" "GetAsaAccountAssignedTargetsDto"
            "py=get_asa_account_assigned_targets;node=getAsaAccountAssignedTargets;java=getAsaAccountAssignedTargets;go=GetAsaAccountAssignedTargets;cs=GetAsaAccountAssignedTargets"
            "" "GetAsaAccountAssignedTargetRespDto" "GetAsaAccountAssignedTargetDataDto"
            "list+totalCount"
        ]
        (app_id: Text "appId", account_id: Text "accountId")
        {page: Integer "page" / "from 1", limit: Integer "limit" / "entries a page, at most 50"};

    GET "/api/v3/get-assigned-account" AccessKey get_assigned_account GetAssignedAccount
        [
            "Read the form-fill account assigned to a target." "get_assigned_account"
            "py,node,java,go,cs" "node" "GetAssignedAccountDto"
            "py=get_assigned_account;node=getAssignedAccount;java=getAssignedAccount;go=GetAssignedAccount;cs=GetAssignedAccount"
            "" "AsaAccountSingleNullableRespDto" "AsaAccountDto" "-"
        ]
        (
            app_id: Text "appId",
            target_type: Choice["USER" "ROLE" "GROUP" "DEPARTMENT"] "targetType",
            target_identifier: Text "targetIdentifier"
        )
        {};
}
