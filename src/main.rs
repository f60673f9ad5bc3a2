//! Runs the command line and turns its outcome into an exit status.

use std::process::ExitCode;

/// Hands out the many small things that a long story is made of (half the time for its questions: `benches/store.rs`).
#[cfg(feature = "mimalloc")]
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    writethru::cli::main()
}
