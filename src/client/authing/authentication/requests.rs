//! The methods of the authentication clients, a file an area.
//!
//! Written by `cargo xtask authing` from `endpoints.tsv`.

mod account;
mod approvals;
mod by_hand;
mod codes;
mod devices;
mod events;
mod identities;
mod invitations;
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
    GetLoginHistory, GetRoleList, GetTenantList, ListPublicAccountsForSwitchLoggedIn, TrackSession,
};
pub use approvals::{
    BatchCreateApproval, CreateApproval, GetDetail, GetEnablePermissionApplyApplicationList,
    GetEnablePermissionApplyRoleList, InitiatedList,
};
pub use codes::{
    ChangePushCodeStatus, ChangeQrCodeStatus, CheckPushCodeStatus, CheckQrCodeStatus,
    ExchangeTokenSetWithQrCodeTicket, GeneCatchaCodeAndToken, GeneFastpassQrcodeInfo, GeneQrCode,
    GetFastpassParams, GetPushLoginRelationApps, GetQrCodeStatus, GetQrCodeStatusV2,
    QrCodeAppLogin, SetPushCodeStatus, SetQrCodeStatus, SignInByPush,
};
pub use devices::{List, Revoke, Unbind};
pub use events::PutEvent;
pub use identities::{
    DecryptDouyinMiniProgramData, GenerateLinkExtIdpUrl, GetAlipayAuthInfo,
    GetApplicationEnabledExtIdps, GetIdentities, UnlinkExtIdp,
};
pub use invitations::{
    ClearMyAllUniversalInvitationLinks, GenerateInviteToken, GenerateUniversalInvitationByMember,
    GetInviteCodeContext, GetUniversalInvitationPublicConfig, SignupByPolicy, SignupByUniversal,
    VerifyInviteCode,
};
pub use messages::{PreCheckCode, SendEmail, SendSms};
pub use mfa::{
    EnrollFactor, GetFactor, ListEnrolledFactors, ListFactorsToEnroll, MfaOtpVerify, ResetFactor,
    SendEnrollFactorRequest, VerifyMfaToken,
};
pub use permissions::{
    CheckPermissionByArrayResource, CheckPermissionByStringResource, CheckPermissionByTreeResource,
    GetUserAuthResourcePermissionList, GetUserAuthResourceStruct, GetUserAuthorizedResourcesList,
    ListSubjectAuth,
};
pub use profile::{BindEmail, BindPhone, GetProfile, UnbindEmail, UnbindPhone, UpdateProfile};
pub use security::{
    DeleteAccount, GetSecurityLevel, ResetPassword, UpdateEmail, UpdatePassword, UpdatePhone,
    ValidatePassword, VerifyDeleteAccountRequest, VerifyResetPasswordRequest,
    VerifyUpdateEmailRequest, VerifyUpdatePhoneRequest,
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
pub use system::{GetCountryList, GetJwks, GetSystemInfo, ValidateToken};
pub use webauthn::{
    CheckValidCredentialsByCredIds, DeleteWebAuthnAdminCredential, DeleteWebAuthnCredential,
    InitAuthenticationOptions, InitRegisterOptions, ListCredentialsByPage, ListWebAuthnCredentials,
    ListWebAuthnPersonCredentials, RemoveAllCredentials, RemoveCredential,
    UpdateWebAuthnAdminCredential, UpdateWebAuthnCredential, VerifyAuthentication, VerifyRegister,
    WebAuthnAdminInitialize, WebAuthnAdminRegisterFinalize, WebAuthnLoginFinalize,
    WebAuthnLoginInitalize, WebAuthnMfaBindInitialize, WebAuthnMfaVerifyInitalize,
    WebAuthnRegisterFinalize, WebAuthnRegisterInitalize,
};
pub use wechat::{
    AuthByCodeIdentity, BindByAccount, BindByAccountId, BindByEmailCode, BindByPhoneCode,
    DecryptWechatMiniProgramData, GetWechatMiniprogramPhone, GetWechatMpAccessToken,
    GetWechatMpAccessTokenInfo, RegisterNewUser, SelectAccount,
};

use crate::client::authing::Row;

/// All methods, by area.
pub(super) const ROWS: &[&[&Row]] = &[
    account::ROWS,
    approvals::ROWS,
    by_hand::ROWS,
    codes::ROWS,
    devices::ROWS,
    events::ROWS,
    identities::ROWS,
    invitations::ROWS,
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
