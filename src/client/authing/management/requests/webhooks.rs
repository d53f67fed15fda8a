//! Webhooks.
//!
//! Written by `cargo xtask authing` from `endpoints.tsv`.

use crate::client::authing::management::{AsyncManagementClient, Management, ManagementClient};
use crate::client::authing::requests::requests;

requests! {
    Management, ManagementClient, AsyncManagementClient:

    POST "/api/v3/create-webhook" AccessKey create_webhook CreateWebhook
        [
            "Create a webhook." "create_webhook" "py,node,java,go,cs" "node" "CreateWebhookDto"
            "py=create_webhook;node=createWebhook;java=createWebhook;go=CreateWebhook;cs=CreateWebhook"
            "" "CreateWebhookRespDto" "WebhookDto" "-"
        ]
        (
            content_type: Choice["application/json" "application/x-www-form-urlencoded"] "contentType",
            events: Choices["test" "register" "login" "mfa:verified" "kick" "user:created" "user:password-changed" "user:updated" "user:email-verified" "user:archived" "user:unarchived" "user:blocked" "user:unblocked" "user:deleted" "user:register-whitelist-added" "user:register-whitelist-deleted" "user:udv-changed" "user:link-account" "user:password-update-remind" "user:organization-node-update" "permission:revoke" "permission:add" "resource:created" "resource:delete" "resource:updated" "role:created" "role:updated" "role:deleted" "role:disable" "role:assigned" "subject:remove" "role:unassigned" "role:udv-changed" "application:mfa:enabled" "application:mfa:disabled" "group:created" "group:updated" "group:deleted" "group:member-added" "group:member-removed" "organization:created" "organization:imported" "organization:deleted" "organization:node-added" "organization:node-updated" "organization:tree-updated" "organization:node-deleted" "organization:node-moved" "organization:member-added" "organization:member-removed" "organization:udv-changed" "privilege-namespace:created" "privilege-namespace:updated" "privilege-namespace:deleted" "user-pool:cooperator-added" "user-pool:cooperator-removed" "user-pool:secret-refreshed" "user-pool:updated" "user-pool:udf-added" "user-pool:udf-deleted" "user-pool:env-added" "user-pool:env-deleted" "user-pool:env-updated" "user-pool:launchpad-app-installed" "user-pool:launchpad-app-uninstalled" "application:created" "application:updated" "application:deleted" "application:secret-refreshed" "data-resource:created" "data-resource:updated" "data-resource:deleted" "data-strategy-permission:revoke" "data-strategy-permission:add" "unusual-location:login" "refresh-token"] "events",
            url: Text "url", name: Text "name"
        )
        {enabled: Flag "enabled", secret: Text "secret", retry_config: Object "retryConfig"};

    GET "/api/v3/list-webhooks" AccessKey list_webhooks ListWebhooks
        [
            "List webhooks." "list_webhooks" "py,node,java,go,cs" "node" "ListWebhooksDto"
            "py=list_webhooks;node=listWebhooks;java=listWebhooks;go=ListWebhooks;cs=ListWebhooks"
            "" "GetWebhooksRespDto" "GetWebhooksData" "list+totalCount"
        ]
        ()
        {page: Integer "page" / "from 1", limit: Integer "limit" / "entries a page, at most 50"};

    POST "/api/v3/update-webhook" AccessKey update_webhook UpdateWebhook
        [
            "Change a webhook." "update_webhook" "py,node,java,go,cs" "node" "UpdateWebhookDto"
            "py=update_webhook;node=updateWebhook;java=updateWebhook;go=UpdateWebhook;cs=UpdateWebhook"
            "" "UpdateWebhooksRespDto" "WebhookDto" "-"
        ]
        (webhook_id: Text "webhookId")
        {
            name: Text "name", url: Text "url",
            events: Choices["test" "register" "login" "mfa:verified" "kick" "user:created" "user:password-changed" "user:updated" "user:email-verified" "user:archived" "user:unarchived" "user:blocked" "user:unblocked" "user:deleted" "user:register-whitelist-added" "user:register-whitelist-deleted" "user:udv-changed" "user:link-account" "user:password-update-remind" "user:organization-node-update" "permission:revoke" "permission:add" "resource:created" "resource:delete" "resource:updated" "role:created" "role:updated" "role:deleted" "role:disable" "role:assigned" "subject:remove" "role:unassigned" "role:udv-changed" "application:mfa:enabled" "application:mfa:disabled" "group:created" "group:updated" "group:deleted" "group:member-added" "group:member-removed" "organization:created" "organization:imported" "organization:deleted" "organization:node-added" "organization:node-updated" "organization:tree-updated" "organization:node-deleted" "organization:node-moved" "organization:member-added" "organization:member-removed" "organization:udv-changed" "privilege-namespace:created" "privilege-namespace:updated" "privilege-namespace:deleted" "user-pool:cooperator-added" "user-pool:cooperator-removed" "user-pool:secret-refreshed" "user-pool:updated" "user-pool:udf-added" "user-pool:udf-deleted" "user-pool:env-added" "user-pool:env-deleted" "user-pool:env-updated" "user-pool:launchpad-app-installed" "user-pool:launchpad-app-uninstalled" "application:created" "application:updated" "application:deleted" "application:secret-refreshed" "data-resource:created" "data-resource:updated" "data-resource:deleted" "data-strategy-permission:revoke" "data-strategy-permission:add" "unusual-location:login" "refresh-token"] "events",
            content_type: Choice["application/json" "application/x-www-form-urlencoded"] "contentType",
            enabled: Flag "enabled", secret: Text "secret", retry_config: Object "retryConfig"
        };

    POST "/api/v3/delete-webhook" AccessKey delete_webhook DeleteWebhook
        [
            "Delete webhooks." "delete_webhook" "py,node,java,go,cs" "node" "DeleteWebhookDto"
            "py=delete_webhook;node=deleteWebhook;java=deleteWebhook;go=DeleteWebhook;cs=DeleteWebhook"
            "" "IsSuccessRespDto" "IsSuccessDto" "-"
        ]
        (webhook_ids: Texts "webhookIds")
        {};

    POST "/api/v3/get-webhook-logs" AccessKey get_webhook_logs GetWebhookLogs
        [
            "List webhook delivery logs." "get_webhook_logs" "py,node,java,go,cs" "node"
            "ListWebhookLogs"
            "py=get_webhook_logs;node=getWebhookLogs;java=getWebhookLogs;go=GetWebhookLogs;cs=GetWebhookLogs"
            "" "ListWebhookLogsRespDto" "ListWebhookLogsData" "list+totalCount"
        ]
        (webhook_id: Text "webhookId")
        {page: Integer "page" / "from 1", limit: Integer "limit" / "entries a page, at most 50"};

    POST "/api/v3/trigger-webhook" AccessKey trigger_webhook TriggerWebhook
        [
            "Fire a webhook by hand." "trigger_webhook" "py,node,java,go,cs" "node+py"
            "TriggerWebhookDto"
            "py=trigger_webhook;node=triggerWebhook;java=triggerWebhook;go=TriggerWebhook;cs=TriggerWebhook"
            "" "TriggerWebhookRespDto" "TriggerWebhookData" "-"
        ]
        (webhook_id: Text "webhookId")
        {request_headers: Object "requestHeaders", request_body: Object "requestBody"};

    GET "/api/v3/get-webhook" AccessKey get_webhook GetWebhook
        [
            "Read one webhook." "get_webhook" "py,node,java,go,cs" "node" "GetWebhookDto"
            "py=get_webhook;node=getWebhook;java=getWebhook;go=GetWebhook;cs=GetWebhook" ""
            "GetWebhookRespDto" "WebhookDto" "-"
        ]
        (webhook_id: Text "webhookId")
        {};

    GET "/api/v3/get-webhook-event-list" AccessKey get_webhook_event_list GetWebhookEventList
        [
            "List events a webhook can follow." "get_webhook_event_list" "py,node,java,go,cs" "node"
            ""
            "py=get_webhook_event_list;node=getWebhookEventList;java=getWebhookEventList;go=GetWebhookEventList;cs=GetWebhookEventList"
            "" "WebhookEventListRespDto" "WebhookEventListData" "-"
        ];
}
