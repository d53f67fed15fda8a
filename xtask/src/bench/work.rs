//! A line of the table.

use std::path::Path;

use crate::{Result, tool};

/// A work, and what was measured of it.
#[derive(Default)]
pub(super) struct Work {
    pub(super) group: String,
    pub(super) name: String,
    pub(super) floor: Option<String>,
    pub(super) measured: Measured,
    /// Instructions beside the floor: goal and limit.
    pub(super) budget: Option<(f64, f64)>,
    /// Time beside the floor.
    pub(super) time_goal: Option<f64>,
    pub(super) heap: Option<u64>,
    pub(super) heap_limit: Option<u64>,
    pub(super) instructions: Option<u64>,
    /// Nanoseconds of each round.
    pub(super) nanos: Vec<f64>,
}

/// What is told of a work: as in `benches`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Measured {
    #[default]
    Both,
    Time,
    Growth,
}

impl Work {
    /// A line of `list`.
    fn read(line: &str) -> Result<Self> {
        let fields: Vec<_> = line.split('\t').collect();
        let [
            group,
            name,
            floor,
            measured,
            goal,
            limit,
            time_goal,
            heap_limit,
            heap,
        ] = fields[..]
        else {
            return Err(format!("not a work: {line}"));
        };
        let measured = match measured {
            "Both" => Measured::Both,
            "Time" => Measured::Time,
            "Growth" => Measured::Growth,
            _ => return Err(format!("not a work: {line}")),
        };
        Ok(Self {
            group: group.to_owned(),
            name: name.to_owned(),
            floor: Some(floor.to_owned()).filter(|floor| !floor.is_empty()),
            measured,
            budget: goal.parse().ok().zip(limit.parse().ok()),
            time_goal: time_goal.parse().ok(),
            heap: heap.parse().ok(),
            heap_limit: heap_limit.parse().ok(),
            ..Self::default()
        })
    }

    /// The row of the table, for people.
    pub(super) fn title(&self) -> String {
        format!("{}: {}", words(&self.group), words(&self.name))
    }

    pub(super) fn floor<'w>(&self, works: &'w [Self]) -> Option<&'w Self> {
        let floor = self.floor.as_ref()?;
        works
            .iter()
            .find(|other| other.group == self.group && other.name == *floor)
    }

    #[allow(clippy::cast_precision_loss)] // Far from 2^52 instructions.
    pub(super) fn instructions_beside(&self, floor: &Self) -> Option<f64> {
        Some(self.instructions? as f64 / floor.instructions? as f64)
    }

    /// The median of the rounds.
    pub(super) fn time(&self) -> Option<f64> {
        median(self.nanos.clone())
    }

    /// The median of the ratios of each round: what slows a round down slows both.
    pub(super) fn time_beside(&self, floor: &Self) -> Option<f64> {
        let pairs = self.nanos.iter().zip(&floor.nanos);
        median(pairs.map(|(own, floor)| own / floor).collect())
    }
}

/// A name for people.
pub(super) fn words(name: &str) -> String {
    name.replace('_', " ")
}

fn median(mut values: Vec<f64>) -> Option<f64> {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied()
}

/// What a program has to measure.
pub(super) fn list(program: &Path) -> Result<Vec<Work>> {
    let text = tool::output(tool::command(program).arg("list"))?;
    text.lines().map(Work::read).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ratios_are_of_the_same_round() {
        let of = |nanos: &[f64]| Work {
            nanos: nanos.to_vec(),
            ..Work::default()
        };
        // The second round was slow for both, the third for one.
        let (own, floor) = (of(&[20.0, 60.0, 90.0]), of(&[10.0, 30.0, 10.0]));
        assert_eq!(own.time_beside(&floor), Some(2.0));
        assert_eq!(own.time(), Some(60.0));
        assert_eq!(of(&[]).time(), None);
    }

    #[test]
    fn a_line_has_all_fields() {
        let work = Work::read("g\tmint_it\tfloor\tTime\t\t\t1.5\t2\t2").unwrap();
        assert_eq!(work.title(), "g: mint it");
        assert_eq!((work.time_goal, work.budget), (Some(1.5), None));
        assert!(Work::read("g\tname").is_err());
        assert!(Work::read("g\tn\t\tNever\t\t\t\t0\t0").is_err());
    }
}
