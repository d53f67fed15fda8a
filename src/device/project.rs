//! Who is asked: a project of Conversational AI, or a token server.

use super::authorization::Authorization;
use super::form::{Form, Target, Values};
use super::request::Request;
use super::server::Server;
use crate::Error;
use crate::agora::v007::Issuer;
use crate::agora::{AppId, ExpireIn, Role, RtcTokenBuilder2};
use crate::output::Output;
use crate::wire::zlib::Compression;

/// A project of Conversational AI: where it is served, its app id, and what
/// proves the device.
#[derive(Debug, Clone, Copy)]
pub struct Project<'a> {
    /// Where requests go.
    pub server: Server<'a>,
    /// The app id.
    pub app_id: AppId,
    /// What proves the device.
    pub authorization: Authorization<'a>,
}

impl<'a> Project<'a> {
    /// A project.
    #[must_use]
    pub const fn new(server: Server<'a>, app_id: AppId, authorization: Authorization<'a>) -> Self {
        Self {
            server,
            app_id,
            authorization,
        }
    }
}

/// A server that has the secrets of a project, so that a device needs none of
/// them.
#[derive(Debug, Clone, Copy)]
pub struct TokenServer<'a> {
    /// Where requests go.
    pub server: Server<'a>,
    /// What proves the device: mostly [`Authorization::bearer`].
    pub authorization: Authorization<'a>,
}

impl<'a> TokenServer<'a> {
    /// A token server.
    #[must_use]
    pub const fn new(server: Server<'a>, authorization: Authorization<'a>) -> Self {
        Self {
            server,
            authorization,
        }
    }

    /// A request to it.
    pub(super) fn request(
        &'a self,
        form: &'static Form,
        values: &'a dyn Values,
    ) -> Result<Request<'a>, Error> {
        let target = Target {
            server: &self.server,
            authorization: &self.authorization,
            app_id: &[],
            agent_id: None,
        };
        Request::new(form, values, &target, 0)
    }
}

/// The token of an agent `agent_uid` in `channel`, which lasts `expire`: for the
/// agent to join with, for the requests that start, renew, find and stop it, and
/// for both at once.
///
/// It is a token for RTC and RTM, the publisher's, as
/// [`generate_convo_ai_token`](crate::agora::generate_convo_ai_token) makes it.
///
/// ```
/// use tokenmint::agora::v007::{self, Issuer};
/// use tokenmint::agora::{Credentials, ExpireIn, Stamp};
/// use tokenmint::device::mint_token;
/// use tokenmint::zlib::Stored;
///
/// # let credentials = Credentials::new(
/// #     "970CA35de60c44645bbae8a215061b33", "5CFd2fd1755d40ecb72977518be15d3b")?;
/// let stamp = Stamp::new(1_700_000_000, 12_345_678)?;
/// let issuer = Issuer::new(&credentials, stamp).compression(Stored);
/// let mut buffer = [0; v007::RTC_CAPACITY];
/// let token = mint_token(issuer, "lobby", "1001", ExpireIn::hours(1), &mut buffer)?;
/// assert!(token.starts_with("007"));
/// # Ok::<(), tokenmint::Error>(())
/// ```
///
/// # Errors
///
/// As [`Issuer::mint`].
pub fn mint_token<C: Compression, O: Output>(
    issuer: Issuer<C>,
    channel: &str,
    agent_uid: &str,
    expire: ExpireIn,
    out: O,
) -> Result<O::Text, Error> {
    RtcTokenBuilder2::with_issuer(issuer).build_token_with_rtm(
        channel,
        agent_uid,
        Role::Publisher,
        expire,
        expire,
        out,
    )
}
