//! Whether a token holds.

use core::ffi::{c_char, c_void};
use core::mem::{MaybeUninit, offset_of};

use tokenmint::Verdict;
use tokenmint::agora::{Account, AppCertificate, AppId, Expected, Report, Role, Wanted};

use super::parse::{parsed, tokenmint_agora_token};
use crate::agora::access_token2::{TOKENMINT_AGORA_USER_TEXT, TOKENMINT_AGORA_USER_UID};
use crate::crypto::{Hmac, tokenmint_hmac};
use crate::frame::{Call, Guard, Kinds, Params, Plain, known_text_or_null, stack, text};
use crate::status::{Failure, TOKENMINT_ERR_UNKNOWN_VALUE, TOKENMINT_OK, code, lend};

/// In a report: it was not asked.
pub const TOKENMINT_AGORA_NOT_ASKED: i32 = 1;

/// What is wanted: to join where a channel is expected, and the privilege where
/// a service type is given.
pub const TOKENMINT_AGORA_WANT_JOIN: u32 = 0;
/// What is wanted: to join and to publish audio, video and data.
pub const TOKENMINT_AGORA_WANT_PUBLISHER: u32 = 1;
/// What is wanted: to join.
pub const TOKENMINT_AGORA_WANT_SUBSCRIBER: u32 = 2;
/// What is wanted: no privilege, so also a token whose privileges have ended.
pub const TOKENMINT_AGORA_WANT_NOTHING: u32 = 3;

/// What a token should be; what is NULL or 0 is not asked, but a channel asks
/// for joining it unless `wanted` says otherwise. Channel, user and privilege
/// have to be those of one service of the token.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct tokenmint_agora_expected {
    /// `sizeof(tokenmint_agora_expected)`.
    pub struct_size: usize,
    /// The certificate that should have signed it. Without it, nothing in the
    /// token is proven.
    pub certificate: *const c_char,
    /// Bytes of the certificate.
    pub certificate_len: usize,
    /// The app id it should belong to.
    pub app_id: *const c_char,
    /// Bytes of the app id.
    pub app_id_len: usize,
    /// The channel it should be for.
    pub channel: *const c_char,
    /// Bytes of the channel.
    pub channel_len: usize,
    /// The user it should be for, when `user_kind` is
    /// `TOKENMINT_AGORA_USER_TEXT`.
    pub user: *const c_char,
    /// Bytes of the user.
    pub user_len: usize,
    /// The user, when `user_kind` is `TOKENMINT_AGORA_USER_UID`.
    pub uid: u32,
    /// `TOKENMINT_AGORA_USER_TEXT` or `TOKENMINT_AGORA_USER_UID`.
    /// @init TOKENMINT_AGORA_USER_TEXT
    pub user_kind: u32,
    /// The time at which it should be valid, in Unix seconds.
    pub now: u32,
    /// Service type whose `privilege` it should grant,
    /// `TOKENMINT_AGORA_SERVICE_...`. (006 has one space of numbers: those of
    /// RTC are the same there, and RTM has its login.)
    pub service_type: u16,
    /// The privilege; only with `service_type`.
    pub privilege: u16,
    /// `TOKENMINT_AGORA_WANT_...`; with a `service_type` only
    /// `TOKENMINT_AGORA_WANT_JOIN`.
    /// @init TOKENMINT_AGORA_WANT_JOIN
    pub wanted: u32,
    /// 0.
    pub reserved: u32,
    /// Computes HMAC-SHA256; not NULL with a certificate.
    /// @init TOKENMINT_HMAC_SHA256
    pub hmac_sha256: tokenmint_hmac,
    /// Handed to `hmac_sha256` as it is; may be NULL.
    pub hmac_context: *mut c_void,
}

/// The answers: `TOKENMINT_OK`, `TOKENMINT_AGORA_NOT_ASKED`, or the status
/// that says what does not hold; `TOKENMINT_ERR_UNDECIDED` where that cannot be
/// told.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct tokenmint_agora_report {
    /// `sizeof(tokenmint_agora_report)`.
    pub struct_size: usize,
    /// Signed by the certificate. (006: undecided unless channel and user are
    /// given and hold, because they are signed too.)
    pub signature: i32,
    /// Of this app id, letter case included.
    pub app_id: i32,
    /// Issued and not yet ended.
    pub time: i32,
    /// For this channel.
    pub channel: i32,
    /// For this user, or for any.
    pub user: i32,
    /// What is wanted is granted, and has not ended when `now` is given.
    pub privilege: i32,
    /// The service that channel, user and privilege are answered for, as an
    /// index for @ref tokenmint_agora_token_service; -1: none.
    /// @init -1
    pub service: i32,
    /// 0.
    pub reserved: u32,
}

// SAFETY: integers and pointers.
unsafe impl Plain for tokenmint_agora_expected {}
// SAFETY: `struct_size` comes first.
unsafe impl Params for tokenmint_agora_expected {
    const FIRST_SIZE: usize = offset_of!(Self, wanted);
    const KINDS: Kinds = Kinds::NONE
        .and(Kinds::TEXT_OR_NULL, offset_of!(Self, certificate))
        .and(Kinds::TEXT_OR_NULL, offset_of!(Self, app_id))
        .and(Kinds::TEXT_OR_NULL, offset_of!(Self, channel))
        .and(Kinds::TEXT_OR_NULL, offset_of!(Self, user));
}
// SAFETY: integers.
unsafe impl Plain for tokenmint_agora_report {}
// SAFETY: `struct_size` comes first.
unsafe impl Params for tokenmint_agora_report {
    const FIRST_SIZE: usize = offset_of!(Self, service);
}

/// Checks the signature alone, in constant time: that the holder of the
/// certificate made this token, and nothing else.
///
/// @param certificate,certificate_len  The certificate.
/// @retvals judge invalid_utf8 bad_certificate bad_signature
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tokenmint_agora_verify(
    token: *const tokenmint_agora_token,
    certificate: *const c_char,
    certificate_len: usize,
) -> i32 {
    // SAFETY: the pointer rules of the crate.
    unsafe {
        Call::judge().with(
            (token, text(certificate, certificate_len)),
            |(token, certificate), guard| {
                let token = parsed(guard, token)?;
                Ok(token.verify(lend(&AppCertificate::new(certificate))?)?)
            },
        )
    }
}

/// Answers every question that is asked. There is no tolerance for clocks: give
/// a `now` that has it.
///
/// @param expected  The questions.
/// @param report    Receives the answers, whether they are good or bad.
/// @retvals check007 not_yet_valid
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tokenmint_agora_check(
    token: *const tokenmint_agora_token,
    expected: *const tokenmint_agora_expected,
    report: *mut tokenmint_agora_report,
) -> i32 {
    // SAFETY: the pointer rules of the crate.
    unsafe {
        answer(report, token.cast(), expected, |guard, token, questions| {
            let token = parsed(guard, token.cast())?;
            Ok(token.check_with(&questions.expected(), &mut questions.hmac()))
        })
    }
}

/// What is asked, read and checked.
#[derive(Default)]
pub(in crate::agora) struct Questions<'g> {
    certificate: Option<AppCertificate>,
    hmac: Option<Hmac>,
    app_id: Option<AppId>,
    now: Option<u32>,
    channel: Option<&'g str>,
    account: Option<Account<'g>>,
    privilege: Option<(u16, u16)>,
    wanted: Wanted<'static>,
}

impl<'g> Questions<'g> {
    /// # Safety
    ///
    /// The pointer rules of the crate.
    unsafe fn read(
        &mut self,
        guard: &'g Guard,
        expected: *const tokenmint_agora_expected,
        place: &'g mut MaybeUninit<tokenmint_agora_expected>,
    ) -> Result<(), Failure> {
        // SAFETY: the same promise.
        let (it, certificate, app_id, user) = unsafe {
            let it = guard.read(expected, place)?;
            let certificate = known_text_or_null(it.certificate, it.certificate_len);
            let app_id = known_text_or_null(it.app_id, it.app_id_len);
            self.channel = known_text_or_null(it.channel, it.channel_len);
            let user = known_text_or_null(it.user, it.user_len);
            (it, certificate, app_id, user)
        };
        if let Some(text) = certificate {
            self.certificate = Some(AppCertificate::new(text)?);
            self.hmac = Some(Hmac::new(it.hmac_sha256, it.hmac_context)?);
        }
        if let Some(text) = app_id {
            self.app_id = Some(AppId::new(text)?);
        }
        self.account = match it.user_kind {
            TOKENMINT_AGORA_USER_TEXT => user.map(Account::Name),
            TOKENMINT_AGORA_USER_UID => Some(Account::Uid(it.uid)),
            _ => return Err(Failure::call(TOKENMINT_ERR_UNKNOWN_VALUE)),
        };
        self.now = given(it.now);
        self.privilege = (it.service_type != 0).then_some((it.service_type, it.privilege));
        self.wanted = match (it.wanted, self.privilege, it.reserved) {
            (TOKENMINT_AGORA_WANT_JOIN, _, 0) => Wanted::Join,
            (TOKENMINT_AGORA_WANT_PUBLISHER, None, 0) => Wanted::Role(Role::Publisher),
            (TOKENMINT_AGORA_WANT_SUBSCRIBER, None, 0) => Wanted::Role(Role::Subscriber),
            (TOKENMINT_AGORA_WANT_NOTHING, None, 0) => Wanted::Nothing,
            _ => return Err(Failure::call(TOKENMINT_ERR_UNKNOWN_VALUE)),
        };
        Ok(())
    }

    /// Asked only with a certificate.
    pub(in crate::agora) fn hmac(&self) -> Hmac {
        self.hmac.unwrap_or(Hmac::NONE)
    }

    pub(in crate::agora) fn expected(&self) -> Expected<'_> {
        let mut expected = Expected::default();
        expected.certificate = self.certificate.as_ref();
        expected.app_id = self.app_id.as_ref();
        expected.now = self.now;
        expected.channel = self.channel;
        expected.account = self.account;
        expected.wanted = match self.privilege.as_slice() {
            [] => self.wanted,
            privileges => Wanted::Privileges(privileges),
        };
        expected
    }
}

/// A time, unless it is 0: what depends on it is left out then.
pub(in crate::agora) fn given(now: u32) -> Option<u32> {
    (now != 0).then_some(now)
}

/// Asks a token of some version.
///
/// # Safety
///
/// The pointer rules of the crate; the token is of that version.
type Ask = unsafe fn(&Guard, token: *const (), &Questions<'_>) -> Result<Report, Failure>;

/// Fills `report` and gives the first answer that is bad. One for tokens of all
/// versions: a device pays for it once.
///
/// # Safety
///
/// The pointer rules of the crate; `token` is of the version that `ask` knows.
#[inline(never)]
pub(in crate::agora) unsafe fn answer(
    report: *mut tokenmint_agora_report,
    token: *const (),
    expected: *const tokenmint_agora_expected,
    ask: Ask,
) -> i32 {
    let mut first = TOKENMINT_OK;
    // SAFETY: the same promise.
    let status = unsafe {
        Call::fill(report).run(|guard, _, out| {
            let report = asked(guard, token, expected, ask);
            stack::clear::<{ stack::HASHES }>();
            let report = report?;
            out.signature = number(&report.signature);
            out.app_id = number(&report.app_id);
            out.time = number(&report.time);
            out.channel = number(&report.channel);
            out.user = number(&report.user);
            out.privilege = number(&report.privilege);
            out.service = report.service.map_or(-1, |at| {
                debug_assert!(u16::try_from(at).is_ok(), "a token has no more services");
                i32::try_from(at).unwrap_or(-1)
            });
            first = report
                .ok()
                .map_or_else(|error| code(&error).into(), |()| TOKENMINT_OK);
            Ok(())
        })
    };
    if status == TOKENMINT_OK {
        first
    } else {
        status
    }
}

/// In a frame of its own, which is cleared afterwards.
///
/// # Safety
///
/// As [`answer`].
#[inline(never)]
unsafe fn asked(
    guard: &Guard,
    token: *const (),
    expected: *const tokenmint_agora_expected,
    ask: Ask,
) -> Result<Report, Failure> {
    let mut place = MaybeUninit::uninit();
    let mut questions = Questions::default();
    // SAFETY: the same promise.
    unsafe {
        questions.read(guard, expected, &mut place)?;
        ask(guard, token, &questions)
    }
}

#[inline(never)] // Six answers.
fn number(verdict: &Verdict) -> i32 {
    match verdict {
        Verdict::NotAsked => TOKENMINT_AGORA_NOT_ASKED,
        verdict => verdict
            .result()
            .map_or_else(|error| code(&error).into(), |()| TOKENMINT_OK),
    }
}
