//! What the owner of a user pool does.

use std::time::Duration;

use base64ct::{Base64UrlUnpadded, Encoding as _};
use serde_json::{Value, json};

use super::envelope::{Refusal, done, refuse};
use super::service::{Authing, KEY_ID, KEY_SECRET, PoolToken, PoolUser};
use crate::double::{Effect, Served};
use crate::javascript::{Json, query};
use crate::random::Random;

/// How long a management token lives.
const TOKEN: Duration = Duration::from_secs(2 * 60 * 60);

impl Authing {
    pub(super) fn pool_token(&mut self, body: &Value, now: Duration) -> Result<Served, Refusal> {
        let text = |name: &str| body.get(name).and_then(Value::as_str);
        if [text("accessKeyId"), text("accessKeySecret")] != [Some(KEY_ID), Some(KEY_SECRET)] {
            return Err(refuse(403, 0, body.to_string()));
        }
        self.pool_tokens_given += 1;
        let number = self.pool_tokens_given;
        let claims = json!({"scoped_userpool_id": "pool-1", "n": number});
        let payload = Base64UrlUnpadded::encode_string(claims.to_string().as_bytes());
        let signature = Random::new(number as u64 + 1000).number();
        let token = PoolToken {
            text: format!("eyJhbGciOiJIUzI1NiJ9.{payload}.{signature:016x}"),
            ends: now + TOKEN,
        };
        let data = json!({"access_token": token.text, "expires_in": TOKEN.as_secs()});
        let served = done(&data).issuing(&token.text);
        self.pool_tokens.push(token);
        Ok(served)
    }

    pub(super) fn create_role(&mut self, body: &Value) -> Result<Served, Refusal> {
        let code = body.get("code").and_then(Value::as_str);
        let code = code.ok_or_else(|| refuse(400, 0, "code is missing"))?;
        if self.roles.iter().any(|known| known == code) {
            return Err(refuse(409, 0, format!("{code} is taken")));
        }
        self.roles.push(code.to_owned());
        let effect = Effect::once("created role", code);
        Ok(done(&json!({"code": code})).effect(effect))
    }

    pub(super) fn role(&self, text: &str) -> Result<Served, Refusal> {
        let parameters = query(text);
        let code = parameters.get("code").and_then(Json::as_text);
        let mut roles = self.roles.iter();
        let known = roles.find(|known| Some(known.as_str()) == code);
        let known = known.ok_or_else(|| refuse(404, 0, text))?;
        Ok(done(&json!({"code": known})))
    }

    pub(super) fn delete_roles(&mut self, body: &Value) -> Result<Served, Refusal> {
        let codes = body.get("codeList").and_then(Value::as_array);
        let codes = codes.ok_or_else(|| refuse(400, 0, "codeList is missing"))?;
        self.roles
            .retain(|code| !codes.iter().any(|gone| gone == code));
        Ok(done(&json!({"success": true})).effect(Effect::of("deleted", "roles")))
    }

    pub(super) fn create_user(&mut self, body: &Value) -> Result<Served, Refusal> {
        let username = body.get("username").and_then(Value::as_str);
        let username = username.ok_or_else(|| refuse(400, 0, "username is missing"))?;
        if self.usernames().any(|known| known == username) {
            return Err(refuse(409, 0, format!("{username} is taken")));
        }
        self.users.push(PoolUser {
            username: username.to_owned(),
            custom: body.get("customData").cloned().unwrap_or_default(),
        });
        let effect = Effect::once("created user", username);
        Ok(done(&json!({"userId": username})).effect(effect))
    }

    /// The users of these ids; `qs` gives a text where there is one alone.
    pub(super) fn user_batch(&self, text: &str) -> Served {
        let ids = query(text).get("userIds").cloned();
        let ids = match ids {
            Some(Json::List(ids)) => ids,
            Some(id) => vec![id],
            None => Vec::new(),
        };
        let wanted = |name: &str| ids.iter().any(|id| id.as_text() == Some(name));
        let found = self.users.iter().filter(|user| wanted(&user.username));
        let found: Vec<Value> = found
            .map(|user| json!({"userId": user.username, "customData": user.custom}))
            .collect();
        done(&found.into())
    }

    pub(super) fn list_users(&self, body: &Value) -> Served {
        let number = |name: &str| {
            let pointer = format!("/options/pagination/{name}");
            let number = body.pointer(&pointer).and_then(Value::as_u64);
            number.and_then(|number| usize::try_from(number).ok())
        };
        let (page, limit) = (number("page").unwrap_or(1), number("limit").unwrap_or(10));
        let skipped = page.saturating_sub(1) * limit;
        let list = self.usernames().skip(skipped).take(limit);
        let list: Vec<Value> = list.map(|name| json!({"userId": name})).collect();
        done(&json!({"totalCount": self.users.len(), "list": list}))
    }
}
