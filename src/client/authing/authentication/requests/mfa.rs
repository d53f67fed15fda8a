//! Mfa.
//!
//! Written by `cargo xtask authing` from `endpoints.tsv`.

use crate::client::authing::authentication::{
    AsyncAuthenticationClient, Authentication, AuthenticationClient,
};
use crate::client::authing::requests::requests;

requests! {
    Authentication, AuthenticationClient, AsyncAuthenticationClient:

    POST "/mfa/token/introspection" Nothing verify_mfa_token VerifyMfaToken
        (token: Text "token")
        {};

    POST "/api/v3/send-enroll-factor-request" UserToken send_enroll_factor_request SendEnrollFactorRequest
        (profile: Object "profile", factor_type: Text "factorType")
        {};

    POST "/api/v3/enroll-factor" UserToken enroll_factor EnrollFactor
        (
            enrollment_data: Object "enrollmentData", enrollment_token: Text "enrollmentToken",
            factor_type: Text "factorType"
        )
        {};

    POST "/api/v3/reset-factor" UserToken reset_factor ResetFactor
        (factor_id: Text "factorId")
        {};

    GET "/api/v3/list-enrolled-factors" UserToken list_enrolled_factors ListEnrolledFactors;

    GET "/api/v3/get-factor" UserToken get_factor GetFactor
        (factor_id: Text "factorId")
        {};

    GET "/api/v3/list-factors-to-enroll" UserToken list_factors_to_enroll ListFactorsToEnroll;

    POST "/api/v3/mfa-totp-verify" UserToken mfa_otp_verify MfaOtpVerify
        (totp: Text "totp")
        {};
}
