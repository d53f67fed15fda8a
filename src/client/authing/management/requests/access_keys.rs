//! Access keys.
//!
//! Written by `cargo xtask authing` from `endpoints.tsv`.

use crate::client::authing::management::{AsyncManagementClient, Management, ManagementClient};
use crate::client::authing::requests::requests;

requests! {
    Management, ManagementClient, AsyncManagementClient:

    GET "/api/v3/list-access-key" AccessKey get_access_key_list GetAccessKeyList
        ()
        {
            user_id: Text "userId", tenant_id: Text "tenantId", r#type: Text "type",
            status: Text "status"
        };

    GET "/api/v3/get-access-key" AccessKey get_access_key GetAccessKey
        (user_id: Text "userId", access_key_id: Text "accessKeyId")
        {};

    POST "/api/v3/create-access-key" AccessKey create_access_key CreateAccessKey
        (r#type: Text "type")
        {user_id: Text "userId", tenant_id: Text "tenantId"};

    POST "/api/v3/delete-access-key" AccessKey delete_access_key DeleteAccessKey
        (access_key_id: Text "accessKeyId")
        {};

    POST "/api/v3/update-access-key" AccessKey update_access_key UpdateAccessKey
        (enable: Flag "enable", access_key_id: Text "accessKeyId")
        {};
}
