//! Types of answers that begin with F.
//!
//! Written by `cargo xtask authing` from `answers.tsv`.

use crate::client::authing::answers::machinery::views;

views! {
    FactorDto {
        factor_id: Text = "factorId";
        factor_type: Choice FactorType = "factorType";
        profile: Any = "profile";
    }

    FactorToEnrollDto {
        factor_type: Choice FactorType = "factorType";
    }

    FastpassQRCodeRelationAppDto {
        id: Text = "id";
        name: Text = "name";
        logo: Text = "logo";
    }

    FastpassUserInfoDto {
        id: Text = "id";
        display_name: Text = "displayName";
        photo: Text = "photo";
    }

    FunctionModelDto {
        id: Text = "id";
        user_pool_id: Text = "userPoolId";
        name: Text = "name";
        description: Text = "description";
        data_type: Choice DataType = "dataType";
        enable: Flag = "enable";
        parent_key: Text = "parentKey";
        created_at: Text = "createdAt";
        updated_at: Text = "updatedAt";
        r#type: Choice CreateFunctionModelType = "type";
        field_order: Text = "fieldOrder";
        config: Any = "config";
    }

    FunctionModelFieldDto {
        id: Text = "id";
        model_id: Text = "modelId";
        name: Text = "name";
        key: Text = "key";
        r#type: Integer = "type";
        show: Flag = "show";
        editable: Flag = "editable";
        help: Text = "help";
        default: Text = "default";
        require: Flag = "require";
        unique: Flag = "unique";
        max_length: Integer = "maxLength";
        max: Integer = "max";
        min: Integer = "min";
        regexp: Text = "regexp";
        format: Integer = "format";
        drop_down: Integer = "dropDown";
        relation_type: Text = "relationType";
        relation_multiple: Flag = "relationMultiple";
        relation_show_key: Text = "relationShowKey";
        relation_optional_range: View RelationOptionalRange = "relationOptionalRange";
        user_visible: Flag = "userVisible";
    }

    FunctionModelValueListDto {
        total_count: Integer = "totalCount";
        list: List Any = "list";
    }
}
