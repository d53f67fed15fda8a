//! Blocking and async from one description.
//!
//! A description is a macro. [`both`] expands it twice, each time with the words
//! of one kind:
//!
//! | word | blocking | async | for |
//! |---|---|---|---|
//! | `$kind` | `blocking` | `async` | the documentation |
//! | `[$($async:ident)?]` | nothing | `async` | before `fn` |
//! | `[$($await:tt)*]` | nothing | `.await` | after whatever waits |
//! | the others | before a slash | after it | types, and methods that differ by nature |
//!
//! ```text
//! macro_rules! stopping {
//!     ($kind:ident [$($async:ident)?] [$($await:tt)*] $client:ident $sleep:ident) => {
//!         impl $client {
//!             pub $($async)? fn stop(&self) -> Result<(), Error> {
//!                 self.http.run(&self.core, &stop)$($await)*
//!             }
//!         }
//!     };
//! }
//! both! { stopping: Client / AsyncClient, sleep / sleep_async }
//! ```
//!
//! What follows a semicolon is the same for both.

/// Expands a description for both kinds.
macro_rules! both {
    (
        $($description:ident)::+: $($blocking:tt / $asynchronous:tt),+
        $(; $($common:tt)*)?
    ) => {
        $($description)::+! { blocking [] [] $($blocking)+ $(; $($common)*)? }
        $($description)::+! { async [async] [.await] $($asynchronous)+ $(; $($common)*)? }
    };
}
pub(crate) use both;
