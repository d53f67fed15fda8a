//! Users.
//!
//! Written by `cargo xtask authing` from `endpoints.tsv`.

use crate::client::authing::management::{AsyncManagementClient, Management, ManagementClient};
use crate::client::authing::requests::requests;

requests! {
    Management, ManagementClient, AsyncManagementClient:

    POST "/api/v3/list-users" AccessKey list_users ListUsers
        [
            "Search users with filters and paging." "list_users" "py,node,java,go,cs" "node+py"
            "ListUsersRequestDto"
            "py=list_users;node=listUsers;java=listUsers;go=ListUsers;cs=ListUsers" ""
            "UserPaginatedRespDto" "UserPagingDto" "list+totalCount"
        ]
        ()
        {
            keywords: Text "keywords", advanced_filter: Objects "advancedFilter",
            search_query: Object "searchQuery", options: Object "options"
        };

    GET "/api/v3/list-users" AccessKey list_users_legacy ListUsersLegacy
        [
            "List users (older form)." "list_users_legacy" "py,node,java,go,cs" "node"
            "ListUsersDto"
            "py=list_users_legacy;node=listUsersLegacy;java=listUsersLegacy;go=ListUsersLegacy;cs=ListUsersLegacy"
            "deprecated upstream" "UserPaginatedRespDto" "UserPagingDto" "list+totalCount"
        ]
        ()
        {
            page: Integer "page" / "from 1", limit: Integer "limit" / "entries a page, at most 50",
            status: Choice["Suspended" "Resigned" "Activated" "Archived" "Deactivated"] "status",
            updated_at_start: Integer "updatedAtStart" / "Unix milliseconds",
            updated_at_end: Integer "updatedAtEnd" / "Unix milliseconds",
            with_custom_data: Flag "withCustomData", with_post: Flag "withPost",
            with_identities: Flag "withIdentities", with_department_ids: Flag "withDepartmentIds",
            with_user_password_expire_time: Flag "withUserPasswordExpireTime"
        };

    GET "/api/v3/get-user" AccessKey get_user GetUser
        [
            "Read one user." "get_user" "py,node,java,go,cs" "node+java" "GetUserDto"
            "py=get_user;node=getUser;java=getUser;go=GetUser;cs=GetUser" "" "UserSingleRespDto"
            "UserDto" "-"
        ]
        (user_id: Text "userId")
        {
            user_id_type: Choice["user_id" "external_id" "phone" "email" "username" "identity" "sync_relation" "custom_field"] "userIdType" / "what `userId` is; by default `user_id`",
            flat_custom_data: Flag "flatCustomData", with_custom_data: Flag "withCustomData",
            with_post: Flag "withPost", with_identities: Flag "withIdentities",
            with_department_ids: Flag "withDepartmentIds", with_tenant_ids: Flag "withTenantIds"
        };

    GET "/api/v3/get-user-batch" AccessKey get_user_batch GetUserBatch
        [
            "Read many users." "get_user_batch" "py,node,java,go,cs" "node+java" "GetUserBatchDto"
            "py=get_user_batch;node=getUserBatch;java=getUserBatch;go=GetUserBatch;cs=GetUserBatch"
            "" "UserListRespDto" "list<UserDto>" "array"
        ]
        (user_ids: Texts "userIds")
        {
            user_id_type: Choice["user_id" "external_id" "phone" "email" "username" "identity" "sync_relation" "custom_field"] "userIdType" / "what `userId` is; by default `user_id`",
            with_custom_data: Flag "withCustomData", flat_custom_data: Flag "flatCustomData",
            with_identities: Flag "withIdentities", with_department_ids: Flag "withDepartmentIds",
            with_tenant_ids: Flag "withTenantIds"
        };

    POST "/api/v3/users/field/decrypt" AccessKey user_field_decrypt UserFieldDecrypt
        [
            "Decrypt protected user attributes." "user_field_decrypt" "py,node,java,go,cs" "node"
            "UserFieldDecryptReqDto"
            "py=user_field_decrypt;node=userFieldDecrypt;java=userFieldDecrypt;go=UserFieldDecrypt;cs=UserFieldDecrypt"
            "" "UserFieldDecryptRespDto" "list<UserFieldDecryptRespItemDto>" "array"
        ]
        (data: Objects "data", private_key: Text "privateKey")
        {};

    POST "/api/v3/create-user" AccessKey create_user CreateUser
        [
            "Create a user." "create_user" "py,node,java,go,cs" "node+py" "CreateUserReqDto"
            "py=create_user;node=createUser;java=createUser;go=CreateUser;cs=CreateUser" ""
            "UserSingleRespDto" "UserDto" "-"
        ]
        ()
        {
            status: Choice["Suspended" "Resigned" "Activated" "Archived" "Deactivated"] "status",
            email: Text "email", phone: Text "phone",
            phone_country_code: Text "phoneCountryCode" / "with the plus sign, such as +86",
            username: Text "username", external_id: Text "externalId", name: Text "name",
            nickname: Text "nickname", photo: Text "photo",
            gender: Choice["M" "F" "U" "W"] "gender", email_verified: Flag "emailVerified",
            phone_verified: Flag "phoneVerified", birthdate: Text "birthdate",
            country: Text "country", province: Text "province", city: Text "city",
            address: Text "address", street_address: Text "streetAddress",
            postal_code: Text "postalCode", company: Text "company", browser: Text "browser",
            device: Text "device", given_name: Text "givenName", family_name: Text "familyName",
            middle_name: Text "middleName", profile: Text "profile",
            preferred_username: Text "preferredUsername", website: Text "website",
            zoneinfo: Text "zoneinfo", locale: Text "locale", formatted: Text "formatted",
            region: Text "region",
            password: Text "password" / "in clear unless the encryption is said: `PasswordKey` encrypts",
            salt: Text "salt", tenant_ids: Texts "tenantIds", otp: Object "otp",
            department_ids: Texts "departmentIds", custom_data: Object "customData",
            metadata_source: Object "metadataSource", identities: Objects "identities",
            identity_number: Text "identityNumber", options: Object "options"
        };

    POST "/api/v3/create-users-batch" AccessKey create_users_batch CreateUsersBatch
        [
            "Create many users." "create_users_batch" "py,node,java,go,cs" "node"
            "CreateUserBatchReqDto"
            "py=create_users_batch;node=createUsersBatch;java=createUsersBatch;go=CreateUsersBatch;cs=CreateUsersBatch"
            "" "UserListRespDto" "list<UserDto>" "array"
        ]
        (list: Objects "list")
        {options: Object "options"};

    POST "/api/v3/update-user" AccessKey update_user UpdateUser
        [
            "Change a user's profile." "update_user" "py,node,java,go,cs" "node+py"
            "UpdateUserReqDto"
            "py=update_user;node=updateUser;java=updateUser;go=UpdateUser;cs=UpdateUser" ""
            "UserSingleRespDto" "UserDto" "-"
        ]
        (user_id: Text "userId")
        {
            phone_country_code: Text "phoneCountryCode" / "with the plus sign, such as +86",
            name: Text "name", nickname: Text "nickname", photo: Text "photo",
            external_id: Text "externalId",
            status: Choice["Suspended" "Resigned" "Activated" "Archived" "Deactivated"] "status",
            email_verified: Flag "emailVerified", phone_verified: Flag "phoneVerified",
            birthdate: Text "birthdate", country: Text "country", province: Text "province",
            city: Text "city", address: Text "address", street_address: Text "streetAddress",
            postal_code: Text "postalCode", gender: Choice["M" "F" "U" "W"] "gender",
            username: Text "username", email: Text "email", phone: Text "phone",
            password: Text "password" / "in clear unless the encryption is said: `PasswordKey` encrypts",
            company: Text "company", browser: Text "browser", device: Text "device",
            given_name: Text "givenName", family_name: Text "familyName",
            middle_name: Text "middleName", profile: Text "profile",
            preferred_username: Text "preferredUsername", website: Text "website",
            zoneinfo: Text "zoneinfo", locale: Text "locale", formatted: Text "formatted",
            region: Text "region", identity_number: Text "identityNumber",
            custom_data: Object "customData", options: Object "options", metadata: Any "metadata"
        };

    POST "/api/v3/update-user-batch" AccessKey update_user_batch UpdateUserBatch
        [
            "Change many users' profiles." "update_user_batch" "py,node,java,go,cs" "node"
            "UpdateUserBatchReqDto"
            "py=update_user_batch;node=updateUserBatch;java=updateUserBatch;go=UpdateUserBatch;cs=UpdateUserBatch"
            "" "UserListRespDto" "list<UserDto>" "array"
        ]
        (list: Objects "list")
        {options: Object "options"};

    POST "/api/v3/delete-users-batch" AccessKey delete_users_batch DeleteUsersBatch
        [
            "Delete many users." "delete_users_batch" "py,node,java,go,cs" "node"
            "DeleteUsersBatchDto"
            "py=delete_users_batch;node=deleteUsersBatch;java=deleteUsersBatch;go=DeleteUsersBatch;cs=DeleteUsersBatch"
            "" "IsSuccessRespDto" "IsSuccessDto" "-"
        ]
        (user_ids: Texts "userIds")
        {options: Object "options"};

    GET "/api/v3/get-user-identities" AccessKey get_user_identities GetUserIdentities
        [
            "List a user's external identities." "get_user_identities" "py,node,java,go,cs" "node"
            "GetUserIdentitiesDto"
            "py=get_user_identities;node=getUserIdentities;java=getUserIdentities;go=GetUserIdentities;cs=GetUserIdentities"
            "" "IdentityListRespDto" "list<IdentityDto>" "array"
        ]
        (user_id: Text "userId")
        {
            user_id_type: Choice["user_id" "external_id" "phone" "email" "username" "identity" "sync_relation" "custom_field"] "userIdType" / "what `userId` is; by default `user_id`"
        };

    GET "/api/v3/get-user-roles" AccessKey get_user_roles GetUserRoles
        [
            "List a user's roles." "get_user_roles" "py,node,java,go,cs" "node" "GetUserRolesDto"
            "py=get_user_roles;node=getUserRoles;java=getUserRoles;go=GetUserRoles;cs=GetUserRoles"
            "" "RolePaginatedRespDto" "RolePagingDto" "list+totalCount"
        ]
        (user_id: Text "userId")
        {
            user_id_type: Choice["user_id" "external_id" "phone" "email" "username" "identity" "sync_relation" "custom_field"] "userIdType" / "what `userId` is; by default `user_id`",
            namespace: Text "namespace"
        };

    GET "/api/v3/get-user-principal-authentication-info" AccessKey get_user_principal_authentication_info GetUserPrincipalAuthenticationInfo
        [
            "Read a user's verified real-name data." "get_user_principal_authentication_info"
            "py,node,java,go,cs" "node" "GetUserPrincipalAuthenticationInfoDto"
            "py=get_user_principal_authentication_info;node=getUserPrincipalAuthenticationInfo;java=getUserPrincipalAuthenticationInfo;go=GetUserPrincipalAuthenticationInfo;cs=GetUserPrincipalAuthenticationInfo"
            "" "PrincipalAuthenticationInfoPaginatedRespDto" "PrincipalAuthenticationInfoPagingDto"
            "list+totalCount"
        ]
        (user_id: Text "userId")
        {
            user_id_type: Choice["user_id" "external_id" "phone" "email" "username" "identity" "sync_relation" "custom_field"] "userIdType" / "what `userId` is; by default `user_id`"
        };

    POST "/api/v3/reset-user-principal-authentication-info" AccessKey reset_user_principal_authentication_info ResetUserPrincipalAuthenticationInfo
        [
            "Delete a user's verified real-name data." "reset_user_principal_authentication_info"
            "py,node,java,go,cs" "node" "ResetUserPrincipalAuthenticationInfoDto"
            "py=reset_user_principal_authentication_info;node=resetUserPrincipalAuthenticationInfo;java=resetUserPrincipalAuthenticationInfo;go=ResetUserPrincipalAuthenticationInfo;cs=ResetUserPrincipalAuthenticationInfo"
            "" "IsSuccessRespDto" "IsSuccessDto" "-"
        ]
        (user_id: Text "userId")
        {options: Object "options"};

    GET "/api/v3/get-user-departments" AccessKey get_user_departments GetUserDepartments
        [
            "List a user's departments." "get_user_departments" "py,node,java,go,cs" "node"
            "GetUserDepartmentsDto"
            "py=get_user_departments;node=getUserDepartments;java=getUserDepartments;go=GetUserDepartments;cs=GetUserDepartments"
            "" "UserDepartmentPaginatedRespDto" "UserDepartmentPagingDto" "list+totalCount"
        ]
        (user_id: Text "userId")
        {
            user_id_type: Choice["user_id" "external_id" "phone" "email" "username" "identity" "sync_relation" "custom_field"] "userIdType" / "what `userId` is; by default `user_id`",
            page: Integer "page" / "from 1", limit: Integer "limit" / "entries a page, at most 50",
            with_custom_data: Flag "withCustomData",
            with_department_paths: Flag "withDepartmentPaths",
            sort_by: Choice["DepartmentCreatedAt" "JoinDepartmentAt" "DepartmentName" "DepartmemtCode"] "sortBy",
            order_by: Choice["Asc" "Desc"] "orderBy"
        };

    POST "/api/v3/set-user-departments" AccessKey set_user_departments SetUserDepartments
        [
            "Set the departments of a user." "set_user_departments" "py,node,java,go,cs" "node"
            "SetUserDepartmentsDto"
            "py=set_user_departments;node=setUserDepartments;java=setUserDepartments;go=SetUserDepartments;cs=SetUserDepartments"
            "" "IsSuccessRespDto" "IsSuccessDto" "-"
        ]
        (user_id: Text "userId", departments: Objects "departments")
        {options: Object "options"};

    GET "/api/v3/get-user-groups" AccessKey get_user_groups GetUserGroups
        [
            "List a user's groups." "get_user_groups" "py,node,java,go,cs" "node" "GetUserGroupsDto"
            "py=get_user_groups;node=getUserGroups;java=getUserGroups;go=GetUserGroups;cs=GetUserGroups"
            "" "GroupPaginatedRespDto" "GroupPagingDto" "list+totalCount"
        ]
        (user_id: Text "userId")
        {
            user_id_type: Choice["user_id" "external_id" "phone" "email" "username" "identity" "sync_relation" "custom_field"] "userIdType" / "what `userId` is; by default `user_id`"
        };

    GET "/api/v3/get-user-mfa-info" AccessKey get_user_mfa_info GetUserMfaInfo
        [
            "Read which MFA factors a user has bound." "get_user_mfa_info" "py,node,java,go,cs"
            "node" "GetUserMfaInfoDto"
            "py=get_user_mfa_info;node=getUserMfaInfo;java=getUserMfaInfo;go=GetUserMfaInfo;cs=GetUserMfaInfo"
            "" "UserMfaSingleRespDto" "UserMfaRespDto" "-"
        ]
        (user_id: Text "userId")
        {
            user_id_type: Choice["user_id" "external_id" "phone" "email" "username" "identity" "sync_relation" "custom_field"] "userIdType" / "what `userId` is; by default `user_id`"
        };

    GET "/api/v3/list-archived-users" AccessKey list_archived_users ListArchivedUsers
        [
            "List archived users." "list_archived_users" "py,node,java,go,cs" "node"
            "ListArchivedUsersDto"
            "py=list_archived_users;node=listArchivedUsers;java=listArchivedUsers;go=ListArchivedUsers;cs=ListArchivedUsers"
            "" "ListArchivedUsersSingleRespDto" "ArchivedUsersListPagingDto" "list+totalCount"
        ]
        ()
        {
            page: Integer "page" / "from 1", limit: Integer "limit" / "entries a page, at most 50",
            start_at: Integer "startAt" / "Unix milliseconds"
        };

    POST "/api/v3/kick-users" AccessKey kick_users KickUsers
        [
            "Force users offline." "kick_users" "py,node,java,go,cs" "node" "KickUsersDto"
            "py=kick_users;node=kickUsers;java=kickUsers;go=KickUsers;cs=KickUsers" ""
            "IsSuccessRespDto" "IsSuccessDto" "-"
        ]
        (app_ids: Texts "appIds", user_id: Text "userId")
        {options: Object "options"};

    POST "/api/v3/is-user-exists" AccessKey is_user_exists IsUserExists
        [
            "Tell whether a user exists." "is_user_exists" "py,node,java,go,cs" "node"
            "IsUserExistsReqDto"
            "py=is_user_exists;node=isUserExists;java=isUserExists;go=IsUserExists;cs=IsUserExists"
            "" "IsUserExistsRespDto" "IsUserExistsDto" "-"
        ]
        ()
        {
            username: Text "username", email: Text "email", phone: Text "phone",
            external_id: Text "externalId"
        };

    GET "/api/v3/get-user-accessible-apps" AccessKey get_user_accessible_apps GetUserAccessibleApps
        [
            "List applications a user may open." "get_user_accessible_apps" "py,node,java,go,cs"
            "node" "GetUserAccessibleAppsDto"
            "py=get_user_accessible_apps;node=getUserAccessibleApps;java=getUserAccessibleApps;go=GetUserAccessibleApps;cs=GetUserAccessibleApps"
            "" "AppListRespDto" "list<AppDto>" "array"
        ]
        (user_id: Text "userId")
        {
            user_id_type: Choice["user_id" "external_id" "phone" "email" "username" "identity" "sync_relation" "custom_field"] "userIdType" / "what `userId` is; by default `user_id`"
        };

    GET "/api/v3/get-user-authorized-apps" AccessKey get_user_authorized_apps GetUserAuthorizedApps
        [
            "List applications a user has authorized." "get_user_authorized_apps"
            "py,node,java,go,cs" "node" "GetUserAuthorizedAppsDto"
            "py=get_user_authorized_apps;node=getUserAuthorizedApps;java=getUserAuthorizedApps;go=GetUserAuthorizedApps;cs=GetUserAuthorizedApps"
            "" "AppListRespDto" "list<AppDto>" "array"
        ]
        (user_id: Text "userId")
        {
            user_id_type: Choice["user_id" "external_id" "phone" "email" "username" "identity" "sync_relation" "custom_field"] "userIdType" / "what `userId` is; by default `user_id`"
        };

    POST "/api/v3/has-any-role" AccessKey has_any_role HasAnyRole
        [
            "Tell whether a user holds any of the roles." "has_any_role" "py,node,java,go,cs" "node"
            "HasAnyRoleReqDto"
            "py=has_any_role;node=hasAnyRole;java=hasAnyRole;go=HasAnyRole;cs=HasAnyRole" ""
            "HasAnyRoleRespDto" "HasAnyRoleDto" "-"
        ]
        (roles: Objects "roles", user_id: Text "userId")
        {options: Object "options"};

    GET "/api/v3/get-user-login-history" AccessKey get_user_login_history GetUserLoginHistory
        [
            "List a user's login records." "get_user_login_history" "py,node,java,go,cs" "node"
            "GetUserLoginHistoryDto"
            "py=get_user_login_history;node=getUserLoginHistory;java=getUserLoginHistory;go=GetUserLoginHistory;cs=GetUserLoginHistory"
            "" "UserLoginHistoryPaginatedRespDto" "UserLoginHistoryPagingDto" "list+totalCount"
        ]
        (user_id: Text "userId")
        {
            user_id_type: Choice["user_id" "external_id" "phone" "email" "username" "identity" "sync_relation" "custom_field"] "userIdType" / "what `userId` is; by default `user_id`",
            app_id: Text "appId", client_ip: Text "clientIp", start: Integer "start",
            end: Integer "end", page: Integer "page" / "from 1",
            limit: Integer "limit" / "entries a page, at most 50"
        };

    GET "/api/v3/get-user-loggedin-apps" AccessKey get_user_loggedin_apps GetUserLoggedinApps
        [
            "List applications a user has signed in to." "get_user_loggedin_apps"
            "py,node,java,go,cs" "node" "GetUserLoggedinAppsDto"
            "py=get_user_loggedin_apps;node=getUserLoggedinApps;java=getUserLoggedinApps;go=GetUserLoggedinApps;cs=GetUserLoggedinApps"
            "" "UserLoggedInAppsListRespDto" "list<UserLoggedInAppsDto>" "array"
        ]
        (user_id: Text "userId")
        {
            user_id_type: Choice["user_id" "external_id" "phone" "email" "username" "identity" "sync_relation" "custom_field"] "userIdType" / "what `userId` is; by default `user_id`"
        };

    GET "/api/v3/get-user-logged-in-identities" AccessKey get_user_loggedin_identities GetUserLoggedinIdentities
        [
            "List identity sources a user has signed in with." "get_user_loggedin_identities"
            "py,node,java,go,cs" "node" "GetUserLoggedInIdentitiesDto"
            "py=get_user_loggedin_identities;node=getUserLoggedinIdentities;java=getUserLoggedinIdentities;go=GetUserLoggedinIdentities;cs=GetUserLoggedinIdentities"
            "" "UserLoggedInIdentitiesRespDto" "list<UserLoggedInIdentitiesDto>" "array"
        ]
        (user_id: Text "userId")
        {
            user_id_type: Choice["user_id" "external_id" "phone" "email" "username" "identity" "sync_relation" "custom_field"] "userIdType" / "what `userId` is; by default `user_id`"
        };

    POST "/api/v3/resign-user" AccessKey resign_user ResignUser
        [
            "Mark a user as resigned." "resign_user" "py,node,java,go,cs" "node" "ResignUserReqDto"
            "py=resign_user;node=resignUser;java=resignUser;go=ResignUser;cs=ResignUser" ""
            "ResignUserRespDto" "ResignUserDataDto" "-"
        ]
        (user_id: Text "userId")
        {
            user_id_type: Choice["user_id" "external_id" "phone" "email" "username" "identity" "sync_relation" "custom_field"] "userIdType" / "what `userId` is; by default `user_id`"
        };

    POST "/api/v3/resign-user-batch" AccessKey resign_user_batch ResignUserBatch
        [
            "Mark many users as resigned." "resign_user_batch" "py,node,java,go,cs" "node"
            "ResignUserBatchReqDto"
            "py=resign_user_batch;node=resignUserBatch;java=resignUserBatch;go=ResignUserBatch;cs=ResignUserBatch"
            "" "ResignUserRespDto" "ResignUserDataDto" "-"
        ]
        (user_ids: Texts "userIds")
        {
            user_id_type: Choice["user_id" "external_id" "phone" "email" "username" "identity" "sync_relation" "custom_field"] "userIdType" / "what `userId` is; by default `user_id`"
        };

    GET "/api/v3/get-user-authorized-resources" AccessKey get_user_authorized_resources GetUserAuthorizedResources
        [
            "List all resources granted to a user." "get_user_authorized_resources"
            "py,node,java,go,cs" "node" "GetUserAuthorizedResourcesDto"
            "py=get_user_authorized_resources;node=getUserAuthorizedResources;java=getUserAuthorizedResources;go=GetUserAuthorizedResources;cs=GetUserAuthorizedResources"
            "" "AuthorizedResourcePaginatedRespDto" "AuthorizedResourcePagingDto" "list+totalCount"
        ]
        (user_id: Text "userId")
        {
            user_id_type: Choice["user_id" "external_id" "phone" "email" "username" "identity" "sync_relation" "custom_field"] "userIdType" / "what `userId` is; by default `user_id`",
            namespace: Text "namespace",
            resource_type: Choice["DATA" "API" "MENU" "BUTTON" "UI"] "resourceType"
        };

    POST "/api/v3/check-session-status" AccessKey check_session_status CheckSessionStatus
        [
            "Tell whether a user has a session in an application." "check_session_status"
            "py,node,java,go,cs" "node" "CheckSessionStatusDto"
            "py=check_session_status;node=checkSessionStatus;java=checkSessionStatus;go=CheckSessionStatus;cs=CheckSessionStatus"
            "" "CheckSessionStatusRespDto" "CheckSessionStatusDataDto" "-"
        ]
        (app_id: Text "appId", user_id: Text "userId")
        {};

    POST "/api/v3/import-otp" AccessKey import_otp ImportOtp
        [
            "Import users' one-time-password secrets." "import_otp" "py,node,java,go,cs" "node"
            "ImportOtpReqDto"
            "py=import_otp;node=importOtp;java=importOtp;go=ImportOtp;cs=ImportOtp" ""
            "CommonResponseDto" "none" "-"
        ]
        (list: Objects "list")
        {};

    GET "/api/v3/get-otp-secret-by-user" AccessKey get_otp_secret_by_user GetOtpSecretByUser
        [
            "Read a user's one-time-password secret." "get_otp_secret_by_user" "py,node,java,go,cs"
            "node" "GetOtpSecretByUserDto"
            "py=get_otp_secret_by_user;node=getOtpSecretByUser;java=getOtpSecretByUser;go=GetOtpSecretByUser;cs=GetOtpSecretByUser"
            "" "GetOtpSecretRespDto" "OtpSecretRespDto" "-"
        ]
        (user_id: Text "userId")
        {
            user_id_type: Choice["user_id" "external_id" "phone" "email" "username" "identity" "sync_relation" "custom_field"] "userIdType" / "what `userId` is; by default `user_id`"
        };

    POST "/api/v3/get-user-password-ciphertext" AccessKey get_user_password_ciphertext GetUserPasswordCiphertext
        [
            "Read a user's password under custom encryption." "get_user_password_ciphertext"
            "py,node,java,go,cs" "node" "GetUserPasswordCiphertextDto"
            "py=get_user_password_ciphertext;node=getUserPasswordCiphertext;java=getUserPasswordCiphertext;go=GetUserPasswordCiphertext;cs=GetUserPasswordCiphertext"
            "" "GetUserPasswordCiphertextRespDto" "GetUserPasswordCiphertextDataDto" "-"
        ]
        (user_id: Text "userId")
        {
            user_id_type: Choice["user_id" "external_id" "phone" "email" "username" "identity" "sync_relation" "custom_field"] "userIdType" / "what `userId` is; by default `user_id`"
        };

    POST "/api/v3/link-identity" AccessKey link_identity LinkIdentity
        [
            "Attach an external identity to a user." "link_identity" "py,node,java,go,cs"
            "node+java" "LinkIdentityDto"
            "py=link_identity;node=linkIdentity;java=linkIdentity;go=LinkIdentity;cs=LinkIdentity"
            "" "LinkIdentityResDto" "LinkIdentityDataDto" "-"
        ]
        (user_id_in_idp: Text "userIdInIdp", user_id: Text "userId", ext_idp_id: Text "extIdpId")
        {r#type: Text "type", is_social: Flag "isSocial", user_info_in_idp: Object "userInfoInIdp"};

    POST "/api/v3/unlink-identity" AccessKey unlink_identity UnlinkIdentity
        [
            "Detach all of a user's identities at one source." "unlink_identity"
            "py,node,java,go,cs" "node" "UnlinkIdentity"
            "py=unlink_identity;node=unlinkIdentity;java=unlinkIdentity;go=UnlinkIdentity;cs=UnlinkIdentity"
            "" "UnlinkIdentityResDto" "UnlinkIdentityDataDto" "-"
        ]
        (user_id: Text "userId", ext_idp_id: Text "extIdpId")
        {r#type: Text "type", is_social: Flag "isSocial"};

    POST "/api/v3/set-mfa-status" AccessKey set_users_mfa_status SetUsersMfaStatus
        [
            "Switch MFA factors on or off for users." "set_users_mfa_status" "py,node,java,go,cs"
            "node" "SetMfaStatusDto"
            "py=set_users_mfa_status;node=setUsersMfaStatus;java=setUsersMfaStatus;go=SetUsersMfaStatus;cs=SetUsersMfaStatus"
            "" "IsSuccessRespDto" "IsSuccessDto" "-"
        ]
        (mfa_trigger_data: Object "mfaTriggerData", user_id: Text "userId")
        {
            user_id_type: Choice["user_id" "external_id" "phone" "email" "username" "identity" "sync_relation" "custom_field"] "userIdType" / "what `userId` is; by default `user_id`"
        };

    GET "/api/v3/get-mfa-status" AccessKey get_user_mfa_status GetUserMfaStatus
        [
            "Read a user's MFA switches." "get_user_mfa_status" "py,node,java,go,cs" "node"
            "GetMfaStatusDto"
            "py=get_user_mfa_status;node=getUserMfaStatus;java=getUserMfaStatus;go=GetUserMfaStatus;cs=GetUserMfaStatus"
            "" "GetMapInfoRespDto" "GetMfaInfoDataDto" "-"
        ]
        (user_id: Text "userId")
        {
            user_id_type: Choice["user_id" "external_id" "phone" "email" "username" "identity" "sync_relation" "custom_field"] "userIdType" / "what `userId` is; by default `user_id`"
        };

    GET "/api/v3/get-user-sync-relations" AccessKey get_user_sync_relations GetUserSyncRelations
        [
            "List a user's links to outside directories." "get_user_sync_relations"
            "py,node,java,go,cs" "node" "GetUserSyncRelationsDto"
            "py=get_user_sync_relations;node=getUserSyncRelations;java=getUserSyncRelations;go=GetUserSyncRelations;cs=GetUserSyncRelations"
            "" "SyncRelationListRespDto" "list<UserSyncRelationDto>" "array"
        ]
        (user_id: Text "userId")
        {
            user_id_type: Choice["user_id" "external_id" "phone" "email" "username" "identity" "sync_relation" "custom_field"] "userIdType" / "what `userId` is; by default `user_id`"
        };

    POST "/api/v3/delete-user-sync-relations" AccessKey delete_user_sync_relations DeleteUserSyncRelations
        [
            "Delete a user's link to an outside directory." "delete_user_sync_relations"
            "py,node,java,go,cs" "node" "DeleteUserSyncRelationReqDto"
            "py=delete_user_sync_relations;node=deleteUserSyncRelations;java=deleteUserSyncRelations;go=DeleteUserSyncRelations;cs=DeleteUserSyncRelations"
            "" "IsSuccessRespDto" "IsSuccessDto" "-"
        ]
        (provider: Text "provider", user_id: Text "userId")
        {
            user_id_type: Choice["user_id" "external_id" "phone" "email" "username" "identity" "sync_relation" "custom_field"] "userIdType" / "what `userId` is; by default `user_id`"
        };

    POST "/api/v3/batch-get-user-encrypt-password" AccessKey get_user_encrypt_password_batch GetUserEncryptPasswordBatch
        [
            "Read many users' encrypted passwords." "get_user_encrypt_password_batch" "node" "node"
            "GetUserEncryptPasswordBatchDto" "node=getUserEncryptPasswordBatch" ""
            "GetUserEncryptPasswordBatchRespDto" "GetUserEncryptPasswordBatchDataDto" "-"
        ]
        (user_ids: Texts "userIds")
        {};

    POST "/api/v3/list-users-by-keywords" AccessKey list_users_by_keywords ListUsersByKeywords
        [
            "Search users by keyword." "list_users_by_keywords" "java" "java" "ListUsersRequestDto"
            "java=listUsersByKeywords" "" "UserPaginatedRespDto" "UserPagingDto" "list+totalCount"
        ]
        ()
        {
            keywords: Text "keywords", advanced_filter: Objects "advancedFilter",
            search_query: Any "searchQuery", options: Object "options"
        };

    POST "/api/v3/send-user-reset-password-email-link" AccessKey send_user_reset_password_email_link SendUserResetPasswordEmailLink
        [
            "E-mail a user a link for resetting the password." "send_user_reset_password_email_link"
            "java" "java" "SendUserResetPasswordEmailLinkBatchDto"
            "java=sendUserResetPasswordEmailLink" "" "IsSuccessRespDto" "IsSuccessDto" "-"
        ]
        ()
        {users: Objects "users"};
}
