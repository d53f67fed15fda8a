//! The methods of the management clients, a file an area.
//!
//! Written by `cargo xtask authing` from `endpoints.tsv`.

mod access_keys;
mod applications;
mod asa_accounts;
mod audit_logs;
mod billing;
mod by_hand;
mod data_permissions;
mod departments;
mod devices;
mod emails;
mod events;
mod fields;
mod groups;
mod identity_providers;
mod ldap_server;
mod metadata;
mod namespaces;
mod organizations;
mod permission_namespaces;
mod pipelines;
mod posts;
mod public_accounts;
mod resources;
mod risk_lists;
mod roles;
mod settings;
mod sync_tasks;
mod tenants;
mod users;
mod webhooks;

pub use access_keys::{
    CreateAccessKey, DeleteAccessKey, GetAccessKey, GetAccessKeyList, UpdateAccessKey,
};
pub use applications::{
    AuthorizeApplicationAccess, ChangeUserpoolTenanExtIdpConnState, CheckDomainAvailable,
    CreateApplication, DeleteApplication, DeleteAuth, DetailAuthSubject, EnabledAuth,
    GetApplication, GetApplicationPermissionStrategy, GetApplicationSecret,
    GetApplicationSimpleInfo, GetMfaTriggerData, GetVerifyConfigApp, ListApplicationActiveUsers,
    ListApplicationSimpleInfo, ListApplications, ListAuthApplication, ListAuthSubject,
    ListTenantApplications, RefreshApplicationSecret, RevokeApplicationAccess,
    UpdateApplicationMfaSettings, UpdateApplicationPermissionStrategy, UpdateLoginPageConfig,
    UpdateTenantQrCodeState, UpdateUserPoolTenantConfig, UserpollTenantConfig,
};
pub use asa_accounts::{
    AssignAsaAccount, CreateAsaAccount, CreateAsaAccountBatch, DeleteAsaAccount,
    DeleteAsaAccountBatch, GetAsaAccount, GetAsaAccountAssignedTargets, GetAsaAccountBatch,
    GetAssignedAccount, ListAsaAccount, UnassignAsaAccount, UpdateAsaAccount,
};
pub use audit_logs::{GetAdminAuditLogs, GetUserActionLogs};
pub use billing::{
    GetAllRightsItem, GetCurrentPackageInfo, GetMauPeriodUsageHistory, GetOrderDetail,
    GetOrderPayDetail, GetOrders, GetUsageInfo,
};
pub use data_permissions::{
    AuthorizeDataPolicies, CheckDataPolicyExists, CheckDataResourceExists,
    CheckExternalUserPermission, CheckPermission, CheckUserSameLevelPermission, CreateDataPolicy,
    CreateDataResource, CreateDataResourceByArray, CreateDataResourceByString,
    CreateDataResourceByTree, DeleteDataPolicy, DeleteDataResource, GetDataPolicy, GetDataResource,
    GetExternalUserResourceStruct, GetUserPermissionList, GetUserResourcePermissionList,
    GetUserResourceStruct, ListDataPolices, ListDataPolicyTargets, ListDataResources,
    ListPermissionView, ListResourceTargets, ListSimpleDataPolices, RevokeDataPolicy,
    UpdateDataPolicy, UpdateDataResource,
};
pub use departments::{
    AddDepartmentMembers, CreateDepartment, CreateDepartmentTree, DeleteDepartment,
    DeleteDepartmentSyncRelations, GetAllDepartments, GetDepartment, GetDepartmentById,
    GetDepartmentSyncRelations, GetParentDepartment, IsUserInDepartment, ListChildrenDepartments,
    ListDepartmentMemberIds, ListDepartmentMembers, RemoveDepartmentMembers,
    SearchDepartmentMembers, SearchDepartments, SearchDepartmentsList, UpdateDepartment,
    UpdateNodeStatus,
};
pub use devices::{
    CreateDevice, CreateVerifyDevice, DeleteDevice, DisableDevice, EnableDevice,
    FindLastLoginAppsByDeviceIds, GetDeviceStatus, SuspendDevice,
};
pub use emails::{
    ConfigEmailProvider, GetEmailProvider, GetEmailTemplates, PreviewEmailTemplate,
    UpdateEmailTemplate,
};
pub use events::{
    CreateEventApp, DefineEvent, ListEventApps, ListEvents, PubUserEvent, PutEvent, VerifyEvent,
};
pub use fields::{
    DeleteCustomFields, GetCustomData, GetCustomFields, GetUserBaseFields, ListCustFields,
    ListUserBaseFields, SetCustomData, SetCustomFields, SetUserBaseFields,
};
pub use groups::{
    AddGroupMembers, CreateGroup, CreateGroupsBatch, CreateOrUpdateGroup, DeleteGroupsBatch,
    GetAllGroups, GetGroup, GetGroupAuthorizedResources, ListGroupMembers, ListGroups,
    RemoveGroupMembers, UpdateGroup,
};
pub use identity_providers::{
    ChangeExtIdpConnAssociationState, ChangeExtIdpConnState, CreateExtIdp, CreateExtIdpConn,
    DeleteExtIdp, DeleteExtIdpConn, ExtIdpConnStateByApps, GetExtIdp, ListExtIdp, ListTenantExtIdp,
    UpdateExtIdp, UpdateExtIdpConn,
};
pub use ldap_server::{
    DisableLdapServer, GetBindPwd, QueryLdapConfigInfo, QueryLdapLog, QueryLdapSubEntries,
    SaveLdapConfigInfo, UpdateLdapConfigInfo,
};
pub use metadata::{
    Capture, CopyOperate, CreateField, CreateModel, CreateOperate, CreateRow, CreateRowRelation,
    ExecuteOperate, ExportMeatdata, ExportModel, GetImportTemplate, GetModel, GetRelationInfo,
    GetRelationValue, GetRow, GetRowBatch, GetRowByValue, ImportMetadata, ImportModel, ListField,
    ListModel, ListOperate, ListOperateAll, ListRow, RemoteField, RemoveModel, RemoveOperate,
    RemoveRelationValue, RemoveRow, UpdateField, UpdateModel, UpdateOperate, UpdateRow,
};
pub use namespaces::{
    CreateNamespace, CreateNamespacesBatch, DeleteNamespace, DeleteNamespacesBatch, GetNamespace,
    GetNamespacesBatch, ListNamespaceRoles, ListNamespaces, UpdateNamespace,
};
pub use organizations::{
    CreateOrganization, DeleteOrganization, GetOrganization, GetOrganizationsBatch,
    ListOrganizations, SearchOrganizations, UpdateOrganization, UpdateOrganizationStatus,
};
pub use permission_namespaces::{
    CheckPermissionNamespaceExists, CreatePermissionNamespace, CreatePermissionNamespacesBatch,
    DeletePermissionNamespace, DeletePermissionNamespacesBatch, GetPermissionNamespace,
    GetPermissionNamespacesBatch, ListPermissionNamespaceRoles, ListPermissionNamespaces,
    UpdatePermissionNamespace,
};
pub use pipelines::{
    CreatePipelineFunction, DeletePipelineFunction, GetPipelineFunction, GetPipelineLogs,
    ListPipelineFunctions, ReuploadPipelineFunction, UpdatePipelineFunction, UpdatePipelineOrder,
};
pub use posts::{
    CreatePost, GetPost, GetPostById, GetUserPost, GetUserPosts, PostList, RemovePost,
    SetUserPosts, UpdatePost, UserConnectionPost,
};
pub use public_accounts::{
    BindPublicAccountOfRoles, BindUsersPublicAccount, ChangeIntoPublicAccount, CreatePublicAccount,
    CreatePublicAccountsBatch, DeletePublicAccountsBatch, GetGroupsOfPublicAccount,
    GetPostOfPublicUser, GetPublicAccount, GetPublicAccountBatch, GetPublicAccountDepartments,
    GetPublicAccountOfGroups, GetPublicAccountRoles, GetPublicAccountsOfDepartment,
    GetPublicAccountsOfGroup, GetPublicAccountsOfPost, GetPublicAccountsOfRole,
    GetPublicAccountsOfUser, GetUsersOfPublicAccount, KickPublicAccounts, ListPublicAccounts,
    ResignPublicAccountBatch, SetPublicAccountOfDepartments, SetPublicAccountOfnPost,
    SetuserOfPublicAccount, UnbindPublicAccountOfPost, UnbindUsersPublicAccount,
    UpdatePublicAccount, UpdatePublicAccountBatch,
};
pub use resources::{
    AssociateTenantResource, AuthorizeResources, BatchDeleteCommonResource, CreateResource,
    CreateResourcesBatch, DeleteResource, DeleteResourcesBatch, GetAuthorizedResources,
    GetResource, GetResourceAuthorizedTargets, GetResourcesBatch, IsActionAllowed,
    ListCommonResource, ListResources, UpdateResource,
};
pub use risk_lists::{
    Add, AddRiskListPolicy, AddUser, AddWhitelist, DeleteById, DeleteRiskListPolicyById,
    DeleteUserListById, DeleteWhitelist, FindIpList, FindRiskListPolicy, FindUserList,
    ListWhitelists,
};
pub use roles::{
    AssignRole, AssignRoleBatch, CheckParamsNamespace, CreateAdminRole, CreateRole,
    CreateRolesBatch, DeleteAdminRolesBatch, DeleteRoles, DeleteRolesBatch, GetRole,
    GetRoleAuthorizedResources, ListRoleAssignments, ListRoleDepartments, ListRoleMembers,
    ListRoles, RevokeRole, RevokeRoleBatch, UpdateRole,
};
pub use settings::{
    GetGlobalMfaSettings, GetSecuritySettings, UpdateGlobalMfaSettings, UpdateSecuritySettings,
};
pub use sync_tasks::{
    CancelSyncRiskOperation, CreateSyncTask, GetSyncJob, GetSyncTask, ListSyncJobLogs,
    ListSyncJobs, ListSyncRiskOperations, ListSyncTasks, TriggerSyncRiskOperations,
    TriggerSyncTask, UpdateSyncTask,
};
pub use tenants::{
    AddTenantDepartmentMembers, AddTenantUsers, CreateMultipleTenantAdmin, CreateTenant,
    CreateTenantCooperator, CreateTenantUser, DeleteTenant, DeleteTenantAdmin, DeleteTenantUser,
    GenerateInviteTenantUserLink, GetMultipleTenantAdmin, GetTenant, GetTenantByCode,
    GetTenantCooperator, GetTenantCooperatorMenu, GetTenantLittleInfo, GetTenantUser, ImportTenant,
    ImportTenantHistory, ImportTenantNotifyUser, ListInviteTennatUserRecords,
    ListMultipleTenantAdmin, ListTenantAdmin, ListTenantCooperators, ListTenantUsers, ListTenants,
    RemoveTenantDepartmentMembers, RemoveTenantUsers, SendEmailBatch, SendInviteTenantUserEmail,
    SendSmsBatch, SetTenantAdmin, UpdateTenant, UpdateTenantUser,
};
pub use users::{
    CheckSessionStatus, CreateUser, CreateUsersBatch, DeleteUserSyncRelations, DeleteUsersBatch,
    GetOtpSecretByUser, GetUser, GetUserAccessibleApps, GetUserAuthorizedApps,
    GetUserAuthorizedResources, GetUserBatch, GetUserDepartments, GetUserGroups, GetUserIdentities,
    GetUserLoggedinApps, GetUserLoggedinIdentities, GetUserLoginHistory, GetUserMfaInfo,
    GetUserMfaStatus, GetUserPasswordCiphertext, GetUserPrincipalAuthenticationInfo, GetUserRoles,
    GetUserSyncRelations, HasAnyRole, ImportOtp, IsUserExists, KickUsers, LinkIdentity,
    ListArchivedUsers, ListUsers, ListUsersLegacy, ResetUserPrincipalAuthenticationInfo,
    ResignUser, ResignUserBatch, SetUserDepartments, SetUsersMfaStatus, UnlinkIdentity, UpdateUser,
    UpdateUserBatch, UserFieldDecrypt,
};
pub use webhooks::{
    CreateWebhook, DeleteWebhook, GetWebhook, GetWebhookEventList, GetWebhookLogs, ListWebhooks,
    TriggerWebhook, UpdateWebhook,
};

use crate::client::authing::Row;

/// All methods, by area.
pub(super) const ROWS: &[&[&Row]] = &[
    access_keys::ROWS,
    applications::ROWS,
    asa_accounts::ROWS,
    audit_logs::ROWS,
    billing::ROWS,
    by_hand::ROWS,
    data_permissions::ROWS,
    departments::ROWS,
    devices::ROWS,
    emails::ROWS,
    events::ROWS,
    fields::ROWS,
    groups::ROWS,
    identity_providers::ROWS,
    ldap_server::ROWS,
    metadata::ROWS,
    namespaces::ROWS,
    organizations::ROWS,
    permission_namespaces::ROWS,
    pipelines::ROWS,
    posts::ROWS,
    public_accounts::ROWS,
    resources::ROWS,
    risk_lists::ROWS,
    roles::ROWS,
    settings::ROWS,
    sync_tasks::ROWS,
    tenants::ROWS,
    users::ROWS,
    webhooks::ROWS,
];
