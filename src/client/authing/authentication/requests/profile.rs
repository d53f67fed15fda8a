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
        ()
        {
            with_custom_data: Flag "withCustomData", with_identities: Flag "withIdentities",
            with_department_ids: Flag "withDepartmentIds"
        };

    POST "/api/v3/update-profile" UserToken update_profile UpdateProfile
        ()
        {
            name: Text "name", nickname: Text "nickname", photo: Text "photo",
            external_id: Text "externalId", birthdate: Text "birthdate", country: Text "country",
            province: Text "province", city: Text "city", address: Text "address",
            street_address: Text "streetAddress", postal_code: Text "postalCode",
            gender: Text "gender", username: Text "username", company: Text "company",
            custom_data: Object "customData", identity_number: Text "identityNumber"
        };

    POST "/api/v3/bind-email" UserToken bind_email BindEmail
        (pass_code: Text "passCode", email: Text "email")
        {};

    POST "/api/v3/unbind-email" UserToken unbind_email UnbindEmail
        (pass_code: Text "passCode")
        {};

    POST "/api/v3/bind-phone" UserToken bind_phone BindPhone
        (pass_code: Text "passCode", phone_number: Text "phoneNumber")
        {phone_country_code: Text "phoneCountryCode"};

    POST "/api/v3/unbind-phone" UserToken unbind_phone UnbindPhone
        (pass_code: Text "passCode")
        {};
}
