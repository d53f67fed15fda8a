//! Emails.
//!
//! Written by `cargo xtask authing` from `endpoints.tsv`.

use crate::client::authing::management::{AsyncManagementClient, Management, ManagementClient};
use crate::client::authing::requests::requests;

requests! {
    Management, ManagementClient, AsyncManagementClient:

    GET "/api/v3/get-email-templates" AccessKey get_email_templates GetEmailTemplates;

    POST "/api/v3/update-email-template" AccessKey update_email_template UpdateEmailTemplate
        (
            content: Text "content", sender: Text "sender", subject: Text "subject",
            name: Text "name", customize_enabled: Flag "customizeEnabled", r#type: Text "type"
        )
        {
            expires_in: Integer "expiresIn", redirect_to: Text "redirectTo",
            tpl_engine: Text "tplEngine"
        };

    POST "/api/v3/preview-email-template" AccessKey preview_email_template PreviewEmailTemplate
        (r#type: Text "type")
        {
            content: Text "content", subject: Text "subject", sender: Text "sender",
            expires_in: Integer "expiresIn", tpl_engine: Text "tplEngine"
        };

    GET "/api/v3/get-email-provider" AccessKey get_email_provider GetEmailProvider;

    POST "/api/v3/config-email-provider" AccessKey config_email_provider ConfigEmailProvider
        (r#type: Text "type", enabled: Flag "enabled")
        {
            smtp_config: Object "smtpConfig", send_grid_config: Object "sendGridConfig",
            ali_exmail_config: Object "aliExmailConfig",
            tencent_exmail_config: Object "tencentExmailConfig"
        };
}
