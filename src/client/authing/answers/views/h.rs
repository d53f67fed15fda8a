//! Types of answers that begin with H.
//!
//! Written by `cargo xtask authing` from `answers.tsv`.

use crate::client::authing::answers::machinery::views;

views! {
    HasAnyRoleDto {
        has_any_role: Flag = "hasAnyRole";
    }
}
