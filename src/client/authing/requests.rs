//! How a table of methods becomes types, methods of both clients, and rows.
//!
//! ```text
//! POST "/api/v3/create-role" AccessKey create_role CreateRole
//!      ["Create a role." ...]             facts, in the order of `Facts::new`
//!      [kind "kind" = "x"]                a constant; most have none
//!      (code: Text "code")  { sort: Choice["A" "B"] "sort" / "a note" }
//!       required             optional; both, as often as the order needs it
//! ```
//!
//! What is made of a line is `inline`: it is compiled where it is used.

/// Makes of every line a request type, a method of each client, and a row; of
/// a line without a type a row alone.
macro_rules! requests {
    ($api:ident, $blocking:ident, $asynchronous:ident:
        $(
            $verb:ident $path:literal $auth:ident $method:ident $request:ident
            [ $summary:literal $($fact:literal)* ]
            $( [ $constant:ident $constant_wire:literal = $text:literal ] )?
            $(
                ( $(
                    $need:ident: $need_kind:ident $([$($need_value:literal)*])?
                    $need_wire:literal $(/ $need_note:literal)?
                ),* )
                { $(
                    $may:ident: $may_kind:ident $([$($may_value:literal)*])?
                    $may_wire:literal $(/ $may_note:literal)?
                ),* }
            )*;
        )*
    ) => {
        $(
            #[doc = $summary]
            ///
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
                        Call $verb $path $auth $method [ $summary $($fact)* ]
                        $( [ $constant $constant_wire = $text ] )?
                        $(
                            ( $(
                                $need: $need_kind $([$($need_value)*])?
                                $need_wire $(/ $need_note)?
                            ),* )
                            { $(
                                $may: $may_kind $([$($may_value)*])?
                                $may_wire $(/ $may_note)?
                            ),* }
                        )*
                    );

                /// A call with what it has to have.
                ///
                $($(
                    #[doc = concat!(
                        "- `", stringify!($need), "`: ",
                        $crate::client::authing::requests::words!(
                            $need_kind $([$($need_value)*])?
                        ),
                        $( "; ", $need_note )?
                    )]
                )*)*
                #[must_use]
                #[inline]
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
                    #[doc = concat!(
                        "Sets `", $may_wire, "`: ",
                        $crate::client::authing::requests::words!(
                            $may_kind $([$($may_value)*])?
                        ),
                        $( "; ", $may_note, )?
                        "."
                    )]
                    #[must_use]
                    #[inline]
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
            $( $verb $path $method $request $summary; )*
        }

        pub(super) const ROWS: &[&$crate::client::authing::Row] = &[$($request::ROW),*];
    };
}
pub(super) use requests;

/// The methods of one client.
macro_rules! methods {
    (
        $kind:ident $async:tt $await:tt $client:ident;
        $( $verb:ident $path:literal $method:ident $request:ident $summary:literal; )*
    ) => {
        impl $client {
            $( $crate::client::authing::requests::method! {
                $async $await $verb $path $method $request $summary
            } )*
        }
    };
}
pub(super) use methods;

macro_rules! method {
    (
        [$($async:ident)?] [$($await:tt)*]
        $verb:ident $path:literal $method:ident $request:ident $summary:literal
    ) => {
        #[doc = $summary]
        ///
        #[doc = concat!("`", stringify!($verb), " ", $path, "`")]
        ///
        /// # Errors
        ///
        /// As [`Self::send`].
        #[inline]
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
        [ $($fact:literal)* ]
        $( [ $constant:ident $constant_wire:literal = $text:literal ] )?
        $( ($($need:tt)*) {$($may:tt)*} )*;
    )*) => {
        pub(super) const ROWS: &[&$crate::client::authing::Row] = &[$(
            &$crate::client::authing::requests::row!(
                $sent $verb $path $auth $method [ $($fact)* ]
                $( [ $constant $constant_wire = $text ] )?
                $( ($($need)*) {$($may)*} )*
            ),
        )*];
    };
}
pub(super) use rows;

macro_rules! row {
    (
        $sent:ident $verb:ident $path:literal $auth:ident $method:ident
        [ $($fact:literal)* ]
        $( [ $constant:ident $constant_wire:literal = $text:literal ] )?
        $(
            ( $(
                $need:ident: $need_kind:ident $([$($need_value:literal)*])?
                $need_wire:literal $(/ $need_note:literal)?
            ),* )
            { $(
                $may:ident: $may_kind:ident $([$($may_value:literal)*])?
                $may_wire:literal $(/ $may_note:literal)?
            ),* }
        )*
    ) => {
        $crate::client::authing::Row {
            endpoint: $crate::client::authing::requests::endpoint!($verb $path $auth $method),
            parameters: &[
                $( $crate::client::authing::row::parameter(
                    stringify!($constant),
                    $constant_wire,
                    $crate::client::authing::Kind::Constant($text),
                    true,
                    "",
                ), )?
                $(
                    $( $crate::client::authing::row::parameter(
                        stringify!($need),
                        $need_wire,
                        $crate::client::authing::requests::kind!(
                            $need_kind $([$($need_value)*])?
                        ),
                        true,
                        concat!($($need_note)?),
                    ), )*
                    $( $crate::client::authing::row::parameter(
                        stringify!($may),
                        $may_wire,
                        $crate::client::authing::requests::kind!(
                            $may_kind $([$($may_value)*])?
                        ),
                        false,
                        concat!($($may_note)?),
                    ), )*
                )*
            ],
            sent: $crate::client::authing::Sent::$sent,
            facts: $crate::client::authing::Facts::new([$($fact),*]),
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

macro_rules! kind {
    ($kind:ident) => {
        $crate::client::authing::Kind::$kind
    };
    ($kind:ident [$($value:literal)*]) => {
        $crate::client::authing::Kind::$kind(&[$($value),*])
    };
}
pub(super) use kind;

/// What a parameter holds, in the documentation.
#[rustfmt::skip]
macro_rules! words {
    (Text) => { "text" };
    (Texts) => { "a list of texts" };
    (Integer) => { "an integer" };
    (Integers) => { "a list of integers" };
    (Flag) => { "true or false" };
    (FlagInQuery) => { "true or false" };
    (Object) => { "an object" };
    (Objects) => { "a list of objects" };
    (List) => { "a list" };
    (Any) => { "any JSON" };
    (JsonText) => { "any JSON" };
    (Choice [$($value:literal)*]) => { concat!("one of", $(" `", $value, "`"),*) };
    (Choices [$($value:literal)*]) => { concat!("a list of", $(" `", $value, "`"),*) };
}
pub(super) use words;

/// The type of an argument.
macro_rules! argument {
    (Text) => { &str };
    (Choice) => { impl AsRef<str> };
    (Texts) => { impl Into<$crate::client::authing::Texts> };
    (Choices) => { impl Into<$crate::client::authing::Texts> };
    (Integer) => { i64 };
    (Flag) => { bool };
    (FlagInQuery) => { bool };
    ($json:ident) => { impl Into<serde_json::Value> };
}
pub(super) use argument;

/// What is kept of an argument.
macro_rules! value {
    (Texts $argument:ident) => {
        serde_json::Value::from(Into::<$crate::client::authing::Texts>::into($argument))
    };
    (Choices $argument:ident) => {
        serde_json::Value::from(Into::<$crate::client::authing::Texts>::into($argument))
    };
    (Choice $argument:ident) => {
        serde_json::Value::from($argument.as_ref())
    };
    ($kind:ident $argument:ident) => {
        $argument.into()
    };
}
pub(super) use value;
