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
        [
            "Introspect an MFA token." "verify_mfa_token" "py,node,java,go" "java"
            "MfaTokenIntrospectEndpointParams"
            "py=verify_mfa_token;node=verifyMfaToken;java=verifyMfaToken;go=VerifyMfaToken"
            "Node and Python take the token but never send it; Java sends it as JSON"
            "MfaTokenIntrospectResponse" "flat" "-"
        ]
        (token: Text "token")
        {};

    POST "/api/v3/send-enroll-factor-request" UserToken send_enroll_factor_request SendEnrollFactorRequest
        [
            "Start enrolling an MFA factor." "send_enroll_factor_request" "py,node,java,go,cs"
            "node" "SendEnrollFactorRequestDto"
            "py=send_enroll_factor_request;node=sendEnrollFactorRequest;java=sendEnrollFactorRequest;go=SendEnrollFactorRequest;cs=SendEnrollFactorRequest"
            "" "SendEnrollFactorRequestRespDto" "SendEnrollFactorRequestDataDto" "-"
        ]
        (profile: Object "profile", factor_type: Choice["OTP" "SMS" "EMAIL" "FACE"] "factorType")
        {};

    POST "/api/v3/enroll-factor" UserToken enroll_factor EnrollFactor
        [
            "Finish enrolling an MFA factor." "enroll_factor" "py,node,java,go,cs" "node"
            "EnrollFactorDto"
            "py=enroll_factor;node=enrollFactor;java=enrollFactor;go=EnrollFactor;cs=EnrollFactor"
            "" "EnrollFactorRespDto" "none" "-"
        ]
        (
            enrollment_data: Object "enrollmentData", enrollment_token: Text "enrollmentToken",
            factor_type: Choice["OTP" "SMS" "EMAIL" "FACE"] "factorType"
        )
        {};

    POST "/api/v3/reset-factor" UserToken reset_factor ResetFactor
        [
            "Remove an enrolled MFA factor." "reset_factor" "py,node,java,go,cs" "node"
            "ResetFactorDto"
            "py=reset_factor;node=resetFactor;java=resetFactor;go=ResetFactor;cs=ResetFactor" ""
            "ResetFactorRespDto" "none" "-"
        ]
        (factor_id: Text "factorId")
        {};

    GET "/api/v3/list-enrolled-factors" UserToken list_enrolled_factors ListEnrolledFactors
        [
            "List the user's enrolled MFA factors." "list_enrolled_factors" "py,node,java,go,cs"
            "node" ""
            "py=list_enrolled_factors;node=listEnrolledFactors;java=listEnrolledFactors;go=ListEnrolledFactors;cs=ListEnrolledFactors"
            "" "ListEnrolledFactorsRespDto" "list<FactorDto>" "array"
        ];

    GET "/api/v3/get-factor" UserToken get_factor GetFactor
        [
            "Read one enrolled MFA factor." "get_factor" "py,node,java,go,cs" "node" "GetFactorDto"
            "py=get_factor;node=getFactor;java=getFactor;go=GetFactor;cs=GetFactor" ""
            "GetFactorRespDto" "FactorDto" "-"
        ]
        (factor_id: Text "factorId")
        {};

    GET "/api/v3/list-factors-to-enroll" UserToken list_factors_to_enroll ListFactorsToEnroll
        [
            "List MFA factors the user could still enrol." "list_factors_to_enroll"
            "py,node,java,go,cs" "node" ""
            "py=list_factors_to_enroll;node=listFactorsToEnroll;java=listFactorsToEnroll;go=ListFactorsToEnroll;cs=ListFactorsToEnroll"
            "" "ListFactorsToEnrollRespDto" "list<FactorToEnrollDto>" "array"
        ];

    POST "/api/v3/mfa-totp-verify" UserToken mfa_otp_verify MfaOtpVerify
        [
            "Check a one-time password against the enrolled factor." "mfa_otp_verify"
            "py,node,java,go" "node" "MfaOtpVerityDto"
            "py=mfa_otp_verify;node=mfaOtpVerify;java=mfaOtpVerify;go=MfaOtpVerify" ""
            "MfaOtpVerityRespDto" "OtpVerityRespDto" "-"
        ]
        (totp: Text "totp")
        {};
}
