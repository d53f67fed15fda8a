//! Types of answers that begin with E.
//!
//! Written by `cargo xtask authing` from `answers.tsv`.

use crate::client::authing::answers::machinery::views;

views! {
    EmailProviderDto {
        enabled: Flag = "enabled";
        r#type: Choice ConfigEmailProviderType = "type";
        smtp_config: View SMTPEmailProviderConfig = "smtpConfig";
        send_grid_config: View SendGridEmailProviderConfig = "sendGridConfig";
        ali_exmail_config: View AliExmailEmailProviderConfig = "aliExmailConfig";
        tencent_exmail_config: View TencentExmailEmailProviderConfig = "tencentExmailConfig";
    }

    EmailTemplateCategoryDto {
        title: Text = "title";
        title_en: Text = "titleEn";
        desc: Text = "desc";
        desc_en: Text = "descEn";
    }

    EmailTemplateDto {
        customize_enabled: Flag = "customizeEnabled";
        r#type: Choice UpdateEmailTemplateType = "type";
        name: Text = "name";
        subject: Text = "subject";
        sender: Text = "sender";
        content: Text = "content";
        expires_in: Integer = "expiresIn";
        redirect_to: Text = "redirectTo";
        tpl_engine: Choice TplEngine = "tplEngine";
    }

    EnablePermissionApplyApplication {
        app_id: Text = "appId";
        app_name: Text = "appName";
        logo: Text = "logo";
        app_type: Choice AppType = "appType";
        template: Text = "template";
    }

    EnablePermissionApplyApplicationList {
        list: List View EnablePermissionApplyApplication = "list";
    }

    EnablePermissionApplyRole {
        role_id: Text = "roleId";
        code: Text = "code";
        name: Text = "name";
        description: Text = "description";
    }

    EnablePermissionApplyRolePageList {
        list: List View EnablePermissionApplyRole = "list";
        total_count: Integer = "totalCount";
    }

    ErrMsgI18nDto {
        error_message: View LangUnit = "errorMessage";
    }

    EventAppDto {
        identifier: Text = "identifier";
        name: Text = "name";
        logo: Text = "logo";
    }

    EventAppPagingDto {
        total_count: Integer = "totalCount";
        list: List View EventAppDto = "list";
    }

    ExtIdpConnDetail {
        id: Text = "id";
        r#type: Choice CreateExtIdpConnType = "type";
        ext_idp_id: Text = "extIdpId";
        logo: Text = "logo";
        identifier: Text = "identifier";
        display_name: Text = "displayName";
        login_only: Flag = "loginOnly";
        association_mode: Choice AssociationMode = "associationMode";
        challenge_binding_methods: List Text = "challengeBindingMethods";
    }

    ExtIdpDetail {
        id: Text = "id";
        name: Text = "name";
        logo: Text = "logo";
        tenant_id: Text = "tenantId";
        r#type: Text = "type";
        connections: Any = "connections";
        auto_join: Flag = "autoJoin";
    }

    ExtIdpDto {
        id: Text = "id";
        name: Text = "name";
        logo: Text = "logo";
        tenant_id: Text = "tenantId";
        r#type: Text = "type";
    }

    ExtIdpInfoDto {
        identifier: Text = "identifier";
        ext_idp_id: Text = "extIdpId";
        r#type: Choice CreateExtIdpType = "type";
        ext_idp_type: Choice ExtIdpInfoType = "extIdpType";
        bind_url: Text = "bindUrl";
        name: Text = "name";
        name_en: Text = "name_en";
        desc: Text = "desc";
        desc_en: Text = "desc_en";
        logo: Text = "logo";
    }

    ExtIdpListPagingDto {
        total_count: Integer = "totalCount";
        list: List View ExtIdpDto = "list";
    }

    ExtendField {
        key: Text = "key";
        value_type: Choice ValueType = "valueType";
        description: Text = "description";
        label: Text = "label";
        config: View Config = "config";
    }

    ExtendsFieldDto {
        r#type: Choice ExtendsFieldType = "type";
        id: Text = "id";
        name: Text = "name";
        label: Text = "label";
        show: Flag = "show";
        allow_rewrite: Flag = "allowRewrite";
        input_type: Choice InputType = "inputType";
        required: Flag = "required";
        validate_rules: View AppValidateRuleDto = "validateRules";
        source: Choice Source = "source";
        i18n: View CustomFieldI18n = "i18n";
    }

    ExtraParams {
        end_time: Integer = "endTime";
        enable_time: Integer = "enableTime";
    }

    ErrorEmailMsg {
        email: Text = "email";
        message: Text = "message";
    }
}
