//! Invitations.
//!
//! Written by `cargo xtask authing` from `endpoints.tsv`.

use crate::client::authing::authentication::{
    AsyncAuthenticationClient, Authentication, AuthenticationClient,
};
use crate::client::authing::requests::requests;

requests! {
    Authentication, AuthenticationClient, AsyncAuthenticationClient:

    GET "/api/v3/get-universal-invitation-public-config" Nothing get_universal_invitation_public_config GetUniversalInvitationPublicConfig
        [
            "Read public settings of the open invitation." "get_universal_invitation_public_config"
            "node" "node" "" "node=getUniversalInvitationPublicConfig" ""
            "GetUniversalInvitationPublicConfigRespDto" "UniversalInvitationPublicConfigDto" "-"
        ]
        (identifier: Text "identifier")
        {};

    POST "/api/v3/signup-by-invitation" Nothing signup_by_universal SignupByUniversal
        [
            "Apply to join through an open invitation." "signup_by_universal" "node" "node"
            "UniversalInvitationUserJoinDto" "node=signupByUniversal" ""
            "GetUniversalInvitationJoinRespDto" "UniversalInvitationJoinRespDto" "-"
        ]
        (email_code: Text "emailCode", identifier: Text "identifier")
        {profile: Object "profile"};

    POST "/api/v3/generate-policy-invitation-token" Nothing generate_invite_token GenerateInviteToken
        [
            "Create a token for a policy invitation." "generate_invite_token" "node" "node"
            "InvitationLinkDto" "node=generateInviteToken" "" "GenerateInviteeTokenRespDto"
            "GenerateInviteeTokenDto" "-"
        ]
        (signature: Text "signature", identifier: Text "identifier")
        {
            with_invitee_info: Flag "withInviteeInfo",
            with_invitation_settings: Flag "withInvitationSettings"
        };

    GET "/api/v3/get-policy-invitation-context" Nothing get_invite_code_context GetInviteCodeContext
        [
            "Read the context behind an invitation code." "get_invite_code_context" "node" "node" ""
            "node=getInviteCodeContext" "" "GetInviteeContextRespDto" "InviteeContextDto" "-"
        ]
        (token: Text "token")
        {};

    POST "/api/v3/verify-invite-code" Nothing verify_invite_code VerifyInviteCode
        [
            "Check the code proving an invitee's identity." "verify_invite_code" "node" "node"
            "VerifyInviteCodeDto" "node=verifyInviteCode" "" "IsSuccessRespDto" "IsSuccessDto" "-"
        ]
        (
            receiver_type: Choice["smsCode" "emailCode"] "receiverType", code: Text "code",
            token: Text "token"
        )
        {};

    POST "/api/v3/join-by-invitation" Nothing signup_by_policy SignupByPolicy
        [
            "Accept a policy invitation." "signup_by_policy" "node" "node" "PolicyInviteeJoinedDto"
            "node=signupByPolicy" "" "IsSuccessRespDto" "IsSuccessDto" "-"
        ]
        (token: Text "token")
        {
            code: Text "code", receiver_type: Choice["smsCode" "emailCode"] "receiverType",
            profile: Object "profile", options: Object "options"
        };

    POST "/api/v3/generate-universal-invitation-link-by-member" UserToken generate_universal_invitation_by_member GenerateUniversalInvitationByMember
        [
            "Create an invitation link as an ordinary member."
            "generate_universal_invitation_by_member" "node" "node" ""
            "node=generateUniversalInvitationByMember" "no SDK sends a body here"
            "GenerateInvitationLinkRespDto" "GenerateInvitationLinkDto" "-"
        ];

    POST "/api/v3/clear-my-all-invitation-links" UserToken clear_my_all_universal_invitation_links ClearMyAllUniversalInvitationLinks
        [
            "Reset all of the user's invitation links." "clear_my_all_universal_invitation_links"
            "node" "node" "" "node=clearMyAllUniversalInvitationLinks" "no SDK sends a body here"
            "IsSuccessRespDto" "IsSuccessDto" "-"
        ];
}
