//! Posts.
//!
//! Written by `cargo xtask authing` from `endpoints.tsv`.

use crate::client::authing::management::{AsyncManagementClient, Management, ManagementClient};
use crate::client::authing::requests::requests;

requests! {
    Management, ManagementClient, AsyncManagementClient:

    GET "/api/v3/list-post" AccessKey post_list PostList
        [
            "List positions." "post_list" "py,node,java,go,cs" "node" "ListPostDto"
            "py=post_list;node=postList;java=postList;go=PostList;cs=PostList" ""
            "PostPaginatedRespDto" "PostPagingDto" "list+totalCount"
        ]
        ()
        {
            keywords: Text "keywords", skip_count: Flag "skipCount",
            page: Integer "page" / "from 1", limit: Integer "limit" / "entries a page, at most 50",
            with_metadata: Flag "withMetadata", with_custom_data: Flag "withCustomData",
            flat_custom_data: Flag "flatCustomData", metadata_no_field_id: Flag "metadataNoFieldId",
            created_after: Integer "createdAfter" / "Unix milliseconds",
            created_before: Integer "createdBefore" / "Unix milliseconds",
            updated_after: Integer "updatedAfter" / "Unix milliseconds",
            updated_before: Integer "updatedBefore" / "Unix milliseconds"
        };

    GET "/api/v3/get-post" AccessKey get_post GetPost
        [
            "Read one position by code." "get_post" "py,node,java,go,cs" "node" "GetPostDto"
            "py=get_post;node=getPost;java=getPost;go=GetPost;cs=GetPost" "" "CreatePostDto" "flat"
            "-"
        ]
        (code: Text "code")
        {with_custom_data: Flag "withCustomData"};

    GET "/api/v3/get-user-posts" AccessKey get_user_posts GetUserPosts
        [
            "List positions held by a user." "get_user_posts" "py,node,java,go,cs" "node"
            "GetUserPostsDto"
            "py=get_user_posts;node=getUserPosts;java=getUserPosts;go=GetUserPosts;cs=GetUserPosts"
            "deprecated upstream" "PostListRespDto" "list<PostDto>" "array"
        ]
        (user_id: Text "userId")
        {with_custom_data: Flag "withCustomData"};

    GET "/api/v3/get-user-post" AccessKey get_user_post GetUserPost
        [
            "Read the single position of a user (obsolete)." "get_user_post" "py,node,java,go,cs"
            "node" "GetUserPostDto"
            "py=get_user_post;node=getUserPost;java=getUserPost;go=GetUserPost;cs=GetUserPost"
            "deprecated upstream" "CreatePostDto" "flat" "-"
        ]
        (user_id: Text "userId")
        {with_custom_data: Flag "withCustomData"};

    POST "/api/v3/get-post-by-id" AccessKey get_post_by_id GetPostById
        [
            "Read positions by their ids." "get_post_by_id" "py,node,java,go,cs" "node"
            "GetPostByIdListDto"
            "py=get_post_by_id;node=getPostById;java=getPostById;go=GetPostById;cs=GetPostById" ""
            "PostRespDto" "PostDto" "-"
        ]
        ()
        {id_list: Text "idList", with_custom_data: Flag "withCustomData"};

    POST "/api/v3/create-post" AccessKey create_post CreatePost
        [
            "Create a position." "create_post" "py,node,java,go,cs" "node" "CreatePostDto"
            "py=create_post;node=createPost;java=createPost;go=CreatePost;cs=CreatePost" ""
            "CreatePostRespDto" "PostInfoDto" "-"
        ]
        (code: Text "code", name: Text "name")
        {
            description: Text "description", department_id_list: Text "departmentIdList",
            id: Text "id"
        };

    POST "/api/v3/update-post" AccessKey update_post UpdatePost
        [
            "Change a position." "update_post" "py,node,java,go,cs" "node" "CreatePostDto"
            "py=update_post;node=updatePost;java=updatePost;go=UpdatePost;cs=UpdatePost" ""
            "CreatePostRespDto" "PostInfoDto" "-"
        ]
        (code: Text "code", name: Text "name")
        {
            description: Text "description", department_id_list: Text "departmentIdList",
            id: Text "id"
        };

    POST "/api/v3/remove-post" AccessKey remove_post RemovePost
        [
            "Delete a position." "remove_post" "py,node,java,go,cs" "node" "RemovePostDto"
            "py=remove_post;node=removePost;java=removePost;go=RemovePost;cs=RemovePost" ""
            "CommonResponseDto" "none" "-"
        ]
        (code: Text "code")
        {};

    POST "/api/v3/set-user-posts" AccessKey set_user_posts SetUserPosts
        [
            "Set the positions of a user." "set_user_posts" "py,node,java,go,cs" "node"
            "SetUserPostsDto"
            "py=set_user_posts;node=setUserPosts;java=setUserPosts;go=SetUserPosts;cs=SetUserPosts"
            "" "CommonResponseDto" "none" "-"
        ]
        (post_ids: Texts "postIds", user_id: Text "userId")
        {};

    POST "/api/v3/user-connection-post" AccessKey user_connection_post UserConnectionPost
        [
            "Attach users to a position." "user_connection_post" "py,node,java,go,cs" "node"
            "UserConnectionPostDto"
            "py=user_connection_post;node=userConnectionPost;java=userConnectionPost;go=UserConnectionPost;cs=UserConnectionPost"
            "" "CommonResponseDto" "none" "-"
        ]
        (user_id: Text "userId", post_id: Text "postId")
        {};

    POST "/api/v3/list-post" AccessKey post_list_batch PostListBatch
        [
            "List positions, filtered by a set of codes." "post_list_batch" "node" "node"
            "ListPostBatchDto" "node=postListBatch" "" "PostPaginatedRespDto" "PostPagingDto"
            "list+totalCount"
        ]
        ()
        {
            keywords: Text "keywords", skip_count: Flag "skipCount",
            page: Integer "page" / "from 1", limit: Integer "limit" / "entries a page, at most 50",
            with_metadata: Flag "withMetadata", with_custom_data: Flag "withCustomData",
            flat_custom_data: Flag "flatCustomData", metadata_no_field_id: Flag "metadataNoFieldId",
            created_after: Integer "createdAfter" / "Unix milliseconds",
            created_before: Integer "createdBefore" / "Unix milliseconds",
            updated_after: Integer "updatedAfter" / "Unix milliseconds",
            updated_before: Integer "updatedBefore" / "Unix milliseconds",
            post_codes: Texts "postCodes"
        };
}
