//! Invitations.
//!
//! Written by `cargo xtask authing` from `endpoints.tsv`.

use crate::client::authing::management::{AsyncManagementClient, Management, ManagementClient};
use crate::client::authing::requests::requests;

requests! {
    Management, ManagementClient, AsyncManagementClient:

    GET "/api/v3/get-universal-invitation-settings" AccessKey get_universal_invitation GetUniversalInvitation
        [
            "Read the open invitation settings." "get_universal_invitation" "node" "node" ""
            "node=getUniversalInvitation" "" "GetUniversalInvitationRespDto"
            "GetUniversalInvitationDto" "-"
        ]
        ()
        {with_department_detail: Flag "withDepartmentDetail"};

    POST "/api/v3/update-universal-invitation-settings" AccessKey update_universal_invitation UpdateUniversalInvitation
        [
            "Change the open invitation settings." "update_universal_invitation" "node" "node"
            "UpdateUniversalInvitationDto" "node=updateUniversalInvitation" ""
            "GetUniversalInvitationRespDto" "GetUniversalInvitationDto" "-"
        ]
        ()
        {
            admin_invitation_config: Flag "adminInvitationConfig",
            member_invitation_config: Flag "memberInvitationConfig",
            enabled_member_invitation: Flag "enabledMemberInvitation"
        };

    POST "/api/v3/generate-universal-invitation-link" AccessKey generate_universal_invitation GenerateUniversalInvitation
        [
            "Create an open invitation link." "generate_universal_invitation" "node" "node" ""
            "node=generateUniversalInvitation" "no SDK sends a body here"
            "GenerateInvitationLinkRespDto" "GenerateInvitationLinkDto" "-"
        ];

    POST "/api/v3/filter-universal-invitation-applicants" AccessKey filter Filter
        [
            "List applicants of open invitations." "filter" "node" "node"
            "PaginationUniversalInvitationApplicantQueryDto" "node=filter" ""
            "PaginationUniversalInvitationApplicantRespDto"
            "PaginationUniversalInvitationApplicantDataDto" "list+totalCount"
        ]
        ()
        {
            page: Integer "page" / "from 1", limit: Integer "limit" / "entries a page, at most 50",
            keywords: Text "keywords", filter: Object "filter",
            with_invitor_detail: Flag "withInvitorDetail",
            with_operator_detail: Flag "withOperatorDetail"
        };

    POST "/api/v3/batch-approval-universal-invitation-applicants" AccessKey approval Approval
        [
            "Approve many open invitation applicants." "approval" "node" "node"
            "ApprovalUniversalInvitationApplicantDto" "node=approval" "" "IsSuccessRespDto"
            "IsSuccessDto" "-"
        ]
        (applicant_ids: Texts "applicantIds")
        {};

    POST "/api/v3/batch-reject-universal-invitation-applicant" AccessKey reject Reject
        [
            "Reject many open invitation applicants." "reject" "node" "node"
            "ApprovalUniversalInvitationApplicantDto" "node=reject" "" "IsSuccessRespDto"
            "IsSuccessDto" "-"
        ]
        (applicant_ids: Texts "applicantIds")
        {};

    POST "/api/v3/list-invitation-policies" AccessKey list_invitation_policies ListInvitationPolicies
        [
            "List invitation policies." "list_invitation_policies" "node" "node"
            "PaginationInvitationPolicyQueryDto" "node=listInvitationPolicies" ""
            "PaginationInvitationPolicyRespDto" "PaginationInvitationPolicyDataDto"
            "list+totalCount"
        ]
        ()
        {
            page: Integer "page" / "from 1", limit: Integer "limit" / "entries a page, at most 50",
            keywords: Text "keywords", filter: Object "filter",
            with_creator_detail: Flag "withCreatorDetail"
        };

    POST "/api/v3/create-invitation-policy" AccessKey create_invitation_policy CreateInvitationPolicy
        [
            "Create an invitation policy." "create_invitation_policy" "node" "node"
            "CreateInvitationPolicyDto" "node=createInvitationPolicy" ""
            "GetInvitationPolicyRespDto" "GetInvitationPolicyDto" "-"
        ]
        (name: Text "name")
        {
            invite_method: Choice["email"] "inviteMethod",
            invite_link_config: Object "inviteLinkConfig",
            default_password_config: Object "defaultPasswordConfig",
            show_password_in_invite_email: Flag "showPasswordInInviteEmail",
            enabled_identifier_verify: Flag "enabledIdentifierVerify",
            send_verify_code_method: Choice["prioritySMS" "priorityEmail"] "sendVerifyCodeMethod",
            enabled_info_fill: Flag "enabledInfoFill",
            register_info_fill_msg: Text "registerInfoFillMsg",
            enabled_ext_idp: Flag "enabledExtIdp",
            allow_skip_bind_ext_idp: Flag "allowSkipBindExtIdp",
            ext_idp_bind_msg: Text "extIdpBindMsg", ext_idp_conn_ids: Texts "extIdpConnIds",
            extends_fields: Texts "extendsFields"
        };

    GET "/api/v3/get-invitation-policy" AccessKey get_policy_detail_by_id GetPolicyDetailById
        [
            "Read one invitation policy." "get_policy_detail_by_id" "node" "node" ""
            "node=getPolicyDetailById" "" "GetInvitationPolicyRespDto" "GetInvitationPolicyDto" "-"
        ]
        (policy_id: Text "policyId")
        {roster_id: Text "rosterId", with_creator_detail: Flag "withCreatorDetail"};

    POST "/api/v3/copy-invitation-policy-by-id" AccessKey copy_invitation_policy_by_id CopyInvitationPolicyById
        [
            "Duplicate an invitation policy." "copy_invitation_policy_by_id" "node" "node"
            "CopyInvitationPolicyDto" "node=copyInvitationPolicyById" ""
            "GetInvitationPolicyRespDto" "GetInvitationPolicyDto" "-"
        ]
        (policy_id: Text "policyId")
        {};

    POST "/api/v3/update-invitation-policy" AccessKey update_invitation_policy UpdateInvitationPolicy
        [
            "Change an invitation policy." "update_invitation_policy" "node" "node"
            "UpdateInvitationPolicyDto" "node=updateInvitationPolicy" ""
            "GetInvitationPolicyRespDto" "GetInvitationPolicyDto" "-"
        ]
        (policy_id: Text "policyId")
        {
            name: Text "name", invite_method: Choice["email"] "inviteMethod",
            invite_link_config: Object "inviteLinkConfig",
            default_password_config: Object "defaultPasswordConfig",
            show_password_in_invite_email: Flag "showPasswordInInviteEmail",
            enabled_identifier_verify: Flag "enabledIdentifierVerify",
            send_verify_code_method: Choice["prioritySMS" "priorityEmail"] "sendVerifyCodeMethod",
            enabled_info_fill: Flag "enabledInfoFill",
            register_info_fill_msg: Text "registerInfoFillMsg",
            enabled_ext_idp: Flag "enabledExtIdp",
            allow_skip_bind_ext_idp: Flag "allowSkipBindExtIdp",
            ext_idp_bind_msg: Text "extIdpBindMsg", ext_idp_conn_ids: Texts "extIdpConnIds",
            extends_fields: Texts "extendsFields",
            invite_email_template_type: Text "inviteEmailTemplateType",
            welcome_email_template_type: Text "welcomeEmailTemplateType"
        };

    GET "/api/v3/list-invitation-policy-extends-fields" AccessKey list_register_extends_fields ListRegisterExtendsFields
        [
            "List extra registration fields of an invitation policy." "list_register_extends_fields"
            "node" "node" "" "node=listRegisterExtendsFields" "" "GetExtendsFieldsRespDto"
            "GetExtendsFieldsDto" "-"
        ]
        (policy_id: Text "policyId")
        {roster_id: Text "rosterId"};

    POST "/api/v3/update-invitation-policy-extends-fields" AccessKey update_register_extends_fields UpdateRegisterExtendsFields
        [
            "Change extra registration fields of an invitation policy."
            "update_register_extends_fields" "node" "node" "PolicyExtendsFieldsDto"
            "node=updateRegisterExtendsFields" "" "GetExtendsFieldsRespDto" "GetExtendsFieldsDto"
            "-"
        ]
        (extends_field: Object "extendsField", action: Text "action", policy_id: Text "policyId")
        {new_order: Texts "newOrder"};

    POST "/api/v3/delete-invitation-policies-batch" AccessKey batch_delete_invitation_policies BatchDeleteInvitationPolicies
        [
            "Delete many invitation policies." "batch_delete_invitation_policies" "node" "node"
            "DeleteInvitationPolicyByIdsDto" "node=batchDeleteInvitationPolicies" ""
            "IsSuccessRespDto" "IsSuccessDto" "-"
        ]
        (policy_ids: Texts "policyIds")
        {};

    GET "/api/v3/get-invitation-policy-user-attribution" AccessKey get_policy_user_attribution_detail GetPolicyUserAttributionDetail
        [
            "Read one placement rule of an invitation policy." "get_policy_user_attribution_detail"
            "node" "node" "" "node=getPolicyUserAttributionDetail" "" "UserAttributionSingleRespDto"
            "UserAttributionDto" "-"
        ]
        (id: Text "id")
        {
            with_target_detail: Flag "withTargetDetail",
            with_department_ext_info: Flag "withDepartmentExtInfo"
        };

    GET "/api/v3/list-invitation-policy-user-attributions" AccessKey list_policy_user_attribution_detail ListPolicyUserAttributionDetail
        [
            "List placement rules of an invitation policy." "list_policy_user_attribution_detail"
            "node" "node" "" "node=listPolicyUserAttributionDetail" ""
            "UserAttributionPaginationRespDto" "list<UserAttributionPaginationDto>" "array"
        ]
        ()
        {page: Integer "page" / "from 1", limit: Integer "limit" / "entries a page, at most 50"}
        (policy_id: Text "policyId")
        {
            with_target_detail: Flag "withTargetDetail",
            with_department_ext_info: Flag "withDepartmentExtInfo"
        }
        (target_type: Choice["department" "post" "role" "group"] "targetType")
        {};

    POST "/api/v3/add-invitation-policy-user-attribution" AccessKey add_policy_user_attribution AddPolicyUserAttribution
        [
            "Add a placement rule to an invitation policy." "add_policy_user_attribution" "node"
            "node" "AddInvitationPolicyUserAttributionDto" "node=addPolicyUserAttribution" ""
            "UserAttributionSingleRespDto" "UserAttributionDto" "-"
        ]
        (
            target_type: Choice["department" "post" "role" "group"] "targetType",
            target_identifier: Text "targetIdentifier", policy_id: Text "policyId"
        )
        {namespace: Text "namespace"};

    POST "/api/v3/add-invitation-policy-user-attributions-batch" AccessKey add_policy_user_attributions_batch AddPolicyUserAttributionsBatch
        [
            "Add many placement rules to an invitation policy." "add_policy_user_attributions_batch"
            "node" "node" "AddInvitationPolicyUserAttributionsBatchDto"
            "node=addPolicyUserAttributionsBatch" "" "IsSuccessRespDto" "IsSuccessDto" "-"
        ]
        (targets: Objects "targets", policy_id: Text "policyId")
        {};

    POST "/api/v3/set-invitation-policy-user-attribution-main-department" AccessKey set_user_attribution_main_department SetUserAttributionMainDepartment
        [
            "Set the main department for invited users." "set_user_attribution_main_department"
            "node" "node" "SetInvitationPolicyUserAttributionMainDepartmentDto"
            "node=setUserAttributionMainDepartment" "" "IsSuccessRespDto" "IsSuccessDto" "-"
        ]
        (policy_id: Text "policyId", department_id: Text "departmentId")
        {};

    POST "/api/v3/remove-invitation-policy-user-attribution-main-department" AccessKey remove_user_attribution_main_department RemoveUserAttributionMainDepartment
        [
            "Clear the main department for invited users." "remove_user_attribution_main_department"
            "node" "node" "RemoveInvitationPolicyUserAttributionMainDepartmentDto"
            "node=removeUserAttributionMainDepartment" "" "IsSuccessRespDto" "IsSuccessDto" "-"
        ]
        (policy_id: Text "policyId")
        {};

    GET "/api/v3/get-invitation-policy-user-attribution-main-department" AccessKey get_user_attribution_main_department GetUserAttributionMainDepartment
        [
            "Read the main department for invited users." "get_user_attribution_main_department"
            "node" "node" "" "node=getUserAttributionMainDepartment" ""
            "UserAttributionMainDepartmentRespDto" "list<UserAttributionMainDepartmentDto>" "array"
        ]
        (policy_id: Text "policyId")
        {with_department_detail: Flag "withDepartmentDetail"};

    POST "/api/v3/remove-invitation-policy-user-attribution" AccessKey remove_policy_user_attribution RemovePolicyUserAttribution
        [
            "Delete a placement rule of an invitation policy." "remove_policy_user_attribution"
            "node" "node" "RemoveInvitationPolicyUserAttributionDto"
            "node=removePolicyUserAttribution" "" "IsSuccessRespDto" "IsSuccessDto" "-"
        ]
        (
            target_type: Choice["department" "post" "role" "group"] "targetType",
            target_identifier: Text "targetIdentifier", policy_id: Text "policyId"
        )
        {namespace: Text "namespace"};

    POST "/api/v3/remove-invitation-policy-user-attributions-batch" AccessKey remove_policy_user_attributions_batch RemovePolicyUserAttributionsBatch
        [
            "Delete many placement rules of an invitation policy."
            "remove_policy_user_attributions_batch" "node" "node"
            "RemoveInvitationPolicyUserAttributionsBatchDto"
            "node=removePolicyUserAttributionsBatch" "" "IsSuccessRespDto" "IsSuccessDto" "-"
        ]
        (targets: Objects "targets", policy_id: Text "policyId")
        {};

    POST "/api/v3/get-invitation-policy-email-template" AccessKey get_invite_email_template GetInviteEmailTemplate
        [
            "Read an invitation policy's e-mail template." "get_invite_email_template" "node" "node"
            "EmailTemplateQueryDto" "node=getInviteEmailTemplate" "" "GetEmailTemplateRespDto"
            "EmailTemplateDto" "-"
        ]
        (scene: Choice["INVITE" "WELCOME"] "scene", policy_id: Text "policyId")
        {roster_id: Text "rosterId", template_type: Text "templateType"};

    POST "/api/v3/update-invitation-policy-email-template" AccessKey update_invite_email_template UpdateInviteEmailTemplate
        [
            "Change an invitation policy's e-mail template." "update_invite_email_template" "node"
            "node" "UpdateEmailTemplateDto" "node=updateInviteEmailTemplate" ""
            "GetEmailTemplateRespDto" "EmailTemplateDto" "-"
        ]
        (
            r#type: Choice["WELCOME_EMAIL" "FIRST_CREATED_USER" "REGISTER_VERIFY_CODE" "LOGIN_VERIFY_CODE" "MFA_VERIFY_CODE" "INFORMATION_COMPLETION_VERIFY_CODE" "FIRST_EMAIL_LOGIN_VERIFY" "CONSOLE_CONDUCTED_VERIFY" "USER_PASSWORD_UPDATE_REMIND" "ADMIN_RESET_USER_PASSWORD_NOTIFICATION" "USER_PASSWORD_RESET_NOTIFICATION" "RESET_PASSWORD_VERIFY_CODE" "SELF_UNLOCKING_VERIFY_CODE" "EMAIL_BIND_VERIFY_CODE" "EMAIL_UNBIND_VERIFY_CODE"] "type",
            customize_enabled: Flag "customizeEnabled", name: Text "name", subject: Text "subject",
            sender: Text "sender", content: Text "content"
        )
        {
            expires_in: Integer "expiresIn", redirect_to: Text "redirectTo",
            tpl_engine: Choice["handlebar" "ejs"] "tplEngine"
        };

    POST "/api/v3/list-invitation-rosters" AccessKey list_invitation_roster ListInvitationRoster
        [
            "List invitation rosters." "list_invitation_roster" "node" "node"
            "ListInvitationRosterDto" "node=listInvitationRoster" ""
            "InvitationRosterPaginationRespDto" "InvitationRosterPaginationDto" "list+totalCount"
        ]
        ()
        {
            page: Integer "page" / "from 1", limit: Integer "limit" / "entries a page, at most 50",
            keywords: Text "keywords", filter: Object "filter",
            with_creator_detail: Flag "withCreatorDetail", with_user_count: Flag "withUserCount",
            with_assigned_policy: Flag "withAssignedPolicy"
        };

    POST "/api/v3/list-invitation-rosters-by-policy-id" AccessKey list_invitation_rosters_by_policy_id ListInvitationRostersByPolicyId
        [
            "List rosters tied to an invitation policy." "list_invitation_rosters_by_policy_id"
            "node" "node" "ListInvitationRosterByPolicyIdDto" "node=listInvitationRostersByPolicyId"
            "" "InvitationRosterPaginationRespDto" "InvitationRosterPaginationDto" "list+totalCount"
        ]
        (policy_id: Text "policyId")
        {
            page: Integer "page" / "from 1", limit: Integer "limit" / "entries a page, at most 50",
            keywords: Text "keywords", filter: Object "filter",
            with_creator_detail: Flag "withCreatorDetail", with_user_count: Flag "withUserCount",
            with_assigned_policy: Flag "withAssignedPolicy"
        };

    POST "/api/v3/list-invitation-rosters-by-no-policy-id" AccessKey list_invitation_rosters_by_non_policy_id ListInvitationRostersByNonPolicyId
        [
            "List rosters not tied to an invitation policy."
            "list_invitation_rosters_by_non_policy_id" "node" "node" "ListInvitationRosterDto"
            "node=listInvitationRostersByNonPolicyId" "" "InvitationRosterPaginationRespDto"
            "InvitationRosterPaginationDto" "list+totalCount"
        ]
        ()
        {
            page: Integer "page" / "from 1", limit: Integer "limit" / "entries a page, at most 50",
            keywords: Text "keywords", filter: Object "filter",
            with_creator_detail: Flag "withCreatorDetail", with_user_count: Flag "withUserCount",
            with_assigned_policy: Flag "withAssignedPolicy"
        };

    GET "/api/v3/get-invitation-roster" AccessKey get_invitation_roster GetInvitationRoster
        [
            "Read one invitation roster." "get_invitation_roster" "node" "node" ""
            "node=getInvitationRoster" "" "InvitationRosterSingleRespDto" "InvitationRosterDto" "-"
        ]
        (roster_id: Text "rosterId")
        {
            with_creator_detail: Flag "withCreatorDetail", with_user_count: Flag "withUserCount",
            with_assigned_policy: Flag "withAssignedPolicy"
        };

    POST "/api/v3/create-invitation-roster" AccessKey create_invitation_roster CreateInvitationRoster
        [
            "Create an invitation roster." "create_invitation_roster" "node" "node"
            "CreateInvitationRosterDto" "node=createInvitationRoster" ""
            "InvitationRosterSingleRespDto" "InvitationRosterDto" "-"
        ]
        (name: Text "name")
        {};

    POST "/api/v3/update-invitation-roster-batch-bind-policy" AccessKey batch_bind_policy BatchBindPolicy
        [
            "Tie many rosters to an invitation policy." "batch_bind_policy" "node" "node"
            "BatchBindPolicy" "node=batchBindPolicy" "" "IsSuccessRespDto" "IsSuccessDto" "-"
        ]
        (roster_ids: Texts "rosterIds", policy_id: Text "policyId")
        {};

    POST "/api/v3/update-invitation-roster-batch-unbind-policy" AccessKey batch_unbind_policy BatchUnbindPolicy
        [
            "Untie many rosters from an invitation policy." "batch_unbind_policy" "node" "node"
            "BatchUnbindPolicy" "node=batchUnbindPolicy" "" "IsSuccessRespDto" "IsSuccessDto" "-"
        ]
        (roster_ids: Texts "rosterIds", policy_id: Text "policyId")
        {};

    POST "/api/v3/update-invitation-roster" AccessKey update_invitation_roster UpdateInvitationRoster
        [
            "Change an invitation roster." "update_invitation_roster" "node" "node"
            "UpdateInvitationRosterDto" "node=updateInvitationRoster" ""
            "InvitationRosterSingleRespDto" "InvitationRosterDto" "-"
        ]
        (roster_id: Text "rosterId")
        {name: Text "name", policy_id: Text "policyId"};

    POST "/api/v3/delete-invitation-roster" AccessKey delete_invitation_roster DeleteInvitationRoster
        [
            "Delete an invitation roster." "delete_invitation_roster" "node" "node"
            "DeleteInvitationRosterDto" "node=deleteInvitationRoster" "" "IsSuccessRespDto"
            "IsSuccessDto" "-"
        ]
        (id: Text "id")
        {};

    POST "/api/v3/delete-invitation-rosters-batch" AccessKey delete_invitation_roster_batch DeleteInvitationRosterBatch
        [
            "Delete many invitation rosters." "delete_invitation_roster_batch" "node" "node"
            "DeleteInvitationRosterBatchDto" "node=deleteInvitationRosterBatch" ""
            "IsSuccessRespDto" "IsSuccessDto" "-"
        ]
        (ids: Texts "ids")
        {};

    POST "/api/v3/send-roster-invitation" AccessKey send_roster_invitation SendRosterInvitation
        [
            "Send invitations to a roster." "send_roster_invitation" "node" "node"
            "SendRosterInvitationDto" "node=sendRosterInvitation" "" "IsSuccessRespDto"
            "IsSuccessDto" "-"
        ]
        (roster_id: Text "rosterId")
        {};

    POST "/api/v3/send-roster-invitation-batch" AccessKey send_roster_invitation_batch SendRosterInvitationBatch
        [
            "Send invitations to many rosters." "send_roster_invitation_batch" "node" "node"
            "SendRosterInvitationBatchDto" "node=sendRosterInvitationBatch" "" "IsSuccessRespDto"
            "IsSuccessDto" "-"
        ]
        (invitee_ids: Texts "inviteeIds", roster_id: Text "rosterId")
        {};

    POST "/api/v3/revert-roster-invitation" AccessKey revert_roster_invitation RevertRosterInvitation
        [
            "Take back a roster's invitation." "revert_roster_invitation" "node" "node"
            "RevertRosterInvitationDto" "node=revertRosterInvitation" "" "IsSuccessRespDto"
            "IsSuccessDto" "-"
        ]
        (invitee_id: Text "inviteeId", roster_id: Text "rosterId")
        {};

    POST "/api/v3/revert-roster-invitation-batch" AccessKey revert_roster_invitation_batch RevertRosterInvitationBatch
        [
            "Take back many rosters' invitations." "revert_roster_invitation_batch" "node" "node"
            "RevertRosterInvitationBatchDto" "node=revertRosterInvitationBatch" ""
            "IsSuccessRespDto" "IsSuccessDto" "-"
        ]
        (invitee_ids: Texts "inviteeIds")
        {};

    POST "/api/v3/quick-filter-invitees" AccessKey quick_filter_invitee_list QuickFilterInviteeList
        [
            "List invitees with ready-made filters." "quick_filter_invitee_list" "node" "node"
            "QuickFilterInvitationUserDto" "node=quickFilterInviteeList" ""
            "QuickFilterInviteePaginationRespDto" "QuickFilterInviteePaginationDto"
            "list+totalCount"
        ]
        ()
        {
            page: Integer "page" / "from 1", limit: Integer "limit" / "entries a page, at most 50",
            keywords: Text "keywords", filter: Object "filter"
        };

    POST "/api/v3/list-invitation-invitees" AccessKey filter_users FilterUsers
        [
            "Search invitees of a roster." "filter_users" "node" "node" "ListInvitationUserDto"
            "node=filterUsers" "" "InvitationUserPaginationRespDto" "InvitationUserPaginationDto"
            "list+totalCount"
        ]
        (roster_id: Text "rosterId")
        {
            page: Integer "page" / "from 1", limit: Integer "limit" / "entries a page, at most 50",
            keywords: Text "keywords", filter: Object "filter",
            with_creator_detail: Flag "withCreatorDetail"
        };

    POST "/api/v3/batch-delete-invitation-invitees" AccessKey delete_invitees DeleteInvitees
        [
            "Remove many invitees from a roster." "delete_invitees" "node" "node"
            "DeleteRosterUsersDto" "node=deleteInvitees" "" "IsSuccessRespDto" "IsSuccessDto" "-"
        ]
        (invitee_ids: Texts "inviteeIds", roster_id: Text "rosterId")
        {};

    GET "/api/v3/invitation-invitee/template" AccessKey import_template ImportTemplate
        [
            "Fetch the template for importing invitees." "import_template" "node" "node" ""
            "node=importTemplate" "" "GetImportExportTemplateRespDto" "ImportExportTemplateRespDto"
            "-"
        ];

    POST "/api/v3/invitation-invitee/upload" AccessKey upload Upload
        [
            "Upload a file of invitees." "upload" "node" "node" "" "node=upload"
            "sent in the query although POST: private" "GetImportExportTemplateRespDto"
            "ImportExportTemplateRespDto" "-"
        ]
        (private: FlagInQuery "private")
        {};

    POST "/api/v3/invitation-invitee/import" AccessKey import_users ImportUsers
        [
            "Import invitees into a roster." "import_users" "node" "node" "ImportUsersDto"
            "node=importUsers" "" "GetImportInviteeRespDto" "ImportInviteeDto" "-"
        ]
        (roster_id: Text "rosterId", file: Text "file")
        {};

    POST "/api/v3/invitation-invitee/export" AccessKey export_users ExportUsers
        [
            "Export a roster's invitees." "export_users" "node" "node" "ExportUsersDto"
            "node=exportUsers" "" "GetImportExportTemplateRespDto" "ImportExportTemplateRespDto" "-"
        ]
        (roster_id: Text "rosterId")
        {};
}
