//! Webhooks.
//!
//! Written by `cargo xtask authing` from `endpoints.tsv`.

use crate::client::authing::management::{AsyncManagementClient, Management, ManagementClient};
use crate::client::authing::requests::requests;

requests! {
    Management, ManagementClient, AsyncManagementClient:

    POST "/api/v3/create-webhook" AccessKey create_webhook CreateWebhook
        (
            content_type: Text "contentType", events: List "events", url: Text "url",
            name: Text "name"
        )
        {enabled: Flag "enabled", secret: Text "secret"};

    GET "/api/v3/list-webhooks" AccessKey list_webhooks ListWebhooks
        ()
        {page: Integer "page", limit: Integer "limit"};

    POST "/api/v3/update-webhook" AccessKey update_webhook UpdateWebhook
        (webhook_id: Text "webhookId")
        {
            name: Text "name", url: Text "url", events: List "events",
            content_type: Text "contentType", enabled: Flag "enabled", secret: Text "secret"
        };

    POST "/api/v3/delete-webhook" AccessKey delete_webhook DeleteWebhook
        (webhook_ids: List "webhookIds")
        {};

    POST "/api/v3/get-webhook-logs" AccessKey get_webhook_logs GetWebhookLogs
        (webhook_id: Text "webhookId")
        {page: Integer "page", limit: Integer "limit"};

    POST "/api/v3/trigger-webhook" AccessKey trigger_webhook TriggerWebhook
        (webhook_id: Text "webhookId")
        {request_headers: Object "requestHeaders", request_body: Object "requestBody"};

    GET "/api/v3/get-webhook" AccessKey get_webhook GetWebhook
        (webhook_id: Text "webhookId")
        {};

    GET "/api/v3/get-webhook-event-list" AccessKey get_webhook_event_list GetWebhookEventList;
}
