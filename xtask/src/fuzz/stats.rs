//! What libFuzzer says at its end.

/// One harness, or the sum of all.
#[derive(Default)]
pub(super) struct Stats {
    pub(super) executions: u64,
    /// Edges of the program that were taken.
    edges: u64,
    /// Edges told apart by how often they are taken, and compared values.
    features: u64,
    corpus: u64,
    seconds: u64,
    /// It ended with a find.
    pub(super) failed: bool,
}

impl Stats {
    pub(super) const HEAD: &'static str = "\
        harness              executions     exec/s    edges  features   corpus  seconds  finds";

    /// From lines such as `#2048 pulse  cov: 1 ft: 1 corp: 1/1b ...` and
    /// `stat::number_of_executed_units: 2048`.
    pub(super) fn read(log: &str, failed: bool) -> Self {
        let status = log
            .lines()
            .rev()
            .find(|line| line.starts_with('#') && line.contains(" cov: "))
            .unwrap_or_default();
        let of = |name: &str| {
            status
                .split_once(name)
                .and_then(|(_, rest)| rest.trim_start().split([' ', '/']).next())
                .and_then(|number| number.parse().ok())
                .unwrap_or(0)
        };
        let stat = |name: &str| {
            log.lines()
                .find_map(|line| line.strip_prefix("stat::")?.strip_prefix(name))
                .and_then(|rest| rest.trim_start_matches(':').trim().parse().ok())
        };
        let executions = stat("number_of_executed_units").unwrap_or(0);
        let done = log.lines().rev().find_map(|line| {
            let (_, rest) = line.strip_prefix("Done ")?.split_once(" runs in ")?;
            rest.split(' ').next()?.parse().ok()
        });
        Self {
            executions,
            edges: of(" cov: "),
            features: of(" ft: "),
            corpus: of(" corp: "),
            seconds: done.unwrap_or_else(|| {
                let rate = stat("average_exec_per_sec").unwrap_or(0).max(1);
                executions / rate
            }),
            failed,
        }
    }

    pub(super) fn sum(all: &[Self]) -> Self {
        all.iter().fold(Self::default(), |sum, one| Self {
            executions: sum.executions + one.executions,
            edges: sum.edges + one.edges,
            features: sum.features + one.features,
            corpus: sum.corpus + one.corpus,
            seconds: sum.seconds + one.seconds,
            failed: sum.failed || one.failed,
        })
    }

    pub(super) fn row(&self, name: &str) -> String {
        format!(
            "{name:<18}{:>13}{:>11}{:>9}{:>10}{:>9}{:>9}  {}",
            self.executions,
            self.executions / self.seconds.max(1),
            self.edges,
            self.features,
            self.corpus,
            self.seconds,
            if self.failed { "FOUND" } else { "none" },
        )
    }
}

/// The part of a log that tells of a find.
pub(super) fn end_of(log: &str) -> String {
    // Names of generic functions fill pages.
    let lines: Vec<String> = log
        .lines()
        .filter(|line| !line.starts_with('#'))
        .map(|line| line.chars().take(160).collect())
        .collect();
    lines[lines.len().saturating_sub(60)..].join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_log_is_read() {
        let log = "\
            #2\tINITED cov: 3 ft: 4 corp: 1/1b exec/s: 0 rss: 40Mb\n\
            #900\tDONE   cov: 51 ft: 82 corp: 7/30b lim: 4 exec/s: 300 rss: 41Mb\n\
            Done 900 runs in 3 second(s)\n\
            stat::number_of_executed_units: 900\n\
            stat::average_exec_per_sec:     300\n";
        let stats = Stats::read(log, false);
        assert_eq!(
            [
                stats.executions,
                stats.edges,
                stats.features,
                stats.corpus,
                stats.seconds
            ],
            [900, 51, 82, 7, 3]
        );
        assert!(stats.row("x").ends_with("none"));
    }
}
