//! Types of answers that begin with V.
//!
//! Written by `cargo xtask authing` from `answers.tsv`.

use crate::client::authing::answers::machinery::views;

views! {
    ValidatePasswordResultDto {
        valid: Flag = "valid";
    }

    ValidateTicketV1Response {
        valid: Flag = "valid";
        message: Text = "message";
    }

    ValidateTokenRespDto {
        sub: Text = "sub";
        birthdate: Text = "birthdate";
        family_name: Text = "family_name";
        gender: Text = "gender";
        given_name: Text = "given_name";
        locale: Text = "locale";
        middle_name: Text = "middle_name";
        name: Text = "name";
        nickname: Text = "nickname";
        picture: Text = "picture";
        preferred_username: Text = "preferred_username";
        profile: Text = "profile";
        updated_at: Text = "updated_at";
        website: Text = "website";
        zoneinfo: Text = "zoneinfo";
        email: Text = "email";
        email_verified: Flag = "email_verified";
        phone_number: Text = "phone_number";
        phone_number_verified: Flag = "phone_number_verified";
        nonce: Text = "nonce";
        at_hash: Text = "at_hash";
        aud: Text = "aud";
        exp: Integer = "exp";
        iat: Integer = "iat";
        iss: Text = "iss";
        jti: Text = "jti";
        scope: Text = "scope";
        code: Integer = "code";
        message: Text = "message";
    }

    VerifyAuthenticationResultDto {
        verified: Flag = "verified";
        token_set: View LoginTokenResponseDataDto = "tokenSet";
    }

    VerifyConfigDataDto {
        id: Text = "id";
        app_id: Text = "appId";
        is_win_login: Flag = "isWinLogin";
        is_win_change_pwd: Flag = "isWinChangePwd";
        app_secret: Text = "appSecret";
        public_key: Text = "publicKey";
        auth_address: Text = "authAddress";
        logo: Text = "logo";
        name: Text = "name";
    }

    VerifyDeleteAccountRequestDataDto {
        delete_account_token: Text = "deleteAccountToken";
        token_expires_in: Integer = "tokenExpiresIn";
    }

    VerifyRegistrationResultDto {
        verified: Flag = "verified";
    }

    VerifyUpdateEmailRequestData {
        update_email_token: Text = "updateEmailToken";
        token_expires_in: Integer = "tokenExpiresIn";
    }

    VerifyUpdatePhoneRequestData {
        update_phone_token: Text = "updatePhoneToken";
        token_expires_in: Integer = "tokenExpiresIn";
    }
}
