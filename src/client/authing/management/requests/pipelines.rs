//! Pipelines.
//!
//! Written by `cargo xtask authing` from `endpoints.tsv`.

use crate::client::authing::management::{AsyncManagementClient, Management, ManagementClient};
use crate::client::authing::requests::requests;

requests! {
    Management, ManagementClient, AsyncManagementClient:

    POST "/api/v3/create-pipeline-function" AccessKey create_pipeline_function CreatePipelineFunction
        [
            "Create a pipeline function." "create_pipeline_function" "py,node,java,go,cs" "node"
            "CreatePipelineFunctionDto"
            "py=create_pipeline_function;node=createPipelineFunction;java=createPipelineFunction;go=CreatePipelineFunction;cs=CreatePipelineFunction"
            "" "PipelineFunctionSingleRespDto" "PipelineFunctionDto" "-"
        ]
        (
            source_code: Text "sourceCode",
            scene: Choice["PRE_REGISTER" "POST_REGISTER" "PRE_AUTHENTICATION" "POST_AUTHENTICATION" "PRE_OIDC_ID_TOKEN_ISSUED" "PRE_OIDC_ACCESS_TOKEN_ISSUED" "PRE_COMPLETE_USER_INFO" "PRE_MFA_VERIFY" "POST_MFA_VERIFY"] "scene",
            func_name: Text "funcName"
        )
        {
            func_description: Text "funcDescription", is_asynchronous: Flag "isAsynchronous",
            timeout: Integer "timeout", terminate_on_timeout: Flag "terminateOnTimeout",
            enabled: Flag "enabled"
        };

    GET "/api/v3/get-pipeline-function" AccessKey get_pipeline_function GetPipelineFunction
        [
            "Read one pipeline function." "get_pipeline_function" "py,node,java,go,cs" "node"
            "GetPipelineFunctionDto"
            "py=get_pipeline_function;node=getPipelineFunction;java=getPipelineFunction;go=GetPipelineFunction;cs=GetPipelineFunction"
            "" "PipelineFunctionSingleRespDto" "PipelineFunctionDto" "-"
        ]
        (func_id: Text "funcId")
        {};

    POST "/api/v3/reupload-pipeline-function" AccessKey reupload_pipeline_function ReuploadPipelineFunction
        [
            "Upload a pipeline function's code again." "reupload_pipeline_function"
            "py,node,java,go,cs" "node" "ReUploadPipelineFunctionDto"
            "py=reupload_pipeline_function;node=reuploadPipelineFunction;java=reuploadPipelineFunction;go=ReuploadPipelineFunction;cs=ReuploadPipelineFunction"
            "deprecated upstream" "PipelineFunctionSingleRespDto" "PipelineFunctionDto" "-"
        ]
        (func_id: Text "funcId")
        {};

    POST "/api/v3/update-pipeline-function" AccessKey update_pipeline_function UpdatePipelineFunction
        [
            "Change a pipeline function." "update_pipeline_function" "py,node,java,go,cs" "node"
            "UpdatePipelineFunctionDto"
            "py=update_pipeline_function;node=updatePipelineFunction;java=updatePipelineFunction;go=UpdatePipelineFunction;cs=UpdatePipelineFunction"
            "" "PipelineFunctionSingleRespDto" "PipelineFunctionDto" "-"
        ]
        (func_id: Text "funcId")
        {
            func_name: Text "funcName", func_description: Text "funcDescription",
            source_code: Text "sourceCode", is_asynchronous: Flag "isAsynchronous",
            timeout: Integer "timeout", terminate_on_timeout: Flag "terminateOnTimeout",
            enabled: Flag "enabled"
        };

    POST "/api/v3/update-pipeline-order" AccessKey update_pipeline_order UpdatePipelineOrder
        [
            "Reorder pipeline functions." "update_pipeline_order" "py,node,java,go,cs" "node"
            "UpdatePipelineOrderDto"
            "py=update_pipeline_order;node=updatePipelineOrder;java=updatePipelineOrder;go=UpdatePipelineOrder;cs=UpdatePipelineOrder"
            "" "CommonResponseDto" "none" "-"
        ]
        (
            order: Texts "order",
            scene: Choice["PRE_REGISTER" "POST_REGISTER" "PRE_AUTHENTICATION" "POST_AUTHENTICATION" "PRE_OIDC_ID_TOKEN_ISSUED" "PRE_OIDC_ACCESS_TOKEN_ISSUED" "PRE_COMPLETE_USER_INFO" "PRE_MFA_VERIFY" "POST_MFA_VERIFY"] "scene"
        )
        {};

    POST "/api/v3/delete-pipeline-function" AccessKey delete_pipeline_function DeletePipelineFunction
        [
            "Delete a pipeline function." "delete_pipeline_function" "py,node,java,go,cs" "node"
            "DeletePipelineFunctionDto"
            "py=delete_pipeline_function;node=deletePipelineFunction;java=deletePipelineFunction;go=DeletePipelineFunction;cs=DeletePipelineFunction"
            "" "CommonResponseDto" "none" "-"
        ]
        (func_id: Text "funcId")
        {};

    GET "/api/v3/list-pipeline-functions" AccessKey list_pipeline_functions ListPipelineFunctions
        [
            "List pipeline functions." "list_pipeline_functions" "py,node,java,go,cs" "node"
            "ListPipelineFunctionsDto"
            "py=list_pipeline_functions;node=listPipelineFunctions;java=listPipelineFunctions;go=ListPipelineFunctions;cs=ListPipelineFunctions"
            "" "PipelineFunctionPaginatedRespDto" "PipelineFunctionPagingDto" "list+totalCount"
        ]
        (
            scene: Choice["PRE_REGISTER" "POST_REGISTER" "PRE_AUTHENTICATION" "POST_AUTHENTICATION" "PRE_OIDC_ID_TOKEN_ISSUED" "PRE_OIDC_ACCESS_TOKEN_ISSUED" "PRE_COMPLETE_USER_INFO" "PRE_MFA_VERIFY" "POST_MFA_VERIFY"] "scene"
        )
        {};

    GET "/api/v3/get-pipeline-logs" AccessKey get_pipeline_logs GetPipelineLogs
        [
            "List pipeline run logs." "get_pipeline_logs" "py,node,java,go,cs" "node"
            "GetPipelineLogsDto"
            "py=get_pipeline_logs;node=getPipelineLogs;java=getPipelineLogs;go=GetPipelineLogs;cs=GetPipelineLogs"
            "" "PipelineFunctionPaginatedRespDto" "PipelineFunctionPagingDto" "list+totalCount"
        ]
        (func_id: Text "funcId")
        {page: Integer "page" / "from 1", limit: Integer "limit" / "entries a page, at most 50"};
}
