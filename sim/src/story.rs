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
                let request = exchange.request.replacen("https://", "", 1);
                write!(f, "{at:>10.2} s    {n}: {request}")?;
                if let Some(fault) = exchange.fault {
                    write!(f, " [{fault}]")?;
                }
                if let Some(effect) = &exchange.effect {
                    write!(f, " ({effect})")?;
                }
                writeln!(f, " -> {}", exchange.outcome)?;
            }
            let outcome = match call.succeeded {
                None => "never returned",
                Some(true) => "ok",
                Some(false) => &call.error,
            };
            writeln!(f, "              = {outcome}")?;
        }
        for remark in &state.remarks {
            writeln!(f, "{remark}")?;
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
