//! Types of answers that begin with Q.
//!
//! Written by `cargo xtask authing` from `answers.tsv`.

use crate::client::authing::answers::machinery::views;

views! {
    QRCodeStatusBriefUserInfoDto {
        display_name: Text = "displayName";
        photo: Text = "photo";
    }

    QrcodeLoginStrategyDto {
        qrcode_expires_in: Integer = "qrcodeExpiresIn";
        qrcode_expires_in_unit: Text = "qrcodeExpiresInUnit";
        ticket_expires_in: Integer = "ticketExpiresIn";
        ticket_expires_in_unit: Text = "ticketExpiresInUnit";
        allow_exchange_user_info_from_browser: Flag = "allowExchangeUserInfoFromBrowser";
        return_full_user_info: Flag = "returnFullUserInfo";
    }

    QuickFilterInviteePaginationDto {
        total_count: Integer = "totalCount";
        list: List View QuickFilterInviteeRecordDto = "list";
    }

    QuickFilterInviteeRecordDto {
        roster_id: Text = "rosterId";
        roster_name: Text = "rosterName";
        invitee_id: Text = "inviteeId";
        invitee_name: Text = "inviteeName";
        invitee_phone_country_code: Text = "inviteePhoneCountryCode";
        invitee_phone: Text = "inviteePhone";
        invitee_email: Text = "inviteeEmail";
        invitee_status: Choice InviteeStatus = "inviteeStatus";
        invitee_source: Choice InviteeSource = "inviteeSource";
    }
}
