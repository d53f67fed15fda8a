//! Types of answers that begin with N.
//!
//! Written by `cargo xtask authing` from `answers.tsv`.

use crate::client::authing::answers::machinery::views;

views! {
    NamespaceDto {
        code: Text = "code";
        name: Text = "name";
        description: Text = "description";
    }

    NamespaceListPagingDto {
        total_count: Integer = "totalCount";
        list: List View NamespacesListRespDto = "list";
    }

    NamespaceRolesListRespDto {
        id: Text = "id";
        name: Text = "name";
        code: Text = "code";
        description: Text = "description";
        namespace: Text = "namespace";
        updated_at: Text = "updatedAt";
    }

    NamespacesListRespDto {
        name: Text = "name";
        code: Text = "code";
        description: Text = "description";
        status: Integer = "status";
    }

    Node {}

    NodeBo {
        node_id: Text = "nodeId";
        node_name: Text = "nodeName";
        node_code: Text = "nodeCode";
    }
}
