//! The project's chores: `cargo xtask <chore>`.

fn main() {}
