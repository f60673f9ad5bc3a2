//! Counts the steps that reading a text takes, so that tests can show that they grow with its length and no faster.
//!
//! Time cannot be asserted on a machine that others use; the number of steps
//! is the same in every run. Outside tests a step costs nothing.

/// Counts one step: a lexeme scanned, a node of the trie visited, a token looked at.
#[cfg(not(test))]
pub(super) const fn step() {}

#[cfg(test)]
thread_local! {
    static STEPS: std::cell::Cell<u64> = const { std::cell::Cell::new(0) };
}

/// Counts one step: a lexeme scanned, a node of the trie visited, a token looked at.
#[cfg(test)]
pub(super) fn step() {
    STEPS.set(STEPS.get() + 1);
}

/// Returns the steps that `read` takes on this thread.
#[cfg(test)]
pub(super) fn steps_of(read: impl FnOnce()) -> u64 {
    let before = STEPS.get();
    read();
    STEPS.get() - before
}
