//! Asa accounts.
//!
//! Written by `cargo xtask authing` from `endpoints.tsv`.

use crate::client::authing::management::{AsyncManagementClient, Management, ManagementClient};
use crate::client::authing::requests::requests;

requests! {
    Management, ManagementClient, AsyncManagementClient:

    POST "/api/v3/create-asa-account" AccessKey create_asa_account CreateAsaAccount
        (account_info: Object "accountInfo", app_id: Text "appId")
        {};

    POST "/api/v3/create-asa-accounts-batch" AccessKey create_asa_account_batch CreateAsaAccountBatch
        (list: List "list", app_id: Text "appId")
        {};

    POST "/api/v3/update-asa-account" AccessKey update_asa_account UpdateAsaAccount
        (account_info: Object "accountInfo", account_id: Text "accountId", app_id: Text "appId")
        {};

    GET "/api/v3/list-asa-accounts" AccessKey list_asa_account ListAsaAccount
        (app_id: Text "appId")
        {page: Integer "page", limit: Integer "limit"};

    GET "/api/v3/get-asa-account" AccessKey get_asa_account GetAsaAccount
        (app_id: Text "appId", account_id: Text "accountId")
        {};

    POST "/api/v3/get-asa-accounts-batch" AccessKey get_asa_account_batch GetAsaAccountBatch
        (account_ids: List "accountIds", app_id: Text "appId")
        {};

    POST "/api/v3/delete-asa-account" AccessKey delete_asa_account DeleteAsaAccount
        (account_id: Text "accountId", app_id: Text "appId")
        {};

    POST "/api/v3/delete-asa-accounts-batch" AccessKey delete_asa_account_batch DeleteAsaAccountBatch
        (account_ids: List "accountIds", app_id: Text "appId")
        {};

    POST "/api/v3/assign-asa-account" AccessKey assign_asa_account AssignAsaAccount
        (app_id: Text "appId", account_id: Text "accountId", targets: List "targets")
        {};

    POST "/api/v3/unassign-asa-account" AccessKey unassign_asa_account UnassignAsaAccount
        (app_id: Text "appId", account_id: Text "accountId", targets: List "targets")
        {};

    GET "/api/v3/get-asa-account-assigned-targets" AccessKey get_asa_account_assigned_targets GetAsaAccountAssignedTargets
        (app_id: Text "appId", account_id: Text "accountId")
        {page: Integer "page", limit: Integer "limit"};

    GET "/api/v3/get-assigned-account" AccessKey get_assigned_account GetAssignedAccount
        (
            app_id: Text "appId", target_type: Text "targetType",
            target_identifier: Text "targetIdentifier"
        )
        {};
}
