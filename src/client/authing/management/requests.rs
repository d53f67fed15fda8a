//! The methods of the management clients, a file an area.
//!
//! Written by `cargo xtask authing` from `endpoints.tsv`.

mod access_keys;
mod applications;
mod approvals;
mod asa_accounts;
mod audit_logs;
mod billing;
mod by_hand;
mod data_permissions;
mod departments;
mod device_scopes;
mod devices;
mod emails;
mod events;
mod fields;
mod groups;
mod identity_providers;
mod invitations;
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
    GetApplicationSimpleInfo, GetMfaTriggerData, GetVerifyConfig, GetVerifyConfigApp,
    GetWechatMpAccessTokenInfo, ListApplicationActiveUsers, ListApplicationSimpleInfo,
    ListApplications, ListAuthApplication, ListAuthSubject, ListTenantApplications,
    RefreshApplicationSecret, RevokeApplicationAccess, UpdateApplication,
    UpdateApplicationMfaSettings, UpdateApplicationPermissionStrategy, UpdateLoginPageConfig,
    UpdateTenantQrCodeState, UpdateUserPoolTenantConfig, UserpollTenantConfig,
};
pub use approvals::{
    BatchProcessApproval, ClosedList, GetDetail, LogList, PendList, ProcessApproval,
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
    AuthorizeDataPolicies, BatchCreateDnef, CheckDataPolicyExists, CheckDataResourceExists,
    CheckExternalUserPermission, CheckPermission, CheckUserSameLevelPermission, CreateDataPolicy,
    CreateDataResource, CreateDataResourceByArray, CreateDataResourceByString,
    CreateDataResourceByTree, CreateDnef, DeleteDataPolicy, DeleteDataResource, DeleteDnef,
    GetDataPolicy, GetDataResource, GetExternalUserResourceStruct, GetUserPermissionList,
    GetUserResourcePermissionList, GetUserResourceStruct, ListDataPolices, ListDataPolicyTargets,
    ListDataResources, ListDnef, ListPermissionView, ListResourceTargets, ListSimpleDataPolices,
    RevokeDataPolicy, UpdateDataPolicy, UpdateDataResource, UpdateDnef,
};
pub use departments::{
    AddDepartmentMembers, CreateDepartment, CreateDepartmentTree, DeleteDepartment,
    DeleteDepartmentSyncRelations, GetAllDepartments, GetDepartment, GetDepartmentAllApp,
    GetDepartmentById, GetDepartmentSyncRelations, GetParentDepartment, IsUserInDepartment,
    ListChildrenDepartments, ListDepartmentMemberIds, ListDepartmentMembers,
    RemoveDepartmentMembers, SearchDepartmentMembers, SearchDepartments, SearchDepartmentsList,
    UpdateDepartment, UpdateNodeStatus,
};
pub use device_scopes::{
    FindAppLists, GetAllValidScopeSettings, GetAllWhiteListSettings, GetRuleSettings, Remove,
    SaveInvitationPolicies, UpdateRuleSettings,
};
pub use devices::{
    AddDevice, CreateDevice, CreateVerifyDevice, DeleteDevice, DeleteDeviceV2, DisableDevice,
    DisableDeviceV2, EnableDevice, EnableDeviceV2, FindLastLoginAppsByDeviceIds,
    FindLastLoginAppsByDeviceIdsV2, GetDeviceStatus, SuspendDevice, SuspendDeviceV2,
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
pub use invitations::{
    AddPolicyUserAttribution, AddPolicyUserAttributionsBatch, Approval, BatchBindPolicy,
    BatchDeleteInvitationPolicies, BatchUnbindPolicy, CopyInvitationPolicyById,
    CreateInvitationPolicy, CreateInvitationRoster, DeleteInvitationRoster,
    DeleteInvitationRosterBatch, DeleteInvitees, ExportUsers, Filter, FilterUsers,
    GenerateUniversalInvitation, GetInvitationRoster, GetInviteEmailTemplate, GetPolicyDetailById,
    GetPolicyUserAttributionDetail, GetUniversalInvitation, GetUserAttributionMainDepartment,
    ImportTemplate, ImportUsers, ListInvitationPolicies, ListInvitationRoster,
    ListInvitationRostersByNonPolicyId, ListInvitationRostersByPolicyId,
    ListPolicyUserAttributionDetail, ListRegisterExtendsFields, QuickFilterInviteeList, Reject,
    RemovePolicyUserAttribution, RemovePolicyUserAttributionsBatch,
    RemoveUserAttributionMainDepartment, RevertRosterInvitation, RevertRosterInvitationBatch,
    SendRosterInvitation, SendRosterInvitationBatch, SetUserAttributionMainDepartment,
    UpdateInvitationPolicy, UpdateInvitationRoster, UpdateInviteEmailTemplate,
    UpdateRegisterExtendsFields, UpdateUniversalInvitation, Upload,
};
pub use ldap_server::{
    DisableLdapServer, GetBindPwd, QueryLdapConfigInfo, QueryLdapLog, QueryLdapSubEntries,
    SaveLdapConfigInfo, UpdateLdapConfigInfo,
};
pub use metadata::{
    Capture, CopyOperate, CopyRowRelation, CreateField, CreateModel, CreateOperate, CreateRow,
    CreateRowRelation, ExecuteOperate, ExportMeatdata, ExportModel, GetAllMetadata,
    GetAllMetadataRow, GetImportTemplate, GetMetadataGroupList, GetModel, GetRelationDetails,
    GetRelationInfo, GetRelationValue, GetRow, GetRowBatch, GetRowByValue, ImportMetadata,
    ImportModel, ListField, ListModel, ListOperate, ListOperateAll, ListRow, RelationSearch,
    RemoteField, RemoveModel, RemoveOperate, RemoveRelationValue, RemoveRow, UpdateField,
    UpdateModel, UpdateOperate, UpdateRow,
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
    CreatePost, GetPost, GetPostById, GetUserPost, GetUserPosts, PostList, PostListBatch,
    RemovePost, SetUserPosts, UpdatePost, UserConnectionPost,
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
    Add, AddRiskListPolicy, AddUser, AddWhitelist, AddWhitelistOfApp, DeleteById,
    DeleteRiskListPolicyById, DeleteUserListById, DeleteWhitelist, DeleteWhitelistOfApp,
    FindIpList, FindRiskListPolicy, FindUserList, ListWhitelists, ListWhitelistsOfApp,
};
pub use roles::{
    AssignRole, AssignRoleBatch, CheckMutualExclusion, CheckParamsNamespace, CreateAdminRole,
    CreateRole, CreateRolesBatch, DeleteAdminRolesBatch, DeleteRoles, DeleteRolesBatch, GetRole,
    GetRoleAuthorizedResources, ListRoleAssignments, ListRoleDepartments, ListRoleMembers,
    ListRoles, RevokeRole, RevokeRoleBatch, UpdateRole,
};
pub use settings::{
    CloseGlobalMfaSettings, GetGlobalMfaSettings, GetSecuritySettings, UpdateGlobalMfaSettings,
    UpdateSecuritySettings,
};
pub use sync_tasks::{
    CancelSyncRiskOperation, CreateSyncTask, GetSyncJob, GetSyncTask, ListSyncJobLogs,
    ListSyncJobs, ListSyncRiskOperations, ListSyncTasks, TriggerSyncRiskOperations,
    TriggerSyncTask, UpdateSyncTask,
};
pub use tenants::{
    AddTenantDepartmentMembers, AddTenantUsers, CreateMultipleTenantAdmin, CreateTenant,
    CreateTenantCooperator, CreateTenantEnterpriseCertification, CreateTenantUser,
    DeleteMultipleTenantAdmin, DeleteTenant, DeleteTenantAdmin, DeleteTenantCooperator,
    DeleteTenantUser, GenerateInviteTenantUserLink, GetMultipleTenantAdmin, GetTenant,
    GetTenantByCode, GetTenantCooperator, GetTenantCooperatorMenu,
    GetTenantEnterpriseCertification, GetTenantLittleInfo, GetTenantUser, ImportTenant,
    ImportTenantHistory, ImportTenantNotifyUser, ListInviteTennatUserRecords,
    ListMultipleTenantAdmin, ListTenantAdmin, ListTenantCooperators, ListTenantUsers, ListTenants,
    RemoveTenantDepartmentMembers, RemoveTenantUsers, ReviewTenantEnterpriseCertification,
    SendEmailBatch, SendInviteTenantUserEmail, SendSmsBatch, SetTenantAdmin,
    UpdateMultipleTenantAdmin, UpdateTenant, UpdateTenantCooperator,
    UpdateTenantEnterpriseCertification, UpdateTenantUser,
};
pub use users::{
    CheckSessionStatus, CreateUser, CreateUsersBatch, DeleteUserSyncRelations, DeleteUsersBatch,
    GetOtpSecretByUser, GetUser, GetUserAccessibleApps, GetUserAuthorizedApps,
    GetUserAuthorizedResources, GetUserBatch, GetUserDepartments, GetUserEncryptPasswordBatch,
    GetUserGroups, GetUserIdentities, GetUserLoggedinApps, GetUserLoggedinIdentities,
    GetUserLoginHistory, GetUserMfaInfo, GetUserMfaStatus, GetUserPasswordCiphertext,
    GetUserPrincipalAuthenticationInfo, GetUserRoles, GetUserSyncRelations, HasAnyRole, ImportOtp,
    IsUserExists, KickUsers, LinkIdentity, ListArchivedUsers, ListUsers, ListUsersByKeywords,
    ListUsersLegacy, ResetUserPrincipalAuthenticationInfo, ResignUser, ResignUserBatch,
    SendUserResetPasswordEmailLink, SetUserDepartments, SetUsersMfaStatus, UnlinkIdentity,
    UpdateUser, UpdateUserBatch, UserFieldDecrypt,
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
    approvals::ROWS,
    asa_accounts::ROWS,
    audit_logs::ROWS,
    billing::ROWS,
    by_hand::ROWS,
    data_permissions::ROWS,
    departments::ROWS,
    device_scopes::ROWS,
    devices::ROWS,
    emails::ROWS,
    events::ROWS,
    fields::ROWS,
    groups::ROWS,
    identity_providers::ROWS,
    invitations::ROWS,
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
