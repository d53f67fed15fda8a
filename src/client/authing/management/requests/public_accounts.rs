//! Public accounts.
//!
//! Written by `cargo xtask authing` from `endpoints.tsv`.

use crate::client::authing::management::{AsyncManagementClient, Management, ManagementClient};
use crate::client::authing::requests::requests;

requests! {
    Management, ManagementClient, AsyncManagementClient:

    POST "/api/v3/list-public-accounts" AccessKey list_public_accounts ListPublicAccounts
        ()
        {
            keywords: Text "keywords", advanced_filter: List "advancedFilter",
            search_query: Object "searchQuery", options: Object "options"
        };

    GET "/api/v3/get-public-account" AccessKey get_public_account GetPublicAccount
        (user_id: Text "userId")
        {
            user_id_type: Text "userIdType", with_custom_data: Flag "withCustomData",
            with_department_ids: Flag "withDepartmentIds"
        };

    GET "/api/v3/get-public-account-batch" AccessKey get_public_account_batch GetPublicAccountBatch
        (user_ids: Texts "userIds")
        {
            user_id_type: Text "userIdType", with_custom_data: Flag "withCustomData",
            with_department_ids: Flag "withDepartmentIds"
        };

    POST "/api/v3/create-public-account" AccessKey create_public_account CreatePublicAccount
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
            region: Text "region", password: Text "password", salt: Text "salt", otp: Object "otp",
            department_ids: List "departmentIds", custom_data: Object "customData",
            identity_number: Text "identityNumber", options: Object "options"
        };

    POST "/api/v3/create-public-accounts-batch" AccessKey create_public_accounts_batch CreatePublicAccountsBatch
        (list: List "list")
        {options: Object "options"};

    POST "/api/v3/update-public-account" AccessKey update_public_account UpdatePublicAccount
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

    POST "/api/v3/update-public-account-batch" AccessKey update_public_account_batch UpdatePublicAccountBatch
        (list: List "list")
        {options: Object "options"};

    POST "/api/v3/delete-public-accounts-batch" AccessKey delete_public_accounts_batch DeletePublicAccountsBatch
        (user_ids: List "userIds")
        {options: Object "options"};

    POST "/api/v3/kick-public-accounts" AccessKey kick_public_accounts KickPublicAccounts
        (app_ids: List "appIds", user_id: Text "userId")
        {options: Object "options"};

    POST "/api/v3/transfer-into-public-account" AccessKey change_into_public_account ChangeIntoPublicAccount
        (user_id: Text "userId")
        {};

    GET "/api/v3/get-public-accounts-of-user" AccessKey get_public_accounts_of_user GetPublicAccountsOfUser
        (user_id: Text "userId")
        {};

    GET "/api/v3/get-users-of-public-account" AccessKey get_users_of_public_account GetUsersOfPublicAccount
        (public_account_id: Text "publicAccountId")
        {};

    POST "/api/v3/set-public-account-of-users" AccessKey bind_users_public_account BindUsersPublicAccount
        (public_account_id: Text "publicAccountId", user_ids: List "userIds")
        {};

    POST "/api/v3/set-user-of-public-accounts" AccessKey setuser_of_public_account SetuserOfPublicAccount
        (user_id: Text "userId", public_account_ids: List "publicAccountIds")
        {};

    POST "/api/v3/unbind-public-account-of-user" AccessKey unbind_users_public_account UnbindUsersPublicAccount
        (user_id: Text "userId", public_account_id: Text "publicAccountId")
        {};

    GET "/api/v3/get-roles-of-public-account" AccessKey get_public_account_roles GetPublicAccountRoles
        (user_id: Text "userId")
        {user_id_type: Text "userIdType", namespace: Text "namespace"};

    GET "/api/v3/get-public-accounts-of-role" AccessKey get_public_accounts_of_role GetPublicAccountsOfRole
        (role_id: Text "roleId")
        {};

    POST "/api/v3/set-public-account-of-roles" AccessKey bind_public_account_of_roles BindPublicAccountOfRoles
        (role_ids: List "roleIds", user_id: Text "userId")
        {};

    GET "/api/v3/get-public-accounts-of-group" AccessKey get_public_accounts_of_group GetPublicAccountsOfGroup
        (group_id: Text "groupId")
        {};

    GET "/api/v3/get-groups-of-public-account" AccessKey get_groups_of_public_account GetGroupsOfPublicAccount
        (user_id: Text "userId")
        {user_id_type: Text "userIdType"};

    POST "/api/v3/set-public-account-of-groups" AccessKey get_public_account_of_groups GetPublicAccountOfGroups
        (group_ids: List "groupIds", user_id: Text "userId")
        {};

    GET "/api/v3/get-public-accounts-of-department" AccessKey get_public_accounts_of_department GetPublicAccountsOfDepartment
        (department_id: Text "departmentId")
        {};

    GET "/api/v3/get-departments-of-public-account" AccessKey get_public_account_departments GetPublicAccountDepartments
        (user_id: Text "userId")
        {
            user_id_type: Text "userIdType", page: Integer "page", limit: Integer "limit",
            with_custom_data: Flag "withCustomData",
            with_department_paths: Flag "withDepartmentPaths", sort_by: Text "sortBy",
            order_by: Text "orderBy"
        };

    POST "/api/v3/set-public-account-of-departments" AccessKey set_public_account_of_departments SetPublicAccountOfDepartments
        (user_id: Text "userId", departments: List "departments")
        {options: Object "options"};

    POST "/api/v3/resign-public-account-batch" AccessKey resign_public_account_batch ResignPublicAccountBatch
        (user_ids: List "userIds")
        {user_id_type: Text "userIdType"};

    GET "/api/v3/get-post-of-public-account" AccessKey get_post_of_public_user GetPostOfPublicUser
        (user_id: Text "userId")
        {};

    GET "/api/v3/get-public-accounts-of-post" AccessKey get_public_accounts_of_post GetPublicAccountsOfPost
        (post_id: Text "postId")
        {};

    POST "/api/v3/set-public-account-of-post" AccessKey set_public_account_ofn_post SetPublicAccountOfnPost
        (user_id: Text "userId", post_id: Text "postId")
        {};

    POST "/api/v3/unbind-public-account-of-post" AccessKey unbind_public_account_of_post UnbindPublicAccountOfPost
        (user_id: Text "userId", post_id: Text "postId")
        {};
}
