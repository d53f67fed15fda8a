//! How a table of methods becomes types, methods of both clients, and rows.
//!
//! ```text
//! POST "/api/v3/create-role" AccessKey create_role CreateRole
//!      (code: Text "code")  { description: Text "description" }
//!       required             optional; both, as often as the order needs it
//! ```

/// Makes of every line a request type, a method of each client, and a row; of
/// a line without a type a row alone.
macro_rules! requests {
    ($api:ident, $blocking:ident, $asynchronous:ident:
        $(
            $verb:ident $path:literal $auth:ident $method:ident $request:ident
            $( [ $constant:ident $constant_wire:literal = $text:literal ] )?
            $(
                ( $( $need:ident: $need_kind:ident $need_wire:literal ),* )
                { $( $may:ident: $may_kind:ident $may_wire:literal ),* }
            )*;
        )*
    ) => {
        $(
            #[doc = concat!("`", stringify!($verb), " ", $path, "`")]
            ///
            #[doc = concat!("A call of `", stringify!($method), "`.")]
            #[derive(Debug, Clone)]
            pub struct $request($crate::client::authing::Operation<$api>);

            #[allow(
                clippy::new_without_default,
                clippy::too_many_arguments,
                clippy::wrong_self_convention,
                reason = "names and numbers of parameters are the service's"
            )]
            impl $request {
                const ROW: &'static $crate::client::authing::Row =
                    &$crate::client::authing::requests::row!(
                        Call $verb $path $auth $method
                        $( [ $constant $constant_wire = $text ] )?
                        $(
                            ( $( $need: $need_kind $need_wire ),* )
                            { $( $may: $may_kind $may_wire ),* }
                        )*
                    );

                /// A call with what it has to have.
                #[must_use]
                pub fn new(
                    $($( $need: $crate::client::authing::requests::argument!($need_kind), )*)*
                ) -> Self {
                    let operation = $crate::client::authing::Operation::new(Self::ROW);
                    $($(
                        let operation = operation.set(
                            $need_wire,
                            $crate::client::authing::requests::value!($need_kind $need),
                        );
                    )*)*
                    Self(operation)
                }

                $($(
                    #[doc = concat!("Sets `", $may_wire, "`.")]
                    #[must_use]
                    pub fn $may(
                        self,
                        value: $crate::client::authing::requests::argument!($may_kind),
                    ) -> Self {
                        let value = $crate::client::authing::requests::value!($may_kind value);
                        Self(self.0.set($may_wire, value))
                    }
                )*)*
            }

            impl $crate::client::authing::ApiRequest for $request {
                type Api = $api;

                fn operation(&self) -> &$crate::client::authing::Operation<$api> {
                    &self.0
                }

                fn operation_mut(&mut self) -> &mut $crate::client::authing::Operation<$api> {
                    &mut self.0
                }
            }
        )*

        crate::http::both::both! {
            $crate::client::authing::requests::methods: $blocking / $asynchronous;
            $( $verb $path $method $request; )*
        }

        pub(super) const ROWS: &[&$crate::client::authing::Row] = &[$($request::ROW),*];
    };
}
pub(super) use requests;

/// The methods of one client.
macro_rules! methods {
    (
        $kind:ident $async:tt $await:tt $client:ident;
        $( $verb:ident $path:literal $method:ident $request:ident; )*
    ) => {
        impl $client {
            $( $crate::client::authing::requests::method! {
                $async $await $verb $path $method $request
            } )*
        }
    };
}
pub(super) use methods;

macro_rules! method {
    (
        [$($async:ident)?] [$($await:tt)*]
        $verb:ident $path:literal $method:ident $request:ident
    ) => {
        #[doc = concat!("`", stringify!($verb), " ", $path, "`")]
        ///
        /// # Errors
        ///
        /// As [`Self::send`].
        pub $($async)? fn $method(
            &self,
            request: &$request,
        ) -> Result<$crate::client::authing::Envelope, $crate::http::Error> {
            self.run(&request.0)$($await)*
        }
    };
}
pub(super) use method;

/// Makes rows of what the clients have methods of their own for.
macro_rules! rows {
    ($(
        $sent:ident $verb:ident $path:literal $auth:ident $method:ident
        $( [ $constant:ident $constant_wire:literal = $text:literal ] )?
        $(
            ( $( $need:ident: $need_kind:ident $need_wire:literal ),* )
            { $( $may:ident: $may_kind:ident $may_wire:literal ),* }
        )*;
    )*) => {
        pub(super) const ROWS: &[&$crate::client::authing::Row] = &[$(
            &$crate::client::authing::requests::row!(
                $sent $verb $path $auth $method
                $( [ $constant $constant_wire = $text ] )?
                $(
                    ( $( $need: $need_kind $need_wire ),* )
                    { $( $may: $may_kind $may_wire ),* }
                )*
            ),
        )*];
    };
}
pub(super) use rows;

macro_rules! row {
    (
        $sent:ident $verb:ident $path:literal $auth:ident $method:ident
        $( [ $constant:ident $constant_wire:literal = $text:literal ] )?
        $(
            ( $( $need:ident: $need_kind:ident $need_wire:literal ),* )
            { $( $may:ident: $may_kind:ident $may_wire:literal ),* }
        )*
    ) => {
        $crate::client::authing::Row {
            endpoint: $crate::client::authing::requests::endpoint!($verb $path $auth $method),
            parameters: &[
                $( $crate::client::authing::requests::parameter!(
                    constant $constant $constant_wire $text
                ), )?
                $(
                    $( $crate::client::authing::requests::parameter!(
                        required $need $need_kind $need_wire
                    ), )*
                    $( $crate::client::authing::requests::parameter!(
                        optional $may $may_kind $may_wire
                    ), )*
                )*
            ],
            sent: $crate::client::authing::Sent::$sent,
        }
    };
}
pub(super) use row;

macro_rules! endpoint {
    ($verb:ident $path:literal $auth:ident $method:ident) => {
        $crate::client::authing::row::endpoint(
            stringify!($method),
            stringify!($verb),
            $path,
            $crate::client::authing::requests::auth!($auth),
        )
    };
}
pub(super) use endpoint;

/// The words of the table.
macro_rules! auth {
    (Nothing) => {
        $crate::http::AuthKind::None
    };
    (UserToken) => {
        $crate::http::AuthKind::Bearer
    };
    (AppSecret) => {
        $crate::http::AuthKind::Client
    };
    (AccessKey) => {
        $crate::http::AuthKind::Client
    };
}
pub(super) use auth;

macro_rules! parameter {
    (constant $name:ident $wire:literal $text:literal) => {
        $crate::client::authing::row::parameter(
            stringify!($name),
            $wire,
            $crate::client::authing::Kind::Constant($text),
            true,
        )
    };
    (required $name:ident $kind:ident $wire:literal) => {
        $crate::client::authing::row::parameter(
            stringify!($name),
            $wire,
            $crate::client::authing::Kind::$kind,
            true,
        )
    };
    (optional $name:ident $kind:ident $wire:literal) => {
        $crate::client::authing::row::parameter(
            stringify!($name),
            $wire,
            $crate::client::authing::Kind::$kind,
            false,
        )
    };
}
pub(super) use parameter;

/// The type of an argument.
macro_rules! argument {
    (Text) => { &str };
    (Texts) => { impl Into<$crate::client::authing::Texts> };
    (Integer) => { i64 };
    (Flag) => { bool };
    ($json:ident) => { impl Into<serde_json::Value> };
}
pub(super) use argument;

/// What is kept of an argument.
macro_rules! value {
    (Texts $argument:ident) => {
        serde_json::Value::from(Into::<$crate::client::authing::Texts>::into($argument))
    };
    ($kind:ident $argument:ident) => {
        $argument.into()
    };
}
pub(super) use value;
