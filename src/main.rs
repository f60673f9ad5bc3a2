//! Runs the command line and turns its outcome into an exit status.

use std::process::ExitCode;

fn main() -> ExitCode {
    writethru::cli::main()
}
