//! Metadata.
//!
//! Written by `cargo xtask authing` from `endpoints.tsv`.

use crate::client::authing::management::{AsyncManagementClient, Management, ManagementClient};
use crate::client::authing::requests::requests;

requests! {
    Management, ManagementClient, AsyncManagementClient:

    POST "/api/v3/metadata/filter" AccessKey list_row ListRow
        (model_id: Text "modelId")
        {
            keywords: Text "keywords", conjunction: Text "conjunction",
            conditions: List "conditions", sort: List "sort", page: Integer "page",
            limit: Integer "limit", fetch_all: Flag "fetchAll", with_path: Flag "withPath",
            show_field_id: Flag "showFieldId", preview_relation: Flag "previewRelation",
            get_relation_field_detail: Flag "getRelationFieldDetail", scope: Object "scope",
            filter_relation: Object "filterRelation", expand: List "expand"
        };

    GET "/api/v3/metadata/get-row" AccessKey get_row GetRow
        (model_id: Text "modelId", row_id: Text "rowId", show_field_id: Text "showFieldId")
        {};

    GET "/api/v3/metadata/get-row-by-value" AccessKey get_row_by_value GetRowByValue
        (
            model_id: Text "modelId", key: Text "key", value: Text "value",
            show_field_id: Text "showFieldId"
        )
        {};

    POST "/get-row-batch" AccessKey get_row_batch GetRowBatch
        (row_ids: List "rowIds", model_id: Text "modelId")
        {};

    POST "/api/v3/metadata/create-row" AccessKey create_row CreateRow
        (data: Object "data", model_id: Text "modelId")
        {row_id: Text "rowId"};

    POST "/api/v3/metadata/update-row" AccessKey update_row UpdateRow
        (data: Object "data", row_id: Text "rowId", model_id: Text "modelId")
        {show_field_id: Flag "showFieldId"};

    POST "/api/v3/metadata/remove-row" AccessKey remove_row RemoveRow
        (row_id_list: List "rowIdList", model_id: Text "modelId")
        {recursive: Flag "recursive"};

    POST "/api/v3/metadata/create-model" AccessKey create_model CreateModel
        (
            parent_key: Text "parentKey", enable: Flag "enable", r#type: Text "type",
            description: Text "description", name: Text "name"
        )
        {data_type: Text "dataType"};

    GET "/api/v3/metadata/get-model" AccessKey get_model GetModel
        (id: Text "id")
        {};

    GET "/api/v3/metadata/list-model" AccessKey list_model ListModel;

    POST "/api/v3/metadata/remove-model" AccessKey remove_model RemoveModel
        (id: Text "id")
        {};

    POST "/api/v3/metadata/update-model" AccessKey update_model UpdateModel
        (
            config: Object "config", field_order: Text "fieldOrder", r#type: Text "type",
            parent_key: Text "parentKey", enable: Flag "enable", description: Text "description",
            name: Text "name", id: Text "id"
        )
        {};

    POST "/api/v3/metadata/create-field" AccessKey create_field CreateField
        (
            user_visible: Flag "userVisible",
            relation_optional_range: Object "relationOptionalRange",
            relation_show_key: Text "relationShowKey", relation_multiple: Flag "relationMultiple",
            relation_type: Text "relationType", for_login: Flag "forLogin",
            fuzzy_search: Flag "fuzzySearch", drop_down: Object "dropDown",
            format: Integer "format", regexp: Text "regexp", min: Integer "min", max: Integer "max",
            max_length: Integer "maxLength", unique: Flag "unique", require: Flag "require",
            default: Object "default", help: Text "help", editable: Flag "editable",
            show: Flag "show", r#type: Text "type", key: Text "key", name: Text "name",
            model_id: Text "modelId"
        )
        {};

    POST "/api/v3/metadata/update-field" AccessKey update_field UpdateField
        (
            user_visible: Flag "userVisible",
            relation_optional_range: Object "relationOptionalRange",
            relation_show_key: Text "relationShowKey", for_login: Flag "forLogin",
            fuzzy_search: Flag "fuzzySearch", drop_down: List "dropDown", format: Integer "format",
            regexp: Text "regexp", min: Integer "min", max: Integer "max",
            max_length: Integer "maxLength", unique: Flag "unique", require: Flag "require",
            default: Object "default", help: Text "help", editable: Flag "editable",
            show: Flag "show", name: Text "name", model_id: Text "modelId", id: Text "id"
        )
        {};

    POST "/api/v3/metadata/remove-field" AccessKey remote_field RemoteField
        (model_id: Text "modelId", id: Text "id")
        {};

    GET "/api/v3/metadata/list-field" AccessKey list_field ListField
        (model_id: Text "modelId")
        {};

    POST "/api/v3/metadata/export" AccessKey export_meatdata ExportMeatdata
        (id_list: List "idList", model_id: Text "modelId")
        {};

    POST "/api/v3/metadata/import" AccessKey import_metadata ImportMetadata
        (file: Text "file", model_id: Text "modelId")
        {};

    GET "/api/v3/metadata/get-import-template" AccessKey get_import_template GetImportTemplate
        (model_id: Text "modelId")
        {};

    POST "/api/v3/metadata/create-operate" AccessKey create_operate CreateOperate
        (
            show: Flag "show", icon: Text "icon", config: Object "config",
            operate_name: Text "operateName", operate_key: Text "operateKey",
            model_id: Text "modelId"
        )
        {};

    POST "/api/v3/metadata/remove-operate" AccessKey remove_operate RemoveOperate
        (custom_config: Object "customConfig", model_id: Text "modelId", id: Text "id")
        {};

    POST "/api/v3/metadata/execute-operate" AccessKey execute_operate ExecuteOperate
        (custom_config: Object "customConfig", model_id: Text "modelId", id: Text "id")
        {};

    POST "/api/v3/metadata/copy-operate" AccessKey copy_operate CopyOperate
        (custom_config: Object "customConfig", model_id: Text "modelId", id: Text "id")
        {};

    GET "/api/v3/metadata/list-operate" AccessKey list_operate ListOperate
        ()
        {keywords: Text "keywords"}
        (model_id: Text "modelId")
        {page: Integer "page", limit: Integer "limit"};

    GET "/api/v3/metadata/all-operate" AccessKey list_operate_all ListOperateAll
        (model_id: Text "modelId")
        {};

    POST "/api/v3/metadata/update-operate" AccessKey update_operate UpdateOperate
        (
            icon: Text "icon", config: Object "config", operate_name: Text "operateName",
            operate_key: Text "operateKey", show: Flag "show", model_id: Text "modelId",
            id: Text "id"
        )
        {};

    POST "/api/v3/metadata/get-relation-info" AccessKey get_relation_info GetRelationInfo
        (id_list: List "idList", model_id: Text "modelId")
        {};

    POST "/api/v3/metadata/create-row-relation" AccessKey create_row_relation CreateRowRelation
        (
            value_list: List "valueList", row_id: Text "rowId", field_id: Text "fieldId",
            model_id: Text "modelId"
        )
        {};

    GET "/api/v3/metadata/get-row-relation" AccessKey get_relation_value GetRelationValue
        (model_id: Text "modelId", field_id: Text "fieldId", row_id: Text "rowId")
        {page: Integer "page", limit: Integer "limit"};

    POST "/api/v3/metadata/remove-row-relation" AccessKey remove_relation_value RemoveRelationValue
        (
            value: Text "value", field_ids: List "fieldIds", row_id: Text "rowId",
            model_id: Text "modelId"
        )
        {};

    POST "/api/v3/metadata/export/model" AccessKey export_model ExportModel
        (model_id: Text "modelId")
        {};

    POST "/api/v3/metadata/import/model" AccessKey import_model ImportModel
        (file: Text "file")
        {};

    POST "/api/v3/metadata/ueba/capture" AccessKey capture Capture
        (data: Object "data")
        {model_id: Text "modelId"};
}
