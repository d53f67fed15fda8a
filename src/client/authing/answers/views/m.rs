//! Types of answers that begin with M.
//!
//! Written by `cargo xtask authing` from `answers.tsv`.

use crate::client::authing::answers::machinery::views;

views! {
    MFASettingsDto {
        enabled_factors: List Choice FactorType = "enabledFactors";
    }

    MauPeriodUsageHistory {
        records: List View MauPeriodUsageHistoryDto = "records";
    }

    MauPeriodUsageHistoryDto {
        period_start_time: Text = "periodStartTime";
        period_end_time: Text = "periodEndTime";
        amount: Text = "amount";
        current: Text = "current";
    }

    MfaTokenIntrospectResponse {
        active: Flag = "active";
        user_pool_id: Text = "userPoolId";
        user_id: Text = "userId";
        exp: Integer = "exp";
        iat: Integer = "iat";
    }

    MultipleTenantAdminDto {
        user_id: Text = "userId";
        name: Text = "name";
        phone: Text = "phone";
        email: Text = "email";
        api_authorized: Flag = "apiAuthorized";
        last_login: Text = "lastLogin";
    }

    MultipleTenantAdminListPagingDto {
        total_count: Integer = "totalCount";
        list: List View MultipleTenantAdminDto = "list";
    }
}
