//! Tenants.
//!
//! Written by `cargo xtask authing` from `endpoints.tsv`.

use crate::client::authing::management::{AsyncManagementClient, Management, ManagementClient};
use crate::client::authing::requests::requests;

requests! {
    Management, ManagementClient, AsyncManagementClient:

    POST "/api/v3/create-tenant" AccessKey create_tenant CreateTenant
        (name: Text "name", app_ids: List "appIds")
        {
            logo: List "logo", description: Text "description", reject_hint: Text "rejectHint",
            source_app_id: Text "sourceAppId", enterprise_domains: List "enterpriseDomains",
            expire_time: Text "expireTime", mau_amount: Integer "mauAmount",
            member_amount: Integer "memberAmount", admin_amount: Integer "adminAmount"
        };

    POST "/api/v3/update-tenant" AccessKey update_tenant UpdateTenant
        (tenant_id: Text "tenantId")
        {
            name: Text "name", app_ids: List "appIds", logo: List "logo",
            description: Text "description", reject_hint: Text "rejectHint",
            source_app_id: Text "sourceAppId"
        };

    POST "/api/v3/delete-tenant" AccessKey delete_tenant DeleteTenant
        (tenant_id: Text "tenantId")
        {};

    GET "/api/v3/list-tenants" AccessKey list_tenants ListTenants
        ()
        {
            keywords: Text "keywords", with_members_count: Flag "withMembersCount",
            with_app_detail: Flag "withAppDetail", with_creator_detail: Flag "withCreatorDetail",
            with_source_app_detail: Flag "withSourceAppDetail", page: Text "page",
            limit: Text "limit", source: Any "source"
        };

    GET "/api/v3/get-tenant-little-info" AccessKey get_tenant_little_info GetTenantLittleInfo
        (tenant_id: Text "tenantId")
        {
            with_members_count: Flag "withMembersCount", with_app_detail: Flag "withAppDetail",
            with_creator_detail: Flag "withCreatorDetail",
            with_source_app_detail: Flag "withSourceAppDetail"
        };

    GET "/api/v3/get-tenant" AccessKey get_tenant GetTenant
        (tenant_id: Text "tenantId")
        {
            with_members_count: Flag "withMembersCount", with_app_detail: Flag "withAppDetail",
            with_creator_detail: Flag "withCreatorDetail",
            with_source_app_detail: Flag "withSourceAppDetail"
        };

    POST "/api/v3/import-tenant" AccessKey import_tenant ImportTenant
        (excel_url: Text "excelUrl")
        {};

    GET "/api/v3/import-tenant-history" AccessKey import_tenant_history ImportTenantHistory
        ()
        {page: Text "page", limit: Text "limit"};

    GET "/api/v3/import-tenant-notify-user" AccessKey import_tenant_notify_user ImportTenantNotifyUser
        (import_id: Text "importId")
        {page: Text "page", limit: Text "limit"};

    POST "/api/v3/send-email-batch" AccessKey send_email_batch SendEmailBatch
        (admin_name: Text "adminName", import_id: Integer "importId", users: List "users")
        {};

    POST "/api/v3/send-sms-batch" AccessKey send_sms_batch SendSmsBatch
        (admin_name: Text "adminName", import_id: Integer "importId", users: List "users")
        {};

    POST "/api/v3/list-tenant-admin" AccessKey list_tenant_admin ListTenantAdmin
        (tenant_id: Text "tenantId")
        {keywords: Text "keywords", page: Text "page", limit: Text "limit"};

    POST "/api/v3/set-tenant-admin" AccessKey set_tenant_admin SetTenantAdmin
        (tenant_id: Text "tenantId")
        {link_user_ids: List "linkUserIds", member_ids: List "memberIds"};

    POST "/api/v3/delete-tenant-admin" AccessKey delete_tenant_admin DeleteTenantAdmin
        (tenant_id: Text "tenantId")
        {link_user_id: Text "linkUserId", member_id: Text "memberId"};

    POST "/api/v3/delete-tenant-user" AccessKey delete_tenant_user DeleteTenantUser
        (tenant_id: Text "tenantId")
        {link_user_ids: List "linkUserIds", member_ids: List "memberIds"};

    POST "/api/v3/generate-invite-tenant-user-link" AccessKey generate_invite_tenant_user_link GenerateInviteTenantUserLink
        (validity_term: Text "validityTerm", emails: List "emails", app_id: Text "appId")
        {tenant_id: Text "tenantId"};

    GET "/api/v3/list-invite-tenant-user-records" AccessKey list_invite_tennat_user_records ListInviteTennatUserRecords
        (keywords: Text "keywords", page: Text "page", limit: Text "limit")
        {};

    GET "/api/v3/list-multiple-tenant-admins" AccessKey list_multiple_tenant_admin ListMultipleTenantAdmin
        ()
        {keywords: Text "keywords", page: Text "page", limit: Text "limit"};

    POST "/api/v3/create-multiple-tenant-admin" AccessKey create_multiple_tenant_admin CreateMultipleTenantAdmin
        (tenant_ids: List "tenantIds", user_id: Text "userId")
        {
            api_authorized: Flag "apiAuthorized",
            send_phone_notification: Flag "sendPhoneNotification",
            send_email_notification: Flag "sendEmailNotification"
        };

    GET "/api/v3/get-multiple-tenant-admin" AccessKey get_multiple_tenant_admin GetMultipleTenantAdmin
        (user_id: Text "userId")
        {};

    GET "/api/v3/list-tenant-cooperators" AccessKey list_tenant_cooperators ListTenantCooperators
        ()
        {
            keywords: Text "keywords", external: Flag "external", page: Text "page",
            limit: Text "limit"
        };

    GET "/api/v3/get-tenant-cooperator" AccessKey get_tenant_cooperator GetTenantCooperator
        (user_id: Text "userId")
        {};

    GET "/api/v3/get-tenant-cooperator-menu" AccessKey get_tenant_cooperator_menu GetTenantCooperatorMenu
        (user_id: Text "userId")
        {};

    POST "/api/v3/create-tenant-cooperator" AccessKey create_tenant_cooperator CreateTenantCooperator
        (policies: List "policies", user_id: Text "userId")
        {
            api_authorized: Flag "apiAuthorized",
            send_phone_notification: Flag "sendPhoneNotification",
            send_email_notification: Flag "sendEmailNotification"
        };

    GET "/api/v3/get-tenant-by-code" AccessKey get_tenant_by_code GetTenantByCode
        (code: Text "code")
        {};

    POST "/api/v3/send-invite-tenant-user-email" AccessKey send_invite_tenant_user_email SendInviteTenantUserEmail;

    POST "/api/v3/add-tenant-users" AccessKey add_tenant_users AddTenantUsers
        (link_user_ids: List "linkUserIds", tenant_id: Text "tenantId")
        {};

    POST "/api/v3/remove-tenant-users" AccessKey remove_tenant_users RemoveTenantUsers
        (tenant_id: Text "tenantId")
        {link_user_ids: List "linkUserIds", member_ids: List "memberIds"};

    POST "/api/v3/update-tenant-user" AccessKey update_tenant_user UpdateTenantUser
        (updates: Object "updates", tenant_id: Text "tenantId")
        {link_user_id: Text "linkUserId", member_id: Text "memberId"};

    POST "/api/v3/create-tenant-user" AccessKey create_tenant_user CreateTenantUser
        (tenant_id: Text "tenantId", gender: Text "gender")
        {
            email: Text "email", phone: Text "phone", phone_country_code: Text "phoneCountryCode",
            username: Text "username", name: Text "name", nickname: Text "nickname",
            photo: Text "photo", birthdate: Text "birthdate", country: Text "country",
            province: Text "province", city: Text "city", address: Text "address",
            street_address: Text "streetAddress", postal_code: Text "postalCode",
            given_name: Text "givenName", family_name: Text "familyName",
            middle_name: Text "middleName", preferred_username: Text "preferredUsername",
            password: Text "password", salt: Text "salt", options: Object "options"
        };

    POST "/api/v3/list-tenant-users" AccessKey list_tenant_users ListTenantUsers
        (tenant_id: Text "tenantId")
        {keywords: Text "keywords", options: Object "options"};

    GET "/api/v3/get-tenant-user" AccessKey get_tenant_user GetTenantUser
        (tenant_id: Text "tenantId")
        {link_user_id: Text "linkUserId", member_id: Text "memberId"};

    POST "/api/v3/add-tenant-department-members" AccessKey add_tenant_department_members AddTenantDepartmentMembers
        (organization_code: Text "organizationCode", department_id: Text "departmentId")
        {
            department_id_type: Text "departmentIdType", link_user_ids: List "linkUserIds",
            member_ids: List "memberIds", tenant_id: Text "tenantId"
        };

    POST "/api/v3/remove-tenant-department-members" AccessKey remove_tenant_department_members RemoveTenantDepartmentMembers
        (organization_code: Text "organizationCode", department_id: Text "departmentId")
        {
            department_id_type: Text "departmentIdType", link_user_ids: List "linkUserIds",
            member_ids: List "memberIds", tenant_id: Text "tenantId"
        };
}
