//! Makes the types of the catalogue.

/// Vendor types: required options in `new`, a method for each other.
macro_rules! vendors {
    ($kind:ident: $(
        $(#[$meta:meta])*
        $name:ident = $class:expr;
        new {
            $(
                $needed:ident: $needed_kind:ident $needed_path:literal
                $( . $needed_more:ident ( $($needed_value:expr),* ) )* ;
            )*
        }
        set {
            $(
                $(#[$option_meta:meta])*
                $option:ident: $option_kind:ident $path:literal
                $( . $more:ident ( $($value:expr),* ) )* ;
            )*
        }
    )*) => {
        use $crate::client::convoai::object::{Member as _, wire_name};
        use $crate::client::convoai::vendors::build::Catalogued;
        #[allow(unused_imports)]
        use $crate::client::convoai::vendors::class::{
            Check, Class, Default, OptionKind, Row, VendorArea, VendorKind, option_type,
        };
        #[allow(unused_imports)]
        use $crate::client::convoai::vendors::rules;
        use $crate::client::convoai::vendors::{Options, Vendor, VendorConfig};
        use $crate::http::Error;

        /// Every class of this module.
        pub(in $crate::client::convoai::vendors) const CLASSES: &[&Class] =
            &[$( $name::CLASS ),*];

        $(
            $(#[$meta])*
            #[derive(Clone, PartialEq)]
            pub struct $name(Catalogued);

            impl $name {
                const CLASS: &'static Class = &$class.rows(&[
                    $(
                        Row::new(stringify!($needed), OptionKind::$needed_kind, $needed_path)
                            $( .$needed_more($($needed_value),*) )*,
                    )*
                    $(
                        Row::new(stringify!($option), OptionKind::$option_kind, $path)
                            $( .$more($($value),*) )*,
                    )*
                ]);

                /// With what is required.
                #[must_use]
                #[allow(clippy::new_without_default)]
                pub fn new(
                    $( $needed: impl Into<option_type!($needed_kind)> ),*
                ) -> Self {
                    #[allow(unused_mut)]
                    let mut vendor = Catalogued::new(Self::CLASS);
                    $(
                        let value: option_type!($needed_kind) = $needed.into();
                        vendor.set(stringify!($needed), value.write());
                    )*
                    Self(vendor)
                }

                $(
                    $(#[$option_meta])*
                    #[must_use]
                    pub fn $option(mut self, value: impl Into<option_type!($option_kind)>) -> Self {
                        let value: option_type!($option_kind) = value.into();
                        self.0.set(wire_name(stringify!($option)), value.write());
                        self
                    }
                )*

                /// A member that no option names: of `params`, and of `llm` itself
                /// for a language model. It wins over options.
                #[must_use]
                pub fn extra(mut self, name: &str, value: impl Into<serde_json::Value>) -> Self {
                    self.0.extra(name, value.into());
                    self
                }

                /// All options at once, by their names here.
                ///
                /// # Errors
                ///
                /// [`ErrorKind::InvalidInput`](crate::http::ErrorKind::InvalidInput)
                /// for an option that is unknown, missing, of another type or out
                /// of its range.
                pub fn from_options(options: Options) -> Result<Self, Error> {
                    Catalogued::from_options(Self::CLASS, options).map(Self)
                }
            }

            impl Vendor for $name {
                fn config(&self) -> Result<VendorConfig, Error> {
                    self.0.config()
                }
            }

            $crate::client::convoai::vendors::make::marked!($kind $name);

            impl core::fmt::Debug for $name {
                fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                    self.0.show(stringify!($name), f)
                }
            }
        )*
    };
}
pub(super) use vendors;

/// The trait of a kind.
macro_rules! marked {
    (Stt $name:ident) => {
        impl $crate::client::convoai::vendors::SttVendor for $name {}
    };
    (Llm $name:ident) => {
        impl $crate::client::convoai::vendors::LlmVendor for $name {}
    };
    (Tts $name:ident) => {
        impl $crate::client::convoai::vendors::TtsVendor for $name {}
    };
    (Mllm $name:ident) => {
        impl $crate::client::convoai::vendors::MllmVendor for $name {}
    };
    (Avatar $name:ident) => {
        impl $crate::client::convoai::vendors::AvatarVendor for $name {}
    };
}
pub(super) use marked;
