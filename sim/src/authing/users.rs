//! Somebody who administers a user pool. See "When a call fails" in
//! `docs/authing.md`.

use std::future::Future;

use serde_json::{Value, json};
use tokenmint::client::authing::management::ListUsers;
use tokenmint::client::authing::{ListOptions, Pagination};
use tokenmint::http::Error;

use super::face::PoolClient;
use super::service::Authing;
use crate::caller::{ATTEMPTS, Caller, Failed};
use crate::double::Shared;
use crate::watch::{self, Deadline};

/// An administrator, on a task of its own.
pub(super) struct Admin<'a> {
    pub(super) caller: Caller<'a>,
    pub(super) service: &'a Shared<Authing>,
    pub(super) client: &'a PoolClient,
    /// Before names, so that two of them are not in each other's way.
    pub(super) prefix: &'static str,
}

impl Admin<'_> {
    fn name(&self, name: &str) -> String {
        format!("{}{name}", self.prefix)
    }

    /// Creates what is not there yet; a conflict is as good.
    pub(super) async fn create_role(&self, code: &str) {
        let code = self.name(code);
        for _ in 0..ATTEMPTS {
            let create = self.client.create_role(&code);
            match self.call("create_role", create).await {
                Err(failed) if !is_taken(&failed) => self.caller.check("create_role", &failed),
                _ => return,
            }
        }
        self.caller.never_ends("create_role");
    }

    pub(super) async fn create_user(&self, name: &str) {
        let name = self.name(name);
        // Names like indices, and numbers that JavaScript writes in its own way.
        let custom = json!({
            "level": 1.0, "big": 1e21, "small": 1e-7, "exact": 9_007_199_254_740_993_u64,
            "byYear": {"b": [true, null, "é\u{1}/"], "2024": 1, "999": 2},
        });
        for _ in 0..ATTEMPTS {
            let create = self.client.create_user(&name, &custom);
            match self.call("create_user", create).await {
                Err(failed) if !is_taken(&failed) => self.caller.check("create_user", &failed),
                _ => return,
            }
        }
        self.caller.never_ends("create_user");
    }

    /// Asks for users by their ids. All of them have to be there.
    pub(super) async fn find(&self, names: &[&str]) {
        let names: Vec<String> = names.iter().map(|name| self.name(name)).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let users = || self.client.users(&names);
        let found = self.insist("get_user_batch", users).await;
        if found.and_then(|found| found.as_array().map(Vec::len)) != Some(names.len()) {
            self.caller.lost("users are missing in a batch");
        }
    }

    /// All users, page by page.
    pub(super) async fn list(&self) {
        let mut listed = Vec::new();
        for page in 1.. {
            let pages = Pagination::new().page(page).limit(1);
            let request = ListUsers::new().options(ListOptions::new().pagination(pages));
            let list = || self.client.list_users(&request);
            let Some(found) = self.insist("list_users", list).await else {
                return;
            };
            let list = found.get("list").and_then(Value::as_array);
            let Some(user) = list.and_then(|list| list.first()) else {
                break;
            };
            listed.push(user["userId"].clone());
        }
        let service = self.service.lock();
        let mut mine = service
            .usernames()
            .filter(|name| name.starts_with(self.prefix));
        if mine.any(|name| !listed.contains(&name.into())) {
            self.caller.lost("users are missing in a listing");
        }
    }

    pub(super) async fn delete_roles(&self, codes: &[&str]) {
        let names: Vec<String> = codes.iter().map(|code| self.name(code)).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let role = || self.client.role(names[0]);
        self.insist("get_role", role).await;
        let delete = || self.client.delete_roles(&names);
        self.insist("delete_roles_batch", delete).await;
        let service = self.service.lock();
        let mut left = service.roles().iter();
        if left.any(|code| names.contains(&code.as_str())) {
            self.caller.lost("roles were deleted, and are not");
        }
    }

    pub(super) fn look_at_end(&self) {
        let mut state = self.caller.world.lock();
        if state.faults.count() == 0 {
            watch::texts(&mut state, &format!("{:?}", self.client));
        }
    }

    async fn call<T>(
        &self,
        name: &'static str,
        future: impl Future<Output = Result<T, Error>>,
    ) -> Result<T, Failed<Error>> {
        self.caller
            .call(name, Deadline::ONE, self.client, future)
            .await
    }

    async fn insist<T, F: Future<Output = Result<T, Error>>>(
        &self,
        name: &'static str,
        call: impl Fn() -> F,
    ) -> Option<T> {
        for _ in 0..ATTEMPTS {
            match self.call(name, call()).await {
                Ok(value) => return Some(value),
                Err(failed) => self.caller.check(name, &failed),
            }
        }
        self.caller.never_ends(name);
        None
    }
}

fn is_taken(failed: &Failed<Error>) -> bool {
    failed.error.code() == Some("409")
}
