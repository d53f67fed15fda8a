//! The methods of the authentication clients, a file an area.
//!
//! Written by `cargo xtask authing` from `endpoints.tsv`.

mod account;
mod by_hand;
mod codes;
mod devices;
mod events;
mod identities;
mod messages;
mod mfa;
mod permissions;
mod profile;
mod security;
mod sign_in;
mod sign_up;
mod system;
mod webauthn;
mod wechat;

pub use account::{
    GetAccessibleApps, GetAuthorizedResources, GetDepartmentList, GetGroupList, GetLoggedInApps,
    GetLoginHistory, GetRoleList, GetTenantList, ListPublicAccountsForSwitchLoggedIn,
};
pub use codes::{
    ChangePushCodeStatus, ChangeQrCodeStatus, CheckPushCodeStatus, CheckQrCodeStatus,
    ExchangeTokenSetWithQrCodeTicket, GeneFastpassQrcodeInfo, GeneQrCode, GetFastpassParams,
    GetPushLoginRelationApps, GetQrCodeStatus, QrCodeAppLogin, SignInByPush,
};
pub use devices::{List, Revoke, Unbind};
pub use events::PutEvent;
pub use identities::{
    GenerateLinkExtIdpUrl, GetAlipayAuthInfo, GetApplicationEnabledExtIdps, GetIdentities,
    UnlinkExtIdp,
};
pub use messages::{PreCheckCode, SendEmail, SendSms};
pub use mfa::{
    EnrollFactor, GetFactor, ListEnrolledFactors, ListFactorsToEnroll, MfaOtpVerify, ResetFactor,
    SendEnrollFactorRequest, VerifyMfaToken,
};
pub use permissions::{
    CheckPermissionByArrayResource, CheckPermissionByStringResource, CheckPermissionByTreeResource,
    GetUserAuthResourcePermissionList, GetUserAuthResourceStruct, GetUserAuthorizedResourcesList,
};
pub use profile::{BindEmail, BindPhone, GetProfile, UnbindEmail, UnbindPhone, UpdateProfile};
pub use security::{
    DeleteAccount, GetSecurityLevel, ResetPassword, UpdateEmail, UpdatePassword, UpdatePhone,
    VerifyDeleteAccountRequest, VerifyResetPasswordRequest, VerifyUpdateEmailRequest,
    VerifyUpdatePhoneRequest,
};
pub use sign_in::{
    SignInByAccountPassword, SignInByAd, SignInByCredentials, SignInByEmailPasscode,
    SignInByEmailPassword, SignInByLdap, SignInByMobile, SignInByPhonePasscode,
    SignInByPhonePassword, SignInByUsernamePassword, SwitchLoginByUser,
};
pub use sign_up::{
    SignUp, SignUpByEmailPasscode, SignUpByEmailPassword, SignUpByPhonePasscode,
    SignUpByUsernamePassword,
};
pub use system::{GetCountryList, GetSystemInfo};
pub use webauthn::{
    CheckValidCredentialsByCredIds, InitAuthenticationOptions, InitRegisterOptions,
    ListCredentialsByPage, RemoveAllCredentials, RemoveCredential, VerifyAuthentication,
    VerifyRegister,
};
pub use wechat::{
    AuthByCodeIdentity, BindByAccount, BindByAccountId, BindByEmailCode, BindByPhoneCode,
    DecryptWechatMiniProgramData, GetWechatMpAccessToken, GetWechatMpAccessTokenInfo,
    RegisterNewUser, SelectAccount,
};

use crate::client::authing::Row;

/// All methods, by area.
pub(super) const ROWS: &[&[&Row]] = &[
    account::ROWS,
    by_hand::ROWS,
    codes::ROWS,
    devices::ROWS,
    events::ROWS,
    identities::ROWS,
    messages::ROWS,
    mfa::ROWS,
    permissions::ROWS,
    profile::ROWS,
    security::ROWS,
    sign_in::ROWS,
    sign_up::ROWS,
    system::ROWS,
    webauthn::ROWS,
    wechat::ROWS,
];
