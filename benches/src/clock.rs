//! The processor time of a thread: what it does not depend on is what else the
//! machine does meanwhile.

/// Nanoseconds that this thread has had a processor.
#[cfg(unix)]
#[must_use]
pub fn nanos() -> u64 {
    use rustix::time::{ClockId, clock_gettime};

    let time = clock_gettime(ClockId::ThreadCPUTime);
    let part = |number: i64| u64::try_from(number).expect("no time is negative");
    part(time.tv_sec) * 1_000_000_000 + part(time.tv_nsec)
}

/// Nanoseconds on the wall, where the other is not told.
#[cfg(not(unix))]
#[must_use]
pub fn nanos() -> u64 {
    use std::sync::LazyLock;
    use std::time::Instant;

    static START: LazyLock<Instant> = LazyLock::new(Instant::now);
    u64::try_from(START.elapsed().as_nanos()).expect("less than 500 years")
}

/// Keeps this thread, and those that it will start, on one core: where a caller
/// and a server wake each other across cores, a call varies by three times.
#[cfg(target_os = "linux")]
pub fn stay_on_one_core() {
    use rustix::thread::{CpuSet, sched_getaffinity, sched_setaffinity};

    let allowed = sched_getaffinity(None).expect("the cores of this thread");
    let last = (0..CpuSet::MAX_CPU)
        .rev()
        .find(|core| allowed.is_set(*core));
    let mut one = CpuSet::new();
    one.set(last.expect("a core"));
    sched_setaffinity(None, &one).expect("a core that is allowed");
}

/// For Linux alone.
#[cfg(not(target_os = "linux"))]
pub fn stay_on_one_core() {}
