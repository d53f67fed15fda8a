//! Pipelines.
//!
//! Written by `cargo xtask authing` from `endpoints.tsv`.

use crate::client::authing::management::{AsyncManagementClient, Management, ManagementClient};
use crate::client::authing::requests::requests;

requests! {
    Management, ManagementClient, AsyncManagementClient:

    POST "/api/v3/create-pipeline-function" AccessKey create_pipeline_function CreatePipelineFunction
        (source_code: Text "sourceCode", scene: Text "scene", func_name: Text "funcName")
        {
            func_description: Text "funcDescription", is_asynchronous: Flag "isAsynchronous",
            timeout: Integer "timeout", terminate_on_timeout: Flag "terminateOnTimeout",
            enabled: Flag "enabled"
        };

    GET "/api/v3/get-pipeline-function" AccessKey get_pipeline_function GetPipelineFunction
        (func_id: Text "funcId")
        {};

    POST "/api/v3/reupload-pipeline-function" AccessKey reupload_pipeline_function ReuploadPipelineFunction
        (func_id: Text "funcId")
        {};

    POST "/api/v3/update-pipeline-function" AccessKey update_pipeline_function UpdatePipelineFunction
        (func_id: Text "funcId")
        {
            func_name: Text "funcName", func_description: Text "funcDescription",
            source_code: Text "sourceCode", is_asynchronous: Flag "isAsynchronous",
            timeout: Integer "timeout", terminate_on_timeout: Flag "terminateOnTimeout",
            enabled: Flag "enabled"
        };

    POST "/api/v3/update-pipeline-order" AccessKey update_pipeline_order UpdatePipelineOrder
        (order: List "order", scene: Text "scene")
        {};

    POST "/api/v3/delete-pipeline-function" AccessKey delete_pipeline_function DeletePipelineFunction
        (func_id: Text "funcId")
        {};

    GET "/api/v3/list-pipeline-functions" AccessKey list_pipeline_functions ListPipelineFunctions
        (scene: Text "scene")
        {};

    GET "/api/v3/get-pipeline-logs" AccessKey get_pipeline_logs GetPipelineLogs
        (func_id: Text "funcId")
        {page: Integer "page", limit: Integer "limit"};
}
