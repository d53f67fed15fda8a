//! Public accounts.
//!
//! Written by `cargo xtask authing` from `endpoints.tsv`.

use crate::client::authing::management::{AsyncManagementClient, Management, ManagementClient};
use crate::client::authing::requests::requests;

requests! {
    Management, ManagementClient, AsyncManagementClient:

    POST "/api/v3/list-public-accounts" AccessKey list_public_accounts ListPublicAccounts
        [
            "Search public accounts." "list_public_accounts" "py,node,java,go,cs" "node+py"
            "ListPublicAccountsRequestDto"
            "py=list_public_accounts;node=listPublicAccounts;java=listPublicAccounts;go=ListPublicAccounts;cs=ListPublicAccounts"
            "" "PublicAccountPaginatedRespDto" "PublicAccountPagingDto" "list+totalCount"
        ]
        ()
        {
            keywords: Text "keywords", advanced_filter: Objects "advancedFilter",
            search_query: Object "searchQuery", options: Object "options"
        };

    GET "/api/v3/get-public-account" AccessKey get_public_account GetPublicAccount
        [
            "Read one public account." "get_public_account" "py,node,java,go,cs" "node"
            "GetPublicAccountDto"
            "py=get_public_account;node=getPublicAccount;java=getPublicAccount;go=GetPublicAccount;cs=GetPublicAccount"
            "" "PublicAccountSingleRespDto" "PublicAccountDto" "-"
        ]
        (user_id: Text "userId")
        {
            user_id_type: Choice["user_id" "external_id" "phone" "email" "username" "identity" "sync_relation" "custom_field"] "userIdType" / "what `userId` is; by default `user_id`",
            with_custom_data: Flag "withCustomData", with_department_ids: Flag "withDepartmentIds"
        };

    GET "/api/v3/get-public-account-batch" AccessKey get_public_account_batch GetPublicAccountBatch
        [
            "Read many public accounts." "get_public_account_batch" "py,node,java,go,cs" "node"
            "GetPublicAccountBatchDto"
            "py=get_public_account_batch;node=getPublicAccountBatch;java=getPublicAccountBatch;go=GetPublicAccountBatch;cs=GetPublicAccountBatch"
            "" "PublicAccountListRespDto" "list<PublicAccountDto>" "array"
        ]
        (user_ids: Texts "userIds")
        {
            user_id_type: Choice["user_id" "external_id" "phone" "email" "username" "identity" "sync_relation" "custom_field"] "userIdType" / "what `userId` is; by default `user_id`",
            with_custom_data: Flag "withCustomData", with_department_ids: Flag "withDepartmentIds"
        };

    POST "/api/v3/create-public-account" AccessKey create_public_account CreatePublicAccount
        [
            "Create a public account." "create_public_account" "py,node,java,go,cs" "node+py"
            "CreatePublicAccountReqDto"
            "py=create_public_account;node=createPublicAccount;java=createPublicAccount;go=CreatePublicAccount;cs=CreatePublicAccount"
            "" "PublicAccountSingleRespDto" "PublicAccountDto" "-"
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
            salt: Text "salt", otp: Object "otp", department_ids: Texts "departmentIds",
            custom_data: Object "customData", identity_number: Text "identityNumber",
            options: Object "options"
        };

    POST "/api/v3/create-public-accounts-batch" AccessKey create_public_accounts_batch CreatePublicAccountsBatch
        [
            "Create many public accounts." "create_public_accounts_batch" "py,node,java,go,cs"
            "node" "CreatePublicAccountBatchReqDto"
            "py=create_public_accounts_batch;node=createPublicAccountsBatch;java=createPublicAccountsBatch;go=CreatePublicAccountsBatch;cs=CreatePublicAccountsBatch"
            "" "PublicAccountListRespDto" "list<PublicAccountDto>" "array"
        ]
        (list: Objects "list")
        {options: Object "options"};

    POST "/api/v3/update-public-account" AccessKey update_public_account UpdatePublicAccount
        [
            "Change a public account's profile." "update_public_account" "py,node,java,go,cs"
            "node+py" "UpdatePublicAccountReqDto"
            "py=update_public_account;node=updatePublicAccount;java=updatePublicAccount;go=UpdatePublicAccount;cs=UpdatePublicAccount"
            "" "PublicAccountSingleRespDto" "PublicAccountDto" "-"
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
            custom_data: Object "customData", options: Object "options"
        };

    POST "/api/v3/update-public-account-batch" AccessKey update_public_account_batch UpdatePublicAccountBatch
        [
            "Change many public accounts' profiles." "update_public_account_batch"
            "py,node,java,go,cs" "node" "UpdatePublicAccountBatchReqDto"
            "py=update_public_account_batch;node=updatePublicAccountBatch;java=updatePublicAccountBatch;go=UpdatePublicAccountBatch;cs=UpdatePublicAccountBatch"
            "" "PublicAccountListRespDto" "list<PublicAccountDto>" "array"
        ]
        (list: Objects "list")
        {options: Object "options"};

    POST "/api/v3/delete-public-accounts-batch" AccessKey delete_public_accounts_batch DeletePublicAccountsBatch
        [
            "Delete many public accounts." "delete_public_accounts_batch" "py,node,java,go,cs"
            "node" "DeletePublicAccountsBatchDto"
            "py=delete_public_accounts_batch;node=deletePublicAccountsBatch;java=deletePublicAccountsBatch;go=DeletePublicAccountsBatch;cs=DeletePublicAccountsBatch"
            "" "IsSuccessRespDto" "IsSuccessDto" "-"
        ]
        (user_ids: Texts "userIds")
        {options: Object "options"};

    POST "/api/v3/kick-public-accounts" AccessKey kick_public_accounts KickPublicAccounts
        [
            "Force public accounts offline." "kick_public_accounts" "py,node,java,go,cs" "node"
            "KickPublicAccountsDto"
            "py=kick_public_accounts;node=kickPublicAccounts;java=kickPublicAccounts;go=KickPublicAccounts;cs=KickPublicAccounts"
            "" "IsSuccessRespDto" "IsSuccessDto" "-"
        ]
        (app_ids: Texts "appIds", user_id: Text "userId")
        {options: Object "options"};

    POST "/api/v3/transfer-into-public-account" AccessKey change_into_public_account ChangeIntoPublicAccount
        [
            "Turn a personal account into a public one." "change_into_public_account"
            "py,node,java,go,cs" "node" "CreatePublicAccountFromUserDto"
            "py=change_into_public_account;node=changeIntoPublicAccount;java=changeIntoPublicAccount;go=ChangeIntoPublicAccount;cs=ChangeIntoPublicAccount"
            "" "IsSuccessRespDto" "IsSuccessDto" "-"
        ]
        (user_id: Text "userId")
        {};

    GET "/api/v3/get-public-accounts-of-user" AccessKey get_public_accounts_of_user GetPublicAccountsOfUser
        [
            "List public accounts of a user." "get_public_accounts_of_user" "py,node,java,go,cs"
            "node" "GetPublicAccountsOfUserDto"
            "py=get_public_accounts_of_user;node=getPublicAccountsOfUser;java=getPublicAccountsOfUser;go=GetPublicAccountsOfUser;cs=GetPublicAccountsOfUser"
            "" "PublicAccountPaginatedRespDto" "PublicAccountPagingDto" "list+totalCount"
        ]
        (user_id: Text "userId")
        {};

    GET "/api/v3/get-users-of-public-account" AccessKey get_users_of_public_account GetUsersOfPublicAccount
        [
            "List users of a public account." "get_users_of_public_account" "py,node,java,go,cs"
            "node" "GetUsersOfPublicAccountDto"
            "py=get_users_of_public_account;node=getUsersOfPublicAccount;java=getUsersOfPublicAccount;go=GetUsersOfPublicAccount;cs=GetUsersOfPublicAccount"
            "" "PublicAccountPaginatedRespDto" "PublicAccountPagingDto" "list+totalCount"
        ]
        (public_account_id: Text "publicAccountId")
        {};

    POST "/api/v3/set-public-account-of-users" AccessKey bind_users_public_account BindUsersPublicAccount
        [
            "Attach many users to one public account." "bind_users_public_account"
            "py,node,java,go,cs" "node" "SetPublicAccountBatchReqDto"
            "py=bind_users_public_account;node=bindUsersPublicAccount;java=bindUsersPublicAccount;go=BindUsersPublicAccount;cs=BindUsersPublicAccount"
            "" "IsSuccessRespDto" "IsSuccessDto" "-"
        ]
        (public_account_id: Text "publicAccountId", user_ids: Texts "userIds")
        {};

    POST "/api/v3/set-user-of-public-accounts" AccessKey setuser_of_public_account SetuserOfPublicAccount
        [
            "Attach many public accounts to one user." "setuser_of_public_account"
            "py,node,java,go,cs" "node" "SetUserOfPublicAccountBatchReqDto"
            "py=setuser_of_public_account;node=setuserOfPublicAccount;java=setuserOfPublicAccount;go=SetuserOfPublicAccount;cs=SetuserOfPublicAccount"
            "" "IsSuccessRespDto" "IsSuccessDto" "-"
        ]
        (user_id: Text "userId", public_account_ids: Texts "publicAccountIds")
        {};

    POST "/api/v3/unbind-public-account-of-user" AccessKey unbind_users_public_account UnbindUsersPublicAccount
        [
            "Detach a user from a public account." "unbind_users_public_account"
            "py,node,java,go,cs" "node" "UnbindPublicAccountBatchReqDto"
            "py=unbind_users_public_account;node=unbindUsersPublicAccount;java=unbindUsersPublicAccount;go=UnbindUsersPublicAccount;cs=UnbindUsersPublicAccount"
            "" "IsSuccessRespDto" "IsSuccessDto" "-"
        ]
        (user_id: Text "userId", public_account_id: Text "publicAccountId")
        {};

    GET "/api/v3/get-roles-of-public-account" AccessKey get_public_account_roles GetPublicAccountRoles
        [
            "List a public account's roles." "get_public_account_roles" "py,node,java,go,cs" "node"
            "GetRolesOfPublicAccountDto"
            "py=get_public_account_roles;node=getPublicAccountRoles;java=getPublicAccountRoles;go=GetPublicAccountRoles;cs=GetPublicAccountRoles"
            "" "PublicAccountPaginatedRespDto" "PublicAccountPagingDto" "list+totalCount"
        ]
        (user_id: Text "userId")
        {
            user_id_type: Choice["user_id" "external_id" "phone" "email" "username" "identity" "sync_relation" "custom_field"] "userIdType" / "what `userId` is; by default `user_id`",
            namespace: Text "namespace"
        };

    GET "/api/v3/get-public-accounts-of-role" AccessKey get_public_accounts_of_role GetPublicAccountsOfRole
        [
            "List public accounts holding a role." "get_public_accounts_of_role"
            "py,node,java,go,cs" "node" "GetPublicAccountsOfRoleDto"
            "py=get_public_accounts_of_role;node=getPublicAccountsOfRole;java=getPublicAccountsOfRole;go=GetPublicAccountsOfRole;cs=GetPublicAccountsOfRole"
            "" "PublicAccountPaginatedRespDto" "PublicAccountPagingDto" "list+totalCount"
        ]
        (role_id: Text "roleId")
        {};

    POST "/api/v3/set-public-account-of-roles" AccessKey bind_public_account_of_roles BindPublicAccountOfRoles
        [
            "Give many roles to a public account." "bind_public_account_of_roles"
            "py,node,java,go,cs" "node" "SetUserRolesDto"
            "py=bind_public_account_of_roles;node=bindPublicAccountOfRoles;java=bindPublicAccountOfRoles;go=BindPublicAccountOfRoles;cs=BindPublicAccountOfRoles"
            "" "IsSuccessRespDto" "IsSuccessDto" "-"
        ]
        (role_ids: Texts "roleIds", user_id: Text "userId")
        {};

    GET "/api/v3/get-public-accounts-of-group" AccessKey get_public_accounts_of_group GetPublicAccountsOfGroup
        [
            "List public accounts in a group." "get_public_accounts_of_group" "py,node,java,go,cs"
            "node" "GetPublicAccountsOfGroupDto"
            "py=get_public_accounts_of_group;node=getPublicAccountsOfGroup;java=getPublicAccountsOfGroup;go=GetPublicAccountsOfGroup;cs=GetPublicAccountsOfGroup"
            "" "PublicAccountPaginatedRespDto" "PublicAccountPagingDto" "list+totalCount"
        ]
        (group_id: Text "groupId")
        {};

    GET "/api/v3/get-groups-of-public-account" AccessKey get_groups_of_public_account GetGroupsOfPublicAccount
        [
            "List a public account's groups." "get_groups_of_public_account" "py,node,java,go,cs"
            "node" "GetGroupsOfPublicAccountDto"
            "py=get_groups_of_public_account;node=getGroupsOfPublicAccount;java=getGroupsOfPublicAccount;go=GetGroupsOfPublicAccount;cs=GetGroupsOfPublicAccount"
            "" "GroupPaginatedRespDto" "GroupPagingDto" "list+totalCount"
        ]
        (user_id: Text "userId")
        {
            user_id_type: Choice["user_id" "external_id" "phone" "email" "username" "identity" "sync_relation" "custom_field"] "userIdType" / "what `userId` is; by default `user_id`"
        };

    POST "/api/v3/set-public-account-of-groups" AccessKey get_public_account_of_groups GetPublicAccountOfGroups
        [
            "Put a public account into many groups." "get_public_account_of_groups"
            "py,node,java,go,cs" "node" "SetUserGroupsDto"
            "py=get_public_account_of_groups;node=getPublicAccountOfGroups;java=getPublicAccountOfGroups;go=GetPublicAccountOfGroups;cs=GetPublicAccountOfGroups"
            "" "IsSuccessRespDto" "IsSuccessDto" "-"
        ]
        (group_ids: Texts "groupIds", user_id: Text "userId")
        {};

    GET "/api/v3/get-public-accounts-of-department" AccessKey get_public_accounts_of_department GetPublicAccountsOfDepartment
        [
            "List public accounts in a department." "get_public_accounts_of_department"
            "py,node,java,go,cs" "node" "GetPublicAccountsOfDepartmentDto"
            "py=get_public_accounts_of_department;node=getPublicAccountsOfDepartment;java=getPublicAccountsOfDepartment;go=GetPublicAccountsOfDepartment;cs=GetPublicAccountsOfDepartment"
            "" "PublicAccountPaginatedRespDto" "PublicAccountPagingDto" "list+totalCount"
        ]
        (department_id: Text "departmentId")
        {};

    GET "/api/v3/get-departments-of-public-account" AccessKey get_public_account_departments GetPublicAccountDepartments
        [
            "List a public account's departments." "get_public_account_departments"
            "py,node,java,go,cs" "node" "GetDepartmentsOfPublicAccountDto"
            "py=get_public_account_departments;node=getPublicAccountDepartments;java=getPublicAccountDepartments;go=GetPublicAccountDepartments;cs=GetPublicAccountDepartments"
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

    POST "/api/v3/set-public-account-of-departments" AccessKey set_public_account_of_departments SetPublicAccountOfDepartments
        [
            "Set the departments of a public account." "set_public_account_of_departments"
            "py,node,java,go,cs" "node" "SetUserDepartmentsDto"
            "py=set_public_account_of_departments;node=setPublicAccountOfDepartments;java=setPublicAccountOfDepartments;go=SetPublicAccountOfDepartments;cs=SetPublicAccountOfDepartments"
            "" "IsSuccessRespDto" "IsSuccessDto" "-"
        ]
        (user_id: Text "userId", departments: Objects "departments")
        {options: Object "options"};

    POST "/api/v3/resign-public-account-batch" AccessKey resign_public_account_batch ResignPublicAccountBatch
        [
            "Mark many public accounts as resigned." "resign_public_account_batch"
            "py,node,java,go,cs" "node" "ResignUserBatchReqDto"
            "py=resign_public_account_batch;node=resignPublicAccountBatch;java=resignPublicAccountBatch;go=ResignPublicAccountBatch;cs=ResignPublicAccountBatch"
            "" "ResignUserRespDto" "ResignUserDataDto" "-"
        ]
        (user_ids: Texts "userIds")
        {
            user_id_type: Choice["user_id" "external_id" "phone" "email" "username" "identity" "sync_relation" "custom_field"] "userIdType" / "what `userId` is; by default `user_id`"
        };

    GET "/api/v3/get-post-of-public-account" AccessKey get_post_of_public_user GetPostOfPublicUser
        [
            "Read a public account's position." "get_post_of_public_user" "py,node,java,go,cs"
            "node" "GetPostOfPublicAccountDto"
            "py=get_post_of_public_user;node=getPostOfPublicUser;java=getPostOfPublicUser;go=GetPostOfPublicUser;cs=GetPostOfPublicUser"
            "" "CreatePostDto" "flat" "-"
        ]
        (user_id: Text "userId")
        {};

    GET "/api/v3/get-public-accounts-of-post" AccessKey get_public_accounts_of_post GetPublicAccountsOfPost
        [
            "List public accounts holding a position." "get_public_accounts_of_post"
            "py,node,java,go,cs" "node" "GetPublicAccountsOfPostDto"
            "py=get_public_accounts_of_post;node=getPublicAccountsOfPost;java=getPublicAccountsOfPost;go=GetPublicAccountsOfPost;cs=GetPublicAccountsOfPost"
            "" "PublicAccountPaginatedRespDto" "PublicAccountPagingDto" "list+totalCount"
        ]
        (post_id: Text "postId")
        {};

    POST "/api/v3/set-public-account-of-post" AccessKey set_public_account_ofn_post SetPublicAccountOfnPost
        [
            "Set a public account's position." "set_public_account_ofn_post" "py,node,java,go,cs"
            "node" "UserConnectionPostDto"
            "py=set_public_account_ofn_post;node=setPublicAccountOfnPost;java=setPublicAccountOfnPost;go=SetPublicAccountOfnPost;cs=SetPublicAccountOfnPost"
            "" "IsSuccessRespDto" "IsSuccessDto" "-"
        ]
        (user_id: Text "userId", post_id: Text "postId")
        {};

    POST "/api/v3/unbind-public-account-of-post" AccessKey unbind_public_account_of_post UnbindPublicAccountOfPost
        [
            "Detach a public account from a position." "unbind_public_account_of_post"
            "py,node,java,go,cs" "node" "UserConnectionPostDto"
            "py=unbind_public_account_of_post;node=unbindPublicAccountOfPost;java=unbindPublicAccountOfPost;go=UnbindPublicAccountOfPost;cs=UnbindPublicAccountOfPost"
            "" "IsSuccessRespDto" "IsSuccessDto" "-"
        ]
        (user_id: Text "userId", post_id: Text "postId")
        {};
}
