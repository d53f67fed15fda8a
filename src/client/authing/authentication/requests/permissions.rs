//! Permissions.
//!
//! Written by `cargo xtask authing` from `endpoints.tsv`.

use crate::client::authing::authentication::{
    AsyncAuthenticationClient, Authentication, AuthenticationClient,
};
use crate::client::authing::requests::requests;

requests! {
    Authentication, AuthenticationClient, AsyncAuthenticationClient:

    POST "/api/v3/check-permission-string-resource" UserToken check_permission_by_string_resource CheckPermissionByStringResource
        [
            "Check rights on resources given as plain text." "check_permission_by_string_resource"
            "py,node,java,go" "node" "CheckPermissionStringResourceDto"
            "py=check_permission_by_string_resource;node=checkPermissionByStringResource;java=checkPermissionByStringResource;go=CheckPermissionByStringResource"
            "" "CheckResourcePermissionsRespDto" "CheckResourcePermissionDataDto" "-"
        ]
        (resources: Texts "resources", action: Text "action")
        {};

    POST "/api/v3/check-permission-array-resource" UserToken check_permission_by_array_resource CheckPermissionByArrayResource
        [
            "Check rights on array-type resources." "check_permission_by_array_resource"
            "py,node,java,go" "node" "CheckPermissionArrayResourceDto"
            "py=check_permission_by_array_resource;node=checkPermissionByArrayResource;java=checkPermissionByArrayResource;go=CheckPermissionByArrayResource"
            "" "CheckResourcePermissionsRespDto" "CheckResourcePermissionDataDto" "-"
        ]
        (resources: Texts "resources", action: Text "action")
        {};

    POST "/api/v3/check-permission-tree-resource" UserToken check_permission_by_tree_resource CheckPermissionByTreeResource
        [
            "Check rights on tree-type resources." "check_permission_by_tree_resource"
            "py,node,java,go" "node" "CheckPermissionTreeResourceDto"
            "py=check_permission_by_tree_resource;node=checkPermissionByTreeResource;java=checkPermissionByTreeResource;go=CheckPermissionByTreeResource"
            "" "CheckResourcePermissionsRespDto" "CheckResourcePermissionDataDto" "-"
        ]
        (resources: Texts "resources", action: Text "action")
        {};

    GET "/api/v3/get-user-auth-resource-list" UserToken get_user_authorized_resources_list GetUserAuthorizedResourcesList
        [
            "List resources granted within the signed-in application."
            "get_user_authorized_resources_list" "py,node,java,go" "node" ""
            "py=get_user_authorized_resources_list;node=getUserAuthorizedResourcesList;java=getUserAuthorizedResourcesList;go=GetUserAuthorizedResourcesList"
            "" "GetUserAuthResourceListRespDto" "GetUserAuthResourceListDataDto" "-"
        ];

    POST "/api/v3/get-user-auth-resource-permission-list" UserToken get_user_auth_resource_permission_list GetUserAuthResourcePermissionList
        [
            "List the user's rights on named resources." "get_user_auth_resource_permission_list"
            "py,node,java,go" "node" "GetUserAuthResourcePermissionListDto"
            "py=get_user_auth_resource_permission_list;node=getUserAuthResourcePermissionList;java=getUserAuthResourcePermissionList;go=GetUserAuthResourcePermissionList"
            "" "GetUserAuthResourcePermissionListRespDto" "GetUserAuthResourcePermissionListDataDto"
            "-"
        ]
        (resources: Texts "resources")
        {};

    POST "/api/v3/get-user-auth-resource-struct" UserToken get_user_auth_resource_struct GetUserAuthResourceStruct
        [
            "Read the structure of one granted resource." "get_user_auth_resource_struct"
            "py,node,java,go" "node" "GetUserAuthResourceStructDto"
            "py=get_user_auth_resource_struct;node=getUserAuthResourceStruct;java=getUserAuthResourceStruct;go=GetUserAuthResourceStruct"
            "" "GetUserAuthResourceStructRespDto" "GetUserAuthResourceStructDataDto" "-"
        ]
        (resource: Text "resource")
        {};

    POST "/api/v2/applications/subject/person/list" UserToken list_subject_auth ListSubjectAuth
        [
            "List access grants of the signed-in person." "list_subject_auth" "node" "node" ""
            "node=listSubjectAuth" "no SDK sends a body here" "" "unknown" "-"
        ];
}
