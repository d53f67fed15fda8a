//! Lists, page by page.
//!
//! | the call has | so a page is asked for with |
//! |---|---|
//! | `page`, `limit`; `pageNo`, `pageSize` | the next number |
//! | `pagination`, or `options` with one inside | the next number in there |
//! | `startIndex`, `maxSize` | how many entries there were |
//! | `scrollId` | the one that the page before has |
//! | none of them | there is one page |
//!
//! It is over after as many entries as `totalCount` says, after a page that is
//! empty or has fewer entries than were asked for, and, as an error, after a
//! page that came already.

use core::fmt;
use std::format;

use serde_json::{Value, json};

use super::{
    ApiRequest, Envelope, Kind, Operation,
    row::{Parameter, Row},
};
use crate::http::{Error, ErrorKind};

/// Entries a page where the caller says nothing.
const LIMIT: u64 = 50;

/// A page of a list.
#[derive(Clone, PartialEq)]
pub struct Page {
    answer: Envelope,
    number: u64,
}

impl Page {
    /// The entries.
    #[must_use]
    pub fn items(&self) -> &[Value] {
        let data = self.answer.data();
        let list = data.get("list").unwrap_or(data);
        let beside = self.answer.answer().get("list");
        let list = list.as_array().or_else(|| beside?.as_array());
        list.map_or(&[], |list| list)
    }

    /// The entries as views; those of another kind are passed over.
    ///
    /// ```
    /// use tokenmint::client::authing::answers::views::UserDto;
    /// # fn example(page: &tokenmint::client::authing::Page) {
    /// let names = page.views::<UserDto<'_>>().filter_map(|user| user.username());
    /// # }
    /// ```
    #[cfg(feature = "authing-answers")]
    pub fn views<'a, T: super::answers::View<'a>>(&'a self) -> super::answers::Items<'a, T> {
        super::answers::Items::of(self.items())
    }

    /// How many entries all pages have, where the service says so.
    #[must_use]
    pub fn total_count(&self) -> Option<u64> {
        self.answer.data().get("totalCount")?.as_u64()
    }

    /// The how manieth page this is, from 1.
    #[must_use]
    pub const fn number(&self) -> u64 {
        self.number
    }

    /// The whole answer.
    #[must_use]
    pub const fn envelope(&self) -> &Envelope {
        &self.answer
    }
}

impl fmt::Debug for Page {
    /// How many entries, and nothing of them.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Page")
            .field("number", &self.number)
            .field("items", &self.items().len())
            .field("total_count", &self.total_count())
            .finish()
    }
}

/// What a page is asked for with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Numbers {
        page: &'static Parameter,
        limit: &'static Parameter,
    },
    /// An object with `page` and `limit`, perhaps one level down.
    Inside(&'static Parameter),
    Offset {
        start: &'static Parameter,
        limit: &'static Parameter,
    },
    Scroll(&'static Parameter),
    One,
}

impl Place {
    fn of(row: &'static Row) -> Self {
        let find = |wire| row.parameters.iter().find(|it| it.wire == wire);
        let pair = |one, other| Some((find(one)?, find(other)?));
        let inside = find("pagination").or_else(|| {
            let lists = row.facts.paging == "list+totalCount";
            find("options").filter(|options| lists && options.kind == Kind::Object)
        });
        let numbers = pair("page", "limit").or_else(|| pair("pageNo", "pageSize"));
        if let Some((page, limit)) = numbers {
            Self::Numbers { page, limit }
        } else if let Some(parameter) = inside {
            Self::Inside(parameter)
        } else if let Some((start, limit)) = pair("startIndex", "maxSize") {
            Self::Offset { start, limit }
        } else {
            find("scrollId").map_or(Self::One, Self::Scroll)
        }
    }
}

/// A list under way, without I/O.
pub(super) struct PageState<A> {
    /// The call of the next page; none when it is over.
    next: Option<Operation<A>>,
    place: Place,
    number: u64,
    /// The entries a page that were asked for.
    limit: Option<u64>,
    seen: u64,
    before: Option<Page>,
}

impl<A: super::Api> PageState<A> {
    pub(super) fn new<R>(request: &R) -> Self
    where
        R: ApiRequest<Api = A> + ?Sized,
    {
        let mut operation = request.operation().clone();
        let place = Place::of(operation.row());
        let number = |value: Option<&Value>| match value {
            Some(Value::String(text)) => text.parse().ok(),
            value => value?.as_u64(),
        };
        let (mut first, mut limit) = (None, None);
        match place {
            Place::Numbers { page, limit: many } => {
                first = number(operation.argument_of(page.wire));
                limit = number(operation.argument_of(many.wire));
                operation.put(page, first.unwrap_or(1));
                operation.put(many, *limit.get_or_insert(LIMIT));
            }
            Place::Inside(parameter) => {
                let pages = operation.pagination(parameter);
                first = number(pages.get("page"));
                limit = number(pages.get("limit"));
                operation.put_pagination(
                    parameter,
                    first.unwrap_or(1),
                    *limit.get_or_insert(LIMIT),
                );
            }
            Place::Offset { limit: many, .. } => {
                limit = number(operation.argument_of(many.wire));
                operation.put(many, *limit.get_or_insert(LIMIT));
            }
            Place::Scroll(_) | Place::One => {}
        }
        Self {
            next: Some(operation),
            place,
            number: first.unwrap_or(1),
            limit,
            seen: 0,
            before: None,
        }
    }

    pub(super) fn take(&mut self) -> Option<Operation<A>> {
        self.next.take()
    }

    /// The page that came of a call.
    ///
    /// # Errors
    ///
    /// A refusal, and [`ErrorKind::RepeatedCursor`] for the page before.
    pub(super) fn received(
        &mut self,
        operation: Operation<A>,
        answer: Envelope,
    ) -> Result<Option<Page>, Error> {
        if !answer.is_success() {
            return Err(answer
                .into_result()
                .map_or_else(Error::from, |_| Error::new(ErrorKind::Answer)));
        }
        let page = Page {
            answer,
            number: self.number,
        };
        let count = u64::try_from(page.items().len()).unwrap_or(u64::MAX);
        if count == 0 {
            return Ok(None);
        }
        let repeats = |before: &Page| before.items() == page.items();
        if self.before.as_ref().is_some_and(repeats) {
            let message = format!("page {} is the one before again", self.number);
            return Err(Error::with_message(ErrorKind::RepeatedCursor, message));
        }
        self.seen = self.seen.saturating_add(count);
        // A total that is less than what is on this page says nothing.
        let total = page.total_count().filter(|total| *total >= count);
        let all = total.is_some_and(|total| self.seen >= total);
        // With a total, a service may give fewer at a time than were asked for.
        let short = total.is_none() && self.limit.is_some_and(|limit| count < limit);
        if !all && !short {
            self.next = self.after(operation, &page);
        }
        self.number = self.number.saturating_add(1);
        self.before = Some(page.clone());
        Ok(Some(page))
    }

    /// The call of the page after this one.
    fn after(&self, mut operation: Operation<A>, page: &Page) -> Option<Operation<A>> {
        let next = self.number.saturating_add(1);
        match self.place {
            Place::One => return None,
            Place::Numbers { page, .. } => operation.put(page, next),
            Place::Inside(parameter) => {
                operation.put_pagination(parameter, next, self.limit.unwrap_or(LIMIT));
            }
            Place::Offset { start, .. } => operation.put(start, self.seen),
            Place::Scroll(parameter) => {
                let id = page.answer.data().get("scrollId")?.as_str()?;
                if id.is_empty() {
                    return None;
                }
                operation = operation.set(parameter.wire, id.into());
            }
        }
        Some(operation)
    }
}

impl<A> Operation<A> {
    /// Sets a number; as text, where the service wants that.
    fn put(&mut self, parameter: &Parameter, number: u64) {
        let value = match parameter.kind {
            Kind::Text => format!("{number}").into(),
            _ => number.into(),
        };
        self.insert(parameter.wire, value);
    }

    /// What is said about pages inside a parameter.
    fn pagination(&self, parameter: &Parameter) -> Value {
        let given = self
            .argument_of(parameter.wire)
            .cloned()
            .unwrap_or_default();
        match parameter.wire {
            "pagination" => given,
            _ => given.get("pagination").cloned().unwrap_or_default(),
        }
    }

    fn put_pagination(&mut self, parameter: &Parameter, page: u64, limit: u64) {
        let pages = json!({"page": page, "limit": limit});
        let value = match (parameter.wire, self.argument_of(parameter.wire)) {
            ("pagination", _) => pages,
            (_, Some(Value::Object(given))) => {
                let mut options = given.clone();
                options.insert("pagination".into(), pages);
                Value::Object(options)
            }
            _ => json!({"pagination": pages}),
        };
        self.insert(parameter.wire, value);
    }
}

/// Writes `pages` of a client that has `run`, and what it gives.
macro_rules! pages {
    ($kind:ident [$($async:ident)?] [$($await:tt)*] $client:ident $pages:ident; $api:ident) => {
        #[doc = concat!("The pages of a list, made by [`", stringify!($client), "::pages`].")]
        #[must_use]
        pub struct $pages<'c> {
            client: &'c $client,
            state: crate::client::authing::pages::PageState<$api>,
        }

        impl $client {
            /// The pages of a list, from the one that the call asks for on;
            /// 50 entries each unless it says otherwise.
            ///
            /// Entries that are added or go while pages are read may come twice
            /// or not at all.
            pub fn pages<R>(&self, request: &R) -> $pages<'_>
            where
                R: crate::client::authing::ApiRequest<Api = $api> + ?Sized,
            {
                $pages {
                    client: self,
                    state: crate::client::authing::pages::PageState::new(request),
                }
            }
        }

        impl $pages<'_> {
            /// The next page; none after the last.
            ///
            /// # Errors
            ///
            /// As `send`; a refusal is an error too, and so is a page that came
            /// already
            /// ([`ErrorKind::RepeatedCursor`](crate::http::ErrorKind::RepeatedCursor)).
            /// After an error it is over.
            pub $($async)? fn next_page(
                &mut self,
            ) -> Result<Option<crate::client::authing::Page>, Error> {
                let Some(operation) = self.state.take() else {
                    return Ok(None);
                };
                let answer = self.client.run(&operation)$($await)*?;
                self.state.received(operation, answer)
            }
        }

        impl core::fmt::Debug for $pages<'_> {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.debug_struct(stringify!($pages)).finish_non_exhaustive()
            }
        }
    };
}
pub(super) use pages;
