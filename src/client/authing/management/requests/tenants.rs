//! Tenants.
//!
//! Written by `cargo xtask authing` from `endpoints.tsv`.

use crate::client::authing::management::{AsyncManagementClient, Management, ManagementClient};
use crate::client::authing::requests::requests;

requests! {
    Management, ManagementClient, AsyncManagementClient:

    POST "/api/v3/create-tenant" AccessKey create_tenant CreateTenant
        [
            "Create a tenant." "create_tenant" "py,node,java,go,cs" "node" "CreateTenantDto"
            "py=create_tenant;node=createTenant;java=createTenant;go=CreateTenant;cs=CreateTenant|CreateTenant1"
            "" "CreateTenantRespDto" "TenantDto" "-"
        ]
        (name: Text "name", app_ids: Texts "appIds")
        {
            logo: Texts "logo", description: Text "description", reject_hint: Text "rejectHint",
            source_app_id: Text "sourceAppId", enterprise_domains: Texts "enterpriseDomains",
            expire_time: Text "expireTime", mau_amount: Integer "mauAmount",
            member_amount: Integer "memberAmount", admin_amount: Integer "adminAmount"
        };

    POST "/api/v3/update-tenant" AccessKey update_tenant UpdateTenant
        [
            "Change a tenant." "update_tenant" "py,node,java,go,cs" "node" "UpdateTenantDto"
            "py=update_tenant;node=updateTenant;java=updateTenant;go=UpdateTenant;cs=UpdateTenant|UpdateTenant1"
            "" "IsSuccessRespDto" "IsSuccessDto" "-"
        ]
        (tenant_id: Text "tenantId")
        {
            name: Text "name", app_ids: Texts "appIds", logo: Texts "logo",
            description: Text "description", reject_hint: Text "rejectHint",
            source_app_id: Text "sourceAppId"
        };

    POST "/api/v3/delete-tenant" AccessKey delete_tenant DeleteTenant
        [
            "Delete a tenant." "delete_tenant" "py,node,java,go,cs" "node" "DeleteTenantDto"
            "py=delete_tenant;node=deleteTenant;java=deleteTenant;go=DeleteTenant;cs=DeleteTenant|DeleteTenant1"
            "" "IsSuccessRespDto" "IsSuccessDto" "-"
        ]
        (tenant_id: Text "tenantId")
        {};

    GET "/api/v3/list-tenants" AccessKey list_tenants ListTenants
        [
            "Search tenants." "list_tenants" "py,node,java,go,cs" "node" "ListTenantsDto"
            "py=list_tenants;node=listTenants;java=listTenants;go=ListTenants;cs=ListTenants|ListTenants1"
            "" "TenantListPaginatedRespDto" "TenantListPagingDto" "list+totalCount"
        ]
        ()
        {
            keywords: Text "keywords", with_members_count: Flag "withMembersCount",
            with_app_detail: Flag "withAppDetail", with_creator_detail: Flag "withCreatorDetail",
            with_source_app_detail: Flag "withSourceAppDetail", page: Text "page" / "from 1",
            limit: Text "limit" / "entries a page, at most 50", source: Any "source"
        };

    GET "/api/v3/get-tenant-little-info" AccessKey get_tenant_little_info GetTenantLittleInfo
        [
            "Read a tenant's short form." "get_tenant_little_info" "py,node,java,go,cs" "node"
            "GetTenantLittleInfoDto"
            "py=get_tenant_little_info;node=getTenantLittleInfo;java=getTenantLittleInfo;go=GetTenantLittleInfo;cs=GetTenantLittleInfo|GetTenantLittleInfo1"
            "" "TenantSingleRespDto" "TenantRespDto" "-"
        ]
        (tenant_id: Text "tenantId")
        {
            with_members_count: Flag "withMembersCount", with_app_detail: Flag "withAppDetail",
            with_creator_detail: Flag "withCreatorDetail",
            with_source_app_detail: Flag "withSourceAppDetail"
        };

    GET "/api/v3/get-tenant" AccessKey get_tenant GetTenant
        [
            "Read one tenant." "get_tenant" "py,node,java,go,cs" "node" "GetTenantDto"
            "py=get_tenant;node=getTenant;java=getTenant;go=GetTenant;cs=GetTenant|GetTenant1" ""
            "TenantSingleRespDto" "TenantRespDto" "-"
        ]
        (tenant_id: Text "tenantId")
        {
            with_members_count: Flag "withMembersCount", with_app_detail: Flag "withAppDetail",
            with_creator_detail: Flag "withCreatorDetail",
            with_source_app_detail: Flag "withSourceAppDetail"
        };

    POST "/api/v3/import-tenant" AccessKey import_tenant ImportTenant
        [
            "Import tenants from a spreadsheet." "import_tenant" "py,node,java,go,cs" "node"
            "ImportTenantDto"
            "py=import_tenant;node=importTenant;java=importTenant;go=ImportTenant;cs=ImportTenant"
            "" "ImportTenantRespDto" "ImportTenantDataDto" "-"
        ]
        (excel_url: Text "excelUrl")
        {};

    GET "/api/v3/import-tenant-history" AccessKey import_tenant_history ImportTenantHistory
        [
            "List past tenant imports." "import_tenant_history" "py,node,java,go,cs" "node"
            "ImportTenantHistoryDto"
            "py=import_tenant_history;node=importTenantHistory;java=importTenantHistory;go=ImportTenantHistory;cs=ImportTenantHistory"
            "" "ImportTenantHistoryRespDto" "ImportTenantHistoryDataDto" "list+totalCount"
        ]
        ()
        {page: Text "page" / "from 1", limit: Text "limit" / "entries a page, at most 50"};

    GET "/api/v3/import-tenant-notify-user" AccessKey import_tenant_notify_user ImportTenantNotifyUser
        [
            "List users to notify after a tenant import." "import_tenant_notify_user"
            "py,node,java,go,cs" "node" "ImportTenantNotifyUserDto"
            "py=import_tenant_notify_user;node=importTenantNotifyUser;java=importTenantNotifyUser;go=ImportTenantNotifyUser;cs=ImportTenantNotifyUser"
            "" "ImportTenantNotifyUserRespDto" "ImportTenantNotifyUseDataDto" "list+totalCount"
        ]
        (import_id: Text "importId")
        {page: Text "page" / "from 1", limit: Text "limit" / "entries a page, at most 50"};

    POST "/api/v3/send-email-batch" AccessKey send_email_batch SendEmailBatch
        [
            "E-mail many users after a tenant import." "send_email_batch" "py,node,java,go,cs"
            "node" "SendManyTenantEmailDto"
            "py=send_email_batch;node=sendEmailBatch;java=sendEmailBatch;go=SendEmailBatch;cs=SendEmailBatch"
            "" "SendEmailBatchDataDto" "flat" "-"
        ]
        (admin_name: Text "adminName", import_id: Integer "importId", users: Objects "users")
        {};

    POST "/api/v3/send-sms-batch" AccessKey send_sms_batch SendSmsBatch
        [
            "Text many users after a tenant import." "send_sms_batch" "py,node,java,go,cs" "node"
            "SendManyTenantSmsDto"
            "py=send_sms_batch;node=sendSmsBatch;java=sendSmsBatch;go=SendSmsBatch;cs=SendSmsBatch"
            "" "SendSmsBatchRespDto" "SendSmsBatchDataDto" "-"
        ]
        (admin_name: Text "adminName", import_id: Integer "importId", users: Objects "users")
        {};

    POST "/api/v3/list-tenant-admin" AccessKey list_tenant_admin ListTenantAdmin
        [
            "List tenant administrators." "list_tenant_admin" "py,node,java,go,cs" "node"
            "ListTenantAdminDto"
            "py=list_tenant_admin;node=listTenantAdmin;java=listTenantAdmin;go=ListTenantAdmin;cs=ListTenantAdmin|ListTenantAdmin1"
            "" "TenantUserListPaginatedRespDto" "TenantUserListPagingDto" "list+totalCount"
        ]
        (tenant_id: Text "tenantId")
        {
            keywords: Text "keywords", page: Text "page" / "from 1",
            limit: Text "limit" / "entries a page, at most 50"
        };

    POST "/api/v3/set-tenant-admin" AccessKey set_tenant_admin SetTenantAdmin
        [
            "Appoint a tenant administrator." "set_tenant_admin" "py,node,java,go,cs" "node"
            "RemoveTenantUsersDto"
            "py=set_tenant_admin;node=setTenantAdmin;java=setTenantAdmin;go=SetTenantAdmin;cs=SetTenantAdmin|SetTenantAdmin1"
            "" "CommonResponseDto" "none" "-"
        ]
        (tenant_id: Text "tenantId")
        {link_user_ids: Texts "linkUserIds", member_ids: Texts "memberIds"};

    POST "/api/v3/delete-tenant-admin" AccessKey delete_tenant_admin DeleteTenantAdmin
        [
            "Dismiss a tenant administrator." "delete_tenant_admin" "py,node,java,go,cs" "java"
            "GetTenantUserDto"
            "py=delete_tenant_admin;node=deleteTenantAdmin;java=deleteTenantAdmin;go=DeleteTenantAdmin;cs=DeleteTenantAdmin|DeleteTenantAdmin1"
            "" "CommonResponseDto" "none" "-"
        ]
        ()
        {tenant_id: Text "tenantId", link_user_id: Text "linkUserId", member_id: Text "memberId"};

    POST "/api/v3/delete-tenant-user" AccessKey delete_tenant_user DeleteTenantUser
        [
            "Remove users from a tenant (deletion form)." "delete_tenant_user" "py,node,java,go,cs"
            "node" "RemoveTenantUsersDto"
            "py=delete_tenant_user;node=deleteTenantUser;java=deleteTenantUser;go=DeleteTenantUser;cs=DeleteTenantUser"
            "" "CommonResponseDto" "none" "-"
        ]
        (tenant_id: Text "tenantId")
        {link_user_ids: Texts "linkUserIds", member_ids: Texts "memberIds"};

    POST "/api/v3/generate-invite-tenant-user-link" AccessKey generate_invite_tenant_user_link GenerateInviteTenantUserLink
        [
            "Create links inviting users into a tenant." "generate_invite_tenant_user_link"
            "py,node,java,go,cs" "node" "GenerateInviteTenantUserLink"
            "py=generate_invite_tenant_user_link;node=generateInviteTenantUserLink;java=generateInviteTenantUserLink;go=GenerateInviteTenantUserLink;cs=GenerateInviteTenantUserLink"
            "" "InviteTenantUsersRespDto" "InviteTenantUsersDto" "list"
        ]
        (validity_term: Text "validityTerm", emails: Texts "emails", app_id: Text "appId")
        {tenant_id: Text "tenantId"};

    GET "/api/v3/list-invite-tenant-user-records" AccessKey list_invite_tennat_user_records ListInviteTennatUserRecords
        [
            "List records of tenant invitations." "list_invite_tennat_user_records"
            "py,node,java,go,cs" "node" "ListInviteTenantUserRecordsDto"
            "py=list_invite_tennat_user_records;node=listInviteTennatUserRecords;java=listInviteTennatUserRecords;go=ListInviteTennatUserRecords;cs=ListInviteTennatUserRecords"
            "" "InviteTenantUserRecordListRespDto" "InviteTenantUserRecordListDto" "list+totalCount"
        ]
        (
            keywords: Text "keywords", page: Text "page" / "from 1",
            limit: Text "limit" / "entries a page, at most 50"
        )
        {};

    GET "/api/v3/list-multiple-tenant-admins" AccessKey list_multiple_tenant_admin ListMultipleTenantAdmin
        [
            "List administrators of several tenants." "list_multiple_tenant_admin"
            "py,node,java,go,cs" "node" "ListMultipleTenantAdminsDto"
            "py=list_multiple_tenant_admin;node=listMultipleTenantAdmin;java=listMultipleTenantAdmin;go=ListMultipleTenantAdmin;cs=ListMultipleTenantAdmin"
            "" "MultipleTenantAdminPaginatedRespDto" "MultipleTenantAdminListPagingDto"
            "list+totalCount"
        ]
        ()
        {
            keywords: Text "keywords", page: Text "page" / "from 1",
            limit: Text "limit" / "entries a page, at most 50"
        };

    POST "/api/v3/create-multiple-tenant-admin" AccessKey create_multiple_tenant_admin CreateMultipleTenantAdmin
        [
            "Create an administrator of several tenants." "create_multiple_tenant_admin"
            "py,node,java,go,cs" "node" "CreateMultipleTenantAdminDto"
            "py=create_multiple_tenant_admin;node=createMultipleTenantAdmin;java=createMultipleTenantAdmin;go=CreateMultipleTenantAdmin;cs=CreateMultipleTenantAdmin"
            "" "CommonResponseDto" "none" "-"
        ]
        (tenant_ids: Texts "tenantIds", user_id: Text "userId")
        {
            api_authorized: Flag "apiAuthorized",
            send_phone_notification: Flag "sendPhoneNotification",
            send_email_notification: Flag "sendEmailNotification"
        };

    GET "/api/v3/get-multiple-tenant-admin" AccessKey get_multiple_tenant_admin GetMultipleTenantAdmin
        [
            "Read an administrator of several tenants." "get_multiple_tenant_admin"
            "py,node,java,go,cs" "node" "GetMultipleTenantAdminDto"
            "py=get_multiple_tenant_admin;node=getMultipleTenantAdmin;java=getMultipleTenantAdmin;go=GetMultipleTenantAdmin;cs=GetMultipleTenantAdmin"
            "" "MultipleTenantAdminPaginatedRespDto" "MultipleTenantAdminListPagingDto"
            "list+totalCount"
        ]
        (user_id: Text "userId")
        {};

    GET "/api/v3/list-tenant-cooperators" AccessKey list_tenant_cooperators ListTenantCooperators
        [
            "List tenant co-administrators." "list_tenant_cooperators" "py,node,java,go,cs" "node"
            "ListTenantCooperatorsDto"
            "py=list_tenant_cooperators;node=listTenantCooperators;java=listTenantCooperators;go=ListTenantCooperators;cs=ListTenantCooperators"
            "" "TenantCooperatorPaginatedRespDto" "TenantCooperatorListPagingDto" "list+totalCount"
        ]
        ()
        {
            keywords: Text "keywords", external: Flag "external", page: Text "page" / "from 1",
            limit: Text "limit" / "entries a page, at most 50"
        };

    GET "/api/v3/get-tenant-cooperator" AccessKey get_tenant_cooperator GetTenantCooperator
        [
            "Read one tenant co-administrator." "get_tenant_cooperator" "py,node,java,go,cs" "node"
            "GetTenantCooperatorDto"
            "py=get_tenant_cooperator;node=getTenantCooperator;java=getTenantCooperator;go=GetTenantCooperator;cs=GetTenantCooperator"
            "" "TenantCooperatorSingleRespDto" "TenantCooperatorSingleDto" "list"
        ]
        (user_id: Text "userId")
        {};

    GET "/api/v3/get-tenant-cooperator-menu" AccessKey get_tenant_cooperator_menu GetTenantCooperatorMenu
        [
            "Read the menus open to a tenant co-administrator." "get_tenant_cooperator_menu"
            "py,node,java,go,cs" "node" "GetTenantCooperatorMenuDto"
            "py=get_tenant_cooperator_menu;node=getTenantCooperatorMenu;java=getTenantCooperatorMenu;go=GetTenantCooperatorMenu;cs=GetTenantCooperatorMenu"
            "" "TenantCooperatorSingleRespDto" "TenantCooperatorSingleDto" "list"
        ]
        (user_id: Text "userId")
        {};

    POST "/api/v3/create-tenant-cooperator" AccessKey create_tenant_cooperator CreateTenantCooperator
        [
            "Create a tenant co-administrator." "create_tenant_cooperator" "py,node,java,go,cs"
            "node" "CreateTenantCooperatorDto"
            "py=create_tenant_cooperator;node=createTenantCooperator;java=createTenantCooperator;go=CreateTenantCooperator;cs=CreateTenantCooperator"
            "" "CommonResponseDto" "none" "-"
        ]
        (policies: Texts "policies", user_id: Text "userId")
        {
            api_authorized: Flag "apiAuthorized",
            send_phone_notification: Flag "sendPhoneNotification",
            send_email_notification: Flag "sendEmailNotification"
        };

    GET "/api/v3/get-tenant-by-code" AccessKey get_tenant_by_code GetTenantByCode
        [
            "Read a tenant by its code." "get_tenant_by_code" "py,node,java,go,cs" "node"
            "GetTenantByCodeDto"
            "py=get_tenant_by_code;node=getTenantByCode;java=getTenantByCode;go=GetTenantByCode;cs=GetTenantByCode|GetTenantByCode1"
            "" "TenantSingleRespDto" "TenantRespDto" "-"
        ]
        (code: Text "code")
        {};

    POST "/api/v3/send-invite-tenant-user-email" AccessKey send_invite_tenant_user_email SendInviteTenantUserEmail
        [
            "E-mail an invitation to join a tenant." "send_invite_tenant_user_email"
            "py,node,java,go,cs" "node" "SendInviteTenantUserEmailDto"
            "py=send_invite_tenant_user_email;node=sendInviteTenantUserEmail;java=sendInviteTenantUserEmail;go=SendInviteTenantUserEmail;cs=SendInviteTenantUserEmail"
            "" "IsSuccessRespDto" "IsSuccessDto" "-"
        ];

    POST "/api/v3/add-tenant-users" AccessKey add_tenant_users AddTenantUsers
        [
            "Add users to a tenant." "add_tenant_users" "py,node,java,go,cs" "node"
            "AddTenantUsersDto"
            "py=add_tenant_users;node=addTenantUsers;java=addTenantUsers;go=AddTenantUsers;cs=AddTenantUsers"
            "" "IsSuccessRespDto" "IsSuccessDto" "-"
        ]
        (link_user_ids: Texts "linkUserIds", tenant_id: Text "tenantId")
        {};

    POST "/api/v3/remove-tenant-users" AccessKey remove_tenant_users RemoveTenantUsers
        [
            "Remove users from a tenant." "remove_tenant_users" "py,node,java,go,cs" "node"
            "RemoveTenantUsersDto"
            "py=remove_tenant_users;node=removeTenantUsers;java=removeTenantUsers;go=RemoveTenantUsers;cs=RemoveTenantUsers"
            "" "IsSuccessRespDto" "IsSuccessDto" "-"
        ]
        (tenant_id: Text "tenantId")
        {link_user_ids: Texts "linkUserIds", member_ids: Texts "memberIds"};

    POST "/api/v3/update-tenant-user" AccessKey update_tenant_user UpdateTenantUser
        [
            "Change a tenant member." "update_tenant_user" "py,node,java,go,cs" "py+node"
            "UpdateTenantUserDto"
            "py=update_tenant_user;node=updateTenantUser;java=updateTenantUser;go=UpdateTenantUser;cs=UpdateTenantUser"
            "" "IsSuccessRespDto" "IsSuccessDto" "-"
        ]
        (updates: Object "updates", tenant_id: Text "tenantId")
        {link_user_id: Text "linkUserId", member_id: Text "memberId"};

    POST "/api/v3/create-tenant-user" AccessKey create_tenant_user CreateTenantUser
        [
            "Create a tenant member." "create_tenant_user" "py,node,java,go,cs" "node"
            "CreateTenantUserReqDto"
            "py=create_tenant_user;node=createTenantUser;java=createTenantUser;go=CreateTenantUser;cs=CreateTenantUser"
            "" "TenantUserRespDto" "TenantUserDto" "-"
        ]
        (tenant_id: Text "tenantId", gender: Choice["M" "F" "U" "W"] "gender")
        {
            email: Text "email", phone: Text "phone",
            phone_country_code: Text "phoneCountryCode" / "with the plus sign, such as +86",
            username: Text "username", name: Text "name", nickname: Text "nickname",
            photo: Text "photo", birthdate: Text "birthdate", country: Text "country",
            province: Text "province", city: Text "city", address: Text "address",
            street_address: Text "streetAddress", postal_code: Text "postalCode",
            given_name: Text "givenName", family_name: Text "familyName",
            middle_name: Text "middleName", preferred_username: Text "preferredUsername",
            password: Text "password" / "in clear unless the encryption is said: `PasswordKey` encrypts",
            salt: Text "salt", options: Object "options"
        };

    POST "/api/v3/list-tenant-users" AccessKey list_tenant_users ListTenantUsers
        [
            "Search tenant members." "list_tenant_users" "py,node,java,go,cs" "node"
            "ListTenantUserDto"
            "py=list_tenant_users;node=listTenantUsers;java=listTenantUsers;go=ListTenantUsers;cs=ListTenantUsers"
            "" "TenantUserListPaginatedRespDto" "TenantUserListPagingDto" "list+totalCount"
        ]
        (tenant_id: Text "tenantId")
        {keywords: Text "keywords", options: Object "options"};

    GET "/api/v3/get-tenant-user" AccessKey get_tenant_user GetTenantUser
        [
            "Read one tenant member." "get_tenant_user" "py,node,java,go,cs" "node"
            "GetTenantUserDto"
            "py=get_tenant_user;node=getTenantUser;java=getTenantUser;go=GetTenantUser;cs=GetTenantUser"
            "" "TenantUserSingleRespDto" "TenantUserDto" "-"
        ]
        (tenant_id: Text "tenantId")
        {link_user_id: Text "linkUserId", member_id: Text "memberId"};

    POST "/api/v3/add-tenant-department-members" AccessKey add_tenant_department_members AddTenantDepartmentMembers
        [
            "Add members to a tenant's department." "add_tenant_department_members"
            "py,node,java,go,cs" "node" "AddTenantDepartmentMembersReqDto"
            "py=add_tenant_department_members;node=addTenantDepartmentMembers;java=addTenantDepartmentMembers;go=AddTenantDepartmentMembers;cs=AddTenantDepartmentMembers"
            "" "IsSuccessRespDto" "IsSuccessDto" "-"
        ]
        (organization_code: Text "organizationCode", department_id: Text "departmentId")
        {
            department_id_type: Choice["department_id" "open_department_id" "sync_relation" "custom_field" "code"] "departmentIdType" / "what `departmentId` is; by default `department_id`",
            link_user_ids: Texts "linkUserIds", member_ids: Texts "memberIds",
            tenant_id: Text "tenantId"
        };

    POST "/api/v3/remove-tenant-department-members" AccessKey remove_tenant_department_members RemoveTenantDepartmentMembers
        [
            "Remove members from a tenant's department." "remove_tenant_department_members"
            "py,node,java,go,cs" "node" "RemoveTenantDepartmentMembersReqDto"
            "py=remove_tenant_department_members;node=removeTenantDepartmentMembers;java=removeTenantDepartmentMembers;go=RemoveTenantDepartmentMembers;cs=RemoveTenantDepartmentMembers"
            "" "IsSuccessRespDto" "IsSuccessDto" "-"
        ]
        (organization_code: Text "organizationCode", department_id: Text "departmentId")
        {
            department_id_type: Choice["department_id" "open_department_id" "sync_relation" "custom_field" "code"] "departmentIdType" / "what `departmentId` is; by default `department_id`",
            link_user_ids: Texts "linkUserIds", member_ids: Texts "memberIds",
            tenant_id: Text "tenantId"
        };

    POST "/api/v3/create-tenant-enterprise-certification" AccessKey create_tenant_enterprise_certification CreateTenantEnterpriseCertification
        [
            "Create a tenant's company certification." "create_tenant_enterprise_certification"
            "node" "node" "CreateTenantEnterpriseCertificationBodyDto"
            "node=createTenantEnterpriseCertification" "" "IsSuccessRespDto" "IsSuccessDto" "-"
        ]
        (
            business_name: Text "businessName", business_license: Text "businessLicense",
            business_registration_name: Text "businessRegistrationName",
            unified_social_credit: Text "unifiedSocialCredit",
            legal_representative_name: Text "legalRepresentativeName",
            national_identification_number: Text "nationalIdentificationNumber",
            personal_bank_card_number: Text "personalBankCardNumber",
            bank_reserved_phone: Text "bankReservedPhone", tenant_id: Text "tenantId"
        )
        {};

    POST "/api/v3/update-tenant-enterprise-certification" AccessKey update_tenant_enterprise_certification UpdateTenantEnterpriseCertification
        [
            "Change a tenant's company certification." "update_tenant_enterprise_certification"
            "node" "node" "CreateTenantEnterpriseCertificationBodyDto"
            "node=updateTenantEnterpriseCertification" "" "IsSuccessRespDto" "IsSuccessDto" "-"
        ]
        (
            business_name: Text "businessName", business_license: Text "businessLicense",
            business_registration_name: Text "businessRegistrationName",
            unified_social_credit: Text "unifiedSocialCredit",
            legal_representative_name: Text "legalRepresentativeName",
            national_identification_number: Text "nationalIdentificationNumber",
            personal_bank_card_number: Text "personalBankCardNumber",
            bank_reserved_phone: Text "bankReservedPhone", tenant_id: Text "tenantId"
        )
        {};

    POST "/api/v3/review-tenant-enterprise-certification" AccessKey review_tenant_enterprise_certification ReviewTenantEnterpriseCertification
        [
            "Approve or refuse a tenant's company certification."
            "review_tenant_enterprise_certification" "node" "node"
            "ReviewTenantEnterpriseCertificationBodyDto" "node=reviewTenantEnterpriseCertification"
            "" "IsSuccessRespDto" "IsSuccessDto" "-"
        ]
        (
            tenant_id: Text "tenantId",
            enterprise_certification_status: Choice["not_submit" "reviewing" "pass" "-1"] "enterpriseCertificationStatus",
            review_reason: Text "reviewReason"
        )
        {};

    GET "/api/v3/get-tenant-enterprise-certification" AccessKey get_tenant_enterprise_certification GetTenantEnterpriseCertification
        [
            "Read a tenant's company certification." "get_tenant_enterprise_certification" "node"
            "node" "" "node=getTenantEnterpriseCertification" ""
            "TenantEnterpriseCertificationRespDto" "flat" "-"
        ]
        (tenant_id: Text "tenant_id")
        {};

    POST "/api/v3/update-multiple-tenant-admin" AccessKey update_multiple_tenant_admin UpdateMultipleTenantAdmin
        [
            "Change an administrator of several tenants." "update_multiple_tenant_admin" "go" "go"
            "UpdateMultipleTenantAdminDto" "go=UpdateMultipleTenantAdmin" "" "CommonResponseDto"
            "none" "-"
        ]
        (tenant_ids: Texts "tenantIds")
        {api_authorized: Flag "apiAuthorized"};

    POST "/api/v3/delete-multiple-tenant-admin" AccessKey delete_multiple_tenant_admin DeleteMultipleTenantAdmin
        [
            "Dismiss an administrator of several tenants." "delete_multiple_tenant_admin" "go" "go"
            "DeleteMultipleTenantAdminBodyDto" "go=DeleteMultipleTenantAdmin" "" "CommonResponseDto"
            "none" "-"
        ]
        (user_id: Text "userId")
        {};

    POST "/api/v3/update-tenant-cooperator" AccessKey update_tenant_cooperator UpdateTenantCooperator
        [
            "Change a tenant co-administrator." "update_tenant_cooperator" "go" "go"
            "UpdateTenantCooperatorDto" "go=UpdateTenantCooperator" "" "CommonResponseDto" "none"
            "-"
        ]
        (api_authorized: Flag "apiAuthorized", policies: Texts "policies")
        {};

    POST "/api/v3/delete-tenant-cooperator" AccessKey delete_tenant_cooperator DeleteTenantCooperator
        [
            "Dismiss a tenant co-administrator." "delete_tenant_cooperator" "go" "go"
            "DeleteTenantCooperatorBodyDto" "go=DeleteTenantCooperator" "" "CommonResponseDto"
            "none" "-"
        ]
        (user_id: Text "userId")
        {};
}
