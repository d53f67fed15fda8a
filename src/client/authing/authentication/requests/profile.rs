//! Profile.
//!
//! Written by `cargo xtask authing` from `endpoints.tsv`.

use crate::client::authing::authentication::{
    AsyncAuthenticationClient, Authentication, AuthenticationClient,
};
use crate::client::authing::requests::requests;

requests! {
    Authentication, AuthenticationClient, AsyncAuthenticationClient:

    GET "/api/v3/get-profile" UserToken get_profile GetProfile
        [
            "Read the signed-in user's profile." "get_profile" "py,node,java,go,cs" "node"
            "GetProfileDto"
            "py=get_profile;node=getProfile;java=getProfile;go=GetProfile;cs=GetProfile" ""
            "UserSingleRespDto" "UserDto" "-"
        ]
        ()
        {
            with_custom_data: Flag "withCustomData", with_identities: Flag "withIdentities",
            with_department_ids: Flag "withDepartmentIds"
        };

    POST "/api/v3/update-profile" UserToken update_profile UpdateProfile
        [
            "Change the signed-in user's profile." "update_profile" "py,node,java,go,cs" "node+py"
            "UpdateUserProfileDto"
            "py=update_profile;node=updateProfile;java=updateProfile;go=UpdateProfile;cs=UpdateProfile"
            "" "UserSingleRespDto" "UserDto" "-"
        ]
        ()
        {
            name: Text "name", nickname: Text "nickname", photo: Text "photo",
            external_id: Text "externalId", birthdate: Text "birthdate", country: Text "country",
            province: Text "province", city: Text "city", address: Text "address",
            street_address: Text "streetAddress", postal_code: Text "postalCode",
            gender: Choice["M" "F" "U" "W"] "gender", username: Text "username",
            company: Text "company", custom_data: Object "customData",
            identity_number: Text "identityNumber"
        };

    POST "/api/v3/bind-email" UserToken bind_email BindEmail
        [
            "Bind an e-mail address to the account." "bind_email" "py,node,java,go,cs" "node"
            "BindEmailDto" "py=bind_email;node=bindEmail;java=bindEmail;go=BindEmail;cs=BindEmail"
            "" "CommonResponseDto" "none" "-"
        ]
        (pass_code: Text "passCode", email: Text "email")
        {};

    POST "/api/v3/unbind-email" UserToken unbind_email UnbindEmail
        [
            "Remove the account's e-mail address." "unbind_email" "py,node,java,go,cs" "node"
            "UnbindEmailDto"
            "py=unbind_email;node=unbindEmail;java=unbindEmail;go=UnbindEmail;cs=UnbindEmail" ""
            "CommonResponseDto" "none" "-"
        ]
        (pass_code: Text "passCode")
        {};

    POST "/api/v3/bind-phone" UserToken bind_phone BindPhone
        [
            "Bind a phone number to the account." "bind_phone" "py,node,java,go,cs" "node"
            "BindPhoneDto" "py=bind_phone;node=bindPhone;java=bindPhone;go=BindPhone;cs=BindPhone"
            "" "CommonResponseDto" "none" "-"
        ]
        (pass_code: Text "passCode", phone_number: Text "phoneNumber")
        {phone_country_code: Text "phoneCountryCode" / "with the plus sign, such as +86"};

    POST "/api/v3/unbind-phone" UserToken unbind_phone UnbindPhone
        [
            "Remove the account's phone number." "unbind_phone" "py,node,java,go,cs" "node"
            "UnbindPhoneDto"
            "py=unbind_phone;node=unbindPhone;java=unbindPhone;go=UnbindPhone;cs=UnbindPhone" ""
            "CommonResponseDto" "none" "-"
        ]
        (pass_code: Text "passCode")
        {};
}
