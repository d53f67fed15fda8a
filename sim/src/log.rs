//! Log lines of the library, which may have no secrets: each is searched as it
//! is written.
//!
//! There is one subscriber for the process; a line belongs to the world whose
//! tasks this thread runs.

use std::cell::RefCell;
use std::fmt::{self, Write as _};
use std::sync::Once;

use tracing::field::{Field, Visit};
use tracing::{Event, Metadata, Subscriber, span};

use crate::watch;
use crate::world::World;

thread_local! {
    static WORLD: RefCell<Option<World>> = const { RefCell::new(None) };
}

/// Until it is dropped, lines of this thread belong to a world.
#[derive(Debug)]
pub(crate) struct Listening(());

impl Listening {
    pub(crate) fn to(world: &World) -> Self {
        static LOG: Once = Once::new();
        LOG.call_once(|| {
            // Another one of a test listens for itself.
            let _ = tracing::subscriber::set_global_default(Log);
        });
        WORLD.set(Some(world.clone()));
        Self(())
    }
}

impl Drop for Listening {
    fn drop(&mut self) {
        WORLD.set(None);
    }
}

struct Log;

impl Subscriber for Log {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.target().starts_with("tokenmint")
    }

    fn new_span(&self, _: &span::Attributes<'_>) -> span::Id {
        span::Id::from_u64(1)
    }

    fn record(&self, _: &span::Id, _: &span::Record<'_>) {}

    fn record_follows_from(&self, _: &span::Id, _: &span::Id) {}

    fn event(&self, event: &Event<'_>) {
        WORLD.with_borrow(|world| {
            if let Some(world) = world {
                let mut line = Line(String::with_capacity(128));
                event.record(&mut line);
                let mut state = world.lock();
                state.lines += 1;
                watch::texts(&mut state, &line.0);
            }
        });
    }

    fn enter(&self, _: &span::Id) {}

    fn exit(&self, _: &span::Id) {}
}

struct Line(String);

impl Visit for Line {
    fn record_str(&mut self, field: &Field, value: &str) {
        self.record_debug(field, &format_args!("{value}"));
    }

    fn record_debug(&mut self, field: &Field, value: &dyn fmt::Debug) {
        // Writing to a text does not fail.
        let _ = write!(self.0, "{field}={value:?} ");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fault::Faults;
    use crate::violation::Invariant;

    #[test]
    fn a_secret_in_a_line_is_seen_and_only_while_the_world_listens() {
        let worlds = [1, 2].map(|seed| World::new(Faults::default(), seed));
        for world in &worlds {
            world.lock().hide("c0ffee");
        }
        let listening = Listening::to(&worlds[0]);
        tracing::debug!(target: "tokenmint::http", host = "a.example", "sending");
        assert!(worlds[0].lock().violations.is_empty());
        tracing::warn!(target: "tokenmint::http", why = "c0ffee is wrong", "failed");
        tracing::warn!(target: "tokenmint::http", why = ?["c0ffee"], "failed");
        tracing::warn!(target: "tokenmint::http", "{} failed", "c0ffee");
        drop(listening);
        tracing::warn!(target: "tokenmint::http", "c0ffee");
        let state = worlds[0].lock();
        let found: Vec<_> = state.violations.iter().map(|it| it.invariant).collect();
        assert_eq!(found, [Invariant::Secret; 3]);
        assert_eq!(state.lines, 4);
        assert!(worlds[1].lock().violations.is_empty());
    }
}
