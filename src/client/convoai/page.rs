//! Listings: a page, and what follows it.
//!
//! Pages are followed while there is a cursor, over empty pages too. A cursor
//! that comes back ends the listing with an error instead of for ever.

use core::fmt;
use std::collections::{BTreeSet, VecDeque};
use std::string::{String, ToString};
use std::vec::Vec;

use serde_json::{Map, Value};

use super::object::{Member, Shown, Taken};
use super::operation::Operation;
use super::types::agents::{Turn, Turns};
use crate::http::{Error, ErrorKind};

/// One page of a listing.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Page<T> {
    /// The items of this page.
    pub items: Vec<T>,
    /// Where the next page begins.
    pub cursor: Option<String>,
    /// How many items there are on all pages.
    pub total: Option<i64>,
    /// The whole answer.
    pub answer: Map<String, Value>,
}

/// An answer that has a page after it.
pub trait Paged: Sized + Send + 'static {
    /// What is listed.
    type Item: Send + Unpin;

    /// The query parameter that names a page.
    const PARAMETER: &'static str;

    /// The page after this one, which was asked for as `asked`, if there is one.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::RepeatedCursor`] when there is one and nobody says which.
    fn next_page(&self, asked: Option<&str>) -> Result<Option<String>, Error>;

    /// The items of this page.
    fn into_items(self) -> Vec<Self::Item>;
}

impl<T: Send + Unpin + 'static> Paged for Page<T> {
    type Item = T;

    const PARAMETER: &'static str = "cursor";

    fn next_page(&self, _asked: Option<&str>) -> Result<Option<String>, Error> {
        Ok(self.cursor.clone())
    }

    fn into_items(self) -> Vec<T> {
        self.items
    }
}

impl Paged for Turns {
    type Item = Turn;

    const PARAMETER: &'static str = "page_index";

    /// There is one while the service says so in as many words, and not beyond
    /// the number of pages.
    fn next_page(&self, asked: Option<&str>) -> Result<Option<String>, Error> {
        let Some(pagination) = &self.pagination else {
            return Ok(None);
        };
        if pagination.is_last_page != Some(false) {
            return Ok(None);
        }
        let asked = asked.and_then(|asked| asked.parse().ok());
        let (index, total) = match (pagination.page_index, pagination.total_pages) {
            (None, None) => return Err(Error::new(ErrorKind::RepeatedCursor)),
            (index, total) => (index.or(asked).unwrap_or(1), total),
        };
        let has_next = total.is_none_or(|total| index < total);
        Ok(has_next.then(|| index.saturating_add(1).to_string()))
    }

    fn into_items(self) -> Vec<Turn> {
        self.turns.unwrap_or_default()
    }
}

impl<T: Member> Page<T> {
    fn listed(answer: &Map<String, Value>) -> Option<Vec<T>> {
        match within(answer, "data", "list") {
            None | Some(Value::Null) => Some(Vec::new()),
            Some(list) => Vec::read(list),
        }
    }

    fn new(items: Vec<T>, answer: Map<String, Value>) -> Self {
        let cursor = within(&answer, "meta", "cursor").and_then(String::read);
        Self {
            items,
            cursor: cursor.filter(|cursor| !cursor.is_empty()),
            total: within(&answer, "meta", "total").and_then(i64::read),
            answer,
        }
    }
}

fn within<'a>(answer: &'a Map<String, Value>, outer: &str, inner: &str) -> Option<&'a Value> {
    answer.get(outer)?.get(inner)
}

impl<T: Member> Member for Page<T> {
    fn read(value: &Value) -> Option<Self> {
        let answer = value.as_object()?;
        Some(Self::new(Self::listed(answer)?, answer.clone()))
    }

    fn take(value: Value) -> Taken<Self> {
        let items = value.as_object().and_then(Self::listed);
        match (items, value) {
            (Some(items), Value::Object(answer)) => Taken::Whole(Self::new(items, answer)),
            (_, value) => Taken::Beside(None, value),
        }
    }

    fn write(&self) -> Value {
        self.answer.clone().into()
    }

    fn show(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self, f)
    }
}

impl<T: Member> fmt::Debug for Page<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Page")
            .field("items", &Shown(&self.items.len().to_string()))
            .field("cursor", &self.cursor)
            .field("total", &self.total)
            .finish_non_exhaustive()
    }
}

/// Where a listing is; says what to send and takes what came.
pub(super) struct Pager<P: Paged> {
    operation: Operation<P>,
    next: Next,
    /// The page that was asked for last.
    asked: Option<String>,
    seen: BTreeSet<String>,
    items: VecDeque<P::Item>,
}

enum Next {
    First,
    At(String),
    End,
}

impl<P: Paged> Pager<P> {
    pub(super) fn new(operation: Operation<P>) -> Self {
        let seen = operation.page.iter().map(|(_, at)| at.clone()).collect();
        Self {
            operation,
            next: Next::First,
            asked: None,
            seen,
            items: VecDeque::new(),
        }
    }

    /// An item that is there already.
    pub(super) fn item(&mut self) -> Option<P::Item> {
        self.items.pop_front()
    }

    pub(super) fn has_next(&self) -> bool {
        !matches!(self.next, Next::End)
    }

    /// The next page to ask for. Asked once: until [`Self::received`] says
    /// otherwise the listing is at its end, so an error ends it.
    pub(super) fn operation(&mut self) -> Option<Operation<P>> {
        let operation = match core::mem::replace(&mut self.next, Next::End) {
            Next::First => self.operation.clone(),
            Next::At(at) => self.operation.clone().page(P::PARAMETER, Some(at)),
            Next::End => return None,
        };
        self.asked = operation.page.as_ref().map(|(_, at)| at.clone());
        Some(operation)
    }

    /// Remembers where `page` leads.
    pub(super) fn received(&mut self, page: &P) -> Result<(), Error> {
        let name = self.operation.endpoint.name;
        let next = page.next_page(self.asked.as_deref());
        if let Some(at) = next.map_err(|error| error.at(name))? {
            if !self.seen.insert(at.clone()) {
                return Err(Error::new(ErrorKind::RepeatedCursor).at(name));
            }
            self.next = Next::At(at);
        }
        Ok(())
    }

    /// Keeps the items of `page` to hand them out one by one.
    pub(super) fn keep(&mut self, page: P) -> Result<(), Error> {
        self.received(&page)?;
        self.items.extend(page.into_items());
        Ok(())
    }
}
