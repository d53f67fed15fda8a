//! What views, enums and typed calls are made of.

use core::fmt;
use core::marker::PhantomData;
use std::slice;
use std::vec::Vec;

use serde_json::Value;

use crate::client::authing::{ApiRequest, Envelope};

/// What can be seen in a JSON value.
pub trait View<'a>: Sized {
    /// The view, when the value is of this kind.
    fn view(value: &'a Value) -> Option<Self>;
}

impl<'a> View<'a> for &'a Value {
    #[inline]
    fn view(value: &'a Value) -> Option<Self> {
        Some(value)
    }
}

impl<'a> View<'a> for &'a str {
    #[inline]
    fn view(value: &'a Value) -> Option<Self> {
        value.as_str()
    }
}

impl View<'_> for i64 {
    #[inline]
    fn view(value: &Value) -> Option<Self> {
        value.as_i64()
    }
}

impl View<'_> for f64 {
    #[inline]
    fn view(value: &Value) -> Option<Self> {
        value.as_f64()
    }
}

impl View<'_> for bool {
    #[inline]
    fn view(value: &Value) -> Option<Self> {
        value.as_bool()
    }
}

/// The items of a list; those of another kind than theirs are passed over.
#[derive(Debug, Clone)]
pub struct Items<'a, T> {
    items: slice::Iter<'a, Value>,
    kind: PhantomData<fn() -> T>,
}

impl<'a, T: View<'a>> Items<'a, T> {
    pub(in crate::client::authing) fn of(items: &'a [Value]) -> Self {
        Self {
            items: items.iter(),
            kind: PhantomData,
        }
    }
}

impl<'a, T: View<'a>> Iterator for Items<'a, T> {
    type Item = T;

    #[inline]
    fn next(&mut self) -> Option<T> {
        self.items.by_ref().find_map(T::view)
    }
}

impl<'a, T: View<'a>> View<'a> for Items<'a, T> {
    #[inline]
    fn view(value: &'a Value) -> Option<Self> {
        Some(Self::of(value.as_array()?))
    }
}

/// A member of an object.
#[inline]
pub(super) fn member<'a, T: View<'a>>(object: &'a Value, name: &str) -> Option<T> {
    object.get(name).and_then(T::view)
}

/// The items of a member; none where there is no list.
#[inline]
pub(super) fn items<'a, T: View<'a>>(object: &'a Value, name: &str) -> Items<'a, T> {
    let items = object.get(name).and_then(Value::as_array);
    Items::of(items.map(Vec::as_slice).unwrap_or_default())
}

/// Names of members alone: the values are about persons.
pub(super) fn debug(name: &str, value: &Value, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    f.write_str(name)?;
    let members = value.as_object().into_iter().flatten();
    f.debug_set()
        .entries(members.map(|(name, _)| name))
        .finish()
}

/// The type of what a member holds.
macro_rules! kind {
    (Text) => { &'a str };
    (Integer) => { i64 };
    (Number) => { f64 };
    (Flag) => { bool };
    (Any) => { &'a serde_json::Value };
    (View $view:ident) => { $crate::client::authing::answers::views::$view<'a> };
    (Choice $choice:ident) => { $crate::client::authing::answers::enums::$choice };
    (List $($item:tt)+) => {
        $crate::client::authing::answers::Items<
            'a,
            $crate::client::authing::answers::machinery::kind!($($item)+)
        >
    };
}
pub(super) use kind;

/// Makes a view of every type.
macro_rules! views {
    ($( $view:ident { $( $name:ident: $kind:ident $($more:ident)* = $wire:literal; )* } )*) => {
        $(
            #[doc = concat!("`", stringify!($view), "` of the official SDKs.")]
            #[derive(Clone, Copy, PartialEq)]
            pub struct $view<'a>(&'a serde_json::Value);

            impl<'a> $view<'a> {
                $(
                    $crate::client::authing::answers::machinery::accessor! {
                        $name $kind [$($more)*] $wire
                    }
                )*

                /// All of it, with what this version does not know.
                #[must_use]
                #[inline]
                pub const fn as_value(self) -> &'a serde_json::Value {
                    self.0
                }
            }

            impl<'a> $crate::client::authing::answers::View<'a> for $view<'a> {
                #[inline]
                fn view(value: &'a serde_json::Value) -> core::option::Option<Self> {
                    value.is_object().then_some(Self(value))
                }
            }

            impl core::fmt::Debug for $view<'_> {
                #[inline]
                fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                    $crate::client::authing::answers::machinery::debug(
                        stringify!($view),
                        self.0,
                        f,
                    )
                }
            }
        )*
    };
}
pub(super) use views;

/// The method of a member.
macro_rules! accessor {
    ($name:ident List [$($item:ident)*] $wire:literal) => {
        #[doc = concat!("The items of `", $wire, "`.")]
        #[inline]
        pub fn $name(
            self,
        ) -> $crate::client::authing::answers::machinery::kind!(List $($item)*) {
            $crate::client::authing::answers::machinery::items(self.0, $wire)
        }
    };
    ($name:ident $kind:ident [$($more:ident)*] $wire:literal) => {
        #[doc = concat!("`", $wire, "`")]
        #[must_use]
        #[inline]
        pub fn $name(
            self,
        ) -> core::option::Option<$crate::client::authing::answers::machinery::kind!($kind $($more)*)> {
            $crate::client::authing::answers::machinery::member(self.0, $wire)
        }
    };
}
pub(super) use accessor;

/// Makes an open enum of every set of values.
macro_rules! choices {
    ($( $choice:ident { $( $variant:ident = $text:literal; )* } )*) => {
        $(
            #[doc = concat!("Values: ", $("`", $text, "`, ",)* "and others.")]
            #[derive(Debug, Clone, PartialEq, Eq, Hash)]
            #[non_exhaustive]
            pub enum $choice {
                $(
                    #[doc = concat!("`", $text, "`")]
                    $variant,
                )*
                /// A value that this version does not know.
                Unlisted(std::string::String),
            }

            impl $choice {
                /// The text on the wire.
                #[must_use]
                #[inline]
                pub fn as_str(&self) -> &str {
                    match self {
                        $( Self::$variant => $text, )*
                        Self::Unlisted(text) => text,
                    }
                }
            }

            impl From<&str> for $choice {
                #[inline]
                fn from(text: &str) -> Self {
                    match text {
                        $( $text => Self::$variant, )*
                        other => Self::Unlisted(other.into()),
                    }
                }
            }

            impl AsRef<str> for $choice {
                #[inline]
                fn as_ref(&self) -> &str {
                    self.as_str()
                }
            }

            impl core::fmt::Display for $choice {
                #[inline]
                fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                    f.write_str(self.as_str())
                }
            }

            impl $crate::client::authing::answers::View<'_> for $choice {
                #[inline]
                fn view(value: &serde_json::Value) -> core::option::Option<Self> {
                    value.as_str().map(Self::from)
                }
            }
        )*
    };
}
pub(super) use choices;

/// A call whose answer is known.
pub trait Answers: ApiRequest {
    /// What is in the answer.
    type Data<'a>: View<'a>;

    /// Whether that is beside `statusCode`, and not in `data`.
    const IS_FLAT: bool;
}

/// Says what requests are answered with.
macro_rules! answers {
    ($client:ident: $( $request:ident = $place:ident $($kind:ident)+; )*) => {
        $(
            impl $crate::client::authing::answers::Answers
                for $crate::client::authing::$client::$request
            {
                type Data<'a> = $crate::client::authing::answers::machinery::kind!($($kind)+);

                const IS_FLAT: bool =
                    $crate::client::authing::answers::machinery::is_flat!($place);
            }
        )*
    };
}
pub(super) use answers;

macro_rules! is_flat {
    (flat) => {
        true
    };
    (data) => {
        false
    };
}
pub(super) use is_flat;

/// The answer to a call, which was not a refusal.
pub struct Data<R> {
    answer: Envelope,
    request: PhantomData<fn() -> R>,
}

impl<R: Answers> Data<R> {
    pub(in crate::client::authing) const fn new(answer: Envelope) -> Self {
        Self {
            answer,
            request: PhantomData,
        }
    }

    /// What is in it, unless that is of another kind than the tables say.
    #[must_use]
    pub fn view(&self) -> Option<R::Data<'_>> {
        let data = self.answer.data();
        let beside = R::IS_FLAT && !data.is_object();
        <R::Data<'_>>::view(if beside { self.answer.answer() } else { data })
    }

    /// The whole answer.
    #[must_use]
    pub const fn envelope(&self) -> &Envelope {
        &self.answer
    }
}

impl<R> fmt::Debug for Data<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Data").field(&self.answer).finish()
    }
}

/// Writes `fetch` of a client that has `run`.
macro_rules! fetch {
    ($kind:ident [$($async:ident)?] [$($await:tt)*] $client:ident; $api:ident) => {
        impl $client {
            /// Sends a call whose answer is known, and gives it as a type; a
            /// refusal is an error. Dropping a future of it cancels the call.
            ///
            /// # Errors
            ///
            /// [`ErrorKind::Refused`](crate::http::ErrorKind::Refused) for a
            /// refusal; and as [`Self::send`].
            pub $($async)? fn fetch<R>(
                &self,
                request: &R,
            ) -> Result<crate::client::authing::answers::Data<R>, Error>
            where
                R: crate::client::authing::answers::Answers<Api = $api>,
            {
                let answer = self.run(request.operation())$($await)*?;
                Ok(crate::client::authing::answers::Data::new(answer.succeeded()?))
            }
        }
    };
}
pub(in crate::client::authing) use fetch;
