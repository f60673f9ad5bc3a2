//! States how far a command got that met no error.

/// How far a command got that met no error; decides the exit status.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum CommandOutcome {
    /// Everything was done.
    Done,
    /// Everything that could be done was, but not all: some files were not recorded.
    Partly,
    /// `diff --exit-code` found a material change.
    Differs,
}
