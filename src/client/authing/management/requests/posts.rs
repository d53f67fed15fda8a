//! Posts.
//!
//! Written by `cargo xtask authing` from `endpoints.tsv`.

use crate::client::authing::management::{AsyncManagementClient, Management, ManagementClient};
use crate::client::authing::requests::requests;

requests! {
    Management, ManagementClient, AsyncManagementClient:

    GET "/api/v3/list-post" AccessKey post_list PostList
        ()
        {
            keywords: Text "keywords", skip_count: Flag "skipCount", page: Integer "page",
            limit: Integer "limit", with_metadata: Flag "withMetadata",
            with_custom_data: Flag "withCustomData", flat_custom_data: Flag "flatCustomData"
        };

    GET "/api/v3/get-post" AccessKey get_post GetPost
        (code: Text "code")
        {with_custom_data: Flag "withCustomData"};

    GET "/api/v3/get-user-posts" AccessKey get_user_posts GetUserPosts
        (user_id: Text "userId")
        {with_custom_data: Flag "withCustomData"};

    GET "/api/v3/get-user-post" AccessKey get_user_post GetUserPost
        (user_id: Text "userId")
        {with_custom_data: Flag "withCustomData"};

    POST "/api/v3/get-post-by-id" AccessKey get_post_by_id GetPostById
        ()
        {id_list: Texts "idList", with_custom_data: Flag "withCustomData"};

    POST "/api/v3/create-post" AccessKey create_post CreatePost
        (code: Text "code", name: Text "name")
        {description: Text "description", department_id_list: Texts "departmentIdList"};

    POST "/api/v3/update-post" AccessKey update_post UpdatePost
        (code: Text "code", name: Text "name")
        {description: Text "description", department_id_list: Texts "departmentIdList"};

    POST "/api/v3/remove-post" AccessKey remove_post RemovePost
        (code: Text "code")
        {};

    POST "/api/v3/set-user-posts" AccessKey set_user_posts SetUserPosts
        (post_ids: List "postIds", user_id: Text "userId")
        {};

    POST "/api/v3/user-connection-post" AccessKey user_connection_post UserConnectionPost
        (user_id: Text "userId", post_id: Text "postId")
        {};
}
