//! Time: `cargo bench -p tokenmint-benches`, or with all else and as a table
//! `cargo xtask bench`.

use std::time::Duration;

use criterion::Criterion;

fn main() {
    let mut criterion = Criterion::default()
        .warm_up_time(Duration::from_millis(300))
        .measurement_time(Duration::from_secs(1))
        .configure_from_args();
    for mut work in tokenmint_benches::works() {
        criterion
            .benchmark_group(work.group)
            .bench_function(work.name, |bencher| bencher.iter(&mut work.run));
    }
    criterion.final_summary();
}
