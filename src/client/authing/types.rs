//! The objects that the guide shows, for parameters that take any JSON object.
//! What has no setter is set with `with`; `serde_json::json!` does as well.

use core::fmt;
use std::string::ToString;

use serde_json::{Map, Value};

use super::requests::{argument, value};

/// Makes types that are JSON objects being put together.
macro_rules! objects {
    ($(
        $(#[$meta:meta])*
        $name:ident { $( $setter:ident: $kind:ident $wire:literal, )* }
    )*) => { $(
        $(#[$meta])*
        #[derive(Clone, Default, PartialEq)]
        pub struct $name(Map<std::string::String, Value>);

        impl $name {
            /// Nothing is set.
            #[must_use]
            pub fn new() -> Self {
                Self::default()
            }

            $(
                #[doc = concat!("Sets `", $wire, "`.")]
                #[must_use]
                pub fn $setter(self, value: argument!($kind)) -> Self {
                    let value: Value = value!($kind value);
                    self.with($wire, value)
                }
            )*

            /// Sets any member.
            #[must_use]
            pub fn with(mut self, name: &str, value: impl Into<Value>) -> Self {
                self.0.insert(name.to_string(), value.into());
                self
            }
        }

        impl From<$name> for Value {
            fn from(object: $name) -> Self {
                object.0.into()
            }
        }

        impl fmt::Debug for $name {
            /// The names of the members alone: they are about a person.
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(stringify!($name))?;
                f.debug_set().entries(self.0.keys()).finish()
            }
        }
    )* };
}

objects! {
    /// Which part of a list.
    ///
    /// ```
    /// use serde_json::{Value, json};
    /// use tokenmint::client::authing::{ListOptions, Pagination};
    ///
    /// let options = ListOptions::new().pagination(Pagination::new().page(1).limit(10));
    /// assert_eq!(Value::from(options), json!({"pagination": {"page": 1, "limit": 10}}));
    /// ```
    Pagination {
        page: Integer "page",
        limit: Integer "limit",
    }

    /// `options` of `list_users` and its like.
    ListOptions {
        pagination: Object "pagination",
        sort: List "sort",
        with_custom_data: Flag "withCustomData",
        with_post: Flag "withPost",
        with_identities: Flag "withIdentities",
        with_department_ids: Flag "withDepartmentIds",
    }

    /// `options` of the sign-in methods. `passwordEncryptType` says how the
    /// caller has encrypted the password: `none`, `rsa` or `sm2`.
    SignInOptions {
        scope: Text "scope",
        client_ip: Text "clientIp",
        context: Object "context",
        tenant_id: Text "tenantId",
        custom_data: Object "customData",
        auto_register: Flag "autoRegister",
        captcha_code: Text "captchaCode",
        captcha_token: Text "captchaToken",
        password_encrypt_type: Text "passwordEncryptType",
    }

    /// `profile` of the sign-up methods.
    Profile {
        name: Text "name",
        nickname: Text "nickname",
        photo: Text "photo",
        external_id: Text "externalId",
        birthdate: Text "birthdate",
        country: Text "country",
        province: Text "province",
        city: Text "city",
        address: Text "address",
        street_address: Text "streetAddress",
        postal_code: Text "postalCode",
        gender: Text "gender",
        username: Text "username",
        company: Text "company",
        custom_data: Object "customData",
    }
}
