//! Constructor arguments as options, by the names of the guide or of the
//! recorded SDK.

use std::time::Duration;

use serde_json::Value;
use tokenmint::client::authing::{AuthenticationClientOptions, ManagementClientOptions};
use tokenmint::http::{Error, RetryPolicy};

use crate::support::object;

/// Milliseconds.
fn timeout(id: &str, value: &Value) -> Duration {
    Duration::from_secs_f64(value.as_f64().expect(id) / 1000.0)
}

pub fn authentication(id: &str, options: &Value) -> Result<AuthenticationClientOptions, Error> {
    let app_id = options["app_id"].as_str().unwrap_or_default();
    let mut made = AuthenticationClientOptions::new(app_id).retry(RetryPolicy::NEVER);
    for (name, value) in object(id, options) {
        let text = || value.as_str().expect(id);
        made = match name.as_str() {
            "app_id" => made,
            "lang" if value.is_null() => made.without_lang(),
            _ if value.is_null() => made,
            "app_secret" => made.app_secret(text()),
            "app_host" => made.app_host(text()).allow_plain_http(true),
            "redirect_uri" => made.redirect_uri(text()),
            "logout_redirect_uri" | "post_logout_redirect_uri" => made.logout_redirect_uri(text()),
            "scope" => made.scope(text()),
            "protocol" => made.protocol(text().parse()?),
            "token_endpoint_auth_method" => made.token_endpoint_auth_method(text().parse()?),
            "introspection_endpoint_auth_method" => {
                made.introspection_endpoint_auth_method(text().parse()?)
            }
            "revocation_endpoint_auth_method" => {
                made.revocation_endpoint_auth_method(text().parse()?)
            }
            "timeout" => made.timeout(timeout(id, value)),
            "reject_unauthorized" => made.reject_unauthorized(value.as_bool().expect(id)),
            "use_unverified_ssl" => made.reject_unauthorized(!value.as_bool().expect(id)),
            "lang" => made.lang(text()),
            "real_ip" => made.real_ip(text()),
            "access_token" => made.access_token(text()),
            "websocket_host" => made.websocket_host(text()),
            "websocket_endpoint" => made.websocket_endpoint(text()),
            other => panic!("{id}: unknown option {other:?}"),
        };
    }
    Ok(made)
}

pub fn management(id: &str, options: &Value) -> Result<ManagementClientOptions, Error> {
    let key = |name: &str| options[name].as_str().unwrap_or_default();
    let made = ManagementClientOptions::new(key("access_key_id"), key("access_key_secret"));
    let mut made = made.retry(RetryPolicy::NEVER);
    for (name, value) in object(id, options) {
        let text = || value.as_str().expect(id);
        made = match name.as_str() {
            "access_key_id" | "access_key_secret" => made,
            "lang" if value.is_null() => made.without_lang(),
            _ if value.is_null() => made,
            "host" => made.host(text()).allow_plain_http(true),
            "auth" => made.auth(text().parse()?),
            "tenant_id" => made.tenant_id(text()),
            "timeout" => made.timeout(timeout(id, value)),
            "reject_unauthorized" => made.reject_unauthorized(value.as_bool().expect(id)),
            "use_unverified_ssl" => made.reject_unauthorized(!value.as_bool().expect(id)),
            "lang" => made.lang(text()),
            "websocket_host" => made.websocket_host(text()),
            "websocket_endpoint" => made.websocket_endpoint(text()),
            other => panic!("{id}: unknown option {other:?}"),
        };
    }
    Ok(made)
}
