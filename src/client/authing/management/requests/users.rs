//! Users.
//!
//! Written by `cargo xtask authing` from `endpoints.tsv`.

use crate::client::authing::management::{AsyncManagementClient, Management, ManagementClient};
use crate::client::authing::requests::requests;

requests! {
    Management, ManagementClient, AsyncManagementClient:

    POST "/api/v3/list-users" AccessKey list_users ListUsers
        ()
        {
            keywords: Text "keywords", advanced_filter: List "advancedFilter",
            search_query: Object "searchQuery", options: Object "options"
        };

    GET "/api/v3/list-users" AccessKey list_users_legacy ListUsersLegacy
        ()
        {
            page: Integer "page", limit: Integer "limit", status: Text "status",
            updated_at_start: Integer "updatedAtStart", updated_at_end: Integer "updatedAtEnd",
            with_custom_data: Flag "withCustomData", with_post: Flag "withPost",
            with_identities: Flag "withIdentities", with_department_ids: Flag "withDepartmentIds"
        };

    GET "/api/v3/get-user" AccessKey get_user GetUser
        (user_id: Text "userId")
        {
            user_id_type: Text "userIdType", flat_custom_data: Flag "flatCustomData",
            with_custom_data: Flag "withCustomData", with_post: Flag "withPost",
            with_identities: Flag "withIdentities", with_department_ids: Flag "withDepartmentIds"
        };

    GET "/api/v3/get-user-batch" AccessKey get_user_batch GetUserBatch
        (user_ids: Texts "userIds")
        {
            user_id_type: Text "userIdType", with_custom_data: Flag "withCustomData",
            flat_custom_data: Flag "flatCustomData", with_identities: Flag "withIdentities",
            with_department_ids: Flag "withDepartmentIds"
        };

    POST "/api/v3/users/field/decrypt" AccessKey user_field_decrypt UserFieldDecrypt
        (data: List "data", private_key: Text "privateKey")
        {};

    POST "/api/v3/create-user" AccessKey create_user CreateUser
        ()
        {
            status: Text "status", email: Text "email", phone: Text "phone",
            phone_country_code: Text "phoneCountryCode", username: Text "username",
            external_id: Text "externalId", name: Text "name", nickname: Text "nickname",
            photo: Text "photo", gender: Text "gender", email_verified: Flag "emailVerified",
            phone_verified: Flag "phoneVerified", birthdate: Text "birthdate",
            country: Text "country", province: Text "province", city: Text "city",
            address: Text "address", street_address: Text "streetAddress",
            postal_code: Text "postalCode", company: Text "company", browser: Text "browser",
            device: Text "device", given_name: Text "givenName", family_name: Text "familyName",
            middle_name: Text "middleName", profile: Text "profile",
            preferred_username: Text "preferredUsername", website: Text "website",
            zoneinfo: Text "zoneinfo", locale: Text "locale", formatted: Text "formatted",
            region: Text "region", password: Text "password", salt: Text "salt",
            tenant_ids: List "tenantIds", otp: Object "otp", department_ids: List "departmentIds",
            custom_data: Object "customData", metadata_source: Object "metadataSource",
            identities: List "identities", identity_number: Text "identityNumber",
            options: Object "options"
        };

    POST "/api/v3/create-users-batch" AccessKey create_users_batch CreateUsersBatch
        (list: List "list")
        {options: Object "options"};

    POST "/api/v3/update-user" AccessKey update_user UpdateUser
        (user_id: Text "userId")
        {
            phone_country_code: Text "phoneCountryCode", name: Text "name",
            nickname: Text "nickname", photo: Text "photo", external_id: Text "externalId",
            status: Text "status", email_verified: Flag "emailVerified",
            phone_verified: Flag "phoneVerified", birthdate: Text "birthdate",
            country: Text "country", province: Text "province", city: Text "city",
            address: Text "address", street_address: Text "streetAddress",
            postal_code: Text "postalCode", gender: Text "gender", username: Text "username",
            email: Text "email", phone: Text "phone", password: Text "password",
            company: Text "company", browser: Text "browser", device: Text "device",
            given_name: Text "givenName", family_name: Text "familyName",
            middle_name: Text "middleName", profile: Text "profile",
            preferred_username: Text "preferredUsername", website: Text "website",
            zoneinfo: Text "zoneinfo", locale: Text "locale", formatted: Text "formatted",
            region: Text "region", identity_number: Text "identityNumber",
            custom_data: Object "customData", options: Object "options"
        };

    POST "/api/v3/update-user-batch" AccessKey update_user_batch UpdateUserBatch
        (list: List "list")
        {options: Object "options"};

    POST "/api/v3/delete-users-batch" AccessKey delete_users_batch DeleteUsersBatch
        (user_ids: List "userIds")
        {options: Object "options"};

    GET "/api/v3/get-user-identities" AccessKey get_user_identities GetUserIdentities
        (user_id: Text "userId")
        {user_id_type: Text "userIdType"};

    GET "/api/v3/get-user-roles" AccessKey get_user_roles GetUserRoles
        (user_id: Text "userId")
        {user_id_type: Text "userIdType", namespace: Text "namespace"};

    GET "/api/v3/get-user-principal-authentication-info" AccessKey get_user_principal_authentication_info GetUserPrincipalAuthenticationInfo
        (user_id: Text "userId")
        {user_id_type: Text "userIdType"};

    POST "/api/v3/reset-user-principal-authentication-info" AccessKey reset_user_principal_authentication_info ResetUserPrincipalAuthenticationInfo
        (user_id: Text "userId")
        {options: Object "options"};

    GET "/api/v3/get-user-departments" AccessKey get_user_departments GetUserDepartments
        (user_id: Text "userId")
        {
            user_id_type: Text "userIdType", page: Integer "page", limit: Integer "limit",
            with_custom_data: Flag "withCustomData",
            with_department_paths: Flag "withDepartmentPaths", sort_by: Text "sortBy",
            order_by: Text "orderBy"
        };

    POST "/api/v3/set-user-departments" AccessKey set_user_departments SetUserDepartments
        (user_id: Text "userId", departments: List "departments")
        {options: Object "options"};

    GET "/api/v3/get-user-groups" AccessKey get_user_groups GetUserGroups
        (user_id: Text "userId")
        {user_id_type: Text "userIdType"};

    GET "/api/v3/get-user-mfa-info" AccessKey get_user_mfa_info GetUserMfaInfo
        (user_id: Text "userId")
        {user_id_type: Text "userIdType"};

    GET "/api/v3/list-archived-users" AccessKey list_archived_users ListArchivedUsers
        ()
        {page: Integer "page", limit: Integer "limit", start_at: Integer "startAt"};

    POST "/api/v3/kick-users" AccessKey kick_users KickUsers
        (app_ids: List "appIds", user_id: Text "userId")
        {options: Object "options"};

    POST "/api/v3/is-user-exists" AccessKey is_user_exists IsUserExists
        ()
        {
            username: Text "username", email: Text "email", phone: Text "phone",
            external_id: Text "externalId"
        };

    GET "/api/v3/get-user-accessible-apps" AccessKey get_user_accessible_apps GetUserAccessibleApps
        (user_id: Text "userId")
        {user_id_type: Text "userIdType"};

    GET "/api/v3/get-user-authorized-apps" AccessKey get_user_authorized_apps GetUserAuthorizedApps
        (user_id: Text "userId")
        {user_id_type: Text "userIdType"};

    POST "/api/v3/has-any-role" AccessKey has_any_role HasAnyRole
        (roles: List "roles", user_id: Text "userId")
        {options: Object "options"};

    GET "/api/v3/get-user-login-history" AccessKey get_user_login_history GetUserLoginHistory
        (user_id: Text "userId")
        {
            user_id_type: Text "userIdType", app_id: Text "appId", client_ip: Text "clientIp",
            start: Integer "start", end: Integer "end", page: Integer "page", limit: Integer "limit"
        };

    GET "/api/v3/get-user-loggedin-apps" AccessKey get_user_loggedin_apps GetUserLoggedinApps
        (user_id: Text "userId")
        {user_id_type: Text "userIdType"};

    GET "/api/v3/get-user-logged-in-identities" AccessKey get_user_loggedin_identities GetUserLoggedinIdentities
        (user_id: Text "userId")
        {user_id_type: Text "userIdType"};

    POST "/api/v3/resign-user" AccessKey resign_user ResignUser
        (user_id: Text "userId")
        {user_id_type: Text "userIdType"};

    POST "/api/v3/resign-user-batch" AccessKey resign_user_batch ResignUserBatch
        (user_ids: List "userIds")
        {user_id_type: Text "userIdType"};

    GET "/api/v3/get-user-authorized-resources" AccessKey get_user_authorized_resources GetUserAuthorizedResources
        (user_id: Text "userId")
        {
            user_id_type: Text "userIdType", namespace: Text "namespace",
            resource_type: Text "resourceType"
        };

    POST "/api/v3/check-session-status" AccessKey check_session_status CheckSessionStatus
        (app_id: Text "appId", user_id: Text "userId")
        {};

    POST "/api/v3/import-otp" AccessKey import_otp ImportOtp
        (list: List "list")
        {};

    GET "/api/v3/get-otp-secret-by-user" AccessKey get_otp_secret_by_user GetOtpSecretByUser
        (user_id: Text "userId")
        {user_id_type: Text "userIdType"};

    POST "/api/v3/get-user-password-ciphertext" AccessKey get_user_password_ciphertext GetUserPasswordCiphertext
        (user_id: Text "userId")
        {user_id_type: Text "userIdType"};

    POST "/api/v3/link-identity" AccessKey link_identity LinkIdentity
        (user_id_in_idp: Text "userIdInIdp", user_id: Text "userId", ext_idp_id: Text "extIdpId")
        {r#type: Text "type", is_social: Flag "isSocial"};

    POST "/api/v3/unlink-identity" AccessKey unlink_identity UnlinkIdentity
        (user_id: Text "userId", ext_idp_id: Text "extIdpId")
        {r#type: Text "type", is_social: Flag "isSocial"};

    POST "/api/v3/set-mfa-status" AccessKey set_users_mfa_status SetUsersMfaStatus
        (mfa_trigger_data: Object "mfaTriggerData", user_id: Text "userId")
        {user_id_type: Text "userIdType"};

    GET "/api/v3/get-mfa-status" AccessKey get_user_mfa_status GetUserMfaStatus
        (user_id: Text "userId")
        {user_id_type: Text "userIdType"};

    GET "/api/v3/get-user-sync-relations" AccessKey get_user_sync_relations GetUserSyncRelations
        (user_id: Text "userId")
        {user_id_type: Text "userIdType"};

    POST "/api/v3/delete-user-sync-relations" AccessKey delete_user_sync_relations DeleteUserSyncRelations
        (provider: Text "provider", user_id: Text "userId")
        {user_id_type: Text "userIdType"};
}
