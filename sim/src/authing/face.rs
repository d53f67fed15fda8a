//! Both clients of a user under one name, and both of a pool.

use serde_json::Value;
use tokenmint::client::authing::authentication::{
    GetProfile, SignInByEmailPassword, UpdateProfile,
};
use tokenmint::client::authing::events::{EventOptions, Events};
use tokenmint::client::authing::management::{
    CreateRole, CreateUser, DeleteRolesBatch, GetRole, GetUserBatch, ListUsers,
};
use tokenmint::client::authing::{
    AsyncAuthenticationClient, AsyncManagementClient, AuthenticationClient, BuildAuthorizeUrl,
    Envelope, ManagementClient, PendingLogin, TokenSet,
};
use tokenmint::http::{Error, ErrorKind};

use crate::face::{either, known};

#[derive(Debug)]
pub(super) enum UserClient {
    Blocking(AuthenticationClient),
    Async(AsyncAuthenticationClient),
}

impl UserClient {
    pub(super) async fn sign_in(&self, request: &SignInByEmailPassword) -> Result<Value, Error> {
        content(either!(self, client => client.sign_in_by_email_password(request)))
    }

    pub(super) fn begin(&self, request: &BuildAuthorizeUrl) -> Result<PendingLogin, Error> {
        known!(self, client => client.begin(request))
    }

    pub(super) async fn finish(
        &self,
        pending: &PendingLogin,
        callback: &str,
    ) -> Result<TokenSet, Error> {
        let signed_in = either!(self, client => client.finish(pending, callback));
        signed_in.map(|signed_in| signed_in.tokens)
    }

    pub(super) async fn profile(&self) -> Result<Value, Error> {
        let request = GetProfile::new().with_custom_data(true);
        content(either!(self, client => client.get_profile(&request)))
    }

    pub(super) async fn update_profile(&self, nickname: &str) -> Result<Value, Error> {
        let request = UpdateProfile::new().nickname(nickname);
        content(either!(self, client => client.update_profile(&request)))
    }

    pub(super) async fn refresh(&self, token: &str) -> Result<TokenSet, Error> {
        either!(self, client => client.get_new_access_token_by_refresh_token(token))
    }

    pub(super) async fn verify(&self, id_token: &str) -> Result<(), Error> {
        let claims = either!(self, client => client.verify_id_token(id_token, None));
        claims.map(|_| ())
    }

    pub(super) async fn introspect(&self, token: &str) -> Result<Value, Error> {
        either!(self, client => client.introspect_token(token))
    }

    pub(super) async fn revoke(&self, token: &str) -> Result<(), Error> {
        either!(self, client => client.revoke_token(token))
    }

    /// The blocking client alone: the async stream is on the time of its runtime.
    pub(super) fn subscribe(&self, code: &str, options: &EventOptions) -> Result<Events, Error> {
        match self {
            Self::Blocking(client) => client.sub_event_with(code, options),
            Self::Async(_) => Err(Error::new(ErrorKind::State)),
        }
    }

    pub(super) fn set_access_token(&self, token: &str) {
        known!(self, client => client.set_access_token(token));
    }
}

#[derive(Debug)]
pub(super) enum PoolClient {
    Blocking(ManagementClient),
    Async(AsyncManagementClient),
}

impl PoolClient {
    pub(super) async fn create_role(&self, code: &str) -> Result<Value, Error> {
        let request = CreateRole::new(code).description("made by a journey");
        content(either!(self, client => client.create_role(&request)))
    }

    pub(super) async fn role(&self, code: &str) -> Result<Value, Error> {
        content(either!(self, client => client.get_role(&GetRole::new(code))))
    }

    pub(super) async fn delete_roles(&self, codes: &[&str]) -> Result<Value, Error> {
        let request = DeleteRolesBatch::new(codes);
        content(either!(self, client => client.delete_roles_batch(&request)))
    }

    pub(super) async fn create_user(&self, name: &str, custom: &Value) -> Result<Value, Error> {
        let request = CreateUser::new().username(name).custom_data(custom.clone());
        content(either!(self, client => client.create_user(&request)))
    }

    pub(super) async fn users(&self, ids: &[&str]) -> Result<Value, Error> {
        let ids: Vec<String> = ids.iter().map(|id| (*id).to_owned()).collect();
        let request = GetUserBatch::new(ids).with_custom_data(true);
        content(either!(self, client => client.get_user_batch(&request)))
    }

    pub(super) async fn list_users(&self, request: &ListUsers) -> Result<Value, Error> {
        content(either!(self, client => client.list_users(request)))
    }
}

/// A refusal as an error.
fn content(answer: Result<Envelope, Error>) -> Result<Value, Error> {
    Ok(answer?.into_result()?)
}
