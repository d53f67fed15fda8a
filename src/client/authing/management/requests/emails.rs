//! Emails.
//!
//! Written by `cargo xtask authing` from `endpoints.tsv`.

use crate::client::authing::management::{AsyncManagementClient, Management, ManagementClient};
use crate::client::authing::requests::requests;

requests! {
    Management, ManagementClient, AsyncManagementClient:

    GET "/api/v3/get-email-templates" AccessKey get_email_templates GetEmailTemplates
        [
            "List e-mail templates." "get_email_templates" "py,node,java,go,cs" "node" ""
            "py=get_email_templates;node=getEmailTemplates;java=getEmailTemplates;go=GetEmailTemplates;cs=GetEmailTemplates"
            "" "GetEmailTemplatesRespDto" "GetEmailTemplatesDataDto" "-"
        ];

    POST "/api/v3/update-email-template" AccessKey update_email_template UpdateEmailTemplate
        [
            "Change an e-mail template." "update_email_template" "py,node,java,go,cs" "node"
            "UpdateEmailTemplateDto"
            "py=update_email_template;node=updateEmailTemplate;java=updateEmailTemplate;go=UpdateEmailTemplate;cs=UpdateEmailTemplate"
            "" "EmailTemplateSingleItemRespDto" "EmailTemplateDto" "-"
        ]
        (
            content: Text "content", sender: Text "sender", subject: Text "subject",
            name: Text "name", customize_enabled: Flag "customizeEnabled",
            r#type: Choice["WELCOME_EMAIL" "FIRST_CREATED_USER" "REGISTER_VERIFY_CODE" "LOGIN_VERIFY_CODE" "MFA_VERIFY_CODE" "INFORMATION_COMPLETION_VERIFY_CODE" "FIRST_EMAIL_LOGIN_VERIFY" "CONSOLE_CONDUCTED_VERIFY" "USER_PASSWORD_UPDATE_REMIND" "ADMIN_RESET_USER_PASSWORD_NOTIFICATION" "USER_PASSWORD_RESET_NOTIFICATION" "RESET_PASSWORD_VERIFY_CODE" "SELF_UNLOCKING_VERIFY_CODE" "EMAIL_BIND_VERIFY_CODE" "EMAIL_UNBIND_VERIFY_CODE"] "type"
        )
        {
            expires_in: Integer "expiresIn", redirect_to: Text "redirectTo",
            tpl_engine: Choice["handlebar" "ejs"] "tplEngine"
        };

    POST "/api/v3/preview-email-template" AccessKey preview_email_template PreviewEmailTemplate
        [
            "Render an e-mail template preview." "preview_email_template" "py,node,java,go,cs"
            "node" "PreviewEmailTemplateDto"
            "py=preview_email_template;node=previewEmailTemplate;java=previewEmailTemplate;go=PreviewEmailTemplate;cs=PreviewEmailTemplate"
            "" "PreviewEmailTemplateRespDto" "PreviewEmailTemplateDataDto" "-"
        ]
        (
            r#type: Choice["WELCOME_EMAIL" "FIRST_CREATED_USER" "REGISTER_VERIFY_CODE" "LOGIN_VERIFY_CODE" "MFA_VERIFY_CODE" "INFORMATION_COMPLETION_VERIFY_CODE" "FIRST_EMAIL_LOGIN_VERIFY" "CONSOLE_CONDUCTED_VERIFY" "USER_PASSWORD_UPDATE_REMIND" "ADMIN_RESET_USER_PASSWORD_NOTIFICATION" "USER_PASSWORD_RESET_NOTIFICATION" "RESET_PASSWORD_VERIFY_CODE" "SELF_UNLOCKING_VERIFY_CODE" "EMAIL_BIND_VERIFY_CODE" "EMAIL_UNBIND_VERIFY_CODE"] "type"
        )
        {
            content: Text "content", subject: Text "subject", sender: Text "sender",
            expires_in: Integer "expiresIn", tpl_engine: Choice["handlebar" "ejs"] "tplEngine"
        };

    GET "/api/v3/get-email-provider" AccessKey get_email_provider GetEmailProvider
        [
            "Read the e-mail provider settings." "get_email_provider" "py,node,java,go,cs" "node" ""
            "py=get_email_provider;node=getEmailProvider;java=getEmailProvider;go=GetEmailProvider;cs=GetEmailProvider"
            "" "EmailProviderRespDto" "EmailProviderDto" "-"
        ];

    POST "/api/v3/config-email-provider" AccessKey config_email_provider ConfigEmailProvider
        [
            "Configure the e-mail provider." "config_email_provider" "py,node,java,go,cs" "node"
            "ConfigEmailProviderDto"
            "py=config_email_provider;node=configEmailProvider;java=configEmailProvider;go=ConfigEmailProvider;cs=ConfigEmailProvider"
            "" "EmailProviderRespDto" "EmailProviderDto" "-"
        ]
        (r#type: Choice["ali" "qq" "sendgrid" "custom"] "type", enabled: Flag "enabled")
        {
            smtp_config: Object "smtpConfig", send_grid_config: Object "sendGridConfig",
            ali_exmail_config: Object "aliExmailConfig",
            tencent_exmail_config: Object "tencentExmailConfig"
        };
}
