//! Metadata.
//!
//! Written by `cargo xtask authing` from `endpoints.tsv`.

use crate::client::authing::management::{AsyncManagementClient, Management, ManagementClient};
use crate::client::authing::requests::requests;

requests! {
    Management, ManagementClient, AsyncManagementClient:

    POST "/api/v3/metadata/filter" AccessKey list_row ListRow
        [
            "Search a data object's rows with conditions." "list_row" "py,node,java,go,cs" "node"
            "FilterDto" "py=list_row;node=listRow;java=listRow;go=ListRow;cs=ListRow" ""
            "FunctionModelValueListResDto" "FunctionModelValueListDto" "list+totalCount"
        ]
        (model_id: Text "modelId")
        {
            keywords: Text "keywords", conjunction: Text "conjunction",
            conditions: Objects "conditions", sort: List "sort", page: Integer "page" / "from 1",
            limit: Integer "limit" / "entries a page, at most 50", fetch_all: Flag "fetchAll",
            with_path: Flag "withPath", show_field_id: Flag "showFieldId",
            preview_relation: Flag "previewRelation",
            get_relation_field_detail: Flag "getRelationFieldDetail", scope: Object "scope",
            filter_relation: Object "filterRelation", expand: Objects "expand",
            get_nest_data: Flag "getNestData"
        };

    GET "/api/v3/metadata/get-row" AccessKey get_row GetRow
        [
            "Read one row by id." "get_row" "py,node,java,go,cs" "node" "GetRowDto"
            "py=get_row;node=getRow;java=getRow;go=GetRow;cs=GetRow" "" "FunctionModelValueResDto"
            "RowDto" "-"
        ]
        (model_id: Text "modelId", row_id: Text "rowId")
        {show_field_id: Text "showFieldId"};

    GET "/api/v3/metadata/get-row-by-value" AccessKey get_row_by_value GetRowByValue
        [
            "Read one row by a field's value." "get_row_by_value" "py,node,java,go,cs" "node"
            "GetRowByValueDto"
            "py=get_row_by_value;node=getRowByValue;java=getRowByValue;go=GetRowByValue;cs=GetRowByValue"
            "" "FunctionModelValueResDto" "RowDto" "-"
        ]
        (model_id: Text "modelId", key: Text "key", value: Text "value")
        {show_field_id: Text "showFieldId"};

    POST "/get-row-batch" AccessKey get_row_batch GetRowBatch
        [
            "Read many rows by id." "get_row_batch" "py,node,java,go,cs" "node" "GetRowBatchDto"
            "py=get_row_batch;node=getRowBatch;java=getRowBatch;go=GetRowBatch;cs=GetRowBatch" ""
            "MetadataListResDto" "list<RowDto>" "array"
        ]
        (row_ids: Texts "rowIds", model_id: Text "modelId")
        {};

    POST "/api/v3/metadata/create-row" AccessKey create_row CreateRow
        [
            "Insert a row." "create_row" "py,node,java,go,cs" "py+node" "CreateRowDto"
            "py=create_row;node=createRow;java=createRow;go=CreateRow;cs=CreateRow" ""
            "FunctionModelValueResDto" "RowDto" "-"
        ]
        (data: Object "data", model_id: Text "modelId")
        {row_id: Text "rowId"};

    POST "/api/v3/metadata/update-row" AccessKey update_row UpdateRow
        [
            "Change a row." "update_row" "py,node,java,go,cs" "py+node" "UpdateRowDto"
            "py=update_row;node=updateRow;java=updateRow;go=UpdateRow;cs=UpdateRow" ""
            "FunctionModelValueResDto" "RowDto" "-"
        ]
        (data: Object "data", row_id: Text "rowId", model_id: Text "modelId")
        {show_field_id: Flag "showFieldId"};

    POST "/api/v3/metadata/remove-row" AccessKey remove_row RemoveRow
        [
            "Delete rows." "remove_row" "py,node,java,go,cs" "node" "RemoveRowDto"
            "py=remove_row;node=removeRow;java=removeRow;go=RemoveRow;cs=RemoveRow" ""
            "CommonResponseDto" "none" "-"
        ]
        (row_id_list: Texts "rowIdList", model_id: Text "modelId")
        {recursive: Flag "recursive"};

    POST "/api/v3/metadata/create-model" AccessKey create_model CreateModel
        [
            "Create a data object." "create_model" "py,node,java,go,cs" "node"
            "CreateFunctionModelDto"
            "py=create_model;node=createModel;java=createModel;go=CreateModel;cs=CreateModel" ""
            "FunctionModelResDto" "FunctionModelDto" "-"
        ]
        (
            parent_key: Text "parentKey", enable: Flag "enable",
            r#type: Choice["ueba" "user" "post" "group" "department" "organization" "device" "device_rely" "custom"] "type",
            description: Text "description", name: Text "name"
        )
        {data_type: Choice["list" "tree"] "dataType"};

    GET "/api/v3/metadata/get-model" AccessKey get_model GetModel
        [
            "Read one data object's definition." "get_model" "py,node,java,go,cs" "node"
            "GetModelDto" "py=get_model;node=getModel;java=getModel;go=GetModel;cs=GetModel" ""
            "FunctionModelResDto" "FunctionModelDto" "-"
        ]
        (id: Text "id")
        {};

    GET "/api/v3/metadata/list-model" AccessKey list_model ListModel
        [
            "List data objects." "list_model" "py,node,java,go,cs" "node" ""
            "py=list_model;node=listModel;java=listModel;go=ListModel;cs=ListModel" ""
            "FunctionModelListDto" "flat" "-"
        ];

    POST "/api/v3/metadata/remove-model" AccessKey remove_model RemoveModel
        [
            "Delete a data object." "remove_model" "py,node,java,go,cs" "node" "FunctionModelIdDto"
            "py=remove_model;node=removeModel;java=removeModel;go=RemoveModel;cs=RemoveModel" ""
            "CommonResponseDto" "none" "-"
        ]
        (id: Text "id")
        {};

    POST "/api/v3/metadata/update-model" AccessKey update_model UpdateModel
        [
            "Change a data object's definition." "update_model" "py,node,java,go,cs" "py+node"
            "UpdateFunctionModelDto"
            "py=update_model;node=updateModel;java=updateModel;go=UpdateModel;cs=UpdateModel" ""
            "FunctionModelResDto" "FunctionModelDto" "-"
        ]
        (
            config: Object "config", field_order: Text "fieldOrder",
            r#type: Choice["ueba" "user" "post" "group" "department" "organization" "device" "device_rely" "custom"] "type",
            parent_key: Text "parentKey", enable: Flag "enable", description: Text "description",
            name: Text "name", id: Text "id"
        )
        {show_field_key: Text "showFieldKey"};

    POST "/api/v3/metadata/create-field" AccessKey create_field CreateField
        [
            "Add a field to a data object." "create_field" "py,node,java,go,cs" "node+py"
            "CreateFunctionModelFieldDto"
            "py=create_field;node=createField;java=createField;go=CreateField;cs=CreateField" ""
            "FunctionModelFieldResDto" "FunctionModelFieldDto" "-"
        ]
        (
            user_visible: Flag "userVisible",
            relation_optional_range: Object "relationOptionalRange",
            relation_show_key: Text "relationShowKey", relation_multiple: Flag "relationMultiple",
            relation_type: Text "relationType", for_login: Flag "forLogin",
            fuzzy_search: Flag "fuzzySearch", drop_down: Object "dropDown",
            format: Integer "format", regexp: Text "regexp", min: Integer "min", max: Integer "max",
            max_length: Integer "maxLength", unique: Flag "unique", require: Flag "require",
            default: Object "default", help: Text "help", editable: Flag "editable",
            show: Flag "show",
            r#type: Choice["Text" "Textarea" "Number" "Boolean" "Date" "Enum" "Relation" "ReverseRelation" "Array"] "type",
            key: Text "key", name: Text "name", model_id: Text "modelId"
        )
        {};

    POST "/api/v3/metadata/update-field" AccessKey update_field UpdateField
        [
            "Change a data object's field." "update_field" "py,node,java,go,cs" "node+py"
            "UpdateFunctionModelFieldDto"
            "py=update_field;node=updateField;java=updateField;go=UpdateField;cs=UpdateField" ""
            "FunctionModelFieldResDto" "FunctionModelFieldDto" "-"
        ]
        (
            user_visible: Flag "userVisible",
            relation_optional_range: Object "relationOptionalRange",
            relation_show_key: Text "relationShowKey", for_login: Flag "forLogin",
            fuzzy_search: Flag "fuzzySearch", drop_down: Texts "dropDown", format: Integer "format",
            regexp: Text "regexp", min: Integer "min", max: Integer "max",
            max_length: Integer "maxLength", unique: Flag "unique", require: Flag "require",
            default: Object "default", help: Text "help", editable: Flag "editable",
            show: Flag "show", name: Text "name", model_id: Text "modelId", id: Text "id"
        )
        {};

    POST "/api/v3/metadata/remove-field" AccessKey remote_field RemoteField
        [
            "Delete a data object's field." "remote_field" "py,node,java,go,cs" "node"
            "FunctionModelFieldIdDto"
            "py=remote_field;node=remoteField;java=remoteField;go=RemoteField;cs=RemoteField" ""
            "CommonResponseDto" "none" "-"
        ]
        (model_id: Text "modelId", id: Text "id")
        {};

    GET "/api/v3/metadata/list-field" AccessKey list_field ListField
        [
            "List the fields of a data object." "list_field" "py,node,java,go,cs" "node"
            "ListFieldDto" "py=list_field;node=listField;java=listField;go=ListField;cs=ListField"
            "" "FunctionFieldListResDto" "list<FunctionModelFieldDto>" "array"
        ]
        (model_id: Text "modelId")
        {from: Text "from"};

    POST "/api/v3/metadata/export" AccessKey export_meatdata ExportMeatdata
        [
            "Export all rows of a data object." "export_meatdata" "py,node,java,go,cs" "node"
            "ExportModelDto"
            "py=export_meatdata;node=exportMetadata;java=exportMeatdata;go=Export;cs=ExportMeatdata"
            "" "CommonResponseDto" "none" "-"
        ]
        (id_list: Texts "idList", model_id: Text "modelId")
        {};

    POST "/api/v3/metadata/import" AccessKey import_metadata ImportMetadata
        [
            "Import rows from a file." "import_metadata" "py,node,java,go,cs" "node"
            "ImportModelDto"
            "py=import_metadata;node=importMetadata;java=importMetadata;go=Import;cs=ImportMetadata"
            "" "CommonResponseDto" "none" "-"
        ]
        (file: Text "file", model_id: Text "modelId")
        {};

    GET "/api/v3/metadata/get-import-template" AccessKey get_import_template GetImportTemplate
        [
            "Fetch the import template." "get_import_template" "py,node,java,go,cs" "node"
            "GetImportTemplateDto"
            "py=get_import_template;node=getImportTemplate;java=getImportTemplate;go=GetImportTemplate;cs=GetImportTemplate"
            "" "GetImportTemplateResDto" "RowDto" "-"
        ]
        (model_id: Text "modelId")
        {};

    POST "/api/v3/metadata/create-operate" AccessKey create_operate CreateOperate
        [
            "Create a custom operation on a data object." "create_operate" "py,node,java,go,cs"
            "node+py" "CreateOperateModelDto"
            "py=create_operate;node=createOperate;java=createOperate;go=CreateOperate;cs=CreateOperate"
            "" "CommonResponseDto" "none" "-"
        ]
        (
            show: Flag "show", icon: Text "icon", config: Object "config",
            operate_name: Text "operateName", operate_key: Text "operateKey",
            model_id: Text "modelId"
        )
        {};

    POST "/api/v3/metadata/remove-operate" AccessKey remove_operate RemoveOperate
        [
            "Delete a custom operation." "remove_operate" "py,node,java,go,cs" "py+node"
            "FunctionModelOperateIdDto"
            "py=remove_operate;node=removeOperate;java=removeOperate;go=RemoveOperate;cs=RemoveOperate"
            "" "CommonResponseDto" "none" "-"
        ]
        (custom_config: Object "customConfig", model_id: Text "modelId", id: Text "id")
        {field_id: Text "fieldId"};

    POST "/api/v3/metadata/execute-operate" AccessKey execute_operate ExecuteOperate
        [
            "Run a custom operation." "execute_operate" "py,node,java,go,cs" "py+node"
            "FunctionModelOperateIdDto"
            "py=execute_operate;node=executeOperate;java=executeOperate;go=ExecuteOperate;cs=ExecuteOperate"
            "" "CommonResponseDto" "none" "-"
        ]
        (custom_config: Object "customConfig", model_id: Text "modelId", id: Text "id")
        {field_id: Text "fieldId"};

    POST "/api/v3/metadata/copy-operate" AccessKey copy_operate CopyOperate
        [
            "Duplicate a custom operation." "copy_operate" "py,node,java,go,cs" "py+node"
            "FunctionModelOperateIdDto"
            "py=copy_operate;node=copyOperate;java=copyOperate;go=CopyOperate;cs=CopyOperate" ""
            "CommonResponseDto" "none" "-"
        ]
        (custom_config: Object "customConfig", model_id: Text "modelId", id: Text "id")
        {field_id: Text "fieldId"};

    GET "/api/v3/metadata/list-operate" AccessKey list_operate ListOperate
        [
            "List custom operations page by page." "list_operate" "py,node,java,go,cs" "node"
            "ListOperateDto"
            "py=list_operate;node=listOperate;java=listOperate;go=ListOperate;cs=ListOperate" ""
            "OperateModelDto" "flat" "-"
        ]
        ()
        {keywords: Text "keywords"}
        (model_id: Text "modelId")
        {
            page: Integer "page" / "from 1", limit: Integer "limit" / "entries a page, at most 50",
            field_id: Text "fieldId", show_created: Text "showCreated"
        };

    GET "/api/v3/metadata/all-operate" AccessKey list_operate_all ListOperateAll
        [
            "List all custom operations." "list_operate_all" "py,node,java,go,cs" "node"
            "AllOperateDto"
            "py=list_operate_all;node=listOperateAll;java=listOperateAll;go=ListOperateAll;cs=ListOperateAll"
            "" "OperateModelDto" "flat" "-"
        ]
        (model_id: Text "modelId")
        {};

    POST "/api/v3/metadata/update-operate" AccessKey update_operate UpdateOperate
        [
            "Change a custom operation." "update_operate" "py,node,java,go,cs" "node+py"
            "UpdateOperateModelDto"
            "py=update_operate;node=updateOperate;java=updateOperate;go=UpdateOperate;cs=UpdateOperate"
            "" "CommonResponseDto" "none" "-"
        ]
        (
            icon: Text "icon", config: Object "config", operate_name: Text "operateName",
            operate_key: Text "operateKey", show: Flag "show", model_id: Text "modelId",
            id: Text "id"
        )
        {field_id: Text "fieldId"};

    POST "/api/v3/metadata/get-relation-info" AccessKey get_relation_info GetRelationInfo
        [
            "Read related rows' details by id." "get_relation_info" "py,node,java,go,cs" "node"
            "GetRelationInfoDto"
            "py=get_relation_info;node=getRelationInfo;java=getRelationInfo;go=GetRelationInfo;cs=GetRelationInfo"
            "" "CommonResponseDto" "none" "-"
        ]
        (id_list: Texts "idList", model_id: Text "modelId")
        {};

    POST "/api/v3/metadata/create-row-relation" AccessKey create_row_relation CreateRowRelation
        [
            "Link rows of related data objects." "create_row_relation" "py,node,java,go,cs" "node"
            "CreateRelationValueDto"
            "py=create_row_relation;node=createRowRelation;java=createRowRelation;go=CreateRowRelation;cs=CreateRowRelation"
            "" "CommonResponseDto" "none" "-"
        ]
        (
            value_list: Texts "valueList", row_id: Text "rowId", field_id: Text "fieldId",
            model_id: Text "modelId"
        )
        {};

    GET "/api/v3/metadata/get-row-relation" AccessKey get_relation_value GetRelationValue
        [
            "Read the rows linked to a row." "get_relation_value" "py,node,java,go,cs" "node"
            "GetRowRelationDto"
            "py=get_relation_value;node=getRelationValue;java=getRelationValue;go=GetRelationValue;cs=GetRelationValue"
            "" "RelationValueListResDto" "RelationValueListDto" "list+totalCount"
        ]
        (model_id: Text "modelId", field_id: Text "fieldId", row_id: Text "rowId")
        {page: Integer "page" / "from 1", limit: Integer "limit" / "entries a page, at most 50"};

    POST "/api/v3/metadata/remove-row-relation" AccessKey remove_relation_value RemoveRelationValue
        [
            "Unlink related rows." "remove_relation_value" "py,node,java,go,cs" "node"
            "RemoveRelationValueDto"
            "py=remove_relation_value;node=removeRelationValue;java=removeRelationValue;go=RemoveRelationValue;cs=RemoveRelationValue"
            "" "CommonResponseDto" "none" "-"
        ]
        (
            value: Text "value", field_ids: Texts "fieldIds", row_id: Text "rowId",
            model_id: Text "modelId"
        )
        {};

    POST "/api/v3/metadata/export/model" AccessKey export_model ExportModel
        [
            "Export a data object's definition." "export_model" "py,node,java,go,cs" "node"
            "ExportMetadataDto"
            "py=export_model;node=exportModel;java=exportModel;go=ExportModel;cs=ExportModel" ""
            "CommonResponseDto" "none" "-"
        ]
        (model_id: Text "modelId")
        {};

    POST "/api/v3/metadata/import/model" AccessKey import_model ImportModel
        [
            "Import a data object's definition." "import_model" "py,node,java,go,cs" "node"
            "ImportMetadataDto"
            "py=import_model;node=importModel;java=importModel;go=ImportModel;cs=ImportModel" ""
            "CommonResponseDto" "none" "-"
        ]
        (file: Text "file")
        {};

    POST "/api/v3/metadata/ueba/capture" AccessKey capture Capture
        [
            "Upload behaviour records for risk analysis." "capture" "py,node,java,go,cs" "py+node"
            "CreateUEBADto" "py=capture;node=capture;java=capture;go=Capture;cs=Capture" ""
            "CreateUEBARespDto" "any" "-"
        ]
        (data: Object "data")
        {model_id: Text "modelId"};

    POST "/api/v3/metadata/get-all-metadata" AccessKey get_all_metadata GetAllMetadata
        [
            "Fetch all rows of a data object." "get_all_metadata" "node,java" "node" "GetAllRowDto"
            "node=getAllMetadata;java=getAllMetadata" "" "FunctionModelValueListResDto"
            "FunctionModelValueListDto" "list+totalCount"
        ]
        (model_id: Text "modelId")
        {conjunction: Text "conjunction", conditions: Objects "conditions"};

    GET "/api/v3/metadata/get-row-relation-details" AccessKey get_relation_details GetRelationDetails
        [
            "Read details of a row's related rows." "get_relation_details" "node,java" "node" ""
            "node=getRelationDetails;java=getRelationDetails" "" "RelationValueListResDto"
            "RelationValueListDto" "list+totalCount"
        ];

    POST "/api/v3/metadata/relation-search" AccessKey relation_search RelationSearch
        [
            "Search related rows by keyword." "relation_search" "node" "node" "RelationSearchDto"
            "node=relationSearch" "" "RelationValueListResDto" "RelationValueListDto"
            "list+totalCount"
        ]
        (field_id: Text "fieldId", model_id: Text "modelId")
        {
            keywords: Text "keywords", page: Integer "page" / "from 1",
            limit: Integer "limit" / "entries a page, at most 50", show_field_id: Flag "showFieldId"
        };

    POST "/api/v3/metadata/copy-row-relation" AccessKey copy_row_relation CopyRowRelation
        [
            "Copy a row's relations to another row." "copy_row_relation" "node" "node"
            "CopyRowRelationDto" "node=copyRowRelation" "" "RelationValueListResDto"
            "RelationValueListDto" "list+totalCount"
        ]
        (relation_row_id: Text "relationRowId", row_id: Text "rowId", model_id: Text "modelId")
        {};

    POST "/api/v3/metadata/get-all-row-by-scrollid" AccessKey get_all_metadata_row GetAllMetadataRow
        [
            "Scroll through all rows of a data object." "get_all_metadata_row" "node" "node"
            "GetAllRowVyScrollidDto" "node=getAllMetadataRow" "" "GetAllRowByScrollidResDto"
            "GetAllRowByScrollidDto" "list"
        ]
        (size: Integer "size", model_id: Text "modelId")
        {
            scroll_id: Text "scrollId", id: Text "id", query: Any "query",
            get_relation_details: Flag "getRelationDetails"
        };

    POST "/api/v3/metadata/group" AccessKey get_metadata_group_list GetMetadataGroupList
        [
            "List groups tied to data objects." "get_metadata_group_list" "node" "node"
            "MetadataGroupDto" "node=getMetadataGroupList" "" "FunctionModelValueListResDto"
            "FunctionModelValueListDto" "list+totalCount"
        ]
        (group_id: Text "groupId")
        {
            keyword: Text "keyword", sort: List "sort", page: Integer "page" / "from 1",
            limit: Integer "limit" / "entries a page, at most 50", get_nest_data: Flag "getNestData"
        };
}
