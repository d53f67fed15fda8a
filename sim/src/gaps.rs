//! Where an invariant cannot hold today, because the client offers no way. A
//! journey that meets a gap does what the documentation of the client says
//! instead, and the run counts it.

/// One line of the table.
#[derive(Debug, Clone, Copy)]
pub struct Gap {
    /// Its name in the record of a world.
    pub name: &'static str,
    /// What does not hold.
    pub what: &'static str,
    /// Why, and what the user does instead.
    pub reason: &'static str,
}

pub(crate) const LOST_REGISTRATION: &str = "lost registration";
pub(crate) const LOST_TOKEN: &str = "lost token";
pub(crate) const LOST_SIGN_IN: &str = "lost sign-in";
pub(crate) const LOST_REFRESH: &str = "lost refresh";

/// The table.
pub const GAPS: &[Gap] = &[
    Gap {
        name: LOST_REGISTRATION,
        what: "a client secret is lost while the implementor takes it for given",
        reason: "the TypeScript handlers make another registration each time, and the protocol \
                 has no call that names the one whose answer was lost: the user registers again, \
                 and an operator may take the other away. (Where the second is a conflict, the \
                 user takes the first away.)",
    },
    Gap {
        name: LOST_TOKEN,
        what: "a token is lost while the implementor takes it for given",
        reason: "a session gives one token, and revoking one needs its text: ensure_token \
                 authorizes again, and the lost token ends after an hour",
    },
    Gap {
        name: LOST_SIGN_IN,
        what: "tokens are lost while the service takes them for given",
        reason: "a sign-in or refresh whose answer was lost gave tokens that nobody has and that \
                 no call names: the user signs in again, and the lost ones end by themselves",
    },
    Gap {
        name: LOST_REFRESH,
        what: "a refresh takes more than one more call",
        reason: "a refresh token is used up by the refresh whose answer was lost; the client asks \
                 again by itself and is told so, but where its time was over or the user gave up, \
                 the user refreshes again in vain, then signs in",
    },
];
