//! Types of answers that begin with W.
//!
//! Written by `cargo xtask authing` from `answers.tsv`.

use crate::client::authing::answers::machinery::views;

views! {
    WebhookCategoryDto {
        name: Text = "name";
        name_en: Text = "nameEn";
        value: Text = "value";
    }

    WebhookDto {
        webhook_id: Text = "webhookId";
        created_at: Text = "createdAt";
        updated_at: Text = "updatedAt";
        name: Text = "name";
        url: Text = "url";
        content_type: Choice ContentType = "contentType";
        enabled: Flag = "enabled";
        events: List Choice Events = "events";
        secret: Text = "secret";
        retry_config: View WebhookRetryConfigV3Dto = "retryConfig";
    }

    WebhookEventDto {
        name: Text = "name";
        name_en: Text = "nameEn";
        value: Text = "value";
        category: Text = "category";
    }

    WebhookEventListData {
        categories: List View WebhookCategoryDto = "categories";
        events: List View WebhookEventDto = "events";
    }

    WebhookLogDto {
        webhook_id: Text = "webhookId";
        event_name: Text = "eventName";
        request_body: Any = "requestBody";
        request_headers: Any = "requestHeaders";
        response_status_code: Integer = "responseStatusCode";
        response_headers: Any = "responseHeaders";
        response_body: Any = "responseBody";
        timestamp: Text = "timestamp";
        success: Flag = "success";
        error_message: Text = "errorMessage";
    }

    WebhookRetryConfigV3Dto {
        enabled: Flag = "enabled";
        count: Integer = "count";
        delay: Integer = "delay";
        delay_unit: Choice DelayUnit = "delayUnit";
    }

    WechatLoginTokenRespDto {
        scope: Text = "scope";
        access_token: Text = "access_token";
        id_token: Text = "id_token";
        refresh_token: Text = "refresh_token";
        token_type: Text = "token_type";
        expire_in: Integer = "expire_in";
    }

    WhitelistRespDto {
        value: Text = "value";
        created_at: Text = "createdAt";
    }
}
