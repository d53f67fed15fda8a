//! Access keys.
//!
//! Written by `cargo xtask authing` from `endpoints.tsv`.

use crate::client::authing::management::{AsyncManagementClient, Management, ManagementClient};
use crate::client::authing::requests::requests;

requests! {
    Management, ManagementClient, AsyncManagementClient:

    GET "/api/v3/list-access-key" AccessKey get_access_key_list GetAccessKeyList
        [
            "List co-administrators' access keys." "get_access_key_list" "py,node,java,go,cs" "node"
            "ListAccessKeyDto"
            "py=get_access_key_list;node=getAccessKeyList;java=getAccessKeyList;go=GetAccessKeyList;cs=GetAccessKeyList"
            "" "ListAccessKeyResponseDto" "list<ListAccessKeyRespDto>" "array"
        ]
        ()
        {
            user_id: Text "userId", tenant_id: Text "tenantId", r#type: Text "type",
            status: Texts "status"
        };

    GET "/api/v3/get-access-key" AccessKey get_access_key GetAccessKey
        [
            "Read one access key with its details." "get_access_key" "py,node,java,go,cs" "node"
            "GetAccessKeyDto"
            "py=get_access_key;node=getAccessKey;java=getAccessKey;go=GetAccessKey;cs=GetAccessKey"
            "" "GetAccessKeyResponseDto" "list<GetAccessKeyRespDto>" "array"
        ]
        (user_id: Text "userId", access_key_id: Text "accessKeyId")
        {};

    POST "/api/v3/create-access-key" AccessKey create_access_key CreateAccessKey
        [
            "Create an access key for a co-administrator." "create_access_key" "py,node,java,go,cs"
            "node" "CreateAccessKeyDto"
            "py=create_access_key;node=createAccessKey;java=createAccessKey;go=CreateAccessKey;cs=CreateAccessKey"
            "" "CreateAccessKeyResponseDto" "list<CreateAccessKeyRespDto>" "array"
        ]
        (r#type: Text "type")
        {user_id: Text "userId", tenant_id: Text "tenantId"};

    POST "/api/v3/delete-access-key" AccessKey delete_access_key DeleteAccessKey
        [
            "Delete an access key." "delete_access_key" "py,node,java,go,cs" "node"
            "DeleteAccessKeyDto"
            "py=delete_access_key;node=deleteAccessKey;java=deleteAccessKey;go=DeleteAccessKey;cs=DeleteAccessKey"
            "" "CommonResponseDto" "none" "-"
        ]
        (access_key_id: Text "accessKeyId")
        {};

    POST "/api/v3/update-access-key" AccessKey update_access_key UpdateAccessKey
        [
            "Change an access key." "update_access_key" "py,node,java,go,cs" "node"
            "UpdateAccessKeyDto"
            "py=update_access_key;node=updateAccessKey;java=updateAccessKey;go=UpdateAccessKey;cs=UpdateAccessKey"
            "" "IsSuccessRespDto" "IsSuccessDto" "-"
        ]
        (enable: Flag "enable", access_key_id: Text "accessKeyId")
        {};
}
