//! What happened in a world, exchange by exchange, for whoever has to find out
//! why.

use std::fmt;

use crate::world::World;

/// The story of a world as text.
#[derive(Debug)]
pub struct Story<'a>(pub &'a World);

impl fmt::Display for Story<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let state = self.0.lock();
        for (number, call) in state.calls.iter().enumerate() {
            let began = call.began.as_secs_f64();
            writeln!(f, "{began:>10.2} s  call {number}: {}", call.name)?;
            let mine = state.exchanges.iter().enumerate();
            for (n, exchange) in mine.filter(|(_, exchange)| exchange.call == Some(number)) {
                let at = exchange.at.as_secs_f64();
                let short = exchange.request.split_once("https://");
                let request = short.map_or_else(
                    || exchange.request.clone(),
                    |(method, url)| format!("{method}{url}"),
                );
                write!(f, "{at:>10.2} s    {n}: {request}")?;
                if let Some(fault) = exchange.fault {
                    write!(f, " [{fault}]")?;
                }
                if let Some(effect) = &exchange.effect {
                    write!(f, " {effect:?}")?;
                }
                writeln!(f, " -> {}", exchange.outcome)?;
            }
            let outcome = call.outcome.as_deref().unwrap_or("never returned");
            writeln!(f, "              = {outcome}")?;
        }
        for agent in state.service.agents() {
            let end = agent
                .left
                .map_or("runs".to_owned(), |(_, why)| format!("left: {why:?}"));
            writeln!(f, "agent {} ({}): {end}", agent.id, agent.name)?;
        }
        for gap in &state.gaps {
            writeln!(f, "gap: {gap}")?;
        }
        for violation in &state.violations {
            writeln!(f, "violated {violation}")?;
        }
        Ok(())
    }
}
