//! Whether a token holds.

use core::ffi::c_char;
use core::mem::{MaybeUninit, size_of};
use core::ptr::null_mut;

use tokenmint::agora::v007::{Expected, Report, Verdict};
use tokenmint::agora::{Account, AppCertificate, AppId};

use super::parse::{parsed, tokenmint_agora_token};
use crate::agora::access_token2::{TOKENMINT_AGORA_USER_TEXT, TOKENMINT_AGORA_USER_UID};
use crate::frame::{Guard, Params, Plain, check, fill, stack};
use crate::status::{Failure, TOKENMINT_ERR_UNKNOWN_VALUE, TOKENMINT_OK, code, lend};

/// In a report: it was not asked.
pub const TOKENMINT_AGORA_NOT_CHECKED: i32 = 1;

/// What a token should be; what is NULL or 0 is not asked. Begin with
/// `TOKENMINT_AGORA_EXPECTED_INIT`.
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
    pub user_kind: u32,
    /// The time at which it should be valid, in Unix seconds.
    pub now: u32,
    /// Service type whose `privilege` it should grant, `TOKENMINT_AGORA_SERVICE_...`.
    /// (006 has no services: any number but 0.)
    pub service_type: u16,
    /// The privilege; only with `service_type`.
    pub privilege: u16,
}

/// The answers: `TOKENMINT_OK`, `TOKENMINT_AGORA_NOT_CHECKED`, or the status
/// that says what does not hold. Begin with `TOKENMINT_AGORA_REPORT_INIT`.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct tokenmint_agora_report {
    /// `sizeof(tokenmint_agora_report)`.
    pub struct_size: usize,
    /// Signed by the certificate. (006: asked only when channel and user are
    /// given and hold, because they are signed too.)
    pub signature: i32,
    /// The same app id, letter case included.
    pub app_id: i32,
    /// Issued and not yet ended.
    pub time: i32,
    /// For this channel.
    pub channel: i32,
    /// For this user, or for any.
    pub user: i32,
    /// The privilege is granted, and has not ended when `now` is given.
    pub privilege: i32,
}

// SAFETY: integers and pointers.
unsafe impl Plain for tokenmint_agora_expected {}
// SAFETY: `struct_size` comes first.
unsafe impl Params for tokenmint_agora_expected {
    const FIRST_SIZE: usize = size_of::<Self>();
}
// SAFETY: integers.
unsafe impl Plain for tokenmint_agora_report {}
// SAFETY: `struct_size` comes first.
unsafe impl Params for tokenmint_agora_report {
    const FIRST_SIZE: usize = size_of::<Self>();
}

/// Checks the signature alone, in constant time: that the holder of the
/// certificate made this token, and nothing else.
///
/// @param token  What @ref tokenmint_agora_parse gave.
/// @param certificate,certificate_len  The certificate.
/// @retvals judge invalid_utf8 bad_certificate bad_signature
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tokenmint_agora_verify(
    token: *const tokenmint_agora_token,
    certificate: *const c_char,
    certificate_len: usize,
) -> i32 {
    check(move |guard| {
        // SAFETY: the pointer rules of the crate.
        let (token, certificate) = unsafe {
            (
                parsed(guard, token)?,
                guard.text(certificate, certificate_len)?,
            )
        };
        Ok(token.verify(lend(&AppCertificate::new(certificate))?)?)
    })
}

/// Answers every question that is asked. There is no tolerance for clocks: give
/// a `now` that has it.
///
/// @param token     What @ref tokenmint_agora_parse gave.
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
        answer(report, move |guard| {
            let token = parsed(guard, token)?;
            let mut questions = Questions::default();
            questions.read(guard, expected)?;
            Ok(token.check(&Expected {
                certificate: questions.certificate.as_ref(),
                app_id: questions.app_id.as_ref(),
                now: questions.now,
                channel: questions.channel,
                account: questions.account,
                privilege: questions.privilege,
            }))
        })
    }
}

/// What is asked, read and checked.
#[derive(Default)]
pub(in crate::agora) struct Questions<'g> {
    pub(in crate::agora) certificate: Option<AppCertificate>,
    pub(in crate::agora) app_id: Option<AppId>,
    pub(in crate::agora) now: Option<u32>,
    pub(in crate::agora) channel: Option<&'g str>,
    pub(in crate::agora) account: Option<Account<'g>>,
    pub(in crate::agora) privilege: Option<(u16, u16)>,
}

impl<'g> Questions<'g> {
    /// # Safety
    ///
    /// The pointer rules of the crate.
    #[inline(never)] // Tokens of all versions are asked.
    pub(in crate::agora) unsafe fn read(
        &mut self,
        guard: &'g Guard,
        expected: *const tokenmint_agora_expected,
    ) -> Result<(), Failure> {
        let mut place = MaybeUninit::uninit();
        // SAFETY: the same promise.
        let (it, certificate, app_id, user) = unsafe {
            let it = guard.read(expected, &mut place)?;
            let certificate = guard.text_or_null(it.certificate, it.certificate_len)?;
            let app_id = guard.text_or_null(it.app_id, it.app_id_len)?;
            self.channel = guard.text_or_null(it.channel, it.channel_len)?;
            let user = guard.text_or_null(it.user, it.user_len)?;
            (it, certificate, app_id, user)
        };
        if let Some(text) = certificate {
            self.certificate = Some(AppCertificate::new(text)?);
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
        Ok(())
    }
}

/// A time, unless it is 0: what depends on it is left out then.
pub(in crate::agora) fn given(now: u32) -> Option<u32> {
    (now != 0).then_some(now)
}

/// Fills `report` and gives the first answer that is bad.
///
/// # Safety
///
/// The pointer rules of the crate.
pub(in crate::agora) unsafe fn answer(
    report: *mut tokenmint_agora_report,
    mut body: impl FnMut(&Guard) -> Result<Report, Failure>,
) -> i32 {
    // SAFETY: the same promise.
    unsafe { settle(report, &mut body) }
}

/// A body as an object; no trait of closures, for the reason that the frame of
/// a text has.
trait Body {
    fn run(&mut self, guard: &Guard) -> Result<Report, Failure>;
}

impl<F: FnMut(&Guard) -> Result<Report, Failure>> Body for F {
    fn run(&mut self, guard: &Guard) -> Result<Report, Failure> {
        self(guard)
    }
}

/// One for tokens of all versions: a device pays for it once.
///
/// # Safety
///
/// The pointer rules of the crate.
#[inline(never)]
unsafe fn settle(report: *mut tokenmint_agora_report, body: &mut dyn Body) -> i32 {
    let mut first = TOKENMINT_OK;
    // SAFETY: the same promise.
    let status = unsafe {
        fill(report, null_mut(), 0, |guard, _, out| {
            let report = body.run(guard);
            stack::clear::<{ stack::HASHES }>();
            let report = report?;
            out.signature = number(&report.signature);
            out.app_id = number(&report.app_id);
            out.time = number(&report.time);
            out.channel = number(&report.channel);
            out.user = number(&report.user);
            out.privilege = number(&report.privilege);
            first = [
                out.signature,
                out.app_id,
                out.time,
                out.channel,
                out.user,
                out.privilege,
            ]
            .into_iter()
            .find(|answer| *answer < TOKENMINT_OK)
            .unwrap_or(TOKENMINT_OK);
            Ok(())
        })
    };
    if status == TOKENMINT_OK {
        first
    } else {
        status
    }
}

#[inline(never)] // Six answers.
fn number(verdict: &Verdict) -> i32 {
    match verdict {
        Verdict::NotChecked => TOKENMINT_AGORA_NOT_CHECKED,
        Verdict::Holds => TOKENMINT_OK,
        Verdict::Fails(error) => code(error).into(),
    }
}
